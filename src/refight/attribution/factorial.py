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
from refight.attribution.interval import Estimated, apart, between, mean
from refight.attribution.measures import (
    BY_RECORD,
    CHANCE,
    Measure,
    decision_scale,
    estimated,
    measures_of,
    values_of,
)
from refight.ensemble.design import fresh
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import Worlds, kept_worlds, refight_worlds
from refight.errors import UsageError
from refight.inference.abduction import Abducted

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

    values       scale -> (2^k, R); NaN in all worlds where one has no value, so that
                 all shares speak of the same refights and sum to the whole
    independent  how many independent refights they are worth, where some are copies
    """

    causes: Causes
    measures: Mapping[str, Measure]
    values: Mapping[str, Floats]
    seed: int
    independent: float | None = None
    _shares: dict[str, Floats] = field(default_factory=dict, compare=False)

    @property
    def seeds(self) -> int:
        """Count the refights of each world."""
        return len(next(iter(self.values.values()))[0])

    def applies(self, scale: str) -> int:
        """Count the refights in which a scale has a value in every world."""
        return int((~np.isnan(self.values[scale][0])).sum())

    def ends(self, scale: str) -> tuple[float, float]:
        """Give the mean of a scale without any cause, and as it was."""
        if not self.applies(scale):
            return math.nan, math.nan
        first, last = (np.nanmean(self.values[scale][e]) for e in (0, -1))
        return float(first), float(last)

    def shapley(self, scale: str) -> Floats:
        """Give the Shapley values on a scale, (k, R)."""
        if scale not in self._shares:
            self._shares[scale] = sh.shapley(self.values[scale])
        return self._shares[scale]

    def shares(self, cause: str, scale: str) -> Shares:
        """Give what a cause contributes on a scale, with Monte-Carlo errors."""
        bit, values = self.causes.index(cause), self.values[scale]
        return Shares(
            shapley=self._averaged(scale, self.shapley(scale)[bit]),
            alone=self._mean(scale, sh.alone(values)[bit]),
            last=self._mean(scale, sh.last(values)[bit]),
        )

    @cached_property
    def decision(self) -> str:
        """Name the scale on which verdicts speak of the decision."""
        return decision_scale(self.ends(BY_RECORD))

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
            share=self._averaged(scale, sh.joint(values, bits)),
            parts={
                name: self._range(scale, bits, bit)
                for name, bit in zip(found.causes, bits, strict=True)
            },
        )

    def interactions(self, cause: str, scale: str) -> dict[str, Estimated]:
        """Give the interaction of a cause with every other."""
        bit, values = self.causes.index(cause), self.values[scale]
        return {
            name: self._averaged(scale, sh.interaction(values, bit, other), order=2)
            for other, name in enumerate(self.causes.names)
            if other != bit
        }

    @cached_property
    def placebo(self) -> dict[str, Estimated]:
        """Give the share of a cause that does nothing, on each scale.

        Its worlds with and without differ by the seeds alone: half of them stands for
        *with*, half for *without*, so zero should lie in 95 of 100 intervals.
        """
        return {name: self._nothing(name) for name in self.values}

    def _nothing(self, scale: str) -> Estimated:
        one, half = sh.placebo(self.values[scale]), self.seeds // 2
        chance = self.measures[scale].kind == CHANCE
        span = 1.0 if chance else apart(self.values[scale])
        worth = None if self.independent is None else self.independent / 2
        first, second = (
            mean(each, span=span, independent=worth)
            for each in (one[:half], one[half : 2 * half])
        )
        return between(first, second)

    def _mean(self, scale: str, values: Floats) -> Estimated:
        measure, span = self.measures[scale], apart(self.values[scale])
        return estimated(measure, values, span, self.independent)

    def _averaged(self, scale: str, values: Floats, order: int = 1) -> Estimated:
        """Estimate the mean of what is in each seed a mean over many worlds."""
        measure, span = self.measures[scale], apart(self.values[scale])
        return estimated(measure, values, span, self.independent, order, averaged=True)

    def _range(self, scale: str, bits: list[int], bit: int) -> tuple[float, float]:
        parts = (*sh.within(self.values[scale], bits, bit), self.shapley(scale)[bit])
        if not self.applies(scale):
            return math.nan, math.nan
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
    columns = refight_worlds(worlds, threads, progress)
    return shared_out(base, causes, columns, seed, given)


def kept_factorial(
    base: Prepared, seed: int = 1, given: Abducted | None = None
) -> Factorial | None:
    """Read the factorial of an act's stated causes if it is kept; refight nothing."""
    causes = causes_of(base.scenario)
    columns = kept_worlds(_worlds(base, causes, seeds_of(causes), seed, given))
    if columns is None:
        return None
    return shared_out(base, causes, columns, seed, given)


def _worlds(
    base: Prepared, causes: Causes, seeds: int, seed: int, given: Abducted | None
) -> Worlds:
    if given is None:
        return Worlds(base, causes.worlds(), fresh(seeds, seed))
    return Worlds(base, causes.worlds(), given.design, given.fixed)


def shared_out(
    base: Prepared,
    causes: Causes,
    columns: Mapping[str, Floats],
    seed: int,
    given: Abducted | None = None,
) -> Factorial:
    """Read the scales of a factorial from its outcome columns, (2^k, R) each."""
    known = measures_of(base.scenario, base.archive)
    measures = {name: known[name] for name in causes.scales}
    if given is not None:
        columns = given.repeated(columns)
    values = {e.id: _everywhere(values_of(e, columns)) for e in measures.values()}
    worth = None if given is None else given.independent
    return Factorial(causes, measures, values, seed, worth)


def _everywhere(values: Floats) -> Floats:
    """Keep the refights that have a value in every world, (2^k, R); NaN elsewhere."""
    return np.where(np.isnan(values).any(axis=0), np.nan, values)


def seeds_of(causes: Causes) -> int:
    """Give the refights of each world that the file of causes allows."""
    return max(LEAST_SEEDS, causes.refights >> len(causes.causes))
