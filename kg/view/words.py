"""Dates and claims in words."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from kg.store.terms import Cell

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_POINT: Final = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([~?%]?)")
_DOUBT: Final = {"": "", "~": "about ", "?": "probably ", "%": "probably about "}


def say_when(edtf: str) -> str:
    """An EDTF date in words, as precise as it is and no more.

    >>> say_when("2025-03"), say_when("2024-07~"), say_when("2025-01-20/..")
    ('March 2025', 'about July 2024', 'since 20 January 2025')
    >>> say_when("2025-04-28/2025-05-04"), say_when("../2024"), say_when("202X")
    ('28 April to 4 May 2025', 'until 2024', 'the 2020s')
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if end in ("..", ""):
        return f"since {_point(start)}"
    if start in ("..", ""):
        return f"until {_point(end)}"
    first, last = _point(start), _point(end)
    year = f" {end[:4]}"
    if start[:4] == end[:4] and first.endswith(year) and start.count("-"):
        first = first.removesuffix(year)
    return f"{first} to {last}"


def _point(text: str) -> str:
    match = _POINT.fullmatch(text)
    if not match:
        return text
    year, month, day, doubt = match.groups()
    if year.endswith("X"):
        year = f"the {year.replace('X', '0')}s"
    parts = [year]
    if month and "X" not in month and 1 <= int(month) <= 12:
        parts.insert(0, _MONTHS[int(month) - 1])
        if day and "X" not in day:
            parts.insert(0, str(int(day)))
    return _DOUBT[doubt] + " ".join(parts)


def say_day(day: date) -> str:
    """A day in words.

    >>> say_day(date(2025, 5, 5))
    '5 May 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_list(names: Sequence[str]) -> str:
    """Names as one would say them.

    >>> say_list(["Panama", "Costa Rica", "Rwanda"])
    'Panama, Costa Rica and Rwanda'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def say_money(amount: Decimal | None, currency: str | None) -> str:
    """A sum of money.

    >>> say_money(Decimal(6000000), "USD"), say_money(None, "USD"), say_money(None, None)
    ('USD 6,000,000', 'money in USD', 'money')
    """
    if amount is None:
        return f"money in {currency}" if currency else "money"
    number = f"{amount:,f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return " ".join(filter(None, (currency, number)))


Facts = Mapping[str, Sequence[Cell]]
"""The properties of one claim, by their name in the vocabulary."""

Namer = Callable[[Cell], str]
"""Gives the name of a thing or code by its IRI, and of anything else the text."""

_QUALIFIER: Final = {"about": "about ", "up-to": "up to ", "at-least": "at least "}


def headline(kind: str, facts: Facts, name: Namer) -> str:
    """What a claim says, in a few words.

    Args:
        kind: Kind of the claim.
        facts: Its properties.
        name: Names things.
    """

    def one(key: str) -> Cell:
        values = facts.get(key)
        return values[0] if values else None

    def named(key: str) -> str:
        return say_list([name(value) for value in facts.get(key, ())])

    match kind:
        case "status":
            return _ways(named("sender"), named("receiver"), named("undirectedParty")) or "No parties named"
        case "transfer":
            return _transfer(one, named)
        case "statement":
            about = named("about")
            return f"{one('speakerName') or 'Somebody'}" + (f" on {about}" if about else " speaks")
        case "payment":
            amount = one("amount")
            money = _QUALIFIER.get(code(one("amountQualifier")), "") + say_money(
                amount
                if isinstance(amount, Decimal)
                else Decimal(amount)
                if isinstance(amount, int)
                else None,
                _text(one("currency")),
            )
            per = f" per {name(one('per'))}" if one("per") else ""
            ends = _ends(named("payer"), named("payee"))
            return f"{_capital(money)}{per}{ends}, {name(one('paymentModality'))}"
        case "concern":
            about = named("about")
            return _capital(name(one("topic"))) + (f": {about}" if about else "")
        case "ruling":
            return f"{_text(one('court')) or 'A court'}: {name(one('outcome'))}"
        case "event":
            actor = _text(one("actor"))
            return _capital(name(one("event"))) + (f" by {actor}" if actor else "")
        case "office":
            where = _text(one("organisationName")) or named("officeCountry")
            return f"{named('subject')}: {one('officeName')}" + (f", {where}" if where else "")
    return _capital(name(one("object")) if one("object") else kind)


def _transfer(one: Callable[[str], Cell], named: Callable[[str], str]) -> str:
    persons, modality = one("persons"), code(one("modality"))
    who = _text(one("category")) or "people"
    if persons is not None:
        number = f"{persons:,}" if isinstance(persons, int) else str(persons)
        who = (
            f"{number} {'person' if persons == 1 else 'people'}" if not one("category") else f"{number} {who}"
        )
        who = _QUALIFIER.get(code(one("personsQualifier")), "") + who
    if nationals := named("nationality"):
        who += f" from {nationals}"
    verb = {
        "happened": "moved",
        "planned": "to be moved",
        "halted": "halted on the way",
        "denied": "not moved, it is said",
        "released": "released",
        "remaining": "still held",
    }.get(modality, modality)
    per = f" per {code(one('per'))}" if one("per") else ""
    return f"{_capital(who)}{per} {verb}{_ends(named('sender'), named('receiver'))}"


def _ends(start: str, end: str) -> str:
    return (f" from {start}" if start else "") + (f" to {end}" if end else "")


def _ways(senders: str, receivers: str, parties: str) -> str:
    if senders and receivers:
        return f"From {senders} to {receivers}"
    if senders:
        return f"{senders} would send people; to whom is not said"
    if receivers:
        return f"{receivers} would take people in; from whom is not said"
    return f"Between {parties}" if parties else ""


def code(value: Cell) -> str:
    """The last part of a code's IRI; empty for no code.

    >>> code("https://w3id.org/migkg/code/factuality/CT-plus"), code(None)
    ('CT-plus', '')
    """
    return str(value).rpartition("/")[2] if value is not None else ""


def _text(value: Cell) -> str | None:
    return None if value is None else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
