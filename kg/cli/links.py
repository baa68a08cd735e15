"""`kg links`: are the sources of the catalogue still where it says?"""

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import (
    OUTPUT,
    QUIET,
    chosen_format,
    count,
    format_option,
    on_terminal,
    tell,
    terminal_width,
    write,
)
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.read.links import Link

FORMATS = ("table", "csv", "jsonl")


@click.command("links", epilog="Example: kg links data/agreements/us-palau-2025.toml")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=20.0, show_default=True,
    help="Seconds to wait for an answer.",
)  # fmt: skip
@click.option(
    "--pause", type=click.FloatRange(0), default=1.0, show_default=True,
    help="Seconds between two requests to one host.",
)  # fmt: skip
@format_option(FORMATS, "table on a terminal and jsonl elsewhere")
@OUTPUT
@QUIET
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    timeout: float,
    pause: float,
    form: str | None,
    output: Path | None,
    quiet: bool,
) -> None:
    """Try the addresses of the catalogue's sources.

    Needs a network, and is the only command that opens web addresses. Takes the records in FILES, by default
    all that come with migkg. Answers one line an address: 'ok', 'dead', or 'unsure' where a server refuses
    programs and a person has to look. Exit code 1 if any is dead.
    """
    from kg.paths import resource
    from kg.query import Rows
    from kg.read.links import State, addresses, check

    chosen = chosen_format(form, output, FORMATS) or (
        "table" if output is None and on_terminal() else "jsonl"
    )
    for file in files:
        if not file.is_file():
            raise InputError(
                f"{file}: there is no such file",
                hint="name records, such as data/agreements/us-palau-2025.toml",
            )
    found = addresses(files or sorted(resource("data/agreements").glob("*.toml")))
    number = itertools.count(1)

    def progress(link: "Link") -> None:
        if not quiet:
            tell(f"{next(number)}/{len(found)} {link.state}: {link.address}")

    links = check(found, timeout=timeout, pause=pause, progress=progress)
    order = list(State)
    rows = Rows(
        columns=("state", "status", "address", "where"),
        cells=tuple(
            (str(link.state), link.status, link.address, ", ".join(link.where))
            for link in sorted(
                links, key=lambda link: order.index(link.state)
            )  # the dead at the end, in sight
        ),
    )
    match chosen:
        case "table":
            write(rows.to_table(terminal_width()), output)
        case "csv":
            write(rows.to_csv(), output)
        case _:
            write(rows.to_jsonl(), output)
    if not quiet:
        states = [link.state for link in links]
        tell(f"{count(len(links), 'link')}: " + ", ".join(f"{states.count(s)} {s}" for s in State))
    context.exit(1 if any(link.state is State.DEAD for link in links) else 0)
