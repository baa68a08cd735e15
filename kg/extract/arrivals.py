"""People who arrive, land, leave or travel."""

from typing import TYPE_CHECKING

from kg.extract import numbers, syntax
from kg.extract.ends import goals_of, place_ref
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.people import in_vehicle, is_people
from kg.extract.reading import Reading
from kg.extract.refer import countries_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def arrival(reading: Reading, verb: "Token", subject: "Token | None") -> Move | None:
    """People who come or go themselves: "arrived in", "landed in", "left for"."""
    if subject is None:
        return None
    people = (
        subject
        if is_people(reading, subject)
        or subject.lower_ in ("one", "nobody", "none")
        or (
            numbers.counted(subject)
            and (subject.pos_ == "NUM" or subject.lemma_.lower() in ("group", "batch"))
        )
        else in_vehicle(reading, [subject])
    )
    if (
        people is None
        or people.ent_type_ == "MONEY"
        or (people.i and reading.doc[people.i - 1].text in "$€£")
        or any(c.text in "$€£" for c in people.children)
    ):
        return None
    carrier = [
        place_ref(reading, c)
        for c in subject.children
        if subject.i != people.i
        and c.i in reading.place_at
        and c.dep_ in ("compound", "amod", "nmod", "poss")
    ]
    word = syntax.lemma(verb)
    to, abroad = goals_of(reading, verb, people)
    to = to or [
        r for p in ("in", "at") for o in syntax.prepositional(verb, p) for r in countries_of(reading, o)
    ]
    to = to or [
        r for o in syntax.objects(verb) if word in ("reach", "enter") for r in countries_of(reading, o)
    ]
    away = [r for o in syntax.prepositional(verb, "from") for r in countries_of(reading, o)]
    away += [r for o in syntax.objects(verb) if word in ("leave", "depart") for r in countries_of(reading, o)]
    away = away or carrier
    real = setting(verb).reality
    some = (
        any(c.lower_ in ("first", "a", "an") for c in people.children) or numbers.counted(people) is not None
    )
    awaited = (real in (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE) and some) or (
        people.lower_ == "one" and real is not Reality.UNREAL
    )
    if word in ("follow", "return") and (
        any(True for _ in syntax.objects(verb))
        or syntax.passive(verb)
        or (not some and people.lower_ != "one")
    ):
        return None
    if (
        real is Reality.HAPPENED
        and numbers.counted(people) is not None
        and any(t.lemma_.lower() in words("movement.flights") for t in verb.subtree)
    ):
        awaited = True
    if word == "go":
        awaited = numbers.counted(people) is not None and any(
            c.lower_ in ("home", "voluntarily", "back", "there") for c in verb.children
        )
    if any(c.lower_ == "home" for c in verb.children):
        to = []
    if (not to and not away and not awaited) or word == "enter" or (word == "serve" and not to):
        return None
    return described(reading, verb, "arrive", people, away, to, [], abroad)
