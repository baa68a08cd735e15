"""Ends that stand close by: in the label of the paragraph, or beside the receiver in clause and sentence."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.listed import label_of, pair_label
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.ways_home import carried

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def labelled(
    reading: Reading,
    move: Move,
    trigger: "Token",
    directions: Directions,
    receiving: list[Ref],
    sending: list[Ref],
) -> tuple[Ref | None, Ref | None] | None:
    """Ends that the label of the paragraph gives: "Kenya and Germany: ..."; None where it gives none."""
    single = label_of(reading, trigger)
    headed = pair_label(reading, trigger) or ([single] if single is not None else [])
    labels = {ref.code: ref for ref in headed}
    if len(labels) == 1:
        [(code, ref)] = labels.items()
        sender = directions.sender
        if receiving or sending or code == sender or code in words("deals.usual-senders"):
            return None
        left = carried(reading, directions, sender)
        return (left[0], ref) if left and move.form != "bring" else None
    if len(labels) != 2 or len(receiving) > 1 or len(sending) > 1:
        return None
    if receiving:
        to = labels.get(receiving[0].code)
        return (next(r for c, r in labels.items() if c != to.code), receiving[0]) if to else None
    if sending:
        away = labels.get(sending[0].code)
        return (sending[0], next(r for c, r in labels.items() if c != away.code)) if away else None
    home = next((c for c in move.nationality if c in labels), None)
    back = move.form == "bring" or any(c.lower_ in ("back", "home") for c in trigger.children)
    if home is None and back:
        before = [p.code for p in reading.places if p.end <= trigger.i and p.form == "demonym"]
        home = next((c for c in reversed(before) if c in labels), None)
    if home is not None:
        other = next(r for c, r in labels.items() if c != home)
        return (other, labels[home]) if back else (labels[home], other)
    oriented = directions.orient(*labels)
    first, second = oriented or tuple(labels)  # as the label has them, where nothing else tells
    return labels[first], labels[second]


def beside_of(reading: Reading, trigger: "Token", directions: Directions, receiver: str) -> str | None:
    """The one usual sender that the sentence names beside a receiver: "judges in Rome stopped flights to"."""
    for start, end in (_clause_of(trigger), (trigger.sent.start, trigger.sent.end)):
        named = {
            place.code
            for place in reading.places
            if start <= place.start < end
            and place.code != receiver
            and reading.doc[place.end - 1].head.lower_ not in ("to", "into", "towards")
        } & words("deals.usual-senders")
        if len(named) == 1:
            [code] = named
            return code if directions.senders[code] >= directions.receivers[code] else None
        if named:
            return None
    return None


def actor_before(reading: Reading, trigger: "Token", receiver: str) -> str | None:
    """As in "Ghana lost patience, and a Malian was flown to Mali": who acts in the clause before."""
    head = trigger.head
    joined = trigger.dep_ == "conj" and syntax.is_verb(head) and syntax.passive(trigger)
    if not joined or syntax.passive(head) or any(True for _ in syntax.agents(trigger)):
        return None
    who = syntax.subject(head)
    found = countries_of(reading, who) if who is not None else []
    return found[0].code if len(found) == 1 and found[0].code != receiver else None


def teller_of(reading: Reading, trigger: "Token", receiver: str) -> str | None:
    """As in "police in Oslo said 40 people had been flown to": whose officials tell of it sent them."""
    if not (syntax.is_verb(trigger) and syntax.passive(trigger)) or any(True for _ in syntax.agents(trigger)):
        return None
    speech = reading.speech_of(trigger)
    code = speech.country if speech is not None else None
    return code if code != receiver and trigger.tag_ == "VBN" else None


def intercepted(trigger: "Token") -> bool:
    """As in "intercepted and taken back to Libya", "its coastguard hauled them back": no state sends them."""
    actor = syntax.subject(trigger) if syntax.is_verb(trigger) and not syntax.passive(trigger) else None
    if (
        actor is not None
        and actor.lemma_.lower() in ("coastguard", "guard", "navy", "patrol")
        and any(c.lower_ == "back" for c in trigger.children)
    ):
        return True
    return any(
        h.lemma_.lower() in ("intercept", "rescue")
        for h in (trigger.head, *trigger.children)
        if syntax.is_verb(h)
    )


def _clause_of(trigger: "Token") -> tuple[int, int]:
    """The part of the sentence that the trigger's own subject and verb govern."""
    verb = trigger
    while verb.head.i != verb.i and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        verb = verb.head
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    if verb.dep_ == "conj" and verb.head.i < start:
        start = max(start, verb.head.i + 1)
    for other in verb.children:
        if other.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in other.children):
            end = min(end, other.left_edge.i) if other.left_edge.i > trigger.i else end
    return start, end
