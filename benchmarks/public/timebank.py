"""Times on the TempEval-3 corpus: its TIMEX3 expressions against the times that the stage reads.

The repository holds no platinum part, so this scores what it holds in gold: ``data/TBAQ-cleaned``, the
TimeBank and AQUAINT news texts that TempEval-3 gave for training.

What counts
    Every TIMEX3 of the text, of type DATE, TIME, DURATION or SET (the creation time above the text is
    given to the stage as publication date). Relaxed match, as TempEval-3 scores it: a time is right where
    its words overlap those of a TIMEX3 and its value is the same string; each counts once. A time of ours
    that overlaps nothing, or has no value, counts against precision.

How our readings become TIMEX3 values
    A day, month or year is the same in both. By its bounds, a Monday to Sunday is a week (``2013-W12``),
    three months from January, April, July or October are a quarter (``2013-Q2``), from March, June,
    September or December a season (``2013-SP``), six from January or July a half (``2013-H1``);
    ``199X`` is ``199``. "since 2004" (``2004/..``) is compared by the year it names, for TIMEX3 marks that
    alone, and ``~`` is dropped. What is no date of EDTF (durations, repetitions, parts of a day,
    PRESENT_REF and its like) the stage gives as ``Time.iso`` and it is compared as it is.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from benchmarks.public.row import Row
from kg.evaluate import Score
from kg.extract.nlp import parse
from kg.extract.reading import Reading, Time
from kg.extract.times import find_times
from kg.model.text import Article
from kg.model.when import When

_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Timex(NamedTuple):
    """A TIMEX3 of the corpus, or a time of ours as one."""

    start: int
    end: int
    value: str
    type: str = ""


def rows(folder: Path) -> list[Row]:
    """Scores of times with their values, and of their spans alone, in a copy of the repository."""
    values = spans = Score()
    for path in files(folder):
        article, gold = read_tml(path)
        found = [Timex(*t) for t in _found(find_times(Reading(article=article, doc=parse(article))))]
        values += _score(gold, found, valued=True)
        spans += _score(gold, found, valued=False)
    return [
        Row(name="times, relaxed, with value", score=values, f1=0.70),
        Row(name="times, relaxed, words alone", score=spans),
    ]


def files(folder: Path) -> list[Path]:
    """The gold files of the corpus."""
    found = sorted((folder / "data/TBAQ-cleaned").glob("*/*.tml"))
    return [path for path in found if not path.name.startswith("._")]


def read_tml(path: Path) -> tuple[Article, list[Timex]]:
    """A text of the corpus and its TIMEX3 expressions."""
    xml = path.read_text("utf-8", errors="replace")
    created = next(
        (tag for tag in re.findall(r"<TIMEX3[^>]*>", xml) if 'functionInDocument="CREATION_TIME"' in tag), ""
    )
    day = re.search(r' value="(\d{4}-\d\d-\d\d)', created)
    body = _BODY.search(xml)
    text, gold = "", []
    opened: tuple[int, str] | None = None
    for part in re.split(r"(<[^>]+>)", body[1] if body else ""):
        if part.startswith("<TIMEX3"):
            opened = (len(text), part)
        elif part == "</TIMEX3>" and opened:
            gold.append(
                Timex(opened[0], len(text), _attribute(opened[1], "value"), _attribute(opened[1], "type"))
            )
            opened = None
        elif not part.startswith("<"):
            text += unescape(part)
    return Article(text=text, published=When(edtf=day[1]) if day else None), gold


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf' {name}="([^"]*)"', tag)
    return found[1] if found else ""


def _found(reading: Reading) -> Iterator[tuple[int, int, str]]:
    for time in reading.times:
        span = reading.span(time.start, time.end)
        yield span.start, span.end, timex_value(time)


def _score(gold: list[Timex], found: list[Timex], *, valued: bool) -> Score:
    left, matched = list(found), 0
    for one in gold:
        hit = next(
            (
                f
                for f in left
                if f.start < one.end and one.start < f.end and (not valued or f.value == one.value != "")
            ),
            None,
        )
        if hit:
            left.remove(hit)
            matched += 1
    return Score(len(gold), len(found), matched)


def timex_value(time: Time) -> str:
    """The TIMEX3 value of a time; empty for one without a value.

    >>> timex_value(Time(start=0, end=2, when=When(edtf="2013-03-18/2013-03-24")))
    '2013-W12'
    >>> timex_value(Time(start=0, end=2, when=When(edtf="2013-04/2013-06")))
    '2013-Q2'
    """
    if time.iso:
        return time.iso
    if time.when is None:
        return ""
    start, _, end = time.when.edtf.replace("~", "").partition("/")
    first, last = time.when.earliest, time.when.latest
    if not end or end == ".." or first is None or last is None:
        return start.rstrip("X")
    if (last - first).days == 6 and first.weekday() == 0:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 3 and first.month in _SEASONS:
        return f"{first.year}-{_SEASONS[first.month]}"
    if months == 3:
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year}-H{(first.month + 5) // 6}"
    return time.when.edtf
