"""What risks and wrongs words name: the patterns of `data/lexicon/concerns.toml`, compiled once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.lexicon import words
from kg.model.codes import Topic

_TOPICS: Final = tuple(Topic)
_WORD: Final = r"[\w'’%£$€.-]*[\w'’%]"
_TURN: Final = r"(?!(?:but|while|which|who|and that)\b)"
_SPACE: Final = r"[ \"“”]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that name a topic.

    Args:
        topic: What they name.
        start: First character, counted from the start of the text searched.
        end: One past the last.
        weak: They name a wrong only where somebody blames or warns.
    """

    topic: Topic
    start: int
    end: int
    weak: bool = False


def topics(text: str) -> list[Hit]:
    """The topics that words name, one hit each, in order; weak ones only where nothing stronger is named.

    Of hits that overlap the longest stays: "breach human rights law" is about the law.
    """
    hits = _settled(_found(text, weak=False)) or _settled(_found(text, weak=True))
    first: dict[Topic, Hit] = {}
    for hit in hits:
        first.setdefault(hit.topic, hit)
    return sorted(first.values(), key=lambda hit: hit.start)


def _found(text: str, *, weak: bool) -> Iterator[Hit]:
    for topic, pattern in _patterns(weak=weak):
        for match in pattern.finditer(text):
            yield Hit(topic=topic, start=match.start(), end=match.end(), weak=weak)


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


@cache
def _patterns(*, weak: bool) -> tuple[tuple[Topic, "re.Pattern[str]"], ...]:
    names = ((topic, f"concerns.{topic}{'-weak' if weak else ''}") for topic in _TOPICS)
    return tuple((topic, compiled(words(name))) for topic, name in names)


def compiled(patterns: Iterable[str]) -> "re.Pattern[str]":
    """One regular expression for patterns as the lexicon writes them.

    >>> bool(compiled(["breach* ~ law"]).search("would breach any human rights law"))
    True
    """
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_regex, sorted(patterns)))})(?![\w])", re.IGNORECASE)


def _regex(pattern: str) -> str:
    parts = re.split(r" (~~|~) ", pattern)
    gaps = {"~": _gap(4), "~~": _gap(8)}
    return "".join(gaps.get(part) or _plain(part) for part in parts)


def _gap(most: int) -> str:
    return f"{_SPACE}(?:{_TURN}{_WORD}{_SPACE}){{0,{most}}}?"


def _plain(part: str) -> str:
    return re.sub(r" ~$", "", part).replace("*", r"[\w'’-]*")
