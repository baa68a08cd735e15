"""Movements told without a verb of moving: "the pilot will involve 50 people", "dozens more are expected"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import negation, numbers, syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.people import in_vehicle, is_people
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import countries_of
from kg.model.codes import Qualifier

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_TOGETHER = ("group", "batch", "contingent", "cohort", "flight", "plane", "arrival", "transfer", "wave")
_FURTHER = ("further", "more", "additional", "new", "regular", "weekly", "monthly", "several")
_MORE = (
    "more",
    "other",
    "others",
    "dozen",
    "hundred",
    "first",
    "second",
    "third",
    "next",
    "another",
    "further",
)


def implicit(reading: Reading, token: "Token") -> Move | None:
    """The movement that a verb stands for in its sentence, or None."""
    if token.pos_ == "NOUN":
        return _ceiling(reading, token)
    if not syntax.is_verb(token):
        return None
    return (
        _involved(reading, token)
        or _awaited(reading, token)
        or _due(reading, token)
        or _grounded(reading, token)
        or _left_behind(reading, token)
        or _no_trip(reading, token)
        or _promised(reading, token)
    )


def _ceiling(reading: Reading, noun: "Token") -> Move | None:
    """As in "accepted a ceiling of 25 people a month"."""
    setter = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "on") else noun.head
    if noun.lemma_.lower() not in words("movement.ceilings") or not syntax.is_verb(setter):
        return None
    if not syntax.keys(setter) & {
        "accept",
        "set",
        "agree",
        "agree on",
        "agree to",
        "impose",
        "fix",
        "announce",
    }:
        return None
    people = syntax.first(
        p for p in syntax.prepositional(noun, "of", "at") if is_people(reading, p) and numbers.counted(p)
    )
    if people is None:
        return None
    move = described(reading, noun, "implicit", people, [], [], [], False)
    return replace(move, qualifier=Qualifier.UP_TO)


def _left_behind(reading: Reading, verb: "Token") -> Move | None:
    """As in "two men were left behind": people who were to go with the others."""
    if "leave behind" not in syntax.keys(verb) or not syntax.passive(verb):
        return None
    people = syntax.subject(verb)
    if (
        people is None
        or not is_people(reading, people)
        or numbers.counted(people) is None
        or negation.negated(verb)
    ):
        return None
    return described(reading, verb, "halted", people, [], [], [], False)


def _no_trip(reading: Reading, verb: "Token") -> Move | None:
    """As in "not one has made the trip"."""
    if verb.lemma_.lower() not in ("make", "complete", "board"):
        return None
    who = syntax.subject(verb)
    trip = any(o.lemma_.lower() in ("trip", "journey", "crossing") for o in syntax.objects(verb))
    aboard = verb.lemma_.lower() == "board" and any(
        o.lemma_.lower() in words("movement.flights") for o in syntax.objects(verb)
    )
    if who is None or not (aboard or (verb.lemma_.lower() in ("make", "complete") and trip)):
        return None
    nobody = who.lower_ in ("nobody", "none") or any(c.lower_ in ("no", "not") for c in who.children)
    if not nobody or setting(verb).reality is not Reality.DENIED:
        return None
    return replace(described(reading, verb, "implicit", who, [], [], [], False), persons=None, qualifier=None)


def _promised(reading: Reading, verb: "Token") -> Move | None:
    """As in "vowed further flights", "more removals are planned", "more flights would follow"."""
    promised = verb.lemma_.lower() in words("movement.promising")
    ahead = (Reality.PLANNED, Reality.EXPECTED)
    follows = verb.lemma_.lower() == "follow" and setting(verb).reality in ahead
    if not (promised or follows) or negation.negated(verb):
        return None
    told = syntax.objects(verb) if promised and not syntax.passive(verb) else (syntax.subject(verb),)
    moved = syntax.first(
        o
        for o in told
        if o is not None
        and o.lemma_.lower() in words("movement.flights", "movement.move-nouns")
        and any(c.lower_ in _FURTHER or c.dep_ == "nummod" for c in o.children)
    )
    if moved is None:
        return None
    move = described(reading, verb, "implicit", moved, [], [], [], False)
    return replace(move, persons=None, qualifier=None, category=None, counted=None)


def _involved(reading: Reading, verb: "Token") -> Move | None:
    """As in "the scheme will involve small numbers of Ghanaians"."""
    if syntax.keys(verb).isdisjoint(words("movement.involve")):
        return None
    subject = syntax.subject(verb)
    if (
        subject is None
        or subject.lemma_.lower() not in words("movement.schemes-moving")
        or setting(verb).reality not in (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE)
    ):
        return None
    people = syntax.first(
        p
        for p in (*syntax.objects(verb), *syntax.prepositional(verb, "to"))
        if is_people(reading, p)
        and (numbers.counted(p) is not None or p.lemma_.lower() in words("movement.quantities"))
    )
    return described(reading, verb, "implicit", people, [], [], [], False) if people is not None else None


def _awaited(reading: Reading, verb: "Token") -> Move | None:
    """As in "dozens more are expected", "he expected more to follow", "the first are due in May"."""
    if verb.lemma_.lower() not in ("expect", "anticipate") or negation.negated(verb):
        return None
    after = syntax.first(c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i)
    if after is not None and after.lemma_.lower() not in words("movement.arrive"):
        return None
    if syntax.passive(verb):
        people = syntax.first(c for c in verb.children if c.dep_ == "nsubjpass")
        lost = (
            people.children if people is not None else ()
        )  # "the first prisoners, all of them foreigners, are"
        people = syntax.first(c for c in lost if c.dep_ == "npadvmod" and c.i < verb.i) or people
        coming = after is None or people is None or people.lower_ == "they"
    else:
        near = (*(after.children if after is not None else ()), *verb.children)
        people = syntax.first(
            c
            for c in near
            if c.i > verb.i
            and (
                c.lemma_.lower() in _MORE
                or (
                    (c.lemma_.lower() in _TOGETHER or is_people(reading, c))
                    and any(a.lemma_.lower() in _MORE for a in c.children)
                )
            )
        )
        coming = after is not None and after.lemma_.lower() in ("follow", "come", "arrive")
        if people is None and after is None and (hosted := _expected_by(reading, verb)) is not None:
            return hosted
    if people is None or not coming:
        return None
    told = (people, *people.children)
    coming_together = people.lemma_.lower() in _TOGETHER
    more = any(t.lemma_.lower() in _MORE for t in told) or numbers.counted(people) is not None
    more = more or (coming_together and any(c.pos_ == "NUM" for c in people.children))
    if not more or not (is_people(reading, people) or people.lemma_.lower() in _MORE or coming_together):
        return None
    aboard = in_vehicle(reading, [people])
    move = described(reading, verb, "implicit", aboard or people, [], [], [], False)
    if aboard is not None:
        return replace(move, start=min(move.start, people.left_edge.i))
    # "two more groups": groups are counted, not people
    return replace(move, persons=None, qualifier=None, counted=None) if coming_together else move


def _expected_by(reading: Reading, verb: "Token") -> Move | None:
    """As in "Kabul expects another 300 by June": a state, and a number besides those before."""
    host = syntax.subject(verb)
    hosts = countries_of(reading, host) if host is not None else []
    people = syntax.first(
        o
        for o in syntax.objects(verb)
        if (o.pos_ == "NUM" or is_people(reading, o))
        and numbers.counted(o)
        and any(t.lower_ in ("another", "more", "further") for t in (o, *o.children))
    )
    if len(hosts) != 1 or people is None or hosts[0].code in words("deals.usual-senders"):
        return None
    return described(reading, verb, "implicit", people, [], hosts, [], False)


def _due(reading: Reading, verb: "Token") -> Move | None:
    """As in "the first inmates are due in 2027"."""
    if syntax.lemma(verb) != "be":
        return None
    due = any(c.dep_ == "acomp" and c.lower_ in ("due", "imminent") for c in verb.children)
    people = syntax.subject(verb) if due else None
    if (
        people is None
        or negation.negated(verb)
        or any(c.dep_ == "xcomp" for a in verb.children for c in a.children)
    ):
        return None
    told = (people, *people.children)
    together = people.lemma_.lower() in _TOGETHER and numbers.counted(people) is not None
    if not (is_people(reading, people) or together) or not (
        any(t.lemma_.lower() in _MORE for t in told) or numbers.counted(people) is not None
    ):
        return None
    return described(reading, verb, "implicit", people, [], [], [], False)


def _grounded(reading: Reading, verb: "Token") -> Move | None:
    """Flights that never left, and "the first" of them that was stopped."""
    subject = syntax.subject(verb)
    if subject is None:
        return None
    flight = subject.lemma_.lower() in words("movement.flights")
    if (
        flight
        and verb.lemma_.lower()
        in (
            "leave",
            "depart",
            "fly",
            "go",
            "operate",
            "land",
            "come",
            "arrive",
            "take",
            "happen",
            "run",
            "touch",
        )
        and any(c.lower_ in ("no", "any") for c in subject.children)
        and setting(verb).reality is Reality.DENIED
    ):
        move = described(reading, verb, "implicit", subject, [], [], [], False)
        return replace(move, persons=None, qualifier=None, category=None)
    if (
        subject.lower_ in ("first", "second", "third", "fourth", "last", "another")
        and syntax.passive(verb)
        and syntax.keys(verb) & words("movement.given-up")
        and any(t.lemma_.lower() in words("movement.flights") for t in verb.sent if t.i < subject.i)
    ):
        return described(reading, verb, "halted", None, [], [], [], False)
    return None
