"""All stages of extraction against the bare spaCy pipeline on the same texts."""

from benchmarks.measure import Measure, best
from kg.evaluate.gold import read_gold
from kg.extract import extract_all
from kg.extract.nlp import pipeline
from kg.paths import resource


def measures() -> list[Measure]:
    """Wall time of extraction, gate included, as a multiple of ``nlp.pipe``."""
    articles = [article for article, _ in read_gold(resource("data/gold"))]
    texts = [article.text for article in articles]
    bare, all_stages = best(
        [
            lambda: list(pipeline().pipe(texts)),
            lambda: list(extract_all(articles)),
        ],
        rounds=3,
    )
    name = f"extraction of {len(texts)} articles / bare nlp.pipe"
    return [Measure(name=name, value=all_stages / bare, limit=1.25)]
