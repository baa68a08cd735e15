"""Texts whose lines end inside sentences, as pasted from a PDF file."""

import pytest

from kg.extract import extract, extract_all
from kg.model.claim import Claim
from kg.model.lines import page_breaks
from kg.model.text import Article

TEXT = (
    "Norway’s justice minister, Ana Lund, said on Tuesday that Ghana had agreed to take in up to forty "
    "prisoners whom no other state would have. Ghana’s government later denied that anything had been signed "
    "in Oslo.\n\n“There is a draft, and there are many open questions in it,” Lund told the Lund Herald, and "
    "she added that her country would pay 30 million euros for the prison."
)


def _folded(text: str, width: int) -> str:
    """The text with blanks turned into line ends, as a page of some width has them."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join(lines)


def _told(claim: Claim) -> tuple[object, ...]:
    return (claim.kind, *(getattr(claim, slot) for slot in claim.core), claim.spans[0].start)


@pytest.mark.parametrize("width", [44, 60, 78])
def test_claims_are_the_same_and_no_passage_crosses_a_line_end(width: int) -> None:
    folded = _folded(TEXT, width)
    assert len(folded) == len(TEXT)
    found, whole = extract(Article(text=folded)), extract(Article(text=TEXT))
    assert len(whole.claims) > 4
    assert [_told(c) for c in found.claims] == [_told(c) for c in whole.claims]
    spans = [span for claim in found.claims for span in claim.spans]
    assert all(folded[span.start : span.end] == span.text for span in spans)
    assert not any("\n" in span.text for span in spans)
    assert set(found.resolutions) == {claim.id for claim in found.claims}


def test_many_articles_are_read_as_each_alone() -> None:
    articles = [Article(text=TEXT), Article(text=_folded(TEXT, 60)), Article(text=TEXT.upper())]
    assert [e.claims for e in extract_all(articles)] == [extract(a).claims for a in articles]


def test_headings_and_lists_of_whole_sentences_are_left_alone() -> None:
    text = "Norway signs with Ghana\n\nOslo agreed to pay.\nAccra agreed to take 40.\nBoth said so.\n- one\n"
    assert page_breaks(text) == []
