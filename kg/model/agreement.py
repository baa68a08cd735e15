"""Agreements: the deals that claims are about, from the first talk of them to their end."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a party does under an agreement."""

    SENDING = "sending"
    RECEIVING = "receiving"
    PARTY = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A country or organisation that takes part in an agreement.

    Args:
        country: ISO 3166-1 alpha-3, or EU.
        role: What it does under the agreement.
    """

    country: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A deal about the movement of people, at any stage.

    Args:
        id: Fixed for ever. Provisional ids start with ``p-``.
        title: What people call it.
        parties: Who takes part, and how.
        provisional: Known only from articles; no catalogue entry yet.
    """

    id: str
    title: str
    parties: tuple[Party, ...]
    provisional: bool = False
