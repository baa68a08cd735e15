"""Speakers with a proper name: a person by surname or in full, or a body."""

from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.persons import full_name, name_at, people
from kg.extract.phrases import ARTICLES, Speaker, is_body, name_of, phrase
from kg.extract.reading import Reading
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def named(reading: Reading, token: "Token", start: int, end: int) -> Speaker:
    """The person or body whose name ends at a token, in a noun phrase from ``start`` up to ``end``."""
    doc = reading.doc
    begin = start
    end += 2 * (end + 1 < len(doc) and doc[end].lower_ == "and" and of_the_name(doc[end + 1]))
    while begin < token.i and doc[begin].lower_ in ARTICLES | words("offices.honorifics"):
        begin += 1
    while begin < token.i and doc[begin].is_lower and doc[token.i].text[0].isupper():
        begin += 1  # "medical charity MSF"
    if begin < token.i and doc[begin].is_sent_start and doc[begin].lower_.endswith("s"):
        roles = words("society.public-roles", "society.parties-to-cases")
        begin += doc[begin].lower_.removesuffix("s") in roles  # "Lawyers Jo Smith and"
    if (around := _known(reading, token)) is not None and around[0] <= begin and end <= around[1]:
        text = name_of(reading, *around)
        return Speaker(name=text, source=SourceType.ORGANISATION, start=around[0], end=around[1])
    if begin > 1 and doc[begin - 1].text == "." and not doc[begin - 1].whitespace_:
        site = begin - 2  # "News.Gh reported"
        whole = name_of(reading, site, end)
        return Speaker(name=whole, source=SourceType.ORGANISATION, start=site, end=end)
    last = doc[token.i].text
    known = full_name(reading, last)
    surname = known.split()[-1] == last != known and token.i == begin
    if surname or any(o.person == last for o in reading.offices):
        return _person(reading, known, token.i, token.i + 1)
    leader = next((p for p in reading.leaders if p.start <= token.i < p.end == end), None)
    if leader is not None:
        return _person(
            reading, full_name(reading, doc.text_of(leader.start, leader.end)), leader.start, leader.end
        )
    if (person := _ending_at(reading, token, begin)) is not None:
        return _person(reading, full_name(reading, doc.text_of(person, token.i + 1)), person, token.i + 1)
    if is_body(reading, begin, end) and not (
        doc[token.i].ent_type_ == "PERSON" and not any(t.i in reading.place_at for t in doc[begin:end])
    ):
        place = next((reading.place_at[i] for i in range(begin, end) if i in reading.place_at), None)
        return Speaker(
            name=name_of(reading, begin, end),
            source=SourceType.ORGANISATION,
            start=begin,
            end=end,
            country=place.code if place else None,
        )
    name = name_at(reading, begin)
    for probe in range(begin, token.i + 1):
        if (probed := name_at(reading, probe)) and probed[0] <= token.i < probed[1]:
            name = probed
            break
    source = SourceType.ORGANISATION
    if name and name[0] <= token.i < name[1]:
        text = doc.text_of(name[0], name[1])
        known = full_name(reading, text)
        if (
            token.ent_type_ != "ORG"
            or any(o.person == known for o in reading.offices)
            or any(p.split()[-1] == text for p in people(reading))
        ):
            return _person(reading, known, *name)
        if name[1] - name[0] > 1:
            source = SourceType.PERSON
    return Speaker(name=name_of(reading, begin, end), source=source, start=begin, end=end)


def of_the_name(token: "Token") -> bool:
    """As in "the Ministry of Integration and Asylum": a second portfolio."""
    first = token.head
    return (
        token.dep_ == "conj"
        and token.lower_ in words("offices.fields")
        and token.text[0].isupper()
        and not any(c.dep_ in ("det", "compound") for c in token.children)
        and first.lower_ in words("offices.ministries")
    )


def _known(reading: Reading, token: "Token") -> tuple[int, int] | None:
    """The whole name of a body or medium of the gazetteer around a token: "Save the Children"."""
    for mention in reading.mentions:
        if mention.kind in ("body", "outlet") and mention.span.start <= token.idx < mention.span.end:
            span = reading.doc.char_span(mention.span.start, mention.span.end)
            if span is not None and len(span) > 1 and not any(t.i in reading.place_at for t in span):
                return span.start, span.end
    return None


def two_bodies(reading: Reading, token: "Token") -> list[Speaker]:
    """As in "Amnesty International and Human Rights Watch", which the parser takes for one name."""
    doc, (start, end) = reading.doc, phrase(token)
    middle = next((i for i in range(start + 1, token.i) if doc[i].lower_ in ("and", "&")), None)
    if middle is None or not doc[token.i].text[0].isupper() or doc[middle - 1].lower_ == "both":
        return []
    while start < middle and doc[start].lower_ in (*ARTICLES, "both"):
        start += 1
    first, last = doc[start:middle], doc[middle + 1 : end]
    if not all(t.text[0].isupper() for t in (*first, *last) if t.is_alpha and t.lower_ not in _SMALL):
        return []
    if any(t.lower_ in ("of", "for") for t in first) or not _ends_body(first[-1]) or not _ends_body(last[-1]):
        return []
    parts = ((start, middle), (middle + 1 + (last[0].lower_ in ARTICLES), end))
    return [
        Speaker(name=name_of(reading, a, b), source=SourceType.ORGANISATION, start=a, end=b) for a, b in parts
    ]


_SMALL: Final = ("of", "for", "the", "and")


def _ends_body(token: "Token") -> bool:
    """Whether a name that ends here is a body's."""
    return (token.text.isupper() and len(token) > 1) or token.lower_ in words("society.organisations")


def _ending_at(reading: Reading, token: "Token", begin: int) -> int | None:
    """Where a full name behind other words begins: "Kenyan political scientist Jo Smith"."""
    doc, start = reading.doc, token.i
    while (
        start > begin
        and doc[start].ent_type_ == doc[start - 1].ent_type_ == "PERSON"
        and start - 1 not in reading.place_at
        and doc[start - 1].lower_ not in words("society.organisations", "offices.honorifics")
    ):
        start -= 1
    described = any(t.text[0].islower() for t in doc[begin:start]) and doc[start - 1].is_lower
    return start if begin < start < token.i and described and doc[start].text[0].isupper() else None


def _leads(reading: Reading, name: str) -> str | None:
    """The country of a leader known by name, whose post the text does not tell."""
    doc = reading.doc
    return next(
        (p.code for p in reading.leaders if doc.text_of(p.start, p.end) in (name, name.split()[-1])), None
    )


def _person(reading: Reading, known: str, start: int, end: int) -> Speaker:
    """A person by the full name, of the country whose post he or she holds."""
    who = next((o for o in reading.offices if o.person == known), None)
    return Speaker(
        name=known,
        source=SourceType.PERSON,
        start=start,
        end=end,
        country=who.country if who else _leads(reading, known),
        how="alias" if reading.doc.text_of(start, end) != known else None,
    )
