"""JSON-LD of ours, read by the engine and by rdflib: whatever the quads, they come back."""

import json

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from kg.errors import UsageError
from kg.rdf.iris import ID, NS, PREFIXES
from kg.store import formats

XSD = "http://www.w3.org/2001/XMLSchema#"
iris = st.sampled_from(
    [
        ID + "country/RWA",
        ID + "article/ab#char=1,2",
        ID,
        ID + "//x",
        NS + "agreement",
        NS + "Claim",
        NS + "id",
        NS + "a:b",
        NS,
        "https://example.org/a?b=%20#c",
        "urn:x:y",
        "schema:thing",
        "mailto:a@b.org",
    ]
).map(ox.NamedNode)
literals = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")).map(ox.Literal),
    st.builds(
        lambda t, lang: ox.Literal(t, language=lang),
        st.text('aé"\\<', max_size=4),
        st.sampled_from(["en", "fr-be"]),
    ),
    st.builds(
        lambda value, kind: ox.Literal(value, datatype=ox.NamedNode(kind)),
        st.sampled_from(
            ["1", "01", "-0", "-5", "12345678901234567890", "1.50", "true", "1", "2025-03", "", "x y"]
        ),
        st.sampled_from(
            [*(XSD + n for n in ("integer", "boolean", "decimal", "date", "anyURI")), NS + "kind", "schema:x"]
        ),
    ),
)
predicates = st.sampled_from(
    [NS + "agreement", NS + "id", NS + "a:b", PREFIXES["rdf"] + "type", "urn:p", "schema:p"]
).map(ox.NamedNode)
quads = st.builds(
    ox.Quad, iris, predicates, st.one_of(iris, literals), st.one_of(iris, st.just(ox.DefaultGraph()))
)


@given(st.lists(quads, max_size=8))
@settings(max_examples=300, deadline=None)
def test_the_engine_reads_back_what_was_written(given_quads: list[ox.Quad]) -> None:
    data = formats.write(given_quads, "jsonld")
    assert set(ox.parse(data, ox.RdfFormat.JSON_LD)) == set(given_quads)


@given(st.lists(quads, max_size=6))
@settings(max_examples=60, deadline=None)
def test_the_order_of_quads_does_not_matter(given_quads: list[ox.Quad]) -> None:
    data = formats.write(given_quads, "jsonld")
    assert formats.write(given_quads[::-1], "jsonld") == data
    json.loads(data)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of its own calls
def test_rdflib_reads_names_types_and_blank_nodes() -> None:
    node, mixed = ox.NamedNode(ID + "claim/c1"), ox.NamedNode(NS + "note")
    given_quads = [
        ox.Quad(node, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(NS + "Claim")),
        ox.Quad(
            node, ox.NamedNode(NS + "asOf"), ox.Literal("2025-03-01", datatype=ox.NamedNode(XSD + "date"))
        ),
        ox.Quad(node, mixed, ox.Literal("words")),
        ox.Quad(node, mixed, ox.NamedNode(ID + "claim/c2")),
        ox.Quad(node, mixed, ox.Literal("7", datatype=ox.NamedNode(XSD + "integer"))),
        ox.Quad(ox.BlankNode("b"), ox.NamedNode(NS + "agreement"), node),
    ]
    data = formats.write(given_quads, "jsonld")
    assert json.loads(data)["@context"]["asOf"] == {"@type": "xsd:date"}
    found, want = Dataset(), Dataset()
    found.parse(data=data, format="json-ld")
    want.parse(data=ox.serialize(given_quads, format=ox.RdfFormat.N_QUADS), format="nquads")
    assert len(list(found.quads())) == len(given_quads)
    plain = [{q for q in d.quads() if "claim" in str(q[0])} for d in (found, want)]
    assert plain[0] == plain[1]


def test_triple_terms_are_refused() -> None:
    node = ox.NamedNode("urn:a")
    quad = ox.Quad(node, node, ox.Triple(node, node, node))
    with pytest.raises(UsageError, match="no triple terms"):
        formats.write([quad], "jsonld")
