"""Scores against closed forms, and the order that they must give."""

import math

import numpy as np
import pytest

from refight.inference.scores import (
    Seen,
    crps,
    forecast,
    log_score,
    mean_gain,
    scored,
    seen_of,
)

SURE = 1e-9


def test_crps_of_a_normal_forecast():
    # closed form at its middle: sd x (sqrt(2) - 1) / sqrt(pi)
    draws = np.random.default_rng(1).normal(0, 2, 40_000)
    exact = 2 * (math.sqrt(2) - 1) / math.sqrt(math.pi)
    assert crps(forecast(draws), Seen(0.0, SURE)) == pytest.approx(exact, rel=0.02)


def test_weights_stand_for_draws():
    draws = np.array([1.0, 2.0, 5.0])
    one = forecast(draws, np.array([1.0, 2.0, 1.0]))
    other = forecast(np.array([1.0, 2.0, 2.0, 5.0]))
    assert crps(one, Seen(2.2, 0.5)) == pytest.approx(crps(other, Seen(2.2, 0.5)))


def test_crps_of_two_points_by_hand():
    # E|X - y| - E|X - X'| / 2 = 1 - 1/2
    found = crps(forecast(np.array([0.0, 2.0])), Seen(1.0, SURE))
    assert found == pytest.approx(0.5, abs=1e-6)


def test_the_record_is_an_interval():
    draws = forecast(np.random.default_rng(1).normal(0, 1, 5000))
    assert crps(draws, Seen(0.0, 2.0)) > crps(draws, Seen(0.0, SURE))


def test_the_better_forecast_scores_better():
    chance = np.random.default_rng(2)
    seen = Seen(10.0, 0.5)
    near, far = (forecast(chance.normal(m, 1, 2000)) for m in (10, 14))
    assert crps(near, seen) < crps(far, seen)
    assert log_score(near, seen, 1.0) > log_score(far, seen, 1.0)


def test_the_log_score_is_a_log_density():
    found = log_score(forecast(np.zeros(10)), Seen(1.0, SURE), error=2.0)
    assert found == pytest.approx(-0.125 - math.log(2 * math.sqrt(2 * math.pi)))


def test_what_does_not_apply_is_no_draw():
    found = forecast(np.array([1.0, np.nan]), np.array([0.3, 0.7]))
    assert found.draws.tolist() == [1.0] and found.weights.tolist() == [1.0]
    assert found.applies == pytest.approx(0.3)
    whole = forecast(np.array([1.0]))
    lost = log_score(whole, Seen(1.0, 1.0), 1.0) - log_score(found, Seen(1.0, 1.0), 1.0)
    assert lost == pytest.approx(-math.log(0.3))


def test_intervals_hold_the_score_and_narrow_with_draws():
    chance = np.random.default_rng(3)
    few, many = (forecast(chance.normal(0, 1, n)) for n in (50, 2000))
    one, other = (scored(lambda f: crps(f, Seen(0.5, 0.1)), e) for e in (few, many))
    assert one.low < one.value < one.high
    assert other.high - other.low < one.high - one.low


def test_the_mean_gain_over_outcomes():
    found = mean_gain(np.array([0.8, 0.7, 0.6]))
    assert found.value == pytest.approx(1 - (0.8 * 0.7 * 0.6) ** (1 / 3))
    assert 0.2 <= found.low < 0.3 < found.high <= 0.4


def test_the_gain_does_not_depend_on_who_is_the_reference():
    ratios = np.array([0.4, 1.1, 3.0])
    one, other = mean_gain(ratios), mean_gain(1 / ratios)
    assert (1 - one.value) * (1 - other.value) == pytest.approx(1.0)


def test_an_interval_of_dates_holds_its_whole_days():
    assert seen_of(32, 35, count=False).middle == 34.0
    assert seen_of(1000, 4000, count=True).middle == pytest.approx(math.log(2000))
