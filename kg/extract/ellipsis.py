"""Movements that share their verb with one before: "flew eight men to A and five to B", "and 12 in May"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import numbers
from kg.extract.ends import place_ref
from kg.extract.moves import Move, told_again
from kg.extract.people import category, is_people
from kg.extract.reading import Reading
from kg.extract.refer import Ref

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_ADDING: Final = ("and", ",", ";", "then", "plus", "with", "including", "another", "further")
_NEARLY: Final = ("some", "about", "around", "just", "only", "nearly", "almost", "roughly", "over")
_JOINING: Final = frozenset((*_ADDING, *_NEARLY, "against", "than", "of"))
_BEFORE_TIMES: Final = ("in", "on", "the", "whole", "all", "of", "during", "for")
_CHANGED: Final = frozenset(("up", "down"))


def elided(reading: Reading, move: Move) -> Iterator[Move]:
    """As in "flew eight men to A and five to B": the same verb again, with number and goal alone."""
    doc = reading.doc
    if move.form == "noun":
        yield from _compared(reading, move)
    elif move.people is not None:
        for i in range(move.trigger + 1, doc[move.trigger].sent.end):
            if _is_count(reading, move, i) and (again := _at(reading, move, i)) is not None:
                yield again


def _is_count(reading: Reading, move: Move, i: int) -> bool:
    """Whether a token is a number that may count other people than those of the movement itself."""
    token = reading.doc[i]
    held = move.counted is not None and move.counted[0] <= i < move.counted[1]
    whole = move.counted is not None and move.people is not None and move.counted[1] <= i < move.people
    before = reading.doc[i - 1]
    return (
        token.pos_ == "NUM"
        and token.ent_type_ not in ("PERCENT", "MONEY", "TIME")
        and not (held or whole)  # "the first five of 40 men"
        and i != move.people
        and (before.lower_ in _JOINING or (before.lower_ == "from" and _word(reading, i - 2) in _CHANGED))
    )


def _word(reading: Reading, i: int) -> str:
    """Lower-case word at a token, or "" before the text."""
    return reading.doc[i].lower_ if i >= 0 else ""


def _at(reading: Reading, move: Move, i: int) -> Move | None:
    """The same movement with the number at a token, where its own goal or time stands behind."""
    doc = reading.doc
    token: Token = doc[i]
    end = doc[move.trigger].sent.end
    counted = numbers.counted(token)
    if counted is None or counted[1] != i:
        return None
    j = counted[2]
    if j + 1 < end and doc[j].lower_ == "of" and doc[j + 1].lower_ in ("them", "those", "whom"):
        j += 2
    while (
        j < end
        and j < i + 6
        and (
            (
                doc[j].pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
                and (j not in reading.place_at or reading.place_at[j].form == "demonym")
                and not _time(reading, j)
            )
            or doc[j].lower_ in ("more", "others")
        )
    ):
        j += 1
    people = doc[j - 1] if j - 1 > i and is_people(reading, doc[j - 1]) else None
    place = _goal(reading, j, end) if move.form in ("send", "arrive") else None
    bare = people is not None or all(doc[k].lower_ in ("more", "others") for k in range(i + 1, j))
    k = j
    while k < min(j + 5, end) and _word(reading, k) in _BEFORE_TIMES:
        k += 1
    timed = bare and any(_time(reading, i) for i in range(j, min(k + 1, end)))
    more = j > i + 1 and doc[j - 1].lower_ in ("more", "others")
    if place is None and (move.persons is None or not (timed or more)):
        return None
    same = move.category if place is not None else None
    return told_again(
        reading,
        move,
        token,
        receiving=(place,) if place is not None else None,
        start=move.start if place is not None else move.trigger,
        end=place.end if place is not None else j,
        category=category(reading, people) if people is not None else same,
    )


def _goal(reading: Reading, i: int, end: int) -> Ref | None:
    """The place behind "to" at a token."""
    if i >= end or reading.doc[i].lower_ != "to":
        return None
    goal = None
    for k in range(i + 1, min(i + 8, end)):
        if k in reading.place_at and reading.place_at[k].form != "demonym":
            goal = k
            break
        near = reading.doc[k].lower_ in ("in", "the", "near", "outside")
        if k > i + 3 and not near and reading.doc[k].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
    return place_ref(reading, reading.doc[goal]) if goal is not None else None


def _time(reading: Reading, i: int) -> bool:
    if any(time.start == i for time in reading.times):
        return True
    # "the year before": a time that counts from another, and gives no date by itself
    three = [_word(reading, k) for k in range(i, min(i + 3, len(reading.doc)))]
    return three[:1] == ["the"] and three[1:2] in (["year"], ["month"], ["week"]) and three[2:] == ["before"]


def _compared(reading: Reading, move: Move) -> Iterator[Move]:
    """As in "removals rose to 86 from 19 a year earlier": the same movement before."""
    if move.counted is None or move.per is not None:
        return
    doc = reading.doc
    for i in range(move.counted[1], min(move.counted[1] + 12, doc[move.trigger].sent.end - 1)):
        if doc[i].lower_ in (",", ";", "and") or doc[i].lower_ not in ("from", "with", "against", "than"):
            continue
        token = doc[i + 1]
        if token.pos_ != "NUM":
            continue
        before = told_again(reading, move, token, start=i + 1, end=i + 2)
        if before is not None:
            yield before
            return
