"""Movements of people: each verb and noun that speaks of people sent or taken in, with its ends as worded.

Status and transfer claims, and who sends to whom in a text, are all read from these.
"""

from typing import TYPE_CHECKING

from kg.extract import numbers, syntax
from kg.extract.ellipsis import elided
from kg.extract.ends import goals_of, inside_of, origins_of, place_ref, replace_how
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.people import is_people, loose_people
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_moves(reading: Reading) -> tuple[Move, ...]:
    """Every movement that the text speaks of, real or not."""
    found: list[Move] = []
    for token in reading.doc:
        move = _move(reading, token)
        if move is not None:
            found.append(move)
            found.extend(elided(reading, move))
    return tuple(found)


def _move(reading: Reading, token: "Token") -> Move | None:
    if syntax.is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
        keys = syntax.keys(token)
        for form in ("bring", "take", "send", "arrive"):
            if fitting := keys & words(f"movement.{form}"):
                move = _verb(reading, token, form, max(fitting, key=len))
                if move is not None:
                    return move
    elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
        word = token.lemma_.lower()
        if word in words("movement.move-nouns") | words("movement.take-nouns"):
            return _noun(reading, token, taking=word in words("movement.take-nouns"))
    return None


def _verb(reading: Reading, verb: "Token", form: str, key: str) -> Move | None:
    passive = syntax.passive(verb)
    subject = syntax.subject(verb)
    if form == "bring" and subject is not None and subject.lemma_.lower() in words("movement.flights"):
        form, subject = "send", None
    if form == "arrive":
        return _arrival(reading, verb, subject)
    acted = list(syntax.objects(verb))
    people = subject if passive else syntax.first(o for o in acted if loose_people(reading, o))
    if passive and subject is not None and not loose_people(reading, subject):
        people = syntax.first(o for o in acted if loose_people(reading, o))
    if people is not None and passive and not loose_people(reading, people):
        people = None
    weak = (
        key in words("movement.send-weak")
        if form == "send"
        else key in words("movement.take-weak")
        if form == "take"
        else False
    )
    if people is None and not passive and form in ("take", "send") and (vehicle := _vehicle(reading, acted)):
        people = vehicle
    if (people is None and not passive and not acted[:1]) or (
        people is None and not passive and form == "send"
    ):
        people = _next_people(reading, verb)
    if people is None:
        return None
    if weak and not (is_people(reading, people) or _far(reading, verb) or numbers.counted(people)):
        return None
    actors = (
        countries_of(reading, subject)
        if subject is not None and not passive
        else [r for a in syntax.agents(verb) for r in countries_of(reading, a)]
    )
    home = [r for r in actors if r.code]
    to, abroad = goals_of(reading, verb, people)
    if to and home and to[0].code == home[0].code and to[0].how:
        to = _other_before(reading, verb, home[0].code)
    away = origins_of(reading, verb, people)
    if key == "resettle" and form == "take" and to:
        form = "send"
    if (
        form == "take"
        and key == "take"
        and to
        and not (subject is not None and to[0].code in {r.code for r in home})
    ):
        form = "send"
    paid = _paid(reading, verb) if form == "take" else []
    if paid:
        away = away or home
        home = paid
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
            and to[0].code != receiving[0].code
            and not passive
            and key not in ("accept", "receive", "take in")
        ):
            receiving = to
        if form == "take" and paid:
            sending, origin = [r for r in away if r.code != receiving[0].code], []
        if form == "bring":
            sending, origin = away, []
            receiving = to or receiving
    else:
        sending, receiving, origin = home, to, []
        if away and not home:
            sending = away
        elif away and home and away[0].code != home[0].code:
            origin = away
    return described(reading, verb, form, people, sending, receiving, origin, abroad)


def _called_off(verb: "Token") -> bool:
    return bool(syntax.keys(verb) & (words("factuality.halts") | {"divert", "turn back", "call off"}))


def _figure(noun: "Token") -> "Token | None":
    """The number that a noun for movements is put at: "expulsions rose to 1,700"."""
    host = noun.head.head if noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "number" else noun
    if host.i == noun.i and host.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    verb = host.head
    if not syntax.is_verb(verb) or not syntax.keys(verb) & words("movement.figures"):
        return None
    found = [
        *syntax.prepositional(verb, "to", "at"),
        *syntax.prepositional(host, "to"),
        *syntax.objects(verb),
    ]
    return next(
        (
            t
            for t in found
            if t.pos_ == "NUM" and t.i > host.i and t.ent_type_ not in ("DATE", "PERCENT", "MONEY")
        ),
        None,
    )


def _other_before(reading: Reading, verb: "Token", code: str) -> list[Ref]:
    """For "there": the country last named before the verb that is not the one which sends."""
    before = [p for p in reading.places if p.end <= verb.i and p.code != code and p.form != "demonym"]
    if not before:
        return []
    return [Ref(code=before[-1].code, start=verb.i, end=verb.i + 1, how="coreference")]


def _next_people(reading: Reading, verb: "Token") -> "Token | None":
    """The people right behind a verb, where the parser lost its object."""
    doc = reading.doc
    for i in range(verb.i + 1, min(verb.i + 8, verb.sent.end)):
        token = doc[i]
        if (
            is_people(reading, token)
            and not (i + 1 < verb.sent.end and is_people(reading, doc[i + 1]))
            and token.dep_ != "compound"
        ):
            return token
        if token.pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ", "AUX", "PRON") or token.tag_ in (
            "VBD",
            "VBZ",
            "VBP",
        ):
            return None
    return None


def _paid(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "pays Eswatini in return for accepting": who is paid takes the people in."""
    for head in syntax.climb(verb):
        if syntax.is_verb(head) and syntax.lemma(head) in words("money.pay"):
            return [
                r
                for c in head.children
                if c.dep_ in ("dative", "dobj", "npadvmod") and c.i < verb.i
                for r in countries_of(reading, c)
            ]
    return []


def _vehicle(reading: Reading, objects: list["Token"]) -> "Token | None":
    for noun in objects:
        if noun.lemma_.lower() in words("movement.flights"):
            for inner in noun.subtree:
                if is_people(reading, inner) or (inner.pos_ == "NUM" and inner.dep_ in ("pobj", "dobj")):
                    return inner
    return None


def _far(reading: Reading, verb: "Token") -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("to", "from") for c in verb.children)


def _arrival(reading: Reading, verb: "Token", subject: "Token | None") -> Move | None:
    if subject is None:
        return None
    people = (
        subject
        if is_people(reading, subject)
        or subject.lower_ in ("one", "nobody", "none")
        or (
            numbers.counted(subject)
            and (subject.pos_ == "NUM" or subject.lemma_.lower() in ("group", "batch"))
        )
        else _vehicle(reading, [subject])
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
    to, abroad = goals_of(reading, verb, people)
    to = to or [
        r for p in ("in", "at") for o in syntax.prepositional(verb, p) for r in countries_of(reading, o)
    ]
    to = to or [
        r for o in syntax.objects(verb) if word in ("reach", "enter") for r in countries_of(reading, o)
    ]
    away = [r for o in syntax.prepositional(verb, "from") for r in countries_of(reading, o)]
    away += [r for o in syntax.objects(verb) if word in ("leave", "depart") for r in countries_of(reading, o)]
    away = away or carrier
    real = setting(verb).reality
    some = (
        any(c.lower_ in ("first", "a", "an") for c in people.children) or numbers.counted(people) is not None
    )
    awaited = (real in (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE) and some) or (
        people.lower_ == "one" and real is not Reality.UNREAL
    )
    if word in ("follow", "return") and (
        any(True for _ in syntax.objects(verb))
        or syntax.passive(verb)
        or (not some and people.lower_ != "one")
    ):
        return None
    if (
        real is Reality.HAPPENED
        and numbers.counted(people) is not None
        and any(t.lemma_.lower() in words("movement.flights") for t in verb.subtree)
    ):
        awaited = True
    if word == "go":
        awaited = numbers.counted(people) is not None and any(
            c.lower_ in ("home", "voluntarily", "back", "there") for c in verb.children
        )
    if any(c.lower_ == "home" for c in verb.children):
        to = []
    if (not to and not away and not awaited) or word == "enter" or (word == "serve" and not to):
        return None
    return described(reading, verb, "arrive", people, away, to, [], abroad)


def _noun(reading: Reading, noun: "Token", *, taking: bool) -> Move | None:
    doc = reading.doc
    word = noun.lemma_.lower()
    people = syntax.first(
        p
        for p in syntax.prepositional(noun, "of", "with", "carrying", "involving")
        if loose_people(reading, p)
    )
    if people is None:
        people = syntax.first(
            c for c in noun.children if c.dep_ in ("compound", "nmod", "poss") and is_people(reading, c)
        )
    if people is None and (counted := numbers.counted(noun)) and word != "flight":
        people = doc[counted[1]]
    if people is None:
        people = _figure(noun)
    if people is None and word in words("movement.flights"):
        people = _vehicle(reading, [noun])
    poss = syntax.first(c for c in noun.children if c.dep_ == "poss")
    by = [r for o in syntax.prepositional(noun, "by") for r in countries_of(reading, o)]
    actors = by or (countries_of(reading, poss) if poss is not None else [])
    actors = actors or [
        place_ref(reading, c)
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod") and c.i in reading.place_at and word != "flight"
    ]
    to, abroad = goals_of(reading, noun, people)
    away = [replace_how(r) for o in syntax.prepositional(noun, "from") for r in countries_of(reading, o)]
    if people is not None:
        away += [r for r in origins_of(reading, noun, people) if r.code not in {x.code for x in away}]
    if (
        people is None
        and word in words("movement.flights")
        and noun.dep_ in ("nsubjpass", "dobj", "nsubj")
        and syntax.is_verb(noun.head)
        and _called_off(noun.head)
    ):
        return described(reading, noun, "noun", None, actors, to, [], abroad)
    if people is None and not ((to and (actors or away)) or to):
        return None
    if (
        word in words("movement.flights")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and syntax.is_verb(noun.head)
        and syntax.keys(noun.head) & words("movement.arrive")
    ):
        return None
    if taking:
        return described(
            reading,
            noun,
            "noun",
            people,
            [r for r in away if r.how == "sent"],
            actors or to,
            [r for r in away if r.how != "sent"],
            abroad,
        )
    return described(reading, noun, "noun", people, actors or away, to, away if actors else [], abroad)
