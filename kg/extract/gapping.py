"""Movements told without a verb of their own: "and Austria one", "bringing the total to 15"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.ends import place_ref
from kg.extract.lexicon import words
from kg.extract.moves import Move, told_again
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_ENDING: Final = frozenset(
    (".", ",", ";", "and", "more", "others", "in", "last", "a", "the", "on", "since", "this")
)
_NEAR: Final = 14  # tokens between a verb that sums up and its number


def gapped(reading: Reading, move: Move) -> Iterator[Move]:
    """Movements that the rest of a sentence tells by a number and at most one end."""
    if move.counted is not None and (later := _later_figure(reading, move)) is not None:
        yield later
    if move.people is None or move.form == "noun" or not (move.sending or move.receiving or move.origin):
        return
    both = bool(move.receiving and (move.sending or (move.form == "take" and move.origin)))
    sent = reading.doc[move.trigger].sent
    for i in range(move.trigger + 1, sent.end):
        token = reading.doc[i]
        if token.pos_ != "NUM" or i == move.people or _is_own(move, i):
            continue
        found = (
            (_of_another(reading, move, token) if both else None)
            or _total(reading, move, token)
            or (_other_way(reading, move, token) if both else None)
        )
        if found is not None:
            yield found


def _later_figure(reading: Reading, move: Move) -> Move | None:
    """As in "expelled 900 people in May. A year before the figure was 700"."""
    doc, end = reading.doc, reading.doc[move.trigger].sent.end
    if end >= len(doc):
        return None
    for noun in doc[end].sent:
        if noun.lemma_.lower() not in words("movement.totals") or noun.dep_ != "nsubj":
            continue
        whole = [c.lower_ for c in noun.children]
        told = noun.head.lemma_.lower() in ("be", "stand") and "the" in whole and "of" not in whole
        numbers = (t for t in noun.head.subtree if t.i > noun.head.i and t.pos_ == "NUM")
        number = next((t for t in numbers if t.dep_ in ("attr", "pobj", "acomp")), None)
        if told and number is not None:
            return told_again(
                reading, move, number, start=noun.i - 1, end=number.i + 1, category=move.category
            )
    return None


def _is_own(move: Move, i: int) -> bool:
    return move.counted is not None and move.counted[0] <= i < move.counted[1]


def _of_another(reading: Reading, move: Move, token: "Token") -> Move | None:
    """As in "Belgium expelled 19 people to Tunisia, Norway 11 and Austria one"."""
    place = reading.place_at.get(token.i - 1)
    if place is None or place.form == "demonym" or move.counted is None:
        return None
    doc = reading.doc
    before = place.start - 1
    before -= doc[before].lower_ == "the"
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if doc[before].lower_ not in (",", "and", ";", "while", "but") or (
        after is not None and after.lower_ not in _ENDING
    ):
        return None
    ref = place_ref(reading, doc[token.i - 1])
    if ref.code in {r.code for r in (*move.sending, *move.receiving)}:
        return None
    if move.form in ("take", "bring"):
        return told_again(reading, move, token, receiving=(ref,), category=move.category)
    return told_again(reading, move, token, sending=(ref,), category=move.category)


def _total(reading: Reading, move: Move, token: "Token") -> Move | None:
    """As in "bringing the total to 15", "taking to 15 the number of people sent"."""
    doc = reading.doc
    if doc[token.i - 1].lower_ not in ("to", "about", "some", "than", "over", "least"):
        return None
    verb = next(
        (
            doc[i]
            for i in range(token.i - 1, max(token.i - _NEAR, move.trigger), -1)
            if doc[i].tag_ == "VBG" and doc[i].lemma_.lower() in words("movement.summing")
        ),
        None,
    )
    if verb is None:
        return None
    near = doc[verb.i + 1 : min(token.i + 4, token.sent.end)]
    if not any(t.lemma_.lower() in words("movement.totals") for t in near):
        return None
    return told_again(reading, move, token, category=move.category)


def _other_way(reading: Reading, move: Move, token: "Token") -> Move | None:
    """As in "and 18 have come the other way"."""
    behind = reading.doc.text_of(token.i + 1, min(token.i + 10, token.sent.end)).lower()
    if not any(phrase in behind for phrase in words("movement.other-way")):
        return None
    there, back = move.receiving[:1], move.sending[:1]
    return told_again(reading, move, token, sending=there, receiving=back, category=move.category)
