"""Verbs before a deal: it is sought, offered, negotiated."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clause import Clause, Stage, tried_on
from kg.extract.lexicon import words
from kg.extract.moves import Move
from kg.extract.refer import countries_of
from kg.extract.themes import goals_of, word
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_SILENT = ("government", "side", "ministry", "official", "spokesperson", "spokesman", "spokeswoman", "party")


@tried_on(lambda: words("deals.talks", "deals.in-contact"))
def discussed(clause: Clause) -> Stage | None:
    """As in "the two sides are negotiating", "a treaty was being negotiated"."""
    verb = clause.verb
    if clause.has("in-contact") and clause.by_state:
        behind = [t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and t.head.lower_ == "with"]
        met = any(countries_of(clause.reading, o) or word(o) in words("deals.unnamed") for o in behind)
        noun = next((c for c in verb.subtree if c.dep_ == "pobj" and c.head.lower_ == "in"), None)
        return clause.on(Status.TALKS, "contact", noun) if met else None
    if clause.has("agreed-strong") and clause.paper is not None and verb.tag_ in ("VBD", "VBN"):
        return None  # "thrashed out a deal": it is there
    if any(
        c.dep_ == "conj" and syntax.keys(c) & words("deals.signed", "deals.agreed-strong", "deals.agreed")
        for c in verb.children
    ):
        return None  # "has negotiated and entered into a memorandum"
    sides = ("side", "country", "government", "official", "party", "state", "capital", "negotiator")
    several = clause.subject is not None and len(countries_of(clause.reading, clause.subject)) > 1
    if clause.negated and word(clause.subject) in _SILENT and syntax.modals(verb) & {"would", "will"}:
        return None  # "neither government would discuss it": silence
    partner = clause.by_state and any(
        countries_of(clause.reading, o) for o in syntax.prepositional(verb, "with")
    )
    speaking = clause.lemma in ("speak", "talk")
    if speaking and any(c.dep_ == "prep" and c.lower_ == "of" for c in verb.children):
        return None  # "talked of a hidden pact"
    going_on = clause.lemma == "negotiate" and verb.tag_ == "VBG" and clause.by_state and not clause.passive
    alone = clause.theme is None and going_on and not any(c.dep_ == "prep" for c in verb.children)
    named = not speaking and (word(clause.subject) in sides or several)
    if clause.theme is None and (partner or named or alone):
        return clause.on(Status.TALKS, "negotiate")
    done = (
        clause.passive and clause.lemma == "negotiate" and not any(c.lower_ == "being" for c in verb.children)
    )
    about = words("movement.move-nouns", "movement.people", "movement.sites") | {
        "route",
        "return",
        "possibility",
        "idea",
    }
    moving = word(clause.theme) in about and _heard(clause)
    if (clause.move is not None or clause.deal is not None or moving) and not done:
        site = clause.theme if word(clause.theme) in words("movement.sites") else None
        return clause.on(Status.TALKS, "negotiate", site)
    return None


def _heard(clause: Clause) -> bool:
    """As in "discuss deportations with the Taliban": with whom is told, or a state does it."""
    hosts = [clause.verb, *([clause.theme] if clause.theme is not None else [])]
    return clause.by_state or any(True for h in hosts for _ in syntax.prepositional(h, "with"))


@tried_on(lambda: words("deals.shown", "deals.willing") | {"offer"})
def offered(clause: Clause) -> Stage | None:
    """As in "has offered to take in 150 people", "offered cells", "showed interest"."""
    if clause.has("shown"):
        ready = clause.theme if word(clause.theme) in words("deals.readiness") else None
        if ready is not None and clause.by_state and not clause.negated:
            return clause.on(Status.WILLING, "show-interest", ready)
    paid = clause.reading.place_at.get(clause.verb.i + 1)
    if clause.lemma == "offer" and clause.by_state and paid is not None:
        behind = [t for t in clause.verb.subtree if t.i > clause.verb.i]
        money = any(t.pos_ == "NUM" or word(t) in ("money", "aid", "cash") for t in behind)
        if money and any(word(t) in words("movement.take", "deals.roles-taken") for t in behind):
            return clause.on(Status.PROPOSED, "offer-money", clause.verb.doc[clause.verb.i + 1])
    if clause.lemma == "offer":
        things = {word(o) for o in syntax.objects(clause.verb)}
        given = any(
            c.dep_ in ("dative", "iobj") and countries_of(clause.reading, c) for c in clause.verb.children
        )
        rooms = things & {"place", "cell", "bed", "berth", "room"}
        if (given and rooms and clause.by_state) or (
            clause.deal is None and things & words("movement.sites")
        ):
            return clause.on(Status.WILLING, "offer")
    if clause.has("willing") and (
        clause.move is not None or (clause.by_state and _to_take_some(clause.verb))
    ):
        return clause.on(Status.WILLING, "offer")
    return None


def _to_take_some(verb: "Token") -> bool:
    """As in "has offered to host up to 50"."""
    return any(
        c.dep_ == "xcomp" and word(c) in words("movement.take") and any(t.pos_ == "NUM" for t in c.subtree)
        for c in verb.children
    )


@tried_on(
    lambda: words("deals.approached", "deals.proposed", "deals.pressed", "deals.wished", "deals.persuading")
)
def sought(clause: Clause) -> Stage | None:
    """As in "wants a deal", "approached Libya", "looks for partners"."""
    verb, move = clause.verb, clause.move
    if clause.has("approached"):
        if clause.passive and clause.theme is not None and countries_of(clause.reading, clause.theme):
            return clause.on(Status.PROPOSED, "approached")
        sought = [*goals_of(verb), *syntax.prepositional(verb, "to", "on", "upon")]
        asked = any(r.code != "EU" for o in sought for r in countries_of(clause.reading, o))
        unnamed = any(word(o) in words("deals.unnamed") and o.tag_ == "NNS" for o in syntax.objects(verb))
        if clause.by_state and (asked or unnamed) and not clause.negated:
            return clause.on(Status.PROPOSED, "approach")
    pressure = next((o for o in syntax.objects(verb) if word(o) == "pressure"), None)
    if pressure is not None and clause.by_state and clause.has("pressed") and move is not None:
        return clause.on(Status.PROPOSED, "press", pressure)
    if clause.passive and clause.lemma in ("ask", "request") and (to := _put_to(clause)) is not None:
        return Stage(status=Status.PROPOSED, rule="status-approached", negated=clause.negated, deal=to)
    if clause.passive and clause.has("wished") and clause.paper is not None and not clause.negated:
        being = any(c.lower_ == "being" for c in verb.children)
        return clause.on(Status.PROPOSED, "sought") if being or clause.agents else None
    if clause.has("persuading") and move is not None and move.form == "take":
        tried = verb.dep_ == "xcomp" and verb.tag_ == "VB" and clause.by_state
        asked = any(countries_of(clause.reading, o) for o in syntax.objects(verb)) or bool(move.receiving)
        return clause.on(Status.PROPOSED, "persuade") if tried and asked else None
    if not clause.has("proposed") or clause.passive or not clause.by_state:
        return None
    if any(c.lower_ == "longer" for c in verb.children) and not clause.negated:
        sites = any(word(o) in words("movement.sites") for o in syntax.objects(verb))
        dropped = clause.deal is not None or move is not None or sites
        return clause.on(Status.FELL_THROUGH, "no-longer") if dropped else None
    if clause.lemma in ("like", "love") and not syntax.modals(verb) & {"would", "'d"}:
        return None
    if clause.keys & {"prefer", "favour", "favor", "advocate"} and clause.paper is None:
        return None
    if any(c.dep_ == "xcomp" and syntax.lemma(c) in words("deals.stepped-up") for c in verb.children):
        return None  # "hopes to raise the number of returns": under a deal that there is
    if clause.paper is not None and word(clause.paper) == "policy":
        return None  # "is pursuing a tough asylum policy"
    if clause.lemma in ("ask", "inquire", "enquire") and (taker := _asked_whether(clause)) is not None:
        return clause.on(Status.PROPOSED, "ask-whether", taker)
    if clause.lemma == "ask" and _asked_to_take_part(clause):
        return clause.on(Status.PROPOSED, "approach")
    if clause.lemma in ("consider", "mull", "contemplate") and move is not None and move.form == "take":
        takers = countries_of(clause.reading, clause.subject) if clause.subject is not None else []
        if takers and takers[0].code not in words("deals.usual-senders"):
            return clause.on(Status.WILLING, "consider")
    if clause.keys & {"want", "wish", "hope", "seek"} and _to_talk(clause):
        return clause.on(Status.PROPOSED, "seek-talks")
    if clause.deal is None and (goal := _to_conclude(clause)) is not None:
        return clause.on(Status.PROPOSED, "seek", goal)
    wanted = (*syntax.objects(verb), *syntax.prepositional(verb, "for"))
    if "want" not in clause.keys and any(
        word(o) in words("deals.unnamed") and o.tag_ == "NNS" for o in wanted
    ):
        return clause.on(Status.PROPOSED, "seek")
    if (
        clause.deal is None
        and move is not None
        and move.form == "send"
        and not move.receiving
        and (not move.abroad if clause.keys & {"want", "hope", "seek"} else _of_host(clause, move))
    ):
        return None
    return clause.on(Status.PROPOSED, "seek") if move is not None or clause.deal is not None else None


def _of_host(clause: Clause, move: Move) -> bool:
    """As in "Eswatini aims to repatriate them": who takes people in sends them home, which needs no deal."""
    actors = countries_of(clause.reading, clause.subject) if clause.subject is not None else []
    homewards = clause.reading.doc[move.trigger].lemma_.lower() in ("repatriate", "return")
    return homewards and bool(actors) and actors[0].code not in words("deals.usual-senders")


@tried_on(lambda: words("deals.aired"))
def aired(clause: Clause) -> Stage | None:
    """As in "floated the idea of return hubs"."""
    if (theme := clause.theme) is None or word(theme) not in words("deals.ideas"):
        return None
    if clause.negated or clause.passive or not clause.by_state:
        return None
    sites = any(
        word(o) in words("movement.sites", "deals.paper") for o in syntax.prepositional(theme, "of", "for")
    )
    sites = sites or any(
        syntax.keys(v) & words("deals.agreed-strong", "deals.signed")
        and any(word(o) in words("deals.paper") for o in syntax.objects(v))
        for v in syntax.prepositional(theme, "of")
    )
    return clause.on(Status.PROPOSED, "air", theme) if sites or clause.move is not None else None


@tried_on(lambda: words("deals.named"))
def candidate(clause: Clause) -> Stage | None:
    """As in "mentioned Rwanda as a conceivable partner"."""
    if clause.negated:
        return None
    meant = any(word(o) in words("deals.candidates") for o in syntax.prepositional(clause.verb, "as"))
    named = [o for o in syntax.objects(clause.verb) if o.i in clause.reading.place_at]
    subject = [clause.subject] if clause.passive and clause.subject is not None else []
    named += [o for o in subject if o.i in clause.reading.place_at]
    direct = clause.by_state and not clause.passive and clause.lemma in ("suggest", "propose", "float", "eye")
    return clause.on(Status.PROPOSED, "candidate", named[0]) if (meant or direct) and named else None


def _put_to(clause: Clause) -> "Token | None":
    """As in "Malabo had been asked to open its doors", "nothing was requested of Pristina"."""
    verb, subject = clause.verb, clause.subject
    asked = syntax.first(
        o for o in syntax.prepositional(verb, "of", "from") if countries_of(clause.reading, o)
    )
    if asked is not None and (clause.move is not None or clause.negated):
        return asked
    if clause.lemma != "ask" or subject is None or not countries_of(clause.reading, subject):
        return None
    if any(
        c.dep_ in ("ccomp", "prep") and t.lower_ in ("about", "whether", "if", "how")
        for c in verb.children
        for t in (c, *c.children)
    ):
        return None
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i), None)
    takes = inner is not None and word(inner) in words(
        "movement.take", "movement.take-weak", "deals.roles-taken"
    )
    opens = inner is not None and any(word(o) in ("door", "border", "gate") for o in syntax.objects(inner))
    return subject if inner is None or takes or opens else None


def _to_talk(clause: Clause) -> bool:
    """As in "wishes to negotiate with Egypt"."""
    return any(
        syntax.keys(c) & words("deals.talks")
        and any(countries_of(clause.reading, o) for o in syntax.prepositional(c, "with"))
        for c in clause.verb.children
        if c.dep_ == "xcomp"
    )


def _to_conclude(clause: Clause) -> "Token | None":
    """As in "hopes to wrap up an agreement with Belize": the deal."""
    return next(
        (
            o
            for c in clause.verb.children
            if c.dep_ == "xcomp" and syntax.keys(c) & words("deals.agreed-strong", "deals.signed")
            for o in syntax.objects(c)
            if word(o) in words("deals.paper")
        ),
        None,
    )


def _asked_whether(clause: Clause) -> "Token | None":
    """As in "asked whether Albania might take in asylum seekers": the country."""
    return next(
        (
            taker
            for c in clause.verb.children
            if c.dep_ == "ccomp" and word(c) in words("movement.take", "deals.roles-taken")
            if any(g.lower_ in ("whether", "if") for g in c.children)
            for taker in c.children
            if taker.dep_ == "nsubj" and taker.i in clause.reading.place_at
        ),
        None,
    )


def _asked_to_take_part(clause: Clause) -> bool:
    """As in "asked Tunisia to host a centre"."""
    part = words("movement.sites", "deals.paper")
    return any(countries_of(clause.reading, o) for o in syntax.objects(clause.verb)) and any(
        word(o) in part
        for c in clause.verb.children
        if c.dep_ in ("xcomp", "ccomp")
        for o in syntax.objects(c)
    )
