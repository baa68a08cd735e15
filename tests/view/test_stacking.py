"""The page stacks what is left to see by the rules of the layout: where all is seen, both say the same."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from kg.store import Store
from kg.store.build import shipped
from kg.view.gather import gather
from kg.view.layout import Place, Sizes, lay_out
from kg.view.scene import Scene
from tests.view.conftest import Window

LOOK: Final = json.loads((files("kg.view") / "static" / "look.json").read_text("utf-8"))
SIZES: Final = Sizes(**{**LOOK["sizes"], "deal": tuple(LOOK["sizes"]["deal"])})
ALL: Final = "#all=1&unfold=1&kinds=statement+concern&lines=nationals+onward+reported"
SEEN: Final = """(ids) => Object.fromEntries(
  ids.map((id) => [id, window.migkg.where(id)]).filter(([, at]) => at).map(([id, at]) => [id, at.y]))"""


def heights(page: Page, scene: Scene, places: Mapping[str, Place]) -> dict[str, float]:
    """Heights of what the page draws, in the units of the layout: two deals tell scale and shift."""
    seen: dict[str, float] = page.evaluate(SEEN, [node.id for node in scene.nodes])
    deals = sorted((places[id][1], y) for id, y in seen.items() if places[id][0] == 0)
    (top, y_top), (bottom, y_bottom) = deals[0], deals[-1]
    scale = (y_bottom - y_top) / (bottom - top)
    return {id: (y - y_top) / scale + top for id, y in seen.items()}


def agree(found: Mapping[str, float], places: Mapping[str, Place]) -> None:
    apart = {id: (y, places[id][1]) for id, y in found.items() if abs(y - places[id][1]) > 1.5}
    assert apart == {}


@pytest.mark.parametrize(("address", "part"), [("", "story_start"), (ALL, "story")])
def test_the_seed_article(window: Window, seed: Store, seed_page: Path, address: str, part: str) -> None:
    scene = gather(seed)
    places: Mapping[str, Place] = getattr(lay_out(scene, SIZES, {}), part)
    found = heights(window.open(seed_page, address), scene, places)
    assert len(found) == len(places)
    agree(found, places)


def test_what_the_whole_catalogue_opens_with(window: Window, whole: Path) -> None:
    with shipped() as store:
        scene = gather(store)
    places = lay_out(scene, SIZES, {}).story_start
    found = heights(window.open(whole), scene, places)
    assert len(found) == len(places) > 20
    agree(found, places)
