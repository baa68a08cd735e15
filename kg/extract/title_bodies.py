"""The body or party in the title of a post: "European Commission President", "Labour MP"."""

from typing import TYPE_CHECKING

from kg.extract.compound_names import known_party
from kg.extract.lexicon import words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def resolve_body(reading: Reading, text: str, before: int) -> str:
    """The last body named before a token, for "the organisation"; else the words."""
    if text.split()[-1].lower() in words("society.group-anaphora") and text.islower():
        return last_body(reading, before) or text
    return text


def last_body(reading: Reading, before: int) -> str | None:
    """The name of the body named last before a token, in two words or more."""
    doc, found = reading.doc, (0, 0)
    for ent in doc.ents:
        named = (
            ent.label_ == "ORG"
            and len(ent) > 1
            and ent.end <= before
            and all(t.text != "Government" for t in ent)
        )
        if named and not any(t.i in reading.place_at for t in ent):
            found = (ent.start, ent.end)
    for token in doc[found[1] : before]:
        if token.lemma_.lower() in words("society.group-anaphora"):  # "the charity Refugee Aid"
            end = token.i + 1
            while end < before and doc[end].text[0].isupper() and doc[end].is_alpha:
                end += 1
            found = (token.i + 1, end) if end > token.i + 2 else found
    if found == (0, 0):  # none that the model knows
        limit = doc[before - 1].idx if before else 0
        bodies = [m.span for m in reading.mentions if m.kind == "body" and m.span.end <= limit]
        return max(bodies, key=lambda s: s.start).text if bodies else None
    return doc.text_of(found[0], found[1]).removeprefix("the ").removeprefix("The ") or None


def body_in(reading: Reading, start: int, head: int) -> tuple[int, int] | None:
    """A body that the gazetteer knows, inside a title: "European Commission President"."""
    doc = reading.doc
    low, high = doc[start].idx, doc[head].idx
    for mention in reading.mentions:
        if mention.kind in ("body", "government") and low <= mention.span.start and mention.span.end <= high:
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is not None and span[-1].lower_ not in ("government", "administration"):
                of = doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in (
                    "department",
                    "ministry",
                )
                return span.start - 2 * of, span.end
    return None


def organ_in(reading: Reading, start: int, head: int) -> tuple[int, int] | None:
    """A department, or a capitalised court or chamber, in front of a title: "Supreme Court President"."""
    doc = reading.doc
    for token in doc[start:head]:
        if token.lower_ in ("department", "ministry") and doc[token.i + 1].lower_ == "of":
            return token.i, head  # "department of trade spokesman"
    if doc[head].lower_ not in words("offices.presiding") or doc[head - 1].lower_ not in words(
        "offices.organs"
    ):
        return None
    begin = head
    while begin > start and (
        (doc[begin - 1].text[0].isupper() and begin - 1 not in reading.place_at)
        or (doc[begin - 1].lower_ in ("'s", "’s") and doc[begin - 2].lower_ in words("names.owners"))
    ):
        begin -= 1
    generic = doc[head - 1].lower_ in ("committee", "council", "party", "agency", "court")
    return (begin, head) if head - begin > (1 if generic else 0) else None


def is_party(token: "Token") -> bool:
    """Whether a capitalised word stands for a party: "Labour", "Democratic"."""
    return token.text in words("names.party-adjectives") or token.text in words("offices.parties")


def party_in(reading: Reading, title: list["Token"]) -> tuple[int, int] | None:
    """A capitalised name in front of a lower-case title: "Greens senator", "Home Office spokesman"."""
    doc = reading.doc
    if not title:
        return None
    head = title[-1].i + 1
    if (known := known_party(doc, title[0].i, head)) is not None:
        return known
    if title[0].text.isupper() and len(title[0]) > 1 and title[0].i not in reading.place_at:
        return title[0].i, title[0].i + 1
    if head < len(doc) and doc[head].text in ("MP", "MEP") and title[-1].text[0].isupper():
        return title[-1].i, head
    if len(title) > 1 and is_party(title[0]) and title[1].is_lower:
        return title[0].i, title[0].i + 1  # "Liberal immigration spokesman"
    if len(title) == 1 and is_party(title[0]) and doc[head].lower_ in words("offices.members"):
        return title[0].i, head  # "Republican Senator"
    upper = [t for t in title if t.text[0].isupper()]
    if (
        1 < len(upper) < len(title)
        and upper == title[: len(upper)]
        and upper[-1].i == upper[0].i + len(upper) - 1
        and upper[0].ent_type_ in ("ORG", "NORP")
    ):
        return upper[0].i, upper[-1].i + 1  # "Liberal Democrat home affairs spokesman"
    if (
        upper
        and len(upper) == len(title)
        and head < len(doc)
        and doc[head].text[0].islower()
        and upper[0].ent_type_ in ("ORG", "NORP", "PERSON", "GPE", "FAC")
    ):
        return upper[0].i, upper[-1].i + 1
    return None
