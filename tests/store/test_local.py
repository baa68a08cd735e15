import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import BNode, Dataset, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS

from kg.errors import InputError, KgError, QueryError, StoreError, StoreLocked, StoreMissing
from kg.rdf import iris
from kg.rdf.vocab import MIG
from kg.store import Store, marker
from kg.store.local import LOADED
from tests.store.samples import article_quads

EDGES = f"SELECT ?a ?b {{ ?a <{MIG.negotiatesReceptionFrom}> ?b }} ORDER BY ?a"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.create(folder) as made:
        yield made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "WAIT", 0.0)


# A folder


def test_what_is_written_is_there_when_opened_again(folder: Path) -> None:
    with Store.create(folder) as store:
        store.put("aa", article_quads("aa", "USA", "RWA"))
        written = store.dump("nq")
    with Store.open(folder) as store:
        assert store.articles() == ("aa",)
        assert store.dump("nq") == written
    with Store.create(folder) as store:  # an existing store is opened, not emptied
        assert store.dump("nq") == written


def test_opening_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="no store at") as caught:
        Store.open(tmp_path / "none")
    assert "kg build" in str(caught.value.hint)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "diary.txt").write_text("private")
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "other", write=True)
    assert [p.name for p in (tmp_path / "other").iterdir()] == ["diary.txt"]


def test_reading_changes_no_file(folder: Path) -> None:
    with Store.create(folder) as store:
        store.put("aa", article_quads("aa", "USA", "RWA"))
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with Store.open(folder) as store:
        store.select(EDGES)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_a_folder_with_other_files_is_no_place_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("private")
    with pytest.raises(StoreError, match="holds other files"):
        Store.create(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["diary.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Store.create(tmp_path / "file")
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "file")


def test_a_damaged_store_is_told(folder: Path) -> None:
    Store.create(folder).close()
    (folder / "data" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        Store.open(folder)
    assert "\n" not in caught.value.message
    (folder / "data" / "CURRENT").unlink()
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(folder)


@pytest.mark.usefixtures("impatient")
def test_one_writer_or_many_readers(folder: Path) -> None:
    with Store.create(folder):
        for write in (True, False):
            with pytest.raises(StoreLocked, match="another process has this store open"):
                Store.open(folder, write=write)
    with Store.open(folder), Store.open(folder), pytest.raises(StoreLocked):
        Store.create(folder)
    Store.create(folder).close()  # everybody has left


SLOW = """
import sys, time
from kg.store import Store

with Store.create(sys.argv[1]):
    print("open", flush=True)
    time.sleep(0.5)
"""


def test_a_reader_waits_for_a_short_write(folder: Path) -> None:
    Store.create(folder).close()
    with subprocess.Popen([sys.executable, "-c", SLOW, str(folder)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        writer.stdout.readline()
        begun = time.monotonic()
        Store.open(folder).close()
        assert time.monotonic() - begun > 0.2


def test_a_store_open_for_reading_refuses_to_write(folder: Path) -> None:
    Store.create(folder).close()
    with Store.open(folder) as store, pytest.raises(StoreError, match="for reading only"):
        store.put("aa", article_quads("aa", "USA", "RWA"))


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles()


# Asking


def test_the_form_of_an_answer(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    triples = store.construct(f"CONSTRUCT {{ ?a <{RDFS.seeAlso}> ?b }} WHERE {{ ?a <{MIG.sender}> ?b }}")
    assert triples.columns == ("subject", "predicate", "object")
    assert triples.cells == ((iris.claim("caa"), str(RDFS.seeAlso), iris.country("USA")),)
    assert store.query("ASK {}").cells == ((True,),)
    for ask, wrong in ((store.select, "ASK {}"), (store.ask, EDGES), (store.construct, EDGES)):
        with pytest.raises(QueryError, match="of the form"):
            ask(wrong)


def test_a_mistake_in_a_query_is_placed(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("SELECT *\nWHERE { ?s ?p }", name="mine")
    assert caught.value.message.startswith("mine, line 2, column ")
    assert "\n" not in caught.value.message


def test_what_a_user_asks_is_guarded(store: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


# Out and in


def test_files_are_the_same_bytes_whatever_the_order_of_writing(store: Store) -> None:
    articles = [("aa", "USA", "RWA"), ("bb", "USA", "PAN"), ("cc", "GBR", "RWA")]
    with Store.memory() as other:
        for key, sender, receiver in articles:
            store.put(key, article_quads(key, sender, receiver))
        for key, sender, receiver in reversed(articles):
            other.put(key, reversed(list(article_quads(key, sender, receiver))))
        for form in ("nq", "trig", "ttl", "jsonld"):
            assert store.dump(form) == other.dump(form)
        assert store.dump("nq").splitlines() == sorted(store.dump("nq").splitlines())


@pytest.mark.parametrize("form", ["nq", "trig", "jsonld"])
def test_a_file_loads_into_the_same_store(store: Store, form: str, tmp_path: Path) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    (tmp_path / f"graph.{form}").write_bytes(store.dump(form))  # type: ignore[arg-type]
    with Store.memory() as other:
        other.load(tmp_path / f"graph.{form}")
        assert other.dump("nq") == store.dump("nq")
        assert other.articles() == ("aa",)
        assert other.size() == store.size()


def test_graphs_and_properties_can_be_left_out(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    assert b"articleText" in store.dump("nq")
    assert b"articleText" not in store.dump("nq", without_properties=[str(MIG.articleText)])
    entities = store.dump("nq", graphs=[iris.ENTITIES])
    assert entities.count(b"\n") == 4
    assert store.size(without=[iris.article_graph("aa")]) == 4


def test_triples_without_a_graph_are_loaded_into_one(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<https://e.org/a> <https://e.org/b> [] .")
    store.load(tmp_path / "a.ttl")
    store.load(tmp_path / "a.ttl")  # the same file again adds nothing
    assert store.select("SELECT ?g { GRAPH ?g { ?s ?p ?o } }").cells == ((LOADED,),)


def test_a_bad_file_adds_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text("<https://e.org/a> <https://e.org/b> <https://e.org/c> .\n<oops")
    with pytest.raises(InputError, match=r"a\.nq: .*line 2"):
        store.load(tmp_path / "a.nq")
    assert store.size() == 0


def test_an_rdflib_dataset_goes_out_and_comes_back(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    store.put("bb", article_quads("bb", "USA", "RWA"))
    dataset = store.to_rdflib()
    found = list(dataset.query(EDGES))
    assert len(found) == len(store.select(EDGES).cells) == 1  # rdflib's default graph is the union as well
    with Store.memory() as other:
        other.from_rdflib(dataset)
        assert other.dump("nq") == store.dump("nq")
    read = Dataset()
    read.parse(data=store.dump("nq"), format="nquads")
    for name in (iris.article_graph("aa"), iris.ENTITIES):
        assert isomorphic(read.graph(URIRef(name)), dataset.graph(URIRef(name)))


def test_blank_nodes_of_rdflib_become_iris(store: Store) -> None:
    dataset, node = Dataset(), BNode()
    dataset.add((node, RDF.type, MIG.Claim))
    dataset.add((node, RDFS.seeAlso, node))
    store.from_rdflib(dataset)
    assert store.ask(f"ASK {{ ?x a <{MIG.Claim}> ; <{RDFS.seeAlso}> ?x FILTER(isIRI(?x)) }}")
    bad = Dataset()
    bad.add((URIRef("not an iri"), RDF.type, MIG.Claim))
    with pytest.raises(InputError, match="IRI"):
        store.from_rdflib(bad)


def test_every_error_is_of_the_family(tmp_path: Path) -> None:
    (tmp_path / marker.MARKER).write_text(json.dumps({"format": 1}) + "\n")
    with pytest.raises(KgError):
        Store.open(tmp_path)
