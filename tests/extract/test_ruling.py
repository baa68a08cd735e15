import pytest

from kg.model.claim import RulingClaim, StatusClaim
from tests.extract.conftest import Read


def rulings(read: Read, text: str) -> list[RulingClaim]:
    return [claim for claim in read(text).claims if isinstance(claim, RulingClaim)]


@pytest.mark.parametrize(
    ("text", "court", "outcome"),
    [
        ("The Supreme Court ruled that the scheme was unlawful.", "Supreme Court", "unlawful"),
        ("The High Court upheld the policy.", "High Court", "lawful"),
        ("A federal judge in Boston blocked the deportations.", "federal judge in Boston", "blocked"),
        ("The Supreme Court lifted an injunction against the removals.", "Supreme Court", "allowed"),
        ("The scheme was struck down by the Supreme Court.", "Supreme Court", "unlawful"),
        ("The High Court found that the policy was not unlawful.", "High Court", "lawful"),
        ("The Constitutional Court found nothing wrong with the treaty.", "Constitutional Court", "lawful"),
        ("The High Court quashed the deportation order.", "High Court", "unlawful"),
        ("The Court of Appeal dismissed a challenge to the transfers.", "Court of Appeal", "allowed"),
        ("The High Court refused to halt the flight.", "High Court", "allowed"),
        ("The tribunal in Rome declined to validate their detention.", "tribunal in Rome", "blocked"),
        ("The Supreme Court ruled that the migrants could be deported.", "Supreme Court", "allowed"),
        ("The High Court held that they could not be sent to Ghana.", "High Court", "blocked"),
        ("Judge Elena Marsh issued an injunction against the flights.", "Judge Elena Marsh", "blocked"),
        ("The Supreme Court referred the case to a lower court.", "Supreme Court", "remitted"),
        ("The High Court ordered the ministry to bring him back.", "High Court", "other"),
        ("The High Court ruled that the flights will not be able to go ahead.", "High Court", "blocked"),
        ("The High Court rejected a request to hold nine migrants in Ghana.", "High Court", "blocked"),
        ("The High Court declared that it had no jurisdiction.", "High Court", "other"),
        (
            "The flight was grounded after an intervention by the European Court of Human Rights.",
            "European Court of Human Rights",
            "blocked",
        ),
        ("The plan broke the law, the Supreme Court held.", "Supreme Court", "unlawful"),
        ("The Supreme Court declined to intervene.", "Supreme Court", "other"),
        ("The tribunal cancelled the removal orders.", "tribunal", "unlawful"),
        ("The High Court quashed the decision to shut the camp.", "High Court", "unlawful"),
        ("The High Court rejected the appeal of the ministry.", "High Court", "blocked"),
        ("The judge extended the ban on removals by a week.", "judge", "blocked"),
        ("The High Court gave the go-ahead for the transfer.", "High Court", "allowed"),
        ("The court ruled that a country can be called safe only as a whole.", "court", "other"),
        ("Ghana was told by its High Court to release them.", "High Court", "other"),
        ("The High Court gave the ministry a week to prove that Ghana consents.", "High Court", "other"),
        ("The court in Oslo rejected the detention of twelve migrants in Ghana.", "court in Oslo", "blocked"),
        ("The Supreme Court lifted limits on deporting migrants to Ghana.", "Supreme Court", "allowed"),
        ("A judge issued an injunction to compel Norway to resume flights to Ghana.", "judge", "other"),
        ("A judge closed the case after finding that no law had been broken.", "judge", "lawful"),
        (
            "The Constitutional Court cleared the treaty, finding no breach of the constitution.",
            "Constitutional Court",
            "lawful",
        ),
    ],
)
def test_outcomes(read: Read, text: str, court: str, outcome: str) -> None:
    [claim] = rulings(read, text)
    assert (claim.court, claim.outcome) == (court, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "The court will rule next week.",
        "Campaigners asked the Supreme Court to block the flights.",
        "The Supreme Court has yet to rule on the plan.",
        "No court has ruled that the plan is unlawful.",
        "If the High Court rules that the plan is unlawful, the flights will stop.",
        "The Supreme Court said the plan was unfair.",
        "The ministry's ruling surprised campaigners.",
    ],
)
def test_what_no_court_has_decided_is_no_ruling(read: Read, text: str) -> None:
    assert rulings(read, text) == []


def test_the_court_stands_for_the_one_named_before(read: Read) -> None:
    text = "The Supreme Court heard the case in May. In June the court struck down the plan."
    [claim] = rulings(read, text)
    assert claim.court == "Supreme Court"
    assert claim.spans[0].text == "In June the court struck down the plan"


def test_a_heading_adds_a_span_to_the_ruling_it_announces(read: Read) -> None:
    text = (
        "Judges strike down plan\nThe Supreme Court struck down the plan on Monday, by four votes to three."
    )
    [claim] = rulings(read, text)
    assert (claim.court, len(claim.spans)) == ("Supreme Court", 2)


def test_rulings_to_one_end_on_two_days_stay_apart(read: Read) -> None:
    text = (
        "The High Court blocked the flights on 3 June 2025. "
        "The Court of Appeal blocked the flights on 5 August 2025."
    )
    assert [claim.court for claim in rulings(read, text)] == ["High Court", "Court of Appeal"]


def test_a_scheme_ruled_unlawful_is_a_stage_of_its_deal(read: Read) -> None:
    text = (
        "Norway sent 40 people to Ghana in May under the scheme. "
        "The Supreme Court ruled that the scheme was unlawful."
    )
    stages = [claim for claim in read(text).claims if isinstance(claim, StatusClaim)]
    [ruled] = [claim for claim in stages if claim.status == "ruled-unlawful"]
    assert (ruled.sending, ruled.receiving) == (("NOR",), ("GHA",))


def test_law_at_large_names_no_parties(read: Read) -> None:
    text = (
        "Norway sent 40 people to Ghana in May. "
        "Germany's Constitutional Court ruled that German benefits law was valid."
    )
    [claim] = rulings(read, text)
    assert (claim.sending, claim.receiving) == ((), ())


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "Justice Ada Falk found the accord unlawful in May 2007."
            " The Court of Appeal overturned that ruling in 2008.",
            ["unlawful", "lawful"],
        ),
        (
            "The High Court ruled the transfers illegal in June 2023."
            " The Supreme Court came to the same view in May 2024.",
            ["unlawful", "unlawful"],
        ),
        ("The full bench made permanent the order restraining the minister from removing them.", ["blocked"]),
        ("The European Court of Human Rights ordered Norway to wait.", ["blocked"]),
        ("The Supreme Court declined to freeze his order.", ["other"]),
        ("The High Court threw out the suit and held that no law had been broken.", ["lawful"]),
        ("The Council of State annulled the decree on returns.", ["unlawful"]),
        ("Justice Minister Ada Falk dismissed the claim.", []),
        (
            "In May 2023 the High Court ruled the policy unlawful. On 2 June 2023 it barred the removals.",
            ["unlawful", "blocked"],
        ),
        (
            "The High Court struck out the application because the men were no longer in the country.",
            ["other"],
        ),
    ],
)
def test_what_points_back_or_is_explained(read: Read, text: str, outcomes: list[str]) -> None:
    found = [claim for claim in read(text).claims if isinstance(claim, RulingClaim)]
    assert [str(claim.outcome) for claim in found] == outcomes
