"""Claims -> quads, in the shape that docs/reference/rdf.md describes, one article at a time."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, XSD, Namespace

from kg.model.agreement import Agreement
from kg.model.claim import (
    Citation,
    Claim,
    ConcernClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.text import Article, Span
from kg.model.when import When
from kg.rdf import iris
from kg.rdf.agents import Agents
from kg.rdf.vocab import MIG

OA: Final = Namespace(iris.PREFIXES["oa"])
ORG: Final = Namespace(iris.PREFIXES["org"])
SCHEMA: Final = Namespace(iris.PREFIXES["schema"])
EDTF: Final = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_CONTEXT: Final = 32  # characters before and after a quote; enough to find it again in a changed page

Object: TypeAlias = URIRef | Literal
Pairs: TypeAlias = Iterator[tuple[URIRef, Object]]


class Quad(NamedTuple):
    """One statement in a named graph."""

    s: URIRef
    p: URIRef
    o: Object
    graph: URIRef


def map_article(
    article: Article, claims: Iterable[Claim], agreements: Iterable[Agreement] = (), *, with_text: bool = True
) -> Iterator[Quad]:
    """The named graph of one article, and the entities it mentions in the graph of entities.

    Args:
        article: The article.
        claims: Its claims, linked to agreements.
        agreements: The agreements they are linked to.
        with_text: Whether the whole text enters the graph.
    """
    claims = tuple(claims)
    graph = URIRef(iris.article_graph(article.key))
    agents = Agents(article.key, claims)
    for agreement in agreements:
        agents.agreement(agreement)
    subject = URIRef(iris.article(article.key))
    for p, o in _article(article, agents, with_text):
        yield Quad(subject, p, o, graph)
    for span in sorted({span for claim in claims for span in claim.spans}, key=lambda s: (s.start, s.end)):
        for s, p, o in _passage(article, span):
            yield Quad(s, p, o, graph)
    for extractor in sorted({claim.extractor for claim in claims}):
        run = URIRef(iris.extraction(article.key, extractor))
        yield Quad(run, RDF.type, MIG.Extraction, graph)
        yield Quad(run, PROV.used, subject, graph)
        yield Quad(run, MIG.extractor, Literal(extractor), graph)
    for claim in claims:
        yield from _claim(claim, agents, graph)
        if day := _as_of(claim, article):
            yield Quad(URIRef(iris.claim(claim.id)), MIG.asOf, Literal(day), graph)
    for s, p, o in agents.local():
        yield Quad(s, p, o, graph)
    entities = URIRef(iris.ENTITIES)
    for s, p, o in agents.shared():
        yield Quad(s, p, o, entities)


def _article(article: Article, agents: Agents, with_text: bool) -> Pairs:
    yield RDF.type, MIG.Article
    if article.title:
        yield DCTERMS.title, Literal(article.title, lang=article.language)
    if article.published:
        yield from when_pairs(article.published)
    if article.publisher:
        yield DCTERMS.publisher, agents.outlet(article.publisher)
    if article.url:
        yield SCHEMA.url, Literal(article.url, datatype=XSD.anyURI)
    yield DCTERMS.language, Literal(article.language)
    yield MIG.sha256, Literal(article.sha256)
    yield MIG.charCount, Literal(len(article.text))
    if with_text:
        yield MIG.articleText, Literal(article.text)


def _passage(article: Article, span: Span) -> Iterator[tuple[URIRef, URIRef, Object]]:
    iri = passage_iri(span)
    quote, position = (
        URIRef(iris.selector(span.article, form, span.start, span.end)) for form in ("quote", "position")
    )
    yield iri, RDF.type, MIG.Passage
    yield iri, OA.hasSource, URIRef(iris.article(span.article))
    yield iri, OA.hasSelector, quote
    yield iri, OA.hasSelector, position
    yield iri, MIG.sentence, Literal(article.sentence_at(span.start))
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(span.text)
    yield quote, OA.prefix, Literal(article.text[max(0, span.start - _CONTEXT) : span.start])
    yield quote, OA.suffix, Literal(article.text[span.end : span.end + _CONTEXT])
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(span.start)
    yield position, OA.end, Literal(span.end)


def passage_iri(span: Span) -> URIRef:
    """IRI of a passage."""
    return URIRef(iris.passage(span.article, span.start, span.end))


def when_pairs(when: When) -> Pairs:
    """A date as properties of what it dates: the EDTF string and its bounds."""
    yield MIG.edtf, Literal(when.edtf, datatype=EDTF)
    if when.earliest:
        yield MIG.earliest, Literal(when.earliest)
    if when.latest:
        yield MIG.latest, Literal(when.latest)
    if when.text:
        yield MIG.whenText, Literal(when.text)
    if when.basis:
        yield MIG.timeBasis, code("time-basis", when.basis)


def code(scheme: str, value: str) -> URIRef:
    """IRI of a concept of a code list, as a term."""
    return URIRef(iris.code(scheme, value))


def country(value: str) -> URIRef:
    """IRI of a country, as a term."""
    return URIRef(iris.country(value))


def _claim(claim: Claim, agents: Agents, graph: URIRef) -> Iterator[Quad]:
    iri = URIRef(iris.claim(claim.id))
    subject, predicate, obj = _main(claim, agents)
    for p, o in _common(claim, agents):
        yield Quad(iri, p, o, graph)
    if subject:
        yield Quad(iri, RDF.subject, subject, graph)
    yield Quad(iri, RDF.predicate, predicate, graph)
    if obj:
        yield Quad(iri, RDF.object, obj, graph)
    for p, o in _qualifiers(claim):
        yield Quad(iri, p, o, graph)
    for number, cause in enumerate(claim.causes if isinstance(claim, StatusClaim) else (), 1):
        node = URIRef(f"{iri}/cause/{number}")
        yield Quad(iri, MIG.cause, node, graph)
        yield Quad(node, RDF.type, MIG.Cause, graph)
        yield Quad(node, MIG.causeType, code("cause", cause.type), graph)
        yield Quad(node, MIG.causeText, Literal(cause.text), graph)
    if claim.asserted and subject and obj:
        yield Quad(subject, predicate, obj, graph)


def _as_of(claim: Claim, article: Article) -> date | None:
    if claim.when and (claim.when.earliest or claim.when.latest):
        return claim.when.earliest or claim.when.latest
    return article.published.earliest if article.published else None


def _common(claim: Claim, agents: Agents) -> Pairs:
    yield RDF.type, MIG.Claim
    yield RDF.type, URIRef(f"{iris.NS}{type(claim).__name__}")
    if claim.agreement:
        yield MIG.agreement, URIRef(iris.entity(f"agreement/{claim.agreement}"))
    for item in claim.evidence:
        yield MIG.evidence, URIRef(item.source) if isinstance(item, Citation) else passage_iri(item)
    if claim.article:
        yield DCTERMS.source, URIRef(iris.article(claim.article))
        yield PROV.wasGeneratedBy, URIRef(iris.extraction(claim.article, claim.extractor))
    source = claim.attribution
    yield MIG.attributedTo, agents.source(source)
    yield MIG.sourceType, code("source", source.source)
    if source.name:
        yield MIG.sourceName, Literal(source.name)
    yield MIG.mode, code("mode", source.mode)
    if source.outlet:
        yield MIG.outlet, agents.outlet(source.outlet)
    yield MIG.factuality, code("factuality", claim.factuality)
    if claim.when:
        yield from when_pairs(claim.when)
    yield MIG.confidence, Literal(f"{claim.confidence:.4f}".rstrip("0").rstrip("."), datatype=XSD.decimal)
    yield MIG.extractor, Literal(claim.extractor)
    yield MIG.reviewStatus, code("review", claim.review)


def _main(claim: Claim, agents: Agents) -> tuple[URIRef | None, URIRef, URIRef | None]:
    agreement = URIRef(iris.entity(f"agreement/{claim.agreement}")) if claim.agreement else None
    match claim:
        case StatusClaim():
            return agreement, MIG.hasStatus, code("status", claim.status)
        case TransferClaim():
            return _country(claim.receiving), MIG.receivedFrom, _country(claim.sending)
        case StatementClaim():
            return agents.source(claim.attribution), MIG.spokeAbout, agreement or _only(claim.about)
        case PaymentClaim():
            return _country(claim.payer), MIG.paymentTo, _country(claim.payee)
        case ConcernClaim():
            return agreement or _only(claim.about), MIG.raisesConcern, code("concern", claim.topic)
        case RulingClaim():
            return agreement, MIG.ruledOn, code("ruling", claim.outcome)
        case OfficeClaim():
            return agents.official(claim.person), ORG.holds, agents.office(claim)
    raise TypeError(f"no mapping for {type(claim).__name__}")


def _qualifiers(claim: Claim) -> Pairs:
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
            yield MIG.speakerName, Literal(claim.speaker)
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
            yield from ((MIG.sender, country(c)) for c in claim.sending)
            yield from ((MIG.receiver, country(c)) for c in claim.receiving)
        case OfficeClaim():
            yield MIG.officeName, Literal(claim.office)
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


def _literal(value: object) -> Literal | None:
    return None if value is None else Literal(value)
