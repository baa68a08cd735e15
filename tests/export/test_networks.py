"""The network's files, read by networkx and checked by lxml."""

from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from kg import network
from kg.export.networks import gexf, graphml
from kg.rdf import iris
from kg.store import Store
from kg.store.build import ontology, put_article
from tests.export.samples import one_transfer

EDGE = ("label", "relation", "status", "since", "who", "words", "claims", "agreements")
GEXF = "{http://gexf.net/1.3}"


def edges(net: Any) -> list[tuple[str, ...]]:
    found = net.edges(data=True)
    return sorted((a, b, *(data.get(name, "") or "" for name in EDGE)) for a, b, data in found)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_back_every_node_and_edge(graph: Store, form: str) -> None:
    if form == "graphml":
        back = nx.read_graphml(BytesIO(graphml(graph)))
    else:
        back = nx.read_gexf(BytesIO(gexf(graph)))
    want = network.flat(network.network(graph))
    assert back.is_directed()
    assert back.is_multigraph()
    assert edges(back) == edges(want)
    assert len(edges(want)) > 300
    for node, data in want.nodes(data=True):
        given = {name: value for name, value in data.items() if value}
        assert given.items() <= back.nodes[node].items()
        assert back.nodes[node]["iri"] == f"https://w3id.org/migkg/id/{node}"
    assert {data["kind"] for _, data in back.nodes(data=True)} == {"country", "agreement", "official"}


def test_the_licence_is_in_the_files(graph: Store) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert nx.read_graphml(BytesIO(graphml(graph))).graph["licence"] == licence
    description = etree.fromstring(gexf(graph)).findtext(f"{GEXF}meta/{GEXF}description")
    assert description is not None
    assert licence in description


def test_gexf_has_the_structure_that_its_format_asks_for(graph: Store) -> None:
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))
    root = etree.fromstring(gexf(graph))
    schema.assertValid(root)
    for what in ("node", "edge"):
        declared = {
            a.get("id") for a in root.iterfind(f".//{GEXF}attributes[@class='{what}']/{GEXF}attribute")
        }
        used = {v.get("for") for v in root.iterfind(f".//{GEXF}{what}/{GEXF}attvalues/{GEXF}attvalue")}
        assert used == declared
    nodes = [node.get("id") for node in root.iter(f"{GEXF}node")]
    ids = [edge.get("id") for edge in root.iter(f"{GEXF}edge")]
    ends = {edge.get(end) for edge in root.iter(f"{GEXF}edge") for end in ("source", "target")}
    assert len(set(nodes)) == len(nodes)
    assert len(set(ids)) == len(ids)
    assert ends <= set(nodes)
    beside = [(e.get("source"), e.get("target"), e.get("kind")) for e in root.iter(f"{GEXF}edge")]
    assert len(set(beside)) == len(beside)


def test_graphml_declares_what_it_uses_once(graph: Store) -> None:
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = etree.fromstring(graphml(graph))
    declared = [(key.get("id"), key.get("for")) for key in root.iter(f"{space}key")]
    assert len({id for id, _ in declared}) == len(declared)
    used = {(d.get("key"), d.getparent().tag.removeprefix(space)) for d in root.iter(f"{space}data")}
    assert used == set(declared)
    ids = [element.get("id") for tag in ("node", "edge") for element in root.iter(space + tag)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_hostile_words_stay_text(write: Any) -> None:
    evil = '</data><script>alert("x")</script>&lol;\x0b\u202e]]>'
    with Store.memory() as store:
        store.put_graph(iris.ONTOLOGY, ontology())
        put_article(store, *one_transfer(evil))
        data = write(store)
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    assert not [e for e in root.iter() if str(e.tag).endswith("}script")]
    assert b"\x0b" not in data
    texts = [text for e in root.iter() for text in (e.text or "", e.get("value") or "")]
    assert any('<script>alert("x")</script>&lol;' in text for text in texts)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_an_empty_store_gives_an_empty_network(write: Any) -> None:
    with Store.memory() as store:
        root = etree.fromstring(write(store))
    assert not [e for e in root.iter() if str(e.tag).endswith(("}node", "}edge"))]
