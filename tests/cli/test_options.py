from pathlib import Path

import pytest

from kg.cli import options


@pytest.mark.parametrize(
    ("form", "output", "chosen"),
    [
        ("csv", None, "csv"),
        (None, Path("a.JSON"), "json"),
        ("csv", Path("a.json"), "csv"),
        (None, Path("a.docx"), None),
        (None, None, None),
    ],
)
def test_the_format_is_the_named_one_else_that_of_the_ending(
    form: str | None, output: Path | None, chosen: str | None
) -> None:
    assert options.chosen_format(form, output, ("csv", "json")) == chosen
