"""What spaCy's attribute ruler and lemmatizer give, parts of speech and lemmas, in a fraction of their time.

The ruler tries each of its patterns on each token. Nearly all of them look at one token alone: at its tag,
its relation, and whether it is one of a few words. What is alike in that is looked at once, and so is each
form of a word for its lemma.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Token

_RULER: Final = "attribute_ruler"
_LEMMATIZER: Final = "lemmatizer"
_NAME: Final = "kg_attributes"
_LOOKED_AT: Final[list[int | str]] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_GIVEN: Final[list[int | str]] = ["TAG", "POS", "MORPH", "DEP", "LEMMA"]
_FORM: Final[list[int | str]] = ["ORTH", "POS", "MORPH", "LEMMA"]
_UNNAMED: Final = 1  # stands for all words that no pattern names; no word has this number

Row = tuple[int, ...]


def hasten(nlp: Language) -> None:
    """Lets :class:`Attributes` stand in for the two, unless the ruler looks at more than it can."""
    ruler: Any = nlp.get_pipe(_RULER)
    if all(token.keys() <= set(_LOOKED_AT) for way in _ways(ruler) for token in way):
        nlp.add_pipe(_NAME, after=_LEMMATIZER)
        nlp.disable_pipe(_RULER)
        nlp.disable_pipe(_LEMMATIZER)


def _ways(ruler: "AttributeRuler") -> list[list[dict[str, Any]]]:
    """Its patterns: what each token must be."""
    patterns: list[Any] = list(ruler.patterns)
    return [way for pattern in patterns for way in pattern["patterns"]]


def _spelled(token: dict[str, Any]) -> str:
    """An expression for the words that a token of a pattern can be."""
    match token.get("LOWER", {"IN": []}):
        case str(word):
            return f"^{re.escape(word)}$"
        case {"IN": words}:
            return f"^(?:{'|'.join(map(re.escape, words))})$"
        case {"REGEX": expression}:
            return f"(?:{expression})"
    return ""


class Attributes:
    """Gives the tokens of a text what two components give them.

    Args:
        ruler: The first; its patterns look at words, tags, relations and spaces alone.
        lemmatizer: The second.
    """

    def __init__(self, ruler: "AttributeRuler", lemmatizer: "Lemmatizer") -> None:
        self._ruler = ruler
        self._lemmatizer: Any = lemmatizer
        # Words that a pattern names stand for themselves; all others are alike to the ruler.
        self._named = re.compile("|".join(_spelled(token) for way in _ways(ruler) for token in way))
        self._openings = Matcher(ruler.vocab)
        self._longest = 1
        for way in _ways(ruler):
            if len(way) > 1:
                self._openings.add("opening", [way[:1]])
                self._longest = max(self._longest, len(way))
        self._words: dict[int, int] = {}  # as many as the vocabulary has
        self._known: dict[Row, Row] = {}
        self._opening: set[Row] = set()
        self._together = lru_cache(maxsize=1024)(self._read)
        self._lemmas: dict[Row, int] = {}  # as many as the lemmatizer itself remembers

    def __call__(self, doc: Doc) -> Doc:
        """Gives them their parts of speech, forms and lemmas."""
        if not len(doc):
            return doc
        seen: list[Row] = [*map(tuple, doc.to_array(_LOOKED_AT).tolist())]
        kinds = [(self._words.get(word) or self._word(word), *rest) for word, *rest in seen]
        given = [
            self._known.get(kind) or self._learn(kind, row) for kind, row in zip(kinds, seen, strict=True)
        ]
        for start, end in self._stretches(kinds):
            given[start:end] = self._together(*seen[start:end])
        table: Any = doc.to_array(_GIVEN)
        table[:] = given
        forms = [*map(tuple, doc.from_array(_GIVEN, table).to_array(_FORM).tolist())]
        lemmas: Any = doc.to_array("LEMMA")
        lemmas[:] = [
            form[-1] or self._lemmas.get(form) or self._lemma(form, doc[i]) for i, form in enumerate(forms)
        ]
        return doc.from_array("LEMMA", lemmas)

    def _word(self, word: int) -> int:
        named = self._named.search(self._ruler.vocab.strings[word])
        self._words[word] = found = word if named else _UNNAMED
        return found

    def _learn(self, kind: Row, row: Row) -> Row:
        if self._openings(self._doc(row), allow_missing=True):
            self._opening.add(kind)
        (given,) = self._read(row)
        self._known[kind] = given
        return given

    def _lemma(self, form: Row, token: "Token") -> int:
        lemma = self._ruler.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        self._lemmas[form] = lemma
        return lemma

    def _stretches(self, kinds: Sequence[Row]) -> Iterator[tuple[int, int]]:
        """First word and one past the last of all that patterns of several words can reach together."""
        start = end = 0
        for i in (i for i, kind in enumerate(kinds) if kind in self._opening):
            if i >= end > start:
                yield start, end
            start, end = start if i < end else i, i + self._longest
        if end > start:
            yield start, end

    def _read(self, *rows: Row) -> list[Row]:
        """What the ruler gives to words, one behind the other."""
        return [*map(tuple, self._ruler(self._doc(*rows)).to_array(_GIVEN).tolist())]

    def _doc(self, *rows: Row) -> Doc:
        vocab = self._ruler.vocab
        doc = Doc(vocab, words=[vocab.strings[word] for word, *_ in rows])
        table: Any = doc.to_array(_LOOKED_AT)
        table[:] = rows
        return doc.from_array(["TAG", "DEP"], table[:, 1:3])


@Language.factory(_NAME)
def _made(nlp: Language, name: str) -> Attributes:
    ruler: Any = nlp.get_pipe(_RULER)
    lemmatizer: Any = nlp.get_pipe(_LEMMATIZER)
    return Attributes(ruler, lemmatizer)
