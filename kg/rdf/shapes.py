"""Checks data against `ontology/shapes.ttl`."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDFS, SH
from rdflib.term import Node

from kg.paths import resource
from kg.rdf import iris

_SHAPES: Final = f"{iris.BASE}shapes#"
_WHOLE: Final = URIRef(f"{_SHAPES}Graph")
_LONGEST: Final = 200  # characters of a message or value on a problem's line


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with the data; as a string, one line for a person.

    Args:
        node: IRI of what is wrong.
        rule: Name of the rule in `ontology/shapes.ttl` that says so.
        message: What is wrong.
        value: The value that is wrong, if there is one.
    """

    node: str
    rule: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        value = "" if self.value is None else f": {_clip(self.value)}"
        line = f"{self.node}: {_clip(self.message)}{value} ({self.rule})".replace(iris.NS, "mig:")
        line = line.replace(iris.ID, "").replace(iris.BASE, "")
        return "".join(c if c.isprintable() else "\ufffd" for c in line)


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def validate(data: Graph | Dataset) -> list[Problem]:
    """What is wrong with the data, sorted; empty if nothing is.

    Args:
        data: A graph, or all graphs of a data set taken together. It is not changed.
    """
    from pyshacl import validate as run

    shapes, ontology = _shapes()
    union = Graph()
    for s, p, o, *_ in data:
        union.add((s, p, o))
    union += ontology
    conforms, report, _ = run(union, shacl_graph=shapes, inplace=True)
    if conforms:
        return []
    problems = {_problem(report, result) for result in report.objects(None, SH.result)}
    return sorted(problems, key=lambda p: (p.node, p.rule, p.message, p.value or ""))


def _problem(report: Graph, result: Node) -> Problem:
    node, message, value = (report.value(result, path) for path in (SH.focusNode, SH.resultMessage, SH.value))
    # A rule over the whole graph names itself as the focus; what it found is the value.
    if node == _WHOLE:
        node, rule, value = value, report.value(result, SH.sourceConstraint), None
    else:
        rule = report.value(result, SH.sourceShape)
    # Of two sets that should be equal, each value found in one alone is a result; the rule says enough.
    if value == node or report.value(result, SH.sourceConstraintComponent) == SH.EqualsConstraintComponent:
        value = None
    return Problem(
        node=str(node),
        rule=str(rule).removeprefix(_SHAPES),
        message=str(message),
        value=None if value is None else str(value),
    )


@cache
def _shapes() -> tuple[Graph, Graph]:
    shapes, ontology = Graph(), Graph()
    shapes.parse(resource("ontology/shapes.ttl"))
    ontology.parse(resource("ontology/codes.ttl"))
    for triple in Graph().parse(resource("ontology/migration.ttl")).triples((None, RDFS.subClassOf, None)):
        ontology.add(triple)
    return shapes, ontology
