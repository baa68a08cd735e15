"""Measure single stages on public corpora: attribution, dates, names. The corpora stay where they are.

    python benchmarks/bench_public.py FOLDER

FOLDER holds one or more of these, as their repositories have them: ``PolNeAR`` (networkdynamics/PolNeAR),
``TempEval-3`` (jspotter/TempEval-3), ``CrossNER`` (zliucr/CrossNER). Nothing of them is written anywhere.

- attribution: PolNeAR, development part. A prediction is right where its cue and its content overlap with
  those of a gold attribution.
- dates: TempEval-3, TimeBank and AQUAINT parts. TIMEX3 of type DATE; right where words overlap and the values are equal.
- names: CrossNER, politics, test part. Names of persons, places and organisations (politicians count as
  persons; countries as places; parties as organisations); right where words and class are equal.
"""

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from kg.evaluate import Score
from kg.extract.entities import find_entities
from kg.extract.lexicon import words
from kg.extract.nlp import parse
from kg.extract.reading import Reading, Time
from kg.extract.rules import read
from kg.extract.times import find_times
from kg.model.text import Article
from kg.model.when import When

Range = tuple[int, int]


def attribution(folder: Path) -> tuple[Score, Score]:
    """Scores of attributions on PolNeAR dev, and of their sources where the rest is right."""
    total = sources = Score()
    for text_path in sorted((folder / "data/dev/text").glob("*.txt")):
        text = text_path.read_text("utf-8")
        marked = next(iter(sorted((folder / "data/dev/attributions").glob(f"{text_path.stem}_*.ann"))), None)
        if marked is None:
            continue
        gold = list(_attributions(marked.read_text("utf-8")))
        reading = read(Article(text=text))
        doc = reading.doc
        found = []
        for speech in reading.speeches:
            cue = doc[speech.cue]
            content = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in speech.content]
            who = doc[speech.who]
            found.append(((cue.idx, cue.idx + len(cue)), content, (who.idx, who.idx + len(who))))
        used: set[int] = set()
        matched = right = 0
        for cues, contents, gold_sources in gold:
            for i, (cue_range, content, who_range) in enumerate(found):
                if i not in used and _meet([cue_range], cues) and _meet(content, contents):
                    used.add(i)
                    matched += 1
                    right += not gold_sources or _meet([who_range], gold_sources)
                    break
        # One verb with two speakers makes two of our speeches and one attribution there.
        predicted = len({cue for cue, _, _ in found})
        total += Score(len(gold), predicted, matched)
        sources += Score(matched, matched, right)
    return total, sources


def _attributions(text: str) -> Iterator[tuple[list[Range], list[Range], list[Range]]]:
    spans: dict[str, list[Range]] = {}
    for line in text.splitlines():
        parts = line.split("\t")
        if line.startswith("T"):
            ranges = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = [(int(a), int(b)) for a, b in (r.split(" ") for r in ranges)]
    for line in text.splitlines():
        if line.startswith("E"):
            roles: dict[str, list[Range]] = {"Cue": [], "Content": [], "Source": []}
            for item in line.split("\t")[1].split():
                role, _, key = item.partition(":")
                name = role.rstrip("0123456789")
                if name in roles:
                    roles[name] += spans[key]
            if roles["Cue"] and roles["Content"]:
                yield roles["Cue"], roles["Content"], roles["Source"]


def _meet(one: list[Range], other: list[Range]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def dates(folder: Path) -> Score:
    """Scores of dates with their values on TimeBank and AQUAINT."""
    total = Score()
    for path in sorted((folder / "data/TBAQ-cleaned").glob("*/*.tml")):
        if path.name.startswith("._"):
            continue
        xml = path.read_text("utf-8", errors="replace")
        created = re.search(
            r'functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)', xml
        ) or re.search(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*functionInDocument="CREATION_TIME"', xml)
        body = re.search(r"<TEXT>(.*)</TEXT>", xml, re.DOTALL)
        if body is None:
            continue
        text, gold = _timexes(body[1])
        if not text.strip():
            continue
        article = Article(text=text, published=When(edtf=created[1]) if created else None)
        reading = find_times(Reading(article=article, doc=parse(article)))
        found = []
        for time in reading.times:
            span = reading.span(time.start, time.end)
            found.append((span.start, span.end, _timex_value(time, span.text)))
        found = [f for f in found if f[2]]
        matched = 0
        for start, end, value in gold:
            hit = next((f for f in found if f[0] < end and start < f[1] and f[2] == value), None)
            if hit:
                found.remove(hit)
                matched += 1
        total += Score(len(gold), len(found) + matched, matched)
    return total


def _timexes(xml: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, gold, start, value = "", [], None, None
    for part in re.split(r"(<[^>]+>)", xml):
        if part.startswith("<TIMEX3"):
            kind = re.search(r'type="(\w+)"', part)
            named = re.search(r' value="([^"]*)"', part)
            start, value = len(text), named[1] if named and kind and kind[1] == "DATE" else None
        elif part == "</TIMEX3>":
            if value and start is not None:
                gold.append((start, len(text), value))
            start = None
        elif not part.startswith("<"):
            text += unescape(part)
    return text, gold


def _timex_value(time: Time, text: str) -> str | None:
    """The TIMEX3 value of a time; None for what TIMEX3 has no date for."""
    lower = text.lower()
    if time.when is None:
        for name, value in (("present", "PRESENT_REF"), ("past", "PAST_REF"), ("future", "FUTURE_REF")):
            if lower in words(f"times.{name}"):
                return value
        return None
    edtf = time.when.edtf.rstrip("~?%")
    start, _, end = edtf.partition("/")
    if end == "..":
        return start
    if not end:
        return start.replace("X", "") if start.endswith("X") else start
    first, last = time.when.earliest, time.when.latest
    if first and last and (last - first).days == 6:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if first and last and 88 <= (last - first).days <= 92 and "quarter" in lower:
        return f"{first.year}-Q{(first.month + 2) // 3}"
    for season, code in (
        ("spring", "SP"),
        ("summer", "SU"),
        ("autumn", "FA"),
        ("fall", "FA"),
        ("winter", "WI"),
    ):
        if season in lower:
            return f"{start[:4]}-{code}"
    return edtf


_CLASSES = {
    "person": "person", "politician": "person", "country": "place", "location": "place",
    "organisation": "organisation", "politicalparty": "organisation",
}  # fmt: skip


def names(folder: Path) -> Score:
    """Scores of names on the politics part of CrossNER."""
    total = Score()
    for block in (folder / "ner_data/politics/test.txt").read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if not rows:
            continue
        text, gold = "", set()
        start, kind = 0, ""
        for word, tag in [*rows, ("", "O")]:
            if kind and not tag.startswith("I-"):
                if kind in _CLASSES:
                    gold.add((start, len(text.rstrip()), _CLASSES[kind]))
                kind = ""
            if tag.startswith("B-"):
                start, kind = len(text), tag[2:]
            text += word + " "
        reading = read(Article(text=text.rstrip()))
        found = {(e.span.start, e.span.end, e.kind) for e in find_entities(reading)}
        total += Score(len(gold), len(found), len(gold & found))
    return total


def _row(name: str, score: Score) -> str:
    return f"{name:24} gold {score.gold:6} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"


def main() -> int:
    """Print the scores of every corpus that is there; 2 where none is."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    root, seen = Path(sys.argv[1]), 0
    for folder in sorted(root.iterdir()):
        if "PolNeAR" in folder.name:
            score, who = attribution(folder)
            print(_row("attribution", score), _row("its source", who), sep="\n", flush=True)
        elif "TempEval" in folder.name:
            print(_row("dates", dates(folder)), flush=True)
        elif "CrossNER" in folder.name:
            print(_row("names", names(folder)), flush=True)
        else:
            continue
        seen += 1
    return 0 if seen else 2


if __name__ == "__main__":
    sys.exit(main())
