from hypothesis import given
from hypothesis import strategies as st

from kg.model.text import Article
from kg.read.reprint import digests, same_text

AGENCY = """Kosovo agrees to take prisoners
Kosovo agreed on Monday to take 300 prisoners from Denmark.
The two governments will sign a treaty before the spring of next year.
Denmark will pay 15 million euros a year for ten years.
Critics said that the prison would be far from the families of the inmates.
"It is a good deal for both of our countries," the Danish minister of justice told reporters."""


def shared(left: str, right: str) -> bool:
    one, other = (digests(Article(text=text)) for text in (left, right))
    return same_text(len(one & other), (len(one), len(other)))


def test_a_report_cut_short_with_a_line_of_its_own_is_the_same_text() -> None:
    cut = AGENCY.partition("\n")[2].partition('"It is')[0].replace("\n", " ")
    paper = f"DENMARK STRIKES A DEAL\nThe Daily Test has learnt more about plans in the Balkans.\n{cut}"
    assert shared(AGENCY, paper.replace("Kosovo agreed", "KOSOVO AGREED"))


def test_two_reports_on_one_thing_that_share_a_quote_are_two_texts() -> None:
    own = """Prisoners to serve sentences in Kosovo
Foreign inmates of Danish prisons will be moved to a rented prison in Gjilan.
Lawyers doubt that this is lawful under the European convention.
"It is a good deal for both of our countries," the Danish minister of justice told reporters."""
    assert not shared(AGENCY, own)


def test_short_sentences_that_anybody_writes_do_not_count() -> None:
    assert digests(Article(text="He did not say why. No one was hurt. It is not clear.")) == frozenset()


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_has_digests_and_white_space_changes_none(text: str) -> None:
    assert digests(Article(text=text)) == digests(Article(text=f"\n{text}\n\n"))
