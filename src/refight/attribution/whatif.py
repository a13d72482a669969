"""What if: an act refought with and without a change, pair by pair.

Refight i of both arms has the same draw of the estimates and the same keyed chance of
battle, so that a pair differs by the chosen levels alone (common random numbers).
Reads: the shipped acts. Returns: `Contrast`, with paired values (R,) for each measure.
Leaves out: how the levels came about; a level is set from the first day.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.attribution.interval import Estimated, apart, mean
from refight.attribution.measures import (
    CHANCE,
    Measure,
    estimated,
    measures_of,
    values_of,
)
from refight.compiler import mark_warm
from refight.ensemble import abroad
from refight.ensemble.design import Design, Variant, fresh
from refight.ensemble.keep import keep, kept
from refight.ensemble.place import Place
from refight.ensemble.refight import Prepared, Runner, manifest, prepare, varied
from refight.ensemble.run import Run, RunChunk, refuse_too_many, run
from refight.ensemble.stats import Summary, summarise
from refight.ensemble.store import Ensemble
from refight.errors import EnsembleError
from refight.scenario.model import Scenario
from refight.scenario.variant import parse

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
PAIRS = 200


@dataclass(frozen=True)
class Pair:
    """One measure of the two arms, refight by refight, (R,).

    independent  how many independent pairs they are worth, where some are copies
    """

    measure: Measure
    factual: Floats
    changed: Floats
    independent: float | None = None

    @property
    def difference(self) -> Floats:
        """Give changed minus factual; NaN where either does not apply."""
        return np.asarray(self.changed - self.factual)

    @property
    def applies(self) -> int:
        """Count the pairs in which the measure applies to both."""
        return int(np.isfinite(self.difference).sum())

    @property
    def means(self) -> tuple[float, float]:
        """Give the mean of each arm over the pairs in which the measure applies."""
        kept = np.isfinite(self.difference)
        if not kept.any():
            return math.nan, math.nan
        return float(self.factual[kept].mean()), float(self.changed[kept].mean())

    @property
    def differing(self) -> int:
        """Count the pairs that differ."""
        gap = self.difference
        return int((np.isfinite(gap) & (gap != 0)).sum())

    @cached_property
    def effect(self) -> Estimated:
        """Estimate the mean difference, with its Monte-Carlo interval."""
        span = apart(self.factual, self.changed)
        return estimated(self.measure, self.difference, span, self.independent)

    def mean(self, values: Floats) -> Estimated:
        """Estimate the mean of one arm, (R,)."""
        chance = self.measure.kind == CHANCE
        span = 1.0 if chance else apart(self.factual, self.changed)
        return mean(values, span=span, independent=self.independent)

    @cached_property
    def spread(self) -> Summary:
        """Sum up single differences: the open evidence and the chance of battle."""
        return summarise(self.difference)


@dataclass(frozen=True)
class Contrast:
    """An act with some levers changed, beside the act as it was.

    scenario  the act as it was
    pairs     measure -> its paired values; the two chances of the decision come first
    """

    act: str
    scenario: Scenario
    variant: Variant
    seed: int
    factual: Ensemble
    changed: Ensemble
    pairs: Mapping[str, Pair]
    independent: float | None = None  # pairs they are worth, where some are copies

    @property
    def count(self) -> int:
        """Count the pairs."""
        return self.factual.count

    @cached_property
    def identical(self) -> bool:
        """Tell whether every column of every pair is the same, bit for bit."""
        one, other = self.factual.columns, self.changed.columns
        return one.keys() == other.keys() and all(
            one[name].tobytes() == other[name].tobytes() for name in one
        )


def contrast(
    act: str,
    choices: Mapping[str, str],
    pairs: int = PAIRS,
    seed: int = 1,
    progress: Progress | None = None,
    version: str = "recorded",
    threads: int | None = None,
) -> Contrast:
    """Refight an act `pairs` times as it was and as chosen.

    choices   lever -> level; several may be set together
    progress  called with pairs done and wanted

    Ctrl-C keeps the pairs that are complete; before the first of them, and where the
    refights are done elsewhere, it goes on to the caller. Raises UsageError and
    ScenarioError for an unknown act, lever or level.
    """
    base = prepare(act, version)
    return contrasted(base, choices, fresh(pairs, seed), progress, threads)


def contrasted(
    base: Prepared,
    choices: Mapping[str, str],
    design: Design,
    progress: Progress | None = None,
    threads: int | None = None,
) -> Contrast:
    """Refight a prepared act on a design, as it was and as chosen; see `contrast`.

    The act as it was is kept, so that the next question about it takes half the time.
    """
    arms = [varied(base, choices), base]
    refuse_too_many(design.count)
    factual = kept(base, design)
    if factual is not None:
        changed, *_ = _fought(base, arms[:1], design, progress, threads)
    else:
        changed, factual = _fought(base, arms, design, progress, threads)
        keep(base, design, factual)
    mark_warm()
    return paired_up(base, factual, changed)


def paired_up(
    base: Prepared,
    factual: Ensemble,
    changed: Ensemble,
    *,
    independent: float | None = None,
) -> Contrast:
    """Pair two ensembles of one design; a longer one is cut to the shorter.

    Raises EnsembleError when they are not of one act, version and seed.
    """
    _refuse_strangers(factual, changed)
    count = min(factual.count, changed.count)
    first, second = _head(factual, count), _head(changed, count)
    known = measures_of(base.scenario, base.archive)
    pairs = {
        name: Pair(
            each,
            values_of(each, first.columns),
            values_of(each, second.columns),
            independent,
        )
        for name, each in known.items()
    }
    line = second.manifest
    return Contrast(
        line.act,
        base.scenario,
        line.variant,
        line.seed,
        first,
        second,
        pairs,
        independent,
    )


def _fought(
    base: Prepared,
    arms: Sequence[Prepared],
    design: Design,
    progress: Progress | None,
    threads: int | None,
) -> list[Ensemble]:
    """Refight variants of an act, on threads or where a place has been opened."""
    place = abroad.HERE.get()
    if place is not None:
        return _elsewhere(base, arms, design, place, progress)
    runners = [Runner(each, design) for each in arms]
    done = run(_all(runners), design.count, threads=threads, progress=progress)
    return [_arm(done, number, each) for number, each in enumerate(runners)]


def _elsewhere(
    base: Prepared,
    arms: Sequence[Prepared],
    design: Design,
    place: Place,
    progress: Progress | None,
) -> list[Ensemble]:
    def pairs(done: int, wanted: int) -> None:
        if progress is not None:
            progress(done // len(arms), wanted // len(arms))

    batch = [parse(each.variant) for each in arms]
    columns = abroad.refought(base, batch, design, {}, place, pairs, whole=True)
    found = []
    for number, each in enumerate(arms):
        rows = slice(number * design.count, (number + 1) * design.count)
        own = {name: values[rows] for name, values in columns.items()}
        found.append(Ensemble(manifest(each, design, design.count), own))
    return found


def _all(runners: Sequence[Runner]) -> RunChunk:
    """Run all arms of the same refights, so that a stop keeps whole pairs."""

    def chunk(indices: NDArray[np.int64]) -> dict[str, Any]:
        arms = [each(indices) for each in runners]
        return {
            f"{number}/{name}": values
            for number, columns in enumerate(arms)
            for name, values in columns.items()
        }

    return chunk


def _arm(done: Run, number: int, runner: Runner) -> Ensemble:
    mark = f"{number}/"
    columns = {
        name.removeprefix(mark): values
        for name, values in done.columns.items()
        if name.startswith(mark)
    }
    line = manifest(runner.prepared, runner.design, done.count)
    return Ensemble(line, columns)


def _head(ensemble: Ensemble, count: int) -> Ensemble:
    if ensemble.count == count:
        return ensemble
    columns = {name: each[:count] for name, each in ensemble.columns.items()}
    return Ensemble(replace(ensemble.manifest, draws=count), columns)


def _refuse_strangers(one: Ensemble, other: Ensemble) -> None:
    for part in ("act", "version", "seed", "replicates", "behaviour_version"):
        first, second = getattr(one.manifest, part), getattr(other.manifest, part)
        if first != second:
            found = f"{first} and {second}"
            raise EnsembleError(f"two ensembles of one {part}", found)
