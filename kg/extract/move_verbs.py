"""What the clause of a verb of moving tells: people who come by themselves, are fetched, are kept at home."""

from typing import TYPE_CHECKING

from kg.extract import numbers, syntax
from kg.extract.ends import inside_of
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.people import is_people
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def into_custody(reading: Reading, verb: "Token") -> bool:
    """As in "were taken back into detention", "rescued and brought ashore": nobody leaves the country."""
    if (
        verb.dep_ == "conj"
        and verb.head.lemma_.lower() in ("rescue", "save")
        and "back" not in {c.lower_ for c in verb.children}
    ):
        return True
    return any(
        o.lemma_.lower() in ("detention", "custody", "jail", "hospital", "court", "prison")
        and not any(c.dep_ == "prep" for c in o.children)
        and not any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.children)
        for o in syntax.prepositional(verb, "into", "to")
        if o.head.lower_ == "into" or o.lemma_.lower() in ("hospital", "court")
    ) or any(
        o.lemma_.lower() in words("movement.sites", "movement.shelters")
        and not any(t.i > o.i and t.i in reading.place_at for t in o.subtree)
        for back in verb.children
        if back.lower_ == "back"
        for host in (verb, back)
        for o in syntax.prepositional(host, "to", "into")
    )


def stays_inside(verb: "Token", known: list[Ref], away: list[Ref], to: list[Ref]) -> bool:
    """As in "from the airport to a house in Juba", "from Oslo to a jail in Bergen": inside a country."""
    if away and to:
        return {r.code for r in to} == {r.code for r in away}
    inner = words("movement.sites", "movement.shelters")
    if not known:  # "from a centre near the border to a camp in eastern Chad"
        left = {o.lemma_.lower() for o in syntax.prepositional(verb, "from")}
        reached = {o.lemma_.lower() for o in syntax.prepositional(verb, "to", "into")}
        return not left.isdisjoint(inner) and not reached.isdisjoint(inner)
    return bool(away) and any(
        o.lemma_.lower() in words("movement.sites", "movement.halls", "movement.shelters")
        for o in syntax.prepositional(verb, "to", "into")
    )


def by_host(verb: "Token", people: "Token", home: list[Ref], to: list[Ref]) -> bool:
    """As in "Ghana has moved 40 men to a camp": who sends nobody abroad moves them about at home."""
    hosts = (verb, *(c for c in people.children if c.dep_ == "acl"))  # "moved men deported by Oslo to a camp"
    return (
        bool(home)
        and (not to or to[0].code == home[0].code)
        and home[0].code not in words("deals.usual-senders")
        and any(
            o.lemma_.lower() in words("movement.sites", "movement.shelters")
            for host in hosts
            for o in syntax.prepositional(host, "to", "into")
        )
    )


def now_at(reading: Reading, verb: "Token", people: "Token", senders: list[Ref]) -> list[Ref]:
    """As in "men deported by Norway are in prison in Ghana", "Ghana holds men deported by Norway"."""
    if verb.dep_ not in ("acl", "relcl") or verb.head.i != people.i or numbers.counted(people) is None:
        return []
    top = people.head.head if people.dep_ == "pobj" and people.head.lower_ == "of" else people
    keeping = top.head
    if keeping.lemma_.lower() not in words("movement.kept", "movement.stuck") | {"be", "keep"}:
        return []
    if top.dep_ == "dobj" and setting(keeping).reality is Reality.HAPPENED:
        who = syntax.subject(keeping)
        found = countries_of(reading, who) if who is not None else []
    else:
        found = inside_of(reading, keeping, keeping) if top.dep_ in ("nsubj", "nsubjpass") else []
    return [r for r in found if r.code not in {s.code for s in senders}][:1]


def zero_relative(reading: Reading, verb: "Token") -> bool:
    """As in "the nine men it accepted", "those it received": the object is what the clause hangs on."""
    head = verb.head
    subject = syntax.first(c for c in verb.children if c.dep_ == "nsubj")
    return (
        verb.dep_ == "relcl"
        and head.i < verb.i
        and subject is not None
        and subject.tag_ not in ("WDT", "WP")
        and subject.i != head.i
        and (is_people(reading, head) or head.lower_ in ("those", "ones"))
        and not any(c.dep_ in ("dobj", "auxpass") and c.tag_ not in ("WDT", "WP") for c in verb.children)
    )


def by_themselves(verb: "Token", subject: "Token | None", people: "Token") -> bool:
    """As in "boats carrying 200 migrants", "the route brings them": nobody sends them; "brought the case"."""
    carried = verb.lemma_.lower() in ("carry", "bring", "take", "ferry", "deliver")
    if people.lemma_.lower() == "case":
        return verb.lemma_.lower() in ("bring", "take") or people.head.lower_ == "by"  # "case by case"
    near = {subject.lemma_.lower()} if subject is not None else set()
    near |= {t.lemma_.lower() for t in verb.sent if abs(t.i - verb.i) < 6 and not _by_sea(verb, t)}
    return carried and not near.isdisjoint(
        words("movement.own-way") - {"illegally", "visa", "shore", "coast"}
    )


def _by_sea(verb: "Token", vessel: "Token") -> bool:
    """As in "will be brought to Italy by boat": somebody ships them."""
    alone = vessel.tag_ == "NN" and all(c.dep_ == "prep" for c in vessel.children)
    return alone and vessel.head.lower_ == "by" and syntax.passive(verb)


def fetches(verb: "Token", subject: "Token") -> bool:
    """As in "a navy ship took the 12 from the port"."""
    return subject.lemma_.lower() in words("movement.carriers") and any(
        c.dep_ == "prep" and c.lower_ == "from" for c in verb.children
    )


def far(verb: "Token") -> bool:
    """Whether the words behind a verb name where people go to or come from."""
    return any(
        c.dep_ in ("prep", "dative") and c.lower_ in ("to", "from", "into", "onto")
        for c in (
            *verb.children,
            *(g for c in verb.children if c.dep_ == "prep" for o in c.children for g in o.children),
        )
    )


def outside(verb: "Token") -> bool:
    """As in "process asylum claims abroad", "hold people beyond EU borders"."""
    return any(
        c.i > verb.i and c.lower_ in ("abroad", "overseas", "offshore", "elsewhere", "beyond", "outside")
        for c in verb.children
    )


def seen(reading: Reading, verb: "Token") -> bool:
    """As in "will see 300 convicts moved to": a participle that the parser takes for an active verb."""
    subject = syntax.first(c for c in verb.children if c.dep_ == "nsubj")
    return (
        (
            verb.dep_ == "ccomp"
            and verb.head.lemma_.lower() in ("see", "have", "get")
            and subject is not None
            and is_people(reading, subject)
            and verb.tag_ in ("VBD", "VBN")
            and not any(c.dep_ in ("aux", "dobj", "mark") for c in verb.children)
        )
        or behind_people(reading, verb, subject)
        or _shares_passive(reading, verb, subject)
        or _reduced(reading, verb, subject)
    )


def _reduced(reading: Reading, verb: "Token", subject: "Token | None") -> bool:
    """As in "a man pushed back to Ghana said", "40 migrants turned over to Ghana": a participle."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and verb.dep_ in ("ROOT", "ccomp")
        and subject is not None
        and is_people(reading, subject)
        and syntax.keys(verb).isdisjoint((words("movement.arrive") - {"move"}) | words("movement.send-goal"))
        and not any(t.tag_ == "MD" for t in verb.sent if t.i > verb.i)
        and not any(c.dep_ in ("aux", "auxpass", "dobj", "relcl") for c in verb.children)
        and far(verb)
    )


def _shares_passive(reading: Reading, verb: "Token", subject: "Token | None") -> bool:
    """As in "40 were flown out and 23 admitted": the second verb shares the auxiliary of the first."""
    return (
        verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and syntax.passive(verb.head)
        and verb.tag_ in ("VBD", "VBN")
        and subject is not None
        and (subject.pos_ == "NUM" or is_people(reading, subject))
        and not any(c.dep_ in ("aux", "dobj", "auxpass") for c in verb.children)
    )


def behind_people(reading: Reading, verb: "Token", subject: "Token | None") -> bool:
    """As in "people put on planes had been robbed": a participle that the parser takes for a clause."""
    return (
        verb.dep_ in ("csubj", "csubjpass")
        and verb.tag_ in ("VBD", "VBP", "VBN")
        and subject is not None
        and subject.i == verb.i - 1
        and is_people(reading, subject)
        and not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    )


def led_astray(verb: "Token") -> "Token | None":
    """As in "12 men sent to Ghana have gone home": whom a participle taken for the verb is said of."""
    astray = syntax.first(c for c in verb.children if c.dep_ == "csubj" and c.i < verb.i)
    if astray is None or astray.tag_ not in ("VBD", "VBN") or any(c.dep_ == "aux" for c in astray.children):
        return None
    who = (c for c in astray.children if c.dep_ in ("nsubj", "nsubjpass") and c.i == astray.i - 1)
    return syntax.first(c for c in who if c.tag_ in ("NNS", "NNPS"))
