import pytest

from kg.model.claim import StatusClaim
from tests.extract.conftest import Read

CASES = [
    (
        "Portugal signed a pact with Senegal on Monday to speed up the removal of illegal migrants.",
        [(("PRT",), ("SEN",), "signed", "CT+")],
    ),
    (
        "Belgium is in talks with Kenya about sending rejected asylum seekers there.",
        [(("BEL",), ("KEN",), "talks", "CT+")],
    ),
    (
        "Kenya has offered to take in migrants deported from Belgium.",
        [(("BEL",), ("KEN",), "willing", "CT+")],
    ),
    (
        "Kenya agreed to accept 40 people deported from Belgium. Zambia rejected a similar request in May.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Norway has scrapped its plan to send asylum seekers to Ghana.",
        [(("NOR",), ("GHA",), "fell-through", "CT+")],
    ),
    (
        "Norway agreed to send asylum seekers to Ghana. The treaty will come into effect once it is voted.",
        [(("NOR",), ("GHA",), "agreed", "CT+"), (("NOR",), ("GHA",), "in-force", "PS+")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_stages_and_parties(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.sending, c.receiving, c.status, c.factuality) for c in claims] == expected


def test_a_swap_names_parties_and_no_direction(read: Read) -> None:
    text = 'Norway and Ghana signed a "one in, one out" deal in May.'
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert (claim.sending, claim.receiving, claim.parties) == ((), (), ("GHA", "NOR"))


def test_a_deal_that_is_merely_named_has_no_stage(read: Read) -> None:
    assert not [
        c for c in read("Ministers praised the accord in Accra.").claims if isinstance(c, StatusClaim)
    ]


def test_a_heading_adds_words_to_the_claim_of_the_body(read: Read) -> None:
    text = "Norway and Ghana seal asylum pact\nNorway signed a treaty with Ghana to send migrants there.\n"
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert claim.status == "signed"
    assert next(span.text for span in claim.spans) == "Norway and Ghana seal asylum pact"


def test_causes_quote_the_words(read: Read) -> None:
    text = "Norway scrapped its deal with Ghana to send migrants there due to legal challenges."
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.type, c.text) for c in claim.causes] == [("legal-challenge", "due to legal challenges")]
