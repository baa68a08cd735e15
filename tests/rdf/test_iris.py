import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.model import codes
from kg.rdf import iris, vocab

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@given(TEXT)
def test_a_slug_is_one_clean_part_of_an_iri(name: str) -> None:
    slug = iris.slug(name)
    assert slug
    assert all(c.isalnum() or c == "-" for c in slug)
    ox.NamedNode(iris.entity(f"body/{slug}"))


@given(TEXT)
def test_entity_ids_become_iris_that_every_parser_takes(ref: str) -> None:
    iri = iris.entity(f"person/{ref}")
    ox.NamedNode(iri)
    assert URIRef(iri).n3() == f"<{iri}>"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Olivier Nduhungirehe", "olivier-nduhungirehe"),
        ("Nayib  Bukele ", "nayib-bukele"),
        ("São Tomé’s government", "sao-tomes-government"),
        ("Conseil d'État", "conseil-d-etat"),
        ("卢旺达", "卢旺达"),
        ("Правительство", "правительство"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert iris.slug(name) == slug


def test_names_without_letters_do_not_share_a_slug() -> None:
    assert iris.slug("!!!") != iris.slug("???")


def test_all_iris_lie_below_one_base() -> None:
    made = [
        iris.country("RWA"),
        iris.office("president", country="USA", organisation=None),
        iris.passage("6e807cc266e05c0b", 1, 2),
        iris.claim("c0123456789abcdef"),
        iris.source(iris.article("6e807cc266e05c0b"), "narrator"),
        iris.extraction("6e807cc266e05c0b", "hand/1"),
        iris.code("factuality", "CT-"),
        iris.article_graph("6e807cc266e05c0b"),
    ]
    assert all(iri.startswith(iris.BASE) for iri in made)
    assert len(set(made)) == len(made)


def test_offices_of_two_bodies_are_two_offices() -> None:
    senate = iris.office("president", country="ITA", organisation="Senate")
    assert senate != iris.office("president", country="ITA", organisation=None)
    assert iris.office("director", country=None, organisation="UNHCR") != iris.office(
        "director", country=None, organisation="IOM"
    )


def test_codes_have_the_iris_of_the_vocabulary() -> None:
    assert URIRef(iris.code("factuality", codes.Factuality.CERTAIN)) == vocab.FACTUALITY.CT_PLUS
    assert URIRef(iris.code("factuality", codes.Factuality.POSSIBLY_NOT)) == vocab.FACTUALITY.PS_MINUS
    assert URIRef(iris.code("status", codes.Status.IN_FORCE)) == vocab.STATUS.IN_FORCE
