from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD

from kg.rdf.quads import Quad
from kg.store import Blank, Cell, Iri, Store, Text, rdflib_terms, terms

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
IRIS = st.from_regex(r"https://example\.org/([a-z0-9/?=é卢-]|%41){0,20}#?", fullmatch=True)
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
NUMBERS = st.one_of(
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.decimals(-(10**12), 10**12, places=4),
    st.floats(allow_nan=False),
)
DAYS = st.one_of(st.dates(), st.datetimes())
CELLS: st.SearchStrategy[Cell] = st.one_of(
    WORDS,
    WORDS.map(lambda text: Text(text, "en")),
    WORDS.map(lambda text: Text(text, datatype=EDTF)),
    IRIS.map(Iri),
    NUMBERS,
    DAYS,
)


@given(CELLS)
def test_a_value_comes_back_from_its_term_with_its_kind(value: Cell) -> None:
    back = terms.cell(terms.term(value))
    assert back == value
    assert type(back) is type(value)
    if isinstance(value, Text):
        assert isinstance(back, Text)
        assert (back.language, back.datatype) == (value.language, value.datatype)


@given(CELLS)
def test_a_serialised_value_is_one_value_to_the_engine(value: Cell) -> None:
    text = f"SELECT ?x {{ VALUES (?x) {{ ({terms.serialised(value)}) }} }}"
    with Store.memory() as store:
        assert store.query(text, trusted=True).cells == ((value,),)


@pytest.mark.parametrize("bad", ["", "no scheme", "http://a b", "http://a> . ?s ?p <http://b", 'http://a"b'])
def test_what_is_no_iri_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        terms.serialised(Iri(bad))


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("abc", "integer"),
        ("9" * 5000, "integer"),
        ("2025-05-05Z", "date"),
        ("-0001-01-01", "date"),
        ("maybe", "boolean"),
        ("P1D", "duration"),
    ],
)
def test_what_python_cannot_hold_keeps_its_words(lexical: str, datatype: str) -> None:
    cell = terms.cell(ox.Literal(lexical, datatype=ox.NamedNode(terms.XSD + datatype)))
    assert isinstance(cell, Text)
    assert cell == lexical
    assert cell.datatype == terms.XSD + datatype


def test_plain_values_are_plain() -> None:
    rows = Store.memory().select("""
        SELECT * { BIND(7 AS ?a) BIND(0.5 AS ?b) BIND(1e0 AS ?c) BIND(true AS ?d) BIND("w" AS ?e)
          BIND("2025-05-05"^^<http://www.w3.org/2001/XMLSchema#date> AS ?f)
          BIND("2025-05-05T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> AS ?g)
          BIND(BNODE() AS ?h) BIND(1/0 AS ?i) BIND("mot"@fr AS ?j) }""")
    found = dict(zip(rows.columns, rows.cells[0], strict=True))
    assert (found["a"], found["b"], found["c"], found["d"]) == (7, Decimal("0.5"), 1.0, True)
    assert (found["e"], found["f"]) == ("w", date(2025, 5, 5))
    assert found["g"] == datetime.fromisoformat("2025-05-05T10:00:00+00:00")
    assert isinstance(found["h"], Blank)
    assert found["i"] is None
    assert isinstance(found["j"], Text)
    assert found["j"].language == "fr"


@pytest.mark.parametrize(
    "node",
    [
        URIRef("https://example.org/卢旺达#x"),
        Literal("words \n \"' \\u0041"),
        Literal("mot", lang="fr"),
        Literal("2025-03", datatype=URIRef(EDTF)),
        Literal("007", datatype=XSD.integer, normalize=False),
        Literal(date(2025, 5, 5)),
        Literal(True),
        Literal(Decimal("0.10")),
    ],
)
def test_rdflib_terms_come_back_as_they_were(node: URIRef | Literal) -> None:
    assert rdflib_terms.to_rdflib(rdflib_terms.from_rdflib(node)) == node


def test_a_blank_node_of_rdflib_gets_a_name() -> None:
    assert rdflib_terms.from_rdflib(BNode("b1")) == ox.NamedNode(terms.GENID + "b1")


def test_an_iri_of_rdflib_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="IRI"):
        rdflib_terms.from_rdflib(URIRef("not an iri"))


def test_what_is_written_is_read_back_as_the_quads_it_was() -> None:
    subject, graph = URIRef("https://e.org/é"), URIRef("https://e.org/g")
    objects = [
        URIRef("https://e.org/x"),
        Literal('a "quote", a \\ and\r\na second line\t', lang="en"),
        Literal("0.50", datatype=XSD.decimal, normalize=False),
        Literal("\x00\u2028🛂"),
        BNode("b1"),
    ]
    quads = [Quad(subject, URIRef("https://e.org/p"), o, graph) for o in objects]  # type: ignore[arg-type]
    read = ox.parse(rdflib_terms.nquads(rdflib_terms.written([*quads, *quads])), format=ox.RdfFormat.N_QUADS)
    assert [(q.object, q.graph_name) for q in read] == [
        (rdflib_terms.from_rdflib(o), ox.NamedNode(graph)) for o in objects
    ]


@pytest.mark.parametrize("bad", ["relative", "https://e.org/> <https://e.org/p> <https://e.org/o> .\n<x:y"])
def test_no_term_is_written_that_would_be_more_than_one(bad: str) -> None:
    node = URIRef("https://e.org/x")
    with pytest.raises(ValueError, match="IRI"):
        rdflib_terms.written([Quad(node, node, URIRef(bad), node)])
