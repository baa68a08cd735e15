"""Our tokens answer as spaCy's do."""

import gc
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import syntax
from kg.extract.nlp import parse
from kg.extract.tokens import Doc, Token, Words
from kg.model.text import Article

TEXT: Final = (
    "KIGALI - Rwanda is in early talks with the United States to take in deported migrants.\n\n"
    "“We're in discussions,” its foreign minister, Olivier Nduhungirehe, told Rwanda TV on Sunday. "
    "He said nine countries had been asked; five said no, and two people were flown to Kosovo.\n"
)
FLAGS: Final = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_", "is_alpha"),
    *("is_lower", "is_punct", "is_sent_start", "is_space", "is_stop", "is_title", "is_upper", "like_num"),
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return parse(Article(text=TEXT))


@pytest.mark.parametrize("name", FLAGS)
def test_properties_of_tokens(doc: Doc, name: str) -> None:
    assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in doc.parsed]


def test_tree(doc: Doc) -> None:
    for token, same in zip(doc, doc.parsed, strict=True):
        assert token.head.i == same.head.i
        assert [t.i for t in token.children] == [t.i for t in same.children]
        assert [t.i for t in token.subtree] == [t.i for t in same.subtree]
        assert (token.left_edge.i, token.right_edge.i) == (same.left_edge.i, same.right_edge.i)
        assert (token.sent.start, token.sent.end) == (same.sent.start, same.sent.end)


def test_entities(doc: Doc) -> None:
    found = [(entity.text, entity.label_) for entity in doc.ents]
    assert found == [(entity.text, entity.label_) for entity in doc.parsed.ents]
    assert ("the United States", "GPE") in found


@given(st.data())
def test_words_between_tokens(doc: Doc, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    words, same = Words(doc, start, end), doc.parsed[start:end]
    assert (words.text, words.root.i, words[-1].i, len(words)) == (same.text, same.root.i, end - 1, len(same))
    assert (
        [token.i for token in doc[start:end]] == [token.i for token in words] == [token.i for token in same]
    )
    assert doc.text_of(start, end) == same.text
    assert doc.text_of(end, start) == ""


@given(st.data(), st.sampled_from(("strict", "expand")))
def test_words_between_characters(doc: Doc, data: st.DataObject, mode: str) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    words = doc.char_span(start, end, "strict" if mode == "strict" else "expand")
    same = doc.parsed.char_span(start, end, alignment_mode=mode)
    if words is None or same is None:
        assert (words, same) == (None, None)
    else:
        assert (words.start, words.end) == (same.start, same.end)


def test_words_are_looked_up_by_any_form(doc: Doc) -> None:
    wanted = {"be", "talk", "kosovo", "nothing of it"}
    found = [token for token in doc if {token.lower_, token.lemma_.lower()} & wanted]
    assert doc.among(wanted) == found
    assert [token.lower_ for token in found] == ["is", "talks", "'re", "been", "were", "kosovo"]
    assert set(doc.verbs) < set(doc.content) < set(doc)


def test_tokens_are_freed_without_a_search_for_cycles() -> None:
    gc.collect()
    gc.disable()
    try:
        before = _tokens()
        text = parse(Article(text="Rwanda agreed to take 40 people. It signed in May."))
        assert [*map(syntax.keys, text.verbs), text.among({"may"}), text[1].subtree]
        assert _tokens() == before + len(text)
        text.dissolve()
        assert _tokens() == before
    finally:
        gc.enable()


def _tokens() -> int:
    return sum(isinstance(thing, Token) for thing in gc.get_objects())
