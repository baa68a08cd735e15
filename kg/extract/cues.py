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
    if _denied(verb) or (
        verb.tag_ == "VBG" and verb.dep_ == "pcomp" and not quoted_as(verb) and not _own(verb)
    ):
        return True
    if _modals(verb) & {"would", "will", "could", "might", "may", "should", "must", "can"} and not any(
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
    if _wished(verb):
        return True
    if verb.doc[min(verb.i + 1, verb.sent.end - 1)].lower_ in ("in", "up", "off") and verb.lemma_ == "call":
        return True  # "called in the ambassador"
    return bool(
        syntax.lemma(verb) in ("ask", "request", "speak", "comment", "want")
        and any(
            inner.lower_ in words("speech.no-statement")
            for inner in verb.subtree
            if inner.i > verb.i and inner.i < verb.i + 5
        )
    )


def _own(verb: "Token") -> bool:
    """As in "with Jo Smith saying that"."""
    return verb.head.lower_ == "with" and any(c.dep_ == "nsubj" for c in verb.children)


def _wished(verb: "Token") -> bool:
    """As in "demanded that the state explain and justify it"."""
    if verb.tag_ != "VB" or any(child.dep_ == "aux" for child in verb.children):
        return False
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ccomp" and syntax.lemma(verb.head) in words("speech.to-infinitive", "speech.wishing")


def _modals(verb: "Token") -> set[str]:
    """Auxiliaries of a verb; "would not be drawn but said" has none of those before "but"."""
    if verb.dep_ == "conj" and (verb.tag_ in ("VBD", "VBZ", "VBP") or (_plain(verb) and joined_on(verb))):
        return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return syntax.modals(verb)


def joined_on(verb: "Token") -> bool:
    """As in "called it bad policy and urged Nauru to": a verb of its own, though parsed into what is said."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
    return (
        before.lower_ in ("and", "but")
        and (verb.tag_ in ("VBD", "VBZ", "VBP") or _plain(verb))
        and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    )


def _plain(verb: "Token") -> bool:
    """A present tense behind a comma, taken for an infinitive: "have warned that it may, and question"."""
    return (
        verb.tag_ == "VB"
        and verb.i - 2 > verb.sent.start
        and verb.doc[verb.i - 2].text == ","
        and not any(child.dep_ == "aux" for child in verb.children)
    )


def quoted_as(verb: "Token") -> bool:
    """As in "was quoted as saying"."""
    above = verb.head
    return above.lower_ == "as" and above.head.lemma_.lower() in ("quote", "cite", "report", "record")


def with_reason(verb: "Token") -> bool:
    """As in "rejected the pressure, saying that": with a participle of saying, what it rejects is said."""
    return any(
        child.tag_ == "VBG"
        and child.dep_ in ("advcl", "conj", "dep")
        and child.i > verb.i
        and syntax.lemma(child) in words("speech.say")
        and ccomp(child) is not None
        for child in verb.children
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
        or quoted_as(verb)
        or verb.dep_ not in ("advcl", "acl", "conj", "ccomp", "dep", "prep", "csubj", "pcomp")
        or any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return False
    if verb.dep_ == "advcl" and verb.i < verb.head.i and syntax.keys(verb.head) & cues():
        return syntax.subject(verb.head) is not None  # "Commenting on the deal, Jo Smith said"
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
    ) or _told(verb)


_BEFORE_HEARERS: Final = ("to", "at", "in", "on")


def _told(verb: "Token") -> "Token | None":
    """The clause in "told the chamber that", "confirmed to the paper that", read as a relative one."""
    for child in verb.children:
        hearer = (
            syntax.first(child.children)
            if child.dep_ == "prep" and child.lower_ in _BEFORE_HEARERS
            else child
        )
        if (
            hearer is not None
            and hearer.i > verb.i
            and hearer.dep_ in ("dobj", "dative", "pobj")
            and hearer.lemma_.lower() in words("speech.hearers", "speech.outlets", "speech.settings")
        ):
            for clause in hearer.children:
                if clause.dep_ == "relcl" and hearer.doc[hearer.i + 1].lower_ == "that":
                    return clause
        elif hearer is not None and hearer.i > verb.i and hearer.dep_ == "pobj":
            for clause in hearer.children:  # "said at the time that it would"
                that = next(iter(clause.children), clause)
                if clause.dep_ == "relcl" and that.lower_ == "that" and that.dep_ in ("advmod", "mark"):
                    return clause
    return None


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
