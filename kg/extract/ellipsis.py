"""Movements that share their verb with one before: "flew eight men to A and five to B"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import numbers
from kg.extract.ends import place_ref
from kg.extract.moves import Move
from kg.extract.people import category, is_people
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def elided(reading: Reading, move: Move) -> Iterator[Move]:
    """As in "flew eight men to A and five to B": the same verb again, with number and goal alone."""
    doc = reading.doc
    trigger = doc[move.trigger]
    if move.form == "noun":
        yield from _compared(reading, move)
    if move.people is None or move.form == "noun":
        return
    sent = trigger.sent
    i = move.trigger + 1
    while i + 2 < sent.end:
        token = doc[i]
        if (
            token.pos_ == "NUM"
            and doc[i - 1].lower_
            in ("and", ",", ";", "another", "then", "some", "about", "around", "including", "of")
            and i != move.people
        ):
            j = i + 1
            if j + 1 < sent.end and doc[j].lower_ == "of" and doc[j + 1].lower_ in ("them", "those", "whom"):
                j += 2
            while (
                j < sent.end
                and j < i + 6
                and (
                    (doc[j].pos_ in ("NOUN", "ADJ", "PROPN", "NUM") and j not in reading.place_at)
                    or doc[j].lower_ in ("more", "others")
                )
            ):
                j += 1
            if doc[j - 1].lower_ in ("more", "others") and (j >= sent.end or doc[j].lower_ != "to"):
                if (again := _again(reading, move, i, j)) is not None:
                    yield again
            elif j < sent.end and doc[j].lower_ == "to" and move.form in ("send", "arrive"):
                goal = next(
                    (
                        doc[k]
                        for k in range(j + 1, min(j + 4, sent.end))
                        if k in reading.place_at and reading.place_at[k].form != "demonym"
                    ),
                    None,
                )
                count = numbers.value([token.text])
                if goal is not None and count is not None and count == int(count):
                    place = place_ref(reading, goal)
                    people = doc[j - 1] if j - 1 > i and is_people(reading, doc[j - 1]) else None
                    yield replace(
                        move,
                        persons=int(count),
                        qualifier=numbers.qualifier_before(reading.article.text, token.idx),
                        receiving=(place,),
                        people=move.people,
                        counted=(i, i + 1),
                        start=move.start,
                        end=place.end,
                        nationality=(),
                        category=category(reading, people) if people is not None else move.category,
                    )
        i += 1


def _again(reading: Reading, move: Move, start: int, end: int) -> Move | None:
    """As in "took in nine men in January and about eight more in May": the same ends, another number."""
    token: Token = reading.doc[start]
    count = numbers.value([token.text])
    if token.ent_type_ in ("PERCENT", "MONEY", "DATE", "TIME") or reading.doc[start + 1].text == "%":
        return None
    if count is None or count != int(count) or move.persons is None or move.people == token.i:
        return None
    if move.counted is not None and move.counted[0] <= start < move.counted[1]:
        return None
    return replace(
        move,
        persons=int(count),
        qualifier=numbers.qualifier_before(reading.article.text, token.idx),
        counted=(start, end),
        start=move.trigger,
        end=end,
        nationality=(),
        category=None,
    )


def _compared(reading: Reading, move: Move) -> Iterator[Move]:
    """As in "removals rose to 86 from 19 a year earlier": the same movement before."""
    if move.counted is None or move.per is not None:
        return
    doc = reading.doc
    for i in range(move.counted[1], min(move.counted[1] + 12, doc[move.trigger].sent.end - 1)):
        if doc[i].lower_ in (",", ";", "and") or doc[i].lower_ not in ("from", "with", "against", "than"):
            continue
        token = doc[i + 1]
        if token.pos_ != "NUM" or token.ent_type_ in ("MONEY", "PERCENT"):
            continue
        count = numbers.value([token.text])
        year = len(token.text) == 4 and token.ent_type_ == "DATE"
        if count is not None and count == int(count) and not year:
            yield replace(
                move,
                persons=int(count),
                qualifier=numbers.qualifier_before(reading.article.text, token.idx),
                counted=(i + 1, i + 2),
                start=i + 1,
                end=i + 2,
                category=None,
                nationality=(),
            )
            return
