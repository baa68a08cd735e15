"""One record of the catalogue: a person, a body, a source, an agreement."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from kg.model.actor import Body, BodyType, Person, Tenure
from kg.model.agreement import (
    Agreement,
    AgreementKind,
    Confidence,
    Dispute,
    Event,
    Fact,
    Gazette,
    Instrument,
    Party,
    Relation,
    RelationType,
    Role,
    Standing,
)
from kg.model.claim import Citation
from kg.read.facts import (
    Context,
    host,
    read_event,
    read_involvement,
    read_payment,
    read_ruling,
    read_sourcing,
    read_standing,
    read_statement,
    read_transfer,
)
from kg.read.tables import Table

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FACTS: Final = {
    "event": read_event,
    "transfer": read_transfer,
    "payment": read_payment,
    "ruling": read_ruling,
    "statement": read_statement,
    "official": read_involvement,
}


def read_publishers(table: Table) -> Mapping[str, str]:
    """``publishers.toml``: who publishes, by host."""
    for name in table.names():
        if name != name.lower() or name.startswith("www.") or "." not in name:
            table.problem(name, "is not a host", 'write it in lower case, without "www."')
    return {name: table.need(name) for name in table.names()}


def read_source(table: Table, context: Context) -> Citation:
    """``[[source]]``: what stands at an address."""
    url = table.need("url")
    citation = Citation(
        source=url,
        title=table.text("title"),
        publisher=table.text("publisher") or context.publisher(url),
        origin=table.text("origin"),
        published=table.date("date"),
    )
    if url and not host(url):
        table.problem("url", f"{url!r} is not a web address", "write it whole, from https:// on")
    elif url and not citation.publisher:
        table.problem("publisher", f"who publishes at {host(url)} is unknown", "add it to publishers.toml")
    table.done()
    return citation


def read_body(table: Table, context: Context) -> Body:
    """``[[body]]``: a government, ministry, court, organisation or medium."""
    body = Body(
        id=_id(table),
        name=table.need("name"),
        aliases=table.texts("aliases"),
        ambiguous=table.texts("ambiguous"),
        type=table.need_code("type", BodyType),
        country=table.country("country"),
    )
    table.done()
    return body


def read_person(table: Table, context: Context) -> Person:
    """``[[person]]``: somebody in public office."""
    person = Person(
        id=_id(table),
        name=table.need("name"),
        aliases=table.texts("aliases"),
        mentioned_in=table.texts("mentioned_in"),
        offices=table.tables("office", context, _tenure),
    )
    if not person.offices:
        table.problem("office", "is missing", "only people in public office are recorded")
    table.done()
    return person


def _tenure(table: Table, context: Context) -> Tenure:
    sources, confidence = read_sourcing(table, context)
    tenure = Tenure(
        office=table.need("office"),
        country=table.country("country"),
        organisation=table.text("organisation"),
        start=table.date("from"),
        end=table.date("to"),
        term_confidence=table.need_code("term_confidence", Confidence),
        confidence=confidence,
        sources=sources,
    )
    if not sources and confidence is not Confidence.LOW:
        table.problem("sources", "is missing", 'add one, or write confidence = "low" if it rests on memory')
    first, last = tenure.start and tenure.start.earliest, tenure.end and tenure.end.latest
    if first and last and first > last:
        table.problem("to", "lies before the start of the term")
    table.done()
    return tenure


def read_agreement(table: Table, stem: str, sources: tuple[Citation, ...], context: Context) -> Agreement:
    """A file of ``agreements/``.

    Args:
        table: The file.
        stem: Its name, which must be the agreement's id.
        sources: The sources it describes.
        context: What it may refer to.
    """
    disputes = table.tables("dispute", context, _dispute)
    names = [dispute.id for dispute in disputes]
    facts: list[Fact] = []
    for key, read in _FACTS.items():
        for row in table.rows(key):
            facts.append(read(row, context, names))
    status, gazette = table.table("status"), table.table("gazette")
    agreement = Agreement(
        id=_id(table),
        title=table.need("title"),
        parties=_parties(table),
        kind=table.need_code("kind", AgreementKind),
        instrument=table.need_code("instrument", Instrument),
        reciprocal=table.flag("reciprocal"),
        origin=table.countries("origin"),
        mentioned_in=table.texts("mentioned_in"),
        gazette=_gazette(gazette) if gazette else None,
        standing=read_standing(status, context) if status else None,
        facts=tuple(facts),
        disputes=disputes,
        relations=table.tables("relation", context, _relation),
        sources=sources,
    )
    _check(table, stem, agreement)
    table.done()
    return agreement


def _id(table: Table) -> str:
    value = table.need("id")
    if value and not _SLUG.fullmatch(value):
        table.problem("id", f"{value!r} is not a slug", "use lower-case letters, digits and single hyphens")
    return value


def _parties(table: Table) -> tuple[Party, ...]:
    roles = table.table("parties")
    if not roles:
        table.problem("parties", "is missing", "say who is sending, receiving, transit or funder")
        return ()
    found = [Party(country=code, role=role) for role in Role for code in roles.countries(role)]
    roles.done()
    if not found:
        roles.problem("sending", "nobody takes part", "name the parties")
    return tuple(found)


def _gazette(table: Table) -> Gazette:
    gazette = Gazette(
        reference=table.need("reference"),
        note=table.text("note"),
        confidence=table.need_code("confidence", Confidence),
    )
    table.done()
    return gazette


def _dispute(table: Table, context: Context) -> Dispute:
    dispute = Dispute(id=_id(table), about=table.need("about"), settled=table.text("settled"))
    table.done()
    return dispute


def _relation(table: Table, context: Context) -> Relation:
    relation = Relation(
        type=table.need_code("type", RelationType), target=table.need("target"), note=table.text("note")
    )
    table.one_of("target", relation.target, context.agreements, "agreement with the id")
    table.done()
    return relation


def _check(table: Table, stem: str, agreement: Agreement) -> None:
    """What only shows when the whole record is seen."""
    if agreement.id and agreement.id != stem:
        table.problem(
            "id", f"{agreement.id!r} is not the name of the file", "an id never changes; rename the file"
        )
    if any(relation.target == agreement.id for relation in agreement.relations):
        table.problem("relation", "the agreement relates to itself")
    if not agreement.standing:
        table.problem("status", "is missing", "say how things stood, and on which date")
    answers = Counter(fact.dispute for fact in agreement.facts)
    for name, number in Counter(dispute.id for dispute in agreement.disputes).items():
        if number > 1:
            table.problem("dispute", f"the id {name!r} stands twice")
        if answers[name] < 2:
            table.problem(
                "dispute", f"{name!r} has fewer than two answers", "a dispute needs two facts that name it"
            )
    for number, url in enumerate(source.source for source in agreement.sources):
        if url in [source.source for source in agreement.sources[:number]]:
            table.problem("source", f"{url} is described twice")
    _check_dates(table, agreement.standing, agreement.facts)


def _check_dates(table: Table, standing: Standing | None, facts: tuple[Fact, ...]) -> None:
    """A stage later than the day of the standing makes the standing out of date."""
    last = standing.date.latest if standing and standing.date else None
    for fact in facts:
        first = fact.date.earliest if fact.date else None
        if isinstance(fact, Event) and fact.status and last and first and first > last:
            table.problem(
                "status.as_of",
                f"lies before the stage {fact.status} of {fact.date.edtf if fact.date else ''}",
                "bring [status] up to date",
            )
