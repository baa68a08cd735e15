"""`data/agreements/`, people, bodies and publishers -> the catalogue, or every mistake in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.model.actor import Body, Person
from kg.model.agreement import Agreement
from kg.model.claim import Citation
from kg.paths import resource
from kg.read.facts import Context
from kg.read.records import read_agreement, read_body, read_person, read_publishers, read_source
from kg.read.tables import Table

_HINT: Final = "docs/reference/catalogue.md describes every key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records, each kind in order of id."""

    agreements: tuple[Agreement, ...]
    people: tuple[Person, ...]
    bodies: tuple[Body, ...]


def read_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue in a folder, by default the one that ships with migkg.

    Raises:
        InputError: The records have mistakes; the message has one line for each, with file and key.
    """
    folder = folder or resource("data")
    problems: list[str] = []
    context = Context(publishers=read_publishers(Table.of_file(folder / "publishers.toml", problems)))
    paths = sorted((folder / "agreements").glob("*.toml"))
    if not paths:
        problems.append(f"agreements: there is no record in {folder / 'agreements'}")
    files = {path.stem: Table.of_file(path, problems) for path in paths}
    sources = {stem: table.tables("source", context, read_source) for stem, table in files.items()}
    context = replace(context, sources=_one_each(sources.items(), problems), agreements=frozenset(files))
    bodies = Table.of_file(folder / "bodies.toml", problems).tables("body", context, read_body, only=True)
    people = Table.of_file(folder / "people.toml", problems).tables("person", context, read_person, only=True)
    context = replace(context, bodies={b.id: b for b in bodies}, people={p.id: p for p in people})
    agreements = tuple(read_agreement(table, stem, sources[stem], context) for stem, table in files.items())
    problems += _repeated("people.toml", [person.id for person in people])
    problems += _repeated("bodies.toml", [body.id for body in bodies])
    if problems:
        raise InputError("\n".join(problems), hint=_HINT)
    return Catalogue(
        agreements=agreements,
        people=tuple(sorted(people, key=lambda p: p.id)),
        bodies=tuple(sorted(bodies, key=lambda b: b.id)),
    )


def _one_each(
    sources: Iterable[tuple[str, tuple[Citation, ...]]], problems: list[str]
) -> dict[str, Citation]:
    """The sources of all files by address. What two files say of one source must agree."""
    found: dict[str, tuple[str, Citation]] = {}
    for stem, citations in sources:
        for citation in citations:
            first, known = found.setdefault(citation.source, (stem, citation))
            if known != citation:
                problems.append(
                    f"{stem}.toml: source: {citation.source} is described otherwise in {first}.toml"
                )
    return {url: citation for url, (_, citation) in found.items()}


def _repeated(name: str, ids: list[str]) -> Iterator[str]:
    for repeated in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"{name}: id: {repeated!r} stands twice; an id belongs to one record for ever"
