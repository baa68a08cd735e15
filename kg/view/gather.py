"""A store -> the scene of a page: things, lines and claims, and which of them to open with."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kg.view.cards import card, sign
from kg.view.facts import Known, Thing, read, short
from kg.view.scene import Card, Edge, EdgeKind, Node, NodeKind, Scene
from kg.view.words import Facts, code

if TYPE_CHECKING:
    from kg.store import Store

TITLE: Final = "Who sends people, who takes them in, and who says so"
OPENING: Final = 40  # things that a reader can take in at one look
_SNIPPET: Final = 60

_KINDS: Final[Mapping[str, NodeKind]] = {
    "Country": NodeKind.COUNTRY,
    "Agreement": NodeKind.AGREEMENT,
    "Official": NodeKind.OFFICIAL,
    "Body": NodeKind.BODY,
    "Outlet": NodeKind.OUTLET,
    "AnonymousSource": NodeKind.SOURCE,
    "CollectiveSource": NodeKind.SOURCE,
    "QuotedPerson": NodeKind.SOURCE,
}
_ROLES: Final = {
    "sendingParty": ("sender", EdgeKind.SENDS),
    "receivingParty": ("receiver", EdgeKind.RECEIVES),
    "party": ("undirectedParty", EdgeKind.TAKES_PART),
}
_STAGED: Final = (EdgeKind.SENDS, EdgeKind.RECEIVES, EdgeKind.TAKES_PART)
_WORDS: Final[Mapping[EdgeKind, str]] = {
    EdgeKind.SENDS: "sends people under",
    EdgeKind.RECEIVES: "takes people to",
    EdgeKind.TAKES_PART: "takes part in",
    EdgeKind.NATIONALS: "has nationals moved under",
    EdgeKind.HOLDS: "holds office for",
    EdgeKind.SPOKE: "spoke about",
    EdgeKind.SAID: "said",
    EdgeKind.ABOUT: "is about",
    EdgeKind.RAISED: "raised",
    EdgeKind.TOLD: "said it to",
    EdgeKind.PAYS: "pays",
}


def gather(store: "Store", *, title: str | None = None, agreements: Sequence[str] = ()) -> Scene:
    """The scene of a store.

    Args:
        store: The store.
        title: Heading of the page.
        agreements: Ids of the agreements to show, such as ``p-usa-rwa``; all if empty.
    """
    known = read(store)
    cards = {claim: card(claim, facts, known) for claim, facts in known.claims.items()}
    if agreements:
        cards = _about(cards, {f"agreement/{name}" for name in agreements})
    weave = _Weave(known, cards)
    nodes = _opening(weave)
    keys = {item.article for each in cards.values() for item in each.evidence if item.article}
    return Scene(
        title=title or TITLE,
        nodes=nodes,
        edges=weave.edges(),
        claims=tuple(sorted(weave.cards(), key=_in_time)),
        articles=tuple(known.articles[key] for key in sorted(keys)),
        labels={sign(name): label for name, label in known.labels.items() if _shown(name)},
    )


def _in_time(each: Card) -> tuple[str, str, int, str]:
    return each.as_of or "", each.kind, each.evidence[0].start or 0, each.id


def _shown(name: str) -> bool:
    return name.startswith(("status/", "factuality/", "mode/", "source/", "time-basis/"))


def _about(cards: Mapping[str, Card], deals: set[str]) -> dict[str, Card]:
    """Claims about some deals, and those on the offices of the people who make them."""
    kept = {claim: each for claim, each in cards.items() if each.agreement in deals}
    people = {each.agent for each in kept.values()}
    offices = {c: e for c, e in cards.items() if e.kind == "office" and people & set(e.things)}
    return {claim: each for claim, each in cards.items() if claim in kept or claim in offices}


class _Weave:
    """Things and lines out of claims."""

    def __init__(self, known: Known, cards: Mapping[str, Card]) -> None:
        self._known = known
        self._cards = dict(cards)
        self._nodes: dict[str, Node] = {}
        self._lines: defaultdict[tuple[str, str, EdgeKind], dict[str, None]] = defaultdict(dict)
        self._touch: defaultdict[str, list[str]] = defaultdict(list)
        self._homes = self._offices()
        for claim, each in self._cards.items():
            facts = known.claims[claim]
            for thing in each.things:
                self._thing(thing, each)
            self._claim(claim, facts, each)
        self._parties()

    def nodes(self) -> dict[str, Node]:
        return self._nodes

    def cards(self) -> Iterator[Card]:
        from dataclasses import replace

        for claim, each in self._cards.items():
            extra = [node for node in self._touch[claim] if node not in each.things]
            things = [thing for thing in each.things if thing in self._nodes]
            yield replace(each, things=(*things, *extra))

    def edges(self) -> tuple[Edge, ...]:
        made = []
        for (source, target, kind), claims in sorted(self._lines.items()):
            deal = source if kind is EdgeKind.RECEIVES else target
            made.append(
                Edge(
                    id=f"{kind} {source} {target}",
                    source=source,
                    target=target,
                    kind=kind,
                    label=_WORDS[kind],
                    claims=tuple(self._cards[claim].id for claim in claims),
                    deal=deal if kind in _STAGED else None,
                )
            )
        return tuple(made)

    def _offices(self) -> dict[str, tuple[str | None, str]]:
        """Country and description of the office of each official: the last that the claims name."""
        found: dict[str, tuple[str | None, str]] = {}
        for claim, each in sorted(self._cards.items(), key=lambda item: (item[1].as_of or "", item[0])):
            if each.kind == "office":
                facts = self._known.claims[claim]
                home = [short(value) for value in facts.get("officeCountry", ())]
                where = [*map(str, facts.get("organisationName", ())), *map(self._known.name, home)]
                office = str(facts["officeName"][0])
                note = f"{office}, {where[0]}" if where else office
                found[short(facts["subject"][0])] = (home[0] if home else None, note)
        return found

    def _thing(self, thing: str, each: Card) -> None:
        known = self._known.things[thing]
        kind = _KINDS.get(known.kind)
        if kind is None or thing in self._nodes:
            return
        home, note = self._homes.get(thing, (None, None))
        label = known.label or (each.who if each.agent == thing else None) or thing.rpartition("/")[2]
        self._nodes[thing] = Node(
            id=thing,
            kind=kind,
            label=label,
            title=label,
            code=known.code,
            home=home,
            note=note or _private(known),
        )

    def _line(self, kind: EdgeKind, source: str, target: str, claim: str) -> None:
        if source in self._nodes and target in self._nodes and source != target:
            self._lines[source, target, kind][claim] = None

    def _claim(self, claim: str, facts: Facts, each: Card) -> None:
        def ids(name: str) -> list[str]:
            return [short(value) for value in facts.get(name, ())]

        deal, agent = each.agreement, each.agent
        targets = [deal] if deal else ids("about")
        if each.kind in ("status", "transfer") and deal:
            for role, (name, kind) in _ROLES.items():
                for country in ids(name):
                    ends = (deal, country) if role == "receivingParty" else (country, deal)
                    self._line(kind, *ends, claim)
            for country in ids("nationality"):
                self._line(EdgeKind.NATIONALS, country, deal, claim)
        if each.kind == "office":
            for target in ids("officeCountry") or self._employers(ids("object")):
                self._line(EdgeKind.HOLDS, ids("subject")[0], target, claim)
        if each.kind == "payment" and not deal:
            for payer in ids("payer"):
                for payee in ids("payee"):
                    self._line(EdgeKind.PAYS, payer, payee, claim)
        if each.kind == "statement":
            self._statement(claim, facts, each, targets)
        if each.kind == "concern":
            self._concern(claim, facts, each, targets)
        if agent and each.kind != "statement" and deal:
            self._line(EdgeKind.SPOKE, agent, deal, claim)
        if agent and each.outlet:
            for outlet in ids("outlet"):
                self._line(EdgeKind.TOLD, agent, outlet, claim)

    def _employers(self, offices: Sequence[str]) -> list[str]:
        found = (self._known.things[office].post_in for office in offices if office in self._known.things)
        bodies = [body for body in found if body]
        for body in bodies:
            self._thing(body, next(iter(self._cards.values())))
        return bodies

    def _statement(self, claim: str, facts: Facts, each: Card, targets: Sequence[str]) -> None:
        quote = facts.get("quote")
        words = each.evidence[0].words
        label = f"“{quote[0]}”" if quote else _snippet(words)
        self._extra(claim, claim, NodeKind.STATEMENT, label, words, each.agent)
        for target in targets:
            self._line(EdgeKind.ABOUT, claim, target, claim)
            if each.agent:
                self._line(EdgeKind.SPOKE, each.agent, target, claim)
        if each.agent:
            self._line(EdgeKind.SAID, each.agent, claim, claim)

    def _concern(self, claim: str, facts: Facts, each: Card, targets: Sequence[str]) -> None:
        topic = facts["topic"][0]
        node = "/".join(["concern", code(topic), *(t.rpartition("/")[2] for t in sorted(targets))])
        label = self._known.name(topic)
        title = f"Concern: {label}"
        self._extra(claim, node, NodeKind.CONCERN, label, title, targets[0] if targets else None)
        for target in targets:
            self._line(EdgeKind.ABOUT, node, target, claim)
        if each.agent:
            self._line(EdgeKind.RAISED, each.agent, node, claim)

    def _extra(self, claim: str, node: str, kind: NodeKind, label: str, title: str, home: str | None) -> None:
        self._nodes.setdefault(node, Node(id=node, kind=kind, label=label, title=title, home=home))
        self._touch[claim].append(node)

    def _parties(self) -> None:
        """Parties that no claim names in that role still hang on the claims about their deal."""
        about: defaultdict[str, list[str]] = defaultdict(list)
        for claim, each in self._cards.items():
            if each.agreement:
                about[each.agreement].append(claim)
        for deal, role, country in self._known.parties:
            if deal not in self._nodes or not about[deal]:
                continue
            if country not in self._nodes:
                self._thing(country, self._cards[about[deal][0]])
            kind = _ROLES[role][1]
            ends = (deal, country) if kind is EdgeKind.RECEIVES else (country, deal)
            sided = any((*pair, k) in self._lines for k, pair in _sides(deal, country))
            if (*ends, kind) not in self._lines and not (kind is EdgeKind.TAKES_PART and sided):
                naming = [claim for claim in about[deal] if country in self._cards[claim].things]
                for claim in naming or about[deal][:1]:
                    self._line(kind, *ends, claim)


def _sides(deal: str, country: str) -> tuple[tuple[EdgeKind, tuple[str, str]], ...]:
    return (EdgeKind.SENDS, (country, deal)), (EdgeKind.RECEIVES, (deal, country))


def _is_deal(node: Node) -> bool:
    return node.kind is NodeKind.AGREEMENT


def _private(thing: Thing) -> str | None:
    notes = {"AnonymousSource": "unnamed in the article", "CollectiveSource": "a group, not named further"}
    return notes.get(thing.kind)


def _snippet(words: str) -> str:
    return words if len(words) <= _SNIPPET else words[:_SNIPPET].rsplit(" ", 1)[0] + "…"


def _opening(weave: _Weave) -> tuple[Node, ...]:
    """All things, best-supported first; those beyond the first look are kept back.

    Deals come in with their parties, then the people and sources tied to what is there; statements and
    concerns follow whatever they hang on, for the page shows them only when asked.
    """
    from dataclasses import replace

    nodes = weave.nodes()
    near: defaultdict[str, set[str]] = defaultdict(set)
    weight: defaultdict[str, int] = defaultdict(int)
    for edge in weave.edges():
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
        for end in (edge.source, edge.target):
            weight[end] += len(edge.claims)
    order = sorted(nodes, key=lambda id: (not _is_deal(nodes[id]), -weight[id], id))
    quiet = (NodeKind.STATEMENT, NodeKind.CONCERN)
    loud = [id for id in order if nodes[id].kind not in quiet]
    opening: set[str] = set()
    for id in loud:
        countries = {other for other in near[id] if nodes[other].kind is NodeKind.COUNTRY}
        wanted = {id, *countries} if _is_deal(nodes[id]) else {id} if near[id] & opening else set()
        if len(opening | wanted) <= OPENING:
            opening |= wanted
    opening |= {id for id in order if nodes[id].kind in quiet and near[id] <= opening}
    return tuple(replace(nodes[id], start=id in opening) for id in order)
