"""When: dates and relative times, as precise as the words and no more.

Relative times count from the publication date; without one they keep their words and no value.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.patterns import small
from kg.extract.reading import Reading, Time
from kg.extract.time_rules import groups_of, patterns
from kg.extract.time_values import Anchor, Value
from kg.model.codes import TimeBasis
from kg.model.when import When

if TYPE_CHECKING:
    from kg.extract.tokens import Token, Words

_OPENS: Final = re.compile(
    r"\b(?:since|starting|beginning)\s+(?:on\s+|in\s+|from\s+|as\s+early\s+as\s+)?(?:the\s+)?$", re.IGNORECASE
)
_ONWARDS: Final = re.compile(r" (?:onwards?|forward)\b")
_CLOSES: Final = re.compile(r"\bby\s+$", re.IGNORECASE)
_PLAIN: Final = re.compile(r"\d{4}(?:-\d\d){0,2}|\d{4}-\d\d/\d{4}-\d\d")
_BEFORE_MONTH: Final = re.compile(r"(\w+) $")


def find_times(reading: Reading) -> Reading:
    """Adds the time expressions of the text."""
    return replace(reading, times=tuple(_times(reading)))


def _times(reading: Reading) -> Iterator[Time]:
    article, doc = reading.article, reading.doc
    text, published = article.text, article.published
    today = published.earliest if published and len(published.edtf) == 10 else None
    last: date | None = None
    recent: str | None = None
    known: dict[tuple[int, int], date] = {}
    pattern, readers = patterns()
    for match in pattern.finditer(small(text)):
        rule, groups = groups_of(match)
        start, end = match.span()
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or _is_no_name(text, match, groups):
            continue
        apposed = text[max(0, start - 2) : start] == ", "
        ahead = partial(_looks_ahead, span)
        anchor = Anchor(today=today, last=last, recent=recent, known=known, apposed=apposed, ahead=ahead)
        value = readers[rule](groups, anchor) or Value(None)
        edtf = value.edtf
        named = edtf
        if edtf and (opening := _OPENS.search(text, max(0, start - 30), start)):
            edtf = f"{edtf.split('/')[0]}/.."
            span = doc.char_span(opening.start(), end, alignment_mode="expand") or span
        elif edtf and "/" not in edtf and (onwards := _ONWARDS.match(text, end)):
            edtf = f"{edtf}/.."
            span = doc.char_span(start, onwards.end(), alignment_mode="expand") or span
        elif edtf and "X" not in edtf and (limit := _CLOSES.search(text, max(0, start - 20), start)):
            edtf = f"../{edtf.split('/')[-1]}"
            span = doc.char_span(limit.start(), end, alignment_mode="expand") or span
        when = _when(edtf, value, span.text)
        if when and when.earliest and when.earliest == when.latest:
            last = known[when.earliest.month, when.earliest.day] = when.earliest
        if when and named and _PLAIN.fullmatch(named):
            recent = named
        yield Time(start=span.start, end=span.end, when=when, iso=value.iso)


def _when(edtf: str | None, value: Value, text: str) -> When | None:
    """The date, or None for none: there is no 31 June."""
    if edtf is None:
        return None
    try:
        return When(edtf=edtf, basis=TimeBasis.STATED if value.stated else TimeBasis.ANCHORED, text=text)
    except ValueError:
        return None


def _is_no_name(text: str, match: "re.Match[str]", groups: dict[str, str]) -> bool:
    """Whether a month or weekday is none: they are capitalised, and "May" and "March" may still be verbs."""
    name = groups.get("month") or groups.get("weekday")
    if name is None:
        return False
    if not text[match.start() + match[0].index(name)].isupper():
        return True
    if name not in ("may", "march") or match[0] != name:
        return False
    before = _BEFORE_MONTH.search(text, max(0, match.start() - 14), match.start())
    return before is None or before[1].lower() not in words("times.before-month")


def _looks_ahead(span: "Words") -> bool | None:
    """Whether the words around a time speak of what is to come (True), or was (False)."""
    before = span.doc[max(0, span.start - 2) : span.start]
    if any(token.lower_ in words("times.due") for token in before):
        return True
    token = _verb_of(span.root)
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.tag_ == "MD" for helper in helpers):
        return True
    if any(helper.tag_ == "VBD" or helper.lemma_ == "have" for helper in helpers):
        return False
    if any(helper.tag_ == "TO" for helper in helpers):
        # "is due to leave" looks ahead; "was due to leave" tells of the past.
        above = _verb_of(token.head)
        return not any(t.tag_ == "VBD" for t in (above, *above.children) if t != token)
    return False if token.tag_ in ("VBD", "VBN") else None


def _verb_of(token: "Token") -> "Token":
    """The verb that a word hangs on, or the top of its sentence."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token
