"""Chronicle: one refight as a dated war diary, day by day.

Reads a replay: events (E, 6), trace (T, F, 6), outcomes, scenario, ground, units in
index order. Dates of outcomes stand beside those of the record, so that a historian
can check each day. A day on which nothing is logged is passed over; what such days
cost, and which dated outcomes did not come about, is told at the end.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as code
from refight.evidence.archive import Archive
from refight.ground.grid import Ground
from refight.report.days import date_span, long_date, short_date
from refight.report.diary import SIDES, Entry, Happening, Names, entries
from refight.report.gazetteer import gazetteer
from refight.report.inphase import moving, running
from refight.report.lines import plural, wrap
from refight.report.summary import CLOSING
from refight.scenario.forces import entries_of, side_of
from refight.scenario.model import Outcome, Scenario

LEAST = 1  # men lost in a day below which its losses are not worth a line
T_CELL, T_STATUS, T_MEN, T_HEART, T_STOCK, T_TANKS = range(6)  # columns of a trace


class Replay(Protocol):
    """One refight run again with its log; indices are those of the engine."""

    @property
    def events(self) -> NDArray[np.int64]:
        """Rows of the event log, (E, 6)."""

    @property
    def trace(self) -> NDArray[np.float64]:
        """Cell, status, men, cohesion, stock, tanks of each unit, (T, F, 6)."""

    @property
    def outcomes(self) -> Mapping[str, float]:
        """Value of each outcome, by id."""

    @property
    def scenario(self) -> Scenario:
        """The act."""

    @property
    def ground(self) -> Ground:
        """Its ground."""

    @property
    def units(self) -> Sequence[str]:
        """Ids of units, in index order."""

    @property
    def system(self) -> Any:
        """The engine's system of this draw: strengths at the start."""


def chronicle_data(
    replay: Replay, archive: Archive, replicate: int, command: str = ""
) -> dict[str, Any]:
    """Gather the diary of one refight, a record for each day with something in it."""
    scenario = replay.scenario
    rows = [Happening(*(int(each) for each in row)) for row in replay.events]
    log = moving(rows, scenario)
    names = names_of(replay, archive, log)
    by_day: dict[int, list[Happening]] = defaultdict(list)
    for each in log:
        by_day[day_of(scenario, each.step)].append(each)
    marks = _observed(replay, archive)
    days = sorted({*by_day, *marks})
    return {
        "act": scenario.id,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "replicate": replicate,
        "command": command,
        "days": [
            _day(day, [*entries(by_day[day], names), *marks[day]], replay, names)
            for day in days
        ],
        "last_day": day_of(scenario, len(replay.trace) - 1),
        "passed_over": _passed_over(days, replay, names),
        "never": _never(replay, archive),
        "model": CLOSING,
    }


def chronicle_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the diary for 80 columns."""
    start = datetime.fromisoformat(data["start"])
    lines = wrap(f"{data['title']}: chronicle of refight {data['replicate']}")
    lines += wrap(
        "One possible course of events, drawn by chance; not what happened. Square "
        "brackets give the record."
    )
    for day in data["days"]:
        lines += ["", f"{long_date(start, day['day'])} (day {day['day']})"]
        for each in day["entries"]:
            lines += wrap(each["text"], 4, "  -")
        lines += _loss_lines(day["losses"])
    lines += _end_lines(data, start)
    return [*lines, "", *([f"  {data['command']}"] if data["command"] else []), CLOSING]


def _end_lines(data: Mapping[str, Any], start: datetime) -> list[str]:
    """Say what did not come about, and what the days that are passed over cost."""
    last, quiet = data["last_day"], data["passed_over"]
    lines = ["", f"End of the act: {long_date(start, last)} (day {last})"]
    for each in data["never"]:
        lines += wrap(f"Did not come about: {each['text']}", 4, "  -")
    if quiet["days"]:
        told = "; ".join(
            _loss_words(side, quiet["losses"][side.value]) for side in SIDES
        )
        days = plural(quiet["days"], "day passed over", "days passed over")
        lines += wrap(f"Losses on {days}, nothing being logged: {told}.", 4, "  ")
    return lines


def names_of(replay: Replay, archive: Archive, log: Sequence[Happening]) -> Names:
    """Gather the names that the log's indices point to."""
    scenario = replay.scenario
    known = {each.id: each for each in scenario.units}
    formations = entries_of(scenario, archive)
    units = [known[name] for name in replay.units]
    sides = [side_of(unit, formations) or SIDES[0] for unit in units]
    return Names(
        scenario,
        gazetteer(replay.ground, archive, scenario.evidence),
        [unit.name for unit in units],
        [SIDES.index(side) for side in sides],
        running(log),
    )


def day_of(scenario: Scenario, step: int) -> int:
    """Give the day of a step: 0 on the act's first date."""
    moment = scenario.start + timedelta(hours=code.HOURS_PER_STEP * step)
    return (moment.date() - scenario.start.date()).days


def _day(
    day: int, found: Sequence[Entry], replay: Replay, names: Names
) -> dict[str, Any]:
    ordered = sorted(found, key=lambda each: each.step)
    return {
        "day": day,
        "date": (replay.scenario.start.date() + timedelta(days=day)).isoformat(),
        "entries": [
            {
                "step": each.step,
                "kind": each.kind,
                "text": each.text,
                "units": list(each.units),
                "cells": list(each.cells),
            }
            for each in ordered
        ],
        "losses": _losses(day, replay, names),
    }


def _dated(replay: Replay, archive: Archive) -> Iterator[tuple[Outcome, float, str]]:
    """Give each dated outcome with its value and what is said of it."""
    scenario = replay.scenario
    for outcome in scenario.outcomes:
        recorded = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
        if recorded.kind != "date":
            continue
        low, high, best = recorded.day_index(scenario.start.date().isoformat())
        between = date_span(scenario.start, low, high)
        middle = "" if best is None else f"{short_date(scenario.start, best)}, "
        said, named = _told(outcome, recorded.name)
        text = f"{said}. [{outcome.id}; on record {named}{middle}{between}]"
        yield outcome, replay.outcomes.get(outcome.id, math.nan), text


def _observed(replay: Replay, archive: Archive) -> dict[int, list[Entry]]:
    """Put each dated outcome on its day, with what is on record of it."""
    marks = defaultdict[int, list[Entry]](list)
    for _, value, text in _dated(replay, archive):
        if math.isfinite(value):
            day = math.floor(value)
            at = _last_step(replay.scenario, day)
            marks[day].append(Entry(at, "outcome", text))
    return marks


def _never(replay: Replay, archive: Archive) -> list[dict[str, str]]:
    """List the dated outcomes that did not come about."""
    return [
        {"id": outcome.id, "text": text}
        for outcome, value, text in _dated(replay, archive)
        if math.isinf(value)
    ]


def _passed_over(shown: Sequence[int], replay: Replay, names: Names) -> dict[str, Any]:
    """Count the days that are not shown, and the men and tanks lost on them."""
    last = day_of(replay.scenario, len(replay.trace) - 1)
    quiet = [day for day in range(last + 1) if day not in shown]
    lost = [_losses(day, replay, names) for day in quiet]
    kinds = ("men", "tanks")
    return {
        "days": len(quiet),
        "losses": {
            side.value: {kind: sum(x[side.value][kind] for x in lost) for kind in kinds}
            for side in SIDES
        },
    }


def _told(outcome: Outcome, name: str) -> tuple[str, str]:
    """Say what was observed of a dated outcome, and its name on record if another.

    One that borrows another's record goes by its own id.
    """
    if outcome.observed_as:
        return outcome.observed_as, f'as "{name}": '
    if outcome.id == outcome.record:
        return name, ""
    return outcome.id.replace("-", " ").capitalize(), ""


def _last_step(scenario: Scenario, day: int) -> int:
    """Give the last step of a day: what the day brought is told at its end."""
    hours = 24 * (day + 1) - scenario.start.hour
    return max(0, hours // code.HOURS_PER_STEP - 1)


def _losses(day: int, replay: Replay, names: Names) -> dict[str, dict[str, int]]:
    """Count the men and tanks that each side's units lost on a day."""
    steps = len(replay.trace)
    inside = [s for s in range(steps) if day_of(replay.scenario, s) == day]
    if not inside:
        return {side.value: {"men": 0, "tanks": 0} for side in SIDES}
    gone = _strength(replay, inside[0] - 1) - _strength(replay, inside[-1])
    found = {}
    for at, side in enumerate(SIDES):
        men, tanks = gone[np.asarray(names.side_of) == at].sum(axis=0)
        found[side.value] = {"men": round(float(men)), "tanks": round(float(tanks))}
    return found


def _strength(replay: Replay, step: int) -> NDArray[np.float64]:
    """Give men and tanks of each unit at the end of a step, (F, 2); -1: the start."""
    if step < 0:
        start = (replay.system.men, replay.system.vehicles[:, code.TANKS])
        return np.stack(start, axis=1).astype(np.float64)
    found: NDArray[np.float64] = replay.trace[step][:, [T_MEN, T_TANKS]]
    return found


def _loss_lines(losses: Mapping[str, Mapping[str, int]]) -> list[str]:
    parts = [_loss_words(side, losses[side.value]) for side in SIDES]
    if all(losses[side.value]["men"] < LEAST for side in SIDES):
        return []
    return wrap(f"Losses: {'; '.join(parts)}.", 4, "  ")


def _loss_words(side: Any, lost: Mapping[str, int]) -> str:
    text = f"{side.value.capitalize()} {plural(lost['men'], 'man', 'men')}"
    return f"{text}, {plural(lost['tanks'], 'tank')}" if lost["tanks"] else text
