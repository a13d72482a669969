"""Swap: each act under the other's command and forces policy, four cells.

Reads the shipped acts and the swapped levels in causes.yaml. Forces, ground, opponent
and season stay those of each act. Returns two contrasts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from refight.attribution.causes import stated
from refight.attribution.whatif import PAIRS, Contrast, contrast

Progress = Callable[[int, int], None]
ACTS = ("fall", "liberation")


@dataclass(frozen=True)
class Swap:
    """Both acts, each as it was and under the other's policy."""

    fall: Contrast
    liberation: Contrast


def swap(
    pairs: int = PAIRS,
    seed: int = 1,
    progress: Progress | None = None,
    version: str = "recorded",
    threads: int | None = None,
) -> Swap:
    """Refight both acts under both policies, pair by pair."""
    fall, liberation = (
        contrast(
            act,
            stated()["swap"][act],
            pairs,
            seed,
            _part(progress, number, pairs),
            version,
            threads,
        )
        for number, act in enumerate(ACTS)
    )
    return Swap(fall, liberation)


def _part(progress: Progress | None, number: int, pairs: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(number * pairs + done, len(ACTS) * pairs)
