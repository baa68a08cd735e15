"""People taken in by what they are given: "gave homes to 22 people", "found shelter for them"."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.ends import inside_of
from kg.extract.lexicon import words
from kg.extract.moves import Move, described
from kg.extract.origins import origins_of
from kg.extract.people import is_people
from kg.extract.reading import Reading
from kg.extract.refer import countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_GIVING: Final = frozenset(("give", "provide", "find", "grant"))


def given_homes(reading: Reading, verb: "Token") -> Move | None:
    """As in "gave homes to 22 people", "gave 22 people from the island a home"; None where nothing is."""
    if verb.lemma_.lower() not in _GIVING:
        return None
    homes = [o for o in syntax.objects(verb) if o.lemma_.lower() in words("movement.homes")]
    if not homes:
        return None
    subject = syntax.subject(verb)
    beside = [o for host in (verb, *homes) for o in syntax.prepositional(host, "to", "for")]
    datives = [c for c in verb.children if c.dep_ == "dative"]
    passive = syntax.passive(verb)
    people = syntax.first(
        p for p in ([subject] if passive else [*datives, *beside]) if p is not None and is_people(reading, p)
    )
    if people is None:
        return None
    takers = (
        inside_of(reading, verb, people) if passive or subject is None else countries_of(reading, subject)
    )
    away = [r for r in origins_of(reading, verb, people) if r.code not in {t.code for t in takers}]
    return described(reading, verb, "take", people, away, takers, [], False) if takers and away else None
