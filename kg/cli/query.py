"""`kg query`: ask a named question, or one's own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.options import (
    OUTPUT,
    QUIET,
    STORE,
    chosen_format,
    count,
    format_option,
    on_terminal,
    tell,
    terminal_width,
    utf8,
    write,
)
from kg.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from kg.query import QueryFile, Rows
    from kg.store.formats import Format

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "srj", "ttl", "nq", "trig", "jsonld")


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from kg.query import available

    return [CompletionItem(q.name, help=q.summary) for q in available() if q.name.startswith(begun)]


@click.command("query", epilog="Example: kg query status-as-of -p on=2025-05-05 --format csv")
@click.argument("question", required=False, shell_complete=_complete)
@click.option(
    "-p",
    "--param",
    "params",
    type=utf8,
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter. Repeatable.",
)
@click.option("-c", "--columns", type=utf8, metavar="A,B", help="Only these columns, in this order.")
@click.option("--list", "listing", is_flag=True, help="Name the questions that come with migkg.")
@format_option(FORMATS, "table on a terminal and jsonl elsewhere (ttl for triples)")
@OUTPUT
@STORE
@QUIET
def command(
    question: str | None,
    params: tuple[str, ...],
    columns: str | None,
    listing: bool,
    form: str | None,
    output: Path | None,
    store: Path,
    quiet: bool,
) -> None:
    """Ask a question, named or your own.

    QUESTION is a name from 'kg query --list', a file with SPARQL, '-' for SPARQL from standard input, or
    SPARQL itself. With --format srj the answer is SPARQL 1.1 JSON. In csv and tsv, text that a spreadsheet
    would run as a formula gets an apostrophe before it.
    """
    from kg.query import run
    from kg.store import Store

    chosen = chosen_format(form, output, FORMATS)
    if listing:
        write(_formatted(_questions(), chosen, output), output)
        return
    if not question:
        raise UsageError("no question", hint="'kg query --list' names those that come with migkg")
    asked = _question(question)
    given = _params(params)
    with Store.open(store) as graph:
        rows = run(graph, asked, **given)
    if columns:
        rows = rows.only(*(name.strip() for name in columns.split(",")))
    write(_formatted(rows, chosen, output), output)
    if not quiet and not rows.cells and rows.form == "select":
        tell("0 rows: nothing in the store answers that; see whether the ids and codes are right")
    elif not quiet and output is None and on_terminal():
        tell(count(len(rows), "row"))
        if asked.note:
            tell(f"note: {asked.note}")


def _question(given: str) -> "QueryFile":
    from kg import query
    from kg.query import files

    if given == "-":
        return files.decoded(sys.stdin.buffer.read(), name="standard input")
    if "{" in given:
        return files.parse(utf8(given), name="query")
    if "." in given or "/" in given:
        return files.read(Path(given))
    return query.get(utf8(given))


def _params(given: tuple[str, ...]) -> dict[str, str]:
    params: dict[str, str] = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals:
            raise UsageError(f"the parameter {item!r} has no value", hint="write -p name=value")
        if name in params:
            raise UsageError(f"the parameter {name} is given twice")
        params[name] = value
    return params


def _questions() -> "Rows":
    from kg.query import Rows, available

    return Rows(
        columns=("name", "parameters", "question"),
        cells=tuple((q.name, ", ".join(map(str, q.params)), q.summary) for q in available()),
    )


def _formatted(rows: "Rows", form: str | None, output: Path | None) -> str | bytes:
    if form is None:
        drawn = "table" if output is None and on_terminal() else "jsonl"
        form = "ttl" if rows.form == "construct" else drawn
    match form:
        case "table":
            return rows.to_table(terminal_width())
        case "csv":
            return rows.to_csv()
        case "tsv":
            return rows.to_csv("\t")
        case "json":
            return rows.to_json()
        case "jsonl":
            return rows.to_jsonl()
        case "srj":
            return rows.to_sparql_json()
    return rows.to_rdf(cast("Format", form))
