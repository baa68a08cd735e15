import pytest

from kg.extract.nlp import parse
from kg.extract.reading import Reading
from kg.extract.times import find_times
from kg.model.text import Article
from kg.model.when import When

TODAY = "2025-09-23"  # a Tuesday


def _times(text: str, published: str | None = TODAY) -> list[str | None]:
    article = Article(text=text, published=When(edtf=published) if published else None)
    reading = find_times(Reading(article=article, doc=parse(article)))
    return [time.when.edtf if time.when else None for time in reading.times]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was signed on Monday.", "2025-09-22"),
        ("It was signed in November.", "2024-11"),
        ("It was signed last November.", "2024-11"),
        ("It was signed last week.", "2025-09-15/2025-09-21"),
        ("It was signed earlier this month.", "2025-09"),
        ("It was signed on 4 October 2023.", "2023-10-04"),
        ("It was signed on October 4.", "2024-10-04"),
        ("It has been in force since 2004.", "2004/.."),
        ("It was signed two days ago.", "2025-09-21"),
        ("It was signed in the first quarter of 2024.", "2024-01/2024-03"),
        ("It was signed yesterday.", "2025-09-22"),
    ],
)
def test_values(text: str, edtf: str) -> None:
    assert _times(text) == [edtf]


def test_a_day_after_counts_from_the_day_named() -> None:
    assert _times("It was halted on Saturday, a day after judges ruled.") == ["2025-09-20", "2025-09-19"]


def test_without_a_publication_date_relative_times_stay_unresolved() -> None:
    assert _times("It was signed on Monday, and again in May 2020.", published=None) == [None, "2020-05"]


def test_modal_may_is_no_month() -> None:
    assert _times("People may be sent there.") == []
