"""The countries that a clause on a deal names."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.model.codes import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def named_parties(
    reading: Reading, token: "Token", deal: "Token | None", status: Status
) -> tuple[list[Ref], list[Ref]]:
    """Countries that act, and those behind "with", "between" or in the deal's name."""
    verb = token if syntax.is_verb(token) else token.head
    subject = syntax.subject(token) if syntax.is_verb(token) else syntax.owner(token)
    if subject is None and syntax.is_verb(verb):
        subject = syntax.subject(verb)
    actors = countries_of(reading, subject) if subject is not None else []
    if syntax.is_verb(token) and syntax.passive(token):
        actors = [r for a in syntax.agents(token) for r in countries_of(reading, a)] + actors
    if syntax.is_verb(token) and status is Status.PROPOSED and syntax.keys(token) & words("deals.approached"):
        return actors, [r for o in syntax.objects(token) for r in countries_of(reading, o)]
    if (
        syntax.is_verb(token)
        and status is Status.REJECTED
        and (
            asked := [
                r for o in syntax.objects(token) if o.i in reading.place_at for r in countries_of(reading, o)
            ]
        )
    ):
        return actors, asked
    speech = reading.speech_of(token)
    if not actors and speech is not None and speech.country:
        actors = [Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")]
    hosts = [token] + ([deal] if deal is not None else []) + ([verb] if syntax.is_verb(verb) else [])
    partners: list[Ref] = []
    for host in hosts:
        for other in syntax.prepositional(host, "with", "between", "among", "by", "from"):
            partners += [r for r in countries_of(reading, other) if r.code not in {p.code for p in partners}]
        for child in host.children:
            if (
                child.i in reading.place_at
                and child.dep_ in ("compound", "amod", "nmod", "poss")
                and host.i != verb.i
            ):
                place = reading.place_at[child.i]
                partners.append(Ref(code=place.code, start=place.start, end=place.end, form=place.form))
    if deal is not None:
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
    codes = {a.code for a in actors}
    return actors, [p for p in partners if p.code not in codes]


def is_generic(reading: Reading, token: "Token") -> bool:
    """As in "nations to take in", "third countries": other parties are meant, and not named."""
    return any(
        t.lower_ in ("countries", "nations", "states", "partners", "governments", "elsewhere", "others")
        and t.i > token.i
        and not any(x.i in reading.place_at for x in t.subtree)
        for t in token.subtree
    )
