"""The page: its size, how soon it can be used, how it moves, and how long it takes to make.

Pages of made-up graphs run in the same browser as pages of the same size that pyvis writes.
"""

import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import Measure, best
from kg.store.build import shipped
from kg.view.page import page_html, render
from kg.view.scene import Card, Edge, EdgeKind, Node, NodeKind, Passage, Scene

CODES: Final = (
    *(
        "USA",
        "GBR",
        "RWA",
        "SLV",
        "PAN",
        "CRI",
        "ITA",
        "ALB",
        "AUS",
        "NRU",
        "PNG",
        "KHM",
        "DNK",
        "ISR",
        "UGA",
    ),
    *("GHA", "TGO", "MEX", "GTM", "HND", "EU", "TUN", "LBY", "TUR", "EGY", "MAR", "ESP", "SEN", "GMB", "MRT"),
    *(
        "DZA",
        "FRA",
        "DEU",
        "NLD",
        "SWE",
        "NOR",
        "FIN",
        "POL",
        "CZE",
        "AUT",
        "HUN",
        "GRC",
        "BGR",
        "ROU",
        "SRB",
    ),
)
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
EVERYTHING: Final = "#view=network&all=1&unfold=1"
PAINTED: Final = """() => {
  const canvas = document.querySelector("canvas");
  if (!canvas || !canvas.width) return 0;
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let count = 0;
  for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0] || data[i + 3] !== data[3]) count += 1;
  return count;
}"""


def made(count: int) -> Scene:
    """A scene of so many things: a tenth countries, a third agreements, the rest officials."""
    chance = random.Random(count)  # noqa: S311 - the same graph each time
    deals = count // 3
    codes = CODES[: max(4, min(len(CODES), count // 10))]
    countries = [Node(id=f"country/{c}", kind=NodeKind.COUNTRY, label=c, title=c, code=c) for c in codes]
    agreements = [
        Node(
            id=f"agreement/a{i}",
            kind=NodeKind.AGREEMENT,
            label=f"Agreement number {i}",
            title=f"Agreement {i}",
        )
        for i in range(deals)
    ]
    officials = [
        Node(
            id=f"person/p{i}",
            kind=NodeKind.OFFICIAL,
            label=f"Official {i}",
            title=f"Official {i}",
            home=chance.choice(countries).id,
        )
        for i in range(count - deals - len(countries))
    ]
    edges, claims = [], []
    for number, deal in enumerate(agreements):
        sender, receiver = chance.sample(countries, 2)
        speaker = chance.choice(officials)
        claim = f"c{number:016x}"
        claims.append(_claim(claim, deal.id, (deal.id, sender.id, receiver.id, speaker.id), chance))
        edges += [
            Edge(source=sender.id, target=deal.id, kind=EdgeKind.SENDS, claims=(claim,), deal=deal.id),
            Edge(source=deal.id, target=receiver.id, kind=EdgeKind.RECEIVES, claims=(claim,), deal=deal.id),
            Edge(source=speaker.id, target=deal.id, kind=EdgeKind.SPOKE, claims=(claim,)),
        ]
    edges += [
        Edge(source=n.id, target=n.home or "", kind=EdgeKind.HOLDS, claims=(claims[i % deals].id,))
        for i, n in enumerate(officials)
    ]
    nodes = [*agreements, *countries, *officials]
    return Scene(
        title=f"{count} things",
        nodes=tuple(nodes),
        edges=tuple(edges),
        claims=tuple(claims),
        articles=(),
        labels={},
    )


def _claim(claim: str, deal: str, things: tuple[str, ...], chance: random.Random) -> Card:
    day = f"20{chance.randrange(10, 26)}-0{chance.randrange(1, 10)}-15"
    return Card(
        id=claim,
        kind="status",
        headline="From here to there",
        status=chance.choice(("talks", "signed", "operating", "suspended", "terminated")),
        agreement=deal,
        source="narrator",
        voice="narration",
        factuality="CT+",
        as_of=day,
        evidence=(Passage(words="words", url="https://example.org/"),),
        things=things,
    )


def measures() -> Iterator[Measure]:
    """Every number of the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _sizes(folder)
        small, large = best([lambda: render(made(500)), lambda: render(made(10_000))], rounds=2)
        yield Measure(name="page in Python, 10,000 things against 500", value=large / small, limit=25)
        for count in (500, 1000, 2000):
            (folder / f"{count}.html").write_text(render(made(count)), "utf-8")
        _pyvis(folder, made(500))
        with sync_playwright() as playwright:
            program = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
            page = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True).new_page()
            yield from _ready(page, folder)
            yield from _moving(page, folder)
            yield from _asking(page, folder)
            browser.close()


def _sizes(folder: Path) -> Iterator[Measure]:
    with shipped() as store:
        size = len(page_html(store).encode())
    yield Measure(name="page of all that is shipped", value=size / 1e6, limit=0.8, unit=" MB")
    with shipped(catalogue=False) as store:
        html = page_html(store, sparql=True)
    (folder / "ask.html").write_text(html, "utf-8")
    yield Measure(name="page that answers SPARQL", value=len(html.encode()) / 1e6, limit=2.8, unit=" MB")


def _pyvis(folder: Path, scene: Scene) -> None:
    """The same graph as pyvis writes it, with places given and with its own physics."""
    from pyvis.network import Network

    for preset in (True, False):
        net = Network(directed=True, cdn_resources="in_line", height="860px")
        for number, node in enumerate(scene.nodes):
            places = {"x": number % 25 * 90, "y": number // 25 * 90, "physics": False} if preset else {}
            net.add_node(node.id, label=node.label, **places)
        for edge in scene.edges:
            net.add_edge(edge.source, edge.target)
        if preset:
            net.toggle_physics(False)
        # The two files that it asks the network for only add to its own time, offline or not.
        html = re.sub(r"<(link|script)[^>]*https?://[^>]*>(</script>)?", "", net.generate_html())
        (folder / f"pyvis-{preset}.html").write_text(html, "utf-8")


def _ready(page: Page, folder: Path) -> Iterator[Measure]:
    # In turn, so that whatever else the machine does falls on both.
    pairs = [
        (_painted(page, folder / "500.html", EVERYTHING), _painted(page, folder / "pyvis-True.html"))
        for _ in range(5)
    ]
    ours, preset = (min(times) for times in zip(*pairs, strict=True))
    yield Measure(name="500 things painted, against pyvis with places given", value=ours / preset, limit=1.0)
    settled = _settled(page, folder / "pyvis-False.html")
    yield Measure(name="500 things ready, against pyvis as it comes", value=ours / settled, limit=0.1)


def _painted(page: Page, path: Path, address: str = "") -> float:
    page.goto("about:blank")
    begun = time.perf_counter()
    page.goto(path.as_uri() + address, wait_until="commit")
    while page.evaluate(PAINTED) < 5000:
        time.sleep(0.005)
    return time.perf_counter() - begun


def _settled(page: Page, path: Path) -> float:
    """Until nothing moves any more, or a minute is over."""
    page.goto("about:blank")
    begun = time.perf_counter()
    page.goto(path.as_uri())
    page.evaluate("() => { window.still = false; network.once('stabilized', () => { window.still = true }) }")
    while time.perf_counter() - begun < 60:
        if page.evaluate("window.still"):
            break
        time.sleep(0.05)
    return time.perf_counter() - begun


def _moving(page: Page, folder: Path) -> Iterator[Measure]:
    for count in (500, 2000):
        _painted(page, folder / f"{count}.html", EVERYTHING)
        yield Measure(
            name=f"a frame while panning {count} things", value=_frame(page), limit=33.4, unit=" ms"
        )
    _painted(page, folder / "1000.html", EVERYTHING)
    changed = max(_change(page, "document.querySelectorAll('#legend input')[2].click()") for _ in range(4))
    yield Measure(name="filter 1,000 things", value=changed, limit=100, unit=" ms")
    step = "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})"
    chosen = max(_change(page, f"document.querySelector('#canvas').dispatchEvent({step})") for _ in range(4))
    yield Measure(name="select among 1,000 things", value=chosen, limit=100, unit=" ms")


def _frame(page: Page) -> float:
    """Milliseconds a frame while the picture is dragged about."""
    page.evaluate(
        "() => { window.frames_ = 0; const count = () => { window.frames_ += 1;"
        " requestAnimationFrame(count) }; requestAnimationFrame(count) }"
    )
    page.mouse.move(500, 120)
    page.mouse.down()
    begun = time.perf_counter()
    frames = page.evaluate("window.frames_")
    while (passed := time.perf_counter() - begun) < 3:
        page.mouse.move(500 + 100 * (passed % 2), 120 + 60 * (passed % 1))
    frames = page.evaluate("window.frames_") - frames
    page.mouse.up()
    return float(1000 * passed / max(1, int(frames)))


def _change(page: Page, action: str) -> float:
    """Milliseconds from an action to the picture that shows it."""
    value = page.evaluate(
        f"() => new Promise((done) => {{ const begun = performance.now(); {action};"
        " requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun))) })"
    )
    return float(value)


def _asking(page: Page, folder: Path) -> Iterator[Measure]:
    page.goto((folder / "ask.html").as_uri() + "#view=query")
    page.wait_for_selector("html[data-ready]", state="attached")
    begun = time.perf_counter()
    page.locator("#run").click()
    page.locator("#run-says", has_text="row").wait_for()
    yield Measure(name="first query in the page", value=time.perf_counter() - begun, limit=0.6, unit=" s")
