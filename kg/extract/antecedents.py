"""Whom "he", "the group" and "the minister" stand for."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.persons import full_name, people, sex_of
from kg.extract.phrases import ARTICLES, Speaker, is_medium, lower_first, name_of, phrase
from kg.extract.reading import Office, Place, Reading, Speech
from kg.extract.titles import normalise
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def holder_of(reading: Reading, token: "Token", start: int, end: int) -> Office | None:
    """The holder of a title that stands without a name."""
    doc = reading.doc
    kept = [
        t.text
        for t in doc[start:end]
        if t.i not in reading.place_at and t.lower_ not in ARTICLES and t.lower_ not in ("'s", "’s")
    ]
    title = normalise(" ".join(kept)) if kept else ""
    codes = {reading.place_at[i].code for i in range(start, end) if i in reading.place_at}
    fitting = [o for o in reading.offices if not codes or o.country in codes]
    if codes and not any(token.lower_ in o.office.split() for o in fitting):
        # The country of a bare title is a guess, which "the French minister" puts right.
        fitting = [o for o in reading.offices if o.how == "document context"]
    same = (
        [o for o in fitting if o.office == title]
        or [o for o in fitting if len(kept) > 1 and o.office.startswith((f"{title} for ", f"{title} of "))]
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
    if not same and doc[start].lower_ == "the" and len(kept) > 1:
        # "the children's minister": the text names but one minister
        alike = {o.person: o for o in fitting if o.start < token.i and o.office.split()[0] == token.lower_}
        return next(iter(alike.values())) if len(alike) == 1 else None
    return before[-1] if before else same[0] if same else None


def named_next(reading: Reading, token: "Token") -> str | None:
    """Who a title is of whose holder the next sentences name: "The Home Secretary ... Jo Smith said"."""
    if token.tag_ in ("NNS", "NNPS") or not (token.text[0].isupper() or token.doc[token.i - 1].text == "the"):
        return None
    posts = {office.person for office in reading.offices}
    for ent in reading.doc.ents:
        if ent.label_ != "PERSON" or ent.start <= token.i:
            continue
        opens = ent.start == ent.root.sent.start and ent.root.dep_ == "nsubj" and len(ent) > 1
        bare = not any(child.dep_ in ("appos", "relcl") for child in ent.root.children)
        near = ent.root.sent.start - token.sent.end < 40
        new = ent.text not in posts and ent.text not in reading.doc.text[: ent[0].idx]
        return ent.text if opens and bare and near and new else None
    return None


def person_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The person last spoken of, before a pronoun: the last speaker, or whom a later sentence is about."""
    found = max(_persons(reading, token, earlier), key=lambda c: c[0], default=None)
    return found[1] if found else None


def _persons(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Iterator[tuple[int, Speaker]]:
    """Who a pronoun may stand for, each with how near; none of the other sex, where that can be told."""
    other = {"he": "f", "him": "f", "she": "m", "her": "m"}.get(token.lower_)
    one = partial(Speaker, source=SourceType.PERSON, start=token.i, end=token.i + 1, how="coreference")
    for speech in earlier:
        if not speech.speaker or speech.who >= token.i or sex_of(reading, speech.speaker, earlier) == other:
            continue
        if speech.source is SourceType.PERSON:
            yield speech.who, one(name=speech.speaker, country=speech.country)
        elif speech.source is SourceType.ANONYMOUS and other and not speech.silent:
            yield (
                speech.who,
                one(name=speech.speaker, source=speech.source, country=speech.country),
            )
    for office in reading.offices:
        if office.name_start >= token.i or sex_of(reading, office.person, earlier) == other:
            continue
        last = reading.doc[office.name_end - 1]
        near = last.dep_ in ("nsubj", "nsubjpass", "appos") and not _beside_speaker(last)
        yield (
            office.name_start if near else office.name_start - 60,
            one(name=office.person, country=office.country),
        )
    if other:
        yield from _unnamed(reading, token)
    for ent in reading.doc.ents:
        if (
            ent.label_ == "PERSON"
            and ent.end <= token.i
            and ent.root.dep_ in ("nsubj", "nsubjpass")
            and ent.text in people(reading)
        ):
            name = full_name(reading, ent.text)
            if sex_of(reading, name, earlier) != other:
                yield ent.start, one(name=name)


def _beside_speaker(name: "Token") -> bool:
    """As in "Lund said on a visit with the minister, Kofi Mensah": whom the speaker is with."""
    title = name.head
    return (
        name.dep_ == "appos" and title.dep_ == "pobj" and title.head.lower_ in ("with", "alongside", "beside")
    )


_NEAR: Final = 60
_INSIDE: Final = 4  # tokens from the start of "the UN refugee agency" to "UN"
_FEMALE: Final = frozenset(("woman", "girl", "mother", "wife", "daughter", "spokeswoman"))
_MALE: Final = frozenset(("man", "boy", "father", "husband", "son", "spokesman"))


def _unnamed(reading: Reading, token: "Token") -> Iterator[tuple[int, Speaker]]:
    """As in "An Ethiopian woman fled ... She told": who an earlier sentence is about, without a name."""
    doc, said = reading.doc, {"he": "m", "she": "f"}.get(token.lower_)
    for noun in doc[max(0, token.i - _NEAR) : token.sent.start]:
        sex = "f" if noun.lower_ in _FEMALE else "m" if noun.lower_ in _MALE else None
        about = noun.dep_ in ("nsubj", "nsubjpass") if sex is None else sex == said
        if not about or noun.tag_ != "NN" or "\n" in doc.text_of(noun.i, token.i):
            continue
        start, end = phrase(noun)
        if doc[start].lower_ in ("a", "an", "one", "another") and noun.lemma_.lower() in words(
            "society.public-roles", "movement.people"
        ):
            name = lower_first(name_of(reading, start, end, article=True))
            yield (
                noun.i,
                Speaker(
                    name=name, source=SourceType.ANONYMOUS, start=token.i, end=token.i + 1, how="coreference"
                ),
            )


def one_before(token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The unnamed speaker before, for "the man" behind "one man", unless a person was named since."""
    word = token.lower_
    for speech in reversed(earlier):
        if speech.source is SourceType.PERSON:
            return None
        if speech.source is SourceType.ANONYMOUS and speech.speaker and speech.who < token.i:
            parts = speech.speaker.lower().split()
            if parts[0] in ("a", "an", "one", "another") and word in parts:
                return _as_said(speech, token)
            return None
    return None


def group_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The body or group last speaking, for "it" and "they"."""
    for speech in reversed(earlier):
        written = (
            token.lower_ == "it"
            and reading.doc[speech.cue].sent == token.sent
            and any(
                t.lemma_.lower() in words("speech.documents") for t in reading.doc[speech.who : speech.cue]
            )
        )
        if (
            speech.speaker
            and speech.who < token.i
            and (written or speech.source in (SourceType.ORGANISATION, SourceType.COLLECTIVE))
        ):
            if token.lower_ == "it" and speech.source is SourceType.COLLECTIVE:
                continue
            return _as_said(speech, token, how="coreference")
    return None


def body_before(reading: Reading, token: "Token", earlier: Sequence[Speech]) -> Speaker | None:
    """The body last named: for "the group", "the charity", "the ministry"."""
    word = token.lemma_.lower()
    paper = word in words("speech.outlets") - {"agency"}
    doc = reading.doc
    found: list[tuple[int, Speaker]] = []
    for speech in earlier:
        if (
            speech.source is SourceType.ORGANISATION
            and speech.speaker
            and speech.who < token.i
            and (paper or not is_medium(speech.speaker))
            and not _is_country_name(reading, speech.speaker)
            and (
                word not in ("ministry", "department", "court", "commission", "council", "party", "committee")
                or word in speech.speaker.lower()
                or (
                    # Departments go by other names: "the Home Office", "DHS", "the interior ministry".
                    word == "department"
                    and not words("society.departments").isdisjoint(speech.speaker.lower().split())
                )
            )
        ):
            found.append(
                (
                    speech.who,
                    _as_said(speech, token),
                )
            )
    for ent in doc.ents:
        if (
            ent.end <= token.i
            and ent.label_ == "ORG"
            and (paper or not is_medium(ent.text))
            and not any(t.i in reading.place_at for t in ent)
            and not _is_glued(ent[-1])
            and not any(
                abs(ent.start - s.who) < _INSIDE and ent[-1].text in (s.speaker or "") for s in earlier
            )
            and not any(o.name_start <= ent[-1].i < o.name_end for o in reading.offices)
            and ent.text not in {s.speaker for s in earlier if s.source is SourceType.PERSON}
        ):
            if (
                word
                in ("ministry", "department", "commission", "council", "party", "union", "committee", "bloc")
                and word not in ent.text.lower()
                and not (word == "party" and len(ent) < 3)
            ):
                continue
            start = ent.start + (ent[0].lower_ in ARTICLES)
            found.append(
                (
                    ent.start,
                    Speaker(
                        name=doc.text_of(start, ent.end),
                        source=SourceType.ORGANISATION,
                        start=token.i,
                        end=token.i + 1,
                    ),
                )
            )
    best = max(found, key=lambda f: f[0], default=None)
    return best[1] if best else None


def _is_glued(token: "Token") -> bool:
    """As in "UN-backed": half a word names no body."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.text == "-" and not token.whitespace_


def country_before(reading: Reading, token: "Token") -> Place | None:
    """The country named last, for "the island nation"."""
    return next(
        (p for p in reversed(reading.places) if p.end <= token.i and p.form == "name" and p.code != "EU"),
        None,
    )


def _is_country_name(reading: Reading, name: str) -> bool:
    return any(reading.doc.text_of(p.start, p.end) == name for p in reading.places)


def _as_said(speech: Speech, token: "Token", how: str | None = None) -> Speaker:
    """The speaker of an earlier speech, meant again by a token."""
    name, source, country = speech.speaker or "", speech.source, speech.country
    return Speaker(name=name, source=source, start=token.i, end=token.i + 1, country=country, how=how)
