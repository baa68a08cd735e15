from decimal import Decimal

import pytest

from kg.model.claim import PaymentClaim
from tests.extract.conftest import Read

CASES = [
    (
        "Norway will pay Ghana $5.1 million to take 20 migrants.",
        (Decimal(5100000), "USD", "NOR", "GHA", "promised", None),
    ),
    ("Norway has paid Ghana 20 million euros.", (Decimal(20000000), "EUR", "NOR", "GHA", "paid", None)),
    (
        "Norway will pay Ghana about £300 for each migrant.",
        (Decimal(300), "GBP", "NOR", None, "promised", "person"),
    ),
    (
        "Ghana has agreed to accept migrants from Norway in exchange for a fee.",
        (None, None, "NOR", "GHA", "conditional", None),
    ),
    (
        "Norway and Ghana have signed a €90 million deal on the return of migrants.",
        (Decimal(90000000), "EUR", "NOR", None, "promised", None),
    ),
    ("Norway has paid Ghana 90 million kroner.", (Decimal(90000000), "NOK", "NOR", "GHA", "paid", None)),
    (
        "Norway has pledged several million euros to Ghana.",
        (None, "EUR", "NOR", "GHA", "promised", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sums(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, PaymentClaim)]
    assert (claim.amount, claim.currency, claim.payer, claim.payee, claim.modality, claim.per) == expected


def test_a_conversion_in_brackets_is_no_second_payment(read: Read) -> None:
    text = "Norway will pay Ghana 20 million euros ($22 million)."
    assert [c.currency for c in read(text).claims if isinstance(c, PaymentClaim)] == ["EUR"]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Ghana denied that any money had changed hands.", "disputed"),
        ("Nobody has paid us, it said.", "disputed"),
        ("All costs will be borne by Norway.", "promised"),
    ],
)
def test_money_without_a_sum(read: Read, sentence: str, modality: str) -> None:
    text = f"Norway flew 20 migrants to Ghana. {sentence}"
    [claim] = [c for c in read(text).claims if isinstance(c, PaymentClaim)]
    assert (claim.amount, claim.currency, claim.modality) == (None, None, modality)


def test_a_sum_behind_another_shares_its_currency(read: Read) -> None:
    text = "Norway will pay Ghana 15 million euros in rent and some 5.5m for refurbishment."
    claims = [c for c in read(text).claims if isinstance(c, PaymentClaim)]
    assert [(c.amount, c.currency) for c in claims] == [(Decimal(15000000), "EUR"), (Decimal(5500000), "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will pay Ghana 90 million dirhams, Morocco said.", (Decimal(90000000), "MAD")),
        ("Norway paid Ghana NZ$3 million.", (Decimal(3000000), "NZD")),
        ("Norway paid Ghana five billion naira.", (Decimal(5000000000), "NGN")),
        ("Britain paid Rwanda 40 billion francs.", (Decimal(40000000000), "RWF")),
        ("Australia will pay Nauru hundreds of millions of dollars.", (None, "AUD")),
        ("Norway has financed patrol boats in Libya.", (None, None)),
        ("Norway will compensate Ghana for the prison.", (None, None)),
        ("Each return costs Norway $130,000, the ministry said.", (Decimal(130000), "USD")),
        ("Norway will foot the bill for the prison in Kosovo.", (None, None)),
    ],
)
def test_currencies_and_funding(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, PaymentClaim)]
    assert (claim.amount, claim.currency) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Not a cent was paid to Ghana, Norway said.",
        "Ghana has received nothing from Norway in return.",
        "Norway said no money was linked to the treaty with Ghana.",
    ],
)
def test_not_a_cent(read: Read, text: str) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, PaymentClaim)]
    assert (claim.amount, claim.modality, claim.factuality) == (None, "disputed", "CT-")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's debt rose to $3 billion.",
        "The agency runs on a budget of $10 billion.",
        "Norway has little to show for the money.",
        "Ghana complained that not a cent had arrived.",
        "Taxpayers were footing the bill, Norway said.",
    ],
)
def test_money_that_is_late_or_beside_the_deal_is_none(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, PaymentClaim)]
