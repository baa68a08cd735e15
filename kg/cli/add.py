"""`kg add`: texts -> claims in the store."""

from pathlib import Path

import click

from kg.cli.options import QUIET, STORE, count, tell, tell_error
from kg.cli.sources import NOTHING_FOUND, PUBLISHED, SOURCES, Reader, reader_options
from kg.errors import KgError


@click.command("add", epilog="Example: kg add news/*.html --published 2025-05-05")
@SOURCES
@PUBLISHED
@reader_options
@STORE
@QUIET
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    published: str | None,
    reader: Reader,
    store: Path,
    quiet: bool,
) -> None:
    """Read texts and put their claims into the store.

    SOURCES are files (txt, md, html, json, jsonl), folders, or '-' for standard input. Each text is put in
    whole or not at all, and again without harm; one that cannot be read is reported and the rest go on.
    Claims that people made (claims.jsonl beside article.txt) stand for the machine's reading of the same
    words.
    """
    from kg.store import Store
    from kg.store.add import add

    using = reader.get()
    articles = claims = failed = 0
    with Store.create(store) as graph:
        for item in add(graph, sources, published=published, using=using):
            if isinstance(item, KgError):
                tell_error(item)
                failed += 1
                continue
            articles += 1
            claims += len(item.claims)
            for warning in item.warnings:
                if not quiet:
                    tell(f"note: {warning}")
            if not quiet:
                tell(f"{item.where}: {count(len(item.claims), 'claim')}")
                if not item.claims:
                    tell(NOTHING_FOUND)
    if not quiet:
        failures = f"; {count(failed, 'text')} could not be read" if failed else ""
        tell(f"{store}: {count(articles, 'article')} with {count(claims, 'claim')} added{failures}")
    if failed:
        context.exit(1)
