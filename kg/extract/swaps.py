"""Pairs of countries between whom people move both ways, by movements or by the words that say so."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def both_ways(reading: Reading, moves: Iterable[Move]) -> frozenset[frozenset[str]]:
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


def exchanged(reading: Reading) -> frozenset[frozenset[str]]:
    """As in "42 were returned to France and 23 admitted to Britain": out and in, told in one breath."""
    found = set()
    for verb in reading.doc.verbs:
        if not syntax.keys(verb) & words("movement.send"):
            continue
        goals = _goals(reading, verb)
        for other in verb.children:
            taking = syntax.keys(other) & words("movement.take") - words("movement.kept")
            if not goals or other.dep_ != "conj" or not taking:
                continue
            subject = syntax.subject(verb) if not syntax.passive(verb) else None
            doers = [r.code for r in countries_of(reading, subject)] if subject is not None else []
            home = _goals(reading, other) or doers
            if home and home[0] != goals[0]:
                found.add(frozenset((home[0], goals[0])))
    return frozenset(found)


def in_exchange(reading: Reading) -> frozenset[frozenset[str]]:
    """As in "40 were taken in by Sweden in exchange", between two states that send people away."""
    usual = words("deals.usual-senders")
    found = set()
    for verb in reading.doc.verbs:
        turn = [o for o in syntax.prepositional(verb, "in") if o.lower_ in ("exchange", "return")]
        if not turn or list(turn[0].children) or syntax.keys(verb).isdisjoint(words("movement.take")):
            continue
        home = _goals(reading, verb)[:1]
        named = Counter(p.code for p in reading.places if p.form != "demonym" and p.code not in home)
        others = [code for code, _ in named.most_common(1)]
        if home and others and {*home, *others} <= usual:
            found.add(frozenset((*home, *others)))
    return frozenset(found)


def _goals(reading: Reading, verb: "Token") -> list[str]:
    apart = {t.i for c in verb.children if c.dep_ == "conj" for t in c.subtree}
    ends = (
        reading.place_at.get(t.i)
        for t in verb.subtree
        if t.dep_ == "pobj" and t.head.lower_ in ("to", "into") and t.i > verb.i and t.i not in apart
    )
    return [p.code for p in ends if p is not None]


def find_swaps(reading: Reading) -> frozenset[frozenset[str]]:
    """Parties of schemes in which people move both ways, by the words that say so."""
    text = reading.article.text
    lower = text.lower()
    found = set()
    for phrase in sorted(words("deals.two-way", "deals.two-way-among-equals")):
        start = lower.find(phrase)
        while start >= 0:
            number = reading.article.sentence_at(start)
            apart = phrase == "swap" and (_of_prisoners(lower, start) or _given_for(lower, start))
            if apart or (phrase == "each other" and not _moved_between(lower, start)):
                start = lower.find(phrase, start + 1)
                continue
            named = Counter(p.code for p in reading.places if p.form != "demonym")
            codes = {
                p.code
                for p in reading.places
                if abs(reading.article.sentence_at(reading.doc[p.start].idx) - number) <= 1
            }
            here = {
                p.code
                for p in reading.places
                if reading.article.sentence_at(reading.doc[p.start].idx) == number
            }
            codes = {c for c in (here if len(here) == 2 else codes) if named[c]}
            if phrase in words("deals.two-way-among-equals"):
                pair = _equals(codes, named)
            else:
                pair = set([code for code, _ in named.most_common() if code in codes][:2])
            if len(pair) == 1 and phrase.startswith("one"):
                pair |= {next((c for c, _ in named.most_common() if c not in pair), *pair)}
            if len(pair) == 2:
                found.add(frozenset(pair))
            start = lower.find(phrase, start + 1)
    return frozenset(found) | exchanged(reading) | in_exchange(reading)


def _equals(near: set[str], named: Counter[str]) -> set[str]:
    """Two states that send people away: those near the words, else the two that the text is mostly about."""
    usual = words("deals.usual-senders")
    pair = near & usual
    if len(pair) != 2 and len(near) != 2:
        pair = {code for code, _ in named.most_common(2)}
    return pair if pair <= usual else set()


def _moved_between(lower: str, start: int) -> bool:
    """As in "to each other", "each other's nationals", not "blame each other"."""
    behind = lower[start + len("each other") :][:2]
    return behind in ("'s", "’s") or lower[max(start - 6, 0) : start].split()[-1:] in (["to"], ["from"])


def _of_prisoners(lower: str, start: int) -> bool:
    """As in "in a swap for ten Americans", "a prisoner swap": no scheme that goes on."""
    before, after = lower[max(start - 40, 0) : start].split(), lower[start : start + 12].split()
    kinds = ("prisoner", "prisoners", "hostage", "hostages", "inmate", "detainee", "currency", "debt", "land")
    exchange = after[1:2] == ["for"] and "in" in before[-3:]
    return exchange or bool(before and before[-1] in kinds)


def _given_for(lower: str, start: int) -> bool:
    """As in "loans were swapped for returns": one thing for another, and no people both ways."""
    return lower[start:].split(maxsplit=2)[1:2] == ["for"]


def for_workers(reading: Reading) -> frozenset[frozenset[str]]:
    """The parties told of in a deal that lets workers in: they go home, or people are taken back."""
    found = set()
    for sent in reading.doc.sents:
        text = sent.text.lower()
        circular = "circular migration" in text
        if not circular and not any(phrase in text for phrase in words("deals.labour")):
            continue
        lemmas = {t.lemma_.lower() for t in sent}
        codes = {p.code for p in reading.places if sent.start <= p.start < sent.end}
        back = any(w in text for w in ("take back", "send home", "send back", "taken back", "sent home"))
        back = back or bool(lemmas & {"return", "readmit", "readmission", "deportation"})
        if len(codes) == 2 and lemmas & words("deals.paper") and (back or circular):
            found.add(frozenset(codes))
    return frozenset(found)
