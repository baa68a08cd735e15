"""Agreements: the deals that claims are about, and what the catalogue records of them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model.claim import Attribution, Citation
from kg.model.codes import (
    Factuality,
    Occurrence,
    Outcome,
    PaymentModality,
    Per,
    Qualifier,
    Rank,
    Stance,
    Status,
    TransferModality,
)
from kg.model.when import When


class Role(StrEnum):
    """What a party does under an agreement."""

    SENDING = "sending"
    RECEIVING = "receiving"
    TRANSIT = "transit"
    FUNDER = "funder"
    PARTY = "party"


class AgreementKind(StrEnum):
    """What an agreement is for."""

    THIRD_COUNTRY_REMOVAL = "third-country-removal"
    SAFE_THIRD_COUNTRY = "safe-third-country"
    TRANSIT = "transit"
    EXTERNAL_PROCESSING = "external-processing"
    DETENTION = "detention"
    RESETTLEMENT_SWAP = "resettlement-swap"
    READMISSION = "readmission"
    RETURNS_COOPERATION = "returns-cooperation"
    LABOUR_MOBILITY = "labour-mobility"


class Instrument(StrEnum):
    """The form an agreement has."""

    TREATY = "treaty"
    MEMORANDUM = "memorandum"
    JOINT_STATEMENT = "joint-statement"
    DIPLOMATIC_NOTES = "diplomatic-notes"
    UNPUBLISHED = "unpublished"


class RelationType(StrEnum):
    """How an agreement relates to another."""

    SUPERSEDES = "supersedes"
    SUCCESSOR_OF = "successor-of"
    RELATED = "related"


class Act(StrEnum):
    """What an official did about an agreement."""

    ANNOUNCED = "announced"
    DENIED = "denied"
    OPPOSED = "opposed"
    NEGOTIATED = "negotiated"
    SIGNED = "signed"
    TERMINATED = "terminated"


class Confidence(StrEnum):
    """How well a fact is sourced: official or two origins, one origin, weak or from memory."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A country or organisation that takes part in an agreement.

    Args:
        country: ISO 3166-1 alpha-3, or EU.
        role: What it does under the agreement.
    """

    country: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another agreement of the catalogue."""

    type: RelationType
    target: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazette:
    """Where the text was officially published. It carries no source, so it makes no claim."""

    reference: str
    confidence: Confidence
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A question on which sources disagree; the facts that answer it name it.

    Args:
        id: Slug, unique within the agreement.
        about: The question.
        settled: How it was settled, where it was.
    """

    id: str
    about: str
    settled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact of a record has; its kinds are below.

    Args:
        date: When it holds or happened.
        date_confidence: How well the date is known, where that differs from the fact.
        note: The fact in the record's own words.
        sources: Where it stands. Without any, it rests on memory or on an article, and makes no claim.
        articles: Keys of articles that state it.
        confidence: How well it is sourced.
        by: Whose word it is, where that is not simply the source's.
        dispute: The dispute it answers.
        rank: How it stands among the answers.
        factuality: How sure its source is of it.
    """

    date: When | None = None
    date_confidence: Confidence | None = None
    note: str | None = None
    sources: tuple[Citation, ...] = ()
    articles: tuple[str, ...] = ()
    confidence: Confidence
    by: Attribution | None = None
    dispute: str | None = None
    rank: Rank = Rank.NORMAL
    factuality: Factuality = Factuality.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A stage is reached (``status``), or something else happens (``event``): one of the two is set."""

    status: Status | None = None
    event: Occurrence | None = None
    court: str | None = None
    court_confidence: Confidence | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Fact):
    """People are moved, are to be moved, or what became of them; fields as in a transfer claim."""

    sending: str | None = None
    receiving: str | None = None
    persons: int | None = None
    qualifier: Qualifier | None = None
    per: Per | None = None
    modality: TransferModality
    nationality: tuple[str, ...] = ()
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Fact):
    """Money tied to the agreement; fields as in a payment claim."""

    amount: Decimal | None = None
    currency: str | None = None
    payer: str | None = None
    payee: str | None = None
    qualifier: Qualifier | None = None
    modality: PaymentModality
    per: Per | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling(Fact):
    """A court decides."""

    outcome: Outcome
    court: str
    court_confidence: Confidence | None = None
    case: str | None = None
    case_confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Somebody says something that bears on the agreement: ``note`` holds what."""

    stance: Stance = Stance.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Fact):
    """An official's part in the agreement.

    Args:
        person: Name.
        office: The post held at the time, in lower case.
        country: Whose official.
        organisation: The body the post belongs to, where it is not simply the state's.
        act: What the official did; None for a post alone (a judge).
    """

    person: str
    office: str
    country: str | None = None
    organisation: str | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Fact):
    """How things stood on ``date``; never a statement about today. ``status`` is None where nobody knows."""

    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A deal about the movement of people, at any stage.

    Args:
        id: Fixed for ever. Provisional ids start with ``p-``.
        title: What people call it.
        parties: Who takes part, and how.
        provisional: Known only from articles; no catalogue entry yet.
        kind: What it is for.
        instrument: Its form.
        reciprocal: Whether each side has the same duties.
        origin: Where the people concerned come from, where the record says.
        mentioned_in: Keys of articles known to speak of it.
        gazette: Where its text was officially published.
        standing: How things stood when the record was made.
        facts: Everything dated, counted, paid, ruled or said, in the record's order.
        disputes: Questions on which the facts disagree.
        relations: Ties to other agreements.
        sources: Every source the record describes or cites.
    """

    id: str
    title: str
    parties: tuple[Party, ...]
    provisional: bool = False
    kind: AgreementKind | None = None
    instrument: Instrument | None = None
    reciprocal: bool = False
    origin: tuple[str, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    gazette: Gazette | None = None
    standing: Standing | None = None
    facts: tuple[Fact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Citation, ...] = ()

    def countries(self, *roles: Role) -> tuple[str, ...]:
        """The parties with one of these roles, in order, each once."""
        return tuple(dict.fromkeys(p.country for p in self.parties if p.role in roles))
