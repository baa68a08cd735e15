"""Which stage of a deal a verb tells of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import countries_of
from kg.model.codes import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage as a word tells it.

    Args:
        status: The stage.
        rule: Name of the rule that found it.
        deal: Token of the noun for the deal, or None.
        negated: Whether the word itself is denied.
    """

    status: Status
    rule: str
    deal: "Token | None" = None
    negated: bool = False


def verb_stage(reading: Reading, verb: "Token", moves: tuple[Move, ...]) -> Stage | None:
    """The stage that a verb tells, or None. Rules are tried in order; the first that fits counts."""
    if _adjectival(verb):
        return None
    keys = syntax.keys(verb)
    theme = _theme(reading, verb)
    deal = theme if theme is not None and is_deal(reading, theme) else None
    paper = deal if deal is not None and deal.lemma_.lower() in words("deals.paper") else None
    move = complement_move(reading, verb, moves)
    negated = syntax.negated(verb)

    def on(status: Status, rule: str, noun: "Token | None" = None) -> Stage:
        return Stage(status=status, rule=f"status-{rule}", deal=noun or deal, negated=negated)

    subject = syntax.subject(verb)
    organ = (
        subject is not None
        and subject.lemma_.lower() in words("deals.organs")
        and not _is_court_ruling(subject)
    )
    if (subject is not None and _is_court_ruling(subject)) or "strike down" in keys:
        return None
    if keys & words("deals.signed") and (paper is not None or deal is not None):
        return on(Status.SIGNED, "sign")
    if (
        keys & words("deals.signed")
        and theme is not None
        and theme.lemma_.lower() in words("deals.signed-things")
    ):
        return on(Status.SIGNED, "sign")
    if (
        organ
        and keys & {"say", "vote"}
        and any(t.lower_ in ("yes", "favour", "favor") for t in verb.subtree)
        and (voted := _nearest_deal(verb))
    ):
        return on(Status.RATIFIED, "ratify", voted)
    if (
        organ
        and syntax.lemma(verb) in ("pass", "adopt", "approve")
        and theme is not None
        and theme.lemma_.lower() in ("resolution", "motion")
        and any(t.lemma_.lower() in words("deals.contested") | {"condemn"} for t in theme.subtree)
    ):
        return on(Status.CONTESTED, "contested")
    if (
        keys & words("deals.approved")
        and theme is not None
        and theme.lemma_.lower() in words("deals.receptions")
        and not negated
        and (move is not None or theme.lemma_.lower() == "request" or _by_state(reading, verb))
        and (
            _by_state(reading, verb)
            or (subject is not None and subject.lemma_.lower() in ("cabinet", "government"))
        )
    ):
        return on(Status.AGREED, "approve")
    if syntax.lemma(verb) == "exist" and (missing := subject_deal(reading, verb)) is not None and negated:
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=missing)
    if (
        keys & words("deals.suspended")
        and theme is not None
        and theme.lemma_.lower() in words("movement.move-nouns")
        and theme.tag_ == "NNS"
        and (
            any(countries_of(reading, a) for a in syntax.agents(verb))
            or (not syntax.passive(verb) and _by_state(reading, verb))
        )
    ):
        return on(Status.SUSPENDED, "suspend-movement", theme)
    if keys & words("deals.made-known") and paper is not None and move is not None and move.trigger > paper.i:
        return on(Status.AGREED, "announce")
    if (
        keys & words("deals.proposed")
        and _by_state(reading, verb)
        and not syntax.passive(verb)
        and any(
            o.lemma_.lower() in words("deals.unnamed") and o.tag_ == "NNS"
            for o in (*syntax.objects(verb), *syntax.prepositional(verb, "for"))
        )
        and "want" not in keys
    ):
        return on(Status.PROPOSED, "seek")
    if keys & words("deals.signed") and theme is not None and theme.lower_ == "it" and syntax.passive(verb):
        return on(Status.SIGNED, "sign")
    if syntax.lemma(verb) == "put" and any(
        o.lemma_.lower() in ("name", "signature", "pen") for o in syntax.objects(verb)
    ):
        return on(Status.SIGNED, "sign-name", syntax.first(syntax.prepositional(verb, "to", "on")))
    if keys & words("deals.ratified") or (
        organ and paper is not None and syntax.lemma(verb) in ("approve", "pass", "back", "endorse", "adopt")
    ):
        return on(Status.RATIFIED, "ratify") if deal is not None else None
    started = subject_deal(reading, verb) or (
        subject if subject is not None and subject.lemma_.lower() in words("deals.measures") else None
    )
    if (
        keys & words("deals.in-force")
        and started is not None
        and (syntax.lemma(verb) != "apply" or started.lemma_.lower() in words("deals.paper"))
    ):
        return on(Status.IN_FORCE, "in-force", started)
    if (
        started is not None
        and syntax.lemma(verb) in ("run", "last", "remain", "stay", "continue")
        and any(c.lower_ in ("until", "till") for c in verb.children)
    ):
        return Stage(status=Status.EXPIRED, rule="status-until", deal=started)
    if paper is not None and organ and keys & words("deals.contested"):
        return on(Status.CONTESTED, "contested")
    if deal is not None and keys & words("deals.suspended"):
        return on(Status.SUSPENDED, "suspend")
    if (
        theme is not None
        and theme.lemma_.lower() in words("deals.superseded") | words("deals.paper")
        and keys & words("deals.superseded")
    ):
        return on(Status.SUPERSEDED, "replace")
    if (fallen := subject_deal(reading, verb)) is not None and keys & words("deals.expired"):
        return on(Status.EXPIRED, "expire", fallen)
    if any(c.dep_ == "dobj" for c in verb.children):
        fallen = None
    if (
        fallen is not None and keys & words("deals.effects") and syntax.modals(verb) & {"has", "have", "had"}
    ) or (
        fallen is None
        and (worker := subject_deal(reading, verb)) is not None
        and keys & words("deals.effects")
        and syntax.modals(verb) & {"has", "have"}
        and worker.lemma_.lower() in words("deals.paper")
    ):
        return on(Status.IN_FORCE, "effects", subject_deal(reading, verb))
    if (
        keys & words("deals.fell-through")
        and (deal is not None or fallen is not None)
        and not (
            syntax.lemma(verb) in ("fall", "fail", "stall", "falter")
            and len(keys & words("deals.fell-through")) == 1
            and syntax.lemma(verb) == "fall"
        )
    ):
        talks = deal or fallen
        return on(Status.FELL_THROUGH, "fall-through", talks)
    if (
        paper is not None
        and keys & words("deals.terminated")
        and not (syntax.lemma(verb) in ("close", "end") and paper.lemma_.lower() in ("plan",))
    ) and (syntax.lemma(verb) != "denounce" or _by_state(reading, verb)):
        return on(Status.TERMINATED, "terminate")
    if (syntax.lemma(verb) in ("withdraw", "pull", "exit") or keys & {"back out", "walk away"}) and (
        left := syntax.first(o for o in _from_deal(reading, verb))
    ):
        return on(Status.TERMINATED, "withdraw", left)
    if (
        keys & words("deals.rejected")
        and not syntax.passive(verb) | organ
        and _refused(reading, verb, theme, move)
    ):
        return Stage(status=Status.REJECTED, rule="status-reject", deal=theme)
    if (
        keys & words("deals.rejected")
        and syntax.passive(verb)
        and theme is not None
        and theme.lemma_.lower() in words("deals.request")
    ):
        return Stage(status=Status.REJECTED, rule="status-reject", deal=theme)
    if (
        fallen is not None
        and syntax.lemma(verb) in ("end", "terminate", "close", "stop")
        and not syntax.passive(verb)
    ):
        return on(Status.TERMINATED, "end", fallen)
    if (
        keys & words("deals.talks")
        and theme is None
        and subject is not None
        and subject.lemma_.lower()
        in ("side", "country", "government", "official", "party", "state", "capital", "negotiator")
    ):
        return on(Status.TALKS, "negotiate")
    if (
        keys & words("deals.approached")
        and not negated
        and subject is not None
        and countries_of(reading, subject)
        and any(countries_of(reading, o) for o in syntax.objects(verb))
    ):
        return on(Status.PROPOSED, "approach")
    if syntax.lemma(verb) == "be" and any(c.dep_ == "expl" for c in verb.children):
        there = syntax.first(
            c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in words("deals.paper")
        )
        if there is not None and syntax.negated(verb):
            return Stage(status=Status.REJECTED, rule="status-no-deal", deal=there)
    if keys & words("deals.agreed-strong") and paper is not None and negated:
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=paper)
    if (
        keys & words("deals.agreed")
        and deal is not None
        and deal.lemma_.lower() in words("deals.paper")
        and (keys & words("deals.agreed-strong") or syntax.passive(verb))
    ):
        return on(Status.AGREED, "agree")
    if (
        syntax.lemma(verb) in ("agree", "consent")
        and not syntax.passive(verb)
        and (
            move is not None
            or deal is not None
            or any(
                o.lemma_.lower() in words("movement.move-nouns")
                for o in (*syntax.objects(verb), *syntax.prepositional(verb, "on", "to"))
            )
            or _pays(verb)
        )
    ):
        return on(Status.AGREED, "agree-to")
    if syntax.lemma(verb) == "have" and negated and paper is not None:
        return Stage(status=Status.REJECTED, rule="status-no-deal", deal=paper)
    if (keys & words("deals.willing") and move is not None) or (
        syntax.lemma(verb) == "offer" and deal is None and _offers_place(reading, verb)
    ):
        return on(Status.WILLING, "offer")
    if keys & words("deals.talks") and (move is not None or deal is not None):
        return on(Status.TALKS, "negotiate")
    if (
        keys & words("deals.operating")
        and paper is not None
        and paper.dep_ in ("nsubj", "nsubjpass", "dobj")
        and paper.lemma_.lower() in ("scheme", "programme", "program", "partnership", "pilot", "arrangement")
    ):
        return on(Status.OPERATING, "operate")
    if (
        keys & {"want", "hope", "seek"}
        and deal is None
        and move is not None
        and move.form == "send"
        and not move.receiving
        and not move.abroad
    ):
        return None
    if (
        keys & words("deals.proposed")
        and (move is not None or deal is not None)
        and not syntax.passive(verb)
        and _by_state(reading, verb)
    ):
        return on(Status.PROPOSED, "seek")
    return None


def _nearest_deal(verb: "Token") -> "Token | None":
    return next((t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in words("deals.paper")), None)


def _adjectival(verb: "Token") -> bool:
    """As in "rejected asylum seekers": a participle before its noun, whatever the parser made of it."""
    doc = verb.doc
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children):
        return False
    following = doc[verb.i + 1] if verb.i + 1 < verb.sent.end else verb
    return (
        following.pos_ in ("NOUN", "ADJ") and following.dep_ != "dobj" and verb.dep_ not in ("conj", "relcl")
    )


def _is_court_ruling(subject: "Token") -> bool:
    return subject.lemma_.lower() in ("court", "tribunal", "judge")


def _pays(verb: "Token") -> bool:
    return any(
        c.dep_ == "xcomp" and syntax.lemma(c) in ("pay", "fund", "give", "provide") for c in verb.children
    )


def _offers_place(reading: Reading, verb: "Token") -> bool:
    return any(o.lemma_.lower() in words("movement.sites") for o in syntax.objects(verb))


def _by_state(reading: Reading, verb: "Token") -> bool:
    subject = syntax.subject(verb)
    return subject is not None and bool(countries_of(reading, subject))


def _theme(reading: Reading, verb: "Token") -> "Token | None":
    """What the verb is about: object, passive subject, or the noun that a participle follows."""
    if syntax.passive(verb):
        subject = syntax.subject(verb)
        if subject is not None and verb.dep_ == "relcl" and not is_deal(reading, subject):
            return next((h for h in syntax.climb(subject) if is_deal(reading, h)), subject)
        return subject
    found = list(syntax.objects(verb))
    deals = [o for o in found if is_deal(reading, o)]
    signs = syntax.keys(verb) & words("deals.signed")
    if deals or (found and not signs):
        return (deals or found)[0]
    doc = reading.doc
    for i in range(verb.i + 1, min(verb.i + 12, verb.sent.end)):
        if doc[i].text == ";" or (syntax.is_verb(doc[i]) and doc[i].tag_ in ("VBD", "VBZ", "VBP")):
            break
        if signs and doc[i].lemma_.lower() in words("deals.paper"):
            return doc[i]
    return syntax.first(
        o for o in syntax.prepositional(verb, "on", "to", "into", "up") if is_deal(reading, o)
    )


def is_deal(reading: Reading, noun: "Token") -> bool:
    """Whether a noun stands for an agreement, plan or talks on moving people."""
    word = noun.lemma_.lower()
    if word == "one" and any(c.i in reading.place_at for c in noun.children):
        return True
    if word == "letter":
        return any(o.lemma_.lower() == "intent" for o in syntax.prepositional(noun, "of"))
    if word not in words("deals.deal") | words("deals.talks-nouns"):
        return (
            word in ("return", "transfer", "deportation", "removal", "relocation")
            and noun.pos_ == "NOUN"
            and any(c.dep_ in ("amod", "compound") for c in noun.children)
            and word != "return"
        )
    return not any(c.lower_ in words("deals.unrelated") for c in noun.children)


def subject_deal(reading: Reading, verb: "Token") -> "Token | None":
    """The deal that a verb is said of, or None."""
    subject = syntax.subject(verb)
    return subject if subject is not None and is_deal(reading, subject) else None


def _from_deal(reading: Reading, verb: "Token") -> Iterator["Token"]:
    for child in verb.subtree:
        if child.lower_ in ("from", "of", "out") and child.i > verb.i:
            yield from (
                o for o in child.children if o.dep_ == "pobj" and o.lemma_.lower() in words("deals.paper")
            )


def _refused(reading: Reading, verb: "Token", theme: "Token | None", move: Move | None) -> bool:
    subject = syntax.subject(verb)
    if subject is None or not countries_of(reading, subject):
        return False
    if any(
        c.dep_ == "xcomp"
        and syntax.lemma(c)
        in (
            "say",
            "comment",
            "confirm",
            "discuss",
            "disclose",
            "answer",
            "give",
            "reveal",
            "elaborate",
            "provide",
            "explain",
        )
        for c in verb.children
    ):
        return False
    if syntax.lemma(verb) in ("deny", "dismiss"):
        return (
            theme is not None
            and theme.lemma_.lower() in words("deals.paper") | {"talk", "negotiation"}
            and theme.lemma_.lower() not in ("plan", "policy")
        )
    if theme is not None and theme.i in reading.place_at and reading.place_at[theme.i].form != "demonym":
        return True
    if theme is not None and (
        theme.lemma_.lower() in words("deals.request") | words("deals.paper")
        or theme.lemma_.lower() in words("movement.people")
    ):
        return True
    return move is not None or (
        syntax.lemma(verb) in ("rule out", "refuse")
        and any(t.lemma_.lower() in words("deals.paper") for t in verb.subtree if t.i > verb.i)
    )


def complement_move(reading: Reading, token: "Token", moves: Iterable[Move]) -> Move | None:
    """The movement that the stage is about: one in what hangs on its word."""
    inside = {t.i for t in token.subtree if t.i > token.i}
    fitting = [
        m
        for m in moves
        if m.trigger in inside and not _stops(reading, token, m) and not _in_return(reading, token, m)
    ]
    return min(fitting, key=lambda m: m.trigger, default=None)


def _in_return(reading: Reading, token: "Token", move: Move) -> bool:
    """As in "asked Washington to lift sanctions in return for taking": that is the price."""
    if not syntax.is_verb(token) or syntax.lemma(token) not in ("ask", "want", "seek", "demand", "request"):
        return False
    return any(
        h.lemma_.lower() in ("return", "exchange") and h.i > token.i
        for h in syntax.climb(reading.doc[move.trigger])
    )


def _stops(reading: Reading, token: "Token", move: Move) -> bool:
    """Whether another clause of its own (a coordinated verb, "while") lies between the two."""
    for head in syntax.climb(reading.doc[move.trigger]):
        if head.i == token.i:
            return False
        if (
            head.dep_ == "conj"
            and syntax.is_verb(head)
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children)
        ):
            return True
        if head.dep_ == "advcl" and head.i > token.i and any(c.dep_ == "mark" for c in head.children):
            return True
    return False
