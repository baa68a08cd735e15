"""What becoming "the first country to take people" says of the taking."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def first_to(verb: "Token") -> bool:
    """As in "became the first country to accept 40 people last week": with a time, it has been done."""
    being = verb.head.head if verb.head.pos_ == "NOUN" else verb.head
    role = syntax.first(c for c in being.children if c.dep_ == "attr" and c.pos_ == "NOUN")
    if role is None or role.i > verb.i or syntax.lemma(being) != "become" or being.tag_ not in ("VBD", "VBN"):
        return False
    ordinal = any(c.lower_ in ("first", "second", "third", "fourth", "latest", "only") for c in role.children)
    dated = any(t.ent_type_ == "DATE" for t in being.subtree)
    outer = (h for h in syntax.climb(being) if syntax.is_verb(h))
    signed = any(syntax.keys(h) & words("deals.agreed-strong", "deals.signed") for h in outer)
    return ordinal and dated and not signed


def by_agreement(verb: "Token") -> "Token | None":
    """As in "signed a deal, becoming the latest country to take people": by signing, not yet by taking."""
    role = verb.head
    being = role.head
    if role.pos_ != "NOUN" or role.dep_ != "attr" or syntax.lemma(being) not in ("become", "make"):
        return None
    return syntax.first(
        outer
        for outer in (being, *syntax.climb(being))
        if syntax.is_verb(outer)
        and not syntax.keys(outer).isdisjoint(words("deals.agreed-strong", "deals.signed"))
        and outer.i != being.i
    )
