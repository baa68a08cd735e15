"""Risks and wrongs somebody sees in a deal, a transfer or a country, by topic."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.drafting import attribute, propose, spoken
from kg.extract.lexicon import words
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading, Speech
from kg.model.claim import Attribution, ConcernClaim
from kg.model.codes import Factuality, Mode, SourceType, Stance, Topic

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOPICS: Final = tuple(Topic)
_CRITICAL: Final = frozenset((Stance.WARNS, Stance.CRITICISES))


def find_concerns(reading: Reading) -> Iterator[Proposal]:
    """Concern claims: in what critics say, and behind nouns such as "concerns" and "scrutiny"."""
    for speech in reading.speeches:
        if speech.source is SourceType.NARRATOR:
            continue
        for start, end in speech.content:
            yield from _in_speech(reading, speech, start, end)
    yield from _unspoken(reading)


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


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Topic, "re.Pattern[str]"], ...]:
    return tuple(
        (topic, re.compile(rf"\b(?:{'|'.join(sorted(words(f'concerns.{topic}')))})", re.I))
        for topic in _TOPICS
    )


def _topics(text: str) -> list[tuple[Topic, int, int]]:
    """Topics that words name, with the first place of each; a broader topic yields to one at the same place."""
    found: list[tuple[Topic, int, int]] = []
    for topic, pattern in _patterns():
        match = pattern.search(text)
        if match is None:
            continue
        if any(not (match.end() <= a or b <= match.start()) for _, a, b in found):
            continue
        found.append((topic, match.start(), match.end()))
    return sorted(found, key=lambda f: f[1])


def _in_speech(reading: Reading, speech: Speech, start: int, end: int) -> Iterator[Proposal]:
    doc = reading.doc
    span = reading.span(start, end)
    cue = doc[speech.cue]
    denied = syntax.keys(cue) & {"deny", "refute", "dispute", "reject", "dismiss", "rebut"}
    topics = _topics(span.text)
    if not topics and (syntax.keys(cue) & words("concerns.warning")) and not denied:
        # A danger of no topic of our list is still a danger.
        yield _claim(
            reading,
            Topic.OTHER,
            cue,
            start,
            end,
            spoken(speech, span),
            raised_by=speech.speaker,
            denied=False,
        )
    if not topics:
        return
    supporter = speech.stance in (Stance.SUPPORTS,) or bool(
        syntax.keys(cue) & {"welcome", "hail", "praise", "defend", "assure", "pledge", "promise"}
    )
    last: tuple[int, int, int] | None = None
    for topic, a, b in topics:
        if not denied and (supporter or _rebutted(span.text, a) or not _grave(speech, topic, span.text)):
            continue
        found = doc.char_span(span.start + a, span.start + b, alignment_mode="expand")
        if found is None:
            continue
        low, high = _clause(reading, found.root, start, end)
        if (
            last is not None
            and last[:2] == (low, high)
            and not re.search(
                r",|\b(?:and|or|but|because|as|while|where|when|after)\b", span.text[last[2] : a]
            )
        ):
            continue
        last = (low, high, b)
        attribution = spoken(speech, reading.span(low, high))
        yield _claim(
            reading,
            topic,
            found.root,
            low,
            high,
            attribution,
            raised_by=None if denied else speech.speaker,
            denied=bool(denied),
        )


def _grave(speech: Speech, topic: Topic, text: str) -> bool:
    """Whether the words blame or warn: neutral reporting of a topic is no concern of the speaker's."""
    if speech.stance in _CRITICAL:
        return True
    return not (
        topic in (Topic.OTHER, Topic.COST, Topic.EFFECTIVENESS, Topic.SOVEREIGNTY, Topic.SECRECY)
        and speech.country is not None
        and speech.source is SourceType.ORGANISATION
    )


_REBUTTALS: Final = re.compile(
    r"\b(?:not|no|never|n't|without|respect|comply|complies|compliant|in line|safe from|protect\w*|prevent\w*|ensure\w*|avoid\w*)\b[^.;]{0,25}$",
    re.I,
)


def _rebutted(text: str, at: int) -> bool:
    """ "would not breach the law": the speaker says that it is not so."""
    before = text[max(0, at - 40) : at]
    match = _REBUTTALS.search(before)
    return match is not None and not re.search(
        r"\b(?:should|could|can|must) not\b|cannot|n't have|no legal|not been", before + text[at : at + 12]
    )


def _clause(reading: Reading, token: "Token", start: int, end: int) -> tuple[int, int]:
    """The smallest clause around the words, inside what is said."""
    top = token
    for head in (token, *syntax.climb(token)):
        if not start <= head.i < end:
            break
        top = head
        if (
            syntax.is_verb(head)
            and head.dep_ in ("ccomp", "advcl", "relcl", "conj", "pcomp", "acl", "xcomp")
            and head.i != token.i
        ):
            break
    low, high = syntax.extent(top)
    low, high = max(low, start), min(high, end)
    if not low <= token.i < high or high - low > 40:
        return max(start, token.left_edge.i), min(end, token.right_edge.i + 1)
    return low, max(high, low + 1)


def _unspoken(reading: Reading) -> Iterator[Proposal]:
    """ "has faced scrutiny for", "concerns that", "amid fears of": nobody is named."""
    doc = reading.doc
    done: set[tuple[int, Topic]] = set()
    for token in doc:
        if (
            token.pos_ != "NOUN"
            or token.lemma_.lower() not in words("concerns.cues")
            or any(
                s.start <= token.i < s.end and s.speaker
                for s in reading.speeches
                if s.holds(token.i) or s.cue == token.head.i
            )
        ):
            continue
        sent = token.sent
        limit = next(
            (t.i for t in doc[token.i + 1 : sent.end] if t.text in (",", ";") and t.i > token.i + 4), sent.end
        )
        scope = (token.left_edge.i, min(limit, token.i + 25))
        lodged = token.lemma_.lower() == "challenge"
        text = reading.span(*scope).text
        for topic, _, _ in _topics(text):
            if (sent.start, topic) in done or (lodged and topic is not Topic.LEGALITY):
                continue
            done.add((sent.start, topic))
            head = token.head
            low = min(
                scope[0],
                head.i
                if syntax.is_verb(head) and head.i > token.i - 4 and head.i >= sent.start
                else scope[0],
            )
            raised = _raiser(reading, token) if lodged else None
            attribution = (
                Attribution(source=SourceType.COLLECTIVE, name=raised, mode=Mode.PARAPHRASE)
                if raised
                else (
                    Attribution(source=SourceType.UNSPECIFIED, mode=Mode.PARAPHRASE)
                    if not lodged
                    else attribute(reading, token, reading.span(low, scope[1]))
                )
            )
            yield _claim(reading, topic, token, low, scope[1], attribution, raised_by=raised, denied=False)


def _raiser(reading: Reading, noun: "Token") -> str | None:
    """Who lodged a challenge: the subject of its verb."""
    who = syntax.subject(noun.head) if syntax.is_verb(noun.head) else None
    if who is None or syntax.passive(noun.head):
        return None
    return who.text if who.tag_ in ("NNS", "NNPS") else None


def _claim(
    reading: Reading,
    topic: Topic,
    token: "Token",
    low: int,
    high: int,
    attribution: Attribution,
    *,
    raised_by: str | None,
    denied: bool,
) -> Proposal:
    inside = sorted({p.code for p in reading.places if low <= p.start < high})
    about = tuple(inside)
    return propose(
        reading,
        ConcernClaim,
        f"concern-{topic}",
        token=token,
        start=low,
        end=high,
        attribution=attribution,
        topic=topic,
        about=about,
        raised_by=raised_by,
        factuality=Factuality.CERTAINLY_NOT if denied else Factuality.CERTAIN,
    )
