"""Lines about things, as several commands print them."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.find import Thing
    from kg.store import Cell, Store

MARGIN: Final = 4
"""Columns before a line of text about a thing."""


def agreement(graph: "Store", name: str) -> "Thing":
    """The agreement of that id, name or IRI.

    Raises:
        QueryError: There is no such thing, or there are several.
        UsageError: It is something else.
    """
    from kg.query.find import find

    meant = find(graph, name)
    if meant.kind != "agreement":
        raise UsageError(
            f"{name!r} is no agreement: it is of the kind {meant.kind}",
            hint=f"'kg show {name}' names those it has part in",
        )
    return meant


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
