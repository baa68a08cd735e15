"""Derivation rules: SPARQL CONSTRUCT queries over the quads of one article and the code lists."""

from dataclasses import dataclass
from functools import cache

from kg.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Args:
        name: File name without ending.
        text: A CONSTRUCT query; its result goes into the article's own graph.
    """

    name: str
    text: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of `ontology/rules/`, by name. They do not build on each other's results."""
    folder = resource("ontology/rules")
    return tuple(Rule(name=p.stem, text=p.read_text("utf-8")) for p in sorted(folder.glob("*.rq")))
