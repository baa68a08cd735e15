"""What a page draws: things, the lines between them, and the claims behind every line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What a thing is; told apart by shape and colour."""

    COUNTRY = "country"
    AGREEMENT = "agreement"
    OFFICIAL = "official"
    BODY = "body"
    OUTLET = "outlet"
    SOURCE = "source"
    STATEMENT = "statement"
    CONCERN = "concern"


class EdgeKind(StrEnum):
    """How two things hang together."""

    SENDS = "sends"
    RECEIVES = "receives"
    TAKES_PART = "takes-part"
    ONWARD = "onward"
    NATIONALS = "nationals"
    HOLDS = "holds"
    SPOKE = "spoke"
    SAID = "said"
    ABOUT = "about"
    RAISED = "raised"
    TOLD = "told"
    REPORTED = "reported"
    PAYS = "pays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing.

    Args:
        id: Its IRI below ``id/``, such as ``country/RWA``.
        kind: What it is.
        label: A short name.
        title: The full name, or all the words.
        code: ISO 3166-1 alpha-3 of a country.
        home: Id of the country that an official or a source belongs to.
        note: One more line about it.
        start: Whether the page shows it when it opens.
    """

    id: str
    kind: NodeKind
    label: str
    title: str
    code: str | None = None
    home: str | None = None
    note: str | None = None
    start: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from one thing to another.

    Args:
        source: Id of the thing it starts at.
        target: Id of the thing it points to.
        kind: What the line means.
        claims: Ids of the claims behind it, at least one.
        deal: Id of the agreement whose stage gives the line its style.
    """

    source: str
    target: str
    kind: EdgeKind
    claims: tuple[str, ...]
    deal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that carry a claim: a stretch of an article, or the address of a source.

    Args:
        words: The exact words; for a citation its title or address.
        article: Key of the article, or None for a citation.
        start: First character, counted in Unicode code points.
        end: Character after the last.
        url: Address of a cited source.
        publisher: Who publishes there.
        published: When, in words.
    """

    words: str
    article: str | None = None
    start: int | None = None
    end: int | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim as the page shows it.

    Args:
        id: Id of the claim.
        kind: Its kind, such as ``status``.
        headline: What it says, in a few words.
        status: Code of the stage, for a status claim.
        agreement: Id of the agreement it is about.
        who: Who says so, as the source names them.
        agent: Id of the thing that says so, where it is one of the picture.
        source: Code of the kind of source.
        voice: Code of the voice: narration, quote, paraphrase.
        outlet: The medium it was said to.
        factuality: Code of how sure the source is.
        when: The date in words.
        edtf: The same as EDTF.
        when_text: The words it was read from.
        basis: Code of how the date is known.
        earliest: First possible day (ISO 8601).
        latest: Last possible day.
        as_of: The day that places the claim in time.
        confidence: How sure the extractor is of its reading, 0 to 1.
        extractor: Who read it.
        checked: Whether a person checked it.
        rank: Code of its standing among competing claims, unless it is the usual one.
        real: Whether the source holds it to be so.
        decides: Whether the stage of its agreement rests on it where it is the latest: as in the question
            ``status-as-of``, undated words decide nothing about an agreement on record.
        note: What a record of the catalogue says, in its own words.
        details: More about it, as pairs of name and value.
        evidence: The words that carry it.
        things: Ids of all things it touches.
    """

    id: str
    kind: str
    headline: str
    status: str | None = None
    agreement: str | None = None
    who: str | None = None
    agent: str | None = None
    source: str
    voice: str
    outlet: str | None = None
    factuality: str
    when: str | None = None
    edtf: str | None = None
    when_text: str | None = None
    basis: str | None = None
    earliest: str | None = None
    latest: str | None = None
    as_of: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    checked: bool = False
    rank: str | None = None
    real: bool = True
    decides: bool = False
    note: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Passage, ...]
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article.

    Args:
        key: Its key.
        title: Its title.
        publisher: The medium.
        published: When, in words.
        url: Its address.
        text: The whole text, where it may be shown.
    """

    key: str
    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that one page draws.

    Args:
        title: Heading of the page.
        nodes: The things, most telling first.
        edges: The lines between them.
        claims: The claims, in the order of time.
        articles: Where they stand.
        labels: Names of codes, by ``scheme/code``.
        disputes: Groups of ids of claims that contradict each other.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Card, ...]
    articles: tuple[Source, ...]
    labels: Mapping[str, str]
    disputes: tuple[tuple[str, ...], ...] = ()
