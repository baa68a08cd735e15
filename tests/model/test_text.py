import copy
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.text import Article, Span

TEXTS = st.text(min_size=1, max_size=300).filter(str.strip)


@given(text=TEXTS, data=st.data())
def test_a_span_is_the_articles_own_words(text: str, data: st.DataObject) -> None:
    article = Article(text=text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        assert Span.of(article, start, end).text == text[start:end]
    else:
        with pytest.raises(ValueError, match="white space"):
            Span.of(article, start, end)


def test_offsets_count_code_points_not_utf16_units() -> None:
    article = Article(text="🛂 Kigali said yes.")
    assert Span.of(article, 2, 8).text == "Kigali"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 99)])
def test_offsets_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not inside"):
        Span.of(Article(text="Talks began."), start, end)


def test_no_span_without_its_article() -> None:
    with pytest.raises(TypeError, match=r"Span\.of"):
        Span("6e807cc266e05c0b", 0, 5, "words nobody wrote")


def test_a_span_survives_copying_and_pickling() -> None:
    span = Span.of(Article(text="Talks began."), 0, 5)
    assert pickle.loads(pickle.dumps(span)) == copy.deepcopy(span) == span  # noqa: S301 (our own bytes)


@given(text=TEXTS)
def test_sentences_cover_every_word_once(text: str) -> None:
    article = Article(text=text)
    spans = list(article.sentences())
    assert "".join("".join(s.text.split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_sentences_end_where_a_reader_would_end_them() -> None:
    text = (
        'It would pay "$5 million." Mr. Smith agreed with the U.S. offer. "No," he said.\nA heading\nThe end'
    )
    assert [s.text for s in Article(text=text).sentences()] == [
        'It would pay "$5 million."',
        "Mr. Smith agreed with the U.S. offer.",
        '"No," he said.',
        "A heading",
        "The end",
    ]


def test_the_key_is_the_hash_of_the_exact_text() -> None:
    assert Article(text="abc").key == "ba7816bf8f01cfea"
    assert Article(text="abc\n").key != Article(text="abc").key


def test_an_article_needs_a_text() -> None:
    with pytest.raises(ValueError, match="needs a text"):
        Article(text=" \n")
