"""Sensitivity: which rules and numbers decide a result.

Reads refights in which every estimate is drawn, two for each draw. For each estimate:
the share of a scale's variance that goes with it alone (first order), from the means of
the scale over tenths of the estimate, with the share expected of nothing taken off. The
chance of battle is a share of its own, from the two refights of a draw; what is left is
shared between estimates. No special design is needed, so hundreds of estimates cost no
more than one; but among hundreds some look large by luck, so a share counts as clear
only above what the largest of all reaches when the results are shuffled. Estimates are
drawn independently, as first-order shares ask. What a tenth holds within is missed.
Source: Plischke, Borgonovo and Smith 2013 (from given data); Kelley 1935 (correction).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from refight.attribution.measures import measures_of, values_of
from refight.ensemble.design import Design
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import Worlds, refight_worlds
from refight.errors import UsageError
from refight.evidence.distribution import FIXED
from refight.scenario.deck import Chances

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
REPLICATES = 2
TENTHS = 10
LEAST = 5 * TENTHS  # draws: five in each tenth
BOOTSTRAPS = 100
SHUFFLES = 60
INNER, SURE = 0.9, 0.95
TOP = 12  # estimates that are given with intervals


@dataclass(frozen=True)
class Index:
    """One estimate: its share of the variance, with the 90% interval of draws."""

    name: str
    share: float
    low: float
    high: float
    clear: bool


@dataclass(frozen=True)
class Decides:
    """What decides one scale.

    noise    share of the chance of battle
    indices  estimates by share, the largest first
    groups   rule -> sum of the shares of its estimates, where it is clear
    together what is left: estimates acting through each other, and rules not clear
    luck     share that the largest of all estimates reaches by luck (95%)
    """

    scale: str
    mean: float
    sd: float
    noise: float
    indices: tuple[Index, ...]
    groups: Mapping[str, float]
    together: float
    luck: float


def decides(
    base: Prepared,
    scales: tuple[str, ...],
    draws: int = 1000,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
) -> dict[str, Decides]:
    """Find what decides some scales of an act. Raises UsageError for too few draws."""
    if draws < LEAST:
        hint = "each tenth of an estimate needs a few"
        raise UsageError(f"at least {LEAST} draws", str(draws), hint=hint)
    design = Design(seed, draws, REPLICATES)
    columns = refight_worlds(Worlds(base, ({},), design), threads, progress)
    known = measures_of(base.scenario, base.archive)
    drawn = drawn_of(base, seed, draws)
    one = {name: each[0] for name, each in columns.items()}
    return {
        scale: decided(
            scale, drawn, values_of(known[scale], one).reshape(REPLICATES, draws)
        )
        for scale in scales
    }


def drawn_of(base: Prepared, seed: int, draws: int) -> dict[str, Floats]:
    """Give the values of every estimate that varies, (D,) each."""
    deck = base.compiled.deck
    values = Chances(seed, tuple(range(draws))).values(deck)
    return {
        name: values[:, column]
        for column, (name, estimate) in enumerate(deck.own.items())
        if estimate.rule != FIXED
    }


def decided(scale: str, drawn: Mapping[str, Floats], values: Floats) -> Decides:
    """Share out the variance of a scale; values (replicates, D), NaN does not apply."""
    kept = ~np.isnan(values).any(axis=0)
    values, drawn = values[:, kept], {n: each[kept] for n, each in drawn.items()}
    total = float(values.var())
    if total == 0 or values.shape[1] < LEAST:
        return Decides(scale, float(values.mean()), 0.0, 0.0, (), {}, 0.0, 0.0)
    middle = values.mean(axis=0)
    tenths = {name: _tenths(each) for name, each in drawn.items()}
    shares = {name: _explained(middle, each) / total for name, each in tenths.items()}
    noise = float(values.var(axis=0, ddof=1).mean()) / total
    luck, rules = _by_luck(middle, tenths, total)
    groups = {
        rule: share for rule, share in _groups(shares).items() if share > rules[rule]
    }
    top = sorted(shares, key=lambda name: -shares[name])[:TOP]
    return Decides(
        scale=scale,
        mean=float(values.mean()),
        sd=total**0.5,
        noise=noise,
        indices=tuple(
            _index(name, shares[name], middle, tenths[name], total, luck)
            for name in top
        ),
        groups=groups,
        together=1 - noise - sum(groups.values()),
        luck=luck,
    )


def rule_of(name: str) -> str:
    """Name the rule that an estimate belongs to.

    >>> rule_of("loss.attacker"), rule_of("khorramshahr-1980/iq-112bn.personnel")
    ('loss', 'strength: personnel')
    """
    if "/" in name:
        return f"strength: {name.rpartition('.')[2]}"
    return name.partition(".")[0]


def _tenths(values: Floats) -> NDArray[np.int64]:
    """Number the tenth in which each value lies."""
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return np.asarray(ranks * TENTHS // len(values), np.int64)


def _explained(values: Floats, tenths: NDArray[np.int64]) -> float:
    """Estimate the variance that goes with an estimate's tenths, nothing taken off."""
    counts = np.maximum(np.bincount(tenths, minlength=TENTHS), 1)
    means = np.bincount(tenths, values, TENTHS) / counts
    within = float(((values - means[tenths]) ** 2).sum()) / (len(values) - TENTHS)
    between = float((counts * (means - values.mean()) ** 2).sum())
    return (between - (TENTHS - 1) * within) / len(values)


def _by_luck(
    values: Floats, tenths: Mapping[str, NDArray[np.int64]], total: float
) -> tuple[float, dict[str, float]]:
    """Give what the largest share, and each rule's sum, reach in shuffled results."""
    chance = np.random.default_rng(1)
    largest, rules = [], []
    for _ in range(SHUFFLES):
        shuffled = chance.permutation(values)
        shares = {n: _explained(shuffled, e) / total for n, e in tenths.items()}
        largest.append(max(shares.values()))
        rules.append(_groups(shares))
    # one in twenty that any rule passes by luck: a normal tail shared among them
    far = NormalDist().inv_cdf(1 - (1 - SURE) / len(rules[0]))
    sums = {rule: np.array([each[rule] for each in rules]) for rule in rules[0]}
    each = {rule: float(e.mean() + far * e.std()) for rule, e in sums.items()}
    return float(np.quantile(largest, SURE)), each


def _index(
    name: str,
    share: float,
    values: Floats,
    tenths: NDArray[np.int64],
    total: float,
    luck: float,
) -> Index:
    chance = np.random.default_rng(len(name))
    again = []
    for _ in range(BOOTSTRAPS):
        picked = chance.integers(0, len(values), len(values))
        again.append(_explained(values[picked], tenths[picked]) / total)
    # drawing again adds to the spread between tenths what it adds within them
    low, high = np.quantile(again, [(1 - INNER) / 2, (1 + INNER) / 2])
    shift = float(np.mean(again)) - share
    return Index(name, share, float(low) - shift, float(high) - shift, share > luck)


def _groups(shares: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, share in shares.items():
        found[rule_of(name)] = found.get(rule_of(name), 0.0) + share
    return dict(sorted(found.items(), key=lambda each: -each[1]))
