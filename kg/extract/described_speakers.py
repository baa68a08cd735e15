"""Speakers without a name: a post, a group, a kind of people."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from kg.extract.antecedents import (
    body_before,
    country_before,
    holder_of,
    named_next,
    one_before,
    person_before,
)
from kg.extract.lexicon import words
from kg.extract.phrases import Speaker, lower_first, name_of
from kg.extract.reading import Reading, Speech
from kg.extract.syntax import first, is_verb
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_MANY: Final = ("people", "police", "majority", "media", "press", "critic", "staff", "crew", "personnel")


def described(
    reading: Reading, token: "Token", start: int, end: int, earlier: Sequence[Speech]
) -> Speaker | None:
    """Who a description stands for: somebody named before where it can be told, else its own words."""
    doc = reading.doc
    word = token.lemma_.lower()
    if token.ent_type_ in ("MONEY", "PERCENT", "DATE", "TIME", "QUANTITY") or _is_sum(token):
        return None
    if word in words("movement.move-nouns", "movement.take-nouns", "deals.deal", "society.occasions"):
        return None
    plural = token.tag_ in ("NNS", "NNPS")
    indefinite = doc[start].lower_ in ("a", "an", "one", "another")
    if not plural and not indefinite and (held := by_post(reading, token, start, end)):
        return held
    if indefinite and token.i + 2 < len(doc) and end == token.i + 1:
        end = _where(token)
    place = next((reading.place_at[i] for i in range(start, end) if i in reading.place_at), None)
    speaker = partial(Speaker, start=start, end=end, country=place.code if place else None)
    one = partial(
        speaker,
        name=lower_first(name_of(reading, start, end, article=True)),
        source=SourceType.ANONYMOUS,
    )
    public = word in words("society.public-roles", "society.person-anaphora")
    if not plural and indefinite and public:
        return one()
    if not plural and doc[start].lower_ == "the" and (same := one_before(token, earlier)):
        return replace(same, start=start, end=end, how="coreference")
    seat = _seat(token, start)  # "the Geneva-based group"
    if (
        not plural
        and word in words("society.group-anaphora")
        and end - start - seat - (doc[start + 1].lower_ == "human")
        <= 2 + (f"{doc[token.i - 1].lower_} {word}" in words("society.group-anaphora"))
        and doc[start].lower_ in ("the", "this", "her", "his")
        and word != "court"
        and (before := body_before(reading, token, earlier)) is not None
    ):
        return replace(before, start=start, end=end, how="coreference")
    if (
        word in words("society.country-nouns")
        and word != "state"
        and not plural
        and doc[start].lower_ in ("the", "this")
        and (land := country_before(reading, doc[start])) is not None
    ):
        return speaker(
            name=name_of(reading, land.start, land.end),
            source=SourceType.ORGANISATION,
            country=land.code,
            how="coreference",
        )
    if not plural and (
        word in words("society.country-nouns", "society.organisations")
        or token.lower_ in words("society.organisations")
    ):
        return speaker(name=name_of(reading, start, end), source=SourceType.ORGANISATION)
    if not plural and public:
        own = doc[start].lower_ in ("his", "her", "its", "their")  # "his spokesman" is another
        if end - start <= 2 and word not in ("official", "source") and not own:
            before = person_before(reading, token, earlier)
            if before:
                return replace(before, start=start, end=end, how="coreference")
        return one()
    if plural or word in _MANY:
        return speaker(name=name_of(reading, start, end), source=SourceType.COLLECTIVE)
    shown = is_verb(token.head) and token.head.lemma_.lower() in ("show", "find", "reveal", "indicate")
    if (indefinite and not shown) or word in words("movement.people"):
        return one()
    return None


def _seat(token: "Token", start: int) -> int:
    """How many words "Geneva-based" has before a noun."""
    doc = token.doc
    based = next((i for i in range(start, token.i) if doc[i].lower_ == "based"), None)
    return based - start if based is not None and based > start + 1 and doc[based - 1].text == "-" else 0


def _is_sum(token: "Token") -> bool:
    """As in "21,000 euros", which the parser may take for a subject."""
    return any(c.dep_ == "nummod" and c.ent_type_ == "MONEY" for c in token.children) or token.text in "$£€%"


def _later(reading: Reading, token: "Token") -> str | None:
    """The holder of a minister's post by its full title, named in the sentences behind."""
    titled = any(t.lower_ in words("offices.fields", "offices.plain") for t in token.children)
    return named_next(reading, token) if titled or token.lower_ in _ALONE else None


_ALONE: Final = ("president", "premier", "chancellor", "taoiseach")


def by_post(reading: Reading, token: "Token", start: int, end: int) -> Speaker | None:
    """The holder of a post that is named without its holder."""
    if token.lemma_.lower() not in words("society.person-anaphora"):
        return None
    office = holder_of(reading, token, start, end)
    if office is None:
        name = _later(reading, token)
        if name is None:
            return None
        return Speaker(name=name, source=SourceType.PERSON, start=start, end=end, how="coreference")
    return Speaker(
        name=office.person,
        source=SourceType.PERSON,
        start=start,
        end=end,
        country=office.country,
        how="office",
    )


def _where(token: "Token") -> int:
    """One past "in Brussels" right behind an unnamed speaker, whatever the parser hangs it on."""
    preposition = token.doc[token.i + 1]
    goal = first(c for c in preposition.children if c.dep_ == "pobj")
    if preposition.lower_ in ("in", "at", "from") and goal is not None and goal.pos_ == "PROPN":
        return goal.i + 1
    return token.i + 1
