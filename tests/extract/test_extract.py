import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kg.errors import InputError, UsageError
from kg.extract import Proposal, available, extract, extract_all, extractor
from kg.model.text import Article
from tests.extract.conftest import Read


def test_a_text_without_a_deal_gives_nothing(read: Read) -> None:
    found = read("The weather in Oslo was fine on Monday.")
    assert (found.claims, found.refusals) == ((), ())
    assert [m.ref for m in found.mentions] == ["country/NOR"]


def test_every_claim_names_its_rule_and_has_one_id(read: Read) -> None:
    found = read("Norway signed a deal with Ghana to send asylum seekers to Accra. No one has been sent.")
    assert all(claim.extractor.startswith("rules/1#") for claim in found.claims)
    assert len({claim.id for claim in found.claims}) == len(found.claims) > 1


def test_an_unknown_claim_cannot_be_explained(read: Read) -> None:
    with pytest.raises(InputError, match="has no claim"):
        read("Norway signed a deal with Ghana.").explain("c0000000000000000")


def test_an_unknown_extractor_is_a_mistake_of_the_call() -> None:
    assert "rules" in available()
    with pytest.raises(UsageError, match="no extractor"):
        extractor("oracle")


def test_another_extractor_passes_the_same_gate() -> None:
    article = Article(text="Norway flew 20 men to Ghana.")
    [honest] = [
        p for p in extractor("rules")(article) if isinstance(p, Proposal) and p.claim.kind == "transfer"
    ]
    other = Article(text="Norway flew 30 men to Ghana.")
    found = extract(other, using=lambda _: [honest])
    assert not found.claims
    assert len(found.refusals) == 1


def test_a_text_beyond_reason_is_refused() -> None:
    with pytest.raises(InputError, match="characters"):
        extract(Article(text="a " * 300_000))


def test_many_articles_give_what_each_gives_alone_in_order() -> None:
    sent = "Norway flew {} men to Ghana on 3 May 2025, its justice minister said."
    articles = [Article(text=sent.format(n)) for n in range(20, 40)]
    assert list(extract_all(articles)) == [extract(article) for article in articles]
    proposed = [list(extractor("rules")(article)) for article in articles]
    again = iter(proposed)
    assert list(extract_all(articles, using=lambda _: next(again))) == list(extract_all(articles))


def test_a_long_series_is_read_a_few_articles_ahead() -> None:
    taken = 0

    def stream() -> Iterator[Article]:
        nonlocal taken
        for n in range(20, 220):
            taken += 1
            yield Article(text=f"Norway flew {n} men to Ghana.")

    assert next(extract_all(stream())).claims
    assert taken < 100


_ALL_GOLD = """
from kg.evaluate.gold import read_gold
from kg.extract import extract_all
from kg.paths import resource

articles = [article for article, _ in read_gold(resource("data/gold"))]
print([(found.claims, found.refusals, dict(found.resolutions)) for found in extract_all(articles)])
"""


def test_the_order_of_sets_changes_no_claim() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _ALL_GOLD],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("4", "5")
    }
    assert len(found) == 1
