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

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("quality_floor.json").read_text("utf-8"))


@cache
def report() -> Report:
    return evaluate_folder(resource("data/gold"), lambda article: extract(article).claims)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_falls_below_its_floor(kind: Kind) -> None:
    assert round(report().strict[kind].f1, 3) >= FLOORS[kind]


def test_all_kinds_together_stay_above_their_floor() -> None:
    assert round(report().micro.f1, 3) >= FLOORS["micro f1"]
    assert round(report().micro.precision, 3) >= FLOORS["micro precision"]


def test_what_did_not_happen_is_hardly_ever_said_to_have_happened() -> None:
    false, said = report().rates["false happened"]
    assert false / said <= FLOORS["false happened"]


def test_the_speaker_is_right_where_the_statement_is_found() -> None:
    right, found = report().rates["speaker given span"]
    assert right / found >= FLOORS["speaker given span"]
