"""Risks and wrongs somebody sees in a deal, a transfer or a country, by topic."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.concern_cases import cases
from kg.extract.concern_denials import denials
from kg.extract.concern_hits import hits
from kg.extract.concern_voices import voices
from kg.extract.direction import Directions
from kg.extract.drafting import place_of, propose, spoken
from kg.extract.merging import in_heading
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.voice import Voice
from kg.model.claim import Attribution, ConcernClaim
from kg.model.codes import Factuality, Mode, Topic

if TYPE_CHECKING:
    from kg.extract.tokens import Token

# Wrongs that befall people where they are kept or sent, against those in the deal as such.
_THERE: Final = frozenset(
    (
        *(Topic.DETENTION_CONDITIONS, Topic.ILL_TREATMENT, Topic.ACCESS_TO_COUNSEL),
        *(Topic.UNSAFE_COUNTRY, Topic.REFOULEMENT, Topic.HUMAN_RIGHTS_RECORD),
    )
)
_JOINING: Final = frozenset(("that", "of", "as", "for", "about", "over", "and", "but", "adding", "saying"))
_OPENING: Final = frozenset(("“", '"', "(", "‘"))


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
    heard = list(voices(reading))
    found = [(voice, part, list(hits(reading, voice, *part))) for voice in heard for part in voice.content]
    reasoned = {
        id(voice.speech)
        for voice, _, told in found
        if voice.speech and voice.cue != voice.speech.cue and any(hit.outright for hit, _ in told)
    }
    for voice, (start, end), told in found:
        for hit, token in told:
            # "condemned the treatment of X, saying that": what follows says what is meant
            first = voice.speech is not None and voice.cue == voice.speech.cue
            if not hit.outright and first and id(voice.speech) in reasoned:
                continue
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
