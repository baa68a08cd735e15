"""One HTML file with everything in it: it opens from disk and asks nobody for anything."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.files import write_whole
from kg.rdf.iris import BASE, PREFIXES
from kg.view.gather import gather
from kg.view.layout import Layout, Sizes, lay_out
from kg.view.modules import inlined
from kg.view.packing import Numbered, columns, packed, plain
from kg.view.scene import Card, Scene
from kg.view.sparql import Engine
from kg.view.sparql import engine as make_engine

if TYPE_CHECKING:
    from kg.store import Store

_STATIC: Final = files("kg.view") / "static"
_START: Final = "main"
"""The module that the page runs."""


def write_page(
    store: "Store",
    path: Path,
    *,
    title: str | None = None,
    agreements: Sequence[str] = (),
    sparql: bool = False,
) -> None:
    """Write the page of a store.

    Args:
        store: What to show.
        path: The file; replaced only once the page is whole.
        title: Heading of the page.
        agreements: Ids of the agreements to show, such as ``p-usa-rwa``; all if empty.
        sparql: Whether the page can be asked in SPARQL; it then carries the whole graph and an engine.

    Raises:
        KgError: The file cannot be written.
    """
    html = page_html(store, title=title, agreements=agreements, sparql=sparql)
    write_whole(path, html.encode())


def page_html(
    store: "Store", *, title: str | None = None, agreements: Sequence[str] = (), sparql: bool = False
) -> str:
    """The page of a store as text; takes what :func:`write_page` takes."""
    scene = gather(store, title=title, agreements=agreements)
    day = max((claim.as_of for claim in scene.claims if claim.as_of), default="2000-01-01")
    example = next((node.id for node in scene.nodes), None)
    return render(scene, make_engine(store, day=day, example=example) if sparql else None)


def render(scene: Scene, engine: Engine | None = None) -> str:
    """The page of a scene. The same scene gives the same text, character by character.

    Args:
        scene: What to show.
        engine: What answers SPARQL in the page.
    """
    # Slow to import (pyvis brings IPython), so only where a page is made.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from kg.view.graph import Graph, vis_network

    look = json.loads(_read("look.json"))
    places = json.loads(_read("map.json"))
    layout = lay_out(scene, _sizes(look["sizes"]), places["places"])
    graph = Graph(scene)
    number_of = {node.id: number for number, node in enumerate(scene.nodes)}
    claim_of = {claim.id: number for number, claim in enumerate(scene.claims)}
    passages = Numbered()
    data = {
        "title": scene.title,
        "base": BASE,
        "prefixes": PREFIXES,
        "questions": engine.questions if engine else (),
        "nodes": columns(graph.nodes),
        "edges": columns(_numbered(edge, number_of, claim_of) for edge in graph.edges),
        "claims": columns([_touching(claim, number_of, passages) for claim in scene.claims]),
        "passages": passages.columns(),
        "articles": plain(scene.articles),
        "labels": dict(scene.labels),
        "disputes": plain(scene.disputes),
        "places": _places(layout, number_of),
        "look": {name: look[name] for name in ("sizes", "phases", "kinds", "lines")},
        "map": {name: places[name] for name in ("land", "borders")},
    }
    library = vis_network()
    modules = [*([engine.script] if engine else []), _ours()]
    environment = Environment(
        loader=FileSystemLoader(str(files("kg.view") / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.j2").render(
        title=scene.title,
        subtitle=_subtitle(scene),
        policy=Markup(_policy([library, *modules], wasm=bool(engine))),  # noqa: S704 - made of hashes
        style=Markup(_read("page.css")),  # noqa: S704 - our own file
        data=Markup(packed(data)),  # noqa: S704 - letters and digits alone
        library=Markup(library),  # noqa: S704 - hashed in the policy
        modules=[Markup(module) for module in modules],  # noqa: S704 - hashed in the policy
        engine=engine,
    )


def iframe(html: str, *, picture: str = "", height: str = "42rem") -> str:
    """A page in a frame, for a notebook or another page.

    The frame has an origin of its own, so that words of an article, were they ever run, could not reach what
    stands around it. Where frames are taken out (a code host, a printed notebook), the picture is left.

    Args:
        html: The page.
        picture: The same as SVG, such as :func:`kg.view.picture.story_svg` makes it.
        height: Height of the frame, in CSS.
    """
    from html import escape

    rights = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    frame = (
        f'<iframe sandbox="{rights}" style="width: 100%; height: {escape(height)}; border: 0" '
        f'title="The graph, to explore" srcdoc="{escape(html)}"></iframe>'
    )
    if not picture:
        return frame
    address = f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"
    return (
        f"<style>.migkg-page > iframe + img {{ display: none }}</style>\n"
        f'<div class="migkg-page">{frame}<img alt="The graph as a still picture" src="{address}"></div>'
    )


def _read(name: str) -> str:
    return (_STATIC / name).read_text("utf-8")


def _ours() -> str:
    folder = _STATIC / "js"
    modules = (part for part in folder.iterdir() if part.name.endswith(".js"))
    return inlined({part.name.removesuffix(".js"): part.read_text("utf-8") for part in modules}, _START)


def _policy(scripts: Sequence[str], *, wasm: bool) -> str:
    hashes = " ".join(f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts)
    wasm_too = " 'wasm-unsafe-eval'" if wasm else ""
    return (
        f"default-src 'none'; script-src {hashes}{wasm_too}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sizes(look: dict[str, Any]) -> Sizes:
    wide, high = look["deal"]
    return Sizes(**{**look, "deal": (wide, high)})


def _places(layout: Layout, number_of: Mapping[str, int]) -> dict[str, Any]:
    """Places by the number of the thing; null where it has none."""
    found: dict[str, Any] = {"heads": layout.heads}
    for name in ("story", "story_start", "network", "network_start", "map", "sides"):
        at = getattr(layout, name)
        found[name.replace("_", "-")] = [at.get(id) for id in number_of]
    return found


def _numbered(
    edge: Mapping[str, Any], number_of: Mapping[str, int], claim_of: Mapping[str, int]
) -> dict[str, Any]:
    """A line with numbers in place of ids."""
    found = {**edge, "source": number_of[edge["source"]], "target": number_of[edge["target"]]}
    found["claims"] = [claim_of[claim] for claim in edge["claims"]]
    return found | ({"deal": number_of[edge["deal"]]} if "deal" in edge else {})


def _touching(claim: Card, number_of: Mapping[str, int], passages: Numbered) -> dict[str, Any]:
    """A claim with the numbers of the things it touches and of its passages."""
    evidence = [passages.number(plain(item)) for item in claim.evidence]
    return {**plain(claim), "things": [number_of[thing] for thing in claim.things], "evidence": evidence}


def _subtitle(scene: Scene) -> str:
    cited = {item.url for claim in scene.claims for item in claim.evidence if item.url}
    sources = [
        _count(number, name)
        for number, name in ((len(scene.articles), "article"), (len(cited), "cited source"))
        if number
    ]
    return f"{_count(len(scene.claims), 'claim')} from {' and '.join(sources) or 'nowhere'}"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
