"""Which stage of a deal a noun tells of: "talks with", "days after the deal", "the collapse of the pact"."""

from typing import TYPE_CHECKING

from kg.extract import negation, syntax
from kg.extract.clause import Stage
from kg.extract.leaning import only_pair
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.themes import complement_move, is_deal, participle, subject_deal, theme_of
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def noun_stage(reading: Reading, noun: "Token", moves: tuple[Move, ...]) -> Stage | None:
    """The stage that a noun tells, or None."""
    word = noun.lemma_.lower()
    head = noun.head
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
        and (owner := syntax.owner(noun)) is not None
        and countries_of(reading, owner)
        and (
            complement_move(reading, noun, moves) is not None
            or any(c.lemma_.lower() in words("deals.paper") for c in noun.subtree if c.i > noun.i)
        )
    ):
        return Stage(status=Status.PROPOSED, rule="status-search-noun", deal=noun)
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
    if word in words("deals.paper") and head.lower_ == "by" and syntax.lemma(head.head) == "follow":
        before = next((h for h in syntax.climb(head.head) if syntax.is_verb(h)), None)
        told = (
            syntax.keys(before) & words("deals.signed", "deals.agreed-strong") if before is not None else None
        )
        if told and _partners(reading, noun):
            signed = bool(told & words("deals.signed"))
            status = Status.SIGNED if signed else Status.AGREED
            return Stage(status=status, rule="status-followed-by", deal=noun)
    if word in ("signing", "signature") and any(
        o.lemma_.lower() in words("deals.paper") for o in syntax.prepositional(noun, "of")
    ):
        return Stage(
            status=Status.SIGNED, rule="status-sign-noun", deal=syntax.first(syntax.prepositional(noun, "of"))
        )
    if word in (
        "suspension",
        "collapse",
        "termination",
        "ratification",
        "expiry",
        "cancellation",
        "scrapping",
        "abandonment",
    ) and (
        about := syntax.first(
            o
            for o in syntax.prepositional(noun, "of")
            if o.lemma_.lower() in words("deals.paper") and is_deal(reading, o)
        )
    ):
        status = {
            "suspension": Status.SUSPENDED,
            "termination": Status.TERMINATED,
            "ratification": Status.RATIFIED,
            "expiry": Status.EXPIRED,
        }.get(word, Status.FELL_THROUGH)
        return Stage(status=status, rule="status-end-noun", deal=about)
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
        and syntax.lemma(head.head) in ("be", "remain", "stay")
        and (deal := subject_deal(reading, head.head))
    ):
        return Stage(
            status=Status.OPERATING if word == "operation" else Status.IN_FORCE,
            rule="status-in-force",
            deal=deal,
        )
    return None


def _ended(noun: "Token") -> bool:
    """As in "after talks in Paris": the talks are over and only date something else."""
    return noun.head.lower_ in ("after", "following", "during", "at", "before") and noun.dep_ == "pobj"


def _broken_off(noun: "Token") -> bool:
    """As in "talks broke down": the verb says that they are over."""
    return (
        noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        and syntax.is_verb(noun.head)
        and bool(syntax.keys(noun.head) & words("deals.fell-through"))
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
            )
        )
    )


def _partners(reading: Reading, noun: "Token") -> list[Ref]:
    return [
        r for o in syntax.prepositional(noun, "with", "between", "among") for r in countries_of(reading, o)
    ] or _both_sides(reading, noun)


def _both_sides(reading: Reading, noun: "Token") -> list[Ref]:
    """As in "talks between the two governments": those that the text is about."""
    between = syntax.first(syntax.prepositional(noun, "between"))
    two = between is not None and any(c.lower_ in ("two", "both") for c in between.children)
    pair = only_pair(reading) if two else None
    return list(pair) if pair is not None else []
