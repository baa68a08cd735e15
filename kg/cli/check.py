"""`kg check`: is the graph as its shapes say?"""

from pathlib import Path

import click

from kg.cli.options import QUIET, STORE, count, tell


@click.command("check", epilog="Example: kg check graph.trig")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@STORE
@QUIET
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], store: Path, quiet: bool) -> None:
    """Check a graph against its shapes.

    Checks the store, and the records of the catalogue that it is made from; or the RDF FILES that are named,
    taken together. Prints one line a problem; exit code 1 if there is any.
    """
    from kg.rdf.shapes import validate
    from kg.store import Store

    mistakes = [] if files else _mistakes()
    for mistake in mistakes:
        click.echo(mistake)
    with Store.memory() if files else Store.open(store) as graph:
        for file in files:
            graph.load(file)
        problems = validate(graph.to_rdflib())
    for problem in problems:
        click.echo(str(problem))
    if not quiet:
        if not files:
            tell(f"{count(len(mistakes), 'problem')} in the records of the catalogue")
        tell(f"{count(len(problems), 'problem')} in {', '.join(map(str, files)) or store}")
    context.exit(1 if problems or mistakes else 0)


def _mistakes() -> list[str]:
    from kg.errors import InputError
    from kg.read.catalogue import read_catalogue

    try:
        read_catalogue()
    except InputError as error:
        return error.message.splitlines()
    return []
