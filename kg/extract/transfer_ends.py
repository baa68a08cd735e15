"""Sender and receiver of a movement, what its clause leaves out filled from the text's own deal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clause_deal import pair_of_clause
from kg.extract.direction import Directions
from kg.extract.end_hints import distributed, elsewhere, further, of_deal, sends, set_out, sole, was_moved
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.local_ends import actor_before, beside_of, intercepted, labelled, teller_of
from kg.extract.moves import Move
from kg.extract.nearby import pair_near
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import Ref, countries_of
from kg.extract.transfer_denied import under_denial
from kg.extract.ways_home import (
    carried,
    gone_back,
    is_onward,
    nearest,
    of_those,
    passed_on,
    sent_back,
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
    if host := _hostof_deal(reading, trigger, people, receiving):
        receiving, sending = host, receiving
    origins = move.origin if move.form in ("take", "noun") and not sending else ()
    if any(sends(reading, directions, o.code, move) for o in origins):
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
        sending = carried(reading, directions, code) if code != receiving[0].code else []
        if not sending and directions.main and receiving[0].code == directions.main[0]:
            origin = directions.main[1]  # "an Eritrean was sent back to France": not from Eritrea
            if any(p.code == origin and p.form != "demonym" for p in (*reading.places, *reading.leaders)):
                sending = carried(reading, directions, origin)
    elif sending and not receiving and move.form != "noun" and not elsewhere(reading, trigger, move):
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
                of_deal(reading, trigger)
                or move.form in ("take", "arrive")
                or set_out(trigger, move)
                or sending[0].form == "town"
                or code in move.nationality
                or further(reading.doc[move.people])
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
        and not elsewhere(reading, trigger, move)
        and (stopped or move.persons is not None or of_deal(reading, trigger))
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
        if main is not None and not elsewhere(reading, trigger, move):
            again = move.people is not None and of_those(reading.doc[move.people])
            more = move.people is not None and further(reading.doc[move.people])
            if move.form == "bring" or (back and not more and (again or was_moved(reading, trigger))):
                main = (main[1], main[0])
            if (
                of_deal(reading, trigger)
                or move.persons is not None
                or move.form in ("halted", "implicit")
                or stopped
                or setting(trigger).reality in (Reality.DENIED, Reality.HALTED)
            ):
                sending, receiving = (
                    carried(reading, directions, main[0]),
                    carried(reading, directions, main[1]) if sole(move, main, directions) else [],
                )
        if not sending and not receiving and (directions.sender is not None or main is not None):
            sending = carried(reading, directions, directions.sender or (main[0] if main else None))
    sender = sending[0] if sending else None
    if len(receiving) > 1:
        each = move.persons if distributed(trigger) else None
        if move.persons is not None and each is None:
            yield sender, None, move.persons
        for ref in receiving:
            yield sender, ref, each
    elif len(sending) > 1 and (receiving or move.form == "send"):
        goal = receiving[0] if receiving else None
        if move.persons is not None:
            yield None, goal, move.persons
        for ref in sending:
            yield ref, goal, None
    else:
        yield sender, receiving[0] if receiving else None, move.persons


def _hostof_deal(reading: Reading, trigger: "Token", people: "Token | None", takers: list[Ref]) -> list[Ref]:
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
