"""People's decisions beside the machine's reading."""

from collections.abc import Iterable

from kg.model.claim import Claim


def beside(checked: Iterable[Claim], read: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims a person made or checked, and those of the machine that no person has spoken on.

    A person has spoken on a claim of the machine by making one of the same kind with the same core slots on
    overlapping words; the person's stands then, with its own date, source and factuality.

    Args:
        checked: Claims of people, about one article.
        read: Claims of an extractor, about the same article.
    """
    checked = tuple(checked)
    return (*checked, *(claim for claim in read if not any(same(claim, other) for other in checked)))


def same(a: Claim, b: Claim) -> bool:
    """Whether two claims read the same words as the same assertion, whatever they say of source and date."""
    return a.kind is b.kind and _core(a) == _core(b) and _overlap(a, b)


def _core(claim: Claim) -> tuple[object, ...]:
    values = (getattr(claim, name) for name in claim.core)
    return tuple(frozenset(v) if isinstance(v, tuple) else v for v in values)


def _overlap(a: Claim, b: Claim) -> bool:
    return any(s.start < t.end and t.start < s.end for s in a.spans for t in b.spans)
