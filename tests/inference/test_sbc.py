"""Simulation-based calibration: intervals hold the truth as often as they say.

Ranks of the true parameters among posterior draws, over many data sets drawn from the
prior and the claims model. Source: Talts et al. 2018.
"""

import numpy as np
import pytest

from refight.ensemble.design import fresh
from refight.ensemble.worlds import refight_worlds
from refight.inference.calibrate import free_of, likelihood_of, posed
from refight.inference.likelihood import scaled
from refight.inference.record import COUNT, Claimed
from refight.inference.sampler import Plan, amis, normalised
from tests.ensemble.acts import ready
from tests.inference import standin

SETS, PLAN = 200, Plan(400, 200, 2, enough=150.0)


def place(truth, z, weights):
    """Give the posterior probability below the truth, (D,)."""
    return weights @ (z < truth)


def within(places, level):
    """Give the share of places in the middle `level` of the posterior."""
    edge = (1 - level) / 2
    return float(np.mean((places > edge) & (places < 1 - edge)))


@pytest.mark.slow
def test_coverage_on_the_stand_in():
    chance = np.random.default_rng(12)
    places = []
    for number in range(SETS):
        truth = chance.standard_normal(2)
        columns = standin.simulate(truth[None], 10**6 + number)
        one = {name: float(values[0]) for name, values in columns.items()}
        found = standin.likelihood(standin.claims(one, chance))
        sample = amis(
            lambda z, first, own=number: standin.simulate(z, first, seed=own),
            found.log, 2, PLAN, number,
        )  # fmt: skip
        if sample.shown:
            places.append(place(truth, sample.z, sample.weights))
    assert len(places) > 0.9 * SETS
    assert 0.45 <= within(np.array(places), 0.5) <= 0.55
    assert 0.85 <= within(np.array(places), 0.9) <= 0.95


@pytest.mark.slow
def test_coverage_on_a_bank_of_real_refights(tmp_path):
    """Each refight in turn is the truth; the others stand for the prior.

    Two outcomes, little trusted, so that many of the few refights weigh.
    """
    base, size = ready("fall"), 120
    free = free_of(base)
    likelihood = likelihood_of(base, "sceptical").only(["fall-date", "iraqi-killed"])
    chance = np.random.default_rng(5)
    z = chance.standard_normal((size, len(free)))
    columns = refight_worlds(posed(base, free, z, fresh(size, 5)), folder=tmp_path)
    bank = {name: values[0] for name, values in columns.items()}
    places = []
    for row in range(size):
        like = {each.outcome: each for each in likelihood.claims}.values()
        claims = tuple(_about(e, bank, row, likelihood, chance) for e in like)
        others = np.arange(size) != row
        found = type(likelihood)(claims, likelihood.preset, likelihood.horizon)
        weights = normalised(found.log(bank)[others])
        places.append(place(z[row], z[others], weights))
    assert 0.80 <= within(np.array(places), 0.9) <= 0.99


def _about(like, bank, row, likelihood, chance):
    """Draw one claim about an outcome of one refight, without gross error."""
    x = scaled(bank[f"outcome.{like.outcome}"][row], like.kind, likelihood.horizon)
    x = float(np.nan_to_num(x))
    for error in (likelihood.preset.model, likelihood.preset.perception):
        x += error[like.kind] * chance.standard_normal()
    width = 0.05 if like.kind == COUNT else 1.0
    low = np.floor(x / width) * width
    return Claimed(
        "c", "s", f"f-{like.outcome}", like.outcome, like.kind, low, low + width
    )
