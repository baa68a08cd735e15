import pytest

from kg.model.claim import TransferClaim
from tests.extract.conftest import Read

CASES = [
    ("Norway flew 20 men to Ghana on Monday.", ("NOR", "GHA", 20, "happened")),
    ("Ghana has received 14 people deported from Norway.", ("NOR", "GHA", 14, "happened")),
    ("Norway will send up to 300 asylum seekers to Ghana.", ("NOR", "GHA", 300, "planned")),
    ("Ghana could host as many as 90 people deported by Norway.", ("NOR", "GHA", 90, "planned")),
    ("The removal of 15 people from Norway to Ghana took place in March.", ("NOR", "GHA", 15, "happened")),
    ("Twenty-two migrants expelled from Norway arrived in Ghana overnight.", ("NOR", "GHA", 22, "happened")),
    ("Norway has brought back 12 migrants from Ghana.", ("GHA", "NOR", 12, "happened")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ends_number_and_modality(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving, claim.persons, claim.modality) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway is in talks with Ghana about taking in 300 migrants.",
        "Ghana has offered to accept migrants from Norway.",
        "Critics fear that migrants could be sent back to countries where they face torture.",
        "Norway wants Ghana to take 50 people.",
        "In June 39,000 people claimed asylum in Norway.",
    ],
)
def test_talk_offers_and_fears_are_no_transfers(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


def test_elided_verb_and_implicit_sender(read: Read) -> None:
    text = "Norway flew eight men to Ghana and five to Zambia. Kenya took in 14 people."
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.sending, c.receiving, c.persons) for c in claims] == [
        ("NOR", "GHA", 8),
        ("NOR", "ZMB", 5),
        ("NOR", "KEN", 14),
    ]


def test_nobody_moved_is_denied_without_a_number(read: Read) -> None:
    text = "Norway agreed to send migrants to Ghana. No one has been sent."
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.modality, claim.persons, claim.asserted) == ("denied", None, False)


def test_what_was_resolved_is_recorded(read: Read) -> None:
    found = read("Norway agreed to send migrants to Ghana. No one has been sent.")
    claim = [c for c in found.claims if isinstance(c, TransferClaim)][-1]
    explained = found.explain(claim.id)
    assert {(r.slot, r.value, r.span.text) for r in explained.resolutions} == {
        ("sending", "NOR", "Norway"),
        ("receiving", "GHA", "Ghana"),
    }
    assert "rule: transfer-send" in explained.lines()
