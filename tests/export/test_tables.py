"""The tables, read by pandas, and what they say against the graph and the claims it was made from."""

import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SKOS

from kg.export.columns import SEPARATOR, TABLES
from kg.export.tables import METADATA, files, joined, split, tables
from kg.model.claim import KINDS, TransferClaim
from kg.rdf.iris import CATALOGUE, ID, NS
from kg.rdf.quads import Quad
from kg.rdf.vocab import MIG
from kg.read.article import read_article
from kg.read.claims import read_claims
from kg.store import Store
from kg.store.build import put_article, shipped_articles
from tests.export.samples import one_transfer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def written(graph: Store) -> dict[str, bytes]:
    return files(graph)


@pytest.fixture(scope="module")
def frames(written: dict[str, bytes]) -> dict[str, pd.DataFrame]:
    found = {name: data for name, data in written.items() if name.endswith(".csv")}
    # Texts such as "NA" and "None" are texts.
    return {
        name.removesuffix(".csv"): pd.read_csv(BytesIO(data), keep_default_na=False, na_values=[""])
        for name, data in found.items()
    }


def test_pandas_reads_one_row_a_thing(graph: Store, frames: dict[str, pd.DataFrame]) -> None:
    for table in TABLES:
        wanted = {
            str(row[0])
            for name in table.classes
            for row in graph.select(f"SELECT DISTINCT ?s {{ ?s a <{name}> }}").cells
        }
        frame = frames[table.name]
        assert list(frame.columns) == [column.name for column in table.columns]
        assert len(frame) == len(wanted) > 0
        assert frame.iloc[:, 0].is_unique
    assert set(frames) == {table.name for table in TABLES}


def test_every_kind_of_claim_has_a_table(frames: dict[str, pd.DataFrame]) -> None:
    kinds = [frames[t.name] for t in TABLES if t.columns[0].name == "claim"]
    assert len(kinds) == len(KINDS)
    together = sorted(claim for frame in kinds for claim in frame["claim"])
    assert together == sorted(frames["claims"]["id"])


def test_a_transfer_reads_as_its_claim(frames: dict[str, pd.DataFrame]) -> None:
    folder = shipped_articles()[0]
    article = read_article(folder).article
    lines = (folder / "claims.jsonl").read_text("utf-8").splitlines()
    claims = list(read_claims(lines, {article.key: article}, where="claims.jsonl"))
    moved, base = frames["transfers"].set_index("claim"), frames["claims"].set_index("id")
    transfers = [claim for claim in claims if isinstance(claim, TransferClaim)]
    assert transfers
    for claim in transfers:
        row, common = moved.loc[claim.id], base.loc[claim.id]
        for name in ("sending", "receiving", "modality", "persons", "category"):
            value = getattr(claim, name)
            assert pd.isna(row[name]) if value is None else row[name] == value
        assert common["factuality"] == str(claim.factuality)
        assert common["article"] == article.key
        assert common["words"] == min(claim.spans, key=lambda span: (span.start, span.end)).text
        passages = {f"{article.key}#char={span.start},{span.end}" for span in claim.spans}
        assert set(split(str(common["evidence"]))) == passages


def test_tables_join(frames: dict[str, pd.DataFrame]) -> None:
    agreements = set(frames["agreements"]["id"])
    countries = set(frames["countries"]["code"])
    claims = set(frames["claims"]["id"])
    evidence = set(frames["passages"]["id"]) | set(frames["citations"]["address"])
    assert set(frames["claims"]["agreement"].dropna()) <= agreements
    assert set(frames["offices"]["person"]) <= set(frames["people"]["id"])
    assert _values(frames["claims"]["evidence"]) <= evidence
    assert _values(frames["edges"]["claims"]) <= claims
    assert _values(frames["agreements"]["receiving"]) <= countries
    assert _values(frames["statuses"]["sending"]) <= countries
    assert set(frames["passages"]["article"]) <= set(frames["articles"]["key"])


def _values(column: "pd.Series[Any]") -> set[str]:
    return {value for cell in column.dropna() for value in split(str(cell))}


@given(st.lists(st.text("a|\\\n=", min_size=1), min_size=1))
def test_values_come_back_one_by_one(values: list[str]) -> None:
    assert split(joined(values)) == tuple(values)


def test_a_separator_in_a_value_does_not_part_it() -> None:
    aliases = ("Ada Example", "A|da", "back\\slash|", "\\")
    person = URIRef(f"{ID}person/ada-example")
    quads = [Quad(person, RDF.type, MIG.Official, URIRef(CATALOGUE))]
    quads += [Quad(person, SKOS.altLabel, Literal(name, lang="en"), URIRef(CATALOGUE)) for name in aliases]
    with Store.memory() as store:
        store.put_graph(CATALOGUE, quads)
        frame = pd.read_csv(BytesIO(files(store)["people.csv"]))
    assert sorted(split(str(frame["aliases"][0]))) == sorted(aliases)


def test_numbers_days_and_truth_keep_their_type(frames: dict[str, pd.DataFrame]) -> None:
    assert pd.api.types.is_numeric_dtype(frames["payments"]["amount"])
    assert pd.api.types.is_numeric_dtype(frames["transfers"]["persons"])
    assert frames["claims"]["confidence"].between(0, 1).all()
    days = frames["claims"]["as_of"].dropna()
    assert (pd.to_datetime(days, format="%Y-%m-%d") > pd.Timestamp("1990-01-01")).all()
    assert set(frames["agreements"]["reciprocal"].dropna()) <= {True, False}


def test_columns_say_what_they_may_hold(graph: Store) -> None:
    for name, rows in tables(graph).items():
        columns = next(table.columns for table in TABLES if table.name == name)
        for column, cells in zip(columns, zip(*rows.cells, strict=True), strict=True):
            texts = [cell for cell in cells if isinstance(cell, str)]
            if not column.many and column.name not in ("note", "words", "quote"):
                assert not [text for text in texts if SEPARATOR in text], (name, column.name)
            if column.name not in NOT_SHIPPED.get(name, ()):
                assert any(cell is not None for cell in cells), (name, column.name)


NOT_SHIPPED = {
    "concerns": {"agreement", "when", "source_name", "raised_by"},
    "agreements": {"provisional"},
    "offices": {"when"},
    "articles": {"publisher", "url", "reprint_of"},
}


def test_formulas_are_disarmed() -> None:
    with Store.memory() as store:
        put_article(store, *one_transfer("=HYPERLINK(1)"))
        found = {name: data.decode() for name, data in files(store).items()}
    for name in ("passages.csv", "claims.csv"):
        assert set(pd.read_csv(StringIO(found[name]))["words"]) == {"'=HYPERLINK(1)"}


def test_the_readme_and_the_description_name_every_column(written: dict[str, bytes]) -> None:
    readme = written["README.md"].decode()
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert licence in readme
    about = json.loads(written[METADATA])
    assert about["dc:license"] == {"@id": licence}
    described = {t["url"]: [c["name"] for c in t["tableSchema"]["columns"]] for t in about["tables"]}
    for name, data in written.items():
        if name.endswith(".csv"):
            heading = data.decode().splitlines()[0].split(",")
            assert described[name] == heading
            section = readme.partition(f"## {name}\n")[2].partition("\n## ")[0]
            assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == heading


def test_the_manual_names_every_table() -> None:
    page = (ROOT / "docs" / "howto" / "export.md").read_text("utf-8")
    for table in TABLES:
        assert f"`{table.name}.csv`" in page


def test_columns_are_properties_of_the_vocabulary(graph: Store) -> None:
    known = {str(row[0]) for row in graph.select("SELECT ?p { ?p a ?kind }").cells}
    ours = {p for table in TABLES for column in table.columns for p in column.path if p.startswith(NS)}
    assert ours
    assert not ours - known
    assert {c for table in TABLES for c in table.classes} <= known


def test_texts_of_articles_are_not_in_tables(written: dict[str, bytes]) -> None:
    text = read_article(shipped_articles()[0]).article.text.encode()
    assert text not in b"".join(written.values())


def test_an_empty_store_gives_headings() -> None:
    with Store.memory() as store:
        found = files(store)
    assert found["people.csv"] == b"id,name,aliases\n"
