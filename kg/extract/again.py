"""People moved on by a pronoun: "picked up 40 migrants and flew them to", "putting them on"."""

from typing import TYPE_CHECKING, Final

from kg.extract import numbers, syntax
from kg.extract.lexicon import words
from kg.extract.people import is_people
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PRONOUNS: Final = frozenset(("them", "they", "him", "her"))


def meant_by(reading: Reading, verb: "Token", people: "Token") -> "Token":
    """The people that a pronoun stands for where the verb before names them; else the pronoun."""
    if people.lower_ not in _PRONOUNS:
        return people
    while verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        verb = verb.head
        if not syntax.is_verb(verb):
            return people
        named = (*syntax.objects(verb), *(c for c in verb.children if c.dep_ == "nsubjpass"))
        for before in named:
            if before.i < people.i and _counted(reading, before, one=people.lower_ in ("him", "her")):
                return before
    return people


def _counted(reading: Reading, people: "Token", *, one: bool) -> bool:
    many = people.tag_ in ("NNS", "NNPS") or numbers.counted(people) is not None
    called = people.lemma_.lower() in words("movement.callings")
    return (is_people(reading, people) or people.pos_ == "NUM" or called) and (
        people.tag_ in ("NN", "NNP") if one else many
    )
