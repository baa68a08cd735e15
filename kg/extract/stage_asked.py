"""Requests for a deal that one side has made: weighed, answered, left unanswered."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.partners import from_state
from kg.extract.refer import countries_of
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


@tried_on(lambda: words("deals.weighed") | {"know", "be unaware", "be aware"})
def received(clause: Clause) -> Stage | None:
    """As in "is weighing a US request", "answered a request from Washington", "knows of no such request"."""
    verb = clause.verb
    if clause.lemma == "know" or clause.keys & {"be unaware", "be aware"}:
        asked = next(
            (t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "of" and t.i > verb.i), None
        )
        denied = (
            clause.negated or (asked is not None and negation.negated(asked)) or "be unaware" in clause.keys
        )
        if word(asked) not in words("deals.requests") or not denied or not clause.by_state:
            return None
        return Stage(status=Status.PROPOSED, rule="status-request", deal=asked, negated=True)
    if not clause.has("weighed"):
        return None
    to = syntax.prepositional(verb, "to") if clause.lemma == "respond" else None
    asked = syntax.first(to) if to is not None else clause.theme
    if asked is None or word(asked) not in words("deals.requests"):
        return None
    if word(asked) == "offer" and clause.keys & {"receive", "get"} and from_state(clause.reading, asked):
        return clause.on(Status.WILLING, "offered", asked)
    if clause.passive or not (clause.by_state or from_state(clause.reading, asked)):
        return None
    if clause.negated or negation.negated(asked):
        return Stage(status=Status.PROPOSED, rule="status-request", deal=asked, negated=True)
    if word(asked) == "offer" or (clause.move is None and not from_state(clause.reading, asked)):
        return None
    return Stage(status=Status.PROPOSED, rule="status-request", deal=asked)


@tried_on(lambda: words("deals.left-open"), behind=lambda: words("deals.unanswered"))
def unanswered(clause: Clause) -> Stage | None:
    """As in "Norwegian requests to Chad went unanswered"."""
    asked = clause.subject
    if asked is None or word(asked) not in words("deals.requests") or word(asked) == "offer":
        return None
    silent = any(c.lower_ in words("deals.unanswered") for c in clause.verb.children if c.i > clause.verb.i)
    if not (silent or clause.has("left-open")) or not (
        from_state(clause.reading, asked) or _owned(clause, asked)
    ):
        return None
    return Stage(status=Status.PROPOSED, rule="status-request", deal=asked)


def _owned(clause: Clause, asked: "Token") -> bool:
    return any(countries_of(clause.reading, c) for c in asked.children if c.dep_ == "poss")
