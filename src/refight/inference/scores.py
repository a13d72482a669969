"""Scores: how good a forecast was of what is on record.

A forecast is a set of draws (R,) with weights, on the working scale of its outcome (log
of a count, day of a date). The record is not a number but an interval: it stands as a
normal distribution whose middle nine tenths are the interval. CRPS is averaged over it;
the log score is the log density of the forecast, dressed with the model's own error, at
the record's middle. Lower CRPS is better, higher log score is better.
Source: Gneiting and Raftery 2007; Ferro 2017 for an observation with error.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
POINTS = 21  # of the record's distribution
Z90 = NormalDist().inv_cdf(0.95)
BOOTSTRAPS = 100
INNER = 0.9
SMALLEST = 1e-9  # of a ratio of scores: a forecast may be perfect


@dataclass(frozen=True)
class Seen:
    """The record of one outcome on its working scale."""

    middle: float
    sd: float

    @property
    def points(self) -> Floats:
        """Give equally likely values of the record, (POINTS,)."""
        shares = (np.arange(POINTS) + 0.5) / POINTS
        inverse = NormalDist(self.middle, self.sd).inv_cdf
        return np.array([inverse(each) for each in shares.tolist()])


@dataclass(frozen=True)
class Forecast:
    """Draws of one outcome on its working scale; weights sum to one.

    applies  share of the refights in which there is such an outcome at all
    """

    draws: Floats
    weights: Floats
    applies: float = 1.0

    def resampled(self, chance: np.random.Generator) -> "Forecast":
        """Draw as many again, by their weights, with equal ones."""
        size = len(self.draws)
        picked = chance.choice(size, size, p=self.weights)
        return Forecast(self.draws[picked], np.full(size, 1 / size), self.applies)


@dataclass(frozen=True)
class Scored:
    """One score with the interval that comes from the number of draws."""

    value: float
    low: float
    high: float


def forecast(draws: Floats, weights: Floats | None = None) -> Forecast:
    """Make a forecast of what applies; without weights all draws weigh alike.

    CRPS is that of what applies; the log score counts what does not (`log_score`).
    """
    weights = np.ones(len(draws)) if weights is None else weights
    kept = ~np.isnan(draws)
    applying = float(weights[kept].sum())
    applies = applying / float(weights.sum())
    return Forecast(draws[kept], weights[kept] / applying, applies)


def crps(found: Forecast, seen: Seen) -> float:
    """Give the CRPS, averaged over the record's distribution.

    >>> round(crps(forecast(np.array([0.0, 0.0])), Seen(1.0, 1e-9)), 6)
    1.0
    """
    order = np.argsort(found.draws)
    draws, weights = found.draws[order], found.weights[order]
    below = np.cumsum(weights) - weights / 2
    spread = 2 * float(weights @ (draws * (2 * below - 1)))  # mean distance of two
    away = np.abs(draws[None] - seen.points[:, None]) @ weights
    return float(away.mean()) - spread / 2


def log_score(found: Forecast, seen: Seen, error: float) -> float:
    """Give the log density at the record's middle; `error` is the model's own.

    Refights in which the outcome does not apply have no density there.
    """
    width = math.hypot(error, seen.sd)
    away = (found.draws - seen.middle) / width
    logs = -(away**2) / 2 - math.log(width * math.sqrt(2 * math.pi))
    most = float(logs.max())
    density = found.applies * float(found.weights @ np.exp(logs - most))
    return most + math.log(density)


def scored(
    score: Callable[[Forecast], float], found: Forecast, seed: int = 1
) -> Scored:
    """Score a forecast, with the 90% interval of its bootstrap over draws."""
    chance = np.random.default_rng(seed)
    again = [score(found.resampled(chance)) for _ in range(BOOTSTRAPS)]
    low, high = np.quantile(again, [(1 - INNER) / 2, (1 + INNER) / 2])
    return Scored(score(found), float(low), float(high))


def mean_gain(ratios: Floats, seed: int = 1) -> Scored:
    """Turn ratios of scores (n,) into a mean gain, with its 90% interval over outcomes.

    The mean is geometric: half the score in one outcome and twice it in another are no
    gain, whichever forecaster is the reference. Outcomes of one act are few and not
    independent: the interval is a lower bound of what is not known.

    >>> mean_gain(np.array([0.5, 2.0])).value
    0.0
    """
    chance = np.random.default_rng(seed)
    logs, size = np.log(np.maximum(ratios, SMALLEST)), len(ratios)
    again = logs[chance.integers(0, size, (1000, size))].mean(axis=1)
    low, high = 1 - np.exp(np.quantile(again, [(1 + INNER) / 2, (1 - INNER) / 2]))
    return Scored(float(1 - np.exp(logs.mean())), float(low), float(high))


def seen_of(low: float, high: float, count: bool) -> Seen:
    """Put an interval of the record on the working scale; dates are whole days."""
    if count:
        one, other = math.log(max(low, 1.0)), math.log(max(high, 1.0))
    else:
        one, other = low, high + 1
    return Seen((one + other) / 2, max((other - one) / (2 * Z90), 0.05))
