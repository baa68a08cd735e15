"""Whether words deny what they name."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.once import once

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_NEGATIONS: Final = frozenset(
    ("not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without")
)


def _merely(token: "Token") -> bool:
    """As in "no more than ten": a limit, no denial."""
    doc = token.doc
    rest = [t.lower_ for t in token.subtree]
    return (
        token.lower_ in ("no", "not")
        and token.i + 1 < len(doc)
        and doc[token.i + 1].lower_ in ("more", "fewer", "less")
    ) or (
        any(
            rest[i : i + 2] in (["no", "more"], ["no", "fewer"], ["not", "more"], ["no", "less"])
            for i in range(len(rest))
        )
    )


def _more(token: "Token") -> bool:
    """As in "not just a breach of law": more than it, no denial."""
    after = token.i + 1
    return after < len(token.doc) and token.doc[after].lower_ in ("just", "only", "merely", "simply")


@once
def negated(token: "Token") -> bool:
    """Whether the verb or noun itself is denied, also by a negative subject or determiner."""
    for child in token.children:
        denies = (
            child.dep_ == "neg"
            or (
                child.lower_ in _NEGATIONS
                and child.dep_ in ("det", "advmod", "nsubj", "nsubjpass", "dobj", "cc", "preconj", "attr")
            )
            or (
                child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
                and any(
                    t.lower_ in _NEGATIONS and t.dep_ in ("det", "neg", "advmod", "preconj")
                    for t in child.children
                )
            )
        )
        if denies and not _merely(child) and not _more(child):
            return True
    if (
        token.dep_ == "conj"
        and syntax.is_verb(token)
        and not any(c.dep_ in syntax.SUBJECTS for c in token.children)
    ):
        between = token.doc[token.head.i + 1 : token.i]
        return any(t.lower_ in ("or", "nor") for t in between) and negated(token.head)
    return False
