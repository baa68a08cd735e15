"""What a store says as a scene: whatever a claim of somebody else's graph leaves out, the rest is shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from kg.model.text import Article
from kg.rdf.iris import NS
from kg.store import Store
from kg.view import write_page
from kg.view.gather import gather
from kg.view.layout import Sizes, lay_out
from kg.view.passages import own_words_first
from kg.view.scene import Card, Passage, Source
from tests.view.conftest import Window

SIZES: Final = Sizes(deal=(232, 68), country=20, small=10, label=164, row=36, block=54, gutter=118, gap=20)
PROPERTIES: Final = (
    *(
        "evidence",
        "topic",
        "officeName",
        "subject",
        "object",
        "about",
        "officeCountry",
        "agreement",
        "status",
    ),
    *("sourceType", "mode", "factuality", "attributedTo", "sourceName", "asOf", "confidence", "extractor"),
    *("sender", "receiver", "nationality", "persons", "payer", "payee", "cause", "stance", "quote", "edtf"),
    *("modality", "causeType", "articleText"),
)


def without(seed: Store, name: str, path: Path) -> Store:
    """The seed article's graph in which nothing has some property."""
    path.write_bytes(seed.dump("nq", without_properties=(NS + name,)))
    store = Store.memory()
    store.load(path)
    return store


@pytest.fixture
def bare(seed: Store, tmp_path: Path) -> Iterator[Store]:
    with without(seed, "evidence", tmp_path / "bare.nq") as store:
        yield store


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_graph_that_lacks_a_property_is_shown_without_it(seed: Store, tmp_path: Path, name: str) -> None:
    with without(seed, name, tmp_path / "some.nq") as store:
        scene = gather(store)
    assert len(scene.claims) == len(gather(seed).claims)
    lay_out(scene, SIZES, {})


def test_a_claim_without_evidence_is_shown_without_a_quote(
    window: Window, bare: Store, tmp_path: Path
) -> None:
    path = tmp_path / "bare.html"
    write_page(bare, path)
    page = window.open(path, "#at=agreement%2Fp-usa-rwa")
    card = page.locator("#detail .card").first
    expect(card).to_contain_text("No words or source are given for this claim.")
    expect(page.locator("#detail .card", has_text="Olivier Nduhungirehe").first).to_be_visible()
    expect(page.locator("#source")).to_be_hidden()
    for layout in ("network", "map", "table"):
        page.locator(f"[data-layout={layout}]").click()
    expect(page.locator("#claim-rows tr")).not_to_have_count(0)
    at = page.locator("#claim-rows .jump").first
    at.click()
    page.locator("#detail button", has_text="Copy citation").first.click()
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator("[data-save=csv]").click()
    assert len(Path(download.value.path()).read_text("utf-8-sig").splitlines()) > 10


def talks(seed: Store) -> Card:
    found = [each for each in gather(seed).claims if each.status == "talks" and len(each.evidence) > 2]
    assert len(found) == 1
    return found[0]


def test_the_speakers_own_words_come_before_the_headline(seed: Store) -> None:
    said = talks(seed)
    assert said.who == "Olivier Nduhungirehe"
    assert said.evidence[0].words.startswith('the nation is in "early stage" discussions')
    assert len(said.evidence) == 5
    assert [item.start for item in said.evidence[1:]] == [36, 404, 465, 1536]


def test_all_passages_of_a_card_can_be_read(window: Window, seed_page: Path) -> None:
    page = window.open(seed_page, "#at=agreement%2Fp-usa-rwa")
    card = page.locator("#detail .card", has_text="said again in 4 more passages")
    expect(card.locator("button.words").first).to_contain_text('"early stage"')
    card.locator("summary").click()
    assert [each.is_visible() for each in card.locator("button.words").all()] == [True] * 5


TEXT: Final = (
    "Samoa has agreed to host the centre, its premier says.\n"
    "Fiame Mataafa confirmed the talks on Monday. The centre opens in May.\n"
    "“We will host it,” she said."
)


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(words=words, article="a", start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("who", "quoted", "first"),
    [
        ("Fiame Mataafa", True, "We will host it"),
        ("Fiame Mataafa", False, "confirmed the talks"),
        (None, False, "Samoa has agreed"),
    ],
)
@pytest.mark.parametrize("shown", [True, False], ids=["text", "no text"])
def test_who_is_heard_first(who: str | None, quoted: bool, first: str, shown: bool) -> None:
    assert Article(text=TEXT).sentence_at(TEXT.index("The centre")) == 2
    items = [passage(words) for words in ("Samoa has agreed to host", "Fiame Mataafa confirmed the talks")]
    items.append(passage("“We will host it,”"))
    source = Source(key="a", title="A", text=TEXT if shown else None)
    found = own_words_first(items, who=who, quoted=quoted, articles={"a": source})
    assert first in found[0].words
    assert sorted(found, key=lambda item: item.start or 0) == items
    assert own_words_first([replace(items[0], article=None)], who=who, quoted=quoted, articles={}) == (
        replace(items[0], article=None),
    )
