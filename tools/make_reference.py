"""Write the generated pages of `docs/reference/`: questions, vocabulary, commands, errors.

Usage: ``python tools/make_reference.py [--check]``. With ``--check`` nothing is written, and the exit code
is 1 where a page is stale.
"""

import inspect
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import errors, query
from kg.cli import kg as cli
from kg.rdf import iris

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
_SETTINGS: dict[str, Any] = {**cli.context_settings, "terminal_width": 100}
HEAD = "<!-- Written by tools/make_reference.py: run `make docs`. -->\n\n"


def questions() -> Iterator[str]:
    """One section a named question."""
    yield "# Questions\n"
    yield "Ask with `kg query NAME`, or `kg.query.run(store, NAME)`. Each is a file in `kg/query/queries/`"
    yield "that runs in any tool."
    for question in query.available():
        yield f"\n## {question.name}\n"
        yield question.summary + "\n"
        for param in question.params:
            need = (
                "required"
                if param.required
                else f"default `{param.default}`"
                if param.default
                else "optional"
            )
            yield f"- `--param {param.name}=` {param.type}, {need}"
        if question.params:
            yield ""
        yield f"*{question.note}*"


def vocabulary() -> Iterator[str]:
    """One table a kind of term, and one a code list."""
    graph = Graph()
    for name in ("migration", "codes"):
        graph.parse(FOLDER.parent.parent / "ontology" / f"{name}.ttl")
    yield "# Vocabulary\n"
    yield f"Namespace `{iris.NS}`, prefix `mig:`. The source is `ontology/migration.ttl`;"
    yield "[the codebook](../../ontology/codebook.md) says how to decide hard cases."
    kinds = (("Classes", OWL.Class), ("Links", OWL.ObjectProperty), ("Values", OWL.DatatypeProperty))
    for title, kind in kinds:
        yield f"\n## {title}\n\n| term | definition |\n| --- | --- |"
        for term in sorted(map(str, graph.subjects(RDF.type, kind))):
            if term.startswith(iris.NS):
                name = term.removeprefix(iris.NS)
                yield f"| `mig:{name}` | {_english(graph, term, SKOS.definition)} |"
    yield "\n## Code lists"
    for scheme in sorted(map(str, graph.subjects(RDF.type, SKOS.ConceptScheme))):
        yield f"\n### {scheme.removeprefix(iris.CODE).strip('/')}\n"
        yield (
            _english(graph, scheme, SKOS.definition)
            + "\n\n| code | label | definition |\n| --- | --- | --- |"
        )
        for concept in sorted(map(str, graph.subjects(SKOS.inScheme, URIRef(scheme)))):
            notation = graph.value(URIRef(concept), SKOS.notation)
            code = f"`{notation}`" if notation else "(group)"
            label, definition = (_english(graph, concept, p) for p in (SKOS.prefLabel, SKOS.definition))
            yield f"| {code} | {label} | {definition} |"


def _english(graph: Graph, term: str, predicate: URIRef) -> str:
    node = URIRef(term)
    texts = [
        o for o in graph.objects(node, predicate) if isinstance(o, Literal) and o.language in ("en", None)
    ]
    return str(texts[0] if texts else graph.value(node, RDFS.label)).replace("|", "\\|").replace("\n", " ")


def commands() -> Iterator[str]:
    """The help of every command."""
    yield "# Commands\n"
    yield from _command(cli, "kg", None)


def _command(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(command, info_name=name.rpartition(" ")[2], parent=parent, **_SETTINGS)
    yield f"\n## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found and not found.hidden:
                yield from _command(found, f"{name} {child}", context)


def problems() -> Iterator[str]:
    """The tree of errors."""
    yield "# Errors\n"
    doc = inspect.getdoc(errors)
    assert doc
    before, _, rest = doc.partition("::\n\n")
    tree, _, after = rest.partition("\n\n")
    yield f"{before}```text\n{textwrap.dedent(tree)}\n```\n\n{after}"


PAGES = {
    "questions.md": questions,
    "vocabulary.md": vocabulary,
    "commands.md": commands,
    "errors.md": problems,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are stale."""
    stale = []
    for name, make in PAGES.items():
        page = FOLDER / name
        text = HEAD + "\n".join(make()).rstrip() + "\n"
        if "--check" in arguments:
            if not page.exists() or page.read_text("utf-8") != text:
                stale.append(name)
        else:
            page.write_text(text, "utf-8")
    if stale:
        print(f"docs/reference: {', '.join(stale)} stale; run make docs", file=sys.stderr)
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
