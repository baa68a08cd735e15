"""`kg export`: the store -> RDF."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.options import OUTPUT, STORE, chosen_format, format_option, write

if TYPE_CHECKING:
    from kg.store.formats import Format

FORMATS = ("trig", "nq", "ttl", "jsonld")


@click.command("export", epilog="Example: kg export -o graph.nq")
@format_option(FORMATS, "trig")
@OUTPUT
@click.option("--with-text", is_flag=True, help="Also the full texts of the articles (mind their licence).")
@STORE
def command(form: str | None, output: Path | None, with_text: bool, store: Path) -> None:
    """Write the graph as RDF.

    The same store gives the same bytes. All formats keep the named graphs apart but ttl, which merges them.
    """
    from kg.rdf.iris import NS
    from kg.store import Store

    chosen = cast("Format", chosen_format(form, output, FORMATS) or "trig")
    with Store.open(store) as graph:
        data = graph.dump(chosen, without_properties=() if with_text else (f"{NS}articleText",))
    write(data, output)
