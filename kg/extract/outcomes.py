"""What a decision comes to, as it is worded: the verb of a court and what it is said of."""

import re
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.patterns import pattern, small
from kg.model.codes import Outcome

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_OPPOSITE: Final = {Outcome.BLOCKED: Outcome.ALLOWED, Outcome.ALLOWED: Outcome.BLOCKED}
_PEOPLE: Final = re.compile(
    r"\b(?:un|il)(?:legal|lawful)(?:ly present)? (?=(?:im)?migra|alien|entr|cross|resident)"
)
_TURNED: Final = {**_OPPOSITE, Outcome.LAWFUL: Outcome.UNLAWFUL, Outcome.UNLAWFUL: Outcome.LAWFUL}


def outcome_of(verb: "Token", content: str) -> Outcome | None:
    """The outcome that a verb of deciding tells of, or None where it decides nothing.

    Args:
        verb: The verb, said of a court, of a ruling, or in the passive of a measure.
        content: What is decided: the verb's words without its subject.
    """
    keys, lemma = syntax.keys(verb), syntax.lemma(verb)
    theme = _theme(verb)
    if keys & words("courts.remitting") and _says("remitted-words", content) and lemma != "return":
        return Outcome.REMITTED
    if keys & words("courts.dismissing") and (found := _turned_down(verb, theme, content)) is not None:
        return found
    if keys & words("courts.dismissing") and _says("no-result-words", content):
        return Outcome.OTHER
    if keys & words("courts.lifting") and theme is not None and _is_stop(theme):
        return _inverse(content) if verdict(content) is not None else Outcome.ALLOWED
    if lemma == "uphold":
        return _upheld(theme, content)
    if keys & words("courts.granting") and theme is not None and _says("stopping-words", _phrase(theme)):
        return Outcome.OTHER if _says("doing-words", content) else Outcome.BLOCKED
    if keys & words("courts.granting") and theme is not None and _says("leave-words", _phrase(theme)):
        return Outcome.ALLOWED
    if keys & words("courts.annulling"):
        return Outcome.UNLAWFUL
    if keys & words("courts.blocking"):
        return Outcome.BLOCKED
    if keys & words("courts.clearing"):
        return Outcome.ALLOWED
    if keys & words("courts.finding"):
        return _found(lemma, content)
    if keys & words("courts.ordering"):
        return _ordered(verb, lemma, content)
    return None


def pointing(verb: "Token", before: Outcome, *, near: bool) -> Outcome | None:
    """The outcome of a verb that only points back to the decision told before: "overturned it"."""
    theme = _theme(verb)
    if (said := _conclusion(verb)) is not None:
        beside = {t.lower_ for t in said.children}
        if beside & words("courts.alike"):
            return before
        return _TURNED.get(before) if beside & words("courts.unlike") else None
    if (
        not near
        or theme is None
        or not (theme.pos_ == "PRON" or {theme.lemma_.lower(), theme.lower_} & words("courts.rulings"))
    ):
        return None
    if any(c.dep_ in ("amod", "acl", "relcl", "compound") for c in theme.children):
        return None
    keys = syntax.keys(verb)
    if keys & words("courts.lifting", "courts.annulling"):
        return _TURNED.get(before)
    return before if keys & words("courts.upholding") else None


def _conclusion(verb: "Token") -> "Token | None":
    """As in "reached a similar conclusion", "came to the same view"."""
    if syntax.lemma(verb) not in ("reach", "come", "arrive", "take", "draw"):
        return None
    nouns = (*syntax.objects(verb), *syntax.prepositional(verb, "to", "at"))
    return next((n for n in nouns if n.lemma_.lower() in words("courts.conclusions")), None)


def _found(lemma: str, content: str) -> Outcome | None:
    """ruled, held, found that ..."""
    if _says("powerless-words", content):
        return Outcome.OTHER
    if _says("no-result-words", content) and not _says("unlawful-words", content):
        return Outcome.OTHER
    legal = verdict(content)
    if legal is not None:
        return legal
    if _says("barred-words", content):
        return Outcome.BLOCKED
    if _says("proceed-words", content):
        return Outcome.ALLOWED
    if " against " in f" {content.lower()} " and lemma in ("rule", "decide", "find"):
        return Outcome.UNLAWFUL
    return Outcome.OTHER if lemma in ("rule", "decide") else None


def verdict(content: str) -> Outcome | None:
    """Lawful or unlawful, by what is said first; a negated breach is lawful."""
    content = _PEOPLE.sub(" ", small(content))
    fair = pattern("courts.lawful-words").search(content)
    foul = pattern("courts.unlawful-words").search(content)
    if fair is None and foul is None:
        return None
    if fair is None or (foul is not None and (foul.start(), -foul.end()) <= (fair.start(), -fair.end())):
        return Outcome.UNLAWFUL
    return Outcome.LAWFUL


def _inverse(content: str) -> Outcome:
    """Overturning a finding turns it round: "overturned the ruling that it was lawful"."""
    return Outcome.LAWFUL if verdict(content) is Outcome.UNLAWFUL else Outcome.UNLAWFUL


def _ordered(verb: "Token", lemma: str, content: str) -> Outcome | None:
    content = re.sub(r"(?i)\bremain in mexico\b", "", content)
    if not any(child.dep_ in ("xcomp", "ccomp", "dobj", "advcl") for child in verb.children):
        return None
    if lemma in ("tell", "give", "require", "force", "oblige") and not _says("stop-words", content):
        return Outcome.OTHER if _says("answering-words", content) else None
    if verdict(content) is Outcome.UNLAWFUL:
        return Outcome.UNLAWFUL
    return Outcome.BLOCKED if _says("stop-words", content) else Outcome.OTHER


def _turned_down(verb: "Token", theme: "Token | None", content: str) -> Outcome | None:
    """Dismissed a challenge, refused to halt, rejected the government's request."""
    inner = syntax.first(c for c in verb.children if c.dep_ == "xcomp")
    if inner is not None:
        rest = " ".join(t.text for t in inner.subtree)
        found = outcome_of(inner, rest)
        if _says("stopping-words", rest) and found is not Outcome.ALLOWED:
            found = Outcome.BLOCKED
        if syntax.lemma(inner) in words("courts.validating"):
            return Outcome.BLOCKED
        kept = syntax.first(syntax.objects(inner))
        if syntax.keys(inner) & words("courts.declining") or (
            kept is not None
            and kept.lemma_.lower() in words("courts.stops")
            and any(c.dep_ == "poss" for c in kept.children)
        ):
            return Outcome.OTHER  # "declined to freeze his order"
        return _OPPOSITE.get(found, Outcome.OTHER) if found is not None else Outcome.ALLOWED
    if theme is None:
        return None
    if _to_move(theme) or theme.lemma_.lower() in ("detention", "confinement", "transfer", "deportation"):
        return Outcome.BLOCKED
    if theme.lemma_.lower() not in words("courts.asked"):
        return None
    if _says("no-result-words", content):
        return Outcome.OTHER
    beside = [c for c in theme.children if c.dep_ in ("poss", "amod", "compound")]
    beside += syntax.prepositional(theme, "of", "by", "from")
    asker = " ".join(t.lower_ for c in beside for t in c.subtree)
    by_state = bool(set(asker.replace("'s", "").split()) & words("courts.governmental"))
    lifting = any(
        syntax.lemma(t) in words("courts.lifting", "courts.clearing")
        for t in theme.subtree
        if t.pos_ == "VERB"
    ) and _says("stopping-words", content)
    return Outcome.BLOCKED if by_state or lifting else Outcome.ALLOWED


def _to_move(theme: "Token") -> bool:
    """As in "rejected an attempt to hold migrants abroad": what a state asked for."""
    goals = (c for c in theme.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB")
    kept = words("movement.send", "courts.holding") - {"return", "bring", "bring back", "fly back", "release"}
    return any(syntax.keys(c) & kept for c in goals)


def _upheld(theme: "Token | None", content: str) -> Outcome:
    if _says("unlawful-words", content):
        return Outcome.UNLAWFUL
    if theme is not None and theme.lemma_.lower() in (
        "challenge",
        "appeal",
        "complaint",
        "petition",
        "claim",
    ):
        return Outcome.UNLAWFUL
    stop = theme is not None and theme.lemma_.lower() in (
        "ban",
        "block",
        "freeze",
        "bar",
        "halt",
        "prohibition",
    )
    return Outcome.BLOCKED if stop or _says("stopping-words", content) else Outcome.LAWFUL


def _is_stop(theme: "Token") -> bool:
    """A court's own stop, not a government's order or its decision to do something."""
    told = (c for c in theme.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB")
    if any(not syntax.keys(c) & words("courts.blocking", "courts.dismissing") for c in told):
        return False
    beside = {
        t.lower_ for c in theme.children if c.dep_ in ("amod", "compound", "poss", "nmod") for t in c.subtree
    }
    return theme.lemma_.lower() in words("courts.stops") and not beside & words("courts.governmental")


def _theme(verb: "Token") -> "Token | None":
    """What the decision is about: the object, or the subject of a passive."""
    found = syntax.first(syntax.objects(verb))
    if found is None and syntax.passive(verb):
        found = syntax.subject(verb)
    if found is None:
        found = syntax.first(
            t
            for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]
            if t.lemma_.lower() in words("courts.stops")
        )
    return found


def _phrase(noun: "Token") -> str:
    return " ".join(t.text for t in noun.subtree)


def _says(name: str, content: str) -> bool:
    return pattern(f"courts.{name}").search(small(content)) is not None
