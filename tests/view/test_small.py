"""Small windows and large text: nothing lost, nothing covered, nothing that needs scrolling sideways."""

from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from kg.store import Store
from kg.view import write_page
from tests.view.conftest import Window

DEAL: Final = "at=agreement%2Fp-usa-rwa"
LARGE: Final = "document.documentElement.style.fontSize = '200%'"
TROUBLE: Final = """() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(["the page scrolls sideways", ""]);
  const seen = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length
    && !each.closest(".vh, .skip, [aria-hidden=true]");
  const say = (each) => each.id || each.dataset.filter || each.textContent.trim().slice(0, 40);
  const controls = [...document.querySelectorAll("button, input, summary, textarea")].filter(seen);
  const boxes = controls.map((each) => [each, each.getBoundingClientRect()]);
  for (const [each, box] of boxes) {
    const own = each.closest("#table, #rows, #questions");
    if (box.right > wide + 1 || box.left < -1) found.push(["outside", say(each)]);
    if (each.tagName === "BUTTON" && each.scrollWidth > each.clientWidth + 1) {
      found.push(["clipped", say(each)]);
    }
    for (const [other, place] of boxes) {
      if (other === each || own !== other.closest("#table, #rows, #questions")) continue;
      if (each.contains(other) || other.contains(each)) continue;
      if (each.type === "range" && other.type === "range") continue; // two handles of one track
      const across = Math.min(box.right, place.right) - Math.max(box.left, place.left);
      const down = Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top);
      // In a pane that scrolls, what is out of sight lies behind what is below the pane.
      const pane = (node) => node.closest("#detail, #legend, #article");
      if (across > 1 && down > 1 && pane(each) === pane(other)) {
        found.push(["overlap", `${say(each)} / ${say(other)}`]);
      }
    }
  }
  const texts = "h1, h2, h3, h4, p, dd, dt, li, label, caption, legend, blockquote";
  for (const each of document.querySelectorAll(texts)) {
    const block = getComputedStyle(each).display !== "inline";
    if (seen(each) && block && each.scrollWidth > each.clientWidth + 2) found.push(["clipped", say(each)]);
  }
  for (const id of ["detail", "canvas", "search", "shown", "time-says"]) {
    const node = document.getElementById(id);
    if (seen(node) && node.getBoundingClientRect().height < 12) found.push(["squeezed", id]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def asking(seed: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asking") / "graph.html"
    write_page(seed, path, sparql=True)
    return path


def opened(window: Window, path: Path, size: tuple[int, int], address: str, *, large: bool) -> Page:
    window.page.set_viewport_size({"width": size[0], "height": size[1]})
    if large:
        window.page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {LARGE} }})")
    return window.open(path, address)


@pytest.mark.parametrize(
    "address", ["", f"#{DEAL}", "#view=network", "#view=map", "#view=table", "#view=query"]
)
@pytest.mark.parametrize(
    ("size", "large"),
    [((1280, 800), True), ((640, 400), False), ((900, 700), False), ((390, 844), False), ((320, 640), False)],
    ids=["200 % text", "200 % zoom", "900", "390", "400 % zoom"],
)
def test_nothing_is_clipped_covered_or_out_of_reach(
    window: Window, asking: Path, size: tuple[int, int], large: bool, address: str
) -> None:
    page = opened(window, asking, size, address, large=large)
    found: list[Any] = page.evaluate(TROUBLE)
    assert found == []
    if page.locator("#filters").is_visible() and "query" not in address:
        page.locator("#filters").click()
        expect(page.locator("#legend")).to_be_visible()
        box = page.locator("#legend").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]


def test_names_in_the_picture_grow_with_the_text(window: Window, seed_page: Path) -> None:
    usual = opened(window, seed_page, (1280, 800), "", large=False)
    near, far = (
        usual.evaluate("(id) => window.migkg.where(id)", id)
        for id in ("agreement/p-usa-rwa", "agreement/p-gbr-rwa")
    )
    step = far["y"] - near["y"]
    window.requests.clear()
    large = opened(window, seed_page, (1280, 800), "", large=True)
    near, far = (
        large.evaluate("(id) => window.migkg.where(id)", id)
        for id in ("agreement/p-usa-rwa", "agreement/p-gbr-rwa")
    )
    assert far["y"] - near["y"] > 1.4 * step


def test_the_line_below_the_picture_covers_no_name(window: Window, whole: Path) -> None:
    page = opened(window, whole, (900, 700), "", large=False)
    picture, counts, time = (page.locator(name).bounding_box() for name in ("#canvas", "#counts", "#time"))
    assert picture
    assert counts
    assert time
    assert picture["y"] + picture["height"] <= counts["y"] + 0.5
    assert counts["y"] + counts["height"] <= time["y"] + 0.5


@pytest.mark.parametrize("width", [900, 700, 640])
def test_the_tables_do_not_scroll_sideways(window: Window, whole: Path, width: int) -> None:
    page = opened(window, whole, (width, 700), "#view=table", large=False)
    assert (
        page.evaluate(
            "(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(document.querySelector('#table'))"
        )
        <= 0
    )


def test_who_asks_has_room_for_the_answer(window: Window, asking: Path) -> None:
    page = opened(window, asking, (900, 700), "#view=query", large=False)
    page.locator("#run").click()
    expect(page.locator("#rows tbody tr").first).to_be_visible()
    box = page.locator("#rows").bounding_box()
    assert box
    assert box["width"] > 600
    assert box["height"] > 250
    page.locator("#rows .jump").first.click()
    expect(page.locator("#detail .close")).to_be_visible()
    page.locator("#detail .close").click()
    expect(page.locator("#panel")).to_be_hidden()


def test_the_panel_can_be_put_away_and_comes_back(window: Window, seed_page: Path) -> None:
    page = opened(window, seed_page, (900, 700), "", large=False)
    wide = page.locator("#canvas").bounding_box()
    page.locator("#side").click()
    expect(page.locator("#panel")).to_be_hidden()
    wider = page.locator("#canvas").bounding_box()
    assert wide
    assert wider
    assert wider["width"] > wide["width"] + 300
    address = page.evaluate("location.hash")
    page.goto("about:blank")
    window.requests.clear()
    again = window.open(seed_page, address)
    expect(again.locator("#panel")).to_be_hidden()
    at = again.evaluate("(id) => window.migkg.where(id)", "agreement/p-usa-rwa")
    again.mouse.click(at["x"], at["y"])
    expect(again.locator("#detail h2")).to_have_text("US–Rwanda arrangement")


@pytest.mark.parametrize("size", [(900, 700), (1280, 800)])
def test_the_map_names_every_country_of_the_article(
    window: Window, seed_page: Path, size: tuple[int, int]
) -> None:
    page = opened(window, seed_page, size, "#view=map", large=False)
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator("[data-save=svg]").click()
    picture = ElementTree.fromstring(Path(download.value.path()).read_bytes())  # noqa: S314 - made by our own page
    words = {text for each in picture.iter() if each.tag.endswith("}text") for text in each.itertext()}
    assert words == {*("United States", "Rwanda", "United Kingdom", "El Salvador", "Panama", "Costa Rica")}


def test_escape_leaves_the_search_field(window: Window, seed_page: Path) -> None:
    page = opened(window, seed_page, (900, 700), "", large=False)
    page.keyboard.press("/")
    page.keyboard.type("rwan")
    expect(page.locator("#hits")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#hits")).to_be_hidden()
    expect(page.locator("#search")).to_have_value("")
    assert page.evaluate("document.activeElement.id") == "canvas"
    page.keyboard.press("4")
    expect(page.locator("#table")).to_be_visible()


HEARD: Final = """() => {
  window.drawn = new Map();
  const fill = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    const size = Number(/([\\d.]+)px/.exec(this.font)[1]);
    window.drawn.set(text, (size * this.getTransform().a) / devicePixelRatio);
    return fill.call(this, text, ...at);
  };
}"""


@pytest.mark.parametrize("layout", ["story", "network", "map"])
def test_what_the_catalogue_opens_with_can_be_read(window: Window, whole: Path, layout: str) -> None:
    window.page.add_init_script(f"({HEARD})()")
    page = opened(window, whole, (1280, 800), f"#view={layout}", large=False)
    page.evaluate("window.drawn.clear()")
    page.locator("#fit").click()
    page.wait_for_timeout(500)
    drawn: dict[str, float] = page.evaluate("Object.fromEntries(window.drawn)")
    named = {text: size for text, size in drawn.items() if len(text) > 4}
    assert {"Rwanda", "United States", "Costa Rica", "Ghana"} <= named.keys()
    assert {text: size for text, size in named.items() if size < 9.5} == {}
    if layout == "network":
        assert len(named) > 40  # a title has two lines
