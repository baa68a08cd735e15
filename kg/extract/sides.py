"""The parties of a deal as a clause gives them, with what it leaves out filled from the rest of the text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.by_move import by_move
from kg.extract.by_names import by_names, fill
from kg.extract.clause import bare
from kg.extract.direction import Directions
from kg.extract.leaning import is_similar, lean, owner_of, two_before, usual_sender
from kg.extract.lexicon import words
from kg.extract.listed import dated_partners
from kg.extract.moves import Move
from kg.extract.parties import also_did, is_generic, named_parties, with_body
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.told import Sides, Told
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_ENDS: Final = (Status.TERMINATED, Status.FELL_THROUGH, Status.SUSPENDED)
_OF_A_PARTY: Final = (*_ENDS, Status.RATIFIED, Status.IN_FORCE, Status.CONTESTED, Status.EXPIRED)
_BY_ORGAN: Final = (Status.RATIFIED, Status.SIGNED, Status.CONTESTED)


def _listed_after_with(reading: Reading, deal: "Token") -> bool:
    """As in "the agreements with Belarus and Russia": two deals of a third party."""
    return len({r.code for o in syntax.prepositional(deal, "with") for r in countries_of(reading, o)}) == 2


def _answers(token: "Token", deal: "Token | None") -> bool:
    """As in "turned down the idea", "has refused as well": the answer to what another wants."""
    if deal is None:
        return True
    asked = deal.lemma_.lower() in words("deals.request", "deals.requests") or deal.lower_ in ("it", "one")
    return asked and any(c.lower_ in ("the", "that", "this", "such") for c in deal.children)


def _codes(refs: list[Ref]) -> tuple[str, ...]:
    return tuple(sorted({r.code for r in refs}))


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
    again = deal is not None and deal.i in told.of_noun
    if (again or move is None) and (pointed := told.pointed(token, deal)):
        doers = {r.code for r in (*actors, *partners)}
        if all(doers <= sides.pair for sides in pointed):
            yield from pointed
            return
    by_one = len(actors) == 1 and not partners
    if by_one and status in _OF_A_PARTY and (mine := told.last_of(token, actors[0].code)):
        yield mine  # "Guatemala took 900 people before it paused the flights": the deal told of it before
        return
    if deal is not None and deal.lower_ in ("it", "all", "both", "three", "two") and status in _ENDS:
        return  # "he tore it up", and nothing told before that "it" could be
    if status is Status.REJECTED and deal is None and syntax.is_verb(token) and syntax.passive(token):
        last = next((s for s in told.before(token) if s.sending and s.sending_codes == _codes(actors)), None)
        if last is not None and not partners:
            yield last.recalled()
        return
    alone = status is Status.AGREED and deal is None and syntax.is_verb(token) and bare(token)
    if (alone or status in (Status.REJECTED, Status.WILLING)) and move is None and _answers(token, deal):
        others = [r for r in (*actors, *partners) if r.code not in words("deals.usual-senders")]
        asker = told.asker(token)
        if asker is None and alone and len(others) == 1:  # "Chad agreed", and people have been sent there
            sender = next((s for (s, r), _ in directions.pairs.most_common() if r == others[0].code), None)
            asker = next(iter(fill(directions, sender, reading)), None)
        only = {r.code for r in others} == {r.code for r in (*actors, *partners)}
        if asker is not None and others and only and (len(others) == 1 or not partners):
            yield from (Sides(sending=(asker,), receiving=(r,)) for r in others)
            return
        if alone:
            return  # "Chad agreed", and nobody has asked it before
    if deal is not None and deal.lemma_.lower() == "pressure" and actors and status is Status.PROPOSED:
        pressed = [r for o in syntax.prepositional(deal, "on") for r in countries_of(reading, o)]
        yield from (Sides(sending=(actors[0],), receiving=(r,)) for r in pressed)
        if not pressed:
            yield Sides(sending=(actors[0],))
        return
    if deal is not None and deal.lower_ in words("deals.own") and actors:
        usual = words("deals.usual-senders")
        asker = told.asker(token) if not any(r.code in usual for r in actors) else None
        if asker is not None:  # "Chad and Togo signed theirs in May": with whom the deal before was
            yield from (Sides(sending=(asker,), receiving=(r,)) for r in actors)
            return
    if deal is not None and any(c.lower_ == "resettlement" for c in deal.children) and actors and partners:
        pair = actors[0].code, partners[0].code
        even = {*pair} <= words("deals.usual-senders") and not directions.pairs[pair[1], pair[0]]
        if even and len({r.code for r in (*actors, *partners)}) == 2:  # "Australia's deal with the US"
            yield Sides(sending=tuple(actors[:1]), receiving=tuple(partners[:1]))
            return
    bodily = with_body(reading, token, deal)
    if bodily and move is None and not (actors or partners) and directions.main is not None:
        yield Sides(sending=fill(directions, directions.main[0], reading))
        return
    generic = (bodily or is_generic(reading, token)) and not partners
    owner = owner_of(reading, deal)
    named = {r.code for r in (*actors, *partners)}
    if (
        move is not None
        and len(named) == 2
        and (partners or len(actors) == 2)
        and not {r.code for r in (*move.sending, *move.receiving)} <= named
    ):
        move = None  # "its agreement with Cambodia to resettle refugees held on Nauru": places, no parties
    subject = syntax.subject(token) if syntax.is_verb(token) else None
    if subject is not None and subject.lower_ == "both" and len(named) == 1:
        move = None
        actors = [*two_before(reading, subject, named), *also_did(reading, token)]
    asked = deal is not None and deal.lemma_.lower() in words("deals.requests")
    sought = (
        all(p.code not in words("deals.usual-senders") for p in partners) or syntax.passive(token) or asked
    )
    if status is Status.PROPOSED and sought and partners and not actors:
        sender = usual_sender(reading, directions)
        for partner in partners:
            yield Sides(sending=fill(directions, sender, reading), receiving=(partner,))
        return
    if move is not None and not (move.sending or move.receiving or partners) and status in _BY_ORGAN:
        move = None
    if listed := [
        ref for ref, _ in dated_partners(reading, token) if ref.code not in {a.code for a in actors}
    ]:
        for ref in listed:
            for sides in by_names(
                reading, actors, [ref], directions, status=status, generic=False, token=token
            ):
                yield lean(sides, owner, deal, directions, told)
        return
    owned = [owner] if owner is not None else []
    both_with = deal is not None and len(partners) - len(owned) == 2 and _listed_after_with(reading, deal)
    if both_with and not actors and move is None:
        for ref in (r for r in partners if owner is None or r.code != owner.code):
            for sides in by_names(
                reading, owned, [ref], directions, status=status, generic=False, token=token
            ):
                yield lean(sides, owner, deal, directions, told)
        return
    first = told.first()
    apart = first is not None and bool(first.parties) and not named & first.pair
    if first is not None and apart and partners and not actors and is_similar(token):
        hub = next((r for r in first.parties if r.code in words("deals.usual-senders")), None)
        if hub is not None:
            yield from (Sides(parties=(hub, partner)).recalled() for partner in partners)
            return
    found = (
        by_move(reading, move, actors, partners, directions, status=status, generic=generic, owner=owner)
        if move is not None
        else by_names(reading, actors, partners, directions, status=status, generic=generic, token=token)
    )
    for sides in found:
        yield lean(sides, owner, deal, directions, told, moved=move is not None and bool(move.receiving))
