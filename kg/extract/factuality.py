"""How real an event is as worded: happened, to come, possible, denied, or merely talked, wished or feared."""

from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.lexicon import words
from kg.extract.reality import Reality, Setting
from kg.extract.roles import by_agreement, first_to
from kg.extract.tenses import (
    compelled,
    conditional,
    due,
    in_turn,
    is_wish,
    still_ahead,
    subjunctive,
    told_past,
)

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_SIGNED: Final = frozenset(("deal", "agreement", "pact", "accord", "treaty", "contract", "memorandum"))
_POSSIBLE: Final = frozenset(("may", "might", "could", "can"))
_WILL: Final = frozenset(("will", "shall", "must", "'ll", "would", "wo", "’ll"))


def setting(token: "Token") -> Setting:
    """How real the event of a verb or noun is."""
    return _verb(token, 0) if syntax.is_verb(token) else _noun(token, 0)


def _made(reality: Reality, token: "Token") -> Setting:
    return Setting(reality=reality, governor=token.i)


def _verb(verb: "Token", depth: int) -> Setting:
    modals = syntax.modals(verb)
    negated = negation.negated(verb)
    if depth > 8:
        return _made(Reality.UNREAL, verb)
    if conditional(verb):
        return _made(Reality.UNREAL, verb)
    infinitive = any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.children) or (
        verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "acl") and not modals & (_WILL | _POSSIBLE)
    )
    infinitive = infinitive or subjunctive(verb)
    if (
        verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and verb.tag_ in ("VB", "VBG")
        and not modals & (_WILL | _POSSIBLE)
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        and verb.head.tag_ == verb.tag_
    ):
        return _verb(verb.head, depth + 1)
    if modals & _POSSIBLE:
        return _made(Reality.UNREAL if negated else Reality.POSSIBLE, verb)
    if modals & {"should"}:
        return _made(Reality.UNREAL, verb)
    if modals & _WILL:
        refused = Reality.UNREAL if "would" in modals and not told_past(verb) else Reality.DENIED
        return _made(refused if negated else Reality.PLANNED, verb)
    own = {c.lower_ for c in verb.children}
    being = "being" in own and not own & {"is", "are", "was", "were"}
    if being and verb.dep_ == "acl" and verb.head.dep_ == "pobj":
        return _behind(verb.head.head, depth, verb)  # "the prospect of people being sent"
    if (
        infinitive
        or (being and verb.dep_ in ("xcomp", "pcomp", "advcl", "ccomp"))
        or (
            verb.tag_ == "VBG"
            and (in_turn(verb) or not any(c.dep_ in ("aux", "nsubj") for c in verb.children))
        )
    ):
        return _governed(verb, depth, negated)
    if negated:
        return _made(Reality.DENIED, verb)
    if due(verb) or still_ahead(verb):
        return _made(Reality.PLANNED, verb)
    return _made(Reality.HAPPENED, verb)


_GOVERNORS: Final = (
    (Reality.UNREAL, "factuality.unreal"),
    (Reality.HALTED, "factuality.halts"),
    (Reality.POSSIBLE, "factuality.permits"),
    (Reality.EXPECTED, "factuality.expects"),
    (Reality.PLANNED, "factuality.plans"),
    (Reality.HAPPENED, "factuality.begins"),
)


def _governed(verb: "Token", depth: int, negated: bool) -> Setting:
    """An infinitive or gerund is as real as what it hangs on makes it."""
    head = verb.head
    if verb.dep_ == "csubj" and verb.tag_ == "VBG":
        return _made(Reality.UNREAL, head)  # "deporting people there is dangerous"
    if head.i == verb.i:
        return _made(Reality.PLANNED, verb)  # a headline: "UK to send 200 people to"
    if verb.dep_ in ("pcomp", "pobj") or head.pos_ == "ADP":
        return _behind(head, depth, verb)
    if (meant := syntax.for_to(verb)) is not None and meant.head.head.lemma_.lower() in words("deals.deal"):
        return _made(Reality.PLANNED, meant.head.head)
    if head.lemma_.lower() in _SIGNED and any(c.lower_ == "no" for c in head.children):
        return _made(Reality.UNREAL, head)  # "has no deal to host anyone"
    if head.lemma_.lower() in ("have", "be") and any(
        c.lower_ == "yet" for c in (*head.children, *verb.children)
    ):
        return _made(Reality.DENIED, head)  # "has yet to receive anybody"
    if (
        head.lemma_.lower() in ("help", "assist", "spend", "cost")
        and syntax.is_verb(head)
        and head.tag_ in ("VBD", "VBN")
    ):
        return _verb(head, depth + 1)  # "helped 900 people to go home", "spent $9m to fly out 20"
    entering = head.head
    if head.lemma_.lower() in words("deals.deal") and entering.dep_ in ("xcomp", "pcomp"):
        unwilling = entering.head if entering.dep_ == "xcomp" else entering.head.head
        if _classified(unwilling) is Reality.UNREAL:
            return _made(Reality.UNREAL, unwilling)  # "resisted entering an agreement to take them"
    if not negated and compelled(head):
        return _verb(head, depth + 1)
    if first_to(verb):
        return _made(Reality.HAPPENED, head)
    found = _classified(head)
    begun = found is Reality.HAPPENED and syntax.is_verb(head) and head.lemma_.lower() in ("start", "begin")
    if begun and not negated and head.tag_ == "VB" and head.dep_ == "xcomp":
        return _governed(head, depth + 1, negated=False)  # "agreed to start receiving"
    if found is None and (agreed := by_agreement(verb)) is not None:
        return _made(Reality.PLANNED, agreed)
    if (
        found is None
        and verb.dep_ in ("advcl", "xcomp")
        and (
            noun := next(
                (
                    o
                    for o in syntax.objects(head)
                    if _classified(o) is Reality.UNREAL or o.lemma_.lower() in words("deals.talks-nouns")
                ),
                None,
            )
        )
        is not None
    ):
        return _made(Reality.UNREAL, noun)
    if found is None and head.pos_ in ("AUX", "VERB"):
        outer = _verb(head, depth + 1)
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            return outer
        if outer.reality is Reality.HAPPENED:
            reality = Reality.PLANNED if any(c.tag_ == "TO" for c in verb.children) else Reality.HAPPENED
            return _made(Reality.DENIED if negated else reality, head)
        return outer
    if found is None:
        return (
            _noun(head, depth + 1)
            if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in words("deals.deal")
            else _made(Reality.PLANNED, head)
        )
    return _weighed(found, head, negated)


def _weighed(found: Reality, head: "Token", negated: bool) -> Setting:
    against = negation.negated(head) or negated
    if against:
        return _made(
            Reality.DENIED
            if found in (Reality.PLANNED, Reality.HAPPENED, Reality.EXPECTED)
            else Reality.UNREAL,
            head,
        )
    if found is not Reality.UNREAL and syntax.is_verb(head):
        own = syntax.modals(head)
        if {"would", "have"} <= own or ("had" in own and is_wish(head)):
            # "would have let it send", "had hoped to send"; "had planned to send" tells of a plan that fell
            planned = syntax.lemma(head) in ("plan", "intend", "mean", "aim")
            return _made(Reality.HALTED if planned else Reality.UNREAL, head)
        if own & _POSSIBLE or "should" in own:
            return _made(Reality.UNREAL if found is Reality.HALTED else Reality.POSSIBLE, head)
        if found is Reality.HAPPENED and own & _WILL:
            return _made(Reality.PLANNED, head)
        if found is Reality.HALTED and own & _WILL:
            return _made(Reality.PLANNED, head)
        if head.tag_ == "VBG" and head.dep_ == "pcomp" and _verb(head, 5).reality is Reality.UNREAL:
            return _made(Reality.UNREAL, head)
        if (any(c.tag_ == "TO" for c in head.children) or conditional(head)) and head.dep_ in (
            "xcomp",
            "acl",
            "advcl",
            "ccomp",
        ):
            outer = _classified(head.head)
            if outer is Reality.UNREAL:
                return _made(Reality.UNREAL, head.head)
    return _made(found, head)


def _classified(head: "Token") -> Reality | None:
    if head.pos_ == "NOUN" and any(c.lower_ == "stumbling" for c in head.children):
        return None
    keys = syntax.keys(head) if syntax.is_verb(head) else {head.lemma_.lower(), head.lower_}
    if head.dep_ == "acomp" or head.pos_ == "ADJ":
        keys = keys | {head.lower_}
    return next((reality for reality, name in _GOVERNORS if keys & words(name)), None)


def _behind(preposition: "Token", depth: int, event: "Token") -> Setting:
    """An event behind a preposition: "after", "in return for", "talks about"."""
    head = preposition.head
    word = preposition.lower_
    if word in ("after", "following", "since", "despite", "with") and head.pos_ not in ("NOUN",):
        return _made(Reality.HAPPENED, preposition)
    if word in ("without",):
        return _made(Reality.DENIED, preposition)
    if word in ("against", "instead"):
        return _made(Reality.UNREAL, preposition)
    if word == "before":
        # "held for weeks before being flown out": told of as done
        told = syntax.is_verb(head) and event.tag_ in ("VBG", "VBN") and head.tag_ in ("VBD", "VBN")
        done = told and _verb(head, depth + 1).reality is Reality.HAPPENED
        return _made(Reality.HAPPENED if done else Reality.UNREAL, preposition)
    if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in ("return", "exchange") and word == "for":
        outer = head.head.head if head.head.pos_ == "ADP" else head.head
        if outer.i != head.i and syntax.is_verb(outer):
            return _verb(outer, depth + 1) if _classified(outer) is None else _made(Reality.PLANNED, outer)
        return _made(Reality.PLANNED, head)
    found = _classified(head)
    if found is not None:
        return _weighed(found, head, False)
    if head.pos_ in ("NOUN", "PROPN"):
        if head.lemma_.lower() in words("deals.deal"):
            return _made(Reality.PLANNED, head)
        real = _noun(head, depth + 1)
        denied = word == "for" and any(c.lower_ == "no" for c in head.children)
        return _made(Reality.UNREAL, head) if denied else real  # "gives no excuse for removing people"
    if syntax.is_verb(head):
        real = _verb(head, depth + 1)
        # "sounded out Kabul about taking them", "spoke of people being sent"
        talk = syntax.lemma(head) in ("speak", "talk", "dream", "boast", "think", "hear", "tell")
        spoken_of = word in ("about", "regarding", "concerning") or (word == "of" and talk)
        return _made(Reality.UNREAL, head) if spoken_of or real.reality is Reality.DENIED else real
    return _made(Reality.UNREAL, head)


def _noun(noun: "Token", depth: int) -> Setting:
    """An event noun is as real as its adjectives and the verb it hangs on make it."""
    if depth > 8:
        return _made(Reality.UNREAL, noun)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "det", "advmod"):
            if child.lower_ in words("factuality.possible-adjectives"):
                return _made(Reality.UNREAL, child)
            if child.lower_ in words("factuality.planned-adjectives"):
                return _made(Reality.PLANNED, child)
            if child.lower_ in ("no", "any"):
                return _made(Reality.DENIED, child)
    past = any(child.lower_ in words("factuality.past-adjectives") for child in noun.children)
    head = noun.head
    if noun.dep_ in ("pobj", "pcomp"):
        found = _behind(head, depth, noun)
        return (
            _made(Reality.HAPPENED, noun)
            if past and found.reality is Reality.UNREAL and head.lower_ not in ("against",)
            else found
        )
    if head.i == noun.i:
        return _made(Reality.HAPPENED if past else Reality.UNREAL, noun)
    if noun.dep_ == "conj":
        return setting(head) if depth < 6 else _made(Reality.UNREAL, head)
    if noun.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "oprd") and syntax.is_verb(head):
        keys = syntax.keys(head)
        found2 = _classified(head)
        if keys & words("factuality.halts"):
            return _weighed(Reality.HALTED, head, False)
        if keys & words("factuality.happens") and noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
            outer = _verb(head, depth + 1)
            return outer
        if found2 is not None:
            return _weighed(found2, head, False)
        outer = _verb(head, depth + 1)
        if noun.dep_ == "attr" and syntax.modals(head):
            return _made(Reality.UNREAL, head)  # "it would have been the first removal"
        return (
            outer
            if outer.reality in (Reality.PLANNED, Reality.DENIED) and noun.dep_ == "dobj"
            else _made(Reality.HAPPENED if past else Reality.UNREAL, head)
        )
    return _made(Reality.HAPPENED if past else Reality.UNREAL, noun)
