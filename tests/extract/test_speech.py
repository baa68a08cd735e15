import pytest

from kg.extract import rules
from kg.model.claim import StatementClaim
from kg.model.text import Article
from tests.extract.conftest import Read

CASES = [
    ('"We are ready," Interior Minister Ana Lund told Reuters.', "Ana Lund", "person", "quote"),
    ("According to Interior Minister Ana Lund, the deal is done.", "Ana Lund", "person", "paraphrase"),
    ("The government in Accra said the deal was off.", "government in Accra", "organisation", "paraphrase"),
    (
        "A Ghanaian official, who asked not to be named, said the deal was off.",
        "a Ghanaian official",
        "anonymous",
        "paraphrase",
    ),
    ("Campaigners have vowed to fight the deal in court.", "Campaigners", "collective", "paraphrase"),
    ("Ghana says it has signed nothing.", "Ghana", "organisation", "paraphrase"),
    ("Accra [Ghana], May 2 (GNA): The Red Cross says it is over.", "Red Cross", "organisation", "paraphrase"),
    ("Judge Ana T. Lund held a hearing. She noted that it is over.", "Ana T. Lund", "person", "paraphrase"),
    ("Oxfam Ghana said the pact is over.", "Oxfam Ghana", "organisation", "paraphrase"),
    ("On a visit to Ghana’s capital Accra, Meloni said the pact is over.", "Meloni", "person", "paraphrase"),
    ('"The ward is full," complained a farmer in Lund.', "a farmer in Lund", "anonymous", "quote"),
    ("The medical charity MSF has described the camps as filthy.", "MSF", "organisation", "paraphrase"),
    ("The plaintiff, Ana Lund, accused the police of holding children.", "Ana Lund", "person", "paraphrase"),
    (
        "“The flight has landed with people nobody would take,” Ana Lund, an EU spokesperson, posted on X.",
        "Ana Lund",
        "person",
        "quote",
    ),
    (
        "The pact is on, according to a statement from the Ghanaian ministry’s secretary, Ana Lund.",
        "Ana Lund",
        "person",
        "paraphrase",
    ),
    (
        "The pact is a stopgap that leaves out children, Ana Maria Lund, the office's head, said in a note.",
        "Ana Maria Lund",
        "person",
        "paraphrase",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "source", "mode"), CASES)
def test_who_says_it_and_how(read: Read, text: str, speaker: str, source: str, mode: str) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert (claim.speaker, claim.attribution.source, claim.mode) == (speaker, source, mode)


def test_pronouns_and_surnames_are_resolved(read: Read) -> None:
    text = "Interior Minister Ana Lund said it was signed. She added that it would last. Lund called it fair."
    claims = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert [c.speaker for c in claims] == ["Ana Lund"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to say how many people would go.",
        "The court ruled that the deal was unlawful.",
        "The ministry did not name the men or say where they were held.",
        "The deportations have raised safety concerns.",
        "Ghana joined what Norway has called “fair” returns.",
        "The accord with Ghana saw 300 people “resettled” in a year.",
        "Those who land must make their claim in the first “safe” state.",
        "According to the agreement with Ghana, 300 people will be moved.",
        "A photograph of the flight to Ghana shows that the men were shackled.",
    ],
)
def test_silence_and_rulings_are_no_statements(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, StatementClaim)]


def test_the_medium_and_the_quoted_words(read: Read) -> None:
    text = 'Interior Minister Ana Lund told the newspaper Aftenposten that the deal was "a relief".'
    [claim] = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert (claim.attribution.outlet, claim.quote) == ("Aftenposten", "a relief")


def test_what_is_reported_belongs_to_the_speaker(read: Read) -> None:
    found = read("Ghana says it has agreed to accept 40 people deported from Norway.")
    assert {c.attribution.name for c in found.claims} == {"Ghana"}


def test_a_surname_with_a_particle_is_resolved(read: Read) -> None:
    text = "Foreign Minister Jan van Berg signed the deal. Van Berg said it would last."
    [claim] = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert claim.speaker == "Jan van Berg"


@pytest.mark.parametrize(
    ("hearer", "outlet"),
    [("said in an interview with radio station 3FM", "3FM"), ("told broadcasters", None)],
)
def test_a_station_is_a_medium_and_a_crowd_of_broadcasters_is_none(
    read: Read, hearer: str, outlet: str | None
) -> None:
    found = read(f"Interior Minister Ana Lund {hearer} that the deal was safe.")
    [claim] = [c for c in found.claims if isinstance(c, StatementClaim)]
    assert claim.attribution.outlet == outlet


def test_what_a_judge_finds_is_no_statement(read: Read) -> None:
    text = "Judge Ana Lund of the federal court found that the removal had violated the order."
    assert not [c for c in read(text).claims if isinstance(c, StatementClaim)]


def test_the_narrators_own_clause_behind_and_is_not_the_speakers() -> None:
    text = "Ghana said that it had agreed to take 40 people, and Kenya has already received 13 deportees."
    reading = rules.read(Article(text=text))
    [speech] = reading.speeches
    agreed, received = (next(t for t in reading.doc if t.text == w) for w in ("agreed", "received"))
    assert speech.holds(agreed.i)
    assert not speech.holds(received.i)


def test_who_stands_behind_a_document_is_its_speaker(read: Read) -> None:
    text = (
        "The pact is on, according to a statement from the Ghanaian ministry’s secretary, Ana Lund. "
        "Details are being worked out, the statement said, but it added that the deal was done."
    )
    found = read(text).claims
    assert [c.speaker for c in found if isinstance(c, StatementClaim)] == ["Ana Lund"] * 3


SPOKEN = [
    ("Ghana: Foreign Minister Ana Lund said that nothing was signed.", ["Ana Lund"]),
    ("The deal with Ghana is unfit, according to Refugees International.", ["Refugees International"]),
    # The gate refuses "US officials": the text does not have these words.
    ("According to both US and Ghanaian officials, talks went on.", ["Ghanaian officials"]),
    ("Many were sent to Ghana, according to figures from the ministry.", []),
    ("Ghana rejected the pressure, saying it had troubles of its own.", ["Ghana"]),
    ("Ghana's presidency denied having signed any agreement.", ["Ghana's presidency"]),
    ("“We signed nothing with Norway,” Minister Ana Lund was quoted as saying.", ["Ana Lund"]),
    ("“Ghana decides alone,” the West African nation said in a statement.", ["Ghana"]),
    ("A ministry spokesman would not discuss Ghana but said that talks went on.", ["a ministry spokesman"]),
    ("Counsel for the plaintiffs, Ana Lund, had argued that Ghana was unsafe.", ["Ana Lund"]),
    ("Interior Minister Ana Lund reminded the chamber that Ghana takes no one.", ["Ana Lund"]),
    ("Interior Minister Ana Lund confirmed to the paper that Ghana will take 20.", ["Ana Lund"]),
    ("Minister Ana Lund called the swap bad and urged Ghana to stop it.", ["Ana Lund", "Ana Lund"]),
    ("Interior Minister Ana Lund promised a treaty with Ghana.", ["Ana Lund"]),
    ("Refugee Watch documented beatings in Ghana.", ["Refugee Watch"]),
    ("Others worry about the text with Ghana.", []),
    ("Norway called in Ghana's ambassador over the removals.", []),
    ("This is the pact that Norway and Ghana concluded in July.", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_who_speaks(read: Read, text: str, speakers: list[str]) -> None:
    assert [c.speaker for c in read(text).claims if isinstance(c, StatementClaim)] == speakers


def test_half_a_word_names_no_body(read: Read) -> None:
    text = (
        "Amnesty International published a study on Libya. “It is a trap,” Amnesty International said. "
        "Those sent to its UN-backed government are jailed, the organisation warns."
    )
    found = [c.speaker for c in read(text).claims if isinstance(c, StatementClaim)]
    assert found == ["Amnesty International"] * 2


def test_a_title_is_of_whom_the_next_sentence_names(read: Read) -> None:
    text = "The Home Secretary has described the pact with Ghana as safe. Jane Smith said that it was signed."
    assert [c.speaker for c in read(text).claims if isinstance(c, StatementClaim)] == ["Jane Smith"] * 2


def test_a_heading_is_a_span_of_the_statement_below(read: Read) -> None:
    text = (
        "Ghana says eight men from Norway are in custody\n"
        "Ghanaian authorities confirmed on Monday that eight men from Norway were in custody in Ghana."
    )
    [claim] = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert (claim.speaker, len(claim.spans)) == ("Ghanaian authorities", 2)


MORE_SPOKEN = [
    ("Asked whether Ghana had signed, Minister Ana Lund said no paper existed.", ["Ana Lund"]),
    ("Minister Ana Lund ruled out a deal with Ghana.", ["Ana Lund"]),
    ("Norway has ruled out a deal with Ghana.", []),
    (
        "Refugee Watch said the pact with Ghana was cruel, and called on Oslo to drop it.",
        ["Refugee Watch"] * 2,
    ),
    ("Kenyan political scientist Jane Smith called the pact with Ghana odd.", ["Jane Smith"]),
    ("The ministry denied at a press conference that anyone was sent to Ghana.", ["ministry"]),
    (
        "Forty men left Ghana, most of them deported, ahead of a deadline set by Accra, "
        "the UN migration agency said on Monday.",
        ["UN migration agency"],
    ),
    (
        "Oslo: The UN Refugee Council has urged Norway to halt returns to Ghana, the Herald reported.",
        ["UN Refugee Council"],
    ),
    (
        "Accra, Ghana | AGENCIES | Ghana and Chad have rejected claims of a deal with Norway.",
        ["Ghana", "Chad"],
    ),
    ("Norway gave no assurances that the men sent to Ghana would be safe.", []),
    (
        "Prime Minister Ana Lund praised the pact at a press conference with Ghana's defence minister, "
        "Kari Berg. She said that Norway would send nobody to Ghana.",
        ["Ana Lund"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "speakers"), MORE_SPOKEN)
def test_who_speaks_in_longer_clauses(read: Read, text: str, speakers: list[str]) -> None:
    assert [c.speaker for c in read(text).claims if isinstance(c, StatementClaim)] == speakers


def test_what_another_said_before_is_no_part_of_a_statement(read: Read) -> None:
    text = "When Kari Berg called returns to Ghana “odd”, Ana Lund said: “They are lawful.”"
    found = {c.speaker: c.quote for c in read(text).claims if isinstance(c, StatementClaim)}
    assert found["Ana Lund"] == "They are lawful"


def test_a_dateline_in_brackets_is_no_part_of_what_is_said(read: Read) -> None:
    text = "Group speaks\n(Oslo) – Norwegian guards beat hundreds of Syrian men, Refugee Watch said today."
    [claim] = [c for c in read(text).claims if isinstance(c, StatementClaim)]
    assert claim.speaker == "Refugee Watch"
    assert claim.spans[0].text.startswith("Norwegian guards")


def test_words_that_the_parser_takes_for_the_subject_are_no_empty_saying(read: Read) -> None:
    text = "(Oslo) Norwegian authorities arrested and deported hundreds of men to Syria, Refugee Watch said."
    assert {c.speaker for c in read(text).claims if isinstance(c, StatementClaim)} == {"Refugee Watch"}


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Nine men landed in Ghana, according to airport staff.", ["airport staff"]),
        ("Norway is in talks with Ghana, according to diplomats.", ["diplomats"]),
        ("Six people were sent to Ghana, according to the border police.", ["border police"]),
        ("According to a study by the Pax group, a bed in Ghana costs too much.", ["Pax group"]),
        ("The camp in Ghana is full, according to a memo obtained by the Ghana Herald.", []),
    ],
)
def test_according_to_whom(read: Read, sentence: str, speakers: list[str]) -> None:
    assert [c.speaker for c in read(sentence).claims if isinstance(c, StatementClaim)] == speakers
