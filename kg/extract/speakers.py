"""Who a noun phrase before a reporting verb is: names in full, titles and pronouns resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.antecedents import group_before, person_before
from kg.extract.described_speakers import by_post, described
from kg.extract.lexicon import words
from kg.extract.named_speakers import named, of_the_name, two_bodies
from kg.extract.phrases import ARTICLES, Speaker, is_proper, lower_first, name_of, phrase
from kg.extract.reading import Office, Reading, Speech
from kg.extract.syntax import coordinated, first
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_HE: Final = frozenset(("he", "she", "him", "her"))


def speakers(reading: Reading, head: "Token", earlier: Sequence[Speech]) -> Iterator[Speaker]:
    """The sources that a noun phrase names, one for each coordinated part."""
    for token in _together(head):
        if shared := _adjectives(reading, token) or two_bodies(reading, token) or _both(reading, token):
            yield from shared
        elif found := _speaker(reading, token, earlier):
            yield found


def _together(head: "Token") -> Iterator["Token"]:
    """What is joined to a head, also behind a name: "the minister, Jo Smith, and two officials"."""
    yield from (t for t in coordinated(head) if not of_the_name(t))
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN":
            yield from (t for t in coordinated(child) if t.i != child.i and t.tag_ in ("NNS", "NNP"))


_FAR: Final = 80


def _both(reading: Reading, token: "Token") -> list[Speaker]:
    """The two office holders named last, for "the two ministers", "both leaders"."""
    two = any(c.lower_ in ("two", "both") for c in token.children if c.i < token.i)
    if token.tag_ != "NNS" or not two or token.lemma_.lower() not in words("society.person-anaphora"):
        return []
    start, end = phrase(token)
    before = [o for o in reading.offices if token.i - _FAR < o.name_start < token.i]
    named = {o.person: o for o in sorted(before, key=lambda o: -o.name_start)}
    if len(named) < 2 or reading.doc[start].lower_ not in ("the", "both", "two"):
        return []
    return [
        Speaker(
            name=office.person,
            source=SourceType.PERSON,
            start=start,
            end=end,
            country=office.country,
            how="coreference",
        )
        for office in reversed(list(named.values())[:2])
    ]


def _adjectives(reading: Reading, token: "Token") -> list[Speaker]:
    """As in "both US and Liberian officials": one group for each country."""
    doc = reading.doc
    if token.tag_ != "NNS" or token.i < 3 or doc[token.i - 2].lower_ != "and":
        return []
    lands = [doc[token.i - 3], doc[token.i - 1]]
    if not all(t.i in reading.place_at for t in lands):
        return []
    return [
        Speaker(
            name=f"{t.text} {token.text}",
            source=SourceType.COLLECTIVE,
            start=t.i,
            end=token.i + 1,
            country=reading.place_at[t.i].code,
            how=None if t.i == token.i - 1 else "coordination",
        )
        for t in lands
    ]


def _speaker(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    if office := _office_at(reading, token):
        return Speaker(
            name=office.person,
            source=SourceType.PERSON,
            start=office.name_start,
            end=office.name_end,
            country=office.country,
            how="alias" if reading.doc.text_of(office.name_start, office.name_end) != office.person else None,
        )
    start, end = phrase(token)
    if token.lower_ in _HE:
        return person_before(reading, token, earlier)
    if token.lower_ in ("it", "they", "which", "who", "both"):
        return None if _of_paper(token) else group_before(reading, token, earlier)
    if token.lower_ in _OTHERS and (other := _other(reading, start, token.i + 1, earlier)) is not None:
        return other
    if token.pos_ == "PRON" or token.lower_ in ("there", "nobody", "none", "everyone"):
        return None
    if token.i in reading.place_at and (named_next := _beside(reading, token)) is not None:
        return named(reading, named_next, *phrase(named_next))
    branch = (
        start < token.i and reading.doc[token.i - 1].tag_ == "NNP" and token.i - 1 not in reading.place_at
    )
    if (
        token.i in reading.place_at
        and token.i + 1 >= end
        and reading.place_at[token.i].form != "demonym"
        and not branch  # "Oxfam Australia"
    ):
        place = reading.place_at[token.i]
        return Speaker(
            name=name_of(reading, place.start, place.end),
            source=SourceType.ORGANISATION,
            start=place.start,
            end=place.end,
            country=place.code,
        )
    if not words("speech.documents").isdisjoint((token.lemma_.lower(), token.lower_)):
        return _vouching(reading, token, earlier)
    if token.tag_ != "NNPS" and (held := by_post(reading, token, start, end)):
        return held
    role = token.lemma_.lower() in words("society.public-roles", "society.parties-to-cases")
    name = first(c for c in token.children if c.dep_ == "appos" and c.i > token.i and c.ent_type_ == "PERSON")
    if name is not None and (token.tag_ == "NN" or role) and is_proper(reading, name):
        return named(reading, name, *phrase(name))  # "the plaintiff, Jo Smith,"
    name = first(
        c for c in token.children if c.dep_ == "appos" and c.left_edge.i == token.i + 1 and c.pos_ == "PROPN"
    )
    if name is not None and token.tag_ == "NN" and is_proper(reading, name):
        return named(reading, name, name.left_edge.i, name.i + 1)  # "the opposition NPP"
    if is_proper(reading, token) and token.lemma_.lower() not in words("society.person-anaphora"):
        return named(reading, token, start, end)
    return described(reading, token, start, end, earlier)


def _of_paper(token: "Token") -> bool:
    """As in "an arrangement which specifies that": what a deal says, nobody says."""
    clause = token.head
    return (
        token.lower_ == "which"
        and clause.dep_ == "relcl"
        and clause.head.lemma_.lower() in words("deals.deal")
    )


def _beside(reading: Reading, place: "Token") -> "Token | None":
    """As in "on a visit to its capital Bamako, Jo Smith said", where the town looks like who says so."""
    return first(
        c
        for c in place.children
        if c.dep_ == "appos" and c.pos_ == "PROPN" and place.doc[c.left_edge.i - 1].text == ","
        if c.ent_type_ == "PERSON" or any(p.start <= c.i < p.end for p in reading.leaders)
    )


_OTHERS: Final = frozenset(("another", "other", "second", "third", "fourth"))


def _other(reading: Reading, start: int, end: int, earlier: Sequence[Speech]) -> Speaker | None:
    """As in "one said he was beaten; another said", "the other said": of those unnamed before."""
    last = next((s for s in reversed(earlier) if not s.silent), None)
    if last is None or last.source not in (SourceType.ANONYMOUS, SourceType.COLLECTIVE):
        return None
    name = lower_first(name_of(reading, start, end, article=True))
    return Speaker(name=name.lower(), source=SourceType.ANONYMOUS, start=start, end=end)


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


def _vouching(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """Who stands behind a document: its maker, or who has seen it; else the source of the last document."""
    start, end = phrase(token)
    for inner in token.subtree:
        if inner.lower_ == "by" and inner.i > token.i and not list(inner.children):
            for ent in reading.doc.ents:  # the parser lost the name in "seen by CBS News show that"
                if ent.start - inner.i in (1, 2) and ent.label_ == "ORG":
                    begin = ent.start + (ent[0].lower_ == "the")
                    name = name_of(reading, begin, ent.end)
                    return Speaker(name=name, source=SourceType.ORGANISATION, start=begin, end=ent.end)
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
    pointing = reading.doc[start].lower_ in ARTICLES
    for speech in reversed(earlier):
        if pointing and speech.source is SourceType.ORGANISATION and speech.speaker:
            return Speaker(
                name=speech.speaker,
                source=speech.source,
                start=start,
                end=end,
                country=speech.country,
                how="coreference",
            )
    return Speaker(name=name_of(reading, start, end), source=SourceType.ORGANISATION, start=start, end=end)
