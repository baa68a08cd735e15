"""Why a question has no answer: a parameter may name what is not there."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.query.files import Param, QueryFile
from kg.rdf.iris import CODE, notation
from kg.store.terms import Iri, serialised

if TYPE_CHECKING:
    from kg.store import Store

_THERE: Final = "ASK {{ {{ {0} ?p ?o }} UNION {{ ?s ?p {0} }} UNION {{ ?s {0} ?o }} }}"
_CODES: Final = (
    'SELECT DISTINCT ?code {{ ?code a ?class FILTER(STRSTARTS(STR(?code), "{0}")) }} ORDER BY ?code'
)
_OFFERED: Final = 12  # codes that a hint names


def check(store: "Store", query: QueryFile, given: Mapping[str, object]) -> None:
    """Refuse a country, code or id that there is not; called where there are no rows.

    Raises:
        UsageError: A parameter has such a value; the hint offers what may have been meant.
    """
    for param in query.params:
        value = given.get(param.name)
        term = None if value is None else param.value(value)
        if not isinstance(term, Iri):
            continue
        match param.type:
            case "country":
                _country(query, param, term)
            case "code":
                _code(store, query, param, term)
            case _ if not store.ask(_THERE.format(serialised(term))):
                from kg.query.find import alike

                what = f"there is nothing called {value!r} in the store"
                raise UsageError(f"{query.name}: {param.name}: {what}", hint=alike(store, str(value)))


def _country(query: QueryFile, param: Param, term: Iri) -> None:
    from kg.read.gazetteer import countries

    code = term.rpartition("/")[2]
    if code not in countries():
        near = [f"{c} ({countries()[c].name})" for c in get_close_matches(code, countries(), n=3)]
        hint = f"did you mean {' or '.join(near)}?" if near else "use ISO 3166-1 alpha-3, XKX or EU"
        raise UsageError(f"{query.name}: {param.name}: there is no country {code}", hint=hint)


def _code(store: "Store", query: QueryFile, param: Param, term: Iri) -> None:
    scheme, _, name = term.rpartition("/")
    known = [notation(str(row[0]).rpartition("/")[2]) for row in _members(store, scheme)]
    if known and notation(name) not in known:
        near = get_close_matches(notation(name), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known[:_OFFERED])}"
        listed = scheme.removeprefix(CODE)
        raise UsageError(
            f"{query.name}: {param.name}: {notation(name)!r} is not of the list {listed}", hint=hint
        )


def _members(store: "Store", scheme: str) -> Collection[tuple[object, ...]]:
    return store.select(_CODES.format(f"{scheme}/")).cells
