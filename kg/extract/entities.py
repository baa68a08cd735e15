"""Names of persons, places and organisations: the parser's, put right by the gazetteer and by what the words are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_CLASSES: Final = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name: its words, and ``person``, ``place`` or ``organisation``."""

    span: Span
    kind: str


def find_entities(reading: Reading) -> Iterator[Entity]:
    """The names in a text, in order."""
    taken: set[int] = set()
    for place in reading.places:
        if place.form in ("name", "capital"):
            taken.update(range(place.start, place.end))
            yield Entity(span=reading.span(place.start, place.end), kind="place")
    for entity in reading.doc.ents:
        kind = _CLASSES.get(entity.label_)
        if kind is None or any(t.i in taken for t in entity):
            continue
        start, end = entity.start, entity.end
        while start < end - 1 and reading.doc[start].lower_ in {"the", "a", "an"} | words(
            "offices.honorifics"
        ):
            start += 1
        while end - 1 > start and reading.doc[end - 1].lower_ in ("'s", "’s", "the"):
            end -= 1
        yield Entity(span=reading.span(start, end), kind=_kind(reading, entity, kind))


def _kind(reading: Reading, entity: "Words", kind: str) -> str:
    """The class that the words themselves give, else the parser's."""
    last = entity[-1].lower_
    if last in words("society.organisations") and len(entity) > 1:
        return "organisation"
    if kind != "person" and any(o.name_start <= entity.start < o.name_end for o in reading.offices):
        return "person"
    return kind
