"""An article in the store, read back with its claims as they were before they were linked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final, TypeAlias

from kg.errors import KgError
from kg.model.claim import KINDS, Claim
from kg.model.codes import Kind, ReviewStatus, TimeBasis
from kg.model.text import Article
from kg.model.when import When
from kg.rdf import iris
from kg.rdf.iris import NS
from kg.read.claims import claim_of
from kg.store.local import Store
from kg.store.terms import Cell, Iri

_Node: TypeAlias = Mapping[str, list[Cell]]

_GRAPH: Final = f"SELECT ?s ?p ?o {{ GRAPH <{iris.GRAPH}article/%s> {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"
_NAMES: Final = f"""PREFIX mig: <{NS}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?agent ?name {{
  VALUES ?class {{ mig:Official mig:Outlet mig:Body }}
  ?agent a ?class ; rdfs:label ?name
}} ORDER BY ?agent DESC(?name)"""

_WORD: Final = re.compile(r"[^\s,;:()]+")
_LONGEST: Final = 6
"""Words of the longest name that is looked for."""

_RDF: Final = iris.PREFIXES["rdf"]
_LABEL: Final = iris.PREFIXES["rdfs"] + "label"
_COMMON: Final = {
    "factuality": "factuality",
    "confidence": "confidence",
    "extractor": "extractor",
    "reviewStatus": "review",
    "edtf": "when",
    "whenText": "when_text",
    "timeBasis": "when_basis",
}
_SIDES: Final = {"sender": "sending", "receiver": "receiving"}
_OWN: Final[dict[Kind, dict[str, str]]] = {
    Kind.STATUS: {"status": "status", "undirectedParty": "parties"} | _SIDES,
    Kind.TRANSFER: {n: n for n in ("persons", "per", "modality", "nationality", "category")}
    | {"personsQualifier": "persons_qualifier"}
    | _SIDES,
    Kind.STATEMENT: {n: n for n in ("stance", "about", "quote")}
    | {"speakerName": "speaker", "speechMode": "mode"},
    Kind.PAYMENT: {n: n for n in ("amount", "currency", "payer", "payee", "per")}
    | {"amountQualifier": "qualifier", "paymentModality": "modality"},
    Kind.CONCERN: {"topic": "topic", "about": "about", "raisedBy": "raised_by"},
    Kind.RULING: {"outcome": "outcome", "court": "court", "caseName": "case"} | _SIDES,
    Kind.OFFICE: {"officeName": "office", "officeCountry": "country", "organisationName": "organisation"},
    Kind.EVENT: {"event": "event", "actor": "actor"},
}
"""The field that each property of a claim came from."""


def stored(store: Store, key: str) -> tuple[Article, tuple[Claim, ...]] | None:
    """An article and its claims, without the agreements that linking gave them.

    Returns:
        None where the store has less than that: no text, or a claim that is not one of ours.
    """
    nodes: dict[str, dict[str, list[Cell]]] = {}
    for s, p, o in store.select(_GRAPH % key).cells:
        nodes.setdefault(str(s), {}).setdefault(str(p).removeprefix(NS), []).append(o)
    names = {str(agent): str(name) for agent, name in store.select(_NAMES).cells}
    names |= {iri: str(_first(node, _LABEL)) for iri, node in nodes.items() if _LABEL in node}
    found = nodes.get(iris.article(key), {})
    if "articleText" not in found:
        return None
    article = _article(found, names)
    if article.key != key:
        return None
    claims = tuple(_claims(nodes, article, names))
    return None if None in claims else (article, tuple(claim for claim in claims if claim))


def _article(node: _Node, names: Mapping[str, str]) -> Article:
    edtf, basis = _first(node, "edtf"), _first(node, "timeBasis")
    return Article(
        text=str(_first(node, "articleText")),
        title=_text(node, iris.PREFIXES["dcterms"] + "title"),
        url=_text(node, iris.PREFIXES["schema"] + "url"),
        publisher=names.get(str(_first(node, iris.PREFIXES["dcterms"] + "publisher"))),
        published=When(
            edtf=str(edtf),
            basis=TimeBasis(str(_plain(basis))) if basis else None,
            text=_text(node, "whenText"),
        )
        if edtf
        else None,
        language=str(_first(node, iris.PREFIXES["dcterms"] + "language")),
    )


def _claims(nodes: Mapping[str, _Node], article: Article, names: Mapping[str, str]) -> Iterator[Claim | None]:
    for iri, node in nodes.items():
        if not iri.startswith(iris.claim("")) or "extractor" not in node:
            continue
        for row in _readings(_row(node, nodes, article, names)):
            try:
                claim = claim_of(row, {article.key: article}, where=iri)
            except KgError:
                continue
            if iris.claim(claim.id) == iri:
                yield claim
                break
        else:
            yield None


def _readings(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The lines that may have given a claim: the graph does not tell all that its id is made of.

    Which passage came first is part of what some claims are, and who holds an office may be known by a fuller
    name than the text has.
    """
    people = [row.get("person")]
    if row["kind"] == Kind.OFFICE:
        people += _runs_of_words(item["text"] for item in row["evidence"])
    for person in people:
        for first in row["evidence"]:
            rest = [item for item in row["evidence"] if item is not first]
            yield row | {"evidence": [first, *rest]} | ({"person": person} if person else {})


def _runs_of_words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        for number, (start, _) in enumerate(words):
            yield from (text[start:end] for _, end in words[number : number + _LONGEST])


def _row(
    node: _Node, nodes: Mapping[str, _Node], article: Article, names: Mapping[str, str]
) -> dict[str, Any]:
    """A claim as one line of `claims.jsonl`, as an object."""
    classes = {str(c).removeprefix(NS) for c in node[_RDF + "type"]}
    kind = next(kind for kind, cls in KINDS.items() if cls.__name__ in classes)
    many = {field.name for field in fields(KINDS[kind]) if field.default == ()}
    row: dict[str, Any] = {"kind": str(kind), "article": article.key}
    for prop, name in (_COMMON | _OWN[kind]).items():
        values = [_plain(value) for value in node.get(prop, ())]
        row[name] = values if name in many else values[0] if values else None
    if kind is Kind.OFFICE:
        row["person"] = names.get(str(_first(node, _RDF + "subject")))
    deal = _first(node, "agreement")
    if deal and row["review"] == ReviewStatus.CHECKED:  # a person may have decided it
        identifier = str(deal).removeprefix(iris.agreement(""))
        row["agreement"] = None if identifier.startswith("p-") else identifier
    row["attribution"] = {
        "source": _plain(_first(node, "sourceType")),
        "name": _text(node, "sourceName"),
        "mode": _plain(_first(node, "mode")),
        "outlet": names.get(str(_first(node, "outlet"))),
    }
    row["evidence"] = [_passage(str(iri), article) for iri in node["evidence"]]
    causes = (nodes[str(cause)] for cause in node.get("cause", ()))
    row["causes"] = [{"type": _plain(_first(c, "causeType")), "text": _text(c, "causeText")} for c in causes]
    return row


def _passage(iri: str, article: Article) -> dict[str, Any]:
    start, end = map(int, iri.partition("#char=")[2].split(","))
    return {"start": start, "end": end, "text": article.text[start:end]}


def _plain(value: Cell) -> Cell:
    """A code or country as its short name, anything else as it is."""
    return iris.notation(value.rpartition("/")[2]) if isinstance(value, Iri) else value


def _first(node: _Node, prop: str) -> Cell:
    return next(iter(node.get(prop, ())), None)


def _text(node: _Node, prop: str) -> str | None:
    value = _first(node, prop)
    return None if value is None else str(value)
