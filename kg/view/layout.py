"""Where things stand: the story in three columns, the network, and the map.

Units are pixels at scale 1. Everything is computed here, once, so that nothing moves in the page.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from kg.view.scene import Edge, EdgeKind, Node, NodeKind, Scene
from kg.view.spread import Box, network

Place: TypeAlias = tuple[int, int]
HEADS: Final = ((-1, "SENDS PEOPLE"), (0, "AGREEMENT"), (1, "TAKES PEOPLE IN"))
"""Headings of the columns of the story: side and words."""
_ROUNDS: Final = 6  # sweeps that sort the columns; the order settles after two or three
_FEW: Final = 8  # deals that leave room to stand further apart
_PARTY: Final = 1000  # a party's own role outweighs that its nationals are moved
_OWN: Final = (NodeKind.STATEMENT, NodeKind.CONCERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Measures of what is drawn, in pixels; the page reads the same ones.

    Args:
        deal: Width and height of an agreement.
        country: Radius of a country.
        small: Radius of any other shape.
        label: Width of a name beside a shape.
        row: Height of a row of the story.
        block: Height of a country's row.
        gutter: Width of the space between columns.
        gap: Height of the space between rows of different blocks.
    """

    deal: tuple[int, int]
    country: int
    small: int
    label: int
    row: int
    block: int
    gutter: int
    gap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Places of things by their ids.

    Args:
        story: In three columns, and the same for what the page opens with.
        story_start: See ``story``.
        network: By who hangs together with whom, and the same for what the page opens with.
        network_start: See ``network``.
        map: Of countries on the map.
        sides: -1 for things of the left column, 1 of the right.
        heads: Headings of the columns: side and words.
    """

    story: Mapping[str, Place]
    story_start: Mapping[str, Place]
    network: Mapping[str, Place]
    network_start: Mapping[str, Place]
    map: Mapping[str, Place]
    sides: Mapping[str, int]
    heads: tuple[tuple[int, str], ...]


def lay_out(scene: Scene, sizes: Sizes, places: Mapping[str, Sequence[int]]) -> Layout:
    """Give every thing its place.

    Args:
        scene: The scene.
        sizes: Measures of what is drawn.
        places: Where countries lie on the map, by code.
    """
    opening = _opening(scene)
    sides = _sides(scene)
    on_map = ((n.id, places[n.code]) for n in scene.nodes if n.code and n.code in places)
    lie = {id: (point[0], point[1]) for id, point in on_map}
    story = _story(scene.nodes, scene.edges, sides, sizes)
    net = network(_boxes(scene.nodes, sizes), _pairs(scene.edges), lie)
    all_open = len(opening) == len(scene.nodes)
    some = _among(scene.edges, opening)
    return Layout(
        story=story,
        story_start=story if all_open else _story(opening, some, sides, sizes),
        network=net,
        network_start=net if all_open else network(_boxes(opening, sizes), _pairs(some), lie),
        map=lie,
        sides=sides,
        heads=HEADS,
    )


def opening_story(scene: Scene, sizes: Sizes) -> dict[str, Place]:
    """The story of what a page opens with, alone."""
    opening = _opening(scene)
    return _story(opening, _among(scene.edges, opening), _sides(scene), sizes)


def _opening(scene: Scene) -> list[Node]:
    return [node for node in scene.nodes if node.start and node.kind not in _OWN]


def _among(edges: Iterable[Edge], nodes: Iterable[Node]) -> list[Edge]:
    kept = {node.id for node in nodes}
    return [edge for edge in edges if edge.source in kept and edge.target in kept]


def _pairs(edges: Iterable[Edge]) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in edges]


def _boxes(nodes: Iterable[Node], sizes: Sizes) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for node in nodes:
        text = min(sizes.label - 20, 8 * len(node.label))
        lines = 1 if 8 * len(node.label) <= sizes.label - 20 else 2
        if node.kind is NodeKind.AGREEMENT:
            found[node.id] = (sizes.deal[0], sizes.deal[1])
        else:
            radius = sizes.country if node.kind is NodeKind.COUNTRY else sizes.small
            found[node.id] = (max(2 * radius, text), 2 * (radius + 8 + 19 * lines))
    return found


def _sides(scene: Scene) -> dict[str, int]:
    """The column of each thing but agreements: -1 left, 1 right."""
    sends: defaultdict[str, int] = defaultdict(int)
    for edge in scene.edges:
        if edge.kind is EdgeKind.SENDS:
            sends[edge.source] += _PARTY
        elif edge.kind is EdgeKind.RECEIVES:
            sends[edge.target] -= _PARTY
        elif edge.kind is EdgeKind.NATIONALS and abs(sends[edge.source]) < _PARTY:
            sends[edge.source] = 1
    found: dict[str, int] = {}
    loose = 0
    for node in scene.nodes:
        if node.kind is NodeKind.COUNTRY:
            # A party whose direction is not said goes left and right in turn.
            if not sends[node.id]:
                loose += 1
            found[node.id] = -1 if sends[node.id] > 0 or (not sends[node.id] and loose % 2) else 1
    near: defaultdict[str, list[str]] = defaultdict(list)
    for edge in scene.edges:
        if edge.kind in (EdgeKind.SPOKE, EdgeKind.TOLD):
            near[edge.source].append(edge.target)
            near[edge.target].append(edge.source)
    voices = [node for node in scene.nodes if node.kind not in (NodeKind.COUNTRY, NodeKind.AGREEMENT)]
    order = (NodeKind.OFFICIAL, NodeKind.BODY, NodeKind.SOURCE, NodeKind.OUTLET)
    for node in sorted(voices, key=lambda n: (order.index(n.kind) if n.kind in order else len(order), n.id)):
        # A voice of no country stands on the side that it speaks of; if of none, where people are taken in.
        lean = sum(found.get(other, 0) for other in near[node.id])
        found[node.id] = found.get(node.home or "", 1 if lean >= 0 else -1)
    return found


def _story(
    nodes: Sequence[Node], edges: Sequence[Edge], sides: Mapping[str, int], sizes: Sizes
) -> dict[str, Place]:
    by_id = {node.id: node for node in nodes}
    deals = [node.id for node in nodes if node.kind is NodeKind.AGREEMENT]
    blocks = {side: _blocks([n for n in nodes if sides.get(n.id) == side], by_id) for side in (-1, 1)}
    near: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    step = sizes.deal[1] + (2 * sizes.gap if len(deals) < _FEW else sizes.gap)

    def stand(order: list[str]) -> dict[str, Place]:
        return _stand(order, blocks, near, by_id, sizes, step)

    starts = [deals, sorted(deals), *(sorted(deals, key=_by_end(near, side, sides)) for side in (-1, 1))]
    return min((stand(_sorted(start, blocks, near)) for start in starts), key=lambda at: _length(at, edges))


def _by_end(
    near: Mapping[str, set[str]], side: int, sides: Mapping[str, int]
) -> Callable[[str], tuple[list[str], str]]:
    return lambda deal: (sorted(other for other in near[deal] if sides.get(other) == side), deal)


def _length(at: Mapping[str, Place], edges: Iterable[Edge]) -> int:
    """How far up and down the lines of the deals run: less is tidier."""
    return sum(abs(at[e.source][1] - at[e.target][1]) for e in edges if e.deal)


def _sorted(
    deals: list[str], blocks: Mapping[int, list[list[str]]], near: Mapping[str, set[str]]
) -> list[str]:
    """The deals in an order with few crossings: each near the middle of what it is tied to, in turn."""
    deals = list(deals)
    for _ in range(_ROUNDS):
        rank = {deal: float(index) for index, deal in enumerate(deals)}
        ends: dict[str, float] = {}
        for column in blocks.values():
            column.sort(key=_mean_of(rank, near, len(deals)))
            ends |= {block[0]: index / max(1, len(column)) for index, block in enumerate(column)}
        key = _mean_of(ends, near, 0.5)
        deals.sort(key=lambda deal: key([deal]))
    return deals


def _stand(
    deals: Sequence[str],
    blocks: Mapping[int, list[list[str]]],
    near: Mapping[str, set[str]],
    by_id: Mapping[str, Node],
    sizes: Sizes,
    step: int,
) -> dict[str, Place]:
    heights = {deal: index * step for index, deal in enumerate(deals)}
    rank = {deal: float(index) for index, deal in enumerate(deals)}
    axis = sizes.deal[0] // 2 + sizes.gutter
    found: dict[str, Place] = {deal: (0, y) for deal, y in heights.items()}
    for side, column in blocks.items():
        column = sorted(column, key=_mean_of(rank, near, len(deals)))
        wanted = [_height(block, near, heights, step * len(deals)) for block in column]
        heads = [sizes.block if by_id[block[0]].kind is NodeKind.COUNTRY else sizes.row for block in column]
        tall = [
            head + sizes.row * (len(block) - 1) + sizes.gap // 4
            for head, block in zip(heads, column, strict=True)
        ]
        for block, top in zip(column, _settle(wanted, tall), strict=True):
            y = top
            for index, thing in enumerate(block):
                found[thing] = (side * axis, round(y))
                first = index == 0 and by_id[thing].kind is NodeKind.COUNTRY
                y += (sizes.block + sizes.row) / 2 if first else sizes.row
    return found


def _blocks(nodes: Sequence[Node], by_id: Mapping[str, Node]) -> list[list[str]]:
    """Each country with its people below it; each voice of no country by itself, its words below it."""
    children: defaultdict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        children[node.home if node.home in by_id else None].append(node)

    def tree(node: Node) -> list[str]:
        return [node.id, *(each for child in children[node.id] for each in tree(child))]

    roots = [node for node in nodes if node.kind is NodeKind.COUNTRY]
    roots += [node for node in children[None] if node.kind is not NodeKind.COUNTRY]
    seen: set[str] = set()
    blocks: list[list[str]] = []
    for root in roots:
        block = [id for id in tree(root) if id not in seen]
        seen.update(block)
        blocks.append(block)
    # What hangs on a thing of the other column, or on a deal, stands by itself.
    blocks += [[node.id] for node in nodes if node.id not in seen]
    return [block for block in blocks if block]


def _mean_of(
    rank: Mapping[str, float], near: Mapping[str, set[str]], default: float
) -> Callable[[Sequence[str]], tuple[bool, float, str]]:
    def key(block: Sequence[str]) -> tuple[bool, float, str]:
        own = [rank[other] for other in near[block[0]] if other in rank]
        country = block[0].startswith(("country/", "agreement/"))
        return not country, sum(own) / len(own) if own else default, block[0]

    return key


def _height(
    block: Sequence[str], near: Mapping[str, set[str]], heights: Mapping[str, int], default: float
) -> float:
    own = [heights[other] for other in near[block[0]] if other in heights]
    if not own or not block[0].startswith("country/"):
        return default
    return sum(own) / len(own)


def _settle(wanted: Sequence[float], tall: Sequence[float]) -> list[float]:
    """Tops of a stack of blocks: in this order, without overlap, near to where each wants to be.

    Pooling of adjacent violators: least squares under an order.

    >>> _settle([0.0, 0.0, 100.0], [40.0, 40.0, 40.0])
    [-20.0, 20.0, 100.0]
    """
    before = [sum(tall[:index]) for index in range(len(tall))]
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, before, strict=True):
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    flat = [value for value, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(flat, before, strict=True)]
