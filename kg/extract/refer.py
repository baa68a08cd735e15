"""Which country a noun phrase stands for: by name, or by pointing back ("the kingdom", "it")."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import table, words
from kg.extract.many import behind_colon, companions, distinct, joined, listed
from kg.extract.phrases import phrase
from kg.extract.reading import Place, Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_MANY: Final = frozenset(
    (
        *("country", "nation", "state", "partner", "neighbour", "neighbor", "place", "government"),
        *("other", "those", "ally", "taker", "signatory"),
    )
)
_SPEAKERS_OWN: Final = frozenset(("we", "us", "our", "ours"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A country as a slot needs it.

    Args:
        code: ISO 3166-1 alpha-3, or EU.
        start: First token of the words that carry it.
        end: One past the last.
        how: How it was resolved, or None where the words name it.
        form: How the words name it, as for places.
    """

    code: str
    start: int
    end: int
    how: str | None = None
    form: str = "name"


def countries_of(reading: Reading, token: "Token") -> list[Ref]:
    """Countries that a noun phrase and its coordinated parts stand for, as parties; [] where none."""
    found: list[Ref] = []
    for part in syntax.coordinated(token):
        for ref in _of(reading, part):
            if ref.code not in {r.code for r in found}:
                found.append(ref)
    return found


def _of(reading: Reading, token: "Token") -> list[Ref]:
    if (place := reading.place_at.get(token.i)) is not None and place.form != "demonym":
        return [_ref(place)]
    if place is not None and (is_person(reading, place) or any(c.dep_ == "nummod" for c in token.children)):
        return []  # "to Eswatini, a Vietnamese and a Laotian", "to Ghana and 35 Syrians to Togo"
    if token.text == "Europe" and token.dep_ == "nsubj" and any(p.code == "EU" for p in reading.places):
        return [Ref(code="EU", start=token.i, end=token.i + 1, how="alias")]  # "Europe signs a pact"
    word = token.lemma_.lower()
    start, end = phrase(token)
    inside = [reading.place_at[i] for i in range(start, end) if i in reading.place_at]
    office = next((o for o in reading.offices if o.start <= token.i < o.end), None)
    if office is not None and office.country:
        named = next(
            (reading.place_at[i] for i in range(office.start, office.end) if i in reading.place_at), None
        )
        return (
            [_ref(named)]
            if named
            else [Ref(code=office.country, start=office.start, end=office.end, how=office.how or "office")]
        )
    if inside and (
        word in words("society.state-nouns", "movement.carriers")
        or token.lower_ in words("society.state-nouns")
        or (token.tag_ in ("NNP", "NNPS") and word not in words("deals.deal"))
    ):
        several = token.tag_ in ("NNS", "NNPS") and word in words("society.state-nouns")
        return [_ref(p) for p in joined(reading, inside)] if several else [_ref(inside[0])]
    if inside and word in ("country", "nation", "state", "countries", "nations", "island"):
        return [_ref(p) for p in distinct(inside)]
    if not inside and word in words("society.state-nouns") and (owner := _holder(token)) is not None:
        return countries_of(reading, owner)
    if not inside and word in words("society.state-nouns") and (its := _its(token)) is not None:
        return [back] if (back := _subject_before(reading, its, plural=False)) else []
    if word in _MANY and token.tag_ in ("NNS", "NNPS", "DT"):
        return [_ref(p) for p in listed(reading, token) or behind_colon(reading, token)]
    if back := _back(reading, token, start, end):
        return [back, *_others(reading, token, back)]
    if person := _person(reading, token) or _state_body(reading, token):
        return [person]
    if word in words("society.state-nouns") and (seat := _fronted(reading, token)) is not None:
        return [seat]
    return []


def _state_body(reading: Reading, token: "Token") -> Ref | None:
    """As in "the State Department": a body that the gazetteer knows acts for its state."""
    if (code := table("society.parliaments").get(token.lower_)) is not None:
        return Ref(code=code, start=token.i, end=token.i + 1, how="alias")
    for body in reading.bodies:
        if body.start <= token.i < body.end and reading.doc[body.end - 1].lower_ in words(
            "society.state-bodies"
        ):
            return Ref(code=body.code, start=body.start, end=body.end, how="alias")
    return None


def _fronted(reading: Reading, token: "Token") -> Ref | None:
    """As in "In Accra the cabinet agreed": the capital that the sentence begins with."""
    doc, first = reading.doc, token.sent.start
    place = reading.place_at.get(first + 1)
    if doc[first].lower_ != "in" or place is None or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    near = token.left_edge.i - place.end <= 1
    return Ref(code=place.code, start=place.start, end=place.end, how="coreference") if near else None


def _holder(token: "Token") -> "Token | None":
    """As in "Mr Dutton's department": the name of whose it is."""
    return next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)


def _its(token: "Token") -> "Token | None":
    """As in "its foreign minister"."""
    return next((c for c in token.children if c.dep_ == "poss" and c.lower_ == "its"), None)


def _others(reading: Reading, token: "Token", back: Ref) -> list[Ref]:
    if token.lower_ not in ("they", "them"):
        return []
    return [
        Ref(code=p.code, start=token.i, end=token.i + 1, how="coreference")
        for p in companions(reading, token, back.code)
    ]


def _ref(place: Place) -> Ref:
    return Ref(code=place.code, start=place.start, end=place.end, form=place.form)


def _person(reading: Reading, token: "Token") -> Ref | None:
    if token.pos_ != "PROPN":
        return None
    for leader in reading.leaders:
        if leader.start <= token.i < leader.end:
            return Ref(code=leader.code, start=leader.start, end=leader.end, how="alias")
    for office in reading.offices:
        if office.country and office.person.split()[-1] == token.text:
            return Ref(code=office.country, start=token.i, end=token.i + 1, how="office")
    return None


def _back(reading: Reading, token: "Token", start: int, end: int) -> Ref | None:
    word = token.lower_
    if word in _SPEAKERS_OWN or (
        token.lemma_.lower() in words("society.country-nouns")
        and any(reading.doc[i].lower_ in ("our", "his", "her", "my") for i in range(start, token.i))
    ):
        speech = reading.speech_of(token)
        if speech is not None and speech.country:
            return Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")
    if word in ("it", "its", "they", "their"):
        return _same_subject(reading, token) or _subject_before(
            reading, token, plural=word in ("they", "their")
        )
    noun = token.lemma_.lower()
    if noun == "bloc" and any(p.code == "EU" for p in reading.places):
        return Ref(code="EU", start=token.i, end=token.i + 1, how="coreference")
    if token.tag_ in ("NNS", "NNPS") or not any(
        reading.doc[i].lower_ in ("the", "this", "that") for i in range(start, token.i)
    ):
        return None
    if noun in words("society.country-nouns"):
        members = _members(reading, start, token.i)
        if members is None:
            return _country_before(reading, token)
        before = [
            p for p in reading.places if p.start < token.i and p.code in members and p.form != "capital"
        ]
        if before:
            return Ref(code=before[-1].code, start=start, end=token.i + 1, how="coreference")
        return _country_before(reading, token) if start == token.i - 1 else None
    if (
        noun in ("government", "administration", "ministry", "authority", "authorities", "parliament")
        and end - start <= 2
    ):
        speech = reading.speech_of(token)
        if speech is not None and speech.country:
            return Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")
        if noun == "administration" and (code := _administered(reading, token)) is not None:
            return Ref(code=code, start=token.i, end=token.i + 1, how="coreference")
        return _subject_before(reading, token, plural=False)
    return None


def _same_subject(reading: Reading, pronoun: "Token") -> Ref | None:
    """As in "the administration flew two men to Palau and it sent five to Ghana": who acts goes on acting."""
    verb = pronoun.head
    joined = verb.dep_ == "conj" or (
        verb.dep_ == "advcl" and not any(c.dep_ in ("mark", "advmod") and c.i < verb.i for c in verb.children)
    )
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or not joined:
        return None
    before = syntax.subject(verb.head)
    if before is None or before.i >= pronoun.i or before.tag_ in ("NNS", "NNPS"):
        return None
    found = countries_of(reading, before)
    return Ref(code=found[0].code, start=pronoun.i, end=pronoun.i + 1, how="coreference") if found else None


def _administered(reading: Reading, token: "Token") -> str | None:
    """The country whose "administration" was named before, or that alone calls its government so."""
    named = [p for p in reading.places if p.start < token.i and p.form == "leader"]
    known = [p.code for p in named if reading.doc[p.end - 1].lemma_.lower() == "administration"]
    if known:
        return known[-1]
    before = {p.code for p in (*reading.places, *reading.leaders) if p.start < token.i}
    return next((code for code in words("deals.administrations") if code in before), None)


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[str]]:
    pairs = (line.split(": ") for line in words("regions.members"))
    return {name: frozenset(codes.split()) for name, codes in pairs}


def _members(reading: Reading, start: int, end: int) -> frozenset[str] | None:
    """Countries of a region named before the noun; None where none is named."""
    text = reading.doc.text_of(start, end).lower()
    text = f"{text.replace('-', ' ')} {reading.doc[end].lemma_.lower()} "
    fitting = [name for name in _regions() if f"{name} " in text]
    return _regions()[max(fitting, key=len)] if fitting else None


def _country_before(reading: Reading, token: "Token") -> Ref | None:
    """For "the country": the speaker's own, else the country last spoken of."""
    speech = reading.speech_of(token)
    if speech is not None and speech.country:
        return Ref(code=speech.country, start=token.i, end=token.i + 1, how="coreference")
    return _subject_before(reading, token, plural=False) or _last(reading, token)


def _last(reading: Reading, token: "Token") -> Ref | None:
    before = [p for p in reading.places if p.end <= token.i and p.form in ("name", "demonym")]
    return Ref(code=before[-1].code, start=token.i, end=token.i + 1, how="coreference") if before else None


def is_person(reading: Reading, place: Place) -> bool:
    """As in "a Jamaican", "an Iranian man": somebody from there, and no state."""
    last = reading.doc[place.end - 1]
    of_one = last.head.lemma_.lower() in words("movement.people") and last.dep_ in ("amod", "compound")
    return place.form == "demonym" and (of_one or any(c.lower_ in ("a", "an", "one") for c in last.children))


def _subject_before(reading: Reading, token: "Token", *, plural: bool) -> Ref | None:
    """The country that the sentence, or one before it, is about."""
    candidates: list[tuple[float, Place]] = []
    number = reading.article.sentence_at(token.idx)
    verbs = {a.i for a in syntax.climb(token)}
    acting = token.head.i if token.dep_ in ("dobj", "dative") else -1  # "Chad asked it": not Chad
    for place in reading.places:
        if place.end > token.i or (place.form == "capital" and reading.doc[place.start - 1].pos_ == "ADP"):
            continue
        distance = number - reading.article.sentence_at(reading.doc[place.start].idx)
        if distance > 2 or is_person(reading, place):
            continue
        top = reading.doc[place.end - 1]
        while top.dep_ in ("compound", "poss", "amod", "nmod") and top.head.i != top.i:
            top = top.head
        if top.dep_ == "nsubj" and top.head.i == acting:
            continue
        if top.dep_ == "pobj" and top.head.lower_ == "with" and top.head.head.i in verbs:
            continue  # "an agreement with Chad that would let it send people there": not Chad
        role = (
            2.0
            if top.dep_ in ("nsubj", "nsubjpass") and (distance or top.head.i in verbs)
            else 0.5
            if top.dep_ in ("dobj", "pobj")
            else 1
        )
        if place.form == "demonym":
            role -= 0.75
        if reading.doc[place.end - 1].dep_ == "compound" and top.lemma_.lower() in words("deals.paper"):
            role = -0.5  # "after the Rwanda deal fell through, the government": not Rwanda's
        candidates.append((role - 1.5 * distance + place.start / 1e5, place))
    best = max(candidates, key=lambda c: c[0], default=None)
    return Ref(code=best[1].code, start=token.i, end=token.i + 1, how="coreference") if best else None
