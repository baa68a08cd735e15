"""Changes to the named graphs of a store, each in one transaction: all of it is kept, or nothing.

Every triple of a named graph is also kept in the default graph, which is thereby the union of all graphs with
each triple once (docs/decisions/0004-the-default-graph-is-the-union.md).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, TypeAlias

import pyoxigraph as ox

from kg.errors import InputError
from kg.paths import resource
from kg.rdf.derive import rules
from kg.rdf.iris import ENTITIES
from kg.store.rdflib_terms import Written, nquads

_DEFAULT: Final = ox.DefaultGraph()
_ENTITIES: Final = ox.NamedNode(ENTITIES)
_MANY: Final = 5_000
"""Quads from which on the bulk loader is faster than a transaction."""

_Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple


def derived(graphs: Written) -> dict[str, None]:
    """The triples that follow by rule from those of one article or of the catalogue, and the code lists."""
    names = frozenset(f"<{iri}>" for rule in rules() for iri in rule.names)
    # A rule sees no triple whose property it does not name.
    seen = {t: None for triples in graphs.values() for t in triples if t.split(" ", 2)[1] in names}
    scratch = ox.Store()
    scratch.load(nquads({"": seen}), format=ox.RdfFormat.N_QUADS, lenient=True)
    scratch.extend(_codes())
    found: dict[str, None] = {}
    for rule in rules():
        triples = scratch.query(rule.text)
        assert isinstance(triples, ox.QueryTriples), rule.name  # noqa: S101 - our own rules are CONSTRUCTs
        found.update(dict.fromkeys(map(str, triples)))
    return found


@cache
def _codes() -> tuple[ox.Quad, ...]:
    return tuple(ox.parse(path=resource("ontology/codes.ttl"), format=ox.RdfFormat.TURTLE))


def replace(store: ox.Store, graph: ox.NamedNode, graphs: Written) -> None:
    """Make ``graph`` hold just its part of ``graphs``; the rest describes entities.

    Entities that nothing mentions any longer go. So the store depends on what is in it, not on its past.

    Raises:
        InputError: A quad lies in neither graph.
        OSError, RuntimeError: The engine could not write.
    """
    own, described = graphs.get(str(graph), {}), graphs.get(str(_ENTITIES), {})
    if stray := next((name for name in graphs if name not in (str(graph), str(_ENTITIES))), None):
        raise InputError(f"{stray} is neither the graph {graph} nor that of entities")
    if not store.contains_named_graph(graph) and _all_mentioned(described, own):
        _enter(store, graphs)
        return
    before = set(store.quads_for_pattern(None, None, None, graph))
    quads = set(ox.parse(nquads(graphs), format=ox.RdfFormat.N_QUADS, lenient=True))
    after = {q for q in quads if q.graph_name == graph}
    about = quads - after
    orphans = _orphans(store, graph, before, after, about)
    gone = {q for entity in orphans for q in store.quads_for_pattern(entity, None, None, _ENTITIES)}
    kept = {q for q in about if q.subject not in orphans}
    change(store, removed=(before - after) | gone, added=(after - before) | kept)


def _all_mentioned(described: Iterable[str], own: Iterable[str]) -> bool:
    entities = {triple.split(" ", 1)[0] for triple in described}
    return entities <= {node for triple in own for node in triple.split(" ", 2)}


def _enter(store: ox.Store, graphs: Written) -> None:
    """Add a graph that is new, where nothing can go. Its terms were checked when they were written."""
    union = {triple: None for triples in graphs.values() for triple in triples}
    data = nquads(graphs | {"": union})
    (store.bulk_load if len(union) > _MANY else store.load)(data, format=ox.RdfFormat.N_QUADS, lenient=True)


def change(store: ox.Store, *, removed: set[ox.Quad], added: set[ox.Quad]) -> None:
    """Apply a difference between named graphs, and to their union, in one transaction."""
    union = {q.triple for q in added}
    new = (*added, *(ox.Quad(*triple) for triple in union))
    if not removed:
        # Either way all of it is kept or nothing, even if the process is killed; the loader is dear to start.
        (store.bulk_extend if len(new) > _MANY else store.extend)(new)
        return
    graphs: dict[ox.Triple, set[object]] = {}
    for q in removed:
        graphs.setdefault(q.triple, {_DEFAULT}).add(q.graph_name)
    lost = (
        ox.Quad(*triple)
        for triple, left in graphs.items()
        if triple not in union and all(q.graph_name in left for q in store.quads_for_pattern(*triple))
    )
    emptied = (
        graph
        for graph in {q.graph_name for q in removed} - {q.graph_name for q in added}
        if all(q in removed for q in store.quads_for_pattern(None, None, None, graph))
    )
    # One update request is one transaction. Its terms are written by the engine itself.
    store.update(
        f"DELETE DATA {{\n{_block((*removed, *lost))}}} ;\nINSERT DATA {{\n{_block(new)}}}"
        + "".join(f" ;\nDROP SILENT GRAPH {graph}" for graph in emptied)
    )


def _block(quads: Iterable[ox.Quad]) -> str:
    return "".join(
        f"{q.triple} .\n" if q.graph_name == _DEFAULT else f"GRAPH {q.graph_name} {{ {q.triple} }}\n"
        for q in quads
    )


def _orphans(
    store: ox.Store, graph: ox.NamedNode, before: set[ox.Quad], after: set[ox.Quad], described: set[ox.Quad]
) -> set[_Node]:
    """The entities that nothing mentions once ``graph`` holds ``after``, directly or over other entities."""
    new: dict[_Node, list[ox.Quad]] = {}
    for q in described:
        new.setdefault(q.subject, []).append(q)

    def description(node: _Node) -> Iterator[ox.Quad]:
        yield from store.quads_for_pattern(node, None, None, _ENTITIES)
        yield from new.get(node, ())

    def entities(nodes: Iterable[_Node]) -> set[_Node]:
        return {node for node in nodes if any(True for _ in description(node))}

    def mentions(node: _Node) -> set[_Node]:
        return entities(_nodes(description(node)))

    def mentioned_elsewhere(node: _Node) -> bool:
        as_subject = store.quads_for_pattern(node, None, None)
        for q in chain(as_subject, store.quads_for_pattern(None, None, node)):
            if q.graph_name == _ENTITIES:
                if q.subject not in touched:
                    return True
            elif q.graph_name not in (graph, _DEFAULT):
                return True
        return False

    touched = _closure(entities(_nodes(before) | set(new)), mentions)
    needed = _nodes(after)
    return touched - _closure({n for n in touched if n in needed or mentioned_elsewhere(n)}, mentions)


def _nodes(quads: Iterable[ox.Quad]) -> set[_Node]:
    return {n for q in quads for n in (q.subject, q.object) if not isinstance(n, ox.Literal)}


def _closure(start: set[_Node], follow: Callable[[_Node], set[_Node]]) -> set[_Node]:
    found, todo = set(start), list(start)
    while todo:
        new = follow(todo.pop()) - found
        found |= new
        todo += new
    return found
