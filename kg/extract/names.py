"""What a text names: countries as places, and every known name as a mention."""

from dataclasses import replace
from typing import Final

from kg.extract.reading import Place, Reading
from kg.model.text import Mention, Span
from kg.read.gazetteer import find

_FORMS: Final = {"country": "name", "demonym": "demonym", "capital": "capital", "government": "leader"}


def find_places(reading: Reading) -> Reading:
    """Adds the names that the gazetteer knows: each as a mention, and countries as places too."""
    places, mentions = [], []
    for found in find(reading.article.text):
        span = reading.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None:
            continue
        name = found.name
        kind = name.kind if name else found.readings[0].kind
        mentions.append(
            Mention(
                span=Span.of(reading.article, found.start, found.end),
                kind=kind,
                ref=name.ref if name else None,
                extractor="rules/1#gazetteer",
            )
        )
        if name and name.country and name.kind in _FORMS:
            places.append(Place(start=span.start, end=span.end, code=name.country, form=_FORMS[name.kind]))
    return replace(reading, places=tuple(places), mentions=tuple(mentions))
