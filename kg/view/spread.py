"""The network layout: who hangs together stands together, and no box covers another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]

Box: TypeAlias = tuple[int, int]
"""Width and height of a thing with its name."""

_SMALL: Final = 60  # things up to which several layouts are tried and the clearest is kept
_PAIR: Final = 3  # things for which one layout is as good as another
_TRIES: Final = 6
_ROUNDS: Final = 150
_EXACT: Final = 150  # things in one component up to which distances are fitted exactly
_SPRUNG: Final = 1000  # things up to which springs are worth their time
_MARGIN: Final = 18
_PASSES: Final = 60  # pushes apart before everything is drawn out a little
_STEPS: Final = 24
_RATIO: Final = 1.25  # width to height of the whole picture: that of a stage on a screen


def network(
    boxes: Mapping[str, Box],
    pairs: Sequence[tuple[str, str]],
    hints: Mapping[str, tuple[int, int]] | None = None,
) -> dict[str, tuple[int, int]]:
    """Places of boxes so that linked ones are near and none overlap.

    Args:
        boxes: Sizes by id.
        pairs: Links; those to unknown ids are ignored.
        hints: Where some things lie; large networks start from there.
    """
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    names = sorted(boxes)
    index = {name: number for number, name in enumerate(names)}
    linked = sorted({tuple(sorted((index[a], index[b]))) for a, b in pairs if a in index and b in index})
    links = np.array(linked, dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(links))
    graph = coo_array((ones, (links[:, 0], links[:, 1])), shape=(len(names), len(names)))
    count, part_of = connected_components(graph, directed=False)
    members = [[names[i] for i in np.flatnonzero(part_of == part)] for part in range(count)]
    own = [links[part_of[links[:, 0]] == part] for part in range(count)]
    order = sorted(range(count), key=lambda part: (-len(members[part]), members[part][0]))
    return _pack([_component(members[part], own[part], index, boxes, hints or {}) for part in order], boxes)


Places: TypeAlias = dict[str, tuple[float, float]]


def _component(
    names: Sequence[str],
    links: "NDArray[np.int64]",
    index: Mapping[str, int],
    boxes: Mapping[str, Box],
    hints: Mapping[str, tuple[int, int]],
) -> Places:
    import numpy as np

    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    sizes = np.array([boxes[name] for name in names], dtype=float) + _MARGIN
    links = np.searchsorted([index[name] for name in names], links)
    # As far apart as the boxes need in all, before the overlaps that are left are taken out.
    room = float(np.sqrt((sizes[:, 0] * sizes[:, 1]).sum()))
    stretch = room * 0.62 * np.array([_RATIO**0.5, _RATIO**-0.5])
    if len(names) > _EXACT:
        return _named(names, _apart(_sprung(names, links, hints) * stretch, sizes))
    tries = [
        _apart(_stressed(len(names), links, seed) * stretch, sizes)
        for seed in range(_TRIES if _PAIR < len(names) <= _SMALL else 1)
    ]
    return _named(names, min(tries, key=lambda at: _covered(at, links, sizes)))


def _stressed(count: int, links: "NDArray[np.int64]", seed: int) -> "Points":
    """Things as far apart as they are steps apart, as well as the plane allows (stress majorisation)."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import shortest_path

    graph = coo_array((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(count, count))
    far = shortest_path(graph.tocsr(), directed=False, unweighted=True)
    weight = np.zeros_like(far)
    weight[far > 0] = far[far > 0] ** -2.0
    pull = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(pull)
    at: Points
    if seed:
        at = np.random.default_rng(seed).uniform(-1, 1, (count, 2)) * count**0.5
    else:
        turn = np.arange(count) * 2 * np.pi / count
        at = np.stack([np.cos(turn), np.sin(turn)], axis=1) * count / 6
    for _ in range(_ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        now = np.hypot(apart[..., 0], apart[..., 1])
        ratio = np.divide(weight * far, now, out=np.zeros_like(now), where=now > 1e-9)
        moved: Points = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ at)
        done = np.abs(moved - at).max() < 1e-3
        at = moved
        if done:
            break
    at /= max(float(np.abs(at).max()), 1e-9)
    return at


def _named(names: Sequence[str], at: "Points") -> Places:
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, at, strict=True)}


def _sprung(
    names: Sequence[str], links: "NDArray[np.int64]", hints: Mapping[str, tuple[int, int]]
) -> "Points":
    """A start from the map, each other thing amid its neighbours; then, if not too many, springs."""
    import numpy as np

    count = len(names)
    turn = np.arange(count) * 2.399963  # the golden angle: no two things start in one direction
    at = np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt(np.arange(count) / count)[:, None]
    fixed = np.array([name in hints for name in names])
    if fixed.sum() > 1:
        lie = np.array([hints[name] for name in names if name in hints], dtype=float)
        at[fixed] = (lie - lie.mean(axis=0)) / max(float(np.ptp(lie, axis=0).max()), 1.0) * 2
    degree = np.bincount(links.ravel(), minlength=count).clip(1)[:, None]
    around = at * 0.02
    for _ in range(12):
        total = np.zeros_like(at)
        np.add.at(total, links[:, 0], at[links[:, 1]])
        np.add.at(total, links[:, 1], at[links[:, 0]])
        at = np.where(fixed[:, None], at, total / degree + around)
    if count > _SPRUNG:
        return at
    ideal = 2 / np.sqrt(count)
    for step in np.linspace(0.15, 0.01, 40):
        apart = at[:, None, :] - at[None, :, :]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), ideal / 20)
        push = (apart * (ideal / far)[..., None] ** 2).sum(axis=1)
        pull = at[links[:, 0]] - at[links[:, 1]]
        pull *= np.hypot(pull[:, 0], pull[:, 1])[:, None] / ideal
        np.add.at(push, links[:, 0], -pull)
        np.add.at(push, links[:, 1], pull)
        long = np.maximum(np.hypot(push[:, 0], push[:, 1]), 1e-9)[:, None]
        at = at + push / long * np.minimum(long, step)
    at /= np.abs(at).max()
    return at


def _apart(at: "Points", sizes: "Points") -> "Points":
    """Push boxes off each other along the shorter way until none overlap."""
    import numpy as np
    from scipy.spatial import cKDTree

    reach = float(np.hypot(sizes[:, 0], sizes[:, 1]).max())
    # Two things on one spot have no way apart.
    at = at + np.stack([np.arange(len(at)) * 1e-3, (np.arange(len(at)) * 7 % 5) * 1e-3], axis=1)
    # Many things soon have room when all is drawn out; few are better pushed gently.
    passes, growth = (_PASSES, 1.08) if len(at) <= _EXACT else (_PASSES // 5, 1.25)
    while True:
        for _ in range(passes):
            near = cKDTree(at).query_pairs(reach, output_type="ndarray")
            near = near[np.lexsort((near[:, 1], near[:, 0]))]
            a, b = near[:, 0], near[:, 1]
            gap = at[b] - at[a]
            over = (sizes[a] + sizes[b]) / 2 - np.abs(gap)
            hit = (over > 0.5).all(axis=1)
            if not hit.any():
                return at
            a, b, gap, over = a[hit], b[hit], gap[hit], over[hit]
            axis = np.argmin(over, axis=1)
            rows = np.arange(len(a))
            shift = np.zeros_like(over)
            shift[rows, axis] = over[rows, axis] * np.where(gap[rows, axis] < 0, -0.5, 0.5)
            move = np.zeros_like(at)
            np.add.at(move, a, -shift)
            np.add.at(move, b, shift)
            at = at + move.clip(-reach / 2, reach / 2)
        at = at * growth


def _covered(at: "Points", links: "NDArray[np.int64]", sizes: "Points") -> float:
    """How much lines run behind boxes, and how long they are in all: less is easier to read."""
    import numpy as np

    start, end = at[links[:, 0]], at[links[:, 1]]
    hidden = 0
    for step in range(1, _STEPS):
        points = start + (end - start) * (step / _STEPS)
        near = np.abs(points[:, None, :] - at[None, :, :]) < sizes[None, :, :] / 2
        inside: NDArray[np.bool_] = near[..., 0] & near[..., 1]
        for column in (0, 1):
            inside[np.arange(len(links)), links[:, column]] = False
        hidden += int(inside.sum())
    wide, high = np.ptp(at, axis=0)
    return float(hidden * 200 + np.abs(end - start).sum() + 12 * max(wide / _RATIO, high))


def _pack(parts: Sequence[Places], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
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
