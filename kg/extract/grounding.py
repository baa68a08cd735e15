"""The gate that every claim passes: what its words do not carry is refused, and the refusal says why.

Each number, name and country of a claim stands in its evidence, or in the words of a recorded resolution.
The gate looks for itself, with the gazetteer; it believes no extractor.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from kg.extract import numbers
from kg.extract.lexicon import table, words
from kg.extract.proposal import Proposal, Refusal, Resolution
from kg.model.claim import Claim, OfficeClaim, PaymentClaim, StatementClaim, StatusClaim, TransferClaim
from kg.model.text import Article, Span
from kg.read.gazetteer import find

_COUNTRIES: Final = ("sending", "receiving", "parties", "nationality", "about", "payer", "payee", "country")
_NAMES: Final = ("speaker", "raised_by", "court", "person", "organisation")
_RUN: Final = re.compile(r"[A-Za-z]+|\d[\d,]*(?:\.\d+)?")


class Gate:
    """The gate of one article.

    Args:
        article: The text that all evidence must be words of.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        # An ambiguous name is decided by the whole text, so it is read once and as a whole.
        self._places: dict[str, list[tuple[int, int]]] = {}
        for found in find(article.text):
            for code in {name.country for name in found.readings if name.country}:
                self._places.setdefault(code, []).append((found.start, found.end))

    def admit(self, proposal: Proposal) -> Claim | Refusal:
        """The claim, if the words carry it; else why not."""
        claim = proposal.claim
        reason = next(self._faults(claim, proposal.resolutions), None)
        return claim if reason is None else Refusal(reason=reason, claim=claim)

    def _faults(self, claim: Claim, resolutions: tuple[Resolution, ...]) -> Iterator[str]:
        article = self._article
        if claim.article != article.key:
            yield f"it is about the article {claim.article}, not {article.key}"
            return
        if not claim.spans or len(claim.spans) < len(claim.evidence):
            yield "its evidence is not words of the article"
            return
        for span in (*claim.spans, *(r.span for r in resolutions)):
            if span.article != article.key or article.text[span.start : span.end] != span.text:
                yield f"{span.text!r} is not at {span.start}-{span.end} of the article"
                return
        yield from self._countries(claim, resolutions)
        yield from _names(claim, resolutions)
        yield from _numbers(claim, resolutions)
        yield from _words(article, claim)

    def _countries(self, claim: Claim, resolutions: tuple[Resolution, ...]) -> Iterator[str]:
        spans = claim.spans
        for slot in _COUNTRIES:
            value = getattr(claim, slot, None)
            for code in (value,) if isinstance(value, str) else value or ():
                carried = any(self._names_country(span, code) for span in spans)
                if not carried and not any(
                    _resolves(r, slot, code) and self._carries(r, code) for r in resolutions
                ):
                    yield f"{slot} {code} is neither named in its words nor resolved"

    def _carries(self, resolution: Resolution, code: str) -> bool:
        posts = table("offices.country")
        titled = any(title in resolution.span.text.lower() for title, where in posts.items() if where == code)
        return titled or self._names_country(resolution.span, code)

    def _names_country(self, span: Span, code: str) -> bool:
        return any(span.start <= start and end <= span.end for start, end in self._places.get(code, ()))


def _resolves(resolution: Resolution, slot: str, value: str) -> bool:
    return resolution.slot == slot and resolution.value == value


@cache
def _single() -> re.Pattern[str]:
    """Words for one person."""
    nouns = "|".join(sorted(words("movement.single")))
    ordinals = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|only)"
    return re.compile(
        rf"\b(?:an?|one|single|the {ordinals}|s?he|him|her|the (?:\w+ )?(?:{nouns}))\b", re.IGNORECASE
    )


def _names(claim: Claim, resolutions: tuple[Resolution, ...]) -> Iterator[str]:
    wanted = [(slot, getattr(claim, slot, None)) for slot in _NAMES]
    wanted += [("attribution", claim.attribution.name), ("outlet", claim.attribution.outlet)]
    for slot, name in wanted:
        if name is None or any(_holds(span.text, name) for span in claim.spans):
            continue
        if not any(
            r.value == name and r.slot in (slot, "speaker", "attribution") and _holds(r.span.text, name)
            for r in resolutions
        ):
            yield f"{slot} {name!r} is neither named in its words nor resolved"


def _holds(text: str, name: str) -> bool:
    return name in text or " ".join(name.split()).casefold() in " ".join(text.split()).casefold()


def _numbers(claim: Claim, resolutions: tuple[Resolution, ...]) -> Iterator[str]:
    if not isinstance(claim, TransferClaim | PaymentClaim):
        return
    number = claim.persons if isinstance(claim, TransferClaim) else claim.amount
    if number is None or any(Decimal(number) in spelled(span.text) for span in claim.spans):
        return
    if isinstance(claim, PaymentClaim):
        yield f"its words name no sum of {number}"
        return
    single = number == 1 and any(_single().search(span.text) for span in claim.spans)
    if not single and not any(_one_by_name(r, claim) for r in resolutions):
        yield f"its words name no number {number}"


def _one_by_name(resolution: Resolution, claim: TransferClaim) -> bool:
    """As in "Ana Ruiz was deported": a personal name in the words counts one person."""
    name = resolution.span.text
    return (
        _resolves(resolution, "persons", "1")
        and claim.persons == 1
        and len(name.split()) > 1
        and all(part[0].isupper() for part in name.split())
        and any(_holds(span.text, name) for span in claim.spans)
    )


def spelled(text: str) -> Iterator[Decimal]:
    """The numbers that a text spells, with and without the scale that follows.

    >>> [str(n) for n in spelled("pay $5.1 million for up to 160 people")]
    ['5.1', '5100000', '160']
    """
    found = [match[0] for match in _RUN.finditer(text)]
    for i in range(len(found)):
        # "million" in "5.1 million" goes on with a number; it is none of its own.
        if i and found[i].isalpha() and numbers.value([found[i - 1]]) is not None:
            continue
        for end in range(i + 1, min(i + 6, len(found)) + 1):
            number = numbers.value([word.rstrip(",") for word in found[i:end]])
            if number is None:
                break
            if found[i].lower() not in ("a", "an", "and"):
                yield Decimal(str(number))


def _words(article: Article, claim: Claim) -> Iterator[str]:
    if (
        isinstance(claim, StatementClaim)
        and claim.quote
        and not any(" ".join(claim.quote.split()) in " ".join(span.text.split()) for span in claim.spans)
    ):
        yield f"the quotation {claim.quote!r} is not in its words"
    if (
        isinstance(claim, TransferClaim)
        and claim.category
        and not any(claim.category in span.text for span in claim.spans)
    ):
        yield f"the category {claim.category!r} is not in its words"
    if isinstance(claim, StatusClaim):
        for cause in claim.causes:
            if not any(cause.text in span.text for span in claim.spans):
                yield f"the cause {cause.text!r} is not in its words"
    if isinstance(claim, OfficeClaim) and not claim.office:
        yield "it names no office"
    if claim.when is not None and claim.when.text and claim.when.text not in article.text:
        yield f"the time {claim.when.text!r} is not in the article"
