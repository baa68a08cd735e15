"""`kg build`: the catalogue and articles -> the store."""

from pathlib import Path

import click

from kg.cli.options import QUIET, STORE, count, tell


@click.command("build", epilog="Example: kg build data/articles/rwanda-us-talks -s my-store")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.option("--no-catalogue", is_flag=True, help="Leave out the agreements that migkg has on record.")
@click.option("--no-extract", is_flag=True, help="Do not read the texts: people's claims alone.")
@STORE
@QUIET
def command(
    articles: tuple[Path, ...], no_catalogue: bool, no_extract: bool, store: Path, quiet: bool
) -> None:
    """Put articles and the catalogue into the store.

    ARTICLES are folders with a text, its metadata and, where people made some, its claims; if none is named,
    those that come with migkg. The texts are read as by 'kg add'; people's claims stand for the machine's
    reading of the same words. An article that is already in the store is replaced.
    """
    from kg.store.build import build

    report = build(
        store,
        articles=articles,
        catalogue=not no_catalogue,
        extract=not no_extract,
        progress=None if quiet else tell,
    )
    for warning in report.warnings:
        tell(f"warning: {warning}")
    if not quiet:
        written = f"{count(report.articles, 'article')} with {count(report.claims, 'claim')}"
        recorded = count(report.agreements, "recorded agreement")
        tell(f"{store}: {written}, {recorded}, {count(report.quads, 'statement')}")
