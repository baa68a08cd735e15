"""The deal that a paragraph is about, where it is not the one that the text is mostly about."""

from typing import TYPE_CHECKING

from kg.extract.direction import Directions
from kg.extract.lexicon import words
from kg.extract.reading import Place, Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def pair_near(reading: Reading, token: "Token", directions: Directions) -> tuple[str, str] | None:
    """Sender and receiver of the deal last told in the token's paragraph, or None where it has no own."""
    article = reading.article
    first = article.text.rfind("\n", 0, token.idx) + 1
    number, opening = article.sentence_at(token.idx), article.sentence_at(first)
    for sentence in range(number, opening - 1, -1):
        if (told := directions.clauses.get(sentence)) is not None:
            return told
    last = token.sent.end
    named = {
        place.code
        for place in reading.places
        if first <= reading.doc[place.start].idx
        and place.end <= last
        and place.form not in ("demonym", "town")
        and not _venue(reading, place)
    }
    main = directions.main
    if main is not None and main[0] in named:
        return None
    if len(named) == 2:
        pair = directions.orient(*sorted(named))
        deal = any(
            t.lemma_.lower() in words("deals.paper", "movement.sites")
            for t in reading.doc[:last]
            if t.idx >= first
        )
        return pair if pair is not None and (deal or _borne_out(pair, directions)) else None
    return None


def _venue(reading: Reading, place: Place) -> bool:
    """As in "signed in Addis Ababa": where people met."""
    return place.form == "capital" and reading.doc[place.end - 1].head.lower_ == "in"


def _borne_out(pair: tuple[str, str], directions: Directions) -> bool:
    """Whether more than its mention speaks for a pair whose receiver is also that of the main deal."""
    main = directions.main
    return main is None or pair[1] != main[1] or bool(directions.pairs[pair] or directions.senders[pair[0]])
