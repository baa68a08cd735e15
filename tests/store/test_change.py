import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from kg.errors import InputError
from kg.rdf import iris
from kg.rdf.quads import Quad
from kg.rdf.vocab import MIG
from kg.store import Store
from tests.store.samples import article_quads

EDGES = f"SELECT ?a ?b {{ ?a <{MIG.negotiatesReceptionFrom}> ?b }} ORDER BY ?a"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.create(folder) as made:
        yield made


def test_an_article_brings_what_follows_from_it(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    ((receiver, sender),) = store.select(EDGES).cells
    assert (receiver, sender) == (iris.country("RWA"), iris.country("USA"))
    edge = f"{iris.ID}edge/RWA/negotiatesReceptionFrom/USA"
    assert store.ask(f"ASK {{ GRAPH <{iris.article_graph('aa')}> {{ <{edge}> a <{MIG.DerivedEdge}> }} }}")


def test_a_new_version_takes_the_place_of_the_old_with_all_that_followed(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA", offices=("MEX",)))
    store.put("aa", article_quads("aa", "USA", "RWA", status="willing"))
    with Store.memory() as fresh:
        fresh.put("aa", article_quads("aa", "USA", "RWA", status="willing"))
        assert store.dump("nq") == fresh.dump("nq")
    assert store.select(EDGES).cells == ()


def test_adding_and_removing_an_article_leaves_no_trace(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    before = store.dump("nq")
    store.put("bb", article_quads("bb", "USA", "PAN", offices=("MEX",)))
    assert store.ask(f"ASK {{ <{iris.country('MEX')}> a <{MIG.Country}> }}")
    store.remove("bb")
    assert store.dump("nq") == before
    assert store.select(COUNT).cells == ((before.count(b"\n"),),)
    store.remove("aa")
    assert store.dump("nq") == b""
    assert store.articles() == ()
    assert not store.ask("ASK { ?s ?p ?o }")


def test_an_entity_stays_while_another_graph_names_it(store: Store) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    store.put_graph(
        iris.CATALOGUE,
        [
            Quad(
                URIRef(f"{iris.ID}agreement/x"),
                MIG.party,
                URIRef(iris.country("RWA")),
                URIRef(iris.CATALOGUE),
            )
        ],
    )
    store.remove("aa")
    found = store.select(f"SELECT ?c {{ ?c a <{MIG.Country}> }}").cells
    assert found == ((iris.country("RWA"),),)


def test_a_triple_of_two_articles_counts_once_and_stays_until_both_are_gone(store: Store) -> None:
    count = f"SELECT (COUNT(*) AS ?n) {{ ?a <{MIG.negotiatesReceptionFrom}> ?b }}"
    store.put("aa", article_quads("aa", "USA", "RWA"))
    store.put("bb", article_quads("bb", "USA", "RWA"))
    assert store.select(count).cells == ((1,),)
    store.remove("aa")
    assert store.select(count).cells == ((1,),)
    store.remove("bb")
    assert store.select(count).cells == ((0,),)


def test_removing_what_is_not_there_is_a_mistake(store: Store) -> None:
    with pytest.raises(InputError, match="no article aa"):
        store.remove("aa")


@pytest.mark.parametrize(
    "bad",
    [
        Quad(URIRef("not an iri"), RDF.type, MIG.Claim, URIRef(iris.article_graph("aa"))),
        Quad(URIRef("https://e.org/"), RDFS.label, Literal("\ud800"), URIRef(iris.article_graph("aa"))),
        Quad(URIRef("https://e.org/"), RDF.type, MIG.Claim, URIRef(iris.article_graph("other"))),
    ],
)
def test_a_bad_quad_leaves_the_store_as_it_was(store: Store, bad: Quad) -> None:
    store.put("aa", article_quads("aa", "USA", "RWA"))
    before = store.dump("nq")
    with pytest.raises(InputError):
        store.put("aa", [*article_quads("aa", "USA", "PAN"), bad])
    assert store.dump("nq") == before


KILLED = """
import sys
from itertools import count
from kg.store import Store
from tests.store.samples import article_quads

def version(number):
    return [q for n in range(40) for q in article_quads("aa", "USA", f"R{n % 26 + 65:c}{number % 26 + 65:c}")]

with Store.create(sys.argv[1]) as store:
    store.put("aa", version(0))
    print("ready", flush=True)
    for number in count(1):
        store.put("aa", version(number % 2))
"""


def test_a_killed_writer_leaves_the_old_or_the_new_article_and_nothing_between(
    folder: Path, tmp_path: Path
) -> None:
    sound = set()
    namespace: dict[str, object] = {}
    exec(KILLED.partition("with Store")[0], namespace)  # noqa: S102 - the versions that the writer writes
    for number in (0, 1):
        with Store.memory() as store:
            store.put("aa", namespace["version"](number))  # type: ignore[operator]
            sound.add((store.dump("nq"), store.select(COUNT).cells))
    seen = set()
    for number in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        ) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(0.05 + number * 0.013)  # somewhere inside a write, each time elsewhere
            writer.kill()
        with Store.open(folder) as store:
            seen.add((store.dump("nq"), store.select(COUNT).cells))
    assert seen <= sound
    assert seen


KEYS = st.sampled_from(["aa", "bb", "cc"])
COUNTRIES = st.sampled_from(["USA", "RWA", "PAN", "MEX"])
VERSIONS = st.tuples(
    COUNTRIES,
    COUNTRIES,
    st.sampled_from(["talks", "willing", "agreed"]),
    st.lists(COUNTRIES, max_size=2, unique=True).map(tuple),
)
STEPS = st.lists(st.tuples(KEYS, st.none() | VERSIONS), max_size=8)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_a_store_depends_on_what_is_in_it_and_not_on_its_past(
    steps: list[tuple[str, tuple[str, str, str, tuple[str, ...]] | None]],
) -> None:
    present: dict[str, tuple[str, str, str, tuple[str, ...]]] = {}
    with Store.memory() as store, Store.memory() as fresh:
        for key, version in steps:
            if version:
                sender, receiver, status, offices = present[key] = version
                store.put(key, article_quads(key, sender, receiver, status=status, offices=offices))
            elif key in present:
                del present[key]
                store.remove(key)
        for key, (sender, receiver, status, offices) in present.items():
            fresh.put(key, article_quads(key, sender, receiver, status=status, offices=offices))
        assert store.dump("nq") == fresh.dump("nq")
        assert store.articles() == tuple(sorted(present))
        # The default graph holds each triple of the named graphs once.
        counted = store.select(COUNT).cells[0][0]
        named = store.select("SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").cells
        assert counted == len(named)
