"""Who sends people to whom in a text: votes of its movements; they fill ends that a clause leaves out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.extract import syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.once import lazy
from kg.extract.openings import opening_pair
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import Ref
from kg.extract.swaps import both_ways, find_swaps, for_workers
from kg.extract.votes import from_context, from_deals, from_phrases, top


@dataclass(frozen=True, kw_only=True)
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
        moving: Whether the text speaks of people sent or taken in at all.
        working: Whether one of the swaps is a deal that also lets workers in.
        clauses: Sender and receiver by number of the sentence that names both.
        held: A place where people are held for another, or whence a body of the UN brings them: no party.
        unsent: Whether no state sends the people of the text.
    """

    senders: Counter[str] = field(default_factory=Counter)
    receivers: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    carriers: dict[str, Ref] = field(default_factory=dict)
    swaps: frozenset[frozenset[str]] = frozenset()
    moving: bool = False
    clauses: dict[int, tuple[str, str]] = field(default_factory=dict)
    working: bool = False
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    sent: Counter[tuple[str, str]] = field(default_factory=Counter)
    held: str | None = None
    unsent: bool = False

    @lazy
    def sender(self) -> str | None:
        """The country that mostly sends, or None where two do as much."""
        return top({c: n - self.receivers[c] for c, n in self.senders.items()})

    @lazy
    def receiver(self) -> str | None:
        """The country that mostly takes in, or None."""
        return top({c: n - self.senders[c] for c, n in self.receivers.items()})

    @lazy
    def main(self) -> tuple[str, str] | None:
        """Sender and receiver of the deal that the text is mostly about."""
        sender, receiver = self.sender, self.receiver
        best = top(self.pairs)
        if best is not None and sender is not None and self.senders[best[0]] < self.senders[sender]:
            best = top({pair: n for pair, n in self.pairs.items() if pair[0] == sender})
        if best is not None and not (self.pairs[best] <= 2 and self._outvoted(best[1])):
            return best
        return (sender, receiver) if sender and receiver and sender != receiver else None

    def _outvoted(self, receiver: str) -> bool:
        """Whether another country is much more often the one that takes in."""
        lean = {c: n - self.senders[c] for c, n in self.receivers.items()}
        return max(lean.values(), default=0) > 2 * max(lean.get(receiver, 0), 1)

    def of_form(self, form: str) -> tuple[str, str] | None:
        """Sender and receiver of movements worded as ``take``, or else as sending; else the main ones."""
        best, main = top(self.taken if form == "take" else self.sent), self.main
        if best is None or (main is not None and self.senders[best[0]] < self.senders[main[0]]):
            return main
        return best

    def sender_to(self, receiver: str) -> str | None:
        """Who mostly sends to a country; else who mostly sends at all."""
        known = [s for (s, r), _ in self.pairs.most_common() if r == receiver]
        return known[0] if known else self.sender

    def only_receiver(self, sender: str) -> str | None:
        """The one country that a sender sends to, or None where there are several or none."""
        known = {r for (s, r) in self.pairs if s == sender}
        if not known and self.main is not None and self.main[0] == sender:
            return self.main[1]
        return known.pop() if len(known) == 1 else None

    def orient(self, one: str, other: str) -> tuple[str, str] | None:
        """Two parties as sender and receiver, or None where the text does not tell."""
        if frozenset((one, other)) in self.swaps:
            return None
        score = self.pairs[one, other] - self.pairs[other, one]
        if score:
            return (one, other) if score > 0 else (other, one)
        lean = {c: self.senders[c] - self.receivers[c] for c in (one, other)}
        if lean[one] != lean[other] and max(lean.values()) >= 0 > min(lean.values()):
            leaning = (one, other) if lean[one] > lean[other] else (other, one)
            habit = words("deals.usual-senders")
            if leaning[1] == "EU":
                return None  # who sends people home is not thereby one that sends them to the Union
            if self.senders[leaning[0]] or leaning[0] in habit or leaning[1] not in habit:
                return leaning  # else a state that takes people in from others here may send them elsewhere
        usual = [c for c in (one, other) if c in words("deals.usual-senders") and c != "EU"]
        if len(usual) == 1:
            return (usual[0], other if usual[0] == one else one)
        return None


def _sent_back(reading: Reading, move: Move) -> bool:
    """As in "Algiers sends deportees back to Paris": the deal's movement goes the other way."""
    usual = words("deals.usual-senders")
    return (
        move.form == "send"
        and any(c.lower_ == "back" for c in reading.doc[move.trigger].children)
        and bool(move.sending and move.receiving)
        and move.receiving[0].code in usual
        and move.sending[0].code not in usual
    )


def _against_the_stream(move: Move) -> bool:
    """As in "took 43 migrants to Italy from centres in Albania": a way back, not the deal's way."""
    usual = words("deals.usual-senders")
    return (
        move.form == "send"
        and bool(move.receiving)
        and move.receiving[0].code in usual
        and not any(ref.code in usual for ref in move.sending)
    )


def _on_their_own(move: Move) -> bool:
    """As in "who reach Britain in boats", "for everyone it takes in": no part of what a usual sender does."""
    goals = {ref.code for ref in move.receiving if move.form == "arrive" or ref.how == "coreference"}
    return (
        move.form in ("arrive", "take")
        and not move.sending
        and bool(goals)
        and goals <= words("deals.usual-senders")
    )


def _joined(reading: Reading, moves: Iterable[Move]) -> Iterator[tuple[Ref, Ref]]:
    """As in "the men removed from Sweden have reached Kenya": start and goal in one clause."""
    goals = {m.trigger: m.receiving[0] for m in moves if m.receiving and not m.sending and m.form != "bring"}
    for move in moves:
        if move.form != "send" or not move.sending or move.receiving:
            continue
        above = next((h.i for h in syntax.climb(reading.doc[move.trigger]) if h.i in goals), None)
        if above is not None and goals[above].code != move.sending[0].code:
            yield move.sending[0], goals[above]


def _relays(moves: Iterable[Move]) -> dict[str, Ref]:
    """Hosts to which a usual sender has sent people, and that sender: "it had sent them to Nauru"."""
    usual = words("deals.usual-senders")
    return {
        host.code: sender
        for move in moves
        if move.form == "send"
        for sender in move.sending
        for host in move.receiving
        if sender.code in usual and host.code not in usual
    }


def find_directions(reading: Reading, moves: Iterable[Move]) -> Directions:
    """Counts who sends and who takes in, over all movements of a text."""
    moves = tuple(moves)
    senders: Counter[str] = Counter()
    receivers: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    carriers: dict[str, Ref] = {}
    relays = _relays(moves)
    for move in moves:
        if reading.doc[move.trigger].lemma_.lower() in words("movement.kept") and not (
            move.sending or (move.persons and setting(reading.doc[move.trigger]).reality is Reality.PLANNED)
        ):
            continue
        people = reading.doc[move.people] if move.people is not None else None
        if people is not None and people.lower_ == "anyone" and any(r.how for r in move.receiving):
            continue  # "it would not take anyone" tells of no way that people go
        early = 3 if reading.article.sentence_at(reading.doc[move.trigger].idx) <= 3 else 1
        back = move.form == "bring" or (
            reading.doc[move.trigger].lemma_.lower() in ("return", "repatriate") and not move.sending
        )
        if _sent_back(reading, move):
            pairs[move.receiving[0].code, move.sending[0].code] += 1
            continue
        if _against_the_stream(move) or _on_their_own(move):
            continue
        early = 1 if any(c.lower_ == "back" for c in reading.doc[move.trigger].children) else early
        weight = 1 if back else 2 * early
        for ref in (*move.sending, *move.receiving):
            if ref.how in (None, "sent"):
                carriers.setdefault(ref.code, ref)
        if move.form == "bring":
            usual = words("deals.usual-senders")
            for sending in move.sending:
                for receiving in move.receiving:
                    if sending.code in usual and receiving.code not in usual:  # "took back its own from Oslo"
                        pairs[sending.code, receiving.code] += 1
                        senders[sending.code] += 1
                        receivers[receiving.code] += 1
                        continue
                    pairs[receiving.code, sending.code] += 1
                    senders[receiving.code] += 1
                    receivers[sending.code] += 1
        if back:
            continue
        if (
            move.sending
            and not move.receiving
            and len(move.nationality) == 1
            and move.nationality[0] != move.sending[0].code
        ):
            home = move.nationality[0]
            if any(p.code == home and p.form in ("name", "capital") for p in reading.places):
                pairs[move.sending[0].code, home] += 1
                receivers[home] += 1
        if not move.sending and move.form == "take":
            for ref in move.origin:
                if ref.code in words("deals.usual-senders") and ref.code not in move.nationality:
                    senders[ref.code] += 1
                    carriers.setdefault(ref.code, ref)
        passed_on = relays.get(move.sending[0].code) if move.form == "take" and move.sending else None
        if passed_on is not None and move.receiving and move.receiving[0].code != passed_on.code:
            move = replace(move, sending=(passed_on,))  # "New Zealand is to take 150 men held on Nauru"
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
    for sending, receiving in _joined(reading, moves):
        early = 3 if reading.article.sentence_at(reading.doc[sending.start].idx) <= 3 else 1
        pairs[sending.code, receiving.code] += early
    from_phrases(reading, senders, receivers, carriers)
    from_deals(reading, moves, senders, receivers, pairs, carriers)
    # Of several that take people in, the text is about the one it names most.
    named = Counter(p.code for p in reading.places if p.form in ("name", "capital"))
    for code in receivers:
        receivers[code] += min(named[code], 4)
    if not senders and receivers:
        from_context(reading, senders, receivers, pairs)
    working = for_workers(reading)
    swaps = find_swaps(reading) | working | both_ways(reading, moves)
    opening_pair(reading, senders, receivers, pairs, carriers, swaps)
    taken: Counter[tuple[str, str]] = Counter()
    sent: Counter[tuple[str, str]] = Counter()
    for move in moves:
        if (
            move.form != "bring"
            and move.sending
            and move.receiving
            and not _sent_back(reading, move)
            and move.sending[0].code != move.receiving[0].code
        ):
            (taken if move.form == "take" else sent)[move.sending[0].code, move.receiving[0].code] += 1
    clauses = {
        reading.article.sentence_at(reading.doc[m.trigger].idx): (m.sending[0].code, m.receiving[0].code)
        for m in reversed(moves)
        if m.sending and m.receiving and m.form != "bring"
    }
    telling = words("movement.telling", "deals.one-way", "movement.sites", "movement.people")
    return Directions(
        moving=bool(moves) or any(t.lemma_.lower() in telling for t in reading.doc),
        working=bool(working),
        clauses=clauses,
        taken=taken,
        sent=sent,
        senders=senders,
        receivers=receivers,
        pairs=pairs,
        carriers=carriers,
        swaps=swaps,
    )
