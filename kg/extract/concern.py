"""Risks and wrongs somebody sees in a deal, a transfer or a country, by topic."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.concern_cases import cases
from kg.extract.concern_denials import denials
from kg.extract.concern_guards import excused, own_policy
from kg.extract.concern_guess import guessed
from kg.extract.concern_topics import Hit, topics
from kg.extract.concern_voices import voices
from kg.extract.decisions import court_of
from kg.extract.direction import Directions
from kg.extract.drafting import place_of, propose, spoken
from kg.extract.lexicon import words
from kg.extract.merging import in_heading
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.voice import Voice
from kg.model.claim import Attribution, ConcernClaim
from kg.model.codes import Factuality, Mode, Topic

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BETWEEN: Final = re.compile(
    r"[,;“”\"]|\b(?:and|or|nor|but|because|where|while|who|which|when|without|so|after|if|despite|yet|even)\b",
    re.I,
)
# "sent back to countries where they face torture" is one danger, "sent back, and tortured there" two.
_LISTED: Final = re.compile(r"[,;]|\b(?:and|or|but)\b", re.I)
_DANGERS: Final = frozenset((Topic.ILL_TREATMENT, Topic.UNSAFE_COUNTRY, Topic.HUMAN_RIGHTS_RECORD))
# Wrongs that befall people where they are kept or sent, against those in the deal as such.
_THERE: Final = frozenset(
    (
        *(Topic.DETENTION_CONDITIONS, Topic.ILL_TREATMENT, Topic.ACCESS_TO_COUNSEL),
        *(Topic.UNSAFE_COUNTRY, Topic.REFOULEMENT, Topic.HUMAN_RIGHTS_RECORD),
    )
)
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
_JOINING: Final = frozenset(("that", "of", "as", "for", "about", "over", "and", "but", "adding", "saying"))
_OPENING: Final = frozenset(("“", '"', "(", "‘"))
_BECAUSE: Final = re.compile(r"\b(?:because|since|as|given|due to|owing to|grounds?|and|so)\b", re.I)
_SOUND: Final = re.compile(r"\b(?:lawful|constitutional|proportionate)\b", re.I)
_SMUGGLERS: Final = re.compile(r"\b(?:smuggl|trafficker|gangs?\b|cartel)", re.I)


def find_concerns(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """Concern claims: in what critics say, behind nouns such as "fears", and in cases brought to court."""
    found = list(_all(reading, directions))
    told = {p.claim.topic for p in found if isinstance(p.claim, ConcernClaim) and not _heads(reading, p)}
    for proposal in found:
        claim = proposal.claim
        if isinstance(claim, ConcernClaim) and not (claim.topic in told and _heads(reading, proposal)):
            yield proposal


def _heads(reading: Reading, proposal: Proposal) -> bool:
    """Whether a heading says so: where the body says it too, with its source, the heading adds nothing."""
    return all(in_heading(reading, span) for span in proposal.claim.spans)


def _all(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    done: set[tuple[Topic, int, str | None]] = set()
    for voice in voices(reading):
        for start, end in voice.content:
            for hit, token in _hits(reading, voice, start, end):
                key = (hit.topic, token.i, voice.name)
                if key not in done:
                    done.add(key)
                    low, high = _clause(reading, token, start, end)
                    yield _claim(reading, directions, voice, hit.topic, token, low, high)
    for voice, low, high in cases(reading):
        token = reading.doc[voice.cue]
        yield _claim(reading, directions, voice, Topic.LEGALITY, token, low, high)
    raised = [(at, topic) for topic, at, _ in done]
    for voice, topic, token, low, high in denials(reading, raised):
        yield _claim(reading, directions, voice, topic, token, low, high)


def concern_tokens(reading: Reading, proposals: list[Proposal]) -> frozenset[int]:
    """Tokens inside concerns about being sent on: what is feared there is no transfer."""
    inside: set[int] = set()
    for proposal in proposals:
        claim = proposal.claim
        if isinstance(claim, ConcernClaim) and claim.topic is Topic.REFOULEMENT:
            for span in claim.spans:
                found = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
                if found is not None:
                    inside.update(range(found.start, found.end))
    return frozenset(inside)


def _hits(reading: Reading, voice: Voice, start: int, end: int) -> Iterator[tuple[Hit, "Token"]]:
    """The topics that the words of a voice raise, each with the word at its heart."""
    span = reading.span(start, end)
    last: Hit | None = None
    named = topics(span.text)
    if all(hit.weak for hit in named) and (hit := guessed(reading, voice, span)) is not None:
        named = [hit]
    if voice.barred:
        named = list(_reasons(named, voice, span.text))
    for hit in named:
        found = reading.doc.char_span(span.start + hit.start, span.start + hit.end, alignment_mode="expand")
        if found is None or not _counts(voice, hit, span.text) or _anothers(reading, voice, found.root):
            continue
        if not voice.denied and (
            excused(voice, hit, found.text, found.root)
            or (voice.official and not voice.blames and own_policy(reading, voice, hit, found.root))
        ):
            continue
        first = span.text[hit.start : hit.end].split()[0].strip('.,;:"”“')
        between = span.text[last.end : hit.start] + first if last else ","
        sent_on = last is not None and last.topic is Topic.REFOULEMENT and hit.topic in _DANGERS
        if not (_LISTED if sent_on else _BETWEEN).search(between):
            continue
        last = _sent_on(hit, span.text)
        yield last, found.root


def _sent_on(hit: Hit, text: str) -> Hit:
    """Torture or death feared by those sent back or on is refoulement."""
    feared = hit.topic is Topic.ILL_TREATMENT and _FEARED.search(text[hit.start : hit.end])
    return replace(hit, topic=Topic.REFOULEMENT) if feared and _BACK.search(text) else hit


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
    if voice.denied:
        return True
    before = text[max(0, hit.start - 40) : hit.start]
    if voice.backs or (hit.weak and not voice.blames):
        return False
    if _UNSAID.search(before) and not _STILL.search(before + text[hit.start : hit.start + 12]):
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


def _clause(reading: Reading, token: "Token", start: int, end: int) -> tuple[int, int]:
    """The smallest clause around the words, inside what is said."""
    top = token
    blamed = any(head.dep_ == "pcomp" for head in (token, *syntax.climb(token)) if head.i >= start)
    if end - start <= 12 and not blamed:
        return _trimmed(reading, start, end, token)
    for head in (token, *syntax.climb(token)):
        if not start <= head.i < end:
            break
        top = head
        if syntax.is_verb(head) and head.dep_ in (
            "ccomp",
            "advcl",
            "relcl",
            "conj",
            "pcomp",
            "acl",
            "xcomp",
            "ROOT",
            "parataxis",
        ):
            break
    others = [c for c in top.children if c.dep_ in ("conj", "cc") and c.i > token.i and syntax.is_verb(top)]
    low, high = syntax.extent(top, without=others)
    low, high = max(low, start), min(high, end)
    if not low <= token.i < high or high - low > 40:
        low, high = max(start, token.left_edge.i), min(end, token.right_edge.i + 1)
    return _trimmed(reading, low, high, token)


def _trimmed(reading: Reading, low: int, high: int, token: "Token") -> tuple[int, int]:
    """Without the words that only join the clause to what stands before it."""
    doc = reading.doc
    while low < token.i and (
        doc[low].lower_ in _JOINING or (doc[low].is_punct and doc[low].text not in _OPENING)
    ):
        low += 1
    return low, max(high, low + 1)


def _claim(
    reading: Reading,
    directions: Directions,
    voice: Voice,
    topic: Topic,
    token: "Token",
    low: int,
    high: int,
) -> Proposal:
    attribution = (
        spoken(voice.speech, reading.span(low, high))
        if voice.speech is not None
        else Attribution(source=voice.source, name=voice.name, mode=Mode.PARAPHRASE)
    )
    about = _about(reading, directions, topic, low, high)
    resolutions = []
    if voice.name and voice.how and voice.who is not None:
        where = place_of(reading, voice.name, reading.doc[voice.who])
        resolutions.append(
            Resolution(
                slot="attribution",
                value=voice.name,
                how=voice.how,
                span=where or reading.span(voice.who, voice.who + 1),
            )
        )
    return propose(
        reading,
        ConcernClaim,
        f"concern-{topic}",
        token=token,
        start=low,
        end=high,
        refs=[("about", ref) for ref in about],
        resolutions=resolutions,
        attribution=attribution,
        topic=topic,
        about=tuple(sorted({ref.code for ref in about})),
        raised_by=None if voice.denied else voice.name,
        factuality=Factuality.CERTAINLY_NOT if voice.denied else Factuality.CERTAIN,
    )


def _about(reading: Reading, directions: Directions, topic: Topic, low: int, high: int) -> list[Ref]:
    """The countries in the words; else those of the deal, or of them the one where people are sent."""
    inside = [
        Ref(code=p.code, start=p.start, end=p.end, form=p.form)
        for p in reading.places
        if low <= p.start < high
    ]
    if not inside and directions.main is None:
        sent = reading.doc[low].sent
        inside = [
            Ref(code=p.code, start=p.start, end=p.end, how="document context", form=p.form)
            for p in reading.places
            if sent.start <= p.start < sent.end
        ]
    if inside or directions.main is None:
        return list({ref.code: ref for ref in inside}.values())
    sender, receiver = directions.main
    wanted = (receiver,) if topic in _THERE else (sender, receiver)
    return [directions.carriers[code] for code in wanted if code in directions.carriers]
