"""Scores: closed forms, and that a better forecast scores better."""

import math

import numpy as np
import pytest

from refight.errors import UsageError
from refight.report.trial import score_data, score_lines
from refight.trials import logistic, score
from refight.trials.battles import Record, read_battles
from refight.trials.fit import fair_crps
from refight.trials.forecasts import LEVELS, Forecasts
from refight.trials.plain import OBJECTIVE, RATIO, SURPRISE, plain
from tests.trials import invented


def test_log_loss_and_brier_of_known_chances():
    won = np.array([1.0, 0.0, 1.0])
    chance = np.array([0.8, 0.8, 1.0])
    clipped = -math.log(0.99)
    wanted = [-math.log(0.8), -math.log(0.2), clipped]
    assert score.log_loss(chance, won) == pytest.approx(wanted)
    assert score.brier(chance, won) == pytest.approx([0.04, 0.64, 0.0])


def test_area_under_the_curve_counts_ties_half_and_leaves_out_unknown_results():
    chance = np.array([0.1, 0.5, 0.5, 0.9, 0.7])
    won = np.array([0.0, 1.0, 0.0, 1.0, math.nan])
    assert score.area_under_curve(chance, won) == pytest.approx(3.5 / 4)


def test_crps_of_one_point_is_the_distance():
    marks = np.full((1, 5), 2.0)
    # twice the mean of the levels times the distance
    assert score.crps(marks, np.array([3.0])) == pytest.approx([2 * np.mean(LEVELS)])


def test_crps_from_samples_agrees_with_the_normal_closed_form():
    drawn = np.random.default_rng(1).standard_normal((1, 4000))
    closed = 2 / math.sqrt(2 * math.pi) - 1 / math.sqrt(math.pi)
    assert fair_crps(drawn, np.array([0.0]))[0] == pytest.approx(closed, abs=0.02)


def test_crps_from_few_samples_is_not_biased():
    drawn = np.random.default_rng(1).standard_normal((4000, 4))
    closed = 2 / math.sqrt(2 * math.pi) - 1 / math.sqrt(math.pi)
    assert fair_crps(drawn, np.zeros(4000)).mean() == pytest.approx(closed, abs=0.02)


def test_coverage_counts_what_lies_inside():
    marks = np.array([[1.0, 2, 3, 4, 5]] * 4)
    seen = np.array([2.5, 1.5, 9.0, math.nan])
    half, nine = (score.inside(marks, seen, wide) for wide in (False, True))
    assert half[:3].tolist() == [1, 0, 0] and np.isnan(half[3])
    assert nine[:3].tolist() == [1, 1, 0]


def test_truth_stands_on_the_scales_of_the_scores():
    record = Record(1, 100.0, 0.0, 3.0, None, -2.0)
    found = score.truth([record, Record(None, None, 5.0, None, None, None)])
    assert found.parts[0] == pytest.approx(
        [math.log(100), 0.0, math.asinh(-2.0), -math.log(100), math.log(4), math.nan],
        nan_ok=True,
    )
    assert np.isnan(found.won[1]) and np.isnan(found.parts[1, [0, 2, 3]]).all()


def test_quantiles_are_put_on_the_same_scales():
    made = Forecasts((1,), np.array([0.5]), np.full((1, 6, 5), 0.5))
    found = score.scaled(made)[0, :, 0]
    tanks = math.log(1.5)
    wanted = [0.0, 0.0, math.asinh(0.5), math.log(0.5), tanks, tanks]
    assert found == pytest.approx(wanted)


@pytest.mark.parametrize("chance", [math.nan, -0.1, 1.1])
def test_what_is_no_chance_is_refused_and_not_averaged_away(chance):
    with pytest.raises(UsageError, match="battle 2"):
        Forecasts((1, 2), np.array([0.5, chance]), np.ones((2, 6, 5)))


@pytest.fixture
def few(tmp_path):
    """Read twelve battles of which one war alone has an advance; none has guns."""
    made = invented.rows(12)
    for each in made:
        each["attacker_guns"] = each["defender_guns"] = ""
        if each["war"] != made[0]["war"]:
            each["advance_km_per_day"] = ""
    return read_battles(invented.write(tmp_path, made))


@pytest.mark.parametrize("kind", [OBJECTIVE, SURPRISE, RATIO])
def test_what_nobody_recorded_leaves_every_chance_a_number(few, kind):
    found = plain(few, kind)
    assert np.isfinite(found.won).all()
    assert 0 < found.won.min() < found.won.max() < 1


def test_battles_that_scores_leave_out_are_counted_aloud(few):
    advances = sum(each.advance is not None for each in few.records)
    made = plain(few, RATIO)
    page = score_data(few, made)
    part = page["scores"][0]["parts"]["adv"]
    assert (part["blank"], math.isnan(part["crps"]["value"])) == (advances, True)
    said = " ".join(" ".join(score_lines(page)).split())
    assert f"engine foretells nothing of {advances} battles" in said
    assert page["scores"][0]["parts"]["att_cas"]["blank"] == 0


def test_resampling_moves_whole_campaigns():
    values = np.repeat([0.0, 1.0], 50)
    alike = score.by_campaign(values, ["a"] * 50 + ["b"] * 50)
    apart = score.by_campaign(values, [str(n) for n in range(100)])
    assert (alike.value, alike.low, alike.high) == (0.5, 0.0, 1.0)
    assert 0.3 < apart.low < 0.5 < apart.high < 0.7


def test_reliability_counts_each_forecast_once():
    chance = np.array([0.05, 0.45, 0.99, 1.0])
    won = np.array([0.0, 1.0, 1.0, 1.0])
    found = score.reliability(chance, won)
    assert sum(each.count for each in found) == 4
    assert found[-1].won == 1.0 and found[-1].mean == pytest.approx(0.995)


def test_wilson_has_its_closed_form():
    low, high = score.wilson(0.5, 100)
    assert (low, high) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_the_logistic_finds_a_known_slope():
    chance = np.random.default_rng(3)
    x = chance.standard_normal((4000, 1))
    ones = (chance.random(4000) < 1 / (1 + np.exp(-(0.5 + 1.5 * x[:, 0])))) * 1.0
    found = logistic.fit(x, ones, 1e-6)
    assert found.weights == pytest.approx([0.5, 1.5], abs=0.12)
    shrunk = logistic.fit(x, ones, 1e6)
    assert abs(shrunk.weights[1]) < 0.01
