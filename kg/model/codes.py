"""The code lists of a claim, as enumerations; `ontology/codes.ttl` defines every code."""

from enum import StrEnum


class Kind(StrEnum):
    """What a claim asserts."""

    STATUS = "status"
    TRANSFER = "transfer"
    STATEMENT = "statement"
    PAYMENT = "payment"
    CONCERN = "concern"
    RULING = "ruling"
    OFFICE = "office"
    EVENT = "event"


class Status(StrEnum):
    """The stage an agreement is at."""

    PROPOSED = "proposed"
    WILLING = "willing"
    TALKS = "talks"
    AGREED = "agreed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in-force"
    OPERATING = "operating"
    SUSPENDED = "suspended"
    RULED_UNLAWFUL = "ruled-unlawful"
    REJECTED = "rejected"
    FELL_THROUGH = "fell-through"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    CONTESTED = "contested"


class SourceType(StrEnum):
    """What kind of source a claim rests on."""

    NARRATOR = "narrator"
    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    UNSPECIFIED = "unspecified"


class Mode(StrEnum):
    """In which voice the text gives a source's words."""

    NARRATION = "narration"
    QUOTE = "quote"
    PARAPHRASE = "paraphrase"


class Factuality(StrEnum):
    """How sure the attributed source is (the values of FactBank)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNCOMMITTED = "Uu"


class TimeBasis(StrEnum):
    """How a date is known."""

    STATED = "stated"
    ANCHORED = "anchored"
    BACKGROUND = "background"


class CauseType(StrEnum):
    """Why a stage came about."""

    COURT_RULING = "court-ruling"
    LEGAL_CHALLENGE = "legal-challenge"
    CHANGE_OF_GOVERNMENT = "change-of-government"
    COST = "cost"
    REFUSAL = "refusal"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exact a number is."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up-to"
    AT_LEAST = "at-least"


class Per(StrEnum):
    """The unit a number is a rate over; a rate is never summed."""

    PERSON = "person"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class TransferModality(StrEnum):
    """Whether people were moved."""

    HAPPENED = "happened"
    PLANNED = "planned"
    HALTED = "halted"
    DENIED = "denied"
    RELEASED = "released"
    REMAINING = "remaining"


class PaymentModality(StrEnum):
    """Whether money was paid."""

    PAID = "paid"
    PROMISED = "promised"
    OFFERED = "offered"
    CONDITIONAL = "conditional"
    DISPUTED = "disputed"


class Stance(StrEnum):
    """How a speaker stands towards what is spoken of."""

    ANNOUNCES = "announces"
    SUPPORTS = "supports"
    CRITICISES = "criticises"
    DENIES = "denies"
    WARNS = "warns"
    NEUTRAL = "neutral"


class Topic(StrEnum):
    """What a concern is about."""

    REFOULEMENT = "refoulement"
    HUMAN_RIGHTS_RECORD = "human-rights-record"
    LEGALITY = "legality"
    DETENTION_CONDITIONS = "detention-conditions"
    ILL_TREATMENT = "ill-treatment"
    ACCESS_TO_COUNSEL = "access-to-counsel"
    UNSAFE_COUNTRY = "unsafe-country"
    DISCRIMINATION = "discrimination"
    SECRECY = "secrecy"
    COST = "cost"
    EFFECTIVENESS = "effectiveness"
    SOVEREIGNTY = "sovereignty"
    OTHER = "other"


class Outcome(StrEnum):
    """What a court decided."""

    UNLAWFUL = "unlawful"
    LAWFUL = "lawful"
    BLOCKED = "blocked"
    ALLOWED = "allowed"
    REMITTED = "remitted"
    DISMISSED = "dismissed"
    OTHER = "other"


class Occurrence(StrEnum):
    """What happened to an agreement, or was done about it, that is not a stage of its own."""

    ANNOUNCED = "announced"
    NEGOTIATED = "negotiated"
    SIGNED = "signed"
    LAID = "laid"
    AMENDED = "amended"
    RENEWED = "renewed"
    CHALLENGED = "challenged"
    RELEASED = "released"
    TERMINATED = "terminated"
    RELATED_LAW = "related-law"


class Rank(StrEnum):
    """How a claim stands among competing ones (the ranks of Wikidata)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class ReviewStatus(StrEnum):
    """Whether a person has checked a claim against its words."""

    MACHINE = "machine"
    CHECKED = "checked"
