"""Pareto: how heavy the tail of importance weights is.

`k_hat` is the shape of a generalised Pareto distribution fitted to the largest weights:
below 0.7 a weighted mean can be trusted, above it a few draws decide.
Source: Vehtari, Simpson, Gelman, Yao and Gabry 2024; fit after Zhang and Stephens 2009.
"""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RELIABLE = 0.7
FEWEST = 5  # weights in a tail that can be fitted
GRID = 30  # points of the fit, plus the root of the tail's length
PRIOR_WEIGHT, PRIOR_SHAPE = 10, 0.5  # draws the fit to 0.5 where the tail is short


def k_hat(log_weights: Floats) -> float:
    """Give the shape of the tail of some weights; infinite when it cannot be fitted."""
    weights = np.sort(np.exp(log_weights - log_weights.max()))
    size = min(len(weights) // 5, math.ceil(3 * math.sqrt(len(weights))))
    if size < FEWEST:
        return math.inf
    excess = weights[-size:] - weights[-size - 1]
    excess = excess[excess > 0]
    if excess.size < FEWEST:
        return math.inf if weights[-1] > 0 and excess.size else -math.inf
    return _shape(excess)


def _shape(excess: Floats) -> float:
    """Fit the shape of a generalised Pareto distribution to sorted excesses."""
    count = excess.size
    points = GRID + int(math.sqrt(count))
    quarter = excess[int(count / 4 + 0.5) - 1]
    ranks = np.arange(1, points + 1)
    scales = 1 / excess[-1] + (1 - np.sqrt(points / (ranks - 0.5))) / (3 * quarter)
    shapes = np.log1p(-scales[:, None] * excess).mean(axis=1)
    profile = count * (np.log(-scales / shapes) - shapes - 1)
    weights = 1 / np.exp(profile - profile[:, None]).sum(axis=1)
    scale = float((scales * weights).sum() / weights.sum())
    shape = float(np.log1p(-scale * excess).mean())
    return (shape * count + PRIOR_WEIGHT * PRIOR_SHAPE) / (count + PRIOR_WEIGHT)
