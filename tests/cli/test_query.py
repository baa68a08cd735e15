import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import query
from tests.cli.conftest import Run

Shell = Callable[..., "subprocess.CompletedProcess[str]"]
EDGES = ("query", "edges", "-p", "thing=country/RWA")


@pytest.fixture(autouse=True)
def _in_a_store(store: Path) -> None:
    pass


def test_the_questions_are_listed(kg: Run) -> None:
    ran = kg("query", "--list", "--format", "json")
    assert [row["name"] for row in json.loads(ran.out)] == [q.name for q in query.available()]
    assert ran.code == 0


def test_a_question_by_name_file_text_and_standard_input_is_one_answer(
    kg: Run, shell: Shell, tmp_path: Path
) -> None:
    text = query.get("edges").text
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    named = kg(*EDGES)
    assert len(named.out.splitlines()) == 2
    assert kg("query", "mine.rq", *EDGES[2:]) == named
    assert kg("query", str(tmp_path / "mine.rq"), *EDGES[2:]) == named
    assert kg("query", text, *EDGES[2:]) == named
    assert shell("$KG query - -p thing=country/RWA < mine.rq").stdout == named.out


def test_each_format_reads_back(kg: Run) -> None:
    rows = json.loads(kg(*EDGES, "-f", "json").out)
    assert {row["relation"] for row in rows} == {"discusses taking people from", "offers to take people from"}
    assert [json.loads(line) for line in kg(*EDGES, "-f", "jsonl").out.splitlines()] == rows
    assert list(csv.DictReader(io.StringIO(kg(*EDGES, "-f", "csv").out))) == rows
    assert kg(*EDGES, "-f", "tsv").out.splitlines()[0].split("\t") == list(rows[0])
    bindings = json.loads(kg(*EDGES, "-f", "srj").out)["results"]["bindings"]
    assert bindings[0]["source"]["type"] == "uri"
    assert kg(*EDGES, "-f", "table").out.splitlines()[0].split()[0] == "from"
    ran = kg(*EDGES, "-f", "ttl")
    assert (ran.code, ran.out) == (2, "")
    assert "ttl holds triples" in ran.err


def test_triples_are_turtle_unless_another_format_is_named(kg: Run) -> None:
    construct = "CONSTRUCT { ?a <https://e.org/from> ?b } WHERE { ?a <https://w3id.org/migkg/ns#sender> ?b }"
    assert "@prefix mig:" in kg("query", construct).out
    assert kg("query", construct, "-f", "nq").out.count("<https://e.org/from>") == 2
    assert len(json.loads(kg("query", construct, "-f", "jsonld").out)) == 2
    assert kg("query", construct, "-f", "csv").out.startswith("subject,predicate,object\n")
    assert kg("query", "ASK {}").out == '{"answer": true}\n'


def test_an_output_file_has_the_format_of_its_ending(kg: Run, tmp_path: Path) -> None:
    ran = kg(*EDGES, "-o", "edges.csv")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "edges.csv").read_text("utf-8") == kg(*EDGES, "-f", "csv").out
    assert kg(*EDGES, "-o", "edges.json", "-f", "tsv").code == 0
    assert (tmp_path / "edges.json").read_text("utf-8").startswith("from\t")


@pytest.mark.parametrize("text", ["", "\\n", "# a comment\\n", "PREFIX a: <https://e.org/>"])
def test_a_query_without_a_query_is_told(shell: Shell, text: str) -> None:
    ran = shell(f"printf '{text}' | $KG query -")
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == [
        "error: standard input holds no query",
        "hint: one begins with SELECT, ASK, CONSTRUCT or DESCRIBE",
    ]


def test_completion_offers_the_questions(shell: Shell) -> None:
    words = {"COMP_WORDS": "kg query who", "COMP_CWORD": "2", "_KG_COMPLETE": "bash_complete"}
    assert "plain,who-takes" in shell("$KG", **words).stdout.splitlines()


def test_only_a_reading_query_is_run(kg: Run) -> None:
    ran = kg("query", "DELETE WHERE { ?s ?p ?o }")
    assert ran.code == 1
    assert "a query may only read" in ran.err
    assert "'kg add' and 'kg build'" in ran.err
    assert len(kg(*EDGES).out.splitlines()) == 2
