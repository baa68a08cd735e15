"""The wrongs that the words of one voice raise, each with the word at its heart."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.concern_guards import brings_none, excused, own_policy
from kg.extract.concern_guess import guessed
from kg.extract.concern_topics import Hit, topics
from kg.extract.decisions import court_of
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.voice import Voice
from kg.model.codes import Topic
from kg.model.text import Span

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BETWEEN: Final = re.compile(
    r"[,;“”\"]|\b(?:and|or|nor|but|because|where|while|who|which|when|without|so|after|if|despite|yet|even)\b",
    re.I,
)
# "sent back to countries where they face torture" is one danger, "sent back, and tortured there" two.
_LISTED: Final = re.compile(r"[,;]|\b(?:and|or|but)\b", re.I)
_DANGERS: Final = frozenset((Topic.ILL_TREATMENT, Topic.UNSAFE_COUNTRY, Topic.HUMAN_RIGHTS_RECORD))
_UNSAID: Final = re.compile(
    r"\b(?:not|no|never|n't|n’t|without|nothing|respect\w*|compl(?:y|ies|iant|iance)|in line|safe from"
    r"|protect\w*|prevent\w*|ensur\w*|avoid\w*|rather than|instead of|free (?:of|from))\b[^.;,]{0,25}$",
    re.I,
)
_STILL: Final = re.compile(
    r"\b(?:should|could|can|must|ought) not\b|cannot|n[’']t have|no legal"
    r"|not (?:been|only|just|merely)|no longer|no doubt"
    r"|(?:struggl|fail|unable|doubt|whether|refus|incapable|hard|how)\w* [^.;,]{0,25}"
    r"(?:ensur|protect|prevent|guarantee|avoid)",
    re.I,
)
_FORBIDDEN: Final = re.compile(
    r"\b(?:no \w+|nobody|no[- ]one|none) (?:can|may|should|must|could|ought)\b", re.I
)
_FIGHTING: Final = re.compile(
    r"\b(?:tackl|combat|fight|stop|end|curb|smash|disrupt|break|crack|target|dismantl|deter|crush|punish)\w*\b[^.;,]{0,30}$",
    re.I,
)
_FEARED: Final = re.compile(
    r"\b(?:could|may|might|would|risk\w*|fac(?:e|es|ed|ing)|fear\w*)\b.*\b(?:tortur|death|kill|harm|violence|persecut)",
    re.I,
)
_BACK: Final = re.compile(
    r"\b(?:back|home|return(?:ed|s|ing)?|onward|countr(?:y|ies) of origin|fled|origin)\b", re.I
)
_THEN: Final = re.compile(
    r"\b(?:returned|deported|sent back|repatriated|expelled)\b[^.;]{0,30}\band (?:were )?"
    r"(?:then |later |subsequently )?"
    r"(?:tortur|kill|murder|execut|persecut|disappear)",
    re.I,
)
_BECAUSE: Final = re.compile(r"\b(?:because|since|as|given|due to|owing to|grounds?|and|so)\b", re.I)
_DOUBTED: Final = re.compile(r"(?:to know |(?:about|of|on|over) )?(?:how|why|what|whether|who)\b", re.I)
_SOUND: Final = re.compile(r"\b(?:lawful|constitutional|proportionate)\b", re.I)
_ABANDONED: Final = re.compile(
    r"\b(?:abandoned|left|dumped|stranded|expelled)\b[^.;]{0,30}\bdeserts?\b", re.I
)
_SMUGGLERS: Final = re.compile(r"\b(?:smuggl|trafficker|gangs?\b|cartel|criminals\b)", re.I)


def hits(reading: Reading, voice: Voice, start: int, end: int) -> Iterator[tuple[Hit, "Token"]]:
    """The topics that the words of a voice raise, each with the word at its heart."""
    if all(reading.doc[i].is_space for i in range(start, end)):
        return  # a voice that the parser gave a line end alone
    span = reading.span(start, end)
    named = topics(span.text)
    if all(hit.weak for hit in named) and (hit := guessed(reading, voice, span)) is not None:
        named = [hit]
    if voice.barred:
        named = list(_reasons(named, voice, span.text))
    roots = {hit: _root(reading, voice, span, hit) for hit in named}
    raised = [hit for hit in named if roots[hit] is not None]
    seen: set[Topic] = set()
    for hit in _apart(raised, span.text):
        root = roots[hit] if hit in roots else _root(reading, voice, span, hit)
        if root is not None and hit.topic not in seen:
            seen.add(hit.topic)
            yield hit, root


def _root(reading: Reading, voice: Voice, span: Span, hit: Hit) -> "Token | None":
    """The word at the heart of a hit; None where the voice raises no wrong by it."""
    found = reading.doc.char_span(span.start + hit.start, span.start + hit.end, alignment_mode="expand")
    if hit.topic is Topic.DETENTION_CONDITIONS and _ABANDONED.search(span.text):
        return None  # "left in the desert without water"
    if found is None or not _counts(voice, hit, span.text) or _anothers(reading, voice, found.root):
        return None
    keys = syntax.keys(reading.doc[voice.cue])
    if hit.weak and keys & words("worries.demanding") and not _DOUBTED.match(span.text):
        return None  # what is asked for is no wrong unless it is named as one
    cue = reading.doc[voice.cue]
    if any(a.left_edge.i <= found.root.i <= a.right_edge.i for a in syntax.agents(cue)):
        return None  # "denounced by human rights campaigners": who they are
    if not voice.denied and (
        excused(voice, hit, found.text, found.root)
        or brings_none(reading, voice, hit, found.text)
        or (voice.official and not voice.blames and own_policy(reading, voice, hit, found.root))
    ):
        return None
    return found.root


def _apart(raised: list[Hit], text: str) -> Iterator[Hit]:
    """One hit of each part of a list: of those in one part the sending back, else the longest."""
    part: list[Hit] = []
    for hit in raised:
        if part and _parted(part[-1], hit, text):
            yield _sent_on(_foremost(part, text), text)
            part = []
        part.append(hit)
    if part:
        yield _sent_on(_foremost(part, text), text)


def _parted(last: Hit, hit: Hit, text: str) -> bool:
    first = text[hit.start : hit.end].split()[0].strip('.,;:"”“')
    sent_on = _sent_on(last, text).topic is Topic.REFOULEMENT and hit.topic in _DANGERS
    return bool((_LISTED if sent_on else _BETWEEN).search(text[last.end : hit.start] + first))


def _foremost(part: list[Hit], text: str) -> Hit:
    return max(
        part,
        key=lambda hit: (hit.topic is Topic.REFOULEMENT, len(text[hit.start : hit.end].split()), -hit.start),
    )


def _sent_on(hit: Hit, text: str) -> Hit:
    """Torture or death feared by those sent back or on is refoulement."""
    feared = hit.topic is Topic.ILL_TREATMENT and (
        (_FEARED.search(text[hit.start : hit.end]) and _BACK.search(text)) or _THEN.search(text[: hit.end])
    )
    return replace(hit, topic=Topic.REFOULEMENT) if feared else hit


def _reasons(named: list[Hit], voice: Voice, text: str) -> Iterator[Hit]:
    """Of what a court says, the wrongs that are reasons: "unlawful to hold people" is the ruling itself."""
    if _SOUND.search(text):
        return
    verdict = next((hit for hit in named if hit.topic in voice.barred), None)
    for hit in named:
        if verdict is None or _BECAUSE.search(
            text[min(verdict.start, hit.start) : max(verdict.start, hit.start)]
        ):
            yield hit


def _counts(voice: Voice, hit: Hit, text: str) -> bool:
    """Whether the voice sees a wrong there: not if it defends the thing, negates it or states a policy."""
    if hit.topic in voice.barred or (hit.weak and voice.denied):
        return False
    if voice.denied or hit.guessed:
        return True
    before = text[max(0, hit.start - 40) : hit.start]
    if voice.backs or (hit.weak and not voice.blames):
        return False
    unsaid = _UNSAID.search(before) and not _STILL.search(before + text[hit.start : hit.start + 12])
    # "no minister can", "nobody may": what critics say of nobody is forbidden, not absent
    if unsaid and not (_FORBIDDEN.search(before) and not voice.official):
        return False
    if voice.blames:
        return True
    if voice.official and _FIGHTING.search(before):
        return False
    return not (
        voice.official and hit.topic in (Topic.UNSAFE_COUNTRY, Topic.OTHER) and _SMUGGLERS.search(text)
    )


def _anothers(reading: Reading, voice: Voice, token: "Token") -> bool:
    """Whether somebody quoted inside these words says it, not the voice."""
    verb = next((t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)), None)
    if (
        verb is not None
        and not voice.barred
        and syntax.lemma(verb) in words("courts.reasoning")
        and (subject := syntax.subject(verb)) is not None
        and court_of(subject) is not None
    ):
        return True
    if voice.speech is None:
        return False
    inner = reading.speech_of(token)
    return inner is not None and inner.content != voice.speech.content and inner.speaker != voice.name
