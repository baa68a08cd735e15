"""Print the lowest versions that `pyproject.toml` allows, as constraints for pip.

Usage: ``python tools/lowest.py > build/lowest.txt && pip install -c build/lowest.txt -e '.[dev]'``. What has
no lower bound is left out.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_BOUND = re.compile(r"(?P<name>[\w.-]+)(?:\[[^]]*\])?\s*(?:>=|==)\s*(?P<version>[\w.]+)")


def lowest(pyproject: str) -> Iterator[str]:
    r"""One line for each dependency, the optional ones too.

    >>> list(lowest('[project]\ndependencies = ["spacy>=3.8,<3.9", "click"]'))
    ['spacy==3.8']
    """
    project = tomllib.loads(pyproject)["project"]
    groups = (project["dependencies"], *project.get("optional-dependencies", {}).values())
    found = (_BOUND.match(requirement) for group in groups for requirement in group)
    yield from sorted({f"{match['name']}=={match['version']}" for match in found if match})


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    sys.stdout.writelines(f"{line}\n" for line in lowest((root / "pyproject.toml").read_text("utf-8")))
