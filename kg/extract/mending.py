"""Parses put right where the parser is known to take a verb for something else."""

from typing import TYPE_CHECKING

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Doc, Token


def mend(doc: "Doc") -> None:
    """Makes infinitives of words like "resettle" in "agreed to resettle refugees", read as adjectives.

    And verbs of nouns beside an object: "Norway ships 40 migrants to Ghana", "lets Oslo place 40 men". And
    adjectives of verbs: "return rejected asylum seekers", "the deal, agreed in May, covers".
    """
    infinitives = words("grammar.infinitives")
    for token in doc:
        if token.tag_ in ("VBD", "VBN"):
            _turned_away(token)
            _inserted(token)
        if token.tag_ == "NNS" and token.dep_ == "ROOT" and token.i:
            before, after = doc[token.i - 1], [c for c in token.children if c.dep_ in ("dobj", "appos")]
            named = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head is token
            if named and after and after[0].left_edge.i == token.i + 1:
                token.pos_, token.tag_, before.dep_, after[0].dep_ = "VERB", "VBZ", "nsubj", "dobj"
        if token.tag_ == "NN" and token.dep_ == "dobj" and token.head.lemma_.lower() == "let":
            _let(token)
        if (
            token.pos_ in ("ADJ", "NOUN")
            and token.lower_ in infinitives
            and token.i
            and doc[token.i - 1].lower_ == "to"
            and token.dep_ in ("amod", "compound")
            and token.head.i > token.i
            and token.head.head is doc[token.i - 1]
        ):
            _infinitive(token, doc[token.i - 1], token.head)


def _infinitive(verb: "Token", to: "Token", thing: "Token") -> None:
    before = to.doc[to.i - 1] if to.i else to.head
    offered = before.pos_ == "NOUN" and before.dep_ != "npadvmod" and before.sent is to.sent
    outer = before if offered else to.head  # "an offer to resettle", not "agreed last year to resettle"
    _hang(verb, outer, "xcomp" if outer.pos_ in ("VERB", "AUX", "ADJ") else "acl")
    _hang(to, verb, "aux")
    _hang(thing, verb, "dobj")
    verb.pos_, verb.tag_ = "VERB", "VB"
    to.pos_, to.tag_ = "PART", "TO"
    if outer.dep_ == "ROOT" and outer.is_title and outer.i == to.i - 1:
        _headline(verb, outer)


def _headline(verb: "Token", actor: "Token") -> None:
    """In "Fiji to resettle refugees", the name is who will act."""
    _hang(verb, verb, "ROOT")
    for child in [c for c in actor.children if c.i > actor.i]:
        _hang(child, verb, child.dep_)
    _hang(actor, verb, "nsubj")


def _turned_away(token: "Token") -> None:
    """In "hopes to return rejected asylum seekers", the people are the object, and no verb stands before."""
    verb = token.doc[token.i - 1]
    people = next((c for c in token.children if c.dep_ == "dobj" and c.left_edge.i == token.i + 1), None)
    if (
        token.lower_ not in words("grammar.before-people")
        or people is None
        or token.head is token
        or verb.sent is not token.sent
        or verb.tag_ not in ("VB", "VBG")
        or any(c.dep_ == "dobj" for c in verb.children)
        or people.lemma_.lower() not in words("movement.people")
        or any(c.i < token.i or c.dep_ == "nsubj" for c in token.children)
    ):
        return
    for child in list(token.children):
        _hang(child, verb, child.dep_)
    _hang(token, people, "amod")
    token.pos_, token.tag_ = "VERB", "VBN"


def _inserted(token: "Token") -> None:
    """In "The deal, agreed in May, covers 500 people", the verb of the sentence is the last."""
    doc = token.doc
    if token.dep_ != "ROOT" or token.i == token.sent.start or doc[token.i - 1].text != ",":
        return
    noun = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
    verb = next((c for c in token.children if c.dep_ == "conj" and c.tag_ in ("VBZ", "VBD", "VBP")), None)
    if noun is None or verb is None or doc[verb.left_edge.i - 1].text != ",":
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or any(
        c.dep_ in ("cc", "aux", "auxpass", "dobj", "ccomp") for c in token.children
    ):
        return
    for child in list(token.children):
        if child is noun or child.i > verb.i:
            _hang(child, verb, child.dep_)
    _hang(verb, verb, "ROOT")
    _hang(token, noun, "acl")
    token.tag_ = "VBN"


def _let(verb: "Token") -> None:
    """In "lets Oslo place 40 men in a jail", the noun before a second object is what Oslo does."""
    letting, before = verb.head, verb.doc[verb.i - 1]
    behind = [c for c in letting.children if c.i > verb.i and c.dep_ in ("dobj", "prep")]
    named = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head is verb
    if named and any(c.dep_ == "dobj" for c in behind):
        verb.pos_, verb.tag_, verb.dep_, before.dep_ = "VERB", "VB", "ccomp", "nsubj"
        for child in behind:
            _hang(child, verb, child.dep_)


def _hang(token: "Token", head: "Token", dependency: str) -> None:
    token.head.children = [child for child in token.head.children if child is not token]
    token.head, token.dep_ = head, dependency
    if head is not token:
        head.children = sorted((*head.children, token), key=lambda child: child.i)
