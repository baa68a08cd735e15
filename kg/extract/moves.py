"""A movement of people as worded, and the words that show it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import numbers, syntax
from kg.extract.lexicon import words
from kg.extract.people import category, nationality, private_person
from kg.extract.phrases import phrase
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.model.codes import Per, Qualifier

if TYPE_CHECKING:
    from kg.extract.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A movement of people as worded.

    Args:
        trigger: Token of the verb or noun.
        form: ``take``, ``send``, ``bring``, ``arrive``, or ``noun``.
        people: Token of the people moved, or None.
        sending: Who sends, as named; () where the words do not tell.
        receiving: Where to, as named.
        origin: A country behind "from" that may be the sender or the people's own.
        nationality: Countries the people come from.
        persons: How many, or None.
        qualifier: How exact the number is.
        per: Unit of a rate.
        category: The text's class of people, or None.
        start: First token of the clause that shows it.
        end: One past the last.
        abroad: A place is named to which people go, though no single country ("to third countries", "home").
        counted: Tokens of the number.
        again: The verb of another movement serves for it, with a number and maybe a time of its own.
    """

    trigger: int
    form: str
    people: int | None
    sending: tuple[Ref, ...] = ()
    receiving: tuple[Ref, ...] = ()
    origin: tuple[Ref, ...] = ()
    nationality: tuple[str, ...] = ()
    persons: int | None = None
    qualifier: Qualifier | None = None
    per: Per | None = None
    category: str | None = None
    start: int
    end: int
    abroad: bool = False
    counted: tuple[int, int] | None = None
    again: bool = False


def described(
    reading: Reading,
    trigger: "Token",
    form: str,
    people: "Token | None",
    sending: list[Ref],
    receiving: list[Ref],
    origin: list[Ref],
    abroad: bool,
) -> Move:
    """A movement with what can be said of its people, number and words."""
    doc = reading.doc
    persons, qualifier, per, span = None, None, None, None
    if people is not None:
        counted = numbers.counted(people)
        text = reading.article.text
        if counted:
            persons, begin, end = counted
            span = (begin, end)
            qualifier = numbers.qualifier_before(text, doc[begin].idx)
            per = numbers.rate_after(text, doc[end - 1].idx + len(doc[end - 1]))
        elif (
            people.tag_ in ("NN", "NNP")
            and any(
                c.lower_ in ("a", "an", "one", "another") and c.dep_ in ("det", "nummod")
                for c in people.children
            )
            and (
                people.lemma_.lower() in words("movement.people") - {"number", "group", "family", "couple"}
                or people.lemma_.lower() in words("movement.callings")
                or people.i in reading.place_at
            )
        ):
            persons, qualifier = 1, Qualifier.EXACT
            article = next(c for c in people.children if c.lower_ in ("a", "an", "one", "another"))
            span = (article.i, people.i + 1)
        elif (
            people.lower_ in ("he", "she", "him", "her")
            or (
                people.tag_ == "NN"
                and people.lower_ in words("movement.single")
                and any(c.lower_ == "the" for c in people.children)
            )
            or (people.tag_ == "NNP" and private_person(reading, people))
        ):
            persons, qualifier = 1, Qualifier.EXACT
    start, end = _clause(reading, trigger, people, (*sending, *receiving))
    return Move(
        trigger=trigger.i,
        form=form,
        people=people.i if people is not None else None,
        sending=_unique(sending),
        receiving=_unique(receiving),
        origin=_unique(origin),
        nationality=nationality(reading, people),
        persons=persons,
        qualifier=qualifier,
        per=per,
        category=category(reading, people),
        start=start,
        end=end,
        abroad=abroad,
        counted=span,
    )


def told_again(
    reading: Reading,
    move: Move,
    number: "Token",
    *,
    sending: tuple[Ref, ...] | None = None,
    receiving: tuple[Ref, ...] | None = None,
    start: int | None = None,
    end: int | None = None,
    category: str | None = None,
) -> Move | None:
    """The same movement with another number; ends and words as before where none are given.

    None where the number counts no people: a year, a sum of money, a share.
    """
    counted = numbers.counted(number)
    year = len(number.text) == 4 and number.ent_type_ == "DATE"
    if counted is None or year or number.ent_type_ in ("MONEY", "PERCENT", "TIME"):
        return None
    persons, first, last = counted
    return replace(
        move,
        persons=persons,
        qualifier=numbers.qualifier_before(reading.article.text, reading.doc[first].idx),
        per=None,
        counted=(first, last),
        sending=move.sending if sending is None else sending,
        receiving=move.receiving if receiving is None else receiving,
        start=move.start if start is None else start,
        end=max(move.end, last) if end is None else end,
        nationality=move.nationality if category == move.category else (),
        category=category,
        again=True,
    )


def _unique(refs: list[Ref]) -> tuple[Ref, ...]:
    return tuple({r.code: r for r in reversed(refs)}.values())[::-1]


def _clause(
    reading: Reading, trigger: "Token", people: "Token | None", ends: Iterable[Ref]
) -> tuple[int, int]:
    """Words that show trigger, people and named ends of one sentence."""
    sent = trigger.sent
    inside = [trigger.i, trigger.i + 1]
    if people is not None and sent.start <= people.i < sent.end:
        inside += phrase(people)
        for part in (*syntax.coordinated(people), *(c for c in people.children if c.dep_ == "appos")):
            inside += phrase(part)
        inside += [
            i
            for t in people.subtree
            for i in (t.i, t.i + 1)
            if t.i in reading.place_at and t.i - trigger.i < 30
        ]
    for ref in ends:
        if sent.start <= ref.start < sent.end:
            inside += (ref.start, ref.end)
    return min(inside), max(inside)
