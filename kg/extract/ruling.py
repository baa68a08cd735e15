"""What courts decide: unlawful, lawful, blocked, allowed, sent on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.courts import is_court
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.lexicon import words
from kg.extract.phrases import phrase
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.model.claim import RulingClaim, StatusClaim
from kg.model.codes import Factuality, Outcome, Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_rulings(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """Ruling claims, and the status of a deal that a court held unlawful."""
    seen: set[int] = set()
    for sentence in reading.doc.sents:
        for token in sentence:
            if not is_court(token):
                continue
            titled = (
                token.dep_ == "compound"
                and token.head.pos_ == "PROPN"
                and token.lemma_.lower() in ("judge", "justice", "magistrate")
            )
            if token.dep_ == "compound" and not titled:
                continue
            verb = _decision(token.head if titled else token)
            if verb is not None and verb.i not in seen:
                outcome = _outcome(verb)
                if outcome is not None:
                    seen.add(verb.i)
                    yield from _claims(reading, token, verb, outcome, directions)
            elif (noun := _noun(token)) is not None and noun.i not in seen:
                seen.add(noun.i)
                yield from _named(reading, token, noun)


def court_of(token: "Token") -> "Token | None":
    """The court or judge that a noun phrase names, or None."""
    if is_court(token):
        return token
    return syntax.first(c for c in token.children if c.dep_ in ("compound", "appos") and is_court(c))


def _decision(court: "Token") -> "Token | None":
    """The verb by which a court decides: active, passive with "by", or over a participle."""
    head = court.head
    if court.dep_ in ("nsubj",) and syntax.is_verb(head):
        verb = head
    elif court.dep_ == "pobj" and head.lower_ == "by" and syntax.is_verb(head.head):
        verb = head.head
    elif court.dep_ == "conj" and court.head.dep_ == "nsubj":
        verb = court.head.head
    else:
        return None
    return (
        verb
        if not syntax.negated(verb)
        and not syntax.modals(verb) & {"could", "may", "might", "would", "will", "can", "should"}
        else None
    )


def _outcome(verb: "Token") -> Outcome | None:
    """The outcome as worded, or None where the verb decides nothing."""
    keys, lemma = syntax.keys(verb), syntax.lemma(verb)
    fronted = [t for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i for t in c.subtree]
    tail = [*fronted, *(t for t in verb.subtree if t.i > verb.i)]
    here = {t.lower_ for t in tail[:25]} | {t.lemma_.lower() for t in tail[:25]}
    negated = any(t.lower_ in ("not", "n't", "no", "nor") for t in tail[:14])
    challenge = here & {
        "challenge",
        "appeal",
        "bid",
        "petition",
        "injunction",
        "ban",
        "lawsuit",
        "claim",
        "case",
        "request",
    }
    if keys & words("courts.remitted") and here & {"court", "case", "question", "matter", "luxembourg"}:
        return Outcome.REMITTED
    if lemma in ("refuse", "decline") and here & {
        "halt",
        "block",
        "stop",
        "suspend",
        "freeze",
        "prevent",
        "intervene",
        "grant",
        "bar",
    }:
        return Outcome.ALLOWED
    if lemma in ("dismiss", "throw", "reject") and here & {"complaint", "case"}:
        return Outcome.DISMISSED
    if lemma in ("dismiss", "reject", "refuse", "throw") and challenge:
        return Outcome.ALLOWED
    if lemma in ("lift", "overturn", "reverse", "quash", "stay", "suspend", "vacate", "dissolve") and here & {
        "injunction",
        "ban",
        "order",
        "block",
        "ruling",
        "restriction",
    }:
        return Outcome.ALLOWED
    if lemma in (
        "block",
        "halt",
        "stop",
        "bar",
        "suspend",
        "freeze",
        "prevent",
        "forbid",
        "prohibit",
        "ground",
        "pause",
        "enjoin",
        "stay",
    ):
        return Outcome.BLOCKED
    if keys & {"strike down", "strike", "annul", "quash", "invalidate", "void"} or lemma == "invalidate":
        return Outcome.UNLAWFUL
    if lemma in ("allow", "permit", "clear", "approve", "authorise", "authorize", "let", "pave"):
        return Outcome.ALLOWED
    if lemma == "uphold":
        return (
            Outcome.UNLAWFUL
            if here & {"unlawful", "illegal"}
            else Outcome.BLOCKED
            if here & {"injunction", "block", "ban", "suspension"}
            else Outcome.LAWFUL
        )
    if lemma == "order" and here & {"end", "close", "release", "free", "halt", "stop", "suspend", "cease"}:
        return Outcome.BLOCKED
    if (
        lemma in ("rule", "hold", "find", "decide")
        and here & {"free", "entitled"}
        and not here & words("courts.unlawful")
    ):
        return Outcome.ALLOWED if "free" in here else Outcome.LAWFUL
    if lemma in ("issue", "grant", "impose") and here & {
        "injunction",
        "restraining",
        "stay",
        "interdict",
        "conservatory",
        "interim",
    }:
        return Outcome.BLOCKED
    if not keys & words("courts.decide") or lemma == "say":
        return None
    if here & words("courts.unlawful"):
        return Outcome.LAWFUL if _denied(tail, words("courts.unlawful")) else Outcome.UNLAWFUL
    if here & words("courts.lawful") and lemma != "reject":
        return Outcome.UNLAWFUL if _denied(tail, words("courts.lawful")) else Outcome.LAWFUL
    if here & {"block", "halt", "stop", "suspend", "freeze", "release", "return"} and lemma in (
        "order",
        "rule",
        "decide",
    ):
        return Outcome.BLOCKED if here & {"block", "halt", "stop", "suspend", "freeze"} else Outcome.OTHER
    if here & {"can", "could", "may", "allow", "permit"} and lemma in (
        "rule",
        "decide",
        "find",
        "hold",
        "determine",
    ):
        return Outcome.BLOCKED if negated else Outcome.ALLOWED
    if lemma in ("rule", "order"):
        return Outcome.BLOCKED if here & {"against"} and not here & {"government"} else Outcome.OTHER
    return Outcome.UNLAWFUL if lemma in ("find", "hold", "decide", "rule") and here & {"unsafe"} else None


def _denied(tail: "list[Token]", wanted: frozenset[str]) -> bool:
    """Whether one of some words has a negation right before it."""
    at = next((n for n, t in enumerate(tail) if t.lower_ in wanted or t.lemma_.lower() in wanted), 0)
    return any(t.lower_ in ("not", "n't", "never", "no") for t in tail[max(0, at - 3) : at])


def _noun(court: "Token") -> "Token | None":
    """ "a European Court of Justice judgment of 4 October", "a ruling by the High Court": a decision named, no result."""
    head = court.head
    for _ in range(3):
        if (
            head.lemma_.lower() in ("ruling", "judgment", "judgement", "verdict", "injunction")
            and head.pos_ == "NOUN"
        ):
            return head
        if head.pos_ not in ("NOUN", "PROPN", "ADP", "PART") or head.head.i == head.i:
            break
        head = head.head
    return None


def _court_name(reading: Reading, court: "Token") -> str:
    start, end = phrase(court)
    doc = reading.doc
    while start < court.i and doc[start].lower_ in ("the", "a", "an", "its", "that"):
        start += 1
    return reading.span(start, end).text


def _about_deal(reading: Reading, verb: "Token") -> bool:
    """Whether the decision bears on people or the deal of the text, not on law at large."""
    subtree = list(verb.subtree)
    marks = {"their", "them", "the", "this", "policy", "plan", "scheme", "deal", "agreement"}
    nouns = {t.lemma_.lower() for t in subtree if t.i > verb.i}
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in words("deals.paper"):
        return True
    named = any(t.i in reading.place_at for t in subtree if t.i > verb.i)
    return (
        named
        or any(t.lower_ in ("their", "them", "they") for t in subtree)
        or (bool(nouns & words("deals.paper")) and bool(marks))
    )


def _claims(
    reading: Reading, court: "Token", verb: "Token", outcome: Outcome, directions: Directions
) -> Iterator[Proposal]:
    first = min(phrase(court)[0], verb.i)
    passive_subject = syntax.subject(verb) if syntax.passive(verb) else None
    start = min(
        first,
        passive_subject.left_edge.i
        if passive_subject is not None and passive_subject.i >= verb.sent.start
        else first,
    )
    end = max(t.i for t in verb.subtree if not t.is_space) + 1
    end = min(end, start + 45)
    main = directions.main if _about_deal(reading, verb) or passive_subject is not None else None
    refs = []
    if main is not None:
        for slot, code in (("sending", main[0]), ("receiving", main[1])):
            carrier = directions.carriers.get(code)
            if carrier is not None:
                refs.append((slot, Ref(code=code, start=carrier.start, end=carrier.end, how="document deal")))
    both_ways = main is not None and frozenset(main) in directions.swaps
    sending = tuple(r.code for slot, r in refs if slot == "sending")
    receiving = tuple(r.code for slot, r in refs if slot == "receiving")
    when = time_of(reading, verb, also=[court])
    yield propose(
        reading,
        RulingClaim,
        "ruling-verb",
        token=verb,
        start=start,
        end=end,
        refs=refs,
        when=when,
        outcome=outcome,
        court=_court_name(reading, court),
        sending=sending,
        receiving=receiving,
    )
    nouns = (
        {t.lemma_.lower() for t in verb.subtree}
        | ({verb.head.lemma_.lower()} if verb.dep_ == "relcl" else set())
        | ({passive_subject.lemma_.lower()} if passive_subject is not None else set())
    )
    if (
        outcome is Outcome.UNLAWFUL
        and sending
        and receiving
        and nouns
        & (words("deals.paper") | words("movement.move-nouns") | {"detention", "use", "country", "removal"})
    ):
        yield propose(
            reading,
            StatusClaim,
            "status-ruled-unlawful",
            token=verb,
            start=start,
            end=end,
            refs=[("parties", r) for _, r in refs] if both_ways else refs,
            when=when,
            status=Status.RULED_UNLAWFUL,
            sending=() if both_ways else sending,
            receiving=() if both_ways else receiving,
            parties=tuple(sorted((*sending, *receiving))) if both_ways else (),
            factuality=Factuality.CERTAIN,
        )


def _named(reading: Reading, court: "Token", noun: "Token") -> Iterator[Proposal]:
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    outcome = Outcome.BLOCKED if noun.lemma_.lower() == "injunction" else Outcome.OTHER
    yield propose(
        reading,
        RulingClaim,
        "ruling-noun",
        token=noun,
        start=min(start, court.i),
        end=min(end, noun.i + 12),
        when=time_of(reading, noun),
        outcome=outcome,
        court=_court_name(reading, court),
    )
