"""The description of the data set (VoID, DCAT), which travels with every export."""

from collections.abc import Iterator, Mapping
from typing import Final

from rdflib import Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, OWL, RDF, VOID, XSD

from kg import __version__
from kg.rdf import iris
from kg.rdf.quads import Quad

TITLE: Final = "Migration agreements knowledge graph"
DESCRIPTION: Final = "Claims about migration agreements, each with the words that support it."
LICENCE: Final = URIRef("https://creativecommons.org/licenses/by/4.0/")


def describe(*, triples: int, articles: int, classes: Mapping[str, int]) -> Iterator[Quad]:
    """The graph `graph/meta`.

    Args:
        triples: Number of statements outside `graph/meta`, without the full texts, which exports leave out.
        articles: Number of articles.
        classes: Number of members by class IRI.
    """
    data, graph = URIRef(iris.DATASET), URIRef(iris.META)
    pairs = (
        (RDF.type, VOID.Dataset),
        (RDF.type, DCAT.Dataset),
        (DCTERMS.title, Literal(TITLE, lang="en")),
        (DCTERMS.description, Literal(DESCRIPTION, lang="en")),
        # Texts of articles keep the rights of their authors; the licence covers the claims about them.
        (DCTERMS.license, LICENCE),
        (OWL.versionInfo, Literal(__version__)),
        (VOID.vocabulary, URIRef(iris.NS)),
        (VOID.uriSpace, Literal(iris.ID)),
        (VOID.triples, Literal(triples)),
        (VOID.documents, Literal(articles)),
        (VOID.classes, Literal(len(classes))),
        (DCAT.landingPage, URIRef(iris.BASE)),
        (DCAT.keyword, Literal("migration agreements", lang="en")),
    )
    for p, o in pairs:
        yield Quad(data, p, o, graph)
    for iri, count in sorted(classes.items()):
        part = URIRef(f"{iris.DATASET}/class/{iri.rpartition('#')[2].rpartition('/')[2]}")
        yield Quad(data, VOID.classPartition, part, graph)
        yield Quad(part, VOID["class"], URIRef(iri), graph)
        yield Quad(part, VOID.entities, Literal(count, datatype=XSD.integer), graph)
