from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import query
from kg.errors import QueryError
from kg.query import Param, files
from kg.rdf.iris import CODE, ID
from kg.store import Cell, Iri, Store, Text

TEXT = """\
#+ summary: Which of these?
#+ params: who:text, on:date=2025-05-05, agreement:iri=, sort:code=, land:country=RWA, at:integer=7
#+ note: Only an echo.
SELECT ?who ?on ?agreement ?sort ?land ?at
WHERE {
  #+ values
}
"""
QUESTION = files.parse(TEXT, name="echo")


def ask(**given: object) -> dict[str, Cell]:
    with Store.memory() as store:
        (row,) = query.run(store, QUESTION, **given)
    return row


def test_the_header_says_what_the_question_is() -> None:
    assert QUESTION.summary == "Which of these?"
    assert QUESTION.note == "Only an echo."
    assert QUESTION.params[:3] == (
        Param(name="who", type="text", required=True),
        Param(name="on", type="date", required=False, default="2025-05-05"),
        Param(name="agreement", type="iri", required=False),
    )
    assert [str(p) for p in QUESTION.params[:3]] == ["who:text", "on:date=2025-05-05", "agreement:iri="]


def test_values_are_bound_by_type_and_default() -> None:
    assert ask(who="me") == {
        "who": "me",
        "on": date(2025, 5, 5),
        "agreement": None,
        "sort": None,
        "land": f"{ID}country/RWA",
        "at": 7,
    }


@pytest.mark.parametrize(
    ("name", "given", "bound"),
    [
        ("on", "today", date.today()),
        ("on", date(2024, 2, 29), date(2024, 2, 29)),
        ("agreement", "p-usa-rwa", Iri(f"{ID}agreement/p-usa-rwa")),
        ("agreement", "agreement/p-usa-rwa", Iri(f"{ID}agreement/p-usa-rwa")),
        ("agreement", "https://e.org/deal", Iri("https://e.org/deal")),
        ("sort", "talks", Iri(f"{CODE}sort/talks")),
        ("sort", "status/talks", Iri(f"{CODE}status/talks")),
        ("sort", f"{CODE}status/talks", Iri(f"{CODE}status/talks")),
        ("land", "eu", Iri(f"{ID}country/EU")),
        ("land", f"{ID}country/PAN", Iri(f"{ID}country/PAN")),
        ("at", -3, -3),
        ("at", None, None),
    ],
)
def test_each_type_takes_its_short_forms(name: str, given: object, bound: Cell) -> None:
    found = ask(who="me", **{name: given})[name]
    assert found == bound
    assert type(found) is type(bound)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("on", "yesterday"),
        ("on", "2025-02-30"),
        ("agreement", "a b"),
        ("agreement", 'https://e.org/> } DROP ALL # "'),
        ("sort", "status/talks> ?x"),
        ("land", "Rwanda"),
        ("land", "RW"),
        ("at", "seven"),
    ],
)
def test_what_is_not_of_its_type_is_refused(name: str, given: str) -> None:
    with pytest.raises(QueryError, match=f"echo: {name}=.* is not of the type") as caught:
        ask(who="me", **{name: given})
    assert "who:text" in str(caught.value.hint)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_can_leave_its_place(text: str) -> None:
    assert ask(who=text)["who"] == text


@pytest.mark.parametrize(
    "text",
    [
        '") } SELECT * { ?s ?p ?o } #',
        "\\",
        '\\" ) }',
        '"""',
        "'''",
        "\\u0022 ) }",
        "a\nb\r\t\x00",
        "#+ values",
    ],
)
def test_known_ways_out_of_a_string_stay_inside(text: str) -> None:
    assert ask(who=text)["who"] == text


def test_missing_and_unknown_parameters_are_told() -> None:
    with pytest.raises(QueryError, match="echo needs who"):
        QUESTION.bind({})
    with pytest.raises(QueryError, match="echo has no parameter whom") as caught:
        QUESTION.bind({"whom": "me"})
    assert "who:text" in str(caught.value.hint)
    with pytest.raises(QueryError, match="has no parameter who"):
        files.parse("ASK {}", name="bare").bind({"who": "me"})


def test_lines_keep_their_numbers_and_every_marker_is_replaced() -> None:
    text = TEXT.replace("  #+ values\n", "  {\n    #+ values\n  } UNION {\n\t#+ values\n  }\n")
    bound = files.parse(text, name="two").bind({"who": "me"})
    assert bound.count("\n") == text.count("\n")
    assert bound.count('VALUES (?who ?on ?agreement ?sort ?land ?at) { ("me"') == 2
    assert "#+ values" not in bound


@pytest.mark.parametrize("params", ["who", "who:name", "who text", "who:text=a:b, :text", "1who:text"])
def test_a_malformed_header_is_told(params: str) -> None:
    with pytest.raises(QueryError, match="is no parameter"):
        files.parse(f"#+ params: {params}\nSELECT * {{\n#+ values\n}}", name="bad")


def test_parameters_need_a_place() -> None:
    with pytest.raises(QueryError, match="no line '#\\+ values'"):
        files.parse("#+ params: who:text\nSELECT * {}", name="bad")


def test_a_file_runs_as_it_is_in_any_tool() -> None:
    with Store.memory() as store:
        assert store.select(TEXT).cells == ((None,) * 6,)


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="No such file"):
        files.read(tmp_path / "none.rq")
    (tmp_path / "a.rq").write_bytes(b"\xff")
    with pytest.raises(QueryError, match="not UTF-8"):
        files.read(tmp_path / "a.rq")
    (tmp_path / "b.rq").write_text(TEXT)
    assert files.read(tmp_path / "b.rq").name == "b"


def test_a_value_of_a_cell_can_be_given_again() -> None:
    assert ask(who=Text("mot", "fr"), agreement=Iri("https://e.org/x"))["agreement"] == "https://e.org/x"
