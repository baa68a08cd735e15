"""Start-up: what a person waits for before a command does anything, against a bare interpreter."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Measure, best
from kg.store.build import build

ROUNDS = 25


def measures() -> Iterator[Measure]:
    """`kg --help` and `kg query NAME` on the store of the shipped articles."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(store, catalogue=False)
        kg = str(Path(sys.executable).with_name("kg"))
        # An installed package has its byte code; here it goes where it is in nobody's way.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{folder}/cache", "KG_STORE": str(store)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def job(*command: str) -> Callable[[], object]:
            return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)

        bare, usage, query = best(
            [job(sys.executable, "-c", "pass"), job(kg, "--help"), job(kg, "query", "who-takes")],
            rounds=ROUNDS,
        )
    yield Measure(name="kg --help, against python -c pass", value=usage / bare, limit=4.5)
    yield Measure(name="kg query who-takes, against python -c pass", value=query / bare, limit=8)
