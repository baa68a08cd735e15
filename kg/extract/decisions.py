"""Decisions of courts as a text tells them: by which verb or noun, of which court, to what end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.courts import is_court
from kg.extract.lexicon import words
from kg.extract.outcomes import outcome_of, pointing, verdict
from kg.extract.phrases import phrase
from kg.extract.reading import Reading
from kg.model.codes import Outcome

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_UNREAL: Final = frozenset(("could", "may", "might", "would", "will", "can", "should", "must", "'ll"))
_OPEN: Final = frozenset(("if", "whether", "unless"))
_LEGAL: Final = (Outcome.LAWFUL, Outcome.UNLAWFUL)
_NEAR: Final = 80  # tokens: as far as "it" and "that ruling" point back
_LATER: Final = frozenset(("until", "before"))
# "made clear that its decision covered the group": the same decision, of more people.
_COVERS: Final = re.compile(
    r"\b(?:decision|ruling|order|judgment|judgement)s? (?:also )?(?:cover|appl(?:y|ie)|extend|include)", re.I
)
_AFTER: Final = ("after", "following", "because", "by", "due", "under", "amid", "with")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision told in a text.

    Args:
        head: Its verb, or the noun that names it.
        court: The word for the court.
        outcome: What it comes to.
        start: First token of the words.
        end: One past the last.
        rule: Which rule found it.
    """

    head: "Token"
    court: "Token"
    outcome: Outcome
    start: int
    end: int
    rule: str


def court_of(token: "Token") -> "Token | None":
    """The court or judge that a noun phrase names, or None."""
    if is_court(token):
        return token
    for child in token.children:
        if child.dep_ in ("compound", "appos", "nmod") and is_court(child):
            return child
        titled = (
            c for c in child.children if c.dep_ == "compound" and child.dep_ == "compound" and is_court(c)
        )
        if (title := syntax.first(titled)) is not None:
            return title
        if child.dep_ == "prep" and child.lower_ in ("of", "on") and token.pos_ != "PROPN":
            inner = syntax.first(c for c in child.children if c.dep_ == "pobj" and is_court(c))
            if inner is not None and token.lemma_.lower() in ("member", "majority", "panel", "bench"):
                return inner
    return None


def find_decisions(reading: Reading) -> Iterator[Decision]:
    """All decisions of a text, verbs before nouns that merely name one."""
    told: list[Decision] = []
    for verb in reading.doc.verbs:
        if verb.dep_ in ("amod", "compound", "aux", "auxpass"):
            continue
        court = _decider(verb)
        if court is None or not _real(verb):
            continue
        start, end = _extent(verb, court)
        content = _content(verb, court)
        above = {head.i for head in syntax.climb(verb)}
        last = told[-1] if told else None
        again = pointing(verb, last.outcome, near=verb.i - last.head.i < _NEAR) if last else None
        outcome = again or outcome_of(verb, content)
        if outcome is None and _COVERS.search(content) and told:
            outcome, above = told[-1].outcome, set()
        if outcome is Outcome.OTHER and not _tells(verb, court):
            continue
        if outcome is not None and _explained(verb):
            continue
        whole = next((n for n, d in enumerate(told) if d.head.i in above and verb.dep_ == "advcl"), None)
        if whole is not None and verb.tag_ == "VBG":
            # "cleared the treaty, finding no breach": one decision, by what it finds.
            if told[whole].outcome in (Outcome.ALLOWED, Outcome.OTHER, *_LEGAL) and outcome in _LEGAL:
                told[whole] = replace(told[whole], outcome=outcome)
            continue
        if outcome is not None and not any(d.head.i in above and d.outcome is outcome for d in told):
            told.append(Decision(head=verb, court=court, outcome=outcome, start=start, end=end, rule="verb"))
    yield from told
    seen = {d.court.i for d in told}
    for token in reading.doc.among(words("courts.courts")):
        if is_court(token) and token.i not in seen and (noun := _noun(token)) is not None:
            if any(d.start <= noun.i < d.end for d in told) or _told(noun, token, told):
                continue
            seen.add(token.i)
            start, end = min(noun.left_edge.i, token.i), min(noun.right_edge.i + 1, noun.i + 14)
            yield Decision(
                head=noun, court=token, outcome=_noun_outcome(noun), start=start, end=end, rule="noun"
            )


def _told(noun: "Token", court: "Token", told: list[Decision]) -> bool:
    """As in "after a court ruling", "the court ruling is a blow", beside what tells what the court ruled."""
    if any(t.pos_ == "PROPN" for t in (*court.subtree, *noun.children)):
        return False
    again = any(c.lower_ == "the" for c in noun.children)
    return any(noun.i < d.head.i < noun.i + _NEAR // 2 or (again and d.head.i < noun.i) for d in told)


def _explained(verb: "Token") -> bool:
    """As in "threw out the suit and held that no law was broken": what is held says what is decided."""
    if not syntax.keys(verb) & words("courts.dismissing", "courts.lifting", "courts.upholding"):
        return False
    return any(
        child.dep_ == "conj"
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        and syntax.keys(child) & words("courts.finding")
        and verdict(" ".join(t.text for t in child.subtree)) is not None
        for child in verb.children
    )


def _decider(verb: "Token") -> "Token | None":
    """The court that decides by a verb: its subject, its agent, or behind "after a ruling by"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and is_court(verb.head):
        # The parser takes "the court held that" for a court that was held.
        return verb.head
    if not syntax.passive(verb):
        subject = syntax.subject(verb)
        if subject is None:
            return None
        return _meant(subject) if subject.pos_ == "PRON" else court_of(subject) or _court_behind(subject)
    for agent in syntax.agents(verb):
        court = court_of(agent) or _court_behind(agent)
        if court is not None:
            return court
    for child in verb.children:
        if child.i > verb.i and child.lower_ in _AFTER and child.dep_ in ("prep", "agent", "advcl"):
            for inner in child.subtree:
                if inner.dep_ == "pobj" and inner.head.head.i in (child.i, verb.i):
                    court = _court_behind(inner)
                    if court is not None:
                        return court
    return None


def _meant(pronoun: "Token") -> "Token | None":
    """The court that "it", "he" or "she" stands for: the last subject, one sentence back at most."""
    if pronoun.lower_ not in ("it", "he", "she"):
        return None
    doc, start = pronoun.doc, pronoun.sent.start
    low = doc[start - 1].sent.start if start and "\n" not in doc[start - 1].text else start
    before = (t for t in reversed(doc[low : pronoun.i]) if t.dep_ in ("nsubj", "nsubjpass", "agent"))
    for token in before:
        if token.pos_ in ("NOUN", "PROPN"):
            return court_of(token)
    return None


def _court_behind(noun: "Token") -> "Token | None":
    """The court whose decision a noun is: "a High Court ruling", "an injunction from a judge"."""
    if noun.lemma_.lower() not in words("courts.nouns") or noun.pos_ != "NOUN":
        return None
    for child in noun.subtree:
        if is_court(child) and (child.dep_ in ("poss", "compound", "nmod", "amod") or child.dep_ == "pobj"):
            return child
    return None


def _real(verb: "Token") -> bool:
    """Whether the court decided so: not if it is asked, expected or free to."""
    subject = syntax.subject(verb)
    nobody = subject is not None and any(c.lower_ in ("no", "neither") for c in subject.children)
    if nobody or any(c.dep_ == "neg" for c in verb.children) or syntax.modals(verb) & _UNREAL:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep")}
    if marks & _OPEN or (marks & _LATER and verb.tag_ != "VBD"):
        return False
    if verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children):
        return False
    found = verb.dep_ == "pcomp" and syntax.lemma(verb) in words("courts.finding")
    return not (verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp") and not found)


def _content(verb: "Token", court: "Token") -> str:
    """What is decided: the words of the verb, less its subject and clauses coordinated with it."""
    skip: set[int] = set()
    for child in verb.children:
        if (child.dep_ in ("nsubj", "agent") and court.i in {t.i for t in child.subtree}) or _apart(child):
            skip |= {t.i for t in child.subtree}
    kept = [t for t in verb.subtree if t.i not in skip and t.i != verb.i and not t.is_space]
    if (fronted := _fronted(verb, court)) is not None:
        kept = [*verb.doc[fronted : phrase(court)[0]], *(t for t in kept if t.i > verb.i)]
    return " ".join(t.text for t in kept[:60]).replace(" n't", "n't").replace(" '", "'").replace(" ’", "’")


def _tells(verb: "Token", court: "Token") -> bool:
    """Whether a decision without a clear result says at least what was decided: "ruled 5-4" does not."""
    told = ("ccomp", "xcomp", "dobj", "oprd", "acomp", "advcl", "nsubjpass")
    return _fronted(verb, court) is not None or any(
        c.dep_ in told or (c.dep_ == "prep" and c.lower_ in ("against", "for", "in", "on") and c.i > verb.i)
        for c in verb.children
    )


def _fronted(verb: "Token", court: "Token") -> int | None:
    """Where "The plan broke the law, the court held" begins; None where what is decided follows the verb."""
    start, sent = phrase(court)[0], verb.sent
    before = [t for t in verb.doc[sent.start : start] if not t.is_space]
    if (
        court.i > verb.i
        or not before
        or verb.dep_ in ("relcl", "acl", "advcl")
        or syntax.lemma(verb) not in words("courts.finding", "courts.ordering")
        or not any(t.text == "," for t in before[-2:])
        or not any(syntax.is_verb(t) for t in before)
        or any(c.i > verb.i and c.dep_ in ("ccomp", "dobj", "xcomp", "acomp", "oprd") for c in verb.children)
    ):
        return None
    return before[0].i


def _apart(child: "Token") -> bool:
    return child.dep_ in ("conj", "cc") and (child.dep_ == "cc" or syntax.is_verb(child))


def _extent(verb: "Token", court: "Token") -> tuple[int, int]:
    """The words that tell of a decision, from court to result, without a clause coordinated with it."""
    apart = [child for child in verb.children if _apart(child)]
    low, high = syntax.extent(verb, without=apart)
    if (fronted := _fronted(verb, court)) is not None:
        after = (t.i for t in verb.doc[verb.i + 1 : high] if t.text in (",", ";"))
        return fronted, max(verb.i + 1, min(high, next(after, high)))
    if verb.dep_ != "conj" and verb.sent.start <= court.i < low:
        low = phrase(court)[0]
    if court.i >= high and court.sent == verb.sent:
        high = phrase(court)[1]
    while low < verb.i and verb.doc[low].lower_ in (
        "when",
        "after",
        "that",
        "and",
        "but",
        "which",
        "who",
        "as",
        "since",
    ):
        low += 1
    if verb.i - low > 40:
        low = min(phrase(court)[0], verb.i)
    return low, min(high, verb.i + 40)


def _noun(court: "Token") -> "Token | None":
    """A decision that is only named: "a High Court judgment of 4 October", "a ruling by the tribunal"."""
    head = court.head
    for _ in range(3):
        if head.lemma_.lower() in words("courts.plain-nouns") and head.pos_ == "NOUN":
            return head
        if head.pos_ not in ("NOUN", "PROPN", "ADP", "PART") or head.head.i == head.i:
            break
        head = head.head
    return None


def _noun_outcome(noun: "Token") -> Outcome:
    if noun.lemma_.lower() == "injunction":
        return Outcome.BLOCKED
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "ccomp") and child.i > noun.i:
            content = " ".join(t.text for t in child.subtree)
            found = outcome_of(child, content)
            if found is None:
                found = verdict(content)
            if found is not None:
                return found
    return Outcome.OTHER
