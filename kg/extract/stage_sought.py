"""Verbs before a deal: it is sought, offered, negotiated."""

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, word
from kg.extract.lexicon import words
from kg.extract.refer import countries_of
from kg.model.codes import Status


def discussed(clause: Clause) -> Stage | None:
    """As in "the two sides are negotiating", "a treaty was being negotiated"."""
    verb = clause.verb
    if not clause.has("talks"):
        return None
    sides = ("side", "country", "government", "official", "party", "state", "capital", "negotiator")
    several = clause.subject is not None and len(countries_of(clause.reading, clause.subject)) > 1
    partner = clause.by_state and any(
        countries_of(clause.reading, o) for o in syntax.prepositional(verb, "with")
    )
    if clause.theme is None and (word(clause.subject) in sides or several or partner):
        return clause.on(Status.TALKS, "negotiate")
    done = (
        clause.passive and clause.lemma == "negotiate" and not any(c.lower_ == "being" for c in verb.children)
    )
    if (clause.move is not None or clause.deal is not None) and not done:
        return clause.on(Status.TALKS, "negotiate")
    return None


def offered(clause: Clause) -> Stage | None:
    """As in "has offered to take in 150 people", "offered cells"."""
    if (clause.has("willing") and clause.move is not None) or (
        clause.lemma == "offer"
        and clause.deal is None
        and any(word(o) in words("movement.sites") for o in syntax.objects(clause.verb))
    ):
        return clause.on(Status.WILLING, "offer")
    return None


def sought(clause: Clause) -> Stage | None:
    """As in "wants a deal", "approached Libya", "looks for partners"."""
    if not clause.has("approached", "proposed"):
        return None
    verb, move = clause.verb, clause.move
    if clause.has("approached"):
        if clause.passive and clause.theme is not None and countries_of(clause.reading, clause.theme):
            return clause.on(Status.PROPOSED, "approached")
        asked = any(countries_of(clause.reading, o) for o in syntax.objects(verb))
        if clause.by_state and asked and not clause.negated:
            return clause.on(Status.PROPOSED, "approach")
    if not clause.has("proposed") or clause.passive or not clause.by_state:
        return None
    if clause.lemma == "ask" and _asked_to_take_part(clause):
        return clause.on(Status.PROPOSED, "approach")
    if clause.lemma in ("consider", "mull", "contemplate") and move is not None and move.form == "take":
        takers = countries_of(clause.reading, clause.subject) if clause.subject is not None else []
        if takers and takers[0].code not in words("deals.usual-senders"):
            return clause.on(Status.WILLING, "consider")
    if clause.lemma in ("promise", "pledge", "vow"):
        return clause.on(Status.PROPOSED, "promise") if clause.paper is not None else None
    wanted = (*syntax.objects(verb), *syntax.prepositional(verb, "for"))
    if "want" not in clause.keys and any(
        word(o) in words("deals.unnamed") and o.tag_ == "NNS" for o in wanted
    ):
        return clause.on(Status.PROPOSED, "seek")
    if (
        clause.keys & {"want", "hope", "seek"}
        and clause.deal is None
        and move is not None
        and move.form == "send"
        and not move.receiving
        and not move.abroad
    ):
        return None
    return clause.on(Status.PROPOSED, "seek") if move is not None or clause.deal is not None else None


def _asked_to_take_part(clause: Clause) -> bool:
    """As in "asked Tunisia to host a centre"."""
    part = words("movement.sites", "deals.paper")
    return any(countries_of(clause.reading, o) for o in syntax.objects(clause.verb)) and any(
        word(o) in part
        for c in clause.verb.children
        if c.dep_ in ("xcomp", "ccomp")
        for o in syntax.objects(c)
    )
