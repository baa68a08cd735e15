"""Rows: the answer to a question, which views and notebooks draw from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Final, Literal, Self

from kg.errors import QueryError, UsageError
from kg.rdf.iris import CODE, ID, PREFIXES
from kg.store.terms import XSD, Blank, Cell, Iri, Text, lexical

if TYPE_CHECKING:
    from pandas import DataFrame

    from kg.store.formats import Format

_FORMULA: Final = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")  # wide signs are read as the narrow ones
_SHOWN: Final = 200  # rows of an HTML table; a notebook is no place for more
_GROUPED: Final = 10_000  # numbers from here on are read by their thousands; no year is
_FIRST: Final = 10  # and those that a prompt shows


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rows:
    """An answer: as many rows as the question has answers, in its order.

    Args:
        columns: Names.
        cells: One tuple a row. A cell is a plain value that keeps its RDF kind: see :mod:`kg.store.terms`.
        form: Form of the query: ``construct`` has the columns subject, predicate, object; ``ask`` one cell.

    >>> rows = Rows(columns=("who", "persons"), cells=(("Rwanda", 7), ("Panama", None)))
    >>> [row["who"] for row in rows if row["persons"]]
    ['Rwanda']
    >>> print(rows.to_csv(), end="")
    who,persons
    Rwanda,7
    Panama,
    """

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    form: Literal["select", "construct", "ask"] = "select"

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.cells)

    def __getitem__(self, number: int) -> dict[str, Cell]:
        return dict(zip(self.columns, self.cells[number], strict=True))

    def __repr__(self) -> str:
        """The first rows and columns, cut short, and how many there are: what a session of Python shows."""
        from shutil import get_terminal_size

        from kg.query.table import glance

        texts = [[label(cell) for cell in row] for row in self.cells[:_FIRST]]
        return glance(self.columns, texts, of=len(self), width=get_terminal_size((100, 24)).columns)

    def only(self, *columns: str) -> Self:
        """The same rows with some of their columns, in the order named.

        Raises:
            QueryError: There is no such column.

        >>> Rows(columns=("who", "persons"), cells=(("Rwanda", 7),)).only("persons").cells
        ((7,),)
        """
        for name in columns:
            if name not in self.columns:
                raise QueryError(f"there is no column {name!r}", hint=f"columns: {', '.join(self.columns)}")
        places = [self.columns.index(name) for name in columns]
        return replace(
            self, columns=columns, cells=tuple(tuple(row[i] for i in places) for row in self.cells)
        )

    def to_csv(self, delimiter: str = ",") -> str:
        """As CSV with a heading, or with another delimiter.

        Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.
        """
        lines = (self.columns, *(map(_safe, row) for row in self.cells))
        # A row of one empty text is written "", or readers would pass over the line.
        return "".join((delimiter.join(_quoted(t, delimiter) for t in line) or '""') + "\n" for line in lines)

    def to_json(self) -> str:
        """As a JSON list of objects."""
        import json

        return json.dumps([_objects(row) for row in self], ensure_ascii=False, indent=2) + "\n"

    def to_jsonl(self) -> str:
        """As JSON Lines: one object a row."""
        import json

        return "".join(json.dumps(_objects(row), ensure_ascii=False) + "\n" for row in self)

    def to_sparql_json(self) -> str:
        """As SPARQL 1.1 Query Results JSON: each value with its RDF kind."""
        import json

        if self.form == "ask":
            return json.dumps({"head": {}, "boolean": self.cells[0][0]}) + "\n"
        bindings = [{k: _binding(v) for k, v in row.items() if v is not None} for row in self]
        found = {"head": {"vars": self.columns}, "results": {"bindings": bindings}}
        return json.dumps(found, ensure_ascii=False) + "\n"

    def to_rdf(self, form: "Format") -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as a file (``ttl``, ``nq``, ``trig`` or ``jsonld``).

        Raises:
            UsageError: These rows are no triples.
        """
        from kg.store import formats, terms

        if self.form != "construct":
            raise UsageError(f"the answer is rows, and {form} holds triples", hint="ask with CONSTRUCT")
        return formats.write(terms.triples(self.cells), form)

    def to_table(self, width: int = 80) -> str:
        """As plain text at most ``width`` characters wide. IRIs are shortened."""
        from kg.query.table import draw

        numeric = [all(map(_numeric, column)) for column in zip(*self.cells, strict=True)]
        texts = [[label(cell) for cell in row] for row in self.cells]
        return draw(self.columns, texts, numeric or [False] * len(self.columns), width)

    def to_pandas(self) -> "DataFrame":
        """As a data frame of plain Python values; numbers with a point are floats, to be reckoned with."""
        from pandas import DataFrame

        plain = [[_plain(cell) for cell in row] for row in self.cells]
        return DataFrame(plain, columns=list(self.columns))

    def _repr_html_(self) -> str:
        import html

        numeric = [all(map(_numeric, column)) for column in zip(*self.cells, strict=True)]

        def row(cells: Iterator[str], tag: str) -> str:
            # Jupyter sets all cells to the right, words too.
            sides = ("right" if number else "left" for number in numeric or [False] * len(self.columns))
            parts = (
                f'<{tag} style="text-align:{side}">{html.escape(text)}</{tag}>'
                for side, text in zip(sides, cells, strict=True)
            )
            return f"<tr>{''.join(parts)}</tr>"

        body = "".join(row(map(label, cells), "td") for cells in self.cells[:_SHOWN])
        more = len(self) - _SHOWN
        note = f"<p>… and {more} more rows</p>" if more > 0 else ""
        head = row(iter(self.columns), "th")
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>{note}"


def label(cell: Cell) -> str:
    """A cell as people read it: ``agreement/p-usa-rwa`` for an IRI of ours, nothing for None.

    >>> label(Iri("https://w3id.org/migkg/ns#hasStatus")), label(True), label(None)
    ('mig:hasStatus', 'yes', '')
    >>> label(15_000_000), label(2024)
    ('15,000,000', '2024')
    """
    if isinstance(cell, Iri):
        for base in (ID, CODE):
            if cell.startswith(base):
                return cell.removeprefix(base)
        known = (f"{name}:{cell[len(ns) :]}" for name, ns in PREFIXES.items() if cell.startswith(ns))
        return next(known, cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int) and abs(cell) >= _GROUPED:
        return f"{cell:,}"
    if isinstance(cell, Decimal) and abs(cell) >= _GROUPED:
        return f"{cell:,f}"
    return "" if cell is None else lexical(cell)[0]


def _plain(cell: Cell) -> object:
    if isinstance(cell, Iri | Blank | Text):
        return str(cell)
    return float(cell) if isinstance(cell, Decimal) else cell


def _numeric(cell: Cell) -> bool:
    return cell is None or type(cell) in (int, float, Decimal)


def _safe(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return lexical(cell)[0]
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _quoted(text: str, delimiter: str) -> str:
    # The csv module of Python 3.11 leaves a lone carriage return bare, and the row would break there.
    special = any(c in text for c in (delimiter, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if special else text


def _objects(row: dict[str, Cell]) -> dict[str, object]:
    return {name: _json(cell) for name, cell in row.items()}


def _json(cell: Cell) -> object:
    match cell:
        case Decimal():
            return int(cell) if cell == cell.to_integral_value() else float(cell)
        case float() if not isfinite(cell):
            return lexical(cell)[0]
        case date():
            return cell.isoformat()
    return cell


def _binding(cell: str | bool | int | float | Decimal | date) -> dict[str, str]:
    match cell:
        case Iri():
            return {"type": "uri", "value": cell}
        case Blank():
            return {"type": "bnode", "value": cell}
        case Text(language=str(language)):
            return {"type": "literal", "value": cell, "xml:lang": language}
        case Text(datatype=str(datatype)):
            return {"type": "literal", "value": cell, "datatype": datatype}
        case str():
            return {"type": "literal", "value": cell}
    words, name = lexical(cell)
    return {"type": "literal", "value": words, "datatype": XSD + name}
