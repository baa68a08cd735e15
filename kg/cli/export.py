"""`kg export`: the store -> RDF, a network file or tables."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.options import OUTPUT, STORE, chosen_format, format_option, write
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from kg.store.formats import Format

FORMATS = ("trig", "nq", "ttl", "jsonld", "graphml", "gexf", "csv")
_ENDINGS = (*FORMATS[:-1], "zip")  # a file that ends in .csv would hold one table


@click.command("export", epilog="Example: kg export -f csv -o tables")
@format_option(FORMATS, "trig")
@OUTPUT
@click.option("--with-text", is_flag=True, help="Also the full texts of the articles (mind their licence).")
@STORE
def command(form: str | None, output: Path | None, with_text: bool, store: Path) -> None:
    """Write the graph as RDF, as a network, or as tables.

    RDF (trig, nq, ttl, jsonld) has everything; ttl merges the named graphs, the others keep them apart.
    graphml and gexf are the network of countries, agreements and officials, for Gephi and its like. csv is
    a folder of tables, or a zip file of them where OUTPUT ends in .zip. The same store gives the same bytes.
    """
    from kg.rdf.iris import NS
    from kg.store import Store

    zipping = output is not None and output.suffix.lower() == ".zip"
    chosen = chosen_format(form, output, _ENDINGS) or "trig"
    chosen = "csv" if chosen == "zip" else chosen
    if chosen == "csv" and (output is None or str(output) == "-"):
        raise UsageError("csv is more than one table", hint="name a folder or a zip file: -o tables.zip")
    if with_text and chosen in ("graphml", "gexf", "csv"):
        raise UsageError(f"{chosen} has no place for texts", hint="write trig, nq, ttl or jsonld")
    with Store.open(store) as graph:
        match chosen:
            case "csv":
                from kg.export.tables import files

                tables = files(graph)
            case "graphml" | "gexf":
                from kg.export import networks

                data = networks.graphml(graph) if chosen == "graphml" else networks.gexf(graph)
            case _:
                left_out = () if with_text else (f"{NS}articleText",)
                data = graph.dump(cast("Format", chosen), without_properties=left_out)
    if chosen != "csv":
        write(data, output)
    elif zipping:
        write(_zipped(tables), output)
    else:
        _write_folder(tables, cast("Path", output))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name)  # dated 1980: the time of writing would change the bytes
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def _write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the folder beside its place and move it there, in place of an earlier export.

    Raises:
        KgError: It holds something else, or cannot be written.
    """
    folder = folder.resolve()
    beside, before = (folder.with_name(f".{folder.name}.{os.getpid()}.{end}") for end in ("new", "old"))
    try:
        if folder.exists() and any(path.name not in files for path in folder.iterdir()):
            raise KgError(f"{folder} holds other files", hint="name a new or empty folder for the tables")
        beside.mkdir()
        try:
            for name, content in files.items():
                (beside / name).write_bytes(content)
            if folder.exists():
                folder.rename(before)
            beside.rename(folder)
        finally:
            if before.exists() and not folder.exists():
                before.rename(folder)
            shutil.rmtree(beside, ignore_errors=True)
            shutil.rmtree(before, ignore_errors=True)
    except OSError as error:
        raise KgError(f"{folder}: {error.strerror}") from None
