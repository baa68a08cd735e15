"""What carries a claim besides the words of an article, and whose words they are."""

from dataclasses import dataclass

from kg.model.codes import CauseType, Mode, SourceType
from kg.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Evidence of a catalogue fact: the address of a source.

    Args:
        source: Its address.
        title: What it is, in a few words.
        publisher: Who publishes at that address.
        origin: Whose text it reprints; sources of one origin are one source.
        published: Publication date.
    """

    source: str
    title: str | None = None
    publisher: str | None = None
    origin: str | None = None
    published: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose words carry a claim.

    Args:
        source: What kind of source.
        name: Its name as resolved, or None for narrator and unspecified.
        mode: In which voice.
        outlet: The medium it was said to.
    """

    source: SourceType
    name: str | None = None
    mode: Mode
    outlet: str | None = None

    def __post_init__(self) -> None:
        if not self.name and self.source not in (SourceType.NARRATOR, SourceType.UNSPECIFIED):
            raise ValueError(f"a source of type {self.source} needs its name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why a stage came about, in words of the evidence."""

    type: CauseType
    text: str
