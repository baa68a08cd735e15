"""Words for a deal that is near and not yet reached: "close to signing", "within reach"."""

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.themes import is_deal, word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_RULE = "status-close-to"
_TOUCHING = ("put", "apply", "add")
_TO = ("to", "of", "from")
_SPANS = ("day", "week", "month", "hour", "step", "inch", "signature", "moment", "just", "little", "whisker")


def brink(reading: Reading, token: "Token") -> Stage | None:
    """As in "close to finalising an agreement", "on the brink of a deal", "days away from signing"."""
    if token.lower_ not in _brinks():
        return None
    if token.lower_ in ("away", "short") and token.doc[token.i - 1].lemma_.lower() not in _SPANS:
        return None  # "walked away from the accord"
    goals = [t for host in (token, *_particles(token)) for t in _goals(host)]
    deal = next((d for goal in goals if (d := _deal_in(reading, goal)) is not None), None)
    return Stage(status=Status.TALKS, rule=_RULE, deal=deal) if deal is not None else None


@cache
def _brinks() -> frozenset[str]:
    return words("deals.brinks")


@tried_on(
    lambda: words("deals.nearing", "deals.signed", "deals.agreed-strong", "deals.in-sight") | {*_TOUCHING}
)
def nearing(clause: Clause) -> Stage | None:
    """As in "is nearing an agreement", "a deal is within reach"."""
    if clause.has("nearing") and clause.paper is not None and clause.by_state:
        return clause.on(Status.TALKS, "close-to")
    if _touches(clause) is not None:
        return clause.on(Status.TALKS, "close-to", _touches(clause))
    if clause.has("signed", "agreed-strong") and _almost(clause.verb) and clause.paper is not None:
        return clause.on(Status.TALKS, "close-to")
    if clause.has("in-sight") and clause.subject_deal is not None and not clause.negated:
        return clause.on(Status.TALKS, "close-to", clause.subject_deal)
    return None


def _touches(clause: Clause) -> "Token | None":
    """As in "putting the finishing touches to an accord"."""
    if clause.lemma not in _TOUCHING or word(clause.theme) not in ("touch", "stroke"):
        return None
    hosts = [clause.verb, *([clause.theme] if clause.theme is not None else [])]
    found = (o for h in hosts for o in syntax.prepositional(h, "to", "on"))
    return next((o for o in found if word(o) in words("deals.paper")), None)


def _almost(verb: "Token") -> bool:
    """As in "had all but concluded", "have nearly finalised"."""
    return any(c.i < verb.i and c.lower_ in words("deals.almost") and c.dep_ != "cc" for c in verb.children)


def is_near(verb: "Token") -> bool:
    """Whether a verb only names what is near: "close to signing", "about to sign"."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ in _TO:
        above = (head.head, head.head.head)
        return any(t.lower_ in _brinks() for t in above)
    return verb.dep_ in ("xcomp", "acl", "ccomp", "advcl") and head.lower_ == "about"


def _particles(token: "Token") -> list["Token"]:
    """As in "weeks away from", "moving closer to", where the preposition hangs on the word above."""
    above = token.head
    return [above] if token.dep_ in ("advmod", "npadvmod", "acomp", "prt", "pobj", "prep") else []


def _goals(token: "Token") -> list["Token"]:
    found = [
        goal
        for to in token.children
        if to.i > token.i and to.lower_ in _TO
        for goal in to.children
        if goal.dep_ in ("pcomp", "pobj")
    ]
    if token.lower_ == "about":
        found += [c for c in token.children if c.dep_ in ("xcomp", "acl", "ccomp") and c.tag_ == "VB"]
    return found


def _deal_in(reading: Reading, goal: "Token") -> "Token | None":
    """The deal that is near: "a pact", "finalising a pact", "the signing of a pact"."""
    if syntax.is_verb(goal):
        if not syntax.keys(goal) & words("deals.agreed-strong", "deals.signed"):
            return None
        return next((o for o in syntax.objects(goal) if word(o) in words("deals.paper", "deals.own")), None)
    if word(goal) in words("deals.paper"):
        return goal if is_deal(reading, goal) else None
    inner = syntax.prepositional(goal, "of", "on") if word(goal) in words("deals.concluding") else ()
    return next((o for o in inner if word(o) in words("deals.paper")), None)
