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


def mean(values: Floats, level: float = LEVEL) -> Estimated:
    """Estimate a mean from independent values (n,); NaN values do not apply.

    >>> found = mean(np.array([1.0, 2.0, 3.0]))
    >>> found.value, round(found.low, 1), round(found.high, 1)
    (2.0, -0.5, 4.5)
    """
    kept = values[~np.isnan(values)]
    if kept.size == 0:
        return NONE
    value = float(kept.mean())
    if kept.size == 1:
        return Estimated(value, math.inf, -math.inf, math.inf)
    error = float(kept.std(ddof=1)) / math.sqrt(kept.size)
    half = student(level, kept.size - 1) * error
    return Estimated(value, error, value - half, value + half)


def chance(values: Floats, level: float = LEVEL) -> Estimated:
    """Estimate a mean of differences or shares of chances, each in -1..1, (n,).

    Where all values are the same the interval still has a width: what did not happen
    in n refights may happen in three of n more (rule of three).
    """
    kept = values[~np.isnan(values)]
    if np.isin(kept, (-1.0, 0.0, 1.0)).all():
        return paired_chance(kept, level)
    found = mean(kept, level)
    if found.error > 0:
        return found
    half = RULE_OF_THREE / kept.size
    return Estimated(found.value, half / 2, found.value - half, found.value + half)


def paired_chance(differences: Floats, level: float = LEVEL) -> Estimated:
    """Estimate a difference of chances from paired differences in -1, 0, 1, (n,).

    One pair each way is added before the interval is taken, so that it keeps its
    coverage when few pairs differ, and has a width when none does.
    Source: Bonett and Price 2012, adjusted Wald interval for paired proportions.

    >>> found = paired_chance(np.zeros(200))
    >>> found.value, round(found.high, 3)
    (0.0, 0.014)
    """
    kept = differences[~np.isnan(differences)]
    if kept.size == 0:
        return NONE
    count = kept.size + 2
    more, less = ((kept > 0).sum() + 1) / count, ((kept < 0).sum() + 1) / count
    middle = float(more - less)
    error = math.sqrt(max(more + less - middle**2, 0.0) / count)
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    low, high = max(-1.0, middle - half), min(1.0, middle + half)
    return Estimated(float(kept.mean()), error, low, high)


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
