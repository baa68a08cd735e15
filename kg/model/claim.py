"""Claims: one assertion each, with the words that carry it, who says so, how sure, and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import ClassVar, Final

from kg.model.codes import (
    Factuality,
    Kind,
    Mode,
    Occurrence,
    Outcome,
    PaymentModality,
    Per,
    Qualifier,
    Rank,
    ReviewStatus,
    Stance,
    Status,
    Topic,
    TransferModality,
)
from kg.model.evidence import Attribution, Cause, Citation
from kg.model.text import Span
from kg.model.when import When

__all__ = [
    "KINDS",
    "Attribution",
    "Cause",
    "Citation",
    "Claim",
    "ConcernClaim",
    "EventClaim",
    "OfficeClaim",
    "PaymentClaim",
    "RulingClaim",
    "StatementClaim",
    "StatusClaim",
    "TransferClaim",
]

_COUNTRIES: Final = ("sending", "receiving", "parties", "nationality", "about", "payer", "payee", "country")
_COUNTRY: Final = re.compile(r"[A-Z]{3}|EU")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has; its kinds are below.

    Args:
        article: Key of the article, or None for a catalogue fact.
        agreement: Id of the agreement it is about, or None.
        evidence: At least one passage (of that article) or citation.
        attribution: Whose words carry it.
        factuality: How sure that source is of the claim as coded.
        when: When it holds or happened.
        confidence: 0 to 1: how sure the extractor is of its reading, not of the truth.
        extractor: ``name/version#rule``.
        review: Whether a person checked it.
        rank: How it stands among the claims of its dispute.
        dispute: Name, within its agreement, of the question on which sources disagree.
        note: What a catalogue record says, in its own words; None where the evidence has the words.

    Raises:
        ValueError: A value lies outside its range, or evidence lies in another article.
    """

    kind: ClassVar[Kind]
    core: ClassVar[tuple[str, ...]]

    article: str | None
    agreement: str | None = None
    evidence: tuple[Span | Citation, ...]
    attribution: Attribution
    factuality: Factuality = Factuality.CERTAIN
    when: When | None = None
    confidence: float = 1.0
    extractor: str
    review: ReviewStatus = ReviewStatus.MACHINE
    rank: Rank = Rank.NORMAL
    dispute: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim needs evidence")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")
        for item in self.evidence:
            if isinstance(item, Span) and item.article != self.article:
                raise ValueError("a claim's evidence lies in its own article")
        for name in _COUNTRIES:
            for code in _as_tuple(getattr(self, name, None)):
                if not _COUNTRY.fullmatch(code):
                    raise ValueError(f"{name} {code!r} is not an ISO 3166-1 alpha-3 code or EU")

    @property
    def id(self) -> str:
        """``c`` and 16 hexadecimal digits: the same reading of the same text has the same id."""
        return "c" + sha256("\x1f".join(self._identity()).encode()).hexdigest()[:16]

    def _identity(self) -> Iterator[str]:
        yield from (self.article or f"agreement:{self.agreement}", self.kind)
        # Each slot apart, so that values never run together; a set of countries has no order.
        for name in (*self.core, *(n for n in ("payee", "modality") if n not in self.core)):
            if hasattr(self, name):
                value = getattr(self, name)
                yield name + "=" + (",".join(sorted(value)) if isinstance(value, tuple) else _plain(value))
        source = self.attribution
        yield from (self.when.edtf if self.when else "", source.source, source.name or "", source.mode)
        yield source.outlet or ""
        if self.kind is Kind.STATEMENT or self.article is None:
            first = self.evidence[0]
            yield " ".join(first.text.split()) if isinstance(first, Span) else first.source
        if self.kind is Kind.STATEMENT and self.article is None:
            yield self.note or ""

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of all countries that its slots name."""
        return tuple(code for name in _COUNTRIES for code in _as_tuple(getattr(self, name, None)))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passages among the evidence, in order."""
        return tuple(item for item in self.evidence if isinstance(item, Span))

    @property
    def asserted(self) -> bool:
        """Whether the source holds the main triple to be so: then a direct edge stands beside the claim."""
        sure = self.factuality in (Factuality.CERTAIN, Factuality.PROBABLE)
        done = getattr(self, "modality", None) in (None, TransferModality.HAPPENED, PaymentModality.PAID)
        return sure and done and self.rank is not Rank.DEPRECATED


def _as_tuple(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusClaim(Claim):
    """An agreement, arrangement or plan is at some stage."""

    kind: ClassVar[Kind] = Kind.STATUS
    core: ClassVar[tuple[str, ...]] = ("sending", "receiving", "parties", "status")

    sending: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    status: Status
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferClaim(Claim):
    """People are moved, taken in, or are to be."""

    kind: ClassVar[Kind] = Kind.TRANSFER
    core: ClassVar[tuple[str, ...]] = ("sending", "receiving", "persons", "modality")

    sending: str | None = None
    receiving: str | None = None
    persons: int | None = None
    persons_qualifier: Qualifier | None = None
    per: Per | None = None
    modality: TransferModality
    nationality: tuple[str, ...] = ()
    category: str | None = None

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if self.persons is not None and self.persons < 0:
            raise ValueError(f"{self.persons} persons")
        if self.sending is not None and self.sending == self.receiving:
            raise ValueError(f"a transfer from {self.sending} to itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementClaim(Claim):
    """Somebody says something that bears on an agreement, a transfer or a country."""

    kind: ClassVar[Kind] = Kind.STATEMENT
    core: ClassVar[tuple[str, ...]] = ("speaker",)

    speaker: str
    mode: Mode
    stance: Stance = Stance.NEUTRAL
    about: tuple[str, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentClaim(Claim):
    """Money tied to an agreement."""

    kind: ClassVar[Kind] = Kind.PAYMENT
    core: ClassVar[tuple[str, ...]] = ("amount", "currency")

    amount: Decimal | None = None
    currency: str | None = None
    payer: str | None = None
    payee: str | None = None
    qualifier: Qualifier | None = None
    modality: PaymentModality
    per: Per | None = None

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if self.amount is not None and not (self.amount.is_finite() and self.amount >= 0):
            raise ValueError(f"{self.amount} is not an amount of money")
        if self.currency is not None and not _CURRENCY.fullmatch(self.currency):
            raise ValueError(f"currency {self.currency!r} is not an ISO 4217 code")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernClaim(Claim):
    """A risk or wrong somebody sees."""

    kind: ClassVar[Kind] = Kind.CONCERN
    core: ClassVar[tuple[str, ...]] = ("topic",)

    topic: Topic
    about: tuple[str, ...] = ()
    raised_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingClaim(Claim):
    """A court or similar body decides."""

    kind: ClassVar[Kind] = Kind.RULING
    core: ClassVar[tuple[str, ...]] = ("outcome",)

    outcome: Outcome
    court: str | None = None
    case: str | None = None
    sending: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeClaim(Claim):
    """Who holds which post."""

    kind: ClassVar[Kind] = Kind.OFFICE
    core: ClassVar[tuple[str, ...]] = ("person", "office")

    person: str
    office: str
    country: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Claim):
    """Something happened to an agreement, or somebody did something about it, that is no stage of it."""

    kind: ClassVar[Kind] = Kind.EVENT
    core: ClassVar[tuple[str, ...]] = ("event", "actor")

    event: Occurrence
    actor: str | None = None


KINDS: Final[dict[Kind, type[Claim]]] = {
    cls.kind: cls
    for cls in (
        StatusClaim,
        TransferClaim,
        StatementClaim,
        PaymentClaim,
        ConcernClaim,
        RulingClaim,
        OfficeClaim,
        EventClaim,
    )
}
"""The class of each kind of claim."""
