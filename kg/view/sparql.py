"""SPARQL inside the page: Oxigraph as WebAssembly, the graph as N-Quads, and the named questions."""

from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from zlib import compress

from kg.errors import KgError
from kg.rdf.iris import NS

if TYPE_CHECKING:
    from kg.query import QueryFile
    from kg.store import Store

ENGINE: Final = "0.5.11"
"""Version of the npm package `oxigraph` in `static/oxigraph/` (MIT or Apache-2.0)."""
_FOLDER: Final = files("kg.view") / "static" / "oxigraph"
_SUMS: Final = {
    "web.js": "2fcfdcadc79c9146cee98028a273aebc93df3282eb0299c248595bc529deca41",
    "web_bg.wasm.z": "93db10528d691c2cc26ec85d6ce39f74136ba7159c2b19d59054761f16c2c152",
}
# The page has the text already, and no question asks for the words of definitions.
_LEFT_OUT: Final = (
    NS + "articleText",
    "http://www.w3.org/2004/02/skos/core#definition",
    "http://www.w3.org/2004/02/skos/core#example",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What a page needs in order to answer SPARQL.

    Args:
        script: The engine's own script, an ES module.
        module: The deflated WebAssembly module, in base64.
        quads: The deflated N-Quads of the graph, in base64.
        questions: Name, question in words, and SPARQL of each question.
    """

    script: str
    module: str
    quads: str
    questions: tuple[tuple[str, str, str], ...]


def engine(store: "Store", *, day: str, example: str | None = None) -> Engine:
    """The engine with the graph of a store.

    Args:
        store: The store.
        day: The day (ISO 8601) that stands for today in the questions.
        example: What questions about one thing ask for, until the reader changes it.

    Raises:
        KgError: The installation lacks the engine.
    """
    from kg.query import available

    quads = store.dump("nq", without_properties=_LEFT_OUT)
    return Engine(
        script=_part("web.js").decode() + "\nglobalThis.oxigraph = { initSync, Store };\n",
        module=b64encode(_part("web_bg.wasm.z")).decode(),
        quads=b64encode(compress(quads, 9)).decode(),
        questions=tuple((q.name, q.summary, _bound(q, day, example)) for q in available() if q.summary),
    )


def _part(name: str) -> bytes:
    try:
        content = (_FOLDER / name).read_bytes()
    except FileNotFoundError:
        content = b""
    if sha256(content).hexdigest() != _SUMS[name]:
        raise KgError(
            f"the SPARQL engine of the page ({name}, Oxigraph {ENGINE}) is missing or damaged",
            hint="install migkg again, or write the page without SPARQL",
        )
    return content


def _bound(question: "QueryFile", day: str, example: str | None) -> str:
    """A question with a VALUES row that a reader can change: defaults, and what must be given left open."""
    params = tuple(replace(param, required=False) for param in question.params)
    given = {param.name: day for param in params if param.default == "today"}
    needed = [param for param in question.params if param.required]
    if example and len(needed) == 1 and needed[0].type == "iri":
        given[needed[0].name] = example
    lines = replace(question, params=params).bind(given).splitlines()
    return "\n".join(line for line in lines if not line.startswith("#+ ")).strip() + "\n"
