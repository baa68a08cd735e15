"""The claims of a text: those of people beside it, and what an extractor reads in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.extract import Extractor, extract
from kg.model.claim import Claim
from kg.model.codes import Kind
from kg.model.text import Article
from kg.read.article import Reading
from kg.read.claims import read_claims_file
from kg.review import beside

CLAIMS: Final = "claims.jsonl"
"""File name of people's claims beside an `article.txt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with its claims.

    Args:
        where: The file it came from.
        article: The article.
        claims: Its claims, people's first.
        warnings: What was lost in reading or refused at the gate, a line each.
    """

    where: str
    article: Article
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


def claims_in(reading: Reading, using: Extractor | None) -> Text:
    """The claims of people that stand beside a text, and those that an extractor reads besides.

    Args:
        reading: The text.
        using: The extractor, or None for people's claims alone.

    Raises:
        InputError: The text is too long, people's claims are wrong, or there is nobody to make any.
    """
    article = reading.article
    text = Path(reading.where)
    path = text.with_name(CLAIMS)
    checked: tuple[Claim, ...] = ()
    if text.name == "article.txt" and path.is_file():
        checked = tuple(read_claims_file(path, article))
    elif using is None:
        raise InputError(f"{path}: there is no such file", hint="claims stand beside the text")
    warnings, found = reading.warnings, checked
    if using is not None:
        extraction = extract(article, using=using)
        warnings += tuple(f"{reading.where}: refused: {item.reason}" for item in extraction.refusals)
        # What is said in a text that tells of no deal, movement, money, concern or ruling bears on none: it
        # does not enter, nor do those who say it.
        told = any(claim.kind not in (Kind.STATEMENT, Kind.OFFICE) for claim in extraction.claims)
        found = beside(checked, extraction.claims if told else ())
    return Text(where=reading.where, article=article, claims=found, warnings=warnings)
