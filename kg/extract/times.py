"""When: dates and relative times, as precise as the words and no more.

Relative times count from the publication date; without one they keep their words and no value.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kg.extract.calendar import (
    QUARTERS,
    following,
    latest_day,
    latest_month,
    month_number,
    quarter_of,
    season_of,
    shifted,
    unit_of,
    weekday,
    year_of,
)
from kg.extract.lexicon import words
from kg.extract.reading import Reading, Time
from kg.model.codes import TimeBasis
from kg.model.when import When

_NUMBERS: Final = {
    w: n
    for n, w in enumerate(
        [
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
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3}


_M: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)


_D: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"


_N: Final = rf"(?:\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"


_UNIT: Final = r"(?:day|week|month|year|decade|quarter)"


_YEAR: Final = r"(?:1[5-9]|20)\d\d"


_REL: Final = r"(?:last|this|next|past|previous|current|coming|the same|that)"


_TIME: Final = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<slash>\d\d/\d\d/(?:\d\d){{1,2}})
    | (?:between|from)\ (?P<y1>{_YEAR})\ (?:and|to|until)\ (?P<y2>{_YEAR})
    | (?P<range>{_YEAR}[-–]{_YEAR})
    | (?:(?P<wd0>{_D}),?\ )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?\ (?P<m1>{_M})(?:,?\ (?P<yd1>{_YEAR}))?(?!\w)
    | (?:(?P<wd1>{_D}),?\ )?(?P<m2>{_M})\ (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,]\d)(?:,?\ (?P<yd2>{_YEAR})(?!\w))?
    | (?:(?P<rm>last|next|this|early|late|mid|earlier\ in|later\ in)[\ -])?(?P<m3>{_M})(?:,?\ (?:of\ )?(?P<y3>{_YEAR}|last\ year|this\ year|next\ year))?(?!\w)
    | (?:the\ )?(?P<q>first|second|third|fourth|final|last)[-\ ]quarter(?:\ (?:of\ )?(?P<yq>{_YEAR}|last\ year|this\ year|next\ year))?
    | (?:the\ )?(?P<half>first|second)\ half\ of\ (?P<yh>{_YEAR}|last\ year|this\ year|next\ year)
    | (?P<season>(?:(?:last|this|next|late|early)\ |the\ )?(?:spring|summer|autumn|winter)(?:\ (?:of\ )?(?P<ys>{_YEAR}))?)(?=\W|$)
    | (?P<part>(?:earlier|later|late|early|at\ the\ end\ of|at\ the\ start\ of|the\ end\ of|the\ beginning\ of|the\ start\ of)\ )?(?P<rel>{_REL})\ (?P<unit>{_UNIT})(?:'s|’s)?(?!\w)
    | (?:(?P<rwd>last|this|next|early|late|earlier\ on|the\ following|the\ previous)\ )?(?P<wd>{_D})(?:\ (?P<dp>morning|afternoon|evening|night))?(?!s?\w)
    | (?P<ago>(?:about\ |around\ |nearly\ |almost\ |over\ |more\ than\ |some\ |only\ |just\ )?(?P<n1>{_N})\ (?P<u1>{_UNIT})s?\ (?:ago|earlier|before|previously|later|after|afterwards|on))(?!\w)
    | (?P<after>the\ (?:day|week|month|year)\ (?:after|before)|the\ (?:next|following|previous)\ (?:day|week|month|year)|within\ hours|hours\ (?:later|after))
    | (?P<deictic>yesterday|today|tonight|tomorrow|this\ morning|this\ evening|this\ afternoon|last\ night|overnight|midnight)
    | (?:the\ )?(?:(?P<dm>early|late|mid)[-\ ])?(?P<decade>{_YEAR[:-2]}\d0s)
    | (?:(?:early|late|mid|mid-|the\ end\ of|the\ start\ of|fiscal|financial\ year)[-\ ]?)?(?P<y>(?:19|20)\d\d)(?![\w%,]|\.\d|\ (?:people|men|women|migrants|returns|deportees|asylum|refugees|dollars|euros|pounds))
    | (?P<vague>{"|".join(sorted((re.escape(w) for k in ("present", "past", "future") for w in words("times." + k)), key=len, reverse=True))})(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_OPENS: Final = re.compile(
    r"\b(?:since|starting|beginning)\s+(?:on\s+|in\s+|from\s+|as\s+early\s+as\s+)?(?:the\s+)?$", re.IGNORECASE
)


_CASED: Final = re.compile(r"(?:march|may|mar|sun|sat|second|fall)\b")


def find_times(reading: Reading) -> Reading:
    """Adds the time expressions of the text."""
    published = reading.article.published
    today = published.earliest if published and len(published.edtf) == 10 else None
    found: list[Time] = []
    text = reading.article.text
    last: date | None = None
    for match in _TIME.finditer(text):
        if (_CASED.match(match[0].split()[-1]) and match["m3"]) or not match[0].strip():
            continue
        if match["m3"] and match["m3"].lower() in ("may", "march") and not _is_month(text, match):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        span = reading.doc.char_span(start, match.end(), alignment_mode="expand")
        if span is None:
            continue
        value = _value(match, today, last)
        edtf, basis = value if value else (None, None)
        if edtf and (opening := _OPENS.search(text, max(0, start - 30), start)) and "/" not in edtf:
            edtf = f"{edtf}/.."
            span = reading.doc.char_span(opening.start(), match.end(), alignment_mode="expand") or span
        when = When(edtf=edtf, basis=basis, text=span.text) if edtf and _valid(edtf) else None
        if when and when.earliest == when.latest:
            last = when.earliest
        found.append(Time(start=span.start, end=span.end, when=when))
    return replace(reading, times=tuple(found))


def _valid(edtf: str) -> bool:
    try:
        When(edtf=edtf)
    except ValueError:
        return False
    return True


def _is_month(text: str, match: "re.Match[str]") -> bool:
    """ "May" and "March" are months with a day or year, or behind a preposition."""
    before = text[max(0, match.start() - 14) : match.start()].split()
    return bool(
        match["y3"]
        or match["rm"]
        or (
            before
            and before[-1].lower()
            in (
                "in",
                "since",
                "by",
                "until",
                "from",
                "of",
                "last",
                "next",
                "this",
                "for",
                "during",
                "before",
                "after",
                "between",
                "and",
                "to",
                "till",
            )
        )
    )


def _value(match: "re.Match[str]", today: date | None, last: date | None) -> tuple[str, TimeBasis] | None:
    group = {key: text for key, text in match.groupdict().items() if text}
    stated = _stated(group)
    if stated:
        return stated, TimeBasis.STATED
    if today is None:
        return None
    relative = _relative(group, today, last)
    return (relative, TimeBasis.ANCHORED) if relative else None


def _stated(g: dict[str, str]) -> str | None:
    match g:
        case {"iso": text}:
            return text
        case {"slash": text}:
            month, day, year = (int(part) for part in text.split("/"))
            year += 0 if year > 99 else 1900 if year > 30 else 2000
            return f"{year:04}-{month:02}-{day:02}"
        case {"y1": start, "y2": end}:
            return f"{start}/{end}"
        case {"range": text}:
            return f"{text[:4]}/{text[5:]}"
        case {"d1": day, "m1": month, "yd1": year} | {"d2": day, "m2": month, "yd2": year}:
            return f"{year}-{month_number(month):02}-{int(day):02}"
        case {"m3": month, "y3": year} if year.isdigit():
            return f"{year}-{month_number(month):02}"
        case {"q": quarter, "yq": year} if year.isdigit():
            return quarter_of(int(year), quarter)
        case {"half": half, "yh": year} if year.isdigit():
            return f"{year}-01/{year}-06" if half.lower() == "first" else f"{year}-07/{year}-12"
        case {"season": name, "ys": year}:
            return season_of(int(year), name)
        case {"decade": text}:
            return f"{text[:3]}X"
        case {"y": year}:
            return year
    return None


def _relative(g: dict[str, str], today: date, last: date | None) -> str | None:
    match g:
        case {"d1": day, "m1": month} | {"d2": day, "m2": month}:
            return latest_day(month_number(month), int(day), today)
        case {"m3": month}:
            return latest_month(month_number(month), g.get("rm", "").lower(), g.get("y3", "").lower(), today)
        case {"q": quarter}:
            year = year_of(g.get("yq"), today)
            if not g.get("yq") and (year, QUARTERS.get(quarter.lower(), 4)) > (
                today.year,
                (today.month + 2) // 3,
            ):
                year -= 1
            return quarter_of(year, quarter)
        case {"half": half, "yh": year}:
            n = year_of(year, today)
            return f"{n}-01/{n}-06" if half.lower() == "first" else f"{n}-07/{n}-12"
        case {"season": name}:
            year = today.year - ("last" in name.lower()) + ("next" in name.lower())
            return season_of(year, name)
        case {"rel": rel, "unit": unit}:
            return unit_of(rel.lower(), unit.lower(), today)
        case {"wd": day}:
            return weekday(day, g.get("rwd", "").lower(), today)
        case {"ago": text, "n1": number, "u1": unit}:
            backwards = not re.search(r"(?:later|after|afterwards|on)$", text)
            count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
            anchored = text.endswith(("ago",))
            base = today if anchored else last
            return (
                shifted(
                    base, -count if backwards or (text.endswith("after") and last) else count, unit, anchored
                )
                if base
                else None
            )
        case {"after": text}:
            return following(text.lower(), last)
        case {"deictic": text}:
            offset = {"yesterday": -1, "last night": -1, "overnight": 0, "tomorrow": 1}.get(text.lower(), 0)
            return (
                None if text.lower() in ("overnight", "midnight") else (today + timedelta(offset)).isoformat()
            )
    return None
