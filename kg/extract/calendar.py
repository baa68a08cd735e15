"""Calendar sums for times that count from a known day."""

from datetime import date, timedelta
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def quarter_of(year: int, name: str) -> str:
    first = QUARTERS[name.lower()] * 3 - 2
    return f"{year}-{first:02}/{year}-{first + 2:02}"


def season_of(year: int, name: str) -> str:
    first = next(
        m for word, m in (("spring", 3), ("summer", 6), ("autumn", 9), ("winter", 12)) if word in name.lower()
    )
    end = f"{year + 1}-02" if first == 12 else f"{year}-{first + 2:02}"
    return f"{year}-{first:02}/{end}"


def year_of(text: str | None, today: date) -> int:
    text = (text or "").lower()
    return int(text) if text.isdigit() else today.year - text.startswith("last") + text.startswith("next")


def latest_day(month: int, day: int, today: date) -> str | None:
    year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return f"{year}-{month:02}-{day:02}"


def latest_month(month: int, relative: str, year: str, today: date) -> str:
    if year:
        return f"{year_of(year, today)}-{month:02}"
    number = today.year if month <= today.month else today.year - 1
    if relative == "last" and month == today.month:
        number -= 1
    elif relative == "next":
        number = today.year if month > today.month else today.year + 1
    elif relative == "this":
        number = today.year
    return f"{number}-{month:02}"


def weekday(name: str, relative: str, today: date) -> str:
    back = (today.weekday() - _DAYS.index(name[:3].lower())) % 7
    if relative == "next":
        return (today + timedelta(7 - back)).isoformat()
    return (today - timedelta(back or (7 if relative == "last" else 0))).isoformat()


def unit_of(relative: str, unit: str, today: date) -> str | None:
    step = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "next": 1,
        "coming": 1,
        "the same": None,
        "that": None,
    }.get(relative, 0)
    if step is None:
        return None
    match unit:
        case "day":
            return (today + timedelta(step)).isoformat()
        case "week":
            monday = today - timedelta(today.weekday()) + timedelta(7 * step)
            return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
        case "month":
            year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
            return f"{year}-{month + 1:02}"
        case "year":
            return f"{today.year + step}"
        case "quarter":
            year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + step, 4)
            return f"{year}-{quarter * 3 + 1:02}/{year}-{quarter * 3 + 3:02}"
    return f"{(today.year + 10 * step) // 10}X"


def shifted(base: date, count: int, unit: str, anchored: bool) -> str | None:
    match unit.lower():
        case "day":
            return (base + timedelta(count)).isoformat()
        case "week":
            return f"{(base + timedelta(7 * count)).isoformat()}~"
        case "month":
            year, month = divmod(base.year * 12 + base.month - 1 + count, 12)
            return f"{year}-{month + 1:02}" if year > 0 else None
        case "year":
            return f"{base.year + count:04}" if base.year + count > 0 else None
    return None


def following(text: str, last: date | None) -> str | None:
    if last is None:
        return None
    if "hours" in text:
        return f"{last.isoformat()}~"
    return (
        (last + timedelta(-1 if "before" in text or "previous" in text else 1)).isoformat()
        if "day" in text
        else None
    )
