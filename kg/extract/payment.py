"""Money tied to a deal: how much, who pays whom, and whether it was paid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kg.extract import numbers, syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import table, words
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.model.claim import PaymentClaim
from kg.model.codes import Factuality, PaymentModality, Per

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_SCALE: Final = r"(?:[\s-]?(?:thousand|million|billion|trillion|mn|bn|tn|[mk])\b)?"
_SPELLED: Final = "one|two|three|four|five|six|seven|eight|nine|ten|half a|a"
_AMOUNT: Final = re.compile(
    rf"(?P<sign>(?<![A-Za-z])(?:AU|US|CA|NZ|A|C)?\$|£|€|(?<![A-Za-z])(?:USD|EUR|GBP|AUD|CAD|CHF)\s?)\s?(?P<n1>\d[\d,]*(?:\.\d+)?)(?P<s1>{_SCALE})"
    rf"|(?P<n2>\b\d[\d,]*(?:\.\d+)?|\b(?:{_SPELLED}))(?P<s2>{_SCALE})[\s-](?:of\s)?"
    r"(?P<name>(?:(?:US|U\.S\.|American|Australian|Canadian|Rwandan|Danish|Swedish|Swiss)\s)?(?:dollars?|pounds?(?:\ssterling)?|euros?|francs?|kroner|kronor|krone|krona|yen))\b"
)
_HEADS: Final = "person|head|migrant|deportee|asylum seeker|individual|refugee|capita|transferee|case"
_PER_HEAD: Final = re.compile(
    rf"\s*(?:for\s+|to\s+(?:take|accept)\s+)?(?:each|every|per|a)\s+(?:{_HEADS})\b|\s+(?:each|apiece)\b",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\([^)]*$")


def find_payments(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """Payment claims of a text: sums with a number, then sums that name none."""
    text = reading.article.text
    for match in _AMOUNT.finditer(text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or _converted(text, match.start()) or _compared(reading, span.root):
            continue
        amount, currency = _amount(match), _currency(match)
        if amount is None:
            continue
        yield _claim(
            reading,
            span.root,
            span.start,
            span.end,
            directions,
            amount=amount,
            currency=currency,
            match=match,
        )
    for token in reading.doc:
        if (vague := _vague(reading, token)) is not None:
            start, end, rule = vague
            if not any(start <= i < end and reading.doc[i].ent_type_ == "MONEY" for i in range(start, end)):
                yield _claim(reading, token, start, end, directions, rule=rule)


def _converted(text: str, start: int) -> bool:
    """As in "(about $5m)": a conversion of the sum before it."""
    inside = _BRACKET.search(text, max(0, start - 25), start)
    return inside is not None and bool(
        re.search(
            r"[£€$]|euros?|pounds?|dollars?|francs?|kroner",
            text[max(0, inside.start() - 40) : inside.start()],
        )
    )


def _compared(reading: Reading, token: "Token") -> bool:
    return any(
        t.lemma_.lower()
        in ("trafficker", "smuggler", "fine", "bond", "salary", "bail", "wage", "trade", "tariff")
        for t in token.sent
        if abs(t.i - token.i) < 8
    )


def _amount(match: "re.Match[str]") -> Decimal | None:
    number, scale = match["n1"] or match["n2"], (match["s1"] or match["s2"] or "").strip(" -\n")
    found = numbers.value(number.lower().replace("half a", "0.5").split() + ([scale] if scale else []))
    return None if found is None else Decimal(str(found))


def _currency(match: "re.Match[str]") -> str | None:
    if match["sign"]:
        return table("money.currencies").get(match["sign"].strip().lower())
    name = match["name"].lower().removeprefix("american ")
    singular = name if name in table("money.names") else name.rstrip("s")
    return table("money.names").get(singular) or table("money.names").get(singular.split()[-1].rstrip("s"))


def _claim(
    reading: Reading,
    token: "Token",
    start: int,
    end: int,
    directions: Directions,
    *,
    amount: Decimal | None = None,
    currency: str | None = None,
    match: "re.Match[str] | None" = None,
    rule: str = "payment-amount",
) -> Proposal:
    text = reading.article.text
    if currency == "USD" and match is not None and match["sign"] == "$":
        currency = _local_dollar(reading) or currency
    verb = _verb(token)
    payer, payee = _parties(reading, token, verb, directions)
    modality, factuality = _modality(reading, token, verb)
    low, high = start, end
    if verb is not None and verb.sent.start == token.sent.start and abs(verb.i - token.i) < 12:
        low, high = min(low, verb.i), max(high, verb.i + 1)
        for ref in (payer, payee):
            if (
                ref is not None
                and token.sent.start <= ref.start < token.sent.end
                and abs(ref.start - verb.i) < 6
            ):
                low, high = min(low, ref.start), max(high, ref.end)
    per = None
    if match is not None:
        per = (
            Per.PERSON
            if _PER_HEAD.match(text, match.end())
            or text[match.end() : match.end() + 12].startswith(" for each")
            else numbers.rate_after(text, match.end())
        )
    refs = [(slot, ref) for slot, ref in (("payer", payer), ("payee", payee)) if ref is not None]
    return propose(
        reading,
        PaymentClaim,
        rule,
        token=token,
        start=low,
        end=high,
        refs=refs,
        amount=amount,
        currency=currency,
        payer=payer.code if payer else None,
        payee=payee.code if payee and per is not Per.PERSON else None,
        qualifier=numbers.qualifier_before(text, match.start()) if match is not None else None,
        modality=modality,
        factuality=factuality,
        per=per,
        when=time_of(reading, verb) if verb is not None else None,
    )


def _local_dollar(reading: Reading) -> str | None:
    codes = {p.code for p in reading.places}
    return None if "USA" in codes else "AUD" if "AUS" in codes else "CAD" if "CAN" in codes else None


def _verb(token: "Token") -> "Token | None":
    """The paying verb that a sum hangs on, else the nearest verb above it."""
    above = [h for h in syntax.climb(token) if syntax.is_verb(h)]
    for head in above:
        if syntax.keys(head) & (words("money.pay") | words("money.get")):
            return head
    return above[0] if above else None


def _parties(
    reading: Reading, token: "Token", verb: "Token | None", directions: Directions
) -> tuple[Ref | None, Ref | None]:
    payer = payee = None
    if verb is not None:
        keys = syntax.keys(verb)
        subject = syntax.subject(verb)
        actors = countries_of(reading, subject) if subject is not None else []
        passive = syntax.passive(verb)
        others = [r for o in syntax.prepositional(verb, "to") for r in countries_of(reading, o)]
        others += [r for c in verb.children if c.dep_ in ("dative", "dobj") for r in countries_of(reading, c)]
        others += [r for o in syntax.prepositional(token, "to", "for") for r in countries_of(reading, o)]
        if passive and keys & words("money.pay"):
            by = [r for a in syntax.agents(verb) for r in countries_of(reading, a)]
            payer = syntax_first(by)
            payee = syntax_first(others) or (
                syntax_first(actors) if subject is not None and subject.i != token.i else None
            )
        elif keys & words("money.get") and not passive:
            payee = syntax_first(actors)
            payer = syntax_first(
                r for o in syntax.prepositional(verb, "from") for r in countries_of(reading, o)
            )
        elif keys & words("money.pay"):
            payer, payee = (
                syntax_first(actors),
                syntax_first(r for r in others if r.code not in {a.code for a in actors}),
            )
        elif actors and directions.senders[actors[0].code] > directions.receivers[actors[0].code]:
            payer = actors[0]
        elif actors:
            payee = actors[0]
    if payee is not None and payer is None:
        code = directions.sender_to(payee.code)
        payer = _carried(directions, code) if code != payee.code else None
    if payer is None and payee is None and directions.main is not None:
        payer = _carried(directions, directions.main[0])
    return payer, payee


def syntax_first(refs: "Iterator[Ref] | list[Ref]") -> Ref | None:
    """The first country, if any."""
    return next(iter(refs), None)


def _carried(directions: Directions, code: str | None) -> Ref | None:
    ref = directions.carriers.get(code) if code else None
    return Ref(code=ref.code, start=ref.start, end=ref.end, how="document deal") if ref else None


def _modality(reading: Reading, token: "Token", verb: "Token | None") -> tuple[PaymentModality, Factuality]:
    if verb is None:
        return PaymentModality.PROMISED, Factuality.CERTAIN
    swapped = any(
        t.lower_ in ("exchange", "return") and t.head.lower_ == "in" and t.i < token.i for t in token.sent
    )
    # "agreed to pay in return for" promises the sum; in "will take people in return for" it is the condition.
    if (swapped and not syntax.keys(verb) & {"pay", "agree"}) or any(t.lower_ == "if" for t in verb.children):
        return PaymentModality.CONDITIONAL, Factuality.CERTAIN
    if syntax.negated(verb):
        return PaymentModality.DISPUTED, Factuality.CERTAINLY_NOT
    keys = syntax.keys(verb)
    if syntax.lemma(verb) == "offer":
        return PaymentModality.OFFERED, Factuality.CERTAIN
    if keys & words("money.promised"):
        return PaymentModality.PROMISED, Factuality.CERTAIN
    match setting(verb).reality:
        case Reality.HAPPENED:
            return PaymentModality.PAID, Factuality.CERTAIN
        case Reality.PLANNED | Reality.EXPECTED:
            return PaymentModality.PROMISED, Factuality.CERTAIN
        case Reality.POSSIBLE:
            return PaymentModality.PROMISED, Factuality.POSSIBLE
        case Reality.DENIED:
            return PaymentModality.DISPUTED, Factuality.CERTAINLY_NOT
        case _:
            return PaymentModality.OFFERED, Factuality.POSSIBLE


def _vague(reading: Reading, token: "Token") -> tuple[int, int, str] | None:
    """As in "in exchange for a fee", "cover the costs": a sum without a number."""
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
