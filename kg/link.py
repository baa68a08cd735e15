"""Which agreement each claim is about: a known one, a provisional one, or a stated reason why none.

docs/decisions/0006-which-agreement-a-claim-is-about.md says why the rules are as they are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from kg.model.agreement import Agreement, Event, Party, RelationType, Role, Standing
from kg.model.claim import (
    Claim,
    ConcernClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import Factuality, Rank, Status
from kg.read.gazetteer import country

LEAD: Final = timedelta(days=730)
"""How long before the first recorded event of an agreement people may already speak of it."""

NEAR: Final = timedelta(days=45)
"""How far two dates of one stage may lie apart: sources date a signature by its day, month or report."""

_PROSPECTIVE: Final = frozenset((Status.PROPOSED, Status.WILLING, Status.TALKS))
_ENDED: Final = frozenset(
    (Status.REJECTED, Status.FELL_THROUGH, Status.TERMINATED, Status.EXPIRED, Status.SUPERSEDED)
)
_ROLES_SENDING: Final = (Role.SENDING, Role.PARTY)
_ROLES_RECEIVING: Final = (Role.RECEIVING, Role.TRANSIT, Role.PARTY)


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


def link(
    claims: Iterable[Claim], known: Iterable[Agreement] = (), *, published: date | None = None
) -> Linked:
    """Attach the claims of one article to agreements.

    Status claims, and transfers with both ends, say between whom a deal is. Of the known agreements between
    these parties the one is meant that was alive on the claim's date, or on that of the article; where none
    fits, one provisional agreement is made. The other kinds only join an agreement that is already there.

    Args:
        claims: Claims of one article.
        known: Agreements that may be meant, with what is recorded of their stages.
        published: When the article was published.
    """
    claims = tuple(claims)
    deals = _Deals(known, published)
    meant: dict[int, tuple[Agreement | None, str | None]] = {}
    # What shows a deal comes first, stages before transfers: the rest joins what it finds.
    for number, claim in sorted(enumerate(claims), key=lambda item: _order(item[1])):
        meant[number] = deals.of(claim)
    used = {deal.id: deal for deal, _ in meant.values() if deal}
    linked = []
    undecided: dict[str, str] = {}
    for number, claim in enumerate(claims):
        deal, reason = meant[number]
        linked.append(replace(claim, agreement=deal.id) if deal else claim)
        if reason:
            undecided[claim.id] = reason
    return Linked(
        claims=tuple(linked),
        agreements=tuple(used[key] for key in sorted(used)),
        undecided=MappingProxyType(undecided),
    )


def _order(claim: Claim) -> tuple[int, int, str]:
    # Beyond the kind it is that of the text, whatever the order in which the claims are given.
    kind = 0 if isinstance(claim, StatusClaim) else 1 if isinstance(claim, TransferClaim) else 2
    return kind, min((span.start for span in claim.spans), default=0), claim.id


class _Deals:
    """The agreements that claims of one article may be about."""

    def __init__(self, known: Iterable[Agreement], published: date | None) -> None:
        self._known: dict[frozenset[str], list[Agreement]] = {}
        for agreement in known:
            self._known.setdefault(_parties(agreement), []).append(agreement)
        self._published = published
        self._used: dict[str, Agreement] = {}

    def of(self, claim: Claim) -> tuple[Agreement | None, str | None]:
        """The agreement that a claim is about, or why there is none."""
        pair, sending, receiving = _ends(claim)
        found: Agreement | None = None
        reason: str | None = None
        if len(pair) > 1:
            found, reason = self._among(self._between(pair), claim, sending, receiving)
            if found is None and reason is None and isinstance(claim, StatusClaim | TransferClaim):
                found = _provisional(pair, sending, receiving)
                self._known.setdefault(pair, []).append(found)
        elif isinstance(claim, PaymentClaim) and pair:
            # Money that names one side joins the one deal of the article that this side is in.
            options = [a for a in self._used.values() if pair < _parties(a)]
            found = options[0] if len(options) == 1 else None
        if found:
            self._used[found.id] = found
        elif not reason and isinstance(claim, StatusClaim | TransferClaim | PaymentClaim | RulingClaim):
            reason = "it does not name both sides of a deal"
        return found, reason

    def _between(self, pair: frozenset[str]) -> list[Agreement]:
        """The agreements of just these parties, else those that have them among others."""
        return self._known.get(pair) or [a for p, some in self._known.items() if pair < p for a in some]

    def _among(
        self, options: Sequence[Agreement], claim: Claim, sending: Collection[str], receiving: Collection[str]
    ) -> tuple[Agreement | None, str | None]:
        directed = [a for a in options if _runs(a, sending, receiving)]
        if isinstance(claim, TransferClaim):
            directed = directed or list(options)  # people who go home go the other way
        if not isinstance(claim, StatusClaim | TransferClaim):
            spoken_of = [a for a in options if a.id in self._used]
            if len(spoken_of) == 1:
                return spoken_of[0], None
        window = _window(claim, self._published)
        best = _best([(_fit(a, claim, window), a) for a in directed if not a.provisional])
        best = best or [a for a in directed if a.provisional]
        if len(best) > 1:
            names = ", ".join(sorted(a.id for a in best))
            return None, f"several agreements may be meant: {names}"
        return (best[0] if best else None), None


def _parties(agreement: Agreement) -> frozenset[str]:
    return frozenset(party.country for party in agreement.parties)


def _runs(agreement: Agreement, sending: Collection[str], receiving: Collection[str]) -> bool:
    """Whether people may go this way under an agreement; one only known from articles may yet turn out so."""
    return agreement.provisional or (
        set(sending) <= set(agreement.countries(*_ROLES_SENDING))
        and set(receiving) <= set(agreement.countries(*_ROLES_RECEIVING))
    )


_Window = tuple[date, date] | None
_Fit = tuple[int, int] | None


def _window(claim: Claim, published: date | None) -> _Window:
    """The days on which a claim may hold: its own date, else that of its article."""
    if claim.when and (claim.when.earliest or claim.when.latest):
        first = claim.when.earliest or claim.when.latest
        last = claim.when.latest or published or claim.when.earliest
        return (first, max(first, last)) if first and last else None
    return (published, published) if published else None


def _fit(agreement: Agreement, claim: Claim, window: _Window) -> _Fit:
    """How well an agreement fits: class and distance in days, less is better; None where it does not."""
    stages = _stages(agreement)
    if window is None or not stages:
        return 2, 0
    first, last = window
    status = claim.status if isinstance(claim, StatusClaim) else None
    start, end = stages[0][0], _end(stages)
    if status and claim.when and any(s is status and _near(d, window) for d, s in stages):
        return 0, 0
    if status in _ENDED:
        if end and end - last <= NEAR:
            near = not claim.when or first - end <= NEAR
            return (1, (last - end).days) if near else (3, (first - end).days)
        return (2, 0) if start <= last else None
    if start > last:
        return (3, (start - last).days) if start - last <= LEAD else None
    if end is None or first <= end:
        return 2, 0
    # It had ended. Who still talks, or concludes later, means another deal; a text's background may mean it.
    if status in _PROSPECTIVE or (status and claim.when):
        return None
    return 4, (first - end).days


def _near(day: date, window: tuple[date, date]) -> bool:
    return window[0] - day <= NEAR and day - window[1] <= NEAR


def _stages(agreement: Agreement) -> list[tuple[date, Status]]:
    """The stages that a record holds to have been reached, in the order of time; on one day, ends last."""
    found = []
    facts = (*agreement.facts, *((agreement.standing,) if agreement.standing else ()))
    for fact in facts:
        if not isinstance(fact, Event | Standing) or not fact.status or not fact.date:
            continue
        sure = fact.factuality in (Factuality.CERTAIN, Factuality.PROBABLE)
        day = fact.date.earliest or fact.date.latest
        if day and sure and fact.rank is not Rank.DEPRECATED:
            found.append((day, fact.status))
    return sorted(found, key=lambda item: (item[0], item[1] in _ENDED))


def _end(stages: Sequence[tuple[date, Status]]) -> date | None:
    """When an agreement ended: the first of its last stages that are all ends."""
    end = None
    for day, status in reversed(stages):
        if status not in _ENDED:
            break
        end = day
    return end


def _best(fits: Sequence[tuple[_Fit, Agreement]]) -> list[Agreement]:
    """The agreements that fit best; of a chain in which one replaces the other, the last."""
    found = [(fit, a) for fit, a in fits if fit is not None]
    if not found:
        return []
    best = min(fit for fit, _ in found)
    same = [a for fit, a in found if fit == best]
    replaced = {r.target for a in same for r in a.relations if r.type is not RelationType.RELATED}
    return [a for a in same if a.id not in replaced]


def _provisional(pair: frozenset[str], sending: Collection[str], receiving: Collection[str]) -> Agreement:
    # In an order of their own: that of the words does not make another agreement.
    first = sorted(set(sending))
    codes = [*first, *sorted(pair.difference(first))]
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


def _ends(claim: Claim) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The countries that a claim names as the ends of a deal, and who of them sends and receives."""
    match claim:
        case StatusClaim() | RulingClaim() if claim.sending and claim.receiving:
            return frozenset((*claim.sending, *claim.receiving)), claim.sending, claim.receiving
        case StatusClaim():
            return frozenset(claim.parties), (), ()
        case TransferClaim() if claim.sending and claim.receiving:
            return frozenset((claim.sending, claim.receiving)), (claim.sending,), (claim.receiving,)
        case PaymentClaim():
            return frozenset(filter(None, (claim.payer, claim.payee))), (), ()
        case StatementClaim() | ConcernClaim():
            return frozenset(claim.about), (), ()
    return frozenset(), (), ()
