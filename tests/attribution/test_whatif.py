"""Pairs differ by the levers alone, on both shipped acts."""

from dataclasses import replace

import numpy as np
import pytest

from refight.attribution import whatif
from refight.attribution.whatif import contrast, contrasted, paired_up, varied
from refight.ensemble.design import fresh
from refight.ensemble.refight import prepare
from refight.errors import EnsembleError, ScenarioError
from refight.scenario.model import Level, Lever
from tests.ensemble.acts import assert_same, ready, results
from tests.report import fake

SEED, PAIRS = 5, 3


def with_inert_lever(act):
    """Give an act a lever whose other level replaces an estimate by its equal."""
    base = ready(act)
    name = "guns.rate"
    twin = replace(base.estimates[name], id="twin")
    lever = Lever(
        id="inert",
        title="Inert",
        factual="was",
        absent="twin",
        levels={
            "was": Level(words="as it was"),
            "twin": Level(words="the same", estimates={name: "twin"}),
        },
    )
    levers = (*base.scenario.levers, lever)
    scenario = base.scenario.model_copy(update={"levers": levers})
    return replace(base, scenario=scenario, estimates={**base.estimates, "twin": twin})


@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_an_inert_lever_changes_no_bit(act):
    found = contrasted(with_inert_lever(act), {"inert": "twin"}, fresh(PAIRS, SEED))
    assert found.variant == ("inert=twin",)
    assert found.identical
    assert all(pair.differing == 0 for pair in found.pairs.values())


def test_the_arms_are_the_act_and_its_variant_refought_apart():
    choices = {"preparedness": "high", "air-strikes": "none"}
    found = contrast("fall", choices, PAIRS, SEED)
    assert found.variant == ("air-strikes=none", "preparedness=high")
    assert_same(found.factual.columns, results(ready("fall"), PAIRS))
    assert_same(found.changed.columns, results(prepare("fall", "recorded", choices), 3))
    assert not found.identical


def test_the_act_as_it_was_is_fought_once(monkeypatch, tmp_path):
    monkeypatch.setattr("refight.ensemble.keep.cache_folder", lambda: tmp_path)
    design, choices = fresh(PAIRS, SEED), {"air-strikes": "none"}
    first = contrasted(ready("fall"), choices, design)
    fought = []
    known = whatif.Runner

    def watched(prepared, *rest):
        fought.append(prepared.variant)
        return known(prepared, *rest)

    monkeypatch.setattr(whatif, "Runner", watched)
    again = contrasted(ready("fall"), choices, design)
    assert fought == [("air-strikes=none",)]
    assert_same(first.factual.columns, again.factual.columns)
    assert_same(first.changed.columns, again.changed.columns)


def test_progress_counts_pairs():
    seen = []
    contrasted(ready("fall"), {}, fresh(PAIRS, SEED), lambda *each: seen.append(each))
    assert seen[-1] == (PAIRS, PAIRS)


def test_an_act_with_levers_set_is_not_varied_again():
    other = varied(ready("fall"), {"air-strikes": "none"})
    with pytest.raises(ScenarioError, match="an act as it was"):
        varied(other, {"preparedness": "high"})


def test_differences_are_changed_minus_factual():
    one, other = fake.ensemble(50), fake.ensemble(80)
    other.columns["outcome.iraqi-killed"] = other.columns["outcome.iraqi-killed"] + 7
    one.columns["outcome.iraqi-killed"] = other.columns["outcome.iraqi-killed"][:50] - 9
    found = paired_up(fake.prepared(), one, other)
    killed = found.pairs["iraqi-killed"]
    assert found.count == 50  # the shorter arm decides
    assert killed.effect.value == 9
    assert killed.differing == killed.applies == 50


def test_means_are_of_the_pairs_in_which_both_apply():
    one, other = fake.ensemble(3), fake.ensemble(3)
    one.columns["outcome.iraqi-killed"] = np.array([1.0, np.nan, 3.0])
    other.columns["outcome.iraqi-killed"] = np.array([2.0, 90.0, np.nan])
    killed = paired_up(fake.prepared(), one, other).pairs["iraqi-killed"]
    assert killed.means == (1.0, 2.0)
    assert killed.applies == 1


def test_ensembles_of_different_seeds_are_no_pairs():
    with pytest.raises(EnsembleError, match="two ensembles of one seed"):
        paired_up(fake.prepared(), fake.ensemble(5), fake.ensemble(5, seed=2))
