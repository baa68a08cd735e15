"""Hypothesis strategies for values of the model."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from kg.model.claim import (
    Attribution,
    Cause,
    Claim,
    ConcernClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import (
    CauseType,
    Factuality,
    Mode,
    Outcome,
    PaymentModality,
    Per,
    Qualifier,
    ReviewStatus,
    SourceType,
    Stance,
    Status,
    TimeBasis,
    Topic,
    TransferModality,
)
from kg.model.text import Article, Span
from kg.model.when import When

ARTICLE = Article(
    text="Ministers of Rwanda said “talks” with the US go on.\nThe court in Kigali ruled: 7 people, £5m, 🛂."
)
CODES = st.sampled_from(("USA", "RWA", "GBR", "SLV", "XKX", "EU"))
COUNTRIES = st.lists(CODES, unique=True, max_size=3).map(tuple)
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30
).filter(str.strip)
MAYBE = st.none() | NAMES
DAYS = st.dates(min_value=date(1951, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Passages of ARTICLE that hold a word."""
    start = draw(st.integers(0, len(ARTICLE.text) - 2))
    end = draw(st.integers(start + 1, len(ARTICLE.text)))
    if not ARTICLE.text[start:end].strip():
        start -= 1
    return Span.of(ARTICLE, start, end)


WHENS = st.builds(
    When,
    edtf=st.one_of(
        DAYS.map(str),
        DAYS.map(lambda d: f"{d:%Y-%m}~"),
        DAYS.map(lambda d: f"{d}/.."),
        DAYS.map(lambda d: f"{d:%Y}"),
    ),
    basis=st.none() | st.sampled_from(TimeBasis),
    text=MAYBE,
)
ATTRIBUTIONS = st.builds(
    Attribution, source=st.sampled_from(SourceType), name=NAMES, mode=st.sampled_from(Mode), outlet=MAYBE
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims of every kind about ARTICLE."""
    evidence = tuple(draw(st.lists(spans(), min_size=1, max_size=3, unique=True)))
    common: dict[str, Any] = {
        "article": ARTICLE.key,
        "evidence": evidence,
        "attribution": draw(ATTRIBUTIONS),
        "factuality": draw(st.sampled_from(Factuality)),
        "when": draw(st.none() | WHENS),
        "confidence": draw(st.sampled_from((0.0, 0.25, 0.9, 1.0))),
        "extractor": "test/1#rule",
        "review": draw(st.sampled_from(ReviewStatus)),
    }
    ends = draw(st.permutations(("USA", "RWA", None)))
    numbers = st.none() | st.integers(0, 10**6)
    qualifier = st.none() | st.sampled_from(Qualifier)
    cause = st.builds(Cause, type=st.sampled_from(CauseType), text=st.just(evidence[0].text))
    kind = draw(st.integers(0, 6))
    match kind:
        case 0:
            return StatusClaim(
                **common,
                sending=draw(COUNTRIES),
                receiving=draw(COUNTRIES),
                parties=draw(COUNTRIES),
                status=draw(st.sampled_from(Status)),
                causes=tuple(draw(st.lists(cause, max_size=2))),
            )
        case 1:
            return TransferClaim(
                **common,
                sending=ends[0],
                receiving=ends[1],
                persons=draw(numbers),
                persons_qualifier=draw(qualifier),
                per=draw(st.none() | st.sampled_from(Per)),
                modality=draw(st.sampled_from(TransferModality)),
                nationality=draw(COUNTRIES),
                category=draw(MAYBE),
            )
        case 2:
            return StatementClaim(
                **common,
                speaker=draw(NAMES),
                mode=draw(st.sampled_from((Mode.QUOTE, Mode.PARAPHRASE))),
                stance=draw(st.sampled_from(Stance)),
                about=draw(COUNTRIES),
                quote=draw(MAYBE),
            )
        case 3:
            amounts = st.decimals("0.01", "1e10", places=2) | st.sampled_from(
                (Decimal("5E+6"), Decimal("7500000"))
            )
            return PaymentClaim(
                **common,
                amount=draw(st.none() | amounts),
                currency=draw(st.none() | st.sampled_from(("USD", "GBP"))),
                payer=ends[0],
                payee=ends[1],
                qualifier=draw(qualifier),
                modality=draw(st.sampled_from(PaymentModality)),
                per=draw(st.none() | st.sampled_from(Per)),
            )
        case 4:
            return ConcernClaim(
                **common,
                topic=draw(st.sampled_from(Topic)),
                about=draw(COUNTRIES),
                raised_by=draw(MAYBE),
            )
        case 5:
            return RulingClaim(
                **common,
                outcome=draw(st.sampled_from(Outcome)),
                court=draw(MAYBE),
                sending=draw(COUNTRIES),
                receiving=draw(COUNTRIES),
            )
        case _:
            return OfficeClaim(
                **common,
                person=draw(NAMES),
                office=draw(NAMES),
                country=ends[0],
                organisation=draw(MAYBE),
            )
