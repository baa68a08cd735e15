"""A post from the words of its title: its name, and the body and country that the title tells."""

from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.reading import Office, Place, Reading
from kg.extract.title_bodies import body_in, is_party, last_body, organ_in, party_in, resolve_body
from kg.extract.titles import normalise, title_start

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LEFT_OUT: Final = ("the", "a", "an", "'s", "’s", "its", "their", "her", "his", "this", "new", "european")
_LINKS: Final = ("of", "for", "at", "in", "on", "with", "to")


def office_of(
    reading: Reading,
    start: int,
    end: int,
    name: tuple[int, int],
    *,
    head: int | None = None,
    title: str | None = None,
    ministry: bool = False,
) -> Office:
    """The post that a title from ``start`` up to ``end`` gives to the person named at ``name``.

    Args:
        reading: The text.
        start: First token of the title.
        end: One past the last.
        name: First token of the name and one past the last.
        head: The noun that heads the title.
        title: The title, where its words are not the text's.
        ministry: Whether the title ends in "for the foreign ministry".
    """
    doc = reading.doc
    organisation = doc[start].text if title is not None and is_party(doc[start]) else None
    if title is None:
        assert head is not None  # noqa: S101 (a title or its head is always given)
        title, organisation = _worded(reading, start, end, head, min(start, name[0]), ministry=ministry)
        organisation = organisation or _in_brackets(reading, head, name[1])
    place = _place_in(reading, start, end, head) or _shared(reading, start)
    place = place or next((b for b in reading.bodies if start <= b.start and b.end <= end), None)
    return Office(
        person=doc.text_of(name[0], name[1]),
        office=normalise(title),
        country=place.code if place else None,
        organisation=organisation,
        start=min(start, name[0]),
        end=max(end, name[1]),
        name_start=name[0],
        name_end=name[1],
        words=title.lower(),
    )


def _place_in(reading: Reading, start: int, end: int, head: int | None) -> Place | None:
    """The first country in a title, but not whom an ambassador goes to."""
    if head is not None and head + 1 < end and reading.doc[head + 1].lower_ == "to":
        end = head
    return next((reading.place_at[i] for i in range(start, end) if i in reading.place_at), None)


def _shared(reading: Reading, start: int) -> Place | None:
    """The country of the post before "and": "Norway's prime minister and defence minister, X"."""
    doc = reading.doc
    if start < 2 or doc[start - 1].lower_ != "and" or doc[start - 2].lower_ not in words("offices.heads"):
        return None
    return _place_in(reading, title_start(reading, start - 2), start, None)


def _worded(
    reading: Reading, start: int, end: int, head: int, before: int, *, ministry: bool
) -> tuple[str, str | None]:
    """The title's own words, and the body it names."""
    doc = reading.doc
    to = head + 1 < end and doc[head + 1].lower_ == "to"
    parts = [t for t in doc[start : head + 1] if _kept(reading, t)]
    if doc[head].lower_ in words("offices.members"):
        parts = [t for t in parts if t.lower_ != "opposition"]
    party = (
        body_in(reading, start, head)
        or organ_in(reading, start, head)
        or party_in(reading, [t for t in parts if t.i < head])
    )
    organisation = (
        doc.text_of(party[0], party[1]) if party else _pointed(reading, parts, doc[head], start, before)
    )
    if not party and any(t.lower_ in ("'s", "’s") for t in doc[start:head]):
        parts = [
            t
            for t in parts
            if not (
                t.lemma_.lower() in words("society.group-anaphora", "society.state-nouns")
                and doc[t.i + 1].lower_ in ("'s", "’s")
            )
        ]
    if party:
        parts = [t for t in parts if not party[0] <= t.i < party[1]]
        if doc[head].lower_ == "secretary" and party[1] == head:
            return f"secretary of {organisation}", None  # "Homeland Security Secretary": the portfolio
    tail = [t for t in doc[head + 1 : max(end, head + 1)] if _kept(reading, t, behind=True, to=to)]
    while tail and tail[-1].lower_ in (*_LINKS, "and", "the"):
        tail.pop()
    front = " ".join(t.text for t in parts)
    if ministry:
        if doc[head].lower_ == "head":
            return " ".join((front, *(t.text for t in tail))), None
        if "spokes" not in front.lower():
            return front, None
        body = (t.text for t in tail if t.lower_ not in (*_LINKS, "the"))
        *adjectives, last = front.split()
        return " ".join((*adjectives, *body, last)), None
    at = next((k for k, t in enumerate(tail) if k and t.lower_ in ("at", "with")), None)
    if at is not None:  # "director for Europe at Amnesty International"
        organisation = _name(reading, tail[at + 1 :])
        tail = tail[:at]
    elif not to and not organisation and _is_of_body(tail):
        organisation = resolve_body(reading, _name(reading, tail[1:]), before)
        tail = []
    return " ".join((front, *(t.text for t in tail))), organisation


def _kept(reading: Reading, token: "Token", *, behind: bool = False, to: bool = False) -> bool:
    """Whether a word belongs to a title's name: no country, article or mark."""
    if token.lower_ == "country" and token.doc[token.i + 1].lower_ in ("'s", "’s"):
        return False
    if token.text == "-":
        return True
    if token.is_punct or token.is_space:
        return False
    if token.i in reading.place_at and not to:
        return reading.place_at[token.i].form == "leader" and token.lower_ == "government"
    return token.lower_ not in _LEFT_OUT or (behind and token.lower_ == "the")


def _pointed(reading: Reading, parts: list["Token"], head: "Token", start: int, before: int) -> str | None:
    """The body named before, behind "the group's director", "its director"."""
    doc = reading.doc
    front = doc[parts[0].i] if parts else head
    if front.lemma_.lower() in words("society.group-anaphora") and doc[front.i + 1].lower_ in ("'s", "’s"):
        return last_body(reading, before)
    first = min(start, front.i)
    owner = doc[first - 2] if first > 1 and doc[first - 1].lower_ in ("'s", "’s") else None
    if owner is not None and owner.text[0].isupper() and owner.i not in reading.place_at:
        begin = owner.i
        while begin and doc[begin - 1].ent_type_ == "ORG" == doc[begin].ent_type_ and doc[begin - 1].is_title:
            begin -= 1
        if owner.text.isupper() or owner.ent_type_ == "ORG":
            return doc.text_of(begin, owner.i + 1)  # "the UN's refugee chief"
    its = front.i and doc[front.i - 1].lower_ == "its"
    return last_body(reading, before) if its and head.lower_ in words("offices.of-bodies") else None


def _is_of_body(tail: list["Token"]) -> bool:
    """Whether "of the Human Rights Foundation" names a body, not a portfolio."""
    return bool(tail) and (
        tail[0].lower_ in _LINKS
        and any(
            (t.pos_ == "PROPN" and t.lower_ not in words("offices.fields"))
            or t.lower_ in words("society.group-anaphora")
            for t in tail[1:]
        )
    )


def _name(reading: Reading, tail: list["Token"]) -> str:
    while len(tail) > 1 and tail[0].lower_ == "the":
        tail = tail[1:]
    return reading.doc.text_of(tail[0].i, tail[-1].i + 1)


def _in_brackets(reading: Reading, head: int, end: int) -> str | None:
    """The party of a lawmaker: "Senator Ana Lund (SP, Zurich)"."""
    doc = reading.doc
    if doc[head].lower_ not in words("offices.members") or end + 2 >= len(doc) or doc[end].text != "(":
        return None
    party = doc[end + 1]
    short = party.text.isupper() and party.is_alpha and doc[end + 2].text in (",", ")")
    return party.text if short and len(party) > 1 else None
