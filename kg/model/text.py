"""Articles and the passages in them. Offsets count Unicode code points; an end is exclusive."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field
from hashlib import sha256
from typing import Final, Self

from kg.model.when import When

_BY_OF: Final = object()
# A sentence ends at a line end, or at . ! ? (with closing quotes) before a capital, digit or opening quote.
_SENTENCE_END: Final = re.compile(r"\n+\s*|(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W_a-z])")
_TITLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|Gen|Col|Sen|Rep|Gov|No|vs|(?<!on )[A-Z])\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what is known about it. The text is never edited.

    Args:
        text: The exact text that all offsets refer to.
        title: Headline.
        url: Where it was published.
        publisher: Medium that published it.
        published: Publication date.
        language: BCP 47 tag.
        redistributable: Whether the full text may be shown to others.

    Attributes:
        sha256: Hexadecimal SHA-256 of the UTF-8 text.
        key: Its first 16 digits: the identity of the article.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: When | None = None
    language: str = "en"
    redistributable: bool = False
    sha256: str = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("an article needs a text")
        object.__setattr__(self, "sha256", sha256(self.text.encode()).hexdigest())
        object.__setattr__(self, "_starts", tuple(_sentence_starts(self.text)))

    @property
    def key(self) -> str:
        """First 16 hexadecimal digits of the text's SHA-256."""
        return self.sha256[:16]

    def sentence_at(self, offset: int) -> int:
        """Number, from 0, of the sentence that holds a character.

        >>> Article(text="Talks began. They go on.").sentence_at(13)
        1
        """
        return bisect_right(self._starts, offset) - 1

    def sentences(self) -> "Iterator[Span]":
        """The sentences as passages, without surrounding white space."""
        for start, end in zip(self._starts, (*self._starts[1:], len(self.text)), strict=True):
            stripped = self.text[start:end].rstrip()
            if stripped:
                yield Span.of(self, start, start + len(stripped))


def _sentence_starts(text: str) -> Iterator[int]:
    yield 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() == len(text):
            continue
        closed = not match[0][0].isspace()  # 'He said "No." They left.'
        if closed or "\n" in match[0] or not _TITLE.search(text, max(0, match.start() - 6), match.start()):
            yield match.end()


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of an article. Made only by :meth:`of`, so its words are always the article's.

    >>> Span.of(Article(text="Talks began."), 0, 5).text
    'Talks'
    """

    article: str
    start: int
    end: int
    text: str
    made: InitVar[object] = None

    def __post_init__(self, made: object) -> None:
        if made is not _BY_OF:
            raise TypeError("a Span is made by Span.of(article, start, end), which copies the words")

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> Self:
        """The passage from ``start`` to ``end``.

        Raises:
            ValueError: The offsets are not inside the text, or hold no word.
        """
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"{start}-{end} is not inside the article's {len(article.text)} characters")
        text = article.text[start:end]
        if not text.strip():
            raise ValueError(f"{start}-{end} holds only white space")
        return cls(article.key, start, end, text, _BY_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a text that names something.

    Args:
        span: The words.
        kind: What is named: ``country``, ``person``, ``body``, ``outlet``.
        ref: Entity id, or None: unresolved, and visibly so.
        extractor: Who found it, ``name/version#rule``.
    """

    span: Span
    kind: str
    ref: str | None
    extractor: str
