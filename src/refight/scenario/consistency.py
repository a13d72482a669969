"""What must hold inside a scenario before anything outside it is asked.

Reads: a `Scenario`. Returns: the faults found, in reading order.
Names declared once, dates in order, shares that do not exceed their entry, levers
whose factual level changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain, pairwise

from refight.files import DocumentPath
from refight.scenario import observing
from refight.scenario.faults import Fault, unknown
from refight.scenario.forces import ROUNDING
from refight.scenario.model import Phase, Scenario
from refight.scenario.variant import changed

_AT_START = {"arrival": "; leave `arrival` out for a unit that is there at the start"}


def faults_of(scenario: Scenario) -> list[Fault]:
    """List everything that contradicts itself in a scenario."""
    parts = (
        _naive(scenario),
        _twice(scenario),
        _switches(scenario),
        _shares(scenario),
        _unit_dates(scenario),
        _phases(scenario),
        _outcomes(scenario),
        observing.faults_of(scenario),
        _levers(scenario),
    )
    return list(chain.from_iterable(parts))


def _naive(scenario: Scenario) -> Iterator[Fault]:
    """Refuse time zones: all clocks of a scenario are one local clock."""
    for place, moment in _moments(scenario):
        if moment.tzinfo is not None:
            hint = "leave the zone out: every time is local"
            yield Fault(place, "a time without a zone", str(moment), hint)


def _moments(scenario: Scenario) -> Iterator[tuple[DocumentPath, datetime]]:
    yield ("start",), scenario.start
    for at, unit in enumerate(scenario.units):
        for name in ("arrival", "withdrawal"):
            if (moment := getattr(unit, name)) is not None:
                yield ("units", at, name), moment
    for at, outcome in enumerate(scenario.outcomes):
        if outcome.on is not None:
            yield ("outcomes", at, "on"), outcome.on


def _twice(scenario: Scenario) -> Iterator[Fault]:
    named = {
        "units": [unit.id for unit in scenario.units],
        "depots": [depot.id for depot in scenario.depots],
        "levers": [lever.id for lever in scenario.levers],
        "outcomes": [outcome.id for outcome in scenario.outcomes],
    }
    for key, ids in named.items():
        yield from _repeated((key,), ids)
    for name, plan in scenario.plans.items():
        place = ("plans", name, "phases")
        yield from _repeated(place, [phase.id for phase in plan.phases])


def _switches(scenario: Scenario) -> Iterator[Fault]:
    """Refuse a rule of the city's fall, or a plan followed, that is not declared."""
    rule = scenario.fallen_rule
    if rule not in scenario.fallen:
        yield unknown(("fallen_rule",), "rule under fallen", rule, scenario.fallen)
    for side, plan in scenario.plan.items():
        own = [name for name, each in scenario.plans.items() if each.side == side]
        if plan not in own:
            yield unknown(("plan", side.value), f"plan of {side.value}", plan, own)


def _repeated(place: DocumentPath, ids: list[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, each in enumerate(ids):
        if each in seen:
            hint = "give one of the two another id"
            yield Fault((*place, at, "id"), "an id used once", f'"{each}" again', hint)
        seen.add(each)


def _shares(scenario: Scenario) -> Iterator[Fault]:
    """Refuse units that together take more than their entry has."""
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for at, unit in enumerate(scenario.units):
        for column, share in enumerate(unit.shares):
            before = sums[unit.orbat, column]
            sums[unit.orbat, column] = before + share
            if before <= 1 + ROUNDING < before + share:
                what = ("men", "tanks", "carriers", "guns")[column]
                yield Fault(
                    ("units", at, "share"),
                    f"shares of {unit.orbat} that add to at most 1",
                    f"{before + share:.3f} of its {what} at {unit.id}",
                    "make the shares of that entry smaller",
                )


def _unit_dates(scenario: Scenario) -> Iterator[Fault]:
    end = scenario.start + timedelta(days=scenario.days)
    for at, unit in enumerate(scenario.units):
        arrival = unit.arrival or scenario.start
        yield from _not_too_early(scenario, ("units", at, "arrival"), arrival)
        if not _before(arrival, end):
            yield _order(("units", at, "arrival"), "before the end", arrival, end)
        if unit.withdrawal is not None and not _before(arrival, unit.withdrawal):
            place = ("units", at, "withdrawal")
            yield _order(place, "after the arrival", unit.withdrawal, arrival)


def _not_too_early(
    scenario: Scenario, place: DocumentPath, moment: datetime | None
) -> Iterator[Fault]:
    """Refuse what would come before the first moment, and so be taken for it."""
    if moment is not None and _before(moment, scenario.start):
        expected = f"a date at or after the start of the scenario ({scenario.start})"
        hint = (
            f"change it, or `start` in the scenario{_AT_START.get(str(place[-1]), '')}"
        )
        yield Fault(place, expected, str(moment), hint)


def _before(one: datetime, other: datetime) -> bool:
    return one.replace(tzinfo=None) < other.replace(tzinfo=None)


def _order(place: DocumentPath, how: str, found: datetime, beside: datetime) -> Fault:
    hint = "put the dates in order"
    return Fault(place, f"a date {how} ({beside})", str(found), hint)


def _phases(scenario: Scenario) -> Iterator[Fault]:
    groups = {unit.group for unit in scenario.units}
    for name, plan in scenario.plans.items():
        for at, phase in enumerate(plan.phases):
            place: DocumentPath = ("plans", name, "phases", at)
            yield from _planned(place, phase)
            yield from _phase_dates(scenario, place, phase)
            for group in phase.orders:
                if group not in groups:
                    yield unknown((*place, "orders", group), "group", group, groups)
        yield from _sequence(("plans", name, "phases"), plan.phases)


def _phase_dates(
    scenario: Scenario, place: DocumentPath, phase: Phase
) -> Iterator[Fault]:
    begin = (*place, "start", "not_before")
    yield from _not_too_early(scenario, begin, phase.start.not_before)
    yield from _not_too_early(scenario, (*place, "planned_end"), phase.planned_end)


def _planned(place: DocumentPath, phase: Phase) -> Iterator[Fault]:
    begin, end = phase.start.not_before, phase.planned_end
    if begin is not None and end is not None and _before(end, begin):
        yield _order((*place, "planned_end"), "after the phase begins", end, begin)


def _sequence(place: DocumentPath, phases: Iterable[Phase]) -> Iterator[Fault]:
    dated = [
        (at, phase.start.not_before)
        for at, phase in enumerate(phases)
        if phase.start.not_before is not None
    ]
    for (_, earlier), (at, later) in pairwise(dated):
        if _before(later, earlier):
            where = (*place, at, "start", "not_before")
            yield _order(where, "not before the phase above it", later, earlier)


def _outcomes(scenario: Scenario) -> Iterator[Fault]:
    known = [outcome.id for outcome in scenario.outcomes]
    for key in ("decided_by", "planned_day"):
        word = getattr(scenario, key)
        if word is not None and word not in known:
            yield unknown((key,), "outcome", word, known)
    for at, outcome in enumerate(scenario.outcomes):
        if outcome.since is not None and outcome.since not in known:
            yield unknown(("outcomes", at, "since"), "outcome", outcome.since, known)


def _levers(scenario: Scenario) -> Iterator[Fault]:
    groups = {unit.group for unit in scenario.units}
    for at, lever in enumerate(scenario.levers):
        for name, level in lever.levels.items():
            place: DocumentPath = ("levers", at, "levels", name)
            for side, plan in level.plans.items():
                if plan not in scenario.plans or scenario.plans[plan].side != side:
                    own = [k for k, p in scenario.plans.items() if p.side == side]
                    yield unknown((*place, "plans"), f"plan of {side}", plan, own)
            for key, words in (
                ("absent_groups", level.absent_groups),
                ("arrivals", tuple(level.arrivals)),
            ):
                for word in words:
                    if word not in groups:
                        yield unknown((*place, key), "group", word, groups)
            for group, moment in level.arrivals.items():
                where = (*place, "arrivals", group)
                yield from _not_too_early(scenario, where, moment)
        factual = lever.levels[lever.factual]
        if changed(scenario, (factual,)) != scenario:
            yield Fault(
                ("levers", at, "levels", lever.factual),
                f'nothing changed by the factual level of "{lever.id}"',
                "a level that changes the scenario",
                "the scenario itself says what was; move the change there",
            )
