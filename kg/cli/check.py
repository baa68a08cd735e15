"""`kg check`: is the graph as its shapes say, and are the records sound?"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import QUIET, STORE, count, tell

if TYPE_CHECKING:
    from kg.rdf.shapes import Problem


@click.command("check", epilog="Example: kg check graph.trig data/agreements/us-rwanda-2025.toml")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@STORE
@QUIET
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], store: Path, quiet: bool) -> None:
    """Check a graph against its shapes, and records against their rules.

    Checks the store, and the records of the catalogue that it is made from; or the FILES that are named: RDF
    files, taken together, and records (toml), or folders of them. Prints one line a problem; exit code 1 if
    there is any.
    """
    from kg.read.catalogue import mistakes

    records = [file for file in files if file.is_dir() or file.suffix == ".toml"]
    graphs = [file for file in files if file not in records]
    wrong = False
    places: list[Path | None] = [*records] if files else [None]
    for place in places:
        found = mistakes(place)
        _report(found, "the records of the catalogue" if place is None else str(place), quiet)
        wrong |= bool(found)
    if graphs or not files:
        problems = [str(problem) for problem in _problems(graphs, store)]
        _report(problems, ", ".join(map(str, graphs)) or str(store), quiet)
        wrong |= bool(problems)
    context.exit(1 if wrong else 0)


def _problems(files: list[Path], store: Path) -> "list[Problem]":
    from kg.rdf.shapes import validate
    from kg.store import Store

    with Store.memory() if files else Store.open(store) as graph:
        for file in files:
            graph.load(file)
        return validate(graph.to_rdflib())


def _report(lines: Sequence[str], where: str, quiet: bool) -> None:
    for line in lines:
        click.echo(line)
    if not quiet:
        tell(f"{count(len(lines), 'problem')} in {where}")
