"""The countries that a clause on a deal names."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.listed import dated_partners, label_of
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.themes import goals_of, participle
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_GOING: Final = frozenset(
    ("travel", "visit", "fly", "go", "come", "arrive", "tour", "head", "send", "dispatch")
)


def named_parties(
    reading: Reading, token: "Token", deal: "Token | None", status: Status
) -> tuple[list[Ref], list[Ref]]:
    """Countries that act, and those behind "with", "between" or in the deal's name."""
    verb = token if syntax.is_verb(token) else token.head
    subject = syntax.subject(token) if syntax.is_verb(token) else syntax.owner(token)
    if participle(token) and deal is not None:
        subject = None if deal.sent == token.sent and deal.i < token.i else subject
    if subject is None and syntax.is_verb(verb) and verb.i != token.i:
        subject = syntax.subject(verb)
    actors = (
        [*_joined_before(reading, subject), *countries_of(reading, subject)] if subject is not None else []
    )
    if syntax.is_verb(token) and (syntax.passive(token) or participle(token)):
        actors = [r for a in syntax.agents(token) for r in countries_of(reading, a)] + actors
    if syntax.is_verb(token) and status is Status.PROPOSED and _approaches(reading, token):
        asked = (
            [*goals_of(token), *syntax.prepositional(token, "to")]
            if not syntax.passive(token)
            else [subject]
            if subject is not None
            else []
        )
        partners = [r for o in asked for r in countries_of(reading, o)]
        codes = {r.code for r in partners}
        return [a for a in actors if a.code not in codes], partners
    if (
        syntax.is_verb(token)
        and status is Status.REJECTED
        and (
            named := [
                r for o in syntax.objects(token) if o.i in reading.place_at for r in countries_of(reading, o)
            ]
        )
    ):
        return actors, named
    if status is Status.PROPOSED and deal is not None and deal.lemma_.lower() in words("deals.requests"):
        askers = _askers(reading, deal)
        codes = {r.code for r in askers}
        if actors and syntax.is_verb(token) and not codes & {a.code for a in actors}:
            return askers, actors
    whereabouts = _whereabouts(reading, token, verb) if status is Status.TALKS else []
    speech = reading.speech_of(token)
    if not actors and not whereabouts and speech is not None and speech.country:
        actors = [Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")]
    hosts = [token, *_nested(deal), *([verb] if syntax.is_verb(verb) else [])]
    if deal is not None and not syntax.is_verb(token) and syntax.is_verb(deal.head) and deal.dep_ == "dobj":
        hosts.append(deal.head)  # "close to sealing a deal with"
    if status is Status.PROPOSED:
        hosts += [c for c in token.children if c.dep_ == "xcomp" and syntax.keys(c) & words("deals.talks")]
    partners = whereabouts
    if status is Status.TALKS and actors and len(actors) == 1:
        partners += _visited(reading, token)
    for host in hosts:
        for other in syntax.prepositional(host, "with", "between", "among", "by", "from"):
            partners += countries_of(reading, other) or _inside(reading, other)
        for child in host.children:
            if (
                child.i in reading.place_at
                and child.dep_ in ("compound", "amod", "nmod", "poss")
                and host.i != verb.i
            ):
                place = reading.place_at[child.i]
                partners.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    if deal is not None:
        partners = owners(reading, deal) + partners
        if not actors and not partners and participle(token):
            outer = next((h for h in syntax.climb(deal) if syntax.is_verb(h)), None)
            clause_subject = syntax.subject(outer) if outer is not None else None
            actors = countries_of(reading, clause_subject) if clause_subject is not None else []
        if (
            deal.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")
            and (of := syntax.owner(deal)) is not None
            and syntax.is_verb(deal.head)
            and of.i != (subject.i if subject is not None else -1)
        ):
            partners += [r for r in countries_of(reading, of) if of.dep_ == "poss"]
        for inner in deal.subtree:
            if (
                inner.i > deal.i
                and inner.i in reading.place_at
                and inner.dep_ == "pobj"
                and inner.head.lower_ in ("in", "on")
                and any(t.lemma_.lower() in words("movement.sites") for t in reading.doc[deal.i : inner.i])
            ):
                place = reading.place_at[inner.i]
                partners.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    partners += [ref for ref, _ in dated_partners(reading, token)]
    if status is Status.AGREED and syntax.is_verb(token) and len(actors) == 1 and not partners:
        partners += _served(reading, token)
    codes = {a.code for a in actors}
    label = label_of(reading, token)
    if label is not None and len(codes | {p.code for p in partners}) < 2 and label.code not in codes:
        (partners if actors else actors).append(label)
    return actors, list({p.code: p for p in partners if p.code not in codes}.values())


def _approaches(reading: Reading, verb: "Token") -> bool:
    """As in "approached Libya", "asked Tunisia to host a centre"."""
    if syntax.keys(verb) & words("deals.approached", "deals.named"):
        return True
    subject = syntax.subject(verb) if syntax.passive(verb) else None
    asked = [subject] if subject is not None else syntax.objects(verb)
    return syntax.lemma(verb) == "ask" and any(countries_of(reading, o) for o in asked)


def _served(reading: Reading, token: "Token") -> list[Ref]:
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


def _visited(reading: Reading, token: "Token") -> list[Ref]:
    """As in "flew to Canberra to negotiate": where somebody goes to talk."""
    for head in syntax.climb(token):
        if syntax.is_verb(head) and syntax.lemma(head) in _GOING:
            places = (*syntax.objects(head), *syntax.prepositional(head, "to", "in"))
            return [r for o in places if o.i in reading.place_at for r in countries_of(reading, o)][:1]
    return []


def _askers(reading: Reading, request: "Token") -> list[Ref]:
    """As in "a US request", "Washington's request", "a request from Washington"."""
    found = owners(reading, request)
    for child in request.children:
        if child.i < request.i and child.dep_ != "poss" and (place := reading.place_at.get(child.i)):
            found.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    for other in syntax.prepositional(request, "from", "by"):
        found += countries_of(reading, other)
    return list({r.code: r for r in found}.values())


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


def also_did(reading: Reading, token: "Token") -> list[Ref]:
    """As in "both signed, as did El Salvador": one more that the clause is said of."""
    doc, sent = token.doc, token.sent
    return [
        Ref(code=place.code, start=place.start, end=place.end, form=place.form)
        for i in range(token.i, sent.end - 2)
        if doc[i].lower_ == "as" and doc[i + 1].lower_ in ("did", "has", "have", "had", "does", "do")
        if (place := reading.place_at.get(i + 2)) is not None
    ]


def _inside(reading: Reading, noun: "Token") -> list[Ref]:
    """As in "with the Dutch prison": the country whose name stands before the noun."""
    if noun.lemma_.lower() not in words("movement.sites"):
        return []
    places = [reading.place_at[c.i] for c in noun.children if c.i in reading.place_at and c.i < noun.i]
    return [Ref(code=p.code, start=p.start, end=p.end, form=p.form) for p in places[:1]]


def _nested(deal: "Token | None") -> list["Token"]:
    """The noun for a deal and those in it, as in "its plan for a pact with Guinea"."""
    found = [deal] if deal is not None else []
    for noun in found:
        found += [
            o
            for o in syntax.prepositional(noun, "for", "of", "on", "about")
            if o.lemma_.lower() in words("deals.paper")
        ]
    return found


def _joined_before(reading: Reading, subject: "Token") -> list[Ref]:
    """As in "Nauru and Australia signed", where the parser left the first name alone."""
    doc, edge = reading.doc, subject.left_edge.i
    if edge - 2 < subject.sent.start or doc[edge - 1].lower_ != "and" or subject.i not in reading.place_at:
        return []
    place = reading.place_at.get(edge - 2)
    if place is None or place.form == "demonym" or doc[place.end - 1].dep_ == "pobj":
        return []
    return [Ref(code=place.code, start=place.start, end=place.end, form=place.form)]


def _whereabouts(reading: Reading, token: "Token", verb: "Token") -> list[Ref]:
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


def with_body(reading: Reading, token: "Token", deal: "Token | None") -> bool:
    """As in "an arrangement with the UN refugee agency": the other side is no country."""
    hosts = (token, deal) if deal is not None else (token,)
    others = [o for host in hosts for o in syntax.prepositional(host, "with")]
    return any(
        o.lemma_.lower() in words("society.organisations", "deals.bodies") and not countries_of(reading, o)
        for o in others
    ) and not any(countries_of(reading, o) for o in others)


def is_generic(reading: Reading, token: "Token") -> bool:
    """As in "nations to take in", "third countries": other parties are meant, and not named."""
    host = token.head if token.pos_ == "NOUN" and syntax.is_verb(token.head) else token
    named = any(
        r
        for h in {token.i: token, host.i: host}.values()
        for o in syntax.prepositional(h, "with")
        for r in countries_of(reading, o)
    )
    return any(
        t.lower_ in ("countries", "nations", "states", "partners", "governments", "elsewhere", "others")
        and reading.doc[t.i - 1].text != "United"
        and t.i > token.i
        and not (named and any(syntax.is_verb(h) and h.i > token.i for h in syntax.climb(t)))
        and not any(x.i in reading.place_at for x in t.subtree)
        for t in host.subtree
    )
