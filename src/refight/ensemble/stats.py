"""Statistics: a column of an ensemble in a few honest numbers.

Values are (R,), one per refight. Infinity means *not within the act* (a city that
did not fall) and takes part in quantiles; NaN means *does not apply* and is left
out and counted. Monte-Carlo error is the error from having run only R refights;
it says nothing about how sure the model is.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ONE_SIGMA = 0.6826894921370859  # share of a normal distribution within 1 sd


@dataclass(frozen=True)
class Summary:
    """Median, 50% and 90% interval, and the Monte-Carlo error of the median."""

    count: int  # values that apply
    missing: int  # NaN
    median: float
    median_error: float  # Monte-Carlo standard error
    low50: float
    high50: float
    low90: float
    high90: float


@dataclass(frozen=True)
class Share:
    """How often something happened, with its Wilson interval."""

    hits: int
    count: int
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Histogram:
    """Counts per bin; what lies outside the bins is counted beside them."""

    edges: tuple[float, ...]  # one more than counts
    counts: tuple[int, ...]
    below: int
    above: int  # infinity too
    missing: int


def summarise(values: Sequence[float] | Floats) -> Summary:
    """Sum up one column.

    >>> summary = summarise([1.0, 2.0, 3.0, 4.0, 5.0])
    >>> summary.median, summary.low50, summary.high50
    (3.0, 2.0, 4.0)
    """
    ordered, missing = _ordered(values)
    return Summary(
        count=len(ordered),
        missing=missing,
        median=quantile(ordered, 0.5),
        median_error=median_error(ordered),
        low50=quantile(ordered, 0.25),
        high50=quantile(ordered, 0.75),
        low90=quantile(ordered, 0.05),
        high90=quantile(ordered, 0.95),
    )


def quantile(values: Sequence[float] | Floats, share: float) -> float:
    """Find a quantile, linear between neighbours; NaN when nothing applies.

    Between a finite value and infinity it takes the nearer of the two.
    """
    ordered, _ = _ordered(values)
    if len(ordered) == 0:
        return math.nan
    place = share * (len(ordered) - 1)
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    part = place - math.floor(place)
    if math.isfinite(below) and math.isfinite(above):
        return float(below + part * (above - below))
    return float(below if part < 0.5 else above)


def median_interval(
    values: Sequence[float] | Floats, level: float = 0.95
) -> tuple[float, float]:
    """Bound the median of infinitely many refights, from order statistics.

    The number of values below the true median is binomial(R, 1/2) whatever the
    distribution. Returns (-inf, inf) when there are too few values for `level`.
    """
    ordered, _ = _ordered(values)
    low, high = _ranks(len(ordered), level)
    if low < 1:
        return -math.inf, math.inf
    return float(ordered[low - 1]), float(ordered[high - 1])


def median_error(values: Sequence[float] | Floats) -> float:
    """Give the Monte-Carlo standard error of the median.

    Half the width of its 68% interval from order statistics; infinite when there
    are too few values.
    """
    low, high = median_interval(values, ONE_SIGMA)
    return 0.0 if low == high else (high - low) / 2


def share(happened: Sequence[bool] | NDArray[np.bool_], level: float = 0.95) -> Share:
    """Count how often something happened, with a Wilson interval.

    >>> found = share([True] * 8 + [False] * 2)
    >>> found.value, round(found.low, 3), round(found.high, 3)
    (0.8, 0.49, 0.943)
    """
    hits, count = int(np.sum(happened)), len(happened)
    if count == 0:
        return Share(0, 0, math.nan, 0.0, 1.0)
    z2 = NormalDist().inv_cdf((1 + level) / 2) ** 2
    value = hits / count
    middle = (hits + z2 / 2) / (count + z2)
    spread = math.sqrt(z2 * (hits * (1 - value) + z2 / 4)) / (count + z2)
    return Share(
        hits,
        count,
        value,
        0.0 if hits == 0 else middle - spread,  # exact; rounding is not
        1.0 if hits == count else middle + spread,
    )


def histogram(
    values: Sequence[float] | Floats,
    bins: int = 20,
    low: float | None = None,
    high: float | None = None,
) -> Histogram:
    """Count values in equal bins from `low` to `high`, or over what is finite.

    >>> histogram([0.0, 1.0, 1.5, math.inf], bins=2).counts
    (1, 2)
    """
    ordered, missing = _ordered(values)
    finite = ordered[np.isfinite(ordered)]
    if low is None:
        low = float(finite[0]) if len(finite) else 0.0
    if high is None:
        high = float(finite[-1]) if len(finite) else low
    if high <= low:
        high = low + 1.0  # one value only: any width shows it
    counts, edges = np.histogram(finite, bins=bins, range=(low, high))
    return Histogram(
        edges=tuple(edges.tolist()),
        counts=tuple(counts.tolist()),
        below=int(np.sum(ordered < low)),
        above=int(np.sum(ordered > high)),
        missing=missing,
    )


def _ordered(values: Sequence[float] | Floats) -> tuple[Floats, int]:
    array = np.asarray(values, dtype=np.float64)
    missing = np.isnan(array)
    return np.sort(array[~missing]), int(missing.sum())


def _ranks(count: int, level: float) -> tuple[int, int]:
    """Give the ranks (from 1) of the order statistics that bound the median.

    The widest tails of binomial(count, 1/2) not above (1 - level) / 2 are cut
    off; rank 0 means that there are too few values.
    """
    if count == 0:
        return 0, 1
    k = np.arange(count, dtype=np.float64)
    log_mass = np.concatenate(([0.0], np.cumsum(np.log((count - k) / (k + 1)))))
    below = np.cumsum(np.exp(log_mass - count * math.log(2)))
    low = int(np.searchsorted(below, (1 - level) / 2, side="right"))
    return low, count + 1 - low
