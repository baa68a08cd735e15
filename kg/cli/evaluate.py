"""`kg evaluate`: how well the extractor agrees with labelled texts."""

from pathlib import Path

import click

from kg.cli.options import write
from kg.cli.sources import Reader, reader_options


@click.command("evaluate", epilog="Example: kg evaluate data/gold --misses")
@click.argument("folder", type=click.Path(path_type=Path))
@reader_options
@click.option("--misses", is_flag=True, help="List each claim that was missed or made up.")
def command(folder: Path, reader: Reader, misses: bool) -> None:
    """Score an extractor on labelled texts.

    FOLDER holds one folder a text, with article.txt, meta.json and claims.jsonl. Claims match one to one
    where their evidence overlaps and their main slots agree; 'lenient' asks less of the slots.
    """
    from kg.evaluate.gold import evaluate_folder
    from kg.extract import extract
    from kg.model.summary import summary

    using = reader.get()
    report = evaluate_folder(folder, lambda article: extract(article, using=using).claims)
    lines = list(report.lines())
    if misses:
        for title, claims in (("missed", report.missed), ("not in the gold", report.extra)):
            lines += [f"{title}:"]
            lines += [f"  {c.kind:10}{summary(c)}: {' … '.join(s.text for s in c.spans)}" for c in claims]
    write("".join(f"{line}\n" for line in lines), None)
