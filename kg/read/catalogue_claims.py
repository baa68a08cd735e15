"""Records of the catalogue -> claims. Their evidence is a citation, their words are the record's own."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from kg.model.actor import Person
from kg.model.agreement import (
    Act,
    Agreement,
    Confidence,
    Event,
    Fact,
    Involvement,
    Payment,
    Role,
    Ruling,
    Standing,
    Statement,
    Transfer,
)
from kg.model.claim import (
    Attribution,
    Citation,
    Claim,
    EventClaim,
    OfficeClaim,
    PaymentClaim,
    RulingClaim,
    StatementClaim,
    StatusClaim,
    TransferClaim,
)
from kg.model.codes import Mode, Occurrence, SourceType, Stance, TimeBasis
from kg.model.when import When

CONFIDENCE: Final = {Confidence.HIGH: 0.95, Confidence.MEDIUM: 0.8, Confidence.LOW: 0.5}
"""The confidence of a claim, by how well the record's fact is sourced."""

_SAID: Final = {Act.ANNOUNCED: Stance.ANNOUNCES, Act.DENIED: Stance.DENIES, Act.OPPOSED: Stance.CRITICISES}
_DONE: Final = {
    Act.NEGOTIATED: Occurrence.NEGOTIATED,
    Act.SIGNED: Occurrence.SIGNED,
    Act.TERMINATED: Occurrence.TERMINATED,
}


def claims_of(agreement: Agreement) -> Iterator[Claim]:
    """The claims that a record makes: one for each fact with a source, two or three for an official's part.

    A fact without a source makes none; :func:`unsourced` gives those.
    """
    made: dict[str, Claim] = {}
    for fact in _facts(agreement):
        for claim in _claims(fact, agreement) if fact.sources else ():
            # The standing often repeats the last event: one claim, with the sources of both.
            name = claim.id
            if same := made.get(name):
                claim = replace(same, evidence=tuple(dict.fromkeys((*same.evidence, *claim.evidence))))
            made[name] = claim
    yield from made.values()


def unsourced(agreement: Agreement) -> Iterator[Fact]:
    """The facts that rest on memory, or on an article whose own claims stand in its graph."""
    return (fact for fact in _facts(agreement) if not fact.sources)


def offices_of(person: Person) -> Iterator[OfficeClaim]:
    """The posts of a person that a source bears out, without their term, which none does."""
    for tenure in person.offices:
        if tenure.sources:
            yield OfficeClaim(
                article=None,
                evidence=tenure.sources,
                attribution=_publisher(tenure.sources[0]),
                confidence=CONFIDENCE[tenure.confidence],
                extractor="catalogue/1#person",
                person=person.name,
                office=tenure.office,
                country=tenure.country,
                organisation=tenure.organisation,
            )


def _facts(agreement: Agreement) -> Iterator[Fact]:
    yield from agreement.facts
    if agreement.standing:
        yield agreement.standing


def _claims(fact: Fact, agreement: Agreement) -> Iterator[Claim]:
    sending, receiving, parties = _sides(agreement)
    match fact:
        case Event(status=status) | Standing(status=status) if status:
            table = "status" if isinstance(fact, Standing) else "event"
            common = _common(fact, agreement, table)
            yield StatusClaim(**common, status=status, sending=sending, receiving=receiving, parties=parties)
        case Event(event=event) if event:
            yield EventClaim(**_common(fact, agreement, "event", note=_with_case(fact)), event=event)
        case Transfer():
            yield TransferClaim(
                **_common(fact, agreement, "transfer"),
                sending=fact.sending,
                receiving=fact.receiving,
                persons=fact.persons,
                persons_qualifier=fact.qualifier,
                per=fact.per,
                modality=fact.modality,
                nationality=fact.nationality,
                category=fact.category,
            )
        case Payment():
            yield PaymentClaim(
                **_common(fact, agreement, "payment"),
                amount=fact.amount,
                currency=fact.currency,
                payer=fact.payer,
                payee=fact.payee,
                qualifier=fact.qualifier,
                modality=fact.modality,
                per=fact.per,
            )
        case Ruling():
            yield RulingClaim(
                **_common(fact, agreement, "ruling"),
                outcome=fact.outcome,
                court=fact.court,
                case=fact.case,
                sending=sending,
                receiving=receiving,
            )
        case Statement():
            common = _common(fact, agreement, "statement")
            yield _statement(common, common["attribution"], fact.stance, agreement)
        case Involvement():
            yield from _involvement(fact, agreement)


def _involvement(fact: Involvement, agreement: Agreement) -> Iterator[Claim]:
    common = _common(fact, agreement, "official")
    yield OfficeClaim(
        **common,
        person=fact.person,
        office=fact.office,
        country=fact.country,
        organisation=fact.organisation,
    )
    if fact.act in _SAID:
        person = Attribution(source=SourceType.PERSON, name=fact.person, mode=Mode.PARAPHRASE)
        yield _statement(common | {"attribution": person}, person, _SAID[fact.act], agreement)
    elif fact.act:
        yield EventClaim(**common, event=_DONE[fact.act], actor=fact.person)


def _statement(
    common: dict[str, Any], speaker: Attribution, stance: Stance, agreement: Agreement
) -> StatementClaim:
    about = tuple(sorted({party.country for party in agreement.parties}))
    return StatementClaim(
        **common, speaker=speaker.name or "a source", mode=Mode.PARAPHRASE, stance=stance, about=about
    )


def _common(fact: Fact, agreement: Agreement, table: str, *, note: str | None = None) -> dict[str, Any]:
    """The fields that every claim has, as arguments of its class."""
    return {
        "article": None,
        "agreement": agreement.id,
        "evidence": fact.sources,
        "attribution": fact.by or _publisher(fact.sources[0]),
        "factuality": fact.factuality,
        "when": _when(fact),
        "confidence": CONFIDENCE[fact.confidence],
        "extractor": f"catalogue/1#{table}",
        "rank": fact.rank,
        "dispute": fact.dispute,
        "note": note or fact.note,
    }


def _publisher(source: Citation) -> Attribution:
    """Who speaks where the record names nobody: whose text the first source is."""
    name = source.origin or source.publisher
    kind = SourceType.ORGANISATION if name else SourceType.UNSPECIFIED
    return Attribution(source=kind, name=name, mode=Mode.PARAPHRASE)


def _when(fact: Fact) -> When | None:
    if not fact.date:
        return None
    # EDTF marks an uncertain date with a question mark; an interval would need one at each end.
    doubtful = (
        fact.date_confidence is Confidence.LOW and fact.date.edtf[-1].isdigit() and "/" not in fact.date.edtf
    )
    return When(edtf=fact.date.edtf + "?" * doubtful, basis=TimeBasis.STATED)


def _with_case(fact: Event) -> str | None:
    case = ", ".join(filter(None, (fact.court, fact.case)))
    return f"{case}: {fact.note}" if case and fact.note else fact.note or case or None


def _sides(agreement: Agreement) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who sends and who receives, or else the parties alone: of a scheme with two ways, or with none told."""
    sending = agreement.countries(Role.SENDING)
    receiving = agreement.countries(Role.RECEIVING, Role.TRANSIT)
    if sending and receiving and not set(sending) & set(receiving):
        return sending, receiving, ()
    return (), (), tuple(sorted({party.country for party in agreement.parties}))
