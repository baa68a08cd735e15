"""The graph as CSV tables, with a description of each column that people and tools can read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kg.export.columns import SEPARATOR, TABLES, Column, Table
from kg.query import Rows
from kg.query.rows import label
from kg.rdf.dataset import DESCRIPTION, LICENCE, TITLE
from kg.rdf.iris import CODE, ID, NS, notation
from kg.store.terms import Iri, Text, lexical

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.terms import Cell

METADATA: Final = "csv-metadata.json"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_BARE: Final = ("agreement/", "article/", "claim/", "country/")  # ids that say what they are by their column
_SPECIAL: Final = re.compile(r"[|\\]")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_VALUE: Final = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)
_GENERAL: Final = NS + "Claim"

_Index = Mapping[str, Mapping[str, Sequence["Cell"]]]


def tables(store: "Store") -> dict[str, Rows]:
    """The tables of :data:`kg.export.columns.TABLES` by name, rows in the order of their first column."""
    index = _read(store)
    return {table.name: _rows(table, index) for table in TABLES}


def files(store: "Store") -> dict[str, bytes]:
    """The tables as CSV files by name, with a README and a description after "CSV on the Web" (W3C).

    The same store gives the same bytes. Text that a spreadsheet would run as a formula gets an apostrophe
    before it.
    """
    found = {f"{name}.csv": rows.to_csv().encode() for name, rows in tables(store).items()}
    return {"README.md": _readme().encode(), METADATA: _metadata().encode(), **found}


def _read(store: "Store") -> _Index:
    found: dict[str, dict[str, list[Cell]]] = {}
    for thing, predicate, value in store.select("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }").cells:
        found.setdefault(str(thing), {}).setdefault(str(predicate), []).append(value)
    return found


def _rows(table: Table, index: _Index) -> Rows:
    members = [
        thing for thing, facts in index.items() if not set(table.classes).isdisjoint(facts.get(_TYPE, ()))
    ]
    cells = (tuple(_cell(column, thing, index) for column in table.columns) for thing in members)
    return Rows(
        columns=tuple(column.name for column in table.columns),
        cells=tuple(sorted(cells, key=lambda row: str(row[0]))),
    )


def _cell(column: Column, thing: str, index: _Index) -> "Cell":
    values: list[Cell] = [Iri(thing)]
    for predicate in column.path:
        values = [value for node in values for value in index.get(str(node), {}).get(predicate, ())]
    texts = sorted({_text(value) for value in _english(values) if value != _GENERAL})
    if len(values) == 1 and not isinstance(values[0], str):
        return values[0]  # a number, day or truth value stays one
    if column.many:
        return joined(texts)
    return SEPARATOR.join(texts) or None


def joined(values: Iterable[str]) -> str | None:
    r"""Several values in one cell, with a backslash before a separator or backslash of their own.

    >>> print(joined(["asylum", "a|b"]))
    asylum|a\|b
    """
    return SEPARATOR.join(_SPECIAL.sub(r"\\\g<0>", value) for value in values) or None


def split(cell: str | None) -> tuple[str, ...]:
    r"""The values of a cell: the inverse of :func:`joined`.

    >>> split("asylum|a\\|b")
    ('asylum', 'a|b')
    """
    return tuple(_ESCAPED.sub(r"\1", value) for value in _VALUE.findall(cell)) if cell else ()


def _english(values: Sequence["Cell"]) -> Sequence["Cell"]:
    english = [value for value in values if isinstance(value, Text) and value.language == "en"]
    return english or values


def _text(value: "Cell") -> str:
    """A value as a table has it: the bare code, id or term where the column says what it is."""
    if not isinstance(value, str):
        return "" if value is None else lexical(value)[0]
    if not isinstance(value, Iri):
        return str(value)
    if value.startswith(CODE):
        return notation(value.rpartition("/")[2])
    name = value.removeprefix(NS) if value.startswith(NS) else label(value)
    bare = value.startswith(ID) and name.startswith(_BARE) and name.count("/") == 1
    return name.partition("/")[2] if bare else name


def _readme() -> str:
    return "\n".join(_readme_lines()) + "\n"


def _readme_lines() -> Iterator[str]:
    yield f"# {TITLE}\n"
    yield DESCRIPTION + "\n"
    yield f"Licence: CC BY 4.0, {LICENCE}. It covers the claims;"
    yield "quoted words keep the rights of their authors.\n"
    yield "CSV in UTF-8 with a heading. An empty cell means that nothing is said. Where a column may hold"
    yield f"several values, `{SEPARATOR}` joins them; inside one it is written `\\{SEPARATOR}`, and a"
    yield "backslash `\\\\`. Text that a spreadsheet would run as a formula has an apostrophe before it."
    yield f"`{METADATA}` describes the columns for programs (CSV on the Web, W3C)."
    for table in TABLES:
        yield f"\n## {table.name}.csv\n\n{table.says}\n\n| column | says |\n| --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {column.says}{' May hold several.' if column.many else ''} |"


def _metadata() -> str:
    about = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE,
        "dc:description": DESCRIPTION,
        "dc:license": {"@id": str(LICENCE)},
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:description": table.says,
                "tableSchema": {
                    "columns": [_described(column) for column in table.columns],
                    "primaryKey": table.columns[0].name,
                },
            }
            for table in TABLES
        ],
    }
    return json.dumps(about, indent=2) + "\n"


def _described(column: Column) -> dict[str, object]:
    several = {"separator": SEPARATOR} if column.many else {}
    return {"name": column.name, "datatype": column.kind, **several, "dc:description": column.says}
