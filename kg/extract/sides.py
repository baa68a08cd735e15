"""The parties of a deal as a clause gives them, with what it leaves out filled from the rest of the text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.leaning import lean, owner_of, usual_sender
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.parties import also_did, is_generic, named_parties
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.told import Sides, Told
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_CONTEXT: Final = "document deal"
_BY_ORGAN: Final = (Status.RATIFIED, Status.SIGNED, Status.CONTESTED)


def sides_of(
    reading: Reading,
    token: "Token",
    deal: "Token | None",
    move: Move | None,
    directions: Directions,
    told: Told,
    *,
    status: Status,
) -> Iterator[Sides]:
    """The parties of the deal whose stage a word tells, one after the other where it names several deals."""
    actors, partners = named_parties(reading, token, deal, status)
    if move is None and (pointed := told.pointed(token, deal)):
        doers = {r.code for r in (*actors, *partners)}
        if all(doers <= sides.pair for sides in pointed):
            yield from pointed
            return
    generic = is_generic(reading, token)
    owner = owner_of(reading, deal)
    named = {r.code for r in (*actors, *partners)}
    if (
        move is not None
        and len(named) == 2
        and not {r.code for r in (*move.sending, *move.receiving)} <= named
    ):
        move = None  # "its agreement with Cambodia to resettle refugees held on Nauru": places, no parties
    subject = syntax.subject(token) if syntax.is_verb(token) else None
    if subject is not None and subject.lower_ == "both" and len(named) == 1:
        actors = [*_two_before(reading, subject, named), *also_did(reading, token)]
    if status is Status.PROPOSED and syntax.passive(token) and partners and not actors:
        sender = usual_sender(reading, directions)
        yield Sides(sending=_fill(directions, sender, reading), receiving=tuple(partners))
        return
    if move is not None and not (move.sending or move.receiving or partners) and status in _BY_ORGAN:
        move = None
    found = (
        _by_move(reading, move, actors, partners, directions, status=status, generic=generic, owner=owner)
        if move is not None
        else _by_names(reading, actors, partners, directions, status=status, generic=generic, token=token)
    )
    for sides in found:
        yield lean(sides, owner, directions, told)


def _fill(directions: Directions, code: str | None, reading: Reading) -> tuple[Ref, ...]:
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


def _by_move(
    reading: Reading,
    move: Move,
    actors: list[Ref],
    partners: list[Ref],
    directions: Directions,
    *,
    status: Status,
    generic: bool,
    owner: Ref | None,
) -> Iterator[Sides]:
    sending, receiving = list(move.sending), list(move.receiving)
    if owner is not None and not sending and {r.code for r in receiving} == {owner.code}:
        sending, receiving = [owner], _goals(reading, move, owner)
    if move.form == "take" and _merely_places(sending, receiving, directions):
        sending = list(_fill(directions, directions.sender, reading))
    if reading.doc[move.trigger].lemma_.lower() == "resettle" and actors and partners:
        sending, receiving = actors, partners
    taken = {r.code for r in receiving}
    if move.form in ("take", "bring") or (move.form == "noun" and receiving and not sending):
        if (status is Status.PROPOSED and not receiving) or (
            status is Status.PROPOSED and actors and taken and taken != {a.code for a in actors}
        ):
            sending = sending or actors
        elif not receiving:
            receiving = [a for a in actors if a.code not in {s.code for s in sending}]
        if (
            len(receiving) == 1
            and receiving[0].code == directions.sender
            and not sending
            and move.form == "take"
        ):
            sending, receiving = receiving, []
        elif not sending:
            sending = [p for p in partners if p.code not in {r.code for r in receiving}] or [
                a for a in actors if a.code not in {r.code for r in receiving}
            ]
        if not sending and move.origin:
            sending = [o for o in move.origin if directions.senders[o.code] >= directions.receivers[o.code]]
    else:
        if not sending:
            sending = [a for a in actors if a.code not in taken] or [
                p for p in partners if p.code not in taken
            ]
        if not receiving:
            receiving = [p for p in (*partners, *actors) if p.code not in {s.code for s in sending}]
        if len(sending) > 1 and not receiving:
            yield from _by_names(
                reading,
                sending,
                [],
                directions,
                status=status,
                generic=generic,
                token=reading.doc[move.trigger],
            )
            return
    codes = {r.code for r in (*sending, *receiving)}
    if len(codes) == 2 and frozenset(codes) in directions.swaps:
        yield Sides(parties=tuple({r.code: r for r in (*sending, *receiving)}.values()))
        return
    yield from _filled(reading, sending, receiving, directions, generic=generic)


def _merely_places(sending: list[Ref], receiving: list[Ref], directions: Directions) -> bool:
    """As in "Cambodia agreed to take refugees from Nauru": a place on the way, held there by the sender."""
    sender = directions.sender
    return (
        len(sending) == 1
        and sender is not None
        and sending[0].code not in words("deals.usual-senders")
        and sender in words("deals.usual-senders")
        and sender not in {r.code for r in receiving}
        and directions.senders[sending[0].code] < directions.senders[sender]
    )


def _two_before(reading: Reading, subject: "Token", known: set[str]) -> list[Ref]:
    """The two countries named last before "both"."""
    found: dict[str, Ref] = {}
    for place in reversed(reading.places):
        if place.end <= subject.i and place.form in ("name", "demonym") and place.code not in known:
            ref = Ref(code=place.code, start=place.start, end=place.end, how="coreference", form=place.form)
            found.setdefault(place.code, ref)
    return list(found.values())[:2]


def _goals(reading: Reading, move: Move, owner: Ref) -> list[Ref]:
    """Where a scheme takes people by its words, as in "plan to process them in Rwanda"."""
    trigger = reading.doc[move.trigger]
    return [
        r
        for t in trigger.subtree
        if t.dep_ == "pobj" and t.head.lower_ in ("in", "to") and t.i in reading.place_at
        for r in countries_of(reading, t)
        if r.code != owner.code
    ][:1]


def _filled(
    reading: Reading, sending: list[Ref], receiving: list[Ref], directions: Directions, *, generic: bool
) -> Iterator[Sides]:
    sender: tuple[Ref, ...] = tuple(sending[:1])
    if not sender and receiving:
        known = [s for (s, r), _ in directions.pairs.most_common() if r == receiving[0].code]
        code = known[0] if known else usual_sender(reading, directions)
        sender = _fill(directions, code, reading) if code not in {r.code for r in receiving} else ()
    if not receiving:
        known = [r for (s, r), _ in directions.pairs.most_common() if sender and s == sender[0].code]
        code = (
            known[0]
            if len(set(known)) == 1
            else directions.receiver
            if sender and directions.receiver != sender[0].code
            else None
        )
        filled = () if generic else _fill(directions, code, reading)
        if not sender and not filled:
            if directions.main is None:
                return
            yield Sides(
                sending=_fill(directions, directions.main[0], reading),
                receiving=_fill(directions, directions.main[1], reading),
            )
            return
        yield Sides(sending=sender, receiving=filled)
        return
    for ref in receiving:
        if not sender or ref.code != sender[0].code:
            yield Sides(sending=sender, receiving=(ref,))


def _by_names(
    reading: Reading,
    actors: list[Ref],
    partners: list[Ref],
    directions: Directions,
    *,
    status: Status,
    generic: bool,
    token: "Token",
) -> Iterator[Sides]:
    refs = list({r.code: r for r in (*actors, *partners)}.values())
    similar = _is_similar(token)
    usual = words("deals.usual-senders")
    alone = len(refs) == 1 and refs[0].code in usual and token.lemma_.lower() not in ("be", "exist", "have")
    if similar and alone and status in (Status.PROPOSED, Status.REJECTED):
        yield Sides(sending=(refs[0],))
        return
    if (
        similar
        and directions.sender
        and refs
        and directions.sender not in {r.code for r in refs}
        and not (len(refs) == 2 and any(r.code in usual for r in refs))
    ):
        for ref in refs:
            yield Sides(sending=_fill(directions, directions.sender, reading), receiving=(ref,))
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
            yield Sides(parties=_fill(directions, main[0], reading) + _fill(directions, main[1], reading))
        else:
            yield Sides(
                sending=_fill(directions, main[0], reading), receiving=_fill(directions, main[1], reading)
            )
    elif (pair := _only_pair(reading)) is not None:
        yield _pair(pair[0], pair[1], directions)


def _is_similar(token: "Token") -> bool:
    """As in "a similar deal": like the one that the text is about."""
    return any(
        t.lower_ in ("similar", "comparable", "same", "such", "like")
        and t.head.lemma_.lower() in words("deals.deal")
        for t in token.sent
    )


def _only_pair(reading: Reading) -> tuple[Ref, ...] | None:
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
        found.append(Ref(code=code, start=place.start, end=place.end, how=_CONTEXT))
    return tuple(found)


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
    swapped = next((s for s in directions.swaps if ref.code in s), None)
    if swapped is not None:
        other = next(c for c in swapped if c != ref.code)
        yield Sides(parties=(ref, *_fill(directions, other, reading)))
        return
    if generic and ref.code in words("deals.usual-senders"):
        yield Sides(sending=(ref,))
        return
    if as_sender > as_receiver or (status is Status.PROPOSED and as_sender >= as_receiver):
        if generic or status is Status.PROPOSED:
            yield Sides(sending=(ref,))
            return
        partners = {r for (s, r) in directions.pairs if s == ref.code}
        code = partners.pop() if len(partners) == 1 else directions.receiver
        if code is None and (pair := _only_pair(reading)) is not None and ref.code in {p.code for p in pair}:
            yield _pair(pair[0], pair[1], directions)
            return
        yield Sides(sending=(ref,), receiving=_fill(directions, code, reading) if code != ref.code else ())
        return
    sender = usual_sender(reading, directions)
    known = [s for (s, r), _ in directions.pairs.most_common() if r == ref.code]
    code = known[0] if known else sender
    if code is None and (pair := _only_pair(reading)) is not None and ref.code in {p.code for p in pair}:
        yield _pair(pair[0], pair[1], directions)
        return
    if status not in (Status.WILLING, Status.REJECTED, Status.PROPOSED, Status.TALKS) and not as_receiver:
        if code is not None and code != ref.code and (filled := _fill(directions, code, reading)):
            yield _pair(ref, filled[0], directions)
        else:
            yield Sides(parties=(ref,))
        return
    yield Sides(sending=_fill(directions, code, reading) if code != ref.code else (), receiving=(ref,))
