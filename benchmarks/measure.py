"""What a benchmark hands back, and how it takes time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measured number with its limit.

    Args:
        name: What was measured, against what.
        value: The number.
        limit: The most it may be.
        unit: ``x`` for a ratio.
    """

    name: str
    value: float
    limit: float
    unit: str = "x"

    @property
    def ok(self) -> bool:
        """Whether the limit holds."""
        return self.value <= self.limit


def best(jobs: Sequence[Callable[[], object]], *, rounds: int) -> list[float]:
    """Seconds that each job takes at its best, after one run to warm up.

    The jobs take turns, so that a busy moment of the machine meets them all.
    """
    for job in jobs:
        job()
    times = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for number, job in enumerate(jobs):
            begun = time.perf_counter()
            job()
            times[number] = min(times[number], time.perf_counter() - begun)
    return times
