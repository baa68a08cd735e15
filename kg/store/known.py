"""The agreements that a store holds, as linking needs them."""

from collections.abc import Collection
from typing import Final

from kg.model.agreement import (
    Agreement,
    AgreementKind,
    Confidence,
    Event,
    Party,
    Relation,
)
from kg.model.codes import Factuality, Rank, Status
from kg.model.when import When
from kg.rdf.catalogue import RELATIONS, ROLES
from kg.rdf.iris import CATALOGUE, ENTITIES, ID, NS, article_graph, code
from kg.store.local import Store
from kg.store.terms import Cell

_ROLES: Final = {str(iri): role for role, iri in ROLES.items()}
_RELATIONS: Final = {str(iri): tie for tie, iri in RELATIONS.items()}

_RECORDS: Final = f"""PREFIX mig: <{NS}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?agreement ?title ?kind {{
  GRAPH <{CATALOGUE}> {{ ?agreement mig:kind ?kind ; rdfs:label ?title }}
}}"""
_PARTIES: Final = f"""PREFIX mig: <{NS}>
SELECT ?agreement ?role ?country {{
  GRAPH <{CATALOGUE}> {{
    VALUES ?role {{ mig:sendingParty mig:receivingParty mig:transitParty mig:funder mig:party }}
    ?agreement ?role ?country
  }}
}}"""
_STAGES: Final = f"""PREFIX mig: <{NS}>
SELECT ?agreement ?status ?edtf ?factuality ?rank {{
  GRAPH <{CATALOGUE}> {{
    ?claim mig:status ?status ; mig:agreement ?agreement ; mig:edtf ?edtf ; mig:factuality ?factuality
    OPTIONAL {{ ?claim mig:rank ?rank }}
  }}
}}"""
_TIES: Final = f"""PREFIX mig: <{NS}>
SELECT ?agreement ?type ?target {{
  GRAPH <{CATALOGUE}> {{ VALUES ?type {{ mig:supersedes mig:successorOf }} ?agreement ?type ?target }}
}}"""
# The graph of entities holds none; Oxigraph 0.5 finds nothing to be outside an empty list.
_PROVISIONAL: Final = f"""PREFIX mig: <{NS}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?agreement ?title ?role ?country {{
  VALUES ?role {{ mig:sendingParty mig:receivingParty mig:party }}
  GRAPH ?graph {{ ?agreement mig:provisional true ; rdfs:label ?title ; ?role ?country }}
  FILTER(?graph NOT IN (<{ENTITIES}>%s))
}}"""
_FACTUALITY: Final = {code("factuality", value): value for value in Factuality}


def known_agreements(store: Store, *, but: Collection[str]) -> tuple[Agreement, ...]:
    """The agreements of the catalogue with their recorded stages, and those that other articles made.

    What an article says of a catalogued agreement is left out, and so are provisional agreements that
    only it knows: how an article is linked never depends on how it was linked before.

    Args:
        store: The store.
        but: Keys of the article that is to be linked, and of those that will be after it.
    """
    parties: dict[str, list[Party]] = {}
    stages: dict[str, list[Event]] = {}
    ties: dict[str, list[Relation]] = {}
    for agreement, role, country in store.select(_PARTIES).cells:
        parties.setdefault(_id(agreement), []).append(_party(role, country))
    for agreement, status, edtf, factuality, rank in store.select(_STAGES).cells:
        event = Event(
            date=When(edtf=str(edtf)),
            status=Status(_last(status)),
            factuality=_FACTUALITY[str(factuality)],
            rank=Rank(_last(rank)) if rank else Rank.NORMAL,
            confidence=Confidence.MEDIUM,
        )
        stages.setdefault(_id(agreement), []).append(event)
    for agreement, tie, target in store.select(_TIES).cells:
        relation = Relation(type=_RELATIONS[str(tie)], target=_id(target))
        ties.setdefault(_id(agreement), []).append(relation)
    records = [
        Agreement(
            id=_id(agreement),
            title=str(title),
            kind=AgreementKind(_last(kind)),
            parties=tuple(parties.get(_id(agreement), ())),
            facts=tuple(stages.get(_id(agreement), ())),
            relations=tuple(ties.get(_id(agreement), ())),
        )
        for agreement, title, kind in store.select(_RECORDS).cells
    ]
    made: dict[str, tuple[str, list[Party]]] = {}
    for agreement, title, role, country in store.select(
        _PROVISIONAL % "".join(f", <{article_graph(key)}>" for key in but)
    ).cells:
        made.setdefault(_id(agreement), (str(title), []))[1].append(_party(role, country))
    provisional = [
        Agreement(id=key, title=title, parties=tuple(found), provisional=True)
        for key, (title, found) in made.items()
    ]
    return tuple(sorted((*records, *provisional), key=lambda a: a.id))


def _party(role: Cell, country: Cell) -> Party:
    return Party(country=_last(country), role=_ROLES[str(role)])


def _id(agreement: Cell) -> str:
    return str(agreement).removeprefix(f"{ID}agreement/")


def _last(iri: Cell) -> str:
    return str(iri).rpartition("/")[2]
