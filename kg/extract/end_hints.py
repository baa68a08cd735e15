"""What a clause hints of the ends of its movement: a deal, more of the same, elsewhere, who sends at all."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.ways_home import CONTINENTS

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_WAITING: Final = ("resettle", "relocate", "evacuate", "admit", "accept", "receive", "take", "welcome")


def distributed(verb: "Token") -> bool:
    """As in "Ghana and Togo each took 15 people"."""
    told = (
        t for c in verb.children if c.dep_ in ("nsubj", "advmod", "appos", "dep") for t in (c, *c.children)
    )
    return any(t.lower_ in ("each", "apiece") for t in told)


def further(people: "Token") -> bool:
    """As in "150 more", "another 20 men": moved as those before them."""
    return any(c.lower_ in ("another", "more", "further", "other") for c in (people, *people.children))


def sole(move: Move, main: tuple[str, str], directions: Directions) -> bool:
    """Whether people of several nations can only have gone to the receiver of the main deal."""
    goals = {r for s, r in directions.pairs if s == main[0]}
    return move.form != "send" or len(move.nationality) < 2 or len(goals) < 3


def sends(reading: Reading, directions: Directions, code: str, move: Move) -> bool:
    """Whether a country that people come from is the one that sends them, not their own.

    So is one that took people in before: "seven refugees from Nauru" leave the island.
    """
    people = reading.doc[move.people] if move.people is not None else None
    taken_in = directions.receivers[code] > 0 and code not in move.nationality
    if taken_in and people is not None and people.lemma_.lower() not in ("national", "citizen"):
        return True
    waiting = reading.doc[move.trigger].lemma_.lower() in _WAITING
    if (
        waiting
        and people is not None
        and code in words("movement.hosts")
        and people.lemma_.lower() in ("refugee", "seeker", "people", "person", "family", "child", "evacuee")
        and code not in move.nationality
    ):
        return True
    lean = directions.senders[code] - directions.receivers[code]
    return lean > 0 or (lean == 0 and code in words("deals.usual-senders") and code not in move.nationality)


def elsewhere(reading: Reading, trigger: "Token", move: Move) -> bool:
    """As in "sent home", "to third countries": not to the deal's receiver."""
    own = [t for t in trigger.subtree if t.i > trigger.i and syntax.clause_verb(t).i == trigger.i]
    if any(t.lower_ in ("home", "elsewhere", "abroad", "homeland", "homelands") for t in own):
        return True
    goals = list(syntax.prepositional(trigger, "to", "into"))
    if any(o.lower_ in CONTINENTS for o in goals):
        return True
    if any(
        o.lower_ in ("countries", "nations", "states")
        and not any(x.i in reading.place_at and reading.place_at[x.i].form == "name" for x in o.subtree)
        for o in goals
    ):
        return True  # "to African countries": to none that is named
    return any(
        t.lower_ in ("country", "countries", "nations", "states", "place", "places")
        and not any(x.i in reading.place_at for x in t.subtree)
        and any(c.lower_ in words("movement.other-places") for c in t.subtree)
        for t in own
    )


def set_out(trigger: "Token", move: Move) -> bool:
    """As in "five people are to fly from Nauru": they move themselves, and a number is told."""
    who = syntax.subject(trigger) if syntax.is_verb(trigger) and not syntax.passive(trigger) else None
    return move.persons is not None and who is not None and who.i == move.people


def of_deal(reading: Reading, trigger: "Token") -> bool:
    """Whether the sentence ties the movement to a deal, or speaks of its people again."""
    allowing = trigger.head if trigger.dep_ in ("ccomp", "xcomp") else trigger
    if allowing.lemma_.lower() in words("movement.allowing") and any(
        c.lower_ in ("it", "this", "which") and c.dep_ == "nsubj" for c in allowing.children
    ):
        return True  # "It allows Oslo to send 900 people a year"
    return any(
        t.lemma_.lower() in words("deals.paper")
        or t.lower_ in ("first", "transferee", "transferees", "deportee", "deportees")
        for t in trigger.sent
    )


def was_moved(reading: Reading, trigger: "Token") -> bool:
    """As in "Sixteen had been shipped ..., but four were returned": back again after a movement out."""
    sent = trigger.sent
    return any(
        t.lemma_.lower() in words("movement.send") and t.i < trigger.i and syntax.is_verb(t) for t in sent
    )
