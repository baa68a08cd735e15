"""Who says what: reporting verbs, nouns that stand for saying, "according to", and quotations."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.content import content_of, joined
from kg.extract.courts import is_court
from kg.extract.cues import ccomp, criticised, cues, part_of_another, unsaid
from kg.extract.lexicon import words
from kg.extract.phrases import phrase
from kg.extract.quotes import quote_ranges
from kg.extract.reading import Reading, Speech
from kg.extract.saying import apposed, nearest_speaker, saying
from kg.extract.speakers import speakers
from kg.extract.speech_nouns import according, noun_speech
from kg.model.codes import Mode, SourceType, Stance

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def find_speeches(reading: Reading) -> Reading:
    """Adds what the text says that somebody said."""
    quotes = quote_ranges(reading)
    for sentence in reading.doc.sents:
        for token in sentence:
            for speech in _at(reading, token, quotes):
                reading = replace(reading, speeches=(*reading.speeches, speech))
        reading = _continued(reading, sentence.start, sentence.end, quotes)
    return reading


def _at(reading: Reading, token: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if (
        token.pos_ not in ("VERB", "AUX", "NOUN")
        and token.lower_ != "according"
        and syntax.lemma(token) != "be"
    ):
        return
    if any(start < token.i < end - 1 for start, end in quotes) and token.lower_ != "according":
        return
    if (
        token.lower_ == "according"
        and token.i + 1 < len(reading.doc)
        and reading.doc[token.i + 1].lower_ == "to"
    ):
        yield from according(reading, token)
    elif (
        syntax.is_verb(token)
        and token.dep_ not in ("amod", "compound", "aux", "auxpass")
        and syntax.keys(token) & cues()
    ):
        yield from _verb(reading, token, quotes)
    elif (
        syntax.lemma(token) == "be"
        and (
            mood := syntax.first(
                c for c in token.children if c.dep_ == "acomp" and c.lower_ in words("speech.feelings")
            )
        )
        is not None
    ):
        yield from _feeling(reading, token, mood, quotes)
    elif syntax.is_verb(token) and syntax.lemma(token) in words("speech.light"):
        yield from _light(reading, token, quotes)
    elif token.lemma_.lower() in words("speech.cue-nouns") and token.pos_ == "NOUN":
        yield from noun_speech(reading, token, quotes)


def _verb(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if syntax.passive(verb) and verb.lower_ != "quoted" and not _behind_quote(reading, verb, quotes):
        if (
            syntax.keys(verb) & words("speech.criticises", "speech.judging")
            and verb.dep_ != "amod"
            and not unsaid(verb)
        ):
            yield from _passive(reading, verb, quotes)
        return
    if unsaid(verb) or part_of_another(reading, verb):
        return
    content, parts = content_of(reading, verb, quotes)
    if not content:
        return
    head = syntax.subject(verb)
    if head is None or head.dep_ == "expl":
        head = nearest_speaker(reading, verb, quotes)
    if head is None or any(start <= head.i < end for start, end in parts if start <= verb.i):
        head = nearest_speaker(reading, verb, quotes) or head
    if head is None:
        return
    if named := apposed(verb):
        head, cut = named, named.left_edge.i
        content = [(a, min(b, cut)) for a, b in content if a < cut] + [
            (a, b) for a, b in content if a > verb.i
        ]
    if head.i in reading.place_at and any(c.lower_ == "who" for c in verb.children):
        head = next(
            (t for t in syntax.climb(head) if t.pos_ in ("NOUN", "PROPN") and t.i not in reading.place_at),
            head,
        )
    word = syntax.keys(verb)
    if word & words("speech.denies") and not ccomp(verb) and not criticised(verb, head, reading):
        return
    if (is_court(head) or _is_judge(head)) and not word & words("speech.bench"):
        yield from _finding(reading, verb, head, content)
        return
    around = reading.speech_of(verb)
    for speaker in speakers(reading, head, reading.speeches):
        if around is not None and around.speaker == speaker.name and not around.silent:
            continue
        if (
            speaker.country
            and speaker.source is SourceType.ORGANISATION
            and word & {"ask", "call"}
            and not ccomp(verb)
            and not any(b > a for a, b in quotes if verb.sent.start <= a < verb.sent.end)
        ):
            continue
        if (
            speaker.country
            and speaker.source is SourceType.ORGANISATION
            and word & {"pledge", "promise", "vow", "threaten", "refuse"}
            and not ccomp(verb)
        ):
            continue
        if (
            word <= words("speech.mental") | {w for w in word if " " in w}
            and speaker.source is SourceType.UNSPECIFIED
        ):
            continue
        yield saying(reading, verb, speaker, content, quotes)


def _behind_quote(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> bool:
    """As in "'...,' Jo Smith, a spokesperson, posted": its past tense, read as a participle by the parser."""
    name = verb.head
    return (
        verb.dep_ in ("acl", "relcl", "appos", "conj")
        and verb.tag_ in ("VBN", "VBD")
        and name.i < verb.i
        and name.pos_ == "PROPN"
        and not any(child.dep_ in ("auxpass", "agent") for child in verb.children)
        and any(end in (start, start - 1) for start in (phrase(name)[0],) for _, end in quotes)
    )


def _feeling(
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
    for speaker in speakers(reading, head, reading.speeches):
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


def _is_judge(head: "Token") -> bool:
    return any(c.dep_ == "compound" and c.lower_ in ("judge", "justice") for c in head.children)


def _finding(
    reading: Reading, verb: "Token", court: "Token", content: list[tuple[int, int]]
) -> Iterator[Speech]:
    """What a court finds is attributed to it, and no statement."""
    if not words("courts.decide") & syntax.keys(verb) or ccomp(verb) is None:
        return
    for speaker in speakers(reading, court, reading.speeches):
        yield replace(saying(reading, verb, speaker, content, []), silent=True)


def _passive(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
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


def _light(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """As in "voiced concern that", "issued a statement saying"."""
    noun = syntax.first(
        o for o in syntax.objects(verb) if o.lemma_.lower() in words("speech.light-nouns", "speech.written")
    )
    head = syntax.subject(verb)
    if noun is None or head is None or syntax.passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return
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
        t.lemma_.lower() in words("speech.say") for t in reading.doc[noun.i : rest]
    ):
        return
    kept = words("speech.light-nouns")
    stance = (
        Stance.WARNS
        if noun.lemma_.lower() in ("warning", "alarm", "fear")
        else Stance.CRITICISES
        if noun.lemma_.lower() in kept
        and noun.lemma_.lower()
        not in ("support", "confidence", "satisfaction", "hope", "statement", "call", "claim")
        else Stance.NEUTRAL
    )
    for speaker in speakers(reading, head, reading.speeches):
        if speaker.country and noun.lemma_.lower() in ("hope", "support", "claim"):
            continue
        yield replace(saying(reading, verb, speaker, [(start, rest)], quotes), stance=stance)


def _continued(reading: Reading, start: int, end: int, quotes: list[tuple[int, int]]) -> Reading:
    """A sentence of quoted words alone goes on with the last speaker's."""
    doc = reading.doc
    if any(s.start < end and s.end > start for s in reading.speeches):
        return reading
    if not any(a <= start + 1 and b >= end - 2 and b > start for a, b in quotes):
        return reading
    before = [
        s
        for s in reading.speeches
        if not s.silent and start - s.end < 60 and "\n" not in doc[s.end : start].text
    ]
    if not before:
        return reading
    last = max(before, key=lambda s: s.end)
    follow = replace(
        last, start=start, end=end, content=((start, end),), mode=Mode.QUOTE, silent=True, cue=last.cue
    )
    return replace(reading, speeches=(*reading.speeches, follow))
