import json
import shutil
from pathlib import Path

import pytest

from kg.errors import GroundingError, InputError, StoreMissing
from kg.model.text import Article
from kg.rdf import iris
from kg.rdf.shapes import validate
from kg.store.build import build, shipped, shipped_articles
from kg.store.local import Store

SEED = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")
OTHER = "Kosovo agreed to take prisoners from Denmark, a Danish official said."


def folder(path: Path, text: str = OTHER, **changes: object) -> Path:
    """An article with one claim: Kosovo agreed to take prisoners from Denmark."""
    path.mkdir()
    (path / "article.txt").write_bytes(text.encode())
    (path / "meta.json").write_text(
        json.dumps({"title": "A deal", "published": "2021-12-20", "language": "en"})
    )
    row = {
        "kind": "status",
        "article": Article(text=text).key,
        "evidence": [{"start": 0, "end": 44, "text": text[:44]}],
        "attribution": {
            "source": "anonymous",
            "name": "a Danish official",
            "mode": "paraphrase",
            "outlet": None,
        },
        "factuality": "CT+",
        "sending": ["DNK"],
        "receiving": ["XKX"],
        "parties": [],
        "status": "agreed",
        "causes": [],
        "extractor": "hand/1",
    }
    (path / "claims.jsonl").write_text(json.dumps(row | changes) + "\n")
    return path


def quads(path: Path) -> bytes:
    with Store.open(path) as store:
        return store.dump("nq")


def without_description(store: Store) -> list[bytes]:
    """The quads but for the counts in graph/meta."""
    return [line for line in store.dump("nq").splitlines() if iris.META.encode() not in line]


def test_the_seed_is_built_and_described(tmp_path: Path) -> None:
    report = build(tmp_path / "s", catalogue=False, articles=[SEED], extract=False)
    assert (report.articles, report.claims) == (1, 28)
    with Store.open(tmp_path / "s") as store:
        assert store.articles() == ("6e807cc266e05c0b",)
        (row,) = store.select(
            f"SELECT ?n {{ GRAPH <{iris.META}> {{ <{iris.DATASET}> <http://rdfs.org/ns/void#triples> ?n }} }}"
        ).cells
        assert row[0] == store.size(without=(iris.META,)) - 1  # exports leave the article's text out
        assert report.quads == store.size()


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "a", catalogue=False, articles=[SEED], extract=False)
    build(tmp_path / "b", catalogue=False, articles=[SEED], extract=False)
    assert quads(tmp_path / "a") == quads(tmp_path / "b")


def test_building_again_adds_nothing(tmp_path: Path) -> None:
    build(tmp_path / "s", catalogue=False, articles=[SEED], extract=False)
    before = quads(tmp_path / "s")
    build(tmp_path / "s", catalogue=False, articles=[SEED], extract=False)
    assert quads(tmp_path / "s") == before


def test_an_article_leaves_no_trace(tmp_path: Path) -> None:
    other = folder(tmp_path / "other")
    build(tmp_path / "one", catalogue=False, articles=[SEED], extract=False)
    build(tmp_path / "both", catalogue=False, articles=[SEED, other], extract=False)
    key = Article(text=OTHER).key
    with Store.open(tmp_path / "both", write=True) as store:
        assert key in store.articles()
        store.remove(key)
        left = without_description(store)
    with Store.open(tmp_path / "one") as store:
        assert left == without_description(store)


def test_any_article_folder_is_mapped_the_same_way(tmp_path: Path) -> None:
    build(tmp_path / "s", catalogue=False, articles=[folder(tmp_path / "other")], extract=False)
    with Store.open(tmp_path / "s") as store:
        edge = f"<{iris.country('XKX')}> <{iris.NS}agreedReceptionFrom> <{iris.country('DNK')}>"
        assert store.ask(f"ASK {{ {edge} }}")


def test_invented_words_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = folder(
        tmp_path / "w", evidence=[{"start": 0, "end": 44, "text": "Kosovo agreed to take all prisoners"}]
    )
    with pytest.raises(GroundingError, match=r"claims\.jsonl:1"):
        build(tmp_path / "s", catalogue=False, articles=[SEED, wrong], extract=False)
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "s")


def test_bad_input_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    build(tmp_path / "s", catalogue=False, articles=[SEED], extract=False)
    before = quads(tmp_path / "s")
    with pytest.raises(InputError, match="status 'almost'"):
        build(
            tmp_path / "s", catalogue=False, articles=[folder(tmp_path / "w", status="almost")], extract=False
        )
    assert quads(tmp_path / "s") == before


def test_a_folder_without_claims_is_named(tmp_path: Path) -> None:
    shutil.copytree(SEED, tmp_path / "a")
    (tmp_path / "a" / "claims.jsonl").unlink()
    with pytest.raises(InputError, match=r"claims\.jsonl: there is no such file"):
        build(tmp_path / "s", catalogue=False, articles=[tmp_path / "a"], extract=False)


def test_progress_is_told(tmp_path: Path) -> None:
    lines: list[str] = []
    build(tmp_path / "s", catalogue=False, articles=[SEED], progress=lines.append, extract=False)
    assert any("28 claims" in line for line in lines)


def test_the_catalogue_goes_in_and_articles_join_its_agreements(tmp_path: Path) -> None:
    report = build(tmp_path / "s", articles=[SEED], extract=False)
    assert report.agreements == 82
    with Store.open(tmp_path / "s") as store:
        graph, deal = iris.article_graph("6e807cc266e05c0b"), iris.agreement("uk-rwanda-treaty-2023")
        assert store.ask(f"ASK {{ GRAPH <{graph}> {{ ?claim <{iris.NS}agreement> <{deal}> }} }}")
        assert not store.ask(f"ASK {{ ?deal <{iris.NS}provisional> true }}")


def test_building_the_whole_again_adds_nothing_and_without_the_catalogue_it_stays(tmp_path: Path) -> None:
    build(tmp_path / "s", articles=[SEED], extract=False)
    before = quads(tmp_path / "s")
    build(tmp_path / "s", articles=[SEED], extract=False)
    assert quads(tmp_path / "s") == before
    build(tmp_path / "s", articles=[SEED], catalogue=False, extract=False)
    assert quads(tmp_path / "s") == before


def test_the_whole_store_is_as_its_shapes_say() -> None:
    with shipped() as store:
        assert validate(store.to_rdflib()) == []
