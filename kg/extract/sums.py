"""Sums of money in a text: how much, in which currency; what is merely a conversion or another matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kg.extract import numbers
from kg.extract.lexicon import table, words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token, Words

_SCALE: Final = r"(?:[\s-]?(?:thousand|million|billion|trillion|mn|bn|tn|[mk])\b)?"
_SPELLED: Final = "one|two|three|four|five|six|seven|eight|nine|ten|half a|a"
_CODES: Final = (
    "USD|EUR|GBP|AUD|CAD|NZD|CHF|NOK|SEK|DKK|ISK|PLN|CZK|HUF|RON|TRY|ILS|JPY|CNY|INR|PKR|RWF|UGX|KES|TZS|NGN"
    "|GHS|ZAR|MAD|TND|DZD|EGP|LYD|JOD|XOF|XAF|PGK|MXN|BRL"
)
_UNITS: Final = (
    r"dollars?|pounds?(?:\ssterling)?|euros?|francs?|kroner|kronor|kronur|krone|krona|yen|yuan|renminbi|dirhams?"
    r"|dinars?|naira|cedis?|shillings?|rand|liras?|shekels?|zloty|forints?|rupees?|pesos?|reais|kina|riyals?|lei"
)
_AMOUNT: Final = re.compile(
    rf"(?P<sign>(?<![A-Za-z])(?:AU|US|CA|NZ|A|C)?\$|£|€|(?<![A-Za-z])(?:{_CODES})\s?)\s?(?P<n1>\d+(?:,\d+)*(?:\.\d+)?)(?P<s1>{_SCALE})"
    rf"|(?P<n2>\b\d+(?:,\d+)*(?:\.\d+)?|\b(?:{_SPELLED}))(?P<s2>{_SCALE})[\s-](?:of\s)?"
    rf"(?P<name>(?:(?:U\.S\.|CFA|[A-Z][A-Za-z]+)\s)?(?:New\sZealand\s)?(?:{_UNITS}))\b"
)
_BARE: Final = re.compile(
    r"(?<![\w$£€.,])(?P<n>\d+(?:,\d+)*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"[\s-]?(?P<s>million|billion|bn|mn|m)\b"
    r"(?=\s+(?:had|has|have|was|were|for|more|pledged|promised|in|of it)\b|[.,;])"
)
_UNCOUNTED: Final = re.compile(
    r"\b(?:several|many|some|tens of|hundreds of|dozens of)\s(?:thousands?|millions?|billions?)\s(?:of\s)?"
    rf"(?P<name>(?:(?:U\.S\.|[A-Z][A-Za-z]+)\s)?(?:{_UNITS}))\b"
)
_MORE: Final = re.compile(r"\b(?:another|further|additional|extra) $", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\([^)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum as a text names it; ``amount`` is None where it tells the currency alone."""

    start: int
    end: int
    span: "Words"
    amount: Decimal | None
    currency: str | None
    bare: bool = False


def sums_of(reading: Reading) -> Iterator[Sum]:
    """The sums of a text by kind: with a currency, without one behind such a sum, uncounted."""
    text = reading.article.text
    found: list[Sum] = []
    for match in _AMOUNT.finditer(text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or _converted(text, match.start()) or _compared(span.root):
            continue
        amount = _amount(match)
        if amount is not None:
            currency = _localised(reading, match, _currency(match))
            found.append(
                Sum(start=match.start(), end=match.end(), span=span, amount=amount, currency=currency)
            )
    yield from found
    for match in _BARE.finditer(text):
        more = _MORE.search(text, max(0, match.start() - 12), match.start()) is not None
        before = next(
            (s for s in reversed(found) if 0 <= match.start() - s.end < (300 if more else 140)), None
        )
        if before is None or any(s.start <= match.start() < s.end for s in found):
            continue
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        value = numbers.value([match["n"], match["s"]])
        if span is None or value is None or _converted(text, match.start()):
            continue
        if not more and span.root.sent.start != before.span.root.sent.start:
            continue
        yield Sum(
            start=match.start(),
            end=match.end(),
            span=span,
            amount=Decimal(str(value)),
            currency=before.currency,
            bare=True,
        )
    for match in _UNCOUNTED.finditer(text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            yield Sum(
                start=match.start(),
                end=match.end(),
                span=span,
                amount=None,
                currency=_localised(reading, match, None),
            )


def _converted(text: str, start: int) -> bool:
    """As in "(about $5m)": a conversion of the sum before it."""
    inside = _BRACKET.search(text, max(0, start - 25), start)
    return inside is not None and bool(
        re.search(
            r"[£€$]|euros?|pounds?|dollars?|francs?|kroner",
            text[max(0, inside.start() - 40) : inside.start()],
        )
    )


def _compared(token: "Token") -> bool:
    near = token.doc[max(token.sent.start, token.i - _NEAR) : min(token.sent.end, token.i + _NEAR + 1)]
    other = words("money.other-sums")
    return any(t.lemma_.lower() in other for t in near) or _of_budget(token)


_NEAR: Final = 7


def _of_budget(token: "Token") -> bool:
    """As in "on a budget of $10bn", "Nauru's budget is $300m": all that a state or body spends."""
    head = token.head
    if head.lower_ == "of" and head.head.lemma_.lower() in ("budget", "economy", "size"):
        return True
    return token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in ("budget", "economy", "output") for c in head.children
    )


def _amount(match: "re.Match[str]") -> Decimal | None:
    number, scale = match["n1"] or match["n2"], (match["s1"] or match["s2"] or "").strip(" -\n")
    found = numbers.value(number.lower().replace("half a", "0.5").split() + ([scale] if scale else []))
    return None if found is None else Decimal(str(found))


def _currency(match: "re.Match[str]") -> str | None:
    if match["sign"]:
        return table("money.currencies").get(match["sign"].strip().lower())
    return None


def _named(reading: Reading, name: str) -> str | None:
    name = name.lower().removeprefix("american ").replace("new zealand ", "nz ")
    known, local = table("money.names"), table("money.local")
    singular = name if name in known else name.rstrip("s")
    if singular in known and " " in singular:
        return known[singular]
    unit = singular.split()[-1]
    unit = unit if unit in known or f"{unit} any" in local else unit.rstrip("s")
    for place in reading.places:  # kroner are Norway's too, and francs Rwanda's
        if found := local.get(f"{unit} {place.code.lower()}"):
            return found
    return known.get(unit)


def _localised(reading: Reading, match: "re.Match[str]", currency: str | None) -> str | None:
    """The currency where its sign or name has several: the dollar and krone of the text's own country."""
    groups = match.groupdict()
    if groups.get("sign") is None:
        plain = match["name"].lower() in ("dollar", "dollars")
        return (_local_dollar(reading) if plain else None) or _named(reading, match["name"])
    if currency == "USD" and match["sign"] == "$":
        return _local_dollar(reading) or currency
    return currency


def _local_dollar(reading: Reading) -> str | None:
    codes = {p.code for p in reading.places}
    return None if "USA" in codes else "AUD" if "AUS" in codes else "CAD" if "CAN" in codes else None
