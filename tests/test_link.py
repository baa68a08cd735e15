from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.link import link
from kg.model.agreement import Agreement, Confidence, Event, Party, Relation, RelationType, Role
from kg.model.claim import (
    Attribution,
    Claim,
    ConcernClaim,
    PaymentClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import (
    Factuality,
    Mode,
    PaymentModality,
    Rank,
    SourceType,
    Status,
    Topic,
    TransferModality,
)
from kg.model.text import Article, Span
from kg.model.when import When

ARTICLE = Article(text="Denmark and Kosovo signed. Kosovo is paid. Ghana took people from the US.")
COMMON: dict[str, Any] = {
    "article": ARTICLE.key,
    "evidence": (Span.of(ARTICLE, 0, 25),),
    "attribution": Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION),
    "extractor": "test/1",
}


def status(sending: tuple[str, ...] = (), receiving: tuple[str, ...] = (), **more: Any) -> StatusClaim:
    return StatusClaim(**COMMON, sending=sending, receiving=receiving, status=Status.SIGNED, **more)


def transfer(sending: str | None, receiving: str | None) -> TransferClaim:
    return TransferClaim(**COMMON, sending=sending, receiving=receiving, modality=TransferModality.HAPPENED)


def payment(payer: str | None, payee: str | None) -> PaymentClaim:
    return PaymentClaim(**COMMON, payer=payer, payee=payee, modality=PaymentModality.PAID)


def ids(*claims: Claim, known: tuple[Agreement, ...] = ()) -> list[str | None]:
    return [claim.agreement for claim in link(claims, known).claims]


DNK_XKX = Agreement(
    id="denmark-kosovo-2021",
    title="Denmark–Kosovo prison agreement",
    parties=(Party(country="DNK", role=Role.SENDING), Party(country="XKX", role=Role.RECEIVING)),
)


def test_a_deal_nobody_catalogued_gets_a_provisional_agreement() -> None:
    linked = link([status(("DNK",), ("XKX",))])
    (agreement,) = linked.agreements
    assert (agreement.id, agreement.title) == ("p-dnk-xkx", "Denmark–Kosovo arrangement")
    assert agreement.provisional
    assert {(p.country, p.role) for p in agreement.parties} == {
        ("DNK", Role.SENDING),
        ("XKX", Role.RECEIVING),
    }


def test_a_known_agreement_between_the_parties_is_taken() -> None:
    assert ids(status(("DNK",), ("XKX",)), known=(DNK_XKX,)) == ["denmark-kosovo-2021"]
    assert ids(status(parties=("XKX", "DNK")), known=(DNK_XKX,)) == ["denmark-kosovo-2021"]


def test_of_several_known_agreements_none_is_guessed() -> None:
    other = Agreement(id="denmark-kosovo-2009", title="Readmission", parties=DNK_XKX.parties)
    linked = link([status(("DNK",), ("XKX",))], (DNK_XKX, other))
    assert linked.claims[0].agreement is None
    reason = "several agreements may be meant: denmark-kosovo-2009, denmark-kosovo-2021"
    assert linked.undecided == {linked.claims[0].id: reason}


def deal(identifier: str, *stages: tuple[str, Status], supersedes: str | None = None) -> Agreement:
    """A recorded agreement of Denmark with Kosovo that went through these stages."""
    events = tuple(
        Event(date=When(edtf=day), status=stage, confidence=Confidence.HIGH) for day, stage in stages
    )
    ties = (Relation(type=RelationType.SUPERSEDES, target=supersedes),) if supersedes else ()
    return replace(DNK_XKX, id=identifier, facts=events, relations=ties)


FIRST = deal("first", ("2010-03-01", Status.SIGNED), ("2014-06-30", Status.TERMINATED))
SECOND = deal("second", ("2021-12-20", Status.AGREED), ("2022-04-27", Status.SIGNED))
BOTH = (FIRST, SECOND)


def meant(stage: Status, when: str | None, published: str, known: tuple[Agreement, ...] = BOTH) -> str | None:
    claim = StatusClaim(
        **COMMON,
        sending=("DNK",),
        receiving=("XKX",),
        status=stage,
        when=When(edtf=when) if when else None,
    )
    return link([claim], known, published=date.fromisoformat(published)).claims[0].agreement


@pytest.mark.parametrize(
    ("stage", "when", "published", "agreement"),
    [
        (Status.TALKS, None, "2022-02-01", "second"),  # the one that was alive when the article came out
        (Status.OPERATING, "2012", "2022-02-01", "first"),  # the one that was alive on the claim's date
        (Status.SIGNED, "2010-03", "2022-02-01", "first"),
        (Status.TERMINATED, None, "2022-02-01", "first"),  # what has ended is the one that did
        (Status.FELL_THROUGH, "2014-07~", "2022-02-01", "first"),
        (Status.SIGNED, None, "2015-01-01", "first"),  # background, before the second was spoken of
        (Status.TALKS, None, "2021-06-01", "second"),  # talks come before the first recorded stage
        (Status.TALKS, None, "2016-01-01", "p-dnk-xkx"),  # talks after the end are about another deal
        (Status.SIGNED, "2016-01-01", "2016-01-02", "p-dnk-xkx"),
        (Status.TALKS, "2001-05", "2001-05-09", "p-dnk-xkx"),  # long before anything recorded
    ],
)
def test_of_several_agreements_the_one_alive_is_meant(
    stage: Status, when: str | None, published: str, agreement: str
) -> None:
    assert meant(stage, when, published) == agreement


def test_an_end_joins_the_last_of_a_chain() -> None:
    memo = deal("memo", ("2022-04-14", Status.SIGNED), ("2023-12-05", Status.SUPERSEDED))
    treaty = deal(
        "treaty", ("2023-12-05", Status.SIGNED), ("2024-07-06", Status.TERMINATED), supersedes="memo"
    )
    for when in ("2024-07~", None):
        assert meant(Status.FELL_THROUGH, when, "2025-05-05", (memo, treaty)) == "treaty"
    assert meant(Status.SIGNED, "2022-04", "2025-05-05", (memo, treaty)) == "memo"
    assert meant(Status.OPERATING, "2023-12", "2024-01-05", (memo, treaty)) == "treaty"


def test_the_way_people_go_tells_agreements_apart() -> None:
    back = replace(
        SECOND,
        id="back",
        parties=(Party(country="XKX", role=Role.SENDING), Party(country="DNK", role=Role.RECEIVING)),
    )
    known = (SECOND, back)
    assert meant(Status.TALKS, None, "2022-02-01", known) == "second"
    linked = link([status(("XKX",), ("DNK",))], known, published=date(2022, 2, 1))
    assert linked.claims[0].agreement == "back"


def test_two_that_fit_alike_are_named_and_none_is_taken() -> None:
    twin = replace(SECOND, id="twin")
    claims = [status(("DNK",), ("XKX",)), transfer("DNK", "XKX")]
    linked = link(claims, (SECOND, twin), published=date(2022, 2, 1))
    assert [claim.agreement for claim in linked.claims] == [None, None]
    assert set(linked.undecided.values()) == {"several agreements may be meant: second, twin"}


def test_a_denied_or_deprecated_stage_is_none_that_was_reached() -> None:
    ended = Event(date=When(edtf="2023"), status=Status.TERMINATED, confidence=Confidence.HIGH)
    for wrong in (replace(ended, factuality=Factuality.CERTAINLY_NOT), replace(ended, rank=Rank.DEPRECATED)):
        known = replace(SECOND, facts=(*SECOND.facts, wrong))
        assert meant(Status.TALKS, None, "2025-01-01", (known,)) == "second"
    known = replace(SECOND, facts=(*SECOND.facts, ended))
    assert meant(Status.TALKS, None, "2025-01-01", (known,)) == "p-dnk-xkx"


def test_of_the_stages_of_one_day_an_end_comes_last_in_whatever_order_they_stand() -> None:
    day = "2014-06-30"
    for stages in ((Status.SUSPENDED, Status.TERMINATED), (Status.TERMINATED, Status.SUSPENDED)):
        known = deal("first", ("2010-03-01", Status.SIGNED), *((day, stage) for stage in stages))
        assert meant(Status.TALKS, None, "2016-01-01", (known,)) == "p-dnk-xkx"


def test_words_join_the_deal_that_their_article_speaks_of() -> None:
    said = StatementClaim(**COMMON, speaker="A minister", mode=Mode.PARAPHRASE, about=("DNK", "XKX"))
    ended = StatusClaim(**COMMON, sending=("DNK",), receiving=("XKX",), status=Status.TERMINATED)
    linked = link([said, ended], BOTH, published=date(2022, 2, 1))
    assert [claim.agreement for claim in linked.claims] == ["first", "first"]


def test_a_provisional_agreement_that_is_known_keeps_its_id() -> None:
    (made,) = link([status(parties=("GBR", "FRA"))]).agreements
    assert ids(status(("GBR",), ("FRA",)), known=(made,)) == [made.id] == ["p-fra-gbr"]


def test_a_pair_among_more_parties_is_found() -> None:
    trio = replace(SECOND, parties=(*SECOND.parties, Party(country="ALB", role=Role.FUNDER)))
    assert meant(Status.TALKS, None, "2022-02-01", (trio,)) == "second"


@pytest.mark.parametrize("when", ["9999-12-31", "0001-01-01", "../0001", "9999/.."])
def test_dates_at_the_ends_of_the_calendar_do_no_harm(when: str) -> None:
    for stage in Status:
        meant(stage, when, "2022-02-01")


def test_direction_gives_the_title_even_where_a_transfer_back_comes_first() -> None:
    linked = link([transfer("XKX", "DNK"), status(("DNK",), ("XKX",))])
    assert [claim.agreement for claim in linked.claims] == ["p-dnk-xkx"] * 2


def test_a_two_way_scheme_is_one_agreement() -> None:
    assert (
        ids(status(parties=("GBR", "FRA")), transfer("GBR", "FRA"), transfer("FRA", "GBR"))
        == ["p-fra-gbr"] * 3
    )


def test_transfers_alone_show_an_arrangement() -> None:
    assert ids(transfer("USA", "GHA")) == ["p-usa-gha"]


def test_what_names_one_side_only_stays_open_with_a_reason() -> None:
    linked = link([status(("USA",)), transfer("USA", None)])
    assert [c.agreement for c in linked.claims] == [None, None]
    assert set(linked.undecided.values()) == {"it does not name both sides of a deal"}
    assert linked.agreements == ()


@pytest.mark.parametrize(("payer", "payee"), [("DNK", "XKX"), ("DNK", None), (None, "XKX")])
def test_money_joins_the_deal_of_its_parties(payer: str | None, payee: str | None) -> None:
    assert ids(status(("DNK",), ("XKX",)), payment(payer, payee))[1] == "p-dnk-xkx"


def test_money_alone_makes_no_agreement() -> None:
    assert ids(payment("DNK", "XKX")) == [None]


def test_money_of_a_party_to_two_deals_stays_open() -> None:
    assert ids(status(("USA",), ("GHA",)), status(("USA",), ("XKX",)), payment("USA", None))[2] is None


def test_words_about_both_parties_are_about_their_deal() -> None:
    said = StatementClaim(**COMMON, speaker="A minister", mode=Mode.PARAPHRASE, about=("DNK", "XKX"))
    worry = ConcernClaim(**COMMON, topic=Topic.COST, about=("XKX",))
    assert ids(status(("DNK",), ("XKX",)), said, worry) == ["p-dnk-xkx", "p-dnk-xkx", None]


def test_linking_again_changes_nothing() -> None:
    once = link([status(("DNK",), ("XKX",)), transfer("DNK", "XKX")])
    assert link(once.claims).claims == once.claims
