"""The parties of a deal from the countries that its clause names, the rest filled from the text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.direction import Directions
from kg.extract.leaning import is_similar, only_pair, usual_sender
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.told import Sides
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_CONTEXT: Final = "document deal"


def fill(directions: Directions, code: str | None, reading: Reading) -> tuple[Ref, ...]:
    """A country that the clause does not name, by the words of the text that show it; () where none do."""
    if code is None:
        return ()
    ref = directions.carriers.get(code)
    if ref is not None:
        return (Ref(code=code, start=ref.start, end=ref.end, how=_CONTEXT),)
    place = next((p for p in (*reading.places, *reading.leaders) if p.code == code), None)
    if place is not None:
        return (Ref(code=code, start=place.start, end=place.end, how=_CONTEXT),)
    office = next((o for o in reading.offices if o.country == code), None)
    return (Ref(code=code, start=office.start, end=office.end, how="office"),) if office else ()


def by_names(
    reading: Reading,
    actors: list[Ref],
    partners: list[Ref],
    directions: Directions,
    *,
    status: Status,
    generic: bool,
    token: "Token",
) -> Iterator[Sides]:
    """Sides of the deal between the countries that a clause names, one pair after the other."""
    refs = list({r.code: r for r in (*actors, *partners)}.values())
    similar = is_similar(token)
    usual = words("deals.usual-senders")
    alone = len(refs) == 1 and refs[0].code in usual and token.lemma_.lower() not in ("be", "exist", "have")
    if similar and alone and status in (Status.PROPOSED, Status.REJECTED):
        yield Sides(sending=(refs[0],))
        return
    if similar and alone and directions.receiver and directions.sender not in (None, refs[0].code):
        yield Sides(sending=(refs[0],), receiving=fill(directions, directions.receiver, reading))
        return
    if (
        similar
        and directions.sender
        and refs
        and directions.sender not in {r.code for r in refs}
        and not (len(refs) == 2 and any(r.code in usual for r in refs))
    ):
        for ref in refs:
            yield Sides(sending=fill(directions, directions.sender, reading), receiving=(ref,))
        return
    if len(refs) == len(actors) > 1 and (sender := _common_sender(refs, directions)) is not None:
        for ref in refs:  # "Guatemala and Honduras signed theirs", in a text on whom a third state sends
            yield Sides(sending=fill(directions, sender, reading), receiving=(ref,))
        return
    if len(refs) == 2:
        sides = _pair(refs[0], refs[1], directions, similar=similar)
        if status is Status.REJECTED and sides.parties and len(actors) == 1 == len(partners):
            sides = Sides(sending=(partners[0],), receiving=(actors[0],))
        yield sides
    elif len(refs) > 2:
        core = partners if len(actors) > 1 and len(partners) == 1 else actors if len(actors) == 1 else None
        others = [r for r in refs if core is None or r.code != core[0].code]
        if core is None:
            hub = next((r for r in refs if r.code == directions.sender), refs[0])
            others = [r for r in refs if r.code != hub.code]
            core = [hub]
        if status is Status.REJECTED and core is partners:
            yield from (Sides(sending=(core[0],), receiving=(other,)) for other in others)
            return
        for other in others:
            asked = (
                status is Status.PROPOSED
                and directions.senders[core[0].code] > directions.receivers[core[0].code]
            )
            yield (
                Sides(sending=(core[0],), receiving=(other,))
                if asked
                else _pair(core[0], other, directions, similar=similar)
            )
    elif len(refs) == 1:
        yield from _single(reading, refs[0], directions, status=status, generic=generic)
    elif (
        main := directions.clauses.get(reading.article.sentence_at(token.idx)) or directions.main
    ) is not None:
        if frozenset(main) in directions.swaps:
            yield Sides(parties=fill(directions, main[0], reading) + fill(directions, main[1], reading))
        elif generic and status in (Status.TALKS, Status.PROPOSED):
            yield Sides(sending=fill(directions, main[0], reading))
        else:
            yield Sides(
                sending=fill(directions, main[0], reading), receiving=fill(directions, main[1], reading)
            )
    elif len(directions.swaps) == 1:
        [swap] = directions.swaps
        yield Sides(parties=tuple(r for code in sorted(swap) for r in fill(directions, code, reading)))
    elif (pair := only_pair(reading)) is not None:
        yield _pair(pair[0], pair[1], directions)


def _common_sender(refs: list[Ref], directions: Directions) -> str | None:
    """Who sends to each of several countries that have no deal with each other."""
    usual = words("deals.usual-senders")
    codes = {r.code for r in refs}
    if codes & usual or directions.sender not in usual or frozenset(codes) in directions.swaps:
        return None
    among = any(directions.pairs[one, other] for one in codes for other in codes if one != other)
    return None if among else directions.sender


def _pair(one: Ref, other: Ref, directions: Directions, *, similar: bool = False) -> Sides:
    oriented = directions.orient(one.code, other.code)
    if oriented is None and similar and directions.sender in (one.code, other.code):
        oriented = (one.code, other.code) if one.code == directions.sender else (other.code, one.code)
    if oriented is None:
        return Sides(parties=(one, other))
    first, second = (one, other) if oriented[0] == one.code else (other, one)
    return Sides(sending=(first,), receiving=(second,))


def _single(
    reading: Reading, ref: Ref, directions: Directions, *, status: Status, generic: bool
) -> Iterator[Sides]:
    as_sender, as_receiver = directions.senders[ref.code], directions.receivers[ref.code]
    if directions.unsent and ref.code not in words("deals.usual-senders"):
        yield Sides(receiving=(ref,))
        return
    swapped = next((s for s in directions.swaps if ref.code in s), None)
    own = directions.main is None or ref.code not in directions.main or frozenset(directions.main) == swapped
    if swapped is not None and own:
        other = next(c for c in swapped if c != ref.code)
        yield Sides(parties=(ref, *fill(directions, other, reading)))
        return
    if generic and ref.code in words("deals.usual-senders"):
        yield Sides(sending=(ref,))
        return
    main = directions.main
    if (
        main is not None
        and ref.code == "EU"
        and "EU" not in main
        and main[1] not in words("deals.usual-senders")
    ):
        yield from (_pair(ref, other, directions) for other in fill(directions, main[1], reading))
        return  # "the wider deal with the European Union", beside a member's own
    habitual = usual_sender(reading, directions)
    usual = words("deals.usual-senders")
    if (
        ref.code not in usual
        and habitual in usual
        and (as_sender > as_receiver or habitual != directions.sender)
    ):
        yield Sides(sending=fill(directions, habitual, reading), receiving=(ref,))
        return
    sends = as_sender > as_receiver or (main is not None and main[0] == ref.code)
    if sends or (status is Status.PROPOSED and as_sender >= as_receiver):
        if generic or status is Status.PROPOSED:
            yield Sides(sending=(ref,))
            return
        partners = {r for (s, r) in directions.pairs if s == ref.code}
        code = partners.pop() if len(partners) == 1 else directions.receiver
        if code is None and (pair := only_pair(reading)) is not None and ref.code in {p.code for p in pair}:
            yield _pair(pair[0], pair[1], directions)
            return
        yield Sides(sending=(ref,), receiving=fill(directions, code, reading) if code != ref.code else ())
        return
    sender = usual_sender(reading, directions)
    known = [s for (s, r), _ in directions.pairs.most_common() if r == ref.code]
    code = known[0] if known else sender
    if code is None and (pair := only_pair(reading)) is not None and ref.code in {p.code for p in pair}:
        yield _pair(pair[0], pair[1], directions)
        return
    if status not in (Status.WILLING, Status.REJECTED, Status.PROPOSED, Status.TALKS) and not as_receiver:
        if code is not None and code != ref.code and (filled := fill(directions, code, reading)):
            yield _pair(ref, filled[0], directions)
        return
    yield Sides(sending=fill(directions, code, reading) if code != ref.code else (), receiving=(ref,))
