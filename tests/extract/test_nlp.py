"""The pipeline with attributes found our way finds what it finds as its makers ship it."""

from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from kg.evaluate.gold import read_gold
from kg.extract.attributes import Attributes, hasten
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
    texts = [_ODD, *(article.text for article, _ in read_gold(resource("data/gold")))]
    shipped, ours = load(), pipeline()
    assert "lemmatizer" in shipped.pipe_names
    assert not {"attribute_ruler", "lemmatizer"} & set(ours.pipe_names)
    for theirs, found, again in zip(shipped.pipe(texts), ours.pipe(texts), ours.pipe(texts), strict=True):
        assert _told(found) == _told(again) == _told(theirs)
    assert _told(ours("")) == []


def test_patterns_of_several_words_reach_into_each_other() -> None:
    nlp = load()
    ruler, lemmatizer = AttributeRuler(nlp.vocab), nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    ruler.add([[{"LOWER": {"REGEX": "."}}]], {"POS": "ADV"})
    ways = [("told", "us", "pron", 0), ("us", "there", "noun", 1), ("there", "there", "verb", 0)]
    for first, second, pos, index in ways:
        ruler.add([[{"LOWER": first}, {"LOWER": second}]], {"POS": pos.upper()}, index)
    ruler.add([[{"LOWER": "us"}]], {"POS": "PRON"})
    ours = Attributes(ruler, lemmatizer)
    for text in ("told us there there", "there us told there us", "us there", "told", "there there there us"):
        theirs, found = nlp.make_doc(text), nlp.make_doc(text)
        assert _told(ours(found)) == _told(lemmatizer(ruler(theirs)))


def test_a_ruler_that_looks_at_more_than_words_stays() -> None:
    nlp = load()
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"ENT_TYPE": "GPE"}]], {"POS": "PROPN"})
    hasten(nlp)
    assert {"attribute_ruler", "lemmatizer"} < set(nlp.pipe_names)
