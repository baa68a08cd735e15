"""The codebook covers every kind and code, and its links and example hold."""

import re
from enum import StrEnum

import pytest

from kg.model import codes
from kg.model.claim import KINDS
from kg.paths import resource

TEXT = resource("ontology/codebook.md").read_text("utf-8")
ENUMERATIONS = [
    value for value in vars(codes).values() if isinstance(value, type) and issubclass(value, StrEnum)
]
QUOTED = set(re.findall(r"`([^`]+)`", TEXT))


@pytest.mark.parametrize("enumeration", [e for e in ENUMERATIONS if e is not StrEnum])
def test_every_code_is_in_the_codebook(enumeration: type[StrEnum]) -> None:
    assert {str(code) for code in enumeration} - QUOTED == set()


def test_every_kind_of_claim_has_a_section() -> None:
    for kind in KINDS:
        assert re.search(rf"^## \d+\. `{kind}`", TEXT, re.MULTILINE), kind


def test_sections_are_numbered_in_order() -> None:
    numbers = [int(number) for number in re.findall(r"^## (\d+)\.", TEXT, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
