"""Who raises risks and wrongs, and in which words: speech, verbs and nouns of blame, reasons of courts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.concern_nouns import ELSEWHERE, noun_voices
from kg.extract.cues import cues
from kg.extract.decisions import court_of
from kg.extract.lexicon import words
from kg.extract.phrases import Speaker, is_proper, name_of, phrase
from kg.extract.reading import Reading, Speech
from kg.extract.speakers import speakers
from kg.extract.voice import Voice, is_official, is_said, voice_of
from kg.model.codes import SourceType, Stance, Topic

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BLAMING: Final = frozenset((Stance.WARNS, Stance.CRITICISES))
_LAW: Final = frozenset((Topic.LEGALITY, Topic.HUMAN_RIGHTS_RECORD))
_FINITE: Final = frozenset(("MD", "VBD", "VBP", "VBZ"))
_QUOTES: Final = frozenset(("“", "”", '"', ";", ":"))
_RANKS: Final = frozenset(("chief", "lord", "lady", "mr", "mrs", "ms", "associate"))
_COMPLEMENTS: Final = (
    "of",
    "about",
    "over",
    "that",
    "for",
    "as",
    "to",
    "against",
    "around",
    "on",
    "at",
    "from",
    "by",
)


def voices(reading: Reading) -> Iterator[Voice]:
    """All voices of a text, speeches first."""
    for speech in reading.speeches:
        if speech.source is not SourceType.NARRATOR and _weighs(reading, speech):
            yield from _speaking(reading, speech)
    cued = {speech.cue for speech in reading.speeches}
    for token in reading.doc.content:
        if syntax.is_verb(token) and token.i not in cued:
            yield from _raising(reading, token)
            yield from _blamed(reading, token)
            yield from _reasoning(reading, token)
            yield from _pleading(reading, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in words("concerns.cue-nouns"):
            yield from noun_voices(reading, token)
        elif token.lower_ == "fire" and token.i and reading.doc[token.i - 1].lower_ == "under":
            yield from _under_fire(reading, token)


def _speaking(reading: Reading, speech: Speech) -> Iterator[Voice]:
    """The voice of a speech; what is said by a second verb ("praised X, adding that") by that verb."""
    joined = {part: verb for part in _whole(reading, speech) if (verb := _joined(reading, speech, part))}
    yield _saying(
        reading, speech, reading.doc[speech.cue], [p for p in _whole(reading, speech) if p not in joined]
    )
    for part, verb in joined.items():
        yield _saying(reading, speech, verb, [part])


def _joined(reading: Reading, speech: Speech, part: tuple[int, int]) -> "Token | None":
    first = reading.doc[part[0]]
    return first if first.i != speech.cue and first.tag_ == "VBG" and syntax.keys(first) & cues() else None


def _saying(reading: Reading, speech: Speech, cue: "Token", content: list[tuple[int, int]]) -> Voice:
    keys = syntax.keys(cue)
    own = cue.i == speech.cue
    blaming = speech.stance in _BLAMING if own else bool(keys & words("speech.criticises", "speech.warns"))
    denied = bool(keys & words("concerns.denial")) or (
        bool(keys & words("concerns.brushing-off"))
        and not any(child.lower_ == "as" for child in cue.children)
        and any(noun.lemma_.lower() in words("concerns.blame-nouns") for noun in syntax.objects(cue))
    )
    official = is_official(reading, speech.speaker, speech.country)
    backing = bool(keys & words("concerns.backing")) or (
        own and official and speech.stance is Stance.SUPPORTS
    )
    return Voice(
        cue=cue.i,
        content=tuple(content),
        source=speech.source,
        name=speech.speaker,
        who=speech.who,
        how=speech.how,
        speech=speech,
        blames=not backing
        and not _is_bench(speech.speaker)
        and (blaming or bool(keys & words("concerns.raising-blame"))),
        official=official and syntax.lemma(cue) not in words("speech.judging"),
        denied=denied,
        backs=backing,
        barred=_LAW if _is_bench(speech.speaker) else frozenset(),
    )


def _whole(reading: Reading, speech: Speech) -> tuple[tuple[int, int], ...]:
    """What is said, to the end of its clause even if the parser cut it short."""
    doc, cue = reading.doc, reading.doc[speech.cue]
    low, high = speech.content[-1]
    if low <= cue.i or high >= cue.sent.end or doc[high].is_punct or doc[high].is_space:
        return speech.content
    end = cue.sent.end if doc[high].tag_ in _FINITE else cue.right_edge.i + 1
    others = {s.cue for s in reading.speeches} | {s.start for s in reading.speeches}
    stop = next(
        (i for i in range(high, end) if i in others or doc[i].lower_ in ELSEWHERE or doc[i].text in _QUOTES),
        end,
    )
    return (*speech.content[:-1], (low, max(high, stop)))


def _weighs(reading: Reading, speech: Speech) -> bool:
    """Whether a court says so or finds it; what it orders or allows is no worry of its own."""
    if not _is_bench(speech.speaker):
        return True
    return bool(syntax.keys(reading.doc[speech.cue]) & words("courts.reasoning", "speech.bench"))


def _is_bench(name: str | None) -> bool:
    said = [word.removesuffix("s") for word in (name or "").lower().split()]
    titled = said[:1] if len(said) < 2 or said[0] not in _RANKS else said[1:2]
    return bool(set(said) & words("courts.benches") or set(titled) & words("courts.judges"))


def _raising(reading: Reading, verb: "Token") -> Iterator[Voice]:
    """Verbs that report no speech but show or blame: "documented beatings", "cast doubt on"."""
    keys = syntax.keys(verb)
    if (
        not keys & words("concerns.raising", "concerns.raising-blame")
        or syntax.passive(verb)
        or negation.negated(verb)
        or syntax.modals(verb) & {"would", "will", "could", "might", "should"}
        or verb.dep_ in ("amod", "compound")
        or (is_said(reading, verb) if verb.tag_ != "VBG" else reading.speech_of(verb) is not None)
    ):
        return
    head = syntax.subject(verb)
    if head is None or head.sent != verb.sent or court_of(head) is not None:
        return
    if syntax.lemma(verb) == "attack" and not any(c.lower_ in ("as", "for", "over") for c in verb.children):
        return
    content = [
        syntax.extent(child)
        for child in verb.children
        if child.i > verb.i and child.dep_ in ("dobj", "ccomp", "prep", "oprd", "xcomp", "advcl")
    ]
    if not content:
        return
    whole = (verb.i, max(b for _, b in content))
    found = list(speakers(reading, head, reading.speeches)) or [
        Speaker(
            name=name_of(reading, *phrase(child)),
            source=SourceType.PERSON,
            start=phrase(child)[0],
            end=child.i,
        )
        for child in head.children
        if child.dep_ == "appos" and is_proper(reading, child)
    ]
    for speaker in found:
        judged = bool(keys & words("speech.judging"))
        if judged or not is_official(reading, speaker.name, speaker.country):
            yield voice_of(verb, speaker, whole, blames=bool(keys & words("concerns.raising-blame")))


def _blamed(reading: Reading, verb: "Token") -> Iterator[Voice]:
    """Blame by nobody named: "has been criticised for", "is accused of"."""
    if (
        syntax.lemma(verb) not in words("concerns.blame-verbs")
        or not syntax.passive(verb)
        or any(True for _ in syntax.agents(verb))
        or negation.negated(verb)
        or is_said(reading, verb)
    ):
        return
    blamed = syntax.subject(verb)
    if blamed is not None and blamed.lemma_.lower() in words("movement.people"):
        return
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prep", "advcl") and child.lower_ in _COMPLEMENTS:
            yield Voice(
                cue=verb.i, content=(syntax.extent(child),), source=SourceType.UNSPECIFIED, blames=True
            )


def _under_fire(reading: Reading, token: "Token") -> Iterator[Voice]:
    if is_said(reading, token):
        return
    heads = [token, *list(syntax.climb(token))[:2]]
    for head in heads:
        for child in head.children:
            if (
                child.i > token.i
                and child.dep_ in ("prep", "advcl")
                and child.lower_ in ("for", "over", "as")
            ):
                yield Voice(
                    cue=token.i, content=(syntax.extent(child),), source=SourceType.UNSPECIFIED, blames=True
                )
                return


def _reasoning(reading: Reading, verb: "Token") -> Iterator[Voice]:
    """Reasons of a decision, which makes no statement: "the court held that ... was not safe"."""
    if syntax.lemma(verb) not in words("courts.reasoning") or is_said(reading, verb):
        return
    subject = syntax.subject(verb)
    court = court_of(subject) if subject is not None else None
    if court is None or subject is None:
        return
    content = [
        syntax.extent(child)
        for child in verb.children
        if child.i > verb.i and child.dep_ in ("ccomp", "xcomp", "dobj", "prep", "advcl")
    ]
    for start, end in content:
        for speaker in list(speakers(reading, court, reading.speeches))[:1]:
            yield voice_of(verb, speaker, (start, end), blames=False, barred=_LAW)


def _pleading(reading: Reading, verb: "Token") -> Iterator[Voice]:
    """What the papers of a case say: "the complaint, brought by X, says that"."""
    subject = syntax.subject(verb)
    if (
        subject is None
        or subject.lemma_.lower() not in words("concerns.pleading")
        or not syntax.keys(verb) & cues()
    ):
        return
    makers = (
        t for t in subject.subtree if t.dep_ == "pobj" and t.head.lower_ in ("by", "from") and t.i < verb.i
    )
    maker = syntax.first(makers)
    found = list(speakers(reading, maker, reading.speeches))[:1] if maker is not None else []
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("ccomp", "dobj", "prep"):
            span = syntax.extent(child)
            for speaker in found:
                yield voice_of(verb, speaker, span, blames=False)
            if not found:
                yield Voice(cue=verb.i, content=(span,), source=SourceType.UNSPECIFIED)
