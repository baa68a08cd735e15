import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, UsageError
from kg.query import Rows
from kg.rdf.iris import CODE, ID
from kg.store import Blank, Iri, Store, Text

EVERY = Rows(
    columns=("iri", "blank", "word", "lang", "edtf", "yes", "n", "dec", "dbl", "day", "time", "none"),
    cells=(
        (
            Iri(f"{ID}country/RWA"),
            Blank("b0"),
            "say \"no\", 'è'",
            Text("mot", "fr"),
            Text("2025-03", datatype="http://id.loc.gov/datatypes/edtf/EDTF"),
            True,
            -7,
            Decimal("0.10"),
            float("inf"),
            date(2025, 5, 5),
            datetime(2025, 5, 5, 10, 0),
            None,
        ),
    ),
)


def test_rows_are_read_by_name_number_and_loop() -> None:
    rows = Rows(columns=("a", "b"), cells=((1, "x"), (2, "y")))
    assert len(rows) == 2
    assert rows[1] == {"a": 2, "b": "y"}
    assert [row["b"] for row in rows] == ["x", "y"]
    assert list(rows.cells[0]) == [1, "x"]
    assert not Rows(columns=("a",), cells=())


def test_csv_keeps_words_and_numbers() -> None:
    (row,) = csv.DictReader(io.StringIO(EVERY.to_csv()))
    assert row["iri"] == f"{ID}country/RWA"
    assert row["word"] == "say \"no\", 'è'"
    assert (row["n"], row["dec"], row["yes"], row["none"]) == ("-7", "0.10", "true", "")
    assert (row["day"], row["time"]) == ("2025-05-05", "2025-05-05T10:00:00")
    assert EVERY.to_csv("\t").split("\n")[0] == "\t".join(EVERY.columns)


def test_a_row_of_nothing_is_a_row_of_csv() -> None:
    rows = Rows(columns=("a",), cells=((None,), (1,)))
    assert list(csv.DictReader(io.StringIO(rows.to_csv()))) == [{"a": ""}, {"a": "1"}]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20))
def test_no_text_in_csv_is_a_formula(text: str) -> None:
    rows = Rows(columns=("words", "n"), cells=((text, -1),))
    _, (cell, number) = csv.reader(io.StringIO(rows.to_csv(), newline=""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")
    assert number == "-1"


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "+1", "-1", "@SUM(A1)", "\t1", "\n1", "\r", "＝1", "－1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    _, (cell,) = csv.reader(io.StringIO(Rows(columns=("a",), cells=((text,),)).to_csv(), newline=""))
    assert cell == f"'{text}"


def test_json_is_plain_and_strict() -> None:
    (row,) = json.loads(EVERY.to_json(), parse_constant=pytest.fail)
    assert row["iri"] == f"{ID}country/RWA"
    assert (row["yes"], row["n"], row["dec"], row["dbl"]) == (True, -7, 0.1, "INF")
    assert (row["day"], row["none"], row["lang"]) == ("2025-05-05", None, "mot")
    assert "è" in EVERY.to_json()
    two = Rows(columns=("a",), cells=((1,), (Decimal(2),)))
    assert two.to_jsonl() == '{"a": 1}\n{"a": 2}\n'


def test_sparql_json_keeps_the_kind_of_every_value() -> None:
    found = json.loads(EVERY.to_sparql_json())
    assert found["head"]["vars"] == list(EVERY.columns)
    (row,) = found["results"]["bindings"]
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert row["iri"]["type"] == "uri"
    assert row["blank"] == {"type": "bnode", "value": "b0"}
    assert row["word"] == {"type": "literal", "value": "say \"no\", 'è'"}
    assert row["lang"]["xml:lang"] == "fr"
    assert row["edtf"]["datatype"].endswith("edtf/EDTF")
    types = [row[name]["datatype"].removeprefix(xsd) for name in ("yes", "n", "dec", "dbl", "day", "time")]
    assert types == ["boolean", "integer", "decimal", "double", "date", "dateTime"]
    assert row["dec"]["value"] == "0.10"
    assert "none" not in row
    yes = Rows(columns=("answer",), cells=((True,),), form="ask")
    assert json.loads(yes.to_sparql_json()) == {"head": {}, "boolean": True}


def test_triples_become_a_file_and_rows_do_not() -> None:
    with Store.memory() as store:
        answer = store.construct('CONSTRUCT { <a:a> <a:b> 0.5 , "mot"@fr , <a:c> } WHERE {}')
    rows = Rows(columns=answer.columns, cells=answer.cells, form=answer.form)
    assert rows.to_rdf("nq").decode().splitlines() == [
        '<a:a> <a:b> "0.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
        '<a:a> <a:b> "mot"@fr .',
        "<a:a> <a:b> <a:c> .",
    ]
    assert b'"mot"@fr' in rows.to_rdf("ttl")
    with pytest.raises(UsageError, match="ttl holds triples"):
        EVERY.to_rdf("ttl")


def test_a_table_shortens_iris_and_sets_numbers_to_the_right() -> None:
    rows = Rows(
        columns=("deal", "status", "persons"),
        cells=(
            (Iri(f"{ID}agreement/p-usa-rwa"), Iri(f"{CODE}status/talks"), 7),
            (Iri("https://e.org/x"), None, 1234),
        ),
    )
    assert rows.to_table() == (
        "deal                 status        persons\n"
        "───────────────────  ────────────  ───────\n"
        "agreement/p-usa-rwa  status/talks        7\n"
        "https://e.org/x                       1234\n"
    )


def test_a_notebook_shows_text_and_never_runs_it() -> None:
    rows = Rows(columns=("<b>",), cells=(("<script>alert(1)</script>",), ("a & b",)))
    page = rows._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert '<th style="text-align:left">&lt;b&gt;</th>' in page
    many = Rows(columns=("n",), cells=tuple((n,) for n in range(1000)))
    assert many._repr_html_().count("<tr>") == 201
    assert "800 more rows" in many._repr_html_()
    assert '<td style="text-align:right">7</td>' in many._repr_html_()


def test_a_data_frame_has_plain_values() -> None:
    frame = EVERY.to_pandas()
    assert list(frame.columns) == list(EVERY.columns)
    assert frame["n"].sum() == -7
    assert type(frame["iri"][0]) is str
    amounts = Rows(
        columns=("amount",), cells=((Decimal("15000000"),), (None,), (Decimal("0.5"),))
    ).to_pandas()
    assert amounts["amount"].dtype == "float64"
    assert amounts["amount"].sum() == 15_000_000.5
    assert len(Rows(columns=("a", "b"), cells=()).to_pandas().columns) == 2


def test_some_columns_in_another_order() -> None:
    rows = Rows(
        columns=("who", "what", "when"), cells=(("Rwanda", "talks", None), ("Panama", "took", "2025"))
    )
    some = rows.only("when", "who")
    assert some.columns == ("when", "who")
    assert some.cells == ((None, "Rwanda"), ("2025", "Panama"))


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    rows = Rows(columns=("who", "what"), cells=())
    with pytest.raises(QueryError, match="no column 'whom'") as caught:
        rows.only("whom")
    assert caught.value.hint == "columns: who, what"
