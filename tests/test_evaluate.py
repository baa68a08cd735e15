"""The scorer agrees, number for number, with the reference one that the annotation guidelines came with.

`golden/scores.json` is what the reference scorer printed for `golden/predicted.jsonl` on `data/gold`.
"""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import KINDS, Score, evaluate
from kg.evaluate.gold import read_gold
from kg.evaluate.pairing import same_name
from kg.paths import resource
from kg.read.claims import read_claims

GOLDEN = Path(__file__).parent / "golden"


def test_scores_equal_those_of_the_reference_scorer() -> None:
    wanted = json.loads((GOLDEN / "scores.json").read_text("utf-8"))
    read = [(article, claims) for article, claims in read_gold(resource("data/gold"))]
    articles = {a.key: a for a, _ in read if a.key in wanted["articles"]}
    gold = {a.key: claims for a, claims in read if a.key in articles}
    lines = (GOLDEN / "predicted.jsonl").read_text("utf-8").splitlines()
    report = evaluate(gold, read_claims(lines, articles, where="predicted.jsonl"))
    for mode in ("strict", "lenient"):
        found = {str(k): [s.gold, s.predicted, s.matched] for k, s in getattr(report, mode).items()}
        assert found == wanted[mode]
    assert {name: list(rate) for name, rate in report.rates.items()} == wanted["rates"]


def test_nothing_predicted_is_no_division_by_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rubio", "Marco Rubio", True),
        ("the Home Office", "Home Office", True),
        ("Ana Lund", "Kofi Mensah", False),
        ("", "Ana Lund", False),
        ("Nayib Bukelé", "Bukele", True),
    ],
)
def test_names(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same


def test_the_gold_scores_itself_fully() -> None:
    gold = {article.key: claims for article, claims in read_gold(resource("data/gold"))}
    report = evaluate(gold, [c for claims in gold.values() for c in claims])
    assert all(report.strict[kind].f1 == 1 for kind in KINDS)
    assert not report.missed
    assert not report.extra


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article"):
        list(read_gold(tmp_path))


def test_a_folder_whose_claims_are_missing_or_not_claims_says_where(tmp_path: Path) -> None:
    folder = tmp_path / "deal"
    folder.mkdir()
    (folder / "article.txt").write_text("Talks began.")
    with pytest.raises(InputError, match=r"claims\.jsonl.*No such file"):
        list(read_gold(tmp_path))
    (folder / "claims.jsonl").write_text("{}\n")
    with pytest.raises(InputError, match=r"claims\.jsonl:1: 'kind' is missing"):
        list(read_gold(tmp_path))
