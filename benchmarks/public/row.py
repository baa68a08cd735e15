"""What a module of this package hands back: one measure with its score."""

from dataclasses import dataclass

from kg.evaluate import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured score.

    Args:
        name: What was measured.
        score: Its counts.
        f1: The least F1 that the project asks for, or None where it asks for none.
        precision: The least precision, likewise.
    """

    name: str
    score: Score
    f1: float | None = None
    precision: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the targets are reached."""
        return self.score.f1 >= (self.f1 or 0) and self.score.precision >= (self.precision or 0)

    def cells(self) -> list[str]:
        """The row of the table that is printed."""
        targets = [f"F1 {self.f1:g}" if self.f1 else "", f"P {self.precision:g}" if self.precision else ""]
        score = self.score
        verdict = "" if self.f1 is None and self.precision is None else "yes" if self.ok else "NO"
        return [
            self.name,
            str(score.gold),
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.f1:.3f}",
            " ".join(filter(None, targets)),
            verdict,
        ]
