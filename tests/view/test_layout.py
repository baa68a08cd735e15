"""Where things stand: columns of the story, no overlaps in the network, the same places every time."""

import random
from itertools import pairwise

import pytest

from kg.store import Store
from kg.view.gather import OPENING, gather
from kg.view.layout import Sizes, lay_out
from kg.view.scene import EdgeKind, NodeKind, Scene
from kg.view.spread import Box, network

SIZES = Sizes(deal=(232, 68), country=20, small=10, label=164, row=36, block=54, gutter=118, gap=20)


def tree(count: int) -> tuple[dict[str, Box], list[tuple[str, str]]]:
    chance = random.Random(5)  # noqa: S311 - a fixed graph
    boxes = {f"n{i}": (chance.choice((60, 120, 232)), chance.choice((40, 68, 94))) for i in range(count)}
    pairs = [(f"n{i}", f"n{chance.randrange(i // 3, i)}") for i in range(1, count)]
    return boxes, pairs


def overlapping(at: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    names = sorted(at, key=lambda name: at[name][0])
    found = []
    for index, a in enumerate(names):
        for b in names[index + 1 :]:
            if at[b][0] - at[a][0] > 232:
                break
            wide = (boxes[a][0] + boxes[b][0]) / 2 - abs(at[a][0] - at[b][0])
            high = (boxes[a][1] + boxes[b][1]) / 2 - abs(at[a][1] - at[b][1])
            if wide > 0 and high > 0:
                found.append((a, b))
    return found


@pytest.mark.parametrize("count", [1, 2, 30, 120, 400, 1500])
def test_no_box_covers_another(count: int) -> None:
    boxes, pairs = tree(count)
    at = network(boxes, pairs)
    assert at.keys() == boxes.keys()
    assert overlapping(at, boxes) == []


def test_many_on_one_spot_come_apart() -> None:
    boxes = {f"n{i}": (100, 40) for i in range(300)}
    pairs = [("n0", f"n{i}") for i in range(1, 300)]
    assert overlapping(network(boxes, pairs, {"n0": (5, 5), "n1": (5, 5)}), boxes) == []


def test_linked_things_stand_nearer_than_others() -> None:
    boxes, pairs = tree(200)
    at = network(boxes, pairs)

    def mean(some: list[tuple[str, str]]) -> float:
        return sum(abs(at[a][0] - at[b][0]) + abs(at[a][1] - at[b][1]) for a, b in some) / len(some)

    names = sorted(boxes)
    assert mean(pairs) < mean(list(zip(names, names[100:], strict=False))) / 2


@pytest.fixture(scope="module")
def scene(seed: Store) -> Scene:
    return gather(seed)


def test_the_story_has_three_columns(scene: Scene) -> None:
    layout = lay_out(scene, SIZES, {})
    for edge in scene.edges:
        if edge.kind is EdgeKind.SENDS:
            assert layout.story[edge.source][0] < layout.story[edge.target][0] == 0
        if edge.kind is EdgeKind.RECEIVES:
            assert layout.story[edge.source][0] == 0 < layout.story[edge.target][0]


def test_people_stand_below_their_country(scene: Scene) -> None:
    story = lay_out(scene, SIZES, {}).story
    officials = [node for node in scene.nodes if node.kind is NodeKind.OFFICIAL]
    assert officials
    for node in officials:
        assert node.home
        assert story[node.id][0] == story[node.home][0]
        assert story[node.id][1] > story[node.home][1]


def test_rows_of_the_story_keep_their_distance(scene: Scene) -> None:
    for story in (lay_out(scene, SIZES, {}).story, lay_out(scene, SIZES, {}).story_start):
        for side in (-1, 0, 1):
            column = sorted(y for x, y in story.values() if (x > 0) - (x < 0) == side)
            least = SIZES.deal[1] if side == 0 else SIZES.row
            assert all(low - high >= least for high, low in pairwise(column))


def test_the_same_scene_is_laid_out_the_same(scene: Scene) -> None:
    assert lay_out(scene, SIZES, {"USA": [1, 2]}) == lay_out(scene, SIZES, {"USA": [1, 2]})


def test_the_opening_is_small(scene: Scene) -> None:
    opening = [n for n in scene.nodes if n.start and n.kind not in (NodeKind.STATEMENT, NodeKind.CONCERN)]
    assert 0 < len(opening) <= OPENING
