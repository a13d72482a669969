"""The likelihood is the integral that it claims to be."""

import math
from dataclasses import replace

import numpy as np
import pytest

from refight.errors import UsageError
from refight.inference.likelihood import (
    Likelihood,
    log_mean,
    normal,
    preset_of,
    presets,
    scaled,
)
from refight.inference.record import COUNT, DAY
from tests.inference.standin import HORIZON, claimed, likelihood

SURE = replace(
    preset_of("default"),
    gross=1e-9,
    bias_mean=0.0,
    bias_sd=1e-9,
    model={"count": 0.2, "day": 1.0, "silent": 1e-12},
)


def columns(**values):
    return {f"outcome.{name}": np.atleast_1d(each) for name, each in values.items()}


def test_the_normal_distribution_function():
    x = np.linspace(-6, 6, 200)
    exact = [0.5 * math.erfc(-each / math.sqrt(2)) for each in x]
    np.testing.assert_allclose(normal(x), exact, atol=2e-7)


def test_one_sure_claim_is_the_mass_of_its_interval():
    claim = claimed("day", DAY, 0, 31)
    found = Likelihood((claim,), SURE, HORIZON).log(columns(day=30.0))
    error = math.hypot(SURE.perception["day"], SURE.model["day"])
    mass = normal(np.array([1.5 / error])) - normal(np.array([0.5 / error]))
    assert math.exp(found[0]) == pytest.approx(mass[0], rel=1e-3)


def sampled(claims, size=200_000):
    """Draw what may have been the case; give masses of claims right, and wrong."""
    how, chance = preset_of("default"), np.random.default_rng(1)
    x = math.log(1000.0) + how.model["count"] * chance.standard_normal(size)
    silent = chance.random(size) < how.model["silent"]
    x = np.where(silent, chance.uniform(*how.anywhere, size), x)
    biases = how.bias_mean + how.bias_sd * chance.standard_normal((2, size))
    right = []
    for claim, bias in zip(claims, (biases[0], biases[0], biases[1]), strict=True):
        away = x + claim.lean * bias
        error = how.perception["count"]
        right.append(
            normal((claim.high - away) / error) - normal((claim.low - away) / error)
        )
    anywhere = 0.05 / (how.anywhere[1] - how.anywhere[0])
    return (1 - how.gross) * np.stack(right), how.gross * anywhere


THREE = (
    claimed("count", COUNT, 0, 7.3, lean=1),
    claimed("count", COUNT, 0, 7.5, lean=1),  # of the same family: one bias
    claimed("count", COUNT, 1, 6.2),
)


def test_the_integrals_agree_with_plain_sampling():
    right, wrong = sampled(THREE)
    found = likelihood(THREE).log(columns(count=1000.0))
    total = (right + wrong).prod(axis=0).mean()
    assert math.exp(found[0]) == pytest.approx(total, rel=0.02)


def test_the_chance_of_being_wrong_agrees_with_plain_sampling():
    right, wrong = sampled(THREE)
    whole = (right + wrong).prod(axis=0).mean()
    each = [
        (np.delete(right + wrong, n, axis=0).prod(axis=0) * wrong).mean() / whole
        for n in range(3)
    ]
    found = likelihood(THREE).wrong(columns(count=1000.0))[:, 0]
    np.testing.assert_allclose(found, each, rtol=0.03)


def test_claims_that_contradict_each_other_leave_something_possible():
    claims = tuple(claimed("day", DAY, n, day) for n, day in enumerate((5, 30, 55)))
    found = likelihood(claims).log(columns(day=np.array([5.0, 30.0, np.inf])))
    assert np.isfinite(found).all()


def test_more_families_saturate_at_the_models_own_error():
    def gain(families):
        claims = tuple(claimed("day", DAY, n, 30) for n in range(families))
        near, far = likelihood(claims).log(columns(day=np.array([30.0, 40.0])))
        return near - far

    assert gain(1) < gain(4)
    assert gain(16) - gain(8) < 0.3


def test_what_does_not_apply_is_told_by_a_wrong_claim_only():
    claim = (claimed("count", COUNT, 0, 7.0),)
    here, none = likelihood(claim).log(columns(count=np.array([1100.0, np.nan])))
    assert none < here
    assert np.isfinite(none)


def test_never_stands_at_the_end_and_none_at_one():
    assert scaled([np.inf, 3.0, -np.inf], DAY, 50.0)[:2].tolist() == [50.5, 3.5]
    assert np.isnan(scaled([-np.inf], DAY, 50.0)[0])
    assert scaled([0.0], COUNT, 50.0)[0] == 0.0


def test_an_open_claim_is_the_mass_beyond_its_end():
    claim = replace(claimed("count", COUNT, 0, 7.0), high=math.inf)
    low, high = likelihood((claim,)).log(columns(count=np.array([100.0, 1e5])))
    assert math.exp(high) > 0.9 > math.exp(low)


def test_a_claim_far_from_all_refights_is_taken_for_wrong():
    claims = (claimed("day", DAY, 0, 30), claimed("day", DAY, 1, 55))
    near, far = likelihood(claims).wrong(columns(day=np.full(3, 30.0)))[:, 0]
    assert near < 0.1 < 0.4 < far


def test_one_claim_against_many_is_wrong_and_not_the_many():
    """The refights agree with the one: then it is the model that errs."""
    many = tuple(claimed("day", DAY, n, 20) for n in range(7))
    found = likelihood((*many, claimed("day", DAY, 7, 40)))
    wrong = found.wrong(columns(day=np.full(2, 40.0)))[:, 0]
    assert wrong[-1] > 0.9
    assert max(wrong[:-1]) < 0.2


def test_leaving_out_keeps_the_rest():
    claims = tuple(claimed("day", DAY, n, 30) for n in range(3))
    assert len(likelihood(claims).without("f1").claims) == 2
    assert likelihood(claims).only(["count"]).claims == ()


def test_the_presets_trust_less_and_less():
    gross = [preset_of(name).gross for name in ("credulous", "default", "sceptical")]
    assert gross == sorted(gross) and len(presets()) == 3
    with pytest.raises(UsageError, match="sceptical"):
        preset_of("skeptical")


def test_a_mean_of_logs():
    logs = np.log(np.array([[1.0, 2.0], [3.0, 6.0]]))
    np.testing.assert_allclose(np.exp(log_mean(logs)), [2.0, 4.0])
