"""Factorial: every combination of an act's stated causes, refought and shared out.

Reads an act as it was. Refights all worlds with and without each cause on the same
draws and chance, keeps them, and returns `Factorial`: values (2^k, R) for each scale.
The errors count seeds, not refights. Leaves out words and thresholds (see `words`).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from refight.attribution import shapley as sh
from refight.attribution.causes import Causes, causes_of
from refight.attribution.interval import Estimated, chance, mean
from refight.attribution.measures import (
    BY_RECORD,
    CHANCE,
    Measure,
    decision_scale,
    measures_of,
    values_of,
)
from refight.ensemble.design import fresh
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import Worlds, kept_worlds, refight_worlds
from refight.errors import UsageError
from refight.inference.calibrate import Abducted

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
LEAST_SEEDS = 2


@dataclass(frozen=True)
class Shares:
    """What one cause contributes to one scale, by three conventions."""

    shapley: Estimated
    alone: Estimated  # where all other causes are absent
    last: Estimated  # where all others are as they were


@dataclass(frozen=True)
class Together:
    """Causes that cannot be told apart: their joint share, and the split as ranges.

    parts  cause -> (lowest, highest) mean over the conventions first, last, Shapley
    """

    share: Estimated
    parts: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Factorial:
    """All worlds of an act's causes, on the scales that matter.

    values  scale -> (2^k, R)
    """

    causes: Causes
    measures: Mapping[str, Measure]
    values: Mapping[str, Floats]
    seed: int
    _shares: dict[str, Floats] = field(default_factory=dict, compare=False)

    @property
    def seeds(self) -> int:
        """Count the refights of each world."""
        return len(next(iter(self.values.values()))[0])

    def shapley(self, scale: str) -> Floats:
        """Give the Shapley values on a scale, (k, R)."""
        if scale not in self._shares:
            self._shares[scale] = sh.shapley(self.values[scale])
        return self._shares[scale]

    def shares(self, cause: str, scale: str) -> Shares:
        """Give what a cause contributes on a scale, with Monte-Carlo errors."""
        bit, values = self.causes.index(cause), self.values[scale]
        return Shares(
            shapley=self._mean(scale, self.shapley(scale)[bit]),
            alone=self._mean(scale, sh.alone(values)[bit]),
            last=self._mean(scale, sh.last(values)[bit]),
        )

    @cached_property
    def decision(self) -> str:
        """Name the scale on which verdicts speak of the decision."""
        values = self.values[BY_RECORD]
        return decision_scale((float(values[-1].mean()), float(values[0].mean())))

    def whole(self, scale: str) -> Estimated:
        """Give what all causes together make of a scale: the sum of their shares."""
        values = self.values[scale]
        return self._mean(scale, values[-1] - values[0])

    def together(self, group: str, scale: str) -> Together:
        """Give the joint share of an inseparable group, and the ranges of its parts."""
        found = next(each for each in self.causes.groups if each.id == group)
        bits = [self.causes.index(each) for each in found.causes]
        values = self.values[scale]
        return Together(
            share=self._mean(scale, sh.joint(values, bits)),
            parts={
                name: self._range(scale, bits, bit)
                for name, bit in zip(found.causes, bits, strict=True)
            },
        )

    def interactions(self, cause: str, scale: str) -> dict[str, Estimated]:
        """Give the interaction of a cause with every other."""
        bit = self.causes.index(cause)
        return {
            name: self._mean(scale, sh.interaction(self.values[scale], bit, other))
            for other, name in enumerate(self.causes.names)
            if other != bit
        }

    @cached_property
    def placebo(self) -> dict[str, Estimated]:
        """Give the share of a cause that does nothing, on each scale.

        Its worlds with and without differ by the seeds alone: half of them stands for
        *with*, half for *without*, so zero should lie in 95 of 100 intervals.
        """
        half = self.seeds // 2
        return {name: _nothing(values, half) for name, values in self.values.items()}

    def _mean(self, scale: str, values: Floats) -> Estimated:
        return (chance if self.measures[scale].kind == CHANCE else mean)(values)

    def _range(self, scale: str, bits: list[int], bit: int) -> tuple[float, float]:
        parts = (*sh.within(self.values[scale], bits, bit), self.shapley(scale)[bit])
        means = [float(np.nanmean(each)) for each in parts]
        return min(means), max(means)


def factorial(
    base: Prepared,
    seeds: int | None = None,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
    given: Abducted | None = None,
    causes: Causes | None = None,
) -> Factorial:
    """Refight every world of an act's stated causes, or read what is kept of it.

    seeds   refights of each world; what the file of causes allows when left out
    given   refights picked by the record, in the place of fresh draws
    causes  a part of the stated causes, the rest standing as they were
    """
    causes = causes_of(base.scenario) if causes is None else causes
    count = seeds_of(causes) if seeds is None else seeds
    if count < LEAST_SEEDS:
        hint = "errors come from the differences between seeds"
        raise UsageError(f"at least {LEAST_SEEDS} seeds", str(count), hint=hint)
    worlds = _worlds(base, causes, count, seed, given)
    return shared_out(base, causes, refight_worlds(worlds, threads, progress), seed)


def kept_factorial(
    base: Prepared, seed: int = 1, given: Abducted | None = None
) -> Factorial | None:
    """Read the factorial of an act's stated causes if it is kept; refight nothing."""
    causes = causes_of(base.scenario)
    columns = kept_worlds(_worlds(base, causes, seeds_of(causes), seed, given))
    return None if columns is None else shared_out(base, causes, columns, seed)


def _worlds(
    base: Prepared, causes: Causes, seeds: int, seed: int, given: Abducted | None
) -> Worlds:
    if given is None:
        return Worlds(base, causes.worlds(), fresh(seeds, seed))
    return Worlds(base, causes.worlds(), given.design, given.fixed)


def shared_out(
    base: Prepared, causes: Causes, columns: Mapping[str, Floats], seed: int
) -> Factorial:
    """Read the scales of a factorial from its outcome columns, (2^k, R) each."""
    known = measures_of(base.scenario, base.archive)
    measures = {name: known[name] for name in causes.scales}
    values = {name: values_of(each, columns) for name, each in measures.items()}
    return Factorial(causes, measures, values, seed)


def seeds_of(causes: Causes) -> int:
    """Give the refights of each world that the file of causes allows."""
    return max(LEAST_SEEDS, causes.refights >> len(causes.causes))


def _nothing(values: Floats, half: int) -> Estimated:
    """Estimate the share of nothing: two halves of the seeds, world by world."""
    count = sh.causes_in(values)
    weight = 1 / (count + 1)
    # Shapley's weights of one more cause, whose coalitions are the worlds
    ways = np.array([math.comb(count, n.bit_count()) for n in range(len(values))])
    one = ((weight / ways)[:, None] * values).sum(axis=0)
    first, second = mean(one[:half]), mean(one[half : 2 * half])
    error = math.hypot(first.error, second.error)
    value = first.value - second.value
    spread = (first.high - first.low) / (2 * first.error) if first.error else 0.0
    return Estimated(value, error, value - spread * error, value + spread * error)
