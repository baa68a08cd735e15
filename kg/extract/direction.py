"""Who sends people to whom in a text: votes of its movements, which fill the ends that a clause leaves out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract import syntax
from kg.extract.events import Move
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """What a whole text tells of direction.

    Args:
        senders: Votes for each country as the one that sends.
        receivers: Votes for each country as the one that takes in.
        pairs: Votes for sender and receiver together.
        carriers: For each country, words of the text that show its part.
        swaps: Pairs between whom people move both ways.
        taken: Votes of pairs from movements worded as taking in.
        sent: Votes of pairs from movements worded as sending.
        clauses: Sender and receiver by number of the sentence that names both.
    """

    senders: Counter[str] = field(default_factory=Counter)
    receivers: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    carriers: dict[str, Ref] = field(default_factory=dict)
    swaps: frozenset[frozenset[str]] = frozenset()
    clauses: dict[int, tuple[str, str]] = field(default_factory=dict)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    sent: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def sender(self) -> str | None:
        """The country that mostly sends, or None where two do as much."""
        return _top(Counter({c: n - self.receivers[c] for c, n in self.senders.items()}))

    @property
    def receiver(self) -> str | None:
        """The country that mostly takes in, or None."""
        return _top(Counter({c: n - self.senders[c] for c, n in self.receivers.items()}))

    @property
    def main(self) -> tuple[str, str] | None:
        """Sender and receiver of the deal that the text is mostly about."""
        sender, receiver = self.sender, self.receiver
        best = _top(self.pairs)
        if best is not None:
            return best
        return (sender, receiver) if sender and receiver and sender != receiver else None

    def of_form(self, form: str) -> tuple[str, str] | None:
        """Sender and receiver of movements worded as ``take`` or else as sending; the main ones where none is."""
        return _top(self.taken if form == "take" else self.sent) or self.main

    def orient(self, one: str, other: str) -> tuple[str, str] | None:
        """Two parties as sender and receiver, or None where the text does not tell."""
        if frozenset((one, other)) in self.swaps:
            return None
        score = self.pairs[one, other] - self.pairs[other, one]
        if score:
            return (one, other) if score > 0 else (other, one)
        lean = {c: self.senders[c] - self.receivers[c] for c in (one, other)}
        if lean[one] != lean[other] and max(lean.values()) >= 0 and min(lean.values()) <= 0:
            return (one, other) if lean[one] > lean[other] else (other, one)
        return None


def _top(votes: "Counter[_T]") -> "_T | None":
    ranked = [item for item in votes.most_common(2) if item[1] > 0]
    if not ranked or len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0]


def find_directions(reading: Reading, moves: Iterable[Move]) -> Directions:
    """Counts who sends and who takes in, over all movements of a text."""
    moves = tuple(moves)
    senders: Counter[str] = Counter()
    receivers: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    carriers: dict[str, Ref] = {}
    for move in moves:
        if reading.doc[move.trigger].lemma_.lower() in words("movement.kept") and not move.sending:
            continue
        early = 3 if reading.article.sentence_at(reading.doc[move.trigger].idx) <= 3 else 1
        back = (
            move.form == "bring"
            or reading.doc[move.trigger].lemma_.lower() in ("return", "repatriate")
            and not move.sending
        )
        weight = 1 if back else 2 * early
        for ref in (*move.sending, *move.receiving):
            if ref.how in (None, "sent"):
                carriers.setdefault(ref.code, ref)
        if move.form == "bring":
            for sending in move.sending:
                for receiving in move.receiving:
                    pairs[receiving.code, sending.code] += 1
                    senders[receiving.code] += 1
                    receivers[sending.code] += 1
        if back:
            continue
        for sending in move.sending:
            senders[sending.code] += weight + (sending.how in (None, "sent"))
        for receiving in move.receiving:
            receivers[receiving.code] += weight + (receiving.how is None)
        for sending in move.sending:
            for receiving in move.receiving:
                if sending.code != receiving.code:
                    pairs[sending.code, receiving.code] += early * (
                        2 if None in (sending.how, receiving.how) else 1
                    )
    _from_phrases(reading, senders, receivers, carriers)
    _from_deals(reading, moves, senders, receivers, pairs, carriers)
    if not senders and receivers:
        _from_context(reading, senders, receivers, pairs)
    swaps = _swaps(reading) | _both_ways(reading, moves)
    taken: Counter[tuple[str, str]] = Counter()
    sent: Counter[tuple[str, str]] = Counter()
    for move in moves:
        if (
            move.form != "bring"
            and move.sending
            and move.receiving
            and move.sending[0].code != move.receiving[0].code
        ):
            (taken if move.form == "take" else sent)[move.sending[0].code, move.receiving[0].code] += 1
    clauses = {
        reading.article.sentence_at(reading.doc[m.trigger].idx): (m.sending[0].code, m.receiving[0].code)
        for m in reversed(moves)
        if m.sending and m.receiving and m.form != "bring"
    }
    return Directions(
        clauses=clauses,
        taken=taken,
        sent=sent,
        senders=senders,
        receivers=receivers,
        pairs=pairs,
        carriers=carriers,
        swaps=swaps,
    )


def _from_deals(
    reading: Reading,
    moves: Iterable[Move],
    senders: "Counter[str]",
    receivers: "Counter[str]",
    pairs: "Counter[tuple[str, str]]",
    carriers: dict[str, Ref],
) -> None:
    """Who pays whom, and who signs with whom to remove people: the payer, and who removes, sends."""
    doc = reading.doc

    def vote(sending: list[Ref], receiving: list[Ref]) -> None:
        for ref in (*sending[:1], *receiving[:1]):
            carriers.setdefault(ref.code, ref)
        for ref in sending[:1]:
            senders[ref.code] += 2
        for ref in receiving[:1]:
            receivers[ref.code] += 2
        if sending and receiving and sending[0].code != receiving[0].code:
            pairs[sending[0].code, receiving[0].code] += 1

    for token in doc:
        if (
            syntax.is_verb(token)
            and (
                syntax.lemma(token) in ("pay", "compensate", "reimburse")
                or syntax.lemma(token) in ("hand", "give", "offer", "provide", "send")
                and any(t.ent_type_ == "MONEY" for t in token.subtree)
            )
            and not syntax.passive(token)
        ):
            subject = syntax.subject(token)
            payee = [
                r
                for c in token.children
                if c.dep_ in ("dative", "dobj", "npadvmod")
                for r in countries_of(reading, c)
            ]
            payee += [r for o in syntax.prepositional(token, "to") for r in countries_of(reading, o)]
            if subject is not None and payee:
                vote(countries_of(reading, subject), payee)
        if token.lemma_.lower() not in words("deals.paper") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        owned = [r for c in token.children if c.dep_ == "poss" for r in countries_of(reading, c)]
        named = [
            Ref(code=p.code, start=p.start, end=p.end, form=p.form)
            for c in token.children
            if c.dep_ in ("compound", "amod", "nmod")
            and (p := reading.place_at.get(c.i))
            and p.form == "name"
        ]
        if owned and named:
            vote(owned, named)
            continue
        partners = [
            r
            for host in (token, token.head)
            for o in syntax.prepositional(host, "with")
            for r in countries_of(reading, o)
        ]
        subject = syntax.subject(token.head) if syntax.is_verb(token.head) else None
        actors = countries_of(reading, subject) if subject is not None else []
        if len(actors) == 2 and not partners:
            actors, partners = actors[:1], actors[1:]
        if not (actors and partners) or actors[0].code == partners[0].code:
            continue
        lean = {a.code: senders[a.code] - receivers[a.code] for a in (actors[0], partners[0])}
        if (
            lean[actors[0].code] * lean[partners[0].code] <= 0
            and lean[actors[0].code] != lean[partners[0].code]
        ):
            vote(
                *((actors, partners) if lean[actors[0].code] > lean[partners[0].code] else (partners, actors))
            )
        purpose = next(
            (
                m
                for m in moves
                if m.trigger > token.i
                and token.sent.start <= m.trigger < token.sent.end
                and not m.sending
                and not m.receiving
                and doc[m.trigger].lemma_.lower() in words("movement.move-nouns") | words("movement.send")
            ),
            None,
        )
        kind = next(
            (
                c
                for c in token.children
                if c.dep_ in ("compound", "amod", "nmod") and c.lemma_.lower() in words("deals.one-way")
            ),
            None,
        )
        if purpose is not None:
            vote(actors, partners)
        elif kind is not None:
            usual = words("deals.usual-senders")
            if (actors[0].code in usual) != (partners[0].code in usual):
                vote(*((actors, partners) if actors[0].code in usual else (partners, actors)))


def _from_context(
    reading: Reading, senders: "Counter[str]", receivers: "Counter[str]", pairs: "Counter[tuple[str, str]]"
) -> None:
    """Where only receivers are told: the one other country of the text, or the usual sender that it names most."""
    named = Counter(p.code for p in reading.places if p.code not in receivers)
    usual = Counter({code: n for code, n in named.items() if code in words("deals.usual-senders")})
    sender = _top(usual) or (next(iter(named)) if len(named) == 1 else None)
    if sender is None:
        return
    senders[sender] += 1
    for receiver in receivers:
        pairs[sender, receiver] += 1


def _from_phrases(
    reading: Reading, senders: "Counter[str]", receivers: "Counter[str]", carriers: dict[str, Ref]
) -> None:
    """ "US deportees", "the Rwanda scheme", "reception centre in Rwanda": nouns that give a part away."""
    doc = reading.doc
    for place in reading.places:
        head = doc[place.end - 1].head
        early = 2 if reading.article.sentence_at(doc[place.start].idx) <= 3 else 1
        ref = Ref(code=place.code, start=place.start, end=place.end, form=place.form)
        token = doc[place.end - 1]
        if head.lemma_.lower() in ("deportee", "expellee") and token.dep_ in ("compound", "amod", "nmod"):
            senders[place.code] += 2
            carriers.setdefault(place.code, ref)
        near = doc[max(place.start - 5, token.sent.start) : place.start]
        if (
            token.dep_ == "pobj"
            and head.lower_ == "in"
            and any(t.lemma_.lower() in words("movement.sites") for t in near)
        ):
            receivers[place.code] += 2 * early
            carriers.setdefault(place.code, ref)
            verb = next((h for h in syntax.climb(token) if syntax.is_verb(h)), None)
            subject = syntax.subject(verb) if verb is not None and not syntax.passive(verb) else None
            for actor in countries_of(reading, subject)[:1] if subject is not None else []:
                if actor.code != place.code and actor.how is None:
                    senders[actor.code] += 2 * early
                    carriers.setdefault(actor.code, actor)
        elif (
            head.lemma_.lower() in words("deals.paper")
            and token.dep_ in ("compound", "amod", "nmod")
            and place.form == "name"
            and place.code not in senders
        ):
            receivers[place.code] += 1
        owner = syntax.owner(head) if head.lemma_.lower() in words("deals.proposed-nouns") else None
        if owner is not None and owner.i == token.i:
            senders[place.code] += 1


def _both_ways(reading: Reading, moves: Iterable[Move]) -> frozenset[frozenset[str]]:
    """Pairs with movements out and in, none of which brings people back."""
    seen = {
        (s.code, r.code)
        for m in moves
        if m.form != "bring"
        and reading.doc[m.trigger].lemma_.lower()
        not in ("return", "repatriate", "readmit", "arrive", "leave", "come")
        for s in m.sending
        for r in m.receiving
    }
    return frozenset(frozenset(pair) for pair in seen if pair[::-1] in seen and pair[0] != pair[1])


def _swaps(reading: Reading) -> frozenset[frozenset[str]]:
    """Parties of schemes in which people move both ways, by the words that say so."""
    text = reading.article.text
    lower = text.lower()
    found = set()
    for phrase in words("deals.two-way"):
        start = lower.find(phrase)
        while start >= 0:
            number = reading.article.sentence_at(start)
            codes = {
                p.code
                for p in reading.places
                if abs(reading.article.sentence_at(reading.doc[p.start].idx) - number) <= 1
            }
            if len(codes) == 2:
                found.add(frozenset(codes))
            start = lower.find(phrase, start + 1)
    return frozenset(found)
