"""Who does as another did: "Rwanda followed suit", "a day after Guatemala did so", "followed by Chad"."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Stage
from kg.extract.reading import Reading
from kg.extract.refer import countries_of
from kg.extract.told import Told
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DONE_LIKEWISE: Final = frozenset(
    (Status.AGREED, Status.SIGNED, Status.RATIFIED, Status.WILLING, Status.REJECTED, Status.SUSPENDED)
)
_LIKEWISE: Final = ("so", "same", "likewise", "similarly")


def again(reading: Reading, verb: "Token", told: Told) -> Stage | None:
    """The stage told last in the same paragraph, said of one more country."""
    if syntax.lemma(verb) not in ("follow", "do") or not _likewise(reading, verb):
        return None
    status = told.last(verb)
    return Stage(status=status, rule="status-likewise") if status in _DONE_LIKEWISE else None


def _likewise(reading: Reading, verb: "Token") -> bool:
    if syntax.lemma(verb) == "follow" and syntax.passive(verb):
        return any(_country(reading, agent) for agent in syntax.agents(verb))
    subject = syntax.subject(verb)
    if subject is None or not _country(reading, subject):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr", "ccomp", "xcomp")]
    if syntax.lemma(verb) == "follow":
        return all(thing.lower_ == "suit" for thing in things)
    like = any(c.lower_ in _LIKEWISE for c in verb.children) or any(t.lower_ in _LIKEWISE for t in things)
    return like or any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)


def _country(reading: Reading, noun: "Token") -> bool:
    return noun.i in reading.place_at and bool(countries_of(reading, noun))
