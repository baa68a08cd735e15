from dataclasses import replace
from functools import cache

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from kg.model.agreement import (
    Agreement,
    AgreementKind,
    Confidence,
    Dispute,
    Event,
    Instrument,
    Party,
    Relation,
    RelationType,
    Role,
    Standing,
)
from kg.model.claim import Attribution, Citation
from kg.model.codes import Factuality, Mode, Occurrence, Rank, SourceType, Status
from kg.model.when import When
from kg.rdf import iris
from kg.rdf.catalogue import map_catalogue
from kg.rdf.quads import agreement, code, country
from kg.rdf.vocab import EVENT, FACTUALITY, MIG, RANK, STATUS
from kg.read.catalogue import Catalogue, read_catalogue
from kg.read.catalogue_claims import claims_of, offices_of

PAGE = Citation(
    source="https://www.example.org/a page",
    title="A deal",
    publisher="The Example Gazette",
    origin="Reuters",
    published=When(edtf="2025-06"),
)
LATER = Citation(source="https://example.net/1", publisher="Example Net", published=When(edtf="2025-09-01"))
DEAL = Agreement(
    id="chad-france-2025",
    title="Chad–France deal",
    parties=(Party(country="FRA", role=Role.SENDING), Party(country="TCD", role=Role.RECEIVING)),
    kind=AgreementKind.TRANSIT,
    instrument=Instrument.UNPUBLISHED,
    standing=Standing(date=When(edtf="2025-12"), status=None, confidence=Confidence.LOW),
    disputes=(Dispute(id="signed", about="whether it was signed", settled="it was"),),
    relations=(Relation(type=RelationType.RELATED, target="chad-france-2020"),),
    facts=(
        Event(
            date=When(edtf="2025-05-01"),
            status=Status.SIGNED,
            note="Signed in N’Djamena.",
            sources=(LATER, PAGE),
            confidence=Confidence.HIGH,
            dispute="signed",
            rank=Rank.PREFERRED,
        ),
        Event(
            date=When(edtf="2025-05-02"),
            status=Status.SIGNED,
            sources=(LATER,),
            confidence=Confidence.HIGH,
            factuality=Factuality.CERTAINLY_NOT,
            by=Attribution(source=SourceType.ANONYMOUS, name="a Chadian official", mode=Mode.PARAPHRASE),
            dispute="signed",
        ),
        Event(event=Occurrence.ANNOUNCED, sources=(PAGE,), confidence=Confidence.MEDIUM),
        Event(
            date=When(edtf="2025-11"), status=Status.OPERATING, note="Said to run.", confidence=Confidence.LOW
        ),
    ),
)


def graph(*agreements: Agreement) -> Graph:
    merged = Graph()
    for s, p, o, _ in map_catalogue(Catalogue(agreements=agreements, people=(), bodies=())):
        merged.add((s, p, o))
    return merged


@cache
def shipped() -> Catalogue:
    return read_catalogue()


def claim_iri(number: int, record: Agreement = DEAL) -> URIRef:
    return URIRef(iris.claim([*claims_of(record)][number].id))


def test_a_record_says_who_takes_part_for_what_and_in_which_form() -> None:
    found, deal = graph(DEAL), agreement(DEAL.id)
    assert (deal, MIG.sendingParty, country("FRA")) in found
    assert (deal, MIG.receivingParty, country("TCD")) in found
    assert found.value(deal, MIG.kind) == code("kind", "transit")
    assert found.value(deal, MIG.instrument) == code("instrument", "unpublished")
    assert str(found.value(deal, MIG.recordedAsOf)) == "2025-12-31"
    assert found.value(deal, RDFS.label) == Literal("Chad–France deal", lang="en")


def test_a_relation_without_direction_stands_both_ways() -> None:
    deal, other = agreement(DEAL.id), agreement("chad-france-2020")
    assert (deal, MIG.related, other) in graph(DEAL)
    assert (other, MIG.related, deal) in graph(DEAL)
    newer = replace(DEAL, relations=(Relation(type=RelationType.SUPERSEDES, target="chad-france-2020"),))
    assert (deal, MIG.supersedes, other) in graph(newer)
    assert (other, MIG.supersedes, deal) not in graph(newer)


def test_competing_claims_keep_their_rank_and_their_question() -> None:
    found, question = graph(DEAL), URIRef(iris.dispute(DEAL.id, "signed"))
    preferred, denied = claim_iri(0), claim_iri(1)
    assert set(found.subjects(MIG.dispute, question)) == {preferred, denied}
    assert found.value(preferred, MIG.rank) == RANK.PREFERRED
    assert found.value(denied, MIG.rank) is None
    assert found.value(denied, MIG.factuality) == FACTUALITY.CT_MINUS
    assert (agreement(DEAL.id), MIG.disputed, question) in found
    assert found.value(question, MIG.settled) == Literal("it was")


def test_a_deprecated_claim_has_no_edge() -> None:
    edge = (agreement(DEAL.id), MIG.hasStatus, STATUS.SIGNED)
    assert edge in graph(DEAL)
    wrong = replace(DEAL, facts=(replace(DEAL.facts[0], rank=Rank.DEPRECATED),))
    assert edge not in graph(wrong)
    assert (claim_iri(0, wrong), RDF.object, STATUS.SIGNED) in graph(wrong)


def test_an_event_is_a_claim_beside_its_edge() -> None:
    found = graph(DEAL)
    assert (agreement(DEAL.id), MIG.underwent, EVENT.ANNOUNCED) in found
    assert found.value(claim_iri(2), MIG.event) == EVENT.ANNOUNCED


def test_a_citation_says_who_publishes_and_whose_text_it_is() -> None:
    found = graph(DEAL)
    page = URIRef("https://www.example.org/a%20page")
    assert (claim_iri(0), MIG.evidence, page) in found
    assert (page, RDF.type, MIG.Citation) in found
    assert found.value(page, DCTERMS.publisher) == URIRef(f"{iris.ID}outlet/the-example-gazette")
    assert found.value(page, MIG.textOf) == URIRef(f"{iris.ID}outlet/reuters")
    plain = URIRef("https://example.net/1")
    assert found.value(plain, MIG.textOf) == found.value(plain, DCTERMS.publisher)


def test_a_claim_is_reported_when_its_first_source_was_surely_out() -> None:
    found = graph(DEAL)
    assert str(found.value(claim_iri(0), MIG.reported)) == "2025-06-30"
    assert str(found.value(claim_iri(1), MIG.reported)) == "2025-09-01"


def test_a_claim_is_placed_by_its_date_else_by_its_first_source_else_by_the_record() -> None:
    found = graph(DEAL)
    assert str(found.value(claim_iri(0), MIG.asOf)) == "2025-05-01"
    assert str(found.value(claim_iri(2), MIG.asOf)) == "2025-06-30"
    undated = replace(DEAL, facts=(replace(DEAL.facts[2], sources=(replace(PAGE, published=None),)),))
    assert str(graph(undated).value(claim_iri(0, undated), MIG.asOf)) == "2025-12-01"
    assert graph(undated).value(claim_iri(0, undated), MIG.reported) is None


def test_what_rests_on_memory_is_a_remark_and_no_edge() -> None:
    found, deal = graph(DEAL), agreement(DEAL.id)
    assert (deal, MIG.hasStatus, STATUS.OPERATING) not in found
    assert found.value(deal, MIG.fromMemory) == Literal("2025-11: Said to run.")
    read = replace(DEAL, facts=(replace(DEAL.facts[3], articles=("0123456789abcdef",)),))
    assert graph(read).value(deal, MIG.fromMemory) is None


def test_an_unnamed_source_is_known_inside_its_record_only() -> None:
    found = graph(DEAL)
    speaker = found.value(claim_iri(1), MIG.attributedTo)
    assert str(speaker) == f"{agreement(DEAL.id)}/source/a-chadian-official"
    assert (speaker, RDF.type, MIG.AnonymousSource) in found


def test_every_claim_office_and_name_of_the_shipped_records_is_mapped() -> None:
    quads = [*map_catalogue(shipped())]
    claims = {q.s for q in quads if q.o == MIG.Claim}
    expected = {c.id for a in shipped().agreements for c in claims_of(a)}
    expected |= {c.id for p in shipped().people for c in offices_of(p)}
    assert claims == {URIRef(iris.claim(i)) for i in expected}
    assert {str(q.graph) for q in quads} == {iris.CATALOGUE, iris.ENTITIES}
    labels = {str(q.o) for q in quads if q.p in (RDFS.label, SKOS.altLabel)}
    assert {a.title for a in shipped().agreements} <= labels
    assert {name for p in shipped().people for name in (p.name, *p.aliases)} <= labels
    assert {name for b in shipped().bodies for name in (b.name, *b.aliases)} <= labels


def test_the_same_records_give_the_same_quads() -> None:
    assert [*map_catalogue(shipped())] == [*map_catalogue(read_catalogue())]


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_address_becomes_an_iri_that_every_parser_takes(path: str) -> None:
    iri = iris.address(f"https://example.org/{path}")
    (quad,) = ox.parse(f"<{iri}> <p:p> <o:o> .", format=ox.RdfFormat.N_TRIPLES)
    assert quad.subject == ox.NamedNode(iri)
    assert URIRef(iri).n3() == f"<{iri}>"
