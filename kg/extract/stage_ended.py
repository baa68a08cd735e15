"""Verbs of a deal's end: paused, dropped, ended, expired, replaced."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LASTING: Final = ("run", "last", "remain", "stay", "continue")
_ENDING: Final = ("end", "terminate", "close", "stop")


_STARTING: Final = ("come", "build", "open", "establish", "set")


@tried_on(lambda: words("deals.on-ice", "deals.suspended"))
def paused(clause: Clause) -> Stage | None:
    """As in "the scheme was suspended", "put on ice", "suspended the transfers"."""
    if clause.has("on-ice") and clause.subject_deal is not None and not clause.negated:
        return clause.on(Status.SUSPENDED, "suspend", clause.subject_deal)
    if not clause.has("suspended"):
        return None
    theme = clause.theme
    owned = theme is not None and (theme.tag_ == "NNS" or any(c.dep_ == "poss" for c in theme.children))
    moving = words("movement.move-nouns", "movement.flights") - {"boat", "ship", "vessel"}
    stopped = theme is not None and word(theme) in moving and owned
    told_to = clause.verb.head if clause.verb.dep_ in ("xcomp", "ccomp") else None
    ordered = told_to is not None and syntax.lemma(told_to) in (
        "order",
        "tell",
        "instruct",
        "direct",
        "require",
    )
    if stopped and not ordered and (clause.agents or (not clause.passive and clause.by_state)):
        return clause.on(Status.SUSPENDED, "suspend-movement", theme)
    deal = clause.deal or _all_of_them(clause) or _behind(clause)
    if theme is not None and word(theme) in words("movement.move-nouns"):  # "transfers under the pact"
        deal = deal or next((o for o in syntax.prepositional(theme, "under") if _is_paper(o)), None)
    return clause.on(Status.SUSPENDED, "suspend", deal) if deal is not None else None


def _behind(clause: Clause) -> "Token | None":
    """As in "has suspended until further notice the accord", where the parser loses the object."""
    if clause.passive or not clause.by_state or any(word(o) != "hold" for o in syntax.objects(clause.verb)):
        return None
    near = clause.verb.doc[clause.verb.i + 1 : min(clause.verb.i + 9, clause.verb.sent.end)]
    return next((t for t in near if word(t) in words("deals.paper")), None)


@tried_on(lambda: words("deals.superseded"))
def replaced(clause: Clause) -> Stage | None:
    """As in "was superseded by the new treaty"."""
    place = clause.theme if word(clause.theme) == "place" else None
    if place is not None:
        old = next((o for o in syntax.prepositional(place, "of") if word(o) in words("deals.paper")), None)
        return clause.on(Status.SUPERSEDED, "replace", old) if old is not None else None
    if word(clause.theme) == "one" and not clause.passive and clause.subject_deal is not None:
        return clause.on(Status.SUPERSEDED, "replace", clause.subject_deal)
    if word(clause.theme) in words("deals.superseded", "deals.paper"):
        return clause.on(Status.SUPERSEDED, "replace")
    return None


@tried_on(lambda: words("deals.expired") | {"let", "allow", *_LASTING})
def lapsed(clause: Clause) -> Stage | None:
    """As in "expired in 2018", "runs until June", "let the accord lapse"."""
    if clause.lemma in ("let", "allow") and clause.paper is not None and clause.by_state:
        behind = (t for t in clause.verb.subtree if t.i > clause.paper.i)
        if any(word(t) in words("deals.expired") for t in behind):
            return clause.on(Status.EXPIRED, "let-expire")
    lasting = clause.lemma in _LASTING
    if not lasting and not clause.has("expired"):
        return None
    deal = clause.subject_deal
    if deal is None and not lasting and word(clause.subject) in words("deals.signed-things"):
        deal = clause.subject
    if deal is None and lasting:
        deal = clause.subject if word(clause.subject) in words("deals.measures") else None
    if deal is None:
        return None
    if lasting and any(c.lower_ in ("until", "till") for c in clause.verb.children):
        return Stage(status=Status.EXPIRED, rule="status-until", deal=deal)
    return clause.on(Status.EXPIRED, "expire", deal) if clause.has("expired") else None


@tried_on(
    lambda: (
        words(
            "deals.backed-out",
            "deals.leaving",
            "deals.begun",
            "deals.off",
            "deals.over",
            "deals.fell-through",
        )
        | {"pull the plug", "declare", "pronounce", *_STARTING}
    )
)
def dropped(clause: Clause) -> Stage | None:
    """As in "scrapped its plan", "talks broke down", "Rwanda had backed out"."""
    verb = clause.verb
    if clause.has("backed-out") and clause.by_state and clause.theme is None and not _left(clause):
        return clause.on(Status.FELL_THROUGH, "back-out")
    if "pull the plug" in clause.keys:
        stopped = next((t for t in verb.subtree if t.i > verb.i and word(t) in words("deals.paper")), None)
        return clause.on(Status.FELL_THROUGH, "pull-plug", stopped) if stopped is not None else None
    left = syntax.first(_from_deal(verb, "deals.talks-nouns")) if clause.has("leaving") else None
    if left is not None and clause.by_state:
        return clause.on(Status.FELL_THROUGH, "leave-talks", left)
    if over := _over(clause):
        return Stage(status=Status.FELL_THROUGH, rule="status-over", deal=over)
    if clause.lemma in ("declare", "pronounce") and not clause.negated:
        said = [t for t in verb.subtree if t.i > verb.i]
        dead = next((t for t in said if t.lower_ in ("dead", "buried", "finished")), None)
        named = (t for t in said if dead is not None and t.i < dead.i and (_is_paper(t) or t.lower_ == "it"))
        declared = syntax.first(named) or (clause.subject_deal if clause.passive and dead else None)
        return Stage(status=Status.FELL_THROUGH, rule="status-over", deal=declared) if declared else None
    if not clause.has("fell-through"):
        return None
    alone = not any(c.dep_ == "dobj" for c in verb.children)
    deal = clause.deal or (clause.subject_deal if alone else None) or _all_of_them(clause)
    fell = clause.lemma == "fall" and len(clause.keys & words("deals.fell-through")) == 1
    return clause.on(Status.FELL_THROUGH, "fall-through", deal) if deal is not None and not fell else None


def _over(clause: Clause) -> "Token | None":
    """As in "the plan is dead", "nothing came of it", "the scheme never got off the ground", "it was off"."""
    if clause.lemma not in _STARTING and not clause.has("begun", "off", "over"):
        return None
    subject = clause.subject
    if word(subject) == "nothing" and clause.lemma == "come":
        return syntax.first(syntax.prepositional(clause.verb, "of"))
    begun = clause.negated and clause.has("begun")
    built = clause.passive and clause.negated and clause.lemma in ("build", "open", "establish", "set")
    if built and word(subject) in words("movement.sites"):
        return subject
    if subject is None or clause.passive:
        return None
    if subject.lower_ in ("it", "this", "that") and (clause.has("off") and not clause.negated):
        return subject
    if not begun and (clause.negated or not clause.has("over")):
        return None
    return clause.subject_deal or (subject if word(subject) in words("movement.sites") else None)


@tried_on(
    lambda: words("deals.terminated", "deals.leaving", "deals.end-of-itself") | {"put", "bring", *_ENDING}
)
def ended(clause: Clause) -> Stage | None:
    """As in "terminated the contract", "withdrew from", "the programme ended"."""
    if (
        clause.has("terminated")
        and (paper := clause.paper or _all_of_them(clause)) is not None
        and not (clause.lemma in ("close", "end") and word(paper) == "plan")
        and (clause.lemma != "denounce" or clause.by_state)
    ):
        if word(paper) in words("deals.intentions"):
            return clause.on(Status.FELL_THROUGH, "drop", paper)
        return clause.on(Status.TERMINATED, "terminate", paper)
    if left := _left(clause):
        if word(left) in words("deals.intentions"):
            return clause.on(Status.FELL_THROUGH, "withdraw", left)
        return clause.on(Status.TERMINATED, "withdraw", left)
    if clause.lemma in ("put", "bring") and word(clause.theme) in words("deals.ending-of"):
        hosts = [clause.verb, *([clause.theme] if clause.theme is not None else [])]
        about = (o for h in hosts for o in syntax.prepositional(h, "to") if word(o) in words("deals.paper"))
        if (stopped := syntax.first(about)) is not None:
            return clause.on(Status.TERMINATED, "terminate", stopped)
    if clause.keys & {"bring to end", "bring to close"} and clause.passive and clause.paper is not None:
        return clause.on(Status.TERMINATED, "terminate")
    if clause.lemma not in _ENDING and not clause.has("end-of-itself"):
        return None
    alone = not any(c.dep_ == "dobj" for c in clause.verb.children)
    if alone and not clause.passive and not clause.negated and clause.subject_deal is not None:
        return clause.on(Status.TERMINATED, "end", clause.subject_deal)
    return None


def _is_paper(noun: "Token") -> bool:
    return word(noun) in words("deals.paper")


def _all_of_them(clause: Clause) -> "Token | None":
    """As in "all three were suspended", "cancelled both": deals told before."""
    theme = clause.theme
    if theme is None or theme.lower_ not in ("both", "all", "two", "three", "four", "them", "it"):
        return None
    return theme if clause.passive or clause.by_state else None


def _left(clause: Clause) -> "Token | None":
    leaving = clause.has("leaving")
    return syntax.first(_from_deal(clause.verb)) if leaving else None


def _from_deal(verb: "Token", nouns: str = "deals.paper") -> Iterator["Token"]:
    for child in verb.subtree:
        if child.lower_ in ("from", "of", "out") and child.i > verb.i:
            yield from (o for o in child.children if o.dep_ == "pobj" and word(o) in words(nouns))
