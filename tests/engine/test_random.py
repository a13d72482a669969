import math

import numpy as np
import pytest

from tests.engine.plainly import random

# the known answers of Random123 for Philox4x32-10: counter, key, first two words
KNOWN = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB),
    ),
]


@pytest.mark.parametrize(("counter", "key", "words"), KNOWN)
def test_philox_gives_the_known_answers(counter, key, words):
    assert random.philox(*key, *counter) == words


def uniforms(n, **fixed):
    key = {"seed": 7, "replicate": 0, "step": 0, "unit": 0, "purpose": 1} | fixed
    return np.array([random.uniform(**key, index=i) for i in range(n)])


def test_uniform_numbers_fill_the_unit_interval_evenly():
    u = uniforms(5000)
    assert u.min() > 0.0
    assert u.max() < 1.0
    counts = np.histogram(u, 20, (0.0, 1.0))[0]
    assert ((counts - 250.0) ** 2 / 250.0).sum() < 43.8  # chi2(19) at 0.999


@pytest.mark.parametrize("part", ["seed", "replicate", "step", "unit", "purpose"])
def test_streams_that_differ_in_one_word_are_independent(part):
    one, other = uniforms(3000), uniforms(3000, **{part: 12345})
    assert abs(np.corrcoef(one, other)[0, 1]) < 3.3 / math.sqrt(3000)
    assert not np.intersect1d(one, other).size > 3


def test_normal_numbers_have_the_moments_of_a_normal():
    z = np.array([random.normal(7, 0, 0, 0, 1, i) for i in range(5000)])
    assert abs(z.mean()) < 3.3 / math.sqrt(5000)
    assert abs(z.var() - 1.0) < 3.3 * math.sqrt(2 / 5000)
    assert abs((z**3).mean()) < 3.3 * math.sqrt(15 / 5000)


@pytest.mark.parametrize(
    ("n", "p"), [(1, 0.3), (40, 0.05), (500, 0.002), (30, 0.4), (400, 0.1), (90, 0.9)]
)
def test_binomial_counts_have_the_moments_of_a_binomial(n, p):
    x = np.array([random.binomial(n, p, 7, 0, 0, 0, 4, i) for i in range(3000)])
    assert x.min() >= 0
    assert x.max() <= n
    mean, spread = n * p, math.sqrt(n * p * (1 - p))
    assert abs(x.mean() - mean) < 3.5 * spread / math.sqrt(3000)
    assert abs(x.std() / spread - 1.0) < 0.06


def test_binomial_counts_follow_the_distribution_when_counts_are_small():
    n, p = 8, 0.2
    x = np.array([random.binomial(n, p, 9, 0, 0, 0, 4, i) for i in range(4000)])
    for k in range(4):
        share = math.comb(n, k) * p**k * (1 - p) ** (n - k)
        assert abs((x == k).mean() - share) < 3.5 * math.sqrt(share / 4000)


@pytest.mark.parametrize(("n", "p", "x"), [(0, 0.5, 0), (9, 0.0, 0), (9, 1.0, 9)])
def test_binomial_counts_at_the_ends_are_certain(n, p, x):
    assert random.binomial(n, p, 1, 2, 3, 4, 5, 6) == x


@pytest.mark.parametrize(("n", "p"), [(1, 0.3), (9, 1e-4), (40, 0.02), (20000, 1e-5)])
def test_a_count_is_none_just_where_its_chance_says_so(n, p):
    for step in range(500):
        key = (1, 2, step, 3, 4, 5)
        none = random.uniform(*key) <= math.exp(n * math.log(1.0 - p))
        assert (random.binomial(n, p, *key) == 0) == none


def test_purposes_are_never_shared():
    named = [
        value
        for name, value in vars(random).items()
        if name.isupper() and isinstance(value, int) and value < 1000
    ]
    assert len(named) == len(set(named)) == 18
