"""Watch: what the engine must look out for so that outcomes can be told.

One row for each outcome that hangs on a place: kind, side, set, a set that must be free
of the enemy, and the arms that count or the step asked for; with the share of the set
to be held.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.errors import ScenarioError
from refight.scenario.model import Arm, Observable, Outcome, Scenario, SideId

SIDES = tuple(SideId)
ARMS = tuple(Arm)
KINDS = {
    Observable.FIRST_REACHED: sy.WATCH_REACHED,
    Observable.FIRST_HELD: sy.WATCH_HELD,
    Observable.NEVER_HELD: sy.WATCH_HELD,
    Observable.EVER_HELD: sy.WATCH_HELD,
    Observable.CROSSING_OPEN: sy.WATCH_OPEN,
    Observable.CUT_OFF: sy.WATCH_CUT,
    Observable.CUT_OFF_MEN: sy.WATCH_CUT,
    Observable.PEAK_MEN: sy.WATCH_PEAK_MEN,
    Observable.PEAK_TANKS: sy.WATCH_PEAK_TANKS,
    Observable.LAST_MEN: sy.WATCH_LAST_MEN,
    Observable.AREA: sy.WATCH_AREA,
}
LAST_SHARE = 0.85  # "the last days" begin when so much of the set is lost
WHOLE = 1.0


@dataclass(frozen=True)
class Watch:
    """Rows for the engine, and which row serves which outcome."""

    rows: NDArray[np.int64]  # (V, 5)
    shares: NDArray[np.float64]  # (V,)
    of: dict[str, int]


def watches(scenario: Scenario, sets: tuple[str, ...], crossings: list[str]) -> Watch:
    """Lay out the watch rows of a scenario's outcomes."""
    rows: list[tuple[int, ...]] = []
    shares: list[float] = []
    of: dict[str, int] = {}
    for outcome in scenario.outcomes:
        if outcome.observable in KINDS and not whole_area(outcome):
            of[outcome.id] = len(rows)
            row, share = watch_row(scenario, outcome, sets, crossings)
            rows.append((*row, extra(scenario, outcome)))
            shares.append(share)
    return Watch(
        np.array(rows, np.int64).reshape(-1, 5), np.array(shares, np.float64), of
    )


def whole_area(outcome: Outcome) -> bool:
    """Tell whether an outcome is an area of no set: the series has it already."""
    return outcome.observable is Observable.AREA and outcome.set is None


def extra(scenario: Scenario, outcome: Outcome) -> int:
    """Return what a row asks besides side and set: bits of arms, or a step."""
    if outcome.observable is Observable.AREA:
        if outcome.on is None:  # `observing` refuses it where files are read
            found = f"the area of {outcome.set!r} without one"
            raise ScenarioError('a day, under "on"', found, f"outcome {outcome.id}")
        hours = (outcome.on - scenario.start).total_seconds() / 3600
        return int(hours // sy.HOURS_PER_STEP)
    return sum(1 << ARMS.index(arm) for arm in set(outcome.arms or ARMS))


def watch_row(
    scenario: Scenario, outcome: Outcome, sets: tuple[str, ...], crossings: list[str]
) -> tuple[tuple[int, int, int, int], float]:
    """Return one outcome's row and share; the deciding one follows the city's rule."""
    kind = KINDS[outcome.observable]
    side = SIDES.index(outcome.side or scenario.attacker)
    if outcome.observable is Observable.CROSSING_OPEN:
        return (kind, side, crossings.index(outcome.set or ""), sy.NOWHERE), WHOLE
    named, share, clear = outcome.set, outcome.share, sy.NOWHERE
    if outcome.id == scenario.decided_by:
        rule = scenario.fallen[scenario.fallen_rule]
        named, share = rule.set, rule.share
        if rule.no_defenders_in is not None:
            clear = sets.index(rule.no_defenders_in)
    if named is None and kind in (sy.WATCH_PEAK_MEN, sy.WATCH_PEAK_TANKS):
        return (kind, side, sy.NOWHERE, clear), WHOLE
    if named not in sets:
        raise ScenarioError("a named set", repr(named), f"outcome {outcome.id}")
    if share is None:
        share = LAST_SHARE if kind == sy.WATCH_LAST_MEN else WHOLE
    return (kind, side, sets.index(named), clear), share
