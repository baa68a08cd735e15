"""`kg show`: a card of one thing."""

import os
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import STORE
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Rows
    from kg.store import Cell, Store

_ORDER: Final = ("status", "transfer", "ruling", "payment", "concern", "office", "statement")
_MARGIN: Final = 4


@click.command("show", epilog="Example: kg show p-usa-rwa")
@click.argument("thing", metavar="ID")
@STORE
def command(thing: str, store: Path) -> None:
    """Show a card of one thing.

    It has the edges of the thing, and each claim that names it, with its words and who says so. ID is the id,
    name or IRI of an agreement, country, official, body, medium, article or claim.
    """
    from kg.query import run
    from kg.store import Store

    with Store.open(store) as graph:
        iri, title = _found(graph, thing)
        edges, claims = run(graph, "edges", thing=iri), run(graph, "about", thing=iri)
    width = shutil.get_terminal_size((100, 24)).columns
    color = False if os.environ.get("NO_COLOR") else None
    for line in _card(title, edges, claims, iri, width):
        click.echo(line, color=color)


def _found(graph: "Store", thing: str) -> tuple["Cell", str]:
    """The IRI and name of a thing that was given by id, name or IRI."""
    from kg.query import run
    from kg.query.rows import label
    from kg.rdf.iris import ID

    name = thing.removeprefix(ID)
    found = run(graph, "find", name=name.rpartition("/")[2] if "/" in name else name)
    matching = [row for row in found if "/" not in name or label(row["thing"]) == name]
    best = [row for row in matching if label(row["thing"]).endswith(f"/{name}")] or matching
    if not best:
        raise QueryError(f"the store has nothing called {thing!r}", hint="'kg query agreements' lists deals")
    if len(best) > 1:
        names = ", ".join(label(row["thing"]) for row in best)
        raise QueryError(f"{thing!r} may be several things", hint=f"name one of {names}")
    return best[0]["thing"], label(best[0]["label"])


def _card(title: str, edges: "Rows", claims: "Rows", iri: "Cell", width: int) -> Iterator[str]:
    from kg.query.rows import label
    from kg.query.table import plain

    yield click.style(plain(title or label(iri)), bold=True)
    if title:
        yield click.style(plain(label(iri)), dim=True)
    for line in _relations(edges, iri):
        yield from _indented(line, width, first="  ")
    order = sorted(claims, key=lambda row: _rank(row["kind"]))  # stable: in the order of time inside a kind
    for name, rows in groupby(order, key=lambda row: str(row["kind"])):
        yield ""
        yield click.style(plain(name).capitalize() + "s", bold=True)
        for row in rows:
            yield from _indented(_headline(row, title), width, first="  ")
            yield from _indented(f"“{row['words']}”" if row["words"] else str(row["evidence"]), width)
            source = plain(f"{row['who']}, {row['mode']} · {label(row['claim'])}")
            yield click.style(" " * _MARGIN + source, dim=True)


def _relations(edges: "Rows", iri: "Cell") -> Iterator[str]:
    """Edges of one relation as one line, read from left to right with the thing left out."""
    for outward in (True, False):
        chosen = [row for row in edges if (row["source"] == iri) is outward]
        for relation, rows in groupby(chosen, key=lambda row: str(row["relation"])):
            others = ", ".join(str(row["to" if outward else "from"]) for row in rows)
            yield f"{relation} → {others}" if outward else f"{others} → {relation}"


def _rank(kind: "Cell") -> int:
    word = str(kind).split()[0]
    return _ORDER.index(word) if word in _ORDER else len(_ORDER)


def _headline(row: dict[str, "Cell"], title: str) -> str:
    from kg.query.rows import label

    names = ("what", "subject", "object", "number", "unit")
    what, subject, other, number, unit = (label(row[name]) for name in names)
    match str(row["kind"]).split()[0]:
        case "transfer":
            persons = f"{number} {'person' if number == '1' else 'people'}" if number else "people"
            text = f"{persons}, {other or '?'} → {subject or '?'}: {what}"
        case "payment":
            text = f"{f'{number} {unit}' if number else 'money'}, {subject or '?'} → {other or '?'}: {what}"
        case "office":
            text = f"{subject}: {other}"
        case "statement":
            text = f"{what}: {other}" if other else what
        case _:
            text = f"{subject}: {what}" if subject and subject != title else what
    sure = "" if row["factuality"] == "certain" else f" ({label(row['factuality'])})"
    return f"{label(row['when'])} {text}{sure}".strip()


def _indented(text: str, width: int, first: str = " " * _MARGIN) -> Iterator[str]:
    from kg.query.table import plain, wrap

    lines = wrap(plain(text), max(width - _MARGIN, 20))
    yield first + next(lines)
    yield from (" " * _MARGIN + line for line in lines)
