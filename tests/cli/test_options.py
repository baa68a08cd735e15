from pathlib import Path

import pytest

from kg.cli import options
from kg.errors import UsageError
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("form", "output", "chosen"),
    [
        ("csv", None, "csv"),
        (None, Path("a.JSON"), "json"),
        ("csv", Path("a.json"), "csv"),
        ("csv", Path("a.docx"), "csv"),
        (None, Path("a.txt"), "table"),
        (None, Path("answer"), None),
        (None, Path("-"), None),
        (None, None, None),
    ],
)
def test_the_format_is_the_named_one_else_that_of_the_ending(
    form: str | None, output: Path | None, chosen: str | None
) -> None:
    assert options.chosen_format(form, output, ("table", "csv", "json")) == chosen


def test_an_ending_of_no_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"a\.docx: '\.docx' is no known format") as raised:
        options.chosen_format(None, Path("a.docx"), ("table", "csv"))
    assert raised.value.hint == "known endings: .txt, .csv; another needs its format: --format NAME"


@pytest.mark.parametrize(
    ("args", "known"),
    [
        (["query", "who-takes"], ".jsonl"),
        (["query", "--list"], ".csv"),
        (["view"], ".html"),
        (["export"], ".gexf, .zip"),
        (["extract", "none.txt"], ".html"),
        (["links"], ".jsonl"),
    ],
)
def test_no_command_writes_one_format_under_the_ending_of_another(
    kg: Run, store: Path, args: list[str], known: str
) -> None:
    before = sorted(store.parent.iterdir())
    ran = kg(*args, "-o", "graph.pdf")
    assert (ran.code, ran.out) == (2, "")
    error, hint = ran.err.splitlines()
    assert error == "error: graph.pdf: '.pdf' is no known format"
    assert known in hint
    assert sorted(store.parent.iterdir()) == before


def test_words_are_utf8_where_python_could_not_tell() -> None:
    assert options.utf8("café".encode().decode("ascii", "surrogateescape")) == "café"
    assert options.utf8("café") == "café"
    with pytest.raises(UsageError, match=r"'caf\?' is not UTF-8 text"):
        options.utf8("caf\udce9")
