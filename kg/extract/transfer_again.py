"""Movements that only tell another one again, or that stay where the people had been brought to."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def modifies(reading: Reading, move: Move, moves: tuple[Move, ...]) -> bool:
    """As in "people deported by Washington" inside another movement tells its origin only."""
    trigger = reading.doc[move.trigger]
    others = [m for m in moves if m.trigger != move.trigger]
    if (
        trigger.dep_ == "acl"
        and any(
            m.people is not None and m.people == trigger.head.i and not _apart(reading, move, m)
            for m in others
        )
        and not any(r.how == "sent" for r in move.receiving)
    ):
        return True
    if (
        trigger.dep_ in ("relcl", "acl", "ccomp")
        and trigger.head.lemma_.lower() == "time"
        and move.persons is None
        and any(m.persons is not None and m.trigger < move.trigger for m in others)
    ):
        return True  # "it was the third time that Norway had sent people there"
    if any(
        m.again and m.counted is not None and m.counted == move.counted and not move.again for m in others
    ):
        return True  # "which sent 12 the other way"
    summed = trigger.head.head.head if trigger.dep_ == "acl" and trigger.head.dep_ == "pobj" else trigger
    if summed.lemma_.lower() in words("movement.totals") and any(m.again for m in others):
        return True  # "bringing to 52 the number of people sent to Ghana"
    if trigger.dep_ == "acl" and trigger.head.lemma_.lower() in words("movement.flights"):
        return any(m.people is not None and m.people == move.people for m in others)
    if move.form == "noun" and trigger.dep_ == "nsubj" and move.persons is None:
        carried = (m for m in others if m.trigger == trigger.head.i and m.form == "send")
        if any(m.persons is not None for m in carried):
            return True  # "the flight to Ghana carried 40 people"
    clause = any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in trigger.children)
    if trigger.dep_ == "acl" and trigger.tag_ == "VBN" and move.form != "arrive" and not clause:
        people = reading.doc[move.people] if move.people is not None else None
        told = people is not None and any(m.people == people.i for m in others)
        counted_back = not told and move.persons is not None and _hence(trigger)
        if not (move.receiving or counted_back) or (
            people is not None and people.lower_ in ("those", "some")
        ):
            return True
    if (
        trigger.dep_ in ("relcl", "acl")
        and move.persons is None
        and not (move.sending and move.receiving)
        and any(trigger.head.i == m.people for m in others if m.form != "noun")
    ):
        return True
    if (
        move.form == "noun"
        and trigger.lemma_.lower() in words("movement.flights")
        and any(m.people is not None and m.people == move.people and m.form == "send" for m in others)
    ):
        return True  # "a flight taking three people to"
    # "five men ... who were flown there": one movement, told twice
    return trigger.dep_ in ("relcl", "conj") and any(
        m.people is not None
        and move.people is not None
        and m.trigger < move.trigger
        and _same_people(reading, m.people, move.people)
        and (
            not move.receiving
            or {r.code for r in move.receiving} <= {r.code for r in m.receiving}
            or not move.sending
        )
        and reading.doc[m.trigger].sent == trigger.sent
        for m in others
    )


def settled_in(reading: Reading, move: Move, moves: tuple[Move, ...]) -> bool:
    """As in "they were later moved to a hotel in Accra": within the country where they had come to."""
    trigger = reading.doc[move.trigger]
    people = reading.doc[move.people] if move.people is not None else None
    if people is None or move.form != "send" or move.sending or move.origin or not move.receiving:
        return False
    again = people.lower_ in ("they", "them") or any(c.lower_ == "the" for c in people.children)
    inside = any(
        o.lemma_.lower() in words("movement.sites", "movement.shelters")
        for o in syntax.prepositional(trigger, "to", "into")
    )
    return (
        again
        and inside
        and any(
            m.trigger < move.trigger and {r.code for r in m.receiving} == {r.code for r in move.receiving}
            for m in moves
        )
    )


def _apart(reading: Reading, move: Move, other: Move) -> bool:
    """As in "40 people flown from A to B are held in a hotel": it tells both ends, and other ones."""
    gone = {r.code for r in move.receiving}
    kept = reading.doc[other.trigger].lemma_.lower() in words("movement.kept")
    return bool(move.sending and gone) and (kept or gone.isdisjoint(r.code for r in other.receiving))


def _hence(trigger: "Token") -> bool:
    """As in "one man sent back in May", "the five deported in July": a movement with a time of its own."""
    return any(
        c.i > trigger.i and (c.lower_ in ("back", "home") or any(t.ent_type_ == "DATE" for t in c.subtree))
        for c in trigger.children
    )


def _same_people(reading: Reading, one: int, other: int) -> bool:
    doc = reading.doc
    return one == other or (
        doc[other].head.i == one and doc[other].dep_ in ("appos", "conj") and abs(one - other) < 4
    )
