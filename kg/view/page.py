"""One HTML file with everything in it: it opens from disk and asks nobody for anything."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError
from kg.view.gather import gather
from kg.view.layout import Layout, Sizes, lay_out
from kg.view.scene import Scene

if TYPE_CHECKING:
    from kg.store import Store

_STATIC: Final = files("kg.view") / "static"
_SCRIPTS: Final = (
    "dom",
    "data",
    "look",
    "state",
    "draw",
    "map",
    "graph",
    "cards",
    "panel",
    "legend",
    "table",
    "tip",
    "search",
    "main",
)
"""Our scripts in the order in which they build on each other; they share one scope."""


def write_page(
    store: "Store", path: Path, *, title: str | None = None, agreements: Sequence[str] = ()
) -> None:
    """Write the page of a store.

    Args:
        store: What to show.
        path: The file; replaced only once the page is whole.
        title: Heading of the page.
        agreements: Ids of the agreements to show, such as ``p-usa-rwa``; all if empty.

    Raises:
        KgError: The file cannot be written.
    """
    html = page_html(store, title=title, agreements=agreements)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(html, "utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}") from None


def page_html(store: "Store", *, title: str | None = None, agreements: Sequence[str] = ()) -> str:
    """The page of a store as text; takes what :func:`write_page` takes."""
    return render(gather(store, title=title, agreements=agreements))


def render(scene: Scene) -> str:
    """The page of a scene. The same scene gives the same text, character by character."""
    # Slow to import (pyvis brings IPython), so only where a page is made.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from kg.view.graph import Graph, vis_network

    look = json.loads(_read("look.json"))
    places = json.loads(_read("map.json"))
    layout = lay_out(scene, _sizes(look["sizes"]), places["places"])
    graph = Graph(scene)
    data = {
        "title": scene.title,
        "nodes": graph.nodes,
        "edges": graph.edges,
        "claims": _plain(scene.claims),
        "articles": _plain(scene.articles),
        "labels": dict(scene.labels),
        "disputes": _plain(scene.disputes),
        "places": _places(layout),
        "look": {name: look[name] for name in ("sizes", "phases", "kinds", "lines")},
        "map": {name: places[name] for name in ("land", "borders")},
    }
    scripts = [vis_network(), _ours()]
    environment = Environment(
        loader=FileSystemLoader(str(files("kg.view") / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.j2").render(
        title=scene.title,
        subtitle=_subtitle(scene),
        policy=Markup(_policy(scripts)),  # noqa: S704 - made of hashes
        style=Markup(_read("page.css")),  # noqa: S704 - our own file
        data=Markup(_json(data)),  # noqa: S704 - escaped for a script element
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - hashed in the policy
    )


def _read(name: str) -> str:
    return (_STATIC / name).read_text("utf-8")


def _ours() -> str:
    parts = [(_STATIC / "js" / f"{name}.js").read_text("utf-8") for name in _SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _policy(scripts: Sequence[str]) -> str:
    hashes = " ".join(f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _json(data: object) -> str:
    """JSON that no HTML parser can read as anything else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # A lone surrogate has no place in a UTF-8 file.
    return text.encode("utf-8", "backslashreplace").decode()


def _plain(value: Any) -> Any:
    """Frozen values as JSON takes them; fields that say nothing are left out."""
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in pairs if item is not None and item != ()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _sizes(look: dict[str, Any]) -> Sizes:
    wide, high = look["deal"]
    return Sizes(**{**look, "deal": (wide, high)})


def _places(layout: Layout) -> dict[str, Any]:
    return {field.name.replace("_", "-"): getattr(layout, field.name) for field in fields(layout)}


def _subtitle(scene: Scene) -> str:
    count = len(scene.claims)
    articles = len(scene.articles)
    parts = [f"{count:,} claim{'' if count == 1 else 's'}"]
    if articles:
        parts.append(f"{articles:,} article{'' if articles == 1 else 's'}")
    return " from ".join(parts) + ", each with the words that support it"
