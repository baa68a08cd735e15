"""At which stage a deal is: verbs and nouns of proposing, talking, agreeing, signing, stopping."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.causes import causes_of
from kg.extract.clause import Stage
from kg.extract.direction import Directions
from kg.extract.drafting import propose, spoken_when, time_of
from kg.extract.lexicon import words
from kg.extract.listed import dated_partners
from kg.extract.moves import Move
from kg.extract.operating import at_work
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.sides import sides_of
from kg.extract.stage_nearing import brink
from kg.extract.stage_nouns import noun_stage
from kg.extract.stages import verb_stage
from kg.extract.status_reality import factuality_of
from kg.extract.themes import complement_move
from kg.extract.told import Sides, Told
from kg.extract.topic import parties_told
from kg.extract.transfer_reality import reality_of
from kg.model.claim import Cause, StatusClaim
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_LASTING: Final = frozenset(
    (Status.PROPOSED, Status.WILLING, Status.TALKS, Status.IN_FORCE, Status.OPERATING, Status.SUSPENDED)
)


_CLAUSES: Final = ("relcl", "advcl", "pcomp")


def find_status(reading: Reading, moves: tuple[Move, ...], directions: Directions) -> Iterator[Proposal]:
    """Status claims of a text, one for each stage, deal and source."""
    told = Told(reading)
    directions = parties_told(reading, directions)
    for token in reading.doc:
        if stage := _stage(reading, token, moves):
            yield from _claims(reading, token, stage, moves, directions, told)
        if token.lower_ == "under":
            yield from at_work(reading, token, moves, directions, told)


def _stage(reading: Reading, token: "Token", moves: tuple[Move, ...]) -> Stage | None:
    if stage := brink(reading, token):
        return stage
    if syntax.is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod") and not _ready(token):
        return verb_stage(reading, token, moves)
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
        return noun_stage(reading, token, moves)
    if token.lower_ in words("deals.willing-words") and (
        token.pos_ in ("ADJ", "ADV", "NOUN") or _ready(token)
    ):
        return _willing(reading, token, moves)
    return None


def _willing(reading: Reading, token: "Token", moves: tuple[Move, ...]) -> Stage | None:
    """As in "is willing to take", "open to the idea of"."""
    host = token.head if token.dep_ in ("acomp", "oprd") and syntax.is_verb(token.head) else token
    unnamed = token.head.lemma_.lower() in ("country", "nation", "state", "partner", "government") and (
        token.head.tag_ == "NNS" or any(c.lower_ in ("a", "any", "another") for c in token.head.children)
    )
    heard = token.lower_ == "open" and any(
        c.dep_ == "prep" and any(v.lemma_.lower() in words("deals.considered") for v in c.children)
        for c in token.children
    )
    idea = next(
        (
            o
            for o in syntax.prepositional(token, "to")
            if token.lower_ == "open" and o.lemma_.lower() in _to_talk_of()
        ),
        None,
    )
    lets = any(
        c.dep_ == "xcomp"
        and syntax.lemma(c) in words("deals.serving", "deals.considered")
        and any(o.lemma_.lower() in words("movement.sites", "deals.paper") for o in c.subtree)
        for c in (*token.children, *host.children)
    )
    to_the_idea = heard or lets or idea is not None
    if unnamed or not (to_the_idea or complement_move(reading, host, moves) is not None):
        return None
    unwilling = any(c.dep_ == "neg" for c in (*token.children, *token.head.children))
    status = Status.REJECTED if unwilling else Status.WILLING
    return Stage(status=status, rule="status-willing-adjective", deal=idea)


def _only_sender_takes(sides: Sides) -> bool:
    """A state known to send people away, as the one that takes them in, and nobody told to send."""
    takers = set(sides.receiving_codes)
    return bool(takers) and not (sides.sending or sides.parties) and takers <= words("deals.usual-senders")


def _to_talk_of() -> frozenset[str]:
    return words("deals.request", "deals.deal", "deals.talks-nouns")


def _ready(token: "Token") -> bool:
    """As in "is prepared to", where the parser takes the adjective for a verb."""
    return token.dep_ == "acomp" and token.tag_ == "VBN" and token.lower_ in words("deals.willing-words")


def _claims(
    reading: Reading,
    token: "Token",
    stage: Stage,
    moves: tuple[Move, ...],
    directions: Directions,
    told: Told,
) -> Iterator[Proposal]:
    verb = (
        token
        if syntax.is_verb(token)
        else token.head
        if syntax.is_verb(token.head)
        else token.head.head
        if syntax.is_verb(token.head.head)
        else token
    )
    factuality = factuality_of(reading, token, verb, stage)
    if factuality is None:
        return
    move = complement_move(reading, token, moves)
    if move is None and stage.deal is not None:
        move = complement_move(reading, stage.deal, moves)
    since = next((t.when for t in reading.times if t.when and 0 < t.start - token.i <= 2), None)
    if token.lower_ != "force":
        since = None
    when = since or time_of(reading, verb, also=[token] + ([stage.deal] if stage.deal is not None else []))
    if when is None and stage.status in _LASTING:
        when = spoken_when(reading, token)
    dated = {ref.code: own for ref, own in dated_partners(reading, token)}
    for sides in sides_of(reading, token, stage.deal, move, directions, told, status=stage.status):
        if set(sides.sending_codes) & set(sides.receiving_codes) or _only_sender_takes(sides):
            continue
        worked = stage.status is Status.FELL_THROUGH and _moved_under(reading, token, sides, moves)
        status = Status.TERMINATED if worked else stage.status
        told.add(token, stage.deal, sides)
        start, end = _extent(reading, token, stage, verb, move, sides)
        causes = causes_of(reading, verb, status) if syntax.is_verb(verb) else ()
        if causes:
            end = max(end, max(b for _, _, b in causes))
        yield propose(
            reading,
            StatusClaim,
            stage.rule,
            token=token,
            start=start,
            end=end,
            refs=sides.refs(),
            when=next((own for code, own in dated.items() if code in sides.pair), when),
            status=status,
            factuality=factuality,
            sending=sides.sending_codes,
            receiving=sides.receiving_codes,
            parties=sides.party_codes,
            causes=tuple(Cause(type=kind, text=reading.span(a, b).text) for kind, a, b in causes),
        )


def _moved_under(reading: Reading, token: "Token", sides: Sides, moves: tuple[Move, ...]) -> bool:
    """As in "scrapped the scheme, under which 40 people had been sent": what is dropped has worked.

    The words behind the verb tell of people moved, or the text tells of a number moved between the same two.
    """
    behind = {t.i for t in token.subtree if t.i > token.i}
    return any(
        (
            (reading.doc[move.trigger].dep_ in _CLAUSES and move.trigger in behind)
            or (
                move.persons
                and {r.code for r in move.sending} & set(sides.sending_codes)
                and {r.code for r in move.receiving} & set(sides.receiving_codes)
            )
        )
        and reality_of(reading, move, reading.doc[move.trigger], moves).reality is Reality.HAPPENED
        for move in moves
    )


def _extent(
    reading: Reading, token: "Token", stage: Stage, verb: "Token", move: Move | None, sides: Sides
) -> tuple[int, int]:
    sent = token.sent
    inside = [token.i, token.i + 1]
    if stage.deal is not None and sent.start <= stage.deal.i < sent.end:
        inside += [
            stage.deal.left_edge.i if stage.deal.left_edge.i > token.i - 12 else stage.deal.i,
            stage.deal.i + 1,
        ]
    if move is not None and sent.start <= move.start and move.end <= sent.end:
        inside += [move.trigger, move.end]
    subject = syntax.subject(verb) if syntax.is_verb(verb) else None
    if subject is not None and sent.start <= subject.i < sent.end:
        inside += [subject.i, subject.i + 1]
    for ref in sides.sending + sides.receiving + sides.parties:
        if sent.start <= ref.start < sent.end and abs(ref.start - token.i) < 25:
            inside += [ref.start, ref.end]
    speech = reading.speech_of(token)
    start, end = min(inside), max(inside)
    if speech is not None:
        for a, b in speech.content:
            if a <= token.i < b:
                start, end = max(start, a), min(max(end, token.i + 1), b)
    return start, end
