"""Countries in a text: by name, demonym, capital or leader."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract.nlp import pipeline
from kg.extract.reading import Place, Reading

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

_RANK: Final = ("name", "demonym", "capital", "leader")


def find_places(reading: Reading) -> Reading:
    """Adds the countries that the text names."""
    doc = reading.doc
    found = [place for place in _matches(doc) if not _in_personal_name(doc, place)]
    named = {place.code for place in found if place.form != "capital" }
    sure = [p for p in found if not (p.form == "capital" and p.code not in named and doc[p.start].text in _CAUTIOUS)]
    return replace(reading, places=tuple(sure))


_CAUTIOUS: Final = frozenset(("Victoria", "Kingston", "Georgetown", "Hamilton", "Stanley", "Nassau", "Douglas", "Alofi"))


def _matches(doc: "Doc") -> list[Place]:
    matcher, meaning = _matcher()
    best: dict[int, Place] = {}
    for key, start, end in sorted(matcher(doc), key=lambda m: (m[1], -m[2])):
        codes = meaning[doc.vocab.strings[key]]
        if any(i in best for i in range(start, end)):
            continue
        code, form = codes
        place = Place(start=start, end=end, code=code, form=form)
        best.update(dict.fromkeys(range(start, end), place))
    return sorted({(p.start): p for p in best.values()}.values(), key=lambda p: p.start)


def _in_personal_name(doc: "Doc", place: Place) -> bool:
    """Jordan Smith, Michael Jordan, Chad Wolf: a name of a person, not a country."""
    if place.form in ("demonym", "leader"):
        return False
    before = doc[place.start - 1] if place.start else None
    inside = {ent for ent in doc.ents if ent.label_ == "PERSON" and ent.start <= place.start and place.end <= ent.end}
    return any(ent.end - ent.start > place.end - place.start and ent[0].is_title for ent in inside) and bool(
        not before or before.lower_ not in ("in", "to", "from", "of")
    ) and doc[place.start].text in _GIVEN


_GIVEN: Final = frozenset(("Jordan", "Chad", "Israel", "Georgia", "Cuba", "Paris", "London", "Victoria", "Sofia", "Dakar", "Kenya", "India", "Santiago", "Jamaica"))


@lru_cache(maxsize=1)
def _matcher() -> tuple["PhraseMatcher", dict[str, tuple[str, str]]]:
    import tomllib

    from spacy.matcher import PhraseMatcher

    from kg.paths import resource

    nlp = pipeline()
    matcher = PhraseMatcher(nlp.vocab)
    meaning: dict[str, tuple[str, str]] = {}
    rows = tomllib.loads(resource("data/countries.toml").read_text("utf-8"))
    extra = {"GBR": ["London", "Britain", "UK", "U.K.", "Briton", "Britons"], "USA": ["US", "U.S.", "America", "the States", "White House"]}
    for code, row in rows.items():
        for form, many in (("name", [row["name"], *row["aliases"]]), ("demonym", row["demonyms"]), ("capital", [row.get("capital")])):
            for text in many:
                if not text or text in meaning:
                    continue
                for variant in {text, text.upper() if form == "name" and len(text) > 3 else text}:
                    meaning.setdefault(variant, (code, form))
        for text in extra.get(code, ()):
            meaning.setdefault(text, (code, "name"))
    for text in meaning:
        matcher.add(text, [nlp.make_doc(text)])
    return matcher, meaning
