"""SPARQL inside the page: the same answers as outside, and clear words where a query is wrong."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kg import query
from kg.store import Store
from kg.view import write_page
from tests.view.conftest import Window
from tests.view.test_access import AXE

OPEN: Final = "#view=query"


@pytest.fixture(scope="session")
def asking_page(seed: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asking") / "graph.html"
    write_page(seed, path, sparql=True)
    return path


def ask(page: Page, text: str) -> None:
    page.locator("#sparql").fill(text)
    page.locator("#run").click()
    expect(page.locator("#run-says")).not_to_have_text("Running …")


def test_the_file_is_small_enough_to_mail(asking_page: Path) -> None:
    assert asking_page.stat().st_size <= 2_800_000
    assert "'wasm-unsafe-eval'" in asking_page.read_text("utf-8")[:2000]


def test_only_a_page_that_asks_may_run_wasm(seed_page: Path) -> None:
    assert "wasm-unsafe-eval" not in seed_page.read_text("utf-8")[:2000]


def test_the_questions_get_the_same_rows_as_outside(window: Window, asking_page: Path, seed: Store) -> None:
    page = window.open(asking_page, OPEN)
    buttons = page.locator("#questions button")
    assert buttons.count() == len(query.available())
    for button in buttons.all():
        button.click()
        expect(page.locator("#run-says")).to_have_text(re.compile(r"\d+ rows?"))
        expect(page.locator("#query-error")).to_be_hidden()
        text = page.locator("#sparql").input_value()
        rows = int(page.locator("#run-says").inner_text().split()[0])
        assert rows == len(query.run(seed, text)), button.get_attribute("title")


def test_the_first_answer_and_its_csv(window: Window, asking_page: Path, seed: Store) -> None:
    page = window.open(asking_page, OPEN)
    text = "SELECT ?deal ?label WHERE { ?deal a mig:Agreement ; rdfs:label ?label } ORDER BY ?label"
    ask(page, text)
    expect(page.locator("#rows tbody tr")).to_have_count(5)
    with page.expect_download() as download:
        page.locator("#save-rows").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert rows[0] == ["deal", "label"]
    outside = query.run(seed, f"PREFIX mig: <https://w3id.org/migkg/ns#> {PREFIX} {text}")
    assert rows[1:] == [[str(cell) for cell in row] for row in outside.cells]


PREFIX: Final = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"


def test_a_mistake_is_named_by_line(window: Window, asking_page: Path) -> None:
    page = window.open(asking_page, OPEN)
    ask(page, "SELECT ?deal WHERE {\n  ?deal a mig:Agreement .\n  FILTER(?deal ><)\n}")
    error = page.locator("#query-error")
    expect(error).to_be_visible()
    expect(error).to_contain_text(re.compile(r"Line [34], column \d+: expected"))
    ask(page, "CONSTRUCT WHERE { ?s ?p ?o }")
    expect(error).to_contain_text("ask with SELECT or ASK")
    ask(page, "ASK { ?s ?p ?o }")
    expect(error).to_be_hidden()
    expect(page.locator("#rows")).to_contain_text("yes")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_one_asks(window: Window, asking_page: Path, theme: str) -> None:
    window.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page = window.open(asking_page, OPEN)
    ask(page, "SELECT ?deal ?party WHERE { ?deal mig:receivingParty ?party }")
    page.evaluate(AXE)
    found: list[dict[str, object]] = page.evaluate("axe.run().then((result) => result.violations)")
    assert [rule["id"] for rule in found] == []


def test_nothing_is_asked_of_the_network(window: Window, asking_page: Path) -> None:
    page = window.open(asking_page, OPEN)
    ask(page, "SELECT * WHERE { SERVICE <https://example.org/sparql> { ?s ?p ?o } }")
    expect(page.locator("#query-error")).to_be_visible()
    # The fixture holds that no request was made.


def test_an_answer_lights_up_in_the_picture(window: Window, asking_page: Path) -> None:
    page = window.open(asking_page, OPEN)
    ask(page, "SELECT ?deal WHERE { ?deal mig:receivingParty <https://w3id.org/migkg/id/country/PAN> }")
    page.locator("#show-found").click()
    expect(page.locator("[data-layout=story]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("5")
    page.locator("#rows .jump", has_text="US–Panama").click()
    expect(page.locator("#detail h2")).to_have_text("US–Panama arrangement")


def test_the_address_keeps_the_query(window: Window, asking_page: Path) -> None:
    text = "SELECT ?s WHERE { ?s a mig:Country } # a remark"
    page = window.open(asking_page, f"{OPEN}&ask={quote(text)}")
    assert page.locator("#sparql").input_value() == text
    coloured = page.locator("#coloured")
    assert coloured.locator(".t-word").all_inner_texts() == ["SELECT", "WHERE", "a"]
    assert coloured.locator(".t-note").inner_text() == "# a remark"
    assert json.dumps(coloured.inner_text().strip()) == json.dumps(text)
