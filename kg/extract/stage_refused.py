"""Verbs of refusal: a party says no, says that there is no deal, or an organ of it blocks one."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, is_judge
from kg.extract.lexicon import words
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DONE: Final = frozenset(("has", "have", "had", "'s", "'ve", "'d"))


def contested(clause: Clause) -> Stage | None:
    """As in "the Senate blocked the agreement", "passed a resolution against it"."""
    passing = clause.lemma in ("pass", "adopt", "approve")
    if not (passing or clause.has("contested")) or not clause.organ:
        return None
    against = words("deals.contested") | {"condemn"}
    if (
        passing
        and word(clause.theme) in ("resolution", "motion")
        and clause.theme is not None
        and any(word(t) in against for t in clause.theme.subtree)
    ):
        return clause.on(Status.CONTESTED, "contested")
    if clause.paper is not None and clause.has("contested"):
        return clause.on(Status.CONTESTED, "contested")
    return None


def struck_down(clause: Clause) -> Stage | None:
    """As in "the court struck down the deal", "the pact was declared void": a ruling ends it."""
    if not clause.has("held", "quashed"):
        return None
    verdicts = ("unlawful", "illegal", "void", "unconstitutional", "invalid", "inadmissible")
    held = clause.has("held") and any(
        (t.lower_ in verdicts and t.i > clause.verb.i and t.head.i in (clause.verb.i, t.i))
        or (t.lower_ in verdicts and syntax.is_verb(t.head) and t.head.head.i == clause.verb.i)
        for t in clause.verb.subtree
    )
    theme = clause.theme
    if clause.negated or theme is None or not (held or clause.has("quashed")):
        return None
    named = any(t.i in clause.reading.place_at for t in theme.subtree)
    if clause.paper is None or not named:
        return None
    courts = [clause.subject, *syntax.agents(clause.verb)]
    if held or any(c is not None and is_judge(c) for c in courts):
        return clause.on(Status.RULED_UNLAWFUL, "struck-down")
    return None


def refused(clause: Clause) -> Stage | None:
    """As in "turned down the request", "ruled out hosting", "refused to become"."""
    if not clause.has("rejected"):
        return None
    theme = clause.theme
    if word(theme) in words("movement.people"):
        return None  # "300 rejected asylum seekers": people are refused, and no deal
    if clause.passive:
        asked = word(theme) in words("deals.request") and not clause.organ
        return Stage(status=Status.REJECTED, rule="status-reject", deal=theme) if asked else None
    if clause.organ or not clause.by_state or not _what_is_refused(clause):
        return None
    return Stage(status=Status.REJECTED, rule="status-reject", deal=theme)


def flatly(clause: Clause) -> Stage | None:
    """As in "has refused as well", "said it would not take anyone", "is not ready to host them"."""
    verb = clause.verb
    flat = bool(clause.keys & {"refuse", "decline", "say no"})
    resuming = clause.lemma in ("resume", "restart", "allow", "permit")
    if not (flat or resuming or clause.lemma in words("deals.roles-taken")):
        return None
    if not clause.by_state or clause.passive or clause.organ:
        return None
    if flat and not clause.negated:
        more = any(c.dep_ in ("dobj", "xcomp", "ccomp", "prep") for c in verb.children)
        return clause.on(Status.REJECTED, "refuse") if not more and syntax.modals(verb) <= _DONE else None
    willed = syntax.modals(verb) & {"will", "would", "wo", "'ll"}
    if not (willed and clause.negated):
        return None
    resumed = resuming and any(word(o) in words("movement.move-nouns") for o in syntax.objects(verb))
    if resumed or (not resuming and word(clause.theme) in words("deals.roles")):
        return Stage(status=Status.REJECTED, rule="status-will-not", deal=None)
    return None


def denied_deal(clause: Clause) -> Stage | None:
    """As in "denied the existence of such an agreement", "denied having signed any agreement"."""
    if clause.lemma not in ("deny", "dismiss", "reject") or clause.negated or clause.passive:
        return None
    for noun in syntax.objects(clause.verb):
        if word(noun) == "existence":
            deal = syntax.first(
                o for o in syntax.prepositional(noun, "of") if word(o) in words("deals.paper")
            )
            return (
                Stage(status=Status.REJECTED, rule="status-no-deal", deal=deal) if deal is not None else None
            )
        if word(noun) in words("deals.rumours") and clause.by_state:
            inner = syntax.first(o for o in syntax.prepositional(noun, "of") if _signs(o))
            if inner is not None:
                return Stage(status=Status.REJECTED, rule="status-reject", deal=noun)
    for inner in clause.verb.children:
        if inner.dep_ in ("xcomp", "ccomp") and _signs(inner):
            deal = next((o for o in syntax.objects(inner) if word(o) in words("deals.paper")), None)
            if deal is not None and any(c.lower_ == "any" for c in deal.children):
                return Stage(status=Status.REJECTED, rule="status-no-deal", deal=deal)
    return None


def _signs(verb: "Token") -> bool:
    return syntax.is_verb(verb) and bool(syntax.keys(verb) & words("deals.signed", "deals.agreed-strong"))


def without_deal(clause: Clause) -> Stage | None:
    """As in "there is no deal", "no such agreement exists", "has no accord with"."""
    verb = clause.verb
    if clause.lemma not in ("be", "exist", "have"):
        return None
    if clause.lemma == "be" and any(c.dep_ == "expl" for c in verb.children):
        there = syntax.first(
            c
            for c in verb.children
            if c.dep_ == "attr"
            and word(c) in words("deals.paper") | {"none"}
            and word(c) not in ("plan", "policy")
        )
        if there is not None and (clause.negated or there.lower_ == "none"):
            return Stage(status=Status.REJECTED, rule="status-no-deal", deal=there)
    if not clause.negated:
        return None
    if clause.lemma == "exist" and word(clause.subject) in words("deals.paper", "deals.signed-things"):
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=clause.subject)
    if clause.lemma == "have" and clause.paper is not None and word(clause.paper) not in ("plan", "policy"):
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=clause.paper)
    return None


def _what_is_refused(clause: Clause) -> bool:
    verb, theme = clause.verb, clause.theme
    if clause.lemma == "say":
        doc, said = verb.doc, verb.i + 1
        after = doc[said + 1] if said + 1 < verb.sent.end else verb
        return doc[said].lower_ == "no" and (after.is_punct or after.pos_ in ("ADP", "CCONJ", "SCONJ"))
    inner = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp", "dobj") and syntax.is_verb(c)]
    if any(syntax.lemma(c) in words("deals.no-refusals") for c in inner):
        return False
    if clause.lemma in ("deny", "dismiss"):
        if any(syntax.lemma(c) == "have" and _names_deal(c) for c in inner):
            return True
        if word(theme) in words("deals.rumours"):
            return theme is not None and (_names_deal(theme) or clause.move is not None or _takes_part(theme))
        return word(theme) in words("deals.paper") | {"talk", "negotiation"} and word(theme) not in (
            "plan",
            "policy",
        )
    if theme is not None:
        place = clause.reading.place_at.get(theme.i)
        if place is not None and place.form != "demonym":
            return True
        if theme.lower_ in ("one", "itself", "themselves") or word(theme) in (
            words("deals.request", "deals.paper", "movement.people", "movement.sites")
        ):
            return True
    if word(theme) in words("deals.blame"):
        return False
    if clause.move is not None:
        return True
    return bool(clause.keys & {"rule out", "refuse", "decline"}) and any(
        word(t) in words("deals.paper", "deals.roles") for t in verb.subtree if t.i > verb.i
    )


def _names_deal(token: "Token") -> bool:
    return any(word(t) in words("deals.paper") and t.i > token.i for t in token.subtree)


def _takes_part(token: "Token") -> bool:
    lemmas = [word(t) for t in token.subtree]
    return "take part" in " ".join(lemmas) or "join" in lemmas or "participate" in lemmas
