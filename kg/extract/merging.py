"""Repeats become one claim with more spans: one source's same content, a headline, the narrator's echo."""

from dataclasses import replace
from typing import Final

from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.model.claim import Attribution, Claim, PaymentClaim, StatementClaim, StatusClaim
from kg.model.codes import Kind, Mode, SourceType, Status
from kg.model.text import Span

# A heading says a stage more loosely than the body: it only adds a span there.
_LOOSER: Final = {
    Status.AGREED: (Status.SIGNED, Status.RATIFIED, Status.IN_FORCE),
    Status.SIGNED: (Status.AGREED,),
    Status.FELL_THROUGH: (Status.TERMINATED, Status.RULED_UNLAWFUL, Status.SUSPENDED),
    Status.WILLING: (Status.AGREED, Status.TALKS),
    Status.TALKS: (Status.PROPOSED,),
    Status.SUSPENDED: (Status.FELL_THROUGH,),
    Status.REJECTED: (Status.CONTESTED,),
}


def merge(reading: Reading, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals without repeats, in order of their first words."""
    merged: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: p.claim.spans[0].start):
        same = next((i for i, other in enumerate(merged) if _repeats(other.claim, proposal.claim)), None)
        if same is None:
            merged.append(proposal)
        else:
            merged[same] = _joined(merged[same], proposal)
    merged = _said_below(reading, _headings(reading, _echoes(merged)))
    return sorted(merged, key=lambda p: (p.claim.spans[0].start, p.claim.spans[0].end, p.claim.kind))


def _core(claim: Claim) -> tuple[object, ...]:
    extra = tuple(getattr(claim, name, None) for name in ("payee", "modality", "organisation", "court"))
    return (claim.kind, *(getattr(claim, name) for name in claim.core), *extra)


def _repeats(one: Claim, other: Claim) -> bool:
    if one.kind is not other.kind:
        return False
    if isinstance(one, PaymentClaim) and isinstance(other, PaymentClaim) and one.amount is not None:
        return (one.amount, one.currency, one.per) == (other.amount, other.currency, other.per) and (
            in_same(one, other)
        )
    if isinstance(one, StatementClaim):
        return False
    if one.kind is Kind.OFFICE:
        return _core(one) == _core(other)
    return (
        one.attribution.name == other.attribution.name
        and one.attribution.source == other.attribution.source
        and one.factuality == other.factuality
        and (
            one.when == other.when
            or one.when is None
            or other.when is None
            or one.kind not in (Kind.STATUS, Kind.TRANSFER, Kind.RULING)
        )
        and _core(one) == _core(other)
    )


def in_same(one: PaymentClaim, other: PaymentClaim) -> bool:
    """Whether two mentions of a sum can be one payment: no slot that both fill differs."""
    return all(None in (a, b) or a == b for a, b in ((one.payer, other.payer), (one.payee, other.payee)))


def _joined(first: Proposal, second: Proposal) -> Proposal:
    one, other = first.claim, second.claim
    spans = sorted({*one.spans, *other.spans}, key=lambda s: (s.start, -s.end))
    kept: list[Span] = []
    for span in spans:
        if not any(k.start <= span.start and span.end <= k.end for k in kept):
            kept.append(span)
    claim = replace(one, evidence=tuple(kept), when=one.when or other.when, attribution=_louder(one, other))
    return Proposal(
        claim=claim,
        resolutions=first.resolutions + tuple(r for r in second.resolutions if r not in first.resolutions),
    )


def _louder(one: Claim, other: Claim) -> Attribution:
    """The voice of both together: a quotation as soon as one is, and the source where one has it."""
    if one.attribution.source is SourceType.NARRATOR:
        return other.attribution
    quoted = other.attribution.mode is Mode.QUOTE and other.attribution.name == one.attribution.name
    return other.attribution if quoted else one.attribution


def _echoes(proposals: list[Proposal]) -> list[Proposal]:
    """What the narrator says too is the source's claim, with both spans."""
    kept = list(proposals)
    for proposal in proposals:
        claim = proposal.claim
        if claim.attribution.source is not SourceType.NARRATOR or claim.kind in (
            Kind.OFFICE,
            Kind.RULING,
            Kind.STATEMENT,
            Kind.CONCERN,
        ):
            continue
        source = next(
            (
                i
                for i, p in enumerate(kept)
                if p.claim.attribution.source not in (SourceType.NARRATOR, SourceType.UNSPECIFIED)
                and p.claim.kind is claim.kind
                and _core(p.claim) == _core(claim)
                and (claim.when is None or claim.when == p.claim.when)
            ),
            None,
        )
        if source is not None:
            kept[source] = _joined(kept[source], proposal)
            kept.remove(proposal)
    return kept


def _headings(reading: Reading, proposals: list[Proposal]) -> list[Proposal]:
    """A stage in a heading that the body tells more exactly is a span of the body's claim."""
    kept = list(proposals)
    for proposal in proposals:
        claim = proposal.claim
        if not isinstance(claim, StatusClaim) or not all(in_heading(reading, span) for span in claim.spans):
            continue
        for status in _LOOSER.get(claim.status, ()):
            body = next(
                (
                    i
                    for i, p in enumerate(kept)
                    if isinstance(p.claim, StatusClaim)
                    and p.claim.status is status
                    and _parties(p.claim) == _parties(claim)
                ),
                None,
            )
            if body is not None and kept[body] is not proposal:
                kept[body] = _joined(kept[body], proposal)
                kept.remove(proposal)
                break
    return kept


def _said_below(reading: Reading, proposals: list[Proposal]) -> list[Proposal]:
    """What somebody says in a heading is a span of what the body lets the same speaker say most like it."""
    kept = list(proposals)
    for proposal in proposals:
        claim = proposal.claim
        if not isinstance(claim, StatementClaim):
            continue
        if not all(in_heading(reading, span) for span in claim.spans):
            continue
        below = [
            (_shared(claim, p.claim), -i)
            for i, p in enumerate(kept)
            if isinstance(p.claim, StatementClaim)
            and p.claim.spans[0].start > claim.spans[-1].end
            and not in_heading(reading, p.claim.spans[0])
            and (p.claim.speaker == claim.speaker or _echoed(claim, p.claim))
        ]
        if not below and _nobody(reading, claim) and any(_in_body(reading, p.claim) for p in kept):
            kept.remove(proposal)  # "Uganda says it will take deportees": whoever says so in the body
        elif below:
            body = -max(below)[1]
            kept[body] = _joined(kept[body], proposal)
            kept.remove(proposal)
    return kept


def _in_body(reading: Reading, claim: Claim) -> bool:
    return isinstance(claim, StatementClaim) and not all(in_heading(reading, span) for span in claim.spans)


def _nobody(reading: Reading, claim: StatementClaim) -> bool:
    """Whether a heading lets a country, or somebody without a name, speak."""
    places = {reading.doc.text_of(p.start, p.end) for p in reading.places}
    unnamed = claim.attribution.source in (SourceType.ANONYMOUS, SourceType.COLLECTIVE)
    return unnamed or claim.speaker in places or claim.speaker.islower()


def _echoed(heading: StatementClaim, body: StatementClaim) -> bool:
    """Whether a country's words in a heading are its officials' in the body: most words come again."""
    official = body.attribution.source is not SourceType.PERSON
    return official and set(heading.about) <= set(body.about) and _shared(heading, body) > 0.5


def _shared(heading: StatementClaim, body: StatementClaim) -> float:
    """Share of a heading's longer words that come again in the body, by their first letters."""
    short = {word[:5] for word in heading.spans[0].text.lower().split() if len(word) > 3}
    long = {word[:5] for word in body.spans[0].text.lower().split()}
    return len(short & long) / (len(short) or 1)


def _parties(claim: StatusClaim) -> frozenset[str]:
    return frozenset((*claim.sending, *claim.receiving, *claim.parties))


def in_heading(reading: Reading, span: Span) -> bool:
    """Whether words stand on a line of their own without a final stop."""
    text = reading.article.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    return not line.endswith((".", "!", "?", '"', "”")) and len(line) < 140
