"""People who arrive, land, leave or travel."""

from typing import TYPE_CHECKING, Final

from kg.extract import numbers, syntax
from kg.extract.ends import goals_of, place_ref, within
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.origins import ORIGINS, origins_of, sent_before
from kg.extract.people import in_vehicle, is_people
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_FORCED: Final = ("require", "oblige", "order", "tell", "ask")
_AHEAD: Final = (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE)


def is_moved(reading: Reading, people: "Token") -> bool:
    """Whether people are counted or told apart, as those whom a deal moves are."""
    return (
        numbers.counted(people) is not None
        or people.lower_ == "first"
        or any(c.lower_ in ("first", "another", "second", "next") for c in people.children)
    )


def _whose(reading: Reading, verb: "Token", subject: "Token") -> "Token | None":
    """As in "eight men are in custody after their plane landed in", "were met when they landed in"."""
    theirs = subject.lower_ in ("they", "he", "she") or (
        subject.lemma_.lower() in words("movement.flights")
        and any(c.dep_ == "poss" and c.lower_ in ("their", "his", "her") for c in subject.children)
    )
    if not theirs or verb.dep_ not in ("advcl", "ccomp", "parataxis") or not syntax.is_verb(verb.head):
        return None
    people = syntax.subject(verb.head)
    counted = people is not None and numbers.counted(people) is not None
    return people if people is not None and counted and is_people(reading, people) else None


def _habitual(verb: "Token") -> bool:
    """As in "hundreds go to Poland every week": what people do, not what is done with them."""
    return verb.tag_ in ("VBP", "VBZ") and any(
        t.lower_ in ("every", "each", "often", "usually", "regularly")
        for c in verb.children
        for t in (c, *c.children)
    )


def _on_their_own(reading: Reading, verb: "Token", people: "Token", to: list[Ref]) -> bool:
    """As in "who arrived by boat": nobody moved them."""
    near = [t for t in verb.sent if abs(t.i - verb.i) < 15]
    hosts = (verb, *(c for c in verb.children if c.dep_ in ("advmod", "prt")))
    behind = (o for host in hosts for o in syntax.prepositional(host, "of"))
    willing = (o for o in behind if o.lower_ in ("accord", "volition", "will"))
    if any(c.dep_ == "poss" for o in willing for c in o.children):
        moved_before = people.lemma_.lower() in ORIGINS or any(
            o.lower_ == "them" for o in syntax.prepositional(people, "of")
        )
        return not moved_before  # "of their own accord"
    many = people.head.head if people.dep_ == "pobj" and people.head.lower_ == "of" else people
    if verb.dep_ == "acl" and many.lemma_.lower() in ("surge", "flow", "influx", "rise", "wave", "stream"):
        return True  # "to slow the flow of people arriving"
    if verb.dep_ == "xcomp" and verb.head.lower_ == "likely" and verb.tag_ == "VBN":
        return True  # "900 likely to have travelled there"
    if any(c.lower_ in ("illegally", "irregularly", "undetected") for c in verb.children):
        return True
    if verb.tag_ == "VBG" and verb.head.lemma_.lower() in ("intercept", "catch", "detect", "rescue"):
        return True
    if any(
        t.lemma_.lower() in words("movement.send") | {"deportation", "deportee", "transfer"}
        for t in near
        if t.i != verb.i
    ):
        return False
    if any(t.lemma_.lower() in words("movement.own-way") for t in near):
        return True
    landing = verb.lemma_.lower() in ("arrive", "land", "reach", "enter", "come", "disembark")
    if not (to and landing and to[0].code in words("deals.usual-senders")):
        return False
    carried = any(t.lemma_.lower() in words("movement.flights", "movement.settled") for t in verb.sent)
    return verb.dep_ == "relcl" or not carried


def _are_others(people: "Token") -> bool:
    """As in "ten others followed in October"."""
    told = (people, *people.children, people.doc[people.i + 1])
    return numbers.counted(people) is not None and any(
        t.lemma_.lower() in ("other", "more", "another", "further") for t in told
    )


def _is_role(noun: "Token", verb: "Token") -> bool:
    return (
        noun.lower_ in ("first", "second", "next", "latest", "last")
        and noun.dep_ == "attr"
        and verb.head.i == noun.i
        and any(c.tag_ == "TO" for c in verb.children)
    )


def let_by(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "Norway has let 40 people travel to Ghana": the state that lets people come or go."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or syntax.lemma(head) not in ("let", "allow", "permit"):
        return []
    who = syntax.subject(head)
    done = head.tag_ in ("VBD", "VBN") and setting(head).reality is Reality.HAPPENED
    return countries_of(reading, who) if who is not None and done and not syntax.passive(head) else []


def arrival(reading: Reading, verb: "Token", subject: "Token | None") -> Move | None:
    """People who come or go themselves: "arrived in", "landed in", "left for"."""
    if subject is not None and _is_role(subject, verb):
        subject = syntax.subject(subject.head)  # "50 men would be the first to travel"
    if subject is None or (subject.lower_ == "first" and subject.head.i != verb.i):
        return None
    people = (
        subject
        if is_people(reading, subject)
        or subject.lower_ in ("one", "nobody", "none")
        or (
            subject.lower_ == "first"
            and subject.dep_ == "nsubj"
            and verb.dep_ != "relcl"
            and any(c.lower_ == "the" for c in subject.children)
        )
        or (
            subject.lemma_.lower() in ("half", "most", "many", "some", "all", "dozen")
            and any(c.lower_ in ("home", "back", "more") for c in (*verb.children, *subject.children))
        )
        or (
            numbers.counted(subject)
            and (subject.pos_ == "NUM" or subject.lemma_.lower() in ("group", "batch", "other", "more"))
        )
        else in_vehicle(reading, [subject])
        or syntax.first(
            p
            for p in syntax.prepositional(verb, "with", "carrying")
            if subject.lemma_.lower() in words("movement.flights") and is_people(reading, p)
        )
        or _whose(reading, verb, subject)
    )
    if (
        people is None
        or people.ent_type_ == "MONEY"
        or (people.i and reading.doc[people.i - 1].text in "$€£")
        or any(c.text in "$€£" for c in people.children)
    ):
        return None
    carrier = [
        place_ref(reading, c)
        for c in subject.children
        if subject.i != people.i
        and c.i in reading.place_at
        and c.dep_ in ("compound", "amod", "nmod", "poss")
    ]
    word = syntax.lemma(verb)
    if word == "leave" and any(c.lower_ in ("behind", "out", "alone") for c in verb.children):
        return None
    if word in ("leave", "depart") and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _FORCED:
        return None
    to, abroad = goals_of(reading, verb, people)
    if not to and subject.lemma_.lower() in words("movement.flights"):
        to = [r for o in syntax.prepositional(subject, "to", "for") for r in countries_of(reading, o)]
    setting_out = word in ("board", "depart", "leave") or "take off" in syntax.keys(verb)
    to = to or [
        r
        for p in ("in", "at", "outside", "near")
        if not setting_out  # "boarded a plane at Kastrup"
        for o in syntax.prepositional(verb, p)
        for r in countries_of(reading, o) or (within(reading, o) if p in ("outside", "near") else [])
    ]
    to = to or [
        r for o in syntax.objects(verb) if word in ("reach", "enter") for r in countries_of(reading, o)
    ]
    if not to and word == "serve":
        to = [
            r
            for served in syntax.objects(verb)
            for o in syntax.prepositional(served, "in", "at")
            for r in countries_of(reading, o) or within(reading, o)
        ][:1]
    away = [
        r
        for o in syntax.prepositional(verb, "from")
        for r in countries_of(reading, o)
        or (within(reading, o) if o.lemma_.lower() in words("movement.sites", "movement.halls") else [])
    ]
    away += [r for o in syntax.objects(verb) if word in ("leave", "depart") for r in countries_of(reading, o)]
    away = (
        away
        or carrier
        or [
            r
            for r in origins_of(reading, verb, people)
            if r.how == "sent" and r.code not in {t.code for t in to}
        ]
    )
    away = away or [r for r in sent_before(reading, verb, people) if r.code not in {t.code for t in to}]
    away = away or [r for r in let_by(reading, verb) if r.code not in {t.code for t in to}]
    real = setting(verb)
    others_follow = word == "follow" and _are_others(people)
    nobody = people.lower_ in ("nobody", "none", "one") and real.reality is Reality.DENIED
    of_sent = nobody and any(o.lemma_.lower() in ORIGINS for o in syntax.prepositional(people, "of"))
    told = [t.lemma_.lower() for t in verb.subtree]
    handed_on = bool(to) and word in ("come", "travel", "move") and not words("deals.paper").isdisjoint(told)
    handed_on = handed_on or (bool(to and away) and numbers.counted(people) is not None)
    if (
        not words("movement.arrive-weak").isdisjoint(syntax.keys(verb))
        and not (nobody and (to or of_sent))
        and not handed_on
        and not others_follow
        and (real.reality not in _AHEAD or not is_moved(reading, people))
    ):
        return None
    if word == "return" and people.tag_ == "NN" and to and to[0].code in words("deals.usual-senders"):
        return None  # somebody came back by himself
    if real.reality is Reality.HAPPENED and numbers.counted(people) is None and _habitual(verb):
        return None
    coming = (verb.dep_ == "acl" and verb.tag_ == "VBG") or any(c.lower_ == "have" for c in verb.children)
    if (real.reality is Reality.HAPPENED or coming) and _on_their_own(reading, verb, people, to):
        return None
    some = (
        people.lower_ == "first"
        or any(c.lower_ in ("first", "a", "an") for c in people.children)
        or numbers.counted(people) is not None
    )
    awaited = (real.reality in (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE) and some) or (
        people.lower_ == "one" and real.reality is not Reality.UNREAL
    )
    if word in ("follow", "return") and (
        any(c.dep_ in ("dobj", "attr", "oprd") for c in verb.children)
        or syntax.passive(verb)
        or (not some and people.lower_ != "one")
    ):
        return None
    awaited = awaited or others_follow or of_sent  # "none of the returnees has shown up"
    if (
        real.reality is Reality.HAPPENED
        and numbers.counted(people) is not None
        and any(t.lemma_.lower() in words("movement.flights") for t in (subject, *verb.subtree))
    ):
        awaited = True
    if word in ("leave", "depart") and numbers.counted(people) is not None:
        awaited = awaited or any(
            goal.pos_ in ("PROPN", "NOUN") and goal.ent_type_ != "DATE"
            for goal in syntax.prepositional(verb, "for")
        )
    if word == "go":
        awaited = (numbers.counted(people) is not None or people.lemma_.lower() == "half") and any(
            c.lower_ in ("home", "voluntarily", "back", "there") for c in verb.children
        )
        if not (awaited or to):
            return None  # "have gone to court"
    homewards = any(c.lower_ == "home" for c in verb.children) or any(
        t.lower_ in ("home", "homeland", "homelands", "own")
        for o in syntax.prepositional(verb, "to", "for")
        for t in o.subtree
    )
    if homewards:
        to = []
        known = people.lemma_.lower() in ORIGINS
        awaited = awaited or (
            word in ("return", "leave", "go") and (known or numbers.counted(people) is not None)
        )
    if (not to and not away and not awaited) or word == "enter" or (word == "serve" and not to):
        return None
    return described(reading, verb, "arrive", people, away, to, [], abroad)
