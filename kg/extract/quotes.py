"""Quotation marks, and the medium something was said to."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.phrases import phrase
from kg.extract.reading import Reading, Speech
from kg.model.codes import Mode

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_QUOTES: Final = re.compile(
    r"“[^“”\n]+(?:”|(?=\n|$))"
    r"|\"[^\"\n]+(?:\"|(?=\n|$))"
    # Single marks, with apostrophes inside.
    r"|(?<![\w’'])['‘](?=[\w\[])[^'‘’\n]*(?:(?:(?<=\w)['’](?=\w)|s['’](?= \w))[^'‘’\n]*)*['’](?!\w)"
)


def quote_ranges(reading: Reading) -> list[tuple[int, int]]:
    """Token ranges of quotations, marks included."""
    found = []
    for match in _QUOTES.finditer(reading.article.text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            found.append((span.start, span.end))
    return found


def finished(reading: Reading, speech: Speech) -> Speech:
    """Trimmed to one line, with its mode and quoted words."""
    doc = reading.doc
    start, end = speech.start, speech.end
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in (".", ",", ";", ":")):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].text in (",", ";", "-", "–", "—")):
        start += 1
    text = reading.span(start, end).text
    quote = next(iter(_QUOTES.findall(text)), None)
    if quote is not None:
        quote = quote.strip("\"“”‘'’").rstrip(",.").strip() or None
    return replace(speech, start=start, end=end, mode=Mode.QUOTE if quote else Mode.PARAPHRASE, quote=quote)


def _call_sign(medium: "Token") -> str | None:
    """A name with a number in it, right behind its kind: "radio station 2GB"."""
    doc, i = medium.doc, medium.i + 1
    if i + 1 < len(doc) and doc[i].like_num and not doc[i].whitespace_ and doc[i + 1].is_upper:
        return doc.text_of(i, i + 2)
    return doc[i].text if i < len(doc) and doc[i].text[0].isdigit() and doc[i].text[-1].isupper() else None


def outlet_of(reading: Reading, verb: "Token") -> str | None:
    """The medium: "told Reuters", "in an interview with Rwandan television", "on X"."""
    doc = reading.doc
    for child in verb.subtree:
        if child.sent != verb.sent or not (
            child.dep_ in ("dobj", "dative", "pobj", "appos") and child.pos_ in ("PROPN", "NOUN", "NUM")
        ):
            continue
        head = child.head
        told = (
            child.dep_ in ("dobj", "dative") and head.i == verb.i and syntax.lemma(verb) in ("tell", "inform")
        )
        to = head.lower_ in ("to", "with") and (head.head.i == verb.i or head.head.lower_ == "interview")
        posted = (
            head.lower_ in ("on", "in")
            and verb.i in (head.head.i, head.head.head.i)
            and child.text
            in ("X", "Twitter", "Facebook", "Instagram", "Telegram", "TikTok", "LinkedIn", "Truth")
        )
        if not (told or to or posted):
            continue
        kinds = [
            c.i
            for c in child.children
            if c.i < child.i and c.dep_ == "compound" and c.lemma_.lower() in words("speech.outlets")
        ]
        if kinds and not child.text[0].islower():
            return doc.text_of(kinds[-1] + 1, child.i + 1)
        start, end = phrase(child)
        medium = (
            posted
            or child.lemma_.lower() in words("speech.outlets")
            or (child.pos_ == "PROPN" and child.i not in reading.place_at)
        )
        if medium and child.lemma_.lower() not in words("speech.hearers") and child.ent_type_ != "PERSON":
            names = [
                t
                for t in child.subtree
                if t.pos_ == "PROPN" and t.i not in reading.place_at and t.i > child.i
            ]
            if child.pos_ == "NOUN" and not names and doc[child.i + 1].text[0].isupper():
                names = [doc[child.i + 1]]
            if child.pos_ == "NOUN" and names:
                return doc.text_of(names[0].i, names[-1].i + 1)
            if child.pos_ == "NOUN" and (call_sign := _call_sign(child)):
                return call_sign
            if child.tag_ == "NNS":
                continue
            while start < child.i and doc[start].lower_ in ("the", "a", "an"):
                start += 1
            return doc.text_of(start, end)
    return None
