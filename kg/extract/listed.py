"""Countries that lists give: partners each with a date of its own, and the country that heads a paragraph."""

from typing import TYPE_CHECKING

from kg.extract.reading import Place, Reading
from kg.extract.refer import Ref
from kg.model.when import When

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_JOINTS = (",", "and", "then", ";", "as", "well", "with", "from", "later", "finally")
_DATING = (",", "in", "on", "(", ")", "the", "since", "by", "of")
_GAP = 4


def dated_partners(reading: Reading, token: "Token") -> list[tuple[Ref, When]]:
    """As in "with India in 2022, Georgia in 2023 and Kenya in 2024"; [] where fewer than two have dates."""
    doc, end = token.doc, token.sent.end
    best: list[tuple[Ref, When]] = []
    for place in reading.places:
        if not token.i < place.start < end:
            continue
        run: list[tuple[Ref, When]] = []
        at: Place | None = place
        while at is not None and at.form in ("name", "capital"):
            time = next(
                (
                    t
                    for t in reading.times
                    if at.end <= t.start <= at.end + 2
                    and all(doc[i].lower_ in _DATING for i in range(at.end, t.start))
                ),
                None,
            )
            if time is None or time.when is None:
                break
            run.append((Ref(code=at.code, start=at.start, end=at.end, form=at.form), time.when))
            at = _next(reading, time.end, end)
        if len(run) > len(best):
            best = run
    return best if len(best) > 1 else []


def _next(reading: Reading, start: int, end: int) -> Place | None:
    for i in range(start, min(start + _GAP, end)):
        if (place := reading.place_at.get(i)) is not None:
            return place
        if reading.doc[i].lower_ not in _JOINTS:
            return None
    return None


def pair_label(reading: Reading, token: "Token") -> list[Ref]:
    """As in "Kenya and Germany: Talks are under way": the two countries that head a paragraph."""
    text, doc = reading.article.text, reading.doc
    begin = text.rfind("\n", 0, token.idx) + 1
    colon = text.find(":", begin, token.idx)
    if colon < 0 or colon - begin > 60:
        return []
    named = [p for p in reading.places if begin <= doc[p.start].idx < colon and p.form == "name"]
    rest = text[begin:colon]
    for place in named:
        rest = rest.replace(doc.text_of(place.start, place.end), "")
    joints = {"and", "&", "with", "-", "–", "—", "/", "the", "•", "*"}
    if len({p.code for p in named}) != 2 or not set(rest.lower().replace("–", " – ").split()) <= joints:
        return []
    return [Ref(code=p.code, start=p.start, end=p.end, how="document deal") for p in named]


def label_of(reading: Reading, token: "Token") -> Ref | None:
    """As in "Guyana: Talks are under way": the country that the paragraph is about by its first words."""
    text, doc = reading.article.text, reading.doc
    begin = text.rfind("\n", 0, token.idx) + 1
    for place in reading.places:
        first = doc[place.start]
        if first.idx >= token.idx:
            return None
        if first.idx < begin or text[begin : first.idx].strip(" -*•–—#"):
            continue
        alone = place.end < len(doc) and doc[place.end].text == ":" and place.form == "name"
        return Ref(code=place.code, start=place.start, end=place.end, how="document deal") if alone else None
    return None
