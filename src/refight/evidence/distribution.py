"""Estimate: a number that shapes a result, as a distribution with a unit.

`low` and `high` are the 5% and 95% points, `best` is the median. An estimate
rests on claims, or it is an assumption and says why: never both, never neither.
Leaves out how claims become an estimate: that is `reconcile`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from refight.errors import EvidenceError, suggest

FloatArray = NDArray[np.float64]

Z95 = NormalDist().inv_cdf(0.95)
EDGE = 2.0**-53  # keeps the quantiles of 0 and 1 finite
SPLIT_LOGNORMAL, SPLIT_NORMAL, FIXED = "split-lognormal", "split-normal", "fixed"
RULES: Mapping[str, str] = {
    SPLIT_LOGNORMAL: "positive quantity; the logarithm is normal on each side of best",
    SPLIT_NORMAL: "normal on each side of best, cut off at the bounds if there are any",
    FIXED: "one number without spread",
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """A distribution by three points, a unit, a rule, and what it rests on.

    `claims` are keys of claims. `reconciled` names the rule by which the three
    points were made from them, where one was used.
    """

    id: str
    unit: str
    low: float
    best: float
    high: float
    rule: str
    claims: tuple[str, ...] = ()
    assumption: str = ""
    note: str = ""
    bounds: tuple[float, float] | None = None
    reconciled: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        """Refuse an estimate that rests on nothing, or whose points are impossible."""
        _rests_on_one_thing(self)
        _has_possible_points(self)

    @property
    def is_assumption(self) -> bool:
        """Tell whether no claim stands behind the number."""
        return not self.claims

    def quantiles(self, u: FloatArray) -> FloatArray:
        """Turn probabilities into values.

        u (any shape) in 0..1 -> same shape, in `unit`. Raises EvidenceError outside.
        """
        u = np.asarray(u, dtype=np.float64)
        if not ((u >= 0) & (u <= 1)).all():
            raise EvidenceError("probabilities between 0 and 1", "others", self.id)
        if self.rule == FIXED:
            return np.full(u.shape, float(self.best))
        return self._at(_normal_quantile(u))

    def _at(self, z: FloatArray) -> FloatArray:
        spread = np.abs(z) / Z95
        end = np.where(z < 0, self.low, self.high)
        if self.rule == SPLIT_LOGNORMAL:
            values = self.best * (end / self.best) ** spread
        else:
            values = self.best + (end - self.best) * spread
        if self.bounds is not None:
            values = np.clip(values, *self.bounds)
        return np.asarray(values, dtype=np.float64)


def assumptions(estimates: Iterable[Estimate]) -> tuple[Estimate, ...]:
    """List the estimates without a claim; a summary prints how many there are."""
    return tuple(each for each in estimates if each.is_assumption)


def rule_for(low: float, best: float, high: float) -> str:
    """Choose the rule of three points: fixed, lognormal if positive, else normal."""
    if low == best == high:
        return FIXED
    return SPLIT_LOGNORMAL if low > 0 else SPLIT_NORMAL


def _normal_quantile(u: FloatArray) -> FloatArray:
    inverse = NormalDist().inv_cdf
    inside = np.clip(u, EDGE, 1 - EDGE)
    values = np.fromiter(map(inverse, inside.ravel().tolist()), float, inside.size)
    return values.reshape(u.shape)


def _rests_on_one_thing(estimate: Estimate) -> None:
    if estimate.claims and estimate.assumption:
        raise EvidenceError(
            "claims or an assumption",
            f"both for {estimate.id}",
            estimate.where,
            "keep the claims, and move the reason to note",
        )
    if not estimate.claims and not estimate.assumption.strip():
        raise EvidenceError(
            "claims or an assumption",
            f"neither for {estimate.id}",
            estimate.where,
            "name the claims behind the number, or say why it is assumed",
        )


def _has_possible_points(estimate: Estimate) -> None:
    low, best, high = estimate.low, estimate.best, estimate.high
    where = estimate.where
    if estimate.rule not in RULES:
        hint = suggest(estimate.rule, RULES)
        raise EvidenceError(f"a rule of {estimate.id}", estimate.rule, where, hint)
    if not all(isfinite(each) for each in (low, best, high)) or not low <= best <= high:
        found = f"{low:g}, {best:g}, {high:g}"
        raise EvidenceError(f"low, best, high of {estimate.id} to rise", found, where)
    if estimate.rule == SPLIT_LOGNORMAL and low <= 0:
        hint = f'use the rule "{SPLIT_NORMAL}"'
        raise EvidenceError(f"{estimate.id} above zero", f"{low:g}", where, hint)
    if estimate.rule == FIXED and low != high:
        raise EvidenceError(
            f"one number for {estimate.id}", f"{low:g}, {high:g}", where
        )
    if estimate.bounds and not estimate.bounds[0] <= best <= estimate.bounds[1]:
        raise EvidenceError(f"{estimate.id} within its bounds", f"{best:g}", where)
