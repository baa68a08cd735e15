"""How well claims agree with those that people marked: scores by kind, and what was missed.

Claims of one kind match one to one where their evidence overlaps and the core slots agree. ``lenient`` asks
less of the slots (a status without direction may match one with it). "False happened": transfers said to have
happened whose words meet no such transfer of the gold.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.evaluate.pairing import LENIENT, STRICT, Pairs, fits, match, overlap, same_pair, same_parties
from kg.model.claim import Claim, StatementClaim, TransferClaim
from kg.model.codes import Kind, TransferModality
from kg.model.when import When

KINDS: Final = (
    Kind.STATUS,
    Kind.TRANSFER,
    Kind.STATEMENT,
    Kind.PAYMENT,
    Kind.CONCERN,
    Kind.RULING,
    Kind.OFFICE,
)
"""The kinds that are scored, in the order of their rows."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind.

    >>> Score(gold=4, predicted=5, matched=4).f1
    0.8888888888888888
    """

    gold: int = 0
    predicted: int = 0
    matched: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.gold + other.gold, self.predicted + other.predicted, self.matched + other.matched)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 where nothing was predicted."""
        return self.matched / (self.predicted or 1)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.matched / (self.gold or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.matched / (self.gold + self.predicted or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Scores over some articles.

    Args:
        articles: How many.
        strict: Scores by kind, core slots compared.
        lenient: Scores by kind, asking less.
        rates: Named shares: how many, of how many.
        missed: Gold claims without a match.
        extra: Predicted claims without a match.
    """

    articles: int
    strict: Mapping[Kind, Score]
    lenient: Mapping[Kind, Score]
    rates: Mapping[str, tuple[int, int]]
    missed: tuple[Claim, ...]
    extra: tuple[Claim, ...]

    @property
    def micro(self) -> Score:
        """All kinds together, strict."""
        return sum(self.strict.values(), Score())

    def lines(self) -> Iterator[str]:
        """The report as plain text, a line each."""
        yield f"{'strict | lenient':18}{'gold':>6}{'pred':>6}" + f"{'match':>7}{'P':>7}{'R':>7}{'F1':>7}" * 2
        rows = [(str(kind), self.strict[kind], self.lenient[kind]) for kind in KINDS]
        for name, *scores in [*rows, ("micro", self.micro, sum(self.lenient.values(), Score()))]:
            cells = "".join(f"{s.matched:7}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}" for s in scores)
            yield f"{name:18}{scores[0].gold:6}{scores[0].predicted:6}{cells}"
        for name, (count, of) in self.rates.items():
            yield f"{name + ':':28}{format(count / of, '.3f') if of else '-':>6} ({count}/{of})"


def evaluate(gold: Mapping[str, Sequence[Claim]], predicted: Iterable[Claim]) -> Report:
    """Compare predicted claims with gold claims.

    Args:
        gold: Claims by article key; an article without claims has an empty list.
        predicted: Claims of any of these articles; those of others do not count.
    """
    found: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in predicted:
        found[claim.article].append(claim)
    strict: dict[Kind, Score] = dict.fromkeys(KINDS, Score())
    lenient: dict[Kind, Score] = dict.fromkeys(KINDS, Score())
    rates: dict[str, tuple[int, int]] = {}
    missed: list[Claim] = []
    extra: list[Claim] = []
    for key in sorted(gold):
        for kind in KINDS:
            g, p = ([c for c in side if c.kind is kind] for side in (gold[key], found[key]))
            close, loose = match(g, p, STRICT[kind]), match(g, p, LENIENT[kind])
            strict[kind] += Score(len(g), len(p), len(close))
            lenient[kind] += Score(len(g), len(p), len(loose))
            for name, results in _rates(kind, g, p, close, loose):
                count, of = rates.get(name, (0, 0))
                rates[name] = (count + sum(results), of + len(results))
            right = {id(claim) for pair in close for claim in pair}
            missed += [c for c in g if id(c) not in right]
            extra += [c for c in p if id(c) not in right]
    return Report(
        articles=len(gold),
        strict=strict,
        lenient=lenient,
        rates=rates,
        missed=tuple(missed),
        extra=tuple(extra),
    )


def _rates(
    kind: Kind, gold: Sequence[Claim], predicted: Sequence[Claim], strict: Pairs, lenient: Pairs
) -> Iterator[tuple[str, list[bool]]]:
    dates = [(_edtf(a.when), _edtf(b.when)) for a, b in strict]
    yield "factuality", [a.factuality is b.factuality for a, b in strict]
    yield "when", [a == b for a, b in dates]
    yield "when, where dated", [a == b for a, b in dates if a or b]
    yield "attribution", [a.attribution == b.attribution for a, b in strict]
    if kind is Kind.STATUS:
        others = match(gold, predicted, same_parties, lenient)
        yield "status given parties", [True] * len(lenient) + [False] * len(others)
    elif kind is Kind.STATEMENT:
        others = match(gold, predicted, fits(), strict)
        yield "speaker given span", [True] * len(strict) + [False] * len(others)
        modes = [
            (a.mode, b.mode)
            for a, b in strict
            if isinstance(a, StatementClaim) and isinstance(b, StatementClaim)
        ]
        yield "statement mode", [a is b for a, b in modes]
    elif kind is Kind.TRANSFER:
        right = match(gold, predicted, fits("sending", "receiving"))
        turned = match(gold, predicted, same_pair, right)
        yield "direction given countries", [True] * len(right) + [False] * len(turned)
        moved, said = ([c for c in side if _happened(c)] for side in (gold, predicted))
        yield "false happened", [not any(overlap(a, b) for a in moved) for b in said]


def _happened(claim: Claim) -> bool:
    return isinstance(claim, TransferClaim) and claim.modality is TransferModality.HAPPENED


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None
