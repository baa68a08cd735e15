"""Who holds which post: "Rwanda's foreign minister, X", "X, director at the group", "her counterpart X"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import table, words
from kg.extract.persons import full_name, name_at
from kg.extract.reading import Office, Place, Reading
from kg.extract.titles import (
    PORTFOLIO,
    body_in,
    normalise,
    organisation_before,
    organisation_tail,
    party_in,
    resolve_body,
    title_end,
    title_start,
)

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_LED_BY: Final = frozenset(("led", "headed"))


def find_offices(reading: Reading) -> Reading:
    """Adds the posts that the text says people hold."""
    found = sorted({(o.name_start, o.start): o for o in _titles(reading)}.values(), key=lambda o: o.start)
    kept: list[Office] = []
    for office in found:
        if not any(
            o.name_start == office.name_start and o.end - o.start > office.end - office.start for o in found
        ):
            kept.append(replace(office, person=full_name(reading, office.person)))
    return replace(reading, offices=tuple(_countries(reading, _counterparts(kept))))


def _titles(reading: Reading) -> Iterator[Office]:
    doc = reading.doc
    for token in doc:
        if (
            token.lower_ in _LED_BY
            and token.i + 1 < len(doc)
            and doc[token.i + 1].lower_ == "by"
            and doc[token.i - 1].lemma_.lower() in ("government", "coalition", "administration", "cabinet")
        ):
            if name := name_at(reading, token.i + 2):
                start = title_start(reading, token.i - 1)
                yield _office(
                    reading,
                    start,
                    token.i + 2,
                    name,
                    title="head of government",
                    place=_place_in(reading, start, token.i),
                )
        elif token.lemma_.lower() in words("offices.heads") or token.lower_ in words("offices.heads"):
            yield from _around(reading, token)


def _around(reading: Reading, head: "Token") -> Iterator[Office]:
    doc, sent = reading.doc, head.sent
    if head.tag_ in ("NNS", "NNPS") or (head.i + 1 < sent.end and doc[head.i + 1].lower_ in ("'s", "’s")):
        return
    if head.lower_ == "general" and doc[head.i - 1].lower_ not in (
        "attorney",
        "secretary",
        "director",
        "inspector",
        "consul",
        "-",
    ):
        return
    if head.lower_ == "attorney" and (head.i + 1 >= sent.end or doc[head.i + 1].lower_ != "general"):
        return
    start = title_start(reading, head.i)
    if (
        head.i + 1 < sent.end
        and doc[head.i + 1].text == "-"
        and head.i + 2 < sent.end
        and doc[head.i + 2].lower_ == "general"
    ):
        head = doc[head.i + 2]
    end = title_end(reading, head.i + 1, sent.end)
    after = end + 1 if end < sent.end and doc[end].text in (",", "(") else end
    if end > head.i + 1 and doc[end - 1].lower_ in words("society.group-anaphora") | {
        "ngo",
        "party",
        "think-tank",
    }:
        end = head.i + 1
        after = end
    if head.lower_ == "leader" and start > sent.start and doc[start - 1].lower_ in ("a", "an"):
        return  # "a civic leader": respect, no post
    weak = head.lower_ in words("offices.weak-heads") and start == head.i
    name = name_at(reading, after) if after < sent.end else None
    if (
        name
        and after > end
        and not (
            (name[1] < sent.end and doc[name[1]].text in (",", ")", ".", ";", ":")) or name[1] == sent.end
        )
    ):
        name = None if name[1] - name[0] < 2 or not _apposed(reading, head, name) else name
    if name and not weak and _person_like(reading, name, after > end):
        yield _office(reading, start, end, name, head=head.i)
        return
    if tail_end := organisation_tail(reading, head.i + 1):
        end = tail_end
    comma = start - 1
    while comma > sent.start and (
        doc[comma].lemma_.lower() in words("society.group-anaphora")
        or doc[comma].lower_ in ("the", "a", "an", "'s", "’s", "its", "their", "his", "her")
        or comma in reading.place_at
        or (
            doc[comma].pos_ == "PROPN"
            and doc[comma].text[0].isupper()
            and doc[comma].i in organisation_before(reading, start)
        )
    ):
        comma -= 1
    if (
        comma > sent.start
        and doc[comma].text == ","
        and not (weak and start == head.i and not tail_end and head.lower_ not in ("director",))
    ):
        begin = comma
        while begin > sent.start and (
            doc[begin - 1].pos_ == "PROPN"
            or doc[begin - 1].text == "-"
            or doc[begin - 1].lower_ in words("offices.particles")
        ):
            begin -= 1
        if begin < comma and (name := name_at(reading, begin)) and name[1] == comma and name[1] - name[0] > 1:
            yield _office(reading, comma + 1, end, name, head=head.i)


def _apposed(reading: Reading, head: "Token", name: tuple[int, int]) -> bool:
    return (
        any(reading.doc[i].dep_ == "appos" for i in range(*name))
        or reading.doc[name[0]].ent_type_ == "PERSON"
    )


def _person_like(reading: Reading, name: tuple[int, int], comma: bool) -> bool:
    doc = reading.doc
    types = {doc[i].ent_type_ for i in range(*name)}
    return name[1] - name[0] > 1 or (not comma and ("PERSON" in types or not types & {"GPE", "DATE", "NORP"}))


def _place_in(reading: Reading, start: int, end: int) -> Place | None:
    return next((reading.place_at[i] for i in range(start, end) if i in reading.place_at), None)


def _office(
    reading: Reading,
    start: int,
    end: int,
    name: tuple[int, int],
    *,
    head: int | None = None,
    title: str | None = None,
    place: Place | None = None,
) -> Office:
    doc = reading.doc
    place = place or _place_in(reading, start, end)
    place = place or next((b for b in reading.bodies if start <= b.start and b.end <= end), None)
    organisation = None
    if title is None:
        assert head is not None  # noqa: S101 (a title or its head is always given)
        kept = [
            t
            for t in doc[start : max(end, head + 1)]
            if (
                (
                    t.i not in reading.place_at
                    or (reading.place_at[t.i].form == "leader" and t.lower_ == "government")
                )
                and t.lower_ not in ("new", "european")
                and t.lower_ not in ("the", "a", "an", "'s", "’s", "its", "their", "her", "his", "this")
                and not t.is_punct | t.is_space
            )
            or t.text == "-"
        ]
        parts = [t for t in kept if t.i <= head]
        party = body_in(reading, start, head) or party_in(reading, [t for t in parts if t.i < head])
        if party:
            organisation = doc[party[0] : party[1]].text
            parts = [t for t in parts if not party[0] <= t.i < party[1]]
        if organisation and doc[head].lower_ == "secretary" and party and party[1] == head:
            # "Homeland Security Secretary": the department is the portfolio.
            portfolio = f"secretary of {organisation}"
            organisation = None
        else:
            portfolio = None
        tail = [t for t in kept if t.i > head]
        while tail and tail[-1].lower_ in ("of", "for", "at", "in", "on", "with", "and"):
            tail.pop()
        at = next((k for k, t in enumerate(tail) if k and t.lower_ in ("at", "with")), None)
        if at is not None:  # "director for Europe at Amnesty International"
            organisation = doc[tail[at + 1].i : tail[-1].i + 1].text
            tail = tail[:at]
        elif (
            tail
            and tail[0].lower_ in ("at", "of", "for", "with", "in", "on")
            and any(
                (t.pos_ == "PROPN" and t.lower_ not in PORTFOLIO)
                or t.lower_ in words("society.group-anaphora")
                for t in tail[1:]
            )
        ):
            begin = tail[1].i
            organisation = resolve_body(reading, doc[begin : tail[-1].i + 1].text, head)
            tail = []
        title = portfolio or " ".join(t.text for t in parts + tail)
    words_ = title.lower()
    return Office(
        person=doc[name[0] : name[1]].text,
        office=normalise(title),
        country=place.code if place else None,
        organisation=organisation,
        start=min(start, name[0]),
        end=max(end, name[1]),
        name_start=name[0],
        name_end=name[1],
        words=words_,
    )


def _counterparts(found: list[Office]) -> Iterator[Office]:
    for i, office in enumerate(found):
        if office.office.endswith("counterpart"):
            before = [o for o in found[:i] if not o.office.endswith("counterpart")]
            if not before:
                continue
            office = replace(office, office=before[-1].office)
        yield office


def _countries(reading: Reading, found: Iterator[Office]) -> Iterator[Office]:
    known: dict[str, str | None] = {}
    offices = list(found)
    for office in offices:
        if office.country:
            known.setdefault(office.person, office.country)
    home = home_country(reading)
    told = {office.country for office in offices if office.country}
    if home not in told and len(told) == 1:
        [home] = told  # beside "Italian Prime Minister X", a bare "Interior Minister Y" is Italy's too
    for office in offices:
        if office.country or (office.organisation and office.office not in ("senator", "mp")):
            yield office
            continue
        code = known.get(office.person) or table("offices.country").get(office.office)
        if code:
            yield replace(office, country=code, how="office")
        elif home:
            yield replace(office, country=home, how="document context")
        else:
            yield office


def home_country(reading: Reading) -> str | None:
    """The country the text speaks of as its own: the first that does something in it."""
    first = None
    for place in reading.places:
        token = reading.doc[place.end - 1]
        if place.form == "demonym":
            continue
        first = first or place.code
        if token.dep_ == "nsubj" and reading.article.text[: token.idx].strip():
            return place.code
    return first
