"""The thing that a person means by an id, a name or an IRI."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query import run
from kg.query.rows import label
from kg.rdf.iris import ID
from kg.store.terms import Cell

if TYPE_CHECKING:
    from kg.store import Store


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
        hint = "the questions 'agreements' and 'officials' name some"
        raise QueryError(f"there is nothing called {thing!r}", hint=hint)
    if len(found) > 1:
        names = ", ".join(label(row["thing"]) for row in found)
        raise QueryError(f"{thing!r} may be several things", hint=f"name one of {names}")
    [row] = found
    return Thing(iri=row["thing"], kind=label(row["kind"]), name=label(row["label"]))
