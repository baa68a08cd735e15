"""Write `kg/rdf/vocab.py` from `ontology/`, so that a misspelt term fails in the type checker.

With ``--check`` nothing is written: exit code 1 and one line if the file is stale.
"""

import argparse
import keyword
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "kg" / "rdf" / "vocab.py"
NS: Final = "https://w3id.org/migkg/ns#"
CODE: Final = "https://w3id.org/migkg/code/"

HEAD: Final = '''\
"""The vocabulary as Python names. GENERATED from `ontology/` by `tools/make_vocab.py`: edit there."""

from typing import Final

from rdflib import URIRef
'''


def render(ontology: Path) -> str:
    """The module for the terms and codes of a folder with `migration.ttl` and `codes.ttl`."""
    terms = Graph().parse(ontology / "migration.ttl")
    codes = Graph().parse(ontology / "codes.ttl")
    parts = [HEAD, *_class("MIG", "Classes and properties of the vocabulary.", NS, _terms(terms), terms)]
    for scheme in sorted(_named(codes.subjects(RDF.type, SKOS.ConceptScheme))):
        named = {_constant(c.removeprefix(scheme)): c for c in _named(codes.subjects(SKOS.inScheme, scheme))}
        name = _constant(scheme.removeprefix(CODE).rstrip("/"))
        parts += _class(name, _text(codes, scheme), scheme, named, codes)
    return "".join(parts)


def _terms(graph: Graph) -> dict[str, URIRef]:
    found = (term for term in _named(graph.subjects(RDFS.isDefinedBy)) if term.startswith(NS))
    return {_safe(term.removeprefix(NS)): term for term in found}


def _named(nodes: Iterable[Node]) -> Iterator[URIRef]:
    return (node for node in nodes if isinstance(node, URIRef))


def _class(name: str, text: str, base: str, members: dict[str, URIRef], graph: Graph) -> Iterator[str]:
    yield f"\n\nclass {name}:\n" + _docstring(f"{text} <{base}>")
    for member, iri in sorted(members.items(), key=lambda item: (item[0].casefold(), item[0])):
        yield f'\n    {member}: Final = URIRef("{iri}")\n' + _docstring(_text(graph, iri))


def _text(graph: Graph, subject: URIRef) -> str:
    text = graph.value(subject, SKOS.definition)
    if text is None:
        raise SystemExit(f"make_vocab: {subject} has no skos:definition")
    return " ".join(str(text).split())


def _docstring(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"""', "'''")
    lines = textwrap.wrap(f'"""{quoted}', 106, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1 and len(lines[0]) <= 103:
        return f'    {lines[0]}"""\n'
    return "".join(f"    {line}\n" for line in (*lines, '"""'))


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _constant(code: str) -> str:
    return code.replace("-", "_").upper()


def main(argv: list[str] | None = None) -> int:
    """Write the module, or with ``--check`` say whether it is stale."""
    parser = argparse.ArgumentParser(prog="make_vocab", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is stale")
    parser.add_argument("--ontology", type=Path, default=ROOT / "ontology", help="folder of the Turtle files")
    parser.add_argument("--target", type=Path, default=TARGET, help="module to write")
    args = parser.parse_args(argv)
    text = render(args.ontology)
    if args.check:
        if not args.target.is_file() or args.target.read_text(encoding="utf-8") != text:
            print(f"{args.target} is stale; run `make vocab`", file=sys.stderr)
            return 1
    else:
        args.target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
