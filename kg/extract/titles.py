"""Titles of posts: where they begin and end in a text, and the one way they are written in claims."""

import re
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import table, words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_SPOKESPERSON: Final = re.compile(r"spokes(?:man|woman)\b")


_MINISTER: Final = re.compile(
    r"((?:(?:acting|deputy|former|vice|interim|shadow|caretaker|junior|then) )*)(.+) minister"
)


_MINISTER_OF: Final = re.compile(r"(.*\bminister) (of|for|in charge of) (?:the )?(.+)")


def normalise(title: str) -> str:
    """A title in the one way it is written in claims.

    >>> normalise("Deputy Foreign Minister"), normalise("government spokeswoman")
    ('deputy minister of foreign affairs', 'government spokesperson')
    """
    office = " ".join(title.lower().replace(" - ", "-").split())
    office = _SPOKESPERSON.sub("spokesperson", _without_epithets(office))
    office = (
        re.sub(r"^ex-", "former ", re.sub(r"\bpm$", "prime minister", office))
        .removeprefix("then ")
        .removeprefix("then-")
    )
    office = _GOVERNING.sub("head of government", table("offices.same").get(office, office))
    if match := _MINISTER_OF.fullmatch(office):
        # "state minister for X" is a title of its own; a plain "minister for X" is a "minister of X".
        link = "for" if match[2] == "for" and match[1].endswith("state minister") else "of"
        return f"{match[1]} {link} {table('offices.portfolio').get(match[3], match[3])}"
    if (match := _MINISTER.fullmatch(office)) and match[2].split()[-1] not in words("offices.plain") | {
        "former"
    }:
        return f"{match[1]}minister of {table('offices.portfolio').get(match[2], match[2])}"
    return office


_GOVERNING: Final = re.compile(r"head of (?:the )?(?:[\w-]+ )?government")
_SIDES: Final = re.compile(
    r"(?:(?:far|hard|centre|center|right|left|ultra)-?(?:right|left|line|wing)|\w+-\w+ing) "
)


def _without_epithets(title: str) -> str:
    """Without what a text thinks of the holder: "far-right", "embattled"."""
    while True:
        first, _, rest = title.partition(" ")
        if rest and (first in words("offices.epithets") or _SIDES.match(title)):
            title = rest
        else:
            return title


def organisation_before(reading: Reading, start: int) -> range:
    """Token range of the capitalised words right before a title."""
    doc, begin = reading.doc, start
    while begin > 0 and (doc[begin - 1].pos_ == "PROPN" or doc[begin - 1].lower_ in ("'s", "’s", "of")):
        begin -= 1
    return range(begin, start)


_DAYS: Final = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "today", "yesterday"),
    )
)


def title_start(reading: Reading, i: int) -> int:
    """Where the title that ends at token ``i`` begins, its country or party included."""
    doc, begin, sent = reading.doc, i, reading.doc[i].sent.start
    fields = words("offices.fields")
    while begin > sent:
        token = doc[begin - 1]
        if token.lower_ in _DAYS or token.ent_type_ in ("DATE", "TIME"):
            break  # "On 3 March President X"
        if token.lower_ == "and" and _ends_title(reading, begin - 1):
            break  # "Minister for Trade and Presidential Spokesperson X"
        if token.lower_ == "under" and doc[begin].lower_ != "secretary":
            break
        if (
            token.i in reading.place_at
            or (token.lower_ in ("'s", "’s") and begin - 2 in reading.place_at)
            or (
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
            )
            or (
                token.lower_ in words("offices.prefixes")
                or (
                    token.lower_ in ("and", "&")
                    and begin - 2 >= sent
                    and (
                        (
                            doc[begin].text[0].isupper()
                            and (doc[begin - 2].lower_ in fields or doc[begin - 2].pos_ == "NOUN")
                        )
                        # "refugee and asylum commissioner"
                        or (doc[begin - 2].dep_ in ("nmod", "compound", "amod") and doc[begin - 2].is_lower)
                    )
                )
            )
        ):
            begin -= 1
        elif (
            token.text == "-"
            and begin - 2 >= sent
            and not token.whitespace_
            and not doc[begin - 2].whitespace_
        ) or (token.lower_ in ("'s", "’s") and doc[begin - 2].lower_ in words("names.owners")):
            begin -= 2
        elif (
            token.lower_ == "for"
            and doc[begin - 2].is_title
            and doc[begin - 2].lower_ in ("organization", "organisation", "committee", "council", "programme")
        ):
            begin -= 1  # "International Organization for Migration spokesman"
        elif token.lower_ == "of" and doc[begin - 2].lower_ in (
            "secretary",
            "minister",
            "department",
            "ministry",
        ):
            begin -= 1
        else:
            break
    while begin < i and doc[begin].lower_ in ("and", "&"):
        begin += 1
    return begin


def _ends_title(reading: Reading, end: int) -> bool:
    """Whether a title of its own, with what it is for, ends before a token."""
    doc = reading.doc
    for i in range(end - 1, max(doc[end].sent.start, end - 7) - 1, -1):
        if doc[i].lower_ in words("offices.heads") and doc[i + 1].lower_ in ("for", "of"):
            return end > i + 2 and doc[i].tag_ not in ("NNS", "NNPS")
    return False


def title_end(reading: Reading, head: "Token") -> int:
    """Where the title goes on to behind its head: "of State", "for foreign affairs and trade", "to Ghana"."""
    doc, i, limit = reading.doc, head.i + 1, head.sent.end
    if i >= limit or doc[i].lower_ not in ("of", "for", "on", "general", "to"):
        return i
    if doc[i].lower_ == "general":
        return title_end(reading, doc[i])
    if doc[i].lower_ == "to":
        return _posting(reading, i) if head.lower_ in words("offices.sent") else i
    j = i + 1
    if _is_body(reading, j):
        return i
    while j < limit and (
        doc[j].lower_ in ("the", "and", "of", "affairs", "state", "states")
        or doc[j].pos_ in ("NOUN", "ADJ")
        or (doc[j].pos_ == "PROPN" and (doc[j].lower_ in words("offices.fields") or _is_region(doc[j])))
        or j in reading.place_at
        or (doc[j].lower_ in ("'s", "’s") and j - 1 in reading.place_at)
        or (doc[j].lower_ in ("for", "in") and doc[j - 1].lower_ == "state" and _is_portfolio(doc[j + 1]))
    ):
        if doc[j].lower_ == "and" and any(t.lower_ in words("offices.heads") for t in doc[j + 1 : j + 4]):
            break  # "Minister for Trade and Presidential Spokesperson X"
        j += 1
    return j if j > i + 1 else i


def _is_body(reading: Reading, start: int) -> bool:
    """Whether capitals from a token on are a body's name: "of the Asylum Aid Centre"."""
    doc, end = reading.doc, start + (reading.doc[start].lower_ == "the")
    start, limit = end, doc[start].sent.end
    while end < limit and doc[end].text[0].isupper() and end not in reading.place_at:
        end += 1
    last = doc[end - 1].lower_
    return end > start + 1 and last in words("society.organisations") - words("offices.fields")


def _is_portfolio(token: "Token") -> bool:
    return token.lower_ in words("offices.fields") or token.lower_ == "the" or token.pos_ in ("NOUN", "ADJ")


def _is_region(token: "Token") -> bool:
    """As in "envoy for the central Mediterranean"."""
    before = token.doc[token.i - 1]
    if token.ent_type_ == "LOC" and token.lower_ in words("offices.regions"):
        return True
    return before.pos_ == "ADJ" and before.is_lower and token.i > token.sent.start


def _posting(reading: Reading, to: int) -> int:
    """One past "to the United States", "to the UN"."""
    doc, j = reading.doc, to + 1
    j += doc[j].lower_ == "the"
    if (place := reading.place_at.get(j)) is not None:
        return place.end
    while j < doc[to].sent.end and doc[j].text[0].isupper() and doc[j].ent_type_ == "ORG":
        j += 1
    return j if doc[j - 1].text[0].isupper() else to


def ministry_tail(reading: Reading, head: "Token") -> int | None:
    """One past "for the foreign ministry", "at Norway's finance ministry", in small letters."""
    doc, i, limit = reading.doc, head.i + 1, head.sent.end
    if i + 1 >= limit or doc[i].lower_ not in ("of", "for", "at", "in", "with"):
        return None
    j = i + 1
    while j < limit and (
        doc[j].lower_ in ("the", "'s", "’s", "its", "his", "her", "their", "country")
        or j in reading.place_at
        or (doc[j].pos_ in ("NOUN", "ADJ") and doc[j].is_lower)
    ):
        if doc[j].lower_ in words("offices.ministries"):
            return j + 1
        j += 1
    named = doc[j : j + 2]
    if head.lower_ == "head" and len(named) == 2 and named[0].text in ("Department", "Ministry"):
        # "head of the Department of Justice": a minister by another name.
        return title_end(reading, named[0]) if named[1].lower_ == "of" else None
    return None


def _described(reading: Reading, start: int) -> int:
    """Past "the centre-left" before a name; where it is not one, where it began."""
    doc, j = reading.doc, start
    if doc[j].lower_ not in ("the", "a", "an"):
        return start
    j += 1
    while j + 1 < len(doc) and doc[j].is_lower and (doc[j].pos_ in ("ADJ", "NOUN") or doc[j].text == "-"):
        j += 1 + (doc[j + 1].text == "-" and not doc[j].whitespace_)
    return j if j > start + 1 and doc[j].text[0].isupper() and doc[j].pos_ == "PROPN" else start


def organisation_tail(reading: Reading, i: int) -> int | None:
    """One past the body after "at", "of", "for" or "with" behind a title."""
    doc = reading.doc
    if i + 1 < len(doc) and doc[i].lower_ in ("at", "of", "for", "with", "in"):
        j = _described(reading, i + 1)
        while j < doc[i].sent.end and (
            (
                doc[j].lower_ in ("the", "of", "for", "and")
                and (j == i + 1 or (j + 1 < len(doc) and doc[j + 1].pos_ == "PROPN"))
            )
            or doc[j].pos_ == "PROPN"
            or doc[j].lower_ in words("society.group-anaphora")
            or j in reading.place_at
            or doc[j].text == "'s"
        ):
            j += 1
        while j > i + 1 and doc[j - 1].lower_ in ("the", "of", "for", "and"):
            j -= 1
        if j == i + 1:
            return None
        # "director for Europe at Amnesty International"
        return (organisation_tail(reading, j) if doc[j].lower_ in ("at", "with") else None) or j
    return None
