"""Which of a claim's passages speaks first: the source's own words before a heading that sums them up."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kg.model.text import Article
from kg.view.scene import Passage, Source

_QUOTED: Final = re.compile(r'“[^”\n]*”|"[^"\n]*"|«[^»\n]*»|„[^“\n]*“')


def own_words_first(
    items: Sequence[Passage], *, who: str | None, quoted: bool, articles: Mapping[str, Source]
) -> tuple[Passage, ...]:
    """The passages, those first in which the source speaks or is at least named, else in their order.

    Args:
        items: Passages and citations of one claim, in the order of the text.
        who: Who says so, as the source names them; None for the article itself.
        quoted: Whether the claim stands in quoted words.
        articles: Articles by their keys; of those without text the passages alone are looked at.
    """
    if who is None or len(items) < 2:
        return tuple(items)
    name = who.split()[-1:]

    def heard(item: Passage) -> tuple[bool, bool]:
        source = articles.get(item.article or "")
        around = item.words
        spoken = bool(_QUOTED.search(item.words))
        if source and source.text and source.text.strip() and item.start is not None and item.end is not None:
            article = Article(text=source.text)
            sentence = next((s for s in article.sentences() if s.start <= item.start < s.end), None)
            around = sentence.text if sentence else around
            spoken = any(m.start() < item.end and item.start < m.end() for m in _QUOTED.finditer(source.text))
        return not (quoted and spoken), not (name and name[0] in around)

    return tuple(sorted(items, key=heard))
