"""Names that the parser cuts short or misses: bodies around their head word, events, initials."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Doc, Token

Range = tuple[int, int]

_INITIALS: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z][A-Za-z&-]*[A-Z][A-Z0-9]*s?|[A-Z]{2,}")
_LINKS: Final = ("of", "for", "on", "against", "to")
_OPENING: Final = ("DT", "IN", "CC", "PRP", "PRP$", "WDT", "WRB", "WP", "TO", "CD")


def find_bodies(doc: "Doc") -> Iterator[Range]:
    """Names around a capitalised head word: "Communist Party of the Russian Federation"."""
    end = 0
    for token in doc:
        if token.i < end or not _is_head(token):
            continue
        start, last = _left(doc, token.i, end), _right(doc, token.i + 1)
        # A head word alone ("the Party") is no name.
        if last - start > 1:
            end = last
            yield start, last


def _is_head(token: "Token") -> bool:
    return token.text[0].isupper() and token.lower_ in words("names.heads", "society.organisations")


def _is_name(token: "Token") -> bool:
    """Whether a token may be part of a name: "United", "U.S.", "Pro-Choice"."""
    return token.text[0].isupper() and token.tag_ not in _OPENING


def _left(doc: "Doc", start: int, least: int) -> int:
    """First token of the name that ends with the head at ``start``."""
    while start > least and not doc[start].is_sent_start:
        before = doc[start - 1]
        if _is_name(before) and before.lower_ not in words("offices.honorifics"):
            start -= 1
        elif start - 2 >= least and _joins(doc, start - 1):
            start -= 2
        else:
            break
    return start


def _joins(doc: "Doc", i: int) -> bool:
    """Whether a small word stands inside a name: "People's Party", "Social Democratic and Labour Party"."""
    before = doc[i - 1]
    if not before.text[0].isupper():
        return False
    if doc[i].text in ("-", "–"):
        return not before.whitespace_ and not doc[i].whitespace_
    if doc[i].lower_ in ("'s", "’s", "'", "’"):
        return before.lower_ in words("names.owners")
    return doc[i].lower_ in ("and", "&") and before.lower_ in words("names.party-forms")


def _right(doc: "Doc", end: int) -> int:
    """One past the last token of a name whose head ends at ``end``: with "of the Russian Federation"."""
    while end < len(doc) and _is_head(doc[end]):
        end += 1
    if end < len(doc) and doc[end].lower_ in _LINKS:
        end = _run(doc, end + 1) or end
        if end < len(doc) and doc[end].lower_ == "and":
            more = _run(doc, end + 1)
            if more and not any(_is_head(t) or t.ent_type_ in ("PERSON", "GPE") for t in doc[end + 1 : more]):
                end = more
        if end + 1 < len(doc) and doc[end].lower_ in _LINKS:
            more = _run(doc, end + 1)
            if more and doc[more - 1].ent_type_ in ("GPE", "LOC"):
                end = more
    return end


def _run(doc: "Doc", start: int) -> int | None:
    """One past the last of some capitalised words, behind an article; None for none."""
    if start < len(doc) and doc[start].lower_ in ("the", "a"):
        start += 1
    end = start
    while (
        end < len(doc)
        and _is_name(doc[end])
        and not doc[end].is_sent_start
        and doc[end].ent_type_ != "PERSON"
        and doc[end].lower_ not in words("names.posts") | {"coalition", "government", "member"}
    ):
        end += 1
    return end if end > start else None


def find_events(doc: "Doc") -> Iterator[Range]:
    """Events, laws and texts, with the names inside theirs: "1992 United States presidential election"."""
    for token in doc:
        if token.lower_ not in words("names.events"):
            continue
        start = token.i
        while start > 0 and doc[start - 1].lower_ in words("names.event-forms"):
            start -= 1
        names = start
        while names > 0 and (_is_name(doc[names - 1]) or doc[names - 1].text in (".", "-", "–")):
            names -= 1
        if names == start or (names == 0 and not token.text[0].isupper()):
            continue
        dated = names > 0 and doc[names - 1].like_num
        if dated or token.text[0].isupper() or start < token.i:
            end = token.i + 1
            # "1992 United States Senate election in Louisiana"
            if dated and end < len(doc) and doc[end].lower_ == "in":
                place = end + 1
                while place < len(doc) and _is_name(doc[place]) and not doc[place].is_sent_start:
                    place += 1
                end = place if place > end + 1 else end
            yield names - dated, end


def find_initials(doc: "Doc") -> Iterator[Range]:
    """Bodies by their initials: "SPD"."""
    for token in doc:
        if (
            _INITIALS.fullmatch(token.text)
            and token.text not in words("names.no-bodies")
            and token.pos_ != "NUM"
        ):
            yield token.i, token.i + 1


def find_known(doc: "Doc") -> Iterator[Range]:
    """Parties and movements whose names do not tell what they are."""
    for match in _known().finditer(doc.text):
        span = doc.char_span(*match.span())
        if span is not None:
            yield span.start, span.end


def known_party(doc: "Doc", start: int, end: int) -> Range | None:
    """The party whose known name begins at a token and ends before another: "Reform UK leader"."""
    match = _known().match(doc.text, doc[start].idx)
    span = doc.char_span(*match.span()) if match is not None else None
    return (span.start, span.end) if span is not None and span.end <= end + 1 else None


def find_short(doc: "Doc") -> Iterator[Range]:
    """The one word for a party: "five Labour MPs"."""
    for token in doc:
        if token.text in words("names.party-adjectives") and not token.is_sent_start:
            yield token.i, token.i + 1


@cache
def _known() -> "re.Pattern[str]":
    names = sorted(words("names.parties"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
