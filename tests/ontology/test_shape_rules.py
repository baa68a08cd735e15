"""Each rule of `ontology/shapes.ttl` can fail, and the file as a whole is sound."""

import re
from pathlib import Path

import pytest
from pyshacl import validate as shacl
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, SKOS, Namespace

from kg.model.when import When
from kg.paths import resource
from kg.rdf.iris import CODE, ID
from kg.rdf.shapes import validate
from kg.rdf.vocab import MIG, STATUS
from tests.rdf.test_shapes import BROKEN

OA = Namespace("http://www.w3.org/ns/oa#")
SAMPLE = Graph().parse(Path(__file__).with_name("sample.ttl"))
SHAPES = Graph().parse(resource("ontology/shapes.ttl"))
CODES = Graph().parse(resource("ontology/codes.ttl"))
SHAPE = Namespace("https://w3id.org/migkg/shapes#")
CLAIM = Namespace(f"{ID}claim/c000000000000000")
TALKS, WILLING, ANNOUNCED, TRANSFER, PAYMENT, CONCERNED = (CLAIM[n] for n in "123567")
ARVONIA, BELMARA = URIRef(f"{ID}country/XAA"), URIRef(f"{ID}country/XBB")
DEAL = URIRef(f"{ID}agreement/p-xaa-xbb")
ARTICLE = next(SAMPLE.subjects(RDF.type, MIG.Article))
CAUSE = URIRef(f"{CLAIM}a/cause/1")
OTHER = URIRef(f"{CODE}status/pondered")
DERIVED, CITED = URIRef(f"{ID}edge/XBB/offersReceptionFrom/XAA"), URIRef("ftp://example.org/treaty")
TREATY, PAGE = URIRef(f"{ID}agreement/arvonia-belmara-2031"), URIRef("https://example.org/treaty")
DISPUTE, UNASKED = (URIRef(f"{TREATY}/dispute/{name}") for name in ("number-moved", "unasked"))
FIRST = next(SAMPLE.subjects(MIG.sentence, Literal(0)))

# Rule, node, property, and the value that is wrong (None: it is missing).
WRONG = [
    ("AgreementInstrument", TREATY, MIG.instrument, OTHER),
    ("AgreementKind", TREATY, MIG.kind, OTHER),
    ("AgreementRelation", TREATY, MIG.supersedes, BELMARA),
    ("ArticleDigest", ARTICLE, MIG.sha256, Literal("cafe")),
    ("ArticleLength", ARTICLE, MIG.charCount, None),
    ("CauseType", CAUSE, MIG.causeType, OTHER),
    ("Citation", CITED, RDF.type, MIG.Citation),
    ("CitationPublisher", PAGE, DCTERMS.publisher, None),
    ("CitationText", PAGE, MIG.textOf, None),
    ("CauseText", CAUSE, MIG.causeText, None),
    ("ClaimDay", TALKS, MIG.asOf, Literal("June")),
    ("ClaimDispute", TALKS, MIG.dispute, DEAL),
    ("ClaimEvidenceKind", TALKS, MIG.evidence, URIRef("https://example.org/hearsay")),
    ("ClaimExtractor", TALKS, MIG.extractor, None),
    ("ClaimFirstEvidence", TALKS, MIG.firstEvidence, URIRef("https://example.org/hearsay")),
    ("ClaimMode", TALKS, MIG.mode, OTHER),
    ("ClaimNote", TALKS, MIG.note, Literal("")),
    ("ClaimPredicate", TALKS, RDF.predicate, None),
    ("ClaimReported", TALKS, MIG.reported, Literal("June")),
    ("ClaimRank", TALKS, MIG.rank, OTHER),
    ("ClaimReview", TALKS, MIG.reviewStatus, OTHER),
    ("ClaimSourceType", TALKS, MIG.sourceType, None),
    ("ConcernObject", CONCERNED, RDF.object, OTHER),
    ("ConcernPredicate", CONCERNED, RDF.predicate, MIG.about),
    ("ClaimSource", TALKS, DCTERMS.source, URIRef(f"{ID}article/0000000000000000")),
    ("CountryCode", BELMARA, MIG.iso3, None),
    ("DateBasis", WILLING, MIG.timeBasis, OTHER),
    ("DateEarliest", WILLING, MIG.earliest, Literal("in June")),
    ("DerivedEdgeObject", DERIVED, RDF.type, MIG.DerivedEdge),
    ("DerivedEdgePredicate", DERIVED, RDF.type, MIG.DerivedEdge),
    ("DerivedEdgeSubject", DERIVED, RDF.type, MIG.DerivedEdge),
    ("DisputeAgreement", UNASKED, RDF.type, MIG.Dispute),
    ("DisputeAnswers", UNASKED, RDF.type, MIG.Dispute),
    ("DisputeLabel", DISPUTE, RDFS.label, None),
    ("EventActor", CLAIM["b"], MIG.actor, Literal("")),
    ("EventKnown", CLAIM["b"], MIG.event, STATUS.TALKS),
    ("EventObject", CLAIM["b"], RDF.object, OTHER),
    ("EventPredicate", CLAIM["b"], RDF.predicate, MIG.about),
    ("EventSubject", CLAIM["b"], RDF.subject, DEAL),
    ("OfficeName", CLAIM["4"], MIG.officeName, None),
    ("OfficePredicate", CLAIM["4"], RDF.predicate, MIG.about),
    ("PassageArticle", FIRST, OA.hasSource, DEAL),
    ("PassageEnd", FIRST, OA.hasSelector, None),
    ("PassageQuote", FIRST, OA.hasSelector, None),
    ("PassageSentence", FIRST, MIG.sentence, Literal(-1)),
    ("PassageStart", FIRST, OA.hasSelector, None),
    ("PaymentCurrency", PAYMENT, MIG.currency, Literal("crowns")),
    ("PaymentModality", PAYMENT, MIG.paymentModality, None),
    ("PaymentObject", PAYMENT, RDF.object, BELMARA),
    ("PaymentPredicate", PAYMENT, RDF.predicate, MIG.about),
    ("PaymentQualifier", PAYMENT, MIG.amountQualifier, OTHER),
    ("Rate", PAYMENT, MIG.per, OTHER),
    ("RecordDay", TREATY, MIG.recordedAsOf, None),
    ("RecordInstrument", TREATY, MIG.instrument, None),
    ("RecordProvisional", TREATY, MIG.provisional, Literal(True)),
    ("RulingCase", CLAIM["9"], MIG.caseName, Literal("")),
    ("RulingObject", CLAIM["9"], RDF.object, OTHER),
    ("RulingOutcome", CLAIM["9"], MIG.outcome, None),
    ("RulingPredicate", CLAIM["9"], RDF.predicate, MIG.about),
    ("RulingSubject", CLAIM["9"], RDF.subject, DEAL),
    ("StatementMode", ANNOUNCED, MIG.speechMode, OTHER),
    ("StatementPredicate", ANNOUNCED, RDF.predicate, MIG.about),
    ("StatementStance", ANNOUNCED, MIG.stance, OTHER),
    ("StatusCause", TALKS, MIG.cause, OTHER),
    ("StatusObject", TALKS, RDF.object, STATUS.SIGNED),
    ("StatusPredicate", TALKS, RDF.predicate, MIG.about),
    ("StatusSubject", TALKS, RDF.subject, BELMARA),
    ("TransferModality", TRANSFER, MIG.modality, None),
    ("TransferObject", TRANSFER, RDF.object, BELMARA),
    ("TransferPredicate", TRANSFER, RDF.predicate, MIG.about),
    ("TransferQualifier", TRANSFER, MIG.personsQualifier, OTHER),
    ("TransferSubject", TRANSFER, RDF.subject, ARVONIA),
]


@pytest.mark.parametrize(("rule", "node", "path", "value"), WRONG, ids=[rule for rule, *_ in WRONG])
def test_a_wrong_or_missing_value_breaks_its_rule(
    rule: str, node: URIRef, path: URIRef, value: URIRef | Literal | None
) -> None:
    data = Graph()
    data += SAMPLE
    data.remove((node, path, None))
    if value is not None:
        data.add((node, path, value))
    assert (str(node), rule) in {(problem.node, problem.rule) for problem in validate(data)}


def test_every_rule_of_the_shapes_file_is_broken_by_a_test() -> None:
    """So that no rule is dead: its target or path might be misspelt, and nothing would show."""
    messages = {shape for shape in SHAPES.subjects(SH.message) if isinstance(shape, URIRef)}
    rules = {str(shape).rpartition("#")[2] for shape in messages}
    assert rules == {line.rpartition("(")[2].rstrip(")") for _, line in BROKEN} | {rule for rule, *_ in WRONG}


EDTF = [
    "2031",
    "203X",
    "20XX",
    "2031-XX",
    "2031-05-XX",
    "2031-05~",
    "2031-05-12?",
    "2031-05/..",
    "../2031-05-12",
]


@pytest.mark.parametrize(
    "text", [*EDTF, "2031-13", "2031-05-32", "2031-5", "31", "May 2031", "2031/2032/2033", ""]
)
def test_a_date_passes_just_when_the_model_accepts_it(text: str) -> None:
    pattern = SHAPES.value(SHAPE.DateEdtf, SH.pattern)
    assert bool(re.search(str(pattern), text)) is (text in EDTF)
    try:
        When(edtf=text)
    except ValueError:
        assert text not in EDTF
    else:
        assert text in EDTF


def test_every_code_list_is_checked() -> None:
    checked = {
        value
        for shape in SHAPES.objects(None, SH.node)
        for part in SHAPES.objects(shape, SH.property)
        for value in SHAPES.objects(part, SH.hasValue)
    }
    assert checked == set(CODES.subjects(RDF.type, SKOS.ConceptScheme))


def test_the_shapes_are_shacl() -> None:
    conforms, _, text = shacl(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text
