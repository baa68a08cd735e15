from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import calendar
from kg.model.when import When

TUESDAY = date(2025, 9, 23)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade")
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def test_a_month_beyond_december_is_of_the_next_year() -> None:
    assert calendar.month_in(2025, 13) == "2026-01"
    assert calendar.month_in(2025, 0) == "2024-12"


def test_a_winter_ends_in_the_next_year() -> None:
    assert calendar.season_in(2024, "winter") == "2024-12/2025-02"


@pytest.mark.parametrize(
    ("name", "relative", "today", "edtf"),
    [
        ("summer", "last", date(2025, 4, 1), "2024-06/2024-08"),
        ("summer", "", date(2025, 4, 1), "2024-06/2024-08"),
        ("summer", "this", date(2025, 4, 1), "2025-06/2025-08"),
        ("winter", "this", date(2025, 1, 10), "2024-12/2025-02"),
        ("winter", "last", date(2025, 3, 10), "2024-12/2025-02"),
        ("spring", "next", date(2025, 9, 1), "2026-03/2026-05"),
    ],
)
def test_seasons(name: str, relative: str, today: date, edtf: str) -> None:
    assert calendar.season_near(name, relative, today, ahead=False) == edtf


def test_a_day_that_few_years_have_is_found_or_not_made_up() -> None:
    assert calendar.day_near(2, 29, TUESDAY, ahead=False) == "2024-02-29"
    assert calendar.day_near(6, 31, TUESDAY, ahead=False) is None


def test_a_day_without_tense_is_the_nearer_one() -> None:
    assert calendar.day_near(10, 2, TUESDAY, ahead=None) == "2025-10-02"
    assert calendar.day_near(8, 2, TUESDAY, ahead=None) == "2025-08-02"
    assert calendar.day_near(10, 2, TUESDAY, ahead=False) == "2024-10-02"


@given(days, st.sampled_from(WEEKDAYS), st.sampled_from(["", "last", "next"]), st.booleans())
def test_a_weekday_is_within_a_week(today: date, name: str, relative: str, ahead: bool) -> None:
    found = date.fromisoformat(calendar.weekday_near(name, relative, today, ahead=ahead))
    assert found.isoweekday() == calendar.weekday_number(name)
    assert abs((found - today).days) <= 7
    assert relative != "last" or found < today
    assert relative != "next" or found > today


@given(days, st.sampled_from(["last", "this", "next"]), st.sampled_from(UNITS))
def test_units_are_dates_on_the_right_side_of_today(today: date, relative: str, unit: str) -> None:
    edtf = calendar.unit_near(relative, unit, today)
    assert edtf is not None
    when = When(edtf=edtf)
    assert when.earliest is not None
    assert when.latest is not None
    assert relative != "last" or when.latest < today
    assert relative != "next" or when.earliest > today
    assert relative != "this" or unit == "weekend" or when.earliest <= today <= when.latest


@pytest.mark.parametrize(
    ("text", "value"),
    [("seven", 7), ("fifteen", 15), ("thirty", 30), ("forty two", 42), ("1,000", 1000), ("a couple of", 2)],
)
def test_numbers_in_words(text: str, value: int) -> None:
    assert calendar.number(text) == value


def test_vague_numbers_stay_vague() -> None:
    assert calendar.number("a few") is None
    assert calendar.length(None, "week") == "PXW"
