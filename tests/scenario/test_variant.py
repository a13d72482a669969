"""Variants: factual levels change nothing, others change what they say and no more."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from refight.errors import ScenarioError, UsageError
from refight.scenario.model import Scenario, SideId
from refight.scenario.read import read
from refight.scenario.variant import named, parse, replaced, vary


@pytest.fixture
def scenario(
    files: dict[str, dict[str, Any]], write: Callable[[dict[str, Any]], Path]
) -> Scenario:
    return read(write(files))


def test_factual_levels_give_an_identical_scenario(scenario: Scenario) -> None:
    factual = {lever.id: lever.factual for lever in scenario.levers}
    assert vary(scenario, factual) == scenario
    assert vary(scenario, {}) == scenario
    assert named(scenario, factual) == ()


def test_a_level_changes_plans_estimates_and_arrivals(scenario: Scenario) -> None:
    varied = vary(scenario, {"resolve": "leave"})
    assert varied.plan == {SideId.IRAQ: "go", SideId.IRAN: "leave"}
    assert {unit.quality for unit in varied.units} == {"quality.less"}
    assert varied.parameters == {"command.delay": "command.delay.long"}
    assert varied.plans["go"].phases[0].limit == "limit.other"
    assert varied.units[0].arrival is None
    assert str(varied.units[1].arrival) == "1980-09-25 06:00:00"
    assert named(scenario, {"resolve": "leave"}) == ("resolve=leave",)


def test_a_mapped_parameter_follows_its_estimate(scenario: Scenario) -> None:
    mapped = scenario.model_copy(
        update={"parameters": {"belief.start.iraq": "command.delay"}}
    )
    varied = vary(mapped, {"resolve": "leave"})
    assert varied.parameters["belief.start.iraq"] == "command.delay.long"


def test_the_rest_is_left_alone(scenario: Scenario) -> None:
    varied = vary(scenario, {"resolve": "leave"})
    kept = set(Scenario.model_fields) - {"units", "parameters", "plans", "plan"}
    assert all(getattr(varied, key) == getattr(scenario, key) for key in kept)


def test_absent_groups_are_gone(scenario: Scenario) -> None:
    varied = vary(scenario, {"help": "absent"})
    assert [unit.id for unit in varied.units] == ["one"]


def test_order_of_choices_does_not_matter(scenario: Scenario) -> None:
    one = {"resolve": "leave", "help": "absent"}
    other = dict(reversed(one.items()))
    assert vary(scenario, one) == vary(scenario, other)
    assert named(scenario, one) == named(scenario, other)


def test_contradicting_levels_are_refused(scenario: Scenario) -> None:
    with pytest.raises(ScenarioError, match="arrival of blue"):
        vary(scenario, {"resolve": "leave", "help": "late"})


def test_two_levels_may_say_what_they_make_together(
    files: dict[str, dict[str, Any]], write: Callable[[dict[str, Any]], Path]
) -> None:
    levels = files["levers.yaml"]["levers"]
    levels[1]["levels"]["late"] = {
        "words": "weak",
        "estimates": {"quality.all": "quality.weak"},
        "together": {"quality.less": "quality.least"},
    }
    scenario = read(write(files))
    alone = vary(scenario, {"help": "late"})
    assert {unit.quality for unit in alone.units} == {"quality.weak"}
    for choices in (
        {"help": "late", "resolve": "leave"},
        {"resolve": "leave", "help": "late"},
    ):
        both = vary(scenario, choices)
        assert {unit.quality for unit in both.units} == {"quality.least"}
        assert replaced(scenario, choices)["quality.least"] == "quality.all"


@pytest.mark.parametrize(
    ("choice", "near"),
    [({"resolv": "leave"}, "resolve"), ({"resolve": "leav"}, "leave")],
)
def test_unknown_words_get_the_nearest(
    scenario: Scenario, choice: dict[str, str], near: str
) -> None:
    with pytest.raises(ScenarioError) as caught:
        vary(scenario, choice)
    assert f'did you mean "{near}"' in caught.value.message()


@pytest.mark.parametrize("words", [["a"], ["=b"], ["a="], ["a=b", "a=c"]])
def test_badly_written_choices(words: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(words)
