"""Monte-Carlo intervals have the coverage that they claim."""

import math

import numpy as np
import pytest

from refight.attribution.interval import Estimated, mean, paired_chance, student


@pytest.mark.parametrize(
    ("freedom", "level", "quantile"),
    [(1, 0.95, 12.706), (2, 0.9, 2.920), (3, 0.95, 3.182), (8, 0.95, 2.306),
     (8, 0.9, 1.860), (100, 0.99, 2.626)],
)  # fmt: skip
def test_quantiles_of_student(freedom, level, quantile):
    assert student(level, freedom) == pytest.approx(quantile, rel=0.01)


def test_the_interval_of_a_mean_covers_it_as_often_as_it_says():
    chance = np.random.default_rng(1)
    found = [mean(chance.exponential(2.0, 50)) for _ in range(1500)]
    covered = np.mean([each.low <= 2.0 <= each.high for each in found])
    assert 0.90 < covered < 0.97  # skewed values: a little below the nominal 0.95


@pytest.mark.parametrize(("more", "less"), [(0.02, 0.02), (0.3, 0.1), (0.0, 0.05)])
def test_the_interval_of_a_paired_chance_covers_it(more, less):
    chance = np.random.default_rng(2)
    shares = (less, 1 - more - less, more)
    found = [
        paired_chance(chance.choice([-1.0, 0.0, 1.0], 80, p=shares))
        for _ in range(1500)
    ]
    covered = np.mean([each.low <= more - less <= each.high for each in found])
    assert covered > 0.94


def test_what_does_not_apply_is_left_out():
    assert mean(np.array([1.0, np.nan, 3.0])).value == 2.0
    assert math.isnan(mean(np.array([np.nan])).value)
    assert math.isnan(paired_chance(np.array([np.nan])).value)


def test_one_value_says_nothing_of_its_error():
    assert mean(np.array([4.0])) == Estimated(4.0, math.inf, -math.inf, math.inf)
