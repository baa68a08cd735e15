"""Things and lines out of claims."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.view.facts import Known, short
from kg.view.scene import Card, Edge, EdgeKind, Node, NodeKind
from kg.view.words import Facts, code

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
_NOTES: Final = {
    "AnonymousSource": "unnamed in the article",
    "CollectiveSource": "a group, not named further",
}
_ROLES: Final = {
    "sender": EdgeKind.SENDS,
    "receiver": EdgeKind.RECEIVES,
    "undirectedParty": EdgeKind.TAKES_PART,
}
_PARTIES: Final = {
    "sendingParty": EdgeKind.SENDS,
    "receivingParty": EdgeKind.RECEIVES,
    "party": EdgeKind.TAKES_PART,
}
_STATED: Final = 3  # a stage says more about who sends and who takes in than one movement of people
_MINOR: Final = 3  # a role named this many times less than the other one is not a party's role


class Weave:
    """The picture of claims: every line knows the claims behind it.

    Args:
        known: What the store says.
        cards: The claims to draw, by their ids.
    """

    def __init__(self, known: Known, cards: Mapping[str, Card]) -> None:
        self._known = known
        self._cards = cards
        self._lines: defaultdict[tuple[str, str, EdgeKind], dict[str, None]] = defaultdict(dict)
        self._touch: defaultdict[str, list[str]] = defaultdict(list)
        self._homes = _offices(known, cards)
        self._roles = _roles(known, cards)
        self.nodes: dict[str, Node] = {}
        for claim, each in cards.items():
            for thing in each.things:
                self._thing(thing, each)
            self._claim(claim, known.claims[claim], each)
        self._parties()

    def cards(self) -> Iterator[Card]:
        """The claims, each with all the things of the picture that it touches."""
        for claim, each in self._cards.items():
            things = [thing for thing in each.things if thing in self.nodes]
            yield replace(each, things=tuple(dict.fromkeys((*things, *self._touch[claim]))))

    def edges(self) -> tuple[Edge, ...]:
        """The lines."""
        made = []
        for (source, target, kind), claims in sorted(self._lines.items()):
            deal = source if kind is EdgeKind.RECEIVES else target
            made.append(
                Edge(
                    source=source,
                    target=target,
                    kind=kind,
                    claims=tuple(self._cards[claim].id for claim in claims),
                    deal=deal if kind in _PARTIES.values() else None,
                )
            )
        return tuple(made)

    def _thing(self, thing: str, each: Card | None = None) -> None:
        known = self._known.things[thing]
        kind = _KINDS.get(known.kind)
        if kind is None or thing in self.nodes:
            return
        home, note = self._homes.get(thing, (None, None))
        spoken = each.who if each and each.agent == thing else None
        label = known.label or spoken or thing.rpartition("/")[2]
        self.nodes[thing] = Node(
            id=thing,
            kind=kind,
            label=label,
            title=label,
            code=known.code,
            home=home,
            note=note or _NOTES.get(known.kind),
        )

    def _extra(self, claim: str, node: Node) -> None:
        self.nodes.setdefault(node.id, node)
        self._touch[claim].append(node.id)

    def _line(self, kind: EdgeKind, source: str, target: str, claim: str) -> None:
        if source in self.nodes and target in self.nodes and source != target:
            self._lines[source, target, kind][claim] = None

    def _role(self, kind: EdgeKind, deal: str, country: str, claim: str) -> None:
        ends = (deal, country) if kind is EdgeKind.RECEIVES else (country, deal)
        self._line(kind, *ends, claim)

    def _claim(self, claim: str, facts: Facts, each: Card) -> None:
        def ids(name: str) -> list[str]:
            return [short(value) for value in facts.get(name, ())]

        deal, agent = each.agreement, each.agent
        targets = [deal] if deal else ids("about")
        match each.kind:
            case "status" if deal:
                for name, kind in _ROLES.items():
                    for country in ids(name):
                        self._role(kind, deal, country, claim)
            case "transfer" if deal:
                self._transfer(claim, deal, ids("sender"), ids("receiver"))
                for country in ids("nationality"):
                    self._line(EdgeKind.NATIONALS, country, deal, claim)
            case "office":
                for target in ids("officeCountry") or self._employers(ids("object")):
                    for holder in ids("subject"):
                        self._line(EdgeKind.HOLDS, holder, target, claim)
            case "payment" if not deal:
                for payer in ids("payer"):
                    for payee in ids("payee"):
                        self._line(EdgeKind.PAYS, payer, payee, claim)
            case "statement":
                self._statement(claim, facts, each, targets)
            case "concern" if "topic" in facts:
                self._concern(claim, facts, each, targets)
        if agent and each.kind != "statement" and deal:
            medium = agent in self.nodes and self.nodes[agent].kind is NodeKind.OUTLET
            self._line(EdgeKind.REPORTED if medium else EdgeKind.SPOKE, agent, deal, claim)
        if agent and each.outlet:
            for outlet in ids("outlet"):
                self._line(EdgeKind.TOLD, agent, outlet, claim)

    def _transfer(self, claim: str, deal: str, senders: Sequence[str], receivers: Sequence[str]) -> None:
        """Who sends and who takes in; a movement against a party's role goes on from there, or back."""
        roles = self._roles[deal]
        back = any(roles[c, EdgeKind.RECEIVES] and not roles[c, EdgeKind.SENDS] for c in senders)
        back |= any(roles[c, EdgeKind.SENDS] and not roles[c, EdgeKind.RECEIVES] for c in receivers)
        if back:
            for sender in senders:
                for receiver in receivers:
                    self._line(EdgeKind.ONWARD, sender, receiver, claim)
        else:
            for sender in senders:
                self._role(EdgeKind.SENDS, deal, sender, claim)
            for receiver in receivers:
                self._role(EdgeKind.RECEIVES, deal, receiver, claim)

    def _employers(self, offices: Sequence[str]) -> list[str]:
        found = (self._known.things[office].post_in for office in offices if office in self._known.things)
        bodies = [body for body in found if body]
        for body in bodies:
            self._thing(body)
        return bodies

    def _statement(self, claim: str, facts: Facts, each: Card, targets: Sequence[str]) -> None:
        quote, first = facts.get("quote"), each.evidence[0] if each.evidence else None
        note = facts.get("note")
        words = first.words if first else each.headline
        text = str(note[0]) if note and not (first and first.article) else words
        label = f"“{quote[0]}”" if quote else _snippet(text)
        self._extra(claim, Node(id=claim, kind=NodeKind.STATEMENT, label=label, title=text, home=each.agent))
        for target in targets:
            self._line(EdgeKind.ABOUT, claim, target, claim)
            if each.agent:
                self._line(EdgeKind.SPOKE, each.agent, target, claim)
        if each.agent:
            self._line(EdgeKind.SAID, each.agent, claim, claim)

    def _concern(self, claim: str, facts: Facts, each: Card, targets: Sequence[str]) -> None:
        topic = facts["topic"][0]
        ends = (target.rpartition("/")[2] for target in sorted(targets))
        label = self._known.name(topic)
        node = Node(
            id="/".join(["concern", code(topic), *ends]),
            kind=NodeKind.CONCERN,
            label=label,
            title=f"Concern: {label}",
            home=targets[0] if targets else None,
        )
        self._extra(claim, node)
        for target in targets:
            self._line(EdgeKind.ABOUT, node.id, target, claim)
        if each.agent:
            self._line(EdgeKind.RAISED, each.agent, node.id, claim)

    def _parties(self) -> None:
        """Parties that no claim names in their role still hang on the claims about their deal."""
        about: defaultdict[str, list[str]] = defaultdict(list)
        for claim, each in self._cards.items():
            if each.agreement:
                about[each.agreement].append(claim)
        tied = {frozenset((source, target)) for source, target, _ in self._lines}
        for deal, role, country in self._known.parties:
            moved = self._roles.get(deal, Counter())
            if not about[deal] or frozenset((deal, country)) in tied or any(c == country for c, _ in moved):
                continue
            self._thing(country)
            naming = [claim for claim in about[deal] if country in self._cards[claim].things]
            for claim in naming or about[deal][:1]:
                self._role(_PARTIES[role], deal, country, claim)


def _offices(known: Known, cards: Mapping[str, Card]) -> dict[str, tuple[str | None, str]]:
    """Country and description of the office of each official: the last that the claims name."""
    found: dict[str, tuple[str | None, str]] = {}
    for claim, each in sorted(cards.items(), key=lambda item: (item[1].as_of or "", item[0])):
        if each.kind == "office":
            facts = known.claims[claim]
            home = [short(value) for value in facts.get("officeCountry", ())]
            where = [*map(str, facts.get("organisationName", ())), *map(known.name, home)]
            note = ", ".join([*map(str, facts.get("officeName", ())), *where[:1]])
            for holder in facts.get("subject", ()):
                found[short(holder)] = (home[0] if home else None, note)
    return found


def _roles(known: Known, cards: Mapping[str, Card]) -> defaultdict[str, Counter[tuple[str, EdgeKind]]]:
    """How often each country sends and takes in under each deal; a minor role is left out."""
    counts: defaultdict[str, Counter[tuple[str, EdgeKind]]] = defaultdict(Counter)
    for claim, each in cards.items():
        if each.agreement and each.kind in ("status", "transfer"):
            for name, kind in _ROLES.items():
                for country in known.claims[claim].get(name, ()):
                    counts[each.agreement][short(country), kind] += _STATED if each.kind == "status" else 1
    pair = {EdgeKind.SENDS: EdgeKind.RECEIVES, EdgeKind.RECEIVES: EdgeKind.SENDS}
    for found in counts.values():
        minor = [
            (country, kind)
            for (country, kind), count in found.items()
            if kind in pair and count * _MINOR < found[country, pair[kind]]
        ]
        for key in minor:
            found[key] = 0
    return counts


def _snippet(words: str) -> str:
    return words if len(words) <= _SNIPPET else words[:_SNIPPET].rsplit(" ", 1)[0] + "…"
