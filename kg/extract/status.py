"""At which stage a deal is: verbs and nouns of proposing, talking, agreeing, signing, stopping."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.direction import Directions
from kg.extract.drafting import propose, spoken_when, time_of
from kg.extract.events import Move
from kg.extract.factuality import Reality, setting
from kg.extract.lexicon import words
from kg.extract.proposal import Proposal
from kg.extract.reading import Reading
from kg.extract.refer import Ref, countries_of
from kg.extract.sides import Sides, sides_of
from kg.model.claim import Cause, StatusClaim
from kg.model.codes import CauseType, Factuality, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING: Final = frozenset(
    (Status.PROPOSED, Status.WILLING, Status.TALKS, Status.IN_FORCE, Status.OPERATING, Status.SUSPENDED)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    status: Status
    rule: str
    deal: "Token | None" = None
    negated: bool = False


def find_status(reading: Reading, moves: tuple[Move, ...], directions: Directions) -> Iterator[Proposal]:
    """Status claims of a text, one for each stage, deal and source."""
    for token in reading.doc:
        for stage in _stages(reading, token, moves):
            yield from _claims(reading, token, stage, moves, directions)


# --- which stage ------------------------------------------------------------------------------------------------


def _stages(reading: Reading, token: "Token", moves: tuple[Move, ...]) -> Iterator[_Stage]:
    if syntax.is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod"):
        if stage := _of_verb(reading, token, moves):
            yield stage
    elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound",):
        if stage := _of_noun(reading, token, moves):
            yield stage
    elif token.pos_ in ("ADJ", "ADV", "NOUN") and token.lower_ in words("deals.willing-words"):
        host = token.head if token.dep_ in ("acomp", "oprd") and syntax.is_verb(token.head) else token
        unnamed = (
            token.head.lemma_.lower() in ("country", "nation", "state", "partner", "government")
            and token.head.tag_ == "NNS"
        )
        if _complement_move(reading, host, moves) is not None and not unnamed:
            yield _Stage(
                status=Status.WILLING,
                rule="status-willing-adjective",
                negated=any(c.dep_ == "neg" for c in (*token.children, *token.head.children)),
            )


def _of_verb(reading: Reading, verb: "Token", moves: tuple[Move, ...]) -> _Stage | None:
    keys = syntax.keys(verb)
    theme = _theme(reading, verb)
    deal = theme if theme is not None and _is_deal(reading, theme) else None
    paper = deal if deal is not None and deal.lemma_.lower() in words("deals.paper") else None
    move = _complement_move(reading, verb, moves)
    negated = syntax.negated(verb)

    def on(status: Status, rule: str, noun: "Token | None" = None) -> _Stage:
        return _Stage(status=status, rule=f"status-{rule}", deal=noun or deal, negated=negated)

    subject = syntax.subject(verb)
    organ = (
        subject is not None
        and subject.lemma_.lower() in words("deals.organs")
        and not _is_court_ruling(subject)
    )
    if subject is not None and _is_court_ruling(subject) or "strike down" in keys:
        return None
    if keys & words("deals.signed") and (paper is not None or deal is not None):
        return on(Status.SIGNED, "sign")
    if syntax.lemma(verb) == "put" and any(
        o.lemma_.lower() in ("name", "signature", "pen") for o in syntax.objects(verb)
    ):
        return on(Status.SIGNED, "sign-name", syntax.first(syntax.prepositional(verb, "to", "on")))
    if (
        keys & words("deals.ratified")
        or organ
        and paper is not None
        and syntax.lemma(verb) in ("approve", "pass", "back", "endorse", "adopt")
    ):
        return on(Status.RATIFIED, "ratify") if deal is not None else None
    started = _subject_deal(reading, verb) or (
        subject if subject is not None and subject.lemma_.lower() in words("deals.measures") else None
    )
    if (
        keys & words("deals.in-force")
        and started is not None
        and (syntax.lemma(verb) != "apply" or started.lemma_.lower() in words("deals.paper"))
    ):
        return on(Status.IN_FORCE, "in-force", started)
    if (
        started is not None
        and syntax.lemma(verb) in ("run", "last", "remain", "stay", "continue")
        and any(c.lower_ in ("until", "till") for c in verb.children)
    ):
        return _Stage(status=Status.EXPIRED, rule="status-until", deal=started)
    if paper is not None and organ and keys & words("deals.contested"):
        return on(Status.CONTESTED, "contested")
    if deal is not None and keys & words("deals.suspended"):
        return on(Status.SUSPENDED, "suspend")
    if (
        theme is not None
        and theme.lemma_.lower() in words("deals.superseded") | words("deals.paper")
        and keys & words("deals.superseded")
    ):
        return on(Status.SUPERSEDED, "replace")
    if (fallen := _subject_deal(reading, verb)) is not None and keys & words("deals.expired"):
        return on(Status.EXPIRED, "expire", fallen)
    if any(c.dep_ == "dobj" for c in verb.children):
        fallen = None
    if (
        fallen is not None
        and keys & words("deals.effects")
        and syntax.modals(verb) & {"has", "have", "had"}
        or fallen is None
        and (worker := _subject_deal(reading, verb)) is not None
        and keys & words("deals.effects")
        and syntax.modals(verb) & {"has", "have"}
        and worker.lemma_.lower() in words("deals.paper")
    ):
        return on(Status.IN_FORCE, "effects", _subject_deal(reading, verb))
    if (
        keys & words("deals.fell-through")
        and (deal is not None or fallen is not None)
        and not (
            syntax.lemma(verb) in ("fall", "fail", "stall", "falter")
            and len(keys & words("deals.fell-through")) == 1
            and syntax.lemma(verb) == "fall"
        )
    ):
        talks = deal or fallen
        return on(Status.FELL_THROUGH, "fall-through", talks)
    if (
        paper is not None
        and keys & words("deals.terminated")
        and not (syntax.lemma(verb) in ("close", "end") and paper.lemma_.lower() in ("plan",))
    ):
        if syntax.lemma(verb) != "denounce" or _by_state(reading, verb):
            return on(Status.TERMINATED, "terminate")
    if syntax.lemma(verb) in ("withdraw", "pull", "walk", "back", "exit") and (
        left := syntax.first(o for o in _from_deal(reading, verb))
    ):
        return on(Status.TERMINATED, "withdraw", left)
    if (
        keys & words("deals.rejected")
        and not syntax.passive(verb) | organ
        and _refused(reading, verb, theme, move)
    ):
        return _Stage(status=Status.REJECTED, rule="status-reject", deal=theme)
    if (
        keys & words("deals.rejected")
        and syntax.passive(verb)
        and theme is not None
        and theme.lemma_.lower() in words("deals.request")
    ):
        return _Stage(status=Status.REJECTED, rule="status-reject", deal=theme)
    if (
        fallen is not None
        and syntax.lemma(verb) in ("end", "terminate", "close", "stop")
        and not syntax.passive(verb)
    ):
        return on(Status.TERMINATED, "end", fallen)
    if (
        keys & words("deals.talks")
        and theme is None
        and subject is not None
        and subject.lemma_.lower()
        in ("side", "country", "government", "official", "party", "state", "capital", "negotiator")
    ):
        return on(Status.TALKS, "negotiate")
    if (
        keys & words("deals.approached")
        and not negated
        and subject is not None
        and countries_of(reading, subject)
        and any(countries_of(reading, o) for o in syntax.objects(verb))
    ):
        return on(Status.PROPOSED, "approach")
    if syntax.lemma(verb) == "be" and any(c.dep_ == "expl" for c in verb.children):
        there = syntax.first(
            c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in words("deals.paper")
        )
        if there is not None and syntax.negated(verb):
            return _Stage(status=Status.REJECTED, rule="status-no-deal", deal=there)
    if keys & words("deals.agreed-strong") and paper is not None and negated:
        return _Stage(status=Status.REJECTED, rule="status-no-deal", deal=paper)
    if (
        keys & words("deals.agreed")
        and deal is not None
        and deal.lemma_.lower() in words("deals.paper")
        and (keys & words("deals.agreed-strong") or syntax.passive(verb))
    ):
        return on(Status.AGREED, "agree")
    if syntax.lemma(verb) in ("agree", "consent") and not syntax.passive(verb):
        if (
            move is not None
            or deal is not None
            or any(
                o.lemma_.lower() in words("movement.move-nouns")
                for o in (*syntax.objects(verb), *syntax.prepositional(verb, "on", "to"))
            )
            or _pays(verb)
        ):
            return on(Status.AGREED, "agree-to")
    if syntax.lemma(verb) == "have" and negated and paper is not None:
        return _Stage(status=Status.REJECTED, rule="status-no-deal", deal=paper)
    if (
        keys & words("deals.willing")
        and move is not None
        or syntax.lemma(verb) == "offer"
        and deal is None
        and _offers_place(reading, verb)
    ):
        return on(Status.WILLING, "offer")
    if keys & words("deals.talks") and (move is not None or deal is not None):
        return on(Status.TALKS, "negotiate")
    if (
        keys & words("deals.operating")
        and paper is not None
        and paper.dep_ in ("nsubj", "nsubjpass", "dobj")
        and paper.lemma_.lower() in ("scheme", "programme", "program", "partnership", "pilot", "arrangement")
    ):
        return on(Status.OPERATING, "operate")
    if (
        keys & words("deals.proposed")
        and (move is not None or deal is not None)
        and not syntax.passive(verb)
        and _by_state(reading, verb)
    ):
        return on(Status.PROPOSED, "seek")
    return None


def _is_court_ruling(subject: "Token") -> bool:
    return subject.lemma_.lower() in ("court", "tribunal", "judge")


def _pays(verb: "Token") -> bool:
    return any(
        c.dep_ == "xcomp" and syntax.lemma(c) in ("pay", "fund", "give", "provide") for c in verb.children
    )


def _offers_place(reading: Reading, verb: "Token") -> bool:
    return any(o.lemma_.lower() in words("movement.sites") for o in syntax.objects(verb))


def _by_state(reading: Reading, verb: "Token") -> bool:
    subject = syntax.subject(verb)
    return subject is not None and bool(countries_of(reading, subject))


def _theme(reading: Reading, verb: "Token") -> "Token | None":
    """What the verb is about: object, passive subject, or the noun that a participle follows."""
    if syntax.passive(verb):
        return syntax.subject(verb)
    found = list(syntax.objects(verb))
    deals = [o for o in found if _is_deal(reading, o)]
    if deals or found:
        return (deals or found)[0]
    return syntax.first(
        o for o in syntax.prepositional(verb, "on", "to", "into", "up") if _is_deal(reading, o)
    )


def _is_deal(reading: Reading, noun: "Token") -> bool:
    word = noun.lemma_.lower()
    if word == "letter":
        return any(o.lemma_.lower() == "intent" for o in syntax.prepositional(noun, "of"))
    if word not in words("deals.deal") | words("deals.talks-nouns"):
        return (
            word in ("return", "transfer", "deportation", "removal", "relocation")
            and noun.pos_ == "NOUN"
            and any(c.dep_ in ("amod", "compound") for c in noun.children)
            and word != "return"
        )
    return not any(c.lower_ in words("deals.unrelated") for c in noun.children)


def _subject_deal(reading: Reading, verb: "Token") -> "Token | None":
    subject = syntax.subject(verb)
    return subject if subject is not None and _is_deal(reading, subject) else None


def _from_deal(reading: Reading, verb: "Token") -> Iterator["Token"]:
    for child in verb.subtree:
        if child.lower_ in ("from", "of", "out") and child.i > verb.i:
            yield from (
                o for o in child.children if o.dep_ == "pobj" and o.lemma_.lower() in words("deals.paper")
            )


def _refused(reading: Reading, verb: "Token", theme: "Token | None", move: Move | None) -> bool:
    subject = syntax.subject(verb)
    if subject is None or not countries_of(reading, subject):
        return False
    if any(
        c.dep_ == "xcomp"
        and syntax.lemma(c)
        in (
            "say",
            "comment",
            "confirm",
            "discuss",
            "disclose",
            "answer",
            "give",
            "reveal",
            "elaborate",
            "provide",
            "explain",
        )
        for c in verb.children
    ):
        return False
    if syntax.lemma(verb) in ("deny", "dismiss"):
        return (
            theme is not None
            and theme.lemma_.lower() in words("deals.paper") | {"talk", "negotiation"}
            and theme.lemma_.lower() not in ("plan", "policy")
        )
    if theme is not None and theme.i in reading.place_at and reading.place_at[theme.i].form != "demonym":
        return True
    if theme is not None and (
        theme.lemma_.lower() in words("deals.request") | words("deals.paper")
        or theme.lemma_.lower() in words("movement.people")
    ):
        return True
    return (
        move is not None
        or syntax.lemma(verb) in ("rule out", "refuse")
        and any(t.lemma_.lower() in words("deals.paper") for t in verb.subtree if t.i > verb.i)
    )


def _of_noun(reading: Reading, noun: "Token", moves: tuple[Move, ...]) -> _Stage | None:
    word = noun.lemma_.lower()
    head = noun.head
    if word in words("deals.talks-nouns") and not _ended(noun):
        partners = _partners(reading, noun)
        plain = (
            syntax.is_verb(head)
            and syntax.lemma(head) == "be"
            and noun.dep_ == "nsubj"
            and not _predicated(noun)
        )
        if plain:
            return None
        if partners or _complement_move(reading, noun, moves) is not None or _predicated(noun):
            verb = head if syntax.is_verb(head) else head.head
            return _Stage(
                status=Status.TALKS,
                rule="status-talks-noun",
                deal=noun,
                negated=syntax.negated(noun) or syntax.is_verb(verb) and syntax.negated(verb),
            )
    if (
        word in words("deals.proposed-nouns")
        and (owner := syntax.owner(noun)) is not None
        and countries_of(reading, owner)
        and (
            _complement_move(reading, noun, moves) is not None
            or any(c.lemma_.lower() in words("deals.paper") for c in noun.subtree if c.i > noun.i)
        )
    ):
        return _Stage(status=Status.PROPOSED, rule="status-search-noun", deal=noun)
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
        if spoken and (word == "offer" or _complement_move(reading, noun, moves) is not None):
            return _Stage(
                status=Status.WILLING, rule="status-offer-noun", deal=noun, negated=syntax.negated(head)
            )
    if (
        word in words("deals.paper")
        and head.lower_ in ("after", "since", "before", "following")
        and noun.dep_ == "pobj"
        and head.head.lemma_.lower() in ("day", "week", "month", "year", "hour")
    ):
        return _Stage(status=Status.AGREED, rule="status-event-noun", deal=noun)
    if word in ("signing", "signature") and any(
        o.lemma_.lower() in words("deals.paper") for o in syntax.prepositional(noun, "of")
    ):
        return _Stage(
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
            o for o in syntax.prepositional(noun, "of") if o.lemma_.lower() in words("deals.paper")
        )
    ):
        status = {
            "suspension": Status.SUSPENDED,
            "termination": Status.TERMINATED,
            "ratification": Status.RATIFIED,
            "expiry": Status.EXPIRED,
        }.get(word, Status.FELL_THROUGH)
        return _Stage(status=status, rule="status-end-noun", deal=about)
    if (
        word == "force"
        and head.lower_ == "in"
        and head.head.pos_ == "NOUN"
        and (_is_deal(reading, head.head) or head.head.lemma_.lower() in words("deals.measures"))
    ):
        return _Stage(status=Status.IN_FORCE, rule="status-in-force", deal=head.head)
    if (
        word in ("force", "effect", "operation")
        and head.lower_ in ("in", "into")
        and syntax.is_verb(head.head)
        and syntax.lemma(head.head) in ("be", "remain", "stay")
        and (deal := _subject_deal(reading, head.head))
    ):
        return _Stage(
            status=Status.OPERATING if word == "operation" else Status.IN_FORCE,
            rule="status-in-force",
            deal=deal,
        )
    return None


def _ended(noun: "Token") -> bool:
    """ "after talks in Paris": the talks are over and only date something else."""
    return noun.head.lower_ in ("after", "following", "during", "at", "before") and noun.dep_ == "pobj"


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
            )
            for c in head.children
        )
    return syntax.is_verb(head) and (
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
        or noun.dep_ in ("dobj",)
        and syntax.lemma(head)
        in ("hold", "begin", "start", "open", "continue", "have", "resume", "launch", "conduct", "confirm")
    )


def _partners(reading: Reading, noun: "Token") -> list[Ref]:
    return [
        r for o in syntax.prepositional(noun, "with", "between", "among") for r in countries_of(reading, o)
    ]


def _complement_move(reading: Reading, token: "Token", moves: Iterable[Move]) -> Move | None:
    """The movement that the stage is about: one in what hangs on its word."""
    inside = {t.i for t in token.subtree if t.i > token.i}
    fitting = [
        m
        for m in moves
        if m.trigger in inside and not _stops(reading, token, m) and not _in_return(reading, token, m)
    ]
    return min(fitting, key=lambda m: m.trigger, default=None)


def _in_return(reading: Reading, token: "Token", move: Move) -> bool:
    """ "asked Washington to lift sanctions in return for taking": the movement is the price, not what is asked."""
    if not syntax.is_verb(token) or syntax.lemma(token) not in ("ask", "want", "seek", "demand", "request"):
        return False
    return any(
        h.lemma_.lower() in ("return", "exchange") and h.i > token.i
        for h in syntax.climb(reading.doc[move.trigger])
    )


def _stops(reading: Reading, token: "Token", move: Move) -> bool:
    """Whether another clause of its own (a coordinated verb, "while") lies between the two."""
    for head in syntax.climb(reading.doc[move.trigger]):
        if head.i == token.i:
            return False
        if (
            head.dep_ == "conj"
            and syntax.is_verb(head)
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children)
        ):
            return True
        if head.dep_ == "advcl" and head.i > token.i and any(c.dep_ == "mark" for c in head.children):
            return True
    return False


# --- whose deal, how real, since when --------------------------------------------------------------------------


def _claims(
    reading: Reading, token: "Token", stage: _Stage, moves: tuple[Move, ...], directions: Directions
) -> Iterator[Proposal]:
    verb = (
        token
        if syntax.is_verb(token)
        else token.head
        if syntax.is_verb(token.head)
        else token.head.head
        if syntax.is_verb(token.head.head)
        else token
    )
    factuality = _factuality(reading, token, verb, stage)
    if factuality is None:
        return
    move = _complement_move(reading, token, moves)
    if move is None and stage.deal is not None:
        move = _complement_move(reading, stage.deal, moves)
    when = time_of(reading, verb, also=[token] + ([stage.deal] if stage.deal is not None else []))
    if when is None and stage.status in _LASTING:
        when = spoken_when(reading, token)
    for sides in sides_of(reading, token, stage.deal, move, directions, status=stage.status):
        start, end = _extent(reading, token, stage, verb, move, sides)
        causes = _causes(reading, verb, stage.status) if syntax.is_verb(verb) else ()
        if causes:
            end = max(end, max(b for _, _, b in causes))
        yield propose(
            reading,
            StatusClaim,
            stage.rule,
            token=token,
            start=start,
            end=end,
            refs=sides.refs(),
            when=when,
            status=stage.status,
            factuality=factuality,
            sending=sides.sending_codes,
            receiving=sides.receiving_codes,
            parties=sides.party_codes,
            causes=tuple(Cause(type=kind, text=reading.span(a, b).text) for kind, a, b in causes),
        )


def _factuality(reading: Reading, token: "Token", verb: "Token", stage: _Stage) -> Factuality | None:
    """How sure the source is; None where the stage is only presupposed, demanded or conditional."""
    if stage.status is Status.EXPIRED:
        return (
            Factuality.POSSIBLE
            if not syntax.is_verb(verb)
            or setting(verb).reality is not Reality.HAPPENED
            or stage.rule == "status-until"
            or verb.tag_ in ("VBZ", "VBP")
            else Factuality.CERTAIN
        )
    if stage.negated:
        return (
            Factuality.CERTAINLY_NOT
            if stage.status in (Status.TALKS, Status.SIGNED, Status.AGREED, Status.IN_FORCE, Status.OPERATING)
            else None
        )
    if not syntax.is_verb(verb):
        return Factuality.CERTAIN
    if stage.status in (Status.WILLING, Status.PROPOSED, Status.TALKS) and not syntax.is_verb(token):
        return Factuality.CERTAIN
    real = setting(verb).reality
    speech_verb = {t.i for t in syntax.climb(verb)}
    for head in syntax.climb(verb):
        if (
            syntax.is_verb(head)
            and syntax.lemma(head) in ("demand", "urge", "ask", "want", "call")
            and head.i in speech_verb
            and verb.tag_ == "VB"
            and stage.status not in (Status.PROPOSED, Status.WILLING)
        ):
            return None
    match real:
        case Reality.HAPPENED if (
            stage.status is Status.IN_FORCE
            and verb.tag_ in ("VBZ", "VBP")
            and syntax.lemma(verb) in ("take", "enter", "come", "go")
        ):
            return Factuality.POSSIBLE
        case Reality.HAPPENED:
            return Factuality.CERTAIN
        case Reality.PLANNED | Reality.POSSIBLE | Reality.EXPECTED:
            if stage.status in (Status.WILLING, Status.PROPOSED, Status.TALKS):
                return Factuality.CERTAIN if real is Reality.PLANNED else Factuality.POSSIBLE
            if stage.status is Status.REJECTED and real is Reality.PLANNED:
                return Factuality.CERTAIN
            return Factuality.POSSIBLE
        case Reality.DENIED:
            return (
                Factuality.CERTAINLY_NOT
                if stage.status in (Status.TALKS, Status.SIGNED, Status.AGREED)
                else None
            )
        case Reality.HALTED:
            return None
        case _:
            return None


def _extent(
    reading: Reading, token: "Token", stage: _Stage, verb: "Token", move: Move | None, sides: Sides
) -> tuple[int, int]:
    sent = token.sent
    inside = [token.i, token.i + 1]
    if stage.deal is not None and sent.start <= stage.deal.i < sent.end:
        inside += [
            stage.deal.left_edge.i if stage.deal.left_edge.i > token.i - 12 else stage.deal.i,
            stage.deal.i + 1,
        ]
    if move is not None and sent.start <= move.start and move.end <= sent.end:
        inside += [move.trigger, move.end]
    subject = syntax.subject(verb) if syntax.is_verb(verb) else None
    if subject is not None and sent.start <= subject.i < sent.end:
        inside += [subject.i, subject.i + 1]
    for ref in sides.sending + sides.receiving + sides.parties:
        if sent.start <= ref.start < sent.end and abs(ref.start - token.i) < 25:
            inside += [ref.start, ref.end]
    speech = reading.speech_of(token)
    start, end = min(inside), max(inside)
    if speech is not None:
        for a, b in speech.content:
            if a <= token.i < b:
                start, end = max(start, a), min(max(end, token.i + 1), b)
    return start, end


def _causes(reading: Reading, verb: "Token", status: Status) -> list[tuple[CauseType, int, int]]:
    if status not in (Status.FELL_THROUGH, Status.TERMINATED, Status.SUSPENDED, Status.REJECTED):
        return []
    found = []
    doc, sent = reading.doc, verb.sent
    i = verb.i + 1
    marks = ("due", "because", "after", "amid", "over", "when", "following")
    starts = [
        j
        for j in range(i, sent.end)
        if doc[j].lower_ in marks and doc[j].dep_ in ("prep", "mark", "advmod", "pcomp", "amod", "acomp")
    ]
    for begin, stop in zip(starts, [*starts[1:], sent.end][: len(starts)], strict=True):
        text = doc[begin:stop].text.lower()
        kind = next((CauseType(k) for k, many in _CAUSE_WORDS.items() if any(w in text for w in many)), None)
        if kind:
            while stop - 1 > begin and (doc[stop - 1].is_punct or doc[stop - 1].is_space):
                stop -= 1
            found.append((kind, begin, stop))
    return found


_CAUSE_WORDS: Final = {
    "legal-challenge": ("legal challenge", "lawsuit", "litigation", "court challenge", "legal action"),
    "court-ruling": ("court", "judge", "ruling", "ruled", "judgment"),
    "change-of-government": (
        "took office",
        "came to power",
        "election",
        "new government",
        "won power",
        "elected",
    ),
    "cost": ("cost", "expens"),
    "refusal": ("refus", "reject", "objection"),
}
