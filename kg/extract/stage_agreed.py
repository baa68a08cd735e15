"""Verbs of reaching a deal: agreed, signed, approved by a parliament."""

from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.clause import Clause, Stage, bare, tried_on
from kg.extract.lexicon import words
from kg.extract.refer import countries_of
from kg.extract.themes import participle, word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_LETTING: Final = ("let", "allow", "permit", "open", "cooperate", "restart", "resume")
_ACCEPTING: Final = frozenset(("accept", "take up", "say yes"))
_OBTAINING: Final = ("obtain", "secure", "win", "get", "collect", "bear", "carry", "extract", "gather")
_GIVING: Final = ("give", "grant")
_WEAK: Final = ("make", "do", "enter", "land", "agree", "cut", "come")
_POINTING: Final = frozenset(("it", "them", "both", "two", "three"))
_YIELDING: Final = ("lead", "result", "produce", "culminate", "end", "yield")
_SAYING_YES: Final = ("accept", "agree", "consent")


@tried_on(lambda: words("deals.signed") | {"put", *_OBTAINING})
def signed(clause: Clause) -> Stage | None:
    """As in "signed a pact", "put its name to", "signed up"."""
    if clause.has("signed"):
        theme = clause.theme
        if clause.deal is not None and _into_law(clause.verb):
            return clause.on(Status.RATIFIED, "sign-into-law")
        if clause.negated and theme is not None and any(c.lower_ in ("any", "no") for c in theme.children):
            return Stage(status=Status.REJECTED, rule="status-no-deal", deal=theme)
        pointing = theme is not None and theme.lower_ in _POINTING | words("deals.own")
        paper = word(theme) in words("deals.signed-things") and (clause.by_state or clause.passive)
        if clause.negated and clause.by_state and syntax.modals(clause.verb) & {"will", "would", "wo"}:
            return Stage(status=Status.REJECTED, rule="status-will-not", deal=theme) if clause.deal else None
        if clause.deal is not None or paper or pointing:
            return clause.on(Status.SIGNED, "sign", theme if pointing else None)
        if "sign up" in clause.keys and theme is None and clause.by_state:
            return clause.on(Status.SIGNED, "sign")
    if clause.lemma in _OBTAINING and word(clause.theme) == "signature":
        return clause.on(Status.SIGNED, "signatures", clause.theme)
    if clause.lemma == "put" and any(
        word(o) in ("name", "signature", "pen") for o in syntax.objects(clause.verb)
    ):
        deal = syntax.first(syntax.prepositional(clause.verb, "to", "on"))
        return clause.on(Status.SIGNED, "sign-name", deal)
    return None


def _into_law(verb: "Token") -> bool:
    """As in "signed the treaty into law"."""
    return any(t.lower_ == "law" and t.head.lower_ == "into" for t in verb.subtree)


@tried_on(lambda: words("deals.ratified", "deals.backing", "deals.approved") | {"say", "vote"})
def approved(clause: Clause) -> Stage | None:
    """As in "parliament ratified the treaty", "the Senate backs", "MPs voted in favour"."""
    verb = clause.verb
    if clause.keys & {"say", "vote"} and clause.organ:
        in_favour = any(t.lower_ in ("yes", "favour", "favor") for t in verb.subtree)
        backing = any(
            c.dep_ in ("xcomp", "advcl", "acl") and syntax.keys(c) & words("deals.backing", "deals.ratified")
            for c in (*verb.children, *(g for p in verb.children if p.dep_ == "prep" for g in p.subtree))
        )
        if (in_favour or backing) and (voted := _nearest_deal(verb)):
            return clause.on(Status.RATIFIED, "ratify", voted)
    if clause.lemma in words("deals.backing") and verb.dep_ == "xcomp" and syntax.lemma(verb.head) == "vote":
        return None
    if (
        clause.has("ratified", "backing")
        and (deal := clause.deal or _pointed(clause)) is not None
        and (clause.has("ratified") or clause.organ)
    ):
        return clause.on(Status.RATIFIED, "ratify", deal)
    if (
        clause.has("approved")
        and word(clause.theme) in words("deals.receptions")
        and not clause.negated
        and (clause.move is not None or word(clause.theme) == "request" or clause.by_state)
        and (clause.by_state or word(clause.subject) in ("cabinet", "government"))
    ):
        return clause.on(Status.AGREED, "approve", clause.theme if word(clause.theme) == "request" else None)
    return None


def _pointed(clause: Clause) -> "Token | None":
    """As in "it has yet to be approved by parliament", "the Senate has not approved it"."""
    theme = clause.theme
    return theme if theme is not None and theme.lower_ == "it" and clause.organ else None


@tried_on(lambda: words("deals.made-known") | {"announce", "reveal", "disclose"})
def announced(clause: Clause) -> Stage | None:
    """A deal announced with what it is for has been agreed; so has one that its host says it will fulfil."""
    if clause.lemma in ("announce", "reveal", "disclose") and clause.by_state and not clause.passive:
        move = clause.move
        said = syntax.first(c for c in clause.verb.children if c.dep_ == "ccomp" and c.i > clause.verb.i)
        if said is not None and move is not None and move.form == "take" and said.i == move.trigger:
            firm = syntax.modals(said) & {"will", "would"} and not negation.negated(said)
            return clause.on(Status.AGREED, "announce-taking") if firm and not clause.negated else None
    if not clause.has("made-known") or clause.paper is None or clause.negated:
        return None
    paper = clause.paper
    if clause.move is not None:
        return clause.on(Status.AGREED, "announce") if clause.move.trigger > paper.i else None
    told = clause.by_state and word(paper) not in words("deals.one-sided")
    return clause.on(Status.AGREED, "announce") if told and not clause.passive else None


@tried_on(lambda: words("deals.settled", "deals.given-consent") | _ACCEPTING)
def settled(clause: Clause) -> Stage | None:
    """As in "settled on a starting date", "agreed the terms", "took up the offer"."""
    verb = clause.verb
    if clause.negated:
        return None
    themes = (clause.theme, *syntax.prepositional(verb, "on", "upon"))
    if clause.has("settled") and any(word(t) in words("deals.terms") for t in themes if t is not None):
        plural = clause.subject is not None and clause.subject.tag_ in ("NNS", "NNPS", "PRP")
        return clause.on(Status.AGREED, "settle") if clause.by_state or plural else None
    given = clause.theme if word(clause.theme) in words("deals.consent") else None
    if given is not None and clause.has("given-consent") and (clause.move is not None or _to_request(given)):
        owners = [c for c in given.children if c.dep_ == "poss"]
        if any(countries_of(clause.reading, o) for o in owners) or (
            clause.by_state and clause.lemma in _GIVING
        ):
            return clause.on(Status.AGREED, "consent", given)
    if "say yes" in clause.keys and clause.by_state:
        return clause.on(Status.AGREED, "say-yes")
    if clause.keys & {"accept", "take up"} and word(clause.theme) == "offer" and clause.by_state:
        return clause.on(Status.AGREED, "take-up", clause.theme)
    return None


def _to_request(consent: "Token") -> bool:
    """As in "gave its consent to the request"."""
    return any(word(o) in words("deals.requests") for o in syntax.prepositional(consent, "to"))


@tried_on(lambda: words("deals.assent", "deals.decided"))
def assented(clause: Clause) -> Stage | None:
    """As in "undertook to take 40 people", "the cabinet voted to shelter them", "agreed to lease cells"."""
    verb = clause.verb
    if not clause.has("assent", "decided") or clause.passive:
        return None
    if clause.subject_deal is not None and not clause.by_state:
        return None  # "an agreement that commits Chad to take back": its terms
    if clause.by_state and _alone(clause):
        return Stage(status=Status.AGREED, rule="status-agree-alone")
    cabinet = word(clause.subject) in ("government", "cabinet") or clause.by_state
    decided = clause.has("decided") and cabinet and not clause.organ
    if not (clause.has("assent") or decided):
        return None
    if any(c.dep_ == "ccomp" and syntax.modals(c) & {"should", "must"} for c in verb.children):
        return None  # "agrees they should not be sent back": a view
    about = (*syntax.objects(verb), *syntax.prepositional(verb, "on", "to"))
    serves = any(c.dep_ == "xcomp" and syntax.lemma(c) in words("deals.serving") for c in verb.children)
    lets = any(c.dep_ == "xcomp" and syntax.lemma(c) in _LETTING and _people_in(c) for c in verb.children)
    in_principle = "agree in principle" in clause.keys and clause.by_state
    moved = in_principle or any(word(o) in words("movement.move-nouns") or _misread(o) for o in about)
    if decided:
        return clause.on(Status.AGREED, "decide") if _to_take(clause) else None
    if clause.move is not None or clause.deal is not None or moved or serves or lets:
        return clause.on(Status.AGREED, "agree-to")
    return None


def _alone(clause: Clause) -> bool:
    """As in "Chad agreed", "has consented too": the answer to what another wants."""
    if clause.lemma not in ("agree", "consent", "assent", "acquiesce") or clause.negated:
        return False
    done = clause.verb.tag_ in ("VBD", "VBN") and syntax.modals(clause.verb) <= {"has", "have", "had", "'s"}
    return done and bare(clause.verb) and clause.verb.dep_ in ("ROOT", "conj", "parataxis", "ccomp")


def _people_in(verb: "Token") -> bool:
    """As in "let planes with deportees land", "open its doors to migrants"."""
    wanted = words("movement.people", "movement.flights", "movement.move-nouns")
    return any(word(t) in wanted and t.i > verb.i for t in verb.subtree)


def _misread(people: "Token") -> bool:
    """As in "agreed to resettle refugees", where the parser takes the verb for an adjective."""
    return word(people) in words("movement.people") and any(
        c.dep_ == "amod" and word(c) in words("movement.take", "movement.send") for c in people.children
    )


def _to_take(clause: Clause) -> bool:
    taken = clause.move is not None and clause.move.form == "take"
    return taken and any(c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" for c in clause.verb.children)


def _worked_at(verb: "Token") -> bool:
    """As in "is working on securing agreements"."""
    at = verb.head
    return (
        verb.dep_ == "pcomp"
        and at.lower_ in ("on", "at", "toward", "towards")
        and syntax.lemma(at.head) in ("work", "focus", "aim", "concentrate", "bend", "intent", "set")
    )


@tried_on(lambda: words("deals.agreed", "deals.agreed-strong", "deals.renewed") | {*_SAYING_YES, *_YIELDING})
def reached(clause: Clause) -> Stage | None:
    """As in "struck a deal", "agreed to take 40 people", "renewed their accord"."""
    verb, paper = clause.verb, clause.paper
    if word(clause.subject) in words("deals.talks-nouns") and clause.lemma in _YIELDING:
        found = (*syntax.prepositional(verb, "to", "in", "with"), *syntax.objects(verb))
        reached_in = next((o for o in found if word(o) in words("deals.paper")), None)
        return (
            clause.on(Status.AGREED, "talks-led", reached_in) if reached_in and not clause.negated else None
        )
    if word(clause.subject) in words("movement.people"):
        return None  # "an accord on the islands, which 12,000 people have reached"
    if (
        paper is not None
        and (noun := verb.head)
        and verb.dep_ == "acl"
        and word(noun) in words("deals.proposed-nouns")
    ):
        return None  # "an effort to strike a deal": told by the noun
    if paper is not None and _worked_at(verb):
        return clause.on(Status.PROPOSED, "work-on")
    if paper is not None and clause.has("agreed-strong") and clause.negated:
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=paper)
    coming = any(c.lower_ == "being" for c in verb.children)
    if clause.lemma == "negotiate" and participle(verb):
        return None
    if clause.lemma in ("finalise", "finalize") and verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl"):
        return clause.on(Status.TALKS, "work-out", paper)  # "an envoy was there finalising a deal"
    if clause.lemma in ("announce", "unveil", "make", "have", "do") and word(paper) in words(
        "deals.one-sided"
    ):
        return None  # "the plan, announced in May": one side's own
    if paper is None and (own := _own_deal(clause)) is not None:
        return clause.on(Status.AGREED, "agree", own)
    if paper is not None and (
        clause.has("agreed-strong") or (clause.has("agreed") and clause.passive and not coming)
    ):
        return clause.on(Status.AGREED, "agree")
    if (
        clause.has("renewed")
        and not clause.negated
        and (own := clause.paper or clause.subject_deal) is not None
    ):
        of_itself = word(clause.theme) == "itself" or any(
            c.lower_ in ("tacitly", "automatically") for c in verb.children
        )
        if of_itself:
            return clause.on(Status.IN_FORCE, "renews-itself", own)
    if paper is not None and clause.has("renewed") and clause.negated and not clause.organ:
        return Stage(status=Status.EXPIRED, rule="status-not-renewed", deal=paper)
    if (
        paper is not None
        and clause.has("renewed")
        and not clause.negated
        and (clause.by_state or clause.passive)
    ):
        return clause.on(Status.AGREED, "renew")
    if clause.lemma == "accept" and clause.passive and word(clause.theme) in ("it", "offer", "proposal"):
        return clause.on(Status.AGREED, "accept", clause.theme)
    return None


def _own_deal(clause: Clause) -> "Token | None":
    """As in "Chad has struck one", "sealed theirs in May"."""
    theme = clause.theme
    if theme is None or theme.lower_ not in words("deals.own") or clause.negated or not clause.by_state:
        return None
    return theme if clause.has("agreed-strong") and clause.lemma not in _WEAK else None


def _nearest_deal(verb: "Token") -> "Token | None":
    return next((t for t in verb.subtree if t.i > verb.i and word(t) in words("deals.paper")), None)
