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


def test_there_are_four() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04"]


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


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every notebook after a run in a folder of its own, by the first two letters of its name."""
    found = {}
    for path in NOTEBOOKS:
        folder = tmp_path_factory.mktemp(path.stem)
        notebook = read(path)
        notebook.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE))
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
        found[path.stem[:2]] = notebook
        assert list(folder.iterdir()) == []
    return found


def outputs(notebook: Any, mime: str) -> list[str]:
    found = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return [output.data[mime] for output in found if mime in output.get("data", {})]


def test_they_run_without_a_word_on_the_error_stream(ran: dict[str, Any]) -> None:
    for notebook in ran.values():
        for cell in notebook.cells[1:]:
            if cell.cell_type == "code":
                assert [o.text for o in cell.outputs if o.get("name") == "stderr"] == []
                assert cell.outputs or cell.source.startswith("import")


def test_the_first_shows_tables_a_card_and_the_page(ran: dict[str, Any]) -> None:
    shown = outputs(ran["01"], "text/html")
    assert "discusses taking people" in shown[1]
    assert any("<h4>Olivier Nduhungirehe</h4>" in html for html in shown)
    assert sum('sandbox="allow-scripts"' in html for html in shown) == 1


def test_the_second_explains_mistakes_in_one_line(ran: dict[str, Any]) -> None:
    errors = [o for c in ran["02"].cells for o in c.get("outputs", ()) if o.output_type == "error"]
    assert [error.traceback for error in errors] == [
        ["QueryError: there is no query named 'who-take'", "Hint: did you mean 'who-takes'?"],
        [
            "QueryError: query: DELETE changes the store, and a query may only read it",
            "Hint: articles enter and leave with 'kg build'",
        ],
    ]


def test_the_third_finds_every_passage_in_its_article(ran: dict[str, Any]) -> None:
    text = "".join(o.text for c in ran["03"].cells for o in c.get("outputs", ()) if o.output_type == "stream")
    number, _, rest = text.partition(" passages, ")
    assert int(number) > 20
    assert rest == "0 of them not in their article\n"


def test_the_fourth_draws(ran: dict[str, Any]) -> None:
    assert len(outputs(ran["04"], "image/png")) == 3
    text = "".join(o.text for c in ran["04"].cells for o in c.get("outputs", ()) if o.output_type == "stream")
    assert re.search(r"^2026 \| \w", text, re.MULTILINE)
    assert re.search(r"^1: .*United States", text, re.MULTILINE)
