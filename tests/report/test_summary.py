"""The summary: 80 columns, intervals beside the record, counts that hold."""

import math
from datetime import datetime

import numpy as np
import pytest

from refight.ensemble.store import Ensemble
from refight.errors import EnsembleError
from refight.report.bars import blocks, column, marks
from refight.report.outcomes import outcome_data, outcome_lines, percent
from refight.report.summary import summary_data, summary_lines
from refight.scenario.read import read, scenario_path
from tests.report import fake

START = datetime(1980, 9, 22)


@pytest.fixture(scope="module")
def page():
    return summary_data(fake.prepared(), fake.ensemble(), 1000)


def row(name, values):
    scenario = fake.scenario()
    outcome = next(each for each in scenario.outcomes if each.id == name)
    return outcome_data(outcome, scenario, fake.archive(), np.array(values))


def test_no_line_is_wider_than_80(page):
    assert max(map(len, summary_lines(page))) <= 80


def test_the_page_says_what_the_issue_asks(page):
    text = " ".join(" ".join(summary_lines(page)).split())
    for said in (
        "The city falls in",
        "by the day on record, 26 October 1980, in",
        "Planned for 25 September 1980 (day 3); fought through on 26 October 1980",
        "3 estimates, of which 2 are assumptions",
        "Monte-Carlo error",
        "refight fall --refights 400 --seed 1",
        fake.ensemble().manifest.short,
        "In this model, given these sources.",
        "Stopped after 400 of 1,000 refights",
    ):
        assert said in text


def test_the_city_falls_as_often_as_the_column_says(page):
    days = fake.ensemble().columns["outcome.fall-date"]
    found = page["decision"]
    assert found["happened"]["hits"] == np.isfinite(days).sum()
    assert found["by_record"]["hits"] == (days < 35).sum()
    assert found["happened"]["low"] < found["happened"]["share"]
    assert found["late"] == 31


def test_intervals_are_those_of_the_column(page):
    killed = fake.ensemble().columns["outcome.iraqi-killed"]
    found = next(each for each in page["outcomes"] if each["id"] == "iraqi-killed")
    assert found["refought"]["median"] == np.quantile(killed, 0.5)
    assert found["refought"]["interval90"] == [
        pytest.approx(np.quantile(killed, share)) for share in (0.05, 0.95)
    ]
    assert found["refought"]["monte_carlo_error"] > 0
    assert found["record"]["best"] == 2000


def test_meeting_is_the_record_inside_the_90_per_cent_interval():
    assert row("fall-date", [33.0, 34.0, 35.0])["meets"] is True
    assert row("fall-date", [36.0, 37.0, 38.0])["meets"] is False
    assert row("fall-date", [33.0, math.inf, math.inf])["meets"] is True
    assert row("fall-date", [math.inf] * 3)["meets"] is False
    assert row("fall-date", [34.9])["meets"] is True  # the same calendar day
    assert row("fall-date", [math.nan])["meets"] is None


def test_a_refight_in_which_it_never_happened_is_counted_and_said():
    found = row("fall-date", [34.0, 34.0, 34.0, math.inf])
    assert found["refought"]["never"] == 0.25
    assert "never in 25%" in "\n".join(outcome_lines(found, START))


def test_yes_and_no_are_written_as_a_share():
    text = "\n".join(outcome_lines(row("south-bank", [1.0, 1.0, 0.0, 1.0]), START))
    assert "yes in 75%" in text
    assert "record    no" in text


def test_distribution_and_record_share_one_scale():
    found = row("fall-date", [30.0, 34.0, 34.0, 38.0])
    low, high = found["scale"]
    assert sum(found["counts"]) == 4
    assert low <= 30 and high > 38
    width = (high - low) / len(found["counts"])
    at = int((34 - low) / width)
    assert found["counts"][at] == 2
    lines = outcome_lines(found, START)
    assert lines[-1][60 + at] == "|"
    assert lines[-2][60 + at] == "█"


def test_inputs_are_apart_and_never_scored(page):
    lines = summary_lines(page)
    place = lines.index("Inputs, shown for checking")
    assert any("max-iraqi-tanks" in line for line in lines[place:])
    assert not any("max-iraqi-tanks:" in line for line in lines[:place])
    assert page["scored"]["of"] == 4


def test_levers_and_version_are_in_the_line_that_reproduces():
    more = {"variant": ("belief=accurate",), "version": "told"}
    page = summary_data(fake.prepared(), fake.ensemble(20, **more))
    assert page["command"] == (
        "refight fall --refights 20 --seed 1 --as told --lever belief=accurate"
    )


def test_a_folder_is_named_in_the_line_that_reproduces():
    page = summary_data(fake.prepared(), fake.ensemble(20), folder="my act")
    assert page["command"] == "refight run 'my act' --refights 20 --seed 1"


def test_without_the_deciding_outcome_there_is_an_error():
    whole = fake.ensemble(20)
    rest = {k: v for k, v in whole.columns.items() if k != "outcome.fall-date"}
    with pytest.raises(EnsembleError, match="fall-date"):
        summary_data(fake.prepared(), Ensemble(whole.manifest, rest))


def test_a_single_refight_and_one_that_never_falls_can_be_shown():
    one = fake.ensemble(1)
    one.columns["outcome.fall-date"][:] = np.inf
    lines = summary_lines(summary_data(fake.prepared(), one))
    assert "middle refight it does not happen" in " ".join(" ".join(lines).split())


def test_bars():
    assert blocks([]) == ""
    assert blocks([0, 0]) == "  "
    assert blocks([1, 1000])[0] == "▁"
    assert marks(0, None, 10, (0, 10), 5) == "[---]"
    assert marks(5, 5, 5, (0, 10), 4) == "  | "
    assert column(math.inf, (0, 10), 7) == 6
    assert column(-5, (0, 10), 7) == 0


def test_small_shares_are_not_written_as_none():
    assert percent(0.001) == "<1%"
    assert percent(0.0) == "0%"


def test_two_outcomes_of_one_record_have_titles_of_their_own():
    scenario = read(scenario_path("liberation"))
    titles = {
        each.id: each.title("Khorramshahr retaken")
        for each in scenario.outcomes
        if each.record == "city-retaken-on"
    }
    assert len(set(titles.values())) == len(titles) == 2


@pytest.mark.parametrize(
    ("low", "best", "high", "drawn"),
    [
        (2, 8, 8, "  [-----|] "),
        (2, 2, 8, " [|-----]  "),
        (0, 0, 4, "|---]      "),  # no room before it
        (5, 5, 5, "     |     "),
    ],
)
def test_a_best_value_at_an_end_hides_no_bracket(low, best, high, drawn):
    assert marks(low, best, high, (0, 10), 11) == drawn


def test_the_day_of_the_plan_is_shown_and_not_judged():
    scenario = fake.scenario().model_copy(update={"planned_day": "fall-date"})
    outcome = next(each for each in scenario.outcomes if each.id == "fall-date")
    plan = outcome_data(outcome, scenario, fake.archive(), np.array([99.0]))
    said = " ".join(" ".join(outcome_lines(plan, START)).split())
    assert "the plan's own, not judged" in said and "does not meet" not in said
