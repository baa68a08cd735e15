"""Courts and judges among the nouns of a text."""

from typing import TYPE_CHECKING

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def is_court(token: "Token") -> bool:
    """Whether a noun names a court or judge."""
    word = token.lemma_.lower()
    if word not in words("courts.courts"):
        return False
    if word == "justice" and _titles(token):
        return True
    if word in ("council", "justice", "chamber", "panel"):
        of = [t.lower_ for c in token.children if c.lower_ == "of" for t in c.children]
        if word == "council" and of == ["state"] and token.pos_ == "PROPN":
            return True
        return any(c.lower_ in words("courts.council-names") for c in token.children) or (
            (word == "justice" and token.tag_ == "NNS") or word == "panel"
        )
    return token.pos_ in ("NOUN", "PROPN")


def _titles(token: "Token") -> bool:
    """As in "Justice Jo Smith", not "Justice Minister Jo Smith": the title of the person named behind it."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    named = token.dep_ == "compound" and token.head.ent_type_ == "PERSON"
    return token.text == "Justice" and named and after.ent_type_ == "PERSON"
