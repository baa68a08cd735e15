"""`kg view`: the store -> one HTML page."""

from pathlib import Path

import click

from kg.cli.options import QUIET, STORE, tell, write
from kg.files import check_ending


@click.command("view", epilog="Example: kg view -o migkg.html")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="migkg.html",
    show_default=True,
    help="File to write.",
)
@click.option("--sparql", is_flag=True, help="Let the page be asked in SPARQL; adds 2 MB.")
@STORE
@QUIET
def command(output: Path, sparql: bool, store: Path, quiet: bool) -> None:
    """Write the graph as one HTML page.

    It opens from disk, and asks for nothing from anywhere.
    """
    from kg.store import Store
    from kg.view import page_html

    check_ending(output, ("html", "htm"))
    with Store.open(store) as graph:
        html = page_html(graph, sparql=sparql)
    write(html, output)
    if not quiet:
        tell(f"wrote {output}")
