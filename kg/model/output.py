"""Claims as JSON: the one form in which they leave Python."""

from dataclasses import fields
from decimal import Decimal
from enum import StrEnum

from kg.model.claim import Attribution, Cause, Citation, Claim
from kg.model.text import Span


def claim_json(claim: Claim) -> dict[str, object]:
    """The claim as a JSON object, the form of one line of a ``claims.jsonl``."""
    row: dict[str, object] = {"id": claim.id, "kind": str(claim.kind)}
    for item in fields(claim):
        row[item.name] = _json(getattr(claim, item.name))
    when = claim.when
    row |= {
        "when": when.edtf if when else None,
        "when_text": when.text if when else None,
        "when_basis": str(when.basis) if when and when.basis else None,
    }
    return row


def _json(value: object) -> object:
    match value:
        case StrEnum():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return [_json(item) for item in value]
        case Span():
            return {"start": value.start, "end": value.end, "text": value.text}
        case Citation():
            published = value.published.edtf if value.published else None
            texts = {name: getattr(value, name) for name in ("source", "title", "publisher", "origin")}
            return {**texts, "published": published}
        case Attribution() | Cause():
            return {f.name: _json(getattr(value, f.name)) for f in fields(value)}
        case _:
            return value
