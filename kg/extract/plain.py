"""Claims that follow from speech and offices as they were found: who said what, who holds which post."""

from collections.abc import Iterator

from kg.extract.drafting import evidence, place_of, propose, spoken, time_of
from kg.extract.proposal import Proposal, Resolution
from kg.extract.reading import Office, Reading
from kg.model.claim import Attribution, OfficeClaim, StatementClaim
from kg.model.codes import Mode, SourceType


def find_statements(reading: Reading) -> Iterator[Proposal]:
    """One statement for each reporting verb and speaker."""
    for speech in reading.speeches:
        if speech.silent or not speech.speaker or speech.source is SourceType.NARRATOR:
            continue
        span = evidence(reading, speech.start, speech.end)
        cue = reading.doc[speech.cue]
        about = {p.code for p in reading.places if speech.start <= p.start < speech.end}
        if speech.country:
            about.add(speech.country)
        resolutions = []
        if speech.how:
            resolutions.append(
                Resolution(
                    slot="speaker",
                    value=speech.speaker,
                    how=speech.how,
                    span=place_of(reading, speech.speaker, reading.doc[speech.who])
                    or reading.span(speech.who, speech.who + 1),
                )
            )
        about_in = {p.code for p in reading.places if speech.start <= p.start < speech.end}
        for code in sorted(about - about_in):
            place = next((p for p in reading.places if p.code == code), None)
            if place is None:
                about.discard(code)
            else:
                resolutions.append(
                    Resolution(
                        slot="about", value=code, how="office", span=reading.span(place.start, place.end)
                    )
                )
        yield propose(
            reading,
            StatementClaim,
            f"statement-{cue.lemma_.lower()}",
            token=cue,
            start=speech.start,
            end=speech.end,
            attribution=spoken(speech, span),
            when=time_of(reading, cue),
            resolutions=resolutions,
            speaker=speech.speaker,
            mode=speech.mode,
            stance=speech.stance,
            about=tuple(sorted(about)),
            quote=speech.quote,
        )


def _in_short(reading: Reading, office: Office) -> bool:
    """As in "Minister Smith", of the minister of the interior told before."""
    words = set(office.office.split())
    return any(
        o.person == office.person and o.start < office.start and words < set(o.office.split())
        for o in reading.offices
    )


def find_office_claims(reading: Reading) -> Iterator[Proposal]:
    """One claim for each person and post."""
    narrator = Attribution(source=SourceType.NARRATOR, mode=Mode.NARRATION)
    for office in reading.offices:
        if office.office.endswith("counterpart") or _in_short(reading, office):
            continue
        resolutions = []
        if reading.span(office.start, office.end).text.find(office.person) < 0:
            resolutions.append(
                Resolution(
                    slot="person",
                    value=office.person,
                    how="alias",
                    span=place_of(reading, office.person, reading.doc[office.name_start])
                    or reading.span(office.name_start, office.name_end),
                )
            )
        body = office.organisation
        if (
            body
            and body not in reading.span(office.start, office.end).text
            and (at := place_of(reading, body, reading.doc[office.start]))
        ):
            resolutions.append(Resolution(slot="organisation", value=body, how="coreference", span=at))
        place = next((p for p in reading.places if p.code == office.country), None)
        inside = any(
            office.start <= p.start < office.end and p.code == office.country for p in reading.places
        )
        if office.country and not inside:
            span = reading.span(place.start, place.end) if place else reading.span(office.start, office.end)
            resolutions.append(
                Resolution(slot="country", value=office.country, how=office.how or "coreference", span=span)
            )
        yield propose(
            reading,
            OfficeClaim,
            "office-title",
            token=reading.doc[office.name_start],
            start=office.start,
            end=office.end,
            attribution=narrator,
            resolutions=resolutions,
            person=office.person,
            office=office.office,
            country=office.country,
            organisation=office.organisation,
        )
