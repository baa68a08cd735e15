"""A parsed text as plain objects: the rules ask each token many times, and spaCy makes a new one a question.

The names are those of spaCy's ``Doc``, ``Token`` and ``Span``, so its documentation holds here too, except
that a slice of a text is a list of tokens: :meth:`Doc.text_of` gives its words, :class:`Words` its root.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import count, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from kg.extract.columns import columns, signed

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed


class Token:
    """A word or mark, with its place in the tree.

    Attributes:
        answers: What was asked of it with :func:`kg.extract.once.once`.
    """

    __slots__ = (
        "_subtree",
        "answers",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    head: "Token"
    sent: "Words"

    def __init__(
        self,
        doc: "Doc",
        i: int,
        text: str,
        lower: str,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        ent_type: str,
        idx: int,
        spaced: int,
        is_space: int,
        is_punct: int,
        starts: int,
    ) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.ent_type_ = ent_type
        self.whitespace_ = " " if spaced else ""
        self.is_space = is_space == 1
        self.is_punct = is_punct == 1
        self.is_sent_start = starts == 1
        self.children: Sequence[Token] = ()
        self.answers: dict[object, Any] | None = None
        self._subtree: list[Token] | None = None

    def __len__(self) -> int:
        """Characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word."""
        return self.text

    @property
    def subtree(self) -> list["Token"]:
        """The token and all below it, in the order of the text; not to be changed."""
        found = self._subtree
        if found is None:
            found, before = [], self
            for child in self.children:
                if before.i <= self.i < child.i:
                    found.append(self)
                found += child.subtree
                before = child
            if before.i <= self.i:
                found.append(self)
            self._subtree = found
        return found

    @property
    def left_edge(self) -> "Token":
        """First token of the subtree."""
        return min(self.subtree, key=_number)

    @property
    def right_edge(self) -> "Token":
        """Last token of the subtree."""
        return max(self.subtree, key=_number)

    @property
    def is_alpha(self) -> bool:
        """Letters alone."""
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        """No small letters, and at least one capital."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """No capitals, and at least one letter."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """A capital first, none after."""
        return self.text.istitle()

    @property
    def is_stop(self) -> bool:
        """Among the commonest words."""
        return self.doc.parsed[self.i].is_stop

    @property
    def like_num(self) -> bool:
        """A number, in digits or spelled."""
        return self.doc.parsed[self.i].like_num


class Words:
    """Neighbouring tokens."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        """Tokens."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """The tokens in order."""
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, number: int) -> Token:
        """A token, counted from the first here."""
        return self.doc[self.start : self.end][number]

    @property
    def text(self) -> str:
        """The words without the space after the last."""
        return self.doc.text_of(self.start, self.end)

    @property
    def root(self) -> Token:
        """The token that the others hang on; of several the highest in its sentence, words first."""
        inside = self.doc[self.start : self.end]
        tops = [t for t in inside if t.head is t or not self.start <= t.head.i < self.end]
        return min(tops, key=_depth)


class Doc(list[Token]):
    """A parsed text: the list of its tokens.

    Args:
        parsed: What spaCy made of it.

    What is found in it is kept, so it is to be asked when nothing changes in the tree any more.
    """

    __slots__ = (
        *("_by_word", "_content", "_starts", "_verbs"),
        "ents",
        "parsed",
        "sents",
        "text",
        "user_data",
    )

    def __init__(self, parsed: "Parsed") -> None:
        super().__init__(map(Token, repeat(self), count(), *columns(parsed)))
        self.parsed = parsed
        self.text = parsed.text
        self.user_data: dict[str, Any] = {}
        below: dict[int, list[Token]] = {}
        for token, steps in zip(self, signed(parsed, "HEAD"), strict=True):
            token.head = head = self[token.i + steps]
            if steps:
                below.setdefault(head.i, []).append(token)
        for i, children in below.items():
            self[i].children = children
        self.sents = tuple(Words(self, s.start, s.end) for s in parsed.sents)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        self.ents = tuple(Words(self, e.start, e.end, e.label_) for e in parsed.ents)
        self._starts = [token.idx for token in self]
        self._by_word: dict[str, list[Token]] = {}
        self._content: tuple[Token, ...] | None = None
        self._verbs: tuple[Token, ...] | None = None

    @property
    def verbs(self) -> tuple[Token, ...]:
        """Its verbs and auxiliaries."""
        if self._verbs is None:
            self._verbs = tuple(token for token in self if token.pos_ in ("VERB", "AUX"))
        return self._verbs

    @property
    def content(self) -> tuple[Token, ...]:
        """Its verbs, auxiliaries and nouns."""
        if self._content is None:
            self._content = tuple(token for token in self if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN"))
        return self._content

    def among(self, words: Set[str]) -> list[Token]:
        """Tokens that are one of some words, or a form of it, in order; the words in small letters."""
        by_word = self._by_word
        if not by_word:
            for token in self:
                by_word.setdefault(lemma := token.lemma_.lower(), []).append(token)
                if token.lower_ != lemma:
                    by_word.setdefault(token.lower_, []).append(token)
        found = {token.i: token for word in by_word.keys() & words for token in by_word[word]}
        return [found[i] for i in sorted(found)]

    def dissolve(self) -> None:
        """Parts its tokens, which hold each other: their memory is free at once, with no search for cycles.

        Nothing can be asked of it any more.
        """
        for token in self:
            del token.head, token.children, token.answers, token._subtree
        self._by_word.clear()
        self.user_data.clear()
        self.sents = self.ents = self._content = self._verbs = ()
        self.clear()

    def text_of(self, start: int, end: int) -> str:
        """The words from token ``start`` up to token ``end``, without the space after the last."""
        inside = self[start:end]
        return self.text[inside[0].idx : inside[-1].idx + len(inside[-1].text)] if inside else ""

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["strict", "expand"] = "strict"
    ) -> Words | None:
        """The tokens of characters ``start`` up to ``end``, or None where there are none such.

        Args:
            start: First character.
            end: One past the last.
            alignment_mode: ``strict`` where they begin and end with a token, else ``expand``.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        begin, stop = self[first], self[last]
        if alignment_mode == "strict" and (start, end) != (begin.idx, stop.idx + len(stop.text)):
            return None
        if start >= begin.idx + len(begin.text):
            first += 1  # the space behind a token is none of it
        return Words(self, first, max(first, last + 1))


_number = attrgetter("i")


def _depth(token: Token) -> int:
    """Steps to the root of the sentence; marks and spaces that nothing hangs on are lowest of all."""
    steps = 0
    if token.head is not token and (token.is_space or token.is_punct) and not token.children:
        return len(token.doc)
    while token.head is not token:
        token, steps = token.head, steps + 1
    return steps
