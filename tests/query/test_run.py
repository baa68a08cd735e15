import pytest

from kg import query
from kg.errors import QueryError
from kg.query import files
from kg.store import Store
from tests.store.samples import article_quads


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
