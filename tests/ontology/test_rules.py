"""The derivation rules: what follows, from which claims, and the same on rdflib and on Oxigraph."""

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF, Namespace

from kg.rdf.derive import rules
from kg.rdf.iris import CODE, ID
from kg.rdf.vocab import FACTUALITY, MIG, RANK, STATUS, TRANSFER_MODALITY
from tests.ontology.graphs import ontology, sample

OA = Namespace("http://www.w3.org/ns/oa#")
CLAIM = Namespace(f"{ID}claim/c000000000000000")
TALKS, WILLING, TRANSFER, CONCERNED, ANSWER, FELL = (CLAIM[n] for n in "12578a")
ARVONIA, BELMARA, COSTRIA, DONVIA = (URIRef(f"{ID}country/{code}") for code in ("XAA", "XBB", "XCC", "XDD"))
DEAL, OLD = URIRef(f"{ID}agreement/p-xaa-xbb"), URIRef(f"{ID}agreement/p-old")
SHORTCUTS = {
    MIG.negotiatesReceptionFrom,
    MIG.offersReceptionFrom,
    MIG.agreedReceptionFrom,
    MIG.formerlyAgreedReceptionFrom,
}


@pytest.fixture
def data() -> Graph:
    return sample()


def derive(data: Graph) -> Graph:
    """What follows by all rules; the two engines must agree, though one sees only what the rules name."""
    data = data + ontology("codes")
    store = ox.Store()
    # Oxigraph sees the triples alone whose property a rule names, as the store has it.
    named = {URIRef(name) for rule in rules() for name in rule.names}
    seen = Graph()
    for s, p, o in data:
        if p in named:
            seen.add((s, p, o))
    store.bulk_load(seen.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    theirs, ours = Graph(), Graph()
    for rule in rules():
        theirs += data.query(rule.text).graph or Graph()
        result = store.query(rule.text)
        assert isinstance(result, ox.QueryTriples)
        lines = result.serialize(format=ox.RdfFormat.N_TRIPLES)
        assert lines is not None
        ours.parse(data=lines, format="nt")
    assert set(ours) == set(theirs)
    return ours


def edges(found: Graph) -> set[tuple[str, str, str]]:
    """The edges, without their descriptions, in short."""
    described = set(found.subjects(RDF.type, MIG.DerivedEdge))
    return {(short(s), short(p), short(o)) for s, p, o in found if s not in described}


def short(node: object) -> str:
    return str(node).replace("c000000000000000", "c").rpartition("/")[2].removeprefix("ns#")


def test_what_follows_from_the_sample(data: Graph) -> None:
    assert edges(derive(data)) == {
        ("p-xaa-xbb", "sendingParty", "XAA"),
        ("p-xaa-xbb", "receivingParty", "XBB"),
        ("p-old", "party", "XAA"),
        ("p-old", "party", "XBB"),
        ("XBB", "negotiatesReceptionFrom", "XAA"),
        ("XBB", "offersReceptionFrom", "XAA"),
        ("c7", "answeredBy", "c8"),
    }


def test_every_edge_is_described_with_the_claims_it_follows_from(data: Graph) -> None:
    found = derive(data)
    described = {
        (found.value(e, RDF.subject), found.value(e, RDF.predicate), found.value(e, RDF.object)): e
        for e in found.subjects(RDF.type, MIG.DerivedEdge)
    }
    assert {tuple(map(short, edge)) for edge in described} == edges(found)
    assert len(described) == len({*described.values()})
    talks = described[BELMARA, MIG.negotiatesReceptionFrom, ARVONIA]
    assert talks == URIRef(f"{ID}edge/XBB/negotiatesReceptionFrom/XAA")
    assert set(found.objects(talks, PROV.wasDerivedFrom)) == {TALKS}
    sender = URIRef(f"{ID}edge/p-xaa-xbb/sendingParty/XAA")
    assert set(found.objects(sender, PROV.wasDerivedFrom)) == {TALKS, WILLING, TRANSFER}
    answer = described[CONCERNED, MIG.answeredBy, ANSWER]
    assert answer == URIRef(f"{ID}edge/c0000000000000007/answeredBy/c0000000000000008")
    assert set(found.objects(answer, PROV.wasDerivedFrom)) == {CONCERNED, ANSWER}


def test_nothing_follows_from_what_has_followed(data: Graph) -> None:
    found = derive(data)
    assert set(derive(data + found)) == set(found)


@pytest.mark.parametrize(
    ("status", "relation"),
    [
        ("proposed", None),
        ("willing", MIG.offersReceptionFrom),
        ("talks", MIG.negotiatesReceptionFrom),
        ("agreed", MIG.agreedReceptionFrom),
        ("signed", MIG.agreedReceptionFrom),
        ("ratified", MIG.agreedReceptionFrom),
        ("in-force", MIG.agreedReceptionFrom),
        ("operating", MIG.agreedReceptionFrom),
        ("contested", MIG.agreedReceptionFrom),
        ("suspended", MIG.agreedReceptionFrom),
        ("ruled-unlawful", MIG.agreedReceptionFrom),
        ("rejected", None),
        ("fell-through", MIG.formerlyAgreedReceptionFrom),
        ("terminated", MIG.formerlyAgreedReceptionFrom),
        ("expired", MIG.formerlyAgreedReceptionFrom),
        ("superseded", MIG.formerlyAgreedReceptionFrom),
    ],
)
def test_the_relation_of_two_countries_follows_the_stage(
    data: Graph, status: str, relation: URIRef | None
) -> None:
    data.remove((WILLING, None, None))
    for p in (MIG.status, RDF.object):
        data.set((TALKS, p, URIRef(f"{CODE}status/{status}")))
    found = derive(data)
    assert set(found.predicates(BELMARA, ARVONIA)) == ({relation} if relation else set())


@pytest.mark.parametrize("factuality", ["PS-plus", "CT-minus", "PR-minus", "PS-minus", "Uu"])
def test_nothing_follows_from_what_the_source_does_not_hold_to_be_so(data: Graph, factuality: str) -> None:
    for claim in (TALKS, WILLING, TRANSFER, FELL, CONCERNED):
        data.set((claim, MIG.factuality, URIRef(f"{CODE}factuality/{factuality}")))
    assert len(derive(data)) == 0


def test_nothing_follows_from_a_deprecated_claim(data: Graph) -> None:
    for claim in (TALKS, WILLING, TRANSFER, FELL, CONCERNED):
        data.set((claim, MIG.rank, RANK.DEPRECATED))
    assert len(derive(data)) == 0
    data.remove((CONCERNED, MIG.rank, None))
    assert (CONCERNED, MIG.answeredBy, ANSWER) in derive(data)
    data.set((ANSWER, MIG.rank, RANK.DEPRECATED))
    assert len(derive(data)) == 0


def test_what_is_probable_counts(data: Graph) -> None:
    data.set((TALKS, MIG.factuality, FACTUALITY.PR_PLUS))
    assert (BELMARA, MIG.negotiatesReceptionFrom, ARVONIA) in derive(data)


def test_a_status_without_its_agreement_has_no_direct_edge_and_gives_none(data: Graph) -> None:
    data.remove((TALKS, RDF.subject, None))
    assert (BELMARA, MIG.negotiatesReceptionFrom, ARVONIA) not in derive(data)


@pytest.mark.parametrize("modality", [TRANSFER_MODALITY.PLANNED, TRANSFER_MODALITY.HALTED])
def test_a_transfer_that_did_not_happen_makes_no_party(data: Graph, modality: URIRef) -> None:
    for claim in (TALKS, WILLING):
        data.remove((claim, None, None))
    assert (DEAL, MIG.sendingParty, ARVONIA) in derive(data)
    data.set((TRANSFER, MIG.modality, modality))
    assert (DEAL, MIG.sendingParty, ARVONIA) not in derive(data)


def test_each_receiver_is_paired_with_each_sender_of_the_same_claim_only(data: Graph) -> None:
    data.add((TALKS, MIG.sender, COSTRIA))
    data.add((WILLING, MIG.receiver, DONVIA))
    found = derive(data)
    assert {(s, p, o) for p in SHORTCUTS for s, o in found.subject_objects(p)} == {
        (BELMARA, MIG.negotiatesReceptionFrom, ARVONIA),
        (BELMARA, MIG.negotiatesReceptionFrom, COSTRIA),
        (BELMARA, MIG.offersReceptionFrom, ARVONIA),
        (DONVIA, MIG.offersReceptionFrom, ARVONIA),
    }


def test_no_country_has_a_relation_with_itself(data: Graph) -> None:
    data.add((TALKS, MIG.sender, BELMARA))
    assert (BELMARA, MIG.negotiatesReceptionFrom, BELMARA) not in derive(data)


def test_two_claims_of_one_stage_stand_behind_one_edge(data: Graph) -> None:
    for p in (MIG.status, RDF.object):
        data.set((WILLING, p, STATUS.TALKS))
    found = derive(data)
    edge = URIRef(f"{ID}edge/XBB/negotiatesReceptionFrom/XAA")
    assert set(found.objects(edge, PROV.wasDerivedFrom)) == {TALKS, WILLING}


@pytest.mark.parametrize("stance", ["announces", "criticises", "warns", "neutral"])
def test_only_a_defence_or_denial_answers_a_concern(data: Graph, stance: str) -> None:
    data.set((ANSWER, MIG.stance, URIRef(f"{CODE}stance/{stance}")))
    assert not list(derive(data).triples((None, MIG.answeredBy, None)))


def test_a_denial_answers_a_concern(data: Graph) -> None:
    data.set((ANSWER, MIG.stance, URIRef(f"{CODE}stance/denies")))
    assert (CONCERNED, MIG.answeredBy, ANSWER) in derive(data)


def test_a_statement_elsewhere_on_another_country_or_by_the_same_source_is_no_answer(data: Graph) -> None:
    passage = data.value(ANSWER, MIG.evidence)
    worried = data.value(CONCERNED, MIG.attributedTo)
    sentence = data.value(passage, MIG.sentence)
    assert passage is not None
    assert worried is not None
    assert sentence is not None
    for s, p, o in (
        (passage, MIG.sentence, data.value(data.value(TALKS, MIG.evidence), MIG.sentence)),
        (ANSWER, MIG.about, ARVONIA),
        (ANSWER, MIG.attributedTo, worried),
        (passage, OA.hasSource, URIRef(f"{ID}article/0000000000000000")),
    ):
        changed = data + Graph()
        assert o is not None
        changed.set((s, p, o))
        assert not list(derive(changed).triples((None, MIG.answeredBy, None))), p


def test_each_rule_says_what_it_does() -> None:
    assert len(rules()) == 3
    for rule in rules():
        summary = rule.text.splitlines()[0]
        assert summary.startswith("#+ summary: ")
        assert summary.endswith(".")
