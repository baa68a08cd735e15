"""Run every `bench_*.py` beside this file, print what they measured, and fail where a limit is broken."""

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Measure
from kg.query.table import draw


def main() -> int:
    """The exit code: 1 if a limit is broken."""
    found: list[Measure] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        found += import_module(f"benchmarks.{path.stem}").measures()
    rows = [
        [m.name, f"{m.value:.2f}{m.unit}", f"{m.limit:g}{m.unit}", "yes" if m.ok else "NO"] for m in found
    ]
    print(draw(["measure", "value", "limit", "ok"], rows, [False, True, True, False], 100), end="")
    return 0 if all(m.ok for m in found) else 1


if __name__ == "__main__":
    sys.exit(main())
