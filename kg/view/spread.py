"""The network layout: who hangs together stands together, and no box covers another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

Box: TypeAlias = tuple[int, int]
"""Width and height of a thing with its name."""

_EXACT: Final = 150  # things in one component up to which distances are fitted exactly
_SMALL: Final = 60  # things up to which several layouts are tried and the clearest is kept
_TRIES: Final = 4
_STEPS: Final = 24
_MARGIN: Final = 18
_PASSES: Final = 300
_RATIO: Final = 1.25  # width to height of the whole picture: that of a stage on a screen


def network(boxes: Mapping[str, Box], pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Places of boxes so that linked ones are near and none overlap.

    Args:
        boxes: Sizes by id.
        pairs: Links; those to unknown ids are ignored.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_edges_from(sorted((a, b) for a, b in pairs if a in boxes and b in boxes))
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return _pack([_component(graph.subgraph(sorted(part)), boxes) for part in parts], boxes)


def _component(graph: "nx.Graph[str]", boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    import networkx as nx

    names = sorted(graph)
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    # As far apart as boxes of the middling size need, before the overlaps that are left are taken out.
    room = sum(boxes[name][0] * boxes[name][1] for name in names) ** 0.5
    wide, high = room * 0.8 * _RATIO**0.5, room * 0.8 / _RATIO**0.5
    tries: list[dict[str, tuple[float, float]]] = []
    for seed in range(_TRIES if len(names) <= _SMALL else 1):
        start = None if seed == 0 else nx.random_layout(graph, seed=seed)
        if len(names) <= _EXACT:
            found = nx.kamada_kawai_layout(graph, pos=start)
        else:
            found = nx.spring_layout(graph, seed=7, iterations=60)
        at = {name: (float(found[name][0]) * wide, float(found[name][1]) * high) for name in names}
        tries.append(_apart(at, boxes))
    return min(tries, key=lambda at: _covered(at, list(graph.edges), boxes)) if len(tries) > 1 else tries[0]


def _covered(
    at: Mapping[str, tuple[float, float]], edges: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> float:
    """How much lines run behind boxes, and how long they are in all: less is easier to read."""
    hidden = length = 0.0
    for a, b in edges:
        (ax, ay), (bx, by) = at[a], at[b]
        length += abs(ax - bx) + abs(ay - by)
        for step in range(1, _STEPS):
            x, y = ax + (bx - ax) * step / _STEPS, ay + (by - ay) * step / _STEPS
            hidden += sum(
                abs(x - at[name][0]) < boxes[name][0] / 2 and abs(y - at[name][1]) < boxes[name][1] / 2
                for name in at
                if name not in (a, b)
            )
    return hidden * 200 + length


def _apart(at: dict[str, tuple[float, float]], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    """Push boxes off each other along the shorter way until none overlap."""
    names = sorted(at)
    widest = max(boxes[name][0] for name in names) + _MARGIN
    for _ in range(_PASSES):
        moved = False
        order = sorted(names, key=lambda name: (at[name][0], name))
        for index, a in enumerate(order):
            for b in order[index + 1 :]:
                if at[b][0] - at[a][0] > widest:
                    break
                moved |= _push(at, a, b, boxes)
        if not moved:
            break
    return at


def _push(at: dict[str, tuple[float, float]], a: str, b: str, boxes: Mapping[str, Box]) -> bool:
    (ax, ay), (bx, by) = at[a], at[b]
    over_x = (boxes[a][0] + boxes[b][0]) / 2 + _MARGIN - abs(ax - bx)
    over_y = (boxes[a][1] + boxes[b][1]) / 2 + _MARGIN - abs(ay - by)
    if over_x <= 0.5 or over_y <= 0.5:
        return False
    if over_x < over_y:
        shift = over_x / 2 if ax <= bx else -over_x / 2
        at[a], at[b] = (ax - shift, ay), (bx + shift, by)
    else:
        shift = over_y / 2 if ay <= by else -over_y / 2
        at[a], at[b] = (ax, ay - shift), (bx, by + shift)
    return True


def _pack(
    parts: Sequence[dict[str, tuple[float, float]]], boxes: Mapping[str, Box]
) -> dict[str, tuple[int, int]]:
    """Components side by side in rows, the largest first."""
    framed = []
    for part in parts:
        left = min(x - boxes[name][0] / 2 for name, (x, _) in part.items())
        top = min(y - boxes[name][1] / 2 for name, (_, y) in part.items())
        right = max(x + boxes[name][0] / 2 for name, (x, _) in part.items())
        bottom = max(y + boxes[name][1] / 2 for name, (_, y) in part.items())
        framed.append((part, left, top, right - left + 4 * _MARGIN, bottom - top + 4 * _MARGIN))
    area = sum(wide * high for *_, wide, high in framed)
    limit = max([(area * _RATIO) ** 0.5, *(frame[3] for frame in framed)])
    found: dict[str, tuple[int, int]] = {}
    x = y = row = 0.0
    for part, left, top, wide, high in framed:
        if x and x + wide > limit:
            x, y, row = 0.0, y + row, 0.0
        for name, (px, py) in part.items():
            found[name] = (round(px - left + x), round(py - top + y))
        x, row = x + wide, max(row, high)
    return found
