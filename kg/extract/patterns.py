"""Patterns of phrases as the lexicon writes them: `*` for any ending, `~` and `~~` for a gap of words.

They are for text in small letters: see :func:`small`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final

from kg.extract.lexicon import words

_WORD: Final = r"[\w'’%£$€.-]*[\w'’%]"
_TURN: Final = r"(?!(?:but|while|which|who|and)\b)"
_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
_SPACE: Final = r"[ \"“”]+"


@cache
def pattern(name: str) -> "re.Pattern[str]":
    """The patterns of one list of the lexicon as one regular expression.

    >>> bool(pattern("courts.unlawful-words").search("had no legal basis"))
    True
    """
    return compiled(words(name))


def compiled(patterns: Iterable[str]) -> "re.Pattern[str]":
    """One regular expression for some patterns.

    >>> bool(compiled(["breach* ~ law"]).search("would breach any human rights law"))
    True
    """
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_regex, sorted(patterns)))})s?(?![\w])")


_BEHIND: Final = re.compile(r"\(\?<!.*?\)")
_ONE_OF: Final = re.compile(r"\[[^]^]+\](?![?*])")
_LETTERS: Final = ascii_lowercase + digits
_NO_WORD: Final = ("'", "’", "n't", "n’t")


@cache
def beginnings(name: str) -> dict[str, frozenset[str]]:
    """The patterns of one list by the letters that a word must begin with to begin them.

    A space behind the letters says that the word must end there.

    >>> "unlawful*" in beginnings("courts.unlawful-words")["unlawful"]
    True
    """
    found: dict[str, set[str]] = {}
    for text in words(name):
        for way in _ways(text):
            if not way.startswith(_NO_WORD):  # as no word does
                found.setdefault(_sure(way), set()).add(text)
    return {beginning: frozenset(texts) for beginning, texts in found.items()}


def _sure(way: str) -> str:
    """The first letters of a pattern that stand for themselves, with the space behind a whole word.

    >>> [_sure(way) for way in ("tortur*", "holes? ~ law", "no ~ law")]
    ['tortur', 'hole', 'no ']
    """
    for at, letter in enumerate(way):
        if letter == " ":
            return way[: at + 1]
        if not letter.isalnum() or way[at + 1 : at + 2] == "?":
            return way[:at]
    return way


def _ways(text: str) -> Iterator[str]:
    """A pattern once for each way to begin it, without what may not stand before it.

    >>> list(_ways("(no|lack of) ~ law")), list(_ways("(an )?order")), list(_ways("(?<!not )[ab]cd"))
    (['no ~ law', 'lack of ~ law'], ['an order', 'order'], ['acd', 'bcd'])
    """
    first, end = _upto(text, "|")
    if end < len(text):
        yield from (*_ways(first), *_ways(text[end + 1 :]))
    elif behind := _BEHIND.match(text):
        yield from _ways(text[behind.end() :])
    elif one := _ONE_OF.match(text):
        yield from (letter + text[one.end() :] for letter in _LETTERS if re.match(one[0], letter))
    elif not text.startswith("(") or text.startswith("(?"):
        yield text
    else:
        inner, end = _upto(text[1:], ")")
        rest = text[end + 2 :]
        yield from (way + rest.removeprefix("?") for way in _ways(inner))
        if rest.startswith("?"):
            yield from _ways(rest[1:])


def _upto(text: str, mark: str) -> tuple[str, int]:
    """The part before a mark that stands in no brackets, and where it ends."""
    depth = 0
    for end, letter in enumerate(text):
        if letter == mark and depth == 0:
            return text[:end], end
        depth += (letter == "(") - (letter == ")")
    return text, len(text)


def small(text: str) -> str:
    """The text in small letters, each where it was: far faster to search than to ignore case.

    >>> small("The U.S. İstanbul office")
    'the u.s. İstanbul office'
    """
    return text.translate(_SMALL)


def _regex(text: str) -> str:
    gaps = {"~": _gap(4), "~~": _gap(8)}
    return "".join(gaps.get(part) or _plain(part) for part in re.split(r" (~~|~) ", text))


def _gap(most: int) -> str:
    return f"{_SPACE}(?:{_TURN}{_WORD}{_SPACE}){{0,{most}}}?"


def _plain(part: str) -> str:
    # Groups that keep nothing are faster to search.
    return re.sub(r"\((?!\?)", "(?:", re.sub(r" ~$", "", part)).replace("*", r"[\w'’-]*")
