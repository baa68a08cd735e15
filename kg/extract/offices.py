"""Who holds which post: "Rwanda's foreign minister, X", "X, director at the group", "her Albanian counterpart X"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import table, words
from kg.extract.reading import Office, Place, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKESPERSON: Final = re.compile(r"spokes(?:man|woman)\b")
_MINISTER: Final = re.compile(
    r"((?:(?:acting|deputy|former|vice|interim|shadow|caretaker|then) )*)(.+) minister"
)
_MINISTER_OF: Final = re.compile(r"(.*\bminister) (?:of|for|in charge of) (?:the )?(.+)")
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


def normalise(title: str) -> str:
    """A title in the one way it is written in claims.

    >>> normalise("Deputy Foreign Minister"), normalise("government spokeswoman")
    ('deputy minister of foreign affairs', 'government spokesperson')
    """
    office = " ".join(title.lower().replace(" - ", "-").split())
    office = _SPOKESPERSON.sub("spokesperson", office)
    office = re.sub(r"\bpm$", "prime minister", office).removeprefix("then ").removeprefix("then-")
    if match := _MINISTER_OF.fullmatch(office):
        return f"{match[1]} of {table('offices.portfolio').get(match[2], match[2])}"
    if (match := _MINISTER.fullmatch(office)) and match[2].split()[-1] not in words("offices.plain"):
        return f"{match[1]}minister of {table('offices.portfolio').get(match[2], match[2])}"
    return office


def full_name(reading: Reading, name: str) -> str:
    """The longest name in the text that ends in the same word, for a bare surname."""
    parts = name.split()
    if len(parts) > 1:
        return name
    longer = [o for o in people(reading) if o.split()[-1] == name and len(o.split()) > 1]
    return max(longer, key=lambda n: (longer.count(n), -len(n)), default=name)


def people(reading: Reading) -> list[str]:
    """Full personal names in the text: names of the parser, and of office holders."""
    doc = reading.doc
    found = [o.person for o in reading.offices]
    for ent in doc.ents:
        if ent.label_ == "PERSON" and not any(t.i in reading.place_at for t in ent):
            tokens = [
                t for t in ent if t.lower_ not in words("offices.honorifics") and t.text not in ("'s", "’s")
            ]
            if tokens and all(
                t.text[0].isupper() or t.lower_ in words("offices.particles") or t.text == "-" for t in tokens
            ):
                text = doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
                if "\n" not in text:
                    found.append(text)
    return found


def name_at(reading: Reading, start: int) -> tuple[int, int] | None:
    """The personal name that begins at a token (behind honorifics): first token and one past the last."""
    doc, end = reading.doc, start
    limit = doc[start].sent.end if start < len(doc) else start
    while start < limit and doc[start].lower_ in words("offices.honorifics"):
        start += 1
    end = start
    while end < limit and end - start < 6:
        token = doc[end]
        joined = token.text == "-" and end > start
        particle = (
            token.lower_ in words("offices.particles")
            and _goes_on(reading, end + 1, limit)
            and (end > start or token.text[0].isupper())
        )
        if not (joined or particle or _is_name(reading, token)):
            break
        if joined and not (
            end + 1 < limit and doc[end + 1].text[0].isalpha() and not doc[end - 1].whitespace_
        ):
            break
        end += 1
    return (start, end) if end > start else None


def _goes_on(reading: Reading, i: int, limit: int) -> bool:
    """Whether a name goes on behind a particle: "van der Leyen"."""
    while i < limit and reading.doc[i].lower_ in words("offices.particles"):
        i += 1
    return i < limit and reading.doc[i].text[0].isupper()


def _is_name(reading: Reading, token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        | ("'" in token.text and len(token) > 3)
        | (len(token) == 2 and token.text[1] == ".")
        and token.i not in reading.place_at
        and token.lower_ not in words("offices.heads")
        and token.lower_ not in words("offices.honorifics")
        and (
            token.pos_ == "PROPN"
            or token.ent_type_ == "PERSON"
            or not token.is_sent_start
            and token.pos_ not in ("ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART")
        )
        and not token.is_stop | (token.text.isupper() and len(token) > 1)
    )


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
                start = _left(reading, token.i - 1)
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
    if head.tag_ in ("NNS", "NNPS") or head.i + 1 < sent.end and doc[head.i + 1].lower_ in ("'s", "’s"):
        return
    start = _left(reading, head.i)
    if (
        head.i + 1 < sent.end
        and doc[head.i + 1].text == "-"
        and head.i + 2 < sent.end
        and doc[head.i + 2].lower_ == "general"
    ):
        head = doc[head.i + 2]
    end = _right(reading, head.i + 1, sent.end)
    after = end + 1 if end < sent.end and doc[end].text in (",", "(") else end
    if end > head.i + 1 and doc[end - 1].lower_ in words("society.group-anaphora") | {
        "ngo",
        "party",
        "think-tank",
    }:
        end = head.i + 1
        after = end
    weak = head.lower_ in words("offices.weak-heads") and start == head.i
    name = name_at(reading, after) if after < sent.end else None
    if (
        name
        and after > end
        and not (name[1] < sent.end and doc[name[1]].text in (",", ")", ".", ";", ":") or name[1] == sent.end)
    ):
        name = None if name[1] - name[0] < 2 or not _apposed(reading, head, name) else name
    if name and not weak and _person_like(reading, name, after > end):
        yield _office(reading, start, end, name, head=head.i)
        return
    if organisation_end := _organisation_end(reading, head.i + 1):
        end = organisation_end
    comma = start - 1
    while comma > sent.start and (
        doc[comma].lower_ in ("the", "a", "an", "'s", "’s", "its", "their", "his", "her")
        or comma in reading.place_at
        or doc[comma].pos_ == "PROPN"
        and doc[comma].text[0].isupper()
        and doc[comma].i in _organisation_before(reading, start)
    ):
        comma -= 1
    if (
        comma > sent.start
        and doc[comma].text == ","
        and not (weak and start == head.i and not organisation_end and head.lower_ not in ("director",))
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
    return name[1] - name[0] > 1 or not comma and ("PERSON" in types or not types & {"GPE", "DATE", "NORP"})


def _organisation_before(reading: Reading, start: int) -> range:
    doc, begin = reading.doc, start
    while begin > 0 and (doc[begin - 1].pos_ == "PROPN" or doc[begin - 1].lower_ in ("'s", "’s", "of")):
        begin -= 1
    return range(begin, start)


def _left(reading: Reading, i: int) -> int:
    """Where the title that ends at token ``i`` begins, its country or party included."""
    doc, begin, sent = reading.doc, i, reading.doc[i].sent.start
    while begin > sent:
        token = doc[begin - 1]
        if token.i in reading.place_at or token.lower_ in ("'s", "’s") and begin - 2 in reading.place_at:
            begin -= 1
        elif (
            token.pos_ in ("NOUN", "PROPN", "ADJ")
            and token.is_alpha
            and token.i not in reading.place_at
            and token.lower_
            not in words("offices.heads")
            - {"deputy", "executive", "chief", "general", "attorney", "representative", "justice"}
            and not (
                token.text[0].islower()
                and doc[begin].text[0].isupper()
                and doc[begin].i not in reading.place_at
            )
        ):
            begin -= 1
        elif (
            token.lower_ in words("offices.prefixes")
            or token.lower_ in ("and", "&")
            and begin - 2 >= sent
            and doc[begin].text[0].isupper()
            and (doc[begin - 2].lower_ in _PORTFOLIO or doc[begin - 2].pos_ == "NOUN")
        ):
            begin -= 1
        elif (
            token.text == "-"
            and begin - 2 >= sent
            and not token.whitespace_
            and not doc[begin - 2].whitespace_
        ):
            begin -= 2
        elif token.lower_ == "of" and doc[begin - 2].lower_ in ("secretary", "minister"):
            begin -= 1
        else:
            break
    return begin


def _right(reading: Reading, i: int, limit: int) -> int:
    """Where the title goes on to behind its head: "of State", "for foreign affairs and trade"."""
    doc = reading.doc
    if i < limit and doc[i].lower_ in ("of", "for", "on", "general"):
        j = i + 1
        while j < limit and (
            doc[j].lower_ in ("the", "and", "of", "affairs", "state")
            or doc[j].pos_ in ("NOUN", "ADJ")
            or doc[j].pos_ == "PROPN"
            and doc[j].lower_ in _PORTFOLIO
            or j in reading.place_at
            or doc[j].lower_ in ("'s", "’s")
            and j - 1 in reading.place_at
        ):
            j += 1
        return j if j > i + 1 or doc[i].lower_ == "general" else i
    return i


_PORTFOLIO: Final = frozenset(
    (
        "state",
        "foreign",
        "affairs",
        "interior",
        "home",
        "justice",
        "migration",
        "immigration",
        "asylum",
        "defence",
        "defense",
        "security",
        "homeland",
        "labour",
        "labor",
        "integration",
        "citizenship",
        "refugees",
        "borders",
        "police",
        "finance",
        "trade",
        "health",
        "staff",
        "government",
        "cooperation",
        "international",
        "internal",
        "parliament",
        "human",
        "rights",
        "relations",
        "external",
        "information",
        "communications",
        "commons",
        "border",
        "public",
        "safety",
    )
)


def _organisation_end(reading: Reading, i: int) -> int | None:
    """One past the body after "at", "of", "for" or "with" behind a title."""
    doc = reading.doc
    if i + 1 < len(doc) and doc[i].lower_ in ("at", "of", "for", "with", "in"):
        j = i + 1
        while j < doc[i].sent.end and (
            doc[j].lower_ in ("the", "of", "for", "and")
            and (j == i + 1 or j + 1 < len(doc) and doc[j + 1].pos_ == "PROPN")
            or doc[j].pos_ == "PROPN"
            or doc[j].lower_ in words("society.group-anaphora")
            or j in reading.place_at
            or doc[j].text == "'s"
        ):
            j += 1
        return j if j > i + 1 else None
    return None


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
    organisation = None
    if title is None:
        assert head is not None  # noqa: S101 (a title or its head is always given)
        kept = [
            t
            for t in doc[start : max(end, head + 1)]
            if (
                t.i not in reading.place_at
                or reading.place_at[t.i].form == "leader"
                and t.lower_ == "government"
            )
            and t.lower_ != "new"
            and t.lower_ not in ("the", "a", "an", "'s", "’s", "its", "their", "her", "his", "this")
            and not t.is_punct | t.is_space
            or t.text == "-"
        ]
        parts = [t for t in kept if t.i <= head]
        party = _body(reading, start, head) or _party(reading, [t for t in parts if t.i < head])
        if party:
            organisation = doc[party[0] : party[1]].text
            parts = [t for t in parts if not party[0] <= t.i < party[1]]
        tail = [t for t in kept if t.i > head]
        while tail and tail[-1].lower_ in ("of", "for", "at", "in", "on", "with", "and"):
            tail.pop()
        if (
            tail
            and tail[0].lower_ in ("at", "of", "for", "with", "in", "on")
            and any(
                t.pos_ == "PROPN"
                and t.lower_ not in _PORTFOLIO
                or t.lower_ in words("society.group-anaphora")
                for t in tail[1:]
            )
        ):
            begin = tail[1].i
            organisation = resolve_body(reading, doc[begin : tail[-1].i + 1].text, head)
            tail = []
        title = " ".join(t.text for t in parts + tail)
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


def resolve_body(reading: Reading, text: str, before: int) -> str:
    """The last body named before a token, for "the organisation"; else the words."""
    if text.split()[-1].lower() in words("society.group-anaphora") and text.islower():
        for ent in reversed(reading.doc.ents):
            if (
                ent.end <= before
                and ent.label_ == "ORG"
                and not any(t.i in reading.place_at for t in ent)
                and len(ent) > 1
            ):
                return ent.text.removeprefix("the ").removeprefix("The ")
    return text


def _body(reading: Reading, start: int, head: int) -> tuple[int, int] | None:
    """A body that the gazetteer knows, inside a title: "European Commission President"."""
    doc = reading.doc
    low, high = doc[start].idx, doc[head].idx
    for mention in reading.mentions:
        if mention.kind in ("body", "government") and low <= mention.span.start and mention.span.end <= high:
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is not None and not span[-1].lower_ in ("government", "administration"):
                return span.start, span.end
    return None


def _party(reading: Reading, title: list["Token"]) -> tuple[int, int] | None:
    """A capitalised name in front of a lower-case title: "Greens senator", "Home Office spokesman"."""
    doc = reading.doc
    if not title:
        return None
    upper = [t for t in title if t.text[0].isupper()]
    head = title[-1].i + 1
    if (
        upper
        and len(upper) == len(title)
        and head < len(doc)
        and doc[head].text[0].islower()
        and upper[0].ent_type_ in ("ORG", "NORP", "PERSON", "GPE", "FAC")
    ):
        return upper[0].i, upper[-1].i + 1
    return None


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
    for office in offices:
        if office.country or office.organisation and office.office not in ("senator", "mp"):
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
