"""RDF files in and out of the engine's parser and serialiser, guarded and in a stable order."""

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

import pyoxigraph as ox

from kg.errors import InputError, UsageError
from kg.rdf.iris import PREFIXES
from kg.store import jsonld
from kg.store.guard import STRINGS_AND_COMMENTS
from kg.store.terms import skolemised

Format: TypeAlias = Literal["nq", "trig", "ttl", "jsonld"]
"""N-Quads, TriG, Turtle (which has no graphs) or JSON-LD."""

MAX_NESTING: Final = 64

_FORMATS: Final[dict[str, ox.RdfFormat]] = {
    "nq": ox.RdfFormat.N_QUADS,
    "nt": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
_BRACKETS: Final = re.compile(rf"{STRINGS_AND_COMMENTS}|(?P<open><<)|(?P<close>>>)".encode(), re.DOTALL)
_DOCTYPE: Final = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


def read(path: Path) -> list[ox.Quad]:
    """The quads of an RDF file; its format is told by its ending (nq nt trig ttl jsonld rdf).

    Blank nodes become IRIs, the same for the same file.

    Raises:
        InputError: The file cannot be read, is not valid, or is made to break a parser.
        UsageError: The ending is unknown.
    """
    form = _FORMATS.get(path.suffix.removeprefix(".").lower())
    if form is None:
        raise UsageError(f"{path}: cannot tell the format", hint=f"known endings: {', '.join(_FORMATS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    if form is ox.RdfFormat.RDF_XML and _is_utf16(data):
        raise InputError(f"{path}: RDF/XML is read as UTF-8 only")
    if form is ox.RdfFormat.RDF_XML and _DOCTYPE.search(data):
        raise InputError(f"{path}: a DOCTYPE in RDF/XML is refused", hint="its entities can exhaust memory")
    if _nesting(data) > MAX_NESTING:
        raise InputError(f"{path}: triple terms nested more than {MAX_NESTING} deep")
    try:
        return list(skolemised(ox.parse(data, form), sha256(data).hexdigest()[:16]))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path}: {' '.join(str(error).split())}") from None


def _is_utf16(data: bytes) -> bool:
    return b"\x00" in data[:64]


def _nesting(data: bytes) -> int:
    depth = deepest = 0
    if data.count(b"<<") > MAX_NESTING:
        for token in _BRACKETS.finditer(data):
            if token.lastgroup:
                depth = depth + 1 if token.lastgroup == "open" else max(0, depth - 1)
                deepest = max(deepest, depth)
    return deepest


def write(quads: Iterable[ox.Quad], form: Format) -> bytes:
    """Quads as a file whose bytes depend on nothing but the quads.

    Raises:
        UsageError: The format is unknown.
    """
    if form not in get_args(Format):
        raise UsageError(f"unknown format {form!r}", hint=f"one of {', '.join(get_args(Format))}")
    if form == "nq":
        lines = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").split(b"\n")[:-1]
        return b"".join(line + b"\n" for line in sorted(set(lines)))
    if form == "ttl":
        quads = {ox.Quad(q.subject, q.predicate, q.object) for q in quads}
    ordered = sorted(
        quads, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object))
    )
    if form == "jsonld":
        return jsonld.write(ordered)
    text = ox.serialize(ordered, format=_FORMATS[form], prefixes=PREFIXES) or b""
    rows = text.split(b"\n")
    head = list(takewhile(lambda row: row.startswith(b"@prefix "), rows))
    return b"\n".join(sorted(head) + rows[len(head) :])  # the engine writes prefixes in any order
