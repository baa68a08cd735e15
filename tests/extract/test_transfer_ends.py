"""Where people leave and arrive when the clause itself does not say."""

import pytest

from kg.model.claim import TransferClaim
from tests.extract.conftest import Read

LAST = [
    # they leave the place where they are kept, whoever moves them
    ("Forty people held in Chad were transferred to Niger by Norway.", ("TCD", "NER", 40)),
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
        "Ghana takes deportees of all nations from Norway. One Danish citizen was flown back to Denmark.",
        ("GHA", "DNK", 1),
    ),
    (
        "Australia accepted a New Zealand offer to take in refugees it had sent to Nauru.",
        ("AUS", "NRU", None),
    ),
    ("Six groups, 500 people in all, have been flown from Chad to Ghana.", ("TCD", "GHA", 500)),
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
        "Denmark wants people to leave for Ghana or Chad. Accra denies any deal.\n"
        "Some 900 people from Laos were sent to the two countries in 2015."
    )
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert {(c.sending, c.receiving, c.persons) for c in claims} == {
        ("DNK", None, 900),
        ("DNK", "GHA", None),
        ("DNK", "TCD", None),
    }


def test_people_who_travel_of_their_own_are_not_sent(read: Read) -> None:
    text = 'Norway is flying migrants to Ghana. "Half my neighbours go there every summer," she said.'
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving) == ("NOR", "GHA")
