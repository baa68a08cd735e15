"""Words that name a wrong which nobody raises: crimes of those sent, relief, what is denied or past."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.voice import Voice, is_official
from kg.model.codes import Topic

if TYPE_CHECKING:
    from kg.extract.concern_topics import Hit
    from kg.extract.tokens import Token

_NEGATIVE: Final = re.compile(
    r"\b(?:no|not|never|without|nobody|none|nothing|nor|neither|lack\w*|fail\w*|cannot|den(?:y|ied)|little|unable|only)\b"
    r"|n[’']t\b"
)
_LITIGATION: Final = re.compile(
    r"\b(?:challenge|lawsuit|proceeding|case|action|battle|fight|review|suit)s?\b"
)
# "their detention was unlawful" is what a court decides, no reason for it.
_VERDICT: Final = re.compile(r"\b(?:un|il)(?:lawful|legal)")
_SHORT: Final = re.compile(r"\b(?:lack|cannot|can't|could not|couldn't|unable|struggl|too small|no room)\w*")
_DUTY: Final = frozenset(("should", "must", "ought", "cannot", "could", "can"))
_EARLIER: Final = frozenset(
    (
        "after",
        "following",
        "amid",
        "despite",
        "since",
        "until",
        "before",
        "pending",
        "as",
        "while",
        "when",
        "during",
    )
)
# What a government says neutrally of these is its policy or a fact, no worry of its own.
_OWN: Final = frozenset(
    (
        *(Topic.REFOULEMENT, Topic.LEGALITY, Topic.ACCESS_TO_COUNSEL, Topic.SECRECY, Topic.COST),
        *(Topic.EFFECTIVENESS, Topic.SOVEREIGNTY, Topic.DETENTION_CONDITIONS, Topic.OTHER),
    )
)


_BEHIND: Final = frozenset((Topic.ILL_TREATMENT, Topic.UNSAFE_COUNTRY, Topic.HUMAN_RIGHTS_RECORD))


def excused(voice: Voice, hit: "Hit", said: str, token: "Token") -> bool:
    """Whether the words stand where nobody raises what they name.

    Args:
        voice: Whose words they are.
        hit: The topic they name.
        said: The words of the hit themselves.
        token: The word at their heart.
    """
    if _charged(token) or _ended(token):
        return True
    if hit.topic is Topic.LEGALITY and (_over(token, said) or _supposed(token)):
        return True
    if hit.topic is Topic.UNSAFE_COUNTRY and (token.dep_ == "appos" or (voice.official and _since(token))):
        return True
    if hit.topic in _BEHIND and _fled(token):
        return True
    if voice.barred and _VERDICT.search(said.lower()):
        return True
    if hit.guessed or _NEGATIVE.search(said.lower()):
        return False
    doubts = bool(syntax.keys(token.doc[voice.cue]) & words("concerns.wondering"))
    relieved = not doubts and _relieved(token)
    unreal = hit.topic is not Topic.COST and _unreal(token)
    return relieved or unreal or (not voice.blames and _denied(token, hit))


def brings_none(reading: Reading, voice: Voice, hit: "Hit", said: str) -> bool:
    """Whether a government blames those who go to court: "condemned last-minute legal challenges"."""
    if hit.topic is not Topic.LEGALITY or not voice.blames or not _LITIGATION.search(said.lower()):
        return False
    country = voice.speech.country if voice.speech is not None else None
    return is_official(reading, voice.name, country)


def own_policy(reading: Reading, voice: Voice, hit: "Hit", token: "Token") -> bool:
    """Whether a government tells of what is its own doing, so that it blames nobody."""
    country = voice.speech.country if voice.speech is not None else None
    if hit.topic is Topic.LEGALITY and token.dep_ in ("acomp", "oprd"):
        return False
    if hit.topic is Topic.OTHER and _SHORT.search(" ".join(t.text for t in token.sent).lower()):
        return False  # "his country lacked the room"
    return hit.topic in _OWN and not _blames_another(reading, token, country)


def _charged(token: "Token") -> bool:
    """What people were convicted of: "men convicted of assault", "crimes including rape"."""
    for head in list(syntax.climb(token))[:6]:
        if head.i > token.i:
            continue
        lemma = syntax.lemma(head)
        if head.i + 2 < len(token.doc) and token.doc[head.i + 2].lower_ in ("nothing", "no"):
            continue  # "charged with nothing"
        if syntax.is_verb(head) or head.pos_ == "ADJ":
            who = syntax.subject(head) if syntax.is_verb(head) else None
            moved = who is not None and who.lemma_.lower() in words("movement.people", "movement.indefinite")
            if lemma in words("concerns.convicting") and (lemma not in words("concerns.committing") or moved):
                return True
        elif lemma in words("concerns.crimes") and head.pos_ == "NOUN":
            return True
    return False


def _over(token: "Token", said: str) -> bool:
    """A case that is told as past: "after months of legal challenges", "had survived a challenge"."""
    if not _LITIGATION.search(said.lower()):
        return False
    for head in (token, *syntax.climb(token)):
        if head.dep_ == "prep" and head.lower_ in _EARLIER:
            return True
        if syntax.is_verb(head):
            if syntax.keys(head) & words("concerns.surviving"):
                return True
            if any(c.dep_ in ("mark", "advmod") and c.lower_ in _EARLIER for c in head.children):
                return True
    return False


def _fled(token: "Token") -> bool:
    """As in "who fled the regime's brutality": what people have behind them."""
    verb = next((t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)), None)
    return (
        verb is not None and syntax.lemma(verb) in ("flee", "escape") and verb.tag_ in ("VBD", "VBN", "VBG")
    )


def _since(token: "Token") -> bool:
    """As in "the first deportation since the outbreak of the war": a date, no danger."""
    return any(
        t.dep_ == "prep" and t.lower_ in ("since", "after", "before") for t in (token, *syntax.climb(token))
    )


def _supposed(token: "Token") -> bool:
    """As in "had no fallback if the plan was ruled unlawful"."""
    verb = next((t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)), None)
    return verb is not None and verb.dep_ == "advcl" and any(c.lower_ == "if" for c in verb.children)


def _ended(token: "Token") -> bool:
    """A wrong that is over: "a legal fiction has come to an end"."""
    verb = next(syntax.climb(token), token)
    after = {c.lower_ for c in verb.subtree if c.i > verb.i}
    over = syntax.lemma(verb) in words("concerns.ending") or (syntax.lemma(verb) == "come" and "end" in after)
    return over and token.dep_ in ("nsubj", "nsubjpass") and not negation.negated(verb) and verb.tag_ != "VB"


def _relieved(token: "Token") -> bool:
    """A wrong that something is to lessen: "would ease overcrowding", "take pressure off crowded jails"."""
    for verb in _above(token):
        if verb.i > token.i or syntax.passive(verb):
            continue
        if not syntax.keys(verb) & words("concerns.relieving") and not _taken_off(verb):
            continue
        above = verb.head if verb.dep_ in ("xcomp", "ccomp", "acl") else None
        undone = above is not None and syntax.lemma(above) in words("concerns.failing")
        return not (undone or negation.negated(verb) or syntax.modals(verb) & _DUTY)
    return False


def _above(token: "Token") -> Iterator["Token"]:
    """The two nearest verbs that govern the words; none beyond an "and"."""
    found = 0
    while token.head.i != token.i and found < 2 and not (token.dep_ == "conj" and syntax.is_verb(token)):
        token = token.head
        if syntax.is_verb(token):
            found += 1
            yield token


def _taken_off(verb: "Token") -> bool:
    load = any(noun.lemma_.lower() in words("concerns.loads") for noun in syntax.objects(verb))
    return load and any(c.lower_ in ("off", "from") for c in verb.children)


def _denied(token: "Token", hit: "Hit") -> bool:
    """A wrong that the words say is none: "nobody was mistreated"."""
    if hit.topic is Topic.SOVEREIGNTY:
        return False
    verb = next((t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)), None)
    if verb is None or syntax.keys(verb) & words("concerns.relieving") or syntax.modals(verb) & _DUTY:
        return False
    return negation.negated(verb)


def _unreal(token: "Token") -> bool:
    """What would have been: "without the patrols the island would have been overwhelmed"."""
    verb = next((t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)), None)
    return verb is not None and {"would", "have"} <= syntax.modals(verb)


def _blames_another(reading: Reading, token: "Token", country: str | None) -> bool:
    """Whether the clause says that another country does it: "Washington was pressing African states"."""
    if country is None:
        return False
    for verb in [t for t in (token, *syntax.climb(token)) if syntax.is_verb(t)][:2]:
        subject = syntax.subject(verb)
        if subject is None or syntax.passive(verb):
            continue
        near = (subject, *(c for c in subject.children if c.dep_ in ("compound", "amod", "nmod", "poss")))
        people = subject.lemma_.lower() in words("movement.people", "movement.indefinite")
        return not people and any(
            (place := reading.place_at.get(t.i)) is not None and place.code != country for t in near
        )
    return False
