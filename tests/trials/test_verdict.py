"""The verdict: a rule learnt from records, and chances believed as far as they hold."""

import numpy as np
import pytest

from refight.trials.coefficients import shipped
from refight.trials.verdict import Verdict, learn, rule_of, trust_of

USUAL = Verdict.of(shipped())


def world(count=3000, seed=4):
    """Invent refights (2, B, 1), records (B, 2), results and wars by a known rule."""
    chance = np.random.default_rng(seed)
    judged = chance.normal(0.0, 1.0, (count, 2))
    odds = -0.5 + 1.5 * judged[:, 0] + 0.8 * judged[:, 1]
    won = (chance.random(count) < 1 / (1 + np.exp(-odds))) * 1.0
    wars = chance.choice(["A", "B", "C"], count)
    return judged.T[:, :, None], judged, won, wars


def test_the_rule_behind_the_records_is_found_again():
    _, judged, won, _ = world()
    assert rule_of(judged, won, USUAL).rule == pytest.approx((-0.5, 1.5, 0.8), abs=0.15)


def test_no_refight_takes_part_in_the_rule():
    came, judged, won, wars = world()
    one = learn(came, judged, won, wars, USUAL)
    other = learn(-came, judged, won, wars, USUAL)
    assert one.rule == other.rule


def test_right_refights_are_believed_and_idle_ones_are_not():
    came, judged, won, wars = world()
    right = learn(came, judged, won, wars, USUAL)
    assert right.trust == pytest.approx((0.0, 1.0), abs=0.1)
    idle = np.random.default_rng(1).permutation(came, axis=1)
    lost = learn(idle, judged, won, wars, USUAL)
    assert abs(lost.trust[1]) < 0.1
    assert lost.chance(idle) == pytest.approx(won.mean(), abs=0.06)


def test_wrong_way_refights_are_turned_only_as_far_as_records_say():
    came, judged, won, wars = world()
    assert learn(-came, judged, won, wars, USUAL).trust[1] < 0


def test_too_few_records_leave_the_usual_rule():
    came, judged, won, wars = world(6)
    assert rule_of(judged, won, USUAL) == USUAL
    unknown = np.full(6, np.nan)
    assert learn(came, judged, unknown, wars, USUAL) == USUAL
    assert rule_of(judged, np.ones(6), USUAL) == USUAL


def test_a_penalty_draws_chances_towards_the_share_of_wins():
    came, _, won, _ = world(60)
    raw = USUAL.raw(came)
    slopes = [trust_of(raw, won, penalty)[1] for penalty in (1.0, 10.0, 1e6)]
    assert slopes[0] > slopes[1] > slopes[2] > 0
    level, slope = trust_of(raw, won, 1e6)
    assert 1 / (1 + np.exp(-level - slope * raw)) == pytest.approx(won.mean(), abs=0.01)


def test_a_verdict_is_written_as_coefficients_and_read_back():
    made = Verdict((-0.5, 1.5, 0.8), (0.1, 0.7))
    assert Verdict.of(shipped().with_ranges(made.ranges)) == made
