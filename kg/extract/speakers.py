"""Who a noun phrase before a reporting verb is: names in full, titles and pronouns resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.offices import full_name, name_at, normalise, people
from kg.extract.reading import Office, Reading, Speech
from kg.extract.syntax import coordinated
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "some",
        "many",
        "several",
    )
)
_HE: Final = frozenset(("he", "she", "him", "her"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A resolved source: its name, what it is, where its words begin and end, and how it was resolved."""

    name: str
    source: SourceType
    start: int
    end: int
    country: str | None = None
    how: str | None = None


def speakers(reading: Reading, head: "Token", earlier: Sequence[Speech]) -> Iterator[Speaker]:
    """The sources that a noun phrase names, one for each coordinated part."""
    for token in coordinated(head):
        if found := _speaker(reading, token, earlier):
            yield found


def _speaker(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    if office := _office_at(reading, token):
        return Speaker(
            name=office.person,
            source=SourceType.PERSON,
            start=office.name_start,
            end=office.name_end,
            country=office.country,
            how="alias" if reading.doc[office.name_start : office.name_end].text != office.person else None,
        )
    start, end = phrase(token)
    if token.lower_ in _HE:
        return _person_before(reading, token, earlier)
    if token.lower_ in (
        "it",
        "they",
        "which",
        "who",
        "that",
        "both",
        "one",
        "others",
        "some",
        "many",
        "those",
    ):
        return _group_before(reading, token, earlier)
    if token.pos_ == "PRON" or token.lower_ in ("there", "nobody", "none", "everyone"):
        return None
    if token.i in reading.place_at and token.i + 1 >= end and reading.place_at[token.i].form != "demonym":
        place = reading.place_at[token.i]
        return Speaker(
            name=_name(reading, place.start, place.end),
            source=SourceType.ORGANISATION,
            start=place.start,
            end=place.end,
            country=place.code,
        )
    if token.lemma_.lower() in words("speech.documents"):
        return _vouching(reading, token, earlier)
    if (
        token.lemma_.lower() in words("society.person-anaphora")
        and token.tag_ != "NNPS"
        and (held := _held(reading, token, start, end))
    ):
        return Speaker(
            name=held.person,
            source=SourceType.PERSON,
            start=start,
            end=end,
            country=held.country,
            how="office",
        )
    if _proper(reading, token) and token.lemma_.lower() not in words("society.person-anaphora"):
        return _named(reading, token, start, end)
    return _described(reading, token, start, end, earlier)


def phrase(token: "Token") -> tuple[int, int]:
    """The noun phrase of a head without clauses and appositions: first token and one past the last."""
    start = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in (
            "det",
            "amod",
            "compound",
            "poss",
            "nmod",
            "nummod",
            "advmod",
            "quantmod",
            "predet",
            "punct",
        ):
            start = min(start, child.left_edge.i)
    doc = token.doc
    while start < token.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = token.i + 1
    for child in sorted(token.children, key=lambda c: c.i):
        if (
            child.i >= end
            and child.left_edge.i == end
            and child.dep_ == "prep"
            and child.lower_ in ("of", "for", "in", "from", "at", "on", "to", "with")
            and not any(t.pos_ == "VERB" or t.text == "," for t in child.subtree)
        ):
            end = child.right_edge.i + 1
        elif child.i == end and child.dep_ in ("compound", "nmod", "case") and child.tag_ == "NNP":
            end = child.i + 1
    while end > token.i + 1 and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return start, end


def _name(reading: Reading, start: int, end: int, *, article: bool = False) -> str:
    doc = reading.doc
    while not article and start < end - 1 and doc[start].lower_ in _ARTICLES:
        start += 1
    return reading.span(start, end).text


def _office_at(reading: Reading, token: "Token") -> Office | None:
    for office in reading.offices:
        if office.start <= token.i < office.end:
            return office
    for child in token.children:
        if child.dep_ == "appos":
            for office in reading.offices:
                if office.name_start <= child.i < office.name_end:
                    return office
    return None


def _proper(reading: Reading, token: "Token") -> bool:
    if any(o.person.split()[-1] == token.text for o in reading.offices):
        return True
    return (
        token.text[0].isupper()
        and (token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG"))
        and (
            not token.is_sent_start
            or token.tag_ != "NNS"
            and (token.pos_ == "PROPN" or token.ent_type_ == "PERSON")
        )
    )


def is_body(reading: Reading, start: int, end: int) -> bool:
    """Whether a proper name is that of a body, not of a person."""
    doc = reading.doc
    tokens = [t for t in doc[start:end] if not t.is_punct]
    heads = words("society.organisations") | words("speech.outlets")
    return (
        any(t.lower_ in heads or t.lemma_.lower() in heads for t in tokens)
        or any(t.i in reading.place_at for t in tokens)
        or any(t.text.isupper() and len(t) > 1 and t.is_alpha for t in tokens)
        or any(t.lower_ in ("of", "for", "and", "rights") for t in tokens)
        or sum(t.ent_type_ == "ORG" for t in tokens) == len(tokens) > 1
    )


def _named(reading: Reading, token: "Token", start: int, end: int) -> Speaker:
    doc = reading.doc
    office_people = {o.person for o in reading.offices}
    begin = start
    while begin < token.i and doc[begin].lower_ in _ARTICLES | {
        "mr",
        "ms",
        "mrs",
        "dr",
        "sir",
        "mr.",
        "ms.",
        "mrs.",
        "dr.",
    }:
        begin += 1
    last = doc[token.i].text
    known = full_name(reading, last)
    surname = known != last and any(known.split()[-1] == last for _ in (0,)) and token.i == begin
    if surname or last in office_people:
        who = next((o for o in reading.offices if o.person == known), None)
        return Speaker(
            name=known,
            source=SourceType.PERSON,
            start=token.i,
            end=token.i + 1,
            country=who.country if who else None,
            how="alias" if known != last else None,
        )
    if is_body(reading, begin, end) and not (
        doc[token.i].ent_type_ == "PERSON" and not any(t.i in reading.place_at for t in doc[begin:end])
    ):
        place = next((reading.place_at[i] for i in range(begin, end) if i in reading.place_at), None)
        return Speaker(
            name=_name(reading, begin, end),
            source=SourceType.ORGANISATION,
            start=begin,
            end=end,
            country=place.code if place else None,
        )
    name = name_at(reading, begin)
    for probe in range(begin, token.i + 1):
        if (probed := name_at(reading, probe)) and probed[0] <= token.i < probed[1]:
            name = probed
            break
    if name and name[0] <= token.i < name[1]:
        text = doc[name[0] : name[1]].text
        known = full_name(reading, text)
        who = next((o for o in reading.offices if o.person == known), None)
        if (
            doc[token.i].ent_type_ != "ORG"
            or who
            or name[1] - name[0] > 1
            and token.ent_type_ != "ORG"
            or any(p.split()[-1] == text for p in people(reading))
        ):
            return Speaker(
                name=known,
                source=SourceType.PERSON,
                start=name[0],
                end=name[1],
                country=who.country if who else None,
                how="alias" if known != text else None,
            )
        return Speaker(
            name=_name(reading, begin, end),
            source=SourceType.PERSON if name[1] - name[0] > 1 else SourceType.ORGANISATION,
            start=begin,
            end=end,
        )
    return Speaker(name=_name(reading, begin, end), source=SourceType.ORGANISATION, start=begin, end=end)


def _described(
    reading: Reading, token: "Token", start: int, end: int, earlier: Sequence[Speech]
) -> Speaker | None:
    """A description: a post, a group, a kind of people."""
    doc = reading.doc
    word = token.lemma_.lower()
    place = next((reading.place_at[i] for i in range(start, end) if i in reading.place_at), None)
    code = place.code if place else None
    plural = token.tag_ in ("NNS", "NNPS")
    indefinite = doc[start].lower_ in ("a", "an", "one", "another")
    if (
        not plural
        and not indefinite
        and word in words("society.person-anaphora")
        and (office := _held(reading, token, start, end))
    ):
        return Speaker(
            name=office.person,
            source=SourceType.PERSON,
            start=start,
            end=end,
            country=office.country,
            how="office",
        )
    if not plural and indefinite and word in words("society.public-roles") | words("society.person-anaphora"):
        return Speaker(
            name=_lower_first(_name(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    if (
        not plural
        and word in words("society.group-anaphora")
        and end - start <= 2
        and doc[start].lower_ in ("the", "this")
        and word != "court"
    ):
        if (before := _body_before(reading, token, earlier)) is not None:
            return Speaker(
                name=before.name,
                source=before.source,
                start=start,
                end=end,
                country=before.country,
                how="coreference",
            )
    if not plural and word in words("society.country-nouns"):
        return Speaker(
            name=_name(reading, start, end),
            source=SourceType.ORGANISATION,
            start=start,
            end=end,
            country=code,
        )
    if not plural and (
        word in words("society.organisations") or token.lower_ in words("society.organisations")
    ):
        return Speaker(
            name=_name(reading, start, end),
            source=SourceType.ORGANISATION,
            start=start,
            end=end,
            country=code,
        )
    if not plural and word in words("society.person-anaphora") | words("society.public-roles"):
        before = (
            _person_before(reading, token, earlier)
            if end - start <= 2 and word not in ("official", "source")
            else None
        )
        if before:
            return Speaker(
                name=before.name,
                source=before.source,
                start=start,
                end=end,
                country=before.country,
                how="coreference",
            )
        return Speaker(
            name=_lower_first(_name(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    if plural or word in ("people", "police", "majority", "media", "press", "critic"):
        return Speaker(
            name=_name(reading, start, end), source=SourceType.COLLECTIVE, start=start, end=end, country=code
        )
    if indefinite or word in words("movement.people"):
        return Speaker(
            name=_lower_first(_name(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    return None


def _lower_first(text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in _ARTICLES else text


def _held(reading: Reading, token: "Token", start: int, end: int) -> Office | None:
    """The holder of a title that stands without a name."""
    doc = reading.doc
    kept = [
        t.text
        for t in doc[start:end]
        if t.i not in reading.place_at and t.lower_ not in _ARTICLES and t.lower_ not in ("'s", "’s")
    ]
    title = normalise(" ".join(kept)) if kept else ""
    codes = {reading.place_at[i].code for i in range(start, end) if i in reading.place_at}
    fitting = [o for o in reading.offices if not codes or o.country in codes]
    same = (
        [o for o in fitting if o.office == title]
        or [
            o for o in fitting if len(kept) == 1 and kept[0].lower() in o.office.split() and o.start < token.i
        ]
        or [
            o
            for o in fitting
            if len(kept) == 1
            and kept[0].lower() in ("spokesman", "spokeswoman")
            and "spokesperson" in o.office
            and o.start < token.i
        ]
    )
    before = [o for o in same if o.start < token.i]
    return before[-1] if before else same[0] if same else None


def _person_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The person last spoken of, before a pronoun: the last speaker, unless a later sentence is about another."""
    candidates: list[tuple[int, Speaker]] = []
    for speech in earlier:
        if speech.source is SourceType.PERSON and speech.speaker and speech.who < token.i:
            candidates.append(
                (
                    speech.who,
                    Speaker(
                        name=speech.speaker,
                        source=SourceType.PERSON,
                        start=token.i,
                        end=token.i + 1,
                        country=speech.country,
                        how="coreference",
                    ),
                )
            )
    for office in reading.offices:
        if office.name_start < token.i:
            last = reading.doc[office.name_end - 1]
            weight = (
                office.name_start if last.dep_ in ("nsubj", "nsubjpass", "appos") else office.name_start - 60
            )
            candidates.append(
                (
                    weight,
                    Speaker(
                        name=office.person,
                        source=SourceType.PERSON,
                        start=token.i,
                        end=token.i + 1,
                        country=office.country,
                        how="coreference",
                    ),
                )
            )
    for ent in reading.doc.ents:
        if (
            ent.label_ == "PERSON"
            and ent.end <= token.i
            and ent.root.dep_ in ("nsubj", "nsubjpass")
            and ent.text in people(reading)
        ):
            name = full_name(reading, ent.text)
            candidates.append(
                (
                    ent.start,
                    Speaker(
                        name=name, source=SourceType.PERSON, start=token.i, end=token.i + 1, how="coreference"
                    ),
                )
            )
    found = max(candidates, key=lambda c: c[0], default=None)
    return found[1] if found else None


def _group_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    for speech in reversed(earlier):
        if (
            speech.speaker
            and speech.who < token.i
            and speech.source in (SourceType.ORGANISATION, SourceType.COLLECTIVE)
        ):
            if token.lower_ == "it" and speech.source is SourceType.COLLECTIVE:
                continue
            return Speaker(
                name=speech.speaker,
                source=speech.source,
                start=token.i,
                end=token.i + 1,
                country=speech.country,
                how="coreference",
            )
    return None


def _body_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The body last named: for "the group", "the charity", "the ministry"."""
    word = token.lemma_.lower()
    doc = reading.doc
    found: list[tuple[int, Speaker]] = []
    for speech in earlier:
        if (
            speech.source is SourceType.ORGANISATION
            and speech.speaker
            and speech.who < token.i
            and not _is_country_name(reading, speech.speaker)
            and (
                word not in ("ministry", "department", "court", "commission", "council", "party")
                or word in speech.speaker.lower()
            )
        ):
            found.append(
                (
                    speech.who,
                    Speaker(
                        name=speech.speaker,
                        source=speech.source,
                        start=token.i,
                        end=token.i + 1,
                        country=speech.country,
                    ),
                )
            )
    for ent in doc.ents:
        if ent.end <= token.i and ent.label_ == "ORG" and not any(t.i in reading.place_at for t in ent):
            if (
                word
                in ("ministry", "department", "commission", "council", "party", "union", "committee", "bloc")
                and word not in ent.text.lower()
                and not (word == "party" and len(ent) < 3)
            ):
                continue
            start = ent.start + (ent[0].lower_ in _ARTICLES)
            found.append(
                (
                    ent.start,
                    Speaker(
                        name=doc[start : ent.end].text,
                        source=SourceType.ORGANISATION,
                        start=token.i,
                        end=token.i + 1,
                    ),
                )
            )
    best = max(found, key=lambda f: f[0], default=None)
    return best[1] if best else None


def _is_country_name(reading: Reading, name: str) -> bool:
    return any(reading.doc[p.start : p.end].text == name for p in reading.places)


def _vouching(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """Who stands behind a document: its maker, or who has seen it; else the source of the last document."""
    start, end = phrase(token)
    for inner in token.subtree:
        if inner.lower_ in ("by", "from", "of") and inner.i > token.i:
            for child in inner.children:
                if (
                    child.dep_ == "pobj"
                    and _proper(reading, child)
                    and child.i not in reading.place_at
                    and child.lemma_.lower() not in words("deals.deal")
                ):
                    found = _speaker(reading, child, earlier)
                    if found:
                        return found
    for child in token.children:
        if (
            child.dep_ in ("poss", "compound", "nmod")
            and child.text[0].isupper()
            and (child.i not in reading.place_at or child.dep_ == "poss")
        ):
            found = _speaker(reading, child, earlier)
            if found:
                return found
    for speech in reversed(earlier):
        if speech.source is SourceType.ORGANISATION and speech.speaker:
            return Speaker(
                name=speech.speaker,
                source=speech.source,
                start=start,
                end=end,
                country=speech.country,
                how="coreference",
            )
    return Speaker(name=_name(reading, start, end), source=SourceType.ORGANISATION, start=start, end=end)
