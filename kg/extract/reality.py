"""What the words of a text make of an event."""

from dataclasses import dataclass
from enum import Enum


class Reality(Enum):
    """What the words make of an event."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    DENIED = "denied"
    HALTED = "halted"
    UNREAL = "unreal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The reality of an event, and the word that makes it so."""

    reality: Reality
    governor: int
