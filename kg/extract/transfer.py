"""People moved, or to be moved: movements that happened, were settled, stopped or denied."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.merging import in_heading
from kg.extract.moves import Move
from kg.extract.people import private_person
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Reading
from kg.extract.reality import Reality, Setting
from kg.extract.refer import Ref
from kg.extract.transfer_again import modifies, settled_in
from kg.extract.transfer_ends import ends_of
from kg.extract.transfer_lists import find_listed
from kg.extract.transfer_reality import only_agreed, reality_of
from kg.extract.transfer_worth import worth_claiming
from kg.model.claim import TransferClaim
from kg.model.codes import Factuality, TransferModality
from kg.model.when import When

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_MODALITY: Final = {
    Reality.HAPPENED: (TransferModality.HAPPENED, Factuality.CERTAIN),
    Reality.PLANNED: (TransferModality.PLANNED, Factuality.CERTAIN),
    Reality.EXPECTED: (TransferModality.PLANNED, Factuality.PROBABLE),
    Reality.POSSIBLE: (TransferModality.PLANNED, Factuality.POSSIBLE),
    Reality.DENIED: (TransferModality.DENIED, Factuality.CERTAIN),
    Reality.HALTED: (TransferModality.HALTED, Factuality.CERTAIN),
}


def find_transfers(
    reading: Reading, moves: tuple[Move, ...], directions: Directions, worries: frozenset[int]
) -> Iterator[Proposal]:
    """Transfer claims of a text.

    Args:
        reading: The text.
        moves: Its movements.
        directions: Who sends to whom in it.
        worries: Tokens inside concerns: what is feared is no transfer.
    """
    found = [p for move in moves for p in _of_move(reading, move, moves, directions, worries)]
    yield from _without_headings(reading, found)
    yield from find_listed(reading, directions)


def _of_move(
    reading: Reading,
    move: Move,
    moves: tuple[Move, ...],
    directions: Directions,
    worries: frozenset[int],
) -> Iterator[Proposal]:
    trigger = reading.doc[move.trigger]
    if modifies(reading, move, moves):
        return
    real = reality_of(reading, move, trigger, moves)
    if move.trigger in worries and (real.reality is not Reality.HAPPENED or not syntax.is_verb(trigger)):
        return
    if real.reality is Reality.HAPPENED and settled_in(reading, move, moves):
        return
    if real.reality is not Reality.UNREAL and worth_claiming(reading, move, real):
        yield from _claims(reading, move, trigger, real, directions)


def _without_headings(reading: Reading, found: list[Proposal]) -> Iterator[Proposal]:
    """Leaves out a movement in a heading that the body tells with the same ends, and no less exactly."""
    claims = [(p, p.claim) for p in found if isinstance(p.claim, TransferClaim)]
    body = [c for _, c in claims if not in_heading(reading, c.spans[0])]
    for proposal, claim in claims:
        looser = in_heading(reading, claim.spans[0]) and any(
            (c.sending, c.receiving) == (claim.sending, claim.receiving)
            and (claim.persons in (None, c.persons))
            and (c.persons, c.modality) != (claim.persons, claim.modality)
            for c in body
        )
        if not looser:
            yield proposal


def _claims(
    reading: Reading, move: Move, trigger: "Token", real: Setting, directions: Directions
) -> Iterator[Proposal]:
    if (
        real.reality is Reality.HAPPENED
        and trigger.tag_ in ("VBZ", "VBP", "VB", "NNS", "NN")
        and in_heading(reading, reading.span(trigger.i, trigger.i + 1))
        and only_agreed(reading)
    ):
        real = Setting(reality=Reality.PLANNED, governor=real.governor)
    modality, factuality = _MODALITY[real.reality]
    people = reading.doc[move.people] if move.people is not None else None
    if (
        real.reality is Reality.DENIED
        and people is not None
        and (
            people.lower_ == "one"
            or any(c.lower_ in ("single", "zero") for c in people.children)
            or any(
                t.lower_ in ("not", "no")
                for t in reading.doc[max(people.left_edge.i - 1, people.sent.start) : people.i]
            )
        )
    ):
        move = replace(move, persons=None, qualifier=None, per=None)
    for sending, receiving, persons in ends_of(
        reading,
        move,
        trigger,
        directions,
        stopped=real.reality in (Reality.DENIED, Reality.HALTED),
    ):
        if sending is not None and receiving is not None and sending.code == receiving.code:
            continue
        if not (sending or receiving or move.abroad or len(move.sending) > 1):
            continue
        refs = [
            (slot, ref) for slot, ref in (("sending", sending), ("receiving", receiving)) if ref is not None
        ]
        start, end = _extent(reading, move, trigger, [r for _, r in refs])
        refs += [
            ("nationality", ref) for code in move.nationality for ref in _spoken_of(reading, trigger, code)
        ]
        yield propose(
            reading,
            TransferClaim,
            f"transfer-{move.form}",
            token=trigger,
            start=start,
            end=end,
            refs=refs,
            resolutions=_named(reading, people),
            when=_when(reading, move, trigger),
            sending=sending.code if sending else None,
            receiving=receiving.code if receiving else None,
            persons=persons,
            persons_qualifier=move.qualifier if persons is not None else None,
            per=move.per if persons is not None else None,
            modality=modality,
            factuality=factuality,
            nationality=move.nationality,
            category=move.category,
        )


def _spoken_of(reading: Reading, trigger: "Token", code: str) -> list[Ref]:
    """The nearest word for a country: whose "its citizens" are."""
    near = sorted((p for p in reading.places if p.code == code), key=lambda p: abs(p.start - trigger.i))
    return [Ref(code=code, start=p.start, end=p.end, how="coreference") for p in near[:1]]


def _named(reading: Reading, people: "Token | None") -> list[Resolution]:
    """As in "Ana Ruiz was deported": who is called by name is counted, by that name."""
    if people is None or not private_person(reading, people):
        return []
    name = reading.span(people.left_edge.i, people.i + 1)
    return [Resolution(slot="persons", value="1", how="name", span=name)]


def _when(reading: Reading, move: Move, trigger: "Token") -> When | None:
    """The date of a movement; one that shares its verb with another may have its own behind its number."""
    if move.again and move.counted is not None:
        near = range(move.counted[1], move.counted[1] + 4)
        for time in reading.times:
            if time.start in near:
                return time.when
    return time_of(reading, trigger, also=[trigger.head] if trigger.dep_ == "xcomp" else [])


def _extent(reading: Reading, move: Move, trigger: "Token", refs: list[Ref]) -> tuple[int, int]:
    inside = [move.start, move.end]
    elsewhere = move.start >= trigger.sent.end  # "a year before the figure was 700"
    for ref in () if elsewhere else refs:
        if trigger.sent.start <= ref.start < trigger.sent.end and abs(ref.start - trigger.i) < 15:
            inside += [ref.start, ref.end]
    start, end = min(inside), max(inside)
    speech = reading.speech_of(trigger)
    if speech is not None:
        for a, b in speech.content:
            if a <= trigger.i < b:
                start, end = max(start, a), min(end, b)
    return start, max(end, start + 1)
