"""Sender and receiver of a movement, what its clause leaves out filled from the text's own deal."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.transfer_reality import under_denial

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_CONTINENTS: Final = frozenset(("africa", "asia", "europe", "america"))
_CONTEXT: Final = "document deal"


def ends_of(
    reading: Reading, move: Move, trigger: "Token", directions: Directions
) -> Iterator[tuple[Ref | None, Ref | None, int | None]]:
    """Sender, receiver and number; several receivers make one claim each, and one for the total."""
    receiving, sending = list(move.receiving), list(move.sending)
    if move.form in ("take", "noun") and not sending and move.origin:
        sending = [o for o in move.origin if _sends(directions, o.code, move)]
    if (
        move.form == "take"
        and len(receiving) == 1
        and receiving[0].how is not None
        and receiving[0].code == directions.sender
    ):
        receiving = carried(reading, directions, directions.receiver)
    if not receiving and (home := _home(reading, trigger, move, directions)) is not None:
        yield *home, move.persons
        return
    if not sending and receiving and _intercepted(trigger):
        pass
    elif not sending and receiving:
        code = directions.sender_to(receiving[0].code)
        sending = carried(reading, directions, code) if code != receiving[0].code else []
        if not sending and directions.main and receiving[0].code == directions.main[0]:
            sending = carried(reading, directions, directions.main[1])
    elif sending and not receiving and move.form != "noun" and not _elsewhere(reading, trigger, move):
        code = directions.only_receiver(sending[0].code)
        swapped = next((s for s in directions.swaps if sending[0].code in s), None)
        if move.form == "arrive" and swapped is not None:
            code = next(c for c in swapped if c != sending[0].code)
        if (
            code
            and move.people is not None
            and (_of_deal(reading, trigger) or move.form in ("take", "arrive") or code in move.nationality)
        ):
            receiving = carried(reading, directions, code)
    elif sending and not receiving and move.form == "noun" and _of_deal(reading, trigger):
        receiving = carried(reading, directions, directions.only_receiver(sending[0].code))
    elif not sending and not receiving:
        back = trigger.lemma_.lower() in ("return", "bring", "repatriate", "fly back")
        main = directions.of_form(move.form)
        if main is not None and (near := _nearest(reading, trigger, directions, main[0])) is not None:
            main = (main[0], near.code)
        speech = reading.speech_of(trigger)
        if (
            main is not None
            and speech is not None
            and speech.country
            and (
                directions.receivers[speech.country]
                or setting(trigger).reality is Reality.DENIED
                or under_denial(trigger)
            )
            and speech.country != main[0]
        ):
            main = (main[0], speech.country)
        if main is not None and not _elsewhere(reading, trigger, move):
            again = move.people is not None and any(
                o.lower_ in ("them", "these") for o in syntax.prepositional(reading.doc[move.people], "of")
            )
            if move.form == "bring" or (back and (again or _was_moved(reading, trigger))):
                main = (main[1], main[0])
            if (
                _of_deal(reading, trigger)
                or move.persons is not None
                or move.form in ("halted", "implicit")
                or setting(trigger).reality in (Reality.DENIED, Reality.HALTED)
                or under_denial(trigger)
            ):
                sending, receiving = (
                    carried(reading, directions, main[0]),
                    carried(reading, directions, main[1]),
                )
        if not sending and not receiving and (directions.sender is not None or main is not None):
            sending = carried(reading, directions, directions.sender or (main[0] if main else None))
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


def _usual(reading: Reading) -> str | None:
    """The one usual sender that a text names."""
    named = {p.code for p in (*reading.places, *reading.bodies)} & words("deals.usual-senders")
    return named.pop() if len(named) == 1 else None


def _sends(directions: Directions, code: str, move: Move) -> bool:
    """Whether a country that people come from is the one that sends them, not their own."""
    lean = directions.senders[code] - directions.receivers[code]
    return lean > 0 or (lean == 0 and code in words("deals.usual-senders") and code not in move.nationality)


_BACK: Final = frozenset(("return", "repatriate", "readmit"))


def _home(
    reading: Reading, trigger: "Token", move: Move, directions: Directions
) -> tuple[Ref | None, Ref | None] | None:
    """Ends of a way home: people of one nation go there; people moved before leave where they were."""
    near = {c.lower_ for c in trigger.children} | {
        t.lower_ for o in syntax.prepositional(trigger, "to") for t in o.subtree
    }
    theirs = "their" in near and bool(near & {"country", "countries"})
    homewards = theirs or bool(near & {"home", "homeland", "homelands"})
    back = "back" in near or bool({trigger.lemma_.lower()} & _BACK)
    people = reading.doc[move.people] if move.people is not None else None
    if people is None or move.form == "noun":
        return None
    if len(move.nationality) == 1:
        [nation] = move.nationality
        sender = move.sending[0] if move.sending else _held(reading, people)
        if sender is None and _once_moved(people) and (homewards or trigger.lemma_.lower() in _BACK):
            sender = _nearest(reading, trigger, directions, directions.main[0] if directions.main else None)
        if sender is None:
            main = directions.of_form(move.form)
            pair = directions.sender_to(nation) or (main[0] if main else _usual(reading))
            sender = next(iter(carried(reading, directions, pair)), None)
        known = sender is not None and bool(directions.pairs[sender.code, nation])
        removed = move.form == "send" and known
        if (homewards or back or removed) and (sender is None or sender.code != nation):
            place = next((p for p in reading.places if p.code == nation), None)
            if place is not None:
                return sender, Ref(code=nation, start=place.start, end=place.end, how="nationality")
        return None
    told = _once_moved(people) or any(c.lower_ in ("all", "the", "those", "these") for c in people.children)
    if homewards and not move.sending and (move.form == "arrive" or told):
        main = directions.main
        left = _nearest(reading, trigger, directions, main[0] if main else None)
        if left is None:
            left = next(iter(carried(reading, directions, main[1] if main else None)), None)
        return left, None
    return None


def _once_moved(people: "Token") -> bool:
    """As in "four of them", "half": part of people spoken of before."""
    return (
        people.lower_ in _AGAIN
        or people.pos_ == "NUM"
        or people.lemma_.lower() in ("half", "dozen")
        or any(o.lower_ in ("them", "these", "those") for o in syntax.prepositional(people, "of"))
    )


def _held(reading: Reading, people: "Token") -> Ref | None:
    """Where people are kept before they move: "Venezuelans held in El Salvador"."""
    for child in people.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in words("movement.kept"):
            for where in syntax.prepositional(child, "in", "on", "at"):
                if refs := countries_of(reading, where):
                    return refs[0]
    return None


_AGAIN: Final = frozenset(("all", "they", "them", "some", "many", "most", "half", "both", "others"))


def _nearest(reading: Reading, trigger: "Token", directions: Directions, sender: str | None) -> Ref | None:
    """The place last named before, in this sentence or the one before, that takes people in from a sender."""
    number = reading.article.sentence_at(trigger.idx)
    for place in reversed(reading.places):
        if place.end > trigger.i or place.form not in ("name", "capital") or place.code == sender:
            continue
        if number - reading.article.sentence_at(reading.doc[place.start].idx) > 1:
            return None
        if directions.receivers[place.code] > directions.senders[place.code]:
            return Ref(code=place.code, start=place.start, end=place.end, how=_CONTEXT)
    return None


def _intercepted(trigger: "Token") -> bool:
    """As in "intercepted at sea and taken back to Libya": no state sends them."""
    return any(
        h.lemma_.lower() in ("intercept", "rescue")
        for h in (trigger.head, *trigger.children)
        if syntax.is_verb(h)
    )


def carried(reading: Reading, directions: Directions, code: str | None) -> list[Ref]:
    """A country as the rest of the text gives it, or [] where it gives none."""
    if code is None:
        return []
    ref = directions.carriers.get(code)
    if ref is None:
        named = (*reading.places, *reading.leaders, *reading.bodies)
        place = next((p for p in named if p.code == code), None)
        return [Ref(code=code, start=place.start, end=place.end, how=_CONTEXT)] if place else []
    return [replace(ref, how=_CONTEXT)]


def _elsewhere(reading: Reading, trigger: "Token", move: Move) -> bool:
    """As in "sent home", "to third countries": not to the deal's receiver."""
    own = [t for t in trigger.subtree if t.i > trigger.i and _clause_verb(t).i == trigger.i]
    if any(t.lower_ in ("home", "elsewhere", "abroad", "homeland", "homelands") for t in own):
        return True
    if any(o.lower_ in _CONTINENTS for o in syntax.prepositional(trigger, "to", "into")):
        return True
    return any(
        t.lower_ in ("country", "countries", "nations", "states", "place", "places")
        and not any(x.i in reading.place_at for x in t.subtree)
        and any(c.lower_ in words("movement.other-places") for c in t.subtree)
        for t in own
    )


def _clause_verb(token: "Token") -> "Token":
    """The verb (or event noun, if it is the root) whose clause a token stands in."""
    return next((head for head in syntax.climb(token) if syntax.is_verb(head)), token.head)


def _of_deal(reading: Reading, trigger: "Token") -> bool:
    """Whether the sentence ties the movement to a deal, or speaks of its people again."""
    return any(
        t.lemma_.lower() in words("deals.paper")
        or t.lower_ in ("first", "transferee", "transferees", "deportee", "deportees")
        for t in trigger.sent
    )


def _was_moved(reading: Reading, trigger: "Token") -> bool:
    """As in "Sixteen had been shipped ..., but four were returned": back again after a movement out."""
    sent = trigger.sent
    return any(
        t.lemma_.lower() in words("movement.send") and t.i < trigger.i and syntax.is_verb(t) for t in sent
    )
