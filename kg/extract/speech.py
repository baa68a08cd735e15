"""Who says what: reporting verbs, nouns that stand for saying, "according to", and quotations."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.content import content_of
from kg.extract.courts import is_court
from kg.extract.cues import ccomp, criticised, cues, joined_on, part_of_another, unsaid, with_reason
from kg.extract.lexicon import words
from kg.extract.phrases import Speaker, phrase
from kg.extract.quotes import quote_ranges
from kg.extract.reading import Reading, Speech
from kg.extract.saying import apposed, nearest_speaker, own_subject, saying, unlabelled
from kg.extract.speakers import speakers
from kg.extract.speech_forms import criticised_by, feeling, labelled, light, reckoning
from kg.extract.speech_nouns import according, noun_speech
from kg.extract.speech_subjects import nearer, parted, titled
from kg.model.codes import Mode, SourceType
from kg.read.gazetteer import outlet

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_CARRYING: Final = frozenset(("VERB", "AUX", "NOUN"))


def find_speeches(reading: Reading) -> Reading:
    """Adds what the text says that somebody said."""
    quotes = quote_ranges(reading)
    inside = {i for start, end in quotes for i in range(start + 1, end - 1)}
    for sentence in reading.doc.sents:
        for token in sentence:
            may = token.i not in inside and (token.pos_ in _CARRYING or token.lemma_.lower() == "be")
            if may or token.lower_ in (":", "according"):
                for speech in _at(reading, token, quotes):
                    reading = replace(reading, speeches=(*reading.speeches, speech))
        reading = _continued(reading, sentence.start, sentence.end, quotes)
    return reading


def _at(reading: Reading, token: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if token.text == ":":
        yield from labelled(reading, token, quotes)
        return
    if (
        token.lower_ == "according"
        and token.i + 1 < len(reading.doc)
        and reading.doc[token.i + 1].lower_ == "to"
    ):
        yield from according(reading, token)
    elif (
        (syntax.is_verb(token) or _misread(token))
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
        yield from feeling(reading, token, mood, quotes)
    elif syntax.is_verb(token) and syntax.lemma(token) in words("speech.reckons"):
        yield from reckoning(reading, token, quotes)
    elif syntax.is_verb(token) and syntax.lemma(token) in words("speech.light"):
        yield from light(reading, token, quotes)
    elif token.lemma_.lower() in words("speech.cue-nouns") and token.pos_ == "NOUN":
        yield from noun_speech(reading, token, quotes)


def _misread(noun: "Token") -> bool:
    """As in "documents obtained by the paper show that", a noun to the parser."""
    return noun.dep_ == "ROOT" and any(
        c.dep_ == "ccomp" and c.i > noun.i and any(g.lower_ == "that" for g in c.children)
        for c in noun.children
    )


def _verb(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if syntax.passive(verb) and verb.lower_ != "quoted" and not _behind_quote(reading, verb, quotes):
        if (
            syntax.keys(verb) & words("speech.criticises", "speech.judging")
            and verb.dep_ != "amod"
            and not (verb.lower_ in ("seen", "viewed", "cited", "declared") and not _as_such(verb))
            and not unsaid(verb)
        ):
            yield from criticised_by(reading, verb, quotes)
        return
    if (
        unsaid(verb)
        or part_of_another(reading, verb)
        or _is_asked(verb)
        or _withheld(verb)
        or _looks_on(verb)
    ):
        return
    content, parts = content_of(reading, verb, quotes)
    if not content:
        return
    head = unlabelled(verb, parted(verb) or nearer(verb) or syntax.subject(verb))
    above = reading.speech_of(verb) if joined_on(verb) else None
    apart = joined_on(verb) and reading.doc[verb.i - 2].text == ","  # "said it was paid, and questioned"
    if (
        above is not None
        and head is not None
        and above.holds(head.i)
        and (head.tag_ in ("NN", "NNS") or apart)
    ):
        head = reading.doc[above.who]  # "X said the plan was cruel, and called on Y to drop it"
        while head.dep_ in ("compound", "nmod", "amod", "det", "poss") and head.head.i > head.i:
            head = head.head
    if head is None or head.dep_ == "expl":
        head = nearest_speaker(reading, verb, quotes)
    if head is None or any(start <= head.i < end for start, end in parts if start <= verb.i):
        head = nearest_speaker(reading, verb, quotes) or head
    if head is None:
        return
    head = titled(reading, verb, head)
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
    if (
        word & words("speech.denies")
        and not ccomp(verb)
        and not criticised(verb, head, reading)
        and not with_reason(verb)
    ):
        return
    if (is_court(head) or _is_judge(head)) and not word & words("speech.bench"):
        yield from _finding(reading, verb, head, content)
        return
    around = reading.speech_of(verb)
    for speaker in speakers(reading, head, reading.speeches):
        if (
            around is not None
            and around.speaker == speaker.name
            and not around.silent
            and not joined_on(verb)
        ):
            continue
        if (
            speaker.country
            and speaker.source is SourceType.ORGANISATION
            and word & {"ask", "call", "press"}
            and (head.i in reading.place_at or head.lemma_.lower() in words("society.state-nouns"))
            and not ccomp(verb)
            and not any(b > a for a, b in quotes if verb.sent.start <= a < verb.sent.end)
        ):
            continue
        if (
            speaker.country
            and speaker.source is SourceType.ORGANISATION
            and word & {"pledge", "promise", "vow", "threaten", "refuse", "rule out"}
            and head.i in reading.place_at
            and not ccomp(verb)
        ):
            continue
        if (
            verb.dep_ == "relcl"
            and around is not None
            and speaker.source not in (SourceType.PERSON, SourceType.ORGANISATION)
            and not ccomp(verb)
        ):
            continue  # "said he would hear the advocates who questioned it"
        if "threaten" in word and speaker.source is not SourceType.PERSON and not _reports(verb):
            continue
        if word & words("speech.mental", "speech.worries") and not ccomp(verb) and _is_vague(reading, head):
            continue
        if (
            word <= words("speech.mental") | {w for w in word if " " in w}
            and speaker.source is SourceType.UNSPECIFIED
        ):
            continue
        if content and content[-1][1] <= verb.i and _passes_on(reading, verb, speaker, content[0][0]):
            continue
        yield saying(reading, verb, speaker, content, quotes)


def _passes_on(reading: Reading, verb: "Token", speaker: Speaker, start: int) -> bool:
    """Whether a medium passes on what others say: "Ghana denied that it had signed, the Herald reported"."""
    if speaker.country or (outlet(speaker.name) is None and syntax.lemma(verb) != "report"):
        return False
    told = any(start <= s.cue < verb.i and not s.silent for s in reading.speeches)
    return told or any(
        t.lemma_ in ("decline", "refuse") and syntax.is_verb(t) for t in reading.doc[start : verb.i]
    )


def _withheld(verb: "Token") -> bool:
    """As in "had been locked up and denied contact": of whom somebody withholds something."""
    return (
        syntax.lemma(verb) in ("deny", "refuse")
        and verb.dep_ == "conj"
        and verb.i > verb.head.i
        and syntax.passive(verb.head)
        and not own_subject(verb)
        and ccomp(verb) is None
    )


def _looks_on(verb: "Token") -> bool:
    """As in "the deal saw 300 people moved": what happens, not "sees it as"; "with Chad cited as"."""
    told = any(g.lower_ == "that" for c in verb.children if c.dep_ == "ccomp" for g in c.children)
    named = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.head.lower_ == "with"
    return named or (syntax.lemma(verb) == "see" and not told and not _as_such(verb))


def _as_such(verb: "Token") -> bool:
    """As in "was seen by critics as", not "a copy seen by"."""
    return any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)


def _is_vague(reading: Reading, head: "Token") -> bool:
    """As in "others worry about it", "Ghana sees a duty": no one says so."""
    return head.i in reading.place_at or head.lower_ in ("others", "many", "some", "few", "several", "most")


def _is_asked(verb: "Token") -> bool:
    """As in "Asked whether it was signed, X said"."""
    alone = not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and alone and syntax.lemma(verb) != "quote"


def _reports(verb: "Token") -> bool:
    """Whether a clause or an infinitive tells what is said."""
    return ccomp(verb) is not None or any(c.dep_ == "xcomp" for c in verb.children)


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


def _is_judge(head: "Token") -> bool:
    return any(
        t.dep_ == "compound"
        and t.lower_ in ("judge", "justice")
        and t.doc[t.i + 1].lower_ not in words("offices.heads")  # "Justice Minister Jo Smith"
        for t in head.subtree
        if t.i < head.i
    )


def _finding(
    reading: Reading, verb: "Token", court: "Token", content: list[tuple[int, int]]
) -> Iterator[Speech]:
    """What a court finds is attributed to it, and no statement."""
    if not words("courts.decide") & syntax.keys(verb) or ccomp(verb) is None:
        return
    for speaker in speakers(reading, court, reading.speeches):
        yield replace(saying(reading, verb, speaker, content, []), silent=True)


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
        if not s.silent and start - s.end < 60 and "\n" not in doc.text_of(s.end, start)
    ]
    if not before:
        return reading
    last = max(before, key=lambda s: s.end)
    follow = replace(
        last, start=start, end=end, content=((start, end),), mode=Mode.QUOTE, silent=True, cue=last.cue
    )
    return replace(reading, speeches=(*reading.speeches, follow))
