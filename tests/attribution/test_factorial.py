"""Planted shares are recovered, a placebo gets nothing, and errors count seeds."""

from dataclasses import replace

import numpy as np
import pytest

from refight.attribution.causes import causes_of
from refight.attribution.factorial import (
    factorial,
    kept_factorial,
    seeds_of,
    shared_out,
)
from refight.ensemble.refight import varied
from refight.errors import UsageError
from refight.report.causes import scale_data, scale_lines
from tests.attribution import planted
from tests.ensemble.acts import ready
from tests.report import fake

DAY = "fall-date"


def test_planted_shares_are_recovered_within_their_intervals():
    found = planted.factorial(seeds=200)
    for name, truth in zip(planted.NAMES, planted.TRUTH, strict=True):
        share = found.shares(name, DAY).shapley
        assert share.low <= truth <= share.high
        assert share.high - share.low < 1  # and the intervals say something


def test_intervals_hold_the_planted_shares_as_often_as_they_say():
    held = []
    for seed in range(120):
        found = planted.factorial(seeds=24, seed=seed)
        share = found.shares("numbers", DAY).shapley
        held.append(share.low <= planted.TRUTH[1] <= share.high)
    assert 0.89 <= np.mean(held) <= 0.995


def test_intervals_hold_planted_shares_of_a_chance_as_often_as_they_say():
    """A chance has no closed form: the shares of very many seeds are the truth."""
    scale, names = "by-record", ("belief", "numbers", "supply")
    many = planted.factorial(seeds=20_000, seed=99)
    truth = {name: many.shares(name, scale).shapley.value for name in names}
    assert truth["belief"] > truth["numbers"] > 0.1 > 0 > truth["supply"]
    held = []
    for seed in range(100):
        found = planted.factorial(seeds=48, seed=seed)
        for name in names:
            share = found.shares(name, scale).shapley
            held.append(share.low <= truth[name] <= share.high)
    assert 0.91 <= np.mean(held) <= 0.995


def test_alone_last_and_interaction_are_the_planted_ones():
    found = planted.factorial(seeds=400)
    shares = found.shares("belief", DAY)
    assert shares.alone.value == pytest.approx(-6, abs=0.3)
    assert shares.last.value == pytest.approx(-10, abs=0.3)
    interactions = found.interactions("belief", DAY)
    assert interactions["numbers"].value == pytest.approx(planted.BOTH)
    assert interactions["supply"].value == pytest.approx(0, abs=1e-9)


def test_a_cause_that_does_nothing_gets_nothing_and_an_interval():
    share = planted.factorial(seeds=50).shares("nothing", DAY).shapley
    assert share.value == 0
    assert -3 < share.low < 0 < share.high < 3  # what 50 seeds did not show


def test_a_refight_without_a_value_in_one_world_is_left_out_and_counted():
    planned = planted.campaign(40)
    day = planned.columns["outcome.fall-date"]
    day[5, :4] = np.nan
    found = shared_out(fake.prepared(), planned.causes, planned.columns, seed=1)
    assert found.applies(DAY) == 36
    shares = [found.shares(each, DAY) for each in planted.NAMES]
    total = sum(each.shapley.value for each in shares)
    assert total == pytest.approx(found.whole(DAY).value)  # of the same refights
    _, factual = found.ends(DAY)
    assert factual == pytest.approx(found.values[DAY][-1, 4:].mean())
    few = shared_out(
        fake.prepared(),
        planned.causes,
        {name: each[:, 4:] for name, each in planned.columns.items()},
        seed=1,
    )
    assert shares[0] == few.shares("belief", DAY)
    page = scale_data(found, DAY)
    assert "Speaks of 36 of 40 seeds" in " ".join(scale_lines(page))
    assert "Speaks" not in " ".join(scale_lines(scale_data(few, DAY)))


def test_a_scale_without_any_value_has_no_shares():
    planned = planted.campaign(6)
    planned.columns["outcome.fall-date"][3] = np.nan
    found = shared_out(fake.prepared(), planned.causes, planned.columns, seed=1)
    assert np.isnan(found.shares("belief", DAY).shapley.value)
    assert np.isnan(found.together("pair", DAY).parts["belief"]).all()
    assert np.isnan(found.ends(DAY)).all()


def test_the_placebo_is_none_within_its_error_as_often_as_it_says():
    held = []
    for seed in range(120):
        placebo = planted.factorial(seeds=24, seed=seed).placebo[DAY]
        held.append(placebo.low <= 0 <= placebo.high)
    assert 0.89 <= np.mean(held) <= 0.995


def test_a_group_is_reported_whole_with_its_parts_as_ranges():
    together = planted.factorial(seeds=400).together("pair", DAY)
    assert together.share.value == pytest.approx(-13, abs=0.4)
    low, high = together.parts["numbers"]
    assert (low, high) == pytest.approx((-7, -3), abs=0.3)


def test_errors_count_seeds_and_not_refights():
    few, many = planted.factorial(seeds=50), planted.factorial(seeds=200)
    ratio = few.whole(DAY).error / many.whole(DAY).error
    assert ratio == pytest.approx(2, rel=0.2)


def test_one_seed_is_too_few():
    with pytest.raises(UsageError, match="at least 2 seeds"):
        factorial(ready("fall"), seeds=1)


@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_the_world_without_any_cause_can_be_laid_out(act):
    # its levels are those of all other worlds together
    causes = causes_of(ready(act).scenario)
    bare = varied(ready(act), causes.choices(0))
    assert len(bare.variant) == len(causes.causes)
    assert bare.compiled.base.men.size > 0
    assert causes.choices(2 ** len(causes.causes) - 1) == {}
    assert seeds_of(causes) * 2 ** len(causes.causes) <= causes.refights


def test_some_causes_refought_and_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("refight.ensemble.worlds.cache_folder", lambda: tmp_path)
    base = ready("fall")
    stated = causes_of(base.scenario)
    two = replace(stated, causes=stated.causes[2:4], groups=())
    found = factorial(base, seeds=2, seed=5, causes=two)
    again = factorial(base, seeds=2, seed=5, causes=two)
    assert found.values[DAY].shape == (4, 2)
    np.testing.assert_array_equal(found.values[DAY], again.values[DAY])
    assert list((tmp_path / "worlds").glob("*.parquet"))
    assert kept_factorial(base) is None  # the full one was never refought
