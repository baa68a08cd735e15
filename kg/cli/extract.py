"""`kg extract`: texts -> claims, printed."""

from collections.abc import Iterable
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
    tell_error,
    terminal_width,
    write,
)
from kg.cli.sources import NOTHING_FOUND, PUBLISHED, SOURCES, Reader, reader_options
from kg.errors import InputError, ServiceError, UsageError

if TYPE_CHECKING:
    from kg.extract import Extraction
    from kg.query import Rows

FORMATS = ("table", "csv", "jsonl", "html")


@click.command(
    "extract", epilog="Example: kg extract article.txt --published 2025-05-05 --format html -o a.html"
)
@SOURCES
@PUBLISHED
@reader_options
@format_option(FORMATS, "table on a terminal and jsonl elsewhere")
@OUTPUT
@QUIET
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    published: str | None,
    reader: Reader,
    form: str | None,
    output: Path | None,
    quiet: bool,
) -> None:
    """Show the claims in texts; nothing is stored.

    SOURCES are files (txt, md, html, json, jsonl), folders, or '-' for standard input. Every claim comes with
    its exact words, who says so, how sure they are, and when. The format html shows one text with the words
    marked and the claims beside it.
    """
    from kg.extract import extract
    from kg.read.article import read_sources

    chosen = chosen_format(form, output, FORMATS) or (
        "table" if output is None and on_terminal() else "jsonl"
    )
    using = reader.get()
    found: list[Extraction] = []
    failed = 0
    for reading in read_sources(sources, published=published):
        if isinstance(reading, InputError):
            tell_error(reading)
            failed += 1
            continue
        try:
            extraction = extract(reading.article, using=using)
        except (InputError, ServiceError) as error:
            tell_error(type(error)(f"{reading.where}: {error.message}", hint=error.hint))
            failed += 1
            continue
        for warning in reading.warnings:
            tell(f"warning: {warning}")
        if not quiet:
            refused = (
                f", {count(len(extraction.refusals), 'proposal')} refused" if extraction.refusals else ""
            )
            tell(f"{reading.where}: {count(len(extraction.claims), 'claim')}{refused}")
            if not extraction.claims:
                tell(NOTHING_FOUND)
        found.append(extraction)
    if found:
        write(_formatted(found, chosen), output)
    if failed:
        context.exit(1)


def _formatted(found: "list[Extraction]", form: str) -> str:
    if form == "html":
        from kg.view.reading import reading_html

        if len(found) > 1:
            raise UsageError("html shows one text", hint="name one file, or choose another format")
        (one,) = found
        return reading_html(one.article, one.claims, refused=[item.reason for item in one.refusals])
    if form == "jsonl":
        import json

        from kg.model.output import claim_json

        lines = (json.dumps(claim_json(c), ensure_ascii=False) for one in found for c in one.claims)
        return "".join(f"{line}\n" for line in lines)
    rows = _rows(found)
    if form == "csv":
        return rows.to_csv()
    return rows.to_table(terminal_width())


def _rows(found: "Iterable[Extraction]") -> "Rows":
    from kg.model.codes import SourceType
    from kg.model.summary import summary
    from kg.query import Rows

    narrator = SourceType.NARRATOR
    return Rows(
        columns=("kind", "claim", "who", "sure", "when", "words", "rule", "id"),
        cells=tuple(
            (
                str(c.kind),
                summary(c),
                c.attribution.name or ("the article" if c.attribution.source is narrator else "not said"),
                c.factuality.name.lower().replace("_", " "),
                c.when.edtf if c.when else None,
                " … ".join(span.text for span in c.spans),
                c.extractor.partition("#")[2] or c.extractor,
                c.id,
            )
            for one in found
            for c in one.claims
        ),
    )
