"""Movements of people: each verb and noun that speaks of people sent or taken in, with its ends as worded.

Status and transfer claims, and who sends to whom in a text, are all read from these.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract import numbers, syntax
from kg.extract.again import meant_by
from kg.extract.arrivals import arrival
from kg.extract.ellipsis import elided
from kg.extract.ends import (
    from_to,
    goals_of,
    inside_of,
    place_before,
    place_ref,
    replace_how,
)
from kg.extract.gapping import gapped
from kg.extract.given import given_homes
from kg.extract.implicit import implicit
from kg.extract.lexicon import words
from kg.extract.move_actors import asker, meant, partner_of, partners_of, sender_later, serving
from kg.extract.move_actors import paid as paid_for
from kg.extract.move_nouns import figured, noun_move
from kg.extract.move_verbs import (
    by_host,
    by_themselves,
    far,
    fetches,
    into_custody,
    led_astray,
    now_at,
    outside,
    seen,
    stays_inside,
    zero_relative,
)
from kg.extract.moves import Move, described
from kg.extract.origins import kept_at, left_behind, origins_of, sent_before
from kg.extract.people import (
    forced_out,
    in_vehicle,
    is_people,
    loose_people,
    nationality,
    next_people,
    private_person,
)
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_FORMS: Final = ("bring", "take", "send", "arrive")
_NOBODY: Final = frozenset(("nobody", "none", "anyone", "anybody", "no-one"))


def find_moves(reading: Reading) -> tuple[Move, ...]:
    """Every movement that the text speaks of, real or not."""
    found: list[Move] = []
    for token in reading.doc.content:
        move = _move(reading, token)
        if move is not None:
            move = figured(reading, move)
            found.append(move)
            found.extend(elided(reading, move))
            found.extend(gapped(reading, move))
    return tuple(found)


@cache
def _moving() -> frozenset[str]:
    return words(*(f"movement.{form}" for form in _FORMS))


def _move(reading: Reading, token: "Token") -> Move | None:
    if syntax.is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
        keys = syntax.keys(token)
        for form in () if keys.isdisjoint(_moving()) else _FORMS:
            if fitting := keys & words(f"movement.{form}"):
                move = _verb(reading, token, form, max(fitting, key=len))
                if move is not None:
                    return move
        if (housed := given_homes(reading, token)) is not None:
            return housed
        return implicit(reading, token)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in words("movement.ceilings"):
        return implicit(reading, token)
    elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
        word = token.lemma_.lower()
        if word in words("movement.move-nouns", "movement.take-nouns"):
            return noun_move(reading, token, taking=word in words("movement.take-nouns"))
    return None


def _verb(reading: Reading, verb: "Token", form: str, key: str) -> Move | None:
    passive = syntax.passive(verb) or seen(reading, verb)
    subject = led_astray(verb) or syntax.subject(verb)
    if form == "bring" and subject is not None and subject.lemma_.lower() in words("movement.flights"):
        form, subject = "send", None
    if (payee := meant(reading, verb, subject)) is not None:
        subject = payee
    if form == "take" and (partner := serving(reading, verb)) is not None:
        subject = partner
    if form == "take" and subject is not None and not passive and (partner := partner_of(reading, subject)):
        subject = partner
    if form == "arrive":
        return arrival(reading, verb, subject)
    if into_custody(reading, verb):
        return None
    acted = list(syntax.objects(verb))
    people = subject if passive else syntax.first(o for o in acted if loose_people(reading, o))
    if passive and subject is not None and not loose_people(reading, subject):
        beside = (c for c in subject.children if c.dep_ == "appos" and is_people(reading, c))
        # "Kenya and Norway: some 40 Kenyans were flown": the label taken for the subject
        people = syntax.first(o for o in (*beside, *acted) if loose_people(reading, o))
    if passive and verb.dep_ == "pcomp" and verb.head.lower_ == "from":  # "kept 40 men from being flown"
        people = syntax.first(o for o in syntax.objects(verb.head.head) if loose_people(reading, o)) or people
    if people is not None and passive and not loose_people(reading, people):
        people = None
    if people is None and form in ("send", "bring"):
        others = [subject] if passive and subject is not None else [] if passive else acted
        named = key in words("movement.named")
        people = syntax.first(
            o for o in others if (named and private_person(reading, o)) or forced_out(o, key)
        )
    weak = (
        key in words("movement.send-weak")
        if form == "send"
        else key in words("movement.take-weak")
        if form == "take"
        else False
    )
    if (
        people is None
        and not passive
        and form in ("take", "send")
        and (vehicle := in_vehicle(reading, acted))
    ):
        people = vehicle
    if (people is None and not passive and not acted[:1]) or (
        people is None and not passive and form == "send"
    ):
        people = next_people(reading, verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from" and not passive and people is not None:
        barred = syntax.first(o for o in syntax.objects(verb.head.head) if o.i < verb.i)
        subject = barred if barred is not None and barred.i != people.i else subject
    if people is None and not passive and (form in ("take", "send")) and zero_relative(reading, verb):
        people = verb.head
    if people is None or by_themselves(verb, subject, people):
        return None
    homewards = any(c.lower_ == "home" for c in verb.children)
    if weak and not (
        homewards
        or is_people(reading, people)
        or far(verb)
        or numbers.counted(people)
        or people.lower_ in _NOBODY
        or any(c.lower_ == "where" for c in verb.children)
    ):
        return None
    actors = (
        countries_of(reading, subject)
        if subject is not None and not passive
        else [r for a in syntax.agents(verb) for r in countries_of(reading, a)]
    )
    home = _offering(reading, verb) or [r for r in actors if r.code]
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and verb.head.dep_ == "pobj"
        and verb.head.head.lower_ in ("for", "to")
    ):
        home = []  # "a plane left for Baghdad carrying one person"
    to, abroad = goals_of(reading, verb, people)
    if form == "send" and home and not to and (way := from_to(reading, verb, home[0].code)) is not None:
        to = [way]
    if key in words("movement.send-goal") and not (to and (passive or home or _of_state(subject))):
        return None
    if not to and subject is not None and subject.lemma_.lower() in words("movement.flights"):
        to, abroad = goals_of(reading, subject, None)  # "the flight to Ghana carried 40 people"
    if not to and key in ("fly in", "bring in") and (here := place_before(reading, verb)) is not None:
        to = [here]
    if to and home and to[0].code == home[0].code and any(c.lower_ == "back" for c in verb.children):
        home = []  # "the coastguard hauled them back to the country": caught, not sent
    elif to and home and to[0].code == home[0].code and to[0].how:
        to = _other_before(reading, verb, home[0].code)
    away = (
        left_behind(reading, verb) or sent_before(reading, verb, people) or origins_of(reading, verb, people)
    )
    if not to and form == "send":
        to = now_at(reading, verb, people, [*home, *away])
    if stays_inside(verb, [*away, *home], away, to) or (form == "send" and by_host(verb, people, home, to)):
        return None
    if home and home[0].how and any(r.code == home[0].code and r.how == "sent" for r in away):
        home = []  # "we take those that the US does not want": not the US that takes them
    if key in ("resettle", "settle", "relocate", "rehouse") and form == "take":
        to = to or [r for r in inside_of(reading, verb, people) if r.code not in {h.code for h in home}]
        form = "send" if to else form  # "Norway pays to resettle 40 men in Ghana"
    if form == "take" and key == "take" and to:
        ours = subject is not None and to[0].code in {r.code for r in home}
        form = "send" if not ours else "bring" if away else form
    elif form == "take" and key == "take" and subject is not None and fetches(verb, subject):
        form = "bring"
    paid = paid_for(reading, verb) if form == "take" else []
    if paid:
        away = away or home
        home = paid
    if form == "take" and home and {r.code for r in home} & {r.code for r in away if r.how == "sent"}:
        home = partners_of(reading, verb)  # "a deal Norway struck with Ghana to take people it rejected"
    nations = nationality(reading, people)
    if form == "bring" and home and "home" in key and nations and home[0].code not in nations:
        form = "send"  # "Malta has flown home 54 Bangladeshis"
    if form == "bring" and home and to and not away and to[0].code not in {r.code for r in home}:
        form = "send"  # "Britain flew 40 people back to Vietnam"
    if form in ("take", "bring"):
        receiving, sending, origin = (
            home,
            [r for r in away if r.how == "sent"],
            [r for r in away if r.how != "sent"],
        )
        if form == "take" and not receiving:
            receiving = to or inside_of(reading, verb, people)
        elif (
            form == "take"
            and to
            and to[0].how is None
            and to[0].code != receiving[0].code
            and not passive
            and key not in ("accept", "receive", "take in")
        ):
            receiving = to
        if form == "take" and home and verb.lemma_.lower() in words("movement.kept"):
            there = [r for r in inside_of(reading, verb, people) if r.code != home[0].code]
            if there or outside(verb):  # "Italy planned to process them in Albania"
                receiving, sending = there, [replace_how(r) for r in home]
        if form == "take" and paid:
            sending, origin = [r for r in away if r.code != receiving[0].code], []
        if form == "bring":
            sending, origin = away, []
            receiving = to or receiving
        if form == "take" and not sending:
            sending = [r for r in kept_at(reading, people) if r.code not in {x.code for x in receiving}]
        if not sending and not origin:
            sending = asker(reading, verb, receiving)
    else:
        sending, receiving, origin = home, to, []
        kept = kept_at(reading, people) if to else []
        if kept and kept[0].code not in {r.code for r in to}:
            sending = kept  # "people held in Chad were moved to Niger by Norway": from Chad
        elif away and (not home or {r.code for r in home} == {r.code for r in to}):
            sending = away  # "Britain flew a family from Rwanda to the UK"
        elif (
            key in ("relocate", "evacuate") and home and away and not abroad and away[0].code != home[0].code
        ):
            form, sending, receiving = "bring", away, home  # "Norway evacuated 40 people from Ghana"
        elif away and home and away[0].code != home[0].code:
            origin = away
        if then := sender_later(reading, verb, [*sending, *away]):
            sending, receiving, origin = sending or away, then, []
    return described(reading, verb, form, meant_by(reading, verb, people), sending, receiving, origin, abroad)


def _offering(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "Australia accepted a New Zealand offer to take refugees": whose offer it is."""
    taken = [verb.head] if verb.dep_ in ("acl", "relcl") else list(syntax.objects(verb))
    offer = syntax.first(n for n in taken if n.lemma_.lower() in ("offer", "promise", "pledge"))
    beside = offer.children if offer is not None and verb.lemma_ != "make" else ()
    owners = (c for c in beside if c.dep_ in ("poss", "compound", "amod", "nmod"))
    return [place_ref(reading, o) for o in owners if o.i in reading.place_at][:1]


def _of_state(subject: "Token | None") -> bool:
    """As in "police walked them to a bus": they act for a state, if not by its name."""
    return subject is not None and subject.lemma_.lower() in words("society.state-nouns", "movement.carriers")


def _other_before(reading: Reading, verb: "Token", code: str) -> list[Ref]:
    """For "there": the country last named before the verb that is not the one which sends."""
    before = [p for p in reading.places if p.end <= verb.i and p.code != code and p.form != "demonym"]
    if not before:
        return []
    return [Ref(code=before[-1].code, start=verb.i, end=verb.i + 1, how="coreference")]
