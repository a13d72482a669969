"""Calibrate: the free parameters of an act, given the claims on record.

Reads a prepared act. Each round of the sampler is one ordinary ensemble, kept like any
other study, in which the free parameters are set and everything else is drawn; so the
posterior is over the free parameters, the rest of the evidence and chance together.
What was refought is re-weighted, never re-run, when claims or presets change.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.design import Design, fresh
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import BATCH, Worlds, kept_worlds, refight_worlds
from refight.errors import ScenarioError, suggest
from refight.inference.likelihood import Likelihood, preset_of
from refight.inference.record import claims_of, settings
from refight.inference.sampler import Plan, Sample, Simulate, amis

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
DEFAULT = "default"  # the preset that shapes the rounds
EDGE = 2.0**-53  # keeps probabilities inside 0..1


@dataclass(frozen=True)
class Posterior:
    """What an act's record teaches, under one preset.

    free  names of the free parameters, the columns of `sample.z`
    """

    act: str
    free: tuple[str, ...]
    likelihood: Likelihood
    sample: Sample
    seed: int

    @property
    def preset(self) -> str:
        """Name the preset."""
        return self.likelihood.preset.name

    @cached_property
    def weights(self) -> Floats:
        """Give the weights of the draws, summing to one, (R,)."""
        return self.sample.weights

    def under(self, likelihood: Likelihood) -> "Posterior":
        """Weigh the same refights by other claims, or by other trust in them."""
        sample = self.sample.reweighted(likelihood.log(self.sample.columns))
        return Posterior(self.act, self.free, likelihood, sample, self.seed)

    def presets(self, names: tuple[str, ...]) -> dict[str, "Posterior"]:
        """Give the posterior under several presets."""
        return {name: self.under(self.likelihood.under(name)) for name in names}


def calibrate(
    base: Prepared,
    plan: Plan | None = None,
    preset: str = DEFAULT,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Posterior:
    """Fit the free parameters of an act to its record.

    Raises ScenarioError when the act does not use a parameter that is to be free.
    """
    plan = Plan() if plan is None else plan
    report = _within(progress, plan.first + plan.rounds * plan.later)
    simulate = simulator(base, free_of(base), seed, threads, report)
    return _fitted(base, plan, preset, seed, simulate)


def calibrate_as(
    base: Prepared,
    plan: Plan | None = None,
    preset: str = DEFAULT,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Posterior:
    """Fit an act under any preset, from the refights of the default one if they do.

    Refights anew only where too few of those weigh under the preset.
    """
    found = calibrate(base, plan, DEFAULT, seed, threads, progress)
    if preset == DEFAULT:
        return found
    other = found.under(found.likelihood.under(preset))
    if other.sample.shown or not found.sample.shown:
        return other
    return calibrate(base, plan, preset, seed, threads, progress)


def kept_calibration(
    base: Prepared, plan: Plan | None = None, preset: str = DEFAULT, seed: int = 1
) -> Posterior | None:
    """Give the posterior if all its refights are kept; refight nothing."""
    simulate = simulator(base, free_of(base), seed, only_kept=True)
    try:
        return _fitted(base, plan or Plan(), preset, seed, simulate)
    except _NotKept:
        return None


class _NotKept(Exception):
    """A batch that would have to be refought."""


def _kept_only(
    worlds: Worlds, _: int | None = None, __: Progress | None = None
) -> Mapping[str, Floats]:
    columns = kept_worlds(worlds)
    if columns is None:
        raise _NotKept
    return columns


def _fitted(
    base: Prepared, plan: Plan, preset: str, seed: int, simulate: Simulate
) -> Posterior:
    free, likelihood = free_of(base), likelihood_of(base, preset)
    sample = amis(simulate, likelihood.log, len(free), plan, seed)
    return Posterior(base.scenario.id, free, likelihood, sample, seed)


def free_of(base: Prepared) -> tuple[str, ...]:
    """Name the free parameters. Raises ScenarioError for one that the act lacks."""
    known = base.compiled.deck.own
    free = tuple(settings()["free"])
    for name in free:
        if name not in known:
            where = f"{base.scenario.id}, calibration.yaml"
            hint = suggest(name, known)
            raise ScenarioError("an estimate that the act draws", name, where, hint)
    return free


def likelihood_of(base: Prepared, preset: str = DEFAULT) -> Likelihood:
    """Give the likelihood of an act's record."""
    scenario = base.scenario
    claims = claims_of(scenario, base.archive)
    return Likelihood(claims, preset_of(preset), float(scenario.days))


def simulator(
    base: Prepared,
    free: tuple[str, ...],
    seed: int,
    threads: int | None = None,
    progress: Progress | None = None,
    only_kept: bool = False,
) -> Simulate:
    """Make what refights a batch of normal scores, each with a draw of all else.

    only_kept  raise _NotKept instead of refighting
    """
    fight = _kept_only if only_kept else refight_worlds

    def simulate(z: Floats, first: int) -> Mapping[str, Any]:
        found = []
        for start in range(0, len(z), BATCH):  # kept part by part: a stop costs little
            part = z[start : start + BATCH]
            begin = first + start
            worlds = posed(base, free, part, fresh(len(part), seed, begin))
            report = None if progress is None else _shifted(progress, begin)
            found.append(fight(worlds, threads, report))
        return _joined(found)

    return simulate


def _joined(parts: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """Put the parts of one world together, (R,) each."""
    names = parts[0]
    return {name: np.concatenate([each[name][0] for each in parts]) for name in names}


def posed(base: Prepared, free: tuple[str, ...], z: Floats, design: Design) -> Worlds:
    """Set the free parameters of a design to normal scores, (R, D)."""
    return Worlds(base, ({},), design, set_to(free, z))


def set_to(free: tuple[str, ...], z: Floats) -> dict[str, Floats]:
    """Give the probabilities that set free parameters to normal scores, (R,) each."""
    return {name: chances(z[:, column]) for column, name in enumerate(free)}


def chances(z: Floats) -> Floats:
    """Turn normal scores into probabilities, inside 0..1."""
    below = NormalDist().cdf
    found = np.fromiter(map(below, z.tolist()), float, z.size)
    return np.asarray(np.clip(found, EDGE, 1 - EDGE))


def values(base: Prepared, name: str, z: Floats) -> Floats:
    """Turn the normal scores of a free parameter into its values."""
    return base.compiled.deck.own[name].quantiles(chances(z))


def quantile(values: Floats, weights: Floats, share: float) -> float:
    """Give a weighted quantile; NaN values are left out.

    >>> quantile(np.array([3.0, 1.0, 2.0]), np.array([0.2, 0.6, 0.2]), 0.5)
    1.0
    """
    kept = ~np.isnan(values)
    order = np.argsort(values[kept])
    total = np.cumsum(weights[kept][order])
    place = int(np.searchsorted(total, share * total[-1] - 1e-12))
    return float(values[kept][order][min(place, total.size - 1)])


def _within(progress: Progress | None, wanted: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(done, wanted)


def _shifted(progress: Progress, first: int) -> Progress:
    return lambda done, wanted: progress(first + done, wanted)
