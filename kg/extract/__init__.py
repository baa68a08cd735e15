"""Article -> mentions and claims; whatever the words do not carry is refused.

``extract(article)`` runs the embedded rules, ``extract_all(articles)`` on many texts at once. Other packages
register an extractor of their own in the entry-point group ``kg.extractors``; what it proposes passes the
same gate.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Final

from kg.errors import UsageError
from kg.extract.grounding import Gate
from kg.extract.names import find_mentions
from kg.extract.proposal import Explanation, Extraction, Extractor, Proposal, Refusal, Resolution
from kg.extract.wrapped import told_of
from kg.model.claim import Claim
from kg.model.lines import unwrapped
from kg.model.text import Article

__all__ = [
    "Explanation",
    "Extraction",
    "Extractor",
    "Proposal",
    "Refusal",
    "Resolution",
    "available",
    "extract",
    "extract_all",
    "extractor",
]

_GROUP: Final = "kg.extractors"


def extract(article: Article, *, using: Extractor | None = None) -> Extraction:
    """The claims of an article that its words carry.

    Args:
        article: The text. Without a publication date, relative times stay unresolved.
        using: The extractor; the embedded rules where none is given.

    Raises:
        InputError: The text is too long, or no model for English is installed.
    """
    using = using or extractor("rules")
    flat = unwrapped(article)
    found = _admitted(flat, using(flat))
    return found if flat is article else told_of(article, found)


def extract_all(articles: Iterable[Article], *, using: Extractor | None = None) -> Iterator[Extraction]:
    """The claims of many articles, in order: the embedded rules parse several at a time, which is faster.

    Args:
        articles: The texts; a few are read ahead.
        using: The extractor; the embedded rules where none is given.

    Raises:
        InputError: A text is too long, or no model for English is installed.
    """
    asked: list[Article] = []  # those read ahead, as they are

    def flat() -> Iterator[Article]:
        for article in articles:
            asked.append(article)
            yield unwrapped(article)

    if using is None or using is extractor("rules"):
        from kg.extract.rules import propose_all

        found: Iterable[tuple[Article, Iterable[Proposal | Refusal]]] = propose_all(flat())
    else:
        found = ((article, using(article)) for article in flat())
    for article, proposals in found:
        admitted, own = _admitted(article, proposals), asked.pop(0)
        yield admitted if own.key == article.key else told_of(own, admitted)


def _admitted(article: Article, proposals: Iterable[Proposal | Refusal]) -> Extraction:
    """What of the proposals passes the gate."""
    claims: dict[str, Claim] = {}
    resolutions: dict[str, tuple[Resolution, ...]] = {}
    refusals: list[Refusal] = []
    gate = Gate(article)
    for proposal in proposals:
        found = gate.admit(proposal) if isinstance(proposal, Proposal) else proposal
        if isinstance(found, Refusal):
            refusals.append(found)
        elif isinstance(proposal, Proposal) and (name := found.id) not in claims:
            claims[name] = found
            resolutions[name] = proposal.resolutions
    return Extraction(
        article=article,
        claims=tuple(claims.values()),
        mentions=find_mentions(article),
        refusals=tuple(refusals),
        resolutions=MappingProxyType(resolutions),
    )


def available() -> list[str]:
    """Names of the installed extractors."""
    return sorted({"rules", *(entry.name for entry in entry_points(group=_GROUP))})


def extractor(name: str) -> Extractor:
    """An installed extractor.

    Raises:
        UsageError: None has that name.
    """
    if name == "rules":
        from kg.extract.rules import propose

        return propose
    for entry in entry_points(group=_GROUP, name=name):
        loaded: Extractor = entry.load()
        return loaded
    raise UsageError(f"there is no extractor {name!r}", hint=f"installed: {', '.join(available())}")
