"""Subjects of reporting verbs where the parser finds none, the wrong one, or stops short."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def parted(verb: "Token") -> "Token | None":
    """The subject of a past tense that the parser hangs on its apposition: "Pax, a party, accused X of"."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":  # "it shook the house, with Jo Smith saying that"
        before = verb.doc[verb.i - 1 - (verb.doc[verb.i - 1].text == ",")]
        names = (t for t in (before, *syntax.climb(before)) if t.dep_ == "pobj" and t.head.lower_ == "with")
        return syntax.first(
            t for t in names if t.right_edge.i in (verb.i - 1, verb.i - 2) and t.ent_type_ == "PERSON"
        )
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or verb.doc[verb.i - 1].text != ",":
        return None
    name = verb.head.head if verb.head.dep_ == "appos" else verb.head
    return name if name.i < verb.i and name.dep_ in ("ROOT", "nsubj") else None


def nearer(verb: "Token") -> "Token | None":
    """The second of two subjects: "Arrivals have halved, ministry figures show", "the group Pax said"."""
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(before) < 2:
        return None
    first, last = before[-2:]
    named = first.tag_ == "NN" and first.i + 1 == last.left_edge.i
    return last if named or verb.doc[last.left_edge.i - 1].text == "," else None


def titled(reading: Reading, verb: "Token", head: "Token") -> "Token":
    """The name right before a verb that the parser stops short of: "the Pax (PP) leader Jo Smith said"."""
    doc = reading.doc
    for office in reading.offices:
        if office.name_end == verb.i and verb.sent.start <= head.i < office.start < office.name_start:
            between = doc[head.i + 1 : office.start]
            if not any(t.text == "," or t.lower_ in ("and", "or") or syntax.is_verb(t) for t in between):
                return doc[office.name_end - 1]
    return head
