import pytest

from kg.extract.entities import find_entities
from kg.extract.rules import read
from kg.model.text import Article


def _names(text: str) -> set[tuple[str, str]]:
    return {(entity.span.text, entity.kind) for entity in find_entities(read(Article(text=text)))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Communist Party of Cuba met.", "Communist Party of Cuba", "organisation"),
        ("The Social Democratic and Labour Party met.", "Social Democratic and Labour Party", "organisation"),
        ("It was paid by the International Monetary Fund.", "International Monetary Fund", "organisation"),
        ("She was elected by the Polish People's Party.", "Polish People's Party", "organisation"),
        ("Despite losses the SPD stayed in office.", "SPD", "organisation"),
        ("The vote went against Sinn Féin.", "Sinn Féin", "organisation"),
        ("Five Labour MPs voted against it.", "Labour", "organisation"),
        ("It was signed in Kigali by both sides.", "Kigali", "place"),
        ("The nomination went to Dwight D. Eisenhower of Kansas.", "Dwight D. Eisenhower", "person"),
    ],
)  # fmt: skip
def test_names_are_found_whole(text: str, name: str, kind: str) -> None:
    assert (name, kind) in _names(text)


def test_a_place_in_the_name_of_an_election_is_no_place() -> None:
    assert _names("He won the 2011 Berlin state election easily.") == set()


def test_a_country_in_the_name_of_a_party_is_no_place() -> None:
    assert _names("He left the Liberal Party of Australia.") == {
        ("Liberal Party of Australia", "organisation")
    }


def test_names_in_a_list_are_told_apart() -> None:
    found = _names("The groups are Amnesty International, Human Rights Watch and Oxfam.")
    assert {name for name, kind in found if kind == "organisation"} >= {
        "Amnesty International",
        "Human Rights Watch",
        "Oxfam",
    }
