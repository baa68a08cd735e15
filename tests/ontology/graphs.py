"""The files of `ontology/` as graphs, and data that uses them."""

from functools import cache
from pathlib import Path

from rdflib import Graph

from kg.paths import resource
from kg.store.build import build, shipped_articles
from kg.store.local import Store


@cache
def ontology(name: str) -> Graph:
    """A Turtle file of the ontology. Do not change it."""
    return Graph().parse(resource(f"ontology/{name}.ttl"))


def sample() -> Graph:
    """A made-up article in the shape that docs/reference/rdf.md promises, with a claim of each kind."""
    return Graph().parse(Path(__file__).with_name("sample.ttl"))


def shipped(folder: Path) -> Graph:
    """All graphs of a store built from the articles that come with migkg, as one."""
    build(folder, articles=shipped_articles())
    union = Graph()
    with Store.open(folder) as store:
        for s, p, o, _ in store.to_rdflib().quads():
            union.add((s, p, o))
    return union
