"""The code blocks of README and docs run, and say what they show.

- ``console``: lines that begin with ``$`` are run in one folder per page; what follows is their exact output.
- ``python``: run in one namespace per page; lines with ``>>>`` are doctests.
- ``sparql``: runs on the seed store. ``json``, ``turtle``, ``toml``: parse. ``sh`` is shown only.
"""

import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import Graph

from kg.rdf.iris import CODE, ID, PREFIXES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    language: str
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for match in FENCE.finditer(text):
        yield Block(match[1], match[2], text.count("\n", 0, match.start()) + 2)


def pages_with(*languages: str) -> list[Path]:
    return [page for page in PAGES if any(b.language in languages for b in blocks(page))]


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def environment(folder: Path) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("KG_")}
    return {**kept, "PATH": path, "HOME": str(folder), "COLUMNS": "100", "NO_COLOR": "1"}


@pytest.mark.parametrize("page", pages_with("console"), ids=name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    for item in (ROOT / "data" / "articles").iterdir():
        (tmp_path / item.name).symlink_to(item)
    for block in (b for b in blocks(page) if b.language == "console"):
        for chunk in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, shown = chunk.partition("\n")
            done = subprocess.run(
                ["/bin/bash", "-o", "pipefail", "-c", command],
                cwd=tmp_path,
                env=environment(tmp_path),
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{name(page)}:{block.line}: {command}: {done.stderr}"
            assert done.stdout + done.stderr == shown, f"{name(page)}:{block.line}: {command}"


@pytest.mark.parametrize("page", pages_with("python"), ids=name)
def test_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {}
    for block in (b for b in blocks(page) if b.language == "python"):
        if ">>> " in block.text:
            test = doctest.DocTestParser().get_doctest(
                block.text, namespace, name(page), str(page), block.line
            )
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
            assert runner.run(test, clear_globs=False).failed == 0
            namespace = test.globs
        else:
            exec(compile(block.text, f"{page}:{block.line}", "exec"), namespace)  # noqa: S102 (our own pages)


@pytest.mark.parametrize("page", pages_with("json", "turtle", "toml"), ids=name)
def test_data_blocks_parse(page: Path) -> None:
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    prefixes += f"@prefix claim: <{ID}claim/> .\n@base <{CODE.removesuffix('code/')}> .\n"
    for block in blocks(page):
        match block.language:
            case "json":
                json.loads(block.text)
            case "toml":
                tomllib.loads(block.text)
            case "turtle":
                assert len(Graph().parse(data=prefixes + block.text, format="turtle"))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if not re.match(r"https?:|mailto:", target):
            assert (page.parent / target).exists(), f"{name(page)} points at {target}"
