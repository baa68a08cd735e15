from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg import query
from kg.errors import KgError
from kg.extract import Proposal, Refusal, extract
from kg.model.claim import Claim
from kg.model.text import Article
from kg.rdf.iris import NS
from kg.store.add import add
from kg.store.build import shipped_articles
from kg.store.explain import explain
from kg.store.local import Store
from kg.store.texts import Text

SEED = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")
SAID = (
    "Ghana signs deal with US on deportees\n\n"
    "Ghana signed an agreement with the United States on Tuesday to take in deported West Africans, "
    'its foreign minister, Samuel Okudzeto Ablakwa, said. "We did it out of solidarity," he said.\n'
)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.memory() as made:
        yield made


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ghana.txt"
    path.write_text(SAID)
    return path


def added(items: Iterable[Text | KgError]) -> list[Text]:
    found = list(items)
    assert all(isinstance(item, Text) for item in found), found
    return [item for item in found if isinstance(item, Text)]


def test_an_unseen_text_becomes_claims_with_their_words(store: Store, article: Path) -> None:
    (item,) = added(add(store, [article], published="2025-09-10"))
    assert item.claims
    for claim in item.claims:
        assert all(SAID[s.start : s.end] == s.text for s in claim.spans)
    (row,) = query.run(store, "status-as-of", on="2025-09-10")
    assert (row["title"], row["status"]) == ("US–Ghana arrangement", "signed")


def test_adding_again_changes_nothing(store: Store, article: Path) -> None:
    added(add(store, [article], published="2025-09-10"))
    before = store.dump("nq")
    added(add(store, [article], published="2025-09-10"))
    assert store.dump("nq") == before


def test_a_bad_text_is_reported_and_the_rest_go_on(store: Store, article: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00")
    items = list(add(store, [tmp_path / "broken.txt", tmp_path / "none.txt", article]))
    assert [type(item).__name__ for item in items] == ["InputError", "InputError", "Text"]
    assert store.articles() == (Article(text=SAID).key,)


def test_peoples_claims_stand_for_the_machines(store: Store) -> None:
    (item,) = added(add(store, [SEED]))
    reviews = [str(claim.review) for claim in item.claims]
    assert reviews.count("checked") == 28
    assert len(item.claims) - 28 <= 6
    assert not any("talks" in str(getattr(c, "status", "")) and c.review == "machine" for c in item.claims)


def test_invented_words_and_numbers_never_enter(store: Store, tmp_path: Path) -> None:
    def forger(article: Article) -> Iterator[Proposal | Refusal]:
        elsewhere = Article(text="Ghana signed nothing of the kind, a stranger said on Tuesday.")
        for claim in extract(elsewhere).claims:
            yield Proposal(claim=claim)
        for claim in extract(article).claims:
            if claim.kind == "status":
                yield Proposal(claim=replace(claim, receiving=("KEN",)))  # type: ignore[call-arg]

    path = tmp_path / "ghana.txt"
    path.write_text(SAID)
    (item,) = added(add(store, [path], using=forger))
    assert item.claims == ()
    assert any("refused" in line for line in item.warnings)


def test_a_claim_can_be_explained(store: Store, article: Path) -> None:
    (item,) = added(add(store, [article], published="2025-09-10"))
    claim = next(c for c in item.claims if c.kind == "status")
    lines = list(explain(store, claim.id))
    assert any(line.startswith("rule: ") for line in lines)
    assert any(claim.spans[0].text in line for line in lines)
    assert "agreement: agreement/p-usa-gha" in lines


def test_a_persons_claim_needs_no_rule(store: Store) -> None:
    (item,) = added(add(store, [SEED]))
    checked: Claim = next(c for c in item.claims if c.review == "checked")
    assert "made or checked by a person" in list(explain(store, checked.id))


def test_what_is_not_there_has_no_explanation(store: Store) -> None:
    assert list(explain(store, "c0000000000000000")) == []


def test_a_text_about_something_else_brings_nobody_in(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "match.txt"
    path.write_text("Ghana beat Mali on Sunday. Coach Ada Example praised her players, she said.")
    (item,) = added(add(store, [path], published="2026-03-20"))
    assert item.claims == ()
    assert b"Example" not in store.dump("nq", without_properties=[f"{NS}articleText"])
