"""What a store says, read once for a page: rows of the questions in `queries/` as look-ups."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.query import Rows, files, run
from kg.rdf.iris import CODE, ID, NS
from kg.store.terms import Cell
from kg.view.scene import Passage, Source
from kg.view.words import Facts, say_when

if TYPE_CHECKING:
    from kg.store import Store

_FOLDER: Final = Path(__file__).with_name("queries")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing as the store describes it.

    Args:
        id: Its IRI below ``id/``.
        kind: Its class in the vocabulary, such as ``Country``.
        label: Its name, or None.
        code: ISO 3166-1 alpha-3 of a country.
        post_in: Id of the body an office belongs to.
        provisional: Whether it is an agreement that only articles name.
    """

    id: str
    kind: str
    label: str | None
    code: str | None
    post_in: str | None
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that a page needs to know.

    Args:
        claims: Properties of each claim, by the id of the claim, then by their last name.
        things: By id.
        evidence: Passages and citations of each claim.
        articles: By key.
        labels: Names of codes, by ``scheme/code``.
        causes: Type and words, by the cause's id.
        parties: Agreement, role (the property's last name), country.
        disputes: Ids of claims that contradict each other, in groups.
    """

    claims: Mapping[str, Facts]
    things: Mapping[str, Thing]
    evidence: Mapping[str, tuple[Passage, ...]]
    articles: Mapping[str, Source]
    labels: Mapping[str, str]
    causes: Mapping[str, tuple[str, str]]
    parties: tuple[tuple[str, str, str], ...]
    disputes: tuple[tuple[str, ...], ...]

    def name(self, value: Cell) -> str:
        """The name of a thing or code, else the value itself."""
        text = "" if value is None else str(value)
        if text.startswith(CODE):
            return self.labels.get(text.removeprefix(CODE), text.rpartition("/")[2])
        thing = self.things.get(short(value))
        return (thing.label if thing else None) or text.rpartition("/")[2]


def read(store: "Store") -> Known:
    """Everything that a page can show of a store."""
    claims: defaultdict[str, defaultdict[str, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for claim, term, value in _ask(store, "claims").cells:
        claims[short(claim)][_last(term)].append(value)
    labels = {str(row["code"]).removeprefix(CODE): str(row["label"]) for row in _ask(store, "codes")}
    causes = {
        short(row["cause"]): (labels.get(str(row["type"]).removeprefix(CODE), ""), str(row["words"]))
        for row in _ask(store, "causes")
    }
    parties = tuple(
        (short(agreement), _last(role), short(country))
        for agreement, role, country in _ask(store, "parties").cells
    )
    return Known(
        claims={claim: dict(facts) for claim, facts in claims.items()},
        things=_things(store),
        evidence=_evidence(store),
        articles=_articles(store),
        labels=labels,
        causes=causes,
        parties=parties,
        disputes=_disputes(store),
    )


def short(value: Cell) -> str:
    """An IRI below ``id/`` without its beginning; anything else as text.

    >>> short(ID + "country/RWA")
    'country/RWA'
    """
    return "" if value is None else str(value).removeprefix(ID)


def _last(value: Cell) -> str:
    text = str(value)
    return text.removeprefix(NS) if text.startswith(NS) else text.replace("#", "/").rpartition("/")[2]


def _ask(store: "Store", name: str) -> Rows:
    return run(store, files.read(_FOLDER / f"{name}.rq"))


def _text(value: Cell) -> str | None:
    return None if value is None else str(value)


def _disputes(store: "Store") -> tuple[tuple[str, ...], ...]:
    """Claims on the two sides of a catalogued dispute, and pairs that the question of that name finds."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for dispute, claim in _ask(store, "disputes").cells:
        found[str(dispute)][short(claim).removeprefix("claim/")] = None
    for row in run(store, "contradictions"):
        left, right = (short(row[side]).removeprefix("claim/") for side in ("leftClaim", "rightClaim"))
        found[f"{left} {right}"] |= {left: None, right: None}
    return tuple(dict.fromkeys(tuple(group) for group in found.values() if len(group) > 1))


def _things(store: "Store") -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for row in _ask(store, "things"):
        thing = short(row["thing"])
        # A thing of two names or classes keeps the first of the answer's fixed order.
        found.setdefault(
            thing,
            Thing(
                id=thing,
                kind=_last(row["class"]),
                label=_text(row["label"]),
                code=_text(row["code"]),
                post_in=short(row["in"]) or None,
                provisional=bool(row["provisional"]),
            ),
        )
    return found


def _evidence(store: "Store") -> dict[str, tuple[Passage, ...]]:
    found: defaultdict[str, dict[str, Passage]] = defaultdict(dict)
    for row in _ask(store, "evidence"):
        address = str(row["evidence"])
        if row["article"] is not None:
            item = Passage(
                words=str(row["words"]),
                article=short(row["article"]).removeprefix("article/"),
                start=int(str(row["start"])),
                end=int(str(row["end"])),
            )
        else:
            published = row["date"]
            item = Passage(
                words=str(row["title"] or address),
                url=address,
                publisher=_text(row["publisher"]),
                published=say_when(str(published)) if published is not None else None,
            )
        found[short(row["claim"])].setdefault(address, item)
    return {claim: tuple(items.values()) for claim, items in found.items()}


def _articles(store: "Store") -> dict[str, Source]:
    found: dict[str, Source] = {}
    for row in _ask(store, "articles"):
        key = short(row["article"]).removeprefix("article/")
        when = row["edtf"]
        found.setdefault(
            key,
            Source(
                key=key,
                title=_text(row["title"]) or f"Article {key}",
                publisher=_text(row["publisher"]),
                published=say_when(str(when)) if when is not None else None,
                url=_text(row["url"]),
                text=_text(row["text"]),
            ),
        )
    return found
