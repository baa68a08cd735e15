import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.read.countries import countries, country


def test_the_countries_are_those_of_iso_3166_with_kosovo_and_the_union() -> None:
    assert len(countries()) == 251
    assert {"XKX", "EU", "RWA", "GUF", "TWN"} <= countries().keys()
    assert all(re.fullmatch(r"[A-Z]{3}|EU", code) for code in countries())
    assert len({c.alpha2 for c in countries().values()}) == 251
    assert len({c.name for c in countries().values()}) == 251


def test_the_committed_countries_are_what_the_packages_say() -> None:
    tool = Path(__file__).parents[2] / "tools" / "make_countries.py"
    ran = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    ("code", "name", "wikidata", "geonames"),
    [
        ("USA", "United States", "Q30", 6252001),
        ("SLV", "El Salvador", "Q792", 3585968),
        ("IRN", "Iran", "Q794", 130758),
        ("CIV", "Ivory Coast", "Q1008", 2287781),
        ("DNK", "Denmark", "Q35", 2623032),  # not Q756617, the Realm
        ("ESH", "Western Sahara", "Q6250", 2461445),  # not Q40362, the Sahrawi republic
    ],
)
def test_links_name_the_country_itself(code: str, name: str, wikidata: str, geonames: int) -> None:
    found = country(code)
    assert (found.name, found.wikidata, found.geonames) == (name, wikidata, geonames)


def test_links_are_unique_and_what_no_source_bears_out_is_left_out() -> None:
    for link in ("wikidata", "geonames"):
        ids = [getattr(c, link) for c in countries().values() if getattr(c, link) is not None]
        assert len(ids) == len(set(ids))
    assert country("SJM").wikidata is None
    assert country("EU").geonames is None


def test_demonyms_start_with_the_adjective() -> None:
    assert country("RWA").demonyms == ("Rwandan", "Rwandans", "Rwandese")
    assert country("GBR").demonyms[:3] == ("British", "Briton", "Britons")
    assert country("DNK").demonyms == ("Danish", "Dane", "Danes")


def test_every_country_has_its_name_in_three_languages() -> None:
    assert all(set(c.names) == {"en", "fr", "es"} and all(c.names.values()) for c in countries().values())
    assert country("DEU").names == {"en": "Germany", "fr": "Allemagne", "es": "Alemania"}


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        country("UKR-1")
