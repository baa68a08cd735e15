"""The deal that heading and lede are about, where the movements of the body speak of another."""

from collections import Counter
from dataclasses import replace

from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref

_EARLY = 3  # sentences: heading, kicker or dateline, lede
_WEIGHT = 20


def headed(reading: Reading, directions: Directions) -> Directions:
    """The votes with the pair of heading and lede on top, where the main pair is not of theirs."""
    usual = words("deals.usual-senders")
    main = directions.main
    early = {
        p.code: p
        for p in reversed((*reading.places, *reading.leaders))
        if p.form != "demonym" and reading.article.sentence_at(reading.doc[p.start].idx) < _EARLY
    }
    if main is not None and set(main) <= set(early) and main[1] != "EU":
        backward = main[0] not in usual and main[1] in usual - {"EU"} and main in directions.taken
        if backward:
            return _turned(directions, main) if directions.moving else directions
        rivals = [n for (_, taker), n in directions.pairs.items() if taker == main[1]]
        return (
            directions
            if directions.pairs[main] >= max(rivals, default=0)
            else _raised(reading, directions, main)
        )
    lean = {c: directions.senders[c] - directions.receivers[c] for c in early}
    takers = {c for c in early if lean[c] < 0 and c not in usual}
    takers = takers or {c for c in early if lean[c] < 0 and c != "EU"}
    senders = {c for c in early if lean[c] > 0} or {c for c in early if c in usual and lean[c] >= 0}
    if len(takers) != 1 or len(senders) != 1 or takers == senders:
        return directions
    return _raised(reading, directions, (*senders, *takers))


def _raised(reading: Reading, directions: Directions, pair: tuple[str, ...]) -> Directions:
    sender, taker = pair
    carriers = dict(directions.carriers)
    for code in pair:
        place = next(p for p in (*reading.places, *reading.leaders) if p.code == code)
        carriers.setdefault(code, Ref(code=code, start=place.start, end=place.end, form=place.form))
    return replace(
        directions,
        senders=directions.senders + Counter({sender: _WEIGHT}),
        receivers=directions.receivers + Counter({taker: _WEIGHT}),
        pairs=directions.pairs + Counter({(sender, taker): _WEIGHT}),
        carriers=carriers,
    )


def _turned(directions: Directions, main: tuple[str, str]) -> Directions:
    """A state that has made such deals takes nobody in from one that has not: the votes were misread."""
    one, other = main
    pairs = Counter(directions.pairs)
    pairs[other, one] += pairs.pop(main, 0)
    senders, receivers = Counter(directions.senders), Counter(directions.receivers)
    senders[other], receivers[other] = senders[one] + receivers[other], senders[other]
    receivers[one], senders[one] = receivers[one] + _WEIGHT, 0
    return replace(directions, pairs=pairs, senders=senders, receivers=receivers)
