"""What risks and wrongs words name: the patterns of `data/lexicon/concerns.toml`, compiled once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.patterns import pattern, small
from kg.model.codes import Topic


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
    for topic, found in _patterns(weak=weak):
        for match in found.finditer(text):
            yield Hit(topic=topic, start=match.start(), end=match.end(), weak=weak)


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.topic is not Topic.REFOULEMENT, h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


@cache
def _patterns(*, weak: bool) -> tuple[tuple[Topic, "re.Pattern[str]"], ...]:
    return tuple((topic, pattern(f"concerns.{topic}{'-weak' if weak else ''}")) for topic in Topic)
