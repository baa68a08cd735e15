"""Speech in other constructions: "is concerned that", "voiced concern", "was criticised by"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.content import joined
from kg.extract.cues import unsaid
from kg.extract.lexicon import words
from kg.extract.quotes import finished
from kg.extract.reading import Reading, Speech
from kg.extract.saying import saying
from kg.extract.speakers import speakers
from kg.model.codes import SourceType, Stance

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def feeling(
    reading: Reading, verb: "Token", mood: "Token", quotes: list[tuple[int, int]]
) -> Iterator[Speech]:
    """As in "is concerned that", "was critical of"."""
    parts = [
        c
        for c in (*mood.children, *verb.children)
        if c.i > mood.i
        and (
            (c.dep_ in ("ccomp", "advcl") and any(g.lower_ == "that" for g in c.children))
            or (c.dep_ == "prep" and c.lower_ in ("about", "of", "by", "to", "over", "at"))
        )
    ]
    head = syntax.subject(verb)
    if (
        not parts
        or head is None
        or unsaid(verb)
        or head.lower_ in ("it", "there", "this", "that")
        or _is_thing(reading, head)
    ):
        return
    content = joined([syntax.extent(c) for c in parts])
    stance = (
        Stance.WARNS
        if mood.lower_ in ("concerned", "worried", "alarmed", "afraid", "fearful", "anxious")
        else Stance.CRITICISES
        if mood.lower_
        in ("critical", "opposed", "appalled", "outraged", "dismayed", "horrified", "sceptical", "skeptical")
        else Stance.NEUTRAL
    )
    around = reading.speech_of(verb)
    for speaker in speakers(reading, head, reading.speeches):
        if around is None or around.silent or around.speaker != speaker.name:  # "said he was sure that"
            yield replace(saying(reading, verb, speaker, content, quotes), stance=stance)


def _is_thing(reading: Reading, head: "Token") -> bool:
    """Whether a subject is no one who can speak: "the deal is critical to"."""
    return (
        head.pos_ == "NOUN"
        and head.tag_ == "NN"
        and head.lemma_.lower()
        not in words(
            "society.organisations",
            "society.person-anaphora",
            "society.public-roles",
            "society.state-nouns",
            "society.group-anaphora",
        )
    )


def criticised_by(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "has been criticised by X over Y"."""
    for agent in syntax.agents(verb):
        reasons = [
            syntax.extent(c)
            for c in verb.children
            if c.i > verb.i
            and c.dep_ in ("prep", "advcl")
            and c.lower_ in ("for", "over", "as", "because", "of")
        ]
        theme = syntax.subject(verb)
        content = reasons or ([syntax.extent(theme)] if theme is not None and theme.sent == verb.sent else [])
        if not content:
            continue
        for speaker in speakers(reading, agent, reading.speeches):
            yield saying(reading, verb, speaker, joined(content), quotes)
        return


def reckoning(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "put the number of arrivals at eight"."""
    head, noun = syntax.subject(verb), syntax.first(syntax.objects(verb))
    doc, end = verb.doc, verb.sent.end
    at = next(
        (t for t in doc[verb.i + 2 : end] if t.lower_ == "at" and noun is not None and t.i > noun.i), None
    )
    quoted = [q for q in quotes if verb.sent.start <= q[0] < verb.sent.end]
    if noun is not None and noun.lower_ == "it" and quoted and head is not None and not unsaid(verb):
        for speaker in speakers(reading, head, reading.speeches):  # "or, as Jo Smith put it, "
            yield saying(reading, verb, speaker, quoted, quotes)
        return
    behind = doc[at.i + 1 : min(at.i + 6, end)] if at is not None else ()
    counted = any(t.like_num or t.ent_type_ in ("MONEY", "PERCENT") for t in behind)
    if head is None or noun is None or at is None or not counted or syntax.passive(verb) or unsaid(verb):
        return
    content = [(noun.left_edge.i, max(at.right_edge.i + 1, syntax.extent(noun)[1]))]
    for speaker in speakers(reading, head, reading.speeches):
        yield saying(reading, verb, speaker, content, quotes)


def light(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "voiced concern that", "issued a statement saying"."""
    noun = syntax.first(
        o for o in syntax.objects(verb) if o.lemma_.lower() in words("speech.light-nouns", "speech.written")
    )
    head = syntax.subject(verb)
    if noun is None or head is None or syntax.passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return
    if any(c.lower_ == "no" for c in noun.children):
        return  # "gave no assurances that"
    if noun.lemma_.lower() == "claim" and not any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children):
        return  # "must make their claim in the first safe country"
    start, end = syntax.extent(noun)
    rest = max(
        [end]
        + [
            syntax.extent(c)[1]
            for c in verb.children
            if c.i > noun.i and c.dep_ in ("prep", "ccomp", "advcl", "acl")
        ]
    )
    if noun.lemma_.lower() in words("speech.written") and not any(
        t.lemma_.lower() in words("speech.say") for t in reading.doc[noun.i + 1 : rest]
    ):
        return
    kept = words("speech.light-nouns")
    stance = (
        Stance.WARNS
        if noun.lemma_.lower() in ("warning", "alarm", "fear")
        else Stance.CRITICISES
        if noun.lemma_.lower() in kept and noun.lemma_.lower() not in words("speech.kind-nouns")
        else Stance.NEUTRAL
    )
    for speaker in speakers(reading, head, reading.speeches):
        if speaker.country and noun.lemma_.lower() in ("hope", "support", "claim"):
            continue
        yield replace(saying(reading, verb, speaker, [(start, rest)], quotes), stance=stance)


def labelled(reading: Reading, colon: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "Jo Smith: “We will sue.”": a name, a colon and a quotation, with no verb."""
    doc, name = reading.doc, reading.doc[colon.i - 1]
    quote = next((q for q in quotes if q[0] == colon.i + 1), None)
    if quote is None or any(syntax.is_verb(t) for t in doc[colon.sent.start : colon.i]):
        return
    if name.pos_ != "PROPN" or name.ent_type_ not in ("PERSON", "") or name.i in reading.place_at:
        return
    for speaker in speakers(reading, name, reading.speeches):
        if speaker.source is SourceType.PERSON:
            yield finished(
                reading,
                Speech(
                    speaker=speaker.name,
                    source=speaker.source,
                    cue=colon.i,
                    start=speaker.start,
                    end=quote[1],
                    content=(quote,),
                    who=speaker.start,
                    country=speaker.country,
                    how=speaker.how,
                ),
            )
