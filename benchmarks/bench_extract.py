"""All stages of extraction against the bare spaCy pipeline on the same texts."""

from benchmarks.measure import Measure, best
from kg.evaluate.gold import read_gold
from kg.extract import extract_all
from kg.extract.nlp import load
from kg.paths import resource


def measures() -> list[Measure]:
    """Wall time of extraction, gate included, as a multiple of ``nlp.pipe`` of the model as it is shipped.

    Ours finds the same parts of speech and lemmas in less time, so all stages together cost less above the
    bare pipeline than the stages alone do.
    """
    articles = [article for article, _ in read_gold(resource("data/gold"))]
    texts = [article.text for article in articles]
    nlp = load()
    bare, all_stages = best(
        [
            lambda: list(nlp.pipe(texts)),
            lambda: list(extract_all(articles)),
        ],
        rounds=9,  # a collection of garbage falls into about every third round
    )
    name = f"extraction of {len(texts)} articles / bare nlp.pipe, as shipped"
    return [Measure(name=name, value=all_stages / bare, limit=1.25)]
