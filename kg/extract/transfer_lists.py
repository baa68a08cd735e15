"""People listed for a transfer: planned, no more."""

from collections.abc import Iterator

from kg.extract import numbers, syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose
from kg.extract.people import is_people
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.ways_home import carried
from kg.model.claim import TransferClaim
from kg.model.codes import Factuality, Qualifier, TransferModality


def find_listed(reading: Reading, directions: Directions) -> Iterator[Proposal]:
    """As in "an initial list of 10 people for vetting": listed people are planned, no more."""
    for token in reading.doc.among({"list", "batch", "group"}):
        if token.lemma_.lower() not in ("list", "batch", "group") or token.pos_ != "NOUN":
            continue
        if token.lemma_.lower() != "list" and not any(
            t.lower_ in ("vetting", "screening", "selected", "identified", "shortlist") for t in token.subtree
        ):
            continue
        people = syntax.first(p for p in syntax.prepositional(token, "of", "with") if is_people(reading, p))
        counted = numbers.counted(people) if people is not None else None
        if people is None or counted is None or directions.main is None:
            continue
        sending, receiving = (
            carried(reading, directions, directions.main[0]),
            carried(reading, directions, directions.main[1]),
        )
        if not sending or not receiving:
            continue
        qualifier = numbers.qualifier_before(reading.article.text, reading.doc[counted[1]].idx)
        yield propose(
            reading,
            TransferClaim,
            "transfer-list",
            token=token,
            start=token.left_edge.i,
            end=people.i + 1,
            refs=[("sending", sending[0]), ("receiving", receiving[0])],
            sending=sending[0].code,
            receiving=receiving[0].code,
            persons=counted[0],
            persons_qualifier=qualifier or Qualifier.EXACT,
            modality=TransferModality.PLANNED,
            factuality=Factuality.POSSIBLE,
        )
