"""Calibration end to end: on a stand-in (with its own calibration), and on an act."""

import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from refight.ensemble.design import fresh
from refight.ensemble.worlds import Worlds, refight_worlds
from refight.errors import UsageError
from refight.inference.abduction import abducted
from refight.inference.beliefs import believed, left_out
from refight.inference.calibrate import (
    Posterior,
    calibrate,
    calibrate_as,
    chances,
    free_of,
    kept_calibration,
    likelihood_of,
    posed,
    quantile,
    simulator,
    values,
)
from refight.inference.exchange import groups, to_arviz
from refight.inference.sampler import (
    Plan,
    amis,
    log_prior,
    normalised,
    systematic,
)
from tests.ensemble.acts import SEED, ready
from tests.inference import standin

PLAN = Plan(1000, 600, 4, enough=300.0)


def posterior(seed=1, claims=None):
    chance = np.random.default_rng([seed, 7])
    truth = {k: v[0] for k, v in standin.simulate(np.array([[1.0, -0.5]])).items()}
    found = standin.likelihood(claims or standin.claims(truth, chance))
    sample = amis(standin.simulate, found.log, 2, PLAN, seed)
    return Posterior("standin", ("one", "two"), found, sample, seed)


@pytest.fixture(scope="module")
def fitted():
    return posterior()


def test_other_presets_and_claims_are_reweighted_not_rerun(fitted):
    sceptical = fitted.presets(("sceptical",))["sceptical"]
    assert sceptical.preset == "sceptical"
    assert sceptical.sample.columns is fitted.sample.columns
    direct = standin.likelihood(fitted.likelihood.claims, "sceptical")
    np.testing.assert_array_equal(
        sceptical.sample.log_likelihood, direct.log(fitted.sample.columns)
    )


def test_a_claim_far_from_the_others_is_found_out():
    truth = {"outcome.day": 30.0, "outcome.count": 1100.0, "outcome.other": 20.0}
    claims = [
        c for c in standin.claims(truth, np.random.default_rng(2)) if c.family != "f2"
    ]
    wild = standin.claimed("day", "day", 2, 58.0)
    found = posterior(claims=(*claims, wild))
    first, *_ = believed(found, found.weights)
    assert first.claim == wild
    assert first.wrong > 0.5


def test_each_family_is_left_out_in_turn(fitted):
    rows = left_out(fitted)
    assert {each.family for each in rows} == {"f0", "f1", "f2"}
    assert all(each.claims == 3 and each.effective > 30 for each in rows)


def test_an_act_is_calibrated_by_ordinary_ensembles(tmp_path, monkeypatch):
    monkeypatch.setattr("refight.ensemble.worlds.cache_folder", lambda: tmp_path)
    seen = []
    found = calibrate(
        ready("fall"), Plan(6, 3, 1), seed=SEED, progress=lambda *e: seen.append(e)
    )
    assert found.sample.z.shape == (9, 5)
    assert not found.sample.shown
    assert seen[-1] == (9, 9)
    again = calibrate(ready("fall"), Plan(6, 3, 1), seed=SEED)  # from what is kept
    np.testing.assert_array_equal(again.sample.log_weights, found.sample.log_weights)
    other = found.under(likelihood_of(ready("fall"), "sceptical"))
    assert not np.array_equal(other.weights, found.weights)


def test_other_claims_and_presets_need_no_refight(tmp_path, monkeypatch):
    monkeypatch.setattr("refight.ensemble.worlds.cache_folder", lambda: tmp_path)
    base, plan = ready("fall"), Plan(6, 3, 0)  # one round, as when the first is enough
    found = calibrate(base, plan, seed=SEED)

    def refuse(*_, **__):
        raise AssertionError("refought")

    monkeypatch.setattr("refight.ensemble.worlds.run", refuse)
    sceptical = calibrate(base, plan, "sceptical", SEED)
    claims = likelihood_of(base).without(found.likelihood.claims[0].family).claims
    monkeypatch.setattr("refight.inference.calibrate.claims_of", lambda *_: claims)
    fewer = calibrate(base, plan, seed=SEED)
    for other in (sceptical, fewer):
        np.testing.assert_array_equal(other.sample.z, found.sample.z)
        assert not np.array_equal(other.weights, found.weights)
    with pytest.raises(AssertionError, match="refought"):
        calibrate(base, plan, seed=SEED + 1)


def test_free_parameters_are_set_and_all_else_is_drawn():
    base = ready("fall")
    z = np.array([[0.0] * 5, [1.6448536] * 5])
    free = (
        "loss.attacker",
        "loss.defender",
        "push.town",
        "cohesion.loss",
        "surrender.rate",
    )
    worlds = posed(base, free, z, fresh(2, SEED))
    estimate = base.estimates["loss.attacker"]
    assert values(base, "loss.attacker", z[:, 0]) == pytest.approx(
        [estimate.best, estimate.high], rel=1e-4
    )
    assert worlds.fixed["loss.attacker"] == pytest.approx([0.5, 0.95])
    assert chances(np.array([-40.0, 40.0]))[0] > 0


def test_what_the_record_makes_likely_is_fought_again_with_other_luck(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("refight.ensemble.worlds.cache_folder", lambda: tmp_path)
    base, plan = ready("fall"), Plan(6, 3, 1)
    assert kept_calibration(base, plan, seed=SEED) is None
    found = calibrate(base, plan, seed=SEED)
    with pytest.raises(UsageError, match="100 effective draws"):
        abducted(found, 2)
    monkeypatch.setattr("refight.inference.sampler.SHOWN", 0.5)
    level = found.sample.proposals - log_prior(found.sample.z)  # all weigh alike
    sample = replace(found.sample, log_likelihood=level)
    kept = replace(found, sample=sample)
    given = abducted(kept, 3, seed=2)
    columns = refight_worlds(Worlds(base, ({},), given.design, given.fixed))
    points = list(given.design.points)
    assert len(set(points)) == len(points) == given.copies.sum() == 3
    as_weighed = replace(given.design, luck=0)
    before = refight_worlds(Worlds(base, ({},), as_weighed, given.fixed))
    for name in ("outcome.fall-date", "outcome.iraqi-killed"):
        np.testing.assert_array_equal(before[name][0], sample.columns[name][points])
    assert not np.array_equal(
        columns["outcome.iraqi-killed"], before["outcome.iraqi-killed"]
    )
    assert given.design.draw.tolist() == points
    assert min(given.design.replicate) > 10**6
    again = kept_calibration(base, plan, seed=SEED)
    np.testing.assert_array_equal(again.weights, found.weights)


def test_another_preset_takes_the_refights_of_the_default_one(monkeypatch):
    base, fitted_under = ready("fall"), []

    def fit(*_):
        fitted_under.append(_[2])
        found = posterior()
        return replace(found, likelihood=found.likelihood.under(_[2]))

    monkeypatch.setattr("refight.inference.calibrate.calibrate", fit)
    found = calibrate_as(base, PLAN, "sceptical")
    assert (found.preset, fitted_under) == ("sceptical", ["default"])
    monkeypatch.setattr("refight.inference.sampler.SHOWN", 300.0)  # of 1,600
    found = calibrate_as(base, PLAN, "credulous")
    assert (found.preset, fitted_under) == (
        "credulous", ["default", "default", "credulous"]
    )  # fmt: skip


def test_a_round_is_kept_part_by_part(tmp_path, monkeypatch):
    monkeypatch.setattr("refight.ensemble.worlds.cache_folder", lambda: tmp_path)
    base, z = ready("fall"), np.random.default_rng(1).standard_normal((5, 5))
    whole = simulator(base, free_of(base), SEED)(z, 0)
    monkeypatch.setattr("refight.inference.calibrate.BATCH", 2)
    parts = simulator(base, free_of(base), SEED)(z, 0)
    np.testing.assert_array_equal(
        whole["outcome.fall-date"], parts["outcome.fall-date"]
    )
    assert len(list(tmp_path.rglob("*.parquet"))) == 1 + 3


def test_few_effective_draws_give_few_refights(monkeypatch):
    found = posterior()
    given = abducted(found, 10_000)
    assert given.count == int(found.sample.effective / 2)
    assert given.design.count == given.copies.size <= given.count


def test_what_is_picked_has_the_posterior_mean(fitted, monkeypatch):
    monkeypatch.setattr("refight.inference.sampler.SHOWN", 1.0)
    z = np.random.default_rng(4).standard_normal((600, 2))
    level = 1.5 * z[:, 0] + fitted.sample.proposals[:1]  # a few draws weigh most
    sample = replace(
        fitted.sample,
        z=z,
        log_likelihood=level - log_prior(z),
        proposals=np.zeros(600),
        columns={"outcome.one": z[:, 0]},
    )
    found = replace(fitted, sample=sample)
    weighted = found.weights @ z[:, 0]
    means, worth = [], []
    for seed in range(60):
        given = abducted(found, 40, seed)
        column = {"outcome.one": z[list(given.design.points), 0]}
        means.append(given.repeated(column)["outcome.one"].mean())
        worth.append(given.independent)
    error = np.std(means) / np.sqrt(60)
    assert abs(np.mean(means) - weighted) < 3 * error < 0.05
    # copies are fewer independent refights, and so are few effective draws
    assert 20 < max(worth) < 1 / (1 / 40 + 1 / found.sample.effective)


def test_weighted_quantiles():
    drawn, weights = np.array([1.0, 2.0, 3.0, np.nan]), np.array([0.1, 0.2, 0.3, 0.4])
    assert quantile(drawn, weights, 0.5) == 2.0  # NaN left out: 0.1 + 0.2 of 0.6
    assert quantile(drawn, weights, 0.95) == 3.0


def test_groups_bear_the_names_of_arviz(fitted):
    found = groups(fitted, draws=50)
    assert set(found) == {
        "posterior", "prior", "posterior_predictive", "log_likelihood",
        "sample_stats", "observed_data",
    }  # fmt: skip
    assert found["posterior"]["one"].shape == (1, 50)
    weighted = fitted.weights @ fitted.sample.z[:, 0]
    many = groups(fitted, draws=4000)["posterior"]["one"].mean()
    assert many == pytest.approx(weighted, abs=0.05)


def test_arviz_is_asked_in_both_its_ways(fitted, monkeypatch):
    new = SimpleNamespace(from_dict=lambda data: ("new", set(data)))
    monkeypatch.setitem(sys.modules, "arviz", new)
    assert to_arviz(fitted, 10)[0] == "new"
    old = SimpleNamespace(  # takes groups as one argument too, and makes nonsense of it
        from_dict=lambda posterior=None, **groups: (
            "old",
            {*groups, "one"} & {*posterior},
        )
    )
    monkeypatch.setitem(sys.modules, "arviz", old)
    assert to_arviz(fitted, 10) == ("old", {"one"})
    monkeypatch.setitem(sys.modules, "arviz", None)
    with pytest.raises(UsageError, match=r"refight\[plot\]"):
        to_arviz(fitted, 10)


def test_arviz_itself_reads_it(fitted):
    arviz = pytest.importorskip("arviz")
    found = arviz.summary(to_arviz(fitted, 400), var_names=["one", "two"], kind="stats")
    weighted = fitted.weights @ fitted.sample.z
    assert found["mean"].to_numpy(float) == pytest.approx(weighted, abs=0.1)


def test_resampling_keeps_shares():
    weights = normalised(np.log(np.array([1.0, 2.0, 7.0])))
    counts = np.bincount(systematic(weights, 1000), minlength=3)
    np.testing.assert_allclose(counts, [100, 200, 700], atol=1)
