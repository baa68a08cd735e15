"""Whether two articles have one text: what a paper reprints of an agency is no second source."""

import re
from collections.abc import Collection
from hashlib import sha256
from typing import Final

from kg.model.text import Article

_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 6
"""Words of the shortest sentence that counts: shorter ones ("He did not say why.") come up by themselves."""

_SHARED: Final = 3
"""Sentences that two articles of one text share at least."""

_PART: Final = 0.7
"""Part of the shorter article's sentences that stand in the longer one, for the two to have one text."""


def digests(article: Article) -> frozenset[str]:
    """A short hash for each sentence of some length, the same for any case, punctuation and white space."""
    found = set()
    for sentence in article.sentences():
        words = _WORD.findall(sentence.text.casefold())
        if len(words) >= _SHORTEST:
            found.add(sha256(" ".join(words).encode()).hexdigest()[:12])
    return frozenset(found)


def same_text(shared: int, sizes: Collection[int]) -> bool:
    """Whether two articles have one text, cut or added to.

    Args:
        shared: Number of digests that both have.
        sizes: Number of digests of each.

    >>> same_text(9, (10, 30)), same_text(4, (10, 30)), same_text(2, (2, 2))
    (True, False, False)
    """
    return shared >= _SHARED and shared >= _PART * min(sizes)
