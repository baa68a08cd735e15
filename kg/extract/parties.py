"""The countries that a clause on a deal names."""

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import table, words
from kg.extract.listed import dated_partners, label_of, pair_label
from kg.extract.partners import (
    addressed,
    behind,
    holders,
    inner_doer,
    inside,
    nationals,
    nested,
    owners,
    served,
    sited,
    visited,
    whereabouts,
)
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.themes import goals_of, is_both, participle
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


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
    together = subject is not None and is_both(subject)
    agents = list(syntax.agents(token)) if syntax.is_verb(token) else []
    together = together or any(is_both(a) for a in agents)
    if together:
        actors = []
    if syntax.is_verb(token) and (syntax.passive(token) or participle(token)):
        done_by = () if _brokered(token) and deal is not None else syntax.agents(token)
        actors = [r for a in done_by for r in countries_of(reading, a)] + actors
    if status is Status.OPERATING and syntax.is_verb(token) and syntax.passive(token):
        actors = [r for a in syntax.agents(token) for r in countries_of(reading, a)]
    if syntax.is_verb(token) and status is Status.PROPOSED and _approaches(reading, token):
        asked = (
            [*goals_of(token), *syntax.prepositional(token, "to")]
            if not syntax.passive(token)
            else [subject]
            if subject is not None
            else []
        )
        asked += [o for noun in syntax.objects(token) for o in syntax.prepositional(noun, "to", "on")]
        asked += syntax.prepositional(token, "on", "upon", "with")
        partners = [r for o in asked for r in countries_of(reading, o)] or addressed(reading, token)
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
        hearers = [r for o in syntax.prepositional(deal, "to") for r in countries_of(reading, o)]
        if (
            askers
            and deal.dep_ in ("nsubj", "nsubjpass")
            and (hearers := hearers or addressed(reading, deal))
        ):
            return askers, [r for r in hearers if r.code not in {a.code for a in askers}]
        codes = {r.code for r in askers}
        doer = syntax.subject(deal.head.head) if deal.dep_ == "pobj" and not syntax.is_verb(token) else None
        if askers and doer is not None and syntax.is_verb(deal.head.head):
            asked_one = [r for r in countries_of(reading, doer) if r.code not in codes]
            return askers, hearers or asked_one  # "Chad took ten after a US request"
        aired = syntax.is_verb(token) and syntax.keys(token) & words("deals.aired") and not codes
        if actors and syntax.is_verb(token) and not aired and not codes & {a.code for a in actors}:
            return askers, actors
    if status is Status.PROPOSED and deal is not None and deal.i in reading.place_at:
        return actors, countries_of(reading, deal)  # "nothing had been requested of Pristina"
    located = whereabouts(reading, token, verb) if status is Status.TALKS else []
    speech = reading.speech_of(token)
    told_of = participle(token) or together
    if not (actors or located or told_of) and speech is not None and speech.country:
        actors = [Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")]
    elif not (actors or located or told_of) and speech is not None and speech.who is not None:
        actors = countries_of(reading, reading.doc[speech.who])[:1]  # "the Home Office insisted"
    hosts = [token, *nested(deal), *([verb] if syntax.is_verb(verb) else [])]
    if deal is not None and not syntax.is_verb(token) and syntax.is_verb(deal.head) and deal.dep_ == "dobj":
        hosts.append(deal.head)  # "close to sealing a deal with"
    if status is Status.PROPOSED:
        hosts += [c for c in token.children if c.dep_ == "xcomp" and syntax.keys(c) & words("deals.talks")]
    partners = located
    if status in (Status.TALKS, Status.PROPOSED) and actors and len(actors) == 1:
        partners += visited(reading, token)
    for host in hosts:
        joints = ("with", "between", "among", "from", *(() if _brokered(host) else ("by",)))
        for other in syntax.prepositional(host, *joints):
            partners += countries_of(reading, other) or inside(reading, other)
        for child in host.children:
            if (
                child.i in reading.place_at
                and child.dep_ in ("compound", "amod", "nmod", "poss")
                and host.i != verb.i
            ):
                place = reading.place_at[child.i]
                partners.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    if deal is not None:
        partners = owners(reading, deal) + partners + behind(reading, deal)
        if not actors and token.i != deal.head.i and any(t.i == token.i for t in deal.subtree):
            actors = holders(reading, deal)
        if not actors and (doer := inner_doer(token, deal)) is not None:
            actors = countries_of(reading, doer)
        if len(actors) == 1 and {p.code for p in partners} <= {actors[0].code}:
            partners += nationals(reading, deal, actors[0]) or sited(reading, deal)
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
    if not partners and len(actors) == 1 and syntax.is_verb(token) and token.dep_ == "relcl":
        partners += owners(reading, token.head)  # "Italy's centres, which Tirana agreed to host"
    partners += [ref for ref, _ in dated_partners(reading, token)]
    if status is Status.AGREED and syntax.is_verb(token) and len(actors) == 1 and not partners:
        partners += served(reading, token)
    codes = {a.code for a in actors}
    both = pair_label(reading, token)
    if both and codes | {p.code for p in partners} <= {r.code for r in both}:
        known = {*codes, *(p.code for p in partners)}
        partners += [r for r in both if r.code not in known]
    label = label_of(reading, token)
    if label is not None and len(codes | {p.code for p in partners}) < 2 and label.code not in codes:
        (partners if actors else actors).append(label)
    return actors, list({p.code: p for p in partners if p.code not in codes}.values())


@cache
def _phrases() -> frozenset[str]:
    """As in "put out feelers to", "is leaning on"."""
    return frozenset(p for p, code in table("deals.idioms").items() if code == Status.PROPOSED.value)


_OTHERS: Final = ("countries", "nations", "states", "partners", "governments", "elsewhere", "others")
_ANY: Final = ("country", "nation", "state", "government", "partner")


def _brokered(verb: "Token") -> bool:
    """As in "brokered by Qatar", which is no party."""
    return verb.lemma_.lower() in ("broker", "mediate", "facilitate", "arrange")


def _approaches(reading: Reading, verb: "Token") -> bool:
    """As in "approached Libya", "asked Tunisia to host a centre"."""
    if syntax.keys(verb) & (words("deals.approached", "deals.named", "deals.persuading") | _phrases()):
        return True
    subject = syntax.subject(verb) if syntax.passive(verb) else None
    asked = [subject] if subject is not None else syntax.objects(verb)
    return syntax.lemma(verb) == "ask" and any(countries_of(reading, o) for o in asked)


def _askers(reading: Reading, request: "Token") -> list[Ref]:
    """As in "a US request", "Washington's request", "a request from Washington"."""
    found = owners(reading, request)
    for child in request.children:
        if child.i < request.i and child.dep_ != "poss" and (place := reading.place_at.get(child.i)):
            found.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    for other in syntax.prepositional(request, "from", "by"):
        found += countries_of(reading, other)
    return list({r.code: r for r in found}.values())


def also_did(reading: Reading, token: "Token") -> list[Ref]:
    """As in "both signed, as did El Salvador": one more that the clause is said of."""
    doc, sent = token.doc, token.sent
    return [
        Ref(code=place.code, start=place.start, end=place.end, form=place.form)
        for i in range(token.i, sent.end - 2)
        if doc[i].lower_ == "as" and doc[i + 1].lower_ in ("did", "has", "have", "had", "does", "do")
        if (place := reading.place_at.get(i + 2)) is not None
    ]


def _joined_before(reading: Reading, subject: "Token") -> list[Ref]:
    """As in "Nauru and Australia signed", where the parser left the first name alone."""
    doc, edge = reading.doc, subject.left_edge.i
    if edge - 2 < subject.sent.start or doc[edge - 1].lower_ != "and" or subject.i not in reading.place_at:
        return []
    place = reading.place_at.get(edge - 2)
    if place is None or place.form == "demonym" or doc[place.end - 1].dep_ == "pobj":
        return []
    return [Ref(code=place.code, start=place.start, end=place.end, form=place.form)]


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
        (t.lower_ in _OTHERS or (t.lower_ in _ANY and any(c.lower_ == "any" for c in t.children)))
        and reading.doc[t.i - 1].text != "United"
        and not any(c.lower_ in ("two", "both") for c in t.children)
        and t.i > token.i
        and not (named and any(syntax.is_verb(h) and h.i > token.i for h in syntax.climb(t)))
        and not any(x.i in reading.place_at for x in t.subtree)
        for t in host.subtree
    )
