"""Calendar sums for times that count from a known day: words in small letters in, EDTF out."""

import re
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_STEPS: Final = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
ONES: Final = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: n for n, word in enumerate(ONES)},
    **{word: 10 * n for n, word in enumerate(TENS, 2)},
    **{
        "a": 1,
        "an": 1,
        "another": 1,
        "an additional": 1,
        "a couple of": 2,
        "couple of": 2,
        "a dozen": 12,
        "a hundred": 100,
    },
}


def number(text: str) -> int | None:
    """A number in digits or words; None for "a few" and its like.

    >>> number("twenty-five"), number("1,000"), number("several")
    (25, 1000, None)
    """
    words = text.replace(",", "")
    if words.isdigit():
        return int(words)
    if words in _NUMBERS:
        return _NUMBERS[words]
    tens, _, ones = words.replace("-", " ").partition(" ")
    return _NUMBERS[tens] + _NUMBERS[ones] if tens in TENS and ones in ONES else None


def month_number(name: str) -> int:
    """1 to 12."""
    return _MONTHS.index(name[:3]) + 1


def month_in(year: int, month: int) -> str:
    """A month, counted from January of a year: 13 is January of the next."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def quarter_in(year: int, quarter: int) -> str:
    """The interval of a quarter: 1 to 4, or beyond, as in :func:`month_in`."""
    return f"{month_in(year, quarter * 3 - 2)}/{month_in(year, quarter * 3)}"


def quarter_number(name: str) -> int:
    """1 to 4, from "first", "final" and their like."""
    return _QUARTERS[name]


def half_in(year: int, name: str) -> str:
    """The interval of the "first" or "second" half of a year."""
    return f"{year}-01/{year}-06" if name == "first" else f"{year}-07/{year}-12"


def season_in(year: int, name: str) -> str:
    """The interval of a season that begins in a year: three whole months."""
    first = _SEASONS[name]
    return f"{month_in(year, first)}/{month_in(year, first + 2)}"


def season_near(name: str, relative: str, today: date, *, ahead: bool) -> str:
    """The latest such season that has begun; the next one with ``ahead``; or as said ("last", "this")."""
    first = _SEASONS[name]
    year = today.year - (first == 12 and today.month < 3)
    begun = year < today.year or first <= today.month
    match relative:
        case "last":
            year -= 1
        case "next":
            year += begun
        case "" if not begun and not ahead:
            year -= 1
    return season_in(year, name)


def day_near(month: int, day: int, today: date, *, ahead: bool | None) -> str | None:
    """The latest such day up to today; the next from today on with ``ahead``; the nearer with None.

    None where no year near has such a day.
    """
    days = [found for year in range(today.year - 4, today.year + 5) if (found := _day(year, month, day))]
    past = max((d for d in days if d <= today), default=None)
    future = min((d for d in days if d >= today), default=None)
    if past is None or future is None:
        return None
    if ahead is None:
        ahead = future - today < today - past
    return (future if ahead else past).isoformat()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_near(month: int, relative: str, today: date, *, ahead: bool) -> str:
    """The latest such month up to this one; the next from this one on with ``ahead``, or as said."""
    match relative:
        case "this":
            year = today.year
        case "next":
            year = today.year + (month <= today.month)
        case "last":
            year = today.year - (month >= today.month)
        case _ if ahead:
            year = today.year + (month < today.month)
        case _:
            year = today.year - (month > today.month)
    return month_in(year, month)


def weekday_number(name: str) -> int:
    """1 for Monday to 7."""
    return _DAYS.index(name[:3]) + 1


def weekday_near(name: str, relative: str, today: date, *, ahead: bool) -> str:
    """The latest such weekday up to today; with ``ahead`` or "next", the next one after today."""
    back = (today.isoweekday() - weekday_number(name)) % 7
    if relative == "next" or (ahead and relative != "last" and back):
        return (today + timedelta(7 - back)).isoformat()
    if relative == "the previous":
        return (today - timedelta(back + 7)).isoformat()
    return (today - timedelta(back or (7 if relative == "last" else 0))).isoformat()


def unit_near(relative: str, unit: str, today: date) -> str | None:
    """The day, week, weekend, month, quarter, year or decade before, with or after today."""
    step = _STEPS.get(relative, 0)
    monday = today - timedelta(today.weekday()) + timedelta(7 * step)
    match unit:
        case "day":
            return (today + timedelta(step)).isoformat()
        case "week":
            return f"{monday}/{monday + timedelta(6)}"
        case "weekend":
            return f"{monday + timedelta(5)}/{monday + timedelta(6)}"
        case "month":
            return month_in(today.year, today.month + step)
        case "year":
            return f"{today.year + step}"
        case "quarter":
            return quarter_in(today.year, (today.month + 2) // 3 + step)
        case "decade":
            return f"{(today.year + 10 * step) // 10}X"
    return None


def shifted(base: date, count: int, unit: str) -> str | None:
    """The time that many units after a day, as precise as the unit; None for a unit below a day."""
    match unit:
        case "day":
            return (base + timedelta(count)).isoformat()
        case "week":
            return f"{base + timedelta(7 * count)}~"
        case "month":
            return month_in(base.year, base.month + count)
        case "quarter":
            return quarter_in(base.year, (base.month + 2) // 3 + count)
        case "year":
            return f"{base.year + count:04}"
        case "decade":
            return f"{base.year + 10 * count:04}~"
    return None


def moved(when: str, count: int, unit: str) -> str | None:
    """A date or interval so many years or months on; None where it is coarser than the unit.

    >>> moved("2010", 5, "year"), moved("2003-01", 2, "month"), moved("2026-01/2026-03", -1, "year")
    ('2015', '2003-03', '2025-01/2025-03')
    """
    parts = when.split("/")
    if unit == "year":
        size = 7 if len(parts) > 1 else 4
        return "/".join(f"{int(part[:4]) + count:04}{part[4:size]}" for part in parts)
    if len(parts) > 1 or len(when) < 7:
        return None
    return month_in(int(when[:4]), int(when[5:7]) + count)


def length(count: int | None, unit: str) -> str:
    """A length of time as ISO 8601 writes it, "X" for a vague number; a weekend is "WE", as in TIMEX3.

    >>> length(3, "year"), length(None, "month"), length(2, "hour"), length(2, "decade")
    ('P3Y', 'PXM', 'PT2H', 'P20Y')
    """
    tens = {"decade": 10, "century": 100}.get(unit, 1)
    amount = "X" if count is None else str(count * tens)
    if unit in ("hour", "minute", "second"):
        return f"PT{amount}{unit[0].upper()}"
    return f"P{amount}{'WE' if unit == 'weekend' else 'Y' if tens > 1 else unit[0].upper()}"


def week_of(day: str) -> str:
    """The ISO week of an EDTF day.

    >>> week_of("2025-09-01~")
    '2025-W36'
    """
    year, week, _ = date.fromisoformat(re.sub(r"~$", "", day)).isocalendar()
    return f"{year}-W{week:02}"
