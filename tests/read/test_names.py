from collections import defaultdict

from kg.read.countries import countries
from kg.read.names import Name, names


def _readings() -> dict[str, list[Name]]:
    readings = defaultdict(list)
    for name in names():
        readings[name.text].append(name)
    return readings


def test_no_form_of_words_stands_twice_for_the_same_thing() -> None:
    keys = [(name.text, name.ref) for name in names()]
    assert len(keys) == len(set(keys))


def test_a_text_with_several_readings_says_how_they_are_told_apart() -> None:
    for text, readings in _readings().items():
        places = [n for n in readings if n.is_place]
        for group in (places, [n for n in readings if not n.is_place]):
            if len(group) > 1:
                assert all(n.ambiguous and n.ambiguous.reason for n in group), text
                assert sum(n.ambiguous.default for n in group if n.ambiguous) <= 1, text


def test_a_reading_that_is_not_the_default_has_a_clue_or_is_never_taken() -> None:
    silent = {n.text for n in names() if n.ambiguous and not n.ambiguous.default and not n.ambiguous.clues}
    assert silent == {"Male"}


def test_every_place_is_a_country_we_know() -> None:
    for name in names():
        assert name.country is None or name.country in countries(), name
        if name.is_place:
            assert name.ref == f"country/{name.country}"


def test_references_are_ids_of_their_kind() -> None:
    folders = {
        "country": "country",
        "demonym": "country",
        "capital": "country",
        "town": "country",
        "government": "body",
        "body": "body",
        "person": "person",
        "outlet": "outlet",
    }
    for name in names():
        if name.kind == "other":
            assert name.ref is None
        else:
            assert name.ref is not None
            assert name.ref.startswith(folders[name.kind] + "/"), name


def test_words_that_are_english_in_lower_case_count_only_as_written() -> None:
    assert all(
        n.case_sensitive for text in ("US", "Turkey", "Polish", "Chad", "China") for n in _readings()[text]
    )
    assert not _readings()["Rwanda"][0].case_sensitive


def test_each_country_has_a_government_and_all_its_names_lead_to_one_body() -> None:
    by_text = {n.text: n.ref for n in names() if n.kind == "government"}
    assert by_text["US government"] == by_text["American government"] == by_text["Trump administration"]
    assert by_text["UK government"] == by_text["British authorities"] == by_text["Downing Street"]
    assert by_text["Ghanaian government"] == "body/government-of-ghana"
    assert by_text["government of Ivory Coast"] == "body/government-of-ivory-coast"


def test_names_are_also_looked_for_without_accents() -> None:
    texts = {n.text: n.ref for n in names()}
    assert texts["Bogotá"] == texts["Bogota"] == "country/COL"
    assert texts["José Raúl Mulino"] == texts["Jose Raul Mulino"]
