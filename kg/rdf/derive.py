"""Derivation rules: SPARQL CONSTRUCT queries over the quads of one article and the code lists."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.paths import resource

_PREFIX: Final = re.compile(r"PREFIX (\w+): <([^>]+)>")
_NAME: Final = re.compile(r"(?<![\w:])(\w+):([\w-]+)")
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"  # written as "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Args:
        name: File name without ending.
        text: A CONSTRUCT query; its result goes into the article's own graph.
    """

    name: str
    text: str

    @property
    def names(self) -> frozenset[str]:
        """IRIs of the properties, classes and codes that it names. It matches no other property."""
        prefixes = dict(_PREFIX.findall(self.text))
        return frozenset(
            {_TYPE, *(prefixes[p] + local for p, local in _NAME.findall(self.text) if p in prefixes)}
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of `ontology/rules/`, by name. They do not build on each other's results."""
    folder = resource("ontology/rules")
    return tuple(Rule(name=p.stem, text=p.read_text("utf-8")) for p in sorted(folder.glob("*.rq")))
