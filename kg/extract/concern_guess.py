"""What a complaint is about that no phrase names, from its vocabulary and from who makes it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.concern_topics import Hit, complains, guess
from kg.extract.lexicon import words
from kg.extract.voice import Voice
from kg.model.codes import Stance

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.extract.tokens import Token
    from kg.model.text import Span

_LEAST: Final = 2
_MORE: Final = 3
_FAR: Final = 12
_WORDS: Final = 3


def guessed(reading: "Reading", voice: Voice, span: "Span") -> Hit | None:
    """The topic of words that name no wrong, or None where nobody seems to complain of anything."""
    if voice.backs or voice.barred or (voice.official and not (voice.blames or voice.denied)):
        return None
    cue, text = reading.doc[voice.cue], span.text
    keys = syntax.keys(cue)
    if voice.speech is not None and voice.speech.stance is Stance.ANNOUNCES:
        return None
    if keys & words("worries.demanding"):
        return guess(text, least=_MORE)
    if keys & words("worries.aiming"):
        return None
    if syntax.passive(cue) and span.start <= cue.idx < span.end:
        return None  # "which have been criticised by campaigners": nothing is said of why
    if voice.blames:
        return guess(text, least=_LEAST) if len(text.split()) > _WORDS else None  # "the legislation"
    if voice.denied:
        return guess(text, least=_MORE) if complains(text) else None
    return guess(text, least=_LEAST) if is_critic(reading, voice) and complains(text) else None


def is_critic(reading: "Reading", voice: Voice) -> bool:
    """Whether the source is one of those who mostly speak to complain, by its name or description."""
    name = (voice.name or "").lower()
    if set(name.replace("'s", "").split()) & words("worries.critics"):
        return True
    if voice.who is None:
        return voice.name is None
    here = reading.doc[voice.who]
    last = (voice.name or "").split()[-1:]
    first = next((t for t in reading.doc if [t.text] == last), here)
    return any(t.lower_ in words("worries.critics") for at in (here, first) for t in _described(at))


def _described(name: "Token") -> Iterator["Token"]:
    """The words that describe a name: "its director, X", "X of the Refugee Council", "X, a lawyer"."""
    while name.head.i != name.i and name.head.pos_ in ("NOUN", "PROPN"):
        name = name.head
    return (t for t in name.subtree if abs(t.i - name.i) <= _FAR)
