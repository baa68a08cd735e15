"""Cases threatened or pending before a court, which put the legality of a deal or transfer in question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.decisions import court_of
from kg.extract.lexicon import words
from kg.extract.phrases import is_proper
from kg.extract.reading import Reading
from kg.extract.speakers import speakers
from kg.extract.voice import Voice, is_official
from kg.model.codes import SourceType

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LEGAL: Final = frozenset(
    (
        "legal",
        "court",
        "courts",
        "tribunal",
        "judicial",
        "constitutional",
        "commission",
        "judges",
        "judge",
        "criminal",
        "prosecutor",
        "prosecutors",
        "arbitration",
        "arbitral",
    )
)
_BETWEEN_STATES: Final = frozenset(("arbitration", "arbitral", "hague", "international"))
_PENDING: Final = frozenset(("pending", "expected", "likely", "awaiting", "heard", "face", "hearing", "due"))
_BENCHES: Final = frozenset(("court", "courts", "tribunal", "commission", "committee", "judge", "judges"))
_BODIES: Final = frozenset(("commission", "committee"))  # also those of parliaments and of the Union
# Nouns that are cases by themselves; the others need a word of law beside them.
_CASES: Final = frozenset(("lawsuit", "suit", "petition", "litigation"))


def cases(reading: Reading) -> Iterator[tuple[Voice, int, int]]:
    """Each case outside speech: who brings it, and the token range of the words that say so."""
    nouns, verbs = words("concerns.litigation-nouns"), words("concerns.suing")
    for token in reading.doc.among(nouns | {verb.partition(" ")[0] for verb in verbs}):
        noun = token.pos_ == "NOUN" and token.lemma_.lower() in nouns
        if not noun and not (syntax.is_verb(token) and syntax.keys(token) & verbs):
            continue
        speech = reading.speech_of(token)
        if speech is not None and speech.source is not SourceType.NARRATOR and token.head.i != speech.cue:
            continue
        yield from _brought(reading, token) if noun else _suing(reading, token)


def _brought(reading: Reading, noun: "Token") -> Iterator[tuple[Voice, int, int]]:
    verb = next(
        (c for c in noun.children if c.dep_ == "acl" and syntax.lemma(c) in ("bring", "file", "lodge")),
        next((head for head in syntax.climb(noun) if syntax.is_verb(head)), None),
    )
    near = {t.lower_ for t in noun.subtree}
    if verb is not None and verb.i < noun.i:
        near |= {t.lower_ for t in verb.subtree if t.i > noun.i}
    judge = verb is not None and (who := syntax.subject(verb)) is not None and court_of(who) is not None
    brought = noun.lemma_.lower() == "case" and verb is not None and syntax.lemma(verb) == "bring"
    if noun.lemma_.lower() not in _CASES and not near & _LEGAL and not judge and not brought:
        return
    if judge and verb is not None and syntax.lemma(verb) in ("refer", "remit", "send"):
        return
    if any(head.lemma_.lower() == "comment" for head in syntax.climb(noun)) or _for_asylum(noun):
        return
    told = verb is not None and any(t.lower_ in ("pending", "heard") for t in verb.subtree)
    if noun.lemma_.lower() == "appeal" and not (told and any(syntax.prepositional(noun, "by", "from"))):
        return
    if any(c.lower_ in ("no", "any") for c in noun.children):
        return
    brings = verb is not None and bool(syntax.keys(verb) & words("concerns.litigation-verbs"))
    pending = verb is not None and bool({t.lower_ for t in verb.subtree} & _PENDING)
    if verb is not None and syntax.lemma(verb) in words("concerns.hearing"):
        pending = True
    if verb is None or not (brings or pending) or negation.negated(verb):
        return
    raiser: Token | None = syntax.first(
        [c for c in noun.children if c.dep_ == "poss"] + [*syntax.prepositional(noun, "by", "from")]
    )
    if raiser is None and brings and syntax.lemma(verb) != "face":
        raiser = syntax.first(syntax.agents(verb)) if syntax.passive(verb) else syntax.subject(verb)
    low, high = noun.left_edge.i, noun.right_edge.i + 1
    if brings:
        low, high = min(low, verb.i), max(high, _end(verb, noun))
        if raiser is not None and raiser.sent == verb.sent:
            low = min(low, raiser.left_edge.i) if raiser.i < low and low - raiser.left_edge.i < 12 else low
    past = verb.dep_ == "acl" and verb.head.i == noun.i
    if past and not {t.lower_ for t in noun.sent} & _PENDING:
        return
    if brought and (raiser is None or not is_proper(reading, raiser)):
        return  # who is not named, or a private person
    yield from _claims(reading, noun, raiser, low, high)


def _for_asylum(noun: "Token") -> bool:
    """As in "the migrants' asylum claims": what states decide on, no case against a deal."""
    return any(
        c.lower_ in ("asylum", "visa", "protection", "residence", "refugee", "trafficking", "slavery")
        for c in noun.children
    )


def _suing(reading: Reading, verb: "Token") -> Iterator[tuple[Voice, int, int]]:
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    taken = syntax.lemma(verb) in ("take", "drag", "haul", "apply", "turn", "complain", "go", "head")
    asked = syntax.lemma(verb) in ("ask", "urge")
    by = syntax.first(syntax.agents(verb)) if syntax.passive(verb) else None
    if (
        (syntax.passive(verb) and by is None)
        or negation.negated(verb)
        or (asked and not any(o.lemma_.lower() in _BENCHES - _BODIES for o in syntax.objects(verb)))
        or (taken and not any(o.lemma_.lower() in _BENCHES for o in syntax.prepositional(verb, "to")))
        or (
            syntax.lemma(verb) not in ("sue", "litigate")
            and not after & _BENCHES
            and "go to court" not in syntax.keys(verb)
        )
    ):
        return
    if "had" in syntax.modals(verb):
        return  # what a case "had gone" to court for is behind it
    suer = syntax.subject(verb)
    if verb.tag_ == "VBD" and suer is not None and suer.i in reading.place_at:
        return  # "Texas sued" opens the tale of a case that is over
    top = verb
    while top.dep_ in ("xcomp", "conj") and syntax.is_verb(top.head):
        top = top.head
    raiser = by or syntax.subject(top)
    if raiser is None:
        return
    low = raiser.left_edge.i if raiser.i < top.i and top.i - raiser.left_edge.i < 12 else top.i
    yield from _claims(reading, verb, raiser, low, _end(verb, verb))


def _end(verb: "Token", noun: "Token") -> int:
    """Where the words that tell of the case end: before the next clause."""
    end = max(verb.i, noun.i) + 1
    for token in verb.doc[end : verb.sent.end]:
        if (
            token.text in (",", ";", ".")
            or token.is_space
            or token.lower_ in ("alleging", "saying", "arguing", "but")
        ):
            break
        end = token.i + 1
    return end


def _claims(
    reading: Reading, cue: "Token", raiser: "Token | None", low: int, high: int
) -> Iterator[tuple[Voice, int, int]]:
    found = list(speakers(reading, raiser, reading.speeches)) if raiser is not None else []
    between_states = any(t.lower_ in _BETWEEN_STATES for t in reading.doc[low:high])
    if any(is_official(reading, s.name, s.country) for s in found) and not between_states:
        return
    for speaker in found:
        yield (
            Voice(
                cue=cue.i,
                content=((low, high),),
                source=speaker.source,
                name=speaker.name,
                who=speaker.start,
                how=speaker.how,
            ),
            low,
            high,
        )
    if not found:
        yield Voice(cue=cue.i, content=((low, high),), source=SourceType.UNSPECIFIED), low, high
