from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Attribution, Claim, TransferClaim
from kg.model.codes import Mode, ReviewStatus, SourceType, TransferModality
from kg.model.text import Article, Span
from kg.review import beside
from tests.strategies import claims

ARTICLE = Article(text="Palau took 5 people in June. Later, Palau took 5 people more, an aide said.")
NARRATOR = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)


def transfer(start: int, end: int, persons: int = 5) -> TransferClaim:
    return TransferClaim(
        article=ARTICLE.key,
        evidence=(Span.of(ARTICLE, start, end),),
        attribution=NARRATOR,
        extractor="rules/1",
        sending="USA",
        receiving="PLW",
        persons=persons,
        modality=TransferModality.HAPPENED,
    )


def test_a_persons_claim_stands_for_the_machines() -> None:
    checked = replace(transfer(0, 27), review=ReviewStatus.CHECKED)
    assert beside([checked], [transfer(6, 19)]) == (checked,)


def test_what_no_person_spoke_on_stays_marked_as_machine_read() -> None:
    checked = replace(transfer(0, 27), review=ReviewStatus.CHECKED)
    elsewhere, other_number = transfer(36, 60), transfer(0, 27, persons=6)
    found = beside([checked], [elsewhere, other_number])
    assert found == (checked, elsewhere, other_number)
    assert [claim.review for claim in found] == ["checked", "machine", "machine"]


@given(st.lists(claims(), max_size=4))
def test_a_person_who_repeats_the_machine_replaces_it(read: list[Claim]) -> None:
    checked = [replace(claim, review=ReviewStatus.CHECKED) for claim in read]
    assert beside(checked, read) == tuple(checked)
    assert beside([], read) == tuple(read)
