"""A verb of a deal's life with what a rule asks of it: its deal, its subject, the movement it is about."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.lexicon import lists, words
from kg.extract.moves import Move
from kg.extract.once import lazy
from kg.extract.reading import Reading
from kg.extract.refer import countries_of
from kg.extract.themes import complement_move, is_both, is_deal, participle, subject_deal, theme_of, word
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


class Clause:
    """A verb, read once for all rules.

    Args:
        reading: The text.
        verb: The verb.
        moves: The movements of the text.

    Attributes:
        keys: The verb as the lexicons write it.
        lemma: Its lemma, lower case.
    """

    def __init__(self, reading: Reading, verb: "Token", moves: tuple[Move, ...]) -> None:
        self.reading = reading
        self.verb = verb
        self.moves = moves
        self.keys = syntax.keys(verb)
        self.lemma = syntax.lemma(verb)
        holding = lists("deals")
        self._lists = {name for key in self.keys if key in holding for name in holding[key]}

    @lazy
    def subject(self) -> "Token | None":
        """What it is said of."""
        return syntax.subject(self.verb)

    @lazy
    def theme(self) -> "Token | None":
        """What it is about."""
        return theme_of(self.reading, self.verb)

    @lazy
    def deal(self) -> "Token | None":
        """The noun for a deal, a plan or talks that it is about."""
        return self.theme if self.theme is not None and is_deal(self.reading, self.theme) else None

    @lazy
    def paper(self) -> "Token | None":
        """The same where it can be signed."""
        return self.deal if self.deal is not None and word(self.deal) in _papers() | {"letter"} else None

    @lazy
    def subject_deal(self) -> "Token | None":
        """The deal that it is said of."""
        return subject_deal(self.reading, self.verb)

    @lazy
    def move(self) -> Move | None:
        """The movement that it is about."""
        return complement_move(self.reading, self.verb, self.moves)

    @lazy
    def negated(self) -> bool:
        """Whether the verb is denied."""
        return negation.negated(self.verb)

    @lazy
    def passive(self) -> bool:
        """Whether it is a passive."""
        return syntax.passive(self.verb) or (participle(self.verb) and self.verb.tag_ == "VBN")

    @lazy
    def organ(self) -> bool:
        """Whether an organ of a state does it."""
        doers = [self.subject] if not self.passive else list(syntax.agents(self.verb))
        return any(is_organ(doer) for doer in doers if doer is not None)

    @lazy
    def by_state(self) -> bool:
        """Whether a country does it."""
        subject = self.subject
        if subject is None or subject.lemma_.lower() in ("people", "refugee", "migrant", "seeker"):
            return False  # "people who agreed to move to Cambodia"
        if is_judge(subject) or any(
            o.person.split()[-1] == subject.text and "court" in (o.organisation or o.office).lower()
            for o in self.reading.offices
        ):
            return False
        return is_both(subject) or bool(countries_of(self.reading, subject) or self._by_speaker)

    @lazy
    def _by_speaker(self) -> bool:
        """As in "he would prefer an arrangement", said of the speaker who has a country."""
        speech = self.reading.speech_of(self.verb) if self.subject is not None else None
        pronoun = self.subject is not None and self.subject.lower_ in ("he", "she", "i")
        return pronoun and speech is not None and speech.country is not None

    @lazy
    def agents(self) -> bool:
        """Whether a country stands behind "by"."""
        return any(countries_of(self.reading, a) for a in syntax.agents(self.verb))

    def has(self, *names: str) -> bool:
        """Whether the verb is in one of the lists of the lexicon of deals."""
        return not self._lists.isdisjoint(names)

    def on(self, status: Status, rule: str, noun: "Token | None" = None) -> Stage:
        """The stage, of the noun or else of the verb's own deal, denied where the verb is."""
        return Stage(status=status, rule=f"status-{rule}", deal=noun or self.deal, negated=self.negated)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for verbs, made by :func:`tried_on`.

    Args:
        read: The stage that a clause tells, or None.
        verbs: Verbs that it can tell of, as :func:`kg.extract.syntax.keys` writes them.
        behind: Words right below a verb that let it tell of any verb.
    """

    read: Callable[[Clause], Stage | None]
    verbs: Callable[[], Set[str]]
    behind: Callable[[], Set[str]]

    def __call__(self, clause: Clause) -> Stage | None:
        """The stage that the clause tells, or None."""
        return self.read(clause)


def tried_on(
    verbs: Callable[[], Set[str]], *, behind: Callable[[], Set[str]] = frozenset
) -> Callable[[Callable[[Clause], Stage | None]], Rule]:
    """Makes a function a rule that is tried on some verbs, and not on all others.

    Args:
        verbs: The verbs, asked for once, when the lexicon is read.
        behind: Words; a verb with one of them right below it is tried too.
    """
    return lambda read: Rule(read, verbs, behind)


def _papers() -> frozenset[str]:
    return words("deals.paper") | {"one"}


def is_organ(token: "Token") -> bool:
    """Whether a noun is an organ that can approve or block, courts apart."""
    if word(token) in ("member", "majority", "most", "party"):
        return any(word(o) in words("deals.organs") for o in syntax.prepositional(token, "of", "in"))
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
        following.pos_ in ("NOUN", "ADJ")
        and following.dep_ not in ("dobj", "oprd")
        and verb.dep_ not in ("conj", "relcl")
    )


def bare(verb: "Token") -> bool:
    """As in "Chad agreed": the verb with its subject, no more."""
    return not any(
        c.dep_ in ("dobj", "xcomp", "ccomp")
        or (c.dep_ == "prep" and c.lower_ in ("to", "with", "on", "upon"))
        for c in verb.children
        if c.i > verb.i
    )
