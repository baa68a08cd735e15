"""`kg export`: what other tools read back, the same bytes each time, and whole files or none."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import DCTERMS, VOID

from kg.rdf.iris import DATASET, META, NS
from kg.store import Store
from kg.store.build import build
from tests.cli.conftest import Run

ENDINGS = ("trig", "nq", "ttl", "jsonld", "graphml", "gexf", "zip")
RDF = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TEXT = f"{NS}articleText"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "store"
    build(path)
    return path


@pytest.fixture
def there(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder, with the store known to commands."""
    monkeypatch.setenv("KG_STORE", str(full))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert not left


def quads(data: bytes, form: str) -> set[tuple[object, ...]]:
    dataset = Dataset()
    dataset.parse(data=data, format=form)
    return set(dataset.quads())


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of its own calls
def test_rdflib_reads_the_same_quads_from_each_format(kg: Run, there: Path, full: Path) -> None:
    with Store.open(full) as store:
        want = {q for q in store.to_rdflib().quads() if str(q[1]) != TEXT}
    for ending, form in RDF.items():
        assert kg("export", "-o", f"graph.{ending}") == (0, "", "")
        assert quads((there / f"graph.{ending}").read_bytes(), form) == want, ending
    kg("export", "-o", "graph.ttl")
    # There are no blank nodes, so graphs of the same triples are isomorphic.
    assert set(Graph().parse(there / "graph.ttl")) == {quad[:3] for quad in want}


def test_the_store_loads_what_it_wrote(kg: Run, there: Path, full: Path) -> None:
    with Store.open(full) as store:
        want = store.dump("nq", without_properties=(TEXT,))
    for ending in RDF:
        kg("export", "-o", f"graph.{ending}")
        with Store.memory() as store:
            store.load(there / f"graph.{ending}")
            assert store.dump("nq") == want


def test_texts_are_left_out_unless_asked_for_and_quotes_stay(kg: Run, there: Path) -> None:
    without, with_text = kg("export", "-f", "nq").out, kg("export", "-f", "nq", "--with-text").out
    more = set(with_text.splitlines()) - set(without.splitlines())
    assert len(more) == 1
    assert f"<{TEXT}>" in more.pop()
    assert set(without.splitlines()) < set(with_text.splitlines())
    graph = Dataset(default_union=True)
    graph.parse(data=without, format="nquads")
    exact = [str(o) for o in graph.objects(None, URIRef("http://www.w3.org/ns/oa#exact"))]
    around = [
        str(o)
        for name in ("prefix", "suffix")
        for o in graph.objects(None, URIRef(f"http://www.w3.org/ns/oa#{name}"))
    ]
    assert len(exact) > 20
    assert around
    assert max(map(len, around)) <= 32
    graph.parse(data=with_text, format="nquads")
    [text] = [str(o) for o in graph.objects(None, URIRef(TEXT))]
    assert all(words in text for words in exact)
    assert text not in without


def test_the_description_travels_with_the_graph_and_counts_it(kg: Run, there: Path) -> None:
    dataset = Dataset()
    dataset.parse(data=kg("export", "-f", "nq").out, format="nquads")
    meta = dataset.graph(URIRef(META))
    assert meta.value(URIRef(DATASET), DCTERMS.license) == URIRef(LICENCE)
    outside = [quad for quad in dataset.quads() if quad[3] != URIRef(META)]
    assert int(str(meta.value(URIRef(DATASET), VOID.triples))) == len(outside)
    for form in ("trig", "ttl", "jsonld"):
        assert LICENCE in kg("export", "-f", form).out


def test_jsonld_is_short_and_explains_itself(kg: Run, there: Path) -> None:
    document = json.loads(kg("export", "-f", "jsonld").out)
    context = document["@context"]
    assert context["@vocab"] == NS
    assert context["agreement"] == {"@type": "@id"}
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    claim = next(n for n in nodes if "TransferClaim" in n.get("@type", ()) and "receiver" in n)
    assert claim["@id"].startswith("id:claim/c")
    assert claim["receiver"].startswith("id:country/")
    assert claim["factuality"] == "code:factuality/CT-plus"
    assert claim["agreement"].startswith("id:agreement/")
    assert isinstance(next(node["persons"] for node in nodes if "persons" in node), int)


def test_the_same_store_gives_the_same_bytes(there: Path) -> None:
    code = """
import sys
from kg.cli import main
for ending in sys.argv[2:]:
    assert main(["export", "-o", f"{sys.argv[1]}.{ending}"]) == 0
"""
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, seed, *ENDINGS], env=environment, check=True)
    for ending in ENDINGS:
        assert (there / f"1.{ending}").read_bytes() == (there / f"2.{ending}").read_bytes(), ending


def test_network_files_open_in_networkx(kg: Run, there: Path) -> None:
    assert kg("export", "-o", "net.graphml") == (0, "", "")
    assert kg("export", "-f", "gexf", "-o", "net.xml") == (0, "", "")
    one, two = nx.read_graphml(there / "net.graphml"), nx.read_gexf(there / "net.xml")
    assert set(one.nodes) == set(two.nodes)
    assert one.number_of_edges() == two.number_of_edges() > 300
    assert kg("export", "-f", "gexf").out.encode() == (there / "net.xml").read_bytes()


def test_tables_go_to_a_folder_or_a_zip_file(kg: Run, there: Path) -> None:
    assert kg("export", "-f", "csv", "-o", "tables") == (0, "", "")
    assert kg("export", "-o", "tables.zip") == (0, "", "")
    with zipfile.ZipFile(there / "tables.zip") as archive:
        assert archive.testzip() is None
        zipped = {name: archive.read(name) for name in archive.namelist()}
    assert zipped == {path.name: path.read_bytes() for path in (there / "tables").iterdir()}
    claims = pd.read_csv(BytesIO(zipped["claims.csv"]))
    assert len(claims) > 800
    assert claims["id"].str.fullmatch("c[0-9a-f]{16}").all()
    assert LICENCE in zipped["README.md"].decode()


def test_an_earlier_export_is_replaced_and_other_folders_are_not(kg: Run, there: Path) -> None:
    kg("export", "-f", "csv", "-o", "tables")
    (there / "tables" / "claims.csv").write_text("old")
    (there / "tables" / "people.csv").unlink()
    assert kg("export", "-f", "csv", "-o", "tables").code == 0
    assert len((there / "tables" / "claims.csv").read_text("utf-8").splitlines()) > 800
    assert (there / "tables" / "people.csv").exists()
    (there / "mine").mkdir()
    (there / "mine" / "letter.txt").write_text("Dear")
    ran = kg("export", "-f", "csv", "-o", "mine")
    assert ran.code == 1
    assert "mine holds other files" in ran.err
    assert [path.name for path in (there / "mine").iterdir()] == ["letter.txt"]
    (there / "file").write_text("x")
    assert kg("export", "-f", "csv", "-o", "file").code == 1
    assert (there / "file").read_text() == "x"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-f", "csv"], "csv is more than one table"),
        (["-f", "csv", "-o", "-"], "csv is more than one table"),
        (["-f", "gexf", "--with-text"], "gexf has no place for texts"),
        (["-f", "xlsx"], "'xlsx' is not one of"),
    ],
)
def test_wrong_calls_say_so(kg: Run, there: Path, arguments: list[str], reason: str) -> None:
    ran = kg("export", *arguments)
    assert ran.code == 2
    assert reason in ran.err
    assert ran.out == ""
    assert not list(there.iterdir())


def test_a_folder_that_cannot_be_written_is_one_line(kg: Run, there: Path) -> None:
    ran = kg("export", "-f", "csv", "-o", "nowhere/tables")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "nowhere/tables: No such file or directory" in ran.err
