"""Checks on synthetic refights: they tell a good fit from a bad one."""

import numpy as np
import pytest

from refight.inference.baselines import BASE_RATES, FORCE_RATIO, baselines, battles
from refight.inference.calibrate import Posterior, likelihood_of
from refight.inference.check import (
    BLIND,
    SHIPPED,
    Predicted,
    across,
    left_out,
    on_record,
    predicted,
    scored_across,
)
from refight.inference.likelihood import preset_of
from refight.inference.record import COUNT
from refight.inference.sampler import Sample, log_prior
from tests.ensemble.acts import ACTS, ready

COUNT_OF = 300


def columns(act, off=0.0, spread=1.0, count=COUNT_OF, seed=1):
    """Write down refights about the record: off by some widths of it."""
    chance, found = np.random.default_rng(seed), {}
    for name, (low, high, kind) in on_record(ready(act)).items():
        noise = spread * chance.standard_normal(count)
        if kind == COUNT:
            width = max(np.log(max(high, 1) / max(low, 1)) / 2, 0.1)
            middle = np.log(max(low, 1) * max(high, 1)) / 2
            found[f"outcome.{name}"] = np.exp(middle + width * (off + noise))
        else:
            width = max((high - low) / 2, 1.0)
            found[f"outcome.{name}"] = np.floor(
                (low + high) / 2 + width * (off + noise)
            )
    return found


def posterior(act, **how):
    likelihood, found = likelihood_of(ready(act)), columns(act, **how)
    z = np.random.default_rng(2).standard_normal((COUNT_OF, 5))
    sample = Sample(z, likelihood.log(found), log_prior(z), found, 1)
    free = ("loss.attacker", "loss.defender", "push.town", "cohesion.loss",
            "surrender.rate")  # fmt: skip
    return Posterior(act, free, likelihood, sample, 1)


def test_ranges_meet_what_they_overlap():
    def about(record):
        return Predicted("x", False, 1.0, (3, 5), (1, 9), record)

    assert about((5, 6)).meets50 and about((8, 12)).meets90
    assert not about((8, 12)).meets50 and not about((10, 12)).meets90


@pytest.mark.parametrize("act", ACTS)
def test_refights_about_the_record_meet_it(act):
    rows = predicted(ready(act), posterior(act))
    assert all(each.meets90 for each in rows)
    assert any(each.fitted for each in rows) and not all(each.fitted for each in rows)


def test_refights_far_from_the_record_miss_it():
    rows = predicted(ready("fall"), posterior("fall", off=12.0))
    assert not any(each.meets90 for each in rows)


def test_an_outcome_is_foretold_worse_when_the_refights_are_off():
    near = {e.outcome: e for e in left_out(posterior("fall"))}
    far = {e.outcome: e for e in left_out(posterior("fall", off=6.0))}
    assert near["fall-date"].log_score > far["fall-date"].log_score
    assert near.keys() == {c.outcome for c in likelihood_of(ready("fall")).claims}


def test_what_the_other_act_taught_is_scored_beside_the_baselines(monkeypatch):
    asked = []

    def write_down(worlds, *_):
        taught = not asked  # the first forecast is the blind one
        asked.append(worlds)
        size = worlds.design.count
        found = columns("fall", off=0.0 if taught else 3.0, count=size)
        return {name: each[None] for name, each in found.items()}

    monkeypatch.setattr("refight.inference.check.refight_worlds", write_down)
    teacher = posterior("liberation")
    found = across(ready("fall"), teacher, preset_of("default"), refights=60)
    assert (found.act, found.taught_by) == ("fall", "liberation")
    assert set(found.crps) == {BLIND, SHIPPED, BASE_RATES, FORCE_RATIO}
    assert found.gains[SHIPPED].value > 0
    assert set(found.crps[BASE_RATES]) == {"fall-date", "iraqi-casualties"}
    blind, shipped = (e.fixed["loss.attacker"] for e in asked)
    assert not np.array_equal(blind, shipped)  # the taught parameters are used


@pytest.mark.parametrize("act", ACTS)
def test_lengths_of_days_are_checked_but_not_scored_twice(act):
    every, own = on_record(ready(act)), on_record(ready(act), derived=False)
    lengths = {"fall": "days-from-invasion", "liberation": "duration-days"}[act]
    assert lengths in every and lengths not in own
    assert every[lengths][2] == "day"


def test_an_act_that_never_ends_is_scored_all_the_same():
    found = columns("fall")
    found["outcome.fall-date"][:] = np.inf
    scores = scored_across(
        ready("fall"), "liberation", {BLIND: found, SHIPPED: columns("fall")},
        preset_of("default"), COUNT_OF,
    )  # fmt: skip
    for who in scores.crps.values():
        assert all(np.isfinite(each.value) for each in who.values())
    assert scores.gains[SHIPPED].value < 0


@pytest.mark.parametrize("act", ACTS)
def test_baselines_are_forecasts_of_the_day_and_of_losses(act):
    base = ready(act)
    found = baselines(base.scenario, base.archive, 500)
    for draws in found.values():
        assert base.scenario.decided_by in draws and len(draws) == 2
        assert all(np.isfinite(each).all() for each in draws.values())


def test_the_comparable_operations_are_shares_and_days():
    found = battles()
    assert len(found) > 30
    assert (found[:, 1] >= 3).all()
    assert ((found[:, 3:] > 0) & (found[:, 3:] <= 1)).all()
