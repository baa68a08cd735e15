"""What was found in a text without the line ends of a page, told of the text as it is.

No passage of evidence crosses a line end: what goes over one becomes a passage for each line.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from kg.extract.proposal import Extraction, Resolution
from kg.model.claim import Claim, StatusClaim
from kg.model.text import Article, Span


def told_of(article: Article, found: Extraction) -> Extraction:
    """The findings of :func:`kg.model.lines.unwrapped` for the article itself: offsets are the same.

    Args:
        article: The article as it is.
        found: What was found in it without its line ends.
    """
    claims = {claim.id: _claim(article, claim) for claim in found.claims}
    return Extraction(
        article=article,
        claims=tuple(claims.values()),
        mentions=tuple(replace(m, span=_span(article, m.span)) for m in found.mentions),
        refusals=tuple(replace(r, claim=r.claim and _claim(article, r.claim)) for r in found.refusals),
        resolutions=MappingProxyType(
            {
                claims[name].id: tuple(_resolution(article, r) for r in resolutions)
                for name, resolutions in found.resolutions.items()
            }
        ),
    )


def _claim(article: Article, claim: Claim) -> Claim:
    parts = tuple(part for span in claim.spans for part in _lines(article, span))
    again = replace(claim, article=article.key, evidence=parts)
    if isinstance(claim, StatusClaim) and isinstance(again, StatusClaim) and claim.causes:
        causes = ((cause, _held(cause.text, parts)) for cause in claim.causes)
        again = replace(again, causes=tuple(replace(c, text=text) for c, text in causes if text))
    return again


def _held(text: str, parts: tuple[Span, ...]) -> str | None:
    """The words of a cause, as far as one line holds them."""
    words = text.split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            some = " ".join(words[start : start + length])
            if any(some in part.text for part in parts):
                return some
    return None


def _lines(article: Article, span: Span) -> Iterator[Span]:
    """A passage for each line that a passage goes over."""
    start = span.start
    for line in article.text[span.start : span.end].splitlines(keepends=True):
        kept = line.strip()
        if kept:
            begin = start + line.index(kept)
            yield Span.of(article, begin, begin + len(kept))
        start += len(line)


def _span(article: Article, span: Span) -> Span:
    return Span.of(article, span.start, span.end)


def _resolution(article: Article, resolution: Resolution) -> Resolution:
    return replace(resolution, span=_span(article, resolution.span))
