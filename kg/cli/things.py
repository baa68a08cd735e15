"""Things that a user names, and lines about them."""

import os
import shutil
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import click

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.store import Cell, Store

MARGIN: Final = 4
"""Columns before a line of text about a thing."""


def found(graph: "Store", thing: str) -> tuple["Cell", str]:
    """The IRI and name of a thing that was given by id, name or IRI."""
    from kg.query import run
    from kg.query.rows import label
    from kg.rdf.iris import ID

    name = thing.removeprefix(ID)
    rows = run(graph, "find", name=name.rpartition("/")[2] if "/" in name else name)
    matching = [row for row in rows if "/" not in name or label(row["thing"]) == name]
    best = [row for row in matching if label(row["thing"]).endswith(f"/{name}")] or matching
    if not best:
        raise QueryError(f"the store has nothing called {thing!r}", hint="'kg query agreements' lists deals")
    if len(best) > 1:
        names = ", ".join(label(row["thing"]) for row in best)
        raise QueryError(f"{thing!r} may be several things", hint=f"name one of {names}")
    return best[0]["thing"], label(best[0]["label"])


def indented(text: str, width: int, first: str = " " * MARGIN) -> Iterator[str]:
    """A text as lines of a width, below a first one that may start further left."""
    from kg.query.table import plain, wrap

    lines = wrap(plain(text), max(width - MARGIN, 20))
    yield first + next(lines)
    yield from (" " * MARGIN + line for line in lines)


def words(row: dict[str, "Cell"], width: int) -> Iterator[str]:
    """What carries a claim: words of an article in quotation marks, or a record's note and its address."""
    from kg.rdf.iris import ID

    text, evidence = row["words"], str(row["evidence"] or "")
    if evidence.startswith(ID):
        yield from indented(f"“{text}”", width)
        return
    if text and str(text) != evidence:
        yield from indented(str(text), width)
    if evidence:
        # An address stays on one line: terminals open it from there.
        from kg.query.table import plain

        yield click.style(" " * MARGIN + plain(evidence), dim=True)


def echo(lines: Iterable[str]) -> None:
    """Print lines, without colours where they are not wanted."""
    color = False if os.environ.get("NO_COLOR") else None
    for line in lines:
        click.echo(line, color=color)


def terminal_width() -> int:
    """Columns to fill."""
    return shutil.get_terminal_size((100, 24)).columns
