"""What a word on a deal is about: the noun for the deal, and the movement that the deal is for."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def word(token: "Token | None") -> str:
    """The lemma in lower case; an empty string for none."""
    return token.lemma_.lower() if token is not None else ""


def theme_of(reading: Reading, verb: "Token") -> "Token | None":
    """What the verb is about: object, passive subject, or the noun that a participle follows."""
    if participle(verb) and (deal := _before_participle(reading, verb)) is not None:
        return deal
    if syntax.passive(verb):
        subject = _said_of(verb)
        if subject is not None and verb.dep_ == "relcl" and not is_deal(reading, subject):
            return _deal_above(reading, verb, subject) or subject
        return subject
    found = [unbundled(o) for o in syntax.objects(verb)]
    if verb.dep_ == "relcl" and found and found[0].i < verb.i and not is_deal(reading, found[0]):
        # "a pact with Chad, which Berlin shelved": the parser hung the clause on the nearest noun
        deal = _deal_above(reading, verb, found[0])
        found = [deal] if deal is not None else found
    if verb.dep_ == "relcl" and is_deal(reading, verb.head) and not _taken(verb):
        return verb.head
    if verb.dep_ == "relcl" and not found and verb.head.i not in reading.place_at and not _taken(verb):
        deal = _deal_above(reading, verb, verb.head) if syntax.keys(verb) & _done_to_deals() else None
        if deal is not None:
            return deal
    loose = not found and any(c.lower_ == "which" and c.dep_ == "dep" for c in verb.children)
    deal = _deal_above(reading, verb, verb.head) if loose and verb.dep_ == "relcl" else None
    if deal is not None:
        return deal
    deals = [o for o in found if is_deal(reading, o)]
    signs = syntax.keys(verb) & words("deals.signed")
    if deals or (
        found
        and (
            not signs
            or found[0].lower_ in words("deals.own") | {"it", "them"}
            or word(found[0]) in words("deals.signed-things")
        )
    ):
        return (deals or found)[0]
    if not found and verb.tag_ == "VBD" and (signs or syntax.keys(verb) & words("deals.agreed-strong")):
        # "the accord, concluded in 2011, is": the parser takes the participle for the verb of the sentence
        subject = syntax.subject(verb)
        if subject is not None and word(subject) in words("deals.paper"):
            return subject
    doc = reading.doc
    for i in range(verb.i + 1, min(verb.i + 12, verb.sent.end)):
        if doc[i].text == ";" or (syntax.is_verb(doc[i]) and doc[i].tag_ in ("VBD", "VBZ", "VBP")):
            break
        if signs and doc[i].lemma_.lower() in words("deals.paper"):
            return doc[i]
    return syntax.first(
        o
        for o in syntax.prepositional(verb, "on", "to", "into", "up", "at", "down", "off")
        if is_deal(reading, o)
    )


def _deal_above(reading: Reading, verb: "Token", noun: "Token") -> "Token | None":
    """The deal that "which" stands for behind a name: "a pact with Chad, which was shelved"."""
    above = next((h for h in syntax.climb(noun) if is_deal(reading, h) and h.i < noun.i), None)
    if above is not None or noun.i not in reading.place_at or not syntax.keys(verb) & _done_to_deals():
        return above
    before = reversed(reading.doc[noun.sent.start : noun.i])
    return next((t for t in before if word(t) in words("deals.paper") and is_deal(reading, t)), None)


@cache
def _done_to_deals() -> frozenset[str]:
    return words(
        *("deals.fell-through", "deals.terminated", "deals.suspended", "deals.signed", "deals.ratified"),
        *("deals.backing", "deals.contested", "deals.agreed-strong", "deals.expired", "deals.in-force"),
    )


def _taken(verb: "Token") -> bool:
    """Whether a relative clause says something else of its noun than "a deal they approved"."""
    return any(
        c.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass", "attr", "acomp")
        or (c.dep_ == "prep" and any(t.tag_ in ("WDT", "WP") for t in c.children))
        or (c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP"))
        for c in verb.children
    )


def _said_of(verb: "Token") -> "Token | None":
    """The subject, the nearer of two as in "Kenya: A treaty was signed"; what it counts, where it counts."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    subject = own[-1] if len(own) > 1 else syntax.subject(verb)
    return unbundled(subject) if subject is not None else None


def goals_of(verb: "Token") -> list["Token"]:
    """Objects, and the noun of a relative clause without a pronoun: "countries they have approached"."""
    found = list(syntax.objects(verb))
    return found or ([verb.head] if verb.dep_ == "relcl" and not syntax.passive(verb) else [])


def is_both(subject: "Token") -> bool:
    """As in "both countries", "the two sides": the parties, whoever speaks."""
    sides = ("country", "side", "government", "nation", "state", "party", "capital", "neighbour", "neighbor")
    return subject.lemma_.lower() in sides and any(c.lower_ in ("both", "two") for c in subject.children)


def unbundled(noun: "Token") -> "Token":
    """As in "a string of understandings": the noun that is counted."""
    if word(noun) not in words("deals.bundles"):
        return noun
    counted = syntax.prepositional(noun, "of")
    return next((o for o in counted if word(o) in words("deals.paper", "deals.talks-nouns")), noun)


def participle(verb: "Token") -> bool:
    """Whether a verb hangs on a noun without an auxiliary, as in "the treaty, signed in May"."""
    return (
        verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("acl", "advcl", "conj", "appos")
        and not any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "dobj", "mark") for c in verb.children)
        and (verb.dep_ != "conj" or participle(verb.head))
    )


def _before_participle(reading: Reading, verb: "Token") -> "Token | None":
    """The deal a participle is said of, also where the parser hung it on a name inside or on the clause."""
    if verb.dep_ == "conj":
        return _before_participle(reading, verb.head)
    for head in syntax.climb(verb):
        if syntax.is_verb(head):
            break
        if is_deal(reading, head):
            return head
    doc = verb.doc
    if verb.i == verb.sent.start:
        subject = syntax.subject(verb.head)
        fits = subject is not None and (
            is_deal(reading, subject) or word(subject) in words("deals.signed-things")
        )
        return subject if fits else None
    before = doc[verb.i - 1]
    if before.text == "," and verb.i - 2 >= verb.sent.start:
        before = doc[verb.i - 2]
    return next((t for t in (before, *syntax.climb(before)) if is_deal(reading, t) and t.i < verb.i), None)


def is_deal(reading: Reading, noun: "Token") -> bool:
    """Whether a noun stands for an agreement, plan or talks on moving people."""
    name = word(noun)
    if name == "one" and (
        any(c.i in reading.place_at for c in noun.children)
        or any(o.i in reading.place_at for o in syntax.prepositional(noun, "with", "between"))
        or any(
            c.dep_ == "relcl" and syntax.keys(c) & words("deals.signed", "deals.agreed-strong")
            for c in noun.children
        )
    ):
        return True
    if name == "letter":
        return any(o.lemma_.lower() == "intent" for o in syntax.prepositional(noun, "of"))
    if name == "declaration":
        others = ("invalidity", "independence", "war", "emergency", "unlawfulness", "incompatibility")
        if any(word(o) in others for o in syntax.prepositional(noun, "of")):
            return False
    if name not in words("deals.deal", "deals.talks-nouns"):
        return (
            name in ("return", "transfer", "deportation", "removal", "relocation")
            and noun.pos_ == "NOUN"
            and any(c.dep_ in ("amod", "compound") for c in noun.children)
            and name != "return"
        )
    return not any(c.lower_ in words("deals.unrelated") for c in noun.children)


def subject_deal(reading: Reading, verb: "Token") -> "Token | None":
    """The deal that a verb is said of, or None."""
    subject = _said_of(verb)
    if subject is not None and is_deal(reading, subject):
        return subject
    if subject is not None and verb.dep_ == "relcl" and subject.i in reading.place_at:
        return _deal_above(reading, verb, subject)  # "the accord with Chad, which expired"
    above = _root_above(verb, subject)
    return above if above is not None and is_deal(reading, above) else None


def _root_above(verb: "Token", subject: "Token | None") -> "Token | None":
    """As in "A deal that lets Bern send people to Chad kicked in", where the parser finds no main verb."""
    root = verb.sent.root
    if root.pos_ not in ("NOUN", "PROPN") or root.i > verb.i or verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    singular = verb.tag_ == "VBZ" and subject is not None and subject.tag_ in ("NNS", "NNPS")
    bare = verb.tag_ in ("VBD", "VBZ") and not any(
        c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children
    )
    return root if singular or bare else None


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
            and any(
                c.dep_ in ("nsubj", "nsubjpass") or (c.dep_ == "aux" and c.tag_ != "TO")
                for c in head.children
            )
        ):
            return True
        if head.dep_ == "pcomp" and head.head.lower_ in ("after", "before", "since") and head.i > token.i:
            return True
        if head.dep_ == "advcl" and head.i > token.i and participle(head):
            return True
        if head.dep_ == "advcl" and head.i > token.i and any(c.dep_ == "mark" for c in head.children):
            return True
    return False
