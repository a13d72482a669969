"""Interval: a mean or a difference with its Monte-Carlo error.

Every interval here says how far the number could move if many more refights were run.
None of them says how sure the model is, or what is known of the war.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LEVEL = 0.95
RULE_OF_THREE = 3  # no case among n: the 95% upper bound of the chance is 3 / n
AVERAGED = 0.25  # of the bound: what is added to means over worlds
LEAST = 2  # values that say something of their error


@dataclass(frozen=True)
class Estimated:
    """A number from refights: its value, standard error and interval."""

    value: float
    error: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Tell whether zero lies outside the interval."""
        return self.low > 0 or self.high < 0


NONE = Estimated(math.nan, math.nan, math.nan, math.nan)


def mean(
    values: Floats,
    level: float = LEVEL,
    span: float = 0.0,
    independent: float | None = None,
) -> Estimated:
    """Estimate a mean from independent values (n,); NaN values do not apply.

    span         by how much another value may differ where all these are the same: what
                 did not happen in n may happen in three of n more (rule of three)
    independent  how many independent values these are worth, where some are copies

    >>> found = mean(np.array([1.0, 2.0, 3.0]))
    >>> found.value, round(found.low, 1), round(found.high, 1)
    (2.0, -0.5, 4.5)
    >>> found = mean(np.zeros(300), span=20.0)
    >>> found.value, found.high
    (0.0, 0.2)
    """
    kept, count = _kept(values, independent)
    if kept.size == 0:
        return NONE
    value = float(kept.mean())
    if count < LEAST:
        return Estimated(value, math.inf, -math.inf, math.inf)
    error = float(kept.std()) / math.sqrt(count - 1)
    half = student(level, int(count - 1)) * error
    if kept.min() == kept.max():
        half = RULE_OF_THREE / count * span
        error = half / NormalDist().inv_cdf((1 + level) / 2)
    return Estimated(value, error, value - half, value + half)


def chance(
    values: Floats,
    level: float = LEVEL,
    bound: float = 1.0,
    independent: float | None = None,
    averaged: bool = False,
) -> Estimated:
    """Estimate a mean of differences or shares of chances, each in +- bound, (n,).

    One value at each bound is added before the interval is taken, whatever the values
    are, so that it keeps its coverage when few pairs differ, and has a width when none
    does. For differences of -1, 0 and 1 this is the adjusted Wald interval for paired
    proportions of Bonett and Price 2012.

    averaged  each value is a mean over many worlds, as a Shapley share is: then what is
              added stands at a quarter of the bounds, and the quantile is
              Student's (decision 22)

    >>> found = chance(np.zeros(200))
    >>> found.value, round(found.high, 3)
    (0.0, 0.014)
    """
    kept, count = _kept(values, independent)
    if kept.size == 0:
        return NONE
    value, more = float(kept.mean()), count + 2
    middle = value * count / more
    added = bound * (AVERAGED if averaged else 1.0)
    square = (float((kept**2).mean()) * count + 2 * added**2) / more
    error = math.sqrt((square - middle**2) / more)
    normal = NormalDist().inv_cdf((1 + level) / 2)
    half = (student(level, int(more) - 1) if averaged else normal) * error
    low, high = max(-bound, middle - half), min(bound, middle + half)
    return Estimated(value, error, low, high)


def between(one: Estimated, other: Estimated) -> Estimated:
    """Estimate the difference of two independent means."""
    value, error = one.value - other.value, math.hypot(one.error, other.error)
    half = math.hypot(one.high - one.value, other.high - other.value)
    return Estimated(value, error, value - half, value + half)


def apart(*values: Floats) -> float:
    """Give how far values lie apart at most; 0 where none applies."""
    kept = np.concatenate([each[~np.isnan(each)] for each in values])
    return float(np.ptp(kept)) if kept.size else 0.0


def _kept(values: Floats, independent: float | None) -> tuple[Floats, float]:
    """Give the values that apply, and how many independent ones they are worth."""
    kept = values[~np.isnan(values)]
    worth = 1.0 if independent is None else independent / values.size
    return kept, kept.size * worth


def student(level: float, freedom: int) -> float:
    """Give the two-sided quantile of Student's t.

    Exact for 1 and 2 degrees of freedom, else a series about the normal quantile
    (Abramowitz and Stegun 26.7.5), within a per cent at 3 and much closer above.

    >>> round(student(0.95, 2), 2), round(student(0.95, 30), 3)
    (4.3, 2.042)
    """
    if freedom == 1:
        return math.tan(math.pi * level / 2)
    if freedom == 2:
        return level * math.sqrt(2 / (1 - level**2))
    z = NormalDist().inv_cdf((1 + level) / 2)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(terms))
