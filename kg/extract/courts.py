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
    if word in ("council", "justice", "chamber", "panel"):
        return any(c.lower_ in words("courts.council-names") for c in token.children) or (
            (word == "justice" and token.tag_ == "NNS") or word == "panel"
        )
    return token.pos_ in ("NOUN", "PROPN")
