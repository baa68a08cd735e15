"""Words besides movements that tell who sends and who takes in: payments, names of schemes, sites, swaps."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import TYPE_CHECKING, Final, TypeVar

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_T = TypeVar("_T")
_PAYING: Final = ("pay", "compensate", "reimburse")
_GIVING: Final = ("hand", "give", "offer", "provide", "send")
_OTHERS: Final = ("similar", "comparable", "earlier", "previous", "separate", "parallel", "other", "another")


def top(votes: Mapping[_T, int]) -> "_T | None":
    """The one with most votes above zero, or None where two have as many."""
    most = max(votes.values(), default=0)
    leading = [item for item, number in votes.items() if number == most > 0]
    return leading[0] if len(leading) == 1 else None


def from_deals(
    reading: Reading,
    moves: Iterable[Move],
    senders: "Counter[str]",
    receivers: "Counter[str]",
    pairs: "Counter[tuple[str, str]]",
    carriers: dict[str, Ref],
) -> None:
    """Who pays whom, and who signs with whom to remove people: the payer, and who removes, sends."""
    doc = reading.doc

    def vote(sending: list[Ref], receiving: list[Ref]) -> None:
        for ref in (*sending[:1], *receiving[:1]):
            carriers.setdefault(ref.code, ref)
        for ref in sending[:1]:
            senders[ref.code] += 2
        for ref in receiving[:1]:
            receivers[ref.code] += 2
        if sending and receiving and receiving[0].code not in (sending[0].code, "EU"):
            pairs[sending[0].code, receiving[0].code] += 1

    for token in doc.among(words("deals.paper") | {*_PAYING, *_GIVING}):
        if (
            syntax.is_verb(token)
            and (
                syntax.lemma(token) in _PAYING
                or (syntax.lemma(token) in _GIVING and any(t.ent_type_ == "MONEY" for t in token.subtree))
            )
            and not syntax.passive(token)
        ):
            subject = syntax.subject(token)
            payee = [
                r
                for c in token.children
                if c.dep_ in ("dative", "dobj", "npadvmod")
                for r in countries_of(reading, c)
            ]
            payee += [r for o in syntax.prepositional(token, "to") for r in countries_of(reading, o)]
            if subject is not None and payee:
                vote(countries_of(reading, subject), payee)
        if token.lemma_.lower() not in words("deals.paper") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        owned = [r for c in token.children if c.dep_ == "poss" for r in countries_of(reading, c)]
        named = [
            Ref(code=p.code, start=p.start, end=p.end, form=p.form)
            for c in token.children
            if c.dep_ in ("compound", "amod", "nmod")
            and (p := reading.place_at.get(c.i))
            and p.form == "name"
        ]
        if owned and named:
            vote(owned, named)
            continue
        partners = [
            r
            for host in (token, token.head)
            for o in syntax.prepositional(host, "with")
            for r in countries_of(reading, o)
        ]
        subject = syntax.subject(token.head) if syntax.is_verb(token.head) else None
        actors = countries_of(reading, subject) if subject is not None else []
        if len(actors) == 2 and not partners:
            actors, partners = actors[:1], actors[1:]
        if not (actors and partners) or actors[0].code == partners[0].code or _another(token):
            continue
        lean = {a.code: senders[a.code] - receivers[a.code] for a in (actors[0], partners[0])}
        if (
            lean[actors[0].code] * lean[partners[0].code] <= 0
            and lean[actors[0].code] != lean[partners[0].code]
        ):
            vote(
                *((actors, partners) if lean[actors[0].code] > lean[partners[0].code] else (partners, actors))
            )
        purpose = next(
            (
                m
                for m in moves
                if m.trigger > token.i
                and token.sent.start <= m.trigger < token.sent.end
                and not m.sending
                and not m.receiving
                and doc[m.trigger].lemma_.lower() in words("movement.move-nouns", "movement.send")
            ),
            None,
        )
        kind = next(
            (
                c
                for c in token.children
                if c.dep_ in ("compound", "amod", "nmod") and c.lemma_.lower() in words("deals.one-way")
            ),
            None,
        )
        if purpose is not None:
            vote(actors, partners)
        elif kind is not None:
            usual = words("deals.usual-senders")
            if (actors[0].code in usual) != (partners[0].code in usual):
                vote(*((actors, partners) if actors[0].code in usual else (partners, actors)))


def _another(deal: "Token") -> bool:
    """As in "a similar deal with", "an earlier pact with": not the one that the text is about."""
    return any(c.lower_ in _OTHERS for c in deal.children)


def named_of(reading: Reading, codes: Set[str]) -> "Counter[str]":
    """How often a text names each of some countries, their leaders and ministers; not those from there."""
    places = (p for p in (*reading.places, *reading.leaders) if p.form != "demonym")
    named = Counter(p.code for p in places if p.code in codes)
    named.update(o.country for o in reading.offices if o.country and o.country in codes)
    return named


def from_context(
    reading: Reading, senders: "Counter[str]", receivers: "Counter[str]", pairs: "Counter[tuple[str, str]]"
) -> None:
    """Where no sender is told: the one other country, or the usual sender named most."""
    most = max(receivers.values())
    # A usual sender is one also where a few words seem to say that it takes people in.
    barred = {c for c, n in receivers.items() if c not in words("deals.usual-senders") or 2 * n > most}
    named = Counter(
        p.code for p in (*reading.places, *reading.leaders) if p.code not in barred and p.form != "demonym"
    )
    named.update(o.country for o in reading.offices if o.country and o.country not in barred)
    usual = Counter({c: n for c, n in named.items() if c in words("deals.usual-senders") and c != "EU"})
    sender = top(usual) or (next(iter(named)) if len(named) == 1 else None)
    if sender is None:
        return
    senders[sender] += 1 + receivers[sender]
    for receiver in receivers:
        if receiver != sender:
            pairs[sender, receiver] += 1


def from_phrases(
    reading: Reading, senders: "Counter[str]", receivers: "Counter[str]", carriers: dict[str, Ref]
) -> None:
    """As in "US deportees", "the Rwanda scheme", "centre in Rwanda": nouns that give a part away."""
    doc = reading.doc
    for place in reading.places:
        head = doc[place.end - 1].head
        early = 2 if reading.article.sentence_at(doc[place.start].idx) <= 3 else 1
        ref = Ref(code=place.code, start=place.start, end=place.end, form=place.form)
        token = doc[place.end - 1]
        own = place.form == "demonym" and place.code not in words("deals.usual-senders")
        if (
            head.lemma_.lower() in ("deportee", "expellee")
            and token.dep_ in ("compound", "amod", "nmod")
            and not own
        ):
            senders[place.code] += 2
            carriers.setdefault(place.code, ref)
        near = doc[max(place.start - 5, token.sent.start) : place.start]
        if (
            token.dep_ == "pobj"
            and head.lower_ == "in"
            and any(t.lemma_.lower() in words("movement.sites") for t in near)
        ):
            receivers[place.code] += 2 * early
            carriers.setdefault(place.code, ref)
            verb = next((h for h in syntax.climb(token) if syntax.is_verb(h)), None)
            subject = syntax.subject(verb) if verb is not None and not syntax.passive(verb) else None
            for actor in countries_of(reading, subject)[:1] if subject is not None else []:
                if actor.code != place.code and actor.how is None:
                    senders[actor.code] += 2 * early
                    carriers.setdefault(actor.code, actor)
        elif (
            head.lemma_.lower() in words("deals.paper")
            and token.dep_ in ("compound", "amod", "nmod")
            and place.form == "name"
            and place.code not in senders
        ):
            receivers[place.code] += 1
        owner = syntax.owner(head) if head.lemma_.lower() in words("deals.proposed-nouns") else None
        if owner is not None and owner.i == token.i:
            senders[place.code] += 1
