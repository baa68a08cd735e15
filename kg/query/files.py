"""A question in a file: SPARQL with a header of `#+` lines.

::

    #+ summary: At which stage was each agreement on a date?
    #+ params: on:date=today, agreement:iri=
    #+ note: What the answer means, and what it does not.
    PREFIX mig: <https://w3id.org/migkg/ns#>
    SELECT ?agreement ?status ?on
    WHERE {
      #+ values
      ?agreement a mig:Agreement ...
    }
    ORDER BY ?agreement

Lines that begin with ``#`` are comments to every other tool, so the file runs anywhere and then asks without
restriction. Here, the comment ``#+ values`` is replaced by one VALUES row with the parameters as terms that
the engine itself wrote; no value is ever formatted into the query. A parameter that is not given is ``UNDEF``
in it: it may be anything.

A parameter is ``name:type``, and must be given; with ``=default`` it need not be, and an empty default leaves
it open. The types:

=============  ==========================================================================================
``iri``        an IRI, or what follows ``https://w3id.org/migkg/id/``; a bare id is of the kind that the
               parameter is named after: ``p-usa-rwa`` for ``agreement`` is ``agreement/p-usa-rwa``
``country``    ISO 3166-1 alpha-3 code, or EU
``code``       a code of the list that the parameter is named after, or ``list/code``
``date``       ``2025-05-05``, or ``today``
``integer``    a whole number
``text``       any text
=============  ==========================================================================================
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kg.errors import QueryError
from kg.rdf.iris import CODE, ID
from kg.store.terms import Cell, Iri, serialised

FOLDER: Final = Path(__file__).with_name("queries")
TYPES: Final = ("iri", "country", "code", "date", "integer", "text")

_HEADER: Final = re.compile(r"^#\+ (summary|params|note): *(.*)$", re.MULTILINE)
_MARKER: Final = re.compile(r"^([ \t]*)#\+ values[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A parameter of a question.

    Args:
        name: Its name, and that of the variable it binds.
        type: One of :data:`TYPES`.
        required: Whether it must be given.
        default: What it is where it is not given; None leaves the variable open.
    """

    name: str
    type: str
    required: bool
    default: str | None = None

    def value(self, given: object) -> Cell:
        """A given value as a term.

        Raises:
            ValueError: It is not of the type.
        """
        text = str(given)
        match self.type:
            case "iri" if re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", text):
                return Iri(text)
            case "iri":
                return Iri(ID + text if "/" in text else f"{ID}{self.name}/{text}")
            case "code" if text.startswith(CODE):
                return Iri(text)
            case "code":
                return Iri(CODE + text if "/" in text else f"{CODE}{self.name}/{text}")
            case "country":
                code = text.removeprefix(f"{ID}country/").upper()
                if not re.fullmatch(r"[A-Z]{3}|EU", code):
                    raise ValueError("a country is given by its ISO 3166-1 alpha-3 code, such as RWA, or EU")
                return Iri(f"{ID}country/{code}")
            case "date":
                return date.today() if text == "today" else _day(text)
            case "integer":
                if not re.fullmatch(r"[+-]?\d+", text):
                    raise ValueError("it is no whole number")
                return int(text)
        return text

    def __str__(self) -> str:
        return f"{self.name}:{self.type}" + ("" if self.required else f"={self.default or ''}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("a day is written as 2025-05-05, or today") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryFile:
    """A question.

    Args:
        name: What it is called: the file's name without ending.
        summary: The question in words.
        note: What an answer means, and its limits.
        params: What it can be asked about.
        text: SPARQL, with the header.
    """

    name: str
    summary: str
    note: str
    params: tuple[Param, ...]
    text: str

    def bind(self, given: Mapping[str, object]) -> str:
        """The query with its parameters; lines keep their numbers.

        Raises:
            QueryError: A parameter is unknown, missing, or not of its type.
        """
        takes = ", ".join(map(str, self.params)) or "none"
        unknown = given.keys() - {p.name for p in self.params}
        if unknown:
            names = ", ".join(sorted(unknown))
            raise QueryError(f"{self.name} has no parameter {names}", hint=f"its parameters: {takes}")
        if not self.params:
            return self.text
        row = []
        for param in self.params:
            value = given.get(param.name, param.default)
            if value is None and param.required:
                hint = f"on the command line: -p {param.name}=…; its parameters: {takes}"
                raise QueryError(f"{self.name} needs {param.name}", hint=hint)
            try:
                row.append(serialised(None if value is None else param.value(value)))
            except ValueError as error:
                reason = f"{param.name}={value} is not of the type {param.type}: {error}"
                raise QueryError(f"{self.name}: {reason}", hint=f"its parameters: {takes}") from None
        names = " ".join(f"?{p.name}" for p in self.params)
        values = f"VALUES ({names}) {{ ({' '.join(row)}) }}"
        return _MARKER.sub(lambda match: match[1] + values, self.text)


def parse(text: str, *, name: str) -> QueryFile:
    """A question from its text; one without a header has no summary and no parameters.

    Raises:
        QueryError: The header is malformed.
    """
    header = {match[1]: match[2].strip() for match in _HEADER.finditer(text)}
    params = tuple(_param(item.strip(), name) for item in filter(None, header.get("params", "").split(",")))
    if params and not _MARKER.search(text):
        raise QueryError(f"{name} has parameters, but no line '#+ values'")
    return QueryFile(
        name=name, summary=header.get("summary", ""), note=header.get("note", ""), params=params, text=text
    )


def _param(item: str, name: str) -> Param:
    match = re.fullmatch(r"([A-Za-z]\w*):([a-z]+)(?:(=)(.*))?", item)
    if not match or match[2] not in TYPES:
        raise QueryError(
            f"{name}: {item!r} is no parameter", hint=f"write name:type, with a type of {', '.join(TYPES)}"
        )
    return Param(name=match[1], type=match[2], required=not match[3], default=match[4] or None)


def read(path: Path) -> QueryFile:
    """A question from a file.

    Raises:
        QueryError: It cannot be read, or its header is malformed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise QueryError(f"{path}: {error.strerror}") from None
    return decoded(data, name=path.stem)


def decoded(data: bytes, *, name: str) -> QueryFile:
    """A question from the bytes of a file; raises as :func:`parse` does, and where they are not UTF-8."""
    try:
        return parse(data.decode(), name=name)
    except UnicodeDecodeError:
        raise QueryError(f"{name} is not UTF-8 text") from None
