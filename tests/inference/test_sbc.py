"""Simulation-based calibration: intervals hold the truth as often as they say.

Places of the true parameters in the posterior, over many data sets drawn from the prior
and the claims model. Source: Talts et al. 2018; Modrak et al. 2023. With n places a
coverage has a standard error of sqrt(p (1 - p) / n): so many data sets are drawn that
the wanted ranges (45-55 and 85-95 in a hundred) are three such errors wide or more.
"""

import numpy as np
import pytest

from refight.ensemble.design import fresh
from refight.ensemble.worlds import refight_worlds
from refight.inference.calibrate import free_of, likelihood_of, posed
from refight.inference.likelihood import scaled
from refight.inference.sampler import Plan, amis, normalised
from tests.ensemble.acts import ready
from tests.inference import standin

SETS, PLAN = 400, Plan(300, 200, 3, enough=150.0)
BANK, TIMES = 60, 6  # refights; data sets for each of them


def place(truth, z, weights):
    """Give the posterior probability below the truth, (D,)."""
    return weights @ (z < truth)


def within(places, level):
    """Give the share of places in the middle `level` of the posterior."""
    edge = (1 - level) / 2
    return float(np.mean((places > edge) & (places < 1 - edge)))


def cover(places):
    """Hold coverage, and the places' mean and spread, to those of a uniform law."""
    assert 0.45 <= within(places, 0.5) <= 0.55
    assert 0.85 <= within(places, 0.9) <= 0.95
    assert places.mean() == pytest.approx(0.5, abs=0.04)
    assert places.std() == pytest.approx(12**-0.5, abs=0.02)


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
    cover(np.array(places))


@pytest.mark.slow
@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_coverage_on_a_bank_of_real_refights(act, tmp_path):
    """The bank is the prior, and each refight of it in turn the truth.

    The posterior over a finite prior needs no sampler and has no error of its own, so
    that what is tested is the likelihood: all claims on all fitted outcomes, drawn as
    it says that claims come about. Ranks are of equal values in random order.
    """
    base, places = ready(act), []
    free, likelihood = free_of(base), likelihood_of(base)
    chance = np.random.default_rng(5)
    z = chance.standard_normal((BANK, len(free)))
    columns = refight_worlds(posed(base, free, z, fresh(BANK, 5)), folder=tmp_path)
    bank = {name: values[0] for name, values in columns.items()}
    for row in list(range(BANK)) * TIMES:
        claims = tuple(_drawn(likelihood, bank, row, chance))
        found = type(likelihood)(claims, likelihood.preset, likelihood.horizon)
        weights = normalised(found.log(bank))
        itself = weights[row] * chance.random()
        places.append(place(z[row], z, weights) + itself)
    cover(np.array(places))


def _drawn(likelihood, bank, row, chance):
    """Draw claims on one refight, as many and as biased as those on record."""
    preset, told = likelihood.preset, {}
    for each in likelihood.claims:
        told.setdefault(each.outcome, []).append(each)
    for outcome, like in told.items():
        kind = like[0].kind
        reach = preset.anywhere if kind == standin.COUNT else (0.0, likelihood.horizon)
        value = scaled(bank[f"outcome.{outcome}"][[row]], kind, likelihood.horizon)[0]
        silent = chance.random() < preset.model["silent"]
        x = value + preset.model[kind] * chance.standard_normal()
        x = chance.uniform(*reach) if silent else x
        biases = {}
        for number, each in enumerate(like):
            bias = preset.bias_mean + preset.bias_sd * chance.standard_normal()
            bias = biases.setdefault(each.family, bias)
            wrong = chance.random() < preset.wrong(each) or np.isnan(x)
            said = x + each.lean * bias + preset.error(each) * chance.standard_normal()
            said = chance.uniform(*reach) if wrong else said
            name = f"{outcome}-{number}"
            yield standin.claimed_as(each, name, said)
