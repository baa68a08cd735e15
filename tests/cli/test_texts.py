import csv
import io
import json
from pathlib import Path

import pytest

from kg.store.build import shipped_articles
from tests.cli.conftest import Run

SEED = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")
TEXT = "Uganda agreed on Monday to accept migrants from the United States, its foreign ministry said.\n"


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(tmp_path / "store"))
    path = tmp_path / "uganda.txt"
    path.write_text(TEXT)
    return path


def test_extract_prints_claims_a_line_each(kg: Run, text: Path) -> None:
    ran = kg("extract", str(text), "--published", "2025-08-21")
    assert ran.code == 0
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert claims
    assert all(TEXT[e["start"] : e["end"]] == e["text"] for c in claims for e in c["evidence"])
    assert "uganda.txt: " in ran.err
    assert not Path("store").exists()


def test_extract_draws_a_table_and_a_page(kg: Run, text: Path, tmp_path: Path) -> None:
    drawn = kg("extract", str(text), "--format", "csv").out
    assert "USA → UGA: agreed" in drawn
    assert ",foreign ministry,certain," in drawn
    assert kg("extract", str(text), "-o", str(tmp_path / "a.html")).code == 0
    page = (tmp_path / "a.html").read_text()
    assert "Uganda agreed" in page
    assert "<script" not in page
    both = kg("extract", str(text), str(SEED), "--format", "html")
    assert both.code == 2
    assert "html shows one text" in both.err


def test_add_then_ask_then_explain(kg: Run, text: Path) -> None:
    ran = kg("add", str(text), "--published", "2025-08-21")
    assert ran.code == 0, ran.err
    assert "1 article" in ran.err
    answer = kg("query", "agreement", "-p", "agreement=p-usa-uga", "--format", "jsonl")
    claim = next(json.loads(line)["claim"] for line in answer.out.splitlines() if '"agreed"' in line)
    explained = kg("explain", claim.rpartition("/")[2])
    assert explained.code == 0
    assert "rule: " in explained.out


def test_one_bad_text_gives_exit_code_1_and_the_rest_go_on(kg: Run, text: Path) -> None:
    ran = kg("add", "missing.txt", str(text))
    assert ran.code == 1
    assert "error: missing.txt" in ran.err
    assert "1 article" in ran.err
    assert "1 text could not be read" in ran.err


def test_who_says_so_and_how_sure_they_are_is_in_words(kg: Run, text: Path) -> None:
    text.write_text("Uganda has not signed the agreement with the United States to take migrants.\n")
    (row,) = csv.DictReader(io.StringIO(kg("extract", str(text), "-f", "csv").out))
    assert (row["claim"], row["who"], row["sure"]) == ("USA → UGA: signed", "the article", "certainly not")


@pytest.mark.parametrize("command", ["extract", "add"])
def test_what_cannot_be_read_comes_with_what_to_do(kg: Run, text: Path, command: str) -> None:
    Path("latin.txt").write_bytes("Le traité est signé.".encode("cp1252"))
    Path("scan.pdf").write_bytes(b"%PDF-1.7")
    ran = kg(command, "latin.txt", "scan.pdf", str(text), "-q")
    assert ran.code == 1
    *lines, last = ran.err.splitlines()
    assert lines == [
        "error: latin.txt: is not UTF-8: byte 8 is 0xE9",
        "hint: convert it first, for example with iconv",
        "error: scan.pdf: unknown kind of file",
    ]
    assert last.startswith("hint: migkg reads ")
    assert ".html" in last


@pytest.mark.parametrize("command", ["extract", "add"])
def test_a_text_without_claims_is_told_what_is_read(kg: Run, text: Path, command: str) -> None:
    text.write_text("Le Ghana et la Suède ont signé un accord.\n")
    ran = kg(command, str(text))
    assert ran.code == 0
    assert "uganda.txt: 0 claims\nnote: migkg reads news in English" in ran.err
    assert "note:" not in kg(command, str(text), "-q").err


@pytest.mark.parametrize("command", ["extract", "add"])
@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["http://example.org/a"], "http://example.org/a: migkg opens no web addresses", "save the page"),
        (["uganda.txt", "--published", "yesterday"], "--published: 'yesterday' is no date", "2025-05-05"),
        (["uganda.txt", "--published", "2025-04-31"], "--published: '2025-04-31' is no date", "2025-05-05"),
    ],
)
def test_a_wrong_source_or_date_is_a_wrong_call(
    kg: Run, text: Path, command: str, args: list[str], message: str, hint: str
) -> None:
    ran = kg(command, *args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"error: {message}"
    assert hint in ran.err.splitlines()[1]
    assert not Path("store").exists()


def test_an_unknown_extractor_and_an_unknown_claim_are_named(kg: Run, text: Path) -> None:
    ran = kg("extract", str(text), "--extractor", "oracle")
    assert ran.code == 2
    assert "'oracle'" in ran.err
    kg("add", str(text))
    for claim in ("c0000000000000000", "c<>", "a claim", ""):
        ran = kg("explain", claim)
        assert ran.code == 1
        assert ran.err.startswith(f"error: the store has no claim {claim}\nhint: ")


def test_evaluate_prints_the_scores(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "seed").symlink_to(SEED)
    ran = kg("evaluate", str(tmp_path / "gold"), "--misses")
    assert ran.code == 0
    assert "micro" in ran.out
    assert "missed:" in ran.out
