"""What became of a plan to move people: its deal fell, or the movement was stopped."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.reality import Reality

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_OVER = ("dead", "buried", "over", "off", "doomed", "finished", "history")


def has_fallen(deal: "Token", moving: "Token") -> bool:
    """Whether the deal that would have moved people is said to be off, proposed, or talked about.

    Args:
        deal: The noun.
        moving: The verb of the movement, which says nothing of the deal.
    """
    ends = frozenset(("strike down", "quash", "overturn", "block")) | words(
        "deals.fell-through",
        "deals.rejected",
        "deals.proposed",
        "deals.talks",
        "deals.suspended",
        "deals.expired",
        "deals.terminated",
        "deals.willing",
    )
    if any(c.lower_ in _OVER for c in deal.head.children) or any(c.lower_ in _OVER for c in deal.children):
        return True
    around = [deal.head, *(c for c in deal.children if c.dep_ in ("relcl", "acl") and c.i != moving.i)]
    if deal.head.pos_ == "ADP":
        around.append(deal.head.head)
    return (
        any(
            (syntax.is_verb(v) and (syntax.keys(v) & ends or negation.negated(v)))
            or v.lemma_.lower() in words("deals.talks-nouns")
            for v in around
        )
        or any(
            a.lower_ in words("deals.fallen") or a.lower_ in ("proposed", "possible", "potential", "previous")
            for c in deal.children
            for a in syntax.coordinated(c)
            if c.dep_ == "amod"
        )
        or deal.lemma_.lower() in ("proposal", "idea")
    )


def stopped_later(reading: Reading, move: Move, trigger: "Token") -> bool:
    """As in "who were due to be moved ... remain": a planned movement that was stopped."""
    sent = trigger.sent
    due = any(
        h.lower_ in ("due", "set", "scheduled", "supposed", "meant")
        for h in (trigger.head, *trigger.children)
    )
    stays = any(
        t.lemma_.lower()
        in (
            "remain",
            "stay",
            "halt",
            "block",
            "stop",
            "cancel",
            "ground",
            "prevent",
            "postpone",
            "delay",
            "suspend",
            "reprieve",
            "injunction",
            "spare",
        )
        and t.i > trigger.i
        for t in sent
    )
    stays = stays or any(
        t.lemma_.lower() == "call" and t.i + 1 < sent.end and reading.doc[t.i + 1].lower_ == "off"
        for t in sent
    )
    stays = stays or any(
        t.lemma_.lower() in ("leave", "depart", "go", "board", "fly", "take")
        and t.i > trigger.i
        and negation.negated(t)
        for t in sent
        if syntax.is_verb(t)
    )
    past = any(t.lower_ in ("was", "were", "had") for t in sent if t.i < trigger.i and t.i > trigger.i - 6)
    return due and stays and past


def vehicle_stopped(verb: "Token") -> "Token | None":
    """As in "a judge stopped a flight that was to take six men": what stopped the flight."""
    if not syntax.is_verb(verb):
        return None
    for noun in syntax.climb(verb):
        if noun.lemma_.lower() in words("movement.flights"):
            stopping = noun.head
            undone = syntax.is_verb(stopping) and not syntax.keys(stopping).isdisjoint(
                words("movement.given-up")
                | {"stop", "prevent", "delay", "postpone", "turn back", "turn away"}
            )
            passive = noun.dep_ in ("nsubjpass", "nsubj") and syntax.passive(stopping)
            done = (noun.dep_ == "dobj" or passive) and not negation.negated(stopping)
            return stopping if undone and done and setting(stopping).reality is Reality.HAPPENED else None
        if noun.pos_ in ("NOUN", "PROPN"):
            return None
    return None


def counterfactual(verb: "Token") -> bool:
    """As in "under which 800 people would have been sent"."""
    own = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return own[:2] == ["would", "have"] and verb.dep_ == "relcl" and not negation.negated(verb)
