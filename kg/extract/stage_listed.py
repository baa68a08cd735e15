"""Bare participles of overviews: "Uganda: agreed in July, suspended in May", of who heads the line."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Stage
from kg.extract.lexicon import words
from kg.extract.listed import label_of, pair_label
from kg.extract.reading import Reading
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BY_LIST: Final = (
    ("deals.signed", Status.SIGNED),
    ("deals.ratified", Status.RATIFIED),
    ("deals.agreed-strong", Status.AGREED),
    ("deals.suspended", Status.SUSPENDED),
    ("deals.expired", Status.EXPIRED),
    ("deals.fell-through", Status.FELL_THROUGH),
    ("deals.terminated", Status.TERMINATED),
    ("deals.rejected", Status.REJECTED),
)
_VERDICTS: Final = ("unlawful", "illegal", "unconstitutional", "void")


def labelled(reading: Reading, verb: "Token") -> Stage | None:
    """The stage that a participle right behind a colon or comma tells of the label of its line."""
    doc = verb.doc
    if verb.tag_ not in ("VBN", "VBD") or verb.i < 2 or doc[verb.i - 1].text not in (":", ",", ";", "and"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "dobj", "aux", "auxpass") for c in verb.children):
        return None
    keys = syntax.keys(verb)
    status = next((status for name, status in _BY_LIST if keys & words(name)), None)
    if verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in _VERDICTS and keys & words("deals.held"):
        status = Status.RULED_UNLAWFUL
    if status is None or not (pair_label(reading, verb) or label_of(reading, verb)):
        return None
    return Stage(status=status, rule="status-labelled")
