"""Vary a scenario: set levers to other levels than what was.

Reads: a `Scenario` and choices, lever -> level. Returns: another `Scenario`, equal to
the first when every choice is factual. A variant is named by its choices.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from refight.engine.parameters import PARAMETERS
from refight.errors import ScenarioError, UsageError, suggest
from refight.scenario.model import Level, Lever, Phase, Plan, Scenario, SideId, Unit


def parse(words: Iterable[str]) -> dict[str, str]:
    """Read choices written as lever=level. Raises UsageError for anything else.

    >>> parse(["women-defenders=absent"])
    {'women-defenders': 'absent'}
    """
    choices: dict[str, str] = {}
    for word in words:
        lever, sign, level = word.partition("=")
        if not (lever and sign and level):
            hint = "for example women-defenders=absent"
            raise UsageError("a choice written lever=level", f'"{word}"', hint=hint)
        if lever in choices:
            hint = "a lever stands at one level"
            raise UsageError("each lever once", f'"{lever}" again', hint=hint)
        choices[lever] = level
    return choices


def vary(scenario: Scenario, choices: Mapping[str, str]) -> Scenario:
    """Set levers to the chosen levels.

    Raises ScenarioError for an unknown lever or level, and when two chosen levels
    put different things in the same place.
    """
    levels = _chosen(scenario, choices)
    _refuse_conflict(scenario, levels)
    return changed(scenario, levels)


def named(scenario: Scenario, choices: Mapping[str, str]) -> tuple[str, ...]:
    """Name a variant: its choices that are not factual, in the scenario's order."""
    return tuple(
        f"{lever.id}={choices[lever.id]}"
        for lever in _levers(scenario, choices)
        if choices[lever.id] != lever.factual
    )


def replaced(scenario: Scenario, choices: Mapping[str, str]) -> dict[str, str]:
    """Give the estimate whose place each estimate of the chosen levels takes."""
    out: dict[str, str] = {}
    for level in _chosen(scenario, choices):
        for old, new in level.estimates.items():
            out[new] = scenario.parameters.get(old, old)
    return out


def changed(scenario: Scenario, levels: Iterable[Level]) -> Scenario:
    """Apply levels to a scenario, in the order given."""
    for level in levels:
        scenario = scenario.model_copy(
            update={
                "units": _units(scenario, level),
                "parameters": _parameters(scenario.parameters, level.estimates),
                "plans": _plans(scenario.plans, level.estimates),
                "plan": _plan(scenario.plan, level.plans),
            }
        )
    return scenario


def _levers(scenario: Scenario, choices: Mapping[str, str]) -> list[Lever]:
    known = [lever.id for lever in scenario.levers]
    for word in choices:
        if word not in known:
            raise ScenarioError(
                f"a lever of {scenario.id}",
                f'"{word}"',
                f"{scenario.id}/levers",
                suggest(word, known) if known else "this scenario has no levers",
            )
    return [lever for lever in scenario.levers if lever.id in choices]


def _chosen(scenario: Scenario, choices: Mapping[str, str]) -> list[Level]:
    """Give the chosen levels, with what two of them make together."""
    levels = [
        _level(scenario, lever, choices[lever.id])
        for lever in _levers(scenario, choices)
    ]
    made = {
        old: level.together[other.estimates[old]]
        for level in levels
        for old in level.estimates
        for other in levels
        if other is not level and other.estimates.get(old) in level.together
    }
    return [_made(each, made) for each in levels]


def _made(level: Level, made: Mapping[str, str]) -> Level:
    if not made.keys() & level.estimates.keys():
        return level
    estimates = {old: made.get(old, new) for old, new in level.estimates.items()}
    return level.model_copy(update={"estimates": estimates})


def _level(scenario: Scenario, lever: Lever, word: str) -> Level:
    if word in lever.levels:
        return lever.levels[word]
    raise ScenarioError(
        f'a level of "{lever.id}"',
        f'"{word}"',
        f"{scenario.id}/levers/{lever.id}",
        suggest(word, lever.levels),
    )


def _refuse_conflict(scenario: Scenario, levels: Iterable[Level]) -> None:
    """Refuse two values for one thing: the order of levers must not matter."""
    taken: dict[tuple[str, str], str] = {}
    for level in levels:
        for key, value in _settings(level):
            if taken.setdefault(key, value) != value:
                raise ScenarioError(
                    "chosen levels that do not contradict each other",
                    f"{key[0]} {key[1]} set to both {taken[key]} and {value}",
                    f"{scenario.id}/levers",
                    "choose one of the two",
                )


def _settings(level: Level) -> Iterable[tuple[tuple[str, str], str]]:
    for old, new in level.estimates.items():
        yield ("estimate", old), new
    for side, plan in level.plans.items():
        yield ("plan of", side.value), plan
    for group, moment in level.arrivals.items():
        yield ("arrival of", group), str(moment)


def _units(scenario: Scenario, level: Level) -> tuple[Unit, ...]:
    return tuple(
        _unit(unit, level, scenario.start)
        for unit in scenario.units
        if unit.group not in level.absent_groups
    )


def _unit(unit: Unit, level: Level, start: datetime) -> Unit:
    update: dict[str, object] = {}
    if unit.quality in level.estimates:
        update["quality"] = level.estimates[unit.quality]
    if unit.group in level.arrivals:
        moment = level.arrivals[unit.group]
        update["arrival"] = moment if moment > start else None
    return unit.model_copy(update=update) if update else unit


def _parameters(
    parameters: Mapping[str, str], estimates: Mapping[str, str]
) -> dict[str, str]:
    """Point parameters at other estimates.

    A parameter that the scenario does not map uses the estimate of its own name, so
    replacing that estimate maps it.
    """
    own = {old: new for old, new in estimates.items() if _is_parameter(old)}
    own = {old: new for old, new in own.items() if old != new}
    unmapped = {old: new for old, new in own.items() if old not in parameters}
    mapped = {name: estimates.get(old, old) for name, old in parameters.items()}
    return mapped | unmapped


def _is_parameter(name: str) -> bool:
    sides = tuple(f".{side.value}" for side in SideId)
    bare = name.rsplit(".", 1)[0] if name.endswith(sides) else name
    return bare in PARAMETERS


def _plans(plans: Mapping[str, Plan], estimates: Mapping[str, str]) -> dict[str, Plan]:
    return {name: _plan_on(plan, estimates) for name, plan in plans.items()}


def _plan_on(plan: Plan, estimates: Mapping[str, str]) -> Plan:
    phases = tuple(_phase(phase, estimates) for phase in plan.phases)
    return plan.model_copy(update={"phases": phases})


def _phase(phase: Phase, estimates: Mapping[str, str]) -> Phase:
    pause = phase.start.pause_after_failure
    start = phase.start.model_copy(
        update={"pause_after_failure": estimates.get(pause or "", pause)}
    )
    limit = estimates.get(phase.limit or "", phase.limit)
    return phase.model_copy(update={"start": start, "limit": limit})


def _plan(
    plan: Mapping[SideId, str], chosen: Mapping[SideId, str]
) -> dict[SideId, str]:
    return {**plan, **chosen}
