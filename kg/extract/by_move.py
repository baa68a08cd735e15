"""The parties of a deal from the movement that it is about."""

from collections.abc import Iterator

from kg.extract.by_names import by_names, fill
from kg.extract.direction import Directions
from kg.extract.leaning import usual_sender
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.told import Sides
from kg.model.codes import Status


def by_move(
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
    """Sides of the deal behind a movement; actors, partners and owner stand in for ends it leaves open."""
    sending, receiving = list(move.sending), list(move.receiving)
    if directions.held is not None and {r.code for r in sending} == {directions.held}:
        sending = list(fill(directions, directions.sender, reading))
    equals = {a.code for a in actors} <= words("deals.usual-senders") and len(actors) == 2
    if equals and not (partners or receiving) and "EU" not in {a.code for a in actors}:
        yield Sides(
            parties=tuple(actors)
        )  # "Canada and the US agreed to amend the treaty that sends people back"
        return
    away = [r for r in receiving if r.code in words("deals.usual-senders")]
    if not sending and len(receiving) == 2 and len(away) == 1:
        # "Belgium and Zambia have entered negotiations on taking back migrants"
        sending, receiving = away, [r for r in receiving if r is not away[0]]
    usual = words("deals.usual-senders")
    whence = [o for o in move.origin if o.code in usual]
    alone = len(actors) == 1 and actors[0].code not in usual and {r.code for r in sending} == {actors[0].code}
    if whence and alone and not receiving:
        sending, receiving = whence, actors  # "Gambia suspended flights with deportees from Germany"
    if (home := _home(reading, move, actors)) is not None and {r.code for r in receiving} != {home.code}:
        others = {r.code: r for r in (*sending, *receiving, *partners, *actors) if r.code != home.code}
        sending, receiving = list(others.values())[:1], [home]
    planned = owner is not None and status is not Status.WILLING and not sending
    if owner is not None and planned and {r.code for r in receiving} == {owner.code}:
        sending, receiving = [owner], _goals(reading, move, owner)
        receiving = receiving or [p for p in partners if p.code != owner.code][:1]
    if reading.doc[move.trigger].lemma_.lower() == "resettle" and actors and partners:
        sending, receiving = actors, partners
    pointing = [r for r in receiving if r.how not in (None, "sent")]
    ends = {p.code for p in partners} & words("deals.usual-senders")
    if (
        len(partners) > 1
        and not ends
        and pointing
        and {r.code for r in pointing} < {p.code for p in partners}
    ):
        receiving = partners  # "deals with Kenya and Chad to have people flown there"
    if (
        move.form == "take"
        and status is Status.AGREED
        and len(actors) == 1
        and pointing == receiving != []
        and actors[0].code not in words("deals.usual-senders")
    ):
        receiving = actors  # "Kenya agreed to host 500 people there"
    seeking = status is Status.PROPOSED
    inwards = ("take", "noun", "bring") if seeking else ("take", "noun")
    if move.form in inwards and _turned(reading, move, receiving, partners, seeking=seeking):
        sending, receiving = receiving, [p for p in partners if p.code != receiving[0].code]
    if not (sending or receiving) and len(actors) == len(partners) == 1 and _reception(reading, move):
        usual = words("deals.usual-senders")
        if partners[0].code in usual and actors[0].code not in usual:
            sending, receiving = partners, actors
    taken = {r.code for r in receiving}
    if move.form in ("take", "bring") or (move.form == "noun" and receiving and not sending):
        if (status is Status.PROPOSED and not receiving) or (
            status is Status.PROPOSED and actors and taken and taken != {a.code for a in actors}
        ):
            sending = sending or actors
        elif (
            not receiving and actors and {a.code for a in actors} <= words("deals.usual-senders") and partners
        ):
            sending, receiving = (
                sending or actors,
                [p for p in partners if p.code not in {a.code for a in actors}],
            )
        elif not receiving:
            receiving = [a for a in actors if a.code not in {s.code for s in sending}]
        if (
            len(receiving) == 1
            and receiving[0].code == directions.sender
            and not sending
            and move.form == "take"
        ):
            sending = receiving
            receiving = [p for p in partners if p.code != sending[0].code]
        elif not sending:
            sending = [p for p in partners if p.code not in {r.code for r in receiving}] or [
                a for a in actors if a.code not in {r.code for r in receiving}
            ]
        if not sending and move.origin:
            sending = [o for o in move.origin if directions.senders[o.code] >= directions.receivers[o.code]]
    else:
        if _host_alone(actors, partners, sending, receiving, directions, status):
            sending, receiving = list(fill(directions, directions.sender, reading)), actors
        if not sending:
            sending = [a for a in actors if a.code not in taken] or [
                p for p in partners if p.code not in taken
            ]
        if not receiving:
            receiving = [p for p in (*partners, *actors) if p.code not in {s.code for s in sending}]
        if len(sending) > 1 and not receiving:
            yield from by_names(
                reading,
                sending,
                [],
                directions,
                status=status,
                generic=generic,
                token=reading.doc[move.trigger],
            )
            return
    swap = next((s for s in directions.swaps if taken and taken < s), None)
    clear = swap is not None and {r.code for r in (*actors, *partners, *move.origin)} <= swap
    if swap is not None and clear and len(receiving) == 1 and not sending:
        yield Sides(parties=tuple(r for code in sorted(swap) for r in fill(directions, code, reading)))
        return
    named = {r.code for r in (*actors, *partners)}
    on_the_way = bool(sending) and sending[0].code not in named and directions.receivers[sending[0].code] > 0
    if (move.form == "take" or on_the_way) and _merely_places(sending, receiving, directions):
        sending = list(fill(directions, directions.sender, reading))
    codes = {r.code for r in (*sending, *receiving)}
    if len(codes) == 2 and frozenset(codes) in directions.swaps:
        yield Sides(parties=tuple({r.code: r for r in (*sending, *receiving)}.values()))
        return
    yield from _filled(reading, sending, receiving, directions, generic=generic)


def _host_alone(
    actors: list[Ref],
    partners: list[Ref],
    sending: list[Ref],
    receiving: list[Ref],
    directions: Directions,
    status: Status,
) -> bool:
    """As in "we have agreed to more flights of deportees", said by the state that takes people in."""
    usual = words("deals.usual-senders")
    alone = len(actors) == 1 and not (partners or sending or receiving)
    return (
        alone
        and status is Status.AGREED
        and actors[0].code not in usual
        and directions.sender in usual
        and directions.receivers[actors[0].code] > 0
    )


def _home(reading: Reading, move: Move, actors: list[Ref]) -> Ref | None:
    """As in "Albanians were flown back under", "agreed to speed up the return of its citizens": where to."""
    trigger = reading.doc[move.trigger]
    usual = words("deals.usual-senders")
    if move.people is None or not (
        move.form == "bring"
        or trigger.lemma_.lower() in ("return", "repatriate", "repatriation", "readmit", "readmission")
        or any(c.lower_ == "back" for c in trigger.children)
    ):
        return None
    people = reading.doc[move.people]
    if len(actors) == 1 and actors[0].code not in usual and people.lemma_.lower() in ("citizen", "national"):
        own = any(c.lower_ in ("its", "their", "own") for c in people.children)
        return actors[0] if own else None
    taker = any(a.code not in usual and a.code not in move.nationality for a in actors)
    if len(move.nationality) != 1 or move.nationality[0] in usual or taker:
        return None  # "Juba refused to take back a Congolese man"
    if any(ref.code != move.nationality[0] for ref in move.receiving):
        return None  # "returned an Eritrean man to France"
    return next(
        (
            Ref(code=p.code, start=p.start, end=p.end, form=p.form)
            for i in range(people.left_edge.i, people.i + 1)
            if (p := reading.place_at.get(i)) is not None and p.code == move.nationality[0]
        ),
        None,
    )


def _reception(reading: Reading, move: Move) -> bool:
    """As in "was discussing with Washington the reception of deportees"."""
    return reading.doc[move.trigger].lemma_.lower() in words("movement.take-nouns")


def _turned(
    reading: Reading, move: Move, receiving: list[Ref], partners: list[Ref], *, seeking: bool
) -> bool:
    """As in "Canada struck a deal with Chad on taking in 50 people": who takes them goes without saying."""
    usual = words("deals.usual-senders")
    return (
        reading.doc[move.trigger].dep_ in ("pcomp", "acl", "advcl", "xcomp")
        and len(receiving) == 1
        and receiving[0].code in usual
        and (seeking or any(p.code not in usual for p in partners))
        and not move.sending
    )


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
        code = None if directions.unsent else code
        sender = fill(directions, code, reading) if code not in {r.code for r in receiving} else ()
    if not receiving:
        known = [r for (s, r), _ in directions.pairs.most_common() if sender and s == sender[0].code]
        code = (
            known[0]
            if len(set(known)) == 1
            else directions.receiver
            if sender and directions.receiver != sender[0].code
            else None
        )
        filled = () if generic else fill(directions, code, reading)
        if not sender and not filled:
            if directions.main is None:
                if len(directions.swaps) == 1:
                    [swap] = directions.swaps
                    yield Sides(
                        parties=tuple(r for code in sorted(swap) for r in fill(directions, code, reading))
                    )
                return
            one, other = (fill(directions, code, reading) for code in directions.main)
            swapped = frozenset(directions.main) in directions.swaps
            yield Sides(parties=one + other) if swapped else Sides(sending=one, receiving=other)
            return
        yield Sides(sending=sender, receiving=filled)
        return
    for ref in receiving:
        if not sender or ref.code != sender[0].code:
            yield Sides(sending=sender, receiving=(ref,))
