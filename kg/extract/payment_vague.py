"""Sums that name no amount: "in exchange for a fee", "cover the costs", "no money has changed hands"."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def vague_sum(reading: Reading, token: "Token") -> tuple[int, int, str] | None:
    """As in "in exchange for a fee", "cover the costs": a sum without a number."""
    if (unpaid := _unpaid(token)) is not None:
        return unpaid
    word = token.lemma_.lower()
    if token.pos_ != "NOUN" or word not in words("money.sums") or token.dep_ == "compound":
        return None
    doc = reading.doc
    if any(
        doc[i].ent_type_ == "MONEY" or doc[i].text in "$£€"
        for i in range(token.sent.start, token.sent.end)
        if abs(i - token.i) < 15
    ):
        return None
    head = token.head
    exchange = head.lower_ == "for" and (
        head.head.lemma_.lower() in ("exchange", "return")
        or (word in ("compensation", "fee", "payment", "money", "cash") and syntax.is_verb(head.head))
    )
    if exchange:
        begin = (
            head.head.i - 1
            if head.head.lemma_.lower() in ("exchange", "return") and doc[head.head.i - 1].lower_ == "in"
            else head.i
        )
        return begin, token.i + 1, "payment-exchange"
    if (
        word in ("cost", "expense")
        and syntax.is_verb(head)
        and token.dep_ == "dobj"
        and syntax.lemma(head) in ("cover", "pay", "bear", "meet", "finance", "fund", "shoulder")
    ):
        return head.i, token.right_edge.i + 1, "payment-costs"
    if (
        word in ("payment", "money", "compensation", "cash", "funding")
        and syntax.is_verb(head)
        and token.dep_ in ("dobj", "nsubjpass")
        and syntax.lemma(head)
        in (
            "ask",
            "receive",
            "demand",
            "offer",
            "provide",
            "get",
            "seek",
            "pay",
            "involve",
            "include",
            "change",
            "foresee",
            "accept",
            "promise",
        )
    ):
        return min(head.i, token.i), max(head.i, token.i) + 1, "payment-vague"
    if (
        word in ("money", "payment", "compensation")
        and head.lower_ == "for"
        and syntax.is_verb(head.head)
        and syntax.lemma(head.head) == "ask"
    ):
        return head.head.i, token.i + 1, "payment-vague"
    return None


_COVER: Final = ("cover", "pay", "bear", "meet", "finance", "fund", "shoulder")


def _unpaid(token: "Token") -> tuple[int, int, str] | None:
    """As in "no money has changed hands", "nobody has paid us", "costs will be borne by", "paid for by"."""
    word, head = token.lemma_.lower(), token.head
    if token.pos_ == "NOUN" and syntax.is_verb(head) and word in words("money.sums"):
        none = any(c.lower_ in ("no", "any") for c in token.children)
        moved = "change hands" in syntax.keys(head) or syntax.lemma(head) in ("pay", "receive", "exchange")
        if none and moved and token.dep_ in ("nsubj", "nsubjpass"):
            return token.left_edge.i, head.i + 1, "payment-none"
        if (
            word in ("cost", "expense")
            and token.dep_ == "nsubjpass"
            and syntax.lemma(head) in _COVER
            and any(True for _ in syntax.agents(head))
        ):
            return token.left_edge.i, head.right_edge.i + 1, "payment-costs"
        return None
    if not syntax.is_verb(token) or word != "pay":
        return None
    subject = syntax.subject(token)
    if (
        subject is not None
        and (subject.lower_ in ("nobody", "none") or any(c.lower_ == "no" for c in subject.children))
        and any(c.pos_ == "PRON" for c in syntax.objects(token))
    ):
        return subject.left_edge.i, token.i + 2, "payment-none"
    by = syntax.first(syntax.agents(token))
    if (
        by is not None
        and token.dep_ == "acl"
        and token.head.lemma_.lower() in words("deals.paper")
        and any(c.lower_ == "for" and not list(c.children) for c in token.children)
    ):
        return token.head.left_edge.i, by.right_edge.i + 1, "payment-costs"
    return None
