"""The whole chain gives the same numbers however it is run (both acts)."""

import json
import os
import shutil
import subprocess
import sys
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from refight.engine.parameters import PARAMETERS
from refight.ensemble import refight as chain
from refight.ensemble.design import fixed, fresh
from refight.ensemble.refight import prepare_folder
from refight.errors import ScenarioError
from refight.scenario.deck import draw
from refight.scenario.model import Level, Lever
from refight.scenario.read import scenario_path
from refight.scenario.variant import vary
from tests.ensemble import acts
from tests.ensemble.acts import ACTS, SEED, assert_same, ready, results

ROOT = Path(__file__).parent.parent.parent
DRAWS = 6


@pytest.fixture(scope="module", params=ACTS)
def act(request):
    return request.param


@pytest.fixture(scope="module")
def columns(act):
    return results(ready(act), threads=1, chunk=16)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 16])
def test_results_depend_on_neither_threads_nor_chunks(act, columns, threads, chunk):
    assert_same(columns, results(ready(act), threads=threads, chunk=chunk))


def test_another_seed_gives_other_results(act, columns):
    other = results(ready(act), seed=SEED + 1)
    assert acts.fingerprint(other) != acts.fingerprint(columns)


def test_refights_of_an_ensemble_differ(columns):
    losses = np.stack([columns[name] for name in columns if "direct" in name])
    assert len(np.unique(losses, axis=1).T) == losses.shape[1]


@pytest.mark.slow
def test_compiled_refights_are_the_plain_ones_bit_for_bit():
    code = (
        "import json, sys; from tests.ensemble.acts import short_fingerprints; "
        "found = short_fingerprints(); assert 'numba' not in sys.modules; "
        "print(json.dumps(found))"
    )
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    plain = {**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": paths}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=plain, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == acts.short_fingerprints()


@pytest.mark.parametrize("index", [0, 5, 23])
def test_a_row_is_run_again_exactly(act, columns, index):
    again = chain.rerun(ready(act), SEED, index)
    assert_row(columns, index, again)


def test_a_row_of_a_fixed_draw_is_run_again_exactly(act):
    design = fixed(7, 3, SEED)
    found = chain.refight(ready(act), design.count, SEED, design=design)
    draw_of, replicate = design.point(2)
    assert (draw_of, replicate) == (7, 9)
    again = chain.rerun(ready(act), SEED, replicate, draw_of)
    assert_row(found.columns, 2, again)


def test_a_fixed_draw_begins_with_that_row_of_a_fresh_ensemble(act, columns):
    found = chain.refight(ready(act), 1, SEED, design=fixed(7, 1, SEED)).columns
    for name, values in columns.items():
        np.testing.assert_array_equal(values[7:8], found[name], name)


def test_more_refights_begin_with_the_fewer(act, columns):
    fewer = results(ready(act), 9)
    assert_same({name: each[:9] for name, each in columns.items()}, fewer)


def test_more_draws_leave_the_earlier_ones_alone(act):
    deck = ready(act).compiled.deck
    few, many = draw(deck, SEED, range(5)), draw(deck, SEED, range(50))
    assert np.array_equal(few, many[:5])
    assert np.array_equal(draw(deck, SEED, [3]), few[3:4])


def test_naming_the_factual_levels_changes_nothing(act, columns):
    choices = {each.id: each.factual for each in ready(act).scenario.levers}
    assert choices
    named = chain.prepare(act, choices=choices)
    assert named.variant == ()
    assert named.digest == ready(act).digest
    assert_same(columns, results(named))


def test_a_lever_whose_levels_change_nothing_changes_nothing(act, columns):
    words = Level(words="nothing changes")
    levels = {"so": words, "otherwise": words}
    lever = Lever(
        id="inert", title="Inert", factual="so", absent="otherwise", levels=levels
    )
    scenario = ready(act).scenario
    more = scenario.model_copy(update={"levers": (*scenario.levers, lever)})
    varied = replace(ready(act), scenario=vary(more, {"inert": "otherwise"}))
    assert_same(columns, results(varied))


def counterfactual(act):
    """List every level of every lever but the factual ones."""
    return [
        (lever, level)
        for lever in ready(act).scenario.levers
        for level in lever.levels
        if level != lever.factual
    ]


def test_a_variant_draws_other_values_only_where_it_differs(act):
    """Values are keyed by the estimate's name: two variants share all other draws."""
    base = ready(act)
    values = draw(base.compiled.deck, SEED, range(DRAWS))
    for lever, level in counterfactual(act):
        other = replace(base, scenario=vary(base.scenario, {lever.id: level}))
        found = draw(other.compiled.deck, SEED, range(DRAWS))
        mine, theirs = list(base.compiled.deck.own), list(other.compiled.deck.own)
        common = sorted(set(mine) & set(theirs))
        assert len(common) > 100
        for name in common:
            pair = values[:, mine.index(name)], found[:, theirs.index(name)]
            np.testing.assert_array_equal(*pair, f"{lever.id}={level}: {name}")


def test_a_variant_changes_no_parameter_that_its_level_does_not_name(act):
    base = ready(act)
    for lever, level in counterfactual(act):
        other = replace(base, scenario=vary(base.scenario, {lever.id: level}))
        replaced = lever.levels[level].estimates
        before, after = parameters(base), parameters(other)
        expected = [replaced.get(name, name) for name in before]
        assert after == expected, f"{lever.id}={level}"
        unit_names = base.compiled.units
        assert other.compiled.units == unit_names


def test_a_paired_variant_shares_the_strengths_of_the_factual_act(act):
    base = ready(act)
    lever = base.scenario.levers[0]
    other = replace(base, scenario=vary(base.scenario, {lever.id: lever.absent}))
    for index in range(DRAWS):
        one, two = (
            each.compiled.system(draw(each.compiled.deck, SEED, [index])[0])
            for each in (base, other)
        )
        assert np.array_equal(one.men, two.men)
        assert np.array_equal(one.vehicles, two.vehicles)
    assert acts.fingerprint(results(base, 3)) != acts.fingerprint(results(other, 3))


def test_the_manifest_is_the_line_from_which_it_is_made_again(act, columns):
    first = chain.refight(ready(act), 4, SEED)
    told = first.manifest
    assert (told.act, told.seed, told.draws, told.variant) == (act, SEED, 4, ())
    again = chain.refight(chain.prepare(told.act), told.draws, told.seed)
    assert again.manifest.digest == told.digest
    assert_same(first.columns, again.columns)


def parameters(prepared):
    """Name the estimate that each parameter of each side takes."""
    names = list(prepared.compiled.deck.own)
    columns = prepared.compiled.param
    assert columns.shape == (len(PARAMETERS), 2)
    return [names[column] for column in columns.ravel()]


def assert_row(columns, index, again):
    """Compare one row of an ensemble with a replay: outcomes, losses, daily totals."""
    for name, value in again.outcomes.items():
        np.testing.assert_array_equal(columns[f"outcome.{name}"][index], value, name)
    causes = ("direct", "guns", "mines", "air", "surrender")
    for side, word in enumerate(("iraq", "iran")):
        own = again.system.unit[:, 0] == side
        for c, cause in enumerate(causes):
            for k, kind in enumerate(("killed", "wounded", "captured")):
                booked = columns[f"losses.{word}.{cause}.{kind}"][index]
                assert booked == again.losses[own, c, k].sum()
        there = (again.trace[3::4, :, 1] == 1) & own
        men = (again.trace[3::4, :, 2] * there).sum(axis=1)
        np.testing.assert_array_equal(columns[f"daily.{word}.men"][index], men)


@pytest.mark.parametrize(
    ("name", "was", "wrong"),
    [
        ("units.yaml", "iraqi_rear", "iraqi_reer"),
        ("outcomes.yaml", "record: iraqi-killed", "record: iraqi-kiled"),
        ("plans.yaml", "de-mission", "de-misssion"),
    ],
)
def test_a_wrong_name_in_a_copied_scenario_is_said_with_its_line(
    tmp_path, name, was, wrong
):
    folder = tmp_path / "mine"
    shutil.copytree(scenario_path("fall"), folder)
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(was, wrong, 1), "utf-8")
    with pytest.raises(ScenarioError) as caught:
        prepare_folder(folder)
    said = caught.value.message()
    assert f"{name}:" in said
    assert f'did you mean "{was.split()[-1]}"' in said


def test_a_runner_and_its_arrays_go_with_its_last_user():
    runner = chain.Runner(ready("fall"), fresh(2, SEED))
    runner(np.arange(2))
    gone = weakref.ref(runner)
    del runner
    assert gone() is None  # at once: the collector counts objects and sees no arrays
