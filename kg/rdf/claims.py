"""A claim -> quads: its main triple, its qualifiers, and the direct edge beside it where there is one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, XSD

from kg.model.claim import (
    Citation,
    Claim,
    ConcernClaim,
    EventClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import Rank
from kg.model.text import Span
from kg.rdf import iris
from kg.rdf.agents import Agents
from kg.rdf.quads import ORG, Object, Pairs, Quad, address, agreement, code, country, value, when_pairs, words
from kg.rdf.vocab import MIG

# Looked up once: a namespace of rdflib takes its time.
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = RDF.type, RDF.subject, RDF.predicate, RDF.object


def claim_quads(
    claim: Claim,
    agents: Agents,
    graph: URIRef,
    *,
    first: Span | Citation,
    undated: date | None,
    reported: date | None,
) -> Iterator[Quad]:
    """A claim in a named graph.

    Args:
        claim: The claim.
        agents: The agents it names.
        graph: The graph of its article, or the catalogue.
        first: The one of its passages or citations that speaks where there is room for one.
        undated: The day that places it in time if it has no date of its own.
        reported: The day by which a source of it had been published.
    """
    iri = URIRef(iris.claim(claim.id))
    subject, predicate, obj = _main(claim, agents)
    for p, o in _common(claim, agents, first):
        yield Quad(iri, p, o, graph)
    day = (claim.when.earliest or claim.when.latest if claim.when else None) or undated
    for p, at in ((MIG.asOf, day), (MIG.reported, reported)):
        if at:
            yield Quad(iri, p, value(at), graph)
    if subject:
        yield Quad(iri, _SUBJECT, subject, graph)
    yield Quad(iri, _PREDICATE, predicate, graph)
    if obj:
        yield Quad(iri, _OBJECT, obj, graph)
    for p, o in _qualifiers(claim, agents):
        yield Quad(iri, p, o, graph)
    for number, cause in enumerate(claim.causes if isinstance(claim, StatusClaim) else (), 1):
        node = URIRef(f"{iri}/cause/{number}")
        yield Quad(iri, MIG.cause, node, graph)
        yield Quad(node, _TYPE, MIG.Cause, graph)
        yield Quad(node, MIG.causeType, code("cause", cause.type), graph)
        yield Quad(node, MIG.causeText, words(cause.text), graph)
    if claim.asserted and subject and obj:
        yield Quad(subject, predicate, obj, graph)


def evidence_iri(item: Span | Citation) -> URIRef:
    """IRI of a passage, or of what stands at a cited address."""
    if isinstance(item, Citation):
        return address(item.source)
    return URIRef(iris.passage(item.article, item.start, item.end))


def _common(claim: Claim, agents: Agents, first: Span | Citation) -> Pairs:
    yield _TYPE, MIG.Claim
    yield _TYPE, URIRef(f"{iris.NS}{type(claim).__name__}")
    if claim.agreement:
        yield MIG.agreement, agreement(claim.agreement)
    for item in claim.evidence:
        yield MIG.evidence, evidence_iri(item)
    yield MIG.firstEvidence, evidence_iri(first)
    if claim.article:
        yield DCTERMS.source, URIRef(iris.article(claim.article))
        yield PROV.wasGeneratedBy, URIRef(iris.extraction(claim.article, claim.extractor))
    source = claim.attribution
    yield MIG.attributedTo, agents.source(source)
    yield MIG.sourceType, code("source", source.source)
    if source.name:
        yield MIG.sourceName, words(source.name)
    yield MIG.mode, code("mode", source.mode)
    if source.outlet:
        yield MIG.outlet, agents.outlet(source.outlet)
    yield MIG.factuality, code("factuality", claim.factuality)
    if claim.when:
        yield from when_pairs(claim.when)
    yield MIG.confidence, value(f"{claim.confidence:.4f}".rstrip("0").rstrip("."), XSD.decimal)
    yield MIG.extractor, value(claim.extractor)
    yield MIG.reviewStatus, code("review", claim.review)
    if claim.rank is not Rank.NORMAL:
        yield MIG.rank, code("rank", claim.rank)
    if claim.dispute and claim.agreement:
        yield MIG.dispute, URIRef(iris.dispute(claim.agreement, claim.dispute))
    if claim.note:
        yield MIG.note, words(claim.note)


def _main(claim: Claim, agents: Agents) -> tuple[URIRef | None, URIRef, URIRef | None]:
    deal = agreement(claim.agreement) if claim.agreement else None
    match claim:
        case StatusClaim():
            return deal, MIG.hasStatus, code("status", claim.status)
        case TransferClaim():
            return _country(claim.receiving), MIG.receivedFrom, _country(claim.sending)
        case StatementClaim():
            return agents.source(claim.attribution), MIG.spokeAbout, deal or _only(claim.about)
        case PaymentClaim():
            return _country(claim.payer), MIG.paymentTo, _country(claim.payee)
        case ConcernClaim():
            return deal or _only(claim.about), MIG.raisesConcern, code("concern", claim.topic)
        case RulingClaim():
            return deal, MIG.ruledOn, code("ruling", claim.outcome)
        case EventClaim():
            return deal, MIG.underwent, code("event", claim.event)
        case OfficeClaim():
            return agents.official(claim.person), ORG.holds, agents.office(claim)
    raise TypeError(f"no mapping for {type(claim).__name__}")


def _qualifiers(claim: Claim, agents: Agents) -> Pairs:
    match claim:
        case StatusClaim():
            yield MIG.status, code("status", claim.status)
            yield from ((MIG.sender, country(c)) for c in claim.sending)
            yield from ((MIG.receiver, country(c)) for c in claim.receiving)
            yield from ((MIG.undirectedParty, country(c)) for c in claim.parties)
        case TransferClaim():
            yield from _given(MIG.sender, _country(claim.sending))
            yield from _given(MIG.receiver, _country(claim.receiving))
            yield from _given(MIG.persons, _literal(claim.persons))
            yield from _given(MIG.personsQualifier, _code("qualifier", claim.persons_qualifier))
            yield from _given(MIG.per, _code("per", claim.per))
            yield MIG.modality, code("transfer-modality", claim.modality)
            yield from ((MIG.nationality, country(c)) for c in claim.nationality)
            yield from _given(MIG.category, _literal(claim.category))
        case StatementClaim():
            yield MIG.speakerName, words(claim.speaker)
            yield MIG.speechMode, code("mode", claim.mode)
            yield MIG.stance, code("stance", claim.stance)
            yield from ((MIG.about, country(c)) for c in claim.about)
            yield from _given(MIG.quote, _literal(claim.quote))
        case PaymentClaim():
            yield from _given(MIG.payer, _country(claim.payer))
            yield from _given(MIG.payee, _country(claim.payee))
            yield from _given(MIG.amount, _literal(claim.amount))
            yield from _given(MIG.currency, _literal(claim.currency))
            yield from _given(MIG.amountQualifier, _code("qualifier", claim.qualifier))
            yield MIG.paymentModality, code("payment-modality", claim.modality)
            yield from _given(MIG.per, _code("per", claim.per))
        case ConcernClaim():
            yield MIG.topic, code("concern", claim.topic)
            yield from ((MIG.about, country(c)) for c in claim.about)
            yield from _given(MIG.raisedBy, _literal(claim.raised_by))
        case RulingClaim():
            yield MIG.outcome, code("ruling", claim.outcome)
            yield from _given(MIG.court, _literal(claim.court))
            yield from _given(MIG.caseName, _literal(claim.case))
            yield from ((MIG.sender, country(c)) for c in claim.sending)
            yield from ((MIG.receiver, country(c)) for c in claim.receiving)
        case EventClaim():
            yield MIG.event, code("event", claim.event)
            if claim.actor:
                yield MIG.actor, words(claim.actor)
                yield from _given(MIG.doneBy, agents.known(claim.actor))
        case OfficeClaim():
            yield MIG.officeName, words(claim.office)
            yield from _given(MIG.officeCountry, _country(claim.country))
            yield from _given(MIG.organisationName, _literal(claim.organisation))


def _given(predicate: URIRef, value: Object | None) -> Pairs:
    if value is not None:
        yield predicate, value


def _country(value: str | None) -> URIRef | None:
    return country(value) if value else None


def _only(codes: tuple[str, ...]) -> URIRef | None:
    return country(codes[0]) if len(codes) == 1 else None


def _code(scheme: str, value: str | None) -> URIRef | None:
    return code(scheme, value) if value else None


def _literal(plain: str | int | Decimal | None) -> Literal | None:
    return None if plain is None else words(plain) if isinstance(plain, str) else value(plain)
