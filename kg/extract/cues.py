"""Reporting verbs: which words report, and when they report nothing."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.model.codes import Stance

if TYPE_CHECKING:
    from kg.extract.tokens import Token


STANCES: Final = (Stance.WARNS, Stance.DENIES, Stance.CRITICISES, Stance.ANNOUNCES, Stance.SUPPORTS)


@lru_cache(maxsize=1)
def cues() -> frozenset[str]:
    """All reporting verbs, as lexicons write them."""
    return words("speech.say").union(*(words(f"speech.{stance}") for stance in STANCES))


def unsaid(verb: "Token") -> bool:
    """Negated, wished for, or an infinitive behind "declined"."""
    if _denied(verb) or (verb.tag_ == "VBG" and verb.dep_ == "pcomp"):
        return True
    if syntax.modals(verb) & {"would", "will", "could", "might", "may", "should", "must", "can"} and not any(
        c.lower_ == "like" for c in verb.children
    ):
        return True
    if any(
        c.lower_ in ("neither", "no", "none", "nobody", "neither")
        for s in verb.children
        if s.dep_ == "nsubj"
        for c in (s, *s.children)
    ):
        return True
    if (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "acl", "ccomp", "advcl")
        and any(c.tag_ == "TO" for c in verb.children)
    ):
        return syntax.lemma(verb.head) not in ("go", "continue", "take", "write")
    return bool(
        syntax.lemma(verb) in ("ask", "request", "speak", "comment", "want")
        and any(
            inner.lower_ in words("speech.no-statement")
            for inner in verb.subtree
            if inner.i > verb.i and inner.i < verb.i + 5
        )
    )


def _denied(verb: "Token") -> bool:
    """Negated itself, or joined by "or" to a negated verb: "did not name them or say where"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return (
        verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        and any(t.lower_ in ("or", "nor") for t in verb.doc[verb.head.i + 1 : verb.i])
        and _denied(verb.head)
    )


def part_of_another(reading: Reading, verb: "Token") -> bool:
    """As in "said ..., warning that": one statement for both, by the finite verb."""
    if (
        verb.tag_ != "VBG"
        or verb.dep_ not in ("advcl", "acl", "conj", "ccomp", "dep", "prep", "csubj", "pcomp")
        or any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return False
    heads = {head.i for head in syntax.climb(verb)}
    for speech in reading.speeches:
        if speech.cue in heads:
            return True
        if (
            speech.start <= verb.i
            and reading.doc[speech.cue].sent == verb.sent
            and speech.cue < verb.i
            and not speech.silent
        ):
            return True
    return any(
        head.i < verb.i
        and syntax.is_verb(head)
        and syntax.keys(head) & cues()
        and syntax.subject(head) is not None
        and _content_simple(head)
        for head in syntax.climb(verb)
    )


def _content_simple(verb: "Token") -> bool:
    return any(child.dep_ in ("ccomp", "dobj", "oprd", "xcomp") for child in verb.children)


def ccomp(verb: "Token") -> "Token | None":
    """The clause that a verb reports, or None."""
    return syntax.first(
        c
        for c in verb.children
        if c.dep_ == "ccomp"
        or (c.dep_ == "advcl" and c.i > verb.i and any(g.lower_ == "that" for g in c.children))
    )


def criticised(verb: "Token", head: "Token", reading: Reading) -> bool:
    """Whether what is denied is something said: refusing a request is a stage of a deal, not a statement."""
    nouns = [inner for obj in syntax.objects(verb) for inner in (obj,)]
    if syntax.lemma(verb) in ("deny", "refute", "dispute", "rebut", "contradict"):
        return True
    if any(child.dep_ in ("xcomp",) for child in verb.children):
        return False
    return any(noun.lemma_.lower() in words("speech.criticism") for noun in nouns) and not (
        head.i in reading.place_at and any(n.lemma_.lower() in words("deals.request") for n in nouns)
    )
