"""Every named question: the same rows on both engines, and the reviewed answers.

There is one answer on the shipped article alone, and in `whole/` one on all that ships, with the catalogue.
A new question's answer is written by ``kg query NAME --format csv > tests/golden/queries/NAME.csv`` and then
read, line by line, beside the article or the records.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from rdflib import Graph
from rdflib.query import ResultRow
from rdflib.term import Node

from kg import query
from kg.query import QueryFile
from kg.rdf.iris import ID
from kg.store import rdflib_terms, terms
from kg.store.build import build, shipped_articles
from kg.store.local import Store

GOLDEN: Final = Path(__file__).parent / "golden" / "queries"
PARAMS: Final[dict[str, dict[str, str]]] = {
    "about": {"thing": "country/SLV"},
    "changes": {"from": "2025-01-01", "to": "2025-05-05"},
    "agreement": {"agreement": "p-usa-rwa"},
    "edges": {"thing": "country/SLV"},
    "evidence": {"subject": "country/SLV", "object": "country/USA"},
    "find": {"name": "Rwanda"},
    "reported-by": {"by": "2025-05-05"},
    "status-as-of": {"on": "2025-05-05"},
}
WHOLE: Final[dict[str, dict[str, str]]] = {
    "about": {"thing": "person/yolande-makolo"},
    "agreement": {"agreement": "us-rwanda-2025"},
    "changes": {"from": "2025-05-05", "to": "2025-09-30"},
    "edges": {"thing": "country/RWA"},
    "evidence": {"subject": "country/RWA", "object": "country/USA"},
    "find": {"name": "AFP"},
    "records": {"kind": "readmission"},
    "reported-by": {"by": "2024-05-01"},
    "single-origin": {"agreement": "us-rwanda-2025"},
    "status-as-of": {"on": "2024-05-01"},
    "timeline": {"agreement": "us-rwanda-2025", "from": "2025-05-05"},
    "transfers": {"modality": "denied"},
    "who-said-what": {"country": "RWA"},
    "who-takes": {"sender": "GBR"},
}
QUESTIONS: Final = query.available()
# The network's edges are tested with the network.
OF_RECORDS: Final = [question for question in QUESTIONS if not question.name.startswith("network")]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("seed") / "store"
    build(
        path,
        articles=[p for p in shipped_articles() if p.name == "rwanda-us-talks"],
        catalogue=False,
        extract=False,
    )
    with Store.open(path) as store:
        yield store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("whole") / "store"
    build(path)
    with Store.open(path) as store:
        yield store


@pytest.fixture(scope="module")
def union(seed: Store) -> Graph:
    return merged(seed)


@pytest.fixture(scope="module")
def whole_union(whole: Store) -> Graph:
    return merged(whole)


def merged(store: Store) -> Graph:
    graph = Graph()
    for s, p, o, _ in store.to_rdflib().quads():
        graph.add((s, p, o))
    return graph


def name(question: QueryFile) -> str:
    return question.name


def serialised(term: Node | None) -> str:
    return terms.serialised(None if term is None else terms.cell(rdflib_terms.from_rdflib(term)))


@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_the_answer_on_the_seed_is_the_reviewed_one(question: QueryFile, seed: Store) -> None:
    rows = query.run(seed, question, **PARAMS.get(question.name, {}))
    assert rows.to_csv() == (GOLDEN / f"{question.name}.csv").read_bytes().decode()


@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_both_engines_give_the_same_rows(question: QueryFile, seed: Store, union: Graph) -> None:
    same_rows(question, PARAMS.get(question.name, {}), seed, union)


@pytest.mark.parametrize("question", OF_RECORDS, ids=name)
def test_both_engines_give_the_same_rows_over_the_catalogue(
    question: QueryFile, whole: Store, whole_union: Graph
) -> None:
    same_rows(question, WHOLE.get(question.name, {}), whole, whole_union)


@pytest.mark.parametrize("question", OF_RECORDS, ids=name)
def test_the_answer_over_the_catalogue_is_the_reviewed_one(question: QueryFile, whole: Store) -> None:
    rows = query.run(whole, question, **WHOLE.get(question.name, {}))
    assert rows.to_csv() == (GOLDEN / "whole" / f"{question.name}.csv").read_bytes().decode()
    assert len(set(map(repr, rows.cells))) == len(rows.cells)


def same_rows(question: QueryFile, given: dict[str, str], store: Store, graph: Graph) -> None:
    ours = [[terms.serialised(cell) for cell in row] for row in query.run(store, question, **given).cells]
    theirs = []
    for row in graph.query(question.bind(given)):
        assert isinstance(row, ResultRow)
        theirs.append([serialised(term) for term in row])
    assert theirs == ours


@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_rows_have_a_fixed_order_and_no_twins(question: QueryFile, seed: Store) -> None:
    cells = query.run(seed, question, **PARAMS.get(question.name, {})).cells
    assert len(set(map(repr, cells))) == len(cells)
    assert "ORDER BY" in question.text
    assert question.summary.endswith(("?", "."))
    assert question.note


def test_the_words_of_every_answer_stand_in_the_article(seed: Store) -> None:
    text = (shipped_articles()[0] / "article.txt").read_bytes().decode()
    for question in QUESTIONS:
        rows = query.run(seed, question, **PARAMS.get(question.name, {}))
        for row in rows:
            for column in ("words", "answer", "causeWords", "quote", "leftWords", "rightWords"):
                assert str(row.get(column) or "") in text


def test_a_date_before_the_news_knows_less(seed: Store) -> None:
    early = query.run(seed, "status-as-of", on="2025-04-30")
    found = {row["title"]: row["status"] for row in early}
    assert found == {"UK–Rwanda arrangement": "fell through", "US–Rwanda arrangement": "willing"}


def test_a_question_about_one_agreement_leaves_the_others_out(seed: Store) -> None:
    rows = query.run(seed, "timeline", agreement="p-gbr-rwa")
    assert [row["deal"] for row in rows] == [f"{ID}agreement/p-gbr-rwa"]
    assert len(query.run(seed, "payments", agreement="p-gbr-rwa")) == 0
    assert len(query.run(seed, "transfers", modality="planned")) == 1
    assert len(query.run(seed, "concerns", country="GBR")) == 0
