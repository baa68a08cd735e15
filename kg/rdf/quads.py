"""Statements of the graph, and the terms that every mapping makes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from rdflib import Literal, URIRef
from rdflib.namespace import Namespace

from kg.model.when import When
from kg.rdf import iris
from kg.rdf.vocab import MIG

OA: Final = Namespace(iris.PREFIXES["oa"])
ORG: Final = Namespace(iris.PREFIXES["org"])
SCHEMA: Final = Namespace(iris.PREFIXES["schema"])
EDTF: Final = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")

Object: TypeAlias = URIRef | Literal
Triple: TypeAlias = tuple[URIRef, URIRef, Object]
Pairs: TypeAlias = Iterator[tuple[URIRef, Object]]


class Quad(NamedTuple):
    """One statement in a named graph."""

    s: URIRef
    p: URIRef
    o: Object
    graph: URIRef


@lru_cache(maxsize=1024)
def code(scheme: str, value: str) -> URIRef:
    """IRI of a concept of a code list, as a term."""
    return URIRef(iris.code(scheme, value))


@lru_cache(maxsize=1024)
def country(value: str) -> URIRef:
    """IRI of a country, as a term."""
    return URIRef(iris.country(value))


@lru_cache(maxsize=1024)
def agreement(identifier: str) -> URIRef:
    """IRI of an agreement, as a term."""
    return URIRef(iris.agreement(identifier))


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
