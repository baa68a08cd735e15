"""The deal that a text is about where its movements do not tell: by heading and lede, by who holds people."""

from collections import Counter
from dataclasses import replace

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.votes import named_of

_EARLY = 3  # sentences: heading, kicker or dateline, lede
_WEIGHT = 20
_EVACUATING = frozenset(("evacuate", "evacuation", "evacuee"))


def parties_told(reading: Reading, directions: Directions) -> Directions:
    """The votes as they tell of parties: places where another holds people are none."""
    directions = _guarding(reading, headed(reading, directions))
    if (main := directions.main) is None or main[0] in words("deals.usual-senders"):
        return directions
    place = main[0]
    if _evacuated(reading):
        return _without(directions, place, None)
    usual = words("deals.usual-senders") - {"EU", main[1]}
    ranked = named_of(reading, usual).most_common(2)
    clear = ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    if not clear or not _held_in(reading, place):
        return directions
    return _without(directions, place, ranked[0][0])


def _evacuated(reading: Reading) -> bool:
    """As in "UNHCR evacuated 80 refugees from Libya to Rwanda": no state sends them."""
    bodies = any(t.lower_ in ("unhcr", "iom", "un", "u.n.") for t in reading.doc)
    return bodies and sum(t.lemma_.lower() in _EVACUATING for t in reading.doc) > 1


def _held_in(reading: Reading, code: str) -> bool:
    """As in "refugees held on Nauru", "the centre in Port Moresby"."""
    doc = reading.doc
    for place in reading.places:
        if place.code != code or doc[place.end - 1].dep_ != "pobj" or place.start == 0:
            continue
        if doc[place.start - 1].lower_ in ("on", "in") and any(
            t.lemma_.lower() in words("movement.sites") or t.lemma_.lower() in words("movement.kept")
            for t in syntax.climb(doc[place.end - 1])
        ):
            return True
    return False


def _without(directions: Directions, place: str, sender: str | None) -> Directions:
    """The votes with a sender in the stead of a place, or with none."""

    def moved(pair: tuple[str, str]) -> tuple[str, str] | None:
        if place not in pair:
            return pair
        return (sender, pair[1]) if pair[0] == place and sender not in (None, pair[1]) else None

    pairs: Counter[tuple[str, str]] = Counter()
    for pair, number in directions.pairs.items():
        if (told := moved(pair)) is not None:
            pairs[told] += number
    senders = Counter(directions.senders)
    votes = senders.pop(place, 0)
    if sender is not None:
        senders[sender] += votes
    clauses = {at: told for at, pair in directions.clauses.items() if (told := moved(pair)) is not None}
    return replace(
        directions, senders=senders, pairs=pairs, clauses=clauses, held=place, unsent=sender is None
    )


def _guarding(reading: Reading, directions: Directions) -> Directions:
    """As in "the Libyan coast guard": a state that keeps people from leaving is sent nobody by partners."""
    doc = reading.doc
    guards = set()
    for place in reading.places:
        behind = doc.text_of(place.end, place.end + 3).lower().replace("-", " ")
        if behind.removeprefix("'s ").removeprefix("’s ").startswith(("coast guard", "coastguard")):
            guards.add(place.code)
    guards -= words("deals.usual-senders")
    others = {p.code for p in reading.places} & words("deals.usual-senders")
    pairs = frozenset(frozenset((guard, other)) for guard in guards for other in others)
    return replace(directions, swaps=directions.swaps | pairs) if pairs else directions


def headed(reading: Reading, directions: Directions) -> Directions:
    """The votes with the pair of heading and lede on top, where the main pair is not of theirs."""
    usual = words("deals.usual-senders")
    main = directions.main
    early = {
        p.code: p
        for p in reversed((*reading.places, *reading.leaders))
        if p.form != "demonym" and reading.article.sentence_at(reading.doc[p.start].idx) < _EARLY
    }
    if main is not None and main[0] != "EU" and main[1] not in usual and {"EU", main[1]} <= set(early):
        named = Counter(p.code for p in reading.places)
        if named["EU"] >= named[main[0]]:
            return _raised(reading, directions, ("EU", main[1]))  # a deal of all, beside a member's own
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
