from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS

from kg.model.agreement import Agreement
from kg.model.claim import Attribution, Claim, OfficeClaim, StatementClaim, StatusClaim, TransferClaim
from kg.model.codes import Factuality, Mode, SourceType, Status, TransferModality
from kg.model.text import Article, Span
from kg.model.when import When
from kg.rdf import iris
from kg.rdf.mapping import map_article
from kg.rdf.quads import OA
from kg.rdf.vocab import FACTUALITY, MIG, STATUS
from tests.strategies import ARTICLE, claims

TEXT = Article(
    text="Chad took 12 people from France, said Idriss Example.\nMinister Ada Test signed.",
    title="A deal",
    publisher="The Daily Test",
    published=When(edtf="2025-06-01"),
)
WHOLE = Span.of(TEXT, 0, 53)
NARRATOR = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)


def transfer(modality: TransferModality = TransferModality.HAPPENED) -> TransferClaim:
    return TransferClaim(
        article=TEXT.key,
        evidence=(WHOLE,),
        attribution=NARRATOR,
        extractor="test/1",
        sending="FRA",
        receiving="TCD",
        persons=12,
        modality=modality,
    )


def graph(*claims: Claim, article: Article = TEXT, agreements: tuple[Agreement, ...] = ()) -> Graph:
    merged = Graph()
    for s, p, o, _ in map_article(article, claims, agreements):
        merged.add((s, p, o))
    return merged


def test_a_claim_names_its_triple_and_stands_beside_the_direct_edge() -> None:
    claim = transfer()
    found = graph(claim)
    iri = URIRef(iris.claim(claim.id))
    edge = (URIRef(iris.country("TCD")), MIG.receivedFrom, URIRef(iris.country("FRA")))
    assert (
        found.value(iri, RDF.subject),
        found.value(iri, RDF.predicate),
        found.value(iri, RDF.object),
    ) == edge
    assert edge in found
    assert (iri, RDF.type, MIG.TransferClaim) in found
    assert found.value(iri, MIG.persons) == Literal(12)


@pytest.mark.parametrize("modality", ["planned", "halted", "denied"])
def test_what_did_not_happen_has_a_claim_and_no_edge(modality: str) -> None:
    claim = transfer(TransferModality(modality))
    found = graph(claim)
    assert (URIRef(iris.claim(claim.id)), RDF.predicate, MIG.receivedFrom) in found
    assert not list(found.triples((URIRef(iris.country("TCD")), MIG.receivedFrom, None)))


def test_a_denied_stage_has_a_claim_and_no_edge() -> None:
    claim = StatusClaim(
        article=TEXT.key,
        agreement="p-fra-tcd",
        evidence=(WHOLE,),
        attribution=NARRATOR,
        extractor="test/1",
        factuality=Factuality.CERTAINLY_NOT,
        sending=("FRA",),
        receiving=("TCD",),
        status=Status.TALKS,
    )
    deal = URIRef(iris.entity("agreement/p-fra-tcd"))
    assert (deal, MIG.hasStatus, STATUS.TALKS) not in graph(claim)
    assert (deal, MIG.hasStatus, STATUS.TALKS) in graph(replace(claim, factuality=Factuality.PROBABLE))
    iri = URIRef(iris.claim(claim.id))
    assert graph(claim).value(iri, MIG.factuality) == FACTUALITY.CT_MINUS


def test_a_passage_has_its_words_and_its_place() -> None:
    found = graph(transfer())
    passage = URIRef(iris.passage(TEXT.key, 0, 53))
    selectors = list(found.objects(passage, OA.hasSelector))
    (exact,) = [o for s in selectors for o in found.objects(s, OA.exact)]
    (start,) = [o for s in selectors for o in found.objects(s, OA.start)]
    (end,) = [o for s in selectors for o in found.objects(s, OA.end)]
    assert str(exact) == TEXT.text[int(str(start)) : int(str(end))]
    (suffix,) = [o for s in selectors for o in found.objects(s, OA.suffix)]
    assert TEXT.text[int(str(end)) :].startswith(str(suffix))


def test_an_undated_claim_is_placed_by_its_article() -> None:
    claim = transfer()
    iri = URIRef(iris.claim(claim.id))
    assert str(graph(claim).value(iri, MIG.asOf)) == "2025-06-01"
    dated = replace(claim, when=When(edtf="2025-03"))
    assert str(graph(dated).value(URIRef(iris.claim(dated.id)), MIG.asOf)) == "2025-03-01"
    until = replace(claim, when=When(edtf="../2024-07"))
    assert str(graph(until).value(URIRef(iris.claim(until.id)), MIG.asOf)) == "2024-07-31"
    assert graph(claim, article=Article(text=TEXT.text)).value(iri, MIG.asOf) is None


def said(name: str, kind: SourceType = SourceType.PERSON) -> StatementClaim:
    return StatementClaim(
        article=TEXT.key,
        evidence=(WHOLE,),
        attribution=Attribution(source=kind, name=name, mode=Mode.PARAPHRASE),
        extractor="test/1",
        speaker=name,
        mode=Mode.PARAPHRASE,
        about=("TCD",),
    )


def test_a_private_persons_name_stays_a_literal_in_the_article() -> None:
    claim = said("Idriss Example")
    found = graph(claim)
    speaker = found.value(URIRef(iris.claim(claim.id)), MIG.attributedTo)
    assert isinstance(speaker, URIRef)
    assert str(speaker).startswith(iris.article(TEXT.key))
    assert (speaker, RDF.type, MIG.QuotedPerson) in found
    assert found.value(speaker, RDFS.label) is None
    assert not any("idriss" in str(s).casefold() for s in found.subjects())


def test_an_office_holder_has_an_iri_of_their_own() -> None:
    office = OfficeClaim(
        article=TEXT.key,
        evidence=(Span.of(TEXT, 54, 71),),
        attribution=NARRATOR,
        extractor="test/1",
        person="Ada Test",
        office="minister of justice",
        country="TCD",
    )
    claim = said("Ada Test")
    found = graph(claim, office)
    person = URIRef(iris.entity("person/ada-test"))
    assert found.value(URIRef(iris.claim(claim.id)), MIG.attributedTo) == person
    assert (person, RDF.type, MIG.Official) in found


def test_sources_without_a_name_are_known_inside_the_article_only() -> None:
    for kind, expected in (
        (SourceType.ANONYMOUS, MIG.AnonymousSource),
        (SourceType.COLLECTIVE, MIG.CollectiveSource),
    ):
        claim = said("a Chadian official", kind)
        speaker = graph(claim).value(URIRef(iris.claim(claim.id)), MIG.attributedTo)
        assert str(speaker) == f"{iris.article(TEXT.key)}/source/a-chadian-official"
        assert (speaker, RDF.type, expected) in graph(claim)


def test_only_what_we_know_ourselves_is_described_outside_the_article() -> None:
    quads = list(map_article(TEXT, [transfer(), said("The Authority of Nowhere", SourceType.ORGANISATION)]))
    outside = {str(q.s) for q in quads if str(q.graph) == iris.ENTITIES}
    assert outside == {iris.country("TCD"), iris.country("FRA")}


def test_the_text_enters_only_where_it_may() -> None:
    assert not [q for q in map_article(TEXT, [], with_text=False) if q.p == MIG.articleText]
    assert [str(q.o) for q in map_article(TEXT, []) if q.p == MIG.articleText] == [TEXT.text]


@settings(max_examples=200, deadline=None)  # a busy machine is slow, not wrong
@given(claims())
def test_every_claim_maps_to_valid_quads_without_blank_nodes(claim: Claim) -> None:
    quads = list(map_article(ARTICLE, [claim]))
    assert quads == list(map_article(ARTICLE, [claim]))
    for s, p, o, g in quads:
        assert g in (
            URIRef(iris.ENTITIES),
            URIRef(iris.article_graph(ARTICLE.key)),
        )
        for term in (s, p, o):
            assert not term.n3().startswith("_:")
    iri = URIRef(iris.claim(claim.id))
    evidence = [q for q in quads if q.s == iri and q.p == MIG.evidence]
    assert len(evidence) == len(set(claim.evidence))
    assert len([q for q in quads if q.s == iri and q.p == MIG.attributedTo]) == 1


def test_the_passage_that_speaks_has_the_words_of_the_one_who_says_so() -> None:
    article = Article(
        text="Ghana to take in deportees\n\n"
        'Ghana signed a deal, said Samuel Okudzeto Ablakwa. He called it "a deal for deportees".\n'
    )
    heading, body = Span.of(article, 0, 26), Span.of(article, 28, 48)
    later = Span.of(article, article.text.index("a deal for"), article.text.index("a deal for") + 20)
    minister = Attribution(source=SourceType.PERSON, name="Samuel Okudzeto Ablakwa", mode=Mode.PARAPHRASE)
    common: dict[str, Any] = {"article": article.key, "extractor": "test/1"}
    deal: dict[str, Any] = common | {"sending": ("USA",), "receiving": ("GHA",), "status": Status.SIGNED}
    statement = StatementClaim(
        **common, evidence=(later,), attribution=minister, speaker="Samuel Okudzeto Ablakwa", mode=Mode.QUOTE
    )

    def speaks(spans: tuple[Span, ...], attribution: Attribution, *others: Claim) -> str:
        claim = StatusClaim(**deal, evidence=spans, attribution=attribution)
        found = graph(claim, *others, article=article)
        return str(found.value(URIRef(iris.claim(claim.id)), MIG.firstEvidence)).rpartition("=")[2]

    narrator = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)
    assert speaks((heading, body), narrator) == "0,26"
    assert speaks((heading, body), minister) == "28,48"  # the sentence names him
    assert speaks((heading, later), minister) == "0,26"
    assert speaks((heading, later), minister, statement) == f"{later.start},{later.end}"  # he says it
