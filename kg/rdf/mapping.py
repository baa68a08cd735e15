"""Articles -> quads, in the shape that docs/reference/rdf.md describes, one article at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, XSD

from kg.model.agreement import Agreement
from kg.model.claim import Citation, Claim, StatementClaim
from kg.model.text import Article, Span
from kg.rdf import iris
from kg.rdf.agents import Agents
from kg.rdf.claims import claim_quads, evidence_iri
from kg.rdf.quads import OA, SCHEMA, Pairs, Quad, Triple, when_pairs
from kg.rdf.vocab import MIG
from kg.read.reprint import digests

_CONTEXT: Final = 32  # characters before and after a quote; enough to find it again in a changed page


def map_article(
    article: Article,
    claims: Iterable[Claim],
    agreements: Iterable[Agreement] = (),
    *,
    reprint_of: Iterable[str] = (),
    reprinted_by: Iterable[str] = (),
    with_text: bool = True,
) -> Iterator[Quad]:
    """The named graph of one article, and the entities it mentions in the graph of entities.

    Args:
        article: The article.
        claims: Its claims, linked to agreements.
        agreements: The agreements they are linked to.
        reprint_of: Keys of earlier articles that have its text.
        reprinted_by: Keys of later articles that have its text.
        with_text: Whether the whole text enters the graph.
    """
    claims = tuple(claims)
    graph = URIRef(iris.article_graph(article.key))
    agents = Agents(iris.article(article.key), claims)
    for agreement in agreements:
        agents.agreement(agreement)
    subject = URIRef(iris.article(article.key))
    for p, o in _article(article, agents, with_text):
        yield Quad(subject, p, o, graph)
    for key in reprint_of:
        yield Quad(subject, MIG.reprintOf, URIRef(iris.article(key)), graph)
    for key in reprinted_by:
        yield Quad(URIRef(iris.article(key)), MIG.reprintOf, subject, graph)
    for span in sorted({span for claim in claims for span in claim.spans}, key=lambda s: (s.start, s.end)):
        for s, p, o in _passage(article, span):
            yield Quad(s, p, o, graph)
    for extractor in sorted({claim.extractor for claim in claims}):
        run = URIRef(iris.extraction(article.key, extractor))
        yield Quad(run, RDF.type, MIG.Extraction, graph)
        yield Quad(run, PROV.used, subject, graph)
        yield Quad(run, MIG.extractor, Literal(extractor), graph)
    day = article.published
    undated, reported = (day.earliest, day.latest) if day else (None, None)
    speaks = _speaker(article, claims)
    for claim in claims:
        yield from claim_quads(claim, agents, graph, first=speaks(claim), undated=undated, reported=reported)
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
    for digest in sorted(digests(article)):
        yield MIG.sentenceDigest, Literal(digest)
    if with_text:
        yield MIG.articleText, Literal(article.text)


def _speaker(article: Article, claims: Iterable[Claim]) -> Callable[[Claim], Span | Citation]:
    """What finds the passage of a claim that speaks: the first with the words of the one who says so.

    A heading often says as the article's own what a named source says below it. Those words are the source's
    that lie in a statement of that source, or in a sentence that names it.
    """
    said: dict[str, list[Span]] = {}
    for claim in claims:
        if isinstance(claim, StatementClaim) and claim.attribution.name:
            said.setdefault(claim.attribution.name, []).extend(claim.spans)
    sentences = {article.sentence_at(found.start): found.text for found in article.sentences()}

    def own(span: Span, name: str | None) -> bool:
        if not name:
            return True
        within = any(s.start < span.end and span.start < s.end for s in said.get(name, ()))
        return within or name.split()[-1] in sentences.get(article.sentence_at(span.start), "")

    def first(claim: Claim) -> Span | Citation:
        name = claim.attribution.name
        order = sorted(claim.spans, key=lambda span: (not own(span, name), span.start, span.end))
        return order[0] if order else claim.evidence[0]

    return first


def _passage(article: Article, span: Span) -> Iterator[Triple]:
    iri = evidence_iri(span)
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
