"""Where the people of a movement come from, and who sent them before."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.ends import place_ref, replace_how, within
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


ORIGINS: Final = frozenset(
    ("deportee", "expellee", "returnee", "deported", "expelled", "removed", "transferee", "evacuee")
)


def left_behind(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "Honduras, from where they will be flown home": the place that the clause hangs on."""
    if verb.dep_ != "relcl":
        return []
    there = any(
        c.lower_ == "from" and any(o.lower_ in ("where", "which") for o in c.children) for c in verb.children
    )
    return countries_of(reading, verb.head) if there else []


def sent_before(reading: Reading, verb: "Token", people: "Token") -> list[Ref]:
    """As in "men whom Norway had sent to Ghana were flown home": they leave where they had been sent."""
    parts = (people, *syntax.prepositional(people, "of"))  # "one of the five men sent to"
    clauses = [c for part in parts for c in part.children if c.dep_ in ("relcl", "acl")]
    if people.head.dep_ == "csubj":
        clauses.append(people.head)  # "men sent to Ghana have gone home", taken for "men sent"
    return [
        replace_how(ref)
        for child in clauses
        if child.i < verb.i
        or (child is not verb and syntax.keys(verb) & (words("movement.take", "movement.bring") | {"return"}))
        if syntax.keys(child) & words("movement.send")
        for goal in syntax.prepositional(child, "to")
        for ref in countries_of(reading, goal)
    ][:1]


def origins_of(reading: Reading, trigger: "Token", people: "Token | None") -> list[Ref]:
    """Countries behind "from", or who deported the people; ``how`` is "sent" where words say so."""
    found: list[Ref] = []

    def add(refs: Iterable[Ref], *, sent: bool) -> None:
        for ref in refs:
            if ref.code not in {f.code for f in found}:
                found.append(replace(ref, how="sent") if sent and ref.how is None else ref)

    if trigger.pos_ != "NOUN":
        expelled = people is not None and people.lemma_.lower() in ORIGINS
        back = [c for c in trigger.children if c.lower_ == "back"]
        aboard = [  # "put on a flight from Oslo to Accra"
            o
            for o in syntax.prepositional(trigger, "on", "aboard", "onto")
            if o.lemma_.lower() in words("movement.flights")
        ]
        for origin in (o for host in (trigger, *back, *aboard) for o in syntax.prepositional(host, "from")):
            if people is not None and is_home(reading, people, origin):
                continue
            kept = words("movement.sites", "movement.halls")
            held = within(reading, origin) if origin.lemma_.lower() in kept else []
            add(countries_of(reading, origin) or held, sent=expelled or bool(back))
    if trigger.pos_ != "NOUN" and people is not None:
        for asked in syntax.prepositional(trigger, "for"):
            add(countries_of(reading, asked), sent=True)
    if people is None:
        return found
    abroad = trigger.pos_ != "NOUN" and any(
        countries_of(reading, goal) or goal.lemma_.lower() in words("society.country-nouns")
        for goal in syntax.prepositional(trigger, "to")
    )
    for part in syntax.coordinated(people):
        for child in part.children:
            wished = [
                c
                for c in child.children
                if child.dep_ == "relcl" and c.dep_ == "xcomp" and syntax.keys(c) & words("movement.send")
            ]
            unwanted = child.dep_ == "relcl" and (
                syntax.lemma(child) in ("reject", "refuse", "disown")
                or (syntax.lemma(child) in ("want", "keep") and _no_more(child))
            )
            if (wished or unwanted) and (
                who := syntax.first(c for c in child.children if c.dep_ == "nsubj")
            ) is not None:
                add(countries_of(reading, who), sent=True)
            if child.dep_ in ("acl", "relcl") and syntax.keys(child) & (
                words("movement.send")
                | {"reject", "detain", "hold", "eject", "turn away", "turn down", "refuse"}
            ):
                for origin in (*syntax.prepositional(child, "from"), *syntax.agents(child)):
                    add(countries_of(reading, origin), sent=True)
                if (
                    child.dep_ == "relcl"
                    and not syntax.passive(child)
                    and (who := syntax.first(c for c in child.children if c.dep_ == "nsubj")) is not None
                ):
                    add(countries_of(reading, who), sent=True)
        for child in part.children:
            if child.dep_ == "relcl" and child.lemma_.lower() in (
                "cross",
                "arrive",
                "land",
                "reach",
                "enter",
            ):
                reached = (*syntax.prepositional(child, "to", "in", "on", "into"), *syntax.objects(child))
                for where in reached:
                    add(countries_of(reading, where), sent=True)
        for origin in (o for host in (part, *_who_came(part)) for o in syntax.prepositional(host, "from")):
            if is_home(reading, part, origin) or (abroad and _native(reading, part, origin)):
                continue
            add(
                countries_of(reading, origin),
                sent=part.lemma_.lower() in ORIGINS or any(c.lower_ in ORIGINS for c in part.children),
            )
        if part.lemma_.lower() in ORIGINS:
            add(
                [
                    place_ref(reading, c)
                    for c in part.children
                    if c.i in reading.place_at
                    and c.dep_ in ("compound", "amod", "nmod", "poss")
                    # "US deportees" are sent by the US; "Venezuelan deportees" are Venezuelans
                    and (
                        reading.place_at[c.i].form != "demonym"
                        or reading.place_at[c.i].code in words("deals.usual-senders")
                    )
                ],
                sent=True,
            )
        for child in part.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    for origin in syntax.prepositional(inner, "from"):
                        add(countries_of(reading, origin), sent=part.lemma_.lower() in ORIGINS)
    return found


def _who_came(people: "Token") -> list["Token"]:
    """As in "deportees who came from Norway": they were sent by where they came from."""
    if people.lemma_.lower() not in ORIGINS:
        return []
    return [
        c for c in people.children if c.dep_ in ("relcl", "acl") and c.lemma_.lower() in ("come", "arrive")
    ]


def _no_more(verb: "Token") -> bool:
    """As in "did not want", "no longer wanted"."""
    return negation.negated(verb) or any(
        c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children) for c in verb.children
    )


def _native(reading: Reading, people: "Token", origin: "Token") -> bool:
    """As in "900 people from Eritrea were sent to Rwanda": no state known to send or to host people."""
    named = {ref.code for ref in countries_of(reading, origin)}
    elsewhere = words("deals.usual-senders") | words("movement.hosts")
    return bool(named) and not named & elsewhere and people.lemma_.lower() not in ORIGINS


def is_home(reading: Reading, people: "Token", origin: "Token") -> bool:
    """As in "five men from Cuba, Laos and Yemen": where people come from, not who sends them."""
    origin = syntax.joined_to(origin)
    preposition = origin.head
    beside = preposition.lower_ == "from" and preposition.i == people.i + 1
    named = {ref.code for ref in countries_of(reading, origin)}
    sent = people.lemma_.lower() in ORIGINS or any(c.lower_ in ORIGINS for c in people.children)
    return beside and len(named) > 1 and not (sent and named & words("deals.usual-senders"))


def kept_at(reading: Reading, people: "Token") -> list[Ref]:
    """As in "resettle refugees held on Nauru": they leave the place where they are kept."""
    return [
        replace_how(ref)
        for clause in people.children
        if clause.dep_ in ("acl", "relcl")
        and (clause.lemma_.lower() in words("movement.kept", "movement.stuck") or _is_there(clause))
        for where in syntax.prepositional(clause, "in", "on", "at")
        for ref in countries_of(reading, where) or within(reading, where)
    ][:1]


def _is_there(clause: "Token") -> bool:
    """As in "the women who are still in Nauru"."""
    return syntax.lemma(clause) == "be" and clause.dep_ == "relcl" and clause.tag_ in ("VBP", "VBZ")
