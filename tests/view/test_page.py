"""The page as a reader meets it: in a real browser, offline, from a file."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kg.store import Store
from kg.store.build import shipped_articles
from kg.view import page_html
from kg.view.gather import gather
from kg.view.page import render
from kg.view.scene import Passage
from tests.view.conftest import Window

DEAL: Final = "agreement/p-usa-rwa"
EDGE: Final = f"receives {DEAL} country/RWA"
# How many pixels of the picture differ from its ground.
PAINTED: Final = """() => {
  const canvas = document.querySelector("#canvas canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const [r, g, b] = data;
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] && (data[i] !== r || data[i + 1] !== g || data[i + 2] !== b)) count += 1;
  }
  return count;
}"""


def words_of(page: Page) -> str:
    return "".join(page.locator("#article mark.on").all_inner_texts())


@pytest.fixture(scope="module")
def text() -> str:
    folder = next(path for path in shipped_articles() if path.name == "rwanda-us-talks")
    return (folder / "article.txt").read_bytes().decode()


def test_the_same_store_gives_the_same_bytes(seed: Store, seed_page: Path) -> None:
    assert page_html(seed).encode() == seed_page.read_bytes()


def test_the_file_is_small_and_names_its_policy(seed_page: Path) -> None:
    html = seed_page.read_text("utf-8")
    assert seed_page.stat().st_size <= 800_000
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    script = policy[1].split(";")[1]
    assert "unsafe" not in script
    assert "base-uri 'none'" in policy[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("layout", ["story", "network", "map"])
def test_every_layout_paints_in_both_themes(window: Window, seed_page: Path, layout: str, theme: str) -> None:
    window.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page = window.open(seed_page, f"#view={layout}")
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    assert page.evaluate(PAINTED) > 20_000
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    assert box["height"] <= 900
    assert box["width"] <= 1400


def test_it_opens_readable_and_says_what_is_kept_back(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    shown, known = map(int, re.findall(r"\d+", page.locator("#shown").inner_text())[:2])
    assert 10 < shown <= 40
    assert shown < known


def where(page: Page, thing: str) -> tuple[float, float]:
    at = page.evaluate("(id) => window.migkg.where(id)", thing)
    return at["x"], at["y"]


@pytest.mark.parametrize("layout", ["story", "network"])
def test_a_click_on_a_card_shows_its_claims(window: Window, seed_page: Path, layout: str) -> None:
    page = window.open(seed_page, f"#view={layout}")
    page.mouse.click(*where(page, DEAL))
    expect(page.locator("#detail h2")).to_have_text("US–Rwanda arrangement")
    assert page.locator("#detail .card").count() == 10


@pytest.mark.parametrize("layout", ["story", "network", "map"])
def test_a_click_on_a_line_shows_the_claims_behind_it(window: Window, seed_page: Path, layout: str) -> None:
    page = window.open(seed_page, f"#view={layout}")
    other = "country/RWA" if layout == "map" else "agreement/p-gbr-rwa"
    start, end = where(page, "country/GBR"), where(page, other)
    # An arc bends to the right of its way, a straight line leaves its shapes soon: try along and beside it.
    for step in range(3, 30):
        along, beside = (0.5, 6 * step - 18) if layout == "map" else (step / 50, 0)
        x = start[0] + (end[0] - start[0]) * along + beside
        page.mouse.click(x, start[1] + (end[1] - start[1]) * along - beside / 2)
        if page.locator("#detail .kind", has_text="Relation").count():
            break
    expect(page.locator("#detail .card")).to_have_count(1)
    expect(page.locator("#detail .card")).to_contain_text(
        "a previous agreement to accept migrants from the UK"
    )
    assert words_of(page).startswith("a previous agreement")


def test_the_pointer_on_a_card_shows_words_speaker_date_and_stage(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    x, y = where(page, "agreement/p-gbr-rwa")
    page.mouse.move(x - 60, y - 60)
    page.mouse.move(x, y, steps=4)
    tip = page.locator("#tip")
    expect(tip).to_be_visible()
    for words in ("Fell through", "previous agreement", "Olivier Nduhungirehe", "about July 2024", "certain"):
        expect(tip).to_contain_text(words)


@pytest.mark.parametrize("selected", [DEAL, "country/RWA", "person/olivier-nduhungirehe", EDGE])
def test_every_shown_quote_is_a_slice_of_the_article(
    window: Window, seed_page: Path, text: str, selected: str
) -> None:
    page = window.open(seed_page, f"#at={quote(selected)}")
    page.evaluate("document.querySelectorAll('#detail details').forEach((each) => { each.open = true; })")
    buttons = page.locator("#detail button.words").all()
    assert buttons
    for button in buttons:
        words = button.inner_text().strip("“”")
        start = int(button.get_attribute("data-start") or -1)
        assert text[start:].startswith(words)
        button.click()
        assert words_of(page) == words
        mark = page.locator("#article mark.on").first
        pane, spot = page.locator("#article").bounding_box(), mark.bounding_box()
        assert pane
        assert spot
        assert pane["y"] - 1 <= spot["y"] <= pane["y"] + pane["height"]


def test_offsets_count_code_points_not_utf_16(window: Window, seed: Store, tmp_path: Path) -> None:
    scene = gather(seed)
    # Six characters beyond the basic plane before everything else, and every passage six further on.
    article = replace(scene.articles[0], text="\U0001f1f7" * 6 + (scene.articles[0].text or ""))
    claims = tuple(replace(claim, evidence=tuple(map(moved, claim.evidence))) for claim in scene.claims)
    path = tmp_path / "moved.html"
    path.write_text(render(replace(scene, articles=(article,), claims=claims)), "utf-8")
    page = window.open(path, f"#at={quote(DEAL)}")
    first = page.locator("#detail button.words").first
    first.click()
    assert words_of(page) == first.inner_text().strip("“”")


def moved(item: Passage) -> Passage:
    return replace(item, start=(item.start or 0) + 6, end=(item.end or 0) + 6)


def test_the_address_brings_the_same_view_back(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    page.locator("[data-layout=network]").click()
    page.locator("#detail .jump", has_text="UK–Rwanda").click()
    page.locator("label.filter", has_text="Statements").click()
    page.locator("label.filter", has_text="In talks").click()
    shown, address = page.locator("#shown").inner_text(), page.evaluate("location.hash")
    page.goto("about:blank")
    window.requests.clear()
    again = window.open(seed_page, address)
    assert again.locator("#shown").inner_text() == shown
    expect(again.locator("#detail h2")).to_have_text("UK–Rwanda arrangement")
    expect(again.locator("[data-layout=network]")).to_have_attribute("aria-pressed", "true")


def test_the_legend_filters_and_counts(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    before = page.locator("#shown").inner_text()
    row = page.locator("label.filter", has_text="Officials")
    expect(row.locator(".count")).to_have_text("4")
    row.click()
    shown = int(page.locator("#shown").inner_text().split()[0])
    # The four, and what hung on them alone.
    assert shown == int(before.split()[0]) - 5
    page.locator("button", has_text="Reset filters").click()
    assert page.locator("#shown").inner_text() == before


def test_search_finds_without_accents_and_by_keyboard(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    page.keyboard.press("/")
    page.keyboard.type("nduhung")
    expect(page.locator("#hits li").first).to_contain_text("Official")
    page.keyboard.press("Enter")
    expect(page.locator("#detail h2")).to_have_text("Olivier Nduhungirehe")
    expect(page.locator("#detail")).to_contain_text("minister of foreign affairs")


def test_the_tables_say_what_the_picture_shows(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    relations = int(page.locator("#shown").inner_text().split("·")[1].split()[0])
    page.keyboard.press("4")
    expect(page.locator("#line-rows tr")).to_have_count(relations)
    page.locator("#line-rows button", has_text="takes people to").first.click()
    expect(page.locator("#detail .card")).not_to_have_count(0)


def test_arrow_keys_walk_the_picture(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    page.locator("#canvas").focus()
    seen = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.locator("#detail h2").inner_text())
    assert len(seen) >= 3
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    expect(page.locator("#detail h2")).to_have_text("What is known here")
