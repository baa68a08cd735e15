"""Where people leave and arrive when the clause itself does not say."""

import pytest

from kg.model.claim import StatusClaim, TransferClaim
from tests.extract.conftest import Read

LAST = [
    # they leave the place where they are kept, whoever moves them
    ("Forty people held on Manus Island were transferred to Nauru by Australia.", ("PNG", "NRU", 40)),
    ("The 80 women who are still in Nauru may be moved to Cambodia, Canberra said.", ("NRU", "KHM", 80)),
    (
        "Norway flew men to Kosovo. A treaty with Ghana, under which Oslo moved 60 men there, was torn up.",
        ("NOR", "GHA", 60),
    ),
    (
        "Norway flew men to Ghana. Chad is due to receive a plane with 90 deportees from Nepal and Laos.",
        ("NOR", "TCD", 90),
    ),
    (
        "Ghana takes deportees of all nations from Norway. One Irish citizen was flown back to Ireland.",
        ("GHA", "IRL", 1),
    ),
    (
        "Australia accepted a New Zealand offer to take in refugees it had sent to Nauru.",
        ("AUS", "NRU", None),
    ),
    ("Six groups, 648 people in all, have been flown from Libya to Rwanda.", ("LBY", "RWA", 648)),
    ("UNHCR took 90 people from Libya to Niger. Of these, 50 were resettled to Norway.", ("NER", "NOR", 50)),
    (
        "UNHCR evacuates refugees from Libya to Rwanda. An arrangement with Niger has received 2,000 people.",
        ("LBY", "NER", 2000),
    ),
    ("Israel sends Africans to Rwanda. It denied that it would send others to Uganda.", ("ISR", "UGA", None)),
]


@pytest.mark.parametrize(("text", "expected"), LAST)
def test_the_text_gives_what_the_clause_leaves_out(
    read: Read, text: str, expected: tuple[object, ...]
) -> None:
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons) == expected


def test_two_countries_are_those_told_before(read: Read) -> None:
    text = (
        "Israel wants Africans to leave for Rwanda or Uganda. Kigali denies any deal.\n"
        "Some 3,000 people from Eritrea were sent to the two countries in 2015."
    )
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert {(c.sending, c.receiving, c.persons) for c in claims} == {
        ("ISR", None, 3000),
        ("ISR", "RWA", None),
        ("ISR", "UGA", None),
    }


def test_people_who_travel_of_their_own_are_not_sent(read: Read) -> None:
    text = 'Norway is flying migrants to Ghana. "Other people in Norway go there on holiday," she said.'
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving) == ("NOR", "GHA")


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
        "Since May 41 people have been admitted to Britain in exchange.\nLondon signed it last year."
    )
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert claims
    assert {c.parties for c in claims} == {("FRA", "GBR")}


@pytest.mark.parametrize(
    ("sentence", "pair", "stage"),
    [
        ("Denmark dropped its own scheme in Rwanda.", {"DNK", "RWA"}, "fell-through"),
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
        "Lawyers said they had been turned away at the gate.",
        "The opposition spoke of a secret bargain.",
    ],
)
def test_suits_and_rumours_are_no_stage(read: Read, sentence: str) -> None:
    text = f"Norway flew 20 men to Ghana. {sentence}"
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana has moved 97 migrants to a camp on the edge of the forest.",
        "Some 500 had already gone back of their own accord.",
        "Ghana accepts those who have family there.",
    ],
)
def test_nobody_is_sent_who_stays_inside_or_goes_of_his_own(read: Read, sentence: str) -> None:
    text = f"Norway flew 20 men to Ghana. {sentence}"
    assert [c.persons for c in read(text).claims if isinstance(c, TransferClaim)] == [20]
