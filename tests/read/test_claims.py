import json
from typing import Any

import pytest
from hypothesis import given

from kg.errors import GroundingError, InputError
from kg.model.claim import Citation, Claim, PaymentClaim, StatusClaim
from kg.model.output import claim_json
from kg.model.text import Article
from kg.read.claims import claim_of, read_claims
from tests.strategies import ARTICLE, claims

TEXT = Article(text="Panama took in migrants. It fell through due to legal challenges.")


def row(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "status",
        "article": TEXT.key,
        "evidence": [{"start": 0, "end": 23, "text": "Panama took in migrants"}],
        "attribution": {"source": "narrator", "name": None, "mode": "narration", "outlet": None},
        "factuality": "CT+",
        "when": "2025-03",
        "when_text": "in March",
        "when_basis": "anchored",
        "sending": ["USA"],
        "receiving": ["PAN"],
        "parties": [],
        "status": "operating",
        "causes": [],
    } | changes


def read(value: object) -> Claim:
    return claim_of(value, {TEXT.key: TEXT}, where="claims.jsonl:1")


@given(claims())
def test_claims_survive_json(claim: Claim) -> None:
    line = json.dumps(claim_json(claim))
    assert list(read_claims([line, ""], {ARTICLE.key: ARTICLE}, where="x")) == [claim]


def test_money_keeps_its_exact_amount() -> None:
    line = json.dumps(
        row(
            kind="payment",
            amount=0.1,
            currency="USD",
            payer="USA",
            payee="PAN",
            qualifier=None,
            modality="paid",
        )
    )
    (claim,) = read_claims([line], {TEXT.key: TEXT}, where="x")
    assert isinstance(claim, PaymentClaim)
    assert str(claim.amount) == "0.1"


def test_a_citation_stands_in_for_a_passage() -> None:
    claim = read(
        row(article=None, agreement="us-panama-2025", evidence=[{"source": "https://example.org/1"}])
    )
    assert claim.evidence == (Citation(source="https://example.org/1"),)


@pytest.mark.parametrize(
    "evidence",
    [
        {"start": 0, "end": 23, "text": "Panama took in refugees"},
        {"start": 1, "end": 24, "text": "Panama took in migrants"},
        {"start": 0, "end": 230, "text": "Panama took in migrants"},
        {"start": -23, "end": 23, "text": "Panama took in migrants"},
    ],
)
def test_words_the_article_does_not_have_are_refused(evidence: dict[str, Any]) -> None:
    with pytest.raises(GroundingError, match=r"claims\.jsonl:1: "):
        read(row(evidence=[evidence]))


def test_whoever_marks_by_hand_may_leave_the_extractor_open() -> None:
    assert read(row(extractor=None)).extractor == read(row()).extractor == "unknown"


def test_an_article_that_is_not_at_hand_is_refused() -> None:
    with pytest.raises(GroundingError, match="not at hand"):
        read(row(article="0" * 16))


def test_a_cause_must_stand_in_the_evidence() -> None:
    with pytest.raises(GroundingError, match="due to cost"):
        read(row(causes=[{"type": "cost", "text": "due to cost"}]))
    words = "It fell through due to legal challenges"
    cause = {"type": "legal-challenge", "text": "due to legal challenges"}
    claim = read(row(evidence=[{"start": 25, "end": 64, "text": words}], causes=[cause]))
    assert isinstance(claim, StatusClaim)
    assert claim.causes[0].text == "due to legal challenges"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "rumour"}, "kind 'rumour' is not one of status, transfer"),
        ({"status": "almost"}, "status 'almost' is not one of"),
        ({"sending": "USA"}, "sending is not a list"),
        ({"sending": ["United States"]}, "alpha-3"),
        ({"sending": [7]}, "sending 7 is not text"),
        ({"confidence": 1.7}, "confidence"),
        ({"confidence": True}, "confidence True is not a number"),
        ({"factuality": "sure"}, "factuality 'sure'"),
        ({"when": "last week"}, "not a date"),
        ({"attribution": {"source": "person", "name": " ", "mode": "quote"}}, "name is empty"),
        ({"attribution": "the minister"}, "attribution is not an object"),
        ({"evidence": []}, "needs evidence"),
        ({"evidence": [{"text": "Panama"}]}, "'start' is missing"),
        ({"evidence": "Panama"}, "evidence is not a list"),
    ],
)
def test_a_mistake_is_named_with_its_line(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=r"claims\.jsonl:1: .*" + message) as caught:
        read(row(**change))
    assert caught.value.hint


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"confidence": NaN}', "[" * 100_000, '"claim"'])
def test_what_is_no_claim_is_refused_in_one_line(line: str) -> None:
    with pytest.raises(InputError, match="f:1") as caught:
        list(read_claims([line], {}, where="f"))
    assert "\n" not in caught.value.message
