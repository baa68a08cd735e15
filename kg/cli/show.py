"""`kg show`: a card of one thing."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import STORE, terminal_width, utf8
from kg.cli.things import MARGIN, echo, indented, words

if TYPE_CHECKING:
    from kg.query import Rows
    from kg.store import Cell

_ORDER: Final = ("status", "transfer", "ruling", "payment", "concern", "office", "statement")


@click.command("show", epilog="Example: kg show us-rwanda-2025")
@click.argument("thing", metavar="ID", type=utf8)
@STORE
def command(thing: str, store: Path) -> None:
    """Show a card of one thing.

    It has the edges of the thing, and each claim that names it, with its words and who says so. ID is the id,
    name or IRI of an agreement, country, official, body, medium, article or claim.
    """
    from kg.query import run
    from kg.query.find import find
    from kg.store import Store

    with Store.open(store) as graph:
        meant = find(graph, thing)
        edges, claims = (run(graph, question, thing=meant.iri) for question in ("edges", "about"))
    echo(_card(meant.name, edges, claims, meant.iri, terminal_width()))


def _card(title: str, edges: "Rows", claims: "Rows", iri: "Cell", width: int) -> Iterator[str]:
    from kg.query.rows import label
    from kg.query.table import plain

    yield click.style(plain(title or label(iri)), bold=True)
    if title:
        yield click.style(plain(label(iri)), dim=True)
    for line in _relations(edges, iri):
        yield from indented(line, width, first="  ")
    order = sorted(claims, key=lambda row: _rank(row["kind"]))  # stable: in the order of time inside a kind
    for name, rows in groupby(order, key=lambda row: str(row["kind"])):
        yield ""
        yield click.style(plain(name).capitalize() + "s", bold=True)
        for row in rows:
            yield from indented(_headline(row, title), width, first="  ")
            yield from words(row, width)
            source = plain(f"{row['who']}, {row['mode']} · {label(row['claim'])}")
            yield click.style(" " * MARGIN + source, dim=True)


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

    names = ("what", "subject", "object", "number", "unit", "howExact")
    what, subject, other, number, unit, how_exact = (label(row[name]) for name in names)
    about = f"{how_exact} " if number and how_exact not in ("", "exact") else ""
    match str(row["kind"]).split()[0]:
        case "transfer":
            persons = f"{number} {'person' if number == '1' else 'people'}" if number else "people"
            text = f"{about}{persons}, {other or '?'} → {subject or '?'}: {what}"
        case "payment":
            money = f"{number} {unit}".rstrip() if number else "money"
            text = f"{about}{money}, {subject or '?'} → {other or '?'}: {what}"
        case "office":
            text = f"{subject}: {other}"
        case "statement":
            text = f"{what}: {other}" if other else what
        case _:
            text = f"{subject}: {what}" if subject and subject != title else what
    sure = "" if row["factuality"] == "certain" else f" ({label(row['factuality'])})"
    return f"{label(row['when'])} {text}{sure}".strip()
