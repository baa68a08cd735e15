"""Sums that name no amount: "in exchange for a fee", "cover the costs", "no money has changed hands"."""

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_MADE_GOOD: Final = frozenset(("compensate", "reimburse"))
_SETTLES: Final = frozenset(("foot", "pick", "pay", "settle", "share", "shoulder"))


def vague_sum(reading: Reading, token: "Token") -> tuple[int, int, str] | None:
    """As in "in exchange for a fee", "cover the costs": a sum without a number."""
    word = token.lemma_.lower()
    for rule in (_unpaid, _nothing, _funded, _compensated):
        if (found := rule(token)) is not None:
            return found
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
        or (
            word in ("compensation", "fee", "payment", "money", "cash")
            and syntax.lemma(head.head) in words("money.done-for")
        )
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


@cache
def vague_words() -> frozenset[str]:
    """Words without which :func:`vague_sum` finds none."""
    return words("money.sums", "money.coins", "money.funding") | _SETTLES | _MADE_GOOD | {"nothing"}


def _nothing(token: "Token") -> tuple[int, int, str] | None:
    """As in "not a cent was paid", "received nothing in return"."""
    coin = token.lower_ in words("money.coins")
    if not coin and token.lower_ != "nothing":
        return None
    doc, sent = token.doc, token.sent
    before = [t.lower_ for t in doc[max(sent.start, token.i - 3) : token.i]]
    verb = next((h for h in syntax.climb(token) if syntax.is_verb(h)), None)
    if verb is None:
        return None
    if coin:
        single = before[-2:] == ["a", "single"] or before[-1:] == ["a"]
        given = syntax.lemma(verb) in ("put", "spend", "take", *_GETS, *_MOVED)
        if single and given and ("not" in before or negation.negated(verb)):
            low, high = min(token.i, verb.i), max(token.i, verb.i)
            return max(sent.start, low - 2 if low == token.i else low), high + 1, "payment-none"
    swapped = any(
        t.lower_ in ("return", "exchange") and doc[t.i - 1].lower_ == "in"
        for t in doc[verb.i : min(token.i + 7, sent.end)]
    )
    if not coin and swapped and syntax.lemma(verb) in _GETS:
        return verb.i, token.i + 1, "payment-none"
    return None


def _funded(token: "Token") -> tuple[int, int, str] | None:
    """As in "Norway has financed patrol boats", "Ghana will foot the bill"."""
    lemma = syntax.lemma(token)
    settles = lemma in _SETTLES
    if not settles and lemma not in words("money.funding"):
        return None
    if not syntax.is_verb(token) or token.dep_ in ("amod", "compound"):
        return None
    named = any(t.ent_type_ == "MONEY" or t.text in "$£€" for t in token.sent)
    subject = syntax.subject(token)
    if named or subject is None or syntax.passive(token) or not _is_payer(subject):
        return None
    goal = syntax.first(syntax.objects(token))
    if goal is not None and settles:
        if goal.lemma_.lower() in words("money.bills") and goal.i > token.i:
            return token.i, goal.i + 1, "payment-costs"
        return None
    if lemma in words("money.funding"):
        end = goal.right_edge.i if goal is not None and goal.i > token.i else token.i
        return token.i, end + 1, "payment-funded"
    return None


def _compensated(token: "Token") -> tuple[int, int, str] | None:
    """As in "Nauru would be compensated", "if Britain paid for a railway"."""
    if not syntax.is_verb(token) or any(t.ent_type_ == "MONEY" or t.text in "$£€" for t in token.sent):
        return None
    if syntax.lemma(token) in _MADE_GOOD:
        whom = [syntax.subject(token)] if syntax.passive(token) else list(syntax.objects(token))
        if any(noun is not None and _is_payer(noun) for noun in whom):
            return token.i, token.i + 1, "payment-vague"
    if syntax.lemma(token) != "pay" or syntax.passive(token):
        return None
    subject, goal = syntax.subject(token), syntax.first(syntax.prepositional(token, "for"))
    direct = any(c.dep_ in ("dobj", "dative") for c in token.children) or any(
        c.dep_ == "poss" and c.lower_ in ("its", "their") for c in (goal.children if goal is not None else ())
    )  # "paid for its mistakes"
    if subject is None or goal is None or direct or not _is_payer(subject):
        return None
    return token.i, goal.i + 1, "payment-funded"


def _is_payer(subject: "Token") -> bool:
    """A country, a government or a body: not "taxpayers"."""
    return subject.ent_type_ in ("GPE", "ORG", "NORP") or subject.lemma_.lower() in words(
        "society.state-nouns", "society.country-nouns"
    )


_GETS: Final = ("receive", "get", "obtain", "be", "ask", "want", "demand")
_MOVED: Final = (
    "pay",
    "receive",
    "exchange",
    "link",
    "tie",
    "attach",
    "involve",
    "offer",
    "promise",
    "request",
    "give",
)
_COVER: Final = ("cover", "pay", "bear", "meet", "finance", "fund", "shoulder")


def _unpaid(token: "Token") -> tuple[int, int, str] | None:
    """As in "no money has changed hands", "nobody has paid us", "costs will be borne by", "paid for by"."""
    word, head = token.lemma_.lower(), token.head
    if token.pos_ == "NOUN" and syntax.is_verb(head) and word in words("money.sums"):
        none = any(c.lower_ in ("no", "any") for c in token.children)
        moved = "change hands" in syntax.keys(head) or syntax.lemma(head) in _MOVED
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
