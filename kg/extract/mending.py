"""Parses put right where the parser is known to take a verb for something else."""

from typing import TYPE_CHECKING

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Doc, Token


def mend(doc: "Doc") -> None:
    """Makes infinitives of words like "resettle" in "agreed to resettle refugees", read as adjectives."""
    for token in doc:
        if (
            token.lower_ in words("grammar.infinitives")
            and token.pos_ in ("ADJ", "NOUN")
            and token.i
            and doc[token.i - 1].lower_ == "to"
            and token.dep_ in ("amod", "compound")
            and token.head.i > token.i
            and token.head.head is doc[token.i - 1]
        ):
            _infinitive(token, doc[token.i - 1], token.head)


def _infinitive(verb: "Token", to: "Token", thing: "Token") -> None:
    before = to.doc[to.i - 1] if to.i else to.head
    outer = before if before.pos_ == "NOUN" and before.sent is to.sent else to.head  # "an offer to resettle"
    _hang(verb, outer, "xcomp" if outer.pos_ in ("VERB", "AUX", "ADJ") else "acl")
    _hang(to, verb, "aux")
    _hang(thing, verb, "dobj")
    verb.pos_, verb.tag_ = "VERB", "VB"
    to.pos_, to.tag_ = "PART", "TO"


def _hang(token: "Token", head: "Token", dependency: str) -> None:
    token.head.children.remove(token)
    token.head, token.dep_ = head, dependency
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)
