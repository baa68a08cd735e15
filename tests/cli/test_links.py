"""`kg links` against a server on the loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.paths import resource
from kg.read.links import addresses
from tests.cli.conftest import Run
from tests.read.test_links import Site


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    found = Site()
    yield found
    found.close()


@pytest.fixture
def record(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "deal.toml"
    urls = (f"{site.url}/here", f"{site.url}/status/403", f"{site.url}/status/404")
    path.write_text("".join(f'[[source]]\nurl = "{url}"\n' for url in urls))
    return path


def test_a_dead_address_stands_last_and_fails_the_command(kg: Run, record: Path) -> None:
    ran = kg("links", str(record), "--pause", "0")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["state"], row["status"], row["where"]) for row in rows] == [
        ("ok", "200", "deal.toml"),
        ("unsure", "403", "deal.toml"),
        ("dead", "404", "deal.toml"),
    ]
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert lines[0].startswith("1/3 ok: http://127.0.0.1")
    assert lines[-1] == "3 links: 1 ok, 1 unsure, 1 dead"


def test_all_well_is_exit_code_0_and_quiet_is_quiet(kg: Run, site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(f'[[source]]\nurl = "{site.url}/here"\n')
    ran = kg("links", str(tmp_path / "a.toml"), "--pause", "0", "-q", "-f", "csv")
    assert ran == (0, f"state,status,address,where\nok,200,{site.url}/here,a.toml\n", "")
    ran = kg("links", str(tmp_path / "a.toml"), "--pause", "0", "-q", "-f", "table")
    assert "ok     200     http://127.0.0.1" in ran.out


def test_a_wrong_file_is_one_line(kg: Run, tmp_path: Path) -> None:
    ran = kg("links", str(tmp_path / "none.toml"))
    assert ran.code == 1
    error, hint = ran.err.splitlines()
    assert error == f"error: {tmp_path / 'none.toml'}: there is no such file"
    assert "data/agreements/us-palau-2025.toml" in hint


@pytest.mark.parametrize("option", ["--timeout", "--pause"])
def test_wrong_seconds_are_a_wrong_call(kg: Run, option: str) -> None:
    assert kg("links", option, "-1").code == 2


def test_the_catalogue_has_addresses_to_try() -> None:
    found = addresses(sorted(resource("data/agreements").glob("*.toml")))
    assert len(found) > 200
    assert all(url.startswith(("http://", "https://")) for url in found)
