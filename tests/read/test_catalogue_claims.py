import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest

from kg.model.agreement import (
    Act,
    Agreement,
    Confidence,
    Event,
    Fact,
    Involvement,
    Party,
    Role,
    Ruling,
    Standing,
    Statement,
)
from kg.model.claim import (
    Attribution,
    Citation,
    Claim,
    EventClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import (
    Factuality,
    Mode,
    Occurrence,
    Outcome,
    PaymentModality,
    Qualifier,
    Rank,
    SourceType,
    Stance,
    Status,
)
from kg.model.output import claim_json
from kg.model.when import When
from kg.read.catalogue import Catalogue, read_catalogue
from kg.read.catalogue_claims import claims_of, offices_of, unsourced
from kg.read.claims import read_claims

REPRINT = Citation(source="https://example.org/1", publisher="Example", origin="An Agency")
OTHER = Citation(source="https://example.net/2", publisher="Other")
ONE_WAY = (Party(country="GBR", role=Role.SENDING), Party(country="RWA", role=Role.TRANSIT))
TWO_WAYS = (
    *(Party(country=code, role=Role.SENDING) for code in ("GBR", "FRA")),
    *(Party(country=code, role=Role.RECEIVING) for code in ("GBR", "FRA")),
)


def made(*facts: Fact, parties: tuple[Party, ...] = ONE_WAY, standing: Standing | None = None) -> list[Claim]:
    return list(claims_of(Agreement(id="a", title="A", parties=parties, facts=facts, standing=standing)))


def signed(**more: object) -> Event:
    values = {
        "date": When(edtf="2024-07"),
        "status": Status.SIGNED,
        "sources": (REPRINT, OTHER),
        "confidence": Confidence.HIGH,
    }
    return Event(**values | more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="module")
def claims(shipped: Catalogue) -> list[Claim]:
    return [claim for agreement in shipped.agreements for claim in claims_of(agreement)]


def test_a_stage_is_a_status_claim_between_the_parties_on_the_word_of_the_first_source() -> None:
    [claim] = made(signed())
    assert isinstance(claim, StatusClaim)
    assert (claim.sending, claim.receiving, claim.parties) == (("GBR",), ("RWA",), ())
    assert claim.attribution == Attribution(
        source=SourceType.ORGANISATION, name="An Agency", mode=Mode.PARAPHRASE
    )
    assert claim.evidence == (REPRINT, OTHER)
    assert (claim.article, claim.agreement, claim.confidence) == (None, "a", 0.95)
    assert claim.extractor == "catalogue/1#event"
    assert claim.asserted


def test_a_scheme_with_two_ways_has_parties_and_no_direction() -> None:
    [claim] = made(signed(), parties=TWO_WAYS)
    assert isinstance(claim, StatusClaim)
    assert (claim.sending, claim.receiving, claim.parties) == ((), (), ("FRA", "GBR"))


def test_a_source_of_an_unknown_publisher_is_unspecified() -> None:
    [claim] = made(signed(sources=(Citation(source="https://example.org/1"),)))
    assert (claim.attribution.source, claim.attribution.name) == (SourceType.UNSPECIFIED, None)


def test_a_fact_without_a_source_makes_no_claim_and_stays_visible() -> None:
    fact = signed(sources=(), confidence=Confidence.LOW)
    assert made(fact) == []
    assert list(unsourced(Agreement(id="a", title="A", parties=ONE_WAY, facts=(fact,)))) == [fact]


def test_a_denied_stage_is_the_deniers_claim_and_asserts_nothing() -> None:
    denier = Attribution(source=SourceType.PERSON, name="Jane Doe", mode=Mode.PARAPHRASE)
    yes, no = made(signed(), signed(by=denier, factuality=Factuality.CERTAINLY_NOT, dispute="signed"))
    assert yes.asserted
    assert not no.asserted
    assert (no.attribution, no.dispute) == (denier, "signed")


def test_an_answer_known_to_be_wrong_asserts_nothing() -> None:
    [claim] = made(signed(dispute="signed", rank=Rank.DEPRECATED))
    assert not claim.asserted


@pytest.mark.parametrize(
    ("date", "sure", "edtf"),
    [
        ("2024-07", Confidence.LOW, "2024-07?"),
        ("2024-07~", Confidence.LOW, "2024-07~"),
        ("../2024", Confidence.LOW, "../2024"),
        ("2024-07", Confidence.HIGH, "2024-07"),
        ("2024-07", None, "2024-07"),
    ],
)
def test_a_doubtful_date_is_marked(date: str, sure: Confidence | None, edtf: str) -> None:
    [claim] = made(signed(date=When(edtf=date), date_confidence=sure))
    assert claim.when
    assert claim.when.edtf == edtf


def test_the_standing_that_repeats_the_last_event_adds_its_sources() -> None:
    third = Citation(source="https://example.com/3")
    standing = Standing(
        date=When(edtf="2024-07"), status=Status.SIGNED, sources=(REPRINT, third), confidence=Confidence.LOW
    )
    [claim] = made(signed(), standing=standing)
    assert claim.evidence == (REPRINT, OTHER, third)


def test_an_unknown_standing_makes_no_claim() -> None:
    assert made(standing=Standing(sources=(REPRINT,), confidence=Confidence.LOW, note="Nobody knows.")) == []


def test_what_is_no_stage_is_an_event_with_court_and_case_in_its_note() -> None:
    [claim] = made(
        signed(status=None, event=Occurrence.CHALLENGED, court="High Court", case="A v B", note="Pending.")
    )
    assert isinstance(claim, EventClaim)
    assert (claim.event, claim.actor, claim.note) == (
        Occurrence.CHALLENGED,
        None,
        "High Court, A v B: Pending.",
    )


def test_a_ruling_keeps_court_and_case() -> None:
    [claim] = made(
        Ruling(
            outcome=Outcome.DISMISSED,
            court="High Court",
            case="A v B",
            sources=(OTHER,),
            confidence=Confidence.MEDIUM,
        )
    )
    assert isinstance(claim, RulingClaim)
    assert (claim.outcome, claim.court, claim.case, claim.confidence) == (
        Outcome.DISMISSED,
        "High Court",
        "A v B",
        0.8,
    )


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (Act.SIGNED, EventClaim),
        (Act.TERMINATED, EventClaim),
        (Act.ANNOUNCED, StatementClaim),
        (Act.OPPOSED, StatementClaim),
        (None, None),
    ],
)
def test_an_officials_part_is_a_post_and_a_deed_or_word(act: Act | None, kind: type[Claim] | None) -> None:
    post, *more = made(
        Involvement(
            person="Jane Doe", office="minister", act=act, sources=(OTHER,), confidence=Confidence.LOW
        )
    )
    assert isinstance(post, OfficeClaim)
    assert post.attribution.name == "Other"
    assert [type(claim) for claim in more] == ([kind] if kind else [])
    for claim in more:
        if isinstance(claim, EventClaim):
            assert (claim.actor, claim.attribution.name) == ("Jane Doe", "Other")
        if isinstance(claim, StatementClaim):
            assert (claim.speaker, claim.attribution.source) == ("Jane Doe", SourceType.PERSON)


def test_two_statements_on_one_source_are_two_claims() -> None:
    first, second = made(
        *(
            Statement(note=note, stance=Stance.DENIES, sources=(OTHER,), confidence=Confidence.LOW)
            for note in ("It was signed.", "It was not signed.")
        )
    )
    assert first.id != second.id


def test_every_shipped_fact_with_a_source_is_in_some_claim(shipped: Catalogue) -> None:
    for agreement in shipped.agreements:
        claims = list(claims_of(agreement))
        cited = {source for claim in claims for source in claim.evidence}
        for fact in agreement.facts:
            assert set(fact.sources) <= cited, (agreement.id, fact)
            assert fact.sources or fact in list(unsourced(agreement))


def test_shipped_claims_have_ids_of_their_own_and_citations_with_publishers(claims: list[Claim]) -> None:
    assert not [i for i, number in Counter(claim.id for claim in claims).items() if number > 1]
    for claim in claims:
        assert claim.article is None
        assert all(isinstance(e, Citation) and e.publisher for e in claim.evidence), claim
        assert claim.attribution.name, claim


def test_shipped_claims_go_through_json_lines(claims: list[Claim]) -> None:
    lines = [json.dumps(claim_json(claim)) for claim in claims]
    back = list(read_claims(lines, {}, where="x"))
    assert [claim.id for claim in back] == [claim.id for claim in claims]
    assert back == claims


def test_ceilings_and_promises_assert_nothing(claims: list[Claim]) -> None:
    """Only what happened, or was paid, may stand as a direct edge."""
    for claim in claims:
        if isinstance(claim, TransferClaim) and claim.persons_qualifier is Qualifier.UP_TO:
            assert not claim.asserted, claim
        if isinstance(claim, TransferClaim) and claim.persons == 0:
            assert not claim.asserted, claim
        if isinstance(claim, PaymentClaim):
            assert claim.asserted == (claim.modality is PaymentModality.PAID), claim


def test_every_shipped_dispute_has_two_answers_and_at_most_one_preferred_figure(shipped: Catalogue) -> None:
    number = 0
    for agreement in shipped.agreements:
        for dispute in agreement.disputes:
            answers = [fact for fact in agreement.facts if fact.dispute == dispute.id]
            number += 1
            assert len(answers) >= 2
            assert sum(fact.rank is Rank.PREFERRED for fact in answers) <= 1, (agreement.id, dispute.id)
    assert number == 34


def test_posts_of_people_rest_on_sources_and_claim_no_term(shipped: Catalogue) -> None:
    posts = [post for person in shipped.people for post in offices_of(person)]
    assert len(posts) == 113
    assert all(post.when is None and post.evidence for post in posts)
    assert len({post.id for post in posts}) == len(posts)


def money(claims: list[Claim], agreement: str) -> Iterator[tuple[Decimal | None, PaymentModality, Rank]]:
    for claim in claims:
        if isinstance(claim, PaymentClaim) and claim.agreement == agreement and claim.dispute:
            yield claim.amount, claim.modality, claim.rank


def test_a_disagreement_on_money_keeps_both_sums(claims: list[Claim]) -> None:
    """Two sums are said to have been paid under the UK-Rwanda treaty, and two to be claimed."""
    assert set(money(claims, "uk-rwanda-treaty-2023")) == {
        (Decimal(290_000_000), PaymentModality.PAID, Rank.PREFERRED),
        (Decimal(240_000_000), PaymentModality.PAID, Rank.NORMAL),
        (Decimal(100_000_000), PaymentModality.DISPUTED, Rank.PREFERRED),
        (Decimal(50_000_000), PaymentModality.DISPUTED, Rank.NORMAL),
    }
