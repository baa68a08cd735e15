"""What a text names: every known name as a mention, and countries as places for the stages."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract.reading import Place, Reading
from kg.extract.syntax import SUBJECTS
from kg.model.text import Article, Mention, Span
from kg.read.gazetteer import find

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_FORMS: Final = {
    "country": "name",
    "demonym": "demonym",
    "capital": "capital",
    "town": "town",
    "government": "leader",
}
_EXTRACTOR: Final = "gazetteer/1#name"


@lru_cache(maxsize=4)  # asked for before and after the rules
def find_mentions(article: Article) -> tuple[Mention, ...]:
    """The names that the gazetteer knows; an undecided one has no ``ref``."""
    return tuple(_mentions(article))


def _mentions(article: Article) -> Iterator[Mention]:
    for found in find(article.text):
        name = found.name
        kind = name.kind if name else found.readings[0].kind
        span = Span.of(article, found.start, found.end)
        yield Mention(span=span, kind=kind, ref=name.ref if name else None, extractor=_EXTRACTOR)


def _is_surname(token: "Token", known: set[str]) -> bool:
    """Whether a demonym is somebody's name: "Volker Türk", and "Türk" from there on."""
    if token.ent_type_ != "PERSON" or token.tag_ != "NNP":
        return False
    before = token.doc[token.i - 1] if token.i else token
    if token.dep_ not in ("compound", "amod") and before.i != token.i and before.ent_type_ == "PERSON":
        known.add(token.text)
    return token.text in known


def find_places(reading: Reading) -> Reading:
    """Adds the names of the text, and its countries as places."""
    places: list[Place] = []
    leaders: list[Place] = []
    bodies: list[Place] = []
    surnames: set[str] = set()
    for found in find(reading.article.text):
        if reading.article.text[max(0, found.start - 4) : found.start].lower() == "non-":
            continue  # "a non-EU country"
        span = reading.doc.char_span(found.start, found.end, alignment_mode="expand")
        name = found.name
        if span is not None and name and name.kind == "town" and span[-1].dep_ in SUBJECTS:
            continue  # "Texas sued": a town or a state of a federation is somewhere to go, and no party
        if span is not None and name and name.kind == "demonym" and _is_surname(span.root, surnames):
            continue
        if span is not None and name and name.country and name.kind in _FORMS:
            places.append(Place(start=span.start, end=span.end, code=name.country, form=_FORMS[name.kind]))
        elif span is not None and name and name.country and name.kind == "person":
            leaders.append(Place(start=span.start, end=span.end, code=name.country, form="leader"))
        elif span is not None and name and name.country and name.kind == "body":
            bodies.append(Place(start=span.start, end=span.end, code=name.country, form="body"))
    by_country: dict[str, list[Place]] = {}
    for place in places:
        by_country.setdefault(place.code, []).append(place)
    return replace(
        reading,
        places_of=by_country,
        places=tuple(places),
        place_at={i: place for place in places for i in range(place.start, place.end)},
        leaders=tuple(leaders),
        bodies=tuple(bodies),
        mentions=find_mentions(reading.article),
    )
