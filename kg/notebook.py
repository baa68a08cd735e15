"""A graph in a session of Python or Jupyter: ask it, show it, take it elsewhere.

Everything has a plain form for the terminal and a rich one for Jupyter; :mod:`kg.magic` adds ``%%sparql``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kg.errors import StoreError, StoreMissing, UsageError
from kg.files import check_ending, write_whole
from kg.query import Rows, available, files, run
from kg.query.find import find
from kg.query.rows import label
from kg.query.table import plain
from kg.rdf.iris import ID
from kg.store import Store
from kg.store.terms import Cell, Iri

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset

_AGREEMENT: Final = "agreement/"
_SAID: Final = ("when", "kind", "what", "who", "factuality")  # what a card says of a claim before its words
_AGREEMENTS: Final = "PREFIX mig: <https://w3id.org/migkg/ns#> SELECT ?deal WHERE { ?deal a mig:Agreement }"
_COUNTS: Final = """
PREFIX mig: <https://w3id.org/migkg/ns#>
SELECT (COUNT(DISTINCT ?article) AS ?articles) (COUNT(DISTINCT ?agreement) AS ?agreements)
       (COUNT(DISTINCT ?claim) AS ?claims)
WHERE { { ?article a mig:Article } UNION { ?agreement a mig:Agreement } UNION { ?claim a mig:Claim } }
"""


def open(path: Path | str = "kg-store") -> "Graph":
    """The graph in a store that ``kg build`` made.

    Args:
        path: Folder of the store.

    Raises:
        StoreMissing: There is none.
        StoreLocked: Another process is writing to it.
    """
    try:
        return Graph(Store.open(path))
    except StoreMissing as error:
        hint = "make one with 'kg build', or take the shipped data with kg.demo()"
        raise StoreMissing(error.message, hint=hint) from None


def demo(*, catalogue: bool = True) -> "Graph":
    """The graph of all that comes with migkg, made in memory in a moment.

    Args:
        catalogue: Whether the catalogue of agreements is in it, or the articles alone.
    """
    from kg.store.build import shipped

    return Graph(shipped(catalogue=catalogue))


class Graph:
    """A graph that can be asked, shown and taken elsewhere; made by :func:`open` and :func:`demo`.

    While it is open, nobody can write to its store: close it, or use it in a ``with`` block.

    Args:
        store: The store to ask.

    >>> with demo() as graph:
    ...     len(graph.query("who-takes", sender="USA")) > 0
    True
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        try:
            counts = self.query(_COUNTS)[0]
        except StoreError:
            return "Graph (closed)"
        return f"Graph ({', '.join(f'{name}: {number}' for name, number in counts.items())})"

    def close(self) -> None:
        """Let others write to the store."""
        self.store.close()

    def questions(self) -> Rows:
        """The questions that come with migkg: name, what it asks, and its parameters."""
        cells = ((q.name, q.summary, ", ".join(map(str, q.params))) for q in available())
        return Rows(columns=("question", "asks", "parameters"), cells=tuple(cells))

    def query(self, question: str | Path, /, **params: object) -> "Result":
        """The answer to a question: ``query("status-as-of", on="2025-05-05")``.

        Args:
            question: Its name (:meth:`questions` lists them), a file of your own, or SPARQL.
            params: Its parameters.

        Raises:
            QueryError: There is no such question, it is malformed, or a parameter is missing or wrong.
        """
        rows = run(self.store, files.read(question) if isinstance(question, Path) else question, **params)
        return Result(columns=rows.columns, cells=rows.cells, form=rows.form, graph=self)

    def sparql(self, text: str) -> "Result":
        """The answer to SPARQL; its default graph is the union of all. Raises what :meth:`query` does."""
        return self.query(text)

    def show(self, thing: str) -> "Card":
        """All there is on one thing.

        Args:
            thing: Id, name or IRI of an agreement, country, official, body, medium, article or claim.

        Raises:
            QueryError: There is no such thing, or there are several.
        """
        meant = find(self.store, thing)
        return Card(
            title=meant.name or label(meant.iri),
            kind=meant.kind,
            id=label(meant.iri),
            edges=self.query("edges", thing=meant.iri),
            claims=self.query("about", thing=meant.iri),
        )

    def view(self, *, title: str | None = None, agreements: Sequence[str] = ()) -> "Page":
        """The graph as a page that one can explore, in place or saved to a file.

        Args:
            title: Heading of the page.
            agreements: Ids, names or IRIs of the agreements to show; all if empty.

        Raises:
            KgError: One of them is no agreement.
        """
        from kg.view.gather import gather
        from kg.view.page import render
        from kg.view.picture import story_svg

        scene = gather(self.store, title=title, agreements=self._ids(agreements))
        return Page(html=render(scene), picture=story_svg(scene))

    def _ids(self, agreements: Sequence[str]) -> list[str]:
        known = {label(row[0]).removeprefix(_AGREEMENT) for row in self.query(_AGREEMENTS).cells}
        found = {name: name if name in known else label(find(self.store, name).iri) for name in agreements}
        ids = {name: id.removeprefix(_AGREEMENT) for name, id in found.items()}
        if wrong := next((name for name, id in ids.items() if id not in known), None):
            raise UsageError(f"{wrong!r} is no agreement: it is {ids[wrong]}")
        return list(ids.values())

    def to_networkx(self, *, on: date | str | None = None) -> "MultiDiGraph[str]":
        """The network of countries, officials and agreements; see :mod:`kg.network`.

        Args:
            on: Leave out what claims say of later days; everything counts by default.
        """
        from kg.network import network

        return network(self.store, on=on)

    def to_rdflib(self) -> "Dataset":
        """A copy as an rdflib dataset whose default graph is the union."""
        return self.store.to_rdflib()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Result(Rows):
    """Rows that remember their graph.

    Args:
        graph: The graph that gave them.
    """

    graph: Graph = field(compare=False)

    def to_networkx(self) -> "MultiDiGraph[str]":
        """The part of the network that the rows speak of.

        Those are the edges that rest on the claims in the rows; where there are none in them, the edges of
        the agreements, countries and officials in the rows. See :mod:`kg.network`.
        """
        from kg.network import part

        return part(self.graph.to_networkx(), self)

    def show(self) -> "Page":
        """The page of the agreements that the rows speak of.

        Raises:
            UsageError: They speak of none.
        """
        edges = self.to_networkx().edges(data=True)
        deals = {name for _, _, data in edges for name in data["agreements"]} | {
            label(cell) for row in self.cells for cell in row if isinstance(cell, Iri)
        }
        chosen = sorted(n.removeprefix(_AGREEMENT) for n in deals if n.startswith(_AGREEMENT))
        if not chosen:
            raise UsageError("the rows speak of no agreement", hint="graph.view() shows the whole graph")
        return self.graph.view(agreements=chosen)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Card:
    """All there is on one thing.

    Args:
        title: Its name.
        kind: What it is.
        id: Its id with its kind, such as ``agreement/p-usa-rwa``.
        edges: The edges that lead from it and to it.
        claims: The claims that name it, each with its words and who says so, in the order of time.
    """

    title: str
    kind: str
    id: str
    edges: Result
    claims: Result

    def __str__(self) -> str:
        lines = [plain(line) for line in (self.title, f"{self.kind} {self.id}", *self._lines())]
        for row in self.claims:
            said = " · ".join(label(row[name]) for name in _SAID if row[name])
            lines += ["", plain(said), f"    {plain(_words(row))}"]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        lines = "".join(f"<li>{escape(line)}</li>" for line in self._lines())
        head = f"<h4>{escape(self.title)}</h4><p>{escape(f'{self.kind} {self.id}')}</p>"
        columns = (*_SAID, "words")
        cells = tuple(tuple(row[name] for name in columns) for row in self.claims)
        return f"{head}<ul>{lines}</ul>{Rows(columns=columns, cells=cells)._repr_html_()}"

    def _lines(self) -> Iterator[str]:
        """The edges in words, those of one relation and direction as one line."""
        outward = [row for row in self.edges if label(row["source"]) == self.id]
        inward = [row for row in self.edges if label(row["source"]) != self.id]
        for relation, rows in groupby(outward, key=itemgetter("relation")):
            yield f"{relation} {', '.join(str(row['to']) for row in rows)}"
        for relation, rows in groupby(inward, key=itemgetter("relation")):
            yield f"{', '.join(str(row['from']) for row in rows)} {relation} {self.title}"


def _words(row: dict[str, Cell]) -> str:
    """What carries a claim: words of an article in quotation marks, or a record's note and its address."""
    words, address = label(row["words"]), label(row["evidence"])
    if str(row["evidence"]).startswith(ID):
        return f"“{words}”"
    return words if address in ("", words) else f"{words} ({address})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """The graph as a page that one can explore; Jupyter shows it in place.

    Args:
        html: The page: one file that needs nothing from anywhere.
        picture: The same as a still picture (SVG), for places that show no page.
    """

    html: str
    picture: str

    def __repr__(self) -> str:
        return f"Page ({len(self.html.encode()) // 1024} KB; save it to a file to see it in a browser)"

    def save(self, path: Path | str) -> None:
        """Write the page to a file that any browser opens.

        Raises:
            UsageError: Its name has the ending of something else.
            KgError: It cannot be written.
        """
        check_ending(Path(path), ("html", "htm"))
        write_whole(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        from kg.view import iframe

        return iframe(self.html, picture=self.picture)
