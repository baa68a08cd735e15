"""Patterns of phrases as the lexicon writes them: `*` for any ending, `~` and `~~` for a gap of words.

They are for text in small letters: see :func:`small`.
"""

import re
from collections.abc import Iterable
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from kg.extract.lexicon import words

_WORD: Final = r"[\w'’%£$€.-]*[\w'’%]"
_TURN: Final = r"(?!(?:but|while|which|who|and that)\b)"
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
