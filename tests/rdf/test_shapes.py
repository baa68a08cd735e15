import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD, Namespace

from kg.rdf.iris import CODE, ID
from kg.rdf.shapes import Problem, validate
from kg.rdf.vocab import CONCERN, FACTUALITY, MIG, RANK, STATUS, TRANSFER_MODALITY

OA = Namespace("http://www.w3.org/ns/oa#")
SAMPLE = Path(__file__).parent.parent / "ontology" / "sample.ttl"
Breaks: TypeAlias = Callable[[Graph], None]

CLAIM = Namespace(f"{ID}claim/c000000000000000")
TALKS, ANNOUNCED, TRANSFER, PAYMENT, CONCERNED = (CLAIM[n] for n in "13567")
ARVONIA, BELMARA = URIRef(f"{ID}country/XAA"), URIRef(f"{ID}country/XBB")
ARTICLE = URIRef(str(Graph().parse(SAMPLE).value(None, RDF.type, MIG.Article)))
DEAL = URIRef(f"{ID}agreement/p-xaa-xbb")


@pytest.fixture
def data() -> Graph:
    return Graph().parse(SAMPLE)


BROKEN: list[tuple[Breaks, str]] = []


def gives(node: str, rule: str, message: str) -> Callable[[Breaks], Breaks]:
    """Marks a way to break the sample, with the one line that it gives."""

    def mark(breaks: Breaks) -> Breaks:
        BROKEN.append((breaks, f"{node}: {message} ({rule})"))
        return breaks

    return mark


def replace(data: Graph, s: URIRef, p: URIRef, o: URIRef | Literal) -> None:
    assert (s, p, None) in data
    data.set((s, p, o))


def test_a_valid_article_has_no_problem_and_is_not_changed(data: Graph) -> None:
    before = set(data)
    assert validate(data) == []
    assert set(data) == before


@gives("claim/c1", "ClaimEvidence", "no evidence: a claim needs the passage or citation that carries it")
def no_evidence(data: Graph) -> None:
    data.remove((TALKS, MIG.evidence, None))


@gives("claim/c1", "ClaimAttribution", "no attribution: a claim is attributed to exactly one agent")
def no_attribution(data: Graph) -> None:
    data.remove((TALKS, MIG.attributedTo, None))


@gives("claim/c1", "ClaimAttribution", "no attribution: a claim is attributed to exactly one agent")
def two_attributions(data: Graph) -> None:
    data.add((TALKS, MIG.attributedTo, URIRef(f"{ID}person/tomas-ferrel")))


@gives("claim/c1", "ClaimSource", "no source: dcterms:source must name the article that holds its evidence")
def no_source(data: Graph) -> None:
    data.remove((TALKS, DCTERMS.source, None))


@gives("claim/c6", "ClaimFactuality", "a claim has one factuality, from the code list factuality")
def no_factuality(data: Graph) -> None:
    data.remove((PAYMENT, MIG.factuality, None))


@gives(
    "claim/c6",
    "ClaimFactuality",
    "a claim has one factuality, from the code list factuality: code/factuality/sure",
)
def unknown_factuality(data: Graph) -> None:
    replace(data, PAYMENT, MIG.factuality, URIRef(f"{CODE}factuality/sure"))


@gives("claim/c1", "ClaimConfidence", "a claim has one confidence, a decimal number from 0 to 1: 1.7")
def confidence_too_high(data: Graph) -> None:
    replace(data, TALKS, MIG.confidence, Literal("1.7", datatype=XSD.decimal))


@gives(
    "claim/c1",
    "StatusKnown",
    "a status claim has one status, a stage of the code list status: code/status/pondered",
)
def unknown_status(data: Graph) -> None:
    unknown = URIRef(f"{CODE}status/pondered")
    for p in (MIG.status, RDF.object):
        replace(data, TALKS, p, unknown)
    data.remove((DEAL, MIG.hasStatus, STATUS.TALKS))
    data.add((DEAL, MIG.hasStatus, unknown))


@gives(
    "claim/c1",
    "StatusKnown",
    "a status claim has one status, a stage of the code list status: code/status/concluded",
)
def a_group_as_status(data: Graph) -> None:
    for p in (MIG.status, RDF.object):
        replace(data, TALKS, p, STATUS.CONCLUDED)
    data.remove((DEAL, MIG.hasStatus, STATUS.TALKS))


@gives("claim/c7", "ConcernTopic", "a concern has one topic, from the code list concern: code/status/talks")
def a_code_of_another_list(data: Graph) -> None:
    replace(data, CONCERNED, MIG.topic, STATUS.TALKS)
    replace(data, CONCERNED, RDF.object, STATUS.TALKS)
    data.remove((BELMARA, MIG.raisesConcern, CONCERN.REFOULEMENT))


@gives("agreement/p-xaa-xbb", "EdgeClaim", "no claim stands behind its edge mig:hasStatus code/status/signed")
def edge_without_claim(data: Graph) -> None:
    data.add((DEAL, MIG.hasStatus, STATUS.SIGNED))


@gives("agreement/p-xaa-xbb", "EdgeClaim", "no claim stands behind its edge mig:hasStatus code/status/talks")
def edge_that_is_only_possible(data: Graph) -> None:
    replace(data, TALKS, MIG.factuality, FACTUALITY.PS_PLUS)


@gives("country/XBB", "EdgeClaim", "no claim stands behind its edge mig:receivedFrom country/XAA")
def edge_of_a_deprecated_claim(data: Graph) -> None:
    data.add((TRANSFER, MIG.rank, RANK.DEPRECATED))


@gives("country/XBB", "EdgeClaim", "no claim stands behind its edge mig:receivedFrom country/XAA")
def edge_of_a_planned_transfer(data: Graph) -> None:
    replace(data, TRANSFER, MIG.modality, TRANSFER_MODALITY.PLANNED)


@gives("country/XBB", "EdgeClaim", "no claim stands behind its edge mig:agreedReceptionFrom country/XAA")
def shortcut_without_claim(data: Graph) -> None:
    data.add((BELMARA, MIG.agreedReceptionFrom, ARVONIA))


@gives(
    "edge/XBB/agreedReceptionFrom/XAA",
    "DerivedEdgeClaims",
    "a derived edge names the claims it was derived from",
)
def shortcut_from_nothing(data: Graph) -> None:
    edge = URIRef(f"{ID}edge/XBB/agreedReceptionFrom/XAA")
    data.add((edge, RDF.type, MIG.DerivedEdge))
    data.add((edge, RDF.subject, BELMARA))
    data.add((edge, RDF.predicate, MIG.agreedReceptionFrom))
    data.add((edge, RDF.object, ARVONIA))


@gives(
    "claim/c5",
    "DateOrder",
    "not a possible date: mig:earliest 2031-06-30 lies after mig:latest 2031-05-31",
)
def dates_in_the_wrong_order(data: Graph) -> None:
    replace(data, TRANSFER, MIG.earliest, Literal("2031-06-30", datatype=XSD.date))


@gives("claim/c5", "DateLatest", "not a possible date: mig:latest is one day: 2031-13-01")
def month_thirteen(data: Graph) -> None:
    replace(data, TRANSFER, MIG.latest, Literal("2031-13-01", datatype=XSD.date))


@gives(
    "claim/c5",
    "DateEdtf",
    "not a possible date: mig:edtf is one EDTF date or interval of level 0 or 1: 2031-13",
)
def month_thirteen_in_edtf(data: Graph) -> None:
    replace(
        data, TRANSFER, MIG.edtf, Literal("2031-13", datatype=URIRef("http://id.loc.gov/datatypes/edtf/EDTF"))
    )


@gives(
    "article/KEY#char=42,71",
    "PassageLength",
    "its offsets disagree with its quote: they span 28 characters, the quote has 29",
)
def offsets_too_short(data: Graph) -> None:
    for position in data.subjects(OA.end, Literal(71)):
        data.set((position, OA.end, Literal(70)))


@gives(
    "article/KEY#char=42,71",
    "PassageWords",
    "its offsets disagree with its quote: the article has other words there",
)
def words_not_in_the_article(data: Graph) -> None:
    for quote in data.subjects(OA.exact, Literal("Foreign Minister Tomas Ferrel")):
        data.set((quote, OA.exact, Literal("Foreign Minister Tomas Farrel")))


@gives("article/KEY#char=483,501", "PassageInside", "it ends at character 501 of an article that has 500")
def passage_after_the_end(data: Graph) -> None:
    data.remove((ARTICLE, MIG.articleText, None))
    replace(data, ARTICLE, MIG.charCount, Literal(500))


@gives("claim/c5", "TransferEnds", "a transfer goes from one place to another, never to itself: country/XBB")
def transfer_to_itself(data: Graph) -> None:
    for p in (MIG.sender, RDF.object):
        replace(data, TRANSFER, p, BELMARA)
    data.remove((BELMARA, MIG.receivedFrom, ARVONIA))
    data.add((BELMARA, MIG.receivedFrom, BELMARA))


@gives("claim/c6", "PaymentSubject", "the rdf:subject of a payment claim is its mig:payer")
def main_triple_beside_the_qualifiers(data: Graph) -> None:
    replace(data, PAYMENT, RDF.subject, BELMARA)


@gives("claim/c6", "PaymentAmount", "the amount is not one decimal number from 0 up: -5")
def negative_amount(data: Graph) -> None:
    replace(data, PAYMENT, MIG.amount, Literal("-5", datatype=XSD.decimal))


@gives("claim/c5", "TransferPersons", "the number of people is not one whole number from 0 up: -14")
def negative_persons(data: Graph) -> None:
    replace(data, TRANSFER, MIG.persons, Literal(-14))


@gives("claim/c3", "StatementSpeaker", "no speaker: a statement has exactly one mig:speakerName")
def no_speaker(data: Graph) -> None:
    data.remove((ANNOUNCED, MIG.speakerName, None))


@gives("agreement/p-xaa-xbb", "AgreementLabel", "an agreement needs a label")
def agreement_without_label(data: Graph) -> None:
    data.remove((DEAL, RDFS.label, None))


@gives("country/XBB", "CountryName", "its IRI disagrees with its country code XBC")
def country_with_another_code(data: Graph) -> None:
    replace(data, BELMARA, MIG.iso3, Literal("XBC"))


@pytest.mark.parametrize(("breaks", "line"), BROKEN, ids=[breaks.__name__ for breaks, _ in BROKEN])
def test_what_is_broken_gives_one_line_that_names_node_and_rule(
    data: Graph, breaks: Breaks, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    breaks(data)
    before = set(data)
    caplog.clear()
    found = [re.sub("article/[0-9a-f]{16}", "article/KEY", str(problem)) for problem in validate(data)]
    assert [text.replace("c000000000000000", "c") for text in found] == [line]
    assert not caplog.records
    assert set(data) == before


def test_several_problems_come_sorted_and_once(data: Graph) -> None:
    for breaks in (no_speaker, confidence_too_high, no_evidence, agreement_without_label):
        breaks(data)
    problems = validate(data)
    assert [(p.node.removeprefix(ID), p.rule) for p in problems] == [
        ("agreement/p-xaa-xbb", "AgreementLabel"),
        ("claim/c0000000000000001", "ClaimConfidence"),
        ("claim/c0000000000000001", "ClaimEvidence"),
        ("claim/c0000000000000003", "StatementSpeaker"),
    ]


def test_the_graphs_of_a_data_set_are_taken_together(data: Graph) -> None:
    union = Dataset()
    for number, (s, p, o) in enumerate(sorted(data)):
        union.graph(URIRef(f"https://example.org/graph/{number % 3}")).add((s, p, o))
    assert validate(union) == []
    union.graph(URIRef("https://example.org/graph/3")).add((DEAL, MIG.hasStatus, STATUS.EXPIRED))
    assert [problem.rule for problem in validate(union)] == ["EdgeClaim"]


def test_a_hostile_value_stays_on_one_harmless_line(data: Graph) -> None:
    replace(data, PAYMENT, MIG.currency, Literal("EUR\x1b[2J\n\u202egnihton: all is well" + "!" * 10_000))
    line = str(*validate(data))
    assert line.isprintable()
    assert line.startswith("claim/c0000000000000006: the currency is not one ISO 4217 code: EUR")
    assert len(line) < 400


def test_a_problem_keeps_the_whole_iri() -> None:
    problem = Problem(node=f"{ID}country/XBB", rule="CountryCode", message="no code")
    assert str(problem) == "country/XBB: no code (CountryCode)"
    assert problem.node == "https://w3id.org/migkg/id/country/XBB"
