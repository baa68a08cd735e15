import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.paths import resource
from kg.store import Store
from tests.cli.conftest import Run

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


# export


def test_export_leaves_the_texts_out_unless_asked(kg: Run, store: Path) -> None:
    assert "articleText" not in kg("export", "-f", "nq").out
    assert "RWA talks to USA." in kg("export", "-f", "nq", "--with-text").out
    assert "mig:articleText" in kg("export", "--with-text").out


@pytest.mark.parametrize("form", ["trig", "nq", "ttl", "jsonld"])
def test_export_writes_every_format_twice_alike(kg: Run, store: Path, tmp_path: Path, form: str) -> None:
    ran = kg("export", "-o", f"graph.{form}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    first = (tmp_path / f"graph.{form}").read_text("utf-8")
    assert kg("export", "-f", form).out == first
    if form == "jsonld":
        assert json.loads(first)
    if form != "ttl":
        with Store.memory() as other:
            other.load(tmp_path / f"graph.{form}")
            assert other.articles() == ("aa", "bb")


# check


def test_check_names_what_is_wrong_and_exits_with_1(kg: Run, store: Path, tmp_path: Path) -> None:
    ran = kg("check")
    assert ran.code == 1  # the sample's claims have no evidence
    assert any("claim/caa" in line and "evidence" in line for line in ran.out.splitlines())
    assert f"problems in {store}" in ran.err
    assert kg("check", "--quiet") == (1, ran.out, "")
    (tmp_path / "empty.ttl").write_text("")
    assert kg("check", "empty.ttl") == (0, "", "0 problems in empty.ttl\n")


def test_check_reads_files_and_not_the_store(kg: Run, store: Path, tmp_path: Path) -> None:
    kg("export", "-o", "graph.nq")
    assert kg("check", "graph.nq").out == kg("check").out
    (tmp_path / "bad.nq").write_text("nonsense")
    ran = kg("check", "bad.nq")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("error: bad.nq: ")


def test_check_takes_records_beside_graphs(kg: Run, store: Path, tmp_path: Path) -> None:
    record = resource("data/agreements/us-rwanda-2025.toml").read_text("utf-8")
    (tmp_path / "us-rwanda-2025.toml").write_text(record.replace('"RWA"', '"RWB"', 1), encoding="utf-8")
    (tmp_path / "empty.ttl").write_text("")
    ran = kg("check", "us-rwanda-2025.toml", "empty.ttl")
    assert ran.code == 1
    assert ran.out.startswith("us-rwanda-2025.toml: ")
    assert "'RWB' is not a country" in ran.out
    assert ran.err == "1 problem in us-rwanda-2025.toml\n0 problems in empty.ttl\n"


# show


def test_a_card_has_edges_and_claims_with_their_source(kg: Run, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    article = str(root / "data" / "articles" / "rwanda-us-talks")
    store = str(tmp_path / "seed")
    built = kg("build", article, "--no-catalogue", "-s", store)
    assert built.code == 0
    assert built.out == ""
    assert "1 article with 28 claims" in built.err.splitlines()[-1]
    ran = kg("show", "p-usa-rwa", "-s", store)
    lines = ran.out.splitlines()
    assert lines[0] == "US–Rwanda arrangement"
    assert "  has receiving party → Rwanda" in lines
    assert "Status claims" in lines
    assert any(line.endswith("claim/c1904b00c65f8e533") for line in lines)
    assert "“the country's initial discussions with the US about" in ran.out
    for name in (
        "https://w3id.org/migkg/id/agreement/p-usa-rwa",
        "agreement/p-usa-rwa",
        "us–rwanda arrangement",
    ):
        assert kg("show", name, "-s", store) == ran
    assert kg("show", "Rwanda", "-s", store).out.startswith("Rwanda\ncountry/RWA\n")
    assert "holds the office → " in kg("show", "marco-rubio", "-s", store).out
    assert kg("show", "c1904b00c65f8e533", "-s", store).out.count("claim/") == 2
    assert "\x1b" not in ran.out


def test_a_card_of_a_hostile_name_is_harmless(kg: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "evil.ttl").write_text(
        "<https://w3id.org/migkg/id/body/evil> a <https://w3id.org/migkg/ns#Body> ;"
        ' <http://www.w3.org/2000/01/rdf-schema#label> "a\\u001B[2Jb" .'
    )
    with Store.open(store, write=True) as graph:
        graph.load(tmp_path / "evil.ttl")
    assert kg("show", "evil").out.splitlines()[0] == "a[2Jb"


def test_two_things_of_one_name_are_both_named(kg: Run, store: Path, tmp_path: Path) -> None:
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    (tmp_path / "twins.nq").write_text(
        f"<https://w3id.org/migkg/id/body/twin> {kind} <https://w3id.org/migkg/ns#Body> <a:g> .\n"
        f"<https://w3id.org/migkg/id/outlet/twin> {kind} <https://w3id.org/migkg/ns#Outlet> <a:g> .\n"
    )
    with Store.open(store, write=True) as graph:
        graph.load(tmp_path / "twins.nq")
    ran = kg("show", "twin")
    assert ran.code == 1
    assert "body/twin, outlet/twin" in ran.err
    assert kg("show", "outlet/twin").out.splitlines()[0] == "outlet/twin"


# build and view


def test_a_failed_build_leaves_no_store(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "article").mkdir()
    ran = kg("build", str(tmp_path / "article"), "-s", str(tmp_path / "store"))
    assert ran.code == 1
    assert not (tmp_path / "store").exists()


def test_quiet_is_quiet(kg: Run, tmp_path: Path) -> None:
    article = str(Path(__file__).parents[2] / "data" / "articles" / "rwanda-us-talks")
    store, page = str(tmp_path / "store"), tmp_path / "page.html"
    assert kg("build", article, "--no-catalogue", "-s", store, "-q") == (0, "", "")
    assert kg("view", "-s", store, "-o", str(page), "-q") == (0, "", "")
    assert kg("view", "-s", store, "-o", "-", "-q").out == page.read_text("utf-8")
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")


def test_colour_is_for_terminals_that_want_it(shell: Shell, store: Path) -> None:
    terminal = 'script -qec "$KG show RWA" /dev/null'
    assert "\x1b[1m" in shell(terminal, TERM="xterm", NO_COLOR="").stdout
    assert "\x1b" not in shell(terminal, TERM="xterm", NO_COLOR="1").stdout
    assert "\x1b" not in shell("$KG show RWA", NO_COLOR="").stdout


def test_check_says_a_malformed_date_in_one_line(kg: Run, tmp_path: Path) -> None:
    day = '"2031-13-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    file = tmp_path / "bad.nt"
    file.write_text(f"<https://w3id.org/migkg/id/claim/c1> <https://w3id.org/migkg/ns#earliest> {day} .\n")
    ran = kg("check", str(file))
    assert ran.code == 1
    assert "not a possible date" in ran.out
    assert "Traceback" not in ran.err
