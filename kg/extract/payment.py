"""Money tied to a deal: how much, who pays whom, and whether it was paid."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, numbers, syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, time_of
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.payment_vague import vague_sum, vague_words
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.refer import Ref, countries_of
from kg.extract.sums import Sum, sums_of
from kg.model.claim import PaymentClaim
from kg.model.codes import Factuality, PaymentModality, Per

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_HEADS: Final = (
    "person|head|migrant|deportee|asylum seeker|individual|refugee|capita|transferee|case|prisoner|inmate"
    "|detainee|returnee|arrival|evacuee|applicant|claimant|convict|national|person (?:sent|taken|transferred)"
)
_UNITS: Final = ("m", "mn", "bn", "tn", "k")  # "£5m": read as verbs at times
_PER_HEAD: Final = re.compile(
    rf"\s*(?:for\s+|to\s+(?:take|accept)\s+)?(?:each|every|per|a)\s+(?:{_HEADS})\b|\s+(?:each|apiece)\b",
    re.IGNORECASE,
)


def find_payments(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """Payment claims of a text: sums with a number, then sums that name none."""
    for found in sums_of(reading):
        span = found.span
        if found.bare and any(t.lemma_.lower() in words("movement.people") for t in span.root.subtree):
            continue
        yield _claim(reading, span.root, span.start, span.end, directions, found=found)
    for token in reading.doc.among(vague_words()):
        if (vague := vague_sum(reading, token)) is not None:
            start, end, rule = vague
            if not any(start <= i < end and reading.doc[i].ent_type_ == "MONEY" for i in range(start, end)):
                yield _claim(reading, token, start, end, directions, rule=rule)


def _claim(
    reading: Reading,
    token: "Token",
    start: int,
    end: int,
    directions: Directions,
    *,
    found: Sum | None = None,
    rule: str = "payment-amount",
) -> Proposal:
    text = reading.article.text
    verb = _verb(token)
    payer, payee = _parties(reading, token, verb, directions)
    modality, factuality = _modality(reading, token, verb)
    low, high = start, end
    said = verb is not None and verb.lemma_.lower() in words("speech.say")
    if verb is not None and not said and verb.sent.start == token.sent.start and abs(verb.i - token.i) < 12:
        low, high = min(low, verb.i), max(high, verb.i + 1)
        for ref in (payer, payee):
            if (
                ref is not None
                and token.sent.start <= ref.start < token.sent.end
                and abs(ref.start - verb.i) < 6
            ):
                low, high = min(low, ref.start), max(high, ref.end)
    per = None
    if found is not None:
        per = (
            Per.PERSON
            if _PER_HEAD.match(text, found.end) or text[found.end : found.end + 12].startswith(" for each")
            else numbers.rate_after(text, found.end)
        )
    refs = [(slot, ref) for slot, ref in (("payer", payer), ("payee", payee)) if ref is not None]
    return propose(
        reading,
        PaymentClaim,
        rule,
        token=token,
        start=low,
        end=high,
        refs=refs,
        amount=found.amount if found else None,
        currency=found.currency if found else None,
        payer=payer.code if payer else None,
        payee=payee.code if payee and per is not Per.PERSON else None,
        qualifier=numbers.qualifier_before(text, found.start) if found and found.amount is not None else None,
        modality=modality,
        factuality=factuality,
        per=per,
        when=time_of(reading, verb) if verb is not None and _pays(verb) else None,
    )


def _pays(verb: "Token") -> bool:
    return bool(syntax.keys(verb) & words("money.pay", "money.get"))


def _verb(token: "Token") -> "Token | None":
    """The paying verb that a sum hangs on, else the nearest verb above it."""
    above = [h for h in (token, *syntax.climb(token)) if syntax.is_verb(h) and h.lower_ not in _UNITS]
    for head in above[:1] if above[:1] == [token] else above:
        if syntax.keys(head) & words("money.pay", "money.get"):
            return head
    return above[0] if above else None


def _parties(
    reading: Reading, token: "Token", verb: "Token | None", directions: Directions
) -> tuple[Ref | None, Ref | None]:
    payer = payee = None
    if verb is not None:
        keys = syntax.keys(verb)
        subject = syntax.subject(verb)
        actors = countries_of(reading, subject) if subject is not None else []
        passive = syntax.passive(verb)
        others = [r for o in syntax.prepositional(verb, "to") for r in countries_of(reading, o)]
        others += [r for c in verb.children if c.dep_ in ("dative", "dobj") for r in countries_of(reading, c)]
        others += [r for o in syntax.prepositional(token, "to", "for") for r in countries_of(reading, o)]
        if passive and keys & words("money.pay"):
            by = [r for a in syntax.agents(verb) for r in countries_of(reading, a)]
            payer = syntax_first(by)
            payee = syntax_first(others) or (
                syntax_first(actors) if subject is not None and subject.i != token.i else None
            )
        elif keys & words("money.get") and not passive:
            payee = syntax_first(actors)
            payer = syntax_first(
                r for o in syntax.prepositional(verb, "from") for r in countries_of(reading, o)
            )
        elif keys & words("money.pay"):
            payer, payee = (
                syntax_first(actors),
                syntax_first(r for r in others if r.code not in {a.code for a in actors}),
            )
        elif actors and directions.senders[actors[0].code] > directions.receivers[actors[0].code]:
            payer = actors[0]
        elif actors:
            payee = actors[0]
    if payee is not None and payer is None:
        code = directions.sender_to(payee.code)
        payer = _carried(directions, code) if code != payee.code else None
    if payer is None and payee is None and directions.main is not None:
        payer = _carried(directions, directions.main[0])
    return payer, payee


def syntax_first(refs: "Iterator[Ref] | list[Ref]") -> Ref | None:
    """The first country, if any."""
    return next(iter(refs), None)


def _carried(directions: Directions, code: str | None) -> Ref | None:
    ref = directions.carriers.get(code) if code else None
    return Ref(code=ref.code, start=ref.start, end=ref.end, how="document deal") if ref else None


def _modality(reading: Reading, token: "Token", verb: "Token | None") -> tuple[PaymentModality, Factuality]:
    if verb is None:
        return PaymentModality.PROMISED, Factuality.CERTAIN
    swapped = any(
        t.lower_ in ("exchange", "return") and t.head.lower_ == "in" and t.i < token.i for t in token.sent
    )
    # "agreed to pay in return for" promises the sum; in "will take people in return for" it is the condition.
    if (swapped and not syntax.keys(verb) & {"pay", "agree"}) or any(t.lower_ == "if" for t in verb.children):
        return PaymentModality.CONDITIONAL, Factuality.CERTAIN
    denied = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ("deny", "dispute")
    if denied or negation.negated(verb):
        return PaymentModality.DISPUTED, Factuality.CERTAINLY_NOT
    keys = syntax.keys(verb)
    if not _pays(verb) and any(h.lower_ == "worth" for h in syntax.climb(token)):
        return PaymentModality.PROMISED, Factuality.CERTAIN
    if syntax.lemma(verb) == "offer":
        return PaymentModality.OFFERED, Factuality.CERTAIN
    if keys & words("money.promised", "deals.agreed-strong", "deals.signed"):
        return PaymentModality.PROMISED, Factuality.CERTAIN
    match setting(verb).reality:
        case Reality.HAPPENED:
            return PaymentModality.PAID, Factuality.CERTAIN
        case Reality.PLANNED | Reality.EXPECTED:
            return PaymentModality.PROMISED, Factuality.CERTAIN
        case Reality.POSSIBLE:
            return PaymentModality.PROMISED, Factuality.POSSIBLE
        case Reality.DENIED:
            return PaymentModality.DISPUTED, Factuality.CERTAINLY_NOT
        case _:
            return PaymentModality.OFFERED, Factuality.POSSIBLE
