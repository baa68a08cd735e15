"""Names of persons, places and organisations: the parser's, put right by the gazetteer and by their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.compound_names import find_bodies, find_events, find_initials, find_known, find_short
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.model.text import Span

if TYPE_CHECKING:
    from kg.extract.tokens import Doc, Token, Words

_CLASSES: Final = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}
_INITIAL: Final = re.compile(r"[A-Z]\.")
_EDGES: Final = ("'s", "’s", "'", "’", "the", "-", "–", ",", "of", "and", "(", ")")

Found = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name: its words, and ``person``, ``place`` or ``organisation``."""

    span: Span
    kind: str


def find_entities(reading: Reading) -> Iterator[Entity]:
    """The names in a text, in order. What stands inside a longer name is no name of its own."""
    taken: set[int] = set()
    found: list[Found] = []
    for start, end, kind in _candidates(reading):
        tokens = range(start, end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            found.append((start, end, kind))
    for start, end, kind in sorted(found, key=lambda one: one[:2]):
        if kind is not None:
            yield Entity(span=reading.span(start, end), kind=kind)


def _candidates(reading: Reading) -> Iterator[Found]:
    """All that may be a name, the surest first; None for what is a name of something else."""
    doc = reading.doc
    for start, end in find_events(doc):
        yield start, end, None
    for start, end in (*find_known(doc), *find_bodies(doc), *find_short(doc)):
        yield start, end, "organisation"
    for place in reading.places:
        if place.form in ("name", "capital"):
            which = "organisation" if place.code == "EU" else "place"
            yield place.start, place.end, None if _is_in_title(doc, place.start, place.end) else which
    for office in reading.offices:
        if office.name_end > office.name_start:
            yield *_whole(doc, office.name_start, office.name_end), "person"
    for start, end in find_initials(doc):
        yield start, end, "organisation"
    for entity in doc.ents:
        kind = _CLASSES.get(entity.label_)
        if kind is None:
            continue
        for start, end in _parts(doc, entity):
            if kind == "person":
                yield *_whole(doc, start, end), kind
            else:
                yield start, end, None if _is_in_title(doc, start, end) else _kind(reading, start, end, kind)
    for token in doc:
        if token.is_sent_start and _acts_as_person(token):
            yield token.i, token.i + 1, "person"


def _is_in_title(doc: "Doc", start: int, end: int) -> bool:
    """Whether a name is part of a post's: "Texas Governor", "Secretary of State"."""
    posts = words("names.posts")
    if end < len(doc) and doc[end].text[0].isupper() and doc[end].lower_ in posts:
        return True
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start].lower_ == "state"


def _whole(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """A person's name with the first and last names that the parser left out, and "Lord" or "Queen"."""
    while start > 0 and not doc[start].is_sent_start and _goes_on(doc[start - 1]):
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and _goes_on(doc[end]):
        end += 1
    if start > 0 and not doc[start].is_sent_start and doc[start - 1].lower_ in words("names.noble"):
        start -= doc[start - 1].text[0].isupper()
    return start, end


def _goes_on(token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.tag_ == "NNP"
        and not token.ent_type_
        and token.lower_ not in words("names.posts", "offices.honorifics", "names.noble")
        and token.text not in words("names.party-adjectives")
    )


def _parts(doc: "Doc", entity: "Words") -> Iterator[tuple[int, int]]:
    """The names in what the parser takes for one: "Amnesty International, Human Rights Watch" are two."""
    start = entity.start
    for i in range(entity.start, entity.end + 1):
        if i == entity.end or doc[i].text in (",", "(", ")", "/"):
            if (trimmed := _trimmed(doc, start, i)) is not None:
                yield trimmed
            start = i + 1


def _trimmed(doc: "Doc", start: int, end: int) -> tuple[int, int] | None:
    while start < end and (
        doc[start].lower_ in _EDGES
        or doc[start].lower_ in (words("offices.honorifics") | {"a", "an"}) - words("names.noble")
    ):
        start += 1
    while start < end and doc[end - 1].lower_ in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def _kind(reading: Reading, start: int, end: int, kind: str) -> str:
    """The class that the words themselves give, else the parser's."""
    doc = reading.doc
    if doc[end - 1].lower_ in words("society.organisations") and end - start > 1:
        return "organisation"
    if end - start == 1 and _acts_as_person(doc[start]):
        return "person"
    middle = [token.text for token in doc[start + 1 : end - 1]]
    return "person" if any(_INITIAL.fullmatch(text) for text in middle) else kind


def _acts_as_person(token: "Token") -> bool:
    """Whether one name without an article does what people do: "Hoover retired"."""
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and token.tag_ == "NNP"
        and token.head.lemma_.lower() in words("names.people-do")
        and not any(child.dep_ in ("det", "amod", "compound") for child in token.children)
    )
