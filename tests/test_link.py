from typing import Any

import pytest

from kg.link import link
from kg.model.agreement import Agreement, Party, Role
from kg.model.claim import (
    Attribution,
    Claim,
    ConcernClaim,
    PaymentClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import Mode, PaymentModality, SourceType, Status, Topic, TransferModality
from kg.model.text import Article, Span

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
    assert linked.undecided == {linked.claims[0].id: "several agreements between DNK, XKX are known"}


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
