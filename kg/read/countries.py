"""Countries and territories, from `data/countries.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory of ISO 3166-1, Kosovo (XKX) or the European Union (EU).

    Args:
        code: ISO 3166-1 alpha-3, XKX or EU.
        alpha2: ISO 3166-1 alpha-2.
        name: Short name as English news uses it.
        names: Name by language: ``en``, ``fr``, ``es``.
        wikidata: Wikidata id ("Q1037"), or None where no source bears one out.
        geonames: GeoNames id, or None likewise.
        demonyms: The adjective first, then nouns for the people.
        capital: Its name, or None where there is none to look for.
        aliases: Other English names.
    """

    code: str
    alpha2: str
    name: str
    names: Mapping[str, str]
    wikidata: str | None
    geonames: int | None
    demonyms: tuple[str, ...]
    capital: str | None
    aliases: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """All countries by code.

    >>> countries()["RWA"].wikidata
    'Q1037'
    """
    rows = tomllib.loads(resource("data/countries.toml").read_text(encoding="utf-8"))
    return MappingProxyType({code: _country(code, row) for code, row in rows.items()})


def country(code: str) -> Country:
    """One country.

    Raises:
        KeyError: No country has that code.

    >>> country("CIV").names["fr"]
    "Côte d'Ivoire"
    """
    return countries()[code]


def _country(code: str, row: Mapping[str, Any]) -> Country:
    return Country(
        code=code,
        alpha2=row["alpha2"],
        name=row["name"],
        names=MappingProxyType({"en": row["name"], "fr": row["fr"], "es": row["es"]}),
        wikidata=row.get("wikidata"),
        geonames=row.get("geonames"),
        demonyms=tuple(row["demonyms"]),
        capital=row.get("capital"),
        aliases=tuple(row["aliases"]),
    )
