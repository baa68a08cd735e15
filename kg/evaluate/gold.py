"""Gold: articles in folders, with the claims that people marked in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate import Report, evaluate
from kg.model.claim import Claim
from kg.model.text import Article
from kg.read.article import read_article
from kg.read.claims import read_claims_file


def read_gold(folder: Path) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles of a folder with the claims that people marked.

    Args:
        folder: It holds one folder an article: ``article.txt``, ``claims.jsonl`` and ``meta.json``.

    Raises:
        InputError: There is no article below it, or a file is no such file.
    """
    paths = sorted(folder.glob("*/article.txt"))
    if not paths:
        raise InputError(f"no article.txt below {folder}", hint="kg evaluate wants one folder an article")
    for path in paths:
        article = read_article(path.parent).article
        yield article, list(read_claims_file(path.with_name("claims.jsonl"), article))


def evaluate_folder(folder: Path, find: Callable[[Article], Iterable[Claim]]) -> Report:
    """Score an extractor on a folder of gold.

    Args:
        folder: As for :func:`read_gold`.
        find: Gives the claims of an article.
    """
    gold: dict[str, Sequence[Claim]] = {}
    predicted: list[Claim] = []
    for article, marked in read_gold(folder):
        gold[article.key] = marked
        predicted += find(article)
    return evaluate(gold, predicted)
