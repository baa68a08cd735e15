"""Whether the form of a verb, or the clause it opens, tells of what is still to come."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def due(verb: "Token") -> bool:
    """As in "is being sent", "are to be moved" speak of what is to come as much as of what is."""
    return any(child.lower_ == "be" and child.dep_ == "auxpass" for child in verb.children) and any(
        c.tag_ == "TO" for c in verb.children
    )


def still_ahead(verb: "Token") -> bool:
    """As in "before they are sent home", "until the first are moved": still to come."""
    present = verb.tag_ in ("VBZ", "VBP") or any(
        c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children
    )
    return present and any(
        c.dep_ in ("mark", "advmod") and c.lower_ in ("before", "until", "till", "once")
        for c in verb.children
    )


def conditional(verb: "Token") -> bool:
    """As in "if they are sent", "whether anybody was", "had they sent him"."""
    return any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether", "lest")
        for child in verb.children
    ) or (
        verb.dep_ == "advcl"
        and (first := verb.left_edge).dep_ in ("aux", "auxpass")
        and first.head.i == verb.i
        and first.lower_ in ("had", "were", "should")
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children)
    )


def subjunctive(verb: "Token") -> bool:
    """As in "demanded that France return them", "that they be sent": what is to be, not what is."""
    if verb.dep_ != "ccomp" or not any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children):
        return False
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    who = syntax.first(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    bare = verb.tag_ in ("VB", "VBP") and who is not None and who.tag_ in ("NN", "NNP") and not own
    return bare or [c.lower_ for c in own] == ["be"]


def compelled(head: "Token") -> bool:
    """As in "has had to bring them home", "was forced to fly them out": done, if not gladly."""
    had = syntax.lemma(head) == "have" and head.tag_ in ("VBD", "VBN")
    forced = syntax.lemma(head) in ("force", "compel", "oblige") and syntax.passive(head)
    own = syntax.modals(head)
    return had or (
        forced
        and bool(own & {"was", "were", "been"})
        and own <= {"was", "were", "been", "has", "have", "had"}
    )


def told_past(verb: "Token") -> bool:
    """As in "said it would not accept them": what "will not" becomes in reported speech."""
    top = verb.head if verb.dep_ == "conj" else verb
    says = top.head
    told = top.dep_ == "ccomp" and syntax.lemma(says) in words("speech.say") and says.tag_ in ("VBD", "VBN")
    return told and "have" not in syntax.modals(verb)


def in_turn(verb: "Token") -> bool:
    """As in "in return for the EU taking in others": as real as what it is given for."""
    return verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in ("return", "exchange")


def is_wish(verb: "Token") -> bool:
    """Whether the verb, in the past perfect, says that what was meant did not come to be."""
    return syntax.lemma(verb) in ("hope", "want", "wish", "plan", "intend", "aim", "mean", "expect")
