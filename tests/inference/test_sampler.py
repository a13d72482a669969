"""The sampler finds known posteriors, and says when it did not."""

import math

import numpy as np
import pytest

from refight.inference.pareto import k_hat
from refight.inference.sampler import Mixture, Plan, amis, effective, normalised

CENTRE, SD = np.array([1.5, -1.0]), 0.4


def simulate(z, _):
    return {"z0": z[:, 0], "z1": z[:, 1]}


def score(columns):
    away = np.stack([columns["z0"], columns["z1"]], axis=1) - CENTRE
    return -(away**2).sum(axis=1) / (2 * SD**2)


def exact():
    """Give mean and sd of the product of the prior and the score."""
    precision = 1 + 1 / SD**2
    return CENTRE / SD**2 / precision, 1 / math.sqrt(precision)


@pytest.fixture(scope="module")
def sample():
    return amis(simulate, score, 2, Plan(500, 500, 8, enough=1500.0), seed=3)


def test_a_known_posterior_is_found(sample):
    mean, sd = exact()
    found = sample.weights @ sample.z
    spread = np.sqrt(sample.weights @ (sample.z - found) ** 2)
    np.testing.assert_allclose(found, mean, atol=0.05)
    np.testing.assert_allclose(spread, sd, rtol=0.1)


def test_the_evidence_is_the_integral(sample):
    variance = 1 + SD**2
    exact_log = sum(
        math.log(SD**2 / variance) / 2 - each**2 / (2 * variance) for each in CENTRE
    )
    assert sample.log_evidence == pytest.approx(exact_log, abs=0.08)


def test_it_stops_when_enough_draws_weigh(sample):
    assert sample.effective >= 1500
    assert sample.rounds < 9
    assert sample.shown
    assert sample.k_hat < 0.7


def test_the_same_seed_draws_the_same(sample):
    again = amis(simulate, score, 2, Plan(500, 500, 8, enough=1500.0), seed=3)
    np.testing.assert_array_equal(again.z, sample.z)


def test_a_posterior_out_of_reach_is_not_shown():
    def far(columns):
        return -((columns["z0"] - 9) ** 2) / (2 * 0.01**2)

    found = amis(simulate, far, 2, Plan(50, 20, 1), seed=3)
    assert not found.shown


def test_densities_of_a_mixture_sum_to_one():
    mixture = Mixture(np.array([[0.5, 0.0], [-1.0, 1.0]]), np.diag([0.5, 0.8]))
    grid = np.linspace(-12, 12, 241)
    points = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    total = np.exp(mixture.log_density(points)).sum() * (grid[1] - grid[0]) ** 2
    assert total == pytest.approx(1, abs=0.01)


def test_draws_of_a_mixture_have_its_density():
    mixture = Mixture(np.array([[2.0, 0.0]]), np.diag([0.3, 0.3]))
    z = mixture.draw(4000, np.random.default_rng(1))
    inside = np.mean(np.hypot(z[:, 0] - 2, z[:, 1]) < 0.6)
    grid = np.linspace(-0.6, 0.6, 121)
    points = np.stack(np.meshgrid(2 + grid, grid), axis=-1).reshape(-1, 2)
    near = points[np.hypot(points[:, 0] - 2, points[:, 1]) < 0.6]
    mass = np.exp(mixture.log_density(near)).sum() * (grid[1] - grid[0]) ** 2
    assert inside == pytest.approx(mass, abs=0.03)


def test_k_hat_tells_light_tails_from_heavy_ones():
    chance = np.random.default_rng(1)
    light = chance.uniform(0.5, 1.5, 4000)
    heavy = (1 - chance.random(4000)) ** -1.2
    assert k_hat(np.log(light)) < 0.5
    assert k_hat(np.log(heavy)) == pytest.approx(1.2, abs=0.3)


def test_effective_draws():
    assert effective(normalised(np.zeros(10))) == pytest.approx(10)
    assert effective(normalised(np.array([0.0, -800.0]))) == pytest.approx(1)
