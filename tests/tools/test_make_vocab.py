import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rdflib import URIRef

from kg.rdf import vocab
from tools.make_vocab import ROOT, TARGET, main, render

ONTOLOGY = ROOT / "ontology"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("migration.ttl", "codes.ttl"):
        (tmp_path / name).write_bytes((ONTOLOGY / name).read_bytes())
    return tmp_path


def check(folder: Path, target: Path) -> int:
    return main(["--check", "--ontology", str(folder), "--target", str(target)])


def test_the_committed_module_is_fresh() -> None:
    assert main(["--check"]) == 0


def test_a_stale_or_missing_module_is_named_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder / "vocab.py"
    assert check(folder, target) == 1
    assert main(["--ontology", str(folder), "--target", str(target)]) == 0
    assert check(folder, target) == 0
    capsys.readouterr()
    text = (folder / "codes.ttl").read_text("utf-8")
    (folder / "codes.ttl").write_text(text.replace("discussing or negotiating", "talking about"), "utf-8")
    assert check(folder, target) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"{target} is stale; run `make vocab`"


def test_the_command_writes_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    texts = set()
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, ROOT / "tools" / "make_vocab.py", "--target", folder / "vocab.py"],
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        texts.add((folder / "vocab.py").read_bytes())
    assert texts == {TARGET.read_bytes()}


def test_terms_and_codes_are_named_members() -> None:
    assert vocab.MIG.hasStatus == URIRef("https://w3id.org/migkg/ns#hasStatus")
    assert URIRef("https://w3id.org/migkg/code/status/in-force") == vocab.STATUS.IN_FORCE
    assert URIRef("https://w3id.org/migkg/code/factuality/CT-plus") == vocab.FACTUALITY.CT_PLUS
    assert (
        URIRef("https://w3id.org/migkg/code/transfer-modality/happened") == vocab.TRANSFER_MODALITY.HAPPENED
    )


def test_every_member_is_final_and_followed_by_its_definition() -> None:
    members = 0
    for node in ast.parse(TARGET.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            assert ast.get_docstring(node)
            for member, text in zip(node.body[1::2], node.body[2::2], strict=True):
                assert isinstance(member, ast.AnnAssign)
                assert ast.unparse(member.annotation) == "Final"
                assert isinstance(text, ast.Expr)
                assert isinstance(text.value, ast.Constant)
                members += 1
    assert members > 150


@pytest.mark.parametrize(
    "command",
    ["format --check", "check --select E,F,I,UP,RUF --ignore RUF001,RUF002"],
    ids=["format", "lint"],
)
def test_the_module_is_formatted(command: str, folder: Path) -> None:
    copy = folder / "vocab.py"
    copy.write_text(render(ONTOLOGY), "utf-8")
    ruff = [sys.executable, "-m", "ruff", *command.split(), "--isolated", "--line-length", "110", str(copy)]
    done = subprocess.run(ruff, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_names_that_python_keeps_for_itself_and_quotes_are_safe(folder: Path) -> None:
    with (folder / "migration.ttl").open("a", encoding="utf-8") as file:
        file.write(
            "mig:from rdfs:isDefinedBy <https://w3id.org/migkg/ns> ;\n"
            "    skos:definition '''A \\\\ and \"\"\"three\"\"\" quotes.'''@en .\n"
        )
    spoken: dict[str, Any] = {}
    exec(render(folder), spoken)  # noqa: S102 - the module under test
    assert spoken["MIG"].from_ == URIRef("https://w3id.org/migkg/ns#from")


def test_a_term_without_definition_is_refused(folder: Path) -> None:
    with (folder / "migration.ttl").open("a", encoding="utf-8") as file:
        file.write("mig:mute rdfs:isDefinedBy <https://w3id.org/migkg/ns> .\n")
    with pytest.raises(SystemExit, match="ns#mute has no skos:definition"):
        render(folder)
