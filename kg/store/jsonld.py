"""Quads as JSON-LD for people: short names from a context, and plain values where the context knows the type.

The engine's own writer gives full addresses and one object a value, and takes twice the room.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

import pyoxigraph as ox

from kg.errors import UsageError
from kg.rdf.iris import NS, PREFIXES

_XSD: Final = PREFIXES["xsd"]
_TYPE: Final = PREFIXES["rdf"] + "type"
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what JSON keeps exactly, and RDF writes no other way

_Object: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal


def write(quads: Iterable[ox.Quad]) -> bytes:
    """Sorted quads as a JSON-LD document, one node a line.

    Raises:
        UsageError: A triple term (RDF 1.2), which JSON-LD does not know.
    """
    rows = list(dict.fromkeys(quads))
    short = _Short(rows)
    lines = []
    for graph, members in groupby(rows, key=lambda quad: quad.graph_name):
        nodes = [
            json.dumps(short.node(subject, list(same)), ensure_ascii=False)
            for subject, same in groupby(members, key=lambda quad: quad.subject)
        ]
        if isinstance(graph, ox.DefaultGraph):
            lines += nodes
        else:
            name = json.dumps(short.reference(graph))
            lines.append(f'{{"@id": {name}, "@graph": [\n' + ",\n".join(nodes) + "\n]}")
    context = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in short.context.items())
    body = ",\n".join(lines)
    return f'{{"@context": {{\n{context}\n}},\n"@graph": [\n{body}\n]}}\n'.encode()


class _Short:
    """Names as the context shortens them; what it says of a property holds for all its values here."""

    def __init__(self, quads: list[ox.Quad]) -> None:
        schemes = {iri.partition(":")[0] for quad in quads for iri in _iris(quad)}
        # An address that begins like a prefix would be taken for a short name.
        self._prefixes = {name: iri for name, iri in PREFIXES.items() if name not in schemes}
        kinds: dict[str, set[str | None]] = {}
        for quad in quads:
            kinds.setdefault(quad.predicate.value, set()).add(_kind(quad.object))
        self._types = {p: kind for p, (kind, *more) in kinds.items() if kind and not more and p != _TYPE}
        self.context: dict[str, object] = {"@vocab": NS, **self._prefixes}
        for predicate, kind in sorted(self._types.items()):
            self.context[self.term(predicate)] = {"@type": "@id" if kind == "@id" else self.term(kind)}

    def node(self, subject: object, quads: list[ox.Quad]) -> dict[str, object]:
        found: dict[str, object] = {"@id": self.reference(subject)}
        for predicate, same in groupby(quads, key=lambda quad: quad.predicate.value):
            objects = [quad.object for quad in same]
            if predicate == _TYPE and all(isinstance(o, ox.NamedNode) for o in objects):
                key, values = "@type", [self.term(o.value) for o in objects if isinstance(o, ox.NamedNode)]
            else:
                key = self.term(predicate)
                values = [self._value(o, self._types.get(predicate)) for o in objects]  # type: ignore[misc]
            found[key] = values[0] if len(values) == 1 else values
        return found

    def reference(self, node: object) -> str:
        """An IRI or blank node as ``@id`` has it."""
        if isinstance(node, ox.BlankNode):
            return f"_:{node.value}"
        if not isinstance(node, ox.NamedNode):
            raise UsageError("JSON-LD holds no triple terms (RDF 1.2)", hint="write nq or trig")
        for prefix, namespace in self._prefixes.items():
            if node.value.startswith(namespace) and not node.value.startswith("//", len(namespace)):
                return f"{prefix}:{node.value.removeprefix(namespace)}"
        return str(node.value)

    def term(self, iri: str) -> str:
        """An IRI as a key, a class or a datatype."""
        local = iri.removeprefix(NS)
        bare = local != iri and _NAME.fullmatch(local) and local not in PREFIXES
        return local if bare else self.reference(ox.NamedNode(iri))

    def _value(self, value: object, known: str | None) -> object:
        if not isinstance(value, ox.Literal):
            name = self.reference(value)
            return name if known else {"@id": name}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        match _kind(value):
            case None if value.datatype.value == _XSD + "integer":
                return int(value.value)
            case None if value.datatype.value == _XSD + "boolean":
                return value.value == "true"
            case None:
                return value.value
            case datatype if known:
                return value.value
            case datatype:
                return {"@value": value.value, "@type": self.term(str(datatype))}


def _kind(value: object) -> str | None:
    """What the context must say of a value: a reference, a datatype, or nothing."""
    if not isinstance(value, ox.Literal):
        return "@id"
    datatype, text = str(value.datatype.value), value.value
    plain = (
        bool(value.language)
        or datatype == _XSD + "string"
        or (datatype == _XSD + "integer" and _WHOLE.fullmatch(text))
        or (datatype == _XSD + "boolean" and text in ("true", "false"))
    )
    return None if plain else datatype


def _iris(quad: ox.Quad) -> Iterator[str]:
    for node in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(node, ox.NamedNode):
            yield str(node.value)
        elif isinstance(node, ox.Literal):
            yield str(node.datatype.value)
