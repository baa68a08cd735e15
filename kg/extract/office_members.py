"""Members of chambers, heads of governments: "X, a Green member of the European Parliament"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.office_words import office_of
from kg.extract.persons import name_at
from kg.extract.reading import Office, Reading
from kg.extract.title_bodies import is_party

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LONGEST: Final = 5


def members(reading: Reading, head: "Token") -> Iterator[Office]:
    """The post of whoever is named beside "member of parliament", with the seat it is for."""
    doc, limit = reading.doc, head.sent.end
    of = head.i + 1
    if of >= limit or doc[of].lower_ != "of" or head.tag_ in ("NNS", "NNPS"):
        return
    chambers = words("offices.chambers")
    end = next((i + 1 for i in range(of + 1, min(of + _LONGEST, limit)) if doc[i].lower_ in chambers), None)
    if end is None:
        return
    if end + 1 < limit and doc[end].lower_ == "for" and doc[end + 1].text[0].isupper():
        end += 2
        while end < limit and doc[end].text[0].isupper():
            end += 1
    start = head.i
    while start > head.sent.start and (
        start - 1 in reading.place_at or is_party(doc[start - 1]) or doc[start - 1].lower_ in ("'s", "’s")
    ):
        start -= 1
    if (name := _beside(reading, start, end, limit)) is not None:
        party = next((i for i in range(start, head.i) if is_party(doc[i])), start)
        title = doc.text_of(head.i, end)
        yield office_of(reading, party if is_party(doc[party]) else start, end, name, title=title)


def head_of_government(reading: Reading, head: "Token") -> Iterator[Office]:
    """As in "X, head of the Tripoli-based unity government"."""
    doc, limit = reading.doc, head.sent.end
    if head.lower_ != "head" or head.i + 2 >= limit or doc[head.i + 1].lower_ != "of":
        return
    for token in doc[head.i + 2 : min(head.i + 10, limit)]:
        if token.is_punct and token.text != "-":
            return
        if token.lower_ == "government":
            if (name := _beside(reading, head.i, token.i + 1, limit)) is not None:
                yield office_of(reading, head.i, token.i + 1, name, title="head of government")
            return


def _beside(reading: Reading, start: int, end: int, limit: int) -> tuple[int, int] | None:
    """The name right behind a title, with or without a comma, or between commas before it."""
    doc = reading.doc
    behind = end + (end < limit and doc[end].text == ",")
    if behind < limit and (name := name_at(reading, behind)) and name[1] - name[0] > 1:
        return name
    comma = start - 1 - (doc[start - 1].lower_ in ("a", "an", "the"))
    if comma <= doc[start].sent.start or doc[comma].text != ",":
        return None
    for begin in range(max(doc[start].sent.start, comma - _LONGEST), comma - 1):
        if (name := name_at(reading, begin)) and name[1] == comma and name[1] - name[0] > 1:
            return name
    return None
