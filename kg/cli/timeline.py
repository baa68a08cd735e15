"""`kg timeline`: what happened to one agreement, in order."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import STORE, count, day, on_terminal, tell, terminal_width, utf8
from kg.cli.things import MARGIN, agreement, echo, indented, words
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query import Rows
    from kg.store import Cell


@click.command("timeline", epilog="Example: kg timeline uk-rwanda-treaty-2023 --from 2024-01-01")
@click.argument("name", metavar="AGREEMENT", type=utf8)
@click.option("--from", "first", type=day, metavar="DATE", help="Leave out what lies before this day.")
@click.option("--to", "last", type=day, metavar="DATE", help="Leave out what lies after this day.")
@STORE
def command(name: str, first: date | None, last: date | None, store: Path) -> None:
    """Show what happened to an agreement, in order.

    AGREEMENT is its id, name or IRI. Only claims with a date of their own are shown, each with its stage or
    event, its words and who says so; a terminal is told how many have none. A date is as exact as its
    source: 2024-07~ is about July 2024.
    """
    from kg.query import run
    from kg.query.rows import label
    from kg.store import Store

    if first and last and first > last:
        raise UsageError(f"{first} lies after {last}", hint="give the earlier day with --from")
    given = {key: str(bound) for key, bound in (("from", first), ("to", last)) if bound}
    with Store.open(store) as graph:
        deal = agreement(graph, name)
        rows = run(graph, "timeline", agreement=deal.iri, **given)
        undated = sum(not row["when"] for row in run(graph, "agreement", agreement=deal.iri))
    echo(_lines(deal.name, deal.iri, rows, terminal_width()))
    if not rows:
        tell(f"no claim with a date{' in that time' if given else ''}")
    if undated and (on_terminal() or not rows):
        tell(f"{count(undated, 'claim')} without a date: 'kg show {label(deal.iri)}' has them")


def _lines(title: str, iri: "Cell", rows: "Rows", width: int) -> Iterator[str]:
    from kg.query.rows import label
    from kg.query.table import plain

    yield click.style(plain(title or label(iri)), bold=True)
    yield click.style(plain(label(iri)), dim=True)
    for when, together in groupby(rows, key=lambda row: str(row["when"])):
        yield ""
        yield click.style(plain(when), bold=True)
        for row in together:
            yield from indented(event(row), width, first="  ")
            yield from words(row, width)
            yield click.style(" " * MARGIN + plain(str(row["who"])), dim=True)


def event(row: dict[str, "Cell"]) -> str:
    """What a claim says happened, in a few words: its kind, its stage or event, and its number."""
    from kg.query.rows import label

    names = ("kind", "what", "number", "unit", "howExact")
    kind, what, number, unit, how_exact = (label(row[name]) for name in names)
    kind = kind.removesuffix(" claim")
    if number and kind == "transfer":
        number += " person" if number == "1" else " people"
    if number and how_exact not in ("", "exact"):
        number = f"{how_exact} {number}"
    sure = "" if row.get("factuality") in ("CT+", None) else f" ({row['factuality']})"
    what = what if kind in ("status", "event") else f"{kind}: {what}" if what else kind
    return f"{what}{f', {number} {unit}'.rstrip() if number else ''}{sure}"
