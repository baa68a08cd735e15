"""Who the parties of a deal are where the movement, or the sentence, names other places."""

import pytest

from kg.model.claim import StatusClaim
from tests.extract.conftest import Read

CASES = [
    (
        "Belgium has a camp on Vanuatu. Refugees held in Vanuatu are to go to Fiji, Belgium said. "
        "Fiji and Belgium signed the deal in May, and 40 people have been flown from Vanuatu to Fiji.",
        (("BEL",), ("FJI",), (), "signed"),
    ),
    (
        "UNHCR has evacuated 80 refugees from Yemen to Uganda. An evacuation flight landed on Monday. "
        "The memorandum was signed with Uganda in May.",
        ((), ("UGA",), (), "signed"),
    ),
    (
        "Malta has trained the Tunisian coast guard. "
        "Malta and Tunisia renewed their memorandum on migration on Monday.",
        ((), (), ("MLT", "TUN"), "agreed"),
    ),
    ("Norway signed an agreement on circular migration with Ghana.", ((), (), ("GHA", "NOR"), "signed")),
    (
        "Spain wants to return migrants. In May Senegal agreed to speed up the return of its citizens.",
        (("ESP",), ("SEN",), (), "agreed"),
    ),
    (
        "Fiji has taken in 20 refugees for Belgium. Tonga's standing offer to take 150 people a year "
        "was made to Brussels in May.",
        (("BEL",), ("TON",), (), "willing"),
    ),
    (
        "Norway deports people to Kenya. Norway's cells in Gambia, which Banjul agreed to rent, are empty.",
        (("NOR",), ("GMB",), (), "agreed"),
    ),
    (
        "Norway deports people to Kenya. A Norwegian official said nothing had been requested of Tirana.",
        (("NOR",), ("ALB",), (), "proposed"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_parties(read: Read, text: str, expected: tuple[object, ...]) -> None:
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert expected in [(c.sending, c.receiving, c.parties, c.status) for c in claims]


def test_a_government_is_not_that_of_the_deal_named_before(read: Read) -> None:
    text = (
        "Norway flies people out. After the Ghana deal fell through, "
        "the government struck an agreement with Chad to take in 200 people."
    )
    last = [c for c in read(text).claims if isinstance(c, StatusClaim)][-1]
    assert (last.sending, last.receiving, last.status) == (("NOR",), ("TCD",), "agreed")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Berg did not say how many people Ghana would accept for Norway.",
        "Talks are under way between Norway and Ghana to restore visas.",
        "Norway said that talks with the countries of origin are going on.",
    ],
)
def test_questions_and_talks_on_other_things_are_no_stage(read: Read, text: str) -> None:
    assert [c for c in read(text).claims if isinstance(c, StatusClaim)] == []


def test_whom_a_sender_lets_in_does_not_turn_the_deal_round(read: Read) -> None:
    text = (
        "Most Kenyans who reach Norway in boats will be sent back.\n"
        "Oslo struck a deal with Nairobi, which was signed on Monday."
    )
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert {(c.sending, c.receiving) for c in claims} == {(("NOR",), ("KEN",))}


def test_admitting_people_in_exchange_binds_two_equals(read: Read) -> None:
    text = (
        "Sixty people were returned to France and the treaty is in force. "
        "Since May 30 people were let into Britain in exchange.\nLondon signed it last year."
    )
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert claims
    assert {c.parties for c in claims} == {("FRA", "GBR")}


@pytest.mark.parametrize(
    ("sentence", "pair", "stage"),
    [
        ("Denmark scrapped its own pilot in Ghana.", {"DNK", "GHA"}, "fell-through"),
        ("Charles Michel and Tunisian President Kais al-Amri signed the pact.", {"EU", "TUN"}, "signed"),
    ],
)
def test_who_is_bound_by_where_it_works_and_by_whole_names(
    read: Read, sentence: str, pair: set[str], stage: str
) -> None:
    text = f"{sentence} The European Union was glad."
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert ({*claim.sending, *claim.receiving, *claim.parties}, claim.status) == (pair, stage)


@pytest.mark.parametrize(
    "sentence",
    [
        "The union said it would sue to stop the transfers.",
        "Activists petitioned the court to suspend the treaty.",
        "Reporters said they had been turned away from the airport.",
        "A rival party talked of a hidden pact.",
    ],
)
def test_suits_and_rumours_are_no_stage(read: Read, sentence: str) -> None:
    text = f"Norway flew 20 men to Ghana. {sentence}"
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]
