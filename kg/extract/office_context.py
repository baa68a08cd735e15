"""What the text around a post tells of it: a counterpart's or predecessor's title, and the country."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import table, words
from kg.extract.reading import Office, Reading


def in_context(reading: Reading, found: list[Office]) -> Iterator[Office]:
    """Posts with the title and country that other words of the text give them."""
    return _countries(reading, list(_likened(found)))


def _likened(found: list[Office]) -> Iterator[Office]:
    """Gives "her counterpart" and "his predecessor" the post named last, the latter with its country."""
    own: list[Office] = []
    for office in found:
        *_, like = office.office.split()
        if like not in words("offices.likened"):
            own.append(office)
            yield office
        elif own and like == "counterpart":
            yield replace(office, office=own[-1].office)
        elif own:
            last = own[-1]
            title = last.office.removeprefix("acting ")
            yield replace(office, office=title, country=last.country, organisation=last.organisation)


def _countries(reading: Reading, offices: list[Office]) -> Iterator[Office]:
    known: dict[str, str] = {}
    for office in offices:
        if office.country:
            known.setdefault(office.person, office.country)
    for leader in reading.leaders:  # whom the gazetteer knows
        for office in offices:
            if leader.start <= office.name_start and leader.end == office.name_end:
                known.setdefault(office.person, leader.code)
    home = home_country(reading)
    for office in offices:
        if office.country or (office.organisation and not _of_a_state(office)):
            yield office
        elif code := known.get(office.person) or table("offices.country").get(office.office):
            yield replace(office, country=code, how="office")
        elif code := _spoken_of(reading, office, known) or home:
            yield replace(office, country=code, how="document context")
        else:
            yield office


_BEFORE: Final = 2
_FAR: Final = 120
_ROLES: Final = {"nsubj": 2.0, "nsubjpass": 2.0, "pobj": 0.5, "dobj": 0.5}
_GOVERNING: Final = frozenset(
    ("government", "parliament", "minister", "court", "cabinet", "ministry", "administration", "authority")
)


def _spoken_of(reading: Reading, office: Office, known: dict[str, str]) -> str | None:
    """The country that the sentence with a post, or one of two before it, is about."""
    doc, found = reading.doc, (0.0, "")
    number = reading.article.sentence_at(doc[office.start].idx)
    surnames = {name.split()[-1]: code for name, code in known.items() if name != office.person}
    for token in doc[max(0, office.start - _FAR) : office.start]:
        code = surnames.get(token.text) if token.dep_ in ("nsubj", "nsubjpass") else None
        distance = number - reading.article.sentence_at(token.idx)
        if code is not None and distance <= _BEFORE:  # "Meloni criticised the ruling. Interior Minister X"
            found = max(found, (_ROLES["nsubj"] - distance / 2 + token.i / 1e5 + 2, code))
    for place in reading.places:
        if place.code == "EU" and "minister" in office.office:
            continue
        if place.start >= office.end:  # "told parliament in Accra"
            seat = place.form == "capital" and doc[place.start - 1].lower_ == "in"
            if not seat or place.start - office.end > 9 or place.end > doc[office.start].sent.end:
                continue
            weight = 5.0
        elif place.end <= office.start:
            distance = number - reading.article.sentence_at(doc[place.start].idx)
            if distance > _BEFORE:
                continue
            top = doc[place.end - 1]
            while top.dep_ in ("compound", "amod", "nmod", "poss", "conj") and top.head.i != top.i:
                top = top.head
            weight = _ROLES.get(top.dep_, 1.0) - distance / 2 + place.start / 1e5 + 2
            if place.form == "demonym":
                weight += 0.5 * (top.lemma_.lower() in _GOVERNING) - 0.75 * (top.tag_ in ("NNS", "NNPS"))
                weight -= 2 * (top.lemma_.lower() in words("movement.people"))
        else:
            continue
        found = max(found, (weight, place.code))
    return found[1] or None


def _of_a_state(office: Office) -> bool:
    """Whether the body is an organ of a state, or the party of one of its lawmakers."""
    first = office.office.split()[0]
    if first == "minister" or office.office.endswith(" minister"):
        return True
    body = (office.organisation or "").lower().split()
    return first in words("offices.members") or not words("offices.state-organs").isdisjoint(body)


def home_country(reading: Reading) -> str | None:
    """The country the text speaks of most; as a subject it counts twice."""
    said: Counter[str] = Counter()
    for place in reading.places:
        if place.form != "town":
            top = reading.doc[place.end - 1]
            while top.dep_ in ("compound", "amod", "nmod", "poss") and top.head.i != top.i:
                top = top.head
            said[place.code] += 2 if top.dep_ in ("nsubj", "nsubjpass") else 1
    return max(said, key=lambda code: said[code], default=None)
