"""The pyvis network of a scene: pyvis keeps the graph and brings vis-network, the page around it is ours."""

from dataclasses import fields
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Final

from pyvis.network import Network

from kg.errors import KgError
from kg.view.scene import Scene

VIS_NETWORK: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
"""Where pyvis keeps vis-network 9.1.2 (Apache-2.0 or MIT)."""
_SOURCE_MAP: Final = "//# sourceMappingURL=vis-network.min.js.map"
VIS_SHA256: Final = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


class Graph(Network):  # type: ignore[misc] # pyvis ships no types
    """A scene as pyvis keeps it.

    Unlike its parent it keeps several lines between two things, adds each in constant time, and has neither
    physics nor a template of its own.

    Args:
        scene: What to draw.
    """

    def __init__(self, scene: Scene) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self._known: set[str] = set()
        for node in scene.nodes:
            self.add_node(node.id, **_given(node))
        for edge in scene.edges:
            self.add_edge(edge.source, edge.target, **_given(edge))

    def add_node(self, n_id: str, label: str | None = None, **options: Any) -> None:
        """Add a thing once."""
        if n_id not in self._known:
            self._known.add(n_id)
            options |= {"id": n_id, "label": label or n_id}
            self.nodes.append(options)
            self.node_ids.append(n_id)
            self.node_map[n_id] = options

    def add_edge(self, source: str, to: str, /, **options: Any) -> None:
        """Add a line between two things that are there."""
        if not {source, to} <= self._known:
            raise ValueError(f"a line between unknown things: {source}, {to}")
        self.edges.append(options | {"source": source, "target": to})


def _given(value: Any) -> dict[str, Any]:
    """Fields of a frozen value that say something; what is usual is left out of the page."""
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: item for name, item in found.items() if item is not None and item != ()}


def vis_network() -> str:
    """The script of vis-network as pyvis brings it.

    Raises:
        KgError: It is not the one that our page was made for.
    """
    try:
        script = files("pyvis").joinpath(VIS_NETWORK).read_bytes()
    except FileNotFoundError:
        script = b""
    if sha256(script).hexdigest() != VIS_SHA256:
        raise KgError(
            f"pyvis {version('pyvis')} does not bring the vis-network 9.1.2 that the page is made for",
            hint="install pyvis 0.3.2",
        )
    # As a browser reads it: the policy's hash is over the script's text after line ends are made one.
    return script.decode().replace("\r\n", "\n").replace("\r", "\n").removesuffix(_SOURCE_MAP)
