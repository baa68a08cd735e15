"""The words to look for: names of countries, governments, bodies, people and media, from `data/`."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from kg.paths import resource
from kg.read.countries import countries

_SUFFIX: Final = re.compile(r"(?:Jr|Sr)\.?|[IVX]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """Why a word may mean something else, and how one reading of it is decided.

    Args:
        reason: What else it may mean.
        default: Whether the reading holds where no clue speaks for it or against it.
        clues: Words that speak for it, anywhere in the article.
        against: Words that speak against it, where no clue speaks for it.
        given_name: Whether it is a person's name beside another capitalised word.
    """

    reason: str
    default: bool = False
    clues: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    given_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A form of words to look for.

    Args:
        text: The words.
        kind: ``country``, ``demonym``, ``capital``, ``town``, ``government``, ``body``, ``person``,
            ``outlet``; or ``other``: a phrase that means something else ("Dublin Regulation").
        ref: Entity id, such as ``country/RWA`` or ``person/marco-rubio``; None for ``other``.
        country: ISO 3166-1 alpha-3 code (or EU) of the country it belongs to.
        ambiguous: What else it may mean and how that is decided, or None.
        case_sensitive: Whether only this capitalisation counts.
    """

    text: str
    kind: str
    ref: str | None
    country: str | None = None
    ambiguous: Ambiguity | None = None
    case_sensitive: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it names a country, by its name, its people or a city."""
        return self.kind in ("country", "demonym", "capital", "town")


@cache
def names() -> tuple[Name, ...]:
    """Every form of words to look for; the main name of an entity comes before its aliases.

    A text may stand here more than once, with one reading each, and then every one of them is ``ambiguous``.
    """
    words = word_lists()
    found: dict[tuple[str, str | None], Name] = {}
    for name in (
        *_countries(words),
        *_governments(words),
        *_bodies(words),
        *_outlets(words),
        *_people(words),
    ):
        for text in (name.text, fold(name.text)):
            found.setdefault((text, name.ref), replace(name, text=text))
    shared = {text for (text, _), n in Counter((x.text, x.is_place) for x in found.values()).items() if n > 1}
    decide = _Decisions(words, shared)
    decoys = (Name(text=text, kind="other", ref=None) for text in words["decoys"]["words"])
    return (*map(decide, found.values()), *decoys)


@cache
def word_lists() -> Mapping[str, Any]:
    """The tables of `data/names.toml`."""
    return _toml("names")


def fold(text: str) -> str:
    """The text without accents, as agencies and keyboards write it.

    >>> fold("Nayib Bukele, José Raúl Mulino, Flemming Møller")
    'Nayib Bukele, Jose Raul Mulino, Flemming Moller'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.translate(str.maketrans("øØıłŁđĐ", "oOilLdD"))


def _countries(words: Mapping[str, Any]) -> Iterator[Name]:
    for place in countries().values():
        ref, code = f"country/{place.code}", place.code
        for text in (place.name, *place.aliases):
            yield Name(text=text, kind="country", ref=ref, country=code)
        for text in place.demonyms:
            yield Name(text=text, kind="demonym", ref=ref, country=code)
        for text in (*filter(None, [place.capital]), *words["cities"].get(code, ())):
            yield Name(text=text, kind="capital", ref=ref, country=code)
        for text in words["towns"].get(code, ()):
            yield Name(text=text, kind="town", ref=ref, country=code)


def _governments(words: Mapping[str, Any]) -> Iterator[Name]:
    forms = words["government"]
    rows = {row["country"]: row for row in _rows("bodies", "body") if row["type"] == "government"}
    leaders = {code: list(surnames) for code, surnames in words["leaders"].items()}
    for row in _rows("people", "person"):
        for post in row["office"]:
            if post["office"] in forms["head_offices"] and "country" in post:
                leaders.setdefault(post["country"], []).append(_surname(row["name"]))
    for place in countries().values():
        if not place.demonyms:
            continue
        row = rows.get(
            place.code, {"id": f"government-of-{_slug(place.name)}", "name": f"Government of {place.name}"}
        )
        adjectives = (*words["short"].get(place.code, ()), place.demonyms[0], place.name)
        texts = [
            form.format(adjective=a, name=place.name) for form in forms["by_country"] for a in adjectives
        ]
        texts += [form.format(surname=s) for form in forms["by_leader"] for s in leaders.get(place.code, ())]
        texts += words["seats"].get(place.code, ())
        for text in (row["name"], *row.get("aliases", ()), *texts):
            yield Name(text=text, kind="government", ref=f"body/{row['id']}", country=place.code)


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", fold(name).lower()))


def _bodies(words: Mapping[str, Any]) -> Iterator[Name]:
    for row in _rows("bodies", "body"):
        if row["type"] not in ("government", "media"):
            for text in (row["name"], *row["aliases"]):
                yield Name(
                    text=text,
                    kind="body",
                    ref=f"body/{row['id']}",
                    country=row.get("country"),
                    case_sensitive=True,
                )


def _outlets(words: Mapping[str, Any]) -> Iterator[Name]:
    for row in words["outlet"]:
        name = row["name"]
        bare = name.removeprefix("The ")
        # "The Times" without its article is many papers; "Washington Post" is one.
        short = (bare,) if " " in bare else ()
        articled = (f"the {bare}",) if bare != name else ()
        for text in (name, *articled, *short, *row.get("aliases", ())):
            yield Name(
                text=text,
                kind="outlet",
                ref=f"outlet/{row['id']}",
                country=row["country"],
                case_sensitive=True,
            )


def _people(words: Mapping[str, Any]) -> Iterator[Name]:
    titles = words["titles"]["words"]
    for row in _rows("people", "person"):
        forms = dict.fromkeys((row["name"], *row["aliases"], _surname(row["name"])))
        full = tuple(form for form in forms if " " in form)
        for text in forms:
            titled = tuple(f"{title} {text}" for title in titles)
            bare = Ambiguity(reason="a bare surname", clues=(*full, *titled)) if text not in full else None
            yield Name(
                text=text,
                kind="person",
                ref=f"person/{row['id']}",
                country=next((post["country"] for post in row["office"] if "country" in post), None),
                ambiguous=bare,
                case_sensitive=True,
            )


def _surname(name: str) -> str:
    """The last word of a name that is not a suffix.

    >>> _surname("Surangel Whipps Jr.")
    'Whipps'
    """
    return [word for word in name.split() if not _SUFFIX.fullmatch(word)][-1]


class _Decisions:
    """Marks the names that may mean something else with how that is decided."""

    def __init__(self, words: Mapping[str, Any], shared: Collection[str]) -> None:
        self._shared = shared
        self._sensitive = frozenset(words["case"]["words"])
        self._cautious = frozenset(
            form for text in words["needs_country"]["words"] for form in (text, fold(text))
        )
        self._listed: dict[tuple[str, str | None], Ambiguity] = {}
        for row in words["ambiguous"]:
            doubt = Ambiguity(
                reason=row["reason"],
                default=row.get("default", False),
                clues=tuple(row.get("clues", ())),
                against=tuple(row.get("against", ())),
                given_name=row.get("given_name", False),
            )
            self._listed |= {(text, row.get("ref")): doubt for text in row["texts"]}

    def __call__(self, name: Name) -> Name:
        exact = name.case_sensitive or name.text in self._sensitive
        return replace(name, ambiguous=self._ambiguity(name) or name.ambiguous, case_sensitive=exact)

    def _ambiguity(self, name: Name) -> Ambiguity | None:
        # "Congolese government" is as ambiguous as "Congolese".
        text = name.text.partition(" ")[0] if name.kind == "government" else name.text
        country_ref = f"country/{name.country}"
        for ref in (name.ref, country_ref, None):
            if listed := self._listed.get((text, ref)):
                return listed
        if name.country and (name.text in self._shared or name.text in self._cautious):
            place = countries()[name.country]
            clues = (place.name, *place.aliases, *place.demonyms)
            return Ambiguity(reason="others bear this name", clues=clues)
        return None


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _toml(name)[table]
    return rows


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"data/{name}.toml").read_text(encoding="utf-8"))
