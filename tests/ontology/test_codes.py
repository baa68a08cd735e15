"""The code lists: well-formed SKOS, the same codes as the enumerations, and stages that lead on."""

from collections import Counter
from enum import StrEnum

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SKOS

from kg.model import codes as model
from kg.model.agreement import AgreementKind, Instrument
from kg.rdf import iris
from kg.rdf.vocab import MIG, STATUS
from tests.ontology.graphs import ontology

CODES = ontology("codes")
CONCEPTS = sorted(c for c in CODES.subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef))
SCHEMES = sorted(s for s in CODES.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(s, URIRef))
ENUMERATIONS: dict[str, type[StrEnum]] = {
    "kind": AgreementKind,
    "cause": model.CauseType,
    "concern": model.Topic,
    "event": model.Occurrence,
    "factuality": model.Factuality,
    "instrument": Instrument,
    "mode": model.Mode,
    "payment-modality": model.PaymentModality,
    "per": model.Per,
    "qualifier": model.Qualifier,
    "rank": model.Rank,
    "review": model.ReviewStatus,
    "ruling": model.Outcome,
    "source": model.SourceType,
    "stance": model.Stance,
    "status": model.Status,
    "time-basis": model.TimeBasis,
    "transfer-modality": model.TransferModality,
}
GROUPS = {STATUS.PROSPECTIVE, STATUS.CONCLUDED, STATUS.INTERRUPTED, STATUS.ENDED}
STAGES = {concept for concept in CODES.subjects(MIG.statusOrder) if isinstance(concept, URIRef)}


def test_every_enumeration_has_a_scheme_and_every_scheme_an_enumeration() -> None:
    enumerations = {
        value
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    # The kind of a claim is its class.
    assert set(ENUMERATIONS.values()) == enumerations - {model.Kind} | {AgreementKind, Instrument}
    assert {str(scheme) for scheme in SCHEMES} == {f"{iris.CODE}{name}/" for name in ENUMERATIONS}


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_a_scheme_has_the_codes_of_its_enumeration_under_their_iris(name: str) -> None:
    scheme = URIRef(f"{iris.CODE}{name}/")
    found = {
        str(CODES.value(concept, SKOS.notation)): str(concept)
        for concept in CODES.subjects(SKOS.inScheme, scheme)
        if concept not in GROUPS
    }
    assert found == {str(code): iris.code(name, code) for code in ENUMERATIONS[name]}


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_is_labelled_defined_and_in_its_place(concept: URIRef) -> None:
    labels = [o for o in CODES.objects(concept, SKOS.prefLabel) if isinstance(o, Literal)]
    assert sorted(str(label.language) for label in labels) == ["en", "es", "fr"]
    for p in (SKOS.definition, SKOS.example):
        assert [o.language for o in CODES.objects(concept, p) if isinstance(o, Literal)] == ["en"]
    (scheme,) = CODES.objects(concept, SKOS.inScheme)
    assert concept.startswith(str(scheme))
    tops, broader = (set(CODES.objects(concept, p)) for p in (SKOS.topConceptOf, SKOS.broader))
    assert tops == (set() if broader else {scheme})
    assert ((scheme, SKOS.hasTopConcept, concept) in CODES) is not bool(broader)
    assert len([*CODES.objects(concept, SKOS.notation)]) == (0 if concept in GROUPS else 1)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_is_labelled_and_its_concepts_are_told_apart(scheme: URIRef) -> None:
    assert len([*CODES.objects(scheme, SKOS.prefLabel)]) == 3
    assert CODES.value(scheme, SKOS.definition)
    labels = Counter(
        label
        for concept in CODES.subjects(SKOS.inScheme, scheme)
        for label in CODES.objects(concept, SKOS.prefLabel)
    )
    assert [label for label, times in labels.items() if times > 1] == []


def test_no_concept_is_broader_than_itself_and_broader_stays_in_the_scheme() -> None:
    for concept in CONCEPTS:
        for above in CODES.objects(concept, SKOS.broader):
            assert concept not in CODES.transitive_objects(above, SKOS.broader)
            assert CODES.value(above, SKOS.inScheme) == CODES.value(concept, SKOS.inScheme)
            assert above in GROUPS


def test_every_stage_is_in_one_group_and_has_a_place_of_its_own() -> None:
    assert {iris.code("status", status) for status in model.Status} == {str(stage) for stage in STAGES}
    for stage in STAGES:
        assert len([*CODES.objects(stage, SKOS.broader)]) == 1
    orders = [order for _, order in CODES.subject_objects(MIG.statusOrder)]
    assert len(set(orders)) == len(orders) == len(STAGES)


def test_every_stage_is_reached_from_proposed_and_leads_on_or_says_why_not() -> None:
    assert set(CODES.transitive_objects(STATUS.PROPOSED, MIG.canBeFollowedBy)) == STAGES
    for stage in STAGES:
        following = set(CODES.objects(stage, MIG.canBeFollowedBy))
        assert following <= STAGES - {stage}
        assert bool(following) is not bool(CODES.value(stage, SKOS.scopeNote)), stage


def test_what_was_never_reached_cannot_lapse() -> None:
    for stage in CODES.subjects(SKOS.broader, STATUS.PROSPECTIVE):
        following = set(CODES.objects(stage, MIG.canBeFollowedBy))
        assert not following & {STATUS.EXPIRED, STATUS.TERMINATED, STATUS.SUPERSEDED, STATUS.RATIFIED}


def test_an_interrupted_deal_is_still_a_concluded_one() -> None:
    assert STATUS.CONCLUDED in CODES.transitive_objects(STATUS.SUSPENDED, SKOS.broader)
    assert STATUS.CONCLUDED in CODES.transitive_objects(STATUS.RULED_UNLAWFUL, SKOS.broader)
    assert STATUS.CONCLUDED not in CODES.transitive_objects(STATUS.EXPIRED, SKOS.broader)
