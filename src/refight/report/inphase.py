"""Inphase: which phase of its plan a side was in, and what that makes of its log."""

from collections.abc import Iterable

from refight.engine import system as code
from refight.report.diary import SIDES, Happening
from refight.scenario.model import Scenario


def running(events: Iterable[Happening]) -> dict[tuple[int, int], int]:
    """Give the phase that each end of a phase is about, by (side, step)."""
    phase: dict[int, int] = {}
    found: dict[tuple[int, int], int] = {}
    for each in events:
        if each.kind == code.PHASE_BEGAN:
            phase[each.a] = each.b
        elif each.kind == code.PHASE_ENDED and each.a in phase:
            found[each.a, each.step] = phase[each.a]
    return found


def moving(events: Iterable[Happening], scenario: Scenario) -> list[Happening]:
    """Leave out releases of reserves in phases that hold nobody back for an attack."""
    phase: dict[int, int] = {}
    found = []
    for each in events:
        if each.kind == code.PHASE_BEGAN:
            phase[each.a] = each.b
        idle = each.kind == code.RESERVES_RELEASED and not _held_back(
            scenario, each.a, phase.get(each.a)
        )
        found += [] if idle else [each]
    return found


def _held_back(scenario: Scenario, side: int, index: int | None) -> bool:
    """Tell whether a phase has a reserve with an attack to be released to."""
    if index is None:
        return False
    orders = scenario.plans[scenario.plan[SIDES[side]]].phases[index].orders
    return any(each.released_to is not None for each in orders.values())
