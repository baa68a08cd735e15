"""Ways through a dependency tree: up, down, behind prepositions, along what is joined."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def coordinated(token: "Token") -> Iterator["Token"]:
    """The token and what "and", "or" and commas join to it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from coordinated(child)
        elif child.dep_ == "appos" and child.i == token.i + 1 and child.pos_ == token.pos_ == "PROPN":
            # "Jo van der Berg and ...": a name of several words that the parser parted
            yield from (deep for c in child.children if c.dep_ == "conj" for deep in coordinated(c))


def joined_to(token: "Token") -> "Token":
    """What the token is joined to by "and", "or" and commas, or the token itself."""
    while token.dep_ == "conj":
        token = token.head
    return token


def climb(token: "Token") -> Iterator["Token"]:
    """The token's heads, nearest first, up to its sentence's root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def prepositional(token: "Token", *prepositions: str) -> Iterator["Token"]:
    """Objects of the prepositions that hang on a token, with conjuncts."""
    for child in token.children:
        if child.dep_ not in ("prep", "agent", "dative", "pcomp", "prt"):
            continue
        named = child.lower_ in prepositions
        for inner in child.children:
            if named and inner.dep_ in ("pobj", "pcomp", "npadvmod"):
                yield from coordinated(inner)
            elif inner.dep_ == "conj" and inner.pos_ == "ADP" and (named or inner.lower_ in prepositions):
                # "off a ship and into the centre"
                yield from (deep for o in inner.children if o.dep_ == "pobj" for deep in coordinated(o))


def first(tokens: Iterable["Token"]) -> "Token | None":
    """The first of some tokens."""
    return next(iter(tokens), None)


def extent(token: "Token", *, without: Iterable["Token"] = ()) -> tuple[int, int]:
    """First token and one past the last of a subtree, less some branches, without outer punctuation."""
    skip = {inner.i for branch in without for inner in branch.subtree}
    inside = [inner.i for inner in token.subtree if inner.i not in skip and not inner.is_space]
    start, end = min(inside, default=token.i), max(inside, default=token.i) + 1
    doc = token.doc
    while (
        end - 1 > token.i
        and (doc[end - 1].is_punct or doc[end - 1].is_space)
        and doc[end - 1].text not in ('"', "”", ")", "’")
    ):
        end -= 1
    while start < token.i and doc[start].is_punct and doc[start].text not in ('"', "“", "(", "‘"):
        start += 1
    return start, end
