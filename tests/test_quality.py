"""Scores on our own labelled texts, by kind: no change may lower them.

A floor rises by hand: put the new scores into `quality_floor.json` in the commit that earns them.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from kg.evaluate import KINDS, Report
from kg.evaluate.gold import evaluate_folder
from kg.extract import extract
from kg.model.codes import Kind
from kg.paths import resource

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("quality_floor.json").read_text("utf-8")
)
SETS = sorted(FLOORS)


@cache
def report(texts: str) -> Report:
    return evaluate_folder(resource(f"data/{texts}"), lambda article: extract(article).claims)


@pytest.mark.parametrize("texts", SETS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_falls_below_its_floor(texts: str, kind: Kind) -> None:
    assert round(report(texts).strict[kind].f1, 3) >= FLOORS[texts][kind]


@pytest.mark.parametrize("texts", SETS)
def test_all_kinds_together_stay_above_their_floor(texts: str) -> None:
    assert round(report(texts).micro.f1, 3) >= FLOORS[texts]["micro f1"]
    assert round(report(texts).micro.precision, 3) >= FLOORS[texts]["micro precision"]


@pytest.mark.parametrize("texts", SETS)
def test_what_did_not_happen_is_hardly_ever_said_to_have_happened(texts: str) -> None:
    false, said = report(texts).rates["false happened"]
    assert false / said <= FLOORS[texts]["false happened"]


@pytest.mark.parametrize("texts", SETS)
def test_the_speaker_is_right_where_the_statement_is_found(texts: str) -> None:
    right, found = report(texts).rates["speaker given span"]
    assert right / found >= FLOORS[texts]["speaker given span"]
