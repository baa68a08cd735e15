"""Measure single stages on public corpora.

    python -m benchmarks.public [timebank=FOLDER] [crossner=FOLDER] [polnear=FOLDER]

Each FOLDER is a copy of the corpus's repository: jspotter/TempEval-3, zliucr/CrossNER,
networkdynamics/PolNeAR. Nothing of them is written anywhere. Prints one row a measure, with the
targets of the project beside them; the exit code is 1 where one is missed, and 2 for a wrong call.
"""

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.public.row import Row
from kg.query.table import draw

_CORPORA = ("polnear", "timebank", "crossner")


def main(arguments: list[str]) -> int:
    """The exit code."""
    folders = {name: Path(path) for name, _, path in (a.partition("=") for a in arguments) if path}
    if not folders or not set(folders) <= set(_CORPORA):
        print(__doc__, file=sys.stderr)
        return 2
    if missing := [str(folder) for folder in folders.values() if not folder.is_dir()]:
        print(f"no such folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in _CORPORA:
        if name in folders:
            rows += import_module(f"benchmarks.public.{name}").rows(folders[name])
    cells = [row.cells() for row in rows]
    heads = ["measure", "gold", "P", "R", "F1", "target", "ok"]
    print(draw(heads, cells, [False, True, True, True, True, True, False], 110), end="")
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
