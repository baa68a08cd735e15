"""A voice: words in which somebody may see a risk or wrong, and who that is."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.phrases import Speaker
from kg.extract.reading import Reading, Speech
from kg.model.codes import SourceType, Topic

if TYPE_CHECKING:
    from kg.extract.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Words in which somebody may see a risk or wrong.

    Args:
        cue: Token that governs the words.
        content: Token ranges of the words.
        source: What kind of source.
        name: Who, or None.
        who: Token of the source in the text, or None.
        how: How the name was resolved, where it does not stand there in full.
        speech: The speech they are part of, or None.
        blames: Whether the cue itself blames or warns, so that weak words count.
        official: Whether a government speaks for itself.
        denied: Whether the wrong is denied.
        backs: Whether the source speaks for the thing.
        barred: Topics that these words cannot raise.
    """

    cue: int
    content: tuple[tuple[int, int], ...]
    source: SourceType
    name: str | None = None
    who: int | None = None
    how: str | None = None
    speech: Speech | None = None
    blames: bool = False
    official: bool = False
    denied: bool = False
    backs: bool = False
    barred: frozenset[Topic] = field(default=frozenset())


def is_official(reading: Reading, name: str | None, country: str | None) -> bool:
    """Whether a source is a government's own voice."""
    if name is None:
        return False
    posts = " ".join(
        f"{o.office} {o.words} {o.organisation or ''}" for o in reading.offices if o.person == name
    )
    said = {word.strip(",.'’").removesuffix("'s") for word in f"{name} {posts}".lower().split()}
    lower = name.lower()
    if any(house in lower for house in words("concerns.official-houses")):
        return True
    if said & words("concerns.opposing"):
        return False
    return bool(said & words("concerns.officials")) or (
        country is not None
        and any(p.code == country and name == reading.doc.text_of(p.start, p.end) for p in reading.places)
    )


def voice_of(
    cue: "Token",
    speaker: Speaker,
    content: tuple[int, int],
    *,
    blames: bool,
    barred: frozenset[Topic] = frozenset(),
) -> Voice:
    """The voice of a resolved speaker in words that a cue governs."""
    return Voice(
        cue=cue.i,
        content=(content,),
        source=speaker.source,
        name=speaker.name,
        who=speaker.start,
        how=speaker.how,
        blames=blames,
        barred=barred,
    )


def is_said(reading: Reading, token: "Token") -> bool:
    """Whether the words are part of a speech, which is a voice already."""
    speech = reading.speech_of(token)
    if speech is not None and speech.source is not SourceType.NARRATOR:
        return True
    return any(s.cue == token.head.i and s.start <= token.i < s.end for s in reading.speeches)
