"""Score: proper scores of forecasts against what is recorded.

The definitions are those of the blind scoring: chances are clipped to 0.01-0.99;
casualties are scored on the scale of logarithms, the advance on asinh, tanks on that of
ln (1 + tanks); CRPS from five quantiles is twice the mean pinball loss. Lower is better
but for the area under the curve. Every score is a list with one number a battle, so
that scores can be averaged, resampled by campaign, and subtracted pair by pair.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from refight.trials import logistic
from refight.trials.battles import Record
from refight.trials.forecasts import ADVANCE, EXTRA, LEVELS, PARTS, TANKS, Forecasts

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)
DRAWS = 1000  # of campaigns, for an interval


@dataclass(frozen=True)
class Interval:
    """A mean with its 95 per cent interval from resampled campaigns."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Truth:
    """What is recorded, NaN where it is not: won (B,), parts (B, 6) on their scales."""

    won: Floats
    parts: Floats

    @property
    def judged(self) -> Floats:
        """Return what judges of a result saw: advance and exchange, (B, 2)."""
        return self.parts[:, [ADVANCE, EXTRA]]


@dataclass(frozen=True)
class Bin:
    """Forecasts of about the same chance, and how often the attacker won."""

    low: float
    high: float
    count: int
    mean: float
    won: float
    interval: tuple[float, float]


def truth(records: Sequence[Record]) -> Truth:
    """Put what is recorded on the scales of the scores."""
    won = [math.nan if each.won is None else float(each.won) for each in records]
    rows = [
        [a := _log(each.attacker_lost), d := _log(each.defender_lost),
         _asinh(each.advance), d - a,
         _log1p(each.attacker_tanks_lost), _log1p(each.defender_tanks_lost)]
        for each in records
    ]  # fmt: skip
    return Truth(np.array(won), np.array(rows).reshape(-1, len(PARTS)))


def scaled(made: Forecasts) -> Floats:
    """Put quantiles on the scales of the scores, (B, 6, 5)."""
    found = made.quantiles.copy()
    found[:, :ADVANCE] = np.log(np.maximum(found[:, :ADVANCE], 1.0))
    found[:, ADVANCE] = np.arcsinh(found[:, ADVANCE])
    found[:, EXTRA] = np.log(np.maximum(found[:, EXTRA], 1e-9))
    found[:, TANKS:] = np.log1p(np.maximum(found[:, TANKS:], 0.0))
    return found


def log_loss(chance: Floats, won: Floats) -> Floats:
    """Return minus the logarithm of the chance given to what came, (B,)."""
    return logistic.loss(chance, won)


def brier(chance: Floats, won: Floats) -> Floats:
    """Return the squared distance of the chance from what came, (B,)."""
    return np.asarray((chance - won) ** 2)


def crps(quantiles: Floats, seen: Floats) -> Floats:
    """Return twice the mean pinball loss; quantiles (B, 5), seen (B,)."""
    levels = np.array(LEVELS)
    away = seen[:, None] - quantiles
    return np.asarray(2 * np.maximum(levels * away, (levels - 1) * away).mean(axis=1))


def inside(quantiles: Floats, seen: Floats, wide: bool) -> Floats:
    """Tell (1 or 0) whether the middle 90 (wide) or 50 per cent hold what came."""
    low, high = (0, 4) if wide else (1, 3)
    held = (quantiles[:, low] <= seen) & (seen <= quantiles[:, high])
    return np.where(np.isnan(seen), math.nan, held)


def area_under_curve(chance: Floats, won: Floats) -> float:
    """Return the chance that a won battle was given more than one that was not.

    >>> area_under_curve(np.array([0.2, 0.8]), np.array([0.0, 1.0]))
    1.0
    """
    kept = ~np.isnan(won)
    one, other = chance[kept][won[kept] == 1], chance[kept][won[kept] == 0]
    if not len(one) or not len(other):
        return math.nan
    away = one[:, None] - other[None]
    return float(((away > 0) + 0.5 * (away == 0)).mean())


def reliability(chance: Floats, won: Floats) -> tuple[Bin, ...]:
    """Sort forecasts into bins of chance; 95 per cent intervals after Wilson 1927."""
    found = []
    for low, high in pairwise(BINS):
        top = high if high < 1 else 1.1
        here = (chance >= low) & (chance < top) & ~np.isnan(won)
        if here.any():
            share = float(won[here].mean())
            found.append(
                Bin(low, high, int(here.sum()), float(chance[here].mean()), share,
                    wilson(share, int(here.sum())))
            )  # fmt: skip
    return tuple(found)


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return the 95 per cent interval of a share (Wilson 1927)."""
    z = 1.959964
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    half *= z / (1 + z * z / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def by_campaign(values: Floats, campaigns: Sequence[str], seed: int = 1) -> Interval:
    """Average scores (B,), with the interval from resampled campaigns.

    What is NaN is left out.
    """
    kept = ~np.isnan(values)
    if not kept.any():
        return Interval(math.nan, math.nan, math.nan)
    _, row = np.unique(np.array(campaigns)[kept], return_inverse=True)
    sums, counts = np.bincount(row, values[kept]), np.bincount(row)
    chance = np.random.default_rng(seed)
    picked = chance.integers(0, len(sums), (DRAWS, len(sums)))
    again = sums[picked].sum(axis=1) / counts[picked].sum(axis=1)
    low, high = np.quantile(again, [0.025, 0.975])
    return Interval(float(values[kept].mean()), float(low), float(high))


def slope(chance: Floats, won: Floats) -> float:
    """Return the slope of the result on the logit of the chance (1 is right)."""
    kept = ~np.isnan(won)
    p = np.clip(chance[kept], logistic.CLIP, 1 - logistic.CLIP)
    return float(logistic.fit(np.log(p / (1 - p))[:, None], won[kept], 1e-3).weights[1])


def _log(value: float | None) -> float:
    return math.nan if value is None else math.log(max(value, 1.0))


def _log1p(value: float | None) -> float:
    return math.nan if value is None else math.log1p(max(value, 0.0))


def _asinh(value: float | None) -> float:
    return math.nan if value is None else math.asinh(value)
