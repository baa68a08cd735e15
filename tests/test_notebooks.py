"""The notebooks: public names only, no outputs stored, run from a fresh checkout with no network."""

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import kg

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
MODULES = {"kg", "kg.network", "matplotlib.pyplot", "networkx"}
OFFLINE = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo") and "127.0.0.1" not in repr(arguments):
        raise OSError(f"no network: {arguments}")

sys.addaudithook(refuse)
"""


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def python(cell: Any) -> str:
    """A cell's source without magics."""
    lines = [] if cell.source.startswith("%%") else cell.source.splitlines()
    return "\n".join(line for line in lines if not line.startswith("%"))


def name(path: Path) -> str:
    return path.stem


def test_each_has_a_check() -> None:
    assert [path.stem for path in NOTEBOOKS] == sorted(CHECKS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_no_output_is_stored(path: Path) -> None:
    nbformat.validate(read(path))
    for cell in code_cells(path):
        assert cell.outputs == []
        assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_only_public_names_are_used(path: Path) -> None:
    tree = ast.parse("\n".join(map(python, code_cells(path))))
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                assert {alias.name for alias in names} <= MODULES
            case ast.ImportFrom(module=module, names=names):
                assert {f"{module}.{alias.name}" for alias in names} <= MODULES
            case ast.Attribute(value=ast.Name(id="kg"), attr=attribute):
                assert attribute in kg.__all__
            case ast.Attribute(attr=attribute):
                assert not attribute.startswith("_")


def outputs(notebook: Any, mime: str) -> list[str]:
    found = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return [output.data[mime] for output in found if mime in output.get("data", {})]


def printed(notebook: Any) -> str:
    found = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return "".join(output.text for output in found if output.output_type == "stream")


def shows_tables_a_card_and_the_page(notebook: Any) -> None:
    shown = outputs(notebook, "text/html")
    assert "discusses taking people" in shown[1]
    assert any("<h4>Olivier Nduhungirehe</h4>" in html for html in shown)
    assert sum('sandbox="allow-scripts ' in html for html in shown) == 1


def explains_mistakes_in_one_line(notebook: Any) -> None:
    errors = [o for cell in notebook.cells for o in cell.get("outputs", ()) if o.output_type == "error"]
    assert [error.traceback for error in errors] == [
        ["QueryError: there is no query named 'who-take'", "Hint: did you mean 'who-takes'?"],
        [
            "QueryError: query: DELETE changes the store, and a query may only read it",
            "Hint: articles enter it with 'kg add' and 'kg build'",
        ],
    ]


def finds_every_passage_in_its_article(notebook: Any) -> None:
    number, _, rest = printed(notebook).partition(" passages, ")
    assert int(number) > 20
    assert rest == "0 of them not in their article\n"


def draws_and_measures(notebook: Any) -> None:
    assert len(outputs(notebook, "image/png")) == 3
    assert re.search(r"^2026 \| \w", printed(notebook), re.MULTILINE)
    assert re.search(r"^1: .*United States", printed(notebook), re.MULTILINE)


CHECKS = {
    "01_first_look": shows_tables_a_card_and_the_page,
    "02_ask_with_sparql": explains_mistakes_in_one_line,
    "03_who_said_what": finds_every_passage_in_its_article,
    "04_networks": draws_and_measures,
}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_it_runs_and_shows_what_it_is_about(path: Path, tmp_path: Path) -> None:
    notebook = read(path)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE))
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    for cell in notebook.cells[1:]:
        if cell.cell_type == "code":
            assert [output.text for output in cell.outputs if output.get("name") == "stderr"] == []
            assert cell.outputs or cell.source.startswith("import")
    CHECKS[path.stem](notebook)
    assert list(tmp_path.iterdir()) == []
