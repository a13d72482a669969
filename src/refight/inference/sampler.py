"""Sampler: adaptive multiple importance sampling over a few free parameters.

Parameters are normal scores z (R, D): the prior of each is a standard normal. Each
round draws a batch from a mixture fitted to all rounds so far, one part in ten being
the prior; every draw is weighted by the mixture of all rounds' proposals. The simulator
is asked for whole batches only, so that rounds are ordinary ensembles.
Source: Cornuet, Marin, Mira and Robert 2012; kernel mixture after West 1993.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.inference.likelihood import log_mean
from refight.inference.pareto import k_hat

Floats = NDArray[np.float64]
Simulate = Callable[[Floats, int], Mapping[str, Any]]  # z (R, D), first -> columns
Score = Callable[[Mapping[str, Any]], Floats]  # columns -> log likelihood (R,)

PRIOR_PART = 0.1
FREEDOM = 6.0  # of the t kernels: heavier tails than the target's
KERNELS = 40
TEMPERED = 150.0  # effective draws to which a proposal is tempered
ENOUGH, SHOWN = 400.0, 100.0  # effective draws to stop at; and to show anything at


@dataclass(frozen=True)
class Plan:
    """How many refights: the first round, each later one, and at most how many.

    The first is meant to be enough, so that other claims re-weigh what is kept.
    """

    first: int = 7000
    later: int = 1625
    rounds: int = 8
    enough: float = ENOUGH

    @classmethod
    def within(cls, refights: int) -> "Plan":
        """Spend at most so many refights.

        >>> Plan.within(20000)
        Plan(first=7000, later=1625, rounds=8, enough=400.0)
        """
        part = max(1, refights * 13 // 160)
        return cls(refights - 8 * part, part, 8)


@dataclass(frozen=True)
class Sample:
    """Weighted draws, and what came of them.

    z           (R, D) normal scores of the free parameters
    log_weights (R,) not normalised
    proposals   log density of the mixture from which all draws come, (R,)
    columns     outcome -> (R,)
    """

    z: Floats
    log_likelihood: Floats
    proposals: Floats
    columns: Mapping[str, Floats]
    rounds: int

    @property
    def log_weights(self) -> Floats:
        """Give prior x likelihood / proposal, in logs."""
        return np.asarray(log_prior(self.z) + self.log_likelihood - self.proposals)

    @property
    def weights(self) -> Floats:
        """Give the weights, summing to one."""
        return normalised(self.log_weights)

    @property
    def effective(self) -> float:
        """Count the effective draws (ESS)."""
        return effective(self.weights)

    @property
    def k_hat(self) -> float:
        """Give the shape of the tail of the weights."""
        return k_hat(self.log_weights)

    @property
    def log_evidence(self) -> float:
        """Give the log of the mean weight."""
        logs = self.log_weights
        most = float(logs.max())
        return most + math.log(float(np.exp(logs - most).mean()))

    @property
    def shown(self) -> bool:
        """Tell whether there are enough effective draws to show a posterior."""
        return self.effective >= SHOWN

    def reweighted(self, log_likelihood: Floats) -> "Sample":
        """Weigh the same draws by other claims, or by other trust in them."""
        return Sample(self.z, log_likelihood, self.proposals, self.columns, self.rounds)


def amis(
    simulate: Simulate,
    score: Score,
    dimensions: int,
    plan: Plan,
    seed: int = 1,
) -> Sample:
    """Draw from the posterior of the free parameters; the first round is the prior."""
    chance = np.random.default_rng([seed, dimensions])
    batches: list[tuple[Floats, Mapping[str, Any], Floats]] = []
    mixtures: list[Mixture] = []
    mixture, size = Mixture.prior(dimensions), plan.first
    while True:
        z = mixture.draw(size, chance)
        columns = simulate(z, sum(len(each) for each, _, _ in batches))
        batches.append((z, columns, score(columns)))
        mixtures.append(mixture)
        sample = _gathered(batches, mixtures)
        if sample.effective >= plan.enough or len(batches) > plan.rounds:
            return sample
        mixture, size = fitted(sample, chance), plan.later


@dataclass(frozen=True)
class Mixture:
    """Kernels of Student's t about some points, and one part of the prior.

    root  lower triangle of the kernels' scale matrix, (D, D)
    """

    points: Floats  # (K, D); none for the prior alone
    root: Floats

    @classmethod
    def prior(cls, dimensions: int) -> "Mixture":
        """Give the prior alone."""
        return cls(np.empty((0, dimensions)), np.eye(dimensions))

    def draw(self, count: int, chance: np.random.Generator) -> Floats:
        """Draw normal scores, (count, D)."""
        dimensions = self.root.shape[0]
        normal = chance.standard_normal((count, dimensions))
        spread = np.sqrt(FREEDOM / chance.chisquare(FREEDOM, count))
        at = chance.integers(0, max(1, len(self.points)), count)
        from_prior = chance.random(count) < PRIOR_PART
        if not len(self.points):
            return normal
        kernel = self.points[at] + spread[:, None] * (normal @ self.root.T)
        return np.where(from_prior[:, None], normal, kernel)

    def log_density(self, z: Floats) -> Floats:
        """Give the log density at normal scores, (R,)."""
        prior = log_prior(z)
        if not len(self.points):
            return prior
        kernel = log_mean(_log_t(z - self.points[:, None], self.root))
        return np.logaddexp(
            math.log(PRIOR_PART) + prior, math.log(1 - PRIOR_PART) + kernel
        )


def fitted(sample: Sample, chance: np.random.Generator) -> Mixture:
    """Fit a mixture to the draws so far, tempered while few of them weigh."""
    weights = normalised(sample.log_weights * _temper(sample.log_weights))
    mean = weights @ sample.z
    away = sample.z - mean
    dimensions = sample.z.shape[1]
    spread = (weights[:, None] * away).T @ away + 1e-6 * np.eye(dimensions)
    width = (4 / (dimensions + 2) / KERNELS) ** (1 / (dimensions + 4))
    shrunk = math.sqrt(max(0.0, 1 - width**2))
    picked = chance.choice(len(weights), KERNELS, p=weights)
    points = mean + shrunk * away[picked]
    return Mixture(points, width * np.linalg.cholesky(spread))


def log_prior(z: Floats) -> Floats:
    """Give the log density of standard normal scores, (R,)."""
    dimensions = z.shape[1]
    return np.asarray(-(z**2).sum(axis=1) / 2 - dimensions * math.log(2 * math.pi) / 2)


def normalised(log_weights: Floats) -> Floats:
    """Turn logs into weights that sum to one."""
    weights = np.exp(log_weights - log_weights.max())
    return np.asarray(weights / weights.sum())


def effective(weights: Floats) -> float:
    """Count the effective draws of weights that sum to one."""
    return float(1 / (weights**2).sum())


def systematic(
    weights: Floats, count: int, seed: int | tuple[int, ...] = 1
) -> NDArray[np.int64]:
    """Resample indices in proportion to weights that sum to one, in order.

    One is picked as often as its weight asks, up to rounding (Kitagawa 1996).

    >>> systematic(np.array([0.5, 0.0, 0.5]), 4).tolist()
    [0, 0, 2, 2]
    """
    start = np.random.default_rng(seed).random()
    places = (start + np.arange(count)) / count
    found = np.searchsorted(np.cumsum(weights), places * (1 - 1e-12), side="right")
    return np.asarray(np.minimum(found, len(weights) - 1), np.int64)


def _temper(log_weights: Floats) -> float:
    """Find the power under which enough draws weigh, by halving."""
    low, high = 0.0, 1.0
    wanted = min(TEMPERED, len(log_weights) / 2)
    if effective(normalised(log_weights)) >= wanted:
        return 1.0
    for _ in range(40):
        middle = (low + high) / 2
        enough = effective(normalised(log_weights * middle)) >= wanted
        low, high = (middle, high) if enough else (low, middle)
    return low


def _gathered(
    batches: list[tuple[Floats, Mapping[str, Any], Floats]], mixtures: list[Mixture]
) -> Sample:
    z = np.concatenate([each for each, _, _ in batches])
    counts = np.array([len(each) for each, _, _ in batches])
    logs = np.stack([each.log_density(z) for each in mixtures])
    proposals = log_mean(logs, counts / counts.sum())
    columns = {
        name: np.concatenate([part[name] for _, part, _ in batches])
        for name in batches[0][1]
    }
    likelihood = np.concatenate([each for _, _, each in batches])
    return Sample(z, likelihood, proposals, columns, len(batches))


def _log_t(away: Floats, root: Floats) -> Floats:
    """Give the log density of Student's t at distances (K, R, D) from its middles."""
    dimensions = len(root)
    square = ((away @ np.linalg.inv(root).T) ** 2).sum(axis=2)
    constant = (
        math.lgamma((FREEDOM + dimensions) / 2)
        - math.lgamma(FREEDOM / 2)
        - dimensions / 2 * math.log(FREEDOM * math.pi)
        - float(np.log(np.diag(root)).sum())
    )
    power = (FREEDOM + dimensions) / 2
    return np.asarray(constant - power * np.log1p(square / FREEDOM))
