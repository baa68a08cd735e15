"""An article of one or more sentences, read once."""

from collections.abc import Callable

import pytest

from kg.extract import Extraction, extract
from kg.model.text import Article
from kg.model.when import When

Read = Callable[..., Extraction]


@pytest.fixture(scope="session")
def read() -> Read:
    def run(text: str, published: str | None = "2025-09-23") -> Extraction:
        when = When(edtf=published) if published else None
        return extract(Article(text=text, published=when))

    return run
