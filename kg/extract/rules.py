"""The embedded extractor: rules over one parse of the text."""

from collections.abc import Iterable, Iterator

from kg.extract.attitudes import find_attitudes
from kg.extract.concern import concern_tokens, find_concerns
from kg.extract.direction import find_directions
from kg.extract.events import find_moves
from kg.extract.mending import mend
from kg.extract.merging import merge
from kg.extract.names import find_places
from kg.extract.nlp import parse, parse_all
from kg.extract.offices import find_offices
from kg.extract.payment import find_payments
from kg.extract.plain import find_office_claims, find_statements
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.ruling import find_rulings
from kg.extract.speech import find_speeches
from kg.extract.status import find_status
from kg.extract.times import find_times
from kg.extract.tokens import Doc
from kg.extract.transfer import find_transfers
from kg.model.text import Article

STAGES = (find_places, find_offices, find_times, find_speeches, find_attitudes)


def read(article: Article) -> Reading:
    """The text with all that the stages find in it."""
    return _staged(article, parse(article))


def _staged(article: Article, doc: Doc) -> Reading:
    mend(doc)
    reading = Reading(article=article, doc=doc)
    for stage in STAGES:
        reading = stage(reading)
    return reading


def propose_claims(reading: Reading) -> list[Proposal]:
    """What the rules propose, repeats merged."""
    moves = find_moves(reading)
    directions = find_directions(reading, moves)
    concerns = list(find_concerns(reading, directions))
    found = [
        *find_statements(reading),
        *find_office_claims(reading),
        *concerns,
        *find_status(reading, moves, directions),
        *find_payments(reading, directions),
        *find_rulings(reading, directions),
        *find_transfers(reading, moves, directions, concern_tokens(reading, concerns)),
    ]
    return merge(reading, found)


def propose(article: Article) -> list[Proposal]:
    """The embedded extractor: proposals of the rules for one article."""
    return _proposed(article, parse(article))


def propose_all(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Proposal]]]:
    """Proposals of the rules for many articles, in order, parsed several at a time."""
    for article, doc in parse_all(articles):
        yield article, _proposed(article, doc)


def _proposed(article: Article, doc: Doc) -> list[Proposal]:
    proposals = propose_claims(_staged(article, doc))
    doc.dissolve()
    return proposals
