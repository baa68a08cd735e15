"""Who acts: people in public office, and bodies."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.agreement import Confidence
from kg.model.claim import Citation
from kg.model.when import When


class BodyType(StrEnum):
    """What kind of body."""

    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    PARLIAMENT = "parliament"
    COURT = "court"
    EU_BODY = "eu-body"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    NGO = "ngo"
    RESEARCH = "research"
    LAW_FIRM = "law-firm"
    MEDIA = "media"
    FACILITY = "facility"
    CRIMINAL_GROUP = "criminal-group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A post that a person holds or held.

    Args:
        office: The post, in lower-case English ("minister of foreign affairs").
        country: Whose post (ISO 3166-1 alpha-3, or EU).
        organisation: The body it belongs to, where it is not simply the state's.
        start: First day, as well as known.
        end: Last day; None says nothing about today.
        term_confidence: How well ``start`` and ``end`` are known.
        confidence: How well it is known that the person holds the post.
        sources: Where the post (not the term) stands.
    """

    office: str
    country: str | None
    organisation: str | None = None
    start: When | None = None
    end: When | None = None
    term_confidence: Confidence
    confidence: Confidence
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in public office. Private individuals are never recorded.

    Args:
        id: Slug, fixed for ever.
        name: Full name.
        aliases: Other forms of it, surname included where news uses it alone.
        mentioned_in: Keys of articles known to name the person.
        offices: The posts.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    offices: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A government, ministry, court, organisation or medium.

    Args:
        id: Slug, fixed for ever.
        name: What we call it.
        aliases: Other names that mean it and nothing else.
        ambiguous: Other names that may also mean something else ("Brussels" is a city too).
        type: What it is.
        country: Whose it is, or None.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    type: BodyType
    country: str | None = None
