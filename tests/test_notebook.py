"""A graph in a session, in a real kernel and in a real browser."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel
from playwright.sync_api import sync_playwright
from rdflib import URIRef
from rdflib.namespace import RDF

import kg
from kg.errors import KgError, QueryError, StoreError, StoreLocked, StoreMissing, UsageError
from kg.rdf.iris import ID, NS
from kg.store import Store

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def graph() -> Iterator[kg.Graph]:
    with kg.demo(catalogue=False) as found:
        yield found


def test_a_built_store_opens(tmp_path: Path) -> None:
    kg.build(tmp_path / "store", catalogue=False)
    with kg.open(tmp_path / "store") as found:
        assert repr(found) == "Graph (articles: 1, agreements: 5, claims: 28)"
        with pytest.raises(StoreLocked):
            Store.open(tmp_path / "store", write=True)
    assert repr(found) == "Graph (closed)"
    Store.open(tmp_path / "store", write=True).close()


def test_the_demonstration_has_the_articles_and_the_catalogue() -> None:
    with kg.demo() as found:
        counts = dict(re.findall(r"(\w+): (\d+)", repr(found)))
        assert int(counts["agreements"]) >= 82
        assert int(counts["claims"]) > 500
        assert found.show("uk-rwanda-treaty-2023").kind == "agreement"


def test_where_there_is_no_store_the_error_names_both_ways_to_one(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="no store at") as raised:
        kg.open(tmp_path / "none")
    assert raised.value.hint == "make one with 'kg build', or take the shipped data with kg.demo()"
    assert not (tmp_path / "none").exists()


def test_questions_are_listed_with_their_parameters(graph: kg.Graph) -> None:
    rows = {row["question"]: row for row in graph.questions()}
    assert rows["who-takes"]["parameters"] == "sender:country=USA"
    assert all(row["asks"] for row in rows.values())


def test_a_question_is_asked_by_name_file_or_sparql(graph: kg.Graph, tmp_path: Path) -> None:
    rows = graph.query("who-takes", sender="GBR")
    assert [row["receiver"] for row in rows] == ["Rwanda"]
    own = tmp_path / "own.rq"
    own.write_text(f"#+ params: code:text\nSELECT * WHERE {{\n  #+ values\n  ?country <{NS}iso3> ?code\n}}")
    assert graph.query(own, code="RWA")[0]["country"] == f"{ID}country/RWA"
    assert graph.sparql("SELECT (1 AS ?one) {}")[0] == {"one": 1}
    with pytest.raises(QueryError, match="has no parameter on"):
        graph.query("who-takes", on="2025-05-05")


def test_a_card_holds_the_edges_and_claims_of_one_thing(graph: kg.Graph) -> None:
    card = graph.show("p-gbr-rwa")
    assert (card.title, card.kind, card.id) == (
        "UK–Rwanda arrangement",
        "agreement",
        "agreement/p-gbr-rwa",
    )
    text = str(card)
    assert "has sending party United Kingdom" in text
    assert "Olivier Nduhungirehe spoke about UK–Rwanda arrangement" in text
    assert "2024-07~ · status claim · fell through · Olivier Nduhungirehe · certain" in text
    assert "    “a previous agreement to accept migrants from the UK that ultimately fell through" in text
    html = card._repr_html_()
    assert "<h4>UK–Rwanda arrangement</h4>" in html
    assert ">words</th>" in html


def test_what_is_not_there_is_said(graph: kg.Graph) -> None:
    with pytest.raises(QueryError, match="nothing called 'Atlantis'"):
        graph.show("Atlantis")


def test_a_page_of_what_is_not_there_is_refused(graph: kg.Graph) -> None:
    with pytest.raises(QueryError, match="nothing called 'p-usa-rw'") as raised:
        graph.view(agreements=["p-gbr-rwa", "p-usa-rw"])
    assert raised.value.hint
    assert raised.value.hint.startswith("did you mean agreement/p-usa-rwa")
    with pytest.raises(UsageError, match="'Rwanda' is no agreement: it is country/RWA"):
        graph.view(agreements=["Rwanda"])
    by_name = graph.view(agreements=["UK–Rwanda arrangement"])
    assert by_name == graph.view(agreements=["p-gbr-rwa"]) == graph.view(agreements=["agreement/p-gbr-rwa"])


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\\u202E"
    path = tmp_path / "evil.ttl"
    path.write_text(f'<{ID}body/x> a <{NS}Body> ; <http://www.w3.org/2000/01/rdf-schema#label> "{evil}"@en .')
    with Store.memory() as store:
        store.load(path)
        card = kg.Graph(store).show("x")
    assert "<script>" not in card._repr_html_()
    assert "\u202e" not in str(card)


def test_rows_give_their_part_of_the_network_and_their_page(graph: kg.Graph) -> None:
    rows = graph.query("fell-through")
    net = rows.to_networkx()
    assert {n for n in net if n.startswith("agreement/")} == {"agreement/p-gbr-rwa"}
    assert rows.show() == graph.view(agreements=["p-gbr-rwa"]) != graph.view()
    assert graph.query("status-as-of", agreement="p-gbr-rwa").show() == rows.show()
    with pytest.raises(UsageError, match="speak of no agreement"):
        graph.sparql("SELECT (1 AS ?one) {}").show()


def test_rows_are_compared_by_their_values(graph: kg.Graph) -> None:
    with kg.demo(catalogue=False) as other:
        assert graph.query("agreements") == other.query("agreements")
    assert len(graph.query("agreements").to_pandas()) == len(graph.query("agreements"))


def test_what_a_prompt_shows_is_short(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    lines = repr(graph.sparql("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 25")).splitlines()
    assert len(lines) == 13
    assert all(len(line) <= 70 for line in lines[:-1])
    assert lines[-1] == "25 rows, 10 shown, without o"
    assert repr(graph.query("ASK {}")) == "answer\n──────\nyes\n1 row"
    assert repr(graph.show("RWA")) == str(graph.show("RWA"))
    assert re.fullmatch(r"Page \(\d+ KB; .*\)", repr(graph.view()))


def test_a_note_of_a_record_is_no_quotation() -> None:
    with kg.demo() as found:
        text = str(found.show("us-rwanda-2025"))
    assert "“These negotiations reportedly began soon after President Trump's term commenced”" in text
    assert (
        "    Embassy cable said Rwanda was willing to take people who cannot be sent home. (https://" in text
    )
    assert "“http" not in text
    assert "“”" not in text


def test_the_graph_goes_to_rdflib_and_networkx(graph: kg.Graph) -> None:
    dataset = graph.to_rdflib()
    assert len(set(dataset.subjects(RDF.type, URIRef(NS + "Claim")))) == 28
    assert graph.to_networkx().has_edge("country/RWA", "country/USA", "negotiatesReceptionFrom")
    assert "country/PAN" not in graph.to_networkx(on="2025-04-30")


def test_a_page_is_saved(graph: kg.Graph, tmp_path: Path) -> None:
    page = graph.view(title="Deals", agreements=["p-usa-rwa"])
    page.save(tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_text("utf-8") == page.html
    assert "<title>Deals</title>" in page.html
    with pytest.raises(UsageError, match=r"'\.pdf' is no known format"):
        page.save(tmp_path / "graph.pdf")
    with pytest.raises(KgError, match="No such file"):
        page.save(tmp_path / "none" / "graph.html")


def test_a_page_in_a_notebook_is_shut_in(graph: kg.Graph, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<meta charset=utf-8><title>notebook</title>{graph.view()._repr_html_()}", "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        page.goto(path.as_uri())
        frame = page.frames[1]
        frame.wait_for_selector("canvas, svg")
        assert "28 claims" in frame.inner_text("body")
        with pytest.raises(Exception, match="SecurityError"):
            frame.evaluate("window.parent.document.title")
        browser.close()


def test_a_closed_graph_says_so() -> None:
    with kg.demo(catalogue=False) as found:
        pass
    with pytest.raises(StoreError, match="closed"):
        found.query("agreements")


Run = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def kernel() -> Iterator[Any]:
    manager, client = start_new_kernel()
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def session(kernel: Any) -> Run:
    """Runs a cell and gives what it shows: plain text of a result, or the lines of an error."""

    def run(code: str) -> list[Any]:
        shown: list[Any] = []

        def hook(message: dict[str, Any]) -> None:
            content = message["content"]
            if message["msg_type"] == "execute_result":
                shown.append(content["data"]["text/plain"])
            elif message["msg_type"] == "error":
                shown.append(content["traceback"])
            elif message["msg_type"] == "stream":
                shown.append(content["text"])

        kernel.execute_interactive(code, timeout=60, output_hook=hook)
        return shown

    run("%load_ext kg")
    return run


def test_a_cell_of_sparql_asks_the_only_graph(session: Run) -> None:
    query = "%%sparql -o found\nSELECT ?code WHERE { ?c a mig:Country ; mig:iso3 ?code } ORDER BY ?code"
    session("%reset -f")
    assert session(query) == [["UsageError: there is no graph to ask", "Hint: make one: graph = kg.demo()"]]
    session("import kg\nmine = kg.demo(catalogue=False)\nalias = mine")
    assert session(query)[0].splitlines()[:3] == ["code", "────", "CRI"]
    assert session("len(found) == len(_)") == ["True"]
    session("other = kg.demo(catalogue=False)")
    assert "there are several graphs: mine, alias, other" in session(query)[0][0]
    assert session(query.replace("%%sparql", "%%sparql other"))[0].startswith("code\n────\nCRI")
    assert session("%%sparql nobody\nASK {}")[0][0] == "UsageError: nobody is no graph"
    assert "cannot read" in session("%%sparql a b c\nASK {}")[0][0]


def test_a_mistake_in_a_cell_is_told_with_its_line(session: Run) -> None:
    session("import kg\nmine = kg.demo(catalogue=False)")
    [lines] = session("%%sparql mine\nPREFIX mig: <https://example.org/>\nSELECT ?s WHERE {\n  ?s ?p\n}")
    assert lines[0].startswith("QueryError: query")
    assert "5" in lines[0]


def test_names_of_questions_are_completed(kernel: Any, session: Run) -> None:
    session("import kg\nmine = kg.demo(catalogue=False)")

    def complete(code: str) -> list[str]:
        return list(kernel.complete(code, reply=True, timeout=30)["content"]["matches"])

    assert complete('mine.query("who-') == ["who-said-what", "who-sends", "who-takes"]
    assert "who-takes" not in complete('mine.show("who-')
