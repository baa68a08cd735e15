from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from kg.model.claim import Attribution, Claim, PaymentClaim, StatementClaim, StatusClaim, TransferClaim
from kg.model.codes import (
    Factuality,
    Mode,
    PaymentModality,
    ReviewStatus,
    SourceType,
    Status,
    TransferModality,
)
from kg.model.text import Article, Span
from kg.model.when import When
from tests.strategies import claims

ARTICLE = Article(
    text="Rwanda is in talks with the US. Rwanda is in talks with the US. It took 7 people in March."
)
FIRST, SECOND, THIRD = ARTICLE.sentences()
NARRATOR = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)


def talks(*evidence: Span, attribution: Attribution = NARRATOR, factuality: str = "CT+") -> StatusClaim:
    return StatusClaim(
        article=ARTICLE.key,
        evidence=evidence or (FIRST,),
        attribution=attribution,
        factuality=Factuality(factuality),
        extractor="test/1",
        sending=("USA",),
        receiving=("RWA",),
        status=Status.TALKS,
    )


def transfer(
    modality: TransferModality = TransferModality.HAPPENED, persons: int | None = 7
) -> TransferClaim:
    return TransferClaim(
        article=ARTICLE.key,
        evidence=(THIRD,),
        attribution=NARRATOR,
        extractor="test/1",
        sending="USA",
        receiving="RWA",
        persons=persons,
        modality=modality,
    )


def test_the_id_forgets_where_the_words_stand_and_who_read_them() -> None:
    assert (
        talks(FIRST).id == talks(FIRST, SECOND).id == replace(talks(), confidence=0.3, extractor="other/2").id
    )
    assert talks().id == replace(talks(), review=ReviewStatus.CHECKED).id


def test_the_id_tells_apart_what_a_person_could_accept_on_its_own() -> None:
    named = Attribution(source=SourceType.PERSON, name="Ada Minister", mode=Mode.QUOTE)
    ids = [
        talks().id,
        talks(attribution=named).id,
        replace(talks(), when=When(edtf="2025-03")).id,
        replace(talks(), status=Status.AGREED).id,
        replace(talks(), sending=("RWA",), receiving=("USA",)).id,
        transfer().id,
        transfer(persons=8).id,
        transfer(TransferModality.PLANNED).id,
    ]
    assert len(set(ids)) == len(ids)


def test_the_order_of_countries_does_not_matter() -> None:
    assert replace(talks(), sending=("USA", "GBR")).id == replace(talks(), sending=("GBR", "USA")).id


def test_two_statements_of_one_speaker_are_two_claims() -> None:
    def said(span: Span) -> StatementClaim:
        return StatementClaim(
            article=ARTICLE.key,
            evidence=(span,),
            attribution=NARRATOR,
            extractor="t/1",
            speaker="Ada Minister",
            mode=Mode.PARAPHRASE,
        )

    assert said(FIRST).id != said(THIRD).id
    assert said(FIRST).id == said(SECOND).id


def test_equal_amounts_written_differently_are_one_claim() -> None:
    def paid(amount: str) -> PaymentClaim:
        return PaymentClaim(
            article=ARTICLE.key,
            evidence=(FIRST,),
            attribution=NARRATOR,
            extractor="t/1",
            amount=Decimal(amount),
            currency="USD",
            modality=PaymentModality.PAID,
        )

    assert paid("6000000").id == paid("6E+6").id == paid("6000000.00").id


@pytest.mark.parametrize("factuality", ["PS+", "CT-", "PR-", "PS-", "Uu"])
def test_what_a_source_does_not_assert_gets_no_direct_edge(factuality: str) -> None:
    assert talks().asserted
    assert not talks(factuality=factuality).asserted


@pytest.mark.parametrize("modality", sorted(set(TransferModality) - {TransferModality.HAPPENED}))
def test_a_transfer_that_did_not_happen_gets_no_direct_edge(modality: str) -> None:
    assert transfer().asserted
    assert not transfer(TransferModality(modality)).asserted


def test_a_claim_names_its_countries_one_by_one() -> None:
    assert talks().countries == ("USA", "RWA")
    assert transfer().countries == ("USA", "RWA")


def test_a_claim_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="needs evidence"):
        replace(talks(), evidence=())


def test_evidence_of_another_article_is_refused() -> None:
    other = Article(text="Elsewhere, Rwanda is in talks with the US.")
    with pytest.raises(ValueError, match="its own article"):
        talks(Span.of(other, 0, 9))


@pytest.mark.parametrize("confidence", [-0.1, 1.7, float("nan")])
def test_confidence_outside_its_range_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="not between"):
        replace(talks(), confidence=confidence)


def test_a_transfer_to_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="to itself"):
        replace(transfer(), receiving="USA")


@pytest.mark.parametrize("code", ["US", "usa", "Rwanda", ""])
def test_what_is_no_country_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="alpha-3"):
        replace(talks(), sending=(code,))


def test_an_unnamed_person_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its name"):
        Attribution(source=SourceType.PERSON, mode=Mode.QUOTE)


@given(claims())
def test_ids_have_one_form(claim: Claim) -> None:
    assert len(claim.id) == 17
    assert claim.id[0] == "c"
    int(claim.id[1:], 16)
