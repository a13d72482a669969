import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.ensemble.stats import (
    histogram,
    median_error,
    median_interval,
    quantile,
    share,
    summarise,
)

finite = st.floats(-1e6, 1e6)
columns = st.lists(finite, min_size=1, max_size=50)


@given(columns, st.floats(0, 1))
def test_quantiles_of_finite_values_are_those_of_numpy(values, p):
    expected = np.quantile(values, p)
    assert quantile(values, p) == pytest.approx(expected, rel=1e-9, abs=1e-6)


@given(columns)
def test_the_numbers_of_a_summary_are_in_order(values):
    got = summarise(values)
    ordered = [got.low90, got.low50, got.median, got.high50, got.high90]
    assert ordered == sorted(ordered)


def test_what_does_not_apply_is_counted_and_left_out():
    got = summarise([1.0, math.nan, 3.0, 2.0, math.nan])
    assert (got.count, got.missing, got.median) == (3, 2, 2.0)


def test_what_did_not_happen_takes_part_in_quantiles():
    values = [10.0, 20.0, 30.0, math.inf]
    assert quantile(values, 0.5) == 25.0
    assert quantile(values, 0.95) == math.inf
    assert quantile([10.0, math.inf], 0.25) == 10.0
    assert summarise([math.inf] * 3).median == math.inf
    assert summarise([math.inf] * 9).median_error == 0.0


def test_nothing_at_all_has_no_median():
    got = summarise([])
    assert math.isnan(got.median)
    assert got.median_error == math.inf


def test_the_interval_of_the_median_is_that_of_the_tables():
    # published tables for the 95% interval of a median: ranks 2 and 9 of 10,
    # 6 and 15 of 20, 40 and 61 of 100
    for count, low, high in [(10, 2, 9), (20, 6, 15), (100, 40, 61)]:
        assert median_interval(np.arange(1.0, count + 1)) == (low, high)
    assert median_interval(np.arange(5.0)) == (-math.inf, math.inf)


def test_the_interval_of_the_median_holds_as_often_as_it_says():
    rng = np.random.default_rng(1)
    inside = 0
    for _ in range(1000):
        low, high = median_interval(rng.exponential(size=101), 0.9)
        inside += low <= math.log(2) <= high
    assert 0.88 <= inside / 1000 <= 0.95


def test_the_error_of_the_median_is_near_the_textbook_one():
    values = np.random.default_rng(2).normal(size=4000)
    assert median_error(values) == pytest.approx(
        math.sqrt(math.pi / 2 / 4000), rel=0.25
    )


def test_many_refights_do_not_overflow():
    assert median_error(np.arange(100_000.0)) == pytest.approx(
        math.sqrt(100_000) / 2, rel=0.02
    )


@given(st.integers(0, 200), st.integers(1, 200))
def test_a_share_lies_within_its_interval_and_that_within_0_and_1(hits, count):
    hits = min(hits, count)
    got = share([True] * hits + [False] * (count - hits))
    assert 0.0 <= got.low <= got.value <= got.high <= 1.0
    assert (got.hits, got.count) == (hits, count)


def test_the_wilson_interval_is_the_published_one():
    got = share([True] * 15 + [False] * 133)  # Newcombe 1998, method 3, 15 of 148
    assert (round(got.low, 4), round(got.high, 4)) == (0.0624, 0.1605)


def test_the_share_of_nothing_is_anything():
    got = share([])
    assert math.isnan(got.value)
    assert (got.low, got.high) == (0.0, 1.0)


@given(st.lists(finite | st.just(math.inf) | st.just(math.nan)), st.integers(1, 30))
def test_a_histogram_counts_every_value_once(values, bins):
    got = histogram(values, bins=bins)
    assert sum(got.counts) + got.below + got.above + got.missing == len(values)
    assert len(got.edges) == bins + 1 == len(got.counts) + 1


def test_a_histogram_counts_what_lies_outside_beside_its_bins():
    got = histogram([0.0, 1.0, 2.0, 3.0, math.inf], bins=2, low=1.0, high=2.0)
    assert (got.below, got.counts, got.above) == (1, (1, 1), 2)
