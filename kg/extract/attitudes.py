"""Who thinks, wants, plans or refuses what: attributions that are no statement.

Speech (`speech.py`) is strict, as every finding of it becomes a claim. This stage reads what it leaves: verbs
and nouns of belief and intention, denied and wished-for speech, a second reporting verb beside the first
("said ..., adding that"), labels of transcripts. No claim rests on it, and no claim is attributed by it.
"""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.content import joined
from kg.extract.cues import cues
from kg.extract.lexicon import words
from kg.extract.reading import Attitude, Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_WORDS: Final = frozenset(("VERB", "NOUN", "ADJ"))
# The text quotes them: "I think" in a letter or a transcript is somebody's words, not told of somebody.
_SPEAKING: Final = frozenset(("i", "you", "we"))


def find_attitudes(reading: Reading) -> Reading:
    """Adds what the text says that somebody thinks, means or says, where no speech was found."""
    known = {speech.cue for speech in reading.speeches}
    found: list[Attitude] = []
    for token in reading.doc:
        if token.i in known or not (token.pos_ in _WORDS or token.lower_ in _signs()):
            continue
        attitude = _label(reading, token) if token.text == ":" else _worded(reading, token)
        if attitude is not None:
            found.append(attitude)
    return replace(reading, attitudes=tuple(found))


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    """Words and marks that tell of one whatever their part of speech."""
    return words("speech.hearsay") | {":", "according"}


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return cues() | words("speech.attitudes")


def _worded(reading: Reading, token: "Token") -> Attitude | None:
    word = token.lemma_.lower()
    if token.pos_ == "VERB":
        if token.dep_ in ("amod", "compound") or not (word in _verbs() or syntax.keys(token) & _verbs()):
            return None
        return _verb(token, word)
    if token.pos_ == "NOUN" and word in words("speech.attitude-nouns"):
        return _noun(token)
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
        return _according(token)
    if token.pos_ == "ADJ" and token.lower_ in words("speech.feelings"):
        return _feeling(token)
    if token.lower_ in words("speech.hearsay"):
        return Attitude(cue=token.i, content=(syntax.extent(token.head),))
    return None


def _verb(verb: "Token", word: str) -> Attitude | None:
    """As in "wants to", "agreed that", "is expected to", "attacked X"."""
    passive = syntax.passive(verb)
    who = syntax.first(syntax.agents(verb)) if passive else syntax.subject(verb)
    if who is not None and who.lower_ in _SPEAKING:
        return None
    if word in words("speech.weak-attitudes") and not any(c.dep_ in ("ccomp", "oprd") for c in verb.children):
        return None
    parts = [
        syntax.extent(child)
        for child in verb.children
        if child.dep_ in ("ccomp", "xcomp", "dobj", "oprd", "attr", "dative")
        or (child.dep_ == "advcl" and any(c.lower_ == "that" for c in child.children))
        or (child.dep_ == "prep" and child.lower_ in words("speech.attitude-prepositions"))
        or (passive and child.dep_ in ("nsubjpass", "nsubj") and child.lower_ not in ("who", "which", "that"))
    ]
    if not parts and verb.dep_ in ("parataxis", "ROOT", "ccomp") and word in words("speech.say"):
        parts = _beside(verb)
    return Attitude(cue=verb.i, content=tuple(joined(parts)), who=who.i if who else None) if parts else None


def _beside(verb: "Token") -> list[tuple[int, int]]:
    """The rest of the sentence, where the parser hangs nothing on a verb of saying."""
    sent = verb.sent
    before, after = (sent.start, verb.i), (verb.i + 1, sent.end)
    part = max(before, after, key=lambda r: r[1] - r[0])
    return [part] if part[1] - part[0] > 4 else []


def _noun(noun: "Token") -> Attitude | None:
    """As in "X's plan to", "support for", "fears that", "criticism of"."""
    who = syntax.first(c for c in noun.children if c.dep_ == "poss") or syntax.first(
        syntax.prepositional(noun, "by", "from", "among")
    )
    parts = [
        child
        for child in noun.children
        if child.i > noun.i
        and (
            (
                child.dep_ in ("acl", "ccomp", "relcl")
                and any(c.lower_ in ("that", "to") for c in child.children)
            )
            or (child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "against", "over", "on"))
        )
    ]
    clause = any(child.dep_ != "prep" for child in parts)
    if not parts or (who is None and not clause):
        return None
    content = joined([syntax.extent(child) for child in parts])
    return Attitude(cue=noun.i, content=tuple(content), who=who.i if who is not None else None)


def _feeling(mood: "Token") -> Attitude | None:
    """As in "is afraid that", "aware of"."""
    parts = [
        syntax.extent(child)
        for child in mood.children
        if child.i > mood.i
        and (child.dep_ in ("ccomp", "xcomp", "advcl") or (child.dep_ == "prep" and child.lower_ != "than"))
    ]
    if not parts:
        return None
    who = syntax.subject(mood.head) if syntax.is_verb(mood.head) else None
    return Attitude(cue=mood.i, content=tuple(joined(parts)), who=who.i if who is not None else None)


def _according(token: "Token") -> Attitude | None:
    sent = token.sent
    who = syntax.first(syntax.prepositional(token, "to"))
    before = (sent.start, token.i)
    content = before if token.i - sent.start > 3 else (token.i + 2, sent.end)
    if content[1] <= content[0]:
        return None
    return Attitude(cue=token.i, content=(content,), who=who.i if who is not None else None)


def _label(reading: Reading, colon: "Token") -> Attitude | None:
    """As in "SMITH: Well, I think" and "Smith: Taxes must fall": a name that opens a line, and a colon."""
    doc = reading.doc
    first = colon.i
    while first > 0 and colon.i - first < 6 and not doc[first - 1].is_space:
        first -= 1
    name = doc[first : colon.i]
    if not 0 < len(name) < 6 or (first > 0 and "\n" not in doc[first - 1].text):
        return None
    if name[-1].i in reading.place_at or not (
        name[-1].ent_type_ == "PERSON" or all(t.is_upper or t.is_punct for t in name)
    ):
        return None
    end = colon.i + 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    return (
        Attitude(cue=colon.i, content=((colon.i + 1, end),), who=colon.i - 1) if end - colon.i > 4 else None
    )
