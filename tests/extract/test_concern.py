import pytest

from kg.extract.concern_topics import topics
from kg.extract.patterns import compiled
from kg.model.claim import ConcernClaim
from tests.extract.conftest import Read


def concerns(read: Read, text: str) -> list[ConcernClaim]:
    return [claim for claim in read(text).claims if isinstance(claim, ConcernClaim)]


@pytest.mark.parametrize(
    ("text", "topic", "raised_by"),
    [
        (
            "Amnesty International warned that the removals breach international law.",
            "legality",
            "Amnesty International",
        ),
        (
            "Campaigners said people could be sent back to countries where they face torture.",
            "refoulement",
            "Campaigners",
        ),
        ("Lawyers say they have been denied access to their clients.", "access-to-counsel", "Lawyers"),
        ("Norway has faced scrutiny for its human rights record.", "human-rights-record", None),
        (
            "Doctors complained that detainees slept on the floor of a crowded hall.",
            "detention-conditions",
            "Doctors",
        ),
        (
            "Amnesty International said guards had beaten several men.",
            "ill-treatment",
            "Amnesty International",
        ),
        ("Aid workers said the north of the country was not safe.", "unsafe-country", "Aid workers"),
        ("Critics called the plan racist.", "discrimination", "Critics"),
        ("Opposition lawmakers said the text had never been published.", "secrecy", "Opposition lawmakers"),
        ("Campaigners condemned the scheme as a waste of public money.", "cost", "Campaigners"),
        ("Economists doubt that the plan will deter anybody.", "effectiveness", "Economists"),
        ("Activists said Europe was bullying poorer nations.", "sovereignty", "Activists"),
        ("Residents fear that the island's clinic could not cope.", "other", "Residents"),
    ],
)
def test_topics(read: Read, text: str, topic: str, raised_by: str | None) -> None:
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by) == (topic, raised_by)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The deal was signed amid fears of torture in Norway's prisons.", "ill-treatment"),
        ("Norway has been criticised for holding children without charge.", "detention-conditions"),
        ("Norway has come under fire for secret talks with Ghana.", "secrecy"),
    ],
)
def test_blame_by_nobody_named(read: Read, text: str, topic: str) -> None:
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by, claim.attribution.source) == (topic, None, "unspecified")


def test_each_topic_of_a_list_is_a_concern(read: Read) -> None:
    text = "Rights groups said the plan was illegal, racist and a waste of taxpayers' money."
    assert {claim.topic for claim in concerns(read, text)} == {"legality", "discrimination", "cost"}


@pytest.mark.parametrize(
    "text",
    [
        "Campaigners filed a lawsuit in Oslo to stop the flights.",
        "Campaigners vowed to challenge the plan in court.",
    ],
)
def test_a_case_threatened_or_pending_puts_legality_in_question(read: Read, text: str) -> None:
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by) == ("legality", "Campaigners")


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Lund denied that the men had been mistreated.",
        "Prime Minister Ana Lund dismissed claims that the men had been mistreated.",
    ],
)
def test_a_wrong_that_is_denied_is_nobodys_concern(read: Read, text: str) -> None:
    [claim] = concerns(read, text)
    assert (claim.factuality, claim.raised_by) == ("CT-", None)


def test_a_court_raises_the_reasons_of_its_ruling(read: Read) -> None:
    text = "The Supreme Court held that the plan was unlawful because people could be sent back to torture."
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by) == ("refoulement", "Supreme Court")


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Lund said the plan would not breach international law.",
        "Prime Minister Ana Lund said the deal would stop illegal migration and smuggling gangs.",
        "The opposition derided the deal as another gimmick.",
        "Migrants were beaten at the border.",
        "A spokesman declined to comment on pending litigation.",
        "The Supreme Court ruled that the plan was unlawful.",
        "Campaigners accused him of having no other plan if the scheme was ruled unlawful.",
        "Refugee Watch urged Ghana to exempt people with medical conditions.",
        "Interior Minister Ana Lund condemned last-minute legal challenges to removals.",
        "The judges will consider the migrants' asylum claims.",
    ],
)
def test_assurances_policy_bare_criticism_and_rulings_raise_no_concern(read: Read, text: str) -> None:
    assert concerns(read, text) == []


def test_the_countries_of_the_words_come_first(read: Read) -> None:
    text = "Norway sent 40 people to Ghana in May. Campaigners said conditions in Ghana's camps were dire."
    [claim] = concerns(read, text)
    assert claim.about == ("GHA",)


def test_of_two_patterns_on_the_same_words_the_longer_counts() -> None:
    [hit] = topics("would breach international human rights law")
    assert (hit.topic, hit.weak) == ("legality", False)


def test_weak_words_count_only_where_nothing_stronger_stands() -> None:
    assert [hit.topic for hit in topics("its cost and the violence")] == ["cost", "ill-treatment"]
    assert [hit.topic for hit in topics("the cost was that guards had beaten them")] == ["ill-treatment"]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("breach* ~ law", "breaches European Union asylum law", True),
        ("breach* ~ law", "breaches one two three four five law", False),
        ("breach* ~ law", "breaches a pledge, says the law", False),
        ("drop in the ocean", "a drop in the oceans", True),
        ("beaten", "unbeaten", False),
    ],
)
def test_patterns(pattern: str, text: str, found: bool) -> None:
    assert (compiled([pattern]).search(text) is not None) is found


@pytest.mark.parametrize(
    "text",
    [
        "The court referred the case to the European Court of Justice, which is expected to rule in May.",
        "Norway sends migrants to Ghana. Its ship took migrants to Oslo following a court decision.",
    ],
)
def test_what_courts_do_is_nobodys_worry(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, ConcernClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "A Home Office spokesman said the men had been convicted of rape and assault.",
        "Justice Minister Ana Lund said nobody guilty of war crimes would be let in.",
        "Justice Minister Ana Lund said the lease would relieve crowded prisons.",
        "Prime Minister Ana Lund welcomed the vote and said it would take pressure off squalid jails.",
        "Norway's government said the four had been locked up at a base before they were flown to Ghana.",
        "Officials said the first flight would leave after months of legal challenges.",
        "A lawyer said the scheme had survived a legal challenge in May.",
        '"The secrecy has come to an end," said Ana Lund of the lawyers\' union.',
        "The opposition leader said his party would vote against the treaty.",
        "Foreign Minister Ana Lund argued that without the treaty the island would have been overwhelmed.",
    ],
)
def test_crimes_relief_and_a_governments_own_facts_blame_nobody(read: Read, text: str) -> None:
    assert concerns(read, text) == []


@pytest.mark.parametrize(
    ("text", "topic", "raised_by"),
    [
        (
            "Ghana's foreign minister, Kofi Mensah, said Norway was bullying African states.",
            "sovereignty",
            "Kofi Mensah",
        ),
        ("Norway had failed to shield people from beatings, lawyers said.", "ill-treatment", "lawyers"),
        ("Senator Ana Lund asked how people would be protected from torture.", "ill-treatment", "Ana Lund"),
    ],
)
def test_who_blames_another_raises_a_concern(read: Read, text: str, topic: str, raised_by: str) -> None:
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by) == (topic, raised_by)


@pytest.mark.parametrize(
    ("denial", "words"),
    [
        ("Norway's government denied that.", "Norway's government denied that"),
        ("Norway rejected the accusations.", "Norway rejected the accusations"),
        ("Norway's government called the allegations baseless.", "called the allegations baseless"),
        (
            "Norway's foreign ministry said that the complaints were unfounded.",
            "the complaints were unfounded",
        ),
    ],
)
def test_a_denial_may_point_back_to_the_wrong_told_before(read: Read, denial: str, words: str) -> None:
    raised, denied = concerns(read, f"Amnesty International said guards had beaten deportees. {denial}")
    assert (raised.factuality, denied.factuality) == ("CT+", "CT-")
    assert (denied.topic, denied.raised_by) == ("ill-treatment", None)
    assert words in denied.spans[0].text


def test_what_denies_a_deal_or_a_report_denies_no_wrong(read: Read) -> None:
    text = "Amnesty International said guards had beaten deportees. Norway denied the report of a deal."
    assert [claim.factuality for claim in concerns(read, text)] == ["CT+"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "The lawyer's union warned that the attorney had an hour's call before the hearing.",
            "access-to-counsel",
        ),
        (
            "Campaigners said the men would spend winter in metal containers without heating.",
            "detention-conditions",
        ),
        ("Rights groups say that the islands were bought like a colony.", "sovereignty"),
        ("Opposition lawmakers complained that the boats kept on arriving.", "effectiveness"),
    ],
)
def test_what_no_phrase_names_is_told_by_the_vocabulary_of_a_complaint(
    read: Read, text: str, topic: str
) -> None:
    [claim] = concerns(read, text)
    assert claim.topic == topic


@pytest.mark.parametrize(
    "text",
    [
        "A diplomat said the boats had arrived in the harbour.",
        "Norway's foreign minister said the attorney had an hour's call before the hearing.",
        "Rights groups said Ghana would get 5 million dollars.",
        "Campaigners threatened to leave the hearing.",
    ],
)
def test_facts_payments_and_threats_are_no_complaints(read: Read, text: str) -> None:
    assert concerns(read, text) == []


def test_a_party_described_between_commas_is_who_accuses(read: Read) -> None:
    [claim] = concerns(
        read, "Senterpartiet, the smallest opposition party, accused Oslo of bullying weaker states."
    )
    assert (claim.topic, claim.raised_by) == ("sovereignty", "Senterpartiet")


@pytest.mark.parametrize(
    ("text", "raised_by"),
    [
        ("Refugee lawyers vow to fight the transfers all the way to the Supreme Court.", "Refugee lawyers"),
        ("The scheme is being challenged in the High Court by the Asylum Forum.", "Asylum Forum"),
        ("The case was brought by the Asylum Forum.", "Asylum Forum"),
        ("Lawyers for the men have applied to the High Court for their release.", "Lawyers for the men"),
    ],
)
def test_who_goes_to_court_by_verbs_of_their_own(read: Read, text: str, raised_by: str) -> None:
    [claim] = concerns(read, text)
    assert (claim.topic, claim.raised_by) == ("legality", raised_by)


def test_what_is_said_by_a_second_verb_is_worded_by_that_verb(read: Read) -> None:
    text = "Amnesty International welcomed the ruling, adding that guards had beaten refugees there."
    [claim] = concerns(read, text)
    assert claim.topic == "ill-treatment"


def test_of_wrongs_in_one_clause_the_sending_back_is_meant(read: Read) -> None:
    text = "Amnesty International said trafficking victims could be handed back to the gangs that sold them."
    [claim] = concerns(read, text)
    assert claim.topic == "refoulement"


@pytest.mark.parametrize(
    ("text", "topics_raised"),
    [
        (
            "Lawyers condemned the treatment of the group, saying they were held in solitary confinement"
            " and not given access to lawyers.",
            {"detention-conditions", "access-to-counsel"},
        ),
        ("Lawyers said people would be flown out without due process.", {"legality"}),
        ("Campaigners said it was not just a breach of Norwegian law.", {"legality"}),
        ("No minister can sign away the constitution, the bar association said.", {"legality"}),
        ("The plan drew criticism from lawyers, as it could breach international law.", {"legality"}),
    ],
)
def test_each_part_of_a_complaint_is_read_by_itself(read: Read, text: str, topics_raised: set[str]) -> None:
    assert {claim.topic for claim in concerns(read, text)} == topics_raised


@pytest.mark.parametrize(
    ("text", "topics_raised"),
    [
        ("Uganda's junior foreign minister said his country lacked the facilities to host them.", {"other"}),
        ("Campaigners likened the swap to human trafficking.", {"other"}),
        ("UNHCR said it would shift duties onto poorer nations.", {"sovereignty"}),
        ("Lawyers said the men would be beyond the reach of Norwegian judges.", {"legality"}),
        ("Researchers said many were smuggled over the border to Uganda within days.", {"refoulement"}),
        ("The ferry charity has filed a complaint with prosecutors in Oslo.", {"legality"}),
        ("Lawyers for the government said they would expel Eritreans by force.", set()),
        ("In a case brought by two lawyers the High Court ruled in May 2024.", set()),
        ("The Constitutional Chamber found that their rights had been ignored.", set()),
    ],
)
def test_who_may_raise_what(read: Read, text: str, topics_raised: set[str]) -> None:
    assert {str(claim.topic) for claim in concerns(read, text)} == topics_raised
