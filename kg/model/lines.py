"""Texts whose lines end inside sentences, as pasted from a PDF file: line ends that are only a page's."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.model.text import Article

_LINE: Final = re.compile(r"[^\r\n]+")
_STOPPED: Final = (".", "!", "?", ":", ";", '"', "”", "’")
_FEWEST: Final = 3
_WIDEST: Final = 160
"""Longest line, in characters, that a page may have cut; a whole paragraph on one line is longer."""
_SLACK: Final = 6
"""How much shorter than the widest line one may be, beside the first word of the next, where it is cut."""


def page_breaks(text: str) -> list[tuple[int, int]]:
    r"""Where lines end inside a paragraph: start and end of each line end; [] for a text that is not so cut.

    A line that goes on in small letters was cut. Some of these show how wide the page is; then lines as wide
    as that were cut too, unless an empty line follows.

    >>> len(page_breaks("The flight left for\nAccra. It came back\nempty,\nand the pilot\nsaid no more."))
    4
    """
    beside = [
        (one, other)
        for one, other in pairwise(_LINE.finditer(text))
        if text[one.end() : other.start()] in ("\n", "\r\n", "\r") and other[0][0].isalnum()
    ]
    sure = [
        len(one[0].rstrip())
        for one, other in beside
        if other[0][0].islower() and not one[0].rstrip().endswith(_STOPPED) and len(one[0]) <= _WIDEST
    ]
    if len(sure) < _FEWEST:
        return []
    wide = max(sure) - _SLACK
    return [
        (one.end(), other.start())
        for one, other in beside
        if len(one[0]) <= _WIDEST
        and (
            (other[0][0].islower() and not one[0].rstrip().endswith(_STOPPED))
            or len(one[0].rstrip()) + 1 + len(other[0].split()[0]) > wide
        )
    ]


def unwrapped(article: Article) -> Article:
    """The article with blanks for the line ends of a page: all offsets stay; itself if it has none."""
    breaks = page_breaks(article.text)
    if not breaks:
        return article
    letters = list(article.text)
    for start, end in breaks:
        letters[start:end] = " " * (end - start)
    return replace(article, text="".join(letters))
