"""A claim in a few words, for tables and cards."""

from collections.abc import Iterable

from kg.model.claim import (
    Claim,
    ConcernClaim,
    EventClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import Qualifier

_QUALIFIER = {Qualifier.ABOUT: "about ", Qualifier.UP_TO: "up to ", Qualifier.AT_LEAST: "at least "}


def summary(claim: Claim) -> str:
    """What a claim says, with country codes and the codes of its kind.

    Examples: ``ITA → ALB: talks``, ``ITA → ALB: 5 persons, happened``, ``Giorgia Meloni announces (ITA)``.
    """
    match claim:
        case StatusClaim():
            return f"{_sides(claim.sending, claim.receiving, claim.parties)}: {claim.status}"
        case TransferClaim():
            ends = _sides(_list(claim.sending), _list(claim.receiving), ())
            number = _number(claim.persons, claim.persons_qualifier, "person")
            per = f" a {claim.per}" if claim.per else ""
            who = " ".join(filter(None, (number + per, _codes(claim.nationality), claim.category)))
            return f"{ends}: {', '.join(filter(None, (who, claim.modality)))}"
        case StatementClaim():
            return f"{claim.speaker}: {claim.stance}{_about(claim.about)}"
        case PaymentClaim():
            number = f"{claim.amount.normalize():,f}" if claim.amount is not None else "money"
            per = f" a {claim.per}" if claim.per else ""
            sum_ = f"{_QUALIFIER.get(claim.qualifier, '') if claim.qualifier else ''}{number}"
            ends = _sides(_list(claim.payer), _list(claim.payee), ())
            return f"{ends}: {' '.join(filter(None, (sum_, claim.currency)))}{per}, {claim.modality}"
        case ConcernClaim():
            by = f", raised by {claim.raised_by}" if claim.raised_by else ""
            return f"{claim.topic}{_about(claim.about)}{by}"
        case RulingClaim():
            sides = _sides(claim.sending, claim.receiving, ())
            return ": ".join(filter(None, (claim.court or "a court", claim.outcome))) + (
                f" ({sides})" if claim.sending or claim.receiving else ""
            )
        case OfficeClaim():
            of = ", ".join(filter(None, (claim.organisation, claim.country)))
            return f"{claim.person}: {claim.office}{f' ({of})' if of else ''}"
        case EventClaim():
            return f"{claim.event}{f', by {claim.actor}' if claim.actor else ''}"
    raise TypeError(f"no summary for {type(claim).__name__}")


def _list(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(codes)


def _sides(sending: Iterable[str], receiving: Iterable[str], parties: Iterable[str]) -> str:
    if both := _codes(parties):
        return both.replace(", ", " – ")
    return f"{_codes(sending) or '?'} → {_codes(receiving) or '?'}"


def _about(codes: Iterable[str]) -> str:
    listed = _codes(codes)
    return f" ({listed})" if listed else ""


def _number(value: int | None, qualifier: Qualifier | None, noun: str) -> str:
    if value is None:
        return ""
    exact = _QUALIFIER.get(qualifier, "") if qualifier else ""
    return f"{exact}{value:,} {noun}{'' if value == 1 else 's'}"
