"""Titles of posts: where they begin and end in a text, and the one way they are written in claims."""

import re
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import table, words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_SPOKESPERSON: Final = re.compile(r"spokes(?:man|woman)\b")


_MINISTER: Final = re.compile(
    r"((?:(?:acting|deputy|former|vice|interim|shadow|caretaker|then) )*)(.+) minister"
)


_MINISTER_OF: Final = re.compile(r"(.*\bminister) (of|for|in charge of) (?:the )?(.+)")


def normalise(title: str) -> str:
    """A title in the one way it is written in claims.

    >>> normalise("Deputy Foreign Minister"), normalise("government spokeswoman")
    ('deputy minister of foreign affairs', 'government spokesperson')
    """
    office = " ".join(title.lower().replace(" - ", "-").split())
    office = _SPOKESPERSON.sub("spokesperson", office)
    office = re.sub(r"\bpm$", "prime minister", office).removeprefix("then ").removeprefix("then-")
    if match := _MINISTER_OF.fullmatch(office):
        # "state minister for X" is a title of its own; a plain "minister for X" is a "minister of X".
        link = "for" if match[2] == "for" and match[1] != "minister" else "of"
        return f"{match[1]} {link} {table('offices.portfolio').get(match[3], match[3])}"
    if (match := _MINISTER.fullmatch(office)) and match[2].split()[-1] not in words("offices.plain"):
        return f"{match[1]}minister of {table('offices.portfolio').get(match[2], match[2])}"
    return office


def organisation_before(reading: Reading, start: int) -> range:
    """Token range of the capitalised words right before a title."""
    doc, begin = reading.doc, start
    while begin > 0 and (doc[begin - 1].pos_ == "PROPN" or doc[begin - 1].lower_ in ("'s", "’s", "of")):
        begin -= 1
    return range(begin, start)


def title_start(reading: Reading, i: int) -> int:
    """Where the title that ends at token ``i`` begins, its country or party included."""
    doc, begin, sent = reading.doc, i, reading.doc[i].sent.start
    while begin > sent:
        token = doc[begin - 1]
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
                    and doc[begin].text[0].isupper()
                    and (doc[begin - 2].lower_ in PORTFOLIO or doc[begin - 2].pos_ == "NOUN")
                )
            )
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


def title_end(reading: Reading, i: int, limit: int) -> int:
    """Where the title goes on to behind its head: "of State", "for foreign affairs and trade"."""
    doc = reading.doc
    if i < limit and doc[i].lower_ in ("of", "for", "on", "general"):
        j = i + 1
        while j < limit and (
            doc[j].lower_ in ("the", "and", "of", "affairs", "state")
            or doc[j].pos_ in ("NOUN", "ADJ")
            or (doc[j].pos_ == "PROPN" and doc[j].lower_ in PORTFOLIO)
            or j in reading.place_at
            or (doc[j].lower_ in ("'s", "’s") and j - 1 in reading.place_at)
        ):
            j += 1
        return j if j > i + 1 or doc[i].lower_ == "general" else i
    return i


PORTFOLIO: Final = frozenset(
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


def organisation_tail(reading: Reading, i: int) -> int | None:
    """One past the body after "at", "of", "for" or "with" behind a title."""
    doc = reading.doc
    if i + 1 < len(doc) and doc[i].lower_ in ("at", "of", "for", "with", "in"):
        j = i + 1
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
        if j == i + 1:
            return None
        # "director for Europe at Amnesty International"
        return (organisation_tail(reading, j) if doc[j].lower_ in ("at", "with") else None) or j
    return None


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


def body_in(reading: Reading, start: int, head: int) -> tuple[int, int] | None:
    """A body that the gazetteer knows, inside a title: "European Commission President"."""
    doc = reading.doc
    low, high = doc[start].idx, doc[head].idx
    for mention in reading.mentions:
        if mention.kind in ("body", "government") and low <= mention.span.start and mention.span.end <= high:
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is not None and span[-1].lower_ not in ("government", "administration"):
                return span.start, span.end
    return None


def party_in(reading: Reading, title: list["Token"]) -> tuple[int, int] | None:
    """A capitalised name in front of a lower-case title: "Greens senator", "Home Office spokesman"."""
    doc = reading.doc
    if not title:
        return None
    if title[0].text.isupper() and len(title[0]) > 1 and title[0].i not in reading.place_at:
        return title[0].i, title[0].i + 1
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
