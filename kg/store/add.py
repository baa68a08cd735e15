"""Texts -> the store, one article at a time: read, extract, link, map, put. One bad text stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, KgError, ServiceError
from kg.extract import Extractor, extract
from kg.model.claim import Claim
from kg.model.text import Article
from kg.rdf import iris
from kg.read.article import Reading, read_sources
from kg.read.claims import read_claims
from kg.review import beside
from kg.store.build import CLAIMS, describe, ontology, put_article
from kg.store.local import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one text.

    Args:
        where: The file it came from.
        article: The article.
        claims: Its claims, those of people among them.
        warnings: What was lost in reading, refused at the gate, or left without an agreement.
    """

    where: str
    article: Article
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


def add(
    store: Store,
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    using: Extractor | None = None,
) -> Iterator[Added | KgError]:
    """Put texts into a store, each whole or not at all; adding a text again changes nothing.

    Args:
        store: Where to, open for writing.
        sources: Files, folders or ``-``, as for :func:`kg.read.article.read_sources`.
        published: Publication date of all of them, in EDTF.
        using: The extractor; the embedded rules where none is given.

    Yields:
        One item a text, once it is in; an error for one that cannot be read.
    """
    if not store.ask(f"ASK {{ GRAPH <{iris.ONTOLOGY}> {{ ?s ?p ?o }} }}"):
        store.put_graph(iris.ONTOLOGY, ontology())
    done = False
    for reading in read_sources(sources, published=published):
        if isinstance(reading, InputError):
            yield reading
            continue
        try:
            claims, notes = claims_of(reading, using=using)
        except (InputError, ServiceError) as error:
            yield error
            continue
        linked = put_article(store, reading.article, claims)
        done = True
        open_ends = [f"{reading.where}: {c}: {why}" for c, why in linked.undecided.items()]
        yield Added(
            where=reading.where,
            article=reading.article,
            claims=linked.claims,
            warnings=(*reading.warnings, *notes, *open_ends),
        )
    if done:
        describe(store)


def claims_of(
    reading: Reading, *, using: Extractor | None = None
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims of an extractor beside those that people made of a text; and what was refused.

    Claims of people stand in a `claims.jsonl` beside an `article.txt`.

    Raises:
        InputError: The text is too long, or the claims of people are wrong.
    """
    article = reading.article
    found = extract(article, using=using)
    refused = tuple(f"{reading.where}: refused: {item.reason}" for item in found.refusals)
    text = Path(reading.where)
    path = text.with_name(CLAIMS)
    if text.name != "article.txt" or not path.is_file():
        return found.claims, refused
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from None
    checked = read_claims(lines, {article.key: article}, where=str(path))
    return beside(checked, found.claims), refused
