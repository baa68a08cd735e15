"""Verbs of refusal: a party says no, says that there is no deal, or an organ of it blocks one."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, is_judge, tried_on
from kg.extract.lexicon import words
from kg.extract.themes import word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PASSING: Final = ("pass", "adopt", "approve")
_RESUMING: Final = ("resume", "restart", "allow", "permit")
_VOTING: Final = ("vote", "refuse", "decline", "fail")
_DONE: Final = frozenset(("has", "have", "had", "'s", "'ve", "'d"))


@tried_on(lambda: words("deals.contested") | {*_PASSING, *_VOTING})
def contested(clause: Clause) -> Stage | None:
    """As in "the Senate blocked the agreement", "refused to approve it", "held up its ratification"."""
    verb = clause.verb
    if clause.lemma in _VOTING and word(clause.subject) in words("deals.heads-of-state"):
        return _unsigned(clause)
    if not clause.organ:
        return None
    against = words("deals.contested") | {"condemn"}
    if (
        clause.lemma in _PASSING
        and word(clause.theme) in ("resolution", "motion")
        and clause.theme is not None
        and any(word(t) in against for t in clause.theme.subtree)
    ):
        return clause.on(Status.CONTESTED, "contested")
    if clause.has("contested") and (deal := clause.paper or _bound_up(clause.theme)) is not None:
        return _against(clause, deal)
    if clause.lemma == "vote":
        opposed = next((o for o in syntax.prepositional(verb, "against", "down") if _is_paper(o)), None)
        if opposed is not None:
            return _against(clause, opposed)
    if clause.lemma not in _VOTING or clause.negated:
        return None
    backs = words("deals.backing", "deals.ratified")
    wanted = words("deals.contested") if clause.lemma == "vote" else backs
    for inner in verb.children:
        if inner.dep_ == "xcomp" and syntax.keys(inner) & wanted:
            found = (o for o in syntax.objects(inner))
            deal = next((d for o in found if (d := o if _is_paper(o) else _bound_up(o)) is not None), None)
            if deal is not None:
                return clause.on(Status.CONTESTED, "contested", deal)
    return None


def _against(clause: Clause, deal: "Token") -> Stage:
    """Contested; as in "turned a first draft down", rejected: nothing was signed or agreed yet."""
    hosts = (*clause.verb.children, *(c for p in clause.verb.children for c in p.children), deal)
    if any(word(t) == "draft" for t in hosts):
        return clause.on(Status.REJECTED, "reject", deal)
    return clause.on(Status.CONTESTED, "contested", deal)


def _unsigned(clause: Clause) -> Stage | None:
    """As in "the president refused to promulgate the treaty"."""
    for inner in clause.verb.children:
        if inner.dep_ == "xcomp" and syntax.keys(inner) & words("deals.promulgated"):
            found = (*syntax.objects(inner), *syntax.prepositional(inner, "to"))
            if (deal := next((o for o in found if _is_paper(o)), None)) is not None:
                return clause.on(Status.CONTESTED, "contested", deal)
    return None


def _is_paper(noun: "Token") -> bool:
    return word(noun) in words("deals.paper")


def _bound_up(noun: "Token | None") -> "Token | None":
    """As in "blocked ratification of the pact": the deal that is held up with it."""
    if word(noun) not in ("ratification", "approval", "implementation", "passage", "adoption", "signing"):
        return None
    named = () if noun is None else (*syntax.prepositional(noun, "of"), *noun.children)
    return next((o for o in named if _is_paper(o)), None)


@tried_on(lambda: words("deals.held", "deals.quashed"))
def struck_down(clause: Clause) -> Stage | None:
    """As in "the court struck down the deal", "the pact was declared void": a ruling ends it."""
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
    if (clause.paper is None and word(theme) not in words("movement.sites")) or not named:
        return None
    courts = [clause.subject, *syntax.agents(clause.verb)]
    if held or any(c is not None and is_judge(c) for c in courts):
        return clause.on(Status.RULED_UNLAWFUL, "struck-down")
    return None


@tried_on(lambda: words("deals.rejected"))
def refused(clause: Clause) -> Stage | None:
    """As in "turned down the request", "ruled out hosting", "refused to become"."""
    theme = clause.theme
    people = theme if not _of_people(clause.verb) else clause.verb.head
    if word(people) in words("movement.people"):
        return None  # "300 rejected asylum seekers": people are refused, and no deal
    if clause.passive and clause.by_state and not clause.negated:
        return Stage(status=Status.REJECTED, rule="status-rebuffed")  # "asked Chad, but was rebuffed"
    if clause.passive:
        asked = word(theme) in words("deals.request") and not clause.organ
        return Stage(status=Status.REJECTED, rule="status-reject", deal=theme) if asked else None
    if clause.organ and word(theme) not in words("deals.requests"):
        return None
    if not clause.by_state or not _what_is_refused(clause):
        return None
    return Stage(status=Status.REJECTED, rule="status-reject", deal=theme)


def _of_people(verb: "Token") -> bool:
    """As in "the plan to house migrants rejected by Britain": it is they who are refused."""
    return verb.dep_ == "acl" and word(verb.head) in words("movement.people")


@tried_on(
    lambda: (
        words("deals.refusing", "deals.roles-taken")
        | words("movement.take", "movement.take-weak")
        | {*_RESUMING}
    )
)
def flatly(clause: Clause) -> Stage | None:
    """As in "has refused as well", "said it would not take anyone", "is not ready to host them"."""
    verb = clause.verb
    flat = clause.has("refusing")
    resuming = clause.lemma in _RESUMING
    taking = clause.lemma in words("movement.take", "movement.take-weak")
    if not clause.by_state or clause.passive or clause.organ:
        return None
    if flat and verb.dep_ == "advcl":
        return None  # "was dropped after Chad balked": why it was
    if flat and not clause.negated:
        more = any(c.dep_ in ("dobj", "xcomp", "ccomp", "prep") and c.i > verb.i for c in verb.children)
        return clause.on(Status.REJECTED, "refuse") if not more and syntax.modals(verb) <= _DONE else None
    willed = syntax.modals(verb) & {"will", "would", "wo", "'ll"}
    able = taking and bool(syntax.modals(verb) & {"can", "could"})  # "it could not host anyone"
    if not ((willed or able) and clause.negated):
        return None
    if taking and _takes_nobody(clause):
        return Stage(status=Status.REJECTED, rule="status-will-not", deal=None)
    resumed = resuming and any(word(o) in words("movement.move-nouns") for o in syntax.objects(verb))
    if resumed or (not resuming and word(clause.theme) in words("deals.roles")):
        return Stage(status=Status.REJECTED, rule="status-will-not", deal=None)
    return None


def _takes_nobody(clause: Clause) -> bool:
    """As in "will not accept deportees", not "will not take criminals": no term, but a refusal."""
    people = clause.theme
    if people is None or word(people) not in words("movement.people") | {"anyone", "anybody"}:
        return False
    if any(
        t.lower_ in ("against", "forcibly", "unless", "until", "without", "only") for t in clause.verb.subtree
    ):
        return False  # "would not take anyone against their will"
    terms = words("deals.misdeeds")
    sent = words("movement.send")  # "migrants deported from Oslo"
    return not any(
        word(t) in terms or (t.dep_ in ("relcl", "acl") and not syntax.keys(t) & sent) for t in people.subtree
    )


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
        if clause.lemma == "dismiss" and word(theme) in words("deals.requests"):
            return True
        return word(theme) in words("deals.paper") | {"talk", "negotiation"} and word(theme) not in (
            "plan",
            "policy",
        )
    if theme is not None:
        place = clause.reading.place_at.get(theme.i)
        if place is not None and place.form != "demonym":
            return True
        if theme.lower_ in ("one", "it", "this", "that", "itself", "themselves") or word(theme) in (
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
