"""Likelihood: how probable the claims on record are, given what a refight brought.

For an outcome with working value x (log of a count, day of a date), the claims [l, u]
of one family of sources share a bias b ~ N(mean, sd); a claim has the mass
(1 - e) [Phi((u - x - d - lean b) / s) - Phi((l - x - d - lean b) / s)] + e G(l, u),
where d is the model's own error, shared by all claims on the outcome: N(0, model), or
with a small chance anything at all, since the model may say nothing of an outcome; s is
the error of perception, e the chance that the claim is simply wrong, and G the mass of
a wrong claim. The integral over b is taken by quadrature, that over d on a grid of what
may have been the case, on which the claims are worked out once. Only masses, never
densities: a claim is an interval. Axes: R refight, X point of the grid.
Simplified: a family's bias is drawn anew for each outcome, so that outcomes part.
Source: Box and Tiao 1968 (gross errors); Heitjan and Rubin 1991 (coarsening).
"""

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError, suggest
from refight.inference.record import COUNT, DAY, Claimed, settings

Floats = NDArray[np.float64]
NODES = 9  # of the quadrature over a family's bias
# the grid on the working scale: its step, far below any error, and how far it reaches
# beyond what may be the case
STEP = {DAY: 0.25, COUNT: 0.03}
BEYOND = {DAY: 20.0, COUNT: 3.0}
FEWEST = 1.0  # a count of none stands as one on the log scale
TINY = 1e-300


@dataclass(frozen=True)
class Preset:
    """How far claims are trusted (calibration.yaml)."""

    name: str
    gross: float
    doubtful: float
    perception: Mapping[str, float]
    bias_mean: float
    bias_sd: float
    model: Mapping[str, float]
    anywhere: tuple[float, float]

    def wrong(self, claim: Claimed) -> float:
        """Give the chance that a claim is simply wrong."""
        return min(0.5, self.gross * (self.doubtful if claim.doubtful else 1.0))

    def error(self, claim: Claimed) -> float:
        """Give the standard deviation of perception."""
        return math.hypot(self.perception[claim.kind], claim.spread)


def preset_of(name: str = "default") -> Preset:
    """Read a preset. Raises UsageError with the nearest name."""
    known = settings()["presets"]
    if name not in known:
        raise UsageError("a preset", f'"{name}"', hint=suggest(name, known))
    it = known[name]
    low, high = settings()["anywhere"][COUNT]
    return Preset(
        name,
        it["gross"],
        it["doubtful"],
        it["perception"],
        it["bias"]["mean"],
        it["bias"]["sd"],
        it["model"],
        (math.log(low), math.log(high)),
    )


def presets() -> tuple[str, ...]:
    """Name the presets."""
    return tuple(settings()["presets"])


@dataclass(frozen=True)
class Likelihood:
    """The claims on record, as a function of outcomes.

    horizon  the act's days, over which a wrong date may lie
    """

    claims: tuple[Claimed, ...]
    preset: Preset
    horizon: float

    def log(self, columns: Mapping[str, Any]) -> Floats:
        """Give the log probability of all claims, (R,)."""
        return np.asarray(sum(self.by_outcome(columns).values()))

    def by_outcome(self, columns: Mapping[str, Any]) -> dict[str, Floats]:
        """Give the log probability of the claims on each outcome, (R,) each."""
        found: dict[str, list[Claimed]] = {}
        for each in self.claims:
            found.setdefault(each.outcome, []).append(each)
        return {name: self._joint(each, columns) for name, each in found.items()}

    def by_claim(self, columns: Mapping[str, Any]) -> Floats:
        """Give the probability of each claim by itself, (claims, R)."""
        found = [np.exp(self._joint([each], columns)) for each in self.claims]
        return np.stack(found)

    def wrong(self, columns: Mapping[str, Any]) -> Floats:
        """Give the chance of each claim being simply wrong, (claims, R).

        Judged beside the other claims on its outcome: where many agree and one does
        not, the one is wrong, however far from them all the refight lies.
        """
        together = self.by_outcome(columns)
        found = []
        for each in self.claims:
            rest = [
                other
                for other in self.claims
                if other.outcome == each.outcome and other is not each
            ]
            others = self._joint(rest, columns) if rest else 0.0
            found.append(self._log_wrong(each) + others - together[each.outcome])
        return np.exp(np.stack(found))

    def without(self, family: str) -> "Likelihood":
        """Leave one family of sources out."""
        kept = tuple(each for each in self.claims if each.family != family)
        return replace(self, claims=kept)

    def only(self, outcomes: Container[str]) -> "Likelihood":
        """Keep the claims on some outcomes."""
        kept = tuple(each for each in self.claims if each.outcome in outcomes)
        return replace(self, claims=kept)

    def under(self, preset: str) -> "Likelihood":
        """Trust the claims as another preset does."""
        return replace(self, preset=preset_of(preset))

    def _joint(self, claims: Sequence[Claimed], columns: Mapping[str, Any]) -> Floats:
        """Give the log probability of claims on one outcome together, (R,)."""
        outcome, kind = claims[0].outcome, claims[0].kind
        drawn = scaled(columns[f"outcome.{outcome}"], kind, self.horizon)
        values, back = np.unique(drawn, return_inverse=True)  # few days, many refights
        points = self._points(kind)
        said = np.exp(self._families(claims, points))
        low, high = self._reach(kind)
        away = said[(points >= low) & (points <= high)].mean()
        silent = self.preset.model["silent"]
        near = self._near(values, points, kind) @ said
        never = math.exp(sum(self._log_wrong(each) for each in claims))
        near = np.where(np.isnan(values), never, near)  # it does not apply
        return np.asarray(np.log((1 - silent) * near + silent * away + TINY))[back]

    def _near(self, values: Floats, points: Floats, kind: str) -> Floats:
        """Give what may have been the case, given the model's values, (R, X)."""
        error = self.preset.model[kind]
        away = (points - np.nan_to_num(values)[:, None]) / error
        return np.asarray(
            np.exp(-(away**2) / 2) * STEP[kind] / (error * math.sqrt(2 * math.pi))
        )

    def _points(self, kind: str) -> Floats:
        low, high = self._reach(kind)
        return np.arange(low - BEYOND[kind], high + BEYOND[kind], STEP[kind])

    def _log_wrong(self, claim: Claimed) -> float:
        return math.log(max(self.preset.wrong(claim) * self._anywhere(claim), TINY))

    def _families(self, claims: Sequence[Claimed], believed: Floats) -> Floats:
        families: dict[str, list[Claimed]] = {}
        for each in claims:
            families.setdefault(each.family, []).append(each)
        return np.asarray(sum(self._family(e, believed) for e in families.values()))

    def _family(self, claims: Sequence[Claimed], believed: Floats) -> Floats:
        """Give the log probability of one family, its bias integrated, (X,)."""
        if not any(each.lean for each in claims):
            return np.asarray(sum(self._mass(each, believed) for each in claims))
        nodes, weights = _gauss(NODES)
        biases = (self.preset.bias_mean + self.preset.bias_sd * nodes)[:, None]
        parts = sum(self._mass(each, believed + each.lean * biases) for each in claims)
        return log_mean(np.asarray(parts), weights)

    def _mass(self, claim: Claimed, believed: Floats) -> Floats:
        wrong, error = self.preset.wrong(claim), self.preset.error(claim)
        high = normal((claim.high - believed) / error)
        right = np.maximum(high - normal((claim.low - believed) / error), 0.0)
        found = (1 - wrong) * right + wrong * self._anywhere(claim)
        return np.asarray(np.log(np.maximum(found, TINY)))

    def _reach(self, kind: str) -> tuple[float, float]:
        """Give the range in which anything lies."""
        return self.preset.anywhere if kind == COUNT else (0.0, self.horizon)

    def _anywhere(self, claim: Claimed) -> float:
        low, high = self._reach(claim.kind)
        one, other = max(claim.low, low), min(claim.high, high)
        return max(other - one, TINY) / (high - low)


def scaled(column: Any, kind: str, horizon: float) -> Floats:
    """Put an outcome on its working scale: the log of a count, the middle of a day.

    A day that never came stands at the act's end; NaN stays.
    """
    values = np.asarray(column, np.float64)
    if kind == COUNT:
        return np.asarray(np.log(np.maximum(values, FEWEST)))
    values = np.where(np.isneginf(values), np.nan, values)
    return np.asarray(np.minimum(values, horizon) + 0.5)


def normal(x: Floats) -> Floats:
    """Give the normal distribution function.

    Within 1.5e-7 (Abramowitz and Stegun 7.1.26), far below the mass of a wrong claim.

    >>> normal(np.array([-np.inf, 0.0, 1.96])).round(4).tolist()
    [0.0, 0.5, 0.975]
    """
    size = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * size)
    series = np.full_like(t, 1.061405429)
    for term in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = series * t + term
    tail = series * t * np.exp(-size * size) / 2
    return np.asarray(np.where(x < 0, tail, 1 - tail))


def log_mean(logs: Floats, weights: Floats | None = None) -> Floats:
    """Average over the first axis what is given in logs, with weights that sum to 1."""
    share = np.full(len(logs), 1 / len(logs)) if weights is None else weights
    most = logs.max(axis=0)
    return np.asarray(np.log(np.tensordot(share, np.exp(logs - most), 1)) + most)


@cache
def _gauss(count: int) -> tuple[Floats, Floats]:
    """Give nodes and weights for the mean over a standard normal."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(count)
    return nodes, weights / weights.sum()
