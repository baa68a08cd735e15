import re
import shutil
import tomllib
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model.actor import BodyType
from kg.model.agreement import AgreementKind, Confidence, Event, Instrument, Role, Transfer
from kg.model.claim import Attribution
from kg.model.codes import Factuality, Mode, SourceType, Status, TransferModality
from kg.paths import resource
from kg.read.catalogue import Catalogue, mistakes, read_catalogue

RECORD = """\
id = "gbr-rwa-2026"
title = "A memorandum"
kind = "third-country-removal"
instrument = "memorandum"

[parties]
sending = ["GBR"]
receiving = ["RWA"]

[status]
as_of = "2026-11"
status = "signed"
sources = ["https://www.example.org/a"]
confidence = "medium"

[[dispute]]
id = "signed"
about = "whether it was signed"

[[event]]
date = "2026-10-02"
status = "signed"
dispute = "signed"
rank = "preferred"
sources = ["https://www.example.org/a", "https://news.example.net/b"]
confidence = "high"

[[event]]
date = "2026-10-03"
status = "signed"
factuality = "CT-"
by = "jane-doe"
dispute = "signed"
sources = ["https://news.example.net/b"]
confidence = "medium"

[[transfer]]
date = "2026-10"
persons = 50
qualifier = "up-to"
modality = "planned"
sending = "GBR"
receiving = "RWA"
sources = ["https://www.example.org/a"]
confidence = "medium"

[[payment]]
amount = 1_500_000.50
currency = "GBP"
modality = "promised"
payer = "GBR"
payee = "RWA"
confidence = "low"

[[official]]
person = "jane-doe"
office = "minister of state"
country = "RWA"
act = "denied"
sources = ["https://news.example.net/b"]
confidence = "medium"

[[source]]
url = "https://news.example.net/b"
title = "Minister denies"
origin = "A News Agency"
date = "2026-10-03"
"""
PEOPLE = """\
[[person]]
id = "jane-doe"
name = "Jane Doe"
aliases = ["Doe"]

[[person.office]]
office = "minister of state"
country = "RWA"
from = "2025"
term_confidence = "low"
sources = ["https://www.example.org/a"]
confidence = "medium"
"""
BODIES = """\
[[body]]
id = "home-office"
name = "Home Office"
aliases = []
ambiguous = ["London"]
type = "ministry"
country = "GBR"
"""
PUBLISHERS = '"example.org" = "The Example"\n"news.example.net" = "Example News"\n'
FILES = {
    "agreements/gbr-rwa-2026.toml": RECORD,
    "people.toml": PEOPLE,
    "bodies.toml": BODIES,
    "publishers.toml": PUBLISHERS,
}


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_catalogue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_catalogue(folder)
    assert caught.value.hint
    return caught.value.message.splitlines()


def test_a_record_becomes_values(folder: Path) -> None:
    [agreement] = read_catalogue(folder).agreements
    assert (agreement.kind, agreement.instrument) == (
        AgreementKind.THIRD_COUNTRY_REMOVAL,
        Instrument.MEMORANDUM,
    )
    assert agreement.countries(Role.SENDING) == ("GBR",)
    signed, denied, transfer, payment, official = agreement.facts
    assert isinstance(signed, Event)
    assert signed.status is Status.SIGNED
    assert [(s.publisher, s.origin) for s in signed.sources] == [
        ("The Example", None),
        ("Example News", "A News Agency"),
    ]
    assert signed.sources[1].published
    assert denied.factuality is Factuality.CERTAINLY_NOT
    assert denied.by == Attribution(source=SourceType.PERSON, name="Jane Doe", mode=Mode.PARAPHRASE)
    assert isinstance(transfer, Transfer)
    assert (transfer.persons, transfer.modality) == (50, TransferModality.PLANNED)
    assert str(getattr(payment, "amount", None)) == "1500000.5"
    assert getattr(official, "person", None) == "Jane Doe"
    assert agreement.standing is not None
    assert agreement.standing.date is not None
    assert agreement.standing.date.edtf == "2026-11"


R = "agreements/gbr-rwa-2026.toml"
MISTAKES = [
    (R, 'title = "A m', 'titel = "A m', r"^gbr-rwa-2026.toml: titel: unknown key; did you mean 'title'\?$"),
    (R, 'title = "A memorandum"\n', "", r"toml: title: is missing$"),
    (R, 'rank = "preferred"', "rank = 1", r"event\[1\]\.rank: 1 is not text in quotes$"),
    (
        R,
        '"2026-10-02"',
        '"2026-13-02"',
        r"event\[1\]\.date: '2026-13-02' is not a date .*; write \"2024-07-06\"",
    ),
    (R, '"2026-10-02"', "2026-10-02", r"event\[1\]\.date: 2026-10-02 is not in quotes; write"),
    (R, 'date = "2026-10-02"\n', "", r"event\[1\]\.date: is missing$"),
    (
        R,
        'status = "signed"\ndis',
        'status = "sigend"\ndis',
        r"'sigend' is not a known code; did you mean 'signed'\?",
    ),
    (R, 'modality = "planned"\n', "", r"transfer\[1\]\.modality: is missing; use one of happened, planned"),
    (R, 'sending = ["GBR"]', 'sending = ["UK"]', r"parties\.sending: 'UK' is not a country; use ISO 3166-1"),
    (R, 'sending = ["GBR"]', 'sending = "GBR"', r"parties\.sending: 'GBR' is not a list such as"),
    (R, '[parties]\nsending = ["GBR"]\nreceiving = ["RWA"]\n', "", r"toml: parties: is missing"),
    (
        R,
        'id = "gbr',
        'id = "gbp',
        r"toml: id: 'gbp-rwa-2026' is not the name of the file; an id never changes",
    ),
    (R, "persons = 50", "persons = -50", r"transfer\[1\]\.persons: -50 is negative$"),
    (R, "persons = 50", "persons = true", r"transfer\[1\]\.persons: True is not a whole number$"),
    (R, "persons = 50\n", "", r"transfer\[1\]\.qualifier: there is no number of persons to qualify$"),
    (
        R,
        'persons = 50\nqualifier = "up-to"\nmodality = "planned"',
        'persons = 0\nmodality = "happened"',
        "nobody",
    ),
    (
        R,
        'receiving = "RWA"',
        'receiving = "GBR"',
        r"transfer\[1\]\.receiving: a transfer from GBR to itself$",
    ),
    (R, "1_500_000.50", "-3", r"payment\[1\]\.amount: -3 is not a sum of money"),
    (R, "1_500_000.50", "nan", r"payment\[1\]\.amount: nan is not a sum of money"),
    (R, 'currency = "GBP"', 'currency = "£"', r"payment\[1\]\.currency: '£' is not a currency"),
    (R, 'currency = "GBP"\n', "", r"payment\[1\]\.currency: amount and currency go together$"),
    (R, 'confidence = "low"', 'confidence = "high"', r"payment\[1\]\.sources: is missing; add one, or write"),
    (
        R,
        'by = "jane-doe"',
        'by = "jane-do"',
        r"event\[2\]\.by: there is no person .*'jane-do'; did you mean 'jane-doe'",
    ),
    (
        R,
        'person = "jane-doe"',
        'person = "zzz-42"',
        r"official\[1\]\.person: there is no person .*; add the person",
    ),
    (
        R,
        '"minister of state"',
        '"president"',
        r"official\[1\]\.office: there is no office of jane-doe .*'president'",
    ),
    (
        R,
        'dispute = "signed"',
        'dispute = "sign"',
        r"event\[1\]\.dispute: there is no .*'sign'; did you mean 'signed'",
    ),
    (R, 'dispute = "signed"\nrank', "rank", r"event\[1\]\.rank: only answers to a dispute have a rank"),
    (R, 'by = "jane-doe"\ndispute = "signed"\n', "", r"dispute: 'signed' has fewer than two answers"),
    (
        R,
        'as_of = "2026-11"',
        'as_of = "2026-09"',
        r"status\.as_of: lies before the stage signed of 2026-10-02",
    ),
    (R, 'as_of = "2026-11"\n', "", r"status\.as_of: is missing; a status holds on a date, never simply now"),
    (
        R,
        "https://www.example.org/a",
        "www.example.org/a",
        r"sources: 'www.example.org/a' is not a web address",
    ),
    (
        R,
        "www.example.org",
        "unknown.org",
        r"sources: who publishes at unknown.org is unknown; add it to publ",
    ),
    (
        R,
        "[[official]]",
        '[[relation]]\ntype = "related"\ntarget = "x"\n\n[[official]]',
        r"relation\[1\]\.target: there is no",
    ),
    (
        R,
        "[[official]]",
        '[[relation]]\ntype = "related"\ntarget = "gbr-rwa-2026"\n[[official]]',
        "relates to itself",
    ),
    (
        R,
        "[[official]]",
        '[[statement]]\nconfidence = "low"\n\n[[official]]',
        r"statement\[1\]\.note: is missing; say",
    ),
    (R, "[[official]]", "[official]", r"toml: official: .* is not a list of tables \[\[official\]\]$"),
    (R, "[parties]", "[parties", r"^gbr-rwa-2026.toml: is not TOML: .*; see https://toml.io$"),
    (
        "people.toml",
        'aliases = ["Doe"]',
        'aliases = ["Doe", "Doe"]',
        r"person\[1\]\.aliases: names 'Doe' twice$",
    ),
    ("people.toml", 'from = "2025"', 'from = "2025"\nto = "2024"', r"office\[1\]\.to: lies before the start"),
    ("people.toml", 'id = "jane-doe"', 'id = "Jane Doe"', r"person\[1\]\.id: 'Jane Doe' is not a slug"),
    ("people.toml", "[[person]]", "x = 1\n[[person]]", r"^people.toml: x: unknown key"),
    ("bodies.toml", '"ministry"', '"ministery"', r"body\[1\]\.type: 'ministery' .*did you mean 'ministry'"),
    ("bodies.toml", BODIES, BODIES + BODIES, r"^bodies.toml: id: 'home-office' stands twice"),
    (
        "publishers.toml",
        '"example.org"',
        '"www.example.org"',
        r"^publishers.toml: www.example.org: is not a host",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), MISTAKES)
def test_a_mistake_is_one_line_with_file_key_and_hint(
    folder: Path, name: str, old: str, new: str, expected: str
) -> None:
    change(folder, name, old, new)
    found = problems(folder)
    assert any(re.search(expected, line) for line in found), found


def test_all_mistakes_of_all_files_are_told_at_once(folder: Path) -> None:
    change(folder, R, '"memorandum"', '"memo"')
    change(folder, R, "persons = 50", 'persons = "fifty"')
    change(folder, "bodies.toml", '"GBR"', '"ENG"')
    assert [line.partition(": ")[0] for line in problems(folder)] == [
        "bodies.toml",
        "gbr-rwa-2026.toml",
        "gbr-rwa-2026.toml",
        "gbr-rwa-2026.toml",
    ]


def test_two_files_must_agree_on_a_source(folder: Path) -> None:
    other = RECORD.replace('"gbr-rwa-2026"', '"gbr-rwa-2027"').replace("Minister denies", "Other title")
    (folder / "agreements/gbr-rwa-2027.toml").write_text(other, encoding="utf-8")
    assert problems(folder) == [
        "gbr-rwa-2027.toml: source: https://news.example.net/b is described otherwise in gbr-rwa-2026.toml"
    ]


def test_a_missing_file_and_a_file_that_is_no_text_are_told(folder: Path) -> None:
    (folder / "people.toml").unlink()
    (folder / "bodies.toml").write_bytes(b"\xff\xfe")
    found = problems(folder)
    assert any(line.startswith("people.toml: there is no such file") for line in found)
    assert any(line.startswith("bodies.toml: is not UTF-8") for line in found)


def test_a_folder_without_records_is_no_catalogue(tmp_path: Path) -> None:
    assert any("there is no record in" in line for line in problems(tmp_path))


def test_the_shipped_catalogue_reads(shipped: Catalogue) -> None:
    assert len(shipped.agreements) == 82
    assert [a.id for a in shipped.agreements] == sorted(a.id for a in shipped.agreements)
    assert len({p.name for p in shipped.people}) == len(shipped.people) == 117
    assert len({b.name for b in shipped.bodies}) == len(shipped.bodies) == 95


def test_the_record_of_the_howto_reads(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    page = (root / "docs/howto/add-an-agreement.md").read_text("utf-8")
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found
    shutil.copytree(resource("data/agreements"), tmp_path / "agreements")
    for name in ("people.toml", "bodies.toml"):
        shutil.copy(resource(f"data/{name}"), tmp_path)
    publishers = resource("data/publishers.toml").read_text("utf-8") + '"example.org" = "The Example"\n'
    (tmp_path / "publishers.toml").write_text(publishers, encoding="utf-8")
    name = tomllib.loads(found[1])["id"]
    (tmp_path / f"agreements/{name}.toml").write_text(found[1], encoding="utf-8")
    assert name in [a.id for a in read_catalogue(tmp_path).agreements]


def test_the_reference_page_names_every_key_and_code() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/reference/catalogue.md").read_text("utf-8")
    keys: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, dict):
            keys.update(value)
            for item in value.values():
                collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)

    for name in ("people.toml", "bodies.toml"):
        collect(tomllib.loads(resource(f"data/{name}").read_text("utf-8")))
    for path in resource("data/agreements").glob("*.toml"):
        collect(tomllib.loads(path.read_text("utf-8")))
    codes = {str(c) for e in (AgreementKind, Instrument, Role, Confidence, BodyType, Status) for c in e}
    unnamed = {k for k in keys | codes if not re.search(rf"\b{re.escape(k)}\b", page)}
    assert not unnamed


def test_one_record_is_checked_beside_the_others(folder: Path, tmp_path: Path) -> None:
    path = folder / "agreements/gbr-rwa-2026.toml"
    assert mistakes(path) == mistakes(folder) == mistakes(folder / "agreements") == ()
    change(folder, "people.toml", 'country = "RWA"', 'country = "RWB"')
    assert mistakes(path) == ()  # the mistakes of others are theirs
    [line] = mistakes(folder / "people.toml")
    assert line.startswith("people.toml: person[1].office[1].country: 'RWB'")
    assert mistakes(folder) == (line,)


def test_a_record_that_lies_alone_is_checked_beside_the_shipped_ones(tmp_path: Path) -> None:
    shipped = resource("data/agreements/us-rwanda-2025.toml").read_text("utf-8")
    (tmp_path / "us-rwanda-2025.toml").write_text(shipped, encoding="utf-8")
    assert mistakes(tmp_path / "us-rwanda-2025.toml") == mistakes(tmp_path) == ()
    (tmp_path / "us-rwanda-2026.toml").write_text(shipped, encoding="utf-8")
    [line] = mistakes(tmp_path)
    assert "'us-rwanda-2025' is not the name of the file" in line


def test_a_file_that_is_not_there_is_one_mistake(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(InputError, match="there is no"):
            mistakes(path)
