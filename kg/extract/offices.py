"""Who holds which post: "Rwanda's foreign minister, X", "X, director at the group", "her counterpart X"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import table, words
from kg.extract.office_context import in_context
from kg.extract.office_members import head_of_government, members
from kg.extract.office_words import office_of
from kg.extract.persons import full_name, name_at
from kg.extract.reading import Office, Reading
from kg.extract.title_bodies import is_party
from kg.extract.titles import ministry_tail, organisation_before, organisation_tail, title_end, title_start

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_LED: Final = frozenset(("led", "headed"))
_GOVERNMENTS: Final = frozenset(("government", "coalition", "administration", "cabinet"))
_OWNED: Final = ("'s", "’s", "'", "’")
_ARTICLES: Final = ("the", "a", "an", "'s", "’s", "its", "their", "his", "her", "then", "now", "currently")


def find_offices(reading: Reading) -> Reading:
    """Adds the posts that the text says people hold."""
    found = sorted({(o.name_start, o.start): o for o in _titles(reading)}.values(), key=lambda o: o.start)
    kept: list[Office] = []
    for office in found:
        if not any(
            o.name_start == office.name_start
            and (o.start < o.name_start) == (office.start < office.name_start)
            and o.end - o.start > office.end - office.start
            and (not office.start or reading.doc[office.start - 1].lower_ != "and")
            for o in found
        ):
            kept.append(replace(office, person=full_name(reading, office.person)))
    return replace(reading, offices=tuple(in_context(reading, kept)))


def _titles(reading: Reading) -> Iterator[Office]:
    doc = reading.doc
    heads, staff, short = (
        words("offices.heads", "offices.likened"),
        words("offices.staff"),
        table("offices.short"),
    )
    for token in doc.among({*heads, *staff, *short, *_LED, "head", "lead", "government", "member"}):
        if token.lower_ in _LED or token.lemma_ in ("head", "lead"):
            yield from _government(reading, token)
            if led := list(head_of_government(reading, token)):
                yield from led
                continue
        elif token.lower_ == "government" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of":
            name = name_at(reading, token.i + 2)
            if name and name[1] - name[0] > 1 and doc[name[0]].ent_type_ == "PERSON":
                start = title_start(reading, token.i)
                yield office_of(reading, start, token.i + 2, name, title="head of government")
        if (title := short.get(token.lower_)) and token.text[0].isupper():
            if name := name_at(reading, token.i + 1):
                start = token.i - (token.i > token.sent.start and is_party(doc[token.i - 1]))
                yield office_of(reading, start, token.i + 1, name, title=title)
        elif (lemma := token.lemma_.lower()) in heads or token.lower_ in heads:
            yield from _around(reading, token)
        elif token.lower_ == "member":
            yield from members(reading, token)
        elif lemma in staff:
            yield from _staff(reading, token)


def _government(reading: Reading, verb: "Token") -> Iterator[Office]:
    """As in "the government led by X", "X, who heads Norway's government"."""
    doc = reading.doc
    if verb.i + 2 < len(doc) and doc[verb.i + 1].lower_ == "by":
        name = name_at(reading, verb.i + 2)
        noun = verb.i - 2 if doc[verb.i - 1].text == "," else verb.i - 1
        if name and doc[noun].lemma_.lower() in _GOVERNMENTS:
            start = title_start(reading, noun)
            yield office_of(reading, start, verb.i + 2, name, title="head of government")
        return
    led = syntax.first(c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _GOVERNMENTS)
    who = syntax.first(c for c in verb.children if c.lower_ == "who")
    if led is None or who is None or verb.dep_ != "relcl" or verb.tag_ == "VBN":
        return
    comma = who.i - 1
    if comma > verb.sent.start and (doc[comma].text == ","):
        begin = _name_before(reading, comma)
        if (name := name_at(reading, begin)) and name[1] == comma:
            yield office_of(reading, who.i, led.i + 1, name, title="head of government")


def _name_before(reading: Reading, comma: int) -> int:
    """Where the capitalised words right before a comma begin."""
    doc, begin = reading.doc, comma
    while begin > doc[comma].sent.start and (
        (doc[begin - 1].pos_ == "PROPN" and doc[begin - 1].lower_ not in words("offices.heads"))
        or (doc[begin - 1].ent_type_ == "PERSON" and doc[begin - 1].is_title)
        or doc[begin - 1].text == "-"
        or doc[begin - 1].lower_ in words("offices.particles")
    ):
        begin -= 1
    return begin


def _is_post(head: "Token") -> bool:
    """Whether a word that heads titles does so here."""
    doc, sent = head.doc, head.sent
    after = doc[head.i + 1].lower_ if head.i + 1 < sent.end else ""
    before = doc[head.i - 1].lower_ if head.i else ""
    if head.tag_ in ("NNS", "NNPS") or after in ("'s", "’s"):
        return False
    match head.lower_:
        case "general":
            return before in words("offices.before-general")
        case "critic":  # "immigration critic": who speaks for the opposition
            return before in words("offices.fields")
        case "attorney":
            return after == "general"
        case "justice":  # a judge, not a portfolio
            return head.text[0].isupper() and (before in ("chief", "associate") or _stands_alone(head))
    return True


def _stands_alone(head: "Token") -> bool:
    before = head.doc[head.i - 1] if head.i else None
    return before is None or head.is_sent_start or not (before.text[0].isupper() or before.lower_ == "of")


def _around(reading: Reading, head: "Token") -> Iterator[Office]:
    doc, sent = reading.doc, head.sent
    if not _is_post(head):
        return
    start = title_start(reading, head.i)
    if (
        head.i + 2 < sent.end
        and doc[head.i + 1].text == "-"
        and doc[head.i + 2].lower_ in ("general", "elect", "designate")
    ):
        head = doc[head.i + 2]
    elif head.lower_ == "secretary" and head.i + 1 < sent.end and doc[head.i + 1].lower_ == "general":
        head = doc[head.i + 1]
    end = title_end(reading, head)
    ministry = ministry_tail(reading, head)
    if ministry:
        end = ministry
    elif end > head.i + 1 and doc[end - 1].lower_ in words("society.group-anaphora") | {
        "ngo",
        "party",
        "think-tank",
    }:
        end = head.i + 1
    close = _joint(reading, end, sent.end) or end
    if [t.lower_ for t in doc[end : end + 3]] == ["at", "the", "time"]:
        close = end + 3
    after = close + 1 if close < sent.end and doc[close].text in (",", "(") else close
    if head.lower_ == "leader" and start > sent.start and doc[start - 1].lower_ in ("a", "an"):
        return  # "a civic leader": respect, no post
    owned = start > sent.start and doc[start - 1].lower_ in (*_OWNED, "its")
    weak = head.lower_ in words("offices.weak-heads") and start == head.i and not owned
    name = name_at(reading, after) if after < sent.end else None
    if (
        name
        and after > close
        and not (name[1] == sent.end or doc[name[1]].text in (",", ")", ".", ";", ":"))
        and (name[1] - name[0] < 2 or not _apposed(reading, name))
    ):
        name = None
    if name and not weak and _person_like(reading, name, comma=after > close, tail=end > head.i + 1):
        yield office_of(reading, start, end, name, head=head.i, ministry=bool(ministry))
        return
    tail = None if ministry else organisation_tail(reading, head.i + 1)
    end = max(tail or end, end)
    if tail and (name := _behind_comma(reading, tail, sent.end)) and not (weak and head.lower_ == "general"):
        yield office_of(reading, start, end, name, head=head.i)
        return
    comma = start - 1
    owners = organisation_before(reading, start)
    while comma > sent.start and (
        doc[comma].lemma_.lower() in words("society.group-anaphora", "society.country-nouns")
        or (doc[comma].lemma_.lower() in words("society.state-nouns") and doc[comma + 1].lower_ in _OWNED)
        or doc[comma].lower_ in _ARTICLES
        or comma in reading.place_at
        or (doc[comma].pos_ == "PROPN" and doc[comma].text[0].isupper() and comma in owners)
    ):
        comma -= 1
    if (held := _held(reading, start)) is not None and not weak:
        yield office_of(reading, start, end, held, head=head.i, ministry=bool(ministry))
        return
    bare = weak and not tail and not ministry and head.lower_ != "director"
    if comma > sent.start and doc[comma].text == "," and not bare:
        yield from _apposition(reading, comma, end, head, ministry=bool(ministry))


def _behind_comma(reading: Reading, comma: int, limit: int) -> tuple[int, int] | None:
    """The full name between commas in "the head of Oxfam, Jo Smith, said"."""
    doc = reading.doc
    if comma + 1 >= limit or doc[comma].text != ",":
        return None
    name = name_at(reading, comma + 1)
    if name is None or name[1] - name[0] < 2 or name[1] >= limit or doc[name[1]].text != ",":
        return None
    lone = (doc[name[1] - 1].dep_ == "appos" or doc[name[0]].ent_type_ == "PERSON") and not any(
        c.dep_ == "conj" for c in doc[name[1] - 1].children
    )
    body = any(doc[i].lower_ in words("society.organisations") for i in range(*name))
    return name if lone and not body else None


_ALSO: Final = frozenset(("also", "currently", "now", "a", "an", "the", "been", "as", "still"))
_HOLDING: Final = frozenset(("is", "was", "has", "served", "serves", "had"))


def _held(reading: Reading, start: int) -> tuple[int, int] | None:
    """The name in "Jo Smith, who is also a former minister"."""
    doc, i = reading.doc, start - 1
    sent = doc[start].sent.start
    while i > sent and doc[i].lower_ in _ALSO:
        i -= 1
    while i > sent and doc[i].lower_ in _HOLDING:
        i -= 1
    if i == start - 1 or doc[i].lower_ != "who" or i - 1 <= sent:
        return None
    comma = i - (doc[i - 1].text == ",")
    begin = _name_before(reading, comma)
    name = name_at(reading, begin) if begin < comma else None
    return name if name and name[1] == comma else None


def _joint(reading: Reading, end: int, limit: int) -> int | None:
    """One past the second title of "deputy prime minister and transport minister X"."""
    doc = reading.doc
    if end < limit and doc[end].lower_ == "and":
        for i in range(end + 1, min(end + 6, limit)):
            if doc[i].lower_ in words("offices.heads") and doc[i].tag_ not in ("NNS", "NNPS"):
                return title_end(reading, doc[i]) if title_start(reading, i) == end + 1 else None
    return None


def _apposition(
    reading: Reading, comma: int, end: int, head: "Token", *, ministry: bool = False
) -> Iterator[Office]:
    """As in "X, the country's minister"."""
    begin = _name_before(reading, comma)
    name = name_at(reading, begin) if begin < comma else None
    if name and name[1] == comma and (name[1] - name[0] > 1 or _addressed(reading, name[0])):
        yield office_of(reading, comma + 1, end, name, head=head.i, ministry=ministry)


def _addressed(reading: Reading, start: int) -> bool:
    """As in "Mr Smith", "Lord Reed"."""
    return start > 0 and reading.doc[start - 1].lower_ in words("offices.honorifics")


def _staff(reading: Reading, head: "Token") -> Iterator[Office]:
    """As in "X, a regional researcher at Amnesty International": of a named body only."""
    start, end = title_start(reading, head.i), organisation_tail(reading, head.i + 1)
    if end is None or not _names_body(reading, head.i + 1, end):
        return
    comma = start - 1
    while comma > head.sent.start and reading.doc[comma].lower_ in ("a", "an", "the"):
        comma -= 1
    if reading.doc[comma].text == ",":
        yield from _apposition(reading, comma, end, head)


def _names_body(reading: Reading, start: int, end: int) -> bool:
    return any(
        ((t.pos_ == "PROPN" and t.i not in reading.place_at) or t.lower_ in words("society.group-anaphora"))
        and t.lower_ not in words("offices.no-employers")
        for t in reading.doc[start:end]
    ) and not any(t.lower_ in words("offices.no-employers") for t in reading.doc[start:end])


def _apposed(reading: Reading, name: tuple[int, int]) -> bool:
    return (
        any(reading.doc[i].dep_ == "appos" for i in range(*name))
        or reading.doc[name[0]].ent_type_ == "PERSON"
    )


def _person_like(reading: Reading, name: tuple[int, int], *, comma: bool, tail: bool) -> bool:
    """Whether a name behind a title is a person's; one word behind "director of Human Rights" may not be."""
    types = {reading.doc[i].ent_type_ for i in range(*name)}
    if reading.doc[name[1] - 1].lower_ in words("offices.organs", "offices.ministries"):
        return False  # "spokesperson for the Interior Ministry"
    before = reading.doc[name[0] - 1]
    before = reading.doc[before.i - 1] if before.lower_ == "the" and before.i else before
    if before.lower_ in ("of", "for", "at"):
        return False  # "secretary general of Amnesty International"
    if name[1] - name[0] > 1:
        return True
    return not comma and ("PERSON" in types or (not tail and not types & {"GPE", "DATE", "NORP"}))
