from decimal import Decimal

import pytest
from hypothesis import given

from kg.model.claim import Attribution, Claim, PaymentClaim
from kg.model.codes import Mode, PaymentModality, SourceType
from kg.model.summary import summary
from kg.model.text import Span
from kg.store.build import read_folder, shipped_articles
from tests.strategies import ARTICLE, claims


@given(claims())
def test_every_claim_can_be_said_in_one_line(claim: Claim) -> None:
    assert summary(claim).strip()


def test_the_seed_in_a_few_words() -> None:
    seed = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")
    lines = [summary(claim) for claim in read_folder(seed, extract=False).claims]
    assert "GBR → RWA: fell-through" in lines
    assert "USA → RWA: 1 person IRQ, happened" in lines
    assert "USA → SLV: money, conditional" in lines
    assert "Olivier Nduhungirehe: minister of foreign affairs (RWA)" in lines


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("20000000", "20,000,000 EUR"),
        ("100", "100 EUR"),
        ("100.50", "100.5 EUR"),
        ("6E+6", "6,000,000 EUR"),
        ("0", "0 EUR"),
    ],
)
def test_an_amount_keeps_its_noughts(amount: str, said: str) -> None:
    claim = PaymentClaim(
        article=ARTICLE.key,
        evidence=(Span.of(ARTICLE, 0, 5),),
        attribution=Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION),
        extractor="test/1",
        amount=Decimal(amount),
        currency="EUR",
        payer="NOR",
        modality=PaymentModality.PAID,
    )
    assert summary(claim) == f"NOR → ?: {said}, paid"
