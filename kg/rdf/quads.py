"""Statements of the graph, and the terms that every mapping makes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
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


@lru_cache(maxsize=4096)
def entity(ref: str) -> URIRef:
    """IRI of an entity by its id, as a term."""
    return URIRef(iris.entity(ref))


@lru_cache(maxsize=4096)
def address(url: str) -> URIRef:
    """IRI of what stands at a web address, as a term."""
    return URIRef(iris.address(url))


@lru_cache(maxsize=4096, typed=True)  # the same days and numbers come again and again
def value(plain: date | Decimal | int | bool | str, datatype: URIRef | None = None) -> Literal:
    """A day, number or code as a literal; texts, which are all different, need not come here."""
    return Literal(plain, datatype=datatype)


def words(text: str, language: str | None = None) -> Literal:
    """A text as a literal."""
    return Literal(text, lang=language, normalize=False)  # there is nothing to normalise


def when_pairs(when: When) -> Pairs:
    """A date as properties of what it dates: the EDTF string and its bounds."""
    yield MIG.edtf, value(when.edtf, EDTF)
    if when.earliest:
        yield MIG.earliest, value(when.earliest)
    if when.latest:
        yield MIG.latest, value(when.latest)
    if when.text:
        yield MIG.whenText, words(when.text)
    if when.basis:
        yield MIG.timeBasis, code("time-basis", when.basis)
