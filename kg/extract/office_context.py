"""What the text around a post tells of it: a counterpart's or predecessor's title, and the country."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lexicon import table, words
from kg.extract.reading import Office, Reading


def in_context(reading: Reading, found: list[Office]) -> Iterator[Office]:
    """Posts with the title and country that other words of the text give them."""
    return _countries(reading, list(_likened(found)))


def _likened(found: list[Office]) -> Iterator[Office]:
    """Gives "her counterpart" and "his predecessor" the post named last, the latter with its country."""
    own: list[Office] = []
    for office in found:
        *_, like = office.office.split()
        if like not in words("offices.likened"):
            own.append(office)
            yield office
        elif own and like == "counterpart":
            yield replace(office, office=own[-1].office)
        elif own:
            last = own[-1]
            title = last.office.removeprefix("acting ")
            yield replace(office, office=title, country=last.country, organisation=last.organisation)


def _countries(reading: Reading, offices: list[Office]) -> Iterator[Office]:
    known: dict[str, str | None] = {}
    for office in offices:
        if office.country:
            known.setdefault(office.person, office.country)
    home = home_country(reading)
    told = {office.country for office in offices if office.country}
    if home not in told and len(told) == 1:
        [home] = told  # beside "Italian Prime Minister X", a bare "Interior Minister Y" is Italy's too
    for office in offices:
        if office.country or (office.organisation and not _of_a_state(office)):
            yield office
            continue
        code = (
            known.get(office.person) or _leads(reading, office) or table("offices.country").get(office.office)
        )
        if code:
            yield replace(office, country=code, how="office")
        elif home:
            yield replace(office, country=home, how="document context")
        else:
            yield office


def _leads(reading: Reading, office: Office) -> str | None:
    """The country of a well-known leader."""
    within = range(office.name_start, office.name_end)
    return next((leader.code for leader in reading.leaders if leader.start in within), None)


def _of_a_state(office: Office) -> bool:
    """Whether the body is an organ of a state, or the party of one of its lawmakers."""
    first = office.office.split()[0]
    if first == "minister" or office.office.endswith(" minister"):
        return True
    body = (office.organisation or "").lower().split()
    return first in words("offices.members") or not words("offices.state-organs").isdisjoint(body)


def home_country(reading: Reading) -> str | None:
    """The country the text speaks of as its own: the first that does something in it."""
    first = None
    for place in reading.places:
        token = reading.doc[place.end - 1]
        if place.form == "demonym":
            continue
        first = first or place.code
        doer = token.head if token.dep_ == "poss" else token
        acts = doer.dep_ == "nsubj" and doer.head.dep_ != "relcl"
        if acts and reading.article.text[: token.idx].strip():
            return place.code
    return first
