"""Movements that are told as done though their grammar alone would leave it open."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.arrivals import let_by
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.reality import Reality, Setting

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "only", "last")


def done_after_all(reading: Reading, move: Move, trigger: "Token", real: Setting) -> Setting:
    """The setting of a movement: happened where people were let in or were the first to be sent."""
    governor = reading.doc[real.governor]
    done = (
        (real.reality is Reality.PLANNED and _numbered_doing(trigger, governor))
        or (
            move.form == "arrive"
            and move.persons is not None
            and real.reality in (Reality.POSSIBLE, Reality.PLANNED)
            and bool(let_by(reading, trigger))
        )
        or (
            (trigger.lemma_.lower() in ("arrival", "landing") or (move.form == "noun" and move.persons))
            and real.reality is Reality.UNREAL
            and governor.i == trigger.head.i
            and _stirred(trigger)
        )
        or (real.reality is Reality.UNREAL and move.persons is not None and _blamed(trigger))
    )
    return Setting(reality=Reality.HAPPENED, governor=real.governor) if done else real


def _blamed(verb: "Token") -> bool:
    """As in "was criticised for sending 40 people to": who is blamed for it has done it."""
    ruling = verb.head.head
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "for"
        and ruling.lemma_.lower() in words("factuality.blaming")
        and setting(ruling).reality is Reality.HAPPENED
    )


def _stirred(arrival: "Token") -> bool:
    """As in "the arrival of 40 people angered many"."""
    verb = arrival.head
    return (
        arrival.dep_ == "nsubj"
        and verb.tag_ in ("VBD", "VBN")
        and any(True for _ in syntax.objects(verb))
        and syntax.keys(verb).isdisjoint(words("factuality.unreal", "factuality.halts", "factuality.plans"))
        and setting(verb).reality is Reality.HAPPENED
    )


def _numbered_doing(verb: "Token", governor: "Token") -> bool:
    """As in "became the first state in years to deport a Syrian": done, by being the first."""
    if syntax.keys(verb).isdisjoint(words("movement.send")) or verb.tag_ != "VB":
        return False
    role = verb.head if verb.head.pos_ == "NOUN" else None
    being = role.head if role is not None else verb.head
    role = role or syntax.first(c for c in being.children if c.dep_ == "attr")
    return (
        role is not None
        and being.lemma_.lower() in ("become", "be")
        and governor.i in (being.i, role.i)
        and being.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        and setting(being).reality is Reality.HAPPENED
        and any(c.lower_ in _ORDINALS for c in role.children)
    )
