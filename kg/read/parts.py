"""Headline, standfirst and paragraphs of an article, told apart by their form alone."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.model.text import Article

_LINE: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile(r"#{1,6}\s+")
_STOP: Final = re.compile(r"[.…:;,][\"'”’)\]]*$")
_QUESTION: Final = re.compile(r"[?!][\"'”’)\]]*$")
_BULLET: Final = re.compile(r"[-*•–—·]\s|\(?\d+[.)]\s")
_BYLINE: Final = re.compile(r"By [A-Z][\w.'’-]+(?: (?:and|in|for|[A-Z][\w.'’-]*),?){1,8}")
_NEXT_SENTENCE: Final = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]*[A-Z]")
_LONGEST_HEADING: Final = 160
_LONGEST_STANDFIRST: Final = 300


class PartKind(StrEnum):
    """What a part of an article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line of an article, without surrounding white space and without Markdown's ``#``.

    Args:
        kind: Headline (also one given again, or a heading further down), standfirst or paragraph.
        start: Offset of its first character.
        end: Offset after its last.
        text: Its words.
    """

    kind: PartKind
    start: int
    end: int
    text: str


def parts(article: Article) -> tuple[Part, ...]:
    r"""The parts of an article in order, one for each line that is not empty.

    A headline is the article's title or a short line without a full stop. A standfirst follows the first
    headline: a longer line without a full stop, or, where the headline stands twice (in text copied from a
    page that sets it apart), one sentence. A byline or an item of a list is a paragraph.

    >>> text = "Talks begin\nRwanda and the US began talks. They go on."
    >>> [(part.kind.value, part.text[:6]) for part in parts(Article(text=text))]
    [('headline', 'Talks '), ('paragraph', 'Rwanda')]
    """
    lines = list(_lines(article))
    counts = Counter(text for _, _, text in lines)
    heads = [_is_heading(lines, i, article, counts) for i in range(len(lines))]
    if all(heads):
        heads = [False] * len(lines)
    standfirst = _standfirst(lines, heads)
    return tuple(
        Part(kind=PartKind.STANDFIRST if i == standfirst else _HEAD[head], start=start, end=end, text=text)
        for i, ((start, end, text), head) in enumerate(zip(lines, heads, strict=True))
    )


_HEAD: Final = {True: PartKind.HEADLINE, False: PartKind.PARAGRAPH}
_Line = tuple[int, int, str]


def _lines(article: Article) -> Iterator[_Line]:
    for match in _LINE.finditer(article.text):
        text = match[0].strip()
        if text:
            start = match.start() + match[0].index(text)
            mark = _MARK.match(text)
            start += mark.end() if mark else 0
            end = match.start() + len(match[0].rstrip())
            if start < end:
                yield start, end, article.text[start:end]


def _is_heading(lines: list[_Line], i: int, article: Article, counts: Counter[str]) -> bool:
    start, _, text = lines[i]
    line_start = article.text.rfind("\n", 0, start) + 1
    if text == article.title or _MARK.fullmatch(article.text[line_start:start].lstrip()):
        return True
    if len(text) > _LONGEST_HEADING or _STOP.search(text) or _BULLET.match(text) or _BYLINE.fullmatch(text):
        return False
    if _QUESTION.search(text) and i > 0 and counts[text] == 1:
        return False
    # The last line heads nothing; a line that runs on in lower case is cut off by a wrap.
    return i + 1 < len(lines) and not lines[i + 1][2][0].islower()


def _standfirst(lines: list[_Line], heads: list[bool]) -> int | None:
    """Index of the standfirst, or None."""
    if True not in heads:
        return None
    first = heads.index(True)
    headline = lines[first][2]
    i = first + 1
    while i < len(lines) and lines[i][2] == headline:
        i += 1
    if i + 1 >= len(lines):
        return None
    text = lines[i][2]
    if heads[i]:
        return i if len(text) > len(headline) and not heads[i + 1] else None
    short = len(text) <= _LONGEST_STANDFIRST and not _NEXT_SENTENCE.search(text)
    return i if short and i > first + 1 else None
