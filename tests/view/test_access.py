"""What a machine can check of accessibility: axe-core, in both themes and every view."""

from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest

from tests.view.conftest import Window

AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "#at=agreement%2Fp-usa-rwa", "#view=table", "#view=map"])
def test_axe_finds_nothing(window: Window, seed_page: Path, theme: str, address: str) -> None:
    window.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page = window.open(seed_page, address)
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize(("width", "height"), [(900, 700), (700, 450)])
def test_nothing_runs_out_of_a_small_window(window: Window, seed_page: Path, width: int, height: int) -> None:
    window.page.set_viewport_size({"width": width, "height": height})
    page = window.open(seed_page, "#at=agreement%2Fp-usa-rwa")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
