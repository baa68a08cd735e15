"""Reasoning in OWL RL finds no contradiction in real data, and finds those that are planted."""

from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import FOAF, PROV, RDF, XSD

from kg.rdf.derive import rules
from kg.rdf.iris import ID
from kg.rdf.vocab import MIG
from tests.ontology.graphs import ontology, sample, shipped

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
CLAIM = URIRef(f"{ID}claim/c0000000000000001")
FERREL, ARVONIA = URIRef(f"{ID}person/tomas-ferrel"), URIRef(f"{ID}country/XAA")
DEAL = URIRef(f"{ID}agreement/p-xaa-xbb")


def closure(*extra: tuple[URIRef, URIRef, URIRef | Literal]) -> Graph:
    data = sample() + ontology("codes")
    for rule in rules():
        data += data.query(rule.text).graph or Graph()
    data += ontology("migration")
    data += ontology("alignments")
    for triple in extra:
        data.add(triple)
    DeductiveClosure(OWLRL_Semantics).expand(data)
    return data


def errors(graph: Graph) -> list[str]:
    return [str(message) for message in graph.objects(None, ERROR)]


def test_the_sample_is_consistent_and_what_should_follow_follows() -> None:
    found = closure()
    assert errors(found) == []
    assert (FERREL, RDF.type, FOAF.Person) in found
    assert (CLAIM, RDF.type, RDF.Statement) in found
    assert (DEAL, MIG.party, ARVONIA) in found
    assert set(found.objects(CLAIM, PROV.wasAttributedTo)) == set(found.objects(CLAIM, MIG.attributedTo))
    # No thing falls into a class by the domain of a property that was not meant for it.
    for kind in (MIG.Country, MIG.Agreement, MIG.Article, MIG.TransferClaim):
        assert set(found.subjects(RDF.type, kind)) == set(sample().subjects(RDF.type, kind))


def test_the_shipped_articles_are_consistent(tmp_path: Path) -> None:
    found = shipped(tmp_path / "store") + ontology("migration")
    DeductiveClosure(OWLRL_Semantics).expand(found)
    assert errors(found) == []


@pytest.mark.parametrize(
    ("planted", "message"),
    [
        ((CLAIM, RDF.type, MIG.Agreement), "Disjoint classes"),
        ((ARVONIA, RDF.type, MIG.Official), "Disjoint classes"),
        ((DEAL, MIG.attributedTo, FERREL), "Disjoint classes"),
        ((FERREL, MIG.iso3, Literal("XFF")), "Disjoint classes"),
        ((CLAIM, MIG.earliest, Literal("2031-13-01", datatype=XSD.date)), "Lexical value"),
    ],
)
def test_a_contradiction_is_found(planted: tuple[URIRef, URIRef, URIRef | Literal], message: str) -> None:
    assert any(message in error for error in errors(closure(planted)))
