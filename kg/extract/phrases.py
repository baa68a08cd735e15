"""Noun phrases that name a source: their extent, and whether they are proper names or bodies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.once import once
from kg.extract.reading import Reading
from kg.model.codes import SourceType
from kg.read.gazetteer import outlet

if TYPE_CHECKING:
    from kg.extract.tokens import Token


ARTICLES: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "some",
        "many",
        "several",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A resolved source: its name, what it is, where its words begin and end, and how it was resolved."""

    name: str
    source: SourceType
    start: int
    end: int
    country: str | None = None
    how: str | None = None


@once
def phrase(token: "Token") -> tuple[int, int]:
    """The noun phrase of a head without clauses and appositions: first token and one past the last."""
    start = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in (
            "det",
            "amod",
            "compound",
            "poss",
            "nmod",
            "nummod",
            "advmod",
            "quantmod",
            "predet",
        ):
            start = min(start, child.left_edge.i)
    doc = token.doc
    while start < token.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = token.i + 1
    for child in sorted(token.children, key=lambda c: c.i):
        if (
            child.dep_ == "prep"
            and child.i >= end
            and child.left_edge.i == end
            and child.lower_ in ("of", "for", "in", "from", "at", "on", "to", "with")
            and not any(t.pos_ == "VERB" or t.text == "," for t in child.subtree)
            and not any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in child.children)
        ):
            end = child.right_edge.i + 1
        elif child.i == end and child.dep_ in ("compound", "nmod", "case") and child.tag_ == "NNP":
            end = child.i + 1
    end = next((t.i for t in doc[token.i + 1 : end] if t.text == "("), end)
    while end > token.i + 1 and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return start, end


def name_of(reading: Reading, start: int, end: int, *, article: bool = False) -> str:
    """The words of a noun phrase, without its article unless ``article``."""
    doc = reading.doc
    while not article and start < end - 1 and doc[start].lower_ in ARTICLES | words("offices.honorifics"):
        start += 1
    return reading.span(start, end).text.lstrip("-–— ")  # "(Reuters) -Norway said"


def is_proper(reading: Reading, token: "Token") -> bool:
    """Whether a noun is, or ends, a proper name."""
    if any(o.person.split()[-1] == token.text for o in reading.offices):
        return True
    return (
        token.text[0].isupper()
        and (token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG"))
        and (
            not token.is_sent_start
            or (token.tag_ != "NNS" and (token.pos_ == "PROPN" or token.ent_type_ == "PERSON"))
        )
    )


def is_body(reading: Reading, start: int, end: int) -> bool:
    """Whether a proper name is that of a body, not of a person."""
    doc = reading.doc
    tokens = [t for t in doc[start:end] if not t.is_punct]
    heads = words("society.organisations", "speech.outlets")
    return (
        any(t.lower_ in heads or t.lemma_.lower() in heads for t in tokens)
        or any(t.i in reading.place_at for t in tokens)
        or any(t.text.isupper() and len(t) > 1 and t.is_alpha for t in tokens)
        or any(t.lower_ in ("of", "for", "and", "rights") for t in tokens)
        or sum(t.ent_type_ == "ORG" for t in tokens) == len(tokens) > 1
    )


def is_medium(name: str) -> bool:
    """Whether a name is that of a newspaper, station or agency, known or by its words."""
    parts = name.lower().split()
    return outlet(name) is not None or not words("speech.outlets", "speech.media").isdisjoint(parts)


def lower_first(text: str) -> str:
    """The words with their article in lower case."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in ARTICLES else text
