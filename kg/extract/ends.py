"""Where a movement starts and where it goes, as far as the words near it tell."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_BOUND: Final = ("bound", "headed", "heading", "destined")


def from_to(reading: Reading, verb: "Token", start: str) -> Ref | None:
    """As in "flew 40 men who were ... from Italy to Albania": behind a clause that took the words away."""
    doc = reading.doc
    for i in range(verb.i + 3, verb.sent.end - 1):
        left = reading.place_at.get(i - 1)
        if doc[i].lower_ == "to" and left is not None and left.code == start:
            goal = reading.place_at.get(i + 1 + (doc[i + 1].lower_ == "the"))
            if goal is not None and goal.form != "demonym" and doc[left.start - 1].lower_ == "from":
                return place_ref(reading, doc[goal.start])
    return None


def replace_how(ref: Ref) -> Ref:
    """The same country, marked as one that people are said to be sent from."""
    return replace(ref, how="sent") if ref.how is None else ref


def place_ref(reading: Reading, token: "Token") -> Ref:
    """The country that a token names."""
    place = reading.place_at[token.i]
    return Ref(code=place.code, start=place.start, end=place.end, form=place.form)


def goals_of(reading: Reading, trigger: "Token", people: "Token | None") -> tuple[list[Ref], bool]:
    """Countries behind "to", and whether the words name any place at all."""
    found: list[Ref] = []
    abroad = False
    hosts = [trigger] + ([people] if people is not None and people.i > trigger.i - 1 else [])
    hosts += [
        c
        for h in list(hosts)
        for c in h.children
        if c.dep_ in ("acl", "prep", "advmod", "prt", "relcl", "amod")
        and c.i > trigger.i
        and (c.dep_ != "relcl")
        and not syntax.is_verb(c)
    ]
    vehicles = [
        o
        for o in syntax.prepositional(trigger, "on", "aboard", "onto", "into", "to")
        if o.lemma_.lower() in words("movement.flights")
    ]
    hosts += [c for h in (*hosts[:2], *vehicles) for c in h.children if c.lower_ in _BOUND and c not in hosts]
    hosts += vehicles
    for host in hosts:
        for preposition in ("to", "into", "onto", "towards", *(("for",) if _sets_out(host, trigger) else ())):
            for goal in syntax.prepositional(host, preposition):
                if _of_others(goal, people):
                    continue
                if (
                    goal.lower_ == "which" and trigger.dep_ == "relcl"
                ):  # "Ghana, to which 20 people were flown"
                    goal = trigger.head
                refs = (
                    countries_of(reading, goal)
                    or _both(reading, goal)
                    or within(reading, goal)
                    or _beside(reading, goal)
                )
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
                found.append(place_ref(reading, child))
            if child.lower_ in ("home", "abroad", "elsewhere", "overseas"):
                abroad = True
            if (
                child.lower_ == "here"
                and child.i > trigger.i
                and (speech := reading.speech_of(trigger)) is not None
                and speech.country
            ):
                found.append(Ref(code=speech.country, start=child.i, end=child.i + 1, how="coreference"))
                abroad = True
            if child.lower_ == "there" and child.i > trigger.i and (back := place_before(reading, child)):
                found.append(back)
                abroad = True
    if not found and trigger.dep_ == "relcl" and any(c.lower_ == "where" for c in trigger.children):
        found = countries_of(reading, trigger.head)
        abroad = bool(found)
    if not found and people is not None and syntax.is_verb(trigger):
        found = _set_down(reading, trigger, people)
    if not found and not abroad and trigger.pos_ != "NOUN":
        found = _purpose(reading, trigger)
    if not found and syntax.is_verb(trigger):
        found = _site(reading, trigger)
    if not found and not abroad and trigger.pos_ != "NOUN" and people is not None:
        found, abroad = _nearby_goal(reading, trigger, people)
    return found, abroad


def _both(reading: Reading, goal: "Token") -> list[Ref]:
    """As in "to the two countries": the two named last that are not known to send people away."""
    both = any(c.lower_ in ("two", "both") for c in goal.children)
    if not both or goal.tag_ != "NNS" or goal.lemma_.lower() not in words("society.country-nouns"):
        return []
    usual = words("deals.usual-senders")
    before = [
        p.code
        for p in reading.places
        if p.end <= goal.i and p.form in ("name", "capital") and not _starts(reading.doc[p.end - 1])
    ]
    codes = list(dict.fromkeys(code for code in reversed(before) if code not in usual))[:2]
    refs = [Ref(code=code, start=goal.i, end=goal.i + 1, how="coreference") for code in codes]
    return refs if len(refs) == 2 else []


def _starts(token: "Token") -> bool:
    """As in "from Eritrea and Sudan", "by Norway"."""
    return syntax.joined_to(token).head.lower_ in ("from", "by")


def _site(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "consigned to a prison in Mali", where the parser hangs "in Mali" on the verb."""
    sites = [
        o for o in syntax.prepositional(verb, "to", "into") if o.lemma_.lower() in words("movement.sites")
    ]
    return [
        ref
        for place in verb.children
        if sites and place.i > sites[-1].i and place.dep_ == "prep" and place.lower_ in ("in", "on", "near")
        for where in syntax.prepositional(place.head, place.lower_)
        for ref in countries_of(reading, where)
    ][:1]


def _set_down(reading: Reading, verb: "Token", people: "Token") -> list[Ref]:
    """As in "dumped them in the desert of Niger", "offloaded 40 people on Ghana and Togo"."""
    if not words("movement.put-down").isdisjoint(syntax.keys(verb)) and (
        inside := inside_of(reading, verb, people)
    ):
        return inside
    if words("movement.burdening").isdisjoint(syntax.keys(verb)):
        return []
    return [
        r
        for host in (verb, people)
        for o in syntax.prepositional(host, "on")
        for r in countries_of(reading, o)
    ]


def _of_others(goal: "Token", people: "Token | None") -> bool:
    """As in "40 people to Ghana and 5 to Benin": the goal of another number."""
    if goal.tag_ in ("NNPS", "NNP") and any(c.dep_ == "nummod" for c in goal.children):
        return True  # "to Ghana and 35 Syrians to Togo"
    preposition = goal.head
    counted = preposition.doc[preposition.i - 1] if preposition.i else None
    return (
        people is not None
        and counted is not None
        and preposition.dep_ in ("prep", "dative")
        and (counted.pos_ == "NUM" or any(c.dep_ == "nummod" for c in counted.children))
        and counted.lemma_.lower() not in words("movement.flights")  # "on one jet to Ghana and Togo"
        and counted.i > people.i
        and counted.head.i != people.i
    )


def _sets_out(host: "Token", trigger: "Token") -> bool:
    """As in "left for Accra", "a plane bound for Kabul": behind "for" stands a goal."""
    if host.lower_ in _BOUND:
        return True
    words_of = words("movement.setting-out")
    return host.i == trigger.i and (host.lemma_.lower() in words_of or bool(syntax.keys(host) & words_of))


def _beside(reading: Reading, goal: "Token") -> list[Ref]:
    """As in "to Tilburg in the Netherlands", "to Shengjin, Albania", where the parser parted the two."""
    doc, i = reading.doc, goal.i + 1
    if goal.pos_ != "PROPN" or i + 1 >= goal.sent.end or doc[i].lower_ not in ("in", ",", "near"):
        return []
    i += 1 + (doc[i + 1].lower_ == "the")
    place = reading.place_at.get(i)
    return [place_ref(reading, doc[i])] if place is not None and place.form == "name" else []


def _purpose(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "send convicts to serve their sentences in the Balkan country"."""
    return [
        ref
        for clause in verb.children
        if clause.i > verb.i and clause.dep_ in ("xcomp", "advcl") and clause.tag_ == "VB"
        if clause.lemma_.lower() in words("movement.purposes")
        for where in syntax.prepositional(clause, "in", "at", "on")
        for ref in countries_of(reading, where) or within(reading, where)
    ][:1]


def _nearby_goal(reading: Reading, trigger: "Token", people: "Token") -> tuple[list[Ref], bool]:
    """The goal behind "to", or "there", near verb and people, where the tree does not show it."""
    doc = reading.doc
    for i in range(max(trigger.i, people.i) + 1, min(max(trigger.i, people.i) + 10, trigger.sent.end)):
        token = doc[i]
        if (
            token.text in (",", ";", ":")
            or token.lower_ in ("and", "but", "who", "that", "which", "after", "while")
            or (syntax.is_verb(token) and token.tag_ != "VBN")
        ):
            break
        if token.lower_ == "there" and token.dep_ != "expl" and (back := place_before(reading, token)):
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
                return [place_ref(reading, goal)], True
    return [], False


def place_before(reading: Reading, token: "Token") -> Ref | None:
    """The place last named before "there" that people may have reached: nobody's sender, no origin."""
    number = reading.article.sentence_at(token.idx)
    for place in reversed(reading.places):
        last = reading.doc[place.end - 1]
        top = syntax.joined_to(last)
        left = top.head.lower_ in ("by", "from")
        partner = top.head.lower_ == "with" and place.code in words("deals.usual-senders")
        if place.end > token.i or place.form not in ("name", "capital") or left or partner:
            continue
        if number - reading.article.sentence_at(reading.doc[place.start].idx) > 2:
            break
        if last.dep_ == "nsubj" and place.code in words("deals.usual-senders"):
            continue
        return Ref(code=place.code, start=token.i, end=token.i + 1, how="coreference")
    return None


def within(reading: Reading, goal: "Token") -> list[Ref]:
    """A place inside a country: "to the centre in Gjader", "to a prison in El Salvador"."""
    start, end = goal.left_edge.i, goal.right_edge.i + 1
    behind = goal.doc[goal.i + 1 : end]
    end = next((t.i for t in behind if t.text == "," or t.lower_ == "from" or t.tag_ in ("WDT", "VBZ")), end)
    last = goal.right_edge.i + 1
    if goal.lemma_.lower() == "country" and any(c.lower_ == "home" for c in goal.children):
        return []  # "to their home countries, which Accra said would"
    return [
        _ref_at(reading, i)
        for i in (*range(start, end), *range(end, last))
        if i in reading.place_at
        and reading.place_at[i].start == i
        and (i < end or (reading.doc[end].text == "," and reading.place_at[i].form == "name"))
        and reading.doc[i].head.lemma_.lower() not in words("movement.people")
        and not (reading.place_at[i].form == "demonym" and reading.doc[i + 1].text == "-")  # "Italian-run"
        and not any(
            t.lower_ in ("near", "from", "with", "outside", "beyond")
            for t in reading.doc[max(start, i - 3) : i]
        )
    ][:1]


def _ref_at(reading: Reading, i: int) -> Ref:
    return place_ref(reading, reading.doc[i])


def inside_of(reading: Reading, verb: "Token", people: "Token") -> list[Ref]:
    """The country behind "in", "at" or "on", near a verb or its people."""
    return [
        r
        for host in (verb, people)
        for p in ("in", "at", "on")
        for o in syntax.prepositional(host, p)
        for r in countries_of(reading, o) or within(reading, o)
    ][:1]
