"""The thing that a person means by an id, a name or an IRI."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import QueryError
from kg.query import run
from kg.query.rows import label
from kg.rdf.iris import ID
from kg.store.terms import Cell

if TYPE_CHECKING:
    from kg.store import Store

_NAMED: Final = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name
WHERE {
  ?thing rdfs:label|skos:altLabel ?name .
  FILTER(REGEX(STR(?thing), "^https://w3id.org/migkg/id/(agreement|article|body|country|outlet|person)/[^/]+$"))
}
ORDER BY ?thing ?name
"""
_OFFERED: Final = 3  # things that may have been meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing in a store.

    Args:
        iri: Its IRI.
        kind: What it is: agreement, article, body, claim, country, official or outlet.
        name: Its name; "" for a claim, or where it has none.
    """

    iri: Cell
    kind: str
    name: str


def find(store: "Store", thing: str) -> Thing:
    """The one thing of that id, name or IRI.

    Args:
        store: Where to look.
        thing: ``p-usa-rwa``, ``agreement/p-usa-rwa``, its IRI, or a name, in any case of letters.

    Raises:
        QueryError: There is no such thing, or there are several.
    """
    name = thing.removeprefix(ID)
    rows = run(store, "find", name=name.rpartition("/")[2])
    found = [row for row in rows if f"/{label(row['thing'])}".endswith(f"/{name}")]
    if not found:  # no id: a name, which may hold a stroke itself
        found = list(run(store, "find", name=name) if "/" in name else rows)
    if not found:
        raise QueryError(f"there is nothing called {thing!r}", hint=alike(store, name))
    if len(found) > 1:
        names = ", ".join(label(row["thing"]) for row in found)
        raise QueryError(f"{thing!r} may be several things", hint=f"name one of {names}")
    [row] = found
    return Thing(iri=row["thing"], kind=label(row["kind"]), name=label(row["label"]))


def alike(store: "Store", name: str) -> str:
    """What may have been meant: things whose name or id holds all the words, else those spelt nearly so."""
    from difflib import get_close_matches

    called: dict[str, dict[str, None]] = {}  # a name in small letters -> the ids of what has it, in order
    for row in run(store, _NAMED):
        known = label(row["thing"])
        for text in (str(row["name"]), known.rpartition("/")[2], known):
            called.setdefault(text.casefold(), {})[known] = None
    asked = name.casefold()
    words = _words(asked)
    holding = (text for text in called if words and words <= _words(text))
    close = _things(called, holding) or _things(called, get_close_matches(asked, called, n=_OFFERED))
    if not close:
        return "'kg query agreements' and 'kg query officials' name some"
    return f"did you mean {' or '.join(close[:_OFFERED])}?"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _things(called: dict[str, dict[str, None]], names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(thing for name in names for thing in called[name]))
