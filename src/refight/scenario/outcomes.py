"""Outcomes: from what the engine observed to values in the record's units.

Days are whole days since the first day of the act (day 0), as the record counts them.
Infinity means "not within the act"; NaN means "does not apply".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.scenario.compile import Compiled, step_of
from refight.scenario.model import Observable, Outcome, Scenario, SideId

Floats = NDArray[np.float64]
SIDES = tuple(SideId)
CAUSES = ("direct", "guns", "mines", "air", "surrender")
KINDS = ("killed", "wounded", "captured")
VEHICLES = ("tanks", "carriers", "guns")
DAILY = {
    "men": sy.T_MEN,
    "tanks": sy.T_TANKS,
    "killed": sy.T_KILLED,
    "wounded": sy.T_WOUNDED,
    "captured": sy.T_CAPTURED,
    "cohesion": sy.T_COHESION,
    "area": sy.T_AREA,
    "cut": sy.T_CUT,
}
COUNTED = (
    Observable.PEAK_MEN, Observable.PEAK_TANKS, Observable.LAST_MEN, Observable.AREA
)  # fmt: skip
AFTERMATH = 2 * sy.STEPS_PER_DAY  # losses count until two days after the decision


@dataclass(frozen=True)
class Observed:
    """What the engine left of R refights."""

    seen: NDArray[np.int64]  # (R, V)
    series: Floats  # (R, T, S, SERIES)
    losses: NDArray[np.int64]  # (R, S, cause, kind)
    wrecks: NDArray[np.int64]  # (R, S, 6)
    phases: NDArray[np.int64]  # (R, S, P, 3)


def days(seen: NDArray[np.int64], scenario: Scenario) -> Floats:
    """Return whole days since the first day of the act; infinity for never."""
    hours = scenario.start.hour + sy.HOURS_PER_STEP * seen
    return np.asarray(np.where(seen < 0, np.inf, np.floor(hours / 24.0)))


def last_steps(
    scenario: Scenario, compiled: Compiled, seen: Observed
) -> NDArray[np.int64]:
    """Return the step up to which losses count, for each refight."""
    steps = seen.series.shape[1]
    decided = seen.seen[:, compiled.watch.of[scenario.decided_by]]
    ends = np.minimum(steps - 1, decided + AFTERMATH)
    return np.asarray(np.where(decided < 0, steps - 1, ends))


def at_steps(
    series: Floats, steps: NDArray[np.int64], side: int, column: int
) -> Floats:
    """Return one total of one side at a step of each refight."""
    return np.asarray(series[np.arange(steps.size), steps, side, column])


def columns(
    scenario: Scenario, compiled: Compiled, seen: Observed
) -> dict[str, Floats]:
    """Return every column of the results (see `ensemble`), in a fixed order."""
    out: dict[str, Floats] = {}
    last = last_steps(scenario, compiled, seen)
    out |= dict.fromkeys(
        (f"outcome.{each.id}" for each in scenario.outcomes), last.astype(np.float64)
    )
    for outcome in sorted(scenario.outcomes, key=depends):  # others first
        value = value_of(outcome, scenario, compiled, seen, last, out)
        out[f"outcome.{outcome.id}"] = value
    out |= loss_columns(seen) | phase_columns(compiled, seen, scenario)
    return out | daily_columns(seen)


def depends(outcome: Outcome) -> bool:
    """Tell whether an outcome is worked out from others."""
    return outcome.observable is Observable.DAYS_BETWEEN


def value_of(
    outcome: Outcome,
    scenario: Scenario,
    compiled: Compiled,
    seen: Observed,
    last: NDArray[np.int64],
    done: dict[str, Floats],
) -> Floats:
    """Return one outcome of each refight."""
    kind = outcome.observable
    if kind is Observable.DAYS_BETWEEN:
        return between(outcome, scenario, done)
    if outcome.id in compiled.watch.of:
        return watched(outcome, scenario, compiled, seen)
    side = SIDES.index(outcome.side or scenario.attacker)
    if kind is Observable.AREA:
        step = last
        if outcome.on is not None:
            step = np.full(last.size, step_of(outcome.on, scenario))
        return at_steps(seen.series, step, side, sy.T_AREA)
    if kind is Observable.CAPTURED_SINCE and outcome.on is not None:
        final = at_steps(seen.series, last, side, sy.T_CAPTURED)
        first = np.minimum(step_of(outcome.on, scenario), last)
        return final - at_steps(seen.series, first, side, sy.T_CAPTURED)
    return total(kind, seen, last, side)


def between(outcome: Outcome, scenario: Scenario, done: dict[str, Floats]) -> Floats:
    """Return the days from one outcome (or the first day) to the deciding one."""
    end = done[f"outcome.{scenario.decided_by}"]
    if outcome.since is None:
        return end
    start = done[f"outcome.{outcome.since}"]
    with np.errstate(invalid="ignore"):
        apart = np.where(np.isinf(start), np.nan, end - start)
        return np.asarray(np.where(np.isinf(end), np.inf, apart))


def watched(
    outcome: Outcome, scenario: Scenario, compiled: Compiled, seen: Observed
) -> Floats:
    """Return an outcome that hangs on a watch row."""
    found = seen.seen[:, compiled.watch.of[outcome.id]]
    kind = outcome.observable
    if kind in (Observable.NEVER_HELD, Observable.EVER_HELD):
        limit = seen.series.shape[1]
        if outcome.on is not None:
            limit = step_of(outcome.on, scenario)
        held = (found >= 0) & (found < limit)
        true = held if kind is Observable.EVER_HELD else ~held
        return np.asarray(true, dtype=np.float64)
    if kind in COUNTED:
        return np.where(found < 0, np.nan, found).astype(np.float64)
    if kind is Observable.CUT_OFF_MEN:
        side = SIDES.index(outcome.side or scenario.attacker)
        men = at_steps(seen.series, np.maximum(found, 0), side, sy.T_CUT)
        return np.asarray(np.where(found < 0, np.nan, men))
    return days(found, scenario)


def total(
    kind: Observable, seen: Observed, last: NDArray[np.int64], side: int
) -> Floats:
    """Return losses of persons up to the decision, or of vehicles in the whole act."""
    killed = at_steps(seen.series, last, side, sy.T_KILLED)
    wounded = at_steps(seen.series, last, side, sy.T_WOUNDED)
    wrecks = seen.wrecks[:, side].astype(np.float64)
    values = {
        Observable.KILLED: killed,
        Observable.WOUNDED: wounded,
        Observable.CASUALTIES: killed + wounded,
        Observable.CAPTURED: at_steps(seen.series, last, side, sy.T_CAPTURED),
        Observable.ARMOUR_LOST: wrecks[:, sy.TANKS] + wrecks[:, sy.CARRIERS],
        Observable.ARMOUR_CAPTURED: wrecks[:, 3 + sy.TANKS]
        + wrecks[:, 3 + sy.CARRIERS],
        Observable.TANKS_LOST: wrecks[:, sy.TANKS] + wrecks[:, 3 + sy.TANKS],
        Observable.GUNS_LOST: wrecks[:, sy.PIECES] + wrecks[:, 3 + sy.PIECES],
    }
    return values[kind]


def loss_columns(seen: Observed) -> dict[str, Floats]:
    """Return losses by side, cause and kind, and vehicles by side and fate."""
    out: dict[str, Floats] = {}
    for s, side in enumerate(SIDES):
        for c, cause in enumerate(CAUSES):
            for k, kind in enumerate(KINDS):
                name = f"losses.{side.value}.{cause}.{kind}"
                out[name] = seen.losses[:, s, c, k].astype(np.float64)
        for v, vehicle in enumerate(VEHICLES):
            for fate, offset in (("destroyed", 0), ("captured", 3)):
                name = f"wrecks.{side.value}.{vehicle}.{fate}"
                out[name] = seen.wrecks[:, s, v + offset].astype(np.float64)
    return out


def phase_columns(
    compiled: Compiled, seen: Observed, scenario: Scenario
) -> dict[str, Floats]:
    """Return when each phase of each side began and ended (days), and how."""
    out: dict[str, Floats] = {}
    for s, side in enumerate(SIDES):
        for p, name in enumerate(compiled.phases[s]):
            stem = f"phase.{side.value}.{name}"
            out[f"{stem}.begin"] = days(seen.phases[:, s, p, 0], scenario)
            out[f"{stem}.end"] = days(seen.phases[:, s, p, 1], scenario)
            out[f"{stem}.state"] = seen.phases[:, s, p, 2].astype(np.float64)
    return out


def daily_columns(seen: Observed) -> dict[str, Floats]:
    """Return each side's totals at the end of each day, `(R, days)`."""
    ends = slice(sy.STEPS_PER_DAY - 1, None, sy.STEPS_PER_DAY)
    return {
        f"daily.{side.value}.{name}": seen.series[:, ends, s, column].astype(np.float32)
        for s, side in enumerate(SIDES)
        for name, column in DAILY.items()
    }
