"""Movements worded as nouns: removals, returns, flights, arrivals."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import negation, numbers, syntax
from kg.extract.ends import goals_of, place_ref, replace_how
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.origins import origins_of
from kg.extract.people import in_vehicle, is_people, loose_people
from kg.extract.reading import Reading
from kg.extract.refer import countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_COMING: Final = frozenset(("arrival", "landing", "intake", "influx", "reception", "admission", "acceptance"))


_KEEPING_OUT: Final = frozenset(
    ("prevent", "stop", "curb", "reduce", "stem", "cut", "limit", "halt", "combat", "tackle", "deter", "slow")
)


def noun_move(reading: Reading, noun: "Token", *, taking: bool) -> Move | None:
    """A movement worded as a noun: "the removal of 15 people", "removals of men rose to 1,700"."""
    move = _described_noun(reading, noun, taking=taking)
    if move is None or move.persons is not None or (figure := _figure(noun)) is None:
        return move
    counted = numbers.counted(figure)
    if counted is None:
        return move
    persons, start, end = counted
    text, last = reading.article.text, reading.doc[end - 1]
    return replace(
        move,
        persons=persons,
        qualifier=numbers.qualifier_before(text, reading.doc[start].idx),
        per=numbers.rate_after(text, last.idx + len(last)),
        counted=(start, end),
        end=max(move.end, end),
    )


def _described_noun(reading: Reading, noun: "Token", *, taking: bool) -> Move | None:
    """The movement, and the number that a verb puts on it."""
    doc = reading.doc
    word = noun.lemma_.lower()
    if (
        word in words("movement.flights")
        and noun.head.lower_ in ("on", "aboard")
        and syntax.keys(noun.head.head) & words("movement.send")
    ):
        return None  # "deported 43 men on a flight to": the verb tells it
    if word in ("departure", "arrival") and syntax.keys(noun.head) & _KEEPING_OUT:
        return None  # "to prevent the departure of boats": people who go by themselves
    people = syntax.first(
        p
        for p in syntax.prepositional(noun, "of", "with", "carrying", "involving")
        if loose_people(reading, p)
    )
    if people is None:  # "the arrival in Accra of 14 deportees", "the removal to Ghana of a man"
        people = syntax.first(
            p
            for place in syntax.prepositional(noun, "to", *(("in", "at", "on") if word in _COMING else ()))
            for p in syntax.prepositional(place, "of")
            if loose_people(reading, p)
        )
    if people is None:
        people = syntax.first(
            c for c in noun.children if c.dep_ in ("compound", "nmod", "poss") and is_people(reading, c)
        )
    if people is None and (counted := numbers.counted(noun)) and word != "flight":
        people = doc[counted[1]]
    if people is None:
        people = _figure(noun)
    if people is None and word in words("movement.flights"):
        people = in_vehicle(reading, [noun])
    poss = syntax.first(c for c in noun.children if c.dep_ == "poss")
    by = [r for o in syntax.prepositional(noun, "by") for r in countries_of(reading, o)]
    actors = by or (countries_of(reading, poss) if poss is not None else [])
    actors = actors or [
        place_ref(reading, c)
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod") and c.i in reading.place_at and word != "flight"
    ]
    if (
        not (actors or taking)
        and noun.dep_ == "dobj"
        and not syntax.passive(noun.head)
        and syntax.keys(noun.head) & words("movement.steering")
        and (doer := syntax.subject(noun.head)) is not None
    ):
        actors = countries_of(reading, doer)  # "Germany resumed deportations"
    to, abroad = goals_of(reading, noun, people)
    if (
        not to
        and noun.dep_ == "dobj"
        and syntax.keys(noun.head) & words("movement.steering", "factuality.halts")
    ):
        to = [r for o in syntax.prepositional(noun.head, "to") for r in countries_of(reading, o)]
    if noun.dep_ == "dobj" and not to and syntax.keys(noun.head) & {"accept", "receive", "take"}:
        taker = syntax.subject(noun.head)
        to = countries_of(reading, taker) if taker is not None else []
        if people is None and to and negation.negated(noun.head):  # "has not accepted any returns"
            return described(reading, noun, "noun", None, [], to, [], abroad)
    if not to and word in _COMING:
        to = [r for o in syntax.prepositional(noun, "in", "at", "on") for r in countries_of(reading, o)]
    away = [replace_how(r) for o in syntax.prepositional(noun, "from") for r in countries_of(reading, o)]
    if not to and word in _COMING and (teller := _teller(noun)) is not None:
        left = {r.code for r in away} | words("deals.usual-senders")
        to = [r for r in countries_of(reading, teller) if r.code not in left]
    if people is not None:
        away += [r for r in origins_of(reading, noun, people) if r.code not in {x.code for x in away}]
    if (
        people is None
        and word in words("movement.flights")
        and noun.dep_ in ("nsubjpass", "dobj", "nsubj")
        and syntax.is_verb(noun.head)
        and _called_off(noun.head)
    ):
        return described(reading, noun, "noun", None, actors, to, [], abroad)
    if people is None and not to and not _carried_out(noun):
        return None
    if (
        word in words("movement.flights")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and syntax.is_verb(noun.head)
        and syntax.keys(noun.head) & words("movement.arrive")
    ):
        return None
    if taking:
        return described(
            reading,
            noun,
            "noun",
            people,
            [r for r in away if r.how == "sent"],
            actors or to,
            [r for r in away if r.how != "sent"],
            abroad,
        )
    return described(reading, noun, "noun", people, actors or away, to, away if actors else [], abroad)


def _teller(noun: "Token") -> "Token | None":
    """Who tells of what came to them: "Ghana confirmed the arrival of 12 people"."""
    verb = noun.head
    told = noun.dep_ == "dobj" and syntax.is_verb(verb) and syntax.lemma(verb) in words("movement.telling-of")
    return syntax.subject(verb) if told else None


def _carried_out(noun: "Token") -> bool:
    """As in "the first transfer had taken place"."""
    numbered = any(
        c.lower_ in ("first", "second", "third", "latest", "another", "no", "single") for c in noun.children
    )
    return (
        numbered
        and noun.dep_ in ("nsubj", "nsubjpass")
        and syntax.is_verb(noun.head)
        and not syntax.keys(noun.head).isdisjoint(words("movement.taking-place"))
    )


def _called_off(verb: "Token") -> bool:
    return bool(syntax.keys(verb) & (words("factuality.halts") | {"divert", "turn back", "call off"}))


def figured(reading: Reading, move: Move) -> Move:
    """As in "the number of people sent to Ghana rose to 52": the movement with the number put on it."""
    people = reading.doc[move.people] if move.people is not None else None
    if move.persons is not None or people is None:
        return move
    whole = people.head.head if people.dep_ == "pobj" and people.head.lower_ == "of" else people
    figure = _figure(whole) if whole.lemma_.lower() in words("movement.totals") else None
    counted = numbers.counted(figure) if figure is not None else None
    if counted is None:
        return move
    persons, start, end = counted
    qualifier = numbers.qualifier_before(reading.article.text, reading.doc[start].idx)
    return replace(move, persons=persons, qualifier=qualifier, counted=(start, end), end=max(move.end, end))


def _figure(noun: "Token") -> "Token | None":
    """The number that a noun for movements is put at: "expulsions rose to 1,700"."""
    host = noun.head.head if noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "number" else noun
    if host.i == noun.i and host.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    verb = host.head
    if not syntax.is_verb(verb) or not syntax.keys(verb) & words("movement.figures"):
        return None
    found = [
        *syntax.prepositional(verb, "to", "at"),
        *syntax.prepositional(host, "to"),
        *syntax.objects(verb),
    ]
    return next(
        (
            t
            for t in found
            if t.pos_ == "NUM" and t.i > host.i and t.ent_type_ not in ("DATE", "PERCENT", "MONEY")
        ),
        None,
    )
