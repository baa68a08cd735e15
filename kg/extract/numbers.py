"""Counts as news writes them: "as many as 250", "sixteen", "two dozen", "1.5 million"."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.extract.calendar import ONES, TENS
from kg.model.codes import Per, Qualifier

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_UNITS: Final = {word: n for n, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
_SCALES: Final = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "k": 1000,
    "mn": 10**6,
    "dozen": 12,
    "tn": 10**12,
    "mln": 10**6,
}
_VAGUE: Final = frozenset(("few", "several", "many", "some", "couple", "of"))
_MONEY_SIGN: Final = r"\W*(?:A|US|C)?[$£€]?$"


def _just_before(*phrases: str) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{'|'.join(phrases)}){_MONEY_SIGN}", re.IGNORECASE)


_QUALIFIERS: Final = (
    (
        Qualifier.AT_LEAST,
        _just_before(
            "more than", "over", "at least", "no fewer than", "no less than", "in excess of", "upwards? of",
            "above", "not less than", "a minimum of", "exceeding",
        ),
    ),
    (
        Qualifier.UP_TO,
        _just_before(
            "as many as", "up to", "as much as", "a maximum of", "at most", "no more than", "fewer than",
            "less than", "under", "not more than", "maximum", "limit of", "cap of", "capped at",
        ),
    ),
    (
        Qualifier.ABOUT,
        _just_before(
            "about", "around", "some", "roughly", "almost", "nearly", "approximately", "an estimated",
            "estimated", "close to", "circa", "just under", "just over", "in the region of",
        ),
    ),
)  # fmt: skip
_RATE: Final = re.compile(
    r"\s*(?:\w+\s){0,4}?(?:a|per|each|every)\s(week|month|year)\b(?!\s(?:earlier|ago|before|later|on))|\s*(?:\w+\s){0,3}?(weekly|monthly|annually|yearly)\b",
    re.I,
)
_PER: Final = {"weekly": Per.WEEK, "monthly": Per.MONTH, "annually": Per.YEAR, "yearly": Per.YEAR}


def value(words: list[str]) -> float | None:
    """The number that some words spell, or None.

    >>> value(["sixteen"]), value(["26,000"]), value(["two", "dozen"]), value(["hundreds"])
    (16, 26000, 24, None)
    """
    total: float = 0
    current: float | None = None
    for word in (part for w in words for part in w.lower().split("-")):
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", word):
            current = int(word.replace(",", "")) + (current or 0)
        elif re.fullmatch(r"\d+\.\d+", word):
            current = float(word)
        elif word in _UNITS:
            current = (current or 0) + _UNITS[word]
        elif word in _SCALES:
            current = (1 if current is None else current) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, None
        elif word not in ("and", "a", "an", ","):
            return None
    if current is None and not total:
        return None
    result = total + (current or 0)
    return int(result) if result == int(result) else result


def qualifier_before(text: str, offset: int) -> Qualifier:
    """How exact the number that begins at an offset is."""
    before = text[max(0, offset - 30) : offset].rstrip()
    return next((code for code, pattern in _QUALIFIERS if pattern.search(before)), Qualifier.EXACT)


def rate_after(text: str, offset: int) -> Per | None:
    """The unit of a rate that follows an offset: "a week", "per month"."""
    match = _RATE.match(text[offset : offset + 50])
    if match is None:
        return None
    return Per(match[1].lower()) if match[1] else _PER[match[2].lower()]


_GROUPS: Final = frozenset(
    (
        *("group", "batch", "total", "list", "number", "party", "maximum", "family", "contingent", "plane"),
        *("flight", "set", "wave", "plan", "planeload", "convoy"),
    )
)


def counted(head: "Token") -> tuple[int, int, int] | None:
    """The count of a noun: its value, first token and one past the last; None where there is no number.

    Finds "250 people", "a group of 12", "an Iraqi national" and a number that stands alone ("five to").
    """
    doc = head.doc
    if head.like_num or head.pos_ == "NUM":
        return _run(doc[head.i])
    of_groups = head.tag_ == "NNS" and head.lemma_.lower() in _GROUPS  # "six groups, 500 people in all"
    for child in () if of_groups else head.children:
        if child.tag_ == "JJ" or (
            child.lower_.endswith(("st", "nd", "rd", "th")) and child.ent_type_ == "ORDINAL"
        ):
            continue
        part = next((c for c in child.children if c.pos_ == "NUM" and doc[c.i + 1].lower_ == "of"), None)
        if part is not None and (found := _run(part)):
            return found  # "five of 40 men"
        numeral = child.dep_ in ("nummod", "quantmod") or (child.pos_ == "NUM" and child.i < head.i)
        if numeral and (found := _run(child)):
            return found
    for child in head.children:
        together = head.lemma_.lower() in _GROUPS and child.tag_ == "NNS"  # "the third group, nine men,"
        if child.dep_ == "appos" and (together or _in_all(child)) and (found := counted(child)):
            return found
        if child.dep_ == "acl" and child.lower_ == "numbering":  # "a group, numbering about 40"
            for inner in child.children:
                if inner.dep_ in ("dobj", "attr") and (found := _run(inner)):
                    return found
        if child.dep_ == "prep" and child.lower_ == "of" and head.lemma_.lower() in _GROUPS:
            for inner in child.children:
                if inner.dep_ == "pobj" and (found := counted(inner)):
                    return found
    if of_groups:
        return None
    if head.i and head.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos", "attr", "ROOT"):
        for i in range(head.i - 1, max(head.i - 5, head.sent.start - 1), -1):
            if (
                doc[i].pos_ == "NUM"
                and doc[i].ent_type_ != "ORDINAL"
                and doc[i].ent_type_ not in ("TIME", "MONEY")
                and not (i and doc[i - 1].text in "$£€")
                and all(
                    t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or t.text in "()-"
                    for t in doc[i + 1 : head.i]
                )
            ):
                return _run(doc[i])
            if doc[i].pos_ not in ("ADJ", "NOUN", "PROPN") and doc[i].text not in "()-":
                break
    return None


def _in_all(token: "Token") -> bool:
    """As in "the first families, 46 people in all", "the inmates, 12 in number"."""
    said = [inner.lower_ for inner in token.subtree]
    return "altogether" in said or any(
        one == "in" and two in ("all", "number", "total") for one, two in pairwise(said)
    )


def _cardinal(token: "Token", words: set[str]) -> bool:
    return (
        token.lower_ in words
        or (token.text[0].isdigit() and token.text[-1].isdigit())
        or token.lower_ in ("dozen", "hundred")
    )


def _run(token: "Token") -> tuple[int, int, int] | None:
    doc, sent = token.doc, token.sent
    start = end = token.i
    words = {*_UNITS, *_SCALES}
    while start - 1 >= sent.start and _cardinal(doc[start - 1], words):
        start -= 1
    end = token.i + 1
    while start - 2 >= sent.start and doc[start - 1].text == "-" and doc[start - 2].lower_ in _UNITS:
        start -= 2
    if (
        end < sent.end - 1
        and doc[end].text == "-"
        and doc[end + 1].lower_ in _UNITS
        and doc[end - 1].lower_ in _UNITS
    ):
        end += 2
    while end < sent.end and _cardinal(doc[end], words):
        end += 1
    if start > sent.start and doc[start - 1].lower_ in _VAGUE and doc[start].lower_ in _SCALES:
        return None  # "a few hundred", "several dozen"
    number = value([t.text for t in doc[start:end] if t.text != "-"])
    if number is not None and start - 1 > sent.start and doc[start - 1].text == "(":
        spelled = _run(doc[start - 2]) if doc[start - 2].lower_ in words else None
        if spelled is not None and spelled[0] == number:  # "fifty (50)"
            return int(number), spelled[1], end
    if number is None or number != int(number) or (1900 <= number <= 2100 and doc[start].ent_type_ == "DATE"):
        return None
    return int(number), start, end
