from collections.abc import Iterator

import pytest

from kg import query
from kg.errors import QueryError, UsageError
from kg.query import files
from kg.store import Store
from kg.store.build import shipped
from tests.store.samples import article_quads


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Store]:
    with shipped() as store:
        yield store


def test_the_questions_are_the_files_by_name() -> None:
    names = [question.name for question in query.available()]
    assert names == sorted(path.stem for path in files.FOLDER.glob("*.rq"))
    assert query.get(names[0]) == query.available()[0]


@pytest.mark.parametrize(("name", "hint"), [("edgs", "did you mean 'edges'?"), ("xyz", "'kg query --list'")])
def test_an_unknown_question_is_told_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(QueryError, match="there is no query named") as caught:
        query.get(name)
    assert hint in str(caught.value.hint)


@pytest.mark.parametrize("name", ["../store/local", "", "a/b", "edges.rq"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(QueryError):
        query.get(name)


def test_names_texts_and_files_run_alike() -> None:
    with Store.memory() as store:
        store.put("aa", article_quads("aa", "USA", "RWA"))
        named = query.run(store, "edges", thing="country/RWA")
        assert [row["relation"] for row in named] == ["discusses taking people from"]
        text = query.get("edges").text
        assert query.run(store, text, thing="country/RWA") == named
        assert query.run(store, files.parse(text, name="mine"), thing="country/RWA") == named
        assert query.run(store, "ASK {}").form == "ask"
        with pytest.raises(QueryError, match="SERVICE is not allowed"):
            query.run(store, "SELECT * { SERVICE <http://127.0.0.1:9/> {} }")


def test_a_question_of_ones_own_is_guarded_though_a_file() -> None:
    mine = files.parse("SELECT * FROM <http://127.0.0.1:9/> {}", name="edges")
    with Store.memory() as store, pytest.raises(QueryError, match="FROM is not allowed"):
        query.run(store, mine)


@pytest.mark.parametrize(
    ("question", "params", "what", "hint"),
    [
        ("who-takes", {"sender": "RWB"}, "no country RWB", "RWA"),
        ("records", {"kind": "readmision"}, "'readmision' is not of the list kind", "'readmission'"),
        ("records", {"instrument": "zzz"}, "'zzz' is not of the list instrument", "treaty"),
        ("payments", {"agreement": "us-rwanda-2052"}, "nothing called 'us-rwanda-2052'", "us-rwanda-2025"),
    ],
)
def test_what_is_not_there_is_refused_with_what_may_have_been_meant(
    catalogue: Store, question: str, params: dict[str, str], what: str, hint: str
) -> None:
    name, _ = next(iter(params.items()))
    with pytest.raises(UsageError, match=what) as refused:
        query.run(catalogue, question, **params)
    assert refused.value.message.startswith(f"{question}: {name}: ")
    assert hint in str(refused.value.hint)
    assert refused.value.exit_code == 2


def test_what_is_there_may_have_no_answer(catalogue: Store) -> None:
    assert query.run(catalogue, "who-sends", receiver="ISL").cells == ()
    assert query.run(catalogue, "payments", agreement="eu-georgia-readmission-2011").cells == ()
    assert query.run(catalogue, "rulings", outcome="ruling/unlawful").cells
