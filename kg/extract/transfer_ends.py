"""Sender and receiver of a movement, what its clause leaves out filled from the text's own deal."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause_deal import pair_of_clause
from kg.extract.direction import Directions
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.local_ends import actor_before, beside_of, intercepted, labelled, teller_of
from kg.extract.moves import Move
from kg.extract.nearby import pair_near
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.transfer_denied import under_denial
from kg.extract.ways_home import (
    CONTINENTS,
    carried,
    clause_verb,
    from_nowhere,
    gone_back,
    is_onward,
    nearest,
    of_those,
    passed_on,
    sent_back,
    sent_home,
    way_home,
)

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def ends_of(
    reading: Reading, move: Move, trigger: "Token", directions: Directions, *, stopped: bool
) -> Iterator[tuple[Ref | None, Ref | None, int | None]]:
    """Sender, receiver and number; several receivers make one claim each, and one for the total.

    Args:
        reading: The text.
        move: The movement.
        trigger: Its word.
        directions: Who sends to whom in the text.
        stopped: Whether it was denied or halted.
    """
    receiving, sending = list(move.receiving), list(move.sending)
    people = reading.doc[move.people] if move.people is not None else None
    if host := _host_of_deal(reading, trigger, people, receiving):
        receiving, sending = host, receiving
    origins = move.origin if move.form in ("take", "noun") and not sending else ()
    if any(_sends(reading, directions, o.code, move) for o in origins):
        sending = list(origins)
    if (
        (move.form == "take" or trigger.lemma_.lower() == "readmit")
        and len(receiving) == 1
        and receiving[0].how is not None
        and receiving[0].code == directions.sender
        and directions.receiver not in move.nationality
    ):
        receiving = carried(reading, directions, directions.receiver)
    if not (receiving and sending) and (
        pair := labelled(reading, move, trigger, directions, receiving, sending)
    ):
        yield *pair, move.persons
        return
    if move.form == "arrive" and not receiving and not sending and is_onward(trigger):
        left = nearest(reading, trigger, directions, directions.main[0] if directions.main else None)
        yield (
            left or next(iter(carried(reading, directions, directions.main and directions.main[1])), None),
            None,
            move.persons,
        )
        return
    if not sending and (left := sent_home(reading, trigger, move, directions)) is not None:
        sending = [left]
        move = replace(move, sending=(left,))
    if len(sending) > 1 and not receiving and move.form == "send" and syntax.is_verb(trigger):
        if move.persons is not None:
            yield None, None, move.persons  # "Iran and Pakistan have expelled 1.5 million Afghans"
        for ref in sending:
            yield ref, None, None
        return
    if not receiving and (home := way_home(reading, trigger, move, directions)) is not None:
        yield *home, move.persons
        return
    if not sending and receiving and intercepted(trigger):
        pass
    elif not sending and receiving:
        around = pair_near(reading, trigger, directions)
        named = pair_of_clause(reading, trigger, directions)
        code = (
            named[0]
            if named is not None and named[1] == receiving[0].code
            else beside
            if (beside := beside_of(reading, trigger, directions, receiving[0].code)) is not None
            else around[0]
            if around is not None and around[1] == receiving[0].code
            else directions.sender_to(receiving[0].code)
        )
        main_pair = directions.main
        if (
            main_pair is not None
            and receiving[0].code not in main_pair
            and move.people is not None
            and (of_those(reading.doc[move.people]) or (move.form == "arrive" and gone_back(trigger)))
        ):
            code = main_pair[1]  # "Norway is to admit 600 of them": from where they have been brought
        code = passed_on(reading, move, trigger, directions, receiving[0].code) or code
        code = code or actor_before(reading, trigger, receiving[0].code)
        code = code or teller_of(reading, trigger, receiving[0].code)
        if from_nowhere(reading, move, receiving[0].code):
            code = None
        sending = carried(reading, directions, code) if code != receiving[0].code else []
        if not sending and directions.main and receiving[0].code == directions.main[0]:
            origin = directions.main[1]  # "an Eritrean was sent back to France": not from Eritrea
            if any(p.code == origin and p.form != "demonym" for p in (*reading.places, *reading.leaders)):
                sending = carried(reading, directions, origin)
    elif sending and not receiving and move.form != "noun" and not _elsewhere(reading, trigger, move):
        code = directions.only_receiver(sending[0].code)
        swapped = next((s for s in directions.swaps if sending[0].code in s), None)
        if move.form == "arrive" and swapped is not None:
            code = next(c for c in swapped if c != sending[0].code)
        usual = words("deals.usual-senders")
        if move.form == "send" and code in usual and sending[0].code not in usual:
            code = code if sent_back(trigger, move, code) else None  # "Chad expelled 300": not to Europe
        if (
            code
            and move.people is not None
            and (
                _of_deal(reading, trigger)
                or move.form in ("take", "arrive")
                or _set_out(trigger, move)
                or sending[0].form == "town"
                or code in move.nationality
                or sent_back(trigger, move, code)
            )
        ):
            receiving = carried(reading, directions, code)
        speech = reading.speech_of(trigger)
        landed = not words("movement.put-down").isdisjoint(syntax.keys(trigger))
        if not receiving and landed and speech is not None and speech.country != sending[0].code:
            receiving = carried(reading, directions, speech.country)  # "Ghana said a plane dropped off six"
    elif (
        sending
        and not receiving
        and move.form == "noun"
        and not _elsewhere(reading, trigger, move)
        and (stopped or move.persons is not None or _of_deal(reading, trigger))
    ):
        receiving = carried(reading, directions, directions.only_receiver(sending[0].code))
    elif not sending and not receiving:
        back = trigger.lemma_.lower() in ("return", "bring", "repatriate", "fly back") or any(
            c.lower_ == "back" for c in trigger.children
        )
        named = pair_of_clause(reading, trigger, directions)
        main = named or pair_near(reading, trigger, directions) or directions.of_form(move.form)
        if (
            main is not None
            and named is None
            and (near := nearest(reading, trigger, directions, main[0])) is not None
        ):
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
            again = move.people is not None and of_those(reading.doc[move.people])
            more = move.people is not None and any(
                c.lower_ in ("another", "more", "further", "other")
                for c in (reading.doc[move.people], *reading.doc[move.people].children)
            )
            if move.form == "bring" or (back and not more and (again or _was_moved(reading, trigger))):
                main = (main[1], main[0])
            if (
                _of_deal(reading, trigger)
                or move.persons is not None
                or move.form in ("halted", "implicit")
                or stopped
                or setting(trigger).reality in (Reality.DENIED, Reality.HALTED)
            ):
                sending, receiving = (
                    carried(reading, directions, main[0]),
                    carried(reading, directions, main[1]) if _sole(move, main, directions) else [],
                )
        if (
            main is not None
            and trigger.lemma_.lower() == "resettle"
            and move.people is not None
            and reading.doc[move.people].lemma_.lower() in ("evacuee", "transferee", "deportee", "they")
            and _elsewhere(reading, trigger, move)
            and not (sending or receiving)
        ):
            sending = carried(reading, directions, main[1])  # "resettled in third countries": on from there
        if not sending and not receiving and (directions.sender is not None or main is not None):
            sending = carried(reading, directions, directions.sender or (main[0] if main else None))
    sender = sending[0] if sending else None
    if len(receiving) > 1:
        if move.persons is not None:
            yield sender, None, move.persons
        for ref in receiving:
            yield sender, ref, None
    elif len(sending) > 1 and not receiving and move.form == "send" and syntax.is_verb(trigger):
        if move.persons is not None:
            yield None, None, move.persons
        for ref in sending:
            yield ref, None, None
    elif len(sending) > 1 and (receiving or move.form == "send"):
        goal = receiving[0] if receiving else None
        if move.persons is not None:
            yield None, goal, move.persons
        for ref in sending:
            yield ref, goal, None
    else:
        yield sender, receiving[0] if receiving else None, move.persons


def _host_of_deal(reading: Reading, trigger: "Token", people: "Token | None", takers: list[Ref]) -> list[Ref]:
    """As in "Canberra's deal with Palau to resettle 80 people": the partner is to take them in."""
    usual = words("deals.usual-senders")
    kept = usual | words("movement.hosts")
    if trigger.lemma_.lower() not in ("resettle", "accommodate", "house") or len(takers) != 1:
        return []
    near = (trigger.head, *syntax.objects(trigger.head))
    with_whom = [
        r
        for deal in near
        if deal.lemma_.lower() in words("deals.paper") and takers[0].code in usual
        for host in near
        for o in syntax.prepositional(host, "with")
        for r in countries_of(reading, o)
    ]
    hosts = usual if people is not None and people.lemma_.lower() in words("deals.misdeeds") else kept
    return [r for r in with_whom if r.code not in hosts][:1]


_WAITING: Final = ("resettle", "relocate", "evacuate", "admit", "accept", "receive", "take", "welcome")


def _sole(move: Move, main: tuple[str, str], directions: Directions) -> bool:
    """Whether people of several nations can only have gone to the receiver of the main deal."""
    goals = {r for s, r in directions.pairs if s == main[0]}
    return move.form != "send" or len(move.nationality) < 2 or len(goals) < 3


def _sends(reading: Reading, directions: Directions, code: str, move: Move) -> bool:
    """Whether a country that people come from is the one that sends them, not their own.

    So is one that took people in before: "seven refugees from Nauru" leave the island.
    """
    people = reading.doc[move.people] if move.people is not None else None
    taken_in = directions.receivers[code] > 0 and code not in move.nationality
    if taken_in and people is not None and people.lemma_.lower() not in ("national", "citizen"):
        return True
    waiting = reading.doc[move.trigger].lemma_.lower() in _WAITING
    if (
        waiting
        and people is not None
        and code in words("movement.hosts")
        and people.lemma_.lower() in ("refugee", "seeker", "people", "person", "family", "child", "evacuee")
        and code not in move.nationality
    ):
        return True
    lean = directions.senders[code] - directions.receivers[code]
    return lean > 0 or (lean == 0 and code in words("deals.usual-senders") and code not in move.nationality)


def _elsewhere(reading: Reading, trigger: "Token", move: Move) -> bool:
    """As in "sent home", "to third countries": not to the deal's receiver."""
    own = [t for t in trigger.subtree if t.i > trigger.i and clause_verb(t).i == trigger.i]
    if any(t.lower_ in ("home", "elsewhere", "abroad", "homeland", "homelands") for t in own):
        return True
    goals = list(syntax.prepositional(trigger, "to", "into"))
    if any(o.lower_ in CONTINENTS for o in goals):
        return True
    if any(
        o.lower_ in ("countries", "nations", "states")
        and not any(x.i in reading.place_at and reading.place_at[x.i].form == "name" for x in o.subtree)
        for o in goals
    ):
        return True  # "to African countries": to none that is named
    return any(
        t.lower_ in ("country", "countries", "nations", "states", "place", "places")
        and not any(x.i in reading.place_at for x in t.subtree)
        and any(c.lower_ in words("movement.other-places") for c in t.subtree)
        for t in own
    )


def _set_out(trigger: "Token", move: Move) -> bool:
    """As in "five people are to fly from Nauru": they move themselves, and a number is told."""
    who = syntax.subject(trigger) if syntax.is_verb(trigger) and not syntax.passive(trigger) else None
    return move.persons is not None and who is not None and who.i == move.people


def _of_deal(reading: Reading, trigger: "Token") -> bool:
    """Whether the sentence ties the movement to a deal, or speaks of its people again."""
    allowing = trigger.head if trigger.dep_ in ("ccomp", "xcomp") else trigger
    if allowing.lemma_.lower() in words("movement.allowing") and any(
        c.lower_ in ("it", "this", "which") and c.dep_ == "nsubj" for c in allowing.children
    ):
        return True  # "It allows Rome to send 36,000 people a year"
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
