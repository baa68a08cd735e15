"""Fixed phrases that tell a stage: "gave it the nod", "put out feelers", "gave way to a treaty"."""

from typing import TYPE_CHECKING, Final

from kg.extract.clause import Clause, Stage, is_organ, tried_on
from kg.extract.lexicon import table, words
from kg.extract.themes import is_deal, unbundled, word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BY_ORGAN: Final = (Status.RATIFIED, Status.CONTESTED)
_OF_A_WISH: Final = (Status.PROPOSED, Status.WILLING, Status.REJECTED, Status.AGREED)


@tried_on(lambda: {*table("deals.idioms"), *table("deals.idioms-of-organs"), *table("deals.idioms-of-deals")})
def idiom(clause: Clause) -> Stage | None:
    """A phrase said of a state or its organ, or of the deal itself."""
    done = table("deals.idioms-of-organs" if clause.organ else "deals.idioms")
    befell = table("deals.idioms-of-deals")
    name = next((done[key] for key in clause.keys if key in done), None)
    if name is not None and (stage := _done(clause, Status(name))) is not None:
        return stage
    name = next((befell[key] for key in clause.keys if key in befell), None)
    return _befell(clause, Status(name)) if name is not None else None


def _done(clause: Clause, status: Status) -> Stage | None:
    """As in "Belize's Senate has given its blessing to", "has put out feelers to Kampala"."""
    if clause.passive or (clause.negated and status is Status.REJECTED):
        return None
    deal = _deal(clause, status)
    if status in _BY_ORGAN:
        to = any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in clause.verb.children)
        if clause.theme is not None and clause.theme.lower_ == "it" and deal is None:
            return clause.on(status, "idiom", clause.theme)  # "the assembly waved it through"
        alone = status is Status.RATIFIED and word(clause.theme) in words("deals.consent") and not to
        return clause.on(status, "idiom", deal) if deal is not None or alone else None
    if not clause.by_state:
        return None
    about = deal is not None or clause.move is not None or (status in _OF_A_WISH and _site(clause.verb))
    return clause.on(status, "idiom", deal) if about else None


def _befell(clause: Clause, status: Status) -> Stage | None:
    """As in "the protocol gave way to a treaty", "the pact has run into a veto by parliament"."""
    deal = clause.subject_deal
    if deal is None or word(deal) in words("deals.talks-nouns") or clause.negated:
        return None
    if status in _BY_ORGAN and not any(is_organ(t) and t.i > clause.verb.i for t in clause.verb.subtree):
        return None
    return clause.on(status, "idiom-of-deal", deal)


def _deal(clause: Clause, status: Status) -> "Token | None":
    """The deal, or with a wish the request, that the words behind the verb name first."""
    asked = words("deals.requests") if status in _OF_A_WISH else frozenset[str]()
    for token in clause.verb.subtree:
        if token.i <= clause.verb.i or token.pos_ not in ("NOUN", "PROPN"):
            continue
        noun = unbundled(token)
        if word(noun) in asked or (word(noun) in words("deals.paper") and is_deal(clause.reading, noun)):
            return noun
    return None


def _site(verb: "Token") -> bool:
    """As in "put out feelers about a centre in Uganda"."""
    return any(t.i > verb.i and word(t) in words("movement.sites") for t in verb.subtree)
