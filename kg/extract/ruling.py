"""What courts decide: unlawful, lawful, blocked, allowed, sent on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.courts import is_court
from kg.extract.decisions import Decision, find_decisions
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.lexicon import words
from kg.extract.phrases import phrase
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.model.claim import RulingClaim, StatusClaim
from kg.model.codes import Factuality, Outcome, Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def find_rulings(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """Ruling claims, and the status of a deal that a court held unlawful."""
    found = list(find_decisions(reading))
    bodies = [d for d in found if not _in_heading(reading, d)]
    for decision in found:
        again = _told_before if decision in bodies else _told_below
        told = again(reading, decision, bodies)
        told = told or decision
        named = _named_court(reading, told)
        yield from _claims(reading, replace(decision, outcome=told.outcome), named, directions, told)


def _in_heading(reading: Reading, decision: Decision) -> bool:
    """Whether the words stand on a line of their own without a final stop."""
    sentence = decision.head.sent
    text = reading.article.text
    start = text.rfind("\n", 0, decision.head.idx) + 1
    end = text.find("\n", decision.head.idx)
    line = text[start : end if end >= 0 else len(text)].strip()
    return (
        not line.endswith((".", "!", "?", '"', "”")) and len(line) < 140 and sentence.start <= decision.head.i
    )


def _told_below(reading: Reading, heading: Decision, bodies: list[Decision]) -> Decision | None:
    """The decision that a heading tells more loosely: the first of the same outcome, else the first."""
    same = [d for d in bodies if d.outcome is heading.outcome]
    if not same and heading.outcome in (Outcome.OTHER, Outcome.BLOCKED):
        same = bodies
    name = _named_court(reading, heading)[0]
    named = [d for d in same if _named_court(reading, d)[0].endswith(name)]
    return next(iter(named or same), None)


def _told_before(reading: Reading, decision: Decision, bodies: list[Decision]) -> Decision | None:
    """The decision of a court that "Justice X issued orders" tells again: its judge's, to the same end."""
    if decision.court.dep_ != "compound":
        return None
    return next((d for d in bodies if d.end <= decision.start and d.outcome is decision.outcome), None)


def _named_court(reading: Reading, decision: Decision) -> tuple[str, int, int]:
    """Name and words of the court; "the court" stands for the last one named before."""
    start, end = _court_words(reading, decision.court)
    doc = reading.doc
    pointing = (start > 0 and doc[start - 1].lower_ in ("the", "that", "this", "its")) or doc[
        start
    ].pos_ == "NUM"
    bare = [t for t in doc[start:end] if t.pos_ not in ("NUM", "DET") and t.lower_ not in ("that", "this")]
    if (
        pointing
        and len(bare) == 1
        and bare[0].lemma_.lower() in words("courts.generic")
        and bare[0].text.islower()
    ):
        for token in reversed(list(doc[:start])):
            if is_court(token) and token.dep_ != "compound":
                low, high = _court_words(reading, token)
                if any(t.pos_ == "PROPN" for t in doc[low:high]):
                    return reading.span(low, high).text, low, high
    return reading.span(start, end).text, start, end


def _court_words(reading: Reading, court: "Token") -> tuple[int, int]:
    head = court
    while head.dep_ == "compound" and head.head.pos_ == "PROPN":
        head = head.head
    start, end = phrase(head)
    doc = reading.doc
    while start < court.i and (
        doc[start].lower_ in ("the", "a", "an", "its", "that", "one") or doc[start].pos_ == "NUM"
    ):
        start += 1
    owner = start
    while owner < court.i and (owner in reading.place_at or doc[owner].tag_ == "POS"):
        owner += 1
    if start < owner and doc[owner].text[0].isupper():
        start = owner
    return start, max(end, court.i + 1)


def _about_deal(reading: Reading, decision: Decision, main: tuple[str, str]) -> bool:
    """Whether the decision bears on people or the deal of the text, not on law at large or another pair."""
    doc = reading.doc
    words_in = doc[decision.start : decision.end]
    codes = {reading.place_at[t.i].code for t in words_in if t.i in reading.place_at}
    if codes and not codes & set(main):
        return False
    lemmas = {t.lemma_.lower() for t in words_in}
    if decision.head.dep_ == "relcl":
        lemmas.add(decision.head.head.lemma_.lower())
    return bool(
        codes
        or {t.lower_ for t in words_in}
        & {"their", "them", "they", "it", "order", "flight", "flights", "group"}
        or lemmas & words("deals.paper", "movement.move-nouns", "movement.people")
    )


def _carrier(reading: Reading, directions: Directions, code: str) -> tuple[int, int] | None:
    """Words of the text that stand for a country."""
    ref = directions.carriers.get(code)
    if ref is not None:
        return ref.start, ref.end
    place = next((p for p in (*reading.places, *reading.leaders) if p.code == code), None)
    return (place.start, place.end) if place is not None else None


def _claims(
    reading: Reading,
    decision: Decision,
    named: tuple[str, int, int],
    directions: Directions,
    told: Decision,
) -> Iterator[Proposal]:
    court, low, high = named
    host = _host(reading, low, high)
    main = directions.main
    if host is not None and main is not None and host not in main and directions.receivers[host]:
        main = (sender, host) if (sender := directions.sender_to(host)) not in (None, host) else main
    refs: list[tuple[str, Ref]] = []
    if main is not None and (_about_deal(reading, decision, main) or _about_deal(reading, told, main)):
        for slot, code in (("sending", main[0]), ("receiving", main[1])):
            carrier = _carrier(reading, directions, code)
            if carrier is not None:
                refs.append((slot, Ref(code=code, start=carrier[0], end=carrier[1], how="document deal")))
    sending = tuple(r.code for slot, r in refs if slot == "sending")
    receiving = tuple(r.code for slot, r in refs if slot == "receiving")
    when = time_of(reading, decision.head, also=[decision.court])
    inside = decision.start <= low and high <= decision.end
    resolutions = (
        []
        if inside
        else [Resolution(slot="court", value=court, how="coreference", span=reading.span(low, high))]
    )
    yield propose(
        reading,
        RulingClaim,
        f"ruling-{decision.rule}",
        token=decision.head,
        start=decision.start,
        end=decision.end,
        refs=refs,
        resolutions=resolutions,
        when=when,
        outcome=decision.outcome,
        court=court,
        sending=sending,
        receiving=receiving,
    )
    own = host is not None and host in receiving
    if (
        decision.outcome is Outcome.UNLAWFUL
        and sending
        and receiving
        and _of_the_deal(reading, decision, own)
    ):
        both_ways = frozenset((*sending, *receiving)) in directions.swaps
        yield propose(
            reading,
            StatusClaim,
            "status-ruled-unlawful",
            token=decision.head,
            start=decision.start,
            end=decision.end,
            refs=[("parties", r) for _, r in refs] if both_ways else refs,
            when=when,
            status=Status.RULED_UNLAWFUL,
            sending=() if both_ways else sending,
            receiving=() if both_ways else receiving,
            parties=tuple(sorted((*sending, *receiving))) if both_ways else (),
            factuality=Factuality.CERTAIN,
        )


def _host(reading: Reading, low: int, high: int) -> str | None:
    """As in "Fiji's Supreme Court": the country of a court, where it is one that takes people in."""
    places = (reading.place_at[i] for i in range(max(low - 3, 0), high) if i in reading.place_at)
    return next((p.code for p in places if p.code not in words("deals.usual-senders")), None)


def _of_the_deal(reading: Reading, decision: Decision, by_host: bool) -> bool:
    """Whether a scheme or its use was held unlawful; detention only by a host, or in a place named."""
    inside = decision.head.doc[decision.start : decision.end]
    if any(t.lower_ in ("his", "her") for t in inside):
        return False  # one person's case
    nouns = {t.lemma_.lower() for t in inside}
    if decision.head.dep_ == "relcl":
        nouns.add(decision.head.head.lemma_.lower())
    practised = any(
        t.tag_ == "VBG" and t.dep_ == "csubj" and t.lemma_.lower() in words("movement.send") for t in inside
    )  # "that sending people to Chad breached the law", not that a ship handed some over
    kept = any(
        t.lemma_.lower() in words("courts.kept-in")
        and not (t.lemma_.lower() == "hold" and any(c.dep_ == "ccomp" for c in t.children))
        for t in inside
    )  # people, not "held that"
    if practised or ((kept or nouns & words("movement.sites")) and decision.head.lemma_.lower() != "order"):
        return by_host or any(t.i in reading.place_at or t.lower_ == "there" for t in inside)
    return bool(nouns & (words("deals.paper", "movement.move-nouns") | {"use", "country", "removal"}))
