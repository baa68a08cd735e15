"""The vocabulary is complete, free of cycles, and just what the data, shapes, rules and questions use."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN

import kg
from kg.paths import resource
from kg.rdf import iris
from tests.ontology.graphs import ontology, sample, shipped

TERMS = ontology("migration")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
DECLARED = {
    term
    for kind in KINDS
    for term in TERMS.subjects(RDF.type, kind)
    if isinstance(term, URIRef) and term.startswith(iris.NS)
}
CODES = set(ontology("codes").subjects(RDF.type, SKOS.Concept))
SCHEMES = set(ontology("codes").subjects(RDF.type, SKOS.ConceptScheme))
LANGUAGES = ["en", "es", "fr"]


def ours(graph: Graph) -> set[URIRef]:
    """Terms and codes of our namespaces anywhere in a graph."""
    nodes = (n for n in chain.from_iterable(graph) if isinstance(n, URIRef))
    return {n for n in nodes if re.match(rf"{iris.NS}\w|{iris.CODE}[a-z-]+/", n)}


def query_files() -> list[Path]:
    return [*resource("ontology/rules").glob("*.rq"), *Path(kg.__file__).parent.rglob("*.rq")]


def prefixed(text: str) -> Iterator[URIRef]:
    """Our terms and codes in a query, by its own prefixes."""
    text = re.sub(r"(?m)^\s*#.*$", "", text)
    for prefix, base in re.findall(r"(?i)PREFIX\s+([\w-]*):\s*<([^>]*)>", text):
        if base.startswith((iris.NS, iris.CODE)):
            for name in re.findall(rf"(?<![\w:-]){prefix}:([A-Za-z][\w-]*)", text):
                yield URIRef(base + name)


@cache
def used_by_queries() -> frozenset[URIRef]:
    return frozenset(chain.from_iterable(prefixed(path.read_text("utf-8")) for path in query_files()))


def used_by_code() -> set[URIRef]:
    """Members of the class MIG that the package names."""
    paths = [path for path in Path(kg.__file__).parent.rglob("*.py") if path.name != "vocab.py"]
    nodes = chain.from_iterable(ast.walk(ast.parse(path.read_text("utf-8"))) for path in paths)
    return {
        URIRef(iris.NS + node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "MIG"
    }


@pytest.mark.parametrize("name", ["migration", "codes", "alignments", "shapes"])
def test_each_file_says_what_it_is_whose_and_under_which_licence(name: str) -> None:
    graph = ontology(name)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    version = graph.value(header, OWL.versionInfo)
    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/{version}")
    assert graph.value(header, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    for p in (DCTERMS.title, DCTERMS.creator):
        assert graph.value(header, p)


def test_the_vocabulary_names_its_prefix_and_namespace() -> None:
    header = URIRef(iris.NS.removesuffix("#"))
    assert TERMS.value(header, VANN.preferredNamespacePrefix) == Literal("mig")
    assert TERMS.value(header, VANN.preferredNamespaceUri) == Literal(iris.NS)
    assert TERMS.value(header, DCTERMS.description)


@pytest.mark.parametrize("name", ["migration", "codes", "alignments"])
def test_what_enters_the_store_has_no_blank_node(name: str) -> None:
    assert not [n for n in chain.from_iterable(ontology(name)) if isinstance(n, BNode)]


@pytest.mark.parametrize("term", sorted(DECLARED))
def test_a_term_has_labels_a_definition_and_an_example(term: URIRef) -> None:
    assert sorted(str(o.language) for o in literals(term, RDFS.label)) == LANGUAGES
    (definition,) = literals(term, SKOS.definition)
    assert definition.language == "en"
    assert definition.endswith(".")
    assert len(definition.split()) > 3
    assert [o.language for o in literals(term, SKOS.example)] == ["en"]
    assert TERMS.value(term, RDFS.isDefinedBy) == URIRef(iris.NS.removesuffix("#"))


def literals(term: URIRef, p: URIRef) -> list[Literal]:
    return [o for o in TERMS.objects(term, p) if isinstance(o, Literal)]


def test_terms_are_named_by_kind_and_no_two_share_a_label() -> None:
    for term in DECLARED:
        name = term.removeprefix(iris.NS)
        upper = (term, RDF.type, OWL.Class) in TERMS
        assert re.fullmatch("[A-Z][A-Za-z]+" if upper else "[a-z][A-Za-z0-9]+", name), name
    labels = Counter(label for term in DECLARED for label in literals(term, RDFS.label))
    assert [label for label, times in labels.items() if times > 1] == []


def test_a_term_is_of_one_kind_and_a_property_has_at_most_one_domain_and_range() -> None:
    for term in DECLARED:
        assert len([kind for kind in KINDS if (term, RDF.type, kind) in TERMS]) == 1
        assert len([*TERMS.objects(term, RDFS.domain)]) <= 1
        assert len([*TERMS.objects(term, RDFS.range)]) <= 1
        if (term, RDF.type, OWL.DatatypeProperty) in TERMS:
            assert TERMS.value(term, RDFS.range), term
        if (term, RDF.type, OWL.ObjectProperty) in TERMS:
            assert TERMS.value(term, RDFS.range) or TERMS.value(term, RDFS.domain), term


@pytest.mark.parametrize("p", [RDFS.subClassOf, RDFS.subPropertyOf])
def test_no_term_lies_above_itself(p: URIRef) -> None:
    for term in DECLARED:
        assert term not in {
            above for up in TERMS.objects(term, p) for above in TERMS.transitive_objects(up, p)
        }


@pytest.mark.parametrize("name", ["migration", "codes", "alignments", "shapes"])
def test_the_files_of_the_ontology_use_declared_terms_only(name: str) -> None:
    assert ours(ontology(name)) - DECLARED - CODES - SCHEMES == set()


def test_rules_and_questions_use_declared_terms_only() -> None:
    assert used_by_queries()
    assert used_by_queries() - DECLARED - CODES == set()


def test_code_uses_declared_terms_only() -> None:
    assert used_by_code()
    assert used_by_code() - DECLARED == set()


def test_data_use_declared_terms_only(tmp_path: Path) -> None:
    for graph in (sample(), shipped(tmp_path / "store"), contract()):
        assert len(ours(graph)) > 20
        assert ours(graph) - DECLARED - CODES - SCHEMES == set()


def contract() -> Graph:
    """The Turtle of docs/reference/rdf.md."""
    text = (Path(kg.__file__).parent.parent / "docs" / "reference" / "rdf.md").read_text("utf-8")
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in iris.PREFIXES.items())
    prefixes += f"@prefix claim: <{iris.ID}claim/> .\n"
    graph = Graph()
    for block in re.findall(r"```turtle\n(.*?)```", text, re.S):
        graph.parse(data=prefixes + block, format="turtle", publicID=iris.BASE)
    return graph


def test_every_declared_term_is_used() -> None:
    """By code, rules, questions, shapes or code lists, or as a superclass."""
    shapes, codes = ours(ontology("shapes")), ours(ontology("codes"))
    used = {*used_by_queries(), *used_by_code(), *shapes, *codes}
    assert DECLARED - used - set(TERMS.objects(None, RDFS.subClassOf)) == set()


def test_every_term_of_the_contract_is_declared() -> None:
    text = (Path(kg.__file__).parent.parent / "docs" / "reference" / "rdf.md").read_text("utf-8")
    named = {URIRef(iris.NS + name) for name in re.findall(r"\bmig:([A-Za-z]\w*)", text)}
    assert len(named) > 70
    assert named - DECLARED == set()


ALIGNED = {
    "http://data.europa.eu/eli/ontology#",
    "http://www.w3.org/2004/02/skos/core#",
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/prov#",
    "http://www.wikidata.org/entity/",
    "https://schema.org/",
    "https://spec.edmcouncil.org/fibo/ontology/FND/Agreements/Agreements/",
}


def test_alignments_point_from_our_terms_to_vocabularies_we_know() -> None:
    matches = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    links = [(s, o) for p in matches for s, o in ontology("alignments").subject_objects(p)]
    assert {s for s, _ in links} <= DECLARED | CODES
    assert {re.sub(r"[^/#]*$", "", str(o)) for _, o in links} == ALIGNED
