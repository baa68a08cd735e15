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

_OTHERS: Final = ("publishers.toml", "bodies.toml", "people.toml")
_HINT: Final = "docs/reference/catalogue.md describes every key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records, each kind in order of id."""

    agreements: tuple[Agreement, ...]
    people: tuple[Person, ...]
    bodies: tuple[Body, ...]


def read_catalogue(folder: Path | None = None, *, record: Path | None = None) -> Catalogue:
    """The catalogue in a folder, by default the one that ships with migkg.

    Args:
        folder: A folder with `agreements/`, `people.toml`, `bodies.toml` and `publishers.toml`.
        record: One more file, or one to read in place of that of its name. Then its mistakes alone count.

    Raises:
        InputError: The records have mistakes; the message has one line for each, with file and key.
    """
    folder = folder or resource("data")
    problems: list[str] = []

    def other(name: str) -> Table:
        return Table.of_file(record if record and record.name == name else folder / name, problems)

    context = Context(publishers=read_publishers(other("publishers.toml")))
    paths = sorted((folder / "agreements").glob("*.toml"))
    if record and record.name not in _OTHERS:
        paths = [path for path in paths if path.name != record.name] + [record]
    if not paths:
        problems.append(f"agreements: there is no record in {folder / 'agreements'}")
    files = {path.stem: Table.of_file(path, problems) for path in paths}
    sources = {stem: table.tables("source", context, read_source) for stem, table in files.items()}
    context = replace(context, sources=_one_each(sources.items(), problems), agreements=frozenset(files))
    bodies = other("bodies.toml").tables("body", context, read_body, only=True)
    people = other("people.toml").tables("person", context, read_person, only=True)
    context = replace(context, bodies={b.id: b for b in bodies}, people={p.id: p for p in people})
    agreements = tuple(read_agreement(table, stem, sources[stem], context) for stem, table in files.items())
    problems += _repeated("people.toml", [person.id for person in people])
    problems += _repeated("bodies.toml", [body.id for body in bodies])
    if record:
        problems = [line for line in problems if line.startswith(f"{record.name}: ")]
    if problems:
        raise InputError("\n".join(problems), hint=_HINT)
    return Catalogue(
        agreements=agreements,
        people=tuple(sorted(people, key=lambda p: p.id)),
        bodies=tuple(sorted(bodies, key=lambda b: b.id)),
    )


def mistakes(path: Path | None = None) -> tuple[str, ...]:
    """What is wrong with the records in a folder, or with one file of them, one line for each mistake.

    Args:
        path: A folder as for :func:`read_catalogue`, a folder of records alone, or a file; by default the
            shipped catalogue. Records refer to what lies beside them, or else to what ships with migkg.

    Raises:
        InputError: There is no such file, or nothing in the folder.
    """
    folder, record = path, None
    if path and not path.exists():
        raise InputError(f"{path}: there is no such file")
    if path and path.is_dir() and not (path / "agreements").is_dir():
        if not any(path.glob("*.toml")):
            raise InputError(f"{path}: there is no record in it")
        folder = _home(path)
        if folder is None:
            return tuple(line for file in sorted(path.glob("*.toml")) for line in mistakes(file))
    elif path and path.is_file():
        folder, record = _home(path.parent), path
    try:
        read_catalogue(folder, record=record)
    except InputError as error:
        return tuple(error.message.splitlines())
    return ()


def _home(folder: Path) -> Path | None:
    """The folder of the catalogue that a folder is, or is the agreements of; None if it is neither."""
    places = (folder, folder.resolve().parent)
    return next((p for p in places if all((p / name).is_file() for name in _OTHERS)), None)


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
