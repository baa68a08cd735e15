"""Which stage of a deal a noun tells of: "talks with", "days after the deal", "the collapse of the pact"."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.clause import Stage
from kg.extract.leaning import only_pair
from kg.extract.lexicon import table, words
from kg.extract.moves import Move
from kg.extract.partners import from_state
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.stage_event_nouns import event_noun
from kg.extract.themes import complement_move, is_deal, participle, subject_deal, theme_of
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def noun_stage(reading: Reading, noun: "Token", moves: tuple[Move, ...]) -> Stage | None:
    """The stage that a noun tells, or None."""
    word = noun.lemma_.lower()
    head = noun.head
    if word in words("deals.talks-nouns") and _aside(noun):
        return None
    if word in words("deals.talks-nouns") and not _ended(noun) and not _broken_off(noun):
        partners = _partners(reading, noun)
        plain = (
            syntax.is_verb(head)
            and syntax.lemma(head) == "be"
            and noun.dep_ == "nsubj"
            and not _predicated(noun)
        )
        if plain:
            return None
        if partners or complement_move(reading, noun, moves) is not None or _predicated(noun):
            verb = head if syntax.is_verb(head) else head.head
            return Stage(
                status=Status.TALKS,
                rule="status-talks-noun",
                deal=noun,
                negated=negation.negated(noun) or (syntax.is_verb(verb) and negation.negated(verb)),
            )
    if (
        word in words("deals.proposed-nouns")
        and not (noun.dep_ == "dobj" and syntax.is_verb(head) and syntax.keys(head) & words("deals.rejected"))
        and not _mere_sending(reading, noun, moves)
        and (owner := syntax.owner(noun)) is not None
        and countries_of(reading, owner)
        and (
            complement_move(reading, noun, moves) is not None
            or any(c.lemma_.lower() in words("deals.paper") for c in noun.subtree if c.i > noun.i)
        )
    ):
        return Stage(status=Status.PROPOSED, rule="status-search-noun", deal=noun)
    asked = (word in words("deals.requests") - {"offer", "proposal"}) and noun.dep_ == "pobj"
    if asked and head.lower_ in ("after", "following", "despite", "upon") and from_state(reading, noun):
        return Stage(status=Status.PROPOSED, rule="status-request-noun", deal=noun)
    if (
        word == "refusal"
        and (owner := syntax.owner(noun)) is not None
        and countries_of(reading, owner)
        and complement_move(reading, noun, moves) is not None
    ):
        return Stage(status=Status.REJECTED, rule="status-refusal-noun", deal=None)
    if word in ("offer", "willingness", "readiness", "openness"):
        spoken = (
            syntax.is_verb(head)
            and noun.dep_ == "dobj"
            and syntax.lemma(head)
            in (
                "confirm",
                "renew",
                "repeat",
                "make",
                "express",
                "reiterate",
                "extend",
                "announce",
                "signal",
                "indicate",
            )
        )
        owned = any(c.dep_ == "poss" and countries_of(reading, c) for c in noun.children)
        if word == "offer" and owned and complement_move(reading, noun, moves) is not None:
            return Stage(status=Status.WILLING, rule="status-offer-noun", deal=noun)
        if spoken and (word == "offer" or complement_move(reading, noun, moves) is not None):
            return Stage(
                status=Status.WILLING, rule="status-offer-noun", deal=noun, negated=negation.negated(head)
            )
    if (
        word in words("deals.paper")
        and head.lower_ in ("after", "since", "before", "following")
        and noun.dep_ == "pobj"
        and head.head.lemma_.lower() in ("day", "week", "month", "year", "hour")
    ):
        return Stage(status=Status.AGREED, rule="status-event-noun", deal=noun)
    if stage := event_noun(reading, noun):
        return stage
    if (
        word == "force"
        and head.lower_ == "in"
        and head.head.pos_ == "NOUN"
        and (is_deal(reading, head.head) or head.head.lemma_.lower() in words("deals.measures"))
    ):
        return Stage(status=Status.IN_FORCE, rule="status-in-force", deal=head.head)
    if word == "force" and head.lower_ == "in" and syntax.is_verb(head.head) and participle(head.head):
        deal = theme_of(reading, head.head)
        if deal is not None and is_deal(reading, deal):
            return Stage(status=Status.IN_FORCE, rule="status-in-force", deal=deal)
    if (
        word in ("force", "effect", "operation")
        and head.lower_ in ("in", "into")
        and syntax.is_verb(head.head)
        and (syntax.lemma(head.head) in ("be", "remain", "stay") or _apart(head))
        and (deal := subject_deal(reading, head.head))
    ):
        return Stage(
            status=Status.OPERATING if word == "operation" else Status.IN_FORCE,
            rule="status-in-force",
            deal=deal,
        )
    return None


def _aside(talks: "Token") -> bool:
    """As in "talks with the countries of origin", "with parliament": about something else than the deal."""
    told = {t.lemma_.lower() for t in talks.head.subtree if t.i > talks.i}
    if told & {"visa", "tariff", "trade"} and not told & words("movement.people", "movement.move-nouns"):
        return True
    return any(
        o.lemma_.lower() == "parliament"
        or (
            o.lemma_.lower() == "country" and any(p.lower_ == "origin" for p in syntax.prepositional(o, "of"))
        )
        for o in syntax.prepositional(talks, "with")
    )


def _mere_sending(reading: Reading, noun: "Token", moves: tuple[Move, ...]) -> bool:
    """As in "its efforts to deport more migrants": no deal is sought by that."""
    move = complement_move(reading, noun, moves) if noun.lemma_.lower() == "effort" else None
    return move is not None and move.form == "send" and not move.receiving


def _apart(preposition: "Token") -> bool:
    """As in "the arrangement, now in force, allows"."""
    doc, at = preposition.doc, preposition.i - 1
    while at > preposition.sent.start and doc[at].lower_ in (
        "now",
        "already",
        "still",
        "currently",
        "not",
        "yet",
    ):
        at -= 1
    subject = syntax.subject(preposition.head)
    return doc[at].text == "," and subject is not None and subject.i < at < preposition.head.i


def _ended(noun: "Token") -> bool:
    """As in "after talks in Paris": the talks are over and only date something else."""
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in table("deals.events"):
        return True  # "the breakdown of talks"
    return noun.head.lower_ in ("after", "following", "during", "at", "before") and noun.dep_ == "pobj"


def _broken_off(noun: "Token") -> bool:
    """As in "talks broke down": the verb says that they are over."""
    from_it = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("from", "of") else None
    if from_it is not None and from_it.lower_ == "out":
        from_it = from_it.head  # "pulled out of the talks"
    if from_it is not None and syntax.is_verb(from_it):
        return bool(syntax.keys(from_it) & words("deals.leaving"))
    if noun.dep_ == "nsubj" and syntax.keys(noun.head) & {"lead to", "result in", "culminate in", "end in"}:
        return not negation.negated(noun.head)  # "talks have led to an agreement"
    return (
        noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        and syntax.is_verb(noun.head)
        and not negation.negated(noun.head)
        and bool(syntax.keys(noun.head) & words("deals.fell-through", "deals.suspended"))
    )


def _predicated(noun: "Token") -> bool:
    head = noun.head
    if head.lower_ in ("in", "into") and noun.dep_ == "pobj" and syntax.is_verb(head.head):
        return syntax.lemma(head.head) in ("be", "enter", "remain", "engage", "stay")
    if syntax.is_verb(head) and syntax.lemma(head) == "be" and noun.dep_ == "nsubj":
        return any(
            c.lower_
            in (
                "underway",
                "ongoing",
                "continuing",
                "under",
                "advanced",
                "over",
                "planned",
                "early",
                "progressing",
                "intensive",
                "preliminary",
                "at",
                "in",
                "due",
                "set",
                "scheduled",
                "expected",
                "ready",
            )
            for c in head.children
        )
    return syntax.is_verb(head) and (
        (
            noun.dep_ in ("nsubj", "nsubjpass")
            and syntax.lemma(head)
            in (
                "begin",
                "start",
                "continue",
                "be",
                "resume",
                "progress",
                "hold",
                "advance",
                "open",
                "stall",
                "go",
                "proceed",
                "remain",
                "conduct",
                "drag",
                "last",
                "run",
                "intensify",
                "accelerate",
                "gather",
                "near",
                "enter",
                "move",
                "take",
                "falter",
                "slow",
                "approach",
            )
        )
        or (
            noun.dep_ in ("dobj",)
            and syntax.lemma(head)
            in (
                "hold",
                "begin",
                "start",
                "open",
                "continue",
                "have",
                "resume",
                "launch",
                "conduct",
                "confirm",
                "enter",
                "pursue",
            )
        )
    )


def _partners(reading: Reading, noun: "Token") -> list[Ref]:
    verb = noun.head
    hosts = [noun, *([verb] if noun.dep_ in ("nsubj", "nsubjpass") and syntax.is_verb(verb) else [])]
    return [
        r
        for host in hosts
        for o in syntax.prepositional(host, "with", "between", "among")
        for r in countries_of(reading, o)
    ] or _both_sides(reading, noun)


def _both_sides(reading: Reading, noun: "Token") -> list[Ref]:
    """As in "talks between the two governments": those that the text is about."""
    between = syntax.first(syntax.prepositional(noun, "between"))
    two = between is not None and any(c.lower_ in ("two", "both") for c in between.children)
    pair = only_pair(reading) if two else None
    return list(pair) if pair is not None else []
