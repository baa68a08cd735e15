"""How sure a source is of a stage; stages presupposed, demanded or conditional are none."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Stage
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.reality import Reality
from kg.extract.stage_denied import unspecific
from kg.extract.stage_nearing import is_near
from kg.model.codes import Factuality, Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

# What a source can say has not happened.
_DENIABLE: Final = frozenset(
    (
        Status.TALKS,
        Status.SIGNED,
        Status.AGREED,
        Status.RATIFIED,
        Status.IN_FORCE,
        Status.OPERATING,
        Status.PROPOSED,
    )
)

_STOPPED: Final = frozenset((Status.SUSPENDED, Status.TERMINATED))

# Rules whose own words deny: "never got off the ground", "will not bow to pressure".
_BY_DENYING: Final = ("status-over", "status-will-not", "status-unopposed")
_TOLD: Final = (Reality.DENIED, Reality.HAPPENED)
_SOUGHT: Final = (Status.TALKS, Status.AGREED, Status.SIGNED)
_WANTING: Final = ("want", "hope", "wish", "seek", "aim", "try", "like", "love", "attempt", "strive")
_KEEN: Final = ("keen", "eager", "anxious", "desperate")
_MANDATES: Final = ("mandate", "authority", "power", "permission", "brief", "instruction", "right")
_DEMANDED: Final = frozenset(("must", "should", "ought"))


def factuality_of(reading: Reading, token: "Token", verb: "Token", stage: Stage) -> Factuality | None:
    """How sure the source is; None where the stage is only presupposed, demanded or conditional."""
    if stage.rule == "status-not-renewed":
        coming = syntax.modals(verb) & {"will", "would", "may", "might", "could"}
        return Factuality.POSSIBLE if coming else Factuality.CERTAIN
    if stage.status is Status.EXPIRED:
        return (
            Factuality.POSSIBLE
            if not syntax.is_verb(verb)
            or setting(verb).reality is not Reality.HAPPENED
            or stage.rule == "status-until"
            or verb.tag_ in ("VBZ", "VBP")
            else Factuality.CERTAIN
        )
    if stage.rule in ("status-no-deal", "status-persuade", "status-announce-taking"):
        return Factuality.CERTAIN
    if stage.rule in _BY_DENYING and syntax.is_verb(verb):
        said = verb.dep_ == "ccomp" and setting(verb).reality is Reality.UNREAL  # "said it would not take"
        if said or setting(verb).reality in _TOLD:
            return Factuality.CERTAIN
    if stage.rule == "status-would-take":
        return Factuality.CERTAIN if not _bound(verb) else None
    denied = syntax.is_verb(verb) and _denied(verb)
    if stage.negated and denied:
        return None
    if denied and (unspecific(verb) or (stage.rule == "status-have" and _any_deal(stage))):
        return None  # "denied having signed a deal": a refusal, told by the verb of denying
    if syntax.is_verb(verb) and (is_near(verb) or _rumoured(verb)):
        return None  # told by the word that says it is near, or not true
    if stage.status is Status.TALKS and verb.dep_ == "acl" and verb.head.lemma_.lower() in _MANDATES:
        return None
    if verb.dep_ == "csubj" and verb.tag_ == "VBG":
        return None  # "tearing up the treaty would leave nothing": no event, a thought
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in ("failure", "inability", "reluctance"):
        return None
    if stage.status in _SOUGHT and verb.dep_ == "xcomp" and syntax.lemma(verb.head) in (*_WANTING, *_KEEN):
        return None  # "hopes to strike a deal": told by the verb of hoping
    if denied and stage.status is not Status.REJECTED:
        return Factuality.CERTAINLY_NOT if stage.status in _DENIABLE | _STOPPED else None
    if syntax.is_verb(verb) and not _may_be_bound(stage) and syntax.modals(verb) & _DEMANDED:
        return None  # "should not sign", "must be torn up"
    supposed = stage.deal is not None and any(c.lower_ == "any" for c in stage.deal.children)
    if supposed and stage.status not in (Status.REJECTED, Status.WILLING) and not stage.negated:
        return None  # "any agreement would have to be approved"
    if stage.negated:
        return Factuality.CERTAINLY_NOT if stage.status in _DENIABLE else None
    if not syntax.is_verb(verb):
        return Factuality.CERTAIN
    if stage.status in (Status.WILLING, Status.PROPOSED, Status.TALKS) and not syntax.is_verb(token):
        return Factuality.CERTAIN
    told = verb.tag_ == "VBD" and not syntax.passive(verb)  # "it took months before the two came to terms"
    if not told and any(c.dep_ == "mark" and c.lower_ in ("before", "until") for c in verb.children):
        return None  # "no flight before parliament has ratified it": a condition, not yet met
    voted = verb.head if stage.status is Status.RATIFIED and syntax.lemma(verb.head) == "vote" else verb
    real = setting(voted).reality
    speech_verb = {t.i for t in syntax.climb(verb)}
    below = verb
    for head in syntax.climb(verb):
        if below.dep_ == "conj" and any(c.dep_ in syntax.SUBJECTS for c in below.children):
            break  # "wants it, but its Senate has yet to approve it"
        below = head
        if (
            syntax.is_verb(head)
            and syntax.lemma(head) in words("deals.demanding")
            and head.i in speech_verb
            and (verb.tag_ == "VB" or _bare(verb))
            and stage.status not in (Status.PROPOSED, Status.WILLING)
        ):
            return None
        if syntax.is_verb(head) and syntax.lemma(head) in words("deals.unproven") and head.i < verb.i:
            return None
    if stage.status is Status.AGREED and _bound(verb):
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
        case Reality.DENIED if stage.rule == "status-request":
            return Factuality.CERTAIN  # "has yet to answer a request"
        case Reality.DENIED:
            return (
                Factuality.CERTAINLY_NOT
                if stage.status
                in (Status.TALKS, Status.SIGNED, Status.AGREED, Status.RATIFIED, Status.IN_FORCE)
                else None
            )
        case Reality.HALTED:
            return None
        case _:
            return None


def _any_deal(stage: Stage) -> bool:
    """As in "denied that it had any agreement": a refusal, told by the verb of denying."""
    return stage.deal is not None and any(c.lower_ in ("any", "an", "a") for c in stage.deal.children)


def _rumoured(verb: "Token") -> bool:
    """As in "reports that it had signed a pact were false", "dismissed claims that it had agreed to"."""
    rumour = verb.head
    misread = rumour.dep_ == "csubj" and syntax.lemma(rumour) in words("deals.rumours")
    if misread and verb.dep_ == "ccomp":  # "said that reports it had agreed were false", "reports" as a verb
        return True
    if rumour.lemma_.lower() not in words("deals.rumours") or verb.dep_ not in ("acl", "relcl", "ccomp"):
        return False
    host = rumour.head.head if rumour.dep_ == "pobj" else rumour.head
    if rumour.dep_ in ("nsubj", "nsubjpass") and syntax.lemma(host) == "be":
        return any(
            t.lower_ in words("deals.false") or t.lemma_.lower() in words("deals.false")
            for c in host.children
            if c.i > host.i
            for t in (c, *c.children)
        )
    return syntax.is_verb(host) and syntax.lemma(host) in (
        "deny",
        "dismiss",
        "reject",
        "refute",
        "rebut",
        "rubbish",
    )


def _may_be_bound(stage: Stage) -> bool:
    """As in "must be ratified": a step to come."""
    return stage.status is Status.RATIFIED and not stage.negated


def _bound(verb: "Token") -> bool:
    """As in "would have to agree case by case": asked for, and no event."""
    must = syntax.modals(verb) & _DEMANDED
    return bool(must) or (verb.dep_ == "xcomp" and syntax.lemma(verb.head) in ("have", "need"))


def _bare(verb: "Token") -> bool:
    """As in "demanded that the deal be torn up": no event, a wish."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return bool(helpers) and all(c.lower_ == "be" for c in helpers)


def _denied(verb: "Token") -> bool:
    """As in "denied that any deal had been signed", "denies having signed one"."""
    below = verb
    for head in syntax.climb(verb):
        if below.dep_ not in ("ccomp", "xcomp", "pcomp", "prep", "conj", "dobj", "advcl"):
            return False
        if syntax.is_verb(head) and syntax.lemma(head) == "deny":
            return below.i > head.i and below.dep_ in ("ccomp", "xcomp", "pcomp", "prep", "dobj", "advcl")
        below = head
    return False
