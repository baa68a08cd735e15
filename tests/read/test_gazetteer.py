import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.gazetteer import body, find, names, outlet, person


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[f.start : f.end], f.name.ref if f.name else None) for f in find(text)]


def test_names_are_found_in_order_with_their_exact_words() -> None:
    text = "Rwanda’s minister met Marco Rubio in Washington, the U.S. government told the Washington Post."
    assert found(text) == [
        ("Rwanda", "country/RWA"),
        ("Marco Rubio", "person/marco-rubio"),
        ("Washington", "country/USA"),
        ("U.S. government", "body/government-of-the-united-states"),
        ("the Washington Post", "outlet/washington-post"),
    ]


def test_kinds_tell_a_country_from_its_people_its_capital_and_its_government() -> None:
    kinds = [f.readings[0].kind for f in find("Britain and Rwandans: London, the Meloni government, AFP")]
    assert kinds == ["country", "demonym", "capital", "government", "outlet"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan Smith flew to Jordan.", [("Jordan", "country/JOR")]),
        ("Michael Jordan met Mr Chad in Chad.", [("Chad", "country/TCD")]),
        ("Egypt and Jordan refused on Monday.", [("Egypt", "country/EGY"), ("Jordan", "country/JOR")]),
        ("The deputy, Paris Hill, is in Paris Thursday.", [("Paris", "country/FRA")]),
        ("Jordan Takes In Refugees From Gaza Strip", [("Jordan", "country/JOR")]),
        ("Officials in Georgia, in the Caucasus, agreed.", [("Georgia", "country/GEO")]),
        ("Detainees in Georgia were driven to Atlanta.", []),
        ("They ate turkey in Turkey and told us nothing.", [("Turkey", "country/TUR")]),
        (
            "Congolese officials in Brazzaville",
            [("Congolese", "country/COG"), ("Brazzaville", "country/COG")],
        ),
        ("Congolese troops near Goma", [("Congolese", "country/COD")]),
        ("Dominican police in Santo Domingo", [("Dominican", "country/DOM")]),
        ("Dominican police in Roseau", [("Dominican", "country/DMA")]),
        ("Brussels said the EU would pay.", [("Brussels", "country/EU"), ("EU", "country/EU")]),
        ("Belgian police in Brussels", [("Belgian", "country/BEL"), ("Brussels", "country/BEL")]),
        (
            "Papua New Guinea, Guinea-Bissau",
            [("Papua New Guinea", "country/PNG"), ("Guinea-Bissau", "country/GNB")],
        ),
        ("Nigerien guards, Nigerian migrants", [("Nigerien", "country/NER"), ("Nigerian", "country/NGA")]),
        ("a camp in the Niger Delta", []),
        ("returns under the Dublin Regulation", []),
        ("Latin American and Native American groups", []),
        ("a court in Washington state", []),
        ("Kingston, in Jamaica", [("Kingston", "country/JAM"), ("Jamaica", "country/JAM")]),
        ("Kingston upon Thames", []),
        ("San José, Costa Rica", [("San José", "country/CRI"), ("Costa Rica", "country/CRI")]),
        ("San Jose, California", [("California", "country/USA")]),
        ("Victoria, the capital of Seychelles", [("Victoria", "country/SYC"), ("Seychelles", "country/SYC")]),
        ("Victoria said so.", []),
        ("Male migrants arrived in the Maldives.", [("the Maldives", "country/MDV")]),
        ("South Sudan, not Sudan", [("South Sudan", "country/SSD"), ("Sudan", "country/SDN")]),
        (
            "Côte d’Ivoire or Cote d'Ivoire",
            [("Côte d’Ivoire", "country/CIV"), ("Cote d'Ivoire", "country/CIV")],
        ),
        ("RWANDA AND GHANA", [("RWANDA", "country/RWA"), ("GHANA", "country/GHA")]),
        ("Northern Ireland's ports", []),
    ],
)
def test_an_ambiguous_name_is_decided_by_its_context(text: str, expected: list[tuple[str, str]]) -> None:
    # Santo Domingo and Roseau are read as capitals only where the country itself is named.
    assert [pair for pair in found(text) if pair[0] not in ("Santo Domingo", "Roseau")] == expected


def test_what_the_context_leaves_open_stays_open() -> None:
    first = find("Congolese ministers met in Kinshasa and in Brazzaville.")[0]
    assert first.name is None
    assert {n.ref for n in first.readings} == {"country/COD", "country/COG"}


def test_a_surname_stands_for_a_person_only_after_the_full_name_or_a_title() -> None:
    assert found("Yvette Cooper resigned. Cooper left.") == [
        ("Yvette Cooper", "person/yvette-cooper"),
        ("Cooper", "person/yvette-cooper"),
    ]
    assert found("Home Secretary Cooper said") == [("Cooper", "person/yvette-cooper")]
    assert found("Cooper, a lawyer, said") == []


def test_a_surname_that_news_gives_one_person_stands_alone_but_not_after_another_given_name() -> None:
    assert found("Trump spoke; Prime Minister Starmer did not.") == [
        ("Trump", "person/donald-trump"),
        ("Starmer", "person/keir-starmer"),
    ]
    assert found("the candidate, Ivanka Trump, and Donald Trump Jr. left") == []


@pytest.mark.parametrize("opening", ["The", "Meanwhile", "Another", "During", "Several"])
def test_a_word_that_opens_a_sentence_is_no_given_name(opening: str) -> None:
    [found] = find(f"{opening} Trump administration officials spoke of a deal.")
    assert found.name is not None
    assert (found.name.text, found.name.country) == ("Trump administration", "USA")


@given(st.text(alphabet=st.sampled_from("US.’' \nturkeyTJodanCh-Éé2"), max_size=60))
def test_whatever_the_text_the_names_found_are_in_it_and_apart(text: str) -> None:
    last = 0
    for item in find(text):
        assert last <= item.start < item.end <= len(text)
        assert item.readings
        written = text[item.start : item.end].replace("’", "'").casefold()
        assert all(written == reading.text.casefold() for reading in item.readings)
        last = item.end


@given(st.sampled_from([n for n in names() if n.ref and not n.ambiguous]))
def test_every_unambiguous_name_is_found_in_a_sentence(name: object) -> None:
    text = f"They spoke of {name.text} again."  # type: ignore[attr-defined]
    assert any(name in f.readings or f.end - f.start >= len(name.text) for f in find(text))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("Marco Rubio", "person/marco-rubio"),
        ("US Secretary of State Marco Rubio", "person/marco-rubio"),
        ("Sir Keir Starmer", "person/keir-starmer"),
        ("Nduhungirehe", "person/olivier-nduhungirehe"),
        ("Jose Raul Mulino", "person/jose-raul-mulino"),
        ("Boris Johnson", "person/boris-johnson"),
        ("Johnson", None),
        ("Mr Miller", None),
        ("Maureen Silcoff", None),
        ("", None),
    ],
)
def test_persons_are_known_by_name_alias_title_or_a_surname_of_their_own(name: str, ref: str | None) -> None:
    known = person(name)
    assert (known.ref if known else None) == ref


def test_bodies_and_media_are_known_with_and_without_their_article() -> None:
    for name in ("Home Office", "the Home Office", "UK Home Office"):
        known = body(name)
        assert known is not None
        assert (known.ref, known.text) == ("body/uk-home-office", "UK Home Office")
    government = body("Rwandan government")
    assert government is not None
    assert government.ref == "body/government-of-rwanda"
    assert body("Labour Party") is None
    for name in ("Washington Post", "the Washington Post", "The Washington Post", "WaPo"):
        medium = outlet(name)
        assert medium is not None
        assert (medium.ref, medium.text) == ("outlet/washington-post", "The Washington Post")
    assert outlet("Post") is None
    assert outlet("Times") is None
