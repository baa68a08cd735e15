"""The network of the seed article, and measures against values known from the literature or by hand."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg import network, query
from kg.errors import QueryError
from kg.model.claim import StatusClaim, TransferClaim
from kg.model.codes import Rank, Status, TransferModality
from kg.rdf import iris
from kg.rdf.iris import ID
from kg.store import Iri, Store
from kg.store.build import ontology, put_article, read_folder, shipped, shipped_articles


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with shipped(catalogue=False) as found:
        yield found


@pytest.fixture(scope="module")
def seed(store: Store) -> "nx.MultiDiGraph[str]":
    return network.network(store)


def edge(source: str, target: str, relation: str, **values: Any) -> dict[str, Any]:
    """A row of the question network-edges; the ends are ids without their kind's folder for countries."""
    row: dict[str, Any] = {"relation": relation, "label": relation, "claim": Iri(f"{ID}claim/c1")}
    row |= {"status": None, "who": "somebody", "words": "so it is", "asOf": None, "agreement": None}
    for name, end in (("source", source), ("target", target)):
        full = end if "/" in end else f"country/{end}"
        row |= {name: Iri(ID + full), f"{name}Kind": full.partition("/")[0], f"{name}Label": end}
    return row | values


def takes(*pairs: tuple[str, str], agreement: str | None = None) -> list[dict[str, Any]]:
    """Each first country receives from the second."""
    about = Iri(f"{ID}agreement/{agreement}") if agreement else None
    return [edge(receiver, sender, "receivedFrom", agreement=about) for receiver, sender in pairs]


def values(rows: query.Rows, *columns: str) -> dict[object, Any]:
    found = {row["country"]: tuple(row[c] for c in columns) for row in rows}
    return {name: row[0] if len(columns) == 1 else row for name, row in found.items()}


def graph(rows: Iterable[dict[str, Any]]) -> "nx.MultiDiGraph[str]":
    return network.from_rows(rows)


def test_the_seed_has_countries_officials_and_agreements(seed: "nx.MultiDiGraph[str]") -> None:
    kinds = [data["kind"] for _, data in seed.nodes(data=True)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"country": 6, "official": 4, "agreement": 5}
    assert seed.nodes["country/RWA"] == {"kind": "country", "label": "Rwanda", "code": "RWA"}
    stages = {n: data["status"] for n, data in seed.nodes(data=True) if data["kind"] == "agreement"}
    assert stages["agreement/p-gbr-rwa"] == "fell through"
    assert stages["agreement/p-usa-rwa"] == "in talks"


def test_an_edge_knows_its_claims_in_the_order_of_time(seed: "nx.MultiDiGraph[str]") -> None:
    talks = seed.edges["country/RWA", "country/USA", "negotiatesReceptionFrom"]
    assert talks["who"] == ("not said", "Olivier Nduhungirehe", "Rwandan officials")
    assert talks["words"][0].startswith("These negotiations reportedly began")
    assert len(talks["claims"]) == len(set(talks["claims"])) == 3
    assert talks["since"] == "2025-01-01"
    assert talks["status"] == "in talks"
    assert talks["agreements"] == ("agreement/p-usa-rwa",)
    office = seed.edges["person/olivier-nduhungirehe", "country/RWA", "holds"]
    assert office["label"] == "minister of foreign affairs"
    assert office["agreements"] == ()


def test_only_what_a_source_holds_to_be_so_makes_an_edge(store: Store, seed: "nx.MultiDiGraph[str]") -> None:
    planned = query.run(store, "transfers", modality="planned")[0]["claim"]
    conditional = query.run(store, "payments")[0]["claim"]
    behind = {f"{ID}claim/{claim}" for _, _, data in seed.edges(data=True) for claim in data["claims"]}
    assert len(behind) > 15
    assert not behind & {planned, conditional}
    assert not any(key == "paymentTo" for _, _, key in seed.edges(keys=True))


@pytest.mark.parametrize(("rank", "moved"), [(Rank.NORMAL, True), (Rank.DEPRECATED, False)])
def test_a_claim_of_deprecated_rank_makes_no_edge(rank: Rank, *, moved: bool) -> None:
    text = read_folder(shipped_articles()[0], extract=False)
    claim = next(c for c in text.claims if isinstance(c, TransferClaim) and c.sending and c.receiving)
    claim = replace(claim, modality=TransferModality.HAPPENED, rank=rank)
    with Store.memory() as store:
        store.put_graph(iris.ONTOLOGY, ontology())
        put_article(store, text.article, (claim,))
        assert any(key == "receivedFrom" for *_, key in network.network(store).edges(keys=True)) is moved


def test_a_date_leaves_out_what_came_later(store: Store) -> None:
    early = network.network(store, on="2025-04-30")
    among = network.countries(early)
    assert set(among.edges) == {("country/GBR", "country/RWA"), ("country/USA", "country/RWA")}
    assert early.nodes["agreement/p-usa-rwa"]["status"] == "willing"
    assert nx.utils.graphs_equal(early, network.network(store, on=date(2025, 4, 30)))
    assert not network.network(store, on="1900-01-01")
    with pytest.raises(QueryError, match="on=soon is not of the type date"):
        network.network(store, on="soon")


def test_an_agreement_on_which_the_latest_disagree_has_both_stages() -> None:
    text = read_folder(shipped_articles()[0], extract=False)
    article, claims = text.article, text.claims
    talks = next(c for c in claims if isinstance(c, StatusClaim) and c.status is Status.TALKS and not c.when)
    with Store.memory() as store:
        store.put_graph(iris.ONTOLOGY, ontology())
        put_article(store, article, (talks, replace(talks, status=Status.REJECTED)))
        found = network.network(store)
    assert found.nodes["agreement/p-usa-rwa"]["status"] == "in talks / rejected"


def test_part_takes_the_edges_behind_the_claims(store: Store, seed: "nx.MultiDiGraph[str]") -> None:
    found = network.part(seed, query.run(store, "who-takes", sender="GBR"))
    assert set(found.edges(keys=True)) == {
        ("country/RWA", "country/GBR", "formerlyAgreedReceptionFrom"),
        ("agreement/p-gbr-rwa", "country/RWA", "receivingParty"),
        ("agreement/p-gbr-rwa", "country/GBR", "sendingParty"),
    }
    assert found.nodes["country/GBR"]["label"] == "United Kingdom"


def test_part_takes_the_edges_of_what_is_named_where_no_claim_is(
    store: Store, seed: "nx.MultiDiGraph[str]"
) -> None:
    cells = ((Iri(ID + "agreement/p-gbr-rwa"), "agreement/p-usa-rwa"),)
    found = network.part(seed, query.Rows(columns=("deal", "words"), cells=cells))
    assert {source for source, _, _ in found.edges(keys=True)} == {
        "agreement/p-gbr-rwa",
        "country/RWA",
        "person/olivier-nduhungirehe",
    }
    assert "agreement/p-usa-rwa" not in found
    assert nx.utils.graphs_equal(network.part(seed, query.run(store, "network-edges")), seed)
    assert not network.part(seed, query.Rows(columns=("x",), cells=(("Rwanda",),)))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_flat_network_goes_through_other_formats(
    seed: "nx.MultiDiGraph[str]", tmp_path: Path, form: str
) -> None:
    given = network.flat(seed)
    getattr(nx, f"write_{form}")(given, tmp_path / "network")
    back = getattr(nx, f"read_{form}")(tmp_path / "network")
    assert set(back.nodes) == set(seed.nodes)
    assert back.number_of_edges() == seed.number_of_edges()
    words = {data["words"] for _, _, data in back.edges(data=True)}
    assert words == {" | ".join(data["words"]) for _, _, data in seed.edges(data=True)}
    assert seed.edges["country/RWA", "country/USA", "receivedFrom"]["words"] == (
        "the prior acceptance of an Iraqi national in March",
    )


def test_a_flat_network_has_no_characters_that_xml_lacks() -> None:
    rows = [edge("A", "B", "receivedFrom", words="one\x0btwo\u202e", who="a\x00b")]
    [(_, _, data)] = network.flat(graph(rows)).edges(data=True)
    assert not set("\x0b\x00\u202e") & set(data["words"] + data["who"])


def test_countries_point_from_sender_to_receiver_and_weigh_agreements() -> None:
    rows = [*takes(("R", "S"), agreement="one"), *takes(("R", "S"), agreement="two")]
    agreed = {"claim": Iri(f"{ID}claim/c2"), "agreement": Iri(f"{ID}agreement/two"), "asOf": date(2001, 2, 3)}
    rows += [edge("R", "S", "agreedReceptionFrom", **agreed)]
    rows += [edge("S", "R", "paymentTo"), *takes(("T", "S"))]
    among = network.countries(graph(rows))
    assert among.edges["country/S", "country/R"] == {
        "relations": ("agreedReceptionFrom", "receivedFrom"),
        "agreements": ("agreement/two", "agreement/one"),
        "claims": ("c2", "c1"),
        "since": "2001-02-03",
        "weight": 2,
    }
    assert among.edges["country/S", "country/T"]["weight"] == 1
    assert len(among.edges) == 2
    assert set(network.countries(graph(rows), relations=("agreedReceptionFrom",))) == {
        "country/R",
        "country/S",
    }


def test_roles_count_agreements_not_claims(seed: "nx.MultiDiGraph[str]") -> None:
    found = network.roles(seed)
    assert found.columns == ("country", "agreements", "sends", "receives", "takesPart", "id")
    assert found.cells[:2] == (
        ("United States", 4, 4, 0, 0, Iri(ID + "country/USA")),
        ("Rwanda", 2, 0, 2, 0, Iri(ID + "country/RWA")),
    )


def test_a_country_may_send_and_receive_and_a_bare_party_counts_once() -> None:
    roles = [("A", "sendingParty"), ("A", "receivingParty"), ("A", "party"), ("B", "party")]
    rows = [edge("agreement/x", country, role) for country, role in roles]
    rows += [edge("agreement/y", "A", "sendingParty")]
    found = network.roles(graph(rows))
    columns = ("agreements", "sends", "receives", "takesPart")
    assert values(found, *columns) == {"A": (2, 2, 1, 0), "B": (1, 0, 0, 1)}


def test_the_middle_of_a_star_and_of_a_path_is_the_broker() -> None:
    star = graph(takes(*((leaf, "hub") for leaf in "abcd")))
    found = values(network.brokers(star), "betweenness", "partners")
    assert found == {"hub": (1.0, 4), "a": (0.0, 1), "b": (0.0, 1), "c": (0.0, 1), "d": (0.0, 1)}
    path = graph(takes(("b", "a"), ("b", "c"), ("d", "c")))  # a-b-c-d: each middle lies on 2 of 3 ways
    found = values(network.brokers(path), "betweenness")
    assert found == {"b": 0.6667, "c": 0.6667, "a": 0.0, "d": 0.0}


def test_hubs_and_authorities_share_out_one() -> None:
    # Two senders to the same two receivers, and the second to a third: the left singular vector of
    # [[1, 1, 0], [1, 1, 1]] is 1 : (1 + 17^0.5) / 4, and an authority is the sum of its senders' hubs.
    rows = takes(("x", "p"), ("y", "p"), ("x", "q"), ("y", "q"), ("z", "q"))
    hub, authority = (values(network.hubs(graph(rows)), name) for name in ("hub", "authority"))
    ratio = (1 + 17**0.5) / 4
    assert hub["q"] / hub["p"] == pytest.approx(ratio, abs=1e-3)
    assert authority["x"] == authority["y"] == pytest.approx((1 + ratio) / (2 + 3 * ratio), abs=1e-3)
    assert sum(hub.values()) == pytest.approx(1, abs=1e-3)
    assert (hub["x"], authority["p"]) == (0, 0)


def test_two_triangles_with_a_bridge_are_two_communities() -> None:
    rows = takes(("b", "a"), ("c", "b"), ("a", "c"), ("e", "d"), ("f", "e"), ("d", "f"), ("d", "a"))
    found = network.communities(graph(rows))
    assert values(found, "community") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}
    assert set(values(found, "modularity").values()) == {0.3571}  # 6/7 - 1/2


def test_opposite_edges_add_up_in_communities() -> None:
    both_ways = takes(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("b", "c"))
    assert values(network.communities(graph(both_ways)), "modularity")["a"] == 0.3  # 4/5 - 1/2


def test_growth_counts_a_pair_from_its_first_year_for_good() -> None:
    rows = [edge("R", "S", "agreedReceptionFrom", asOf=date(2003, 5, 1))]
    rows += [edge("R", "S", "formerlyAgreedReceptionFrom", asOf=date(2004, 5, 1))]
    rows += [edge("T", "S", "receivedFrom", asOf=date(2001, 1, 1)), *takes(("U", "S"))]
    assert network.growth(graph(rows)).cells == ((2001, 1, 1, 1, 1), (2002, 0, 1, 1, 1), (2003, 1, 2, 1, 2))
    ended = network.growth(graph(rows), relations=("formerlyAgreedReceptionFrom",))
    assert ended.cells == ((2004, 1, 1, 1, 1),)
    assert network.growth(graph([])).cells == ()


@pytest.mark.parametrize("measure", [network.brokers, network.hubs, network.communities, network.roles])
def test_measures_of_nothing_have_no_rows(measure: Any) -> None:
    assert len(measure(graph([]))) == 0
    officials = [edge("person/p", "A", "holds", sourceKind="official")]
    assert len(measure(graph(officials))) == 0
    assert len(measure(graph([*officials, *takes(("a", "b"))]))) == (0 if measure is network.roles else 2)


def test_the_same_store_gives_the_same_rows_whatever_the_order_of_hashes() -> None:
    code = """
from kg import network
from kg.store.build import shipped
net = network.network(shipped(catalogue=False))
print(list(net.edges(data=True)), *(m(net).to_csv() for m in
    (network.roles, network.brokers, network.hubs, network.communities)), sep="\\n")
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "2", "3")
    }
    assert len(outputs) == 1
