from itertools import permutations

import pytest

from kg.model.text import Article
from kg.model.when import When
from kg.rdf.iris import NS
from kg.store.build import put_article
from kg.store.local import Store
from kg.store.reprints import reprints
from tests.read.test_reprint import AGENCY

FIRST = Article(text=AGENCY, published=When(edtf="2021-12-20"))
LATER = Article(text="A deal at last.\n" + AGENCY, published=When(edtf="2021-12-21"))
UNDATED = Article(text=AGENCY + "\nThe minister flies to Pristina in the first week of the new year.")
OTHER = Article(text="Ghana took fourteen people from the United States last week, its president said.")
EDGES = f"SELECT ?later ?first {{ ?later <{NS}reprintOf> ?first }} ORDER BY ?later ?first"


@pytest.mark.parametrize("order", [*permutations((FIRST, LATER, UNDATED, OTHER))])
def test_the_later_article_is_the_reprint_in_whichever_order_they_come(order: tuple[Article, ...]) -> None:
    with Store.memory() as store:
        for article in order:
            put_article(store, article, ())
        found = {tuple(str(cell).rpartition("/")[2] for cell in row) for row in store.select(EDGES).cells}
    assert found == {(LATER.key, FIRST.key), (UNDATED.key, FIRST.key), (UNDATED.key, LATER.key)}


def test_a_reprint_goes_with_its_article() -> None:
    with Store.memory() as store:
        for article in (FIRST, LATER):
            put_article(store, article, ())
        store.remove(LATER.key)
        assert not store.select(EDGES).cells
        assert reprints(store, LATER).of == (FIRST.key,)


def test_an_article_is_no_reprint_of_itself() -> None:
    with Store.memory() as store:
        for _ in range(2):
            put_article(store, FIRST, ())
        assert not store.select(EDGES).cells
