"""Claims as cards: each property in the words of the page."""

from typing import Final

from kg.model.codes import Mode, PaymentModality, TransferModality
from kg.rdf.iris import notation
from kg.store.terms import Cell
from kg.view.facts import Known, short
from kg.view.passages import own_words_first
from kg.view.scene import Card
from kg.view.words import Facts, code, headline, say_when

_DONE: Final = ("", TransferModality.HAPPENED, PaymentModality.PAID)
_SURE: Final = ("CT+", "PR+")
_LINKS: Final = (
    "agreement",
    "subject",
    "object",
    "attributedTo",
    "sender",
    "receiver",
    "undirectedParty",
    "nationality",
    "about",
    "payer",
    "payee",
    "officeCountry",
    "outlet",
)


def card(claim: str, facts: Facts, known: Known) -> Card:
    """A claim as the page shows it.

    Args:
        claim: Its id, such as ``claim/c0123456789abcdef``.
        facts: Its properties.
        known: All else.
    """

    def one(name: str) -> Cell:
        values = facts.get(name)
        return values[0] if values else None

    def text(name: str) -> str | None:
        value = one(name)
        return None if value is None else str(value)

    kind = kind_of(facts)
    when = text("edtf")
    factuality = notation(code(one("factuality")))
    modality = code(one("modality")) or code(one("paymentModality"))
    agent = known.things.get(short(one("attributedTo")))
    agreement = known.things.get(short(one("agreement")))
    real = factuality in _SURE and modality in _DONE
    dated = when is not None or (agreement is not None and agreement.provisional)
    return Card(
        id=claim.removeprefix("claim/"),
        kind=kind,
        headline=headline(kind, facts, known.name),
        status=code(one("status")) or None,
        agreement=short(one("agreement")) or None,
        who=text("sourceName"),
        agent=agent.id if agent and agent.kind not in ("Narrator", "UnspecifiedSource") else None,
        source=code(one("sourceType")),
        voice=code(one("mode")),
        outlet=known.name(one("outlet")) or None,
        factuality=factuality,
        when=say_when(when) if when else None,
        edtf=when,
        when_text=text("whenText"),
        basis=code(one("timeBasis")) or None,
        earliest=text("earliest"),
        latest=text("latest"),
        as_of=text("asOf"),
        confidence=float(str(one("confidence") or 1)),
        extractor=text("extractor") or "",
        checked=code(one("reviewStatus")) == "checked",
        rank=code(one("rank")) or None,
        real=real,
        decides=real and dated and one("status") is not None and code(one("rank")) != "deprecated",
        note=text("note"),
        details=tuple(_details(kind, facts, known)),
        evidence=own_words_first(
            known.evidence.get(claim, ()),
            who=text("sourceName"),
            quoted=code(one("mode")) == Mode.QUOTE,
            articles=known.articles,
        ),
        things=tuple(dict.fromkeys(_touched(facts, known))),
    )


def kind_of(facts: Facts) -> str:
    """The kind of a claim by its class: ``StatusClaim`` is ``status``."""
    names = (str(value).rpartition("#")[2] for value in facts.get("type", ()))
    return next(
        (n.removesuffix("Claim").lower() for n in names if n.endswith("Claim") and n != "Claim"), "claim"
    )


def _details(kind: str, facts: Facts, known: Known) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for value in facts.get("cause", ()):
        if cause := known.causes.get(short(value)):
            found.append(("Because", f"{cause[0]}: “{cause[1]}”"))
    if kind == "statement":
        found += [("Stance", known.name(value)) for value in facts.get("stance", ())]
    found += [("Raised by", str(value)) for value in facts.get("raisedBy", ())]
    return found


def _touched(facts: Facts, known: Known) -> list[str]:
    ids = [short(value) for name in _LINKS for value in facts.get(name, ())]
    return [id for id in ids if id in known.things]
