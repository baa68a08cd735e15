"""A graph in a folder, or in memory: embedded Oxigraph behind a few verbs."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import pyoxigraph as ox

from kg.errors import InputError, QueryError, StoreError, StoreMissing
from kg.rdf.iris import GRAPH, PREFIXES, article_graph
from kg.store import guard, rdflib_terms, terms
from kg.store.marker import MARKER, READERS_SHARE, REBUILD, Lock, check, mark

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.rdf.quads import Quad
    from kg.store.formats import Format

LOADED: Final = GRAPH + "loaded"
"""Graph of the loaded triples that name none of their own."""

_ARTICLES: Final = article_graph("")


class Store:
    """Named graphs that one can change an article at a time, ask and export.

    The default graph of a query is the union of all named graphs. Made by :meth:`create`, :meth:`open` or
    :meth:`memory`; as a context manager it closes itself.

    >>> with Store.memory() as store:
    ...     store.ask("ASK { ?s ?p ?o }")
    False
    """

    def __init__(self, engine: ox.Store, *, path: Path | None, lock: Lock | None, write: bool) -> None:
        self._engine: ox.Store | None = engine
        self._lock = lock
        self._write = write
        self.path = path

    @classmethod
    def memory(cls) -> Self:
        """A new, empty store that is gone when it is closed."""
        return cls(ox.Store(), path=None, lock=None, write=True)

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """The store in a folder, open for writing; made if it is not there yet.

        Raises:
            StoreError: The folder holds other files, or cannot be made.
            StoreLocked: Another process has it open.
        """
        path = Path(path)
        marker = path / MARKER
        try:
            if path.exists() and not marker.exists() and any(path.iterdir()):
                raise StoreError(f"{path} holds other files", hint="name a new or empty folder for the store")
            path.mkdir(parents=True, exist_ok=True)
            marker.touch()
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror}") from None
        lock = Lock(marker, exclusive=True)
        mark(path)
        return cls._open(path, lock, write=True)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False) -> Self:
        """The store in a folder that has one. Never makes anything.

        Args:
            path: The folder.
            write: Whether to change it. There is one writer, or any number of readers.

        Raises:
            StoreMissing: There is none.
            StoreError: It is of another version, or damaged.
            StoreLocked: Another process has it open.
        """
        path = Path(path)
        marker = path / MARKER
        if not marker.is_file():
            raise StoreMissing(f"no store at {path}", hint="'kg build' makes one, -s names another")
        return cls._open(path, Lock(marker, exclusive=write), write=write)

    @classmethod
    def _open(cls, path: Path, lock: Lock, *, write: bool) -> Self:
        try:
            check(path)
            data = str(path / "data")
            engine = ox.Store(data) if write or not READERS_SHARE else ox.Store.read_only(data)
            if write:
                for old in Path(data).glob("LOG.old.*"):  # the engine leaves one at each opening
                    old.unlink(missing_ok=True)
        except StoreError:
            lock.release()
            raise
        except (OSError, RuntimeError) as error:
            lock.release()
            reason = f"the store at {path} cannot be opened: {_line(error)}"
            raise StoreError(reason, hint=REBUILD) from None
        return cls(engine, path=path, lock=lock, write=write)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others write. Closing twice does no harm."""
        if self._engine and self.path and self._write:
            with suppress(OSError):  # what was written is safe in the log; readers are only slower to open it
                self._engine.flush()
        self._engine = None
        if self._lock:
            self._lock.release()

    def put(self, key: str, quads: Iterable["Quad"]) -> None:
        """Replace one article's graph, whole or not at all, with what follows from it by rule.

        Args:
            key: Key of the article.
            quads: Those of its graph, and of the graph of entities for the entities it mentions.

        Raises:
            InputError: A quad is not valid RDF, or lies in another graph.
            StoreError: The store cannot be written; it is as it was.
        """
        self._replace(article_graph(key), quads, derive=True)

    def put_graph(self, graph: str, quads: Iterable["Quad"], *, derive: bool = False) -> None:
        """Replace any other named graph, such as the catalogue; as :meth:`put`.

        Args:
            graph: IRI of the graph.
            quads: Its quads, and those of the graph of entities for the entities it mentions.
            derive: Whether to add what follows by rule.
        """
        self._replace(graph, quads, derive=derive)

    def remove(self, key: str) -> None:
        """Take an article out, with everything that only it mentioned.

        Raises:
            InputError: There is no such article.
        """
        if key not in self.articles():
            raise InputError(f"there is no article {key} in the store")
        self._replace(article_graph(key), ())

    def load(self, path: Path | str) -> None:
        """Add the quads of an RDF file (nq trig ttl jsonld nt rdf), all or none.

        Triples outside any graph go to the graph :data:`LOADED`; blank nodes become IRIs.

        Raises:
            InputError: The file is not valid.
        """
        from kg.store import formats

        self._add(formats.read(Path(path)))

    def from_rdflib(self, dataset: "Dataset") -> None:
        """Add the quads of an rdflib dataset; as :meth:`load`.

        Raises:
            InputError: A term is not valid RDF.
        """
        try:
            quads = list(rdflib_terms.dataset_quads(dataset))
        except ValueError as error:
            raise InputError(f"the dataset: {error}") from None
        self._add(quads)

    def to_rdflib(self) -> "Dataset":
        """A copy as an rdflib dataset whose default graph is the union."""
        from rdflib import Dataset

        dataset = Dataset(default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        with rdflib_terms.malformed_literals():
            for name in self._open_engine.named_graphs():
                graph = dataset.graph(name.value)
                for quad in self._quads(name):
                    s, p, o = map(rdflib_terms.to_rdflib, quad.triple)
                    graph.add((s, p, o))
        return dataset

    def articles(self) -> tuple[str, ...]:
        """Keys of the articles in the store, in order."""
        names = (str(name.value) for name in self._open_engine.named_graphs())
        return tuple(sorted(n.removeprefix(_ARTICLES) for n in names if n.startswith(_ARTICLES)))

    def size(self, *, without: Collection[str] = ()) -> int:
        """Number of statements in the named graphs, but for those named in ``without``."""
        names = (n for n in self._open_engine.named_graphs() if n.value not in without)
        return sum(1 for name in names for _ in self._quads(name))

    def query(self, sparql: str, *, name: str = "query", trusted: bool = False) -> terms.Answer:
        """The answer to a SPARQL query of any form.

        Args:
            sparql: The query; its default graph is the union of all graphs.
            name: What to call it in messages.
            trusted: Our own words, which need no check. Never true for what a user gave.

        Raises:
            QueryError: It is malformed, or not allowed (see :mod:`kg.store.guard`).
        """
        if not trusted:
            guard.check(sparql, name=name)
        try:
            return terms.answer(self._open_engine.query(sparql))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"{name}{guard.place_and_reason(error)}") from None

    def select(self, sparql: str) -> terms.Answer:
        """The rows of a SELECT; raises as :meth:`query` does."""
        return self._of_form("select", sparql)

    def construct(self, sparql: str) -> terms.Answer:
        """The triples of a CONSTRUCT or DESCRIBE, as rows of three; raises as :meth:`query` does."""
        return self._of_form("construct", sparql)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK; raises as :meth:`query` does."""
        return bool(self._of_form("ask", sparql).cells[0][0])

    def _of_form(self, form: str, sparql: str) -> terms.Answer:
        answer = self.query(sparql)
        if answer.form != form:
            raise QueryError(f"this is a query of the form {answer.form.upper()}, not {form.upper()}")
        return answer

    def dump(
        self,
        form: "Format",
        *,
        graphs: Collection[str] | None = None,
        without_properties: Collection[str] = (),
    ) -> bytes:
        """The store as a file; the same bytes for the same quads.

        Args:
            form: ``nq``, ``trig``, ``jsonld``, or ``ttl``, which merges the graphs.
            graphs: IRIs of the graphs to write; all by default.
            without_properties: IRIs of properties to leave out.
        """
        from kg.store import formats

        names = (n for n in self._open_engine.named_graphs() if graphs is None or n.value in graphs)
        quads = (q for name in names for q in self._quads(name))
        return formats.write((q for q in quads if q.predicate.value not in without_properties), form)

    @property
    def _open_engine(self) -> ox.Store:
        if self._engine is None:
            raise StoreError("the store is closed")
        return self._engine

    def _quads(self, graph: ox.NamedNode | ox.BlankNode) -> Iterator[ox.Quad]:
        return self._open_engine.quads_for_pattern(None, None, None, graph)

    def _replace(self, graph: str, quads: Iterable["Quad"], *, derive: bool = False) -> None:
        from kg.store import change

        try:
            new = rdflib_terms.written(quads)
        except ValueError as error:
            raise InputError(f"a quad is not valid RDF: {error}") from None
        if derive:
            new.setdefault(f"<{graph}>", {}).update(change.derived(new))
        self._changing(lambda engine: change.replace(engine, ox.NamedNode(graph), new))

    def _add(self, quads: Iterable[ox.Quad]) -> None:
        from kg.store import change

        loaded, default = ox.NamedNode(LOADED), ox.DefaultGraph()
        added = {
            ox.Quad(q.subject, q.predicate, q.object, loaded if q.graph_name == default else q.graph_name)
            for q in quads
        }
        self._changing(lambda engine: change.change(engine, removed=set(), added=added))

    def _changing(self, act: Callable[[ox.Store], None]) -> None:
        if not self._write:
            raise StoreError("the store is open for reading only", hint="open it with write=True")
        try:
            act(self._open_engine)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store cannot be written, and is as it was: {_line(error)}") from None


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
