import pytest

from kg.model.claim import RulingClaim
from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("text", "court", "outcome"),
    [
        ("The Supreme Court ruled that the scheme was unlawful.", "Supreme Court", "unlawful"),
        ("The High Court upheld the policy.", "High Court", "lawful"),
        ("A federal judge in Boston blocked the deportations.", "federal judge in Boston", "blocked"),
        ("The Supreme Court lifted an injunction against the removals.", "Supreme Court", "allowed"),
        ("The scheme was struck down by the Supreme Court.", "Supreme Court", "unlawful"),
        ("The High Court found that the policy was not unlawful.", "High Court", "lawful"),
    ],
)
def test_outcomes(read: Read, text: str, court: str, outcome: str) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, RulingClaim)]
    assert (claim.court, claim.outcome) == (court, outcome)


def test_a_court_that_may_yet_decide_has_not(read: Read) -> None:
    assert not [c for c in read("The court will rule next week.").claims if isinstance(c, RulingClaim)]
