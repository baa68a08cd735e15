"""A verb of a deal's life with what a rule asks of it: its deal, its subject, the movement it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import countries_of
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


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


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A verb, read once for all rules.

    Args:
        reading: The text.
        verb: The verb.
        moves: The movements of the text.
    """

    reading: Reading
    verb: "Token"
    moves: tuple[Move, ...]

    @cached_property
    def keys(self) -> set[str]:
        """The verb as the lexicons write it."""
        return syntax.keys(self.verb)

    @cached_property
    def lemma(self) -> str:
        """Its lemma, lower case."""
        return syntax.lemma(self.verb)

    @cached_property
    def subject(self) -> "Token | None":
        """What it is said of."""
        return syntax.subject(self.verb)

    @cached_property
    def theme(self) -> "Token | None":
        """What it is about."""
        return theme_of(self.reading, self.verb)

    @cached_property
    def deal(self) -> "Token | None":
        """The noun for a deal, a plan or talks that it is about."""
        return self.theme if self.theme is not None and is_deal(self.reading, self.theme) else None

    @cached_property
    def paper(self) -> "Token | None":
        """The same where it can be signed."""
        return self.deal if self.deal is not None and word(self.deal) in _papers() else None

    @cached_property
    def subject_deal(self) -> "Token | None":
        """The deal that it is said of."""
        return subject_deal(self.reading, self.verb)

    @cached_property
    def move(self) -> Move | None:
        """The movement that it is about."""
        return complement_move(self.reading, self.verb, self.moves)

    @cached_property
    def negated(self) -> bool:
        """Whether the verb is denied."""
        return syntax.negated(self.verb)

    @cached_property
    def passive(self) -> bool:
        """Whether it is a passive."""
        return syntax.passive(self.verb) or (participle(self.verb) and self.verb.tag_ == "VBN")

    @cached_property
    def organ(self) -> bool:
        """Whether an organ of a state does it."""
        doers = [self.subject] if not self.passive else list(syntax.agents(self.verb))
        return any(is_organ(doer) for doer in doers if doer is not None)

    @cached_property
    def by_state(self) -> bool:
        """Whether a country does it."""
        return self.subject is not None and bool(countries_of(self.reading, self.subject))

    @cached_property
    def agents(self) -> bool:
        """Whether a country stands behind "by"."""
        return any(countries_of(self.reading, a) for a in syntax.agents(self.verb))

    def has(self, *lists: str) -> bool:
        """Whether the verb is in one of the lists of the lexicon of deals."""
        return not self.keys.isdisjoint(_listed(lists))

    def on(self, status: Status, rule: str, noun: "Token | None" = None) -> Stage:
        """The stage, of the noun or else of the verb's own deal, denied where the verb is."""
        return Stage(status=status, rule=f"status-{rule}", deal=noun or self.deal, negated=self.negated)


def word(token: "Token | None") -> str:
    """The lemma in lower case; an empty string for none."""
    return token.lemma_.lower() if token is not None else ""


@cache
def _listed(lists: tuple[str, ...]) -> frozenset[str]:
    return words(*(f"deals.{name}" for name in lists))


def _papers() -> frozenset[str]:
    return words("deals.paper") | {"one"}


def is_organ(token: "Token") -> bool:
    """Whether a noun is an organ that can approve or block, courts apart."""
    return word(token) in words("deals.organs") and not is_judge(token)


def is_judge(token: "Token") -> bool:
    """Whether a noun is a court or a judge: what they decide is a ruling."""
    return word(token) in ("court", "tribunal", "judge")


def adjectival(verb: "Token") -> bool:
    """As in "rejected asylum seekers": a participle before its noun, whatever the parser made of it."""
    doc = verb.doc
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children):
        return False
    following = doc[verb.i + 1] if verb.i + 1 < verb.sent.end else verb
    return (
        following.pos_ in ("NOUN", "ADJ") and following.dep_ != "dobj" and verb.dep_ not in ("conj", "relcl")
    )


def theme_of(reading: Reading, verb: "Token") -> "Token | None":
    """What the verb is about: object, passive subject, or the noun that a participle follows."""
    if participle(verb) and (deal := _before_participle(reading, verb)) is not None:
        return deal
    if syntax.passive(verb):
        subject = syntax.subject(verb)
        subject = unbundled(subject) if subject is not None else None
        if subject is not None and verb.dep_ == "relcl" and not is_deal(reading, subject):
            return next((h for h in syntax.climb(subject) if is_deal(reading, h)), subject)
        return subject
    found = [unbundled(o) for o in syntax.objects(verb)]
    deals = [o for o in found if is_deal(reading, o)]
    signs = syntax.keys(verb) & words("deals.signed")
    if deals or (found and (not signs or found[0].lower_ in ("one", "it", "them"))):
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
        o for o in syntax.prepositional(verb, "on", "to", "into", "up") if is_deal(reading, o)
    )


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
    ):
        return True
    if name == "letter":
        return any(o.lemma_.lower() == "intent" for o in syntax.prepositional(noun, "of"))
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
    subject = syntax.subject(verb)
    subject = unbundled(subject) if subject is not None else None
    return subject if subject is not None and is_deal(reading, subject) else None


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
