"""Who a noun phrase before a reporting verb is: names in full, titles and pronouns resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.antecedents import body_before, group_before, holder_of, person_before
from kg.extract.lexicon import words
from kg.extract.persons import full_name, name_at, people
from kg.extract.phrases import ARTICLES, Speaker, is_body, is_proper, lower_first, name_of, phrase
from kg.extract.reading import Office, Reading, Speech
from kg.extract.syntax import coordinated, first
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_HE: Final = frozenset(("he", "she", "him", "her"))


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
        return person_before(reading, token, earlier)
    if token.lower_ in ("it", "they", "which", "who", "both"):
        return group_before(reading, token, earlier)
    if token.pos_ == "PRON" or token.lower_ in ("there", "nobody", "none", "everyone"):
        return None
    if token.i in reading.place_at and token.i + 1 >= end and reading.place_at[token.i].form != "demonym":
        place = reading.place_at[token.i]
        return Speaker(
            name=name_of(reading, place.start, place.end),
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
        and (held := holder_of(reading, token, start, end))
    ):
        return Speaker(
            name=held.person,
            source=SourceType.PERSON,
            start=start,
            end=end,
            country=held.country,
            how="office",
        )
    if is_proper(reading, token) and token.lemma_.lower() not in words("society.person-anaphora"):
        return _named(reading, token, start, end)
    named = first(
        c for c in token.children if c.dep_ == "appos" and c.i > token.i and c.ent_type_ == "PERSON"
    )
    if named is not None and token.tag_ == "NN" and is_proper(reading, named):
        return _named(reading, named, *phrase(named))  # "the plaintiff, Jo Smith,"
    return _described(reading, token, start, end, earlier)


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


def _named(reading: Reading, token: "Token", start: int, end: int) -> Speaker:
    doc = reading.doc
    office_people = {o.person for o in reading.offices}
    begin = start
    while begin < token.i and doc[begin].lower_ in ARTICLES | {
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
    while begin < token.i and doc[begin].is_lower and doc[token.i].text[0].isupper():
        begin += 1  # "medical charity MSF"
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
            name=name_of(reading, begin, end),
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
            or (name[1] - name[0] > 1 and token.ent_type_ != "ORG")
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
            name=name_of(reading, begin, end),
            source=SourceType.PERSON if name[1] - name[0] > 1 else SourceType.ORGANISATION,
            start=begin,
            end=end,
        )
    return Speaker(name=name_of(reading, begin, end), source=SourceType.ORGANISATION, start=begin, end=end)


def _described(
    reading: Reading, token: "Token", start: int, end: int, earlier: Sequence[Speech]
) -> Speaker | None:
    """A description: a post, a group, a kind of people."""
    doc = reading.doc
    word = token.lemma_.lower()
    if word in words("movement.move-nouns", "movement.take-nouns", "deals.deal", "society.occasions"):
        return None
    place = next((reading.place_at[i] for i in range(start, end) if i in reading.place_at), None)
    code = place.code if place else None
    plural = token.tag_ in ("NNS", "NNPS")
    indefinite = doc[start].lower_ in ("a", "an", "one", "another")
    if (
        not plural
        and not indefinite
        and word in words("society.person-anaphora")
        and (office := holder_of(reading, token, start, end))
    ):
        return Speaker(
            name=office.person,
            source=SourceType.PERSON,
            start=start,
            end=end,
            country=office.country,
            how="office",
        )
    if indefinite and token.i + 2 < len(doc) and end == token.i + 1:
        end = _where(token)
    if not plural and indefinite and word in words("society.public-roles", "society.person-anaphora"):
        return Speaker(
            name=lower_first(name_of(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    if (
        not plural
        and word in words("society.group-anaphora")
        and end - start <= 2 + (f"{doc[token.i - 1].lower_} {word}" in words("society.group-anaphora"))
        and doc[start].lower_ in ("the", "this")
        and word != "court"
    ) and (before := body_before(reading, token, earlier)) is not None:
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
            name=name_of(reading, start, end),
            source=SourceType.ORGANISATION,
            start=start,
            end=end,
            country=code,
        )
    if not plural and (
        word in words("society.organisations") or token.lower_ in words("society.organisations")
    ):
        return Speaker(
            name=name_of(reading, start, end),
            source=SourceType.ORGANISATION,
            start=start,
            end=end,
            country=code,
        )
    if not plural and word in words("society.person-anaphora", "society.public-roles"):
        before = (
            person_before(reading, token, earlier)
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
            name=lower_first(name_of(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    if plural or word in ("people", "police", "majority", "media", "press", "critic"):
        return Speaker(
            name=name_of(reading, start, end),
            source=SourceType.COLLECTIVE,
            start=start,
            end=end,
            country=code,
        )
    if indefinite or word in words("movement.people"):
        return Speaker(
            name=lower_first(name_of(reading, start, end, article=True)),
            source=SourceType.ANONYMOUS,
            start=start,
            end=end,
            country=code,
        )
    return None


def _where(token: "Token") -> int:
    """One past "in Brussels" right behind an unnamed speaker, whatever the parser hangs it on."""
    preposition = token.doc[token.i + 1]
    goal = first(c for c in preposition.children if c.dep_ == "pobj")
    if preposition.lower_ in ("in", "at", "from") and goal is not None and goal.pos_ == "PROPN":
        return goal.i + 1
    return token.i + 1


def _vouching(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """Who stands behind a document: its maker, or who has seen it; else the source of the last document."""
    start, end = phrase(token)
    for inner in token.subtree:
        if inner.lower_ in ("by", "from", "of") and inner.i > token.i:
            for child in inner.children:
                if (
                    child.dep_ == "pobj"
                    and (
                        is_proper(reading, child)
                        or child.lemma_.lower() in words("society.organisations")
                        or _office_at(reading, child)
                    )
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
    same = [t for t in reading.doc[: token.i] if t.lemma_ == token.lemma_ and t.pos_ == "NOUN"]
    if (
        same
        and end - start <= 2
        and (maker := _vouching(reading, same[0], earlier))
        and maker.name.lower() not in same[0].text.lower()
    ):
        return replace(maker, start=start, end=end, how="coreference")
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
    return Speaker(name=name_of(reading, start, end), source=SourceType.ORGANISATION, start=start, end=end)
