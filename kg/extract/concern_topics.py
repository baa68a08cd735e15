"""What risks and wrongs words name, and what a complaint is about, by the patterns of the lexicon."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from kg.extract.patterns import beginnings, compiled, pattern, small
from kg.model.codes import Topic

_WORD: Final = re.compile(r"(?<![\w-])\w+")
# Lists of patterns by topic: what names a wrong, what may name one, what tells a topic more or less surely.
_NAMED: Final = "concerns.{}"
_HINTED: Final = "concerns.{}-weak"
_SURE: Final = 2
_POINTS: Final = {"worries.{}": _SURE, "worries.{}-near": 1}
# Of topics that as many words speak for, the first: the rarer its words elsewhere, the earlier.
_ORDER: Final = (
    *(Topic.REFOULEMENT, Topic.ACCESS_TO_COUNSEL, Topic.SECRECY, Topic.DISCRIMINATION, Topic.ILL_TREATMENT),
    *(Topic.DETENTION_CONDITIONS, Topic.SOVEREIGNTY, Topic.COST, Topic.LEGALITY, Topic.HUMAN_RIGHTS_RECORD),
    *(Topic.UNSAFE_COUNTRY, Topic.EFFECTIVENESS, Topic.OTHER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that name a topic.

    Args:
        topic: What they name.
        start: First character, counted from the start of the text searched.
        end: One past the last.
        weak: They name a wrong only where somebody blames or warns.
        guessed: They name no wrong: the vocabulary of the whole text tells the topic.
    """

    topic: Topic
    start: int
    end: int
    weak: bool = False
    guessed: bool = False

    @property
    def outright(self) -> bool:
        """Whether the words name a wrong by themselves."""
        return not (self.weak or self.guessed)


def topics(text: str) -> list[Hit]:
    """The topics that words name, in order; weak ones only where nothing stronger is named.

    Of hits that overlap the longest stays, so "breach human rights law" is about the law; but a danger after
    being sent on is refoulement, whatever it is.
    """
    found = list(_matches(small(text), _NAMED, _HINTED))
    return _settled(hit for form, hit in found if form == _NAMED) or _settled(
        replace(hit, weak=True) for form, hit in found if form == _HINTED
    )


def guess(text: str, *, least: int = 2) -> Hit | None:
    """What a complaint is about by the sum of its words, where no phrase names a wrong; None below `least`.

    >>> guess("their attorney was told of the hearing in a phone call").topic.value
    'access-to-counsel'
    """
    said: dict[Topic, dict[str, int]] = {}
    place: dict[Topic, tuple[int, int, int]] = {}
    text = small(text)
    for form, hit in _matches(text, *_POINTS):
        word, points, known = text[hit.start : hit.end], _POINTS[form], said.setdefault(hit.topic, {})
        known[word] = max(points, known.get(word, 0))
        place[hit.topic] = max(place.get(hit.topic, (0, 0, 0)), (points, -hit.start, hit.end))
    scores = {topic: sum(points.values()) for topic, points in said.items()}
    best = max(scores, key=lambda topic: (scores[topic], -_ORDER.index(topic)), default=None)
    if best is None or scores[best] < least or place[best][0] < _SURE:
        return None
    return Hit(topic=best, start=-place[best][1], end=place[best][2], guessed=True)


def complains(text: str, *, critic: bool = False) -> bool:
    """Whether words hold what complaints hold: denial, lack, excess, fear. Of a critic less will do."""
    text = small(text)
    return pattern("worries.complaining").search(text) is not None or (
        critic and pattern("worries.complaining-near").search(text) is not None
    )


def _matches(text: str, *forms: str) -> Iterator[tuple[str, Hit]]:
    """The matches of each topic's patterns in lists of some forms, those of one list never overlapping."""
    ends: dict[tuple[str, Topic], int] = {}
    for word in _WORD.finditer(text):
        for form, topic, fitting in _begun(word[0], forms):
            start = word.start()
            if start >= ends.get((form, topic), 0) and (match := fitting.match(text, start)):
                ends[form, topic] = match.end()
                yield form, Hit(topic=topic, start=start, end=match.end())


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.topic is not Topic.REFOULEMENT, h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


@lru_cache(maxsize=10_000)
def _begun(word: str, forms: tuple[str, ...]) -> tuple[tuple[str, Topic, "re.Pattern[str]"], ...]:
    """Of each list the patterns that a word can begin: few or none."""
    found: dict[tuple[str, Topic], set[str]] = {}
    for form in forms:
        table = _by_beginning(form)
        for beginning in (*(word[:end] for end in range(len(word) + 1)), f"{word} "):
            for topic, texts in table.get(beginning, ()):
                found.setdefault((form, topic), set()).update(texts)
    return tuple(
        (form, topic, _together(frozenset(found[form, topic])))
        for form in forms
        for topic in Topic
        if (form, topic) in found
    )


_together = cache(compiled)


@cache
def _by_beginning(form: str) -> dict[str, list[tuple[Topic, frozenset[str]]]]:
    """Patterns and their topics by the letters that words begin with."""
    table: dict[str, list[tuple[Topic, frozenset[str]]]] = {}
    for topic in Topic:
        for letters, texts in beginnings(form.format(topic)).items():
            table.setdefault(letters, []).append((topic, texts))
    return table
