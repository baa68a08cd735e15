"""The public names: few, documented, and free until they are used."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "python.md"
HEAVY = (
    "IPython",
    "click",
    "jinja2",
    "kg.errors",
    "networkx",
    "pandas",
    "pyoxigraph",
    "pyvis",
    "rdflib",
    "spacy",
    "typing",
)


def test_the_names_are_those_of_the_reference_page() -> None:
    table = PAGE.read_text("utf-8").partition("\n## ")[0]
    documented = re.findall(r"^\| `kg\.(\w+)", table, re.MULTILINE)
    assert sorted(documented) == kg.__all__ == sorted(kg.__all__)
    assert len(kg.__all__) <= 12


@pytest.mark.parametrize("name", kg.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert name in dir(kg)
    assert name == "__version__" or getattr(kg, name).__doc__


def test_every_call_of_graph_and_result_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for kind, name in ((kg.Graph, "graph"), (kg.Result, "rows")):
        for call in (c for c in dir(kind) if not c.startswith("_") and callable(getattr(kind, c))):
            assert re.search(rf"\b({name}\.)?{call}\(", page), f"{name}.{call}"


def test_there_is_nothing_else() -> None:
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        _ = getattr(kg, "opne")  # noqa: B009 (a typo that mypy must not see)


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, kg; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(code) == "[]"
    assert (
        run(code.replace("import sys, kg", "import sys, kg.notebook"))
        == "['kg.errors', 'pyoxigraph', 'typing']"
    )


def test_a_typo_is_seen_by_the_type_checker(tmp_path: Path) -> None:
    code = tmp_path / "typo.py"
    code.write_text("import kg\n\ngraph: kg.Graph = kg.demo()\nkg.opne()\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--follow-imports=silent", str(code)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.findall(r"typo\.py:(\d+): error: (.*)  \[", done.stdout) == [
        ("4", 'Module has no attribute "opne"')
    ]
