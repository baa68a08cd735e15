"""One article as a page: its text with the evidence marked, the claims beside it. No script, no request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Final

from kg.model.claim import Claim
from kg.model.codes import SourceType
from kg.model.summary import summary
from kg.model.text import Article
from kg.view.words import say_when

_CSP: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the text that the same claims rest on.

    Args:
        text: The words.
        claims: Numbers of the claims, from 1; none where no claim rests on them.
        start: Offset of its first character.
    """

    text: str
    claims: tuple[int, ...]
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim as the page shows it."""

    number: int
    kind: str
    says: str
    words: tuple[tuple[int, str], ...]
    who: str
    when: str
    factuality: str
    confidence: str
    rule: str


def reading_html(article: Article, claims: Sequence[Claim], *, refused: Sequence[str] = ()) -> str:
    """The page.

    Args:
        article: The text.
        claims: Claims that rest on it.
        refused: What was proposed and not let through, a line each.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(loader=PackageLoader("kg.view"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("reading.html.j2").render(
        title=article.title or "Article",
        csp=_CSP,
        css=(files("kg.view") / "static" / "reading.css").read_text("utf-8"),
        paragraphs=list(paragraphs(article, claims)),
        cards=[_card(number, claim) for number, claim in enumerate(claims, 1)],
        refused=refused,
        language=article.language,
        published=say_when(article.published.edtf) if article.published else None,
    )


def paragraphs(article: Article, claims: Sequence[Claim]) -> Iterator[tuple[Piece, ...]]:
    r"""The text, cut at line ends and wherever evidence begins or ends; put together it is the text again.

    >>> [[p.text for p in line] for line in paragraphs(Article(text="A deal.\nNo deal."), [])]
    [['A deal.'], ['No deal.']]
    """
    spans = [(span.start, span.end, number) for number, c in enumerate(claims, 1) for span in c.spans]
    offset = 0
    for line in article.text.split("\n"):
        end = offset + len(line)
        inside = [s for s in spans if s[0] < end and s[1] > offset]
        cuts = sorted({offset, end, *(c for s in inside for c in s[:2] if offset < c < end)})
        yield tuple(
            Piece(
                text=article.text[a:b],
                claims=tuple(dict.fromkeys(n for start, stop, n in inside if start <= a and b <= stop)),
                start=a,
            )
            for a, b in pairwise(cuts)
        )
        offset = end + 1


def _card(number: int, claim: Claim) -> Card:
    source = claim.attribution
    name = source.name or ("the article" if source.source is SourceType.NARRATOR else "not said")
    told = f", to {source.outlet}" if source.outlet else ""
    when = ""
    if claim.when:
        basis = f" ({claim.when.basis})" if claim.when.basis else ""
        when = say_when(claim.when.edtf) + basis
    return Card(
        number=number,
        kind=claim.kind,
        says=summary(claim),
        words=tuple((span.start, span.text) for span in claim.spans),
        who=f"{name}, {source.mode}{told}",
        when=when,
        factuality=claim.factuality,
        confidence=f"{claim.confidence:.0%}",
        rule=claim.extractor,
    )
