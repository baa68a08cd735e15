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

    Checks the store, or the RDF FILES that are named, taken together. Prints one line a problem; exit code 1
    if there is any.
    """
    from kg.rdf.shapes import validate
    from kg.store import Store

    with Store.memory() if files else Store.open(store) as graph:
        for file in files:
            graph.load(file)
        problems = validate(graph.to_rdflib())
    for problem in problems:
        click.echo(str(problem))
    if not quiet:
        tell(f"{count(len(problems), 'problem')} in {', '.join(map(str, files)) or store}")
    context.exit(1 if problems else 0)
