import pytest

from kg.model.claim import ConcernClaim
from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("text", "topic", "raised_by"),
    [
        (
            "Amnesty International warned that the removals breach international law.",
            "legality",
            "Amnesty International",
        ),
        (
            "Campaigners said people could be sent back to countries where they face torture.",
            "refoulement",
            "Campaigners",
        ),
        ("Lawyers say they have been denied access to their clients.", "access-to-counsel", "Lawyers"),
        ("Norway has faced scrutiny for its human rights record.", "human-rights-record", None),
    ],
)
def test_topics(read: Read, text: str, topic: str, raised_by: str | None) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, ConcernClaim)]
    assert (claim.topic, claim.raised_by) == (topic, raised_by)


def test_a_wrong_that_is_denied_is_nobodys_concern(read: Read) -> None:
    text = "Prime Minister Ana Lund denied that the men had been mistreated."
    [claim] = [c for c in read(text).claims if isinstance(c, ConcernClaim)]
    assert (claim.factuality, claim.raised_by) == ("CT-", None)


def test_assurances_raise_no_concern(read: Read) -> None:
    text = "Prime Minister Ana Lund said the plan would not breach international law."
    assert not [c for c in read(text).claims if isinstance(c, ConcernClaim)]
