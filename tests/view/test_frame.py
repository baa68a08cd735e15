"""The page in a frame, as a notebook shows it, and the still picture that is left without one."""

import re
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import expect

from kg.store import Store
from kg.view import iframe, story_svg
from kg.view.gather import gather
from tests.view.conftest import Window
from tests.view.test_hostile import ODD, PAYLOADS, merged

SVG = "{http://www.w3.org/2000/svg}"


def test_a_frame_works_and_cannot_reach_what_is_around_it(
    window: Window, seed: Store, seed_page: Path, tmp_path: Path
) -> None:
    host = tmp_path / "host.html"
    html = iframe(seed_page.read_text("utf-8"), picture=story_svg(gather(seed)))
    host.write_text(f"<!DOCTYPE html><title>host</title><script>var secret = 1</script>{html}", "utf-8")
    window.page.goto(host.as_uri())
    inside = window.page.frame_locator("iframe")
    inside.locator("#detail .jump", has_text="US–Rwanda").click()
    expect(inside.locator("#detail h2")).to_have_text("US–Rwanda arrangement")
    expect(window.page.locator("img")).to_be_hidden()
    frame = window.page.frames[1]
    assert (
        frame.evaluate("(() => { try { return parent.secret } catch (e) { return e.name } })()")
        == "SecurityError"
    )
    window.requests = [url for url in window.requests if url.startswith("file://")]


def test_where_frames_are_taken_out_the_picture_is_left(window: Window, seed: Store, tmp_path: Path) -> None:
    html = iframe("<p>page</p>", picture=story_svg(gather(seed)))
    host = tmp_path / "host.html"
    host.write_text("<!DOCTYPE html><title>host</title>" + re.sub(r"<iframe.*?</iframe>", "", html), "utf-8")
    window.page.goto(host.as_uri())
    picture = window.page.locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.naturalWidth") > 500


def test_the_picture_names_deals_countries_and_stages(seed: Store) -> None:
    picture = ElementTree.fromstring(story_svg(gather(seed)))  # noqa: S314 - our own
    words = {text for element in picture.iter(f"{SVG}text") for text in element.itertext()}
    assert {
        "United States",
        "Rwanda",
        "El Salvador",
        "US–Rwanda arrangement",
        "In talks",
        "Fell through",
    } <= words
    assert len(picture.findall(f"{SVG}path")) > 20


def test_hostile_text_stays_text_in_the_picture() -> None:
    for texts in (PAYLOADS, ODD):
        picture = ElementTree.fromstring(story_svg(merged(texts)))  # noqa: S314 - our own
        assert {element.tag for element in picture.iter()} == {
            SVG + name for name in ("svg", "title", "rect", "path", "text")
        }
