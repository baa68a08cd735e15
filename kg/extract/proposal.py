"""What an extractor hands over, and what becomes of it at the gate. Needs no spaCy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.errors import InputError
from kg.model.claim import Claim
from kg.model.text import Article, Mention, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a value that the evidence does not spell out was found.

    Args:
        slot: Slot of the claim, such as ``sending``.
        value: What it was resolved to.
        how: ``coreference``, ``alias``, ``office``, ``speech`` or ``document context``.
        span: Words of the article that carry the value.
    """

    slot: str
    value: str
    how: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim that wants to pass the gate, with what was resolved for it."""

    claim: Claim
    resolutions: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What did not pass.

    Args:
        reason: One line: what the words do not carry.
        claim: The claim, or None where what was proposed is no claim at all.
        proposed: What was proposed, where it is no claim.
    """

    reason: str
    claim: Claim | None = None
    proposed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a claim is there.

    Args:
        claim: The claim.
        rule: Name of the rule, from its extractor.
        resolutions: What was resolved for it, and by which words.
    """

    claim: Claim
    rule: str
    resolutions: tuple[Resolution, ...]

    def lines(self) -> Iterable[str]:
        """Plain lines for people: rule, words, what was resolved how."""
        yield f"rule: {self.rule}"
        for span in self.claim.spans:
            yield f"words {span.start}-{span.end}: {span.text}"
        for item in self.resolutions:
            at = f"{item.span.start}-{item.span.end}"
            yield f"{item.slot} {item.value}: {item.how}, by {item.span.text!r} at {at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What was found in one article.

    Args:
        article: The article.
        claims: Claims that passed the gate, in order of their first words.
        mentions: Names in the text.
        refusals: What did not pass, and why.
        resolutions: What was resolved, by claim id.
    """

    article: Article
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    refusals: tuple[Refusal, ...]
    resolutions: Mapping[str, tuple[Resolution, ...]]

    def explain(self, claim: str) -> Explanation:
        """Why a claim is there.

        Args:
            claim: Its id.

        Raises:
            InputError: This extraction has no such claim.
        """
        for found in self.claims:
            if found.id == claim:
                rule = found.extractor.partition("#")[2] or found.extractor
                return Explanation(claim=found, rule=rule, resolutions=self.resolutions.get(claim, ()))
        raise InputError(
            f"article {self.article.key} has no claim {claim}", hint="kg extract lists its claims"
        )


class Extractor(Protocol):
    """Proposes claims for an article. Whatever it proposes passes :mod:`kg.extract.grounding`."""

    def __call__(self, article: Article) -> Iterable[Proposal | Refusal]:
        """Proposals, and refusals for what was not even a claim."""
        ...
