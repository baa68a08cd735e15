"""From a finding to a proposed claim: evidence, attribution, date, and a record of what was resolved."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Reading, Speech, Time
from kg.extract.refer import Ref
from kg.extract.tokens import Words
from kg.model.claim import Attribution, Claim
from kg.model.codes import Mode, SourceType
from kg.model.text import Span
from kg.model.when import When

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_C = TypeVar("_C", bound=Claim)

EXTRACTOR: Final = "rules/1"
_HEARSAY: Final = frozenset(("reportedly", "allegedly", "purportedly"))
_MARKS: Final = '"“”‘'


def propose(
    reading: Reading,
    kind: type[Claim],
    rule: str,
    *,
    token: "Token",
    start: int,
    end: int,
    refs: Iterable[tuple[str, Ref]] = (),
    attribution: Attribution | None = None,
    when: When | None = None,
    resolutions: Iterable[Resolution] = (),
    **slots: Any,
) -> Proposal:
    """A proposal with evidence from token ``start`` up to ``end``, said by whoever says ``token``.

    Args:
        reading: The text.
        kind: Class of the claim.
        rule: Name of the rule, the part of ``extractor`` behind ``#``.
        token: The word that carries the event.
        start: First token of the evidence.
        end: One past the last.
        refs: Countries by slot, for the record of resolutions.
        attribution: Who says so, where it is known already.
        when: Its date.
        resolutions: Further resolutions.
        **slots: Fields of the claim.
    """
    span = evidence(reading, start, end)
    who = attribution or attribute(reading, token, span)
    recorded = [*resolutions, *(r for slot, ref in refs if (r := resolution(reading, slot, ref, span)))]
    recorded += _sources(reading, token, who, span, recorded)
    claim = kind(
        article=reading.article.key,
        evidence=(span,),
        attribution=who,
        when=when,
        confidence=round(0.9 - 0.1 * min(len(recorded), 3), 2),
        extractor=f"{EXTRACTOR}#{rule}",
        **slots,
    )
    return Proposal(claim=claim, resolutions=tuple(recorded))


def _sources(
    reading: Reading, token: "Token", who: Attribution, span: Span, recorded: list[Resolution]
) -> Iterator[Resolution]:
    """Where the text names a source (and a medium) that the evidence does not name."""
    for name, slot in ((who.name, "attribution"), (who.outlet, "outlet")):
        if name is None or name.casefold() in span.text.casefold() or any(r.value == name for r in recorded):
            continue
        found = place_of(reading, name, token)
        if found is not None:
            yield Resolution(slot=slot, value=name, how="speech", span=found)


def place_of(reading: Reading, name: str, near: "Token") -> Span | None:
    """The words nearest to a token that have a name in full, or None."""
    text, folded = reading.article.text, name.casefold()
    lower = text.casefold()
    if len(lower) != len(text):
        lower, folded = text, name
    found, at = [], lower.find(folded)
    while at >= 0:
        found.append(at)
        at = lower.find(folded, at + 1)
    if not found:
        return None
    start = min(found, key=lambda i: abs(i - near.idx))
    return Span.of(reading.article, start, start + len(name))


def evidence(reading: Reading, start: int, end: int) -> Span:
    """The words, on one line, without final stop or comma."""
    doc = reading.doc
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in (".", ",", ";", ":", "-", "–")):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].text in (",", ";", "-", "–", ".", ":")):
        start += 1
    if "\n" in doc.text_of(start, end):
        end = next(token.i for token in doc[start:end] if "\n" in token.text)
    return reading.span(start, max(end, start + 1))


def resolution(reading: Reading, slot: str, ref: Ref, span: Span) -> Resolution | None:
    """How a country got into a slot, or None where the evidence names it."""
    doc = reading.doc
    carriers = reading.places_of.get(ref.code, [])
    if any(span.start <= doc[p.start].idx and doc[p.end - 1].idx < span.end for p in carriers):
        return None
    how = ref.how if ref.how not in (None, "sent") else "document context"
    if carriers:
        place = min(carriers, key=lambda p: (abs(p.start - ref.start), p.start))
        return Resolution(
            slot=slot,
            value=ref.code,
            how=how or "document context",
            span=reading.span(place.start, place.end),
        )
    return Resolution(slot=slot, value=ref.code, how="office", span=reading.span(ref.start, ref.end))


def attribute(reading: Reading, token: "Token", span: Span) -> Attribution:
    """Who says it: the innermost speech, hearsay, or the narrator."""
    speech = reading.speech_of(token)
    if speech is not None and speech.source is not SourceType.NARRATOR:
        return spoken(speech, span)
    if any(t.lower_ in _HEARSAY and t.sent is token.sent for t in reading.doc.among(_HEARSAY)):
        return Attribution(source=SourceType.UNSPECIFIED, mode=Mode.PARAPHRASE)
    return Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)


def spoken(speech: Speech, span: Span) -> Attribution:
    """The attribution that a speech gives to words in it."""
    quoted = speech.mode is Mode.QUOTE and (
        any(m in span.text for m in _MARKS) or bool(speech.quote and span.text in speech.quote)
    )
    return Attribution(
        source=speech.source,
        name=speech.speaker,
        mode=Mode.QUOTE if quoted else Mode.PARAPHRASE,
        outlet=speech.outlet,
    )


def time_of(reading: Reading, token: "Token", *, also: Iterable["Token"] = ()) -> When | None:
    """The date of an event: of the time words that hang on its verb or noun."""
    targets = {token.i, *(t.i for t in also)}
    for time in reading.times:
        if (
            time.when is not None
            and token.sent.start <= time.start < token.sent.end
            and _host(reading, time) & targets
        ):
            return time.when
    return None


def _host(reading: Reading, time: Time) -> set[int]:
    """The verb or event noun that time words modify, with what shares its clause."""
    doc = reading.doc
    root = Words(doc, time.start, time.end).root
    hosts: set[int] = set()
    token = root
    if root.dep_ in ("nummod", "compound", "amod", "nmod") and root.head.i >= time.end:
        return {root.head.i}  # "the 2016 accord", "Friday's vote"
    while token.head.i != token.i:
        token = token.head
        if token.pos_ == "NOUN" and not hosts:
            hosts.add(token.i)
        if syntax.is_verb(token):
            hosts.add(token.i)
            if not _is_shared(token, root):
                break
    if syntax.is_verb(token) and time.start == token.sent.start:
        # "In May it found that, but barred": a time in front is of all that follows.
        hosts.update(c.i for c in syntax.coordinated(token) if not _has_subject(c))
    return hosts


def _is_shared(verb: "Token", root: "Token") -> bool:
    """Whether the time of a verb is that of the word above it too."""
    above = verb.head
    match verb.dep_:
        case "xcomp":
            return not any(t.i > root.i for t in verb.children if t.dep_ == "mark")
        case "conj":
            return not _has_subject(verb)
        case "acl":  # "in a letter sent on Monday, X calls"
            return above.lemma_.lower() in words("speech.documents")
        case "advcl":  # "speaking on Monday, X said"
            return verb.tag_ in ("VBG", "VBN") and syntax.lemma(verb) in words("times.speaking")
    return False


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def spoken_when(reading: Reading, token: "Token") -> When | None:
    """The date of the saying, for lasting stages in reported speech."""
    speech = reading.speech_of(token)
    return None if speech is None else time_of(reading, reading.doc[speech.cue])
