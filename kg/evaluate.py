"""How well claims agree with those that people marked: scores by kind, and what was missed.

Claims of one kind match one to one where their evidence overlaps and the core slots agree. ``lenient`` asks
less of the slots (a status without direction may match one with it). "False happened": transfers said to have
happened whose words meet no such transfer of the gold.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.model.claim import Claim, StatementClaim, TransferClaim
from kg.model.codes import Kind, TransferModality
from kg.model.text import Article
from kg.model.when import When
from kg.read.claims import claim_of

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

Pairs = list[tuple[Claim, Claim]]
Same = Callable[[Claim, Claim], bool]

_NOISE: Final = re.compile(r"[\u0300-\u036f]|['’]s\b|\b([Tt]he|[Aa]n?) ")


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
            close, loose = match(g, p, _STRICT[kind]), match(g, p, _LENIENT[kind])
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

    >>> same_name("Rubio", "Marco Rubio"), same_name("a US official", "US officials")
    (True, False)
    """
    words = [re.findall(r"\w+", _NOISE.sub("", unicodedata.normalize("NFKD", n or ""))) for n in (one, other)]
    short, long = sorted(words, key=len)
    if not short:
        return False
    inside = f" {' '.join(short)} ".casefold() in f" {' '.join(long)} ".casefold()
    return inside or (short[-1][0].isupper() and short[-1].casefold() == long[-1].casefold())


# --- what has to agree -------------------------------------------------------------------------------------


def _countries(claim: Claim, *names: str) -> set[str]:
    values = (getattr(claim, name, None) for name in names)
    return {code for v in values for code in ((v,) if isinstance(v, str) else v or ())}


def _same_pair(g: Claim, p: Claim, *more: str) -> bool:
    return _countries(g, "sending", "receiving", *more) == _countries(p, "sending", "receiving", *more)


def _same_parties(g: Claim, p: Claim, *, strict: bool = False) -> bool:
    first, second = (_countries(claim, "sending", "receiving") for claim in (g, p))
    if not strict and not (first and second):
        return _same_pair(g, p, "parties")
    names = ("sending", "receiving") if first | second else ("parties",)
    return all(_countries(g, name) == _countries(p, name) for name in names)


def _fits(*slots: str, also: Same = lambda g, p: True) -> Same:
    def agrees(g: Claim, p: Claim, slot: str) -> bool:
        a, b = getattr(g, slot), getattr(p, slot)
        return same_name(a, b) if slot in ("speaker", "person") else a == b

    return lambda g, p: also(g, p) and all(agrees(g, p, slot) for slot in slots)


_STRICT: Final[dict[Kind, Same]] = {
    Kind.STATUS: _fits("status", also=lambda g, p: _same_parties(g, p, strict=True)),
    Kind.TRANSFER: _fits("sending", "receiving", "persons", "modality"),
    Kind.STATEMENT: _fits("speaker"),
    Kind.PAYMENT: _fits("amount", "currency"),
    Kind.CONCERN: _fits("topic"),
    Kind.RULING: _fits("outcome"),
    Kind.OFFICE: _fits("person", "office"),
}
_LENIENT: Final[dict[Kind, Same]] = {
    Kind.STATUS: _fits("status", also=_same_parties),
    Kind.TRANSFER: _fits("modality", also=_same_pair),
    Kind.STATEMENT: _fits(),
    Kind.PAYMENT: _fits("amount"),
    Kind.CONCERN: _fits(),
    Kind.RULING: _fits(),
    Kind.OFFICE: _fits("person"),
}


def _rates(
    kind: Kind, gold: Sequence[Claim], predicted: Sequence[Claim], strict: Pairs, lenient: Pairs
) -> Iterator[tuple[str, list[bool]]]:
    dates = [(_edtf(a.when), _edtf(b.when)) for a, b in strict]
    yield "factuality", [a.factuality is b.factuality for a, b in strict]
    yield "when", [a == b for a, b in dates]
    yield "when, where dated", [a == b for a, b in dates if a or b]
    yield "attribution", [a.attribution == b.attribution for a, b in strict]
    if kind is Kind.STATUS:
        others = match(gold, predicted, _same_parties, lenient)
        yield "status given parties", [True] * len(lenient) + [False] * len(others)
    elif kind is Kind.STATEMENT:
        others = match(gold, predicted, _fits(), strict)
        yield "speaker given span", [True] * len(strict) + [False] * len(others)
        modes = [
            (a.mode, b.mode)
            for a, b in strict
            if isinstance(a, StatementClaim) and isinstance(b, StatementClaim)
        ]
        yield "statement mode", [a is b for a, b in modes]
    elif kind is Kind.TRANSFER:
        right = match(gold, predicted, _fits("sending", "receiving"))
        turned = match(gold, predicted, _same_pair, right)
        yield "direction given countries", [True] * len(right) + [False] * len(turned)
        moved, said = ([c for c in side if _happened(c)] for side in (gold, predicted))
        yield "false happened", [not any(overlap(a, b) for a in moved) for b in said]


def _happened(claim: Claim) -> bool:
    return isinstance(claim, TransferClaim) and claim.modality is TransferModality.HAPPENED


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


# --- gold in folders ---------------------------------------------------------------------------------------


def read_gold(folder: Path) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles of a folder with the claims that people marked.

    Args:
        folder: It holds one folder an article: ``article.txt``, ``claims.jsonl`` and ``meta.json``.

    Raises:
        InputError: There is no article below it, or a file is no such file.
    """
    paths = sorted(folder.glob("*/article.txt"))
    if not paths:
        raise InputError(f"no article.txt below {folder}", hint="kg evaluate wants one folder an article")
    for path in paths:
        where = path.with_name("claims.jsonl")
        try:
            about = json.loads(path.with_name("meta.json").read_text("utf-8"))
            article = Article(
                text=path.read_bytes().decode("utf-8"),
                title=about.get("title"),
                published=When(edtf=about["published"]) if about.get("published") else None,
            )
            lines = where.read_text("utf-8").splitlines()
            rows = [json.loads(line) for line in lines if line.strip()]
        except (OSError, ValueError, AttributeError, TypeError) as error:
            raise InputError(
                f"{path.parent}: {error}", hint="kg evaluate wants one folder an article"
            ) from None
        marked = []
        for number, row in enumerate(rows, 1):
            if isinstance(row, dict) and not row.get("extractor"):
                row["extractor"] = "gold"
            marked.append(claim_of(row, {article.key: article}, where=f"{where}:{number}"))
        yield article, marked


def evaluate_folder(folder: Path, find: Callable[[Article], Iterable[Claim]]) -> Report:
    """Score an extractor on a folder of gold.

    Args:
        folder: As for :func:`read_gold`.
        find: Gives the claims of an article.
    """
    gold: dict[str, Sequence[Claim]] = {}
    predicted: list[Claim] = []
    for article, marked in read_gold(folder):
        gold[article.key] = marked
        predicted += find(article)
    return evaluate(gold, predicted)
