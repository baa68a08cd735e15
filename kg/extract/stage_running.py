"""Verbs of a deal at work: in force, in use."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.refer import countries_of
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_AT_WORK: Final = ("work", "run", "operate", "function")
_PRACTISED: Final = frozenset(f"{verb} into practice" for verb in ("put", "translate", "turn")) | {
    "put to use"
}
_PUT: Final = frozenset(
    f"{verb} into {noun}" for verb in ("put", "bring") for noun in ("effect", "force", "operation")
)


@tried_on(lambda: words("deals.in-force") | {"have", *_PUT})
def in_force(clause: Clause) -> Stage | None:
    """As in "took effect", "has had a treaty with Kosovo since 2022"."""
    if (
        clause.has("in-force")
        and (started := clause.subject_deal or _measure(clause)) is not None
        and (
            clause.lemma != "apply"
            or (not clause.negated and word(started) in words("deals.paper") and _from_a_day(clause))
        )
    ):
        return clause.on(Status.IN_FORCE, "in-force", started)
    if clause.has("in-force") and clause.lemma != "apply" and word(clause.subject) in ("it", "one"):
        return clause.on(Status.IN_FORCE, "in-force", clause.subject)
    if clause.keys & _PUT and clause.paper is not None:
        return clause.on(Status.IN_FORCE, "in-force")
    if clause.lemma == "have" and clause.paper is not None and clause.by_state and not clause.negated:
        if any(c.lower_ in ("since", "long") for c in clause.verb.subtree):
            return clause.on(Status.IN_FORCE, "have-since")
        return clause.on(Status.AGREED, "have") if _holds(clause, clause.paper) else None
    return None


def _holds(clause: Clause, paper: "Token") -> bool:
    """As in "now has agreements with Ghana and Chad", where nothing else is told of them."""
    told = any(
        c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD") for c in paper.subtree if c.i > paper.i
    )
    partners = [r for o in syntax.prepositional(paper, "with") for r in countries_of(clause.reading, o)]
    wanted = any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in clause.verb.children)
    kind = word(paper) not in words("deals.one-sided")
    goals = clause.move is not None and bool(clause.move.receiving)
    return kind and (bool(partners) or goals) and not told and not wanted and not clause.negated


def _measure(clause: Clause) -> "Token | None":
    return clause.subject if word(clause.subject) in words("deals.measures") else None


def _from_a_day(clause: Clause) -> bool:
    """As in "applies", "will apply from May", not "will apply to people who"."""
    coming = syntax.modals(clause.verb) & {"will", "would", "shall"}
    dated = any(c.lower_ in ("from", "since", "as", "until", "provisionally") for c in clause.verb.children)
    return not clause.passive and (dated or not coming)


@tried_on(
    lambda: (
        words("deals.used", "deals.effects", "deals.operating", "deals.up-and-running")
        | {*_PRACTISED, *_AT_WORK}
    )
)
def in_use(clause: Clause) -> Stage | None:
    """As in "was used to return 116 men", "is still running", "has cut arrivals"."""
    if clause.keys & _PRACTISED and clause.paper is not None:
        return clause.on(Status.OPERATING, "practised")
    if not clause.has("used", "effects", "operating", "up-and-running") and clause.lemma not in _AT_WORK:
        return None
    verb, deal = clause.verb, clause.subject_deal
    if clause.has("up-and-running") and word(deal) in words("deals.paper") and not clause.negated:
        return clause.on(Status.OPERATING, "running", deal)
    if deal is not None and word(deal) in words("deals.paper") | {"one"}:
        if clause.has("used") and clause.passive and not clause.negated:
            since = any(c.lower_ in ("since", "still") for c in verb.children) and clause.lemma == "apply"
            return clause.on(Status.IN_FORCE if since else Status.OPERATING, "used", deal)
        lasting = verb.tag_ == "VBG" and syntax.modals(verb) & {"is", "are", "been", "'s"}
        if clause.lemma in _AT_WORK and lasting and not clause.negated:
            return clause.on(Status.OPERATING, "running", deal)
    subject = clause.subject
    taken_up = clause.paper is not None and clause.move is not None and clause.by_state
    if clause.has("used") and taken_up and not (clause.passive or clause.negated):
        return clause.on(Status.OPERATING, "used")
    whose = subject is not None and any(c.dep_ == "case" for c in subject.children)
    if whose and clause.has("used") and clause.by_state and clause.passive and not clause.negated:
        return clause.on(Status.OPERATING, "used")
    perfect = syntax.modals(verb) & {"has", "have", "had"}
    if (
        deal is not None
        and word(deal) not in words("deals.talks-nouns")
        and clause.has("effects")
        and perfect
    ):
        alone = not any(c.dep_ == "dobj" for c in verb.children)
        if alone or (word(deal) in words("deals.paper") and perfect != {"had"}):
            return clause.on(Status.IN_FORCE, "effects", deal)
    paper = clause.paper
    if (
        clause.has("operating")
        and paper is not None
        and paper.dep_ in ("nsubj", "nsubjpass", "dobj")
        and word(paper) in ("scheme", "programme", "program", "partnership", "pilot", "arrangement")
    ):
        return clause.on(Status.OPERATING, "operate")
    return None
