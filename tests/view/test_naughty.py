"""The 515 texts of the Big List of Naughty Strings, in every field that shows or takes a text."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page

from kg.store import Store
from kg.view import page_html
from kg.view.page import render
from tests.view.conftest import Window
from tests.view.test_hostile import merged

FILE: Final = Path(__file__).with_name("naughty") / "strings.json"
SUM: Final = "b5edb4dffb234fa8b37c6353ec2cbd414ce721a03968d26343a7c276ab360f63"
TEXTS: Final[list[str]] = json.loads(FILE.read_text("utf-8"))
ODD_PARTS: Final = ":is(script, iframe, object, embed, img, form, style, link, base, meta)"
PLACES: Final = (
    "h2",
    ".headline",
    ".says",
    ".who",
    ".pill",
    ".words q",
    ".facts",
    ".note",
    ".cited",
    "#article",
)


@contextmanager
def unharmed(window: Window) -> Iterator[None]:
    """Whatever is done within: nothing runs, nothing is built from a text, nothing is asked for or lost."""
    window.page.on("dialog", lambda dialog: window.errors.append(dialog.message))
    yield
    page = window.page
    # What the list's own scripts would do: alert, or set a global of the page.
    assert page.evaluate("Object.keys(window).filter((name) => /hit|xss|pwn/i.test(name))") == []
    assert page.locator("script").count() == 3
    assert page.locator(f"#app {ODD_PARTS}").count() == 0
    assert (
        page.evaluate("document.querySelectorAll('[onclick], [onload], [onerror], [style*=url]').length") == 0
    )
    for address in page.locator("#app a").evaluate_all("links => links.map((link) => link.protocol)"):
        assert address in ("http:", "https:")


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("naughty") / "page.html"
    path.write_text(render(replace(merged(TEXTS), title=" ".join(TEXTS))), "utf-8")
    return path


def test_the_list_is_the_whole_list() -> None:
    assert len(TEXTS) == 515
    assert sha256(FILE.read_bytes()).hexdigest() == SUM


def test_every_field_shows_them_as_they_are(window: Window, naughty: Path) -> None:
    page = window.open(naughty, "#kinds=statement+concern&all=1")
    with unharmed(window):
        wrong = page.evaluate(WALK, [TEXTS, PLACES])
        assert wrong == []


def test_every_view_and_the_pointer_show_them(window: Window, naughty: Path) -> None:
    page = window.open(naughty, "#kinds=statement+concern&all=1&unfold=1")
    with unharmed(window):
        for view in ("network", "map", "table", "story"):
            page.locator(f"[data-layout={view}]").click()
        page.locator("#theme").click()
        page.keyboard.press("4")
        words = page.locator("#claim-rows q").all_inner_texts()
        assert len(words) == len(TEXTS)
        page.keyboard.press("1")
        for number in range(0, len(TEXTS), 40):
            at = page.evaluate("(id) => window.migkg.where(id)", f"agreement/{number}")
            page.mouse.move(at["x"], at["y"])


def test_what_is_saved_holds_them_whole(window: Window, naughty: Path) -> None:
    page = window.open(naughty, "#kinds=statement+concern&all=1&unfold=1")
    with unharmed(window):
        table = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"), newline="")))
        found = {row["words"].removeprefix("'") for row in table}
        lost = {text for text in TEXTS if text.removeprefix("'") not in found}
        assert lost == set()
        assert not [row["says"] for row in table if row["says"].lstrip()[:1] in ("=", "+", "@")]
        turtle = list(ox.parse(saved(page, "turtle"), format=ox.RdfFormat.TURTLE))
        labels = {quad.object.value for quad in turtle if isinstance(quad.object, ox.Literal)}
        assert set(TEXTS) <= labels
        picture = ElementTree.fromstring(saved(page, "svg"))  # noqa: S314 - made by our own page
        assert {element.tag.rpartition("}")[2] for element in picture.iter()} <= {
            *("svg", "title", "rect", "path", "g", "text")
        }


def test_every_field_takes_them(window: Window, seed: Store, tmp_path: Path) -> None:
    path = tmp_path / "asking.html"
    path.write_text(page_html(seed, sparql=True), "utf-8")
    page = window.open(path, "#view=query")
    window.page.on("dialog", lambda dialog: window.errors.append(dialog.message))
    page.evaluate(TYPE, TEXTS)
    assert page.locator("script").count() == 6
    assert page.locator(f"#app {ODD_PARTS}").count() == 0
    page.locator("[data-layout=story]").click()
    page.locator("#detail .jump", has_text="US–Rwanda").click()
    assert page.locator("#detail .card").count() == 10


def saved(page: Page, form: str) -> bytes:
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-save={form}]").click()
    return Path(download.value.path()).read_bytes()


WALK: Final = r"""async ([texts, places]) => {
  const plain = (text) => text.replace(/\s+/gu, "").toLowerCase(); // a stage begins with a capital
  const wrong = [];
  for (let i = 0; i < texts.length; i++) {
    location.hash = `at=agreement/${i}&around=agreement/${i}`;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (const each of document.querySelectorAll("#detail details")) each.open = true;
    const span = document.createElement("span");
    span.textContent = texts[i];
    document.body.append(span);
    const wanted = plain(span.innerText);
    span.remove();
    for (const place of places) {
      const where = document.querySelector(place === "#article" ? place : `#detail ${place}`);
      if (!plain(where?.innerText ?? "nothing there").includes(wanted)) wrong.push([place, texts[i]]);
    }
  }
  return wrong;
}"""
TYPE: Final = """async (texts) => {
  const put = (id, text) => {
    const field = document.getElementById(id);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const text of texts) {
    put("search", text);
    put("sparql", text);
    const said = encodeURIComponent(text);
    const keys = ["at", "claim", "around", "to", "ask", "time", "kinds", "stages", "lines"];
    location.hash = `view=query&${keys.map((key) => `${key}=${said}`).join("&")}`;
    await new Promise((done) => setTimeout(done));
    document.getElementById("run").click();
  }
}"""
