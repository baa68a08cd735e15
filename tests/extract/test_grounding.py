from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import Extraction, Proposal, Refusal, Resolution, extract
from kg.extract.grounding import Gate, spelled
from kg.model.claim import Attribution, Claim, PaymentClaim, StatementClaim, TransferClaim
from kg.model.codes import Mode, PaymentModality, SourceType, Stance, TransferModality
from kg.model.text import Article, Span

TEXT = 'Norway flew 20 men to Ghana on Monday. "It is done," said Ana Lund. Oslo paid $5 million for it.'
ARTICLE = Article(text=TEXT)
NARRATOR = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)


def _transfer(**slots: Any) -> TransferClaim:
    given = {
        "sending": "NOR",
        "receiving": "GHA",
        "persons": 20,
        "modality": TransferModality.HAPPENED,
        **slots,
    }
    return TransferClaim(
        article=ARTICLE.key,
        evidence=(Span.of(ARTICLE, 0, 27),),
        attribution=NARRATOR,
        extractor="test/1#x",
        **given,
    )


def test_what_the_words_carry_passes() -> None:
    claim = _transfer()
    assert Gate(ARTICLE).admit(Proposal(claim=claim)) is claim


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"persons": 21}, "its words name no number 21"),
        ({"receiving": "KEN"}, "receiving KEN is neither named in its words nor resolved"),
        ({"nationality": ("IRQ",)}, "nationality IRQ is neither named in its words nor resolved"),
        ({"category": "asylum seekers"}, "the category 'asylum seekers' is not in its words"),
    ],
)
def test_what_they_do_not_carry_is_refused_with_a_reason(slots: dict[str, Any], reason: str) -> None:
    refusal = Gate(ARTICLE).admit(Proposal(claim=_transfer(**slots)))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


def test_an_invented_quotation_is_refused() -> None:
    start = TEXT.index('"It is')
    claim = StatementClaim(
        article=ARTICLE.key,
        evidence=(Span.of(ARTICLE, start, start + 28),),
        attribution=Attribution(source=SourceType.PERSON, name="Ana Lund", mode=Mode.QUOTE),
        extractor="test/1#x",
        speaker="Ana Lund",
        mode=Mode.QUOTE,
        stance=Stance.NEUTRAL,
        quote="It is not done",
    )
    assert isinstance(Gate(ARTICLE).admit(Proposal(claim=claim)), Refusal)
    assert Gate(ARTICLE).admit(Proposal(claim=replace(claim, quote="It is done"))) == replace(
        claim, quote="It is done"
    )


def test_a_speaker_who_is_not_in_the_words_is_refused() -> None:
    claim = replace(
        _transfer(),
        attribution=Attribution(source=SourceType.PERSON, name="Kofi Mensah", mode=Mode.PARAPHRASE),
    )
    assert isinstance(Gate(ARTICLE).admit(Proposal(claim=claim)), Refusal)


def test_a_sum_that_is_not_in_the_words_is_refused() -> None:
    start = TEXT.index("Oslo")
    claim = PaymentClaim(
        article=ARTICLE.key,
        evidence=(Span.of(ARTICLE, start, start + 20),),
        attribution=NARRATOR,
        extractor="test/1#x",
        amount=Decimal(5000000),
        currency="USD",
        payer="NOR",
        modality=PaymentModality.PAID,
    )
    assert Gate(ARTICLE).admit(Proposal(claim=claim)) == claim
    assert isinstance(Gate(ARTICLE).admit(Proposal(claim=replace(claim, amount=Decimal(6000000)))), Refusal)


def test_a_resolution_must_name_the_country_too() -> None:
    short = replace(_transfer(), evidence=(Span.of(ARTICLE, 7, 18),))  # "flew 20 men"
    norway, ghana = Span.of(ARTICLE, 0, 6), Span.of(ARTICLE, 22, 27)
    made = (
        Resolution(slot="sending", value="NOR", how="document context", span=norway),
        Resolution(slot="receiving", value="GHA", how="document context", span=ghana),
    )
    swapped = (replace(made[0], span=ghana), made[1])
    assert Gate(ARTICLE).admit(Proposal(claim=short, resolutions=made)) == short
    assert isinstance(Gate(ARTICLE).admit(Proposal(claim=short, resolutions=swapped)), Refusal)


def test_evidence_of_another_article_is_refused() -> None:
    other = Article(text="Norway flew 20 men to Ghana again.")
    claim = replace(_transfer(), article=other.key, evidence=(Span.of(other, 0, 27),))
    assert isinstance(Gate(ARTICLE).admit(Proposal(claim=claim)), Refusal)


def test_numbers_are_read_as_words_and_digits() -> None:
    found = {str(n) for n in spelled("twenty-two people, 1,250 more and two dozen for €5.1 million")}
    assert {"22", "1250", "24", "5100000"} <= found


SENTENCES = [
    "Norway signed a returns deal with Ghana on Monday.",
    'Interior Minister Ana Lund told Reuters it was "a relief".',
    "Ghana has taken in 14 people deported from Norway — no more.",
    "Campaigners warned that the removals breach international law.",
    "Der Vertrag 🙂 kostet £3m\u00a0im Jahr, e\u0301crit Le Monde.",
    "\u202eThe High Court blocked the flights.",
]


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n", "  "])
)
def test_evidence_is_always_the_articles_own_words(sentences: list[str], between: str) -> None:
    article = Article(text=between.join(sentences))
    found: Extraction = extract(article)
    claims: tuple[Claim, ...] = found.claims
    for claim in claims:
        assert claim.spans
        for span in (*claim.spans, *(r.span for r in found.resolutions[claim.id])):
            assert article.text[span.start : span.end] == span.text
            assert "\n" not in span.text
    assert extract(article).claims == claims
