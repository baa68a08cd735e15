"""Small graphs in the real shape: an article of one claim, and the countries it mentions."""

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS

from kg.rdf import iris
from kg.rdf.quads import Quad, code, country
from kg.rdf.vocab import MIG

ENTITIES = URIRef(iris.ENTITIES)


def article_quads(
    key: str, sender: str, receiver: str, *, status: str = "talks", offices: tuple[str, ...] = ()
) -> Iterator[Quad]:
    """An article with one certain status claim; its offices are described among the entities."""
    graph = URIRef(iris.article_graph(key))
    article, claim = URIRef(iris.article(key)), URIRef(iris.claim("c" + key))
    deal = URIRef(iris.entity(f"agreement/p-{sender}-{receiver}".lower()))
    for s, p, o in (
        (article, RDF.type, MIG.Article),
        (article, DCTERMS.title, Literal(f"Talks of {sender} and {receiver}", lang="en")),
        (article, MIG.articleText, Literal(f"{receiver} talks to {sender}.")),
        (claim, RDF.type, MIG.Claim),
        (claim, RDF.type, MIG.StatusClaim),
        (claim, DCTERMS.source, article),
        (claim, RDF.subject, deal),
        (claim, RDF.predicate, MIG.hasStatus),
        (claim, RDF.object, code("status", status)),
        (claim, MIG.factuality, code("factuality", "CT+")),
        (claim, MIG.sender, country(sender)),
        (claim, MIG.receiver, country(receiver)),
        (deal, MIG.hasStatus, code("status", status)),
    ):
        yield Quad(s, p, o, graph)
    for name in (sender, receiver):
        yield Quad(country(name), RDF.type, MIG.Country, ENTITIES)
        yield Quad(country(name), RDFS.label, Literal(name), ENTITIES)
    for name in offices:
        post = URIRef(f"{iris.ID}office/{name}/president")
        yield Quad(claim, MIG.attributedTo, post, graph)
        yield Quad(post, RDF.type, MIG.Office, ENTITIES)
        yield Quad(post, MIG.officeCountry, country(name), ENTITIES)
        yield Quad(country(name), RDF.type, MIG.Country, ENTITIES)
        yield Quad(country(name), RDFS.label, Literal(name), ENTITIES)
