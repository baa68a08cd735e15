"""`kg timeline`, `kg diff` and `kg show`, over the catalogue as it ships."""

import re
from pathlib import Path

import pytest

from kg.store.build import build
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "store"
    build(path, extract=False)
    return path


def test_a_timeline_has_dates_stages_words_and_who_says_so(kg: Run, whole: Path) -> None:
    ran = kg("timeline", "us-rwanda-2025", "-s", str(whole))
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["US–Rwanda third-country transfer agreement", "agreement/us-rwanda-2025"]
    days = [line for line in lines if line[:2] == "20"]
    assert days == sorted(days, key=lambda day: day.partition("~")[0])
    at = lines.index("2025-06")
    assert lines[at + 1].strip() == "signed"
    assert lines[at + 2].startswith("    Agreement signed in Kigali for up to 250 people")
    assert "    “the prior acceptance of an Iraqi national in March”" in lines
    assert "  transfer: planned, up to 250 people" in lines
    assert ran.err == ""


def test_a_timeline_keeps_to_its_days(kg: Run, whole: Path) -> None:
    ran = kg("timeline", "us-rwanda-2025", "--from", "2025-06-01", "--to", "2025-06-30", "-s", str(whole))
    assert [line for line in ran.out.splitlines() if line[:2] == "20"] == ["2025-06"]


def test_claims_without_a_date_are_counted(kg: Run, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.timeline.on_terminal", lambda: True)
    ran = kg("timeline", "us-rwanda-2025", "-s", str(whole))
    told = re.fullmatch(
        r"(\d+) claims without a date: 'kg show agreement/us-rwanda-2025' has them\n", ran.err
    )
    assert told
    claims = kg("query", "agreement", "-p", "agreement=us-rwanda-2025", "-s", str(whole)).out.splitlines()
    assert 0 < int(told[1]) < len(claims)


def test_a_timeline_of_nothing_known_is_an_error_with_a_hint(kg: Run, whole: Path) -> None:
    ran = kg("timeline", "atlantis-2030", "-s", str(whole))
    assert ran.code == 1
    assert ran.err == (
        "error: there is nothing called 'atlantis-2030'\n"
        "hint: 'kg query agreements' and 'kg query officials' name some\n"
    )


def test_a_difference_has_the_stage_on_either_day_and_what_lies_between(kg: Run, whole: Path) -> None:
    ran = kg("diff", "--from", "2024-05-01", "--to", "2024-07-31", "-s", str(whole))
    assert ran.code == 0
    assert "in force (since 2024-04-25) → fell through (since 2024-07-06)" in ran.out
    assert "no stage known → agreed (since 2024-05-02)" in ran.out
    assert "    Keir Starmer" in ran.out.splitlines()
    assert ran.err.endswith("2024-05-01 to 2024-07-31\n")


@pytest.mark.parametrize("args", [["timeline"], ["diff", "--from", "2024-05-01"]])
def test_what_is_no_agreement_or_no_day_is_a_wrong_call(kg: Run, whole: Path, args: list[str]) -> None:
    ran = kg(*args, "Rwanda", "-s", str(whole))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: 'Rwanda' is no agreement: it is of the kind country\n"
        "hint: 'kg show Rwanda' names those it has part in\n"
    )
    ran = kg(*args, "eu-lebanon-2024", "--to", "May 2024", "-s", str(whole))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: 'May 2024' is no day\nhint: write it as 2025-05-05, or today\n"


def test_a_difference_goes_up_to_today_unless_told(kg: Run, whole: Path) -> None:
    asked = ("diff", "eu-lebanon-2024", "-s", str(whole), "--from", "2024-05-01")
    assert kg(*asked) == kg(*asked, "--to", "today")
    assert kg(*asked, "-q").out.startswith("EU package for Lebanon\n")


def test_a_time_without_claims_is_told(kg: Run, whole: Path) -> None:
    ran = kg("timeline", "us-rwanda-2025", "--from", "2099-01-01", "-s", str(whole))
    assert ran.err.splitlines()[0] == "no claim with a date in that time"


def test_a_difference_of_one_agreement_has_no_other(kg: Run, whole: Path) -> None:
    ran = kg("diff", "eu-lebanon-2024", "--from", "2024-05-01", "--to", "2024-07-31", "-s", str(whole))
    assert ran.out.startswith("EU package for Lebanon\n")
    assert "Rwanda" not in ran.out


@pytest.mark.parametrize("command", ["diff", "timeline"])
def test_days_the_wrong_way_round_are_a_wrong_call(kg: Run, whole: Path, command: str) -> None:
    ran = kg(command, "us-rwanda-2025", "--from", "2025-01-02", "--to", "2025-01-01", "-s", str(whole))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: 2025-01-02 lies after 2025-01-01\nhint: ")


def test_a_day_that_is_none_is_a_wrong_call(kg: Run, whole: Path) -> None:
    assert kg("diff", "--from", "2025-02-30", "--to", "2025-03-01", "-s", str(whole)).code == 2


def test_a_card_says_how_exact_a_number_is(kg: Run, whole: Path) -> None:
    deals = [kg("show", deal, "-s", str(whole)).out for deal in ("us-rwanda-2025", "us-el-salvador-2025")]
    assert "up to 250 people, United States → Rwanda: planned" in deals[0]
    assert "about 6,000,000 USD, United States → El Salvador: promised" in deals[1]
    assert " 4,760,000 USD, United States → El Salvador: paid" in deals[1]
