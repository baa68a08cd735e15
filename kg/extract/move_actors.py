"""Who acts in a movement where the subject does not tell: who is asked, paid, or serves another's deal."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.ends import replace_how
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def meant(reading: Reading, verb: "Token", subject: "Token | None") -> "Token | None":
    """As in "paid money to Benin so that it would take": "it" is who gets something for doing so."""
    if subject is None or subject.lower_ not in ("it", "they") or verb.dep_ not in ("advcl", "ccomp"):
        return None
    doc, mark = verb.doc, syntax.first(c for c in verb.children if c.dep_ == "mark")
    if mark is None or not (
        mark.lower_ == "so" or (mark.lower_ == "that" and doc[mark.i - 1].lower_ in ("so", "order"))
    ):
        return None
    before = [
        t
        for t in doc[verb.sent.start : mark.i]
        if t.dep_ in ("pobj", "dobj", "dative")
        and t.head.lower_ not in ("in", "on", "at")
        and countries_of(reading, t)
    ]
    return before[-1] if before else None


def partner_of(reading: Reading, subject: "Token") -> "Token | None":
    """As in "an arrangement with Chad has received 900": the partner takes them."""
    if subject.lemma_.lower() not in words("deals.deal"):
        return None
    return syntax.first(p for p in syntax.prepositional(subject, "with") if countries_of(reading, p))


def serving(reading: Reading, verb: "Token") -> "Token | None":
    """As in "Norway's agreement with Benin to resettle people": the partner of a usual sender takes them."""
    deal = verb.head
    if verb.dep_ not in ("acl", "relcl") or deal.lemma_.lower() not in words("deals.deal"):
        return None
    owner = syntax.owner(deal)
    usual = words("deals.usual-senders")
    if owner is None or not any(r.code in usual for r in countries_of(reading, owner)):
        return None
    return next(
        (
            p
            for p in syntax.prepositional(deal, "with")
            if any(r.code not in usual for r in countries_of(reading, p))
        ),
        None,
    )


def sender_later(reading: Reading, verb: "Token", senders: list[Ref]) -> list[Ref]:
    """As in "Ghana flew home a Malian deported by Norway": Ghana sends on whom it took in before."""
    people = verb.head
    if verb.dep_ != "acl" or not senders or not any(True for _ in syntax.agents(verb)):
        return []
    if people.dep_ == "pobj" and people.head.lower_ == "of":
        people = people.head.head
    onward = people.head
    if people.dep_ not in ("dobj", "nsubjpass") or syntax.keys(onward).isdisjoint(
        words("movement.send") - words("movement.take")
    ):
        return []
    passed = syntax.passive(onward)
    actors = list(syntax.agents(onward)) if passed else [syntax.subject(onward)]
    found = [r for a in actors if a is not None for r in countries_of(reading, a)]
    goals = {r.code for o in syntax.prepositional(verb, "to", "into") for r in countries_of(reading, o)}
    return [replace_how(r) for r in found if r.code not in {s.code for s in senders} and not goals][:1]


def asker(reading: Reading, verb: "Token", receiving: list[Ref]) -> list[Ref]:
    """Who wants people taken in: "asks Ghana to take back", "a request by Norway to receive"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl", "relcl"):
        return []
    refs: list[Ref] = []
    if syntax.is_verb(head) and head.lemma_.lower() in (
        "ask",
        "urge",
        "press",
        "call",
        "want",
        "get",
        "persuade",
    ):
        who = syntax.subject(head)
        refs = countries_of(reading, who) if who is not None else []
    elif head.lemma_.lower() in ("request", "demand", "appeal", "call"):
        who = syntax.owner(head)
        refs = countries_of(reading, who) if who is not None else []
    return [replace_how(r) for r in refs if r.code not in {x.code for x in receiving}][:1]


def paid(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "pays Eswatini in return for accepting": who is paid takes the people in."""
    for head in (verb, *syntax.climb(verb)):
        if syntax.is_verb(head) and syntax.lemma(head) in words("money.pay"):
            return [
                r
                for c in head.children
                if c.dep_ in ("dative", "dobj", "npadvmod") and c.i < verb.i
                for r in countries_of(reading, c)
            ]
        if syntax.is_verb(head) and any(c.dep_ == "nsubj" for c in head.children):
            break  # "gave the state a week to prove that Uganda takes people": who takes them is named
    return []


def partners_of(reading: Reading, verb: "Token") -> list[Ref]:
    """Countries behind "with" at a verb, or at one that it hangs on."""
    return [
        ref
        for head in (verb, *syntax.climb(verb))
        if syntax.is_verb(head)
        for partner in syntax.prepositional(head, "with")
        for ref in countries_of(reading, partner)
    ]
