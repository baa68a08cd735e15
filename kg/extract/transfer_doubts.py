"""Movements worded as if done that are not: ahead in time, set out in a deal, denied, or not vouched for."""

from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.reality import Reality, Setting

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PRESSING: Final = ("insist", "demand", "require", "recommend", "ask")
_NOT_YET: Final = frozenset(("unless", "once", "when", "whenever", "if", "provided"))


def doubted(reading: Reading, move: Move, trigger: "Token", moves: tuple[Move, ...]) -> Setting | None:
    """The setting of a movement told as done, where other words take that back; None where none do."""
    if _unvouched(trigger) or _at_large(reading, move, trigger) or _in_question(trigger):
        return Setting(reality=Reality.UNREAL, governor=trigger.head.i)
    if _present(trigger) and any(
        c.dep_ == "advmod" and c.lower_ in ("when", "whenever") for c in trigger.children
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.i)
    if trigger.dep_ == "ccomp" and trigger.head.lemma_ in _PRESSING and trigger.head.tag_ == "VB":
        return Setting(
            reality=Reality.UNREAL, governor=trigger.head.i
        )  # "unfair to insist that Chad accepts"
    planned = (
        (_present(trigger, going_on=True) and _dated_ahead(reading, trigger))
        or (_present(trigger) and (_awaiting(trigger) or _ruled(move, trigger)))
        or _in_principle(trigger)
        or trigger.lemma_.lower() == "book"
        or _first_of(reading, move)
        or _told_ahead(reading, move, trigger, moves)
    )
    return Setting(reality=Reality.PLANNED, governor=trigger.i) if planned else None


def _present(verb: "Token", *, going_on: bool = False) -> bool:
    """Whether a verb is in the simple present: "sends", "are sent"; or in the progressive, if that counts."""
    if not syntax.is_verb(verb):
        return False
    own = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBZ", "VBP"):
        return not own
    return bool(own) and own <= {"is", "are", "'s", "’s"} and (verb.tag_ == "VBN" or going_on)


def _unvouched(verb: "Token") -> bool:
    """As in "has not said that people were sent", "no evidence that", "believing they were being flown"."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "acl", "relcl"):
        return False
    if head.pos_ == "NOUN":
        if (
            head.lemma_.lower() in ("report", "rumour", "rumor", "claim", "speculation")
            and head.dep_ == "pobj"
        ):
            return not any(c.dep_ == "nummod" for o in syntax.objects(verb) for c in o.children)
        proof = head.lemma_.lower() in ("evidence", "proof", "sign", "indication", "confirmation", "record")
        return proof and (negation.negated(head) or any(c.lower_ == "no" for c in head.children))
    if head.lemma_.lower() in words("factuality.beliefs"):
        return True
    return head.lemma_.lower() in words("factuality.vouching") and negation.negated(head)


def _at_large(reading: Reading, move: Move, trigger: "Token") -> bool:
    """As in "each man flown there must agree", "states that accept deportees", "asked about people sent"."""
    people = reading.doc[move.people] if move.people is not None else None
    head = trigger.head
    if (
        trigger.dep_ == "relcl"
        and head.tag_ in ("NNS", "DT")
        and _present(trigger)
        and not syntax.passive(trigger)
    ):
        return head.i not in reading.place_at and (head.i != move.people or move.persons is None)
    if (
        people is None
        or trigger.dep_ not in ("acl", "relcl")
        or head.i != people.i
        or move.persons is not None
    ):
        return False
    if any(c.lower_ in ("each", "every", "any") for c in people.children):
        return True
    about = people.head
    return (
        people.dep_ == "pobj"
        and about.lower_ in ("about", "of", "on")
        and about.head.lemma_.lower() in words("factuality.unreal")
    )


def _in_question(verb: "Token") -> bool:
    """As in "want to know on what terms Ghana accepts them"."""
    for clause in (verb, *syntax.climb(verb)):
        asking = clause.head
        if clause.dep_ not in ("ccomp", "pcomp") or not syntax.is_verb(asking):
            continue
        if not (
            asking.lemma_.lower() in ("ask", "wonder", "question")
            or setting(asking).reality is Reality.UNREAL
        ):
            continue
        words_before = (t for c in clause.children for t in (c, *c.subtree) if t.i < clause.i)
        if any(t.tag_ in ("WDT", "WP", "WRB") for t in words_before):
            return True
    return False


def _dated_ahead(reading: Reading, verb: "Token") -> bool:
    """As in "flies 40 men home next Monday"."""
    published = reading.article.published
    inside = range(verb.left_edge.i, verb.right_edge.i + 1)
    for time in reading.times:
        if time.start not in inside or syntax.clause_verb(reading.doc[time.end - 1]).i != verb.i:
            continue
        start = time.when.earliest if time.when is not None else None
        if start is not None and published is not None and published.latest and start > published.latest:
            return True
        if reading.doc[time.start].lower_ in ("next", "tomorrow"):
            return True
    return False


def _awaiting(verb: "Token") -> bool:
    """As in "once it is ratified, Norway sends": something else must come first."""
    return any(
        clause.dep_ == "advcl"
        and _present(clause)
        and any(c.dep_ in ("mark", "advmod") and c.lower_ in _NOT_YET for c in clause.children)
        for clause in verb.children
    )


def _ruled(move: Move, verb: "Token") -> bool:
    """As in "under the deal people are flown to", "an agreement in which Ghana takes": agreed, not done."""
    head = verb.head
    if verb.dep_ == "relcl" and head.lemma_.lower() in words("deals.paper", "movement.ruling"):
        return any(
            c.lower_ in ("which", "whereby")
            and (c.dep_ == "advmod" or c.head.lower_ in ("in", "under", "by"))
            for c in verb.subtree
        )
    if verb.dep_ == "ccomp" and syntax.is_verb(head):
        who = syntax.first(c for c in head.children if c.dep_ == "nsubj")
        return who is not None and who.lemma_.lower() in words("deals.paper", "movement.ruling")
    done = any(c.lower_ in ("still", "now", "already", "routinely", "regularly") for c in verb.children)
    if done or (move.form != "take" and not syntax.passive(verb)):
        return False
    return any(
        o.lemma_.lower() in words("deals.paper", "movement.ruling")
        or (o.lower_ in ("terms", "which") and o.head.lower_ == "under")
        for host in (verb, *syntax.climb(verb))
        if syntax.is_verb(host)
        for p in host.children
        if p.dep_ == "prep" and p.lower_ in ("under", "in", "according")
        for o in (*syntax.prepositional(host, "under", "in"), *syntax.prepositional(p, "to"))
    )


def _in_principle(verb: "Token") -> bool:
    """As in "has in principle accepted 600 people"."""
    return any(o.lower_ in ("principle", "theory", "paper") for o in syntax.prepositional(verb, "in", "on"))


def _first_of(reading: Reading, move: Move) -> bool:
    """As in "the first of 300 prisoners sent to": so many are still to come."""
    people = reading.doc[move.people] if move.people is not None else None
    return (
        people is not None
        and move.persons is not None
        and people.dep_ == "pobj"
        and people.head.lower_ == "of"
        and people.head.head.lower_ in ("first", "latest")
    )


def _told_ahead(reading: Reading, move: Move, trigger: "Token", moves: tuple[Move, ...]) -> bool:
    """As in "people sent to Rwanda will be housed": nobody yet, unless told elsewhere."""
    if move.persons is not None or move.people is None or move.form == "noun":
        return False
    people = reading.doc[move.people]
    if not (
        trigger.dep_ in ("acl", "relcl")
        and trigger.tag_ in ("VBN", "VBP", "VBZ")
        and trigger.head.i == people.i
    ):
        return False
    if people.dep_ not in ("nsubj", "nsubjpass") or setting(people.head).reality not in (
        Reality.PLANNED,
        Reality.POSSIBLE,
        Reality.UNREAL,
    ):
        return False
    gone = {r.code for r in move.receiving}
    return not any(
        m.trigger != trigger.i
        and gone & {r.code for r in m.receiving}
        and setting(reading.doc[m.trigger]).reality is Reality.HAPPENED
        for m in moves
    )
