"""Who sends people to whom in a text: votes of its movements, which fill the ends that a clause leaves out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract import syntax
from kg.extract.events import Move
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref

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
    """

    senders: Counter[str] = field(default_factory=Counter)
    receivers: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    carriers: dict[str, Ref] = field(default_factory=dict)
    swaps: frozenset[frozenset[str]] = frozenset()

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
    senders: Counter[str] = Counter()
    receivers: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    carriers: dict[str, Ref] = {}
    for move in moves:
        back = move.form == "bring" or reading.doc[move.trigger].lemma_.lower() in ("return", "repatriate") and not move.sending
        weight = 1 if back else 2
        for ref in (*move.sending, *move.receiving):
            if ref.how in (None, "sent"):
                carriers.setdefault(ref.code, ref)
        if back:
            continue
        for sending in move.sending:
            senders[sending.code] += weight + (sending.how in (None, "sent"))
        for receiving in move.receiving:
            receivers[receiving.code] += weight + (receiving.how is None)
        for sending in move.sending:
            for receiving in move.receiving:
                if sending.code != receiving.code:
                    pairs[sending.code, receiving.code] += 2 if None in (sending.how, receiving.how) else 1
    _from_phrases(reading, senders, receivers, carriers)
    swaps = _swaps(reading)
    return Directions(senders=senders, receivers=receivers, pairs=pairs, carriers=carriers, swaps=swaps)


def _from_phrases(reading: Reading, senders: "Counter[str]", receivers: "Counter[str]", carriers: dict[str, Ref]) -> None:
    """"US deportees", "the Rwanda scheme", "reception centre in Rwanda": nouns that give a part away."""
    doc = reading.doc
    for place in reading.places:
        head = doc[place.end - 1].head
        ref = Ref(code=place.code, start=place.start, end=place.end, form=place.form)
        token = doc[place.end - 1]
        if head.lemma_.lower() in ("deportee", "expellee") and token.dep_ in ("compound", "amod", "nmod"):
            senders[place.code] += 2
            carriers.setdefault(place.code, ref)
        near = doc[max(place.start - 5, token.sent.start) : place.start]
        if token.dep_ == "pobj" and head.lower_ == "in" and any(t.lemma_.lower() in words("movement.sites") for t in near):
            receivers[place.code] += 2
            carriers.setdefault(place.code, ref)
        elif head.lemma_.lower() in words("deals.paper") and token.dep_ in ("compound", "amod", "nmod") and place.form == "name" and place.code not in senders:
            receivers[place.code] += 1
        owner = syntax.owner(head) if head.lemma_.lower() in words("deals.proposed-nouns") else None
        if owner is not None and owner.i == token.i:
            senders[place.code] += 1


def _swaps(reading: Reading) -> frozenset[frozenset[str]]:
    """Parties of schemes in which people move both ways, by the words that say so."""
    text = reading.article.text
    lower = text.lower()
    found = set()
    for phrase in words("deals.two-way"):
        start = lower.find(phrase)
        while start >= 0:
            number = reading.article.sentence_at(start)
            codes = {p.code for p in reading.places if abs(reading.article.sentence_at(reading.doc[p.start].idx) - number) <= 1}
            if len(codes) == 2:
                found.add(frozenset(codes))
            start = lower.find(phrase, start + 1)
    return frozenset(found)
