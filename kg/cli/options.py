"""Options that several commands share, and how they write what they made."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from kg.errors import KgError, UsageError
from kg.files import check_ending, write_whole

STORE = click.option(
    "-s",
    "--store",
    type=click.Path(path_type=Path),
    default="kg-store",
    envvar="KG_STORE",
    show_default=True,
    show_envvar=True,
    help="Folder of the store.",
)
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file, not to standard output."
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")

_ENDINGS: Final = {"table": "txt"}  # of formats that are not called after their ending


def day(given: str) -> date:
    """A day on the command line.

    Raises:
        UsageError: It is none.
    """
    try:
        return date.today() if given == "today" else date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{given!r} is no day", hint="write it as 2025-05-05, or today") from None


def format_option(names: tuple[str, ...], default: str) -> Callable[[Any], Any]:
    """An option ``--format`` that takes one of the names."""
    text = f"Format. Default: that of the output file's ending, else {default}."
    return click.option("-f", "--format", "form", type=click.Choice(names), help=text)


def chosen_format(form: str | None, output: Path | None, names: tuple[str, ...]) -> str | None:
    """The format that was asked for, by name or by the ending of the file; None where neither is given.

    Raises:
        UsageError: The ending is none of the names, and no format is given beside it.
    """
    if form or not output:
        return form
    formats = {_ENDINGS.get(name, name): name for name in names}
    ending = check_ending(output, formats, hint="another needs its format: --format NAME")
    return formats.get(ending)


def utf8(given: str) -> str:
    """An argument that holds words, also where Python could not tell the encoding of the terminal.

    Raises:
        UsageError: It is no text.
    """
    try:
        return given.encode("utf-8", "surrogateescape").decode()
    except UnicodeDecodeError:
        shown = given.encode("ascii", "replace").decode()
        raise UsageError(f"{shown!r} is not UTF-8 text", hint="set the terminal to UTF-8") from None


def on_terminal() -> bool:
    """Whether a person reads the output."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """Columns to fill."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def tell(line: str) -> None:
    """A line of progress or advice."""
    from kg.query.table import plain

    click.echo(plain(line), err=True)


def tell_error(error: KgError) -> None:
    """What is wrong with one of several texts, and what to do about it; the rest go on."""
    tell(f"error: {error.message}")
    if error.hint:
        tell(f"hint: {error.hint}")


def write(data: str | bytes, output: Path | None) -> None:
    """Write a result, as UTF-8, to a file or to standard output.

    A file is whole, or it is as it was: see :func:`kg.files.write_whole`.

    Raises:
        KgError: The file cannot be written.
    """
    content = data.encode() if isinstance(data, str) else data
    if output is None or str(output) == "-":
        rest = memoryview(content)
        while rest:  # an unbuffered stream takes only a part at a time
            rest = rest[sys.stdout.buffer.write(rest) :]
        return
    write_whole(output, content)


def count(number: int, thing: str) -> str:
    """A number of things in words.

    >>> count(1, "row"), count(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
