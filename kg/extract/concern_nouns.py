"""Who raises risks and wrongs by nouns: "concerns that", "critics' fears of", "faces accusations of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.speakers import speakers
from kg.extract.voice import Voice, is_official, is_said, voice_of
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token

# Words that open a clause of its own behind what is said.
ELSEWHERE: Final = frozenset(("after", "when", "while", "although", "though", "before", "since"))


def noun_voices(reading: Reading, noun: "Token") -> Iterator[Voice]:
    """Nouns of blame: "concerns that", "critics' fears of", "faces accusations of"."""
    plain = noun.lemma_.lower() in words("concerns.plain-nouns")
    if (
        negation.negated(noun)
        or any(c.lower_ in ("no", "any") for c in noun.children)
        or is_said(reading, noun)
    ):
        return
    parts = [
        syntax.extent(child)
        for child in noun.children
        if (
            child.dep_ in ("acl", "ccomp", "relcl")
            and any(g.lower_ in ("that", "whether") for g in child.subtree)
        )
        or (
            child.dep_ == "prep"
            and child.lower_ in ("of", "about", "over", "that", "for", "on", "around", "regarding")
        )
    ]
    if noun.head.pos_ == "VERB" and not parts:
        parts = [
            syntax.extent(child)
            for child in noun.head.children
            if child.i > noun.i and child.dep_ == "prep" and child.lower_ in ("about", "over", "for", "of")
        ]
    if noun.head.pos_ == "VERB" and not parts:
        parts = [
            syntax.extent(child)
            for child in noun.head.children
            if child.i > noun.i
            and child.dep_ == "advcl"
            and any(
                c.dep_ == "mark" and c.lower_ in ("as", "because", "since", "for") for c in child.children
            )
        ]
    if plain and not parts:
        return
    before = noun.left_edge.i
    start = before if not plain else noun.i
    stop = min(max([noun.i + 1, *(b for _, b in parts)]), noun.i + 30, noun.sent.end)
    clause = (t.i for t in reading.doc[noun.i + 2 : stop] if t.dep_ == "mark" and t.lower_ in ELSEWHERE)
    stop = next(clause, stop)
    owner = _owner(noun)
    found = list(speakers(reading, owner, reading.speeches)) if owner is not None else []
    if found and is_official(reading, found[0].name, found[0].country):
        found = []
    for speaker in found[:1]:
        yield voice_of(noun, speaker, (start, stop), blames=not plain)
    if not found:
        yield Voice(cue=noun.i, content=((start, stop),), source=SourceType.UNSPECIFIED, blames=not plain)


def _owner(noun: "Token") -> "Token | None":
    """Whose fear it is: "critics' fears", "concerns from", "drew criticism from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    sources = [*syntax.prepositional(noun, "from", "by", "among")]
    if noun.head.pos_ == "VERB":
        sources += [t for t in syntax.prepositional(noun.head, "from", "among") if t.i > noun.i]
        if not sources and syntax.lemma(noun.head) in words("speech.light") and not syntax.passive(noun.head):
            subject = syntax.subject(noun.head)
            sources = [subject] if subject is not None else []
        elif not sources and syntax.passive(noun.head):
            sources = list(syntax.agents(noun.head))
    return syntax.first(sources)
