"""Names on CrossNER (politics, test part): persons, places, organisations.

The corpus's ``person`` and ``politician`` are persons, its ``country`` and ``location`` places, its
``organisation`` and ``politicalparty`` organisations. Its ``event``, ``election`` and ``misc`` are left out:
we look for none of them, and a name of ours on such words counts as wrong. A name is right where its words
and its class are the same. The texts are tokens; they are joined with single spaces, as they stand there.
"""

from pathlib import Path

from benchmarks.public.row import Row
from kg.evaluate import Score
from kg.extract.entities import find_entities
from kg.extract.rules import read
from kg.model.text import Article

_CLASSES = {
    "person": "person",
    "politician": "person",
    "country": "place",
    "location": "place",
    "organisation": "organisation",
    "politicalparty": "organisation",
}

Name = tuple[int, int, str]


def rows(folder: Path) -> list[Row]:
    """Scores of names, all and by class, in a copy of the repository."""
    scores = {"all": Score(), "person": Score(), "place": Score(), "organisation": Score()}
    for text, gold in texts(folder / "ner_data/politics/test.txt"):
        found = names(text)
        for kind in scores:
            one, other = ({n for n in which if kind in ("all", n[2])} for which in (gold, found))
            scores[kind] += Score(len(one), len(other), len(one & other))
    overall, *classes = [Row(name=f"names, {kind}", score=score) for kind, score in scores.items()]
    return [Row(name=overall.name, score=overall.score, f1=0.72), *classes]


def names(text: str) -> set[Name]:
    """The names that we read in a text."""
    reading = read(Article(text=text))
    return {(e.span.start, e.span.end, e.kind) for e in find_entities(reading)}


def texts(path: Path) -> list[tuple[str, set[Name]]]:
    """The texts of one file of the corpus, and the names in them, coarsely classed."""
    found = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [(word, tag) for word, _, tag in (line.partition("\t") for line in block.splitlines()) if tag]
        text, gold = "", set()
        start, kind = 0, ""
        for word, tag in [*rows, ("", "O")]:
            if kind and not tag.startswith("I-"):
                if kind in _CLASSES:
                    gold.add((start, len(text) - 1, _CLASSES[kind]))
                kind = ""
            if tag.startswith("B-"):
                start, kind = len(text), tag[2:]
            text += f"{word} "
        if rows:
            found.append((text.rstrip(), gold))
    return found
