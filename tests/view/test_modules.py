"""The scripts of the page are ES modules, and what stands in the page is the same, put together."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Route, expect

from kg.view.modules import inlined
from tests.view.conftest import Window

FOLDER: Final = Path(__file__).parents[2] / "kg" / "view" / "static" / "js"
SOURCES: Final = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.js")}
HOST: Final = "http://migkg.test/"
NOT_CODE: Final = re.compile(
    r"/\*.*?\*/|(?<![:\"])//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|(?<=[(=] )/(?:\\.|\[[^\]]*\]|[^/\\\n])+/", re.DOTALL
)


def test_every_module_is_part_of_the_page() -> None:
    whole = inlined(SOURCES, "main")
    assert not re.search(r"^(import|export)\b", whole, re.MULTILINE)
    for text in SOURCES.values():
        for name in re.findall(r"^export \w+ (\w+)", text, re.MULTILINE):
            assert name in whole


def test_they_run_as_modules_too_each_file_by_itself(window: Window, seed_page: Path) -> None:
    page = window.page
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", seed_page.read_text("utf-8"))
    head, _, _ = html.rpartition('<script type="module">')
    html = f'{head}<script type="module" src="/main.js"></script>'
    asked: list[str] = []

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(HOST)
        asked.append(name)
        kind = "text/javascript" if name else "text/html"
        route.fulfill(
            body=(FOLDER / name).read_text("utf-8") if name else html, content_type=f"{kind}; charset=utf-8"
        )

    page.route(f"{HOST}**", serve)
    page.goto(HOST)
    page.wait_for_selector("html[data-ready]", state="attached")
    for layout in ("network", "map", "table", "story"):
        page.locator(f"[data-layout={layout}]").click()
    page.locator("#detail .jump", has_text="US–Rwanda").click()
    expect(page.locator("#detail .card")).to_have_count(10)
    assert sorted(asked) == ["", *sorted(f"{name}.js" for name in SOURCES)]
    window.requests.clear()


def test_what_a_module_takes_from_another_it_imports_and_uses() -> None:
    owners = {
        name: module
        for module, text in SOURCES.items()
        for name in re.findall(r"^export (?:async )?\w+ (\w+)", text, re.MULTILINE)
    }
    for module, text in SOURCES.items():
        head = "".join(re.findall(r"^import [^;]*;", text, re.MULTILINE))
        body = NOT_CODE.sub(" ", re.sub(r"^import [^;]*;", "", text, flags=re.MULTILINE))
        taken = set(re.findall(r"\w+", "".join(re.findall(r"\{[^}]*\}", head))))
        # Neither a property nor a key of one.
        used = set(re.findall(r"(?<![\w$.])(?:\.\.\.)?([A-Za-z_]\w*)(?!\w|\s*:)", body))
        missing = {name for name in used & owners.keys() if owners[name] != module} - taken
        assert (module, missing) == (module, set())
        assert (module, taken - set(re.findall(r"\w+", body))) == (module, set())


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        ({"main": 'import { a } from "./gone.js";'}, "there is no gone.js"),
        ({"main": 'import { a } from "./b.js";', "b": "const a = 1;"}, "b.js does not export a"),
        ({"main": 'import "./b.js";\nconst a = 1;', "b": "function a() {}"}, "a is a name of b.js already"),
        ({"main": 'import "./b.js";', "b": 'import "./main.js";'}, "imports itself by way of b"),
        ({"main": "export default 1;"}, "not understood: export default 1;"),
        ({"main": "export { a };\nconst a = 1;"}, "not understood: export { a };"),
        ({"main": 'import * as all from "./b.js";', "b": ""}, "not understood: import *"),
        ({"main": "const { a } = window;"}, "not understood: const {"),
        ({"main": '  const a = await import("./b.js");'}, "not understood: const a = await import("),
        ({"main": "const a = `first\n// second`;"}, "a text over several lines"),
    ],
)
def test_what_is_not_understood_is_refused(sources: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        inlined(sources, "main")
