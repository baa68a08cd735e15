"""Nouns for what became of a deal: "the signing of", "the treaty's expiry", "the collapse of"."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Stage
from kg.extract.lexicon import table, words
from kg.extract.reading import Reading
from kg.extract.themes import is_deal, subject_deal, unbundled
from kg.model.codes import Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_KNOWN_BY: Final = frozenset(
    ("after", "since", "following", "upon", "with", "despite", "amid", "through", "by", "from", "over")
)
_OF_TALKS: Final = (Status.FELL_THROUGH, Status.SUSPENDED)


def event_noun(reading: Reading, noun: "Token") -> Stage | None:
    """The stage that a noun for an event in a deal's life tells, where the text says that it comes."""
    name = table("deals.events").get(noun.lemma_.lower())
    if noun.lemma_.lower() == "ceremony":  # "the signing ceremony for the accord"
        name = next((n for c in noun.children if (n := table("deals.events").get(c.lower_))), None)
    if name is None or not _told(noun):
        return None
    status = Status(name)
    if noun.lemma_.lower() == "end" and noun.head.lower_ in ("by", "from", "through", "over"):
        return None  # "by the end of the scheme": a time
    if status is Status.IN_FORCE and not any(
        inner.lower_ in ("force", "effect") for inner in syntax.prepositional(noun, "into")
    ):
        return None
    deal = _about(reading, noun, talks=status in _OF_TALKS)
    return Stage(status=status, rule=f"status-{name}-noun", deal=deal) if deal is not None else None


def _about(reading: Reading, noun: "Token", *, talks: bool) -> "Token | None":
    """The deal: "of the pact", "from the pact", "the pact's", "of talks" where these can end so."""
    wanted = words("deals.paper", "deals.talks-nouns") if talks else words("deals.paper")
    hosts = [noun, *syntax.prepositional(noun, "into")]
    named = [unbundled(o) for host in hosts for o in syntax.prepositional(host, "of", "from", "to", "for")]
    named += _its_own(reading, noun)
    named += [c for c in noun.children if c.dep_ in ("poss", "compound") and c.i < noun.i]
    return next((o for o in named if o.lemma_.lower() in wanted and is_deal(reading, o)), None)


def _its_own(reading: Reading, noun: "Token") -> list["Token"]:
    """As in "after its ratification the treaty needs only": what the sentence is about."""
    if noun.dep_ != "pobj" or not any(c.lower_ == "its" for c in noun.children):
        return []
    verb = next((h for h in syntax.climb(noun) if syntax.is_verb(h)), None)
    deal = subject_deal(reading, verb) if verb is not None and verb.i > noun.i else None
    return [deal] if deal is not None else []


def _told(noun: "Token") -> bool:
    """Whether the words say that the event came, comes or has come, and nobody merely wants or fears it."""
    head = noun.head
    match noun.dep_:
        case "ROOT":
            return True
        case "conj":
            return head.i != noun.i and _told(head)
        case "nsubj" | "nsubjpass":
            wanted = syntax.keys(head) & words("deals.pending") if syntax.is_verb(head) else set()
            modal = syntax.modals(head) & {"would", "could", "might", "should", "may"}
            return syntax.is_verb(head) and not wanted and not modal
        case "pobj":
            above = head.head
            led = (
                syntax.is_verb(above)
                and head.lower_ == "to"
                and syntax.lemma(above) in ("lead", "contribute")
            )
            return head.lower_ in _KNOWN_BY or led
        case "dobj":
            return syntax.is_verb(head) and bool(syntax.keys(head) & words("deals.telling"))
    return False
