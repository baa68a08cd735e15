"""`kg build`: articles -> the store."""

from pathlib import Path

import click

from kg.cli.options import QUIET, STORE, tell


@click.command("build", epilog="Example: kg build data/articles/rwanda-us-talks -s my-store")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@STORE
@QUIET
def command(articles: tuple[Path, ...], store: Path, quiet: bool) -> None:
    """Put articles into the store.

    ARTICLES are folders with a text, its metadata and its claims; if none is named, those that come with
    migkg. An article that is already in the store is replaced.
    """
    from kg.store.build import build

    report = build(store, articles=articles, progress=None if quiet else tell)
    for warning in report.warnings:
        tell(f"warning: {warning}")
    if not quiet:
        tell(f"{store}: {report.articles} articles, {report.claims} claims, {report.quads} statements")
