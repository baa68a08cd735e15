"""Movements that words of denial, ruling out or keeping from say did not come about."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.reality import Reality

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def under_denial(verb: "Token") -> bool:
    """As in "denied that anyone had been pushed back", "it is not true that"."""
    head = verb.head
    if head.pos_ == "NOUN" and verb.dep_ in ("acl", "ccomp", "relcl"):
        if head.lemma_.lower() not in _HEARSAY or negation.negated(verb):
            return False
        ruling = next((h for h in syntax.climb(head) if syntax.is_verb(h)), None)
        if ruling is None or negation.negated(ruling):
            return False
        # "called a report that a plane had landed a fabrication"
        judged = syntax.keys(ruling) & {
            "call",
            "brand",
            "label",
            "describe as",
            "declare",
            "deem",
            "be",
            "turn",
            "prove",
        }
        false = judged and any(t.lower_ in words("factuality.falsehoods") for t in verb.sent if t.i > verb.i)
        return bool(false) or not syntax.keys(ruling).isdisjoint(words("factuality.denying"))
    if verb.dep_ != "ccomp" or negation.negated(verb):
        return False
    if head.lemma_.lower() in ("deny", "dispute", "refute"):
        return not negation.negated(head)
    said = (
        {c.lower_ for c in head.children if c.dep_ in ("acomp", "attr")}
        if head.lemma_.lower() == "be"
        else set()
    )
    denied = negation.negated(head)
    return (
        bool(said & {"true", "correct", "accurate"})
        if denied
        else bool(said & words("factuality.falsehoods"))
    )


def kept_from(verb: "Token") -> Reality | None:
    """As in "kept 40 men from being put on a plane", "ruled out bringing them", "denied taking in anyone"."""
    head = verb.head
    outer = head.head
    if verb.dep_ == "pcomp" and head.lower_ == "from" and syntax.is_verb(outer):
        kept = outer.lemma_.lower() in ("keep", "prevent", "stop", "block", "bar", "save", "spare")
        real = setting(outer).reality is Reality.HAPPENED
        return Reality.HALTED if kept and real else None
    causing = head if verb.dep_ == "ccomp" else outer if verb.dep_ == "acl" and head.dep_ == "dobj" else None
    if causing is not None and verb.tag_ == "VBN" and causing.lemma_.lower() in ("have", "get"):
        return setting(causing).reality  # "deals to have their nationals flown there"
    if _is_ordered(verb):
        return Reality.PLANNED if setting(head).reality is Reality.HAPPENED else Reality.UNREAL
    if _taken_off(verb):
        return Reality.HALTED
    if head.lower_ in ("first", "second", "next", "latest") and head.dep_ == "attr" and verb.tag_ == "VB":
        return setting(head.head).reality  # "would be the first to travel"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and (seeing := _to_be_seen(verb)) is not None:
        return setting(seeing).reality
    if (
        verb.dep_ == "ccomp"
        and head.lemma_.lower() == "see"
        and not any(c.dep_ == "aux" for c in verb.children)
    ):
        return setting(head).reality
    if (
        verb.dep_ in ("xcomp", "ccomp", "pcomp")
        and verb.tag_ == "VBG"
        and not any(c.dep_ in ("aux", "nsubj") and c.lower_ != "having" for c in verb.children)
    ):
        ruling = head if syntax.is_verb(head) else outer
        if syntax.is_verb(ruling) and syntax.keys(ruling) & {"rule out", "exclude", "deny"}:
            return (
                None
                if negation.negated(ruling) or syntax.modals(ruling) & {"could", "may"}
                else Reality.DENIED
            )
    return None


def _is_ordered(verb: "Token") -> bool:
    """As in "ordered 900 of them returned": what is to be done, though the form is that of what was done."""
    return (
        verb.dep_ in ("ccomp", "xcomp", "oprd")
        and verb.tag_ in ("VBN", "VBD")
        and verb.head.lemma_.lower() in ("order", "want", "demand")
        and not any(c.dep_ in ("mark", "aux", "auxpass") for c in verb.children)
    )


def _taken_off(verb: "Token") -> bool:
    """As in "seven people were taken off a plane to Accra"."""
    if not syntax.keys(verb) & {"take off", "pull off", "remove from", "haul off", "get off", "bring off"}:
        return False
    left = (*syntax.objects(verb), *syntax.prepositional(verb, "off", "from"))
    return syntax.passive(verb) and any(o.lemma_.lower() in words("movement.flights") for o in left)


_HEARSAY = ("idea", "suggestion", "report", "claim", "rumour", "rumor", "notion", "allegation", "speculation")


def _to_be_seen(participle: "Token") -> "Token | None":
    """The verb of "a plan that would see rejected applicants sent to a hub"."""
    return syntax.first(
        outer
        for outer in syntax.climb(participle)
        if outer.lemma_.lower() == "see" and outer.i < participle.i and syntax.is_verb(outer)
    )
