"""Whether a movement says enough to be a claim."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.origins import ORIGINS
from kg.extract.reading import Reading
from kg.extract.reality import Reality, Setting

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def worth_claiming(reading: Reading, move: Move, real: Setting) -> bool:
    """Whether enough is said: a number, an end abroad, or a denial; stocks of refugees are none."""
    trigger = reading.doc[move.trigger]
    key = trigger.lemma_.lower()
    people = reading.doc[move.people] if move.people is not None else None
    together = people is not None and people.lemma_.lower() in ("group", "batch", "contingent")
    counted = people is not None and move.persons is not None and bool(move.sending or move.origin)
    arrived = key == "welcome" and (together or counted)
    if (
        move.form == "take"
        and key in words("movement.kept")
        and not arrived
        and not (real.reality in (Reality.PLANNED, Reality.POSSIBLE) and (move.persons or move.sending))
        and not (move.persons and move.sending and _once_sent(reading, move, trigger))
    ):
        return False
    if (
        move.form == "noun"
        and key in ("detention", "flight", "arrival", "admission", "hosting", "intake")
        and move.persons is None
    ):
        if key == "flight" and real.reality is Reality.HALTED:
            return trigger.tag_ in ("NN", "NNP") and move.people is None
        both = bool(move.sending and move.receiving)
        return both and key in ("flight", "arrival") and real.reality is Reality.HAPPENED
    if key == "host" and real.reality is Reality.HAPPENED:
        return False
    if move.form == "take" and people is not None and not move.sending and _fled(people):
        return False
    if move.form == "implicit":
        return True
    if real.reality is Reality.DENIED:
        undone = any(c.lower_ in ("no", "single") for c in trigger.children)
        return move.people is not None or (move.form == "noun" and (undone or bool(move.receiving)))
    people = reading.doc[move.people] if move.people is not None else None
    if (
        real.reality is Reality.HALTED
        and move.persons is None
        and trigger.dep_ in ("acl", "relcl")
        and trigger.head.lemma_.lower() in words("movement.schemes")
    ):
        return False  # "dropped a plan to deport migrants": the end of a deal, no movement stopped
    if real.reality is Reality.HALTED and move.people is None:
        return True
    if (
        real.reality is Reality.HALTED
        and move.form == "send"
        and move.persons is None
        and move.category is None
        and not (move.receiving or move.nationality)
        and trigger.dep_ == "pcomp"
        and people is not None
        and people.lemma_.lower() not in words("movement.quantities")
    ):
        return False  # "barred the government from removing people": no one in particular
    home = {"back", "home"} & {c.lower_ for c in trigger.children}
    if len(move.nationality) == 1 and (home or key in ("readmit", "return", "repatriate")):
        return True
    if move.persons is not None or move.form == "arrive":
        return True
    if real.reality is Reality.HAPPENED:
        told = move.form == "noun" and move.people is None  # "the first transfer took place"
        told = told or (
            move.form == "send"
            and bool(move.sending)
            and people is not None
            and people.lemma_.lower() in ("hundred", "thousand", "dozen", "score")
        )
        return bool(move.receiving or (move.form == "take" and move.sending)) or told
    if move.form == "noun":
        return move.people is not None and (
            bool(move.sending or move.receiving) or real.reality in (Reality.PLANNED, Reality.HALTED)
        )
    if (
        move.form == "send"
        and move.abroad
        and real.reality is Reality.POSSIBLE
        and real.governor != trigger.i
    ):
        return people is not None  # a court "cleared the way for" sending people "to third countries"
    if people is not None and not (move.receiving or move.sending):
        return move.category is not None and _agreed(trigger)
    return people is not None


def _fled(people: "Token") -> bool:
    """As in "took in 40,000 people who had fled the war": they came by themselves."""
    return any(
        c.dep_ in ("relcl", "acl") and c.lemma_.lower() in words("movement.fleeing") for c in people.children
    )


def _once_sent(reading: Reading, move: Move, trigger: "Token") -> bool:
    """As in "housed 40 deportees from Norway", "welcomed 40 people back": kept where they have come to."""
    people = reading.doc[move.people] if move.people is not None else trigger
    return people.lemma_.lower() in ORIGINS or any(c.lower_ == "back" for c in trigger.children)


def _agreed(trigger: "Token") -> bool:
    """As in "a deal under which rejected applicants may be sent to a centre": what a deal says of people."""
    return any(
        h.lemma_.lower() in words("deals.paper") or (syntax.is_verb(h) and h.lemma_.lower() == "agree")
        for h in syntax.climb(trigger)
    )
