"""The query layer: from a name to rows of plain values, against the same text on the bare engine."""

import tempfile
from collections.abc import Iterator
from functools import partial
from math import prod
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measure import Measure, best
from kg import query
from kg.query import QueryFile
from kg.store import Store
from kg.store.build import build

ROUNDS = 7
GIVEN = {
    "agreement": "us-rwanda-2025",
    "from": "2025-01-01",
    "name": "Rwanda",
    "object": "country/USA",
    "subject": "country/RWA",
}


def measures() -> Iterator[Measure]:
    """All named questions on all that comes with migkg, each counting alike (geometric mean)."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(store)
        ratios = []
        bare = ox.Store.read_only(str(store / "data"))
        with Store.open(store) as ours:
            for question in query.available():
                given = _given(question)
                layered = partial(query.run, ours, question.name, **given)
                layer, engine = best([layered, partial(_touch, bare, question.bind(given))], rounds=ROUNDS)
                ratios.append(layer / engine)
    mean = prod(ratios) ** (1 / len(ratios))
    yield Measure(name=f"query layer, against pyoxigraph, {len(ratios)} questions", value=mean, limit=1.3)


def _given(question: QueryFile) -> dict[str, str]:
    """What the questions that must be told something are told."""
    needed = [param.name for param in question.params if param.required]
    return {name: GIVEN.get(name, "country/RWA") for name in needed}


def _touch(engine: ox.Store, text: str) -> int:
    """Run a query and look at each value, as a user of the bare engine does."""
    solutions = engine.query(text)
    assert isinstance(solutions, ox.QuerySolutions)
    return sum(len(value.value) for row in solutions for value in row if value is not None)
