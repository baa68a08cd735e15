"""Ways back and onward: where people go who had been moved before, and from where."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.origins import ORIGINS
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token

CONTEXT: Final = "document deal"
"""How an end is resolved that only the rest of the text gives."""

CONTINENTS: Final = frozenset(("africa", "asia", "europe", "america"))


_BACK: Final = frozenset(("return", "repatriate", "readmit"))


_AGAIN: Final = frozenset(("all", "they", "them", "some", "many", "most", "half", "both", "others"))


def way_home(
    reading: Reading, trigger: "Token", move: Move, directions: Directions
) -> tuple[Ref | None, Ref | None] | None:
    """Ends of a way home: people of one nation go there; people moved before leave where they were."""
    near = {c.lower_ for c in trigger.children} | {
        inner.lower_
        for goal in trigger.subtree
        if goal.i > trigger.i and goal.dep_ == "pobj" and goal.head.lower_ == "to"
        if syntax.clause_verb(goal).tag_
        in (trigger.tag_, "VBN")  # "flew those stranded back to their countries"
        for inner in goal.subtree
    }
    theirs = "their" in near and bool(near & {"country", "countries"})
    homewards = theirs or bool(near & {"home", "homeland", "homelands"}) or _over_the_line(reading, move)
    back = "back" in near or bool({trigger.lemma_.lower()} & _BACK)
    people = reading.doc[move.people] if move.people is not None else None
    if people is None or move.form == "noun":
        return None
    if len(move.nationality) == 1:
        [nation] = move.nationality
        sender = move.sending[0] if move.sending else _held(reading, people)
        if sender is None and once_moved(people) and (homewards or trigger.lemma_.lower() in _BACK):
            sender = nearest(reading, trigger, directions, directions.main[0] if directions.main else None)
        deal = directions.main
        if (
            sender is None
            and deal is not None
            and deal[1] not in words("deals.usual-senders")
            and deal[1] != nation
            and any(c.lower_ == "the" for c in people.children)
            and (homewards or back)
            and not directions.pairs[deal[0], nation]
        ):  # "the Malians were bused back to their country": from where they had been sent
            sender = next(iter(carried(reading, directions, deal[1])), None)
        if sender is None:
            main = directions.of_form(move.form)
            pair = directions.sender_to(nation) or (main[0] if main else _usual(reading))
            sender = next(iter(carried(reading, directions, pair)), None)
        known = sender is not None and bool(directions.pairs[sender.code, nation])
        removed = move.form == "send" and (known or _own(people))
        if (homewards or back or removed) and (sender is None or sender.code != nation):
            place = next((p for p in reading.places if p.code == nation), None)
            if place is not None:
                return sender, Ref(code=nation, start=place.start, end=place.end, how="nationality")
        return None
    told = once_moved(people) or any(c.lower_ in ("all", "the", "those", "these") for c in people.children)
    if homewards and not move.sending and (move.form == "arrive" or told):
        main = directions.main
        left = nearest(reading, trigger, directions, main[0] if main else None)
        if left is None:
            left = next(iter(carried(reading, directions, main[1] if main else None)), None)
        return left, None
    return None


def _own(people: "Token") -> bool:
    """As in "78 of its citizens were removed": a state speaks of its own, who come home."""
    parts = (people, *syntax.prepositional(people, "of"))
    named = [p for p in parts if p.lemma_.lower() in ("citizen", "national", "compatriot")]
    return any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for p in named for c in p.children)


def _over_the_line(reading: Reading, move: Move) -> bool:
    """As in "drove 40 Malians over the border", "to the frontier"."""
    hosts = [reading.doc[i] for i in (move.trigger, move.people) if i is not None]
    beyond = (o for h in hosts for o in syntax.prepositional(h, "over", "across", "to", "through", "via"))
    lines = words("movement.lines")
    return any(o.lower_ in lines or any(c.lower_ in lines for c in o.children) for o in beyond)


def gone_back(verb: "Token") -> bool:
    """As in "107 have gone back to Kabul", in a text on people taken elsewhere: from there."""
    return verb.lemma_.lower() == "return" or any(c.lower_ == "back" for c in verb.children)


def is_onward(verb: "Token") -> bool:
    """As in "1,700 have since left for Europe": on from where they had been brought."""
    return verb.lemma_.lower() in ("leave", "depart") and any(
        goal.lower_ in CONTINENTS or goal.tag_ == "NNS" for goal in syntax.prepositional(verb, "for")
    )


def sent_back(trigger: "Token", move: Move, receiver: str) -> bool:
    """As in "a woman whom Canada had sent back": to the one partner, where she is not of another nation."""
    back = any(c.lower_ == "back" and not list(c.children) for c in trigger.children)
    return move.form == "send" and back and (not move.nationality or receiver in move.nationality)


def passed_on(
    reading: Reading, move: Move, trigger: "Token", directions: Directions, goal: str
) -> str | None:
    """Where people leave from who had been brought there: "police drove them on to", "the migrant ... to"."""
    main = directions.main
    people = reading.doc[move.people] if move.people is not None else None
    if (
        people is not None
        and once_moved(people)
        and (holder := _holder(reading, trigger)) is not None
        and holder != goal
    ):
        return holder
    if people is not None and any(c.lower_ in ("all", "both") for c in (people, *people.children)):
        left = nearest(reading, trigger, directions, main[0] if main else None)
        if left is not None and left.code != goal and not syntax.is_verb(people):
            return left.code  # "in June all four were expelled to Turkey"
    if main is None or goal in main or trigger.pos_ == "NOUN":
        return None
    if (
        move.nationality == (goal,)
        and gone_back(trigger)
        and main[1] not in words("deals.usual-senders")
        and not directions.pairs[main[0], goal]
    ):
        return main[1]  # "a Dane was flown back to Denmark": from where he had been sent
    onward = any(
        c.lower_ in ("on", "onward", "onwards") and c.dep_ in ("prt", "advmod") for c in trigger.children
    )
    onward = onward or reading.doc[trigger.i + 1].lower_ in ("onward", "onwards")
    onward = onward or [t.lower_ for t in reading.doc[trigger.i + 1 : trigger.i + 4]][1:] == ["on", "to"]
    if move.form == "arrive" and any(c.lower_ in ("back", "home") for c in trigger.children):
        onward = True  # "seven have gone back to Cuba": from where they had been sent
    if onward:
        left = nearest(reading, trigger, directions, main[0])
        return left.code if left is not None and left.code != goal else main[1]
    speech = reading.speech_of(trigger)
    told = people is not None and (
        people.lower_ in ("they", "them", "he", "him", "she", "her")
        or any(c.lower_ == "the" for c in people.children)
    )
    if told and speech is not None and speech.country == main[1] and not directions.pairs[main[0], goal]:
        return main[1]
    return None


def _holder(reading: Reading, trigger: "Token") -> str | None:
    """As in "Ghana's deportees: six were driven on to Togo": whose people they have become."""
    return next(
        (
            ref.code
            for token in reading.doc[trigger.sent.start : trigger.i]
            if token.lemma_.lower() in ORIGINS
            for owner in token.children
            if owner.dep_ == "poss"
            for ref in countries_of(reading, owner)
        ),
        None,
    )


def once_moved(people: "Token") -> bool:
    """As in "four of them", "half": part of people spoken of before."""
    return (
        people.lower_ in _AGAIN
        or people.pos_ == "NUM"
        or people.lemma_.lower() in ("half", "dozen")
        or of_those(people)
    )


def of_those(people: "Token") -> bool:
    """As in "five of them", "of these, five were"."""
    return any(
        o.lower_ in ("them", "these", "those", "whom")
        or (people.pos_ == "NUM" and any(c.lower_ in ("the", "those", "these") for c in o.children))
        for o in syntax.prepositional(people, "of")
    ) or any(
        o.lower_ in ("them", "these", "those") and o.i < people.i
        for o in syntax.prepositional(people.head, "of")
    )


def _held(reading: Reading, people: "Token") -> Ref | None:
    """Where people are kept before they move: "Venezuelans held in El Salvador"."""
    for child in people.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in words("movement.kept"):
            for where in syntax.prepositional(child, "in", "on", "at"):
                if refs := countries_of(reading, where):
                    return refs[0]
    return None


def nearest(reading: Reading, trigger: "Token", directions: Directions, sender: str | None) -> Ref | None:
    """The place last named before, in this sentence or the one before, that takes people in from a sender."""
    number = reading.article.sentence_at(trigger.idx)
    for place in reversed(reading.places):
        if place.end > trigger.i or place.form not in ("name", "capital") or place.code == sender:
            continue
        if number - reading.article.sentence_at(reading.doc[place.start].idx) > 1:
            return None
        if directions.receivers[place.code] > directions.senders[place.code]:
            return Ref(code=place.code, start=place.start, end=place.end, how=CONTEXT)
    return None


def carried(reading: Reading, directions: Directions, code: str | None) -> list[Ref]:
    """A country as the rest of the text gives it, or [] where it gives none."""
    if code is None:
        return []
    ref = directions.carriers.get(code)
    if ref is None:
        named = (*reading.places, *reading.leaders, *reading.bodies)
        place = next((p for p in named if p.code == code), None)
        return [Ref(code=code, start=place.start, end=place.end, how=CONTEXT)] if place else []
    return [replace(ref, how=CONTEXT)]


def _usual(reading: Reading) -> str | None:
    """The one usual sender that a text names."""
    named = {p.code for p in (*reading.places, *reading.bodies)} & words("deals.usual-senders")
    return named.pop() if len(named) == 1 else None
