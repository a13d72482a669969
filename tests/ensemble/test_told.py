"""The acts as told: only the account's claims, or counted assumptions."""

from functools import cache

import numpy as np
import pytest

from refight import files
from refight.account import read
from refight.ensemble import refight as chain
from refight.ensemble.stats import share
from refight.ensemble.told import ARRANGED, KINDS, OPEN_END, VEHICLES, counted, standing
from refight.errors import AccountError, UsageError
from refight.evidence.estimate import read_estimates
from refight.report.enough import answer_data, answer_words, assumed_lines, verdict
from refight.report.summary import summary_data, summary_lines
from refight.scenario.deck import CENTRAL, draw
from refight.scenario.forces import entries_of
from tests.ensemble.acts import ACTS, ready

FEW = 20


@pytest.fixture(scope="module", params=ACTS)
def act(request):
    return request.param


@cache
def told(act):
    return chain.prepare(act, "told")


@cache
def refought(act):
    return chain.refight(told(act), FEW, seed=3)


@cache
def own_claims():
    account = read(files.campaign_path("khorramshahr") / "account")
    return {c for each in account.sentences.values() for c in each.claims.own}


def men(act, draws):
    """Give men by side, `(D, S)`, of some draws."""
    laid_out = told(act).compiled
    values = draw(laid_out.deck, 3, draws)
    systems = [laid_out.system(each) for each in values]
    sides = systems[0].unit[:, 0]
    return np.array([[s.men[sides == k].sum() for k in (0, 1)] for s in systems])


def test_an_act_as_told_is_refought_under_its_own_name(act):
    assert refought(act).count == FEW
    assert refought(act).manifest.version == "told"


def test_told_and_recorded_have_different_digests(act):
    assert told(act).digest != ready(act).digest


def test_no_number_rests_on_anything_but_the_account_or_an_assumption(act):
    for each in told(act).compiled.deck.own.values():
        assert set(each.claims) <= own_claims(), each.id
        assert each.claims or each.assumption


def test_every_draw_is_told_or_counted_among_the_assumptions(act):
    prepared = told(act)
    counted_ids = {each.id for each in prepared.assumed}
    for name in prepared.compiled.deck.own:
        assert name in counted_ids or name in prepared.told.strengths


def test_assumptions_are_counted_by_kind_and_have_reasons(act):
    assumed = told(act).assumed
    tally = counted(assumed)
    assert tuple(tally) == KINDS
    assert sum(tally.values()) == len(assumed) > 100
    assert tally[ARRANGED] == {"fall": 9, "liberation": 12}[act]
    assert tally[VEHICLES] == 6
    assert tally[OPEN_END] == (1 if act == "fall" else 0)
    assert all(each.reason.strip() for each in assumed)
    assert len({(each.kind, each.id) for each in assumed}) == len(assumed)


@pytest.mark.parametrize(
    ("act", "side", "low", "high"),
    [
        ("fall", 1, 2_000, 5_000),
        ("fall", 0, 20_000, 90_000),
        ("liberation", 0, 15_000, 20_000),
        ("liberation", 1, 20_000, 90_000),
    ],
)
def test_a_side_has_the_men_that_are_told(act, side, low, high):
    """The ends told are the 5 and 95 per cent points of the whole side."""
    centre = men(act, [CENTRAL])[0, side]
    assert centre == pytest.approx((low * high) ** 0.5, rel=0.02)
    spread = men(act, range(200))[:, side]
    assert np.mean((spread > low * 0.98) & (spread < high * 1.02)) > 0.8
    assert spread.std() > 0.05 * centre


def test_the_garrison_told_stands_in_the_city_and_nobody_elsewhere():
    laid_out = told("liberation").compiled
    ground = told("liberation").ground
    rows = laid_out.base.unit
    iraqi = rows[rows[:, 0] == 0]
    names = [laid_out.groups[k] for k in iraqi[:, 3]]
    assert {*names} == {"garrison"}
    near = {c for name in ("city", "ring") for c in ground.sets[name]}
    named = ("port-khorramshahr", "pol-e-now")
    near |= {ground.place_cell[name] for name in named}
    assert {*iraqi[:, 4].tolist()} <= {int(cell) for cell in near}
    guns = laid_out.system(draw(laid_out.deck, 3, [CENTRAL])[0]).vehicles[:, 2]
    assert guns[rows[:, 0] == 0].sum() > 0


def test_the_plan_told_has_no_date_of_the_record_but_the_first(act):
    scenario, recorded = told(act).scenario, ready(act).scenario
    side = scenario.attacker
    plan = scenario.plans[scenario.plan[side]]
    theirs = recorded.plans[recorded.plan[side]].phases
    own = [phase.start.not_before for phase in plan.phases]
    assert own[0] == theirs[0].start.not_before
    assert not {*own[1:]} & {phase.start.not_before for phase in theirs} - {None}
    assert plan.phases[1].objective == "city"
    assert scenario.planned_day is None


def test_the_assault_told_begins_halfway_to_the_day_told():
    scenario = told("liberation").scenario
    first, second = scenario.plans[scenario.plan["iran"]].phases[:2]
    days = (second.start.not_before.date() - first.start.not_before.date()).days
    assert days == pytest.approx(told("liberation").told.day / 2, abs=1)


def test_levers_bring_back_no_plan_of_the_record(act):
    scenario = told(act).scenario
    for lever in scenario.levers:
        for level in lever.levels.values():
            assert scenario.attacker not in level.plans
    names = {lever.id for lever in scenario.levers}
    assert {"fall": "iraqi-belief", "liberation": "iraqi-supply"}[act] in names


def test_a_place_of_troops_that_is_not_there_is_refused():
    scenario = ready("liberation").scenario
    entries = entries_of(scenario, ready("liberation").archive)
    with pytest.raises(AccountError, match="iq-nobody"):
        standing(
            scenario,
            entries,
            {"iraq": {"group": "garrison", "units": {"iq-nobody": "city"}}},
        )
    with pytest.raises(AccountError, match="garison"):
        standing(scenario, entries, {"iraq": {"group": "garison", "units": {}}})


def test_the_policy_told_is_the_factual_one():
    scenario = told("fall").scenario
    assert scenario.plan["iran"] == "trade-space"
    again = chain.prepare("fall", "told", {"defence-policy": "trade-space"})
    assert (again.variant, again.digest) == ((), told("fall").digest)
    recorded = chain.prepare("fall", "told", {"defence-policy": "as-recorded"})
    assert recorded.variant == ("defence-policy=as-recorded",)
    plans = recorded.scenario.plan, ready("fall").scenario.plan
    assert plans[0]["iran"] == plans[1]["iran"]


def test_levers_as_told_change_something(act):
    for lever in told(act).scenario.levers:
        other = next(each for each in lever.levels if each != lever.factual)
        changed = chain.prepare(act, "told", {lever.id: other})
        assert changed.digest != told(act).digest, lever.id


def test_a_parameter_that_is_not_told_takes_the_general_estimate():
    assert "killed.share.iran80" in ready("fall").compiled.deck.own
    assert "killed.share.iran80" not in told("fall").compiled.deck.own
    assert "belief.start.iraq80" in told("fall").compiled.deck.own


def test_as_recorded_nothing_changes(act):
    prepared = ready(act)
    campaign = files.campaign_path("khorramshahr")
    stated = read_estimates(campaign / "estimates.yaml", prepared.archive)
    assert (prepared.told, prepared.assumed) == (None, ())
    assert prepared.estimates == stated


def test_the_summary_prints_the_count(act):
    page = summary_data(told(act), refought(act))
    text = " ".join(" ".join(summary_lines(page)).split())
    assert f"{len(told(act).assumed)} assumptions" in text
    assert "--as told" in page["command"]
    assert "Is the account enough? By the day told" in text
    assert page["enough"]["verdict"] in text
    assert summary_data(ready(act), chain.refight(ready(act), 2))["enough"] is None


def test_the_answer_states_shares_intervals_and_count(act):
    answer = answer_data(told(act), refought(act))
    values = refought(act).column(f"outcome.{told(act).scenario.decided_by}")
    hits = int(np.sum(np.asarray(values) < told(act).told.day + 1))
    assert answer["by_day_told"]["hits"] == hits
    assert answer["by_day_told"]["low"] <= hits / FEW <= answer["by_day_told"]["high"]
    assert answer["day_told"] == {"fall": 45, "liberation": 25}[act]
    assert (answer["verdict_of_length"] is None) == (act == "liberation")
    said = answer_words(answer)
    assert f"{hits} of {FEW} refights" in said
    assert f"{len(told(act).assumed)} assumptions" in said
    assert all(len(line) <= 80 for line in assumed_lines({act: answer}))


@pytest.mark.parametrize(
    ("hits", "word"), [(90, "enough"), (10, "not enough"), (50, "undecided")]
)
def test_the_verdict_is_on_which_side_of_a_half_the_interval_lies(hits, word):
    assert verdict(share(np.arange(100) < hits)) == word


def test_an_unknown_version_is_refused():
    with pytest.raises(UsageError, match="told"):
        chain.prepare("fall", "tolt")
