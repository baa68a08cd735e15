"""The network as a file for Gephi, Cytoscape, yEd and others: GraphML and GEXF.

A node has its id (``country/RWA``), ``label``, ``iri``, ``kind``, and where it has one ``code`` or
``status``; an edge its ``label``, its ``relation`` and the rest of what :func:`kg.network.flat` says. The
licence stands in the file. The same store gives the same bytes, with any version of networkx and on any day.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from kg import __version__
from kg.network import flat, network
from kg.rdf.dataset import DESCRIPTION, LICENCE, TITLE
from kg.rdf.iris import ID

if TYPE_CHECKING:
    from kg.network import Network
    from kg.store import Store

_NODE: Final = ("iri", "kind", "code", "status")
_EDGE: Final = ("relation", "status", "since", "who", "words", "claims", "agreements")
_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_GEXF: Final = "http://gexf.net/1.3"

_Element = ElementTree.Element


def graphml(store: "Store") -> bytes:
    """The network of a store as GraphML 1.0."""
    net = _plain(store)
    root = _Element("graphml", {"xmlns": _GRAPHML})
    about = {"title": TITLE, "description": DESCRIPTION, "licence": str(LICENCE), "version": __version__}
    declared = (("graph", tuple(about)), ("node", ("label", *_NODE)), ("edge", ("label", *_EDGE)))
    for what, names in declared:
        for name in names:
            values = {"id": f"{what}-{name}", "for": what, "attr.name": name, "attr.type": "string"}
            _add(root, "key", values)
    graph = _add(root, "graph", {"id": "migkg", "edgedefault": "directed"})
    _data(graph, "graph", tuple(about), about)
    for node, data in net.nodes(data=True):
        _data(_add(graph, "node", {"id": node}), "node", ("label", *_NODE), data)
    for number, source, target, data in _edges(net):
        ends = {"id": f"e{number}", "source": source, "target": target}
        _data(_add(graph, "edge", ends), "edge", ("label", *_EDGE), data)
    return _written(root)


def gexf(store: "Store") -> bytes:
    """The network of a store as GEXF 1.3. Edges beside each other differ in ``kind``: the relation."""
    net = _plain(store)
    root = _Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    meta = _add(root, "meta")  # without a date: it would change the bytes from day to day
    _add(meta, "creator").text = f"migkg {__version__}"
    _add(meta, "keywords").text = "migration agreements"
    _add(meta, "description").text = f"{TITLE}. {DESCRIPTION} Licence: {LICENCE}"
    graph = _add(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for what, names in (("node", _NODE), ("edge", _EDGE)):
        declared = _add(graph, "attributes", {"class": what, "mode": "static"})
        for name in names:
            _add(declared, "attribute", {"id": name, "title": name, "type": "string"})
    nodes, edges = _add(graph, "nodes"), _add(graph, "edges")
    for node, data in net.nodes(data=True):
        _values(_add(nodes, "node", {"id": node, "label": data["label"]}), _NODE, data)
    for number, source, target, data in _edges(net):
        ends = {"id": f"e{number}", "source": source, "target": target}
        edge = _add(edges, "edge", {**ends, "label": data["label"], "kind": data["relation"]})
        _values(edge, _EDGE, data)
    return _written(root)


def _plain(store: "Store") -> "Network":
    net = flat(network(store))
    for node, data in net.nodes(data=True):
        data["iri"] = ID + node
    return net


def _edges(net: "Network") -> Iterator[tuple[int, str, str, dict[str, str]]]:
    for number, (source, target, data) in enumerate(net.edges(data=True)):
        yield number, source, target, data


def _add(parent: _Element, tag: str, values: Mapping[str, str] | None = None) -> _Element:
    return ElementTree.SubElement(parent, tag, dict(values or {}))


def _data(element: _Element, what: str, names: tuple[str, ...], data: Mapping[str, str]) -> None:
    for name in names:
        if data.get(name):
            _add(element, "data", {"key": f"{what}-{name}"}).text = data[name]


def _values(element: _Element, names: tuple[str, ...], data: Mapping[str, str]) -> None:
    values = _add(element, "attvalues")
    for name in names:
        if data.get(name):
            _add(values, "attvalue", {"for": name, "value": data[name]})


def _written(root: _Element) -> bytes:
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
