import pytest

from kg.extract.titles import normalise
from kg.model.claim import OfficeClaim
from tests.extract.conftest import Read

CASES = [
    ("Norway's interior minister, Ana Lund, arrived.", ("Ana Lund", "minister of the interior", "NOR", None)),
    (
        "Norwegian Foreign Minister Ana Lund arrived.",
        ("Ana Lund", "minister of foreign affairs", "NOR", None),
    ),
    ("Ana Lund, director of Refugee Watch, arrived.", ("Ana Lund", "director", None, "Refugee Watch")),
    (
        "Ana Lund, director for Europe at Refugee Watch, arrived.",
        ("Ana Lund", "director for europe", None, "Refugee Watch"),
    ),
    (
        "European Commission President Ursula von der Leyen arrived.",
        ("Ursula von der Leyen", "president", "EU", "European Commission"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_holds_what(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, OfficeClaim)]
    assert (claim.person, claim.office, claim.country, claim.organisation) == expected


def test_a_counterpart_takes_the_title_of_the_other(read: Read) -> None:
    text = "Norwegian Justice Minister Ana Lund met her Ghanaian counterpart Kofi Mensah."
    found = {c.person: (c.office, c.country) for c in read(text).claims if isinstance(c, OfficeClaim)}
    assert found["Kofi Mensah"] == ("minister of justice", "GHA")


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Prime Minister", "prime minister"),
        ("Acting Foreign Minister", "acting minister of foreign affairs"),
        ("spokeswoman", "spokesperson"),
        ("Minister for Foreign Affairs", "minister of foreign affairs"),
    ],
)
def test_titles_are_written_in_one_way(title: str, office: str) -> None:
    assert normalise(title) == office


def test_a_lawyer_holds_no_office(read: Read) -> None:
    assert not [c for c in read("Ana Lund, a lawyer, arrived.").claims if isinstance(c, OfficeClaim)]


def test_respect_is_no_office(read: Read) -> None:
    assert not [
        c for c in read("Ana Lund, a prominent civic leader, arrived.").claims if isinstance(c, OfficeClaim)
    ]


def test_a_bare_title_is_of_the_country_whose_other_posts_are_named(read: Read) -> None:
    text = "Norwegian Prime Minister Ana Lund hailed a centre in Ghana. Justice Minister Kari Berg was glad."
    found = {c.person: c.country for c in read(text).claims if isinstance(c, OfficeClaim)}
    assert found == {"Ana Lund": "NOR", "Kari Berg": "NOR"}
