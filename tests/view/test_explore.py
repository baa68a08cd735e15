"""Searching further: time, surroundings, paths, everything at once, and what one can take away."""

import csv
import io
import re
from collections import defaultdict
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page, expect

from kg.query import run
from kg.rdf.iris import BASE, NS
from kg.store import Store
from kg.store.build import shipped
from tests.view.conftest import Window

DEAL: Final = "agreement/p-usa-rwa"


def shown(page: Page) -> int:
    return int(page.locator("#shown").inner_text().split()[0])


def saved(page: Page, form: str) -> bytes:
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-save={form}]").click()
    return Path(download.value.path()).read_bytes()


def test_the_whole_catalogue_fits_opens_readable_and_says_what_is_kept_back(
    window: Window, whole: Path
) -> None:
    assert whole.stat().st_size <= 800_000
    page = window.open(whole)
    assert 20 <= shown(page) <= 40
    more = page.locator("#more")
    expect(more).to_have_text(re.compile(r"Show \d{2,3} more"))
    more.click()
    # Above three hundred things, people and sources are folded into their countries.
    assert 60 < shown(page) <= 300
    expect(page.locator("#legend")).to_contain_text("folded into their countries")
    more.click()
    assert shown(page) <= 40


@pytest.mark.parametrize("layout", ["story", "network", "map", "table"])
def test_everything_can_be_shown_in_every_view(window: Window, whole: Path, layout: str) -> None:
    page = window.open(
        whole, f"#view={layout}&all=1&unfold=1&kinds=statement+concern&lines=nationals+reported+onward"
    )
    assert shown(page) > 500
    for other in ("table", "map", "network", "story"):
        page.locator(f"[data-layout={other}]").click()
    assert shown(page) > 500


def test_a_country_shows_its_own_people_when_selected(window: Window, whole: Path) -> None:
    page = window.open(whole, "#all=1")
    before = shown(page)
    page.locator("#search").press_sequentially("rwanda")
    page.keyboard.press("Enter")
    assert shown(page) > before
    expect(page.locator("#detail h2")).to_have_text("Rwanda")


def test_the_surroundings_of_a_thing_alone(window: Window, whole: Path) -> None:
    page = window.open(whole, f"#at={quote('country/RWA')}")
    page.locator("button", has_text="Show only what is around it").click()
    assert 5 < shown(page) < 40
    page.locator("button", has_text="Show the rest again").click()
    assert shown(page) >= 20


def test_the_way_between_two_things(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page, f"#at={quote('country/GBR')}")
    page.locator("button", has_text="How is it tied to").click()
    expect(page.locator("#asking")).to_be_visible()
    page.keyboard.type("El Salvador")
    page.keyboard.press("Enter")
    steps = page.locator("#detail .way .jump")
    expect(page.locator("#detail h2")).to_have_text("From United Kingdom to El Salvador")
    names = steps.all_inner_texts()
    assert names[0::2] == [
        "United Kingdom",
        "UK–Rwanda arrangement",
        "Rwanda",
        "US–Rwanda arrangement",
        "United States",
        "US–El Salvador arrangement",
        "El Salvador",
    ]
    # Each step is one click from its sentence.
    steps.nth(1).click()
    expect(page.locator("#detail .card")).to_contain_text(
        "a previous agreement to accept migrants from the UK"
    )


def test_the_timeline_moves_the_stages(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    page.locator("#time-to").focus()
    for _ in range(60):
        page.keyboard.press("ArrowLeft")
        if "2024" in page.locator("#time-says").inner_text().split("–")[1]:
            break
    # Before 2025 only the British deal had happened.
    page.keyboard.press("4")
    rows = page.locator("#line-rows tr").all_inner_texts()
    assert rows
    assert all("UK–Rwanda" in row for row in rows if "Fell through" in row)
    assert not any("US–Panama" in row for row in rows)
    page.locator("#time-reset").click()
    assert any("US–Panama" in row for row in page.locator("#line-rows tr").all_inner_texts())


def test_what_is_seen_is_saved_as_pictures(window: Window, seed_page: Path) -> None:
    for layout in ("story", "network", "map"):
        page = window.open(seed_page, f"#view={layout}")
        assert saved(page, "png").startswith(b"\x89PNG")
        picture = ElementTree.fromstring(saved(page, "svg"))  # noqa: S314 - made by our own page
        words = "".join(picture.itertext())
        assert "Rwanda" in words
        assert len(picture.findall(".//{http://www.w3.org/2000/svg}path")) > 10
        window.requests.clear()


def test_the_claims_are_saved_as_csv(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page, "#kinds=statement+concern&lines=nationals")
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"))))
    assert {row["kind"] for row in rows} >= {"status", "transfer", "statement", "concern", "office"}
    talks = [row for row in rows if row["stage"] == "talks"]
    assert any(row["words"] == "talks with the US are ongoing" and row["start"] == "1536" for row in talks)


def test_the_graph_is_saved_as_turtle_that_agrees_with_the_store(
    window: Window, seed_page: Path, seed: Store
) -> None:
    page = window.open(seed_page)
    quads = list(ox.parse(saved(page, "turtle"), format=ox.RdfFormat.TURTLE))
    claims = {q.subject.value for q in quads if q.predicate.value == f"{NS}factuality"}
    known = {str(row[0]) for row in seed.select(f"SELECT ?c {{ ?c a <{NS}Claim> }}").cells}
    assert claims
    assert claims <= known
    parties = {(q.subject.value, q.object.value) for q in quads if q.predicate.value == f"{NS}receivingParty"}
    assert (f"{BASE}id/{DEAL}", f"{BASE}id/country/RWA") in parties
    # All that it says of a deal's stage and parties, the store says too.
    for quad in quads:
        if quad.predicate.value in (f"{NS}status", f"{NS}agreement", f"{NS}receivingParty", f"{NS}evidence"):
            assert seed.ask(f"ASK {{ {quad.subject} {quad.predicate} {quad.object} }}")


def test_a_citation_can_be_copied(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page, f"#at={quote('agreement/p-gbr-rwa')}")
    page.locator("#detail .card button", has_text="Copy citation").first.click()
    expect(page.locator("#detail .card button", has_text="Copied")).to_be_visible()


def test_everything_can_be_reached_by_keyboard(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page)
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(({id, dataset, textContent}) => id || dataset.layout || dataset.filter"
                " || textContent.trim())(document.activeElement)"
            )
        )
    for stop in (
        "search",
        "story",
        "network",
        "map",
        "table",
        "fit",
        "theme",
        "canvas",
        "time-from",
        "time-to",
    ):
        assert stop in reached
    assert "Save" in reached
    assert "kind country" in reached
    assert "phase talks" in reached
    assert "US–Rwanda arrangement" in reached


def test_the_stages_on_the_page_are_those_of_the_question(window: Window, whole: Path) -> None:
    with shipped() as store:
        told: defaultdict[str, set[str]] = defaultdict(set)
        for row in run(store, "status-as-of"):
            told[str(row["title"])].add(str(row["status"]))
    page = window.open(whole, "#view=table&all=1")
    rows = page.locator("#line-rows tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map(c => c.innerText))"
    )
    seen = [(deal, row[3].strip().lower()) for row in rows if row[3].strip() for deal in (row[0], row[2])]
    stages = {deal: " ".join(stage.split()) for deal, stage in seen if deal in told}
    assert len(stages) > 70
    assert {deal: stage for deal, stage in stages.items() if stage not in told[deal]} == {}
