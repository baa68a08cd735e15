"""Several countries behind one word: "others, including A and B", "three states: A, B and C", "they"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.reading import Place, Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_CONSISTING: Final = frozenset(("include", "be", "comprise", "number"))


def listed(reading: Reading, token: "Token") -> list[Place]:
    """As in "other countries, including A and B"; "countries such as A"; "those that signed include A"."""
    heads = [
        child
        for child in token.children
        if child.i > token.i
        and child.dep_ in ("prep", "appos", "amod")
        and child.lower_ in ("including", "like", "as", "such")
    ]
    found = [
        place
        for tokens in (*(head.subtree for head in heads), _predicated(token))
        for t in tokens
        if (place := reading.place_at.get(t.i)) is not None and place.form == "name"
    ]
    return distinct(found)


def behind_colon(reading: Reading, token: "Token") -> list[Place]:
    """As in "three states have signed: Chad, Mali and Niger"."""
    if token.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return []
    doc, end = reading.doc, token.sent.end
    colon = next((i for i in range(token.i + 1, end) if doc[i].text == ":"), None)
    if colon is None:
        return []
    found: list[Place] = []
    i = colon + 1
    while i < end:
        if (place := reading.place_at.get(i)) is not None and place.form == "name":
            found.append(place)
            i = place.end
        elif doc[i].lower_ in (",", "and", ";", "the", "&", "."):
            i += 1
        else:
            return []
    return distinct(found) if len(found) > 1 else []


def _predicated(token: "Token") -> Iterator["Token"]:
    """What the verb of a clause says that its subject is: "others include A", "among those are A"."""
    among = token.dep_ == "pobj" and token.head.lower_ == "among"
    verb = token.head.head if among else token.head
    if not (token.dep_ in ("nsubj", "nsubjpass") or among) or syntax.lemma(verb) not in _CONSISTING:
        return
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("dobj", "attr", "nsubj", "oprd"):
            yield from syntax.coordinated(child)


def companions(reading: Reading, token: "Token", code: str) -> list[Place]:
    """As in "Chad and Mali said they had": the others that "they" stands for."""
    before = [p for p in reading.places if p.end <= token.i and p.code == code and p.form == "name"]
    if not before:
        return []
    top = reading.doc[before[-1].end - 1]
    top = top.head if top.dep_ == "conj" else top
    named = [reading.place_at[t.i] for t in syntax.coordinated(top) if t.i in reading.place_at]
    return [p for p in distinct(named) if p.code != code and p.form == "name"]


def joined(reading: Reading, places: list[Place]) -> list[Place]:
    """As in "the governments of Rwanda and Uganda": the first, and what "and" and commas join to it."""
    found = places[:1]
    for place in distinct(places)[1:]:
        between = reading.doc[found[-1].end : place.start]
        if not all(t.lower_ in ("and", ",", "the", "&") for t in between):
            break
        found.append(place)
    return found


def distinct(places: list[Place]) -> list[Place]:
    """Each country once, where it is first named."""
    return list({p.code: p for p in places}.values())
