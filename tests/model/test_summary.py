from hypothesis import given

from kg.model.claim import Claim
from kg.model.summary import summary
from kg.store.build import read_folder, shipped_articles
from tests.strategies import claims


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
