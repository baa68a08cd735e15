"""How a state stands to taking people in: it would, it has nothing against it, it does not care to."""

from typing import Final

from kg.extract import negation, syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.refer import countries_of
from kg.extract.themes import word
from kg.model.codes import Status

_TAKING: Final = ("take", "bring")
_WOULD: Final = frozenset(("would", "could", "'d"))


@tried_on(lambda: words("movement.take"))
def would_take(clause: Clause) -> Stage | None:
    """As in "Chad said it could take some", told by the state itself."""
    verb = clause.verb
    if verb.dep_ != "ccomp" or clause.negated or clause.passive or syntax.lemma(verb.head) == "ask":
        return None
    taken = any(move.trigger == verb.i for move in clause.moves)
    if not (taken and syntax.modals(verb) & (_WOULD | {"will"})) or clause.subject is None:
        return None
    if any(t.tag_ in ("WDT", "WP", "WRB") and t.i < verb.i for t in verb.subtree):
        return None  # "did not say how many people it would accept"
    takers = countries_of(clause.reading, clause.subject)
    said = syntax.subject(verb.head)
    sayers = countries_of(clause.reading, said) if said is not None else []
    own = {r.code for r in sayers} == {r.code for r in takers}
    usual = words("deals.usual-senders")
    if not (takers and own and takers[0].code not in usual):
        return None
    if syntax.lemma(verb.head) in words("deals.made-known"):  # "announced that it will": it has agreed
        will = "will" in syntax.modals(verb)
        return Stage(status=Status.AGREED, rule="status-announce-taking") if will else None
    willing = bool(syntax.modals(verb) & _WOULD)
    return Stage(status=Status.WILLING, rule="status-would-take") if willing else None


@tried_on(lambda: words("deals.hinted") | {"let", "make"})
def hinted(clause: Clause) -> Stage | None:
    """As in "signalled that it would accept migrants", "let it be known that it could take some"."""
    known = clause.lemma in ("let", "make") and any(
        c.lower_ in ("known", "clear") or any(g.lower_ == "known" for g in c.children)
        for c in clause.verb.children
    )
    if not (known or clause.has("hinted")) or clause.negated or not clause.by_state or clause.passive:
        return None
    move = clause.move
    if not _to_take(move):
        return None
    taking = clause.reading.doc[move.trigger] if move is not None else clause.verb
    would = syntax.modals(taking) & _WOULD and not negation.negated(taking)
    return clause.on(Status.WILLING, "hint") if would else None


@tried_on(lambda: {"have", "see", "raise", "be"})
def unopposed(clause: Clause) -> Stage | None:
    """As in "has no objection to taking migrants", "is not averse to hosting them"."""
    if not clause.by_state or not _to_take(clause.move):
        return None
    verb = clause.verb
    if clause.lemma == "be":
        against = any(c.lower_ in words("deals.averse") for c in verb.children if c.i > verb.i)
        return Stage(status=Status.WILLING, rule="status-unopposed") if against and clause.negated else None
    noun = next((o for o in syntax.objects(verb) if word(o) in words("deals.objections")), None)
    none = noun is not None and (clause.negated or any(c.lower_ == "no" for c in noun.children))
    return Stage(status=Status.WILLING, rule="status-unopposed") if none else None


@tried_on(lambda: {"be", "have"})
def disinclined(clause: Clause) -> Stage | None:
    """As in "is not interested in hosting migrants", "has no intention of taking them"."""
    if not clause.by_state or not _to_take(clause.move):
        return None
    verb = clause.verb
    if any(t.lower_ in ("yet", "currently") for t in verb.children):
        return None
    if clause.lemma == "be":
        inclined = any(c.lower_ in words("deals.inclined") for c in verb.children if c.i > verb.i)
        return _not_willing() if inclined and clause.negated else None
    noun = next((o for o in syntax.objects(verb) if word(o) in words("deals.inclinations")), None)
    none = noun is not None and (clause.negated or any(c.lower_ == "no" for c in noun.children))
    return _not_willing() if none else None


def _not_willing() -> Stage:
    return Stage(status=Status.REJECTED, rule="status-will-not")


def _to_take(move: Move | None) -> bool:
    return move is not None and move.form in _TAKING


@tried_on(lambda: words("deals.worked-out"))
def worked_out(clause: Clause) -> Stage | None:
    """As in "are drafting an agreement", "sat down to work out terms": the sides are still at it."""
    verb = clause.verb
    if clause.negated:
        return None
    if clause.passive:
        about = words("deals.terms", "deals.paper") - words("deals.one-sided")
        going_on = any(c.lower_ == "being" for c in verb.children) and word(clause.theme) in about
        return clause.on(Status.TALKS, "work-out", clause.theme) if going_on else None
    meeting = verb.head if verb.dep_ in ("advcl", "xcomp") and syntax.is_verb(verb.head) else None
    met = meeting is not None and syntax.lemma(meeting) in words("deals.meeting") and verb.tag_ == "VB"
    busy = verb.tag_ == "VBG" and syntax.modals(verb) & {"is", "are", "was", "were", "been", "'re", "'s"}
    if not (busy or met):
        return None
    objects = (*syntax.objects(verb), *syntax.prepositional(verb, "on", "at"))
    deal = next((o for o in objects if word(o) in words("deals.paper") - words("deals.one-sided")), None)
    terms = next((o for o in objects if word(o) in words("deals.terms")), None)
    made = deal if deal is not None else terms
    with_whom = made is not None and any(True for _ in syntax.prepositional(made, "with"))
    if made is None or not (clause.by_state or met or with_whom):
        return None
    return Stage(status=Status.TALKS, rule="status-work-out", deal=made)
