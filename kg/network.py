"""The graph as a network of countries, officials and agreements, and measures of it.

The edges are those of the graph, in its direction, and each rests on claims:

=============================================================  ============================================
edge                                                           says
=============================================================  ============================================
agreement -> country: ``sendingParty``, ``receivingParty``,    who takes part in it, and how
``party``
country -> country: ``negotiatesReceptionFrom``,               how the first stands to taking people from
``offersReceptionFrom``, ``agreedReceptionFrom``,              the second
``formerlyAgreedReceptionFrom``, ``receivedFrom``
country -> country: ``paymentTo``                              the first paid the second
official -> agreement or country: ``spokeAbout``               what a statement is about
official -> country: ``holds``                                 whose office it is; the label names the post
=============================================================  ============================================

A node is an id such as ``country/RWA``. It has ``kind`` (country, official, agreement) and ``label``; a
country has ``code`` (ISO 3166-1 alpha-3), an agreement ``status``: its stage on the latest word, joined by
" / " where the latest differ, "" where no stage is claimed.

The key of an edge is its relation. It has ``label``; ``claims`` (ids, in the order of time) with ``who`` and
``words`` beside each (a catalogue fact has the address of a source in place of words); ``agreements`` (ids);
``status`` (the latest stage among its claims, or ""); ``since`` (the first day of the first, or "").

Every measure gives rows, greatest value first, and the same rows for the same graph. A measure describes what
has been written about the world, not the world: a country that news and records neglect has few edges.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kg.query import Rows, run
from kg.query.rows import label
from kg.query.table import plain
from kg.rdf.iris import ID
from kg.store.terms import Iri

if TYPE_CHECKING:
    from networkx import DiGraph, Graph, MultiDiGraph

    from kg.store import Store

    Network: TypeAlias = MultiDiGraph[str]
    Countries: TypeAlias = DiGraph[str]

RECEPTION: Final = (
    "negotiatesReceptionFrom",
    "offersReceptionFrom",
    "agreedReceptionFrom",
    "receivedFrom",
    "formerlyAgreedReceptionFrom",
)
"""The relations of a country that takes people, or may, to the country that sends them."""

ROLES: Final = {"sendingParty": "sends", "receivingParty": "receives", "party": "takesPart"}
"""The relations of an agreement to its parties, and what the party does."""

_DIGITS: Final = 4  # beyond these, measures of a network of this size are noise


def network(store: "Store", *, on: date | str | None = None) -> "Network":
    """The network of all that a store holds.

    Args:
        store: The store.
        on: Leave out what claims say of later days; everything counts by default.

    Raises:
        QueryError: ``on`` is no date.
    """
    graph = from_rows(run(store, "network-edges", **({"on": on} if on else {})))
    stages: dict[str, list[str]] = {}
    for row in run(store, "status-as-of", on=on or date.max):
        stages.setdefault(label(row["agreement"]), []).append(str(row["status"]))
    for node, data in graph.nodes(data=True):
        if data["kind"] == "agreement":
            data["status"] = " / ".join(stages.get(node, ()))
    return graph


def from_rows(rows: Iterable[Mapping[str, Any]]) -> "Network":
    """The network of the answer to the question ``network-edges``; agreements have no ``status`` yet."""
    from networkx import MultiDiGraph

    graph: Network = MultiDiGraph()
    for row in rows:
        ends = [label(row["source"]), label(row["target"])]
        for node, end in zip(ends, ("source", "target"), strict=True):
            graph.add_node(node, kind=row[f"{end}Kind"], label=row[f"{end}Label"])
            if row[f"{end}Kind"] == "country":
                graph.nodes[node]["code"] = node.rpartition("/")[2]
        source, target = ends
        key = str(row["relation"])
        if not graph.has_edge(source, target, key):
            since = row["asOf"].isoformat() if row["asOf"] else ""
            graph.add_edge(
                source, target, key, label=row["label"], since=since, status="",
                claims=(), who=(), words=(), agreements=(),
            )  # fmt: skip
        edge = graph.edges[source, target, key]
        claim = label(row["claim"]).removeprefix("claim/")
        if claim in edge["claims"]:
            continue
        edge["claims"] += (claim,)
        edge["who"] += (row["who"],)
        edge["words"] += (row["words"],)
        edge["status"] = row["status"] or edge["status"]
        agreement = row["agreement"] and label(row["agreement"])
        if agreement and agreement not in edge["agreements"]:
            edge["agreements"] += (agreement,)
    return graph


def part(graph: "Network", rows: Rows) -> "Network":
    """The part of a network that some rows speak of.

    Those are the edges that rest on the claims in the rows; where there are none in them, the edges of the
    agreements, countries and officials in the rows.
    """
    from networkx import MultiDiGraph

    named = {label(cell) for row in rows.cells for cell in row if isinstance(cell, Iri)}
    claims = {name.removeprefix("claim/") for name in named if name.startswith("claim/")}
    found: Network = MultiDiGraph()
    for source, target, key, data in graph.edges(keys=True, data=True):
        if claims.intersection(data["claims"]) if claims else named & {source, target, *data["agreements"]}:
            for node in (source, target):
                found.add_node(node, **graph.nodes[node])
            found.add_edge(source, target, key, **data)
    return found


def flat(graph: "Network") -> "Network":
    """A copy in which every attribute is plain text, as GraphML, GEXF and Gephi want it.

    Ids are joined by a space, names and words by " | "; control characters are left out. An edge has its
    ``relation`` too.
    """
    found = graph.copy()
    for *_, key, data in found.edges(keys=True, data=True):
        data["relation"] = key
        for name in ("claims", "agreements"):
            data[name] = " ".join(data[name])
        for name in ("who", "words"):
            data[name] = plain(" | ".join(data[name]))
    return found


def countries(graph: "Network", *, relations: Collection[str] = RECEPTION) -> "Countries":
    """The network among countries alone, each edge from the sender to the receiver.

    Its nodes keep their attributes. Its edges have ``relations``, ``agreements`` and ``claims`` (tuples),
    ``since`` (the first day of the first claim, or "") and ``weight``: the number of agreements behind the
    edge, at least 1.

    Args:
        graph: The network.
        relations: Which of :data:`RECEPTION` count: ``("receivedFrom",)`` leaves only where people came.
    """
    from networkx import DiGraph

    found: Countries = DiGraph()
    for receiver, sender, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if key not in relations:
            continue
        for node in (receiver, sender):
            found.add_node(node, **graph.nodes[node])
        if not found.has_edge(sender, receiver):
            found.add_edge(sender, receiver, relations=(), agreements=(), claims=(), since="", weight=1)
        edge = found.edges[sender, receiver]
        edge["since"] = min(filter(None, (edge["since"], data["since"])), default="")
        edge["relations"] += (key,)
        for name in ("agreements", "claims"):
            edge[name] = tuple(dict.fromkeys((*edge[name], *data[name])))
        edge["weight"] = max(1, len(edge["agreements"]))
    return found


def roles(graph: "Network") -> Rows:
    """Degree by role: in how many agreements each country sends, receives, or takes part without direction.

    ``agreements`` counts each agreement once; a country may send and receive under the same one. Degree as
    in L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978/79).
    """
    found: dict[str, dict[str, set[str]]] = {}
    for agreement, country, key in graph.edges(keys=True):
        if key in ROLES:
            found.setdefault(country, {name: set() for name in ROLES})[key].add(agreement)
    values = {}
    for country, by_role in found.items():
        directed = by_role["sendingParty"] | by_role["receivingParty"]
        by_role["party"] -= (
            directed  # the graph says "party" of senders and receivers too, where a source does
        )
        values[country] = (len(directed | by_role["party"]), *(len(by_role[key]) for key in ROLES))
    return _rows(graph, ("agreements", *ROLES.values()), values)


def brokers(graph: "Network", *, relations: Collection[str] = RECEPTION) -> Rows:
    """Betweenness: how often a country lies on the shortest way between two others, from 0 to 1.

    Ways go over :func:`countries` without regard to direction, each pair weighing the same. ``partners``
    is the number of countries it is tied to. L. C. Freeman, "A set of measures of centrality based on
    betweenness", Sociometry 40 (1977); computed after U. Brandes, Journal of Mathematical Sociology 25
    (2001).
    """
    from networkx import betweenness_centrality

    among = countries(graph, relations=relations).to_undirected()
    values = {node: (value, among.degree(node)) for node, value in betweenness_centrality(among).items()}
    return _rows(graph, ("betweenness", "partners"), values)


def hubs(graph: "Network", *, relations: Collection[str] = RECEPTION) -> Rows:
    """Hubs and authorities: who sends to sought-after receivers, and who receives from busy senders.

    Over :func:`countries`, with the weight of its edges; the hub values add up to 1, and so do the authority
    values. Where the network falls apart, its densest part takes it all. J. M. Kleinberg, "Authoritative
    sources in a hyperlinked environment", Journal of the ACM 46 (1999).
    """
    from networkx import hits

    among = countries(graph, relations=relations)
    if not among:
        return _rows(graph, ("hub", "authority"), {})
    hub, authority = hits(among, nstart=dict.fromkeys(among, 1.0))  # a fixed start: the same answer each time
    return _rows(graph, ("hub", "authority"), {node: (hub[node], authority[node]) for node in among})


def communities(graph: "Network", *, relations: Collection[str] = RECEPTION) -> Rows:
    """Communities: groups of countries with more agreements among themselves than chance would give.

    Numbered from 1, the largest first. ``modularity``, the same in every row, says how clear-cut the division
    is: below about 0.3 it means little. Over :func:`countries` without direction, with its weights; greedy
    search after A. Clauset, M. E. J. Newman and C. Moore, Physical Review E 70 (2004) 066111.
    """
    from networkx.algorithms.community import greedy_modularity_communities, modularity

    numbered, names = _numbered(countries(graph, relations=relations))
    if not names:
        return _rows(graph, ("community", "modularity"), {})
    found = greedy_modularity_communities(numbered, weight="weight")
    groups = sorted(map(set, found), key=lambda group: (-len(group), min(group)))
    quality = modularity(numbered, groups)
    values = {names[n]: (number, quality) for number, group in enumerate(groups, 1) for n in group}
    return _rows(graph, ("community", "modularity"), values, ascending=True)


def growth(graph: "Network", *, relations: Collection[str] = RECEPTION) -> Rows:
    """How the network grew: for each year the new pairs of countries, and all there had been by its end.

    A pair is a sender and a receiver; it counts from the first day of its first claim, and for good: a deal
    that ended still took place. ``senders`` and ``receivers`` are numbers of countries. Pairs without a date
    are left out.
    """
    dated = [
        (int(data["since"][:4]), sender, receiver)
        for sender, receiver, data in countries(graph, relations=relations).edges(data=True)
        if data["since"]
    ]
    years = [year for year, _, _ in dated]
    cells = []
    for year in range(min(years, default=1), max(years, default=0) + 1):
        ends = [(sender, receiver) for when, sender, receiver in dated if when <= year]
        senders, receivers = ({pair[end] for pair in ends} for end in (0, 1))
        cells.append((year, years.count(year), len(ends), len(senders), len(receivers)))
    return Rows(columns=("year", "newPairs", "pairs", "senders", "receivers"), cells=tuple(cells))


def _numbered(among: "Countries") -> tuple["Graph[int]", list[str]]:
    """Without direction, opposite edges added up; nodes by number, for sets of text have no fixed order."""
    from networkx import Graph

    names = sorted(among)
    summed: Graph[int] = Graph()
    summed.add_nodes_from(range(len(names)))
    for source, target, data in among.edges(data=True):
        ends = names.index(source), names.index(target)
        before = summed.edges[ends]["weight"] if summed.has_edge(*ends) else 0
        summed.add_edge(*ends, weight=before + data["weight"])
    return summed, names


def _rows(
    graph: "Network",
    columns: tuple[str, ...],
    values: Mapping[str, tuple[float, ...]],
    *,
    ascending: bool = False,
) -> Rows:
    rounded = {node: tuple(round(value, _DIGITS) + 0 for value in row) for node, row in values.items()}
    order = sorted(rounded, key=lambda n: ([v if ascending else -v for v in rounded[n]], n))
    cells = [(graph.nodes[node]["label"], *rounded[node], Iri(ID + node)) for node in order]
    return Rows(columns=("country", *columns, "id"), cells=tuple(cells))
