"""The catalogue's way into a store, against reading the records and the bare engine's bulk loader.

Both read the records, checks included. Then one takes our way into a new folder (claims, terms, edges by
rule, the union of all graphs); the other loads the very quads that end there, union included, from bytes that
lie ready. Who would rather not have our reader in the divisor finds the ratio with bare `tomllib` in its
place too; its limit holds what was reached.
"""

import tempfile
import tomllib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measure import Measure, best
from kg.paths import resource
from kg.rdf import iris
from kg.rdf.catalogue import map_catalogue
from kg.read.catalogue import read_catalogue
from kg.store import Store

ROUNDS = 15
_OTHERS = ("people.toml", "bodies.toml", "publishers.toml")


def measures() -> Iterator[Measure]:
    """Building the store of the catalogue, derived edges and the union of its graphs included."""
    with tempfile.TemporaryDirectory() as folder:
        names = (Path(folder) / str(number) for number in count())

        def ours() -> Path:
            path = next(names)
            with Store.create(path) as store:
                store.put_graph(iris.CATALOGUE, map_catalogue(read_catalogue()), derive=True)
            return path

        quads = ox.Store.read_only(str(ours() / "data")).dump(format=ox.RdfFormat.N_QUADS)

        def theirs() -> None:
            read_catalogue()
            ox.Store(str(next(names))).bulk_load(quads, format=ox.RdfFormat.N_QUADS)

        data = resource("data")
        paths = (*data.glob("agreements/*.toml"), *(data / name for name in _OTHERS))
        files = [path.read_text("utf-8") for path in paths]

        def bare() -> None:
            for text in files:
                tomllib.loads(text)
            ox.Store(str(next(names))).bulk_load(quads, format=ox.RdfFormat.N_QUADS)

        layered, engine, barest = best([ours, theirs, bare], rounds=ROUNDS)
    yield Measure(
        name="building the catalogue's store, against reading it and bulk_load",
        value=layered / engine,
        limit=1.5,
    )
    yield Measure(
        name="the same, against bare tomllib and bulk_load",
        value=layered / barest,
        limit=1.8,
    )
