"""Logistic: a small penalised logistic regression, by Newton's method.

Used by the baselines and for the slope of calibration; columns are standardised by the
caller. The constant is not penalised.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS, CLOSE = 50, 1e-9
CLIP = 0.01  # of chances, as in the blind scoring


@dataclass(frozen=True)
class Logistic:
    """Weights, the constant first, (1 + k,)."""

    weights: Floats

    def chance(self, columns: Floats) -> Floats:
        """Return the chance of a one for each row of (n, k) columns."""
        return _chance(_with_one(columns) @ self.weights)


def fit(columns: Floats, ones: Floats, penalty: float) -> Logistic:
    """Fit by maximum likelihood less half the penalty times the squared weights."""
    x = _with_one(columns)
    ridge = penalty * np.eye(x.shape[1])
    ridge[0, 0] = 1e-9
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = _chance(x @ weights)
        slope = x.T @ (ones - p) - ridge @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights + np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < CLOSE:
            break
    return Logistic(weights)


def loss(chance: Floats, ones: Floats) -> Floats:
    """Return minus the logarithm of the chance given to what came, (n,)."""
    p = np.clip(chance, CLIP, 1 - CLIP)
    return np.asarray(-(ones * np.log(p) + (1 - ones) * np.log(1 - p)))


def _with_one(columns: Floats) -> Floats:
    return np.column_stack([np.ones(len(columns)), columns])


def _chance(logit: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logit, -30.0, 30.0))))
