"""Attributions on PolNeAR (development part): who said, thought or meant what.

The corpus marks each attribution as a cue, a content and a source (a source may be missing: "allegedly").
It counts speech as well as thought and intention, so every attribution that the stage reads is compared,
not only those that become statements.

What counts
    An attribution is found where its cue and its content both overlap with those of one of the corpus; each
    counts once. One cue with several speakers ("A and B said") is one attribution there, and one here.
    A quotation that goes on in the next sentence is part of the content of the attribution it belongs to.
    The corpus is univocal: a token belongs to one attribution at most, and what is said inside of the content
    of another is not marked. So ours whose cue lies in the content of another of ours are left out.
    Attributions without a cue or a content (they are few) are left out. Of a text that several people
    marked, the first file by name is taken.

Beside that: the same by the cue alone; and, of the attributions whose cue is found, how often the source
and how often the content overlap with the corpus's (a missing source is no error).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.public.row import Row
from kg.evaluate import Score
from kg.extract.reading import Reading
from kg.extract.rules import read
from kg.model.text import Article

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: character ranges of its parts."""

    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was found of the attributions of a text.

    Args:
        scores: By measure.
        missed: Attributions of the corpus that we do not find.
        wrong: Ours that are none of the corpus.
    """

    scores: Mapping[str, Score]
    missed: tuple[Attribution, ...]
    wrong: tuple[Attribution, ...]


def rows(folder: Path) -> list[Row]:
    """Scores in a copy of the repository."""
    total: dict[str, Score] = {}
    for text, gold in texts(folder / "data/dev"):
        for name, score in compare(read(Article(text=text)), gold).scores.items():
            total[name] = total.get(name, Score()) + score
    first, *rest = (Row(name=name, score=score) for name, score in total.items())
    return [Row(name=first.name, score=first.score, f1=0.68, precision=0.78), *rest]


def texts(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """The texts of one part of the corpus with their attributions."""
    for path in sorted((folder / "text").glob("*.txt")):
        marked = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if marked:
            yield path.read_text("utf-8"), list(attributions(marked[0].read_text("utf-8")))


def attributions(standoff: str) -> Iterator[Attribution]:
    """The attributions of one file in brat's standoff format."""
    lines = standoff.splitlines()
    spans: dict[str, list[Range]] = {}
    for line in lines:
        if line.startswith("T"):
            key, where, *_ = line.split("\t")
            pairs = where.split(" ", 1)[1].split(";")
            spans[key] = [(int(a), int(b)) for a, b in (pair.split(" ") for pair in pairs)]
    for line in lines:
        if not line.startswith("E"):
            continue
        roles: dict[str, list[Range]] = {"Cue": [], "Content": [], "Source": []}
        for item in line.split("\t")[1].split():
            role, _, key = item.partition(":")
            if (name := role.rstrip("0123456789")) in roles:
                roles[name] += spans[key]
        if roles["Cue"] and roles["Content"]:
            yield Attribution(
                cue=tuple(roles["Cue"]), content=tuple(roles["Content"]), source=tuple(roles["Source"])
            )


def found(reading: Reading) -> list[Attribution]:
    """What the stage reads, one attribution a cue."""
    doc = reading.doc
    by_cue: dict[int, tuple[list[Range], list[Range]]] = {}
    for speech in reading.speeches:
        contents, sources = by_cue.setdefault(speech.cue, ([], []))
        contents += [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in speech.content if b > a]
        if speech.speaker:
            sources.append((doc[speech.who].idx, doc[speech.who].idx + len(doc[speech.who])))
    for attitude in reading.attitudes:
        contents, sources = by_cue.setdefault(attitude.cue, ([], []))
        contents += [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in attitude.content]
        if attitude.who is not None:
            sources.append((doc[attitude.who].idx, doc[attitude.who].idx + len(doc[attitude.who])))
    ours = [
        Attribution(
            cue=((doc[cue].idx, doc[cue].idx + len(doc[cue])),),
            content=tuple(contents),
            source=tuple(sources),
        )
        for cue, (contents, sources) in by_cue.items()
    ]
    return [
        one for one in ours if not any(_meet(one.cue, other.content) for other in ours if other is not one)
    ]


def compare(reading: Reading, gold: list[Attribution]) -> Comparison:
    """Pairs each attribution of the corpus with at most one of ours."""
    ours = found(reading)
    whole = _pairs(gold, ours, content=True)
    cues = _pairs(gold, ours, content=False)
    sources = sum(not g.source or _meet(f.source, g.source) for g, f in cues)
    contents = sum(_meet(f.content, g.content) for g, f in cues)
    matched = {id(part) for pair in whole for part in pair}
    return Comparison(
        scores={
            "attribution": Score(len(gold), len(ours), len(whole)),
            "attribution, cue alone": Score(len(gold), len(ours), len(cues)),
            "source, given the cue": Score(len(cues), len(cues), sources),
            "content, given the cue": Score(len(cues), len(cues), contents),
        },
        missed=tuple(g for g in gold if id(g) not in matched),
        wrong=tuple(f for f in ours if id(f) not in matched),
    )


def _pairs(
    gold: list[Attribution], ours: list[Attribution], *, content: bool
) -> list[tuple[Attribution, Attribution]]:
    left = list(ours)
    pairs = []
    for one in gold:
        for other in left:
            if _meet(other.cue, one.cue) and (not content or _meet(other.content, one.content)):
                pairs.append((one, other))
                left.remove(other)
                break
    return pairs


def _meet(one: tuple[Range, ...], other: tuple[Range, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
