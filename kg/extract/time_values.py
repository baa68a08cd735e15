"""What the ways of writing a time stand for: one function each, from named groups to a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from kg.extract import calendar
from kg.extract.lexicon import words


class Value(NamedTuple):
    """What a time stands for: an EDTF date, said in full or counted from another day; or see ``Time.iso``."""

    edtf: str | None
    stated: bool = False
    iso: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a time may count from.

    Args:
        today: Day of publication, or None.
        last: The day named last in the text, or None.
        known: The days named so far, by month and day: a later "the 23 October attack" means that day.
        recent: The date named last in the text, at whatever precision, or None.
        apposed: Whether a comma stands before it: "on Saturday, a day after the ruling".
        ahead: Whether the words around it look ahead ("will return on Friday"), back ("returned on Friday"),
            or neither (None).
    """

    today: date | None
    last: date | None
    recent: str | None
    known: Mapping[tuple[int, int], date]
    apposed: bool
    ahead: Callable[[], bool | None]


Groups = Mapping[str, str]
Reader = Callable[[Groups, Anchor], Value | None]

_PARTS: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
_HOURS: Final = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def full(g: Groups, at: Anchor) -> Value:
    """A whole date in digits, year first."""
    return Value(g["iso"], stated=True)


def slashes(g: Groups, at: Anchor) -> Value:
    """A date with slashes: month first, as US papers have it, unless that is no month."""
    month, day, year = (int(part) for part in g["slashes"].split("/"))
    year += 0 if year > 99 else 1900 if year > 30 else 2000
    month, day = (day, month) if month > 12 else (month, day)
    return Value(f"{year:04}-{month:02}-{day:02}", stated=True)


def years(g: Groups, at: Anchor) -> Value:
    """Such as "between 2016 and 2020", "2016-20"."""
    last = g["last"] if len(g["last"]) == 4 else g["first"][:2] + g["last"]
    return Value(f"{g['first']}/{last}", stated=True)


def day(g: Groups, at: Anchor) -> Value | None:
    """Such as "4 October", with or without its year."""
    month, day = calendar.month_number(g["month"]), int(g["day"])
    if "year" in g:
        return _with_part(f"{g['year']}-{month:02}-{day:02}", g, stated=True)
    if named := at.known.get((month, day)):
        return _with_part(named.isoformat(), g)
    found = calendar.day_near(month, day, at.today, ahead=at.ahead()) if at.today else None
    return _with_part(found, g) if found else None


def _with_part(day: str, g: Groups, *, stated: bool = False) -> Value:
    """The day, with the hour or the part of it that was named."""
    iso = None
    if "hour" in g:
        hour = int(g["hour"]) % 12 + 12 * (g["half"] == "p")
        iso = f"{day}T{hour:02}:{g.get('minute', '00')}"
    elif "noon" in g:
        iso = day + _HOURS[g["noon"]]
    elif "part" in g:
        iso = day + _PARTS[g["part"]]
    return Value(day, stated, iso)


def month(g: Groups, at: Anchor) -> Value | None:
    """Such as "last November", "mid-March", "May 2024"."""
    month, year = calendar.month_number(g["month"]), _year_said(g, at)
    if year:
        return Value(calendar.month_in(year, month), stated=g["year"].isdigit())
    if at.today is None:
        return None
    rel = g.get("rel", "")
    return Value(calendar.month_near(month, rel, at.today, ahead=not rel and at.ahead() is True))


def _year_said(g: Groups, at: Anchor) -> int | None:
    said = g.get("year", "")
    if said.isdigit():
        return int(said)
    if said.startswith(("the same", "that")):
        return int(at.recent[:4]) if at.recent else None
    return at.today.year + {"last": -1, "next": 1}.get(said[:4], 0) if said and at.today else None


def quarter(g: Groups, at: Anchor) -> Value | None:
    """Such as "the first quarter of 2024"."""
    quarter, year = calendar.quarter_number(g["quarter"]), _year_said(g, at)
    if year:
        return Value(calendar.quarter_in(year, quarter), stated=g["year"].isdigit())
    if at.today is None:
        return None
    begun = quarter <= (at.today.month + 2) // 3
    return Value(calendar.quarter_in(at.today.year - (not begun and at.ahead() is not True), quarter))


def half(g: Groups, at: Anchor) -> Value | None:
    """Such as "the second half of last year"."""
    year = _year_said(g, at)
    return Value(calendar.half_in(year, g["half"]), stated=g["year"].isdigit()) if year else None


def season(g: Groups, at: Anchor) -> Value | None:
    """Such as "the summer of 2015", "last winter"."""
    if year := _year_said(g, at):
        return Value(calendar.season_in(year, g["season"]), stated=g["year"].isdigit())
    if at.today is None:
        return None
    return Value(calendar.season_near(g["season"], g.get("rel", ""), at.today, ahead=at.ahead() is True))


def unit(g: Groups, at: Anchor) -> Value | None:
    """Such as "last week", "the end of the year"."""
    rel, unit = g.get("rel", "this"), g["unit"]
    base = at.today
    if "rel" not in g and unit == "weekend" and at.ahead() is not True:
        rel = "last"
    if (rel, unit) == ("past", "decade"):
        return Value(None, iso="P10Y")
    if rel in ("previous", "following") or (rel, unit) == ("next", "day"):
        base = at.last or (None if unit == "day" else at.today)
        if unit in ("month", "quarter", "year", "decade") and at.recent:
            named = at.recent.split("/")[0]  # "last quarter" is an interval
            coarse = unit != "year" and len(named) < 7
            base = None if coarse else date.fromisoformat(f"{named}-01-01"[:10])
    found = base and calendar.unit_near(rel, unit, base)
    return Value(found) if found else None


def weekday(g: Groups, at: Anchor) -> Value | None:
    """Such as "on Friday", "next Tuesday evening"."""
    if at.today is None:
        return None
    rel = g.get("rel", "")
    day = calendar.weekday_near(g["weekday"], rel, at.today, ahead=not rel and at.ahead() is True)
    return _with_part(day, g)


def shift(g: Groups, at: Anchor) -> Value | None:
    """A time so far from another.

    "Two years ago" counts from publication, "two years earlier" from the day named last. "On Saturday, a day
    after the ruling" tells that the ruling was a day before Saturday; without a comma before it, "a day after
    the ruling" counts from the ruling on.
    """
    unit, way = _unit(g), g["way"]
    count = calendar.number(g["count"]) if "count" in g else 1
    if count is None and way == "ago":
        return Value(None, iso="PAST_REF")
    length = calendar.length(count, unit)
    base = at.today if way == "ago" else at.last or (at.today if way == "earlier" else None)
    if count is None:
        return Value(None, iso=length)
    if way in ("earlier", "previously", "later", "afterwards", "on") and unit in ("year", "month"):
        steps = -count if way in ("earlier", "previously") else count
        if moved := at.recent and calendar.moved(at.recent, steps, unit):
            return Value(moved, iso=None)
    if base is None:
        return Value(None, iso=length)
    back = way in ("ago", "earlier", "before", "previously")
    if at.apposed and way in ("after", "before"):
        back = not back
    found = calendar.shifted(base, -count if back else count, unit)
    if found is None or way in ("after", "before"):
        return Value(found, iso=length)
    return Value(found, iso=calendar.week_of(found) if unit == "week" else None)


def _unit(g: Groups) -> str:
    return "century" if g["unit"] == "centur" else g["unit"]


def same_day(g: Groups, at: Anchor) -> Value | None:
    """The day named last."""
    return Value(at.last.isoformat()) if at.last else None


def same(g: Groups, at: Anchor) -> Value | None:
    """The month, year or period named last: "that month"."""
    size = {"month": 7, "year": 4}.get(g["unit"])
    if at.recent is None or (size and len(at.recent) < size):
        return None
    return Value(at.recent[:size])


def days(g: Groups, at: Anchor) -> Value | None:
    """Such as "between 3 and 5 October"."""
    end = day(g, at)
    if end is None or end.edtf is None:
        return None
    return Value(f"{end.edtf[:8]}{int(g['first']):02}/{end.edtf}", stated=end.stated)


def months(g: Groups, at: Anchor) -> Value | None:
    """Such as "between January and August this year"."""
    end = month(g, at)
    if end is None or end.edtf is None:
        return None
    first = calendar.month_number(g["first"])
    year = int(end.edtf[:4]) - (first > calendar.month_number(g["month"]))
    return Value(f"{g.get('since') or year}-{first:02}/{end.edtf}", stated=end.stated)


def lately(g: Groups, at: Anchor) -> Value:
    """Such as "over the past two months": from about then until publication."""
    count = calendar.number(g["count"])
    size = {"month": 7, "year": 4}[g["unit"]]
    begun = at.today and count and calendar.shifted(at.today, -count, g["unit"])
    edtf = f"{begun}~/{at.today.isoformat()[:size]}" if begun and at.today else None
    return Value(edtf, iso=calendar.length(count, g["unit"]))


def hours(g: Groups, at: Anchor) -> Value | None:
    """Within hours of the day named last."""
    return Value(f"{at.last.isoformat()}~") if at.last else None


def deictic(g: Groups, at: Anchor) -> Value | None:
    """Such as "yesterday", "this morning", "tonight"."""
    if at.today is None:
        return None
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(g["deictic"], 0)
    return _with_part((at.today + timedelta(step)).isoformat(), g)


def clock(g: Groups, at: Anchor) -> Value | None:
    """An hour without its day: no date, though on the day of publication as far as TIMEX3 goes."""
    value = _with_part(at.today.isoformat(), g) if at.today else None
    return value and Value(None, iso=value.iso)


def decade(g: Groups, at: Anchor) -> Value:
    """Such as "the 1990s", or "the '90s", which are of the last century."""
    return Value(f"{g.get('decade') or '19' + g['tens']}X", stated=True)


def century(g: Groups, at: Anchor) -> Value:
    """Such as "the 20th century"."""
    return Value(f"{int(g['century']) - 1:02}XX", stated=True)


def year(g: Groups, at: Anchor) -> Value:
    """Such as "early 2024"."""
    return Value(g["year"], stated=True)


def spelled(g: Groups, at: Anchor) -> Value:
    """Such as "nineteen ninety-six", as speech is written down."""
    rest = calendar.number(g["rest"].replace("-", " ")) or 0
    return Value(f"{1900 + rest}", stated=True)


def length(g: Groups, at: Anchor) -> Value:
    """Such as "three years", "weeks", "the last few days": a length, no date."""
    return Value(None, iso=calendar.length(calendar.number(g["count"]) if "count" in g else None, _unit(g)))


def every(g: Groups, at: Anchor) -> Value:
    """Such as "every month", "weekly": how often, no date."""
    return Value(None, iso=calendar.length(1, g.get("unit", "day")))


def every_weekday(g: Groups, at: Anchor) -> Value:
    """Such as "every Monday": no date."""
    return Value(None, iso=f"XXXX-WXX-{calendar.weekday_number(g['weekday'])}")


def vague(g: Groups, at: Anchor) -> Value:
    """Such as "now", "recently": no date."""
    return next(
        Value(None, iso=f"{key.upper()}_REF")
        for key in ("present", "past", "future")
        if g["vague"] in words(f"times.{key}")
    )
