"""Bounds and values of the probabilities of causation, against their definitions."""

import math

import numpy as np
import pytest

from refight.attribution.necessity import necessity


def pairs(both, only_with, only_without, neither):
    one = [1.0] * (both + only_with) + [0.0] * (only_without + neither)
    other = [1.0] * both + [0.0] * only_with + [1.0] * only_without + [0.0] * neither
    return np.array(one), np.array(other)


def test_a_monotone_cause_stands_at_the_lower_bounds():
    found = necessity(*pairs(20, 40, 0, 40))
    assert found.ratio == pytest.approx(3.0)
    assert found.fraction == pytest.approx(2 / 3)
    assert found.necessary.coupled == pytest.approx(found.necessary.low)
    assert found.sufficient.coupled == pytest.approx(found.sufficient.low) == 0.5
    assert found.both.coupled == pytest.approx(found.both.low)
    assert found.against.value == 0
    assert 0.01 < found.against.high < 0.06  # what 100 pairs leave open


def test_values_lie_within_the_bounds_when_it_is_not_monotone():
    found = necessity(*pairs(20, 40, 10, 30))
    for each in (found.necessary, found.sufficient, found.both):
        assert each.low <= each.coupled <= each.high
    assert found.against.value == pytest.approx(0.1)


def test_a_cause_that_lowers_the_chance_is_asked_of_the_other_event():
    found = necessity(*pairs(10, 0, 50, 40))
    assert not found.event
    assert found.with_it.value == pytest.approx(0.9)
    assert found.ratio > 1


def test_never_without_it_gives_a_bound_and_no_ratio():
    found = necessity(*pairs(0, 30, 0, 30))
    assert math.isinf(found.ratio)
    assert found.none_high == pytest.approx(3 / 60)
    assert found.necessary.low == found.necessary.high == 1.0


def test_intervals_hold_the_true_ratio_and_bounds_as_often_as_they_say():
    """Pairs of a cause known to raise the chance from 0.3 to 0.5."""
    chance, hits, sets = np.random.default_rng(4), [], 300
    for _ in range(sets):
        drawn = chance.choice(4, 120, p=(0.25, 0.25, 0.05, 0.45))
        found = necessity((drawn < 2).astype(float), (drawn % 2 == 0).astype(float))
        low, high = found.ratio_ends
        outer = found.necessary.outer
        hits.append((low < 0.5 / 0.3 < high, outer[0] < 0.4 and outer[1] == 1.0))
    assert 0.91 < np.mean([ratio for ratio, _ in hits]) < 0.985
    assert np.mean([bounds for _, bounds in hits]) > 0.93


def test_what_never_happened_has_a_width_all_the_same():
    found = necessity(*pairs(0, 0, 0, 50))
    assert math.isnan(found.ratio)
    low, high = found.both.outer
    assert low == 0 and 0.01 < high < 0.12
