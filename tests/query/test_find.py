from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.find import find
from kg.rdf.iris import ID, NS
from kg.store import Store
from kg.store.build import shipped

LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


@pytest.fixture(scope="module")
def seed() -> Iterator[Store]:
    with shipped(catalogue=False) as store:
        yield store


def bodies(folder: Path, **names: str) -> Store:
    """A store of bodies: names by id."""
    path = folder / "bodies.ttl"
    path.write_text(
        "".join(f'<{ID}body/{id}> a <{NS}Body> ; {LABEL} "{n}"@en .\n' for id, n in names.items())
    )
    store = Store.memory()
    store.load(path)
    return store


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        ("RWA", "country/RWA"),
        ("rwanda", "country/RWA"),
        ("country/RWA", "country/RWA"),
        (f"{ID}country/RWA", "country/RWA"),
        ("Ruanda", "country/RWA"),
        ("olivier-nduhungirehe", "person/olivier-nduhungirehe"),
        ("c55850e8e4512b740", "claim/c55850e8e4512b740"),
        ("6e807cc266e05c0b", "article/6e807cc266e05c0b"),
    ],
)
def test_a_thing_is_found_by_id_name_or_iri(seed: Store, thing: str, found: str) -> None:
    assert find(seed, thing).iri == ID + found


def test_a_thing_has_its_kind_and_name(seed: Store) -> None:
    country, claim = find(seed, "RWA"), find(seed, "c55850e8e4512b740")
    assert (country.kind, country.name) == ("country", "Rwanda")
    assert (claim.kind, claim.name) == ("claim", "")


@pytest.mark.parametrize("thing", ["Atlantis", "body/RWA", "", "/", "country/"])
def test_what_is_not_there_is_said(seed: Store, thing: str) -> None:
    with pytest.raises(QueryError, match=f"nothing called '{thing}'"):
        find(seed, thing)


@pytest.mark.parametrize(
    ("thing", "meant"),
    [
        ("Rwnda", "country/RWA"),
        ("Nduhungirehe Olivier", "person/olivier-nduhungirehe"),
        ("p-usa-rw", "agreement/p-usa-rwa"),
        ("UK arrangement", "agreement/p-gbr-rwa"),
        ("agreement/gbr", "agreement/p-gbr-rwa"),
        ("body/RWA", "country/RWA"),
    ],
)
def test_what_may_have_been_meant_is_offered(seed: Store, thing: str, meant: str) -> None:
    with pytest.raises(QueryError) as raised:
        find(seed, thing)
    assert raised.value.hint
    assert raised.value.hint.startswith(f"did you mean {meant}")


def test_nothing_is_offered_where_nothing_is_alike(seed: Store) -> None:
    with pytest.raises(QueryError) as raised:
        find(seed, "Atlantis")
    assert raised.value.hint == "'kg query agreements' and 'kg query officials' name some"


def test_things_of_one_name_are_all_named(tmp_path: Path) -> None:
    with bodies(tmp_path, a="Interior Ministry", b="Interior Ministry") as store:
        with pytest.raises(QueryError, match="several things") as raised:
            find(store, "Interior Ministry")
        assert raised.value.hint == "name one of body/a, body/b"


def test_a_name_may_hold_a_stroke_and_an_id_goes_before_a_name(tmp_path: Path) -> None:
    with bodies(tmp_path, x="Justice/Home Office", y="x") as store:
        assert find(store, "justice/home office").iri == f"{ID}body/x"
        assert find(store, "x").iri == f"{ID}body/x"
