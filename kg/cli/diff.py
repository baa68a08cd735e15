"""`kg diff`: what changed between two dates."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import QUIET, STORE, count, day, tell, terminal_width, utf8
from kg.cli.things import MARGIN, agreement, echo, indented, words
from kg.cli.timeline import event
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query import Rows


@click.command("diff", epilog="Example: kg diff --from 2025-05-05 --to 2025-09-30")
@click.argument("name", metavar="[AGREEMENT]", required=False, type=utf8)
@click.option("--from", "first", type=day, metavar="DATE", required=True, help="The earlier day.")
@click.option(
    "--to", "last", type=day, metavar="DATE", default="today", help="The later day. [default: today]"
)
@STORE
@QUIET
def command(name: str | None, first: date, last: date, store: Path, quiet: bool) -> None:
    """Show what changed between two dates, and on whose word.

    For each agreement: its stage on either day, and each claim dated in between, with its words and who says
    so. AGREEMENT is the id, name or IRI of the only one to show. Plans, and what is denied, are left out.
    """
    from kg.query import run
    from kg.store import Store

    if first > last:
        raise UsageError(f"{first} lies after {last}", hint="give the earlier day with --from")
    with Store.open(store) as graph:
        given = {"agreement": agreement(graph, name).iri} if name else {}
        before, after = (run(graph, "status-as-of", on=str(on), **given) for on in (first, last))
        changes = run(graph, "changes", **{"from": str(first), "to": str(last)}, **given)
    echo(_lines(before, after, changes, terminal_width()))
    if not quiet:
        agreements = count(len({row["deal"] for row in changes}), "agreement")
        tell(f"{count(len(changes), 'claim')} on {agreements}, {first} to {last}")


def _lines(before: "Rows", after: "Rows", changes: "Rows", width: int) -> Iterator[str]:
    from kg.query.rows import label
    from kg.query.table import plain

    was, now = _stages(before), _stages(after)
    for deal, rows in groupby(changes, key=lambda row: label(row["deal"])):
        own = list(rows)
        yield click.style(plain(label(own[0]["title"]) or deal), bold=True)
        earlier, later = was.get(deal, "no stage known"), now.get(deal, "no stage known")
        yield plain(f"  {earlier}" if earlier == later else f"  {earlier} → {later}")
        for row in own:
            yield from indented(f"{row['when']} {event(row)}", width, first="  ")
            yield from words(row, width)
            yield click.style(" " * MARGIN + plain(str(row["who"])), dim=True)
        yield ""


def _stages(rows: "Rows") -> dict[str, str]:
    """The stage of each agreement; where the latest words disagree, all of theirs."""
    from kg.query.rows import label

    stages: dict[str, list[str]] = {}
    for row in rows:
        stages.setdefault(label(row["agreement"]), []).append(f"{row['status']} (since {row['since']})")
    return {deal: " / ".join(found) for deal, found in stages.items()}
