import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.nlp import parse
from kg.extract.reading import Reading, Time
from kg.extract.times import find_times
from kg.model.claim import StatementClaim
from kg.model.text import Article
from kg.model.when import When
from tests.extract.conftest import Read

TODAY = "2025-09-23"  # a Tuesday


def _read(text: str, published: str | None = TODAY) -> tuple[Time, ...]:
    article = Article(text=text, published=When(edtf=published) if published else None)
    return find_times(Reading(article=article, doc=parse(article))).times


def _times(text: str, published: str | None = TODAY) -> list[str | None]:
    return [time.when.edtf if time.when else None for time in _read(text, published)]


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
        ("It was signed in 1952, in London.", "1952"),
        ("It was signed in mid-March.", "2025-03"),
        ("It was signed in early 2024.", "2024"),
        ("It grew in the late 1990s.", "199X"),
        ("It was over by the mid-1990s.", "199X"),
        ("It grew in the '90s.", "199X"),
        ("It grew in the 20th century.", "19XX"),
        ("It was paid in fiscal 2013.", "2013"),
        ("It was paid in last year's third quarter.", "2024-07/2024-09"),
        ("It was signed in the second half of 2024.", "2024-07/2024-12"),
        ("It was signed last spring.", "2024-03/2024-05"),
        ("It was signed in the summer of 2015.", "2015-06/2015-08"),
        ("It was signed three years ago.", "2022"),
        ("It was signed three weeks ago.", "2025-09-02~"),
        ("It was signed over the weekend.", "2025-09-20/2025-09-21"),
        ("It was signed on 09/12/2024.", "2024-09-12"),
        ("It was signed on Aug. 8.", "2025-08-08"),
        ("It ran from 2016 to 2020.", "2016/2020"),
        ("It ran in 2016-20.", "2016/2020"),
        ("It should be done by the end of the year.", "../2025"),
        ("It was signed at 9 a.m. on Monday.", "2025-09-22"),
        ("It has been shut since the summer of 2015.", "2015-06/.."),
        ("It ran between January and August this year.", "2025-01/2025-08"),
        ("It is expected between 10 and 12 October.", "2025-10-10/2025-10-12"),
        ("On Jan.05 it was signed.", "2025-01-05"),
        ("It began from 20 March 2016 onwards.", "2016-03-20/.."),
        ("They were sent over the past two months.", "2025-07~/2025-09"),
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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They will meet on Friday.", "2025-09-26"),
        ("They met on Friday.", "2025-09-19"),
        ("They will meet in March.", "2026-03"),
        ("They were due to meet in March.", "2025-03"),
        ("The law, effective Oct. 4, is new.", "2025-10-04"),
        ("They have met since 4 October.", "2024-10-04/.."),
    ],
)
def test_what_is_to_come_is_dated_ahead(text: str, edtf: str) -> None:
    assert _times(text) == [edtf]


def test_a_day_named_in_full_is_meant_again() -> None:
    assert _times("He was shot on 23 October 2021. The 23 October attack shook them.") == ["2021-10-23"] * 2


def test_only_a_comma_turns_a_day_after_round() -> None:
    assert _times("It was signed on Saturday. Two days after the signing it was halted.") == [
        "2025-09-20",
        "2025-09-22",
    ]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The deal runs for five years.", "P5Y"),
        ("It is a three-month programme.", "P3M"),
        ("He was held for weeks.", "PXW"),
        ("He was held for more than two decades.", "P20Y"),
        ("It grew in the past three years.", "P3Y"),
        ("Flights leave every week.", "P1W"),
        ("Flights leave every Monday.", "XXXX-WXX-1"),
        ("They are now in Kigali.", "PRESENT_REF"),
        ("They recently came to Kigali.", "PAST_REF"),
        ("It will change in the future.", "FUTURE_REF"),
        ("It was signed several years ago.", "PAST_REF"),
    ],
)
def test_what_is_no_date_has_a_value_of_its_own(text: str, iso: str) -> None:
    (time,) = _read(text)
    assert time.when is None
    assert time.iso == iso


def test_a_part_of_a_day_is_said_beside_the_day() -> None:
    (time,) = _read("They arrived on Monday night.")
    assert time.when is not None
    assert (time.when.edtf, time.iso) == ("2025-09-22", "2025-09-22TNI")


@pytest.mark.parametrize(
    "text",
    [
        "They march to Kigali.",
        "He is 45 years old.",
        "She is a 17-year-old girl.",
        "The centre holds 2000 people.",
        "It cost $1990.",
        "Jan Novak was there.",
        "Three quarters of them left.",
        "The fall of the government was near.",
    ],
)
def test_no_time_is_read_where_none_is(text: str) -> None:
    assert _read(text) == ()


def test_a_day_that_does_not_exist_has_no_value() -> None:
    assert _times("It was signed on 31 June 2024.") == [None]


_PIECES = (
    "last this next the of in since a few 0 13 31 29 99 9999 1,000 June february Feb. 2023 2024 1500 2099 "
    "quarter first second half day days week weeks years century centuries ago later after before 11:59 p.m. "
    "noon Friday weekend end , - 12/31/99 30/30/20 2024-02-30 summer fall '90s 1990s today morning "
    "by since until earlier following same onwards"
)


@given(st.lists(st.sampled_from(_PIECES.split()), min_size=1, max_size=12))
def test_any_jumble_of_time_words_is_read_without_an_error(pieces: list[str]) -> None:
    article = Article(text=" ".join(pieces), published=When(edtf=TODAY))
    for time in find_times(Reading(article=article, doc=parse(article))).times:
        assert 0 <= time.start < time.end


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Norway moved 500 in 2010, and Sweden moved some five years later.", "2015"),
        ("It was signed in January 2003 and dropped two months later.", "2003-03"),
        ("It rose in the first quarter from 19 a year earlier.", "2024-01/2024-03"),
        ("It was signed in February 2013 and dropped the following year.", "2014"),
        ("It rose last quarter and fell in the following quarter.", "2025-07/2025-09"),
        ("In February a deal was struck, and the same month Panama joined.", "2025-02"),
        ("In August 2023 two were sent. In July the same year one was.", "2023-07"),
    ],
)
def test_times_count_from_the_date_named_last(text: str, second: str) -> None:
    assert _times(text)[1] == second


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Speaking on Monday, Ana Lund said that Norway would take 20 people.", "2025-09-22"),
        ("In a letter sent on Monday, Ana Lund said that Norway would take 20 people.", "2025-09-22"),
        ("Ana Lund praised the 2016 accord with Ghana.", None),
    ],
)
def test_dates_of_what_is_said(read: Read, text: str, edtf: str | None) -> None:
    [claim] = [c for c in read(text, published=TODAY).claims if isinstance(c, StatementClaim)]
    assert (claim.when.edtf if claim.when else None) == edtf
