"""Words that say there is no deal: it is denied, it does not exist, reports of it are false."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_ONE_SIDED = ("plan", "policy")


@tried_on(lambda: {"deny", "dismiss", "reject", "refute", "rubbish", "rebut"})
def denied_deal(clause: Clause) -> Stage | None:
    """As in "denied the existence of such an agreement", "denied having signed an agreement"."""
    if clause.negated or clause.passive:
        return None
    for noun in (*syntax.objects(clause.verb), *syntax.prepositional(clause.verb, "as")):
        if word(noun) == "existence":
            deal = syntax.first(
                o for o in syntax.prepositional(noun, "of") if word(o) in words("deals.paper")
            )
            return _none(deal) if deal is not None else None
        told = word(noun) in words("deals.rumours") and clause.by_state
        if told and (deal := told_of(noun)) is not None:
            return _none(deal)
    for inner in clause.verb.children:
        if inner.dep_ in ("xcomp", "ccomp") and concludes(inner) and clause.by_state:
            deal = _concluded(inner)
            return None if deal is not None and is_known(deal) else _none(deal or inner)
    return None


@tried_on(lambda: {"be", "call", "brand", "label", "describe"})
def falsified(clause: Clause) -> Stage | None:
    """As in "reports that Chad had agreed to take anyone were false"."""
    if clause.negated:
        return None
    calling = clause.lemma != "be"  # "called talk of a deal pure invention"
    named = [c for c in clause.verb.subtree if c.i > clause.verb.i and c.dep_ in ("dobj", "nsubj", "oprd")]
    subject = syntax.first(named) if calling else clause.subject
    if calling and not clause.by_state:
        return None
    if word(subject) not in words("deals.rumours") | {"talk"}:
        subject = syntax.first(c for c in clause.verb.children if c.dep_ == "csubj")
    if word(subject) not in words("deals.rumours") | {"talk"}:
        return None
    said = [c for c in clause.verb.children if c.i > clause.verb.i]
    untrue = any(
        t.lower_ in words("deals.false") or word(t) in words("deals.false")
        for c in said
        for t in (c.subtree if calling else (c, *c.children))
    )
    deal = told_of(subject) if untrue and subject is not None else None
    return _none(deal) if deal is not None else None


def told_of(rumour: "Token") -> "Token | None":
    """The deal that a report speaks of, or the verb of agreeing where it has none; None for talks."""
    for inner in rumour.children:
        if inner.i > rumour.i and inner.dep_ in ("acl", "relcl", "ccomp") and concludes(inner):
            return _concluded(inner) or inner
    spoken = [*syntax.prepositional(rumour, "of", "about", "on")]
    for noun in spoken:
        if syntax.is_verb(noun) and concludes(noun):
            return _concluded(noun) or noun
        if word(noun) in words("deals.paper", "movement.sites"):
            return noun
    return None


def concludes(verb: "Token") -> bool:
    """Whether a verb tells of a deal reached."""
    lists = words("deals.signed", "deals.agreed-strong", "deals.assent")
    if not syntax.is_verb(verb):
        return False
    if syntax.lemma(verb) == "put" and any(word(o) in ("name", "signature") for o in syntax.objects(verb)):
        return True
    if not syntax.keys(verb) & lists:
        return False
    return syntax.lemma(verb) not in ("make", "do") or _concluded(verb) is not None


@tried_on(lambda: {"be", "exist", "have"})
def without_deal(clause: Clause) -> Stage | None:
    """As in "there is no deal", "no such agreement exists", "has no accord with"."""
    verb = clause.verb
    if clause.lemma == "be" and any(c.dep_ == "expl" for c in verb.children):
        there = syntax.first(
            c
            for c in verb.children
            if c.dep_ == "attr" and word(c) in words("deals.paper") | {"none"} and word(c) not in _ONE_SIDED
        )
        if there is not None and (clause.negated or there.lower_ == "none"):
            return _none(there)
    if not clause.negated:
        return None
    if clause.lemma == "exist" and word(clause.subject) in words("deals.paper", "deals.signed-things"):
        return _none(clause.subject)
    if clause.lemma == "have" and clause.paper is not None and word(clause.paper) not in _ONE_SIDED:
        own = any(c.lower_ in ("legal", "legislative", "national") for c in clause.paper.children)
        return None if own else _none(clause.paper)  # "has no legal framework for refugees"
    return None


def unspecific(verb: "Token") -> bool:
    """As in "having signed an agreement", "having agreed to take anyone": there is none."""
    deal = _concluded(verb)
    return concludes(verb) and (deal is None or not is_known(deal))


def _concluded(verb: "Token") -> "Token | None":
    found = (*syntax.objects(verb), *syntax.prepositional(verb, "to", "into", "on"))
    return next((o for o in found if word(o) in words("deals.paper", "deals.own")), None)


def is_known(deal: "Token") -> bool:
    """As in "such an agreement", "the accord": one spoken of before, whose signing is denied, no more."""
    return any(c.lower_ in ("such", "the", "this", "that") for c in deal.children)


def _none(deal: "Token | None") -> Stage:
    return Stage(status=Status.REJECTED, rule="status-no-deal", deal=deal)
