"""The deal that a movement's own clause names: "under which", "under an accord with Tirana"."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BY: Final = ("under", "through", "by", "thanks", "via", "with", "in", "for")
_WITH: Final = ("with", "between", "from", "of")


def pair_of_clause(reading: Reading, trigger: "Token", directions: Directions) -> tuple[str, str] | None:
    """Sender and receiver of the deal by which a movement is said to be made; None where none is named."""
    for deal in _deals(trigger):
        codes = _codes(reading, deal)
        if len(codes) == 2:
            return directions.orient(*codes)
        if len(codes) == 1:
            [code] = codes
            if directions.receivers[code] < directions.senders[code] or code in words("deals.usual-senders"):
                receiver = directions.only_receiver(code)
                return (code, receiver) if receiver is not None and receiver != code else None
            sender = directions.sender_to(code)
            return (sender, code) if sender is not None and sender != code else None
    return None


def _deals(trigger: "Token") -> list["Token"]:
    """Nouns for deals that the clause hangs on ("under which") or that hang on its verb ("under a pact")."""
    found = []
    heads = [trigger, *syntax.climb(trigger)]
    for head in heads[:4]:
        if head.dep_ in ("relcl", "acl") and head.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            by_which = any(
                c.dep_ == "prep" and c.lower_ in _BY and any(o.lower_ == "which" for o in c.children)
                for t in heads[: heads.index(head) + 1]
                for c in t.children
            )
            if by_which:
                found.append(head.head)
            break
    found += [
        o
        for o in syntax.prepositional(trigger, "under", "through", "via")
        if o.lemma_.lower() in words("deals.deal", "deals.paper")
    ]
    return found


def _codes(reading: Reading, deal: "Token") -> list[str]:
    """Countries that a noun for a deal bears before it, or behind "with"."""
    found = [
        reading.place_at[c.i].code
        for c in deal.children
        if c.dep_ in ("compound", "amod", "nmod", "poss", "nsubj") and c.i in reading.place_at
    ]
    if (named := reading.place_at.get(deal.i)) is not None:
        found.append(named.code)  # "the Guatemalan one"
    found += [
        reading.place_at[o.i].code for o in syntax.prepositional(deal, *_WITH) if o.i in reading.place_at
    ]
    return list(dict.fromkeys(found))
