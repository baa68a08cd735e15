"""The catalogue -> quads of `graph/catalogue`: records of agreements, people and bodies, and their claims."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from kg.model.actor import Body, Person
from kg.model.agreement import Agreement, Confidence, RelationType, Role
from kg.model.claim import Citation, Claim
from kg.rdf import iris
from kg.rdf.agents import Agents
from kg.rdf.claims import claim_quads, evidence_iri
from kg.rdf.quads import EDTF, Pairs, Quad, Triple, agreement, code, value, words
from kg.rdf.vocab import MIG
from kg.read.catalogue import Catalogue
from kg.read.catalogue_claims import claims_of, offices_of, unsourced

ROLES: Final = {
    Role.SENDING: MIG.sendingParty,
    Role.RECEIVING: MIG.receivingParty,
    Role.TRANSIT: MIG.transitParty,
    Role.FUNDER: MIG.funder,
    Role.PARTY: MIG.party,
}
"""The property that leads from an agreement to a party of each role."""

RELATIONS: Final = {
    RelationType.SUPERSEDES: MIG.supersedes,
    RelationType.SUCCESSOR_OF: MIG.successorOf,
    RelationType.RELATED: MIG.related,
}
"""The property of each tie between agreements."""


def map_catalogue(catalogue: Catalogue) -> Iterator[Quad]:
    """The graph of the catalogue, and the entities it mentions in the graph of entities.

    A fact that rests on memory alone makes no claim: its words stand with the record as ``mig:fromMemory``.
    """
    graph, entities = URIRef(iris.CATALOGUE), URIRef(iris.ENTITIES)
    local: dict[Triple, None] = {}  # sets that keep their order
    shared: dict[Triple, None] = {}
    described: set[str] = set()  # an address is described alike in all records
    for record in catalogue.agreements:
        claims = tuple(claims_of(record))
        agents = Agents(iris.agreement(record.id), claims)
        for s, p, o in _agreement(record, agents):
            yield Quad(s, p, o, graph)
        undated = record.standing.date.earliest if record.standing and record.standing.date else None
        for claim in claims:
            yield from _claim(claim, agents, graph, undated)
        cited = {c.source: c for c in (*record.sources, *_cited(claims)) if c.source not in described}
        described.update(cited)
        local.update(dict.fromkeys(_citations(cited.values(), agents)))
        _collect(agents, local, shared)
    actors: tuple[Person | Body, ...] = (*catalogue.people, *catalogue.bodies)
    for actor in actors:
        offices = tuple(offices_of(actor)) if isinstance(actor, Person) else ()
        agents = Agents(iris.entity(f"person/{actor.id}"), offices)
        local.update(dict.fromkeys(_names(actor, agents)))
        for office in offices:
            yield from _claim(office, agents, graph, None)
        local.update(dict.fromkeys(_citations(dict.fromkeys(_cited(offices)), agents)))
        _collect(agents, local, shared)
    for triples, home in ((local, graph), (shared, entities)):
        for s, p, o in triples:
            yield Quad(s, p, o, home)


def _collect(agents: Agents, local: dict[Triple, None], shared: dict[Triple, None]) -> None:
    local.update(dict.fromkeys(agents.local()))
    shared.update(dict.fromkeys(agents.shared()))


def _agreement(record: Agreement, agents: Agents) -> Iterator[Triple]:
    iri = agreement(record.id)
    for p, o in _record(record, agents):
        yield iri, p, o
    for relation in record.relations:
        target = agreement(relation.target)
        yield iri, RELATIONS[relation.type], target
        if relation.type is RelationType.RELATED:
            yield target, MIG.related, iri
    for dispute in record.disputes:
        node = URIRef(iris.dispute(record.id, dispute.id))
        yield iri, MIG.disputed, node
        yield node, RDF.type, MIG.Dispute
        yield node, RDFS.label, words(dispute.about, "en")
        if dispute.settled:
            yield node, MIG.settled, words(dispute.settled)


def _record(record: Agreement, agents: Agents) -> Pairs:
    yield RDF.type, MIG.Agreement
    yield RDFS.label, words(record.title, "en")
    if record.kind:
        yield MIG.kind, code("kind", record.kind)
    if record.instrument:
        yield MIG.instrument, code("instrument", record.instrument)
    yield MIG.reciprocal, value(record.reciprocal)
    for party in record.parties:
        yield ROLES[party.role], agents.country(party.country)
    for origin in record.origin:
        yield MIG.origin, agents.country(origin)
    if record.standing and record.standing.date and (day := record.standing.date.latest):
        yield MIG.recordedAsOf, value(day)
    if record.gazette:
        known = record.gazette.confidence is not Confidence.LOW
        yield DCTERMS.bibliographicCitation if known else MIG.fromMemory, words(record.gazette.reference)
    for fact in unsourced(record):
        # What an article states is a claim in the article's own graph.
        if fact.note and not fact.articles:
            yield MIG.fromMemory, words(f"{fact.date.edtf}: {fact.note}" if fact.date else fact.note)


def _claim(claim: Claim, agents: Agents, graph: URIRef, undated: date | None) -> Iterator[Quad]:
    days = (item.published.latest for item in _cited([claim]) if item.published)
    reported = min(filter(None, days), default=None)
    first, day = claim.evidence[0], reported or undated
    return claim_quads(claim, agents, graph, first=first, undated=day, reported=reported)


def _cited(claims: Iterable[Claim]) -> Iterator[Citation]:
    # A record may cite what another one describes.
    return (item for claim in claims for item in claim.evidence if isinstance(item, Citation))


def _citations(citations: Iterable[Citation], agents: Agents) -> Iterator[Triple]:
    for citation in citations:
        iri = evidence_iri(citation)
        yield iri, RDF.type, MIG.Citation
        if citation.title:
            yield iri, DCTERMS.title, words(citation.title, "en")
        if citation.publisher:
            yield iri, DCTERMS.publisher, agents.publisher(citation.publisher)
        if text := citation.origin or citation.publisher:
            yield iri, MIG.textOf, agents.publisher(text)
        if citation.published:
            yield iri, DCTERMS.date, value(citation.published.edtf, EDTF)


def _names(actor: Person | Body, agents: Agents) -> Iterator[Triple]:
    iri = agents.official(actor.name) if isinstance(actor, Person) else agents.organisation(actor.name)
    # One more statement of its class keeps it in the graph of entities while nothing else mentions it.
    yield iri, RDF.type, MIG.Official if isinstance(actor, Person) else _body_class(iri)
    for alias in actor.aliases:
        yield iri, SKOS.altLabel, words(alias, "en")


def _body_class(iri: URIRef) -> URIRef:
    return MIG.Outlet if str(iri).startswith(f"{iris.ID}outlet/") else MIG.Body
