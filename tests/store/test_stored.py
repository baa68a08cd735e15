from pathlib import Path

import pytest

from kg.paths import resource
from kg.rdf import iris
from kg.store.add import add
from kg.store.build import build, put_article, read_folder
from kg.store.local import Store
from kg.store.stored import stored

GOLD = sorted(path.parent for path in resource("data/gold").glob("*/claims.jsonl"))
TEXTS = [resource("data/gold") / name for name in ("denmark-kosovo-prison", "eu-mauritania-2024")]


@pytest.mark.parametrize("folder", GOLD, ids=lambda path: path.name)
def test_a_text_comes_back_from_the_store_with_its_claims(folder: Path) -> None:
    text = read_folder(folder, extract=False)
    with Store.memory() as store:
        put_article(store, text.article, text.claims)
        before = store.dump("nq")
        found = stored(store, text.article.key)
        assert found is not None
        article, claims = found
        assert article.text == text.article.text
        assert {claim.id for claim in claims} == {claim.id for claim in text.claims}
        put_article(store, article, claims)
        assert store.dump("nq") == before


def test_a_text_that_was_added_before_the_catalogue_is_in_the_end_as_one_added_after(tmp_path: Path) -> None:
    dumps = []
    for order in ((0, 1), (1, 0)):
        path = tmp_path / str(order)
        for step in order:
            if step:
                with Store.create(path) as store:
                    assert not [item for item in add(store, TEXTS) if isinstance(item, Exception)]
            else:
                build(path, extract=False)
        with Store.open(path) as store:
            dumps.append(store.dump("nq"))
    assert dumps[0] == dumps[1]
    assert b"/agreement/denmark-kosovo-prison-2021> <https://w3id.org/migkg/ns#hasStatus>" in dumps[0]


def test_a_text_without_its_words_is_left_as_it_is(tmp_path: Path) -> None:
    text = read_folder(TEXTS[0], extract=False)
    path, other = tmp_path / "export.nq", tmp_path / "store"
    with Store.memory() as store:
        put_article(store, text.article, text.claims)
        path.write_bytes(store.dump("nq", without_properties=[f"{iris.NS}articleText"]))
    with Store.create(other) as store:
        store.load(path)
        assert stored(store, text.article.key) is None
    build(other, extract=False)
    with Store.open(other) as store:
        lines = set(store.dump("nq").splitlines())
        assert {x for x in path.read_bytes().splitlines() if text.article.key.encode() in x} <= lines
