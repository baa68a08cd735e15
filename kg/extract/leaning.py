"""Which way a deal goes where its clause does not tell: by its owner, by the deals told before, by habit."""

from typing import TYPE_CHECKING

from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.partners import owners
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.told import Sides, Told
from kg.extract.votes import named_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def usual_sender(reading: Reading, directions: Directions) -> str | None:
    """The sender of the text, else the one state named most that has made deals to send people away."""
    usual = words("deals.usual-senders")
    if directions.unsent or directions.sender in usual:
        return directions.sender
    ranked = named_of(reading, usual).most_common(2)
    clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) and ranked[0][0] != "EU"
    if not clear or not directions.moving or (directions.sender is not None and ranked[0][1] < 2):
        return directions.sender
    return ranked[0][0]


def owner_of(reading: Reading, deal: "Token | None") -> Ref | None:
    """As in "Norway's arrangement with": who has the deal, plan or scheme."""
    found = owners(reading, deal) if deal is not None else []
    return found[0] if len(found) == 1 else None


def lean(
    sides: Sides,
    owner: Ref | None,
    deal: "Token | None",
    directions: Directions,
    told: Told,
    *,
    moved: bool = False,
) -> Sides:
    """Two parties as sender and receiver where something tells, and as parties where all deals are so."""
    pair = sides.pair
    if len(pair) != 2 or pair in directions.swaps:
        return sides
    if _backward(sides, directions):
        sides = Sides(sending=sides.receiving, receiving=sides.sending)
    if not sides.parties and (_for_work(deal, sides) or (not moved and _untold(sides, directions))):
        return Sides(parties=tuple(sorted((ref for _, ref in sides.refs()), key=lambda r: r.code)))
    known = any(frozenset(p) == pair for p in directions.pairs)
    first = told.first()
    alike = directions.working or "EU" in pair or len(pair & words("deals.usual-senders")) != 1
    if first is not None and first.parties and alike and first.pair & pair and first.pair in directions.swaps:
        refs = tuple(ref for _, ref in sides.refs())
        return sides if known else Sides(parties=tuple(sorted(refs, key=lambda r: r.code)))
    if not sides.parties or not directions.moving:
        return sides
    usual = words("deals.usual-senders")
    both = pair <= usual or not pair & usual
    if owner is not None and owner.code in pair and both and "EU" not in pair:
        other = tuple(r for r in sides.parties if r.code != owner.code)
        return Sides(sending=(owner,), receiving=other)
    return sides


def _backward(sides: Sides, directions: Directions) -> bool:
    """A clause read against what the whole text tells: it is the usual sender that sends, all else says."""
    if not sides.sending or not sides.receiving:
        return False
    sender, receiver = sides.sending_codes[0], sides.receiving_codes[0]
    usual = words("deals.usual-senders")
    if sender in usual or receiver not in usual or receiver == "EU":
        return False
    return directions.pairs[receiver, sender] > directions.pairs[sender, receiver]


def _for_work(deal: "Token | None", sides: Sides) -> bool:
    """As in "mobility agreement", "security pact": no state of the usual ones sends anybody by it."""
    if deal is None or not words("deals.usual-senders").intersection(sides.sending_codes):
        return False
    before = {c.lemma_.lower() for c in deal.children if c.i < deal.i}
    return bool(before & words("deals.for-work", "deals.policing")) and not before & words("deals.one-way")


def _untold(sides: Sides, directions: Directions) -> bool:
    """A deal of the European Union with a state, where no movement of the text goes from one to the other."""
    if sides.sending_codes != ("EU",):
        return False
    pair = ("EU", sides.receiving_codes[0])
    return not directions.sent[pair] and not directions.taken[pair]


def is_similar(token: "Token") -> bool:
    """As in "a similar deal": like the one that the text is about."""
    return any(
        t.lower_ in ("similar", "comparable", "same", "such", "like")
        and t.head.lemma_.lower() in words("deals.deal")
        for t in token.sent
    )


def two_before(reading: Reading, subject: "Token", known: set[str]) -> list[Ref]:
    """The two countries named last before "both"."""
    found: dict[str, Ref] = {}
    for place in reversed(reading.places):
        if place.end <= subject.i and place.form in ("name", "demonym") and place.code not in known:
            ref = Ref(code=place.code, start=place.start, end=place.end, how="coreference", form=place.form)
            found.setdefault(place.code, ref)
    return list(found.values())[:2]


def only_pair(reading: Reading) -> tuple[Ref, ...] | None:
    """The two countries that a text names most, where nothing tells a direction."""
    counts: dict[str, int] = {}
    for place in reading.places:
        counts[place.code] = counts.get(place.code, 0) + 1
    ranked = sorted(counts, key=lambda c: -counts[c])[:3]
    if len(ranked) < 2 or (len(ranked) == 3 and counts[ranked[1]] == counts[ranked[2]] < 2):
        return None
    found = []
    for code in ranked[:2]:
        place = next(p for p in reading.places if p.code == code)
        found.append(Ref(code=code, start=place.start, end=place.end, how="document deal"))
    return tuple(found)
