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
        "Norway's far-right interior minister, Ana Lund, left.",
        ("Ana Lund", "minister of the interior", "NOR", None),
    ),
    ("Ana Lund, Deputy Solicitor General, arrived.", ("Ana Lund", "deputy solicitor general", None, None)),
    (
        "Ana Lund, a Dutch Green member of the European Parliament, arrived.",
        ("Ana Lund", "member of the european parliament", "EU", "Green"),
    ),
    (
        "Ana Lund, who is also foreign minister of Norway, left.",
        ("Ana Lund", "minister of foreign affairs", "NOR", None),
    ),
    (
        "The European People's Party President, Ana Lund, left.",
        ("Ana Lund", "president", None, "European People's Party"),
    ),
    (
        "Ana Lund, head of the Tripoli-based unity government, left.",
        ("Ana Lund", "head of government", "LBY", None),
    ),
    ("Lord Lund, the president of the Supreme Court, left.", ("Lund", "president", None, "Supreme Court")),
    (
        "US homeland security secretary, Ana Lund, left.",
        ("Ana Lund", "secretary of homeland security", "USA", None),
    ),
    (
        "Ghana's foreign ministry spokesperson, Ana Lund, left.",
        ("Ana Lund", "foreign ministry spokesperson", "GHA", None),
    ),
    ("Montenegro's premier, Ana Lund, left.", ("Ana Lund", "prime minister", "MNE", None)),
    (
        "Norway's vice minister for foreign affairs, Ana Lund, left.",
        ("Ana Lund", "vice minister of foreign affairs", "NOR", None),
    ),
    ("The head of Refugee Watch, Ana Lund, arrived.", ("Ana Lund", "head", None, "Refugee Watch")),
    (
        "Ana Lund, deputy director of the Asylum Aid Council, arrived.",
        ("Ana Lund", "deputy director", None, "Asylum Aid Council"),
    ),
    ("Republican Sen. Ana Lund arrived.", ("Ana Lund", "senator", None, "Republican")),
    (
        "Ana Lund, the Norwegian government's special envoy for returns, arrived.",
        ("Ana Lund", "special envoy for returns", "NOR", None),
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


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Norway wants to send people to Ghana. Prime Minister Kofi Mensah told parliament in Accra no.",
            "GHA",
        ),
        ("Ghana met Norway. Norway said it would pay. Justice Minister Ana Lund hailed the day.", "NOR"),
        ("Norway will send people to Kosovo, acting Prime Minister Albin Kurti said.", "XKX"),
    ],
)
def test_the_country_of_a_bare_title(read: Read, text: str, country: str) -> None:
    found = [c for c in read(text).claims if isinstance(c, OfficeClaim)]
    assert [c.country for c in found] == [country]


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


MORE = [
    ("On 3 March President Ana Lund arrived in Norway.", ("president", "NOR", None)),
    ("It was the first flight to Norway under Prime Minister Ana Lund.", ("prime minister", "NOR", None)),
    ("The text was signed by Ana Lund, who heads Norway's government.", ("head of government", "NOR", None)),
    (
        "Ana Lund, Ghana's ambassador to the United States, left.",
        ("ambassador to the united states", "GHA", None),
    ),
    ("US ambassador to Ghana Ana Lund left.", ("ambassador to ghana", "USA", None)),
    (
        "Ana Lund, Norway's minister of state for foreign affairs, left.",
        ("minister of state for foreign affairs", "NOR", None),
    ),
    (
        "Ana Lund, a spokeswoman for the interior ministry, said Norway was ready.",
        ("interior ministry spokesperson", "NOR", None),
    ),
    ("Supreme Court President Ana Lund said Norway was wrong.", ("president", "NOR", "Supreme Court")),
    ("President-elect Ana Lund said Norway was wrong.", ("president-elect", "NOR", None)),
    (
        "Ana Lund, the country's refugee and asylum commissioner, said Norway was ready.",
        ("refugee and asylum commissioner", "NOR", None),
    ),
    (
        "Ana Lund, UNHCR special envoy for the western Sahel, left.",
        ("special envoy for the western sahel", None, "UNHCR"),
    ),
    (
        "Ana Lund, a senior researcher at Human Rights Watch, left.",
        ("senior researcher", None, "Human Rights Watch"),
    ),
    ("Councillor Ana Lund (SP, Zurich) said Switzerland was wrong.", ("councillor", "CHE", "SP")),
    (
        "Ana Lund, head of the Department of Justice, left Norway.",
        ("head of the department of justice", "NOR", None),
    ),
    ("Opposition senator Ana Lund said Norway was wrong.", ("senator", "NOR", None)),
    ("Justice Ana Lund said Norway was wrong.", ("justice", "NOR", None)),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_a_title_is_taken_whole_and_no_further(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, OfficeClaim)]
    assert (claim.person, claim.office, claim.country, claim.organisation) == ("Ana Lund", *expected)


def test_a_counterpart_at_the_time_and_a_predecessor_have_the_title_too(read: Read) -> None:
    text = (
        "Norwegian Justice Minister Ana Lund and her Ghanaian counterpart at the time, Kofi Mensah, signed. "
        "Under her predecessor, Kari Berg, talks had failed."
    )
    found = {c.person: (c.office, c.country) for c in read(text).claims if isinstance(c, OfficeClaim)}
    assert found["Kofi Mensah"] == ("minister of justice", "GHA")
    assert found["Kari Berg"][0] == "minister of justice"


def test_one_person_may_hold_two_posts(read: Read) -> None:
    text = "Norway's deputy prime minister and transport minister Ana Lund left."
    found = [(c.office, c.country) for c in read(text).claims if isinstance(c, OfficeClaim)]
    assert sorted(found) == [("deputy prime minister", "NOR"), ("minister of transport", "NOR")]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesperson for the Interior Ministry in Norway spoke.",
        "Ana Lund, an analyst at Oslo University, left Norway.",
        "Ana Lund, a researcher, left Norway.",
    ],
)
def test_scholars_and_bodies_hold_no_post(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, OfficeClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN's refugee chief, Ana Lund, left.", ("refugee chief", None, "UN")),
        ("Liberal immigration spokesman Ana Lund left.", ("immigration spokesperson", None, "Liberal")),
        ("Labour minister Ana Lund said Norway was ready.", ("minister", "NOR", "Labour")),
        ("Committee chairman Ana Lund said Norway was ready.", ("committee chairman", "NOR", None)),
    ],
)
def test_the_body_of_a_post(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, OfficeClaim)]
    assert (claim.office, claim.country, claim.organisation) == expected


def test_a_headline_in_title_case_names_nobody(read: Read) -> None:
    text = (
        "Norway Has Returned 12 Migrants Under Migration Deal, Minister Says\nAna Lund, the minister, spoke."
    )
    assert {c.person for c in read(text).claims if isinstance(c, OfficeClaim)} == {"Ana Lund"}


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        (
            "“No,” said Ana Lund, secretary general of Amnesty International Canada.",
            ("Ana Lund", "secretary general"),
        ),
        ("Ana Lund, secretary general of the Red Cross, left.", ("Ana Lund", "secretary general")),
        ("NATO Secretary General Jens Stoltenberg left.", ("Jens Stoltenberg", "secretary general")),
        ("Asylum Watch is a charity. The group's director, Ana Lund, left.", ("Ana Lund", "director")),
        (
            "Ana Lund, minister of state for foreign affairs, left.",
            ("Ana Lund", "minister of state for foreign affairs"),
        ),
        ("The previous Norwegian government, led by Ana Lund, fell.", ("Ana Lund", "head of government")),
        ("Likud party leader Ana Lund left.", ("Ana Lund", "leader")),
        ("Ana Lund, then head of the Accra government, left.", ("Ana Lund", "head of government")),
    ],
)
def test_posts_behind_bodies(read: Read, sentence: str, held: tuple[str, str]) -> None:
    assert [(c.person, c.office) for c in read(sentence).claims if isinstance(c, OfficeClaim)] == [held]
