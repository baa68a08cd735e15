"""The facts of an agreement's record: one reader for each kind of table."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from kg.model.actor import Body, Person
from kg.model.agreement import (
    Act,
    Confidence,
    Event,
    Fact,
    Involvement,
    Payment,
    Ruling,
    Standing,
    Statement,
    Transfer,
)
from kg.model.claim import Attribution, Citation
from kg.model.codes import (
    Factuality,
    Mode,
    Occurrence,
    Outcome,
    PaymentModality,
    Per,
    Qualifier,
    Rank,
    SourceType,
    Stance,
    Status,
    TransferModality,
)
from kg.read.tables import Table

_F = TypeVar("_F", bound=Fact)

_ARTICLE: Final = re.compile(r"[0-9a-f]{16}")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a record may refer to.

    Args:
        publishers: Who publishes, by host.
        sources: Sources that some record describes, by address.
        people: People by id.
        bodies: Bodies by id.
        agreements: Ids of all agreements.
    """

    publishers: Mapping[str, str]
    sources: Mapping[str, Citation] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    agreements: frozenset[str] = frozenset()

    def publisher(self, url: str) -> str | None:
        """Who publishes at an address."""
        return self.publishers.get(host(url))


def host(url: str) -> str:
    """Host of a web address without ``www.``; empty if it is none.

    >>> host("https://www.example.org/a?b")
    'example.org'
    """
    return (urlsplit(url).hostname or "").removeprefix("www.") if _ADDRESS.fullmatch(url) else ""


def read_sourcing(table: Table, context: Context) -> tuple[tuple[Citation, ...], Confidence]:
    """The sources of a fact and how well they bear it out."""
    sources = []
    for url in table.texts("sources"):
        known = context.sources.get(url) or Citation(source=url, publisher=context.publisher(url))
        if not host(url):
            table.problem("sources", f"{url!r} is not a web address", "write it whole, from https:// on")
        elif not known.publisher:
            table.problem("sources", f"who publishes at {host(url)} is unknown", "add it to publishers.toml")
        sources.append(known)
    return tuple(sources), table.need_code("confidence", Confidence)


def read_event(table: Table, context: Context, disputes: Collection[str]) -> Event:
    """``[[event]]``: a stage is reached, or something else happens."""
    fact = Event(
        **_common(table, context, disputes),
        status=table.code("status", Status),
        event=table.code("event", Occurrence),
        court=table.text("court"),
        court_confidence=table.code("court_confidence", Confidence),
        case=table.text("case"),
    )
    if table.has("status") == table.has("event"):
        table.problem("status", "an event has either `status` or `event`")
    if not fact.date:
        table.problem("date", "is missing")
    return _done(table, fact)


def read_transfer(table: Table, context: Context, disputes: Collection[str]) -> Transfer:
    """``[[transfer]]``: people moved, to be moved, or what became of them."""
    fact = Transfer(
        **_common(table, context, disputes),
        sending=table.country("sending"),
        receiving=table.country("receiving"),
        persons=table.whole("persons"),
        qualifier=table.code("qualifier", Qualifier),
        per=table.code("per", Per),
        modality=table.need_code("modality", TransferModality),
        nationality=table.countries("nationality"),
        category=table.text("category"),
    )
    if fact.sending and fact.sending == fact.receiving:
        table.problem("receiving", f"a transfer from {fact.sending} to itself")
    if fact.qualifier and fact.persons is None:
        table.problem("qualifier", "there is no number of persons to qualify")
    if fact.persons == 0 and fact.modality is TransferModality.HAPPENED:
        table.problem("persons", "nobody moved, so it did not happen", 'use modality = "denied"')
    return _done(table, fact)


def read_payment(table: Table, context: Context, disputes: Collection[str]) -> Payment:
    """``[[payment]]``: money paid, promised or disputed."""
    fact = Payment(
        **_common(table, context, disputes),
        amount=table.amount("amount"),
        currency=table.text("currency"),
        payer=table.country("payer"),
        payee=table.country("payee"),
        qualifier=table.code("qualifier", Qualifier),
        modality=table.need_code("modality", PaymentModality),
        per=table.code("per", Per),
    )
    if (fact.amount is None) != (fact.currency is None):
        table.problem("currency", "amount and currency go together")
    if fact.currency and not _CURRENCY.fullmatch(fact.currency):
        table.problem("currency", f"{fact.currency!r} is not a currency", "use ISO 4217, such as EUR")
    return _done(table, fact)


def read_ruling(table: Table, context: Context, disputes: Collection[str]) -> Ruling:
    """``[[ruling]]``: a court decides."""
    fact = Ruling(
        **_common(table, context, disputes),
        outcome=table.need_code("outcome", Outcome),
        court=table.need("court"),
        court_confidence=table.code("court_confidence", Confidence),
        case=table.text("case"),
        case_confidence=table.code("case_confidence", Confidence),
    )
    if not fact.date:
        table.problem("date", "is missing")
    return _done(table, fact)


def read_statement(table: Table, context: Context, disputes: Collection[str]) -> Statement:
    """``[[statement]]``: somebody says something; ``note`` holds what."""
    fact = Statement(
        **_common(table, context, disputes), stance=table.code("stance", Stance) or Stance.NEUTRAL
    )
    if not fact.note:
        table.problem("note", "is missing", "say in your own words what was said")
    return _done(table, fact)


def read_involvement(table: Table, context: Context, disputes: Collection[str]) -> Involvement:
    """``[[official]]``: an official's post at the time, and what the official did."""
    common, person, office = _common(table, context, disputes), table.need("person"), table.need("office")
    table.one_of("person", person, context.people, "person in people.toml")
    known = context.people.get(person)
    if known:
        table.one_of(
            "office", office, [t.office for t in known.offices], f"office of {person} in people.toml"
        )
    fact = Involvement(
        **common,
        person=known.name if known else person,
        office=office,
        country=table.country("country"),
        organisation=table.text("organisation"),
        act=table.code("act", Act),
    )
    return _done(table, fact)


def read_standing(table: Table, context: Context) -> Standing:
    """``[status]``: how things stood on a date."""
    sources, confidence = read_sourcing(table, context)
    fact = Standing(
        date=table.date("as_of"),
        status=table.code("status", Status),
        note=table.text("note"),
        sources=sources,
        confidence=confidence,
    )
    if not table.has("as_of"):
        table.problem("as_of", "is missing", "a status holds on a date, never simply now")
    return _done(table, fact)


def _common(table: Table, context: Context, disputes: Collection[str]) -> dict[str, Any]:
    """The keys that every fact has, as arguments of its class."""
    sources, confidence = read_sourcing(table, context)
    articles = table.texts("articles")
    for key in articles:
        if not _ARTICLE.fullmatch(key):
            table.problem("articles", f"{key!r} is not the key of an article", "it has 16 hexadecimal digits")
    dispute, rank = table.text("dispute"), table.code("rank", Rank)
    table.one_of("dispute", dispute, disputes, "[[dispute]] with the id")
    if rank and not dispute:
        table.problem("rank", "only answers to a dispute have a rank", "add `dispute`")
    return {
        "date": table.date("date"),
        "date_confidence": table.code("date_confidence", Confidence),
        "note": table.text("note"),
        "sources": sources,
        "articles": articles,
        "confidence": confidence,
        "by": _voice(table, context),
        "dispute": dispute,
        "rank": rank or Rank.NORMAL,
        "factuality": table.code("factuality", Factuality) or Factuality.CERTAIN,
    }


def _voice(table: Table, context: Context) -> Attribution | None:
    """``by``: the id of a person or body, or words for somebody unnamed ("a US official")."""
    by = table.text("by")
    if by is None:
        return None
    if person := context.people.get(by):
        return Attribution(source=SourceType.PERSON, name=person.name, mode=Mode.PARAPHRASE)
    if body := context.bodies.get(by):
        return Attribution(source=SourceType.ORGANISATION, name=body.name, mode=Mode.PARAPHRASE)
    if _ID.fullmatch(by):
        table.one_of("by", by, [*context.people, *context.bodies], "person or body with the id")
    return Attribution(source=SourceType.ANONYMOUS, name=by, mode=Mode.PARAPHRASE)


def _done(table: Table, fact: _F) -> _F:
    if not fact.sources and not fact.articles and fact.confidence is not Confidence.LOW:
        table.problem("sources", "is missing", 'add one, or write confidence = "low" if it rests on memory')
    table.done()
    return fact
