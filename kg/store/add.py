"""Texts -> the store, one article at a time: read, extract, link, map, put. One bad text stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError, KgError, ServiceError
from kg.extract import Extractor, extractor
from kg.rdf import iris
from kg.read.article import read_sources
from kg.store.build import describe, ontology, put_article
from kg.store.local import Store
from kg.store.texts import Text, claims_in


def add(
    store: Store,
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    using: Extractor | None = None,
) -> Iterator[Text | KgError]:
    """Put texts into a store, each whole or not at all; adding a text again changes nothing.

    Args:
        store: Where to, open for writing.
        sources: Files, folders or ``-``, as for :func:`kg.read.article.read_sources`.
        published: Publication date of all of them, in EDTF.
        using: The extractor; the embedded rules where none is given.

    Yields:
        One item a text, once it is in; an error for one that cannot be read.
    """
    using = using or extractor("rules")
    if not store.ask(f"ASK {{ GRAPH <{iris.ONTOLOGY}> {{ ?s ?p ?o }} }}"):
        store.put_graph(iris.ONTOLOGY, ontology())
    done = False
    for reading in read_sources(sources, published=published):
        if isinstance(reading, InputError):
            yield reading
            continue
        try:
            text = claims_in(reading, using)
        except (InputError, ServiceError) as error:
            yield error
            continue
        linked = put_article(store, text.article, text.claims)
        done = True
        undecided = (f"{text.where}: {claim}: {why}" for claim, why in linked.undecided.items())
        yield replace(text, claims=linked.claims, warnings=(*text.warnings, *undecided))
    if done:
        describe(store)
