import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.ensemble.design import (
    LARGEST_SEED,
    Arm,
    Design,
    chosen,
    fixed,
    fresh,
    paired,
)
from refight.errors import UsageError


def points(design):
    return list(zip(design.draw.tolist(), design.replicate.tolist(), strict=True))


def test_by_default_each_refight_is_one_fresh_draw():
    assert points(fresh(4, seed=1)) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_fixed_draw_varies_only_the_chance_of_battle():
    design = fixed(7, count=100, seed=1)
    assert set(design.draw.tolist()) == {7}
    assert len(set(design.replicate.tolist())) == 100


def test_the_first_refight_of_a_fixed_draw_is_that_of_the_fresh_design():
    assert points(fixed(3, count=2, seed=1))[0] == points(fresh(9, seed=1))[3]


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 50), st.integers(1, 5))
def test_a_longer_design_begins_with_the_shorter(draws, replicates, first, more):
    short = Design(1, draws, replicates, first)
    long = Design(1, draws, replicates + more, first)
    assert points(long)[: short.count] == points(short)


@given(st.integers(1, 20), st.integers(1, 20))
def test_each_draw_is_refought_equally_and_no_chance_is_used_twice(draws, replicates):
    design = Design(1, draws, replicates)
    assert np.bincount(design.draw).tolist() == [replicates] * draws
    assert len(set(design.replicate.tolist())) == design.count


def test_a_point_names_one_refight_again():
    design = Design(1, draws=3, replicates=2, first=5)
    assert [design.point(i) for i in range(design.count)] == points(design)
    with pytest.raises(UsageError, match="from 0 to 5"):
        design.point(6)


def test_variants_on_one_design_share_every_random_number():
    design = fresh(3, seed=1)
    arms = paired(design, [(), ("b=2", "a=1")])
    assert arms == (Arm((), design), Arm(("a=1", "b=2"), design))


def test_the_same_variant_twice_is_refused():
    with pytest.raises(UsageError, match="a=1, b=2 twice"):
        paired(fresh(1, seed=1), [("a=1", "b=2"), ("b=2", "a=1")])


@pytest.mark.parametrize(
    "bad",
    [
        {"draws": 0},
        {"replicates": 0},
        {"seed": -1},
        {"seed": LARGEST_SEED + 1},
        {"first": -1},
    ],
)
def test_designs_that_mean_nothing_are_refused(bad):
    with pytest.raises(UsageError):
        Design(**({"seed": 1, "draws": 1, "replicates": 1} | bad))


def test_chosen_refights_are_those_of_the_fresh_design():
    design = chosen([9, 4, 7], seed=3)
    assert points(design) == [(9, 9), (4, 4), (7, 7)]
    assert [design.point(n) for n in range(3)] == points(design)
    assert [fresh(10, seed=3).point(n) for n in (9, 4, 7)] == points(design)
    with pytest.raises(UsageError):
        design.point(3)


def test_a_number_that_nobody_could_wait_for_is_refused():
    with pytest.raises(UsageError, match="at most 1,000,000,000 refights"):
        fresh(10**26, seed=1)
