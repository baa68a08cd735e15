"""Which agreement each claim is about: a known one, a provisional one, or a stated reason why none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.model.agreement import Agreement, Party, Role
from kg.model.claim import (
    Claim,
    ConcernClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.read.gazetteer import country


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Claims with their agreements.

    Args:
        claims: The claims, in the order given.
        agreements: The agreements they are about, by id.
        undecided: Why a claim has none, by claim id.
    """

    claims: tuple[Claim, ...]
    agreements: tuple[Agreement, ...]
    undecided: Mapping[str, str]


def link(claims: Iterable[Claim], known: Iterable[Agreement] = ()) -> Linked:
    """Attach the claims of one article to agreements.

    Status claims, and transfers with both ends, say between whom a deal is; where no known agreement has
    just these parties, one provisional agreement is made for them. The other kinds only join an agreement
    that is already there.

    Args:
        claims: Claims of one article.
        known: Agreements that may be meant.
    """
    claims = tuple(claims)
    found: dict[frozenset[str], Agreement] = {}
    for agreement in known:
        # Of several between the same parties the article's words alone do not say which: none is taken.
        pair = _parties(agreement)
        found[pair] = agreement if pair not in found else _AMBIGUOUS
    for claim in sorted(claims, key=lambda c: not isinstance(c, StatusClaim)):
        pair, sending, receiving = _makers(claim)
        if len(pair) > 1 and pair not in found:
            found[pair] = _provisional(pair, sending, receiving)
    linked: list[Claim] = []
    undecided: dict[str, str] = {}
    used: dict[str, Agreement] = {}
    for claim in claims:
        meant, reason = _agreement(claim, found)
        if meant is not None:
            used[meant.id] = meant
            claim = replace(claim, agreement=meant.id)
        elif reason:
            undecided[claim.id] = reason
        linked.append(claim)
    return Linked(
        claims=tuple(linked),
        agreements=tuple(used[key] for key in sorted(used)),
        undecided=MappingProxyType(undecided),
    )


_AMBIGUOUS = Agreement(id="", title="", parties=())


def _parties(agreement: Agreement) -> frozenset[str]:
    return frozenset(party.country for party in agreement.parties)


def _makers(claim: Claim) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The countries of a claim that shows a deal, and who of them sends and receives."""
    if isinstance(claim, StatusClaim):
        sending, receiving = claim.sending, claim.receiving
        both = frozenset((*sending, *receiving)) if sending and receiving else frozenset(claim.parties)
        return both, sending, receiving
    if isinstance(claim, TransferClaim) and claim.sending and claim.receiving:
        return frozenset((claim.sending, claim.receiving)), (claim.sending,), (claim.receiving,)
    return frozenset(), (), ()


def _provisional(pair: frozenset[str], sending: tuple[str, ...], receiving: tuple[str, ...]) -> Agreement:
    codes = [*sending, *(c for c in receiving if c not in sending)] if sending else sorted(pair)
    roles = {**dict.fromkeys(receiving, Role.RECEIVING), **dict.fromkeys(sending, Role.SENDING)}
    return Agreement(
        id="p-" + "-".join(code.lower() for code in codes),
        title="–".join(map(_short, codes)) + " arrangement",
        parties=tuple(Party(country=code, role=roles.get(code, Role.PARTY)) for code in codes),
        provisional=True,
    )


def _short(code: str) -> str:
    """US, UK, EU and their like for a name of several words, else the country's name."""
    known = country(code)
    initials = (a for a in known.aliases if a.isupper() and a.isalpha() and len(a) <= 3)
    return next(initials, known.name) if " " in known.name else known.name


def _agreement(
    claim: Claim, found: Mapping[frozenset[str], Agreement]
) -> tuple[Agreement | None, str | None]:
    pair = frozenset(_countries(claim))
    if isinstance(claim, PaymentClaim) and len(pair) == 1:
        options = {a.id: a for p, a in found.items() if pair < p}
        if len(options) == 1:
            return next(iter(options.values())), None
    agreement = found.get(pair)
    if agreement is _AMBIGUOUS:
        return None, f"several agreements between {', '.join(sorted(pair))} are known"
    if agreement is not None:
        return agreement, None
    if isinstance(claim, StatusClaim | TransferClaim | PaymentClaim | RulingClaim):
        return None, "it does not name both sides of a deal"
    return None, None


def _countries(claim: Claim) -> Iterator[str]:
    match claim:
        case StatusClaim() | RulingClaim():
            yield from (*claim.sending, *claim.receiving)
            if isinstance(claim, StatusClaim) and not (claim.sending and claim.receiving):
                yield from claim.parties
        case TransferClaim():
            yield from filter(None, (claim.sending, claim.receiving))
        case PaymentClaim():
            yield from filter(None, (claim.payer, claim.payee))
        case StatementClaim() | ConcernClaim():
            yield from claim.about
