"""What a wheel and a source distribution hold."""

import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both, made without a network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    [path] = built.glob("migkg-*-py3-none-any.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def source(built: Path) -> set[str]:
    [path] = built.glob("migkg-*.tar.gz")
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def tracked(*arguments: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *arguments],  # noqa: S607 (whichever git there is)
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_has_every_file_that_the_package_needs(wheel: dict[str, bytes]) -> None:
    package = tracked("kg")
    shipped = {f"kg/_resources/{name}" for name in tracked("ontology", "data")}
    assert package | shipped <= set(wheel)
    for name in (
        "kg/py.typed",
        "kg/query/queries/who-takes.rq",
        "kg/view/templates/page.html.j2",
        "kg/_resources/ontology/migration.ttl",
        "kg/_resources/ontology/rules",
        "kg/_resources/data/articles/rwanda-us-talks/article.txt",
        "kg/_resources/data/gold",
        "kg/_resources/data/agreements/us-palau-2025.toml",
    ):
        assert any(item == name or item.startswith(f"{name}/") for item in wheel), name
    assert wheel["kg/_resources/ontology/migration.ttl"] == (ROOT / "ontology/migration.ttl").read_bytes()


def test_the_wheel_has_nothing_else(wheel: dict[str, bytes]) -> None:
    known = tracked() | tracked("--others", "--exclude-standard")  # the second: work that is under way
    found = {name.removeprefix("kg/_resources/") for name in wheel if ".dist-info/" not in name}
    assert found <= {name for name in known if name.startswith(("kg/", "ontology/", "data/"))}


def test_licences_of_code_and_data_are_in_the_wheel(wheel: dict[str, bytes]) -> None:
    found = {name.partition("/licenses/")[2]: data for name, data in wheel.items()}
    assert found["LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"CC BY 4.0" in found["data/README.md"]


def test_the_metadata_says_what_to_install(wheel: dict[str, bytes]) -> None:
    [raw] = [data for name, data in wheel.items() if name.endswith("/METADATA")]
    metadata = message_from_bytes(raw)
    assert metadata["Name"] == "migkg"
    assert metadata["License-Expression"] == "Apache-2.0 AND CC-BY-4.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert {"html", "llm", "net", "notebook"} <= set(metadata.get_all("Provides-Extra", ()))
    [scripts] = [data for name, data in wheel.items() if name.endswith("/entry_points.txt")]
    assert b"kg = kg.cli:main" in scripts


def test_the_source_distribution_is_the_whole_project(source: set[str]) -> None:
    left_out = {name for name in tracked() - source if not name.startswith(".")}
    assert not left_out
