"""Whether a movement happened, is to come, was stopped, or is merely spoken of."""

from typing import TYPE_CHECKING, Final

from kg.extract import negation, syntax
from kg.extract.factuality import setting
from kg.extract.lexicon import words
from kg.extract.merging import in_heading
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.reality import Reality, Setting
from kg.extract.transfer_denied import kept_from, under_denial
from kg.extract.transfer_done import done_after_all
from kg.extract.transfer_doubts import doubted
from kg.extract.transfer_plans import counterfactual, has_fallen, stopped_later, vehicle_stopped
from kg.model.codes import Qualifier

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def reality_of(reading: Reading, move: Move, trigger: "Token", moves: tuple[Move, ...]) -> Setting:
    """How real a movement is: its words, who is moved, what becomes of its deal, what other moves tell."""
    if move.form == "halted":
        return Setting(reality=Reality.HALTED, governor=trigger.i)
    if trigger.sent.text.rstrip().endswith("?"):
        return Setting(reality=Reality.UNREAL, governor=trigger.i)
    if move.form == "implicit" and trigger.pos_ == "NOUN":
        held = setting(trigger.head.head if trigger.dep_ == "pobj" else trigger.head).reality
        return Setting(reality=Reality.PLANNED if held is Reality.HAPPENED else held, governor=trigger.head.i)
    if move.form == "implicit" and trigger.lemma_.lower() in ("expect", "anticipate"):
        return Setting(reality=Reality.EXPECTED, governor=trigger.i)
    if move.form == "implicit" and (
        trigger.lemma_.lower() in words("movement.promising")
        or any(c.lower_ in ("due", "imminent") for c in trigger.children)
    ):
        return Setting(reality=Reality.PLANNED, governor=trigger.i)
    asked = reading.doc[move.people] if move.people is not None else None
    if asked is not None and any(
        t.lower_ in ("which", "what", "how") and t.i < asked.i
        for c in asked.children
        for t in (c, *c.children)
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.i)  # "would decide which refugees it took"
    if (kept := kept_from(trigger)) is not None:
        return Setting(reality=kept, governor=trigger.head.i)
    if (
        trigger.head.lemma_.lower() in words("factuality.unreal")
        and trigger.head.pos_ == "NOUN"
        and trigger.dep_ == "acl"
        and any(c.lower_ == "that" and c.dep_ == "mark" for c in trigger.children)
        and not under_denial(trigger)
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.head.i)  # "a risk that they would be sent"
    if trigger.head.pos_ == "NOUN" and under_denial(trigger):
        return Setting(reality=Reality.DENIED, governor=trigger.head.i)
    real = done_after_all(reading, move, trigger, setting(trigger))
    real = _granted(reading, _dropped(reading, trigger, real))
    if real.reality is Reality.HAPPENED and (agreed := _only_agreed(trigger)) is not None:
        return agreed
    if real.reality is Reality.HAPPENED and move.qualifier is Qualifier.UP_TO and move.form != "noun":
        return Setting(reality=Reality.PLANNED, governor=trigger.i)  # a ceiling is no count
    if real.reality in (Reality.HAPPENED, Reality.PLANNED) and under_denial(trigger):
        return Setting(reality=Reality.DENIED, governor=trigger.head.i)
    if real.reality is Reality.HAPPENED and (doubt := doubted(reading, move, trigger, moves)) is not None:
        return doubt
    if _usually(reading, move, trigger, real):
        return Setting(reality=Reality.UNREAL, governor=trigger.i)
    people = reading.doc[move.people] if move.people is not None else None
    each = people is not None and any(c.lower_ in ("every", "each") for c in people.children)
    if people is not None and each and people.head.lower_ in ("for", "per"):
        return Setting(reality=Reality.UNREAL, governor=people.i)  # "a sum for each person it accepts"
    if people is not None and any(c.lower_ == "zero" for c in people.children):
        return Setting(reality=Reality.DENIED, governor=people.i)
    if (
        people is not None
        and real.reality is Reality.HAPPENED
        and any(
            t.lower_ == "not" and reading.doc[t.i + 1].lower_ not in ("just", "only", "merely", "simply")
            for t in reading.doc[max(people.left_edge.i - 1, people.sent.start) : people.i]
        )
    ):
        return Setting(reality=Reality.DENIED, governor=people.i)
    if real.reality is Reality.DENIED and any(
        t.lower_ == "against" and t.i > trigger.i for t in trigger.subtree
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.i)  # "would take nobody against their will"
    if (
        real.reality is Reality.DENIED
        and (who := syntax.subject(trigger)) is not None
        and any(c.lower_ == "no" for c in who.children)
        and who.i != move.people
    ):
        return Setting(reality=Reality.UNREAL, governor=who.i)
    if people is not None and (
        people.lower_ in ("nobody", "none", "anyone", "anybody", "no-one")
        or any(
            c.lower_ in ("no", "any", "single")
            and c.dep_ in ("det", "amod")
            and reading.doc[c.i + 1].lower_ not in ("more", "fewer", "less")
            for c in people.children
        )
        or (people.lower_ == "one" and any(c.lower_ == "no" for c in people.children))
    ):
        if (
            real.reality in (Reality.HAPPENED, Reality.DENIED)
            and (people.lower_ not in ("anyone", "anybody") or real.reality is Reality.DENIED)
            and not any(c.lower_ == "any" for c in people.children if real.reality is Reality.HAPPENED)
        ):
            return Setting(reality=Reality.DENIED, governor=people.i)
        if real.reality is Reality.PLANNED and any(c.lower_ == "no" for c in people.children):
            return Setting(reality=Reality.DENIED, governor=people.i)  # "no one else would be sent"
        if under_denial(trigger) and people.lower_ not in ("nobody", "none", "no-one"):
            return Setting(reality=Reality.DENIED, governor=trigger.head.i)
        return Setting(reality=Reality.UNREAL, governor=people.i)
    if real.reality is Reality.PLANNED and stopped_later(reading, move, trigger):
        return Setting(reality=Reality.HALTED, governor=trigger.i)
    if (
        real.reality not in (Reality.DENIED, Reality.HALTED)
        and not (real.reality is Reality.HAPPENED and move.persons)  # "under which 60 were sent there"
        and trigger.head.lemma_.lower() in words("deals.deal")
        and trigger.dep_ in ("acl", "relcl")
        and has_fallen(trigger.head, trigger)
    ):
        return Setting(reality=Reality.UNREAL, governor=trigger.head.i)
    return real


def _usually(reading: Reading, move: Move, trigger: "Token", real: Setting) -> bool:
    """As in "accepts only its own citizens", "takes one for each sent": a practice, no movement."""
    present = trigger.tag_ in ("VBZ", "VBP") and real.reality is Reality.HAPPENED
    if present and move.form in ("arrive", "take") and move.persons is None:
        simple = not any(c.dep_ in ("aux", "auxpass") for c in trigger.children)
        told = in_heading(reading, reading.span(trigger.i, trigger.i + 1))  # "Ghana takes deportees"
        if simple and not told:
            return True  # "people go there", "accepts those who have family there"
    return present and any(
        t.lower_ in ("each", "every") and t.head.head.lower_ == "for" for t in trigger.sent if t.dep_ == "det"
    )


def _only_agreed(trigger: "Token") -> Setting | None:
    """As in "came to terms on taking people", "a deal for 25 arrivals a week", "without having sent one"."""
    head = trigger.head
    if trigger.dep_ not in ("pcomp", "pobj") or syntax.is_verb(head):
        return None
    if head.lower_ == "without" and trigger.dep_ == "pcomp":
        return Setting(reality=Reality.DENIED, governor=head.i)
    if head.lower_ not in ("on", "about", "for", "over"):
        return None
    about = head.head
    parts = (about, *syntax.objects(about), *syntax.prepositional(about, "to"))
    if any(part.lemma_.lower() in words("deals.deal") | {"term"} for part in parts):
        return Setting(reality=Reality.PLANNED, governor=about.i)
    return None


def _dropped(reading: Reading, trigger: "Token", real: Setting) -> Setting:
    """A movement whose plan was given up, or that would have been: halted."""
    doc = reading.doc
    if counterfactual(trigger):
        return Setting(reality=Reality.HALTED, governor=trigger.i)
    if (
        trigger.pos_ == "NOUN"
        and trigger.dep_ == "nsubj"
        and trigger.head.lemma_.lower() == "be"
        and any(c.dep_ == "attr" and c.lemma_.lower() in _AIMS for c in trigger.head.children)
    ):
        return Setting(reality=Reality.PLANNED, governor=trigger.head.i)
    if (
        real.reality is Reality.UNREAL
        and syntax.modals(trigger) == {"would"}
        and any(c.lower_ == "no" for o in syntax.objects(trigger) for c in o.children)
        and any(h.tag_ in ("VBD", "VBN") and syntax.is_verb(h) for h in (trigger.head, trigger.head.head))
    ):
        return Setting(reality=Reality.DENIED, governor=trigger.i)
    if (
        trigger.pos_ == "NOUN"
        and trigger.dep_ == "dobj"
        and real.reality is Reality.UNREAL
        and trigger.head.lemma_.lower() in ("confirm", "report", "acknowledge", "record")
        and setting(trigger.head).reality is Reality.HAPPENED
    ):
        return Setting(reality=Reality.HAPPENED, governor=trigger.head.i)
    governor = doc[real.governor]
    if (
        real.reality is Reality.HALTED
        and governor.pos_ == "NOUN"
        and governor.head.lemma_.lower() in ("lift", "end", "overturn", "reverse", "remove")
    ):
        return Setting(reality=Reality.UNREAL, governor=governor.head.i)
    behind = (
        trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ in ("of", "on", "to") else None
    )
    if (
        behind is not None
        and trigger.pos_ == "NOUN"
        and behind.lemma_.lower() in words("movement.halting-nouns")
        and not negation.negated(behind)
        and behind.dep_ in ("dobj", "nsubj", "nsubjpass", "ROOT", "pobj")
        and setting(behind.head).reality in (Reality.HAPPENED, Reality.UNREAL)
    ):
        return Setting(reality=Reality.HALTED, governor=behind.i)
    if real.reality not in (Reality.PLANNED, Reality.POSSIBLE, Reality.UNREAL):
        return real
    if real.reality is Reality.PLANNED and (stopped_by := vehicle_stopped(trigger)) is not None:
        return Setting(reality=Reality.HALTED, governor=stopped_by.i)
    if real.reality is Reality.UNREAL and governor.i != trigger.i and governor.pos_ not in ("VERB", "AUX"):
        return real
    noun = governor if governor.pos_ == "NOUN" else trigger
    verb = noun.head
    off = any(
        c.lower_ == "off" and any(o.lower_ in ("table", "agenda") for o in c.children) for c in verb.children
    )
    stopped = (
        noun.i != governor.i or noun.lemma_.lower() in words("movement.schemes", "deals.paper")
    ) and bool(syntax.keys(verb) & words("movement.given-up"))
    if (
        noun.pos_ == "NOUN"
        and noun.dep_ in ("dobj", "nsubj", "nsubjpass")
        and syntax.is_verb(verb)
        and not negation.negated(verb)
        and (setting(verb).reality is Reality.HAPPENED or verb.dep_ == "pcomp")
        and (off or (stopped and noun.dep_ != "nsubj"))
    ):
        return Setting(reality=Reality.HALTED, governor=verb.i)
    return real


_AIMS = ("aim", "goal", "target", "intention", "objective", "plan")


def _granted(reading: Reading, real: Setting) -> Setting:
    """As in "approved a request to receive 50 people": what was merely asked for is settled then."""
    noun = reading.doc[real.governor]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if (
        real.reality is Reality.UNREAL
        and noun.lemma_.lower() in ("request", "proposal", "offer", "plan", "bid")
        and noun.dep_ in ("dobj", "nsubjpass", "pobj")
        and syntax.is_verb(verb)
        and syntax.keys(verb) & words("movement.grants")
        and setting(verb).reality is Reality.HAPPENED
    ):
        return Setting(reality=Reality.PLANNED, governor=verb.i)
    if (
        real.reality is Reality.PLANNED
        and noun.lemma_.lower() in ("use", "invoke", "apply")
        and noun.tag_ in ("VBD", "VBN")
        and setting(noun).reality is Reality.HAPPENED
    ):
        return Setting(reality=Reality.HAPPENED, governor=noun.i)
    return real


_AHEAD: Final = frozenset(
    ("agree", "will", "plan", "pledge", "could", "may", "might", "would", "expect", "due")
)


def only_agreed(reading: Reading) -> bool:
    """Whether the text opens with an agreement or a plan: then a heading in the present tense looks ahead."""
    sentences = [s for s in reading.doc.sents if s.text.strip()][1:3]
    ahead = words("deals.agreed-strong", "deals.signed", "deals.willing") | _AHEAD
    return any(t.lemma_.lower() in ahead for sentence in sentences for t in sentence)
