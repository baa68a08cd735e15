"""One speech from its verb: who speaks, where it begins and ends, and what is said."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.content import joined
from kg.extract.cues import STANCES, cues
from kg.extract.lexicon import words
from kg.extract.phrases import Speaker
from kg.extract.quotes import finished, outlet_of
from kg.extract.reading import Reading, Speech
from kg.model.codes import Stance

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def saying(
    reading: Reading,
    verb: "Token",
    speaker: Speaker,
    content: list[tuple[int, int]],
    quotes: list[tuple[int, int]],
) -> Speech:
    """What a reporting verb, its speaker and its content make, from the first word to the last."""
    stance = next((s for s in STANCES if syntax.keys(verb) & words(f"speech.{s}")), Stance.NEUTRAL)
    end = max([verb.i + 1, *(b for _, b in content)])
    starts = [verb.i, *(a for a, _ in content)]
    aux = [c.i for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i]
    starts += aux if speaker.start > verb.i or not own_subject(verb) else []
    if (
        own_subject(verb)
        or speaker.start > verb.i
        or not reading.speeches
        or not any(s.cue in {h.i for h in syntax.climb(verb)} for s in reading.speeches)
    ) and verb.sent.start <= speaker.start < verb.sent.end:
        starts.append(speaker.start)
        end = max(end, speaker.end)
    for child in verb.children:
        if (
            child.dep_ in ("prep", "npadvmod", "dobj", "dative")
            and child.i > verb.i
            and not any(syntax.is_verb(t) and syntax.keys(t) & cues() for t in child.subtree)
        ):
            end = max(end, syntax.extent(child)[1])
        elif (
            child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > verb.i and syntax.keys(child) & cues()
        ):
            inner = syntax.extent(child)
            end = max(end, inner[1])
            content = joined([*content, inner])
    return finished(
        reading,
        Speech(
            speaker=speaker.name,
            source=speaker.source,
            cue=verb.i,
            start=min(starts),
            end=end,
            content=tuple(content),
            stance=stance,
            who=speaker.start,
            country=speaker.country,
            how=speaker.how,
            outlet=outlet_of(reading, verb),
        ),
    )


def nearest_speaker(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> "Token | None":
    """A name right beside the verb, where the parser gave it no subject."""
    doc, sent = reading.doc, verb.sent
    for token in (
        list(doc[verb.i + 1 : min(verb.i + 4, sent.end)]) if verb.dep_ in ("ROOT", "parataxis") else []
    ):
        if token.ent_type_ in ("DATE", "TIME"):
            continue  # "the agency said on Monday"
        if token.pos_ == "PROPN" and not any(start <= token.i < end for start, end in quotes):
            return token if token.head.pos_ != "PROPN" else token.head
    mark = doc[verb.i - 1 - (doc[verb.i - 1].text == ",")] if verb.i > sent.start + 1 else verb
    after = mark.text in ('"', "”", "’", "'")
    if after and (turned := syntax.first(c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i)):
        return turned  # "...," complained a shopkeeper
    before = doc[verb.i - 1] if verb.i > sent.start else None
    if before is not None and (
        (before.pos_ in ("PROPN", "PRON", "NOUN") and before.dep_ not in ("dobj", "pobj"))
        or (before.i == sent.start and before.is_title)
    ):
        return before
    return None


def apposed(verb: "Token") -> "Token | None":
    """The name in "what is said, Jo Smith, the ministry's secretary, said", lost by the parser."""
    doc, sent = verb.doc, verb.sent
    if own_subject(verb) or verb.i - sent.start < 8 or doc[verb.i - 1].text != ",":
        return None
    tail = next((a for a in (doc[verb.i - 2], *syntax.climb(doc[verb.i - 2])) if a.dep_ == "appos"), None)
    if tail is None or tail.right_edge.i > verb.i - 1 or doc[tail.left_edge.i - 1].text != ",":
        return None
    name = tail.head
    return name if name.ent_type_ == "PERSON" and doc[name.left_edge.i - 1].text == "," else None


def own_subject(verb: "Token") -> bool:
    """Whether a verb has a subject beside it."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def unlabelled(verb: "Token", head: "Token | None") -> "Token | None":
    """The subject itself behind a label: "Grenada: Foreign Minister Jo Smith said"."""
    if head is None or head.right_edge.i + 1 >= len(verb.doc) or head.i > verb.i:
        return head
    colon = next((t for t in verb.doc[head.i + 1 : verb.i] if t.text == ":"), None)
    if colon is None or any(t.text == "," for t in verb.doc[head.left_edge.i : colon.i]):
        return head
    return (
        syntax.first(
            t
            for t in reversed(list(verb.doc[colon.i + 1 : verb.i]))
            if t.pos_ in ("PROPN", "NOUN", "PRON")
            and t.dep_ in ("nsubj", "appos", "ROOT", "conj", "dep", "npadvmod")
        )
        or head
    )
