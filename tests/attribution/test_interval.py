"""Monte-Carlo intervals have the coverage that they claim."""

import math

import numpy as np
import pytest

from refight.attribution.interval import Estimated, between, chance, mean, student


@pytest.mark.parametrize(
    ("freedom", "level", "quantile"),
    [(1, 0.95, 12.706), (2, 0.9, 2.920), (3, 0.95, 3.182), (8, 0.95, 2.306),
     (8, 0.9, 1.860), (100, 0.99, 2.626)],
)  # fmt: skip
def test_quantiles_of_student(freedom, level, quantile):
    assert student(level, freedom) == pytest.approx(quantile, rel=0.01)


def test_the_interval_of_a_mean_covers_it_as_often_as_it_says():
    luck = np.random.default_rng(1)
    found = [mean(luck.exponential(2.0, 50)) for _ in range(1500)]
    covered = np.mean([each.low <= 2.0 <= each.high for each in found])
    assert 0.90 < covered < 0.97  # skewed values: a little below the nominal 0.95


@pytest.mark.parametrize(("more", "less"), [(0.02, 0.02), (0.3, 0.1), (0.0, 0.05)])
def test_the_interval_of_a_paired_chance_covers_it(more, less):
    luck = np.random.default_rng(2)
    shares = (less, 1 - more - less, more)
    found = [chance(luck.choice([-1.0, 0.0, 1.0], 80, p=shares)) for _ in range(1500)]
    covered = np.mean([each.low <= more - less <= each.high for each in found])
    assert covered > 0.94


def test_what_does_not_apply_is_left_out():
    assert mean(np.array([1.0, np.nan, 3.0])).value == 2.0
    assert math.isnan(mean(np.array([np.nan])).value)
    assert math.isnan(chance(np.array([np.nan])).value)


def test_one_value_says_nothing_of_its_error():
    assert mean(np.array([4.0])) == Estimated(4.0, math.inf, -math.inf, math.inf)


def test_the_method_does_not_hang_on_the_values_met():
    # one pair a hair from 0: the interval of the same pairs moves by a hair
    pairs = np.array([1.0] * 5 + [0.0] * 95)
    nearly = np.where(np.arange(100) == 50, 1e-6, pairs)
    one, other = chance(pairs), chance(nearly)
    for part in ("value", "error", "low", "high"):
        assert getattr(one, part) == pytest.approx(getattr(other, part), abs=1e-6)
    few = chance(np.full(100, 1e-6))
    none = chance(np.zeros(100))
    assert (few.low, few.high) == pytest.approx((none.low, none.high), abs=1e-5)


def test_shares_of_a_chance_are_covered_as_often_as_they_say():
    luck = np.random.default_rng(3)
    # Shapley shares: mostly nothing, seldom some part of one
    parts = [0.0, 0.1, 0.5, -0.2]
    odds = [0.93, 0.03, 0.02, 0.02]
    truth = float(np.dot(parts, odds))
    for seeds in (24, 60, 96):
        found = [
            chance(luck.choice(parts, seeds, p=odds), averaged=True)
            for _ in range(1500)
        ]
        assert np.mean([each.low <= truth <= each.high for each in found]) > 0.9


def test_shares_that_vary_little_have_narrow_intervals():
    """A share of a tenth, spread by a twentieth, over few seeds."""
    luck, held, wide = np.random.default_rng(4), [], []
    for _ in range(1000):
        found = chance(luck.normal(0.1, 0.05, 24), averaged=True)
        held.append(found.low <= 0.1 <= found.high)
        wide.append(found.high - found.low)
    assert np.mean(held) > 0.94
    assert np.mean(wide) < 0.08  # 0.22 with a whole one added on each side


def test_no_interval_is_without_width():
    same = mean(np.full(60, 4.0), span=10.0)
    assert (same.value, same.low, same.high) == (4.0, 3.5, 4.5)  # 3 of 60 by 10
    assert 0 < same.error < 0.5
    gap = between(same, mean(np.full(30, 4.0), span=10.0))
    assert gap.low < gap.value == 0 < gap.high


def test_copies_are_not_more_evidence():
    values = np.random.default_rng(5).normal(size=40)
    once, twice = mean(values), mean(np.repeat(values, 2), independent=40)
    assert (once.value, once.low) == pytest.approx((twice.value, twice.low))
    events = (values > 1).astype(float)
    once, twice = chance(events), chance(np.repeat(events, 2), independent=40)
    assert (once.value, once.low) == pytest.approx((twice.value, twice.low))
