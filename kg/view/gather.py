"""A store -> the scene of a page: things, lines and claims, and which of them to open with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.rdf.iris import notation
from kg.view.cards import card
from kg.view.facts import read
from kg.view.scene import Card, EdgeKind, Node, NodeKind, Scene, Source
from kg.view.weave import Weave

if TYPE_CHECKING:
    from kg.store import Store

TITLE: Final = "Who sends people, who takes them in, and who says so"
OPENING: Final = 40  # things that a reader can take in at one look
_DEALS: Final = 9  # agreements among them: as many as stand below each other on a screen
_VOICES: Final = 6  # sources of no country among them
_PASSAGE: Final = 8  # what a claim weighs whose words stand in an article; one with an address weighs 1
_QUIET_KINDS: Final = (NodeKind.STATEMENT, NodeKind.CONCERN)
_QUIET_LINES: Final = (EdgeKind.NATIONALS, EdgeKind.ONWARD, EdgeKind.REPORTED)


def gather(store: "Store", *, title: str | None = None, agreements: Sequence[str] = ()) -> Scene:
    """The scene of a store.

    Args:
        store: The store.
        title: Heading of the page.
        agreements: Ids of the agreements to show, such as ``p-usa-rwa``; all if empty.
    """
    known = read(store)
    cards = {claim: card(claim, facts, known) for claim, facts in known.claims.items()}
    if agreements:
        cards = _about(cards, {f"agreement/{name}" for name in agreements})
    weave = Weave(known, cards)
    keys = {item.article for each in cards.values() for item in each.evidence if item.article}
    shown = {each.id for each in cards.values()}
    return Scene(
        title=title or TITLE,
        nodes=_opening(weave),
        edges=weave.edges(),
        claims=tuple(sorted(weave.cards(), key=_in_time)),
        articles=tuple(
            known.articles.get(key) or Source(key=key, title=f"Article {key}") for key in sorted(keys)
        ),
        labels={notation(name): label for name, label in known.labels.items() if _shown(name)},
        disputes=tuple(group for group in known.disputes if shown.issuperset(group)),
    )


def _in_time(each: Card) -> tuple[str, str, int, str]:
    return each.as_of or "", each.kind, min((item.start or 0 for item in each.evidence), default=0), each.id


def _shown(name: str) -> bool:
    return name.startswith(("status/", "factuality/", "mode/", "source/", "time-basis/"))


def _about(cards: Mapping[str, Card], deals: set[str]) -> dict[str, Card]:
    """Claims about some deals, and those on the offices of the people who speak of them."""
    kept = {claim: each for claim, each in cards.items() if each.agreement in deals}
    people = {each.agent for each in kept.values()}
    offices = {c for c, each in cards.items() if each.kind == "office" and people & set(each.things)}
    return {claim: each for claim, each in cards.items() if claim in kept or claim in offices}


def _opening(weave: Weave) -> tuple[Node, ...]:
    """All things, best-supported first; those beyond the first look are kept back.

    Deals come in with their parties, then the people and sources tied to what is there; statements and
    concerns follow whatever they hang on, for the page shows them only when asked.
    """
    nodes = weave.nodes
    worth = {
        each.id: _PASSAGE if any(item.article for item in each.evidence) else 1 for each in weave.cards()
    }
    near: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for edge in weave.edges():
        if edge.kind not in _QUIET_LINES:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
        for end in (edge.source, edge.target):
            behind[end].update(edge.claims)
    weight = {id: sum(worth[claim] for claim in behind[id]) for id in nodes}
    order = sorted(nodes, key=lambda id: (nodes[id].kind is not NodeKind.AGREEMENT, -weight[id], id))
    opening: set[str] = set()
    deals = voices = 0
    for id in order:
        if nodes[id].kind is NodeKind.AGREEMENT:
            countries = {other for other in near[id] if nodes[other].kind is NodeKind.COUNTRY}
            if deals < _DEALS and len(opening | countries) < OPENING:
                opening |= {id, *countries}
                deals += 1
        elif nodes[id].kind not in _QUIET_KINDS and near[id] & opening and len(opening) < OPENING:
            voice = nodes[id].kind is not NodeKind.COUNTRY and nodes[id].home is None
            if not voice or voices < _VOICES:
                opening.add(id)
                voices += voice
    opening |= {id for id in order if nodes[id].kind in _QUIET_KINDS and near[id] <= opening}
    return tuple(replace(nodes[id], start=id in opening) for id in order)
