"""Why a deal was dropped, stopped or refused, in the words of its sentence."""

from typing import TYPE_CHECKING, Final

from kg.extract.reading import Reading
from kg.model.codes import CauseType, Status

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def causes_of(reading: Reading, verb: "Token", status: Status) -> list[tuple[CauseType, int, int]]:
    """Causes behind a verb of stopping: type, first token, one past the last."""
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
        text = doc.text_of(begin, stop).lower()
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
