"""Movements that show their deal at work: "the first removal under the treaty"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.sides import sides_of
from kg.extract.themes import is_deal
from kg.extract.told import Told
from kg.model.claim import StatusClaim
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_POINTING: Final = ("it", "this", "that")


def at_work(
    reading: Reading, under: "Token", moves: tuple[Move, ...], directions: Directions, told: Told
) -> Iterator[Proposal]:
    """A claim for each pair of parties, where "under" ties a movement that happened to a deal."""
    if (deal := _deal(reading, under)) is None:
        return
    hosts = {host.i: None for host in _hosts(under)}
    by_trigger = {move.trigger: move for move in moves if move.trigger in hosts}
    move = next((by_trigger[i] for i in hosts if i in by_trigger), None)
    if move is not None and reading.doc[move.trigger].lemma_.lower() in words("movement.kept"):
        return  # "held on the island under the policy": no movement
    if move is not None and _happened(reading, under, move):
        yield from _claims(reading, under, deal, move, directions, told)


def _deal(reading: Reading, under: "Token") -> "Token | None":
    """What stands behind "under", or what "which" stands for."""
    found = next((c for c in under.children if c.dep_ in ("pobj", "pcomp")), None)
    if found is not None and found.lower_ == "which":
        found = next((h.head for h in syntax.climb(under) if h.dep_ in ("relcl", "acl")), None)
    if found is None or (found.lower_ in _POINTING and not found.children):
        return found
    name = found.lemma_.lower()
    return found if name == "one" or (name in words("deals.paper") and is_deal(reading, found)) else None


def _hosts(under: "Token") -> Iterator["Token"]:
    """Words that may tell the movement, nearest first: what "under" hangs on, and the verbs around that."""
    head = under.head
    yield head
    if not syntax.is_verb(head):
        yield from (h for h in syntax.climb(head) if h.i < under.i)
        return
    for verb in (head, *(h for h in syntax.climb(head) if syntax.is_verb(h) and h.dep_ != "ROOT")):
        yield verb
        yield from (c for c in verb.children if c.dep_ in ("conj", "xcomp", "nsubj", "nsubjpass", "dobj"))
    yield from (h for h in syntax.climb(head) if h.lower_ == "first" or head.dep_ in ("conj", "xcomp"))


def _happened(reading: Reading, under: "Token", move: Move) -> bool:
    trigger = reading.doc[move.trigger]
    if negation.negated(trigger):
        return False
    told_first = trigger.head.lower_ == "first" or any(c.lower_ == "first" for c in trigger.children)
    if any(c.lower_ in ("which", *_POINTING) for c in under.children):
        # "a pact under which Chad takes migrants" tells its terms, "were taken" what came of it
        return trigger.tag_ in ("VBD", "VBN") and setting(trigger).reality is Reality.HAPPENED
    return told_first or setting(trigger).reality is Reality.HAPPENED


def _claims(
    reading: Reading, under: "Token", deal: "Token", move: Move, directions: Directions, told: Told
) -> Iterator[Proposal]:
    trigger = reading.doc[move.trigger]
    start = min(move.start, trigger.i, *((under.i,) if under.i > trigger.i - 12 else ()))
    last = deal.i if deal.i > trigger.i else max(trigger.i, move.end - 1)
    for sides in sides_of(reading, trigger, deal, move, directions, told, status=Status.OPERATING):
        told.add(trigger, deal, sides)
        yield propose(
            reading,
            StatusClaim,
            "status-operating",
            token=trigger,
            start=start,
            end=last + 1,
            refs=sides.refs(),
            when=time_of(reading, trigger),
            status=Status.OPERATING,
            sending=sides.sending_codes,
            receiving=sides.receiving_codes,
            parties=sides.party_codes,
        )
