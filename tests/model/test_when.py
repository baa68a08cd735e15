from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.when import When


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025-03-14", date(2025, 3, 14), date(2025, 3, 14)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-07~", date(2024, 7, 1), date(2024, 7, 31)),
        ("2024?", date(2024, 1, 1), date(2024, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2025-01-20/..", date(2025, 1, 20), None),
        ("../2024-07", None, date(2024, 7, 31)),
        ("2025-01~/..", date(2025, 1, 1), None),
        ("2025-04-28/2025-05-04", date(2025, 4, 28), date(2025, 5, 4)),
    ],
)
def test_bounds(edtf: str, earliest: date | None, latest: date | None) -> None:
    when = When(edtf=edtf)
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "March",
        "2025-13",
        "2025-02-30",
        "2025-W18",
        "2025-05/2025-04",
        "0000",
        "2025-3",
        "2025/",
        "../199X",
        "20XX/..",
    ],
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|ends before|no such day"):
        When(edtf=edtf)


_POINTS = st.from_regex(
    r"(19|20|[0-2X])[0-9X]{2,3}(-(0[1-9]|1[0-2]|XX)(-([0-2][0-9]|XX))?)?[~?%]?", fullmatch=True
)


@given(st.lists(_POINTS | st.just(".."), min_size=1, max_size=2))
def test_any_text_is_a_date_or_refused(ends: list[str]) -> None:
    with suppress(ValueError):
        when = When(edtf="/".join(ends))
        assert not (when.earliest and when.latest and when.earliest > when.latest)


@given(st.dates(min_value=date(1900, 1, 1)), st.dates(min_value=date(1900, 1, 1)))
def test_intervals_hold_their_ends(a: date, b: date) -> None:
    first, last = sorted((a, b))
    when = When(edtf=f"{first}/{last}")
    assert (when.earliest, when.latest) == (first, last)
