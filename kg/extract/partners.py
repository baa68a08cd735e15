"""Whom a deal is with, where its noun phrase or its surroundings tell: owners, nationals, places visited."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_GOING: Final = frozenset(
    ("travel", "visit", "fly", "go", "come", "arrive", "tour", "head", "send", "dispatch")
)


def holders(reading: Reading, deal: "Token") -> list[Ref]:
    """As in "Denmark has a similar accord with Kosovo, approved last year": who has it."""
    verb = deal.head
    if deal.dep_ not in ("dobj", "attr") or not syntax.is_verb(verb) or syntax.passive(verb):
        return []
    subject = syntax.subject(verb)
    return countries_of(reading, subject) if subject is not None else []


def inner_doer(token: "Token", deal: "Token") -> "Token | None":
    """As in "reports that Chad had signed a deal were false": who signs."""
    verb = deal if syntax.is_verb(deal) else deal.head
    inside = syntax.is_verb(verb) and verb.i != token.i and verb.dep_ in ("acl", "relcl", "ccomp", "xcomp")
    return syntax.subject(verb) if inside else None


def _reaching() -> frozenset[str]:
    return words("deals.agreed-strong", "deals.signed", "deals.agreed")


def behind(reading: Reading, deal: "Token") -> list[Ref]:
    """As in "accords on similar lines with Chad", "a package for Egypt", deeper in the noun phrase."""
    found: list[Ref] = []
    inner = [c for c in deal.children if c.dep_ == "prep" and c.i > deal.i]
    for verb in deal.children:  # "the agreements concluded under Trump with Chad"
        if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and syntax.keys(verb) & _reaching():
            withs = [t for t in verb.subtree if t.lower_ == "with" and t.dep_ == "prep"]
            ends = [o for w in withs for c in w.children for o in syntax.coordinated(c)]
            found += [r for o in ends for r in countries_of(reading, o)]
    for prep in inner:
        for goal in prep.children:
            if prep.lower_ == "for" and (place := reading.place_at.get(goal.i)) and place.form == "name":
                found.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
            if goal.dep_ == "pobj" and not countries_of(reading, goal):
                found += [
                    r
                    for o in syntax.prepositional(goal, "with", "between", "for")
                    if not any(c.dep_ == "prep" and c.lower_ == "for" for c in goal.children)
                    or o.i in reading.place_at
                    for r in countries_of(reading, o)
                ]
    return found


def sited(reading: Reading, deal: "Token") -> list[Ref]:
    """As in "scrapped its own pilot in Ghana": where it is to work; a capital may be where it is signed."""
    if deal.lemma_.lower() not in words("deals.sited", "movement.sites"):
        return []
    return [
        ref
        for host in (deal, deal.head)
        for prep in host.children
        if prep.i == deal.i + 1 and prep.lower_ in ("in", "on")
        for where in prep.children
        for ref in countries_of(reading, where)
        if ref.form == "name"
    ]


def nationals(reading: Reading, deal: "Token", actor: Ref) -> list[Ref]:
    """As in "Britain signed a returns accord covering Iraqis": the state whose nationals it is about."""
    usual = words("deals.usual-senders")
    before = {c.lemma_.lower() for c in deal.children if c.i < deal.i}
    if actor.code not in usual or not before & words("deals.one-way"):
        return []
    about = [
        place
        for t in deal.subtree
        if t.i > deal.i and (place := reading.place_at.get(t.i)) is not None and place.form == "demonym"
    ]
    codes = {p.code for p in about if p.code not in usual}
    return [Ref(code=about[0].code, start=about[0].start, end=about[0].end)] if len(codes) == 1 else []


def served(reading: Reading, token: "Token") -> list[Ref]:
    """As in "agreed to rent 300 cells to Denmark": for whom; read off the words, as parsers stumble here."""
    doc, serves = token.doc, [c for c in token.children if c.dep_ == "xcomp"]
    if not any(syntax.lemma(c) in words("deals.serving") for c in serves):
        return []
    for i in range(serves[0].i + 1, min(serves[0].i + 12, token.sent.end)):
        place = reading.place_at.get(i)
        if (
            place is not None
            and doc[place.start - 1].lower_ in ("to", "for", "from")
            and place.form != "demonym"
        ):
            return [Ref(code=place.code, start=place.start, end=place.end, form=place.form)]
    return []


def addressed(reading: Reading, verb: "Token") -> list[Ref]:
    """As in "put out feelers to Chad": whom a state turns to; read off the words, as parsers stumble here."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 8, verb.sent.end)):
        place = reading.place_at.get(i)
        if (
            place is not None
            and place.form != "demonym"
            and doc[place.start - 1].lower_ in ("to", "on", "with")
        ):
            return [Ref(code=place.code, start=place.start, end=place.end, form=place.form)]
    return []


def visited(reading: Reading, token: "Token") -> list[Ref]:
    """As in "flew to Canberra to negotiate": where somebody goes to talk."""
    for head in syntax.climb(token):
        if syntax.is_verb(head) and syntax.lemma(head) in _GOING:
            places = (*syntax.objects(head), *syntax.prepositional(head, "to", "in"))
            return [r for o in places if o.i in reading.place_at for r in countries_of(reading, o)][:1]
    return []


def owners(reading: Reading, deal: "Token") -> list[Ref]:
    """As in "Norway's arrangement", "Italy, whose protocol with Albania": who has the deal."""
    found = []
    for owner in (c for c in deal.children if c.dep_ == "poss"):
        noun = owner
        if owner.lower_ == "whose":
            noun = next((h.head for h in syntax.climb(deal) if h.dep_ == "relcl"), owner)
        found += countries_of(reading, noun)
    if any(True for _ in syntax.prepositional(deal, "with")):
        for owner in syntax.prepositional(deal, "of"):
            found += countries_of(reading, owner)
    return found


def inside(reading: Reading, noun: "Token") -> list[Ref]:
    """As in "with the Dutch prison": the country whose name stands before the noun."""
    if noun.lemma_.lower() not in words("movement.sites"):
        return []
    places = [reading.place_at[c.i] for c in noun.children if c.i in reading.place_at and c.i < noun.i]
    return [Ref(code=p.code, start=p.start, end=p.end, form=p.form) for p in places[:1]]


def nested(deal: "Token | None") -> list["Token"]:
    """The noun for a deal and those in it, as in "its plan for a pact with Guinea"."""
    found = [deal] if deal is not None else []
    for noun in found:
        found += [
            o
            for o in syntax.prepositional(noun, "for", "of", "on", "about")
            if o.lemma_.lower() in words("deals.paper")
        ]
    return found


def whereabouts(reading: Reading, token: "Token", verb: "Token") -> list[Ref]:
    """As in "in Guyana, talks are at an advanced stage", "Palau, where talks are continuing"."""
    if any(True for _ in syntax.prepositional(token, "with", "between")) or not syntax.is_verb(verb):
        return []
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return countries_of(reading, verb.head)
    return [
        r
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "in" and child.i < token.i
        for o in child.children
        if o.dep_ == "pobj"
        for r in countries_of(reading, o)
        if o.i in reading.place_at and reading.place_at[o.i].form == "name"
    ]


def from_state(reading: Reading, asked: "Token") -> bool:
    """As in "a US request", "a request from Washington": whether words beside it tell who asks."""
    named = any(c.i in reading.place_at for c in asked.children if c.i < asked.i)
    return named or any(countries_of(reading, o) for o in syntax.prepositional(asked, "from", "by"))
