"""Which articles of a store have the text of another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kg.model.text import Article
from kg.rdf.iris import ID, NS
from kg.read.reprint import digests, same_text
from kg.store.local import Store

_SHARING = f"""PREFIX mig: <{NS}>
SELECT ?article ?day (COUNT(?shared) AS ?both) ?size {{
  {{ SELECT ?article ?shared {{ VALUES ?shared {{ %s }} ?article mig:sentenceDigest ?shared }} }}
  {{ SELECT ?article (COUNT(?any) AS ?size) {{ ?article mig:sentenceDigest ?any }} GROUP BY ?article }}
  OPTIONAL {{ ?article mig:earliest ?day }}
}} GROUP BY ?article ?day ?size"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprints:
    """Keys of the articles that have an article's text.

    Args:
        of: Those that were published before it.
        by: Those that were published after it.
    """

    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def reprints(store: Store, article: Article, *, but: Collection[str] = ()) -> Reprints:
    """The articles of a store that have one text with an article, and which of them were first.

    Args:
        store: The store.
        article: The article.
        but: Keys of articles to leave out.
    """
    own = digests(article)
    if not own:
        return Reprints()
    rows = store.select(_SHARING % " ".join(f'"{digest}"' for digest in sorted(own))).cells
    before: list[str] = []
    after: list[str] = []
    for found, day, both, size in rows:
        key = str(found).removeprefix(f"{ID}article/")
        if key not in but and key != article.key and same_text(int(str(both)), (len(own), int(str(size)))):
            first = _age(day if isinstance(day, date) else None, key) < _age(_published(article), article.key)
            (before if first else after).append(key)
    return Reprints(of=tuple(sorted(before)), by=tuple(sorted(after)))


def _published(article: Article) -> date | None:
    return article.published.earliest if article.published else None


def _age(day: date | None, key: str) -> tuple[date, str]:
    # Of two articles of one day, or without any, either may be the first; the key decides, so it stays so.
    return day or date.max, key
