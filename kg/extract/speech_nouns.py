"""Speech without a reporting verb: "according to", and nouns that stand for saying."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.cues import cues
from kg.extract.lexicon import words
from kg.extract.phrases import Speaker, is_medium
from kg.extract.quotes import finished
from kg.extract.reading import Reading, Speech
from kg.extract.speakers import speakers
from kg.model.codes import SourceType, Stance

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def according(reading: Reading, token: "Token") -> Iterator[Speech]:
    """As in "the deal is dead, according to two officials"."""
    doc, sent = reading.doc, token.sent
    to = doc[token.i + 1]
    head = syntax.first(c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "pcomp"))
    if head is None or head.lemma_.lower() in words("deals.deal") or head.lower_ in ("mou", "memorandum"):
        return  # "under", not "says"
    tail = syntax.extent(head)
    before = (sent.start, token.i)
    after = (tail[1], sent.end)
    content = before if token.i - sent.start > 3 else after
    begin = content[0]
    for other in reading.speeches:
        if other.cue > content[0] and other.cue < token.i:
            begin = other.cue + 1
    contents = [(begin, content[1])]
    if content == before and tail[1] + 3 < sent.end and doc[tail[1]].text == ",":
        told = doc[begin : token.i]
        if not any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("relcl", "acl", "amod") for t in told):
            contents.append((tail[1] + 1, sent.end))  # "the plan, according to X, is off"
    for speaker in speakers(reading, head, reading.speeches):
        yield finished(
            reading,
            Speech(
                speaker=speaker.name,
                source=speaker.source,
                cue=token.i,
                start=min(contents[0][0], token.i),
                end=max(tail[1], contents[-1][1] if contents[-1][0] > token.i else 0),
                content=tuple(contents),
                who=head.i,
                country=speaker.country,
                how=speaker.how,
                silent=_only_shown(speaker, head) or _passed_on(reading, speaker, token),
            ),
        )


def _passed_on(reading: Reading, speaker: Speaker, token: "Token") -> bool:
    """Whether a medium passes on what others say: "According to the Herald, the agency warned that"."""
    if speaker.source is not SourceType.ORGANISATION or not is_medium(speaker.name):
        return False
    said = token.head if syntax.is_verb(token.head) else token.sent.root
    told = any(token.sent.start <= s.cue < token.i and not s.silent for s in reading.speeches)
    return told or bool(syntax.keys(said) & cues() and syntax.subject(said) is not None)


def _only_shown(speaker: Speaker, head: "Token") -> bool:
    """As in "a copy seen by the group", "figures for May": a document that nobody is said to have made."""
    if words("speech.documents").isdisjoint((head.lemma_.lower(), head.lower_)):
        return False
    if speaker.source is SourceType.PERSON:
        return False  # "a statement from the secretary, Ana Lund"
    made = [
        c
        for c in head.children
        if c.dep_ in ("acl", "relcl") and c.lemma_.lower() not in words("speech.showing")
    ]
    by = made or list(syntax.prepositional(head, "by"))
    return not by or head.lower_ in speaker.name.lower()


def noun_speech(reading: Reading, noun: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "X's claim that": carries attribution, makes no statement."""
    clause = syntax.first(
        c
        for c in noun.children
        if c.dep_ in ("acl", "ccomp", "relcl") and any(g.lower_ == "that" for g in c.children)
    )
    who = syntax.first(c for c in noun.children if c.dep_ == "poss") or syntax.first(
        syntax.prepositional(noun, "from", "by", "among")
    )
    if clause is None or who is None:
        return
    content = syntax.extent(clause)
    for speaker in speakers(reading, who, reading.speeches):
        yield finished(
            reading,
            Speech(
                speaker=speaker.name,
                source=speaker.source,
                cue=noun.i,
                start=speaker.start,
                end=content[1],
                content=(content,),
                who=who.i,
                country=speaker.country,
                how=speaker.how,
                silent=True,
                stance=Stance.NEUTRAL,
            ),
        )
