"""What risks and wrongs words name: the patterns of `data/lexicon/concerns.toml`, compiled once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.patterns import beginning, beginnings, small
from kg.model.codes import Topic

_WORD: Final = re.compile(r"(?<![\w-])\w{1,3}")


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

    Of hits that overlap the longest stays, so "breach human rights law" is about the law; but a danger after
    being sent on is refoulement, whatever it is.
    """
    hits = _settled(_found(text, weak=False)) or _settled(_found(text, weak=True))
    first: dict[Topic, Hit] = {}
    for hit in hits:
        first.setdefault(hit.topic, hit)
    return sorted(first.values(), key=lambda hit: hit.start)


def _found(text: str, *, weak: bool) -> Iterator[Hit]:
    text = small(text)
    table = _by_beginning(weak=weak)
    ends: dict[Topic, int] = {}
    for word in _WORD.finditer(text):
        start, letters = word.start(), word[0]
        for length in range(len(letters) + 1):
            for topic, name in table.get(letters[:length], ()):
                if start < ends.get(topic, 0):
                    continue
                if match := beginning(name, letters[:length]).match(text, start):
                    ends[topic] = match.end()
                    yield Hit(topic=topic, start=start, end=match.end(), weak=weak)


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.topic is not Topic.REFOULEMENT, h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


@cache
def _by_beginning(*, weak: bool) -> dict[str, list[tuple[Topic, str]]]:
    """Topics and their lists by the letters that words begin with: few are tried at any word."""
    table: dict[str, list[tuple[Topic, str]]] = {}
    for topic in Topic:
        name = f"concerns.{topic}{'-weak' if weak else ''}"
        for letters in beginnings(name):
            table.setdefault(letters, []).append((topic, name))
    return table
