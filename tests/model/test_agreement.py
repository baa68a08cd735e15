from dataclasses import FrozenInstanceError

import pytest

from kg.model.agreement import Agreement, Confidence, Event, Party, Role
from kg.model.codes import Factuality, Rank, Status
from kg.model.when import When


def test_countries_are_given_by_role_each_once_in_the_order_of_the_parties() -> None:
    agreement = Agreement(
        id="a",
        title="A",
        parties=(
            Party(country="GBR", role=Role.SENDING),
            Party(country="RWA", role=Role.RECEIVING),
            Party(country="UGA", role=Role.TRANSIT),
            Party(country="GBR", role=Role.FUNDER),
        ),
    )
    assert agreement.countries(Role.RECEIVING, Role.TRANSIT) == ("RWA", "UGA")
    assert agreement.countries(*Role) == ("GBR", "RWA", "UGA")
    assert agreement.countries(Role.PARTY) == ()


def test_a_provisional_agreement_needs_no_more_than_its_parties() -> None:
    agreement = Agreement(id="p-x", title="X", parties=(), provisional=True)
    assert agreement.standing is None
    assert not agreement.facts
    assert not agreement.disputes
    assert not agreement.sources


def test_a_fact_is_certain_undisputed_and_frozen_unless_said_otherwise() -> None:
    fact = Event(date=When(edtf="2024"), confidence=Confidence.LOW, status=Status.TALKS)
    assert (fact.factuality, fact.rank, fact.dispute, fact.sources) == (
        Factuality.CERTAIN,
        Rank.NORMAL,
        None,
        (),
    )
    with pytest.raises(FrozenInstanceError):
        fact.status = Status.SIGNED  # type: ignore[misc]
