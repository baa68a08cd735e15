"""What a page carries, small: rows as columns, passages once, all of it deflated in one block."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any
from zlib import compress


def packed(data: object) -> str:
    """Data as a JSON string of base64 of deflated JSON: a fifth of its length, and nothing to escape."""
    # A lone surrogate has no place in UTF-8.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return f'"{b64encode(compress(text, 9)).decode()}"'


def plain(value: Any) -> Any:
    """Frozen values as JSON takes them; fields that say nothing are left out."""
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(item) for name, item in pairs if item is not None and item != ()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows as columns, with null where a row lacks a value: like beside like deflates best.

    >>> columns([{"id": "a"}, {"id": "b", "code": "B"}])
    {'id': ['a', 'b'], 'code': [None, 'B']}
    """
    rows = list(rows)
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


class Numbered:
    """Rows that many others share, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rows: list[Mapping[str, Any]] = []

    def number(self, row: Mapping[str, Any]) -> int:
        """The number of a row; a new one if it is new."""
        key = json.dumps(row, sort_keys=True)
        if key not in self._numbers:
            self._numbers[key] = len(self._rows)
            self._rows.append(row)
        return self._numbers[key]

    def columns(self) -> dict[str, list[Any]]:
        """All rows by their numbers, as columns."""
        return columns(self._rows)
