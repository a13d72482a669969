"""Beliefs: which claims the refights find hard to believe, and which sources decide.

Reads a posterior. Returns one row per claim: how far out it lies among the claims that
the refights would lead one to expect, and the probability of its being simply wrong;
and one row per family of sources: what the free parameters would be without it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from refight.inference.calibrate import Posterior
from refight.inference.record import Claimed
from refight.inference.sampler import effective

Floats = NDArray[np.float64]
HARD = 0.01  # a claim that is less likely than this is flagged


@dataclass(frozen=True)
class Believed:
    """One claim: how far out it lies, and how likely it is simply wrong.

    tail  chance of a claim at least as far out on either side; of an open claim, its
          own chance
    """

    claim: Claimed
    tail: float
    wrong: float

    @property
    def hard(self) -> bool:
        """Tell whether the refights find it hard to believe."""
        return self.tail < HARD


@dataclass(frozen=True)
class LeftOut:
    """One family of sources left out: effective draws, and the shift it makes.

    shift  free parameter -> change of its mean, in posterior standard deviations
    """

    family: str
    claims: int
    effective: float
    shift: dict[str, float]


def believed(posterior: Posterior, weights: Floats) -> tuple[Believed, ...]:
    """Judge every claim, the least likely first; weights (R,) sum to one."""
    columns, likelihood = posterior.sample.columns, posterior.likelihood
    below = replace(likelihood, claims=tuple(map(_up_to, likelihood.claims)))
    reached = below.by_claim(columns) @ weights
    wrong = likelihood.wrong(columns) @ weights
    found = [
        Believed(claim, _tail(claim, float(one)), float(other))
        for claim, one, other in zip(likelihood.claims, reached, wrong, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: each.tail))


def _up_to(claim: Claimed) -> Claimed:
    """Give the claim that the value is at most the middle of this one."""
    if math.isinf(claim.low) or math.isinf(claim.high):
        return claim
    return replace(claim, low=-math.inf, high=(claim.low + claim.high) / 2)


def _tail(claim: Claimed, reached: float) -> float:
    if math.isinf(claim.low) or math.isinf(claim.high):
        return reached
    return 2 * min(reached, 1 - reached)


def left_out(posterior: Posterior) -> tuple[LeftOut, ...]:
    """Leave each family of sources out in turn, the one that moves most first."""
    found = list(_without_each(posterior))
    return tuple(sorted(found, key=lambda e: -max(map(abs, e.shift.values()))))


def moments(z: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Give weighted means and standard deviations of the columns of z, (D,) each."""
    mean = weights @ z
    return mean, np.sqrt(weights @ (z - mean) ** 2)


def _without_each(posterior: Posterior) -> Iterator[LeftOut]:
    z = posterior.sample.z
    mean, sd = moments(z, posterior.weights)
    families = dict.fromkeys(e.family for e in posterior.likelihood.claims)
    for family in families:
        other = posterior.under(posterior.likelihood.without(family))
        away, _ = moments(z, other.weights)
        count = sum(e.family == family for e in posterior.likelihood.claims)
        shift = dict(zip(posterior.free, ((away - mean) / sd).tolist(), strict=True))
        yield LeftOut(family, count, effective(other.weights), shift)
