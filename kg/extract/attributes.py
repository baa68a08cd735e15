"""spaCy's attribute ruler, which gives parts of speech by tags and words, in a fraction of its time.

The ruler tries each of its patterns on each token. Nearly all of them look at one token alone, and only at a
few things in it, so what matches one such token matches all that are alike.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

NAME: Final = "kg_attribute_ruler"
_LOOKED_AT: Final[list[int | str]] = ["TAG", "LOWER", "DEP", "IS_SPACE"]


class Attributes(AttributeRuler):
    """An attribute ruler that finds the same matches faster.

    Args:
        vocab: The vocabulary of the pipeline.
        name: Name in the pipeline.
    """

    def __init__(self, vocab: "Vocab", name: str = NAME) -> None:
        super().__init__(vocab, name)
        self._single = Matcher(vocab)
        self._others = Matcher(vocab)
        # Words and relations that a pattern of several tokens can begin with, and what is known of each word.
        self._openings = Matcher(vocab)
        self._opens: dict[int, bool] = {}
        self._relations: set[int] = set()
        self._longest = 1
        self._anywhere = False  # whether a pattern can begin with any token, or is of any length
        self._words: set[int] = set()
        # At most one entry for each tag, relation and word of the patterns: some thousand.
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def add_patterns(self, patterns: Iterable[dict[str, Any]]) -> None:
        """Adds patterns after those already there, as :attr:`patterns` of another ruler gives them."""
        self._opens.clear()
        self._known.clear()
        for number, pattern in enumerate(patterns, start=len(self.patterns)):
            self.add(**pattern)
            ways = pattern["patterns"]
            single = all(len(way) == 1 and _is_plain(way[0]) for way in ways)
            (self._single if single else self._others).add(str(number), ways)
            for first, *rest in () if single else ways:
                self._longest = max(self._longest, len(rest) + 1)
                if "LOWER" in first and "OP" not in first:
                    self._openings.add(str(number), [[{"LOWER": first["LOWER"]}]])
                elif first.keys() == {"DEP"} and isinstance(first["DEP"], str):
                    self._relations.add(self.vocab.strings.add(first["DEP"]))
                else:
                    self._anywhere = True
                self._anywhere = self._anywhere or any("OP" in token for token in rest)
            if single:
                self._words.update(self.vocab.strings.add(word) for way in ways for word in _words(way[0]))

    def match(self, doc: "Doc") -> list[tuple[int, int, int, int]]:
        """Number and key of each pattern that matches, with first token and one past the last, in order."""
        found = self._longer(doc[:], 0) if self._anywhere else []
        for i, (tag, lower, *rest) in enumerate(doc.to_array(_LOOKED_AT).tolist()):
            opens = self._opens.get(lower)
            if opens is None:
                opens = self._opens[lower] = self._can_open(doc[i : i + 1])
            if (opens or rest[0] in self._relations) and not self._anywhere:
                found += [m for m in self._longer(doc[i : i + self._longest], i) if m[2] == i]
            alike = (tag, lower if lower in self._words else 0, *rest)
            known = self._known.get(alike)
            if known is None:
                known = self._known[alike] = self._matching(doc[i : i + 1])
            found += [(number, key, i, i + 1) for number, key in known]
        found.sort()
        return found

    def _can_open(self, token: "Span") -> bool:
        """Whether a pattern of several tokens can begin with a word."""
        return len(self._openings) > 0 and bool(self._openings(token, allow_missing=True))

    def _longer(self, words: "Span", offset: int) -> list[tuple[int, int, int, int]]:
        """Matches of the patterns of several tokens in some words of a text."""
        return [
            (int(self.vocab.strings[key]), key, offset + start, offset + end)
            for key, start, end in self._others(words, allow_missing=True)
        ]

    def _matching(self, token: "Span") -> list[tuple[int, int]]:
        found = self._single(token, allow_missing=True)
        return [(int(self.vocab.strings[key]), key) for key, _, _ in found]


@Language.factory(NAME)
def _made(nlp: Language, name: str) -> Attributes:
    return Attributes(nlp.vocab, name)


def _is_plain(token: dict[str, Any]) -> bool:
    """Whether a pattern looks at nothing but what makes tokens alike here, and lists its words."""
    return token.keys() <= set(_LOOKED_AT) and (
        isinstance(token.get("LOWER", ""), str) or token["LOWER"].keys() == {"IN"}
    )


def _words(token: dict[str, Any]) -> Iterator[str]:
    words = token.get("LOWER", {"IN": []})
    yield from [words] if isinstance(words, str) else words["IN"]
