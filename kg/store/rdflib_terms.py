"""The one place where rdflib terms and engine terms meet."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

import pyoxigraph as ox

from kg.store.terms import GENID, XSD, Term

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Node

    from kg.rdf.quads import Quad

_STRING: Final = XSD + "string"

Written: TypeAlias = dict[str, dict[str, None]]
"""Triples by graph, in order and without repetition, as N-Quads writes them: terms with a space between."""


def from_rdflib(node: "Node") -> Term:
    """The engine's form of an rdflib term; an IRI below :data:`GENID` for a blank node.

    Raises:
        ValueError: An IRI that is none.
    """
    from rdflib import BNode, Literal, URIRef

    if isinstance(node, Literal):
        if node.language:
            return ox.Literal(node, language=node.language)
        return ox.Literal(node, datatype=ox.NamedNode(node.datatype)) if node.datatype else ox.Literal(node)
    if isinstance(node, BNode):
        return ox.NamedNode(GENID + str(node))
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    raise ValueError(f"{node!r} is not an RDF 1.1 term")


@contextmanager
def malformed_literals() -> Iterator[None]:
    """Inside, rdflib takes a literal such as a thirteenth month without logging a traceback.

    The shapes report it, in one line.
    """
    import logging

    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def to_rdflib(term: Term) -> "Node":
    """Rdflib's form of an engine term.

    Raises:
        ValueError: A triple term, which rdflib does not know.
    """
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        raise ValueError("rdflib knows no triple terms")
    datatype = None if term.language or term.datatype.value == _STRING else URIRef(term.datatype.value)
    return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def written(quads: Iterable["Quad"]) -> Written:
    """Mapped quads as N-Quads writes them, every term checked by the engine.

    Raises:
        ValueError: A term that is not valid RDF.
    """
    # The same few thousand objects come again and again; asking rdflib whether two are equal is dear. Each is
    # kept, so that no other takes its identity.
    known: dict[int, str] = {}
    kept: list[Node] = []

    def write(node: "Node") -> str:
        kept.append(node)
        text = known[id(node)] = str(from_rdflib(node))
        return text

    graphs: Written = {}
    get = known.get
    for s, p, o, graph in quads:
        triple = f"{get(id(s)) or write(s)} {get(id(p)) or write(p)} {get(id(o)) or write(o)}"
        graphs.setdefault(get(id(graph)) or write(graph), {})[triple] = None
    return graphs


def nquads(graphs: Written) -> bytes:
    """What is written as one N-Quads file; a graph without name is the default graph."""
    ends = {graph: f" {graph} .\n" for graph in graphs}
    return "".join(ends[graph].join((*triples, "")) for graph, triples in graphs.items()).encode()


def dataset_quads(dataset: "Dataset") -> Iterator[ox.Quad]:
    """The quads of an rdflib dataset in the engine's form.

    Raises:
        ValueError: A term that is not valid RDF.
    """
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    for s, p, o, graph in dataset.quads():
        if graph is None or graph == DATASET_DEFAULT_GRAPH_ID:
            name: Term | ox.DefaultGraph = ox.DefaultGraph()
        else:
            name = from_rdflib(graph)
        yield ox.Quad(from_rdflib(s), from_rdflib(p), from_rdflib(o), name)  # type: ignore[arg-type]
