import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli import main
from kg.store import Store
from tests.store.samples import article_quads


class Ran(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small store, which commands find without being told."""
    path = tmp_path / "store"
    with Store.create(path) as made:
        made.put("aa", article_quads("aa", "USA", "RWA"))
        made.put("bb", article_quads("bb", "GBR", "RWA", status="willing"))
    monkeypatch.setenv("KG_STORE", str(path))
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def kg(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in this process."""

    def run(*args: str) -> Ran:
        capfdbinary.readouterr()
        code = main(list(args))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def shell() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run a line of bash in which ``$KG`` is the command."""

    def run(line: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        import os

        env = {**os.environ, "KG": f"{sys.executable} -m kg", **environment}
        return subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, env=env, timeout=60)

    return run
