"""The pipeline with our attribute ruler finds what it finds as its makers ship it."""

from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.evaluate.gold import read_gold
from kg.extract.attributes import Attributes
from kg.extract.nlp import load, pipeline
from kg.paths import resource

# One word by its letters, two words together, and what a tag, a relation or a space decides.
_ODD = """They ain't gonna go, y'all: let's say nothin' of it.

There's somethin' that the ministers haven't got; it's what they'd had to do.
\t  I gotta ask you 'bout that,  as they've been told to.
"""


def _told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_, t.ent_type_) for t in doc]


def test_what_is_found_is_the_same() -> None:
    texts = [_ODD, *(article.text for article, _ in read_gold(resource("data/gold")))][:8]
    shipped, ours = load(), pipeline()
    assert isinstance(ours.get_pipe("attribute_ruler"), Attributes)
    for theirs, found in zip(shipped.pipe(texts), ours.pipe(texts), strict=True):
        assert _told(found) == _told(theirs)


def test_each_pattern_matches_where_it_did() -> None:
    nlp = load()
    shipped, ours = nlp.get_pipe("attribute_ruler"), pipeline().get_pipe("attribute_ruler")
    assert isinstance(shipped, AttributeRuler)
    assert isinstance(ours, Attributes)
    assert ours.patterns == shipped.patterns
    bare = nlp.make_doc(_ODD)
    parsed = nlp(_ODD)
    for doc in (bare, parsed, bare, parsed):
        found = ours.match(doc)
        assert found == shipped.match(doc)
        assert found
    two_words = {number for number, _, start, end in ours.match(parsed) if end - start > 1}
    assert len(two_words) > 2


def test_patterns_are_added_behind_those_there() -> None:
    nlp = load()
    ours, plain = Attributes(nlp.vocab), AttributeRuler(nlp.vocab)
    word: dict[str, Any] = {"patterns": [[{"LOWER": "told"}]], "attrs": {"POS": "VERB"}, "index": 0}
    shape: dict[str, Any] = {"patterns": [[{"SHAPE": "xxxx"}]], "attrs": {"POS": "NOUN"}, "index": 0}
    for ruler in (ours, plain):
        ruler.add_patterns([word])
        ruler.add_patterns([shape])
    doc = nlp.make_doc("They told us, like it or not.")
    assert ours.match(doc) == plain.match(doc) != []
