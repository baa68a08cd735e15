"""Movements of people: every verb and noun that speaks of people sent or taken in, with its ends as the words give them.

Status and transfer claims, and who sends to whom in a text, are all read from these.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.extract import numbers, syntax
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.speakers import phrase
from kg.model.codes import Per, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORIGINS: Final = frozenset(
    ("deportee", "expellee", "returnee", "deported", "expelled", "removed", "transferee", "evacuee")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A movement of people as worded.

    Args:
        trigger: Token of the verb or noun.
        form: ``take``, ``send``, ``bring``, ``arrive``, or ``noun``.
        people: Token of the people moved, or None.
        sending: Who sends, as named; () where the words do not tell.
        receiving: Where to, as named.
        origin: A country behind "from" that may be the sender or the people's own.
        nationality: Countries the people come from.
        persons: How many, or None.
        qualifier: How exact the number is.
        per: Unit of a rate.
        category: The text's class of people, or None.
        start: First token of the clause that shows it.
        end: One past the last.
        abroad: A place is named to which people go, though no single country ("to third countries", "home").
        counted: Tokens of the number.
    """

    trigger: int
    form: str
    people: int | None
    sending: tuple[Ref, ...] = ()
    receiving: tuple[Ref, ...] = ()
    origin: tuple[Ref, ...] = ()
    nationality: tuple[str, ...] = ()
    persons: int | None = None
    qualifier: Qualifier | None = None
    per: Per | None = None
    category: str | None = None
    start: int
    end: int
    abroad: bool = False
    counted: tuple[int, int] | None = None


def find_moves(reading: Reading) -> tuple[Move, ...]:
    """Every movement that the text speaks of, real or not."""
    found: list[Move] = []
    for token in reading.doc:
        move = _move(reading, token)
        if move is not None:
            found.append(move)
            found.extend(_elided(reading, move))
    return tuple(found)


def is_people(reading: Reading, token: "Token") -> bool:
    """Whether a noun stands for people who can be moved."""
    place = reading.place_at.get(token.i)
    if place is not None:
        return (
            place.form == "demonym"
            and token.pos_ in ("NOUN", "PROPN")
            and token.text.endswith("s")
            and token.head.lower_ != token.lower_
            and token.dep_ not in ("amod", "compound", "poss")
        )
    if token.lemma_.lower() in words("movement.people") or token.lower_ in words("movement.people"):
        return not (
            token.lemma_.lower() == "member"
            and any(c.text == "state" or c.lower_ == "of" for c in token.children)
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].lower_ == "states"
        )
    if token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNS"):
        return True
    return (
        token.tag_ in ("NNPS",)
        and token.text.endswith("ans")
        or (
            token.lemma_.lower() == "number"
            and any(is_people(reading, p) for p in syntax.prepositional(token, "of"))
        )
    )


def _loose_people(reading: Reading, token: "Token") -> bool:
    return (
        is_people(reading, token)
        or token.lower_ in words("movement.indefinite")
        or token.lemma_.lower() in words("movement.indefinite")
        or (token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "MONEY", "PERCENT", "TIME"))
    )


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
    if form == "arrive":
        return _arrival(reading, verb, subject)
    acted = list(syntax.objects(verb))
    people = subject if passive else syntax.first(o for o in acted if _loose_people(reading, o))
    if passive and subject is not None and not _loose_people(reading, subject):
        people = syntax.first(o for o in acted if _loose_people(reading, o))
    if people is not None and passive and not _loose_people(reading, people):
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
    if people is None and not passive and not acted[:1] or people is None and not passive and form == "send":
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
    to, abroad = _towards(reading, verb, people)
    away = _from(reading, verb, people)
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
            receiving = to or _inside(reading, verb, people)
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
    return _described(reading, verb, form, people, sending, receiving, origin, abroad)


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
    """ "pays Eswatini in return for accepting": who is paid takes the people in."""
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
                if is_people(reading, inner) or inner.pos_ == "NUM" and inner.dep_ in ("pobj", "dobj"):
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
        or numbers.counted(subject)
        and (subject.pos_ == "NUM" or subject.lemma_.lower() in ("group", "batch"))
        else _vehicle(reading, [subject])
    )
    if people is None:
        return None
    carrier = [
        _place(reading, c)
        for c in subject.children
        if subject.i != people.i
        and c.i in reading.place_at
        and c.dep_ in ("compound", "amod", "nmod", "poss")
    ]
    word = syntax.lemma(verb)
    to, abroad = _towards(reading, verb, people)
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
    awaited = (
        real in (Reality.PLANNED, Reality.EXPECTED, Reality.POSSIBLE)
        and some
        or people.lower_ == "one"
        and real is not Reality.UNREAL
    )
    if word == "go":
        awaited = numbers.counted(people) is not None and any(
            c.lower_ in ("home", "voluntarily", "back", "there") for c in verb.children
        )
        to = [] if any(c.lower_ == "home" for c in verb.children) else to
    if not to and not away and not awaited or word == "enter" or word == "serve" and not to:
        return None
    return _described(reading, verb, "arrive", people, away, to, [], abroad)


def _noun(reading: Reading, noun: "Token", *, taking: bool) -> Move | None:
    doc = reading.doc
    word = noun.lemma_.lower()
    people = syntax.first(
        p
        for p in syntax.prepositional(noun, "of", "with", "carrying", "involving")
        if _loose_people(reading, p)
    )
    if people is None:
        people = syntax.first(
            c for c in noun.children if c.dep_ in ("compound", "nmod", "poss") and is_people(reading, c)
        )
    if people is None and (counted := numbers.counted(noun)) and word != "flight":
        people = doc[counted[1]]
    if people is None and word in words("movement.flights"):
        people = _vehicle(reading, [noun])
    poss = syntax.first(c for c in noun.children if c.dep_ == "poss")
    by = [r for o in syntax.prepositional(noun, "by") for r in countries_of(reading, o)]
    actors = by or (countries_of(reading, poss) if poss is not None else [])
    actors = actors or [
        _place(reading, c)
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod") and c.i in reading.place_at and word != "flight"
    ]
    to, abroad = _towards(reading, noun, people)
    away = [replace_how(r) for o in syntax.prepositional(noun, "from") for r in countries_of(reading, o)]
    if people is not None:
        away += [r for r in _from(reading, noun, people) if r.code not in {x.code for x in away}]
    if people is None and not (to and (actors or away) or to):
        return None
    if (
        word in words("movement.flights")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and syntax.is_verb(noun.head)
        and syntax.keys(noun.head) & words("movement.arrive")
    ):
        return None
    if taking:
        return _described(
            reading,
            noun,
            "noun",
            people,
            [r for r in away if r.how == "sent"],
            actors or to,
            [r for r in away if r.how != "sent"],
            abroad,
        )
    return _described(reading, noun, "noun", people, actors or away, to, away if actors else [], abroad)


def replace_how(ref: Ref) -> Ref:
    """The same country, marked as one that people are said to be sent from."""
    return replace(ref, how="sent") if ref.how is None else ref


def _place(reading: Reading, token: "Token") -> Ref:
    place = reading.place_at[token.i]
    return Ref(code=place.code, start=place.start, end=place.end, form=place.form)


def _towards(reading: Reading, trigger: "Token", people: "Token | None") -> tuple[list[Ref], bool]:
    """Countries behind "to", and whether the words name any place at all."""
    found: list[Ref] = []
    abroad = False
    hosts = [trigger] + ([people] if people is not None and people.i > trigger.i - 1 else [])
    hosts += [
        c
        for h in list(hosts)
        for c in h.children
        if c.dep_ in ("acl", "prep", "advmod", "prt", "relcl")
        and c.i > trigger.i
        and (c.dep_ != "relcl")
        and not syntax.is_verb(c)
    ]
    for host in hosts:
        for preposition in ("to", "into", "onto", "towards"):
            for goal in syntax.prepositional(host, preposition):
                refs = countries_of(reading, goal) or _within(reading, goal)
                found += [r for r in refs if r.code not in {f.code for f in found}]
                abroad = (
                    abroad
                    or bool(refs)
                    or goal.lemma_.lower() in ("country", "state", "nation", "place", "homeland")
                )
        for child in host.children:
            if (
                child.dep_ in ("dative",)
                and child.i in reading.place_at
                and child.i > trigger.i
                and reading.place_at[child.i].form != "demonym"
            ):
                found.append(_place(reading, child))
            if child.lower_ in ("home", "abroad", "elsewhere", "overseas"):
                abroad = True
            if child.lower_ == "there" and child.i > trigger.i and (back := _there(reading, child)):
                found.append(back)
                abroad = True
    if not found and not abroad and trigger.pos_ != "NOUN" and people is not None:
        found, abroad = _nearby_goal(reading, trigger, people)
    return found, abroad


def _nearby_goal(reading: Reading, trigger: "Token", people: "Token") -> tuple[list[Ref], bool]:
    """ "to" and a country, or "there", behind verb and people in one clause, where the tree does not show it."""
    doc = reading.doc
    for i in range(max(trigger.i, people.i) + 1, min(max(trigger.i, people.i) + 10, trigger.sent.end)):
        token = doc[i]
        if (
            token.text in (",", ";", ":")
            or token.lower_ in ("and", "but", "who", "that", "which", "after", "while")
            or syntax.is_verb(token)
            and token.tag_ != "VBN"
        ):
            break
        if token.lower_ == "there" and token.dep_ != "expl" and (back := _there(reading, token)):
            return [back], True
        if token.lower_ == "to" and i + 1 < trigger.sent.end:
            goal = next(
                (
                    doc[k]
                    for k in range(i + 1, min(i + 3, trigger.sent.end))
                    if k in reading.place_at and reading.place_at[k].form != "demonym"
                ),
                None,
            )
            if goal is not None:
                return [_place(reading, goal)], True
    return [], False


def _there(reading: Reading, token: "Token") -> Ref | None:
    from kg.extract.refer import _subject_before

    return _subject_before(reading, token, plural=False)


def _within(reading: Reading, goal: "Token") -> list[Ref]:
    """A place inside a country: "to the centre in Gjader", "to a prison in El Salvador", "to Rwanda's capital"."""
    start, end = goal.left_edge.i, goal.right_edge.i + 1
    return [
        _ref_at(reading, i)
        for i in range(start, end)
        if i in reading.place_at
        and reading.place_at[i].start == i
        and reading.doc[i].head.lemma_.lower() not in words("movement.people")
    ][:1]


def _ref_at(reading: Reading, i: int) -> Ref:
    return _place(reading, reading.doc[i])


def _inside(reading: Reading, verb: "Token", people: "Token") -> list[Ref]:
    return [
        r
        for host in (verb, people)
        for p in ("in", "at", "on")
        for o in syntax.prepositional(host, p)
        for r in countries_of(reading, o) or _within(reading, o)
    ][:1]


def _from(reading: Reading, trigger: "Token", people: "Token | None") -> list[Ref]:
    """Countries behind "from", or behind who deported the people; ``how`` is "sent" where the words say so."""
    found: list[Ref] = []

    def add(refs: Iterable[Ref], *, sent: bool) -> None:
        for ref in refs:
            if ref.code not in {f.code for f in found}:
                found.append(replace(ref, how="sent") if sent and ref.how is None else ref)

    if trigger.pos_ != "NOUN":
        for origin in syntax.prepositional(trigger, "from"):
            add(countries_of(reading, origin), sent=False)
    if people is None:
        return found
    for part in syntax.coordinated(people):
        for child in part.children:
            if child.dep_ in ("acl", "relcl") and syntax.keys(child) & (
                words("movement.send") | {"reject", "detain", "hold", "eject"}
            ):
                for origin in (*syntax.prepositional(child, "from"), *syntax.agents(child)):
                    add(countries_of(reading, origin), sent=True)
                if (
                    child.dep_ == "relcl"
                    and not syntax.passive(child)
                    and (who := syntax.first(c for c in child.children if c.dep_ == "nsubj")) is not None
                ):
                    add(countries_of(reading, who), sent=True)
        for origin in syntax.prepositional(part, "from"):
            add(
                countries_of(reading, origin),
                sent=part.lemma_.lower() in _ORIGINS or any(c.lower_ in _ORIGINS for c in part.children),
            )
        if part.lemma_.lower() in _ORIGINS:
            add(
                [
                    _place(reading, c)
                    for c in part.children
                    if c.i in reading.place_at and c.dep_ in ("compound", "amod", "nmod", "poss")
                ],
                sent=True,
            )
        for child in part.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    for origin in syntax.prepositional(inner, "from"):
                        add(countries_of(reading, origin), sent=part.lemma_.lower() in _ORIGINS)
    return found


def _described(
    reading: Reading,
    trigger: "Token",
    form: str,
    people: "Token | None",
    sending: list[Ref],
    receiving: list[Ref],
    origin: list[Ref],
    abroad: bool,
) -> Move:
    doc = reading.doc
    persons, qualifier, per, span = None, None, None, None
    if people is not None:
        counted = numbers.counted(people)
        text = reading.article.text
        if counted:
            persons, begin, end = counted
            span = (begin, end)
            qualifier = numbers.qualifier_before(text, doc[begin].idx)
            per = numbers.rate_after(text, doc[end - 1].idx + len(doc[end - 1]))
        elif (
            people.tag_ in ("NN", "NNP")
            and any(c.lower_ in ("a", "an", "one") and c.dep_ in ("det", "nummod") for c in people.children)
            and people.lemma_.lower() in words("movement.people") - {"number", "group", "family", "couple"}
        ):
            persons, qualifier = 1, Qualifier.EXACT
            article = next(c for c in people.children if c.lower_ in ("a", "an", "one"))
            span = (article.i, people.i + 1)
    start, end = _clause(reading, trigger, people, (*sending, *receiving))
    return Move(
        trigger=trigger.i,
        form=form,
        people=people.i if people is not None else None,
        sending=_unique(sending),
        receiving=_unique(receiving),
        origin=_unique(origin),
        nationality=_nationality(reading, people),
        persons=persons,
        qualifier=qualifier,
        per=per,
        category=_category(reading, people),
        start=start,
        end=end,
        abroad=abroad,
        counted=span,
    )


def _unique(refs: list[Ref]) -> tuple[Ref, ...]:
    return tuple({r.code: r for r in reversed(refs)}.values())[::-1]


def _clause(
    reading: Reading, trigger: "Token", people: "Token | None", ends: Iterable[Ref]
) -> tuple[int, int]:
    """Words that show trigger, people and named ends of one sentence."""
    sent = trigger.sent
    inside = [trigger.i, trigger.i + 1]
    if people is not None and sent.start <= people.i < sent.end:
        inside += phrase(people)
        for part in (*syntax.coordinated(people), *(c for c in people.children if c.dep_ == "appos")):
            inside += phrase(part)
        inside += [i for t in people.subtree for i in (t.i, t.i + 1) if t.i in reading.place_at and t.i - trigger.i < 30]
    for ref in ends:
        if sent.start <= ref.start < sent.end:
            inside += (ref.start, ref.end)
    return min(inside), max(inside)


def _nationality(reading: Reading, people: "Token | None") -> tuple[str, ...]:
    if people is None:
        return ()
    found: set[str] = set()
    for part in (*syntax.coordinated(people), *(c for c in people.children if c.dep_ == "appos")):
        if (place := reading.place_at.get(part.i)) and place.form == "demonym":
            found.add(place.code)
        if part.lemma_.lower() in _ORIGINS:
            continue
        found.update(
            reading.place_at[c.i].code
            for c in part.children
            if c.i in reading.place_at and c.dep_ in ("amod", "compound", "nmod")
        )
        if part.lemma_.lower() in ("national", "citizen"):
            found.update(
                r.code for o in syntax.prepositional(part, "of", "from") for r in countries_of(reading, o)
            )
    return tuple(sorted(found))


def _category(reading: Reading, people: "Token | None") -> str | None:
    """The text's class of people, in its words: of all coordinated parts; None for bare "people"."""
    if people is None:
        return None
    first, last, named = None, people.i + 1, False
    for part in syntax.coordinated(people):
        if part.lower_ in words("movement.indefinite") or part.pos_ == "NUM" or not is_people(reading, part):
            continue
        start = _category_start(reading, part)
        first = start if first is None else first
        last = part.i + 1
        named = named or start < part.i or part.lemma_.lower() not in words("movement.generic-category")
    return reading.span(first, last).text if named and first is not None else None


def _category_start(reading: Reading, part: "Token") -> int:
    start, _ = phrase(part)
    while start < part.i and (
        reading.doc[start].pos_ in ("NUM", "DET", "ADP", "PRON", "PART", "SCONJ")
        or reading.doc[start].lower_ in words("movement.quantity")
    ):
        start += 1
    return start


def _elided(reading: Reading, move: Move) -> Iterator[Move]:
    """ "flew eight men to South Sudan and five to Eswatini": the same verb again, with number and goal alone."""
    doc = reading.doc
    trigger = doc[move.trigger]
    if move.people is None or move.form == "noun":
        return
    sent = trigger.sent
    i = move.trigger + 1
    while i + 2 < sent.end:
        token = doc[i]
        if (
            token.pos_ == "NUM"
            and doc[i - 1].lower_
            in ("and", ",", ";", "another", "then", "some", "about", "around", "including", "of")
            and i != move.people
        ):
            j = i + 1
            if j + 1 < sent.end and doc[j].lower_ == "of" and doc[j + 1].lower_ in ("them", "those", "whom"):
                j += 2
            while (
                j < sent.end
                and j < i + 6
                and (
                    doc[j].pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
                    and j not in reading.place_at
                    or doc[j].lower_ in ("more", "others")
                )
            ):
                j += 1
            if j < sent.end and doc[j].lower_ == "to" and move.form in ("send", "arrive"):
                goal = next(
                    (
                        doc[k]
                        for k in range(j + 1, min(j + 4, sent.end))
                        if k in reading.place_at and reading.place_at[k].form != "demonym"
                    ),
                    None,
                )
                count = numbers.value([token.text])
                if goal is not None and count is not None and count == int(count):
                    place = _place(reading, goal)
                    people = doc[j - 1] if j - 1 > i and is_people(reading, doc[j - 1]) else None
                    yield replace(
                        move,
                        persons=int(count),
                        qualifier=numbers.qualifier_before(reading.article.text, token.idx),
                        receiving=(place,),
                        people=move.people,
                        counted=(i, i + 1),
                        start=move.start,
                        end=place.end,
                        nationality=(),
                        category=_category(reading, people) if people is not None else move.category,
                    )
        i += 1
