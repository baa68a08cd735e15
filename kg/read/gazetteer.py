"""Which names a text holds, and what a name stands for.

The lists are in `data/`; :mod:`kg.read.countries` and :mod:`kg.read.names` read them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.read.countries import Country, countries, country
from kg.read.names import Ambiguity, Name, fold, names, word_lists

__all__ = [
    "Ambiguity",
    "Country",
    "Found",
    "Name",
    "body",
    "countries",
    "country",
    "find",
    "names",
    "outlet",
    "person",
]

_WORD: Final = re.compile(r"\w+")
# Words of a text and the characters that stand in for others: typographic apostrophes, no-break spaces.
_PLAIN: Final = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_BEFORE: Final = re.compile(r"(?:^|(?<=[\s\"“(]))([\w.'-]+) $")
_AFTER: Final = re.compile(r" ([^\W\d_][\w'-]*)")
_HEADLINE: Final = 200
"""Longest headline, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in a text.

    Args:
        start: Offset of its first character.
        end: Offset after its last.
        readings: What it may stand for here: one where that is decided, several where it is not.
    """

    start: int
    end: int
    readings: tuple[Name, ...]

    @property
    def name(self) -> Name | None:
        """The one thing it stands for, or None where that is undecided."""
        return self.readings[0] if len(self.readings) == 1 else None


@lru_cache(maxsize=4)  # every stage asks for the same text
def find(text: str) -> tuple[Found, ...]:
    """The names in an article's text, in order; the longest name at a place wins.

    What an ambiguous name stands for is decided from the words beside it and from the rest of the text.
    A name that stands for nothing known here, such as the "Jordan" of "Jordan Smith", is left out.

    >>> [(f.name.text, f.name.ref) for f in find("Rome is in talks with the Albanian government.")]
    [('Rome', 'country/ITA'), ('Albanian government', 'body/government-of-albania')]
    """
    return tuple(_find(text.translate(_PLAIN)))


def _find(text: str) -> Iterator[Found]:
    has = cache(lambda words: _has(text, words))
    end, names_of_word = 0, _by_first_word()
    for word in _WORD.finditer(text):
        begun = names_of_word.get(word[0].casefold())
        if begun is None or word.start() < end:
            continue
        same = _longest(begun, text, word.start())
        if not same:
            continue
        end = word.start() + len(same[0].text)
        # "European Union" is a country here before it is a body.
        same = [n for n in same if n.is_place] or same
        readings = {n.ref: n for n in same if n.ref and _holds(n, text, word.start(), end, has)}
        if readings:
            yield Found(start=word.start(), end=end, readings=tuple(readings.values()))


def _longest(begun: dict[int, dict[str, list[Name]]], text: str, start: int) -> list[Name]:
    """The longest names that stand at a place, all of one length."""
    for length, names_of_length in begun.items():
        words = text[start : start + length]
        same = names_of_length.get(words.casefold())
        found = [n for n in same if n.text == words or not n.case_sensitive] if same else []
        if found and not (words[-1].isalnum() and text[start + length : start + length + 1].isalnum()):
            return found
    return []


def _holds(name: Name, text: str, start: int, end: int, has: Callable[[str], bool]) -> bool:
    """Whether this reading of a name is the one meant here."""
    doubt = name.ambiguous
    if doubt is None:
        return True
    if doubt.given_name and _is_part_of_a_name(text, start, end, titled=name.is_place):
        return False
    return any(map(has, doubt.clues)) or (doubt.default and not any(map(has, doubt.against)))


def _is_part_of_a_name(text: str, start: int, end: int, *, titled: bool) -> bool:
    """Whether the word here is part of somebody's name: "Jordan Smith", "Michael Jordan".

    With ``titled``, a title before it shows that too: "Mr Jordan".
    """
    words = word_lists()
    before, after = _BEFORE.search(text, max(0, start - 40), start), _AFTER.match(text, end)
    if before and before[1] in words["titles"]["words"]:
        return titled
    if _is_in_headline(text, start, end):
        return False
    # "Zambia. Kenya took": a full stop parts the two, unless it is that of an initial.
    beside = [
        word[1] for word in (before, after) if word and not (word[1].endswith(".") and len(word[1]) > 2)
    ]
    return any(w[0].isupper() and not w.isupper() and w not in words["beside"]["words"] for w in beside)


def _is_in_headline(text: str, start: int, end: int) -> bool:
    """Whether this line is no sentence and most of its words are capitalised: then capitals tell nothing."""
    line_start = max(text.rfind("\n", 0, start) + 1, start - _HEADLINE)
    line = text[line_start : end + _HEADLINE].partition("\n")[0]
    if len(line) > _HEADLINE or line.rstrip().endswith((".", "?", "!", "”", '"')):
        return False
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _has(text: str, words: str) -> bool:
    """Whether the text has these words, and not just as a part of longer ones."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(words, at + 1)
    return False


@cache
def _by_first_word() -> dict[str, dict[int, dict[str, list[Name]]]]:
    """Names by their first word, by length, the longest first, and as a whole, without regard to case."""
    index: dict[str, dict[int, dict[str, list[Name]]]] = {}
    for name in sorted(names(), key=lambda n: -len(n.text)):
        first = _WORD.match(name.text)
        if first is None:
            raise ValueError(f"data: the name {name.text!r} does not begin with a word")
        lengths = index.setdefault(first[0].casefold(), {})
        lengths.setdefault(len(name.text), {}).setdefault(name.text.casefold(), []).append(name)
    return index


def person(name: str) -> Name | None:
    """The office holder of that name, with or without a title, or None; ``text`` is the full name.

    A bare surname is enough where only one person of the list bears it, and where it is not a common one.

    >>> person("Minister Meloni").ref
    'person/giorgia-meloni'
    """
    return _lookup("person", name) or _lookup("person", _titles().sub("", name))


def body(name: str) -> Name | None:
    """The government, ministry, court or other body of that name, or None; ``text`` is its main name."""
    return _lookup("body", name) or _lookup("government", name)


def outlet(name: str) -> Name | None:
    """The medium of that name, or None; ``text`` is its main name.

    >>> outlet("Washington Post").text
    'The Washington Post'
    """
    return _lookup("outlet", name)


def _lookup(kind: str, text: str) -> Name | None:
    key = _key(text)
    return _index().get((kind, key)) or _index().get((kind, key.removeprefix("the ")))


@cache
def _index() -> dict[tuple[str, str], Name | None]:
    """Main name by kind and comparable text; None where a text stands for several entities."""
    index: dict[tuple[str, str], Name | None] = {}
    main: dict[str | None, Name] = {}
    common = frozenset(word_lists()["common_surnames"]["words"])
    for name in names():
        if name.text in common:
            continue
        first = main.setdefault(name.ref, name)
        key = (name.kind, _key(name.text))
        index[key] = first if index.get(key, first) is first else None
    return index


@cache
def _titles() -> re.Pattern[str]:
    titles = sorted(word_lists()["titles"]["words"], key=len, reverse=True)
    return re.compile(rf"^(?:(?:the |US |former )?(?:{'|'.join(map(re.escape, titles))}) )+", re.IGNORECASE)


def _key(text: str) -> str:
    """What spellings of one name share: no accent, dot or case."""
    return " ".join(_WORD.findall(fold(text).replace(".", "").casefold()))
