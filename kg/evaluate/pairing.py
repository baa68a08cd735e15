"""When two claims of one kind count as the same, and which claim is paired with which."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from kg.model.claim import Claim
from kg.model.codes import Kind

Pairs = list[tuple[Claim, Claim]]
Same = Callable[[Claim, Claim], bool]

_NOISE: Final = re.compile(r"[\u0300-\u036f]|['’]s\b|\b([Tt]he|[Aa]n?) ")


def match(gold: Sequence[Claim], predicted: Sequence[Claim], same: Same, done: Pairs | None = None) -> Pairs:
    """A largest one-to-one pairing, outside the pairs ``done``, of overlapping claims; best overlap first."""
    used = {id(claim) for pair in done or () for claim in pair}
    owner: dict[int, int] = {}
    edges: list[list[int]] = []
    for g in gold:
        shares = {
            j: overlap(g, p) for j, p in enumerate(predicted) if not {id(g), id(p)} & used and same(g, p)
        }
        edges.append(sorted((j for j, share in shares.items() if share), key=lambda j: -shares[j]))

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return [(gold[i], predicted[j]) for j, i in sorted(owner.items())]


def overlap(one: Claim, other: Claim) -> float:
    """Best intersection over union of any passage of one claim and any of the other."""
    return max(
        (
            max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))
            for a in one.spans
            for b in other.spans
        ),
        default=0,
    )


def same_name(one: str | None, other: str | None) -> bool:
    """Whether one name contains the other word by word, or both end in the same capitalised word.

    >>> same_name("Meloni", "Giorgia Meloni"), same_name("a US official", "US officials")
    (True, False)
    """
    words = [re.findall(r"\w+", _NOISE.sub("", unicodedata.normalize("NFKD", n or ""))) for n in (one, other)]
    short, long = sorted(words, key=len)
    if not short:
        return False
    inside = f" {' '.join(short)} ".casefold() in f" {' '.join(long)} ".casefold()
    return inside or (short[-1][0].isupper() and short[-1].casefold() == long[-1].casefold())


def _countries(claim: Claim, *names: str) -> set[str]:
    values = (getattr(claim, name, None) for name in names)
    return {code for v in values for code in ((v,) if isinstance(v, str) else v or ())}


def same_pair(g: Claim, p: Claim, *more: str) -> bool:
    """Whether two claims name the same countries, whoever sends and receives."""
    return _countries(g, "sending", "receiving", *more) == _countries(p, "sending", "receiving", *more)


def same_parties(g: Claim, p: Claim, *, strict: bool = False) -> bool:
    """Whether two claims are about the same deal; ``strict`` minds the direction too."""
    first, second = (_countries(claim, "sending", "receiving") for claim in (g, p))
    if not strict and not (first and second):
        return same_pair(g, p, "parties")
    names = ("sending", "receiving") if first | second else ("parties",)
    return all(_countries(g, name) == _countries(p, name) for name in names)


def fits(*slots: str, also: Same = lambda g, p: True) -> Same:
    """A comparison of claims by some of their slots, speakers and persons by name."""

    def agrees(g: Claim, p: Claim, slot: str) -> bool:
        a, b = getattr(g, slot), getattr(p, slot)
        return same_name(a, b) if slot in ("speaker", "person") else a == b

    return lambda g, p: also(g, p) and all(agrees(g, p, slot) for slot in slots)


STRICT: Final[dict[Kind, Same]] = {
    Kind.STATUS: fits("status", also=lambda g, p: same_parties(g, p, strict=True)),
    Kind.TRANSFER: fits("sending", "receiving", "persons", "modality"),
    Kind.STATEMENT: fits("speaker"),
    Kind.PAYMENT: fits("amount", "currency"),
    Kind.CONCERN: fits("topic"),
    Kind.RULING: fits("outcome"),
    Kind.OFFICE: fits("person", "office"),
}
"""What has to agree, by kind, for a strict match."""

LENIENT: Final[dict[Kind, Same]] = {
    Kind.STATUS: fits("status", also=same_parties),
    Kind.TRANSFER: fits("modality", also=same_pair),
    Kind.STATEMENT: fits(),
    Kind.PAYMENT: fits("amount"),
    Kind.CONCERN: fits(),
    Kind.RULING: fits(),
    Kind.OFFICE: fits("person"),
}
"""The same, asking less: a status without direction may match one with it."""
