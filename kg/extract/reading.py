"""What the stages know of one text so far: each stage adds its findings and sees those before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.once import lazy
from kg.model.codes import Mode, SourceType, Stance
from kg.model.text import Article, Mention, Span
from kg.model.when import When

if TYPE_CHECKING:
    from kg.extract.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that stand for a country.

    Args:
        start: First token.
        end: One past the last token.
        code: ISO 3166-1 alpha-3, or EU.
        form: ``name``, ``demonym``, ``capital`` or ``leader`` ("the Trump administration").
    """

    start: int
    end: int
    code: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Somebody with a post.

    Args:
        person: Name as in the text, without titles.
        office: Normalised lower-case name of the post.
        country: Its country, or None.
        organisation: Its body or party, or None.
        start: First token of title and name together.
        end: One past the last.
        name_start: First token of the name.
        name_end: One past the last of the name.
        words: The title as the text has it, lower case.
        how: How the country was found, where the title does not name it.
    """

    person: str
    office: str
    country: str | None
    organisation: str | None
    start: int
    end: int
    name_start: int
    name_end: int
    words: str
    how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression.

    Args:
        start: First token.
        end: One past the last.
        when: The date it stands for, or None where it stands for none or that cannot be told.
        iso: Where it is no date, or says more than one, what it stands for, in the notation of TIMEX3: a
            length ("P3Y"), how often ("P1D"), a part of a day ("2025-09-22TNI"), ``PRESENT_REF``.
    """

    start: int
    end: int
    when: When | None
    iso: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One reporting verb: who says what, where.

    Args:
        speaker: Resolved name.
        source: What kind of source.
        cue: Token of the reporting verb (or of the noun that stands for it).
        start: First token of the whole.
        end: One past the last.
        content: Token ranges of what is said.
        stance: Towards what is spoken of.
        mode: Quote as soon as words stand in quotation marks.
        quote: The words between the marks, or None.
        outlet: Medium it was said to, or None.
        who: Token of the speaker in the text.
        country: The speaker's country, or None.
        how: How the name was resolved, where it does not stand there in full.
        silent: Carries attribution only; no statement of its own ("according to", a continued quotation).
    """

    speaker: str | None
    source: SourceType
    cue: int
    start: int
    end: int
    content: tuple[tuple[int, int], ...]
    stance: Stance = Stance.NEUTRAL
    mode: Mode = Mode.PARAPHRASE
    quote: str | None = None
    outlet: str | None = None
    who: int
    country: str | None = None
    how: str | None = None
    silent: bool = False

    def holds(self, token: int) -> bool:
        """Whether a token is part of what is said."""
        return any(start <= token < end for start, end in self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """What somebody thinks, wants or says in passing; it makes no claim.

    Args:
        cue: Token of the verb, noun or adjective that says so.
        content: Token ranges of what is thought or meant.
        who: Token of the thinker in the text, or None.
    """

    cue: int
    content: tuple[tuple[int, int], ...]
    who: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A parsed text and the findings of the stages that ran."""

    article: Article
    doc: "Doc"
    places: tuple[Place, ...] = ()
    place_at: Mapping[int, Place] = field(default_factory=dict)  # by each token
    places_of: Mapping[str, list[Place]] = field(default_factory=dict)  # by country
    leaders: tuple[Place, ...] = ()
    bodies: tuple[Place, ...] = ()
    offices: tuple[Office, ...] = ()
    times: tuple[Time, ...] = ()
    speeches: tuple[Speech, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())

    @lazy
    def _speeches_at(self) -> dict[int, list[Speech]]:
        """Speeches by each token of their content."""
        held: dict[int, list[Speech]] = {}
        for speech in self.speeches:
            for start, end in speech.content:
                for i in range(start, end):
                    held.setdefault(i, []).append(speech)
        return held

    def span(self, start: int, end: int) -> Span:
        """The words from token ``start`` up to token ``end``, without spaces at either side."""
        doc = self.doc
        while start < end - 1 and doc[start].is_space:
            start += 1
        while end - 1 > start and doc[end - 1].is_space:
            end -= 1
        last = doc[end - 1]
        return Span.of(self.article, doc[start].idx, last.idx + len(last))

    def speech_of(self, token: "Token") -> Speech | None:
        """The innermost speech whose content holds a token."""
        held = self._speeches_at.get(token.i)
        if held is None:
            return None
        found = [s for s in held if s.cue != token.i]
        return min(found, key=lambda s: (sum(e - b for b, e in s.content), s.end - s.start), default=None)
