"""Wrongs denied in words that only point back to them: "rejected that", "called the claims false"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.decisions import court_of
from kg.extract.lexicon import words
from kg.extract.reading import Reading, Speech
from kg.extract.speakers import speakers
from kg.extract.voice import Voice
from kg.model.codes import SourceType, Topic

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_POINTING: Final = frozenset(("this", "that", "it", "them", "these", "those", "both"))
_APART: Final = frozenset(("conj", "advcl", "parataxis"))
# In sentences: what an accusation or complaint was, is remembered longer than "that".
_NEAR: Final = 1
_LONGER: Final = 2


def denials(
    reading: Reading, raised: Sequence[tuple[int, Topic]]
) -> Iterator[tuple[Voice, Topic, "Token", int, int]]:
    """Each denial that points back to a wrong told shortly before.

    Args:
        reading: The text.
        raised: Of each wrong that somebody sees, the token at its heart and its topic.

    Yields:
        Who denies it, its topic, the word of denial and the token range of the words.
    """
    for token in reading.doc.verbs:
        thing = _rejected(token) or _untrue(token)
        if thing is None or negation.negated(token):
            continue
        if (who := syntax.subject(token)) is not None and court_of(who) is not None:
            continue
        topic = _before(reading, raised, token, thing)
        voice = _voice(reading, token) if topic is not None else None
        if topic is not None and voice is not None:
            low = min(thing.left_edge.i, token.i)
            if who is not None and who.sent == token.sent and who.i < low and low - who.left_edge.i < 12:
                low = who.left_edge.i
            yield voice, topic, token, low, _end(token, thing)


def _rejected(verb: "Token") -> "Token | None":
    """What is rejected, where that points back: "denied this", "dismissed the accusations"."""
    if syntax.passive(verb) or not syntax.keys(verb) & words("concerns.denial", "concerns.brushing-off"):
        return None
    return syntax.first(noun for noun in syntax.objects(verb) if _points(noun))


def _untrue(verb: "Token") -> "Token | None":
    """What is called or said to be untrue: "called the claims baseless", "the complaints were groundless"."""
    calls = bool(syntax.keys(verb) & words("concerns.calling"))
    if not calls and syntax.lemma(verb) != "be":
        return None
    untrue = words("concerns.untrue")
    below = (t for c in verb.children if c.i > verb.i and c.dep_ not in _APART for t in c.subtree)
    if not any(t.lower_ in untrue for t in below):
        return None
    if syntax.lemma(verb) == "be":
        subject = syntax.subject(verb)
        return subject if subject is not None and _points(subject, bare=False) else None
    if not calls:
        return None
    near = [c for c in verb.children if c.i > verb.i]
    inner = [c for child in near if child.dep_ in ("ccomp", "xcomp", "oprd") for c in child.children]
    return syntax.first(c for c in (*near, *inner) if _points(c, bare=False))


def _points(noun: "Token", *, bare: bool = True) -> bool:
    """Whether a noun or pronoun says nothing of its own: "that", "the claims"."""
    if noun.pos_ == "PRON" or noun.dep_ == "det":
        return bare and noun.lower_ in _POINTING and not any(c.dep_ == "relcl" for c in noun.children)
    told = any(
        c.dep_ in ("acl", "relcl", "ccomp") or c.lower_ in ("of", "about", "over") for c in noun.children
    )
    return noun.lemma_.lower() in words("concerns.accusations", "concerns.charges") and not told


def _before(
    reading: Reading, raised: Sequence[tuple[int, Topic]], token: "Token", thing: "Token"
) -> Topic | None:
    """The wrong told last before a word, if that was just before."""
    last = max((entry for entry in raised if entry[0] < token.i), default=None)
    if last is None:
        return None
    between = sum(1 for t in reading.doc[last[0] : token.i] if t.is_sent_start)
    accused = thing.lemma_.lower() in words("concerns.accusations")
    return last[1] if between <= (_LONGER if accused else _NEAR) else None


def _voice(reading: Reading, verb: "Token") -> Voice | None:
    """Who denies it: the speaker in whose words or by whose verb it stands."""
    speech = next((s for s in reading.speeches if s.cue == verb.i), None) or reading.speech_of(verb)
    if speech is not None and speech.source is not SourceType.NARRATOR:
        return _of(speech, verb.i)
    head = syntax.subject(verb)
    if head is None:
        return None
    for speaker in speakers(reading, head, reading.speeches):
        return Voice(
            cue=verb.i,
            content=(),
            source=speaker.source,
            name=speaker.name,
            who=speaker.start,
            how=speaker.how,
            denied=True,
        )
    return None


def _of(speech: Speech, cue: int) -> Voice:
    return Voice(
        cue=cue,
        content=speech.content,
        source=speech.source,
        name=speech.speaker,
        who=speech.who,
        how=speech.how,
        speech=speech,
        denied=True,
    )


def _end(verb: "Token", thing: "Token") -> int:
    end = max(thing.right_edge.i, verb.i) + 1
    for token in verb.doc[end : verb.sent.end]:
        if token.is_punct or token.is_space or token.dep_ == "cc" or token.lower_ in ("saying", "adding"):
            break
        end = token.i + 1
    return end
