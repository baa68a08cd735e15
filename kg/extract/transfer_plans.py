"""What became of a plan to move people: its deal fell, or the movement was stopped."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading

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
    past = any(t.lower_ in ("was", "were", "had") for t in sent if t.i < trigger.i and t.i > trigger.i - 6)
    return due and stays and past
