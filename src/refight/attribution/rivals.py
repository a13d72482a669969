"""Rivals: the effect of a cause under priors that say less, or more, of it.

A prior of a cause is the set of estimates that its lever replaces, at the level that
was. A sceptical rival moves them towards the absent level, a credulous one away, a wide
one stretches their ranges (words.yaml). A lever that changes plans alone has no such
estimates: its rivals doubt the numbers that calibration leaves free. Effects are of the
cause taken away where all else is as it was.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.attribution.causes import Cause
from refight.attribution.interval import Estimated, apart
from refight.attribution.measures import (
    BY_RECORD,
    Measure,
    decision_scale,
    estimated,
    measures_of,
    values_of,
)
from refight.attribution.words import thresholds
from refight.ensemble.design import fresh
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import Worlds, refight_worlds
from refight.evidence.distribution import SPLIT_LOGNORMAL
from refight.evidence.estimate import Estimate
from refight.inference.abduction import Abducted
from refight.inference.calibrate import free_of, set_to

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
SHIPPED, CALIBRATED = "as shipped", "calibrated"
PAIRS = 200  # of each prior: a Monte-Carlo error of some three points of a chance


@dataclass(frozen=True)
class Rival:
    """One prior: with and without each cause, on each scale, (R,)."""

    name: str
    measures: Mapping[str, Measure]
    with_all: Mapping[str, Floats]
    without: Mapping[tuple[str, ...], Mapping[str, Floats]]
    independent: float | None = None  # refights they are worth, where some are copies

    def effect(self, causes: Sequence[str], scale: str) -> Estimated:
        """Give the effect of taking some causes away together."""
        return self.estimated(scale, self.difference(causes, scale))

    def estimated(self, scale: str, values: Floats, order: int = 1) -> Estimated:
        """Estimate the mean of differences on a scale, (R,)."""
        worlds = (self.with_all, *self.without.values())
        span = apart(*(each[scale] for each in worlds))
        return estimated(self.measures[scale], values, span, self.independent, order)

    @property
    def decision(self) -> str:
        """Name the scale on which verdicts speak of the decision."""
        worlds = (self.with_all, *self.without.values())
        return decision_scale(float(each[BY_RECORD].mean()) for each in worlds)

    def difference(self, causes: Sequence[str], scale: str) -> Floats:
        """Give with minus without, refight by refight, (R,)."""
        return np.asarray(self.with_all[scale] - self.without[tuple(causes)][scale])


def rivals_of(
    base: Prepared,
    sets: Sequence[Sequence[Cause]],
    scales: Sequence[str],
    pairs: int = PAIRS,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
) -> tuple[Rival, ...]:
    """Refight with and without some sets of causes under the shipped prior and rivals.

    sets  each is taken away as a whole; the rivals bear on all causes named
    """
    causes = tuple({each.id: each for part in sets for each in part}.values())
    priors = priors_of(base, causes, pairs, seed)
    each = (len(sets) + 1) * pairs
    found = []
    for number, (name, prior) in enumerate(priors.items()):
        worlds = Worlds(prior.act, _choices(sets), fresh(pairs, seed), prior.fixed)
        report = _part(progress, number * each, len(priors) * each)
        columns = _refought(worlds, threads, report)
        found.append(_rival(name, prior.act, sets, scales, columns))
    return tuple(found)


def swing(priors: Sequence[Rival], causes: Sequence[str], scale: str) -> Estimated:
    """Estimate how far an effect moves from one end of the rivals to the other.

    The first two rivals after the shipped prior say less and more; refights of all
    priors share their chance and ranks of draws, so that the difference is paired.
    """
    _, one, other, *_ = priors
    moved = other.difference(causes, scale) - one.difference(causes, scale)
    return priors[0].estimated(scale, moved, order=2)


def beside(
    base: Prepared,
    cause: Cause,
    scales: Sequence[str],
    pairs: int = PAIRS,
    seed: int = 1,
    threads: int | None = None,
) -> dict[str, Rival]:
    """Set other levels of a cause's lever in the place of the one that was."""
    found = {}
    for level in cause.beside:
        lever = cause.lever.id
        choices = ({lever: level}, {lever: cause.without})
        columns = refight_worlds(Worlds(base, choices, fresh(pairs, seed)), threads)
        found[level] = _rival(level, base, [[cause]], scales, columns)
    return found


def calibrated(
    base: Prepared,
    sets: Sequence[Sequence[Cause]],
    scales: Sequence[str],
    given: Abducted,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Rival:
    """Refight with and without some sets of causes what the record makes likely."""
    worlds = Worlds(base, _choices(sets), given.design, given.fixed)
    columns = given.repeated(_refought(worlds, threads, progress))
    found = _rival(CALIBRATED, base, sets, scales, columns)
    return replace(found, independent=given.independent)


@dataclass(frozen=True)
class Prior:
    """An act under one prior; fixed: stream -> probabilities (R,), as in `Worlds`."""

    act: Prepared
    fixed: Mapping[str, Floats] = field(default_factory=dict)


def priors_of(
    base: Prepared, causes: Sequence[Cause], pairs: int = PAIRS, seed: int = 1
) -> dict[str, Prior]:
    """Give the act under each prior, the shipped one first."""
    moved = _moved(base, causes)
    found = {SHIPPED: Prior(base)}
    if not moved:
        return found | _of_plans(base, pairs, seed)
    for name, how in thresholds()["rivals"].items():
        changed = {e.id: _rival_estimate(e, absent, how) for e, absent in moved}
        act = replace(base, estimates={**base.estimates, **changed})
        found[name] = Prior(act)
    return found


def _of_plans(base: Prepared, pairs: int, seed: int) -> dict[str, Prior]:
    """Doubt the numbers that calibration leaves free."""
    free = free_of(base)
    z = np.random.default_rng([seed, pairs]).standard_normal((pairs, len(free)))
    return {
        name: Prior(base, set_to(free, how["shift"] + how["stretch"] * z))
        for name, how in thresholds()["rivals-of-plans"].items()
    }


def _refought(
    worlds: Worlds, threads: int | None, progress: Progress | None
) -> dict[str, Floats]:
    """Refight worlds of which the first is the act as it was, kept for all causes."""
    was, without = (
        replace(worlds, choices=each)
        for each in (worlds.choices[:1], worlds.choices[1:])
    )
    first = refight_worlds(was, threads, _part(progress, 0, worlds.count))
    report = _part(progress, was.count, worlds.count)
    rest = refight_worlds(without, threads, report)
    return {name: np.concatenate([each, rest[name]]) for name, each in first.items()}


def _choices(sets: Sequence[Sequence[Cause]]) -> tuple[dict[str, str], ...]:
    """Give the levers of the act as it was, and without each set."""
    return ({}, *({each.lever.id: each.without for each in part} for part in sets))


def _moved(base: Prepared, causes: Sequence[Cause]) -> list[tuple[Estimate, Estimate]]:
    """Pair the estimates at the factual levels with those at the absent levels."""
    known = base.estimates
    found = {
        old: new
        for each in causes
        for old, new in each.lever.levels[each.without].estimates.items()
    }
    return [(known[old], known[new]) for old, new in found.items() if old in known]


def _rival_estimate(
    was: Estimate, absent: Estimate, how: Mapping[str, Any]
) -> Estimate:
    """Move an estimate along the way to another, and stretch it about its middle."""
    logs = was.rule == SPLIT_LOGNORMAL and absent.low > 0
    one, other = (_scaled(each, logs) for each in (was, absent))
    moved = np.sort(one + float(how["towards"]) * (other - one))
    moved = moved[1] + float(how["stretch"]) * (moved - moved[1])
    low, best, high = np.exp(moved) if logs else moved
    if was.bounds is not None:
        low, best, high = np.clip([low, best, high], *was.bounds)
    return replace(was, low=float(low), best=float(best), high=float(high))


def _scaled(estimate: Estimate, logs: bool) -> Floats:
    points = np.array([estimate.low, estimate.best, estimate.high])
    return np.log(points) if logs else points


def _rival(
    name: str,
    act: Prepared,
    sets: Sequence[Sequence[Cause]],
    scales: Sequence[str],
    columns: Mapping[str, Floats],
) -> Rival:
    known = measures_of(act.scenario, act.archive)
    worlds = [_scales(columns, n, known, scales) for n in range(len(sets) + 1)]
    names = [tuple(cause.id for cause in part) for part in sets]
    measures = {each: known[each] for each in scales}
    without = dict(zip(names, worlds[1:], strict=True))
    return Rival(name, measures, worlds[0], without)


def _scales(
    columns: Mapping[str, Floats],
    world: int,
    known: Mapping[str, Measure],
    scales: Sequence[str],
) -> dict[str, Floats]:
    one = {name: each[world] for name, each in columns.items()}
    return {scale: values_of(known[scale], one) for scale in scales}


def _part(progress: Progress | None, before: int, wanted: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(before + done, wanted)
