import pytest

from kg.model.claim import StatementClaim
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
    ["The ministry declined to say how many people would go.", "The court ruled that the deal was unlawful."],
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
