"""People moved, or to be moved: movements that happened, were settled, stopped or denied; never mere talk of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.events import Move
from kg.extract.factuality import Reality, Setting, setting
from kg.extract.lexicon import words
from kg.extract.merging import in_heading
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.model.claim import TransferClaim
from kg.model.codes import Factuality, Qualifier, TransferModality

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTEXT: Final = "document deal"
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
    for move in moves:
        trigger = reading.doc[move.trigger]
        if move.trigger in worries or _modifies(reading, move, moves):
            continue
        real = _reality(reading, move, trigger)
        if real.reality is Reality.UNREAL or not _worth(reading, move, real):
            continue
        yield from _claims(reading, move, trigger, real, directions)
    yield from _lists(reading, directions)


def _modifies(reading: Reading, move: Move, moves: tuple[Move, ...]) -> bool:
    """ "people deported by Washington" inside another movement tells its origin, and is none of its own."""
    trigger = reading.doc[move.trigger]
    others = [m for m in moves if m.trigger != move.trigger]
    if trigger.dep_ == "acl" and any(m.people is not None and m.people == trigger.head.i for m in others):
        return True
    if trigger.dep_ == "acl" and trigger.tag_ == "VBN" and move.persons is None:
        return True
    if (
        trigger.dep_ in ("relcl", "acl")
        and move.persons is None
        and not (move.sending and move.receiving)
        and any(trigger.head.i == m.people for m in others if m.form != "noun")
    ):
        return True
    # "five men ... who were flown there": one movement, told twice
    return trigger.dep_ in ("relcl", "conj") and any(
        m.people is not None
        and move.people is not None
        and m.trigger < move.trigger
        and _same_people(reading, m.people, move.people)
        and (
            not move.receiving
            or {r.code for r in move.receiving} <= {r.code for r in m.receiving}
            or not move.sending
        )
        and reading.doc[m.trigger].sent == trigger.sent
        for m in others
    )


def _same_people(reading: Reading, one: int, other: int) -> bool:
    doc = reading.doc
    return (
        one == other
        or doc[other].head.i == one
        and doc[other].dep_ in ("appos", "conj")
        and abs(one - other) < 4
    )


def _reality(reading: Reading, move: Move, trigger: "Token") -> Setting:
    real = setting(trigger)
    people = reading.doc[move.people] if move.people is not None else None
    if (
        people is not None
        and real.reality is Reality.HAPPENED
        and any(
            t.lower_ == "not" for t in reading.doc[max(people.left_edge.i - 1, people.sent.start) : people.i]
        )
    ):
        return Setting(reality=Reality.DENIED, governor=people.i)
    if people is not None and (
        people.lower_ in ("nobody", "none", "anyone", "anybody", "no-one")
        or any(c.lower_ in ("no", "any") and c.dep_ == "det" for c in people.children)
        or people.lower_ == "one"
        and any(c.lower_ == "no" for c in people.children)
    ):
        if (
            real.reality in (Reality.HAPPENED, Reality.DENIED)
            and (people.lower_ not in ("anyone", "anybody") or real.reality is Reality.DENIED)
            and not any(c.lower_ == "any" for c in people.children if real.reality is Reality.HAPPENED)
        ):
            return Setting(reality=Reality.DENIED, governor=people.i)
        return Setting(reality=Reality.UNREAL, governor=people.i)
    if real.reality is Reality.PLANNED and _stopped_later(reading, move, trigger):
        return Setting(reality=Reality.HALTED, governor=trigger.i)
    if (
        real.reality is not Reality.DENIED
        and trigger.head.lemma_.lower() in words("deals.deal")
        and trigger.dep_ in ("acl", "relcl")
        and _fallen(trigger.head)
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.head.i)
    return real


def _fallen(deal: "Token") -> bool:
    """Whether the deal that would have moved people is said to be off, only proposed, or still talked about."""
    ends = (
        frozenset(("strike down", "quash", "overturn", "block"))
        | words("deals.fell-through")
        | words("deals.rejected")
        | words("deals.proposed")
        | words("deals.talks")
        | words("deals.suspended")
        | words("deals.willing")
    )
    around = [deal.head, *(c for c in deal.children if c.dep_ in ("relcl", "acl"))]
    if deal.head.pos_ == "ADP":
        around.append(deal.head.head)
    return (
        any(
            syntax.is_verb(v)
            and (syntax.keys(v) & ends or syntax.negated(v))
            or v.lemma_.lower() in words("deals.talks-nouns")
            for v in around
        )
        or any(
            c.lower_ in ("proposed", "possible", "potential", "failed", "abandoned", "previous")
            for c in deal.children
        )
        or deal.lemma_.lower() in ("proposal", "idea")
    )


def _stopped_later(reading: Reading, move: Move, trigger: "Token") -> bool:
    """ "who were due to be moved ... remain": a planned movement that was stopped."""
    sent = trigger.sent
    due = any(
        h.lower_ in ("due", "set", "scheduled", "supposed", "meant")
        for h in (trigger.head, *trigger.children)
    )
    stays = any(
        t.lemma_.lower()
        in (
            "remain",
            "stay",
            "halt",
            "block",
            "stop",
            "cancel",
            "ground",
            "prevent",
            "postpone",
            "delay",
            "suspend",
            "reprieve",
            "injunction",
            "spare",
        )
        and t.i > trigger.i
        for t in sent
    )
    past = any(t.lower_ in ("was", "were", "had") for t in sent if t.i < trigger.i and t.i > trigger.i - 6)
    return due and stays and past


def _worth(reading: Reading, move: Move, real: Setting) -> bool:
    """Whether enough is said: a number, an end abroad, or a denial; stocks of refugees and moves at home are none."""
    trigger = reading.doc[move.trigger]
    key = trigger.lemma_.lower()
    if (
        move.form == "take"
        and key
        in (
            "shelter",
            "house",
            "hold",
            "detain",
            "jail",
            "imprison",
            "incarcerate",
            "welcome",
            "process",
            "harbour",
        )
        and not (real.reality in (Reality.PLANNED, Reality.POSSIBLE) and (move.persons or move.sending))
    ):
        return False
    if (
        move.form == "noun"
        and key in ("detention", "flight", "arrival", "admission", "hosting", "intake")
        and move.persons is None
    ):
        return bool(move.sending and move.receiving) and key == "flight" and real.reality is Reality.HAPPENED
    if key == "host" and real.reality is Reality.HAPPENED:
        return False
    if real.reality is Reality.DENIED:
        return bool(move.people is not None)
    people = reading.doc[move.people] if move.people is not None else None
    if (
        people is not None
        and people.lower_ in ("he", "she", "him", "her", "who", "those", "some", "all")
        and move.persons is None
        and not (move.receiving or move.sending)
    ):
        return False
    if move.persons is not None:
        return True
    if real.reality is Reality.HAPPENED:
        return bool(move.receiving or move.abroad or move.form == "take" and move.sending)
    if move.form == "noun":
        return move.people is not None and (
            bool(move.sending or move.receiving) or real.reality in (Reality.PLANNED, Reality.HALTED)
        )
    return bool(move.receiving or move.sending) and people is not None


def _claims(
    reading: Reading, move: Move, trigger: "Token", real: Setting, directions: Directions
) -> Iterator[Proposal]:
    if (
        real.reality is Reality.HAPPENED
        and trigger.tag_ in ("VBZ", "VBP", "VB", "NNS", "NN")
        and in_heading(reading, reading.span(trigger.i, trigger.i + 1))
        and _only_agreed(reading)
    ):
        real = Setting(reality=Reality.PLANNED, governor=real.governor)
    modality, factuality = _MODALITY[real.reality]
    people = reading.doc[move.people] if move.people is not None else None
    if (
        real.reality is Reality.DENIED
        and people is not None
        and (
            people.lower_ == "one"
            or any(
                t.lower_ in ("not", "no")
                for t in reading.doc[max(people.left_edge.i - 1, people.sent.start) : people.i]
            )
        )
    ):
        move = replace(move, persons=None, qualifier=None, per=None)
    for sending, receiving, persons in _ends(reading, move, trigger, directions):
        if sending is not None and receiving is not None and sending.code == receiving.code:
            continue
        refs = [
            (slot, ref) for slot, ref in (("sending", sending), ("receiving", receiving)) if ref is not None
        ]
        start, end = _extent(reading, move, trigger, [r for _, r in refs])
        yield propose(
            reading,
            TransferClaim,
            f"transfer-{move.form}",
            token=trigger,
            start=start,
            end=end,
            refs=refs,
            when=time_of(reading, trigger, also=[h for h in (trigger.head,) if trigger.dep_ == "xcomp"]),
            sending=sending.code if sending else None,
            receiving=receiving.code if receiving else None,
            persons=persons,
            persons_qualifier=move.qualifier if persons is not None else None,
            per=move.per if persons is not None else None,
            modality=modality,
            factuality=factuality,
            nationality=tuple(n for n in move.nationality if True),
            category=move.category,
        )


def _extent(reading: Reading, move: Move, trigger: "Token", refs: list[Ref]) -> tuple[int, int]:
    inside = [move.start, move.end]
    for ref in refs:
        if trigger.sent.start <= ref.start < trigger.sent.end and abs(ref.start - trigger.i) < 15:
            inside += [ref.start, ref.end]
    start, end = min(inside), max(inside)
    speech = reading.speech_of(trigger)
    if speech is not None:
        for a, b in speech.content:
            if a <= trigger.i < b:
                start, end = max(start, a), min(end, b)
    return start, max(end, start + 1)


def _ends(
    reading: Reading, move: Move, trigger: "Token", directions: Directions
) -> Iterator[tuple[Ref | None, Ref | None, int | None]]:
    """Sender, receiver and number; several receivers make one claim each, and one for the total."""
    receiving, sending = list(move.receiving), list(move.sending)
    if move.form in ("take", "noun") and not sending and move.origin:
        sending = [o for o in move.origin if directions.senders[o.code] > directions.receivers[o.code]]
    if (
        move.form == "take"
        and len(receiving) == 1
        and receiving[0].how is not None
        and receiving[0].code == directions.sender
    ):
        receiving = _carried(reading, directions, directions.receiver)
    if not sending and receiving:
        known = [s for (s, r), _ in directions.pairs.most_common() if r == receiving[0].code]
        code = known[0] if known else directions.sender
        sending = _carried(reading, directions, code) if code != receiving[0].code else []
        if not sending and directions.main and receiving[0].code == directions.main[0]:
            sending = _carried(reading, directions, directions.main[1])
    elif sending and not receiving and move.form != "noun" and not _elsewhere(reading, trigger, move):
        known = {r for (s, r) in directions.pairs if s == sending[0].code}
        code = known.pop() if len(known) == 1 else None
        swapped = next((s for s in directions.swaps if sending[0].code in s), None)
        if move.form == "arrive" and swapped is not None:
            code = next(c for c in swapped if c != sending[0].code)
        if (
            code
            and move.people is not None
            and (_of_deal(reading, trigger) or move.form in ("take", "arrive"))
        ):
            receiving = _carried(reading, directions, code)
    elif sending and not receiving and move.form == "noun" and _of_deal(reading, trigger):
        known = {r for (s, r) in directions.pairs if s == sending[0].code}
        if len(known) == 1:
            receiving = _carried(reading, directions, known.pop())
    elif not sending and not receiving:
        back = trigger.lemma_.lower() in ("return", "bring", "repatriate", "fly back")
        main = directions.of_form(move.form)
        speech = reading.speech_of(trigger)
        if (
            main is not None
            and speech is not None
            and speech.country
            and directions.receivers[speech.country]
            and speech.country != main[0]
        ):
            main = (main[0], speech.country)
        if main is not None and not _elsewhere(reading, trigger, move):
            if back and any(t.form == "bring" for t in (move,)) or back and _was_moved(reading, trigger):
                main = (main[1], main[0])
            if (
                _of_deal(reading, trigger)
                or move.persons is not None
                or setting(trigger).reality is Reality.DENIED
            ):
                sending, receiving = (
                    _carried(reading, directions, main[0]),
                    _carried(reading, directions, main[1]),
                )
        if not sending and not receiving and (directions.sender is not None or main is not None):
            sending = _carried(reading, directions, directions.sender or (main[0] if main else None))
    sender = sending[0] if sending else None
    if len(receiving) > 1:
        if move.persons is not None:
            yield sender, None, move.persons
        for ref in receiving:
            yield sender, ref, None
    elif len(sending) > 1 and receiving:
        if move.persons is not None:
            yield None, receiving[0], move.persons
        for ref in sending:
            yield ref, receiving[0], None
    else:
        yield sender, receiving[0] if receiving else None, move.persons


def _carried(reading: Reading, directions: Directions, code: str | None) -> list[Ref]:
    if code is None:
        return []
    ref = directions.carriers.get(code)
    if ref is None:
        place = next((p for p in reading.places if p.code == code), None)
        return [Ref(code=code, start=place.start, end=place.end, how=_CONTEXT)] if place else []
    return [replace(ref, how=_CONTEXT)]


def _elsewhere(reading: Reading, trigger: "Token", move: Move) -> bool:
    """ "sent home", "to third countries": not to the deal's receiver."""
    if any(t.lower_ in ("home", "elsewhere", "abroad", "homeland", "homelands") for t in trigger.subtree):
        return True
    return any(
        t.lower_ in ("country", "countries", "nations", "states", "place", "places")
        and t.i > trigger.i
        and not any(x.i in reading.place_at for x in t.subtree)
        and any(
            c.lower_ in ("third", "other", "another", "their", "safe", "many", "where", "origin", "own")
            for c in t.subtree
        )
        for t in trigger.subtree
    )


def _of_deal(reading: Reading, trigger: "Token") -> bool:
    """Whether the sentence ties the movement to a deal, or speaks of its people again."""
    return any(
        t.lemma_.lower() in words("deals.paper")
        or t.lower_ in ("first", "transferee", "transferees", "deportee", "deportees")
        for t in trigger.sent
    )


def _was_moved(reading: Reading, trigger: "Token") -> bool:
    """ "Sixteen had been shipped ..., but four were returned": back again after a movement out."""
    sent = trigger.sent
    return any(
        t.lemma_.lower() in words("movement.send") and t.i < trigger.i and syntax.is_verb(t) for t in sent
    )


def _only_agreed(reading: Reading) -> bool:
    """Whether the text tells of an agreement and of nobody who came: then a heading in the present tense looks ahead."""
    for token in reading.doc:
        if (
            syntax.is_verb(token)
            and token.tag_ in ("VBD", "VBN")
            and syntax.keys(token)
            & (words("movement.send") | {"arrive", "land", "receive", "reach", "take in"})
            and token.dep_ not in ("amod", "acl")
            and not syntax.negated(token)
            and setting(token).reality is Reality.HAPPENED
        ):
            return False
    return any(t.lemma_.lower() in ("agree", "sign", "deal", "agreement") for t in reading.doc)


def _lists(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """ "an initial list of 10 people for vetting": listed people are planned, no more."""
    from kg.extract import numbers
    from kg.extract.events import is_people

    for token in reading.doc:
        if token.lemma_.lower() not in ("list", "batch", "group") or token.pos_ != "NOUN":
            continue
        if token.lemma_.lower() != "list" and not any(
            t.lower_ in ("vetting", "screening", "selected", "identified", "shortlist") for t in token.subtree
        ):
            continue
        people = syntax.first(p for p in syntax.prepositional(token, "of", "with") if is_people(reading, p))
        counted = numbers.counted(people) if people is not None else None
        if people is None or counted is None or directions.main is None:
            continue
        sending, receiving = (
            _carried(reading, directions, directions.main[0]),
            _carried(reading, directions, directions.main[1]),
        )
        if not sending or not receiving:
            continue
        qualifier = numbers.qualifier_before(reading.article.text, reading.doc[counted[1]].idx)
        yield propose(
            reading,
            TransferClaim,
            "transfer-list",
            token=token,
            start=token.left_edge.i,
            end=people.i + 1,
            refs=[("sending", sending[0]), ("receiving", receiving[0])],
            sending=sending[0].code,
            receiving=receiving[0].code,
            persons=counted[0],
            persons_qualifier=qualifier or Qualifier.EXACT,
            modality=TransferModality.PLANNED,
            factuality=Factuality.POSSIBLE,
        )
