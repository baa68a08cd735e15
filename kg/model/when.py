"""Dates as precise as their source: EDTF (ISO 8601-2) levels 0 and 1."""

import re
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import Any

from kg.model.codes import TimeBasis

_POINT = r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SUPPORTED = re.compile(rf"{_POINT}|(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or interval, with its bounds.

    Args:
        edtf: EDTF string such as ``2025-03``, ``2024-07~`` or ``2025-01-20/..``.
        basis: How the date is known; None where nobody said.
        text: The words it was read from ("in March").

    Attributes:
        earliest: First possible day, or None if open or unknown.
        latest: Last possible day, or None if open or unknown.

    Raises:
        ValueError: ``edtf`` is not a date of EDTF level 0 or 1, or ends before it starts.

    >>> when = When(edtf="2024-07~", text="after the election")
    >>> when.earliest, when.latest
    (datetime.date(2024, 7, 1), datetime.date(2024, 7, 31))
    >>> When(edtf="2025-01-20/..").latest is None
    True
    """

    edtf: str
    basis: TimeBasis | None = None
    text: str | None = None
    earliest: date | None = field(init=False, compare=False)
    latest: date | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        earliest, latest = _bounds(self.edtf)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)


# Parsing takes milliseconds, and the same dates come again and again.
@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[date | None, date | None]:
    if _DAY.fullmatch(text) and text[:4] != "0000":
        try:
            return (day := date.fromisoformat(text)), day
        except ValueError:
            raise ValueError(f"{text!r} is not a date of EDTF level 0 or 1") from None
    parsed = _parse(text)
    start, _, end = text.partition("/")
    earliest = None if start == ".." else _day(parsed, "lower_strict", text)
    latest = None if end == ".." else _day(parsed, "upper_strict", text)
    if earliest and latest and earliest > latest:
        raise ValueError(f"{text!r} ends before it starts")
    return earliest, latest


def _parse(text: str) -> Any:
    # Slow to import (pyparsing); only needed where dates are made.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if not _SUPPORTED.fullmatch(text):
        raise ValueError(f"{text!r} is not a date of EDTF level 0 or 1")
    try:
        # On intervals with masked ends the parser prints its trouble and fails in ways of its own.
        with redirect_stdout(StringIO()):
            return parse_edtf(text)
    except (EDTFParseException, TypeError, AttributeError):
        raise ValueError(f"{text!r} is not a date of EDTF level 0 or 1") from None


def _day(parsed: Any, bound: str, text: str) -> date:
    try:
        value = getattr(parsed, bound)()
        return date(value.tm_year, value.tm_mon, value.tm_mday)
    except (ValueError, AttributeError):
        raise ValueError(f"{text!r} has no such day") from None
