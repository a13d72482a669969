"""The shipped acts are complete: estimates, plans, levers, outcomes fit together."""

from functools import cache

import pytest

from refight.engine.parameters import PARAMETERS
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate, read_estimates
from refight.files import campaign_path
from refight.ground import load
from refight.ground.grid import Ground
from refight.scenario.check import check
from refight.scenario.forces import entries_of, groups_of
from refight.scenario.model import Observable, Scenario, SideId
from refight.scenario.read import read_traced, scenario_path
from refight.scenario.variant import named, vary

ACTS = ("fall", "liberation")
CAMPAIGN = campaign_path("khorramshahr")
# Outcomes on record that no process of the engine can see, named in outcomes.yaml too.
NOT_OBSERVED = {
    "fall": {"iranian-casualties-all", "civilian-killed-3d"},
    "liberation": {"mines-captured"},
}
# Policies that sentences of the account ask for, with the level their check sets.
ASKED = {
    "fall": {
        "defender-cohesion": "ordinary",
        "air-strikes": "none",
        "iraqi-belief": "accurate",
        "population": "welcomes",
        "women-defenders": "absent",
        "preparedness": "high",
        "defence-policy": "hold-forward",
        "popular-forces": "integrated",
        "command-unity": "joint",
    },
    "liberation": {
        "iraqi-supply": "good",
        "iraqi-cohesion": "ordinary",
        "works": "none",
        "mines": "none",
        "numbers": "equal-city",
        "iranian-cohesion": "ordinary",
        "coordination": "apart",
        "night-infiltration": "ordinary",
        "command-unity": "divided",
        "popular-forces": "absent",
    },
}
# The hinge: each act under the other's policy for command and for popular forces.
SWAP = {
    "fall": {"command-unity": "joint", "popular-forces": "integrated"},
    "liberation": {"command-unity": "divided", "popular-forces": "sidelined"},
}


@cache
def archive() -> Archive:
    return Archive.read(CAMPAIGN)


@cache
def estimates() -> dict[str, Estimate]:
    return read_estimates(CAMPAIGN / "estimates.yaml", archive())


@cache
def ground(act: str) -> Ground:
    return load(act)


@cache
def scenario(act: str) -> Scenario:
    found, origin = read_traced(scenario_path(act))
    check(found, archive(), ground(act), estimates(), origin)
    return found


def choices(act: str) -> list[tuple[str, str]]:
    return [(each.id, level) for each in scenario(act).levers for level in each.levels]


def test_every_engine_parameter_has_an_estimate() -> None:
    assert set(PARAMETERS) <= set(estimates())


def test_estimates_of_shares_stay_shares() -> None:
    shares = ("cohesion.", "killed.", "arms.", "combined.", "command.refusal", "mines.")
    for name, estimate in estimates().items():
        if name.startswith(shares) and name != "cohesion.loss":
            assert 0 <= estimate.low <= estimate.high <= 1, name
            assert estimate.bounds is not None, name
            assert 0 <= estimate.bounds[0] <= estimate.bounds[1] <= 1, name


@pytest.mark.parametrize("act", ACTS)
def test_parameters_of_an_act_are_parameters(act: str) -> None:
    bare = {name.removesuffix(".iraq").removesuffix(".iran") for name in PARAMETERS}
    for name in scenario(act).parameters:
        assert name.removesuffix(".iraq").removesuffix(".iran") in bare, name


def test_every_estimate_is_used_or_is_a_parameter() -> None:
    used = set(PARAMETERS)
    for each in map(scenario, ACTS):
        used |= set(each.parameters.values()) | {unit.quality for unit in each.units}
        for plan in each.plans.values():
            for phase in plan.phases:
                used |= {phase.limit or "", phase.start.pause_after_failure or ""}
        for lever in each.levers:
            for level in lever.levels.values():
                used |= {*level.estimates.values(), *level.together.values()}
    assert set(estimates()) <= used, sorted(set(estimates()) - used)


@pytest.mark.parametrize("act", ACTS)
def test_every_phase_gives_every_group_an_order(act: str) -> None:
    entries = entries_of(scenario(act), archive())
    for name, plan in scenario(act).plans.items():
        groups = set(groups_of(scenario(act), entries, plan.side))
        for phase in plan.phases:
            assert set(phase.orders) == groups, (name, phase.id)


@pytest.mark.parametrize("act", ACTS)
def test_a_later_phase_waits_for_something(act: str) -> None:
    for name, plan in scenario(act).plans.items():
        for phase in plan.phases[1:]:
            start = phase.start
            assert start.not_before or start.enemy_holds, (name, phase.id)


@pytest.mark.parametrize("act", ACTS)
def test_every_outcome_on_record_is_observed_or_named_as_not(act: str) -> None:
    folder = scenario(act).evidence
    known = {each.id for each in archive().outcomes.values() if each.folder == folder}
    seen = {each.record for each in scenario(act).outcomes}
    assert known - seen == NOT_OBSERVED[act]
    unscored = {x.id for x in archive().outcomes.values() if not x.score}
    for each in scenario(act).outcomes:
        assert not (each.scored and each.record in unscored), each.id
        assert not (each.scored and each.input), each.id


@pytest.mark.parametrize("act", ACTS)
def test_observables_have_what_they_need(act: str) -> None:
    needs_set = {
        Observable.FIRST_REACHED,
        Observable.FIRST_HELD,
        Observable.DAYS_BETWEEN,
        Observable.NEVER_HELD,
        Observable.EVER_HELD,
        Observable.CUT_OFF,
        Observable.CUT_OFF_MEN,
        Observable.LAST_MEN,
    }
    needs_day = {Observable.AREA, Observable.CAPTURED_SINCE}
    for each in scenario(act).outcomes:
        assert each.side is not None, each.id
        assert each.set or each.observable not in needs_set, each.id
        assert each.on or each.observable not in needs_day, each.id


@pytest.mark.parametrize("act", ACTS)
def test_every_lever_level_gives_a_sound_scenario(act: str) -> None:
    for lever, level in choices(act):
        varied = vary(scenario(act), {lever: level})
        check(varied, archive(), ground(act), estimates())
        factual = not named(scenario(act), {lever: level})
        assert (varied == scenario(act)) == factual, (lever, level)


@pytest.mark.parametrize("act", ACTS)
def test_replaced_estimates_are_in_use(act: str) -> None:
    act_now = scenario(act)
    in_use = {unit.quality for unit in act_now.units} | set(act_now.parameters.values())
    for lever in act_now.levers:
        for level in lever.levels.values():
            assert set(level.estimates) <= in_use, (lever.id, level.words)


@pytest.mark.parametrize("act", ACTS)
def test_levers_that_the_account_asks_for_exist(act: str) -> None:
    have = {each.id: each for each in scenario(act).levers}
    assert set(have) == set(ASKED[act])
    for name, level in ASKED[act].items():
        assert level in have[name].levels, name
        assert have[name].absent == level, name
        assert have[name].sentences, name


@pytest.mark.parametrize("act", ACTS)
def test_the_swap_can_be_set(act: str) -> None:
    swapped = vary(scenario(act), SWAP[act])
    check(swapped, archive(), ground(act), estimates())
    assert len(named(scenario(act), SWAP[act])) == 2


def test_trade_space_shows_its_four_stages() -> None:
    plan = scenario("fall").plans["trade-space"]
    stages = [phase.id for phase in plan.phases]
    assert stages[:4] == ["yield", "lure", "encircle", "counterattack"]
    assert plan.side is SideId.IRAN
