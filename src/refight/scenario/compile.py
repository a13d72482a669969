"""Compile: a scenario, its evidence and its ground become the engine's arrays.

`compiled(...)` lays out all that no draw changes; `Compiled.system(values)` fills in
one draw of the estimates. Sides are 0 Iraq, 1 Iran.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.engine.geography import TO_MASK
from refight.engine.parameters import PARAMETERS
from refight.engine.passage import ends, facing, footing, gates
from refight.errors import ScenarioError
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate, orbat_estimate
from refight.ground.grid import Ground
from refight.scenario.deck import Deck
from refight.scenario.forces import Entries, entries_of, side_of
from refight.scenario.model import Arm, Order, Phase, Scenario, SideId, Stance, Unit
from refight.scenario.placement import start_cells
from refight.scenario.watch import Watch, watches

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
SIDES = tuple(SideId)
ARMS = tuple(Arm)
STANCES = tuple(Stance)
FIELDS = ("personnel", "tanks", "apcs", "guns")
AFTER = {"any": sy.PENDING, "success": sy.SUCCEEDED, "failure": sy.FAILED}
EARTH = 6371008.8  # metres, mean radius


@dataclass(frozen=True)
class Compiled:
    """What a draw fills in: columns of the deck, and the arrays beside them."""

    base: sy.System
    deck: Deck
    param: Ints  # (parameter, S) column of the deck
    strength: Ints  # (F, 4) column of men, tanks, carriers, guns
    share: Floats  # (F, 4) share of that estimate; 0 where there is none
    quality: Ints  # (F,) column
    durations: tuple[tuple[int, int, int, int], ...]  # side, phase, field, column
    watch: Watch
    units: tuple[str, ...]
    sets: tuple[str, ...]
    groups: tuple[str, ...]
    phases: tuple[tuple[str, ...], tuple[str, ...]]

    def system(self, values: Floats) -> sy.System:
        """Return the system of one draw; values (E,) in the deck's order."""
        counts = np.floor(values[self.strength] * self.share + 0.5).astype(np.int64)
        phase = self.base.phase.copy()
        for side, index, column, estimate in self.durations:
            steps = round(values[estimate] * sy.STEPS_PER_DAY)
            phase[side, index, column] = max(0, steps)
        param = np.ascontiguousarray(values[self.param])
        return self.base._replace(
            men=np.ascontiguousarray(counts[:, 0]),
            vehicles=np.ascontiguousarray(counts[:, 1:]),
            quality=np.ascontiguousarray(values[self.quality]),
            param=param,
            phase=phase,
        )


def step_of(when: datetime, scenario: Scenario) -> int:
    """Return the step that holds a moment, 0 at the start of the act."""
    hours = (when - scenario.start).total_seconds() / 3600
    return math.floor(hours / sy.HOURS_PER_STEP)


def compiled(
    scenario: Scenario,
    archive: Archive,
    ground: Ground,
    estimates: Mapping[str, Estimate],
    streams: Mapping[str, str] | None = None,
) -> Compiled:
    """Lay out a scenario for the engine.

    Raises ScenarioError where a name is unknown; `check` finds the same, with lines.
    """
    entries = entries_of(scenario, archive)
    deck = Deck(estimates, streams or {})
    sets = used_sets(scenario, ground)
    groups = tuple(sorted({unit.group for unit in scenario.units}))
    watch = watches(scenario, sets, [each.id for each in ground.crossings])
    strength, share = strengths(scenario, entries, deck)
    phase, durations = phases(scenario, sets, deck)
    base = sy.System(
        **lie_of_the_land(ground, sets),
        unit=unit_rows(scenario, entries, ground, groups),
        men=np.zeros(len(scenario.units), np.int64),
        vehicles=np.zeros((len(scenario.units), 3), np.int64),
        quality=np.ones(len(scenario.units)),
        phase=phase,
        order=orders(scenario, sets, groups),
        work=works(scenario, ground),
        depot=depots(scenario, ground),
        watch=watch.rows,
        watch_share=watch.shares,
        param=np.ones((len(PARAMETERS), 2)),
        clock=np.array([scenario.days * sy.STEPS_PER_DAY, scenario.start.hour]),
    )
    return Compiled(
        base=base,
        deck=deck,
        param=parameter_columns(scenario, deck),
        strength=strength,
        share=share,
        quality=np.array([deck.ask(u.quality, u.id) for u in scenario.units]),
        durations=durations,
        watch=watch,
        units=tuple(unit.id for unit in scenario.units),
        sets=sets,
        groups=groups,
        phases=(phase_names(scenario, 0), phase_names(scenario, 1)),
    )


def used_sets(scenario: Scenario, ground: Ground) -> tuple[str, ...]:
    """Return the named sets that plans and outcomes speak of, sorted."""
    names: set[str] = set()
    for plan in scenario.plans.values():
        for phase in plan.phases:
            names |= {phase.objective or "", phase.start.enemy_holds or ""}
            for order in phase.orders.values():
                names |= {order.objective or "", order.released_to or ""}
    names |= {outcome.set or "" for outcome in scenario.outcomes}
    for rule in scenario.fallen.values():
        names |= {rule.set, rule.no_defenders_in or ""}
    return tuple(sorted(name for name in names if name in ground.sets))


def plane(lonlat: Floats) -> Floats:
    """Return metres east and north of the middle of the ground (equirectangular).

    Over a ground of 130 km the error stays below one part in a hundred.
    """
    middle = lonlat.mean(axis=0)
    turn = np.radians(lonlat - middle) * EARTH
    return np.stack([turn[:, 0] * math.cos(math.radians(middle[1])), turn[:, 1]], 1)


def lie_of_the_land(ground: Ground, sets: tuple[str, ...]) -> dict[str, Any]:
    """Return the ground's arrays under the engine's names."""
    cells = len(ground.cells)
    if cells > TO_MASK:
        raise ScenarioError(
            f"at most {TO_MASK} cells", f"{cells:,}", ground.act,
            "choose a coarser resolution or a smaller area",
        )  # fmt: skip
    flags = np.zeros((len(sets), cells), np.uint8)
    longest = max((len(ground.sets[name]) for name in sets), default=1)
    members = np.full((len(sets), longest), sy.NOWHERE, np.int64)
    for k, name in enumerate(sets):
        flags[k, ground.sets[name]] = 1
        members[k, : len(ground.sets[name])] = ground.sets[name]
    place = np.concatenate([plane(ground.lonlat), ground.area_km2[:, None]], axis=1)
    states = [sy.BRIDGE if x.open_at_start else sy.CLOSED for x in ground.crossings]
    near, barrier = whole(ground.neighbours), whole(ground.obstacle)
    if not facing(near):
        raise ScenarioError(
            "neighbours that face each other (way 0 against 3, and so on)",
            "some that do not", ground.act, "choose another resolution",
        )  # fmt: skip
    crossing, terrain = whole(ground.crossing), whole(ground.terrain)
    return {
        "neighbour": near,
        "gate": gates(near, barrier, crossing, terrain),
        "barrier": barrier,
        "crossing": crossing,
        "ends": ends(crossing),
        "footing": footing(near, barrier, whole(ground.road), terrain),
        "metres": np.ascontiguousarray(ground.distance_m, dtype=np.float64),
        "terrain": terrain,
        "place": np.ascontiguousarray(place),
        "works": np.ascontiguousarray(ground.works, dtype=np.float64),
        "mines": np.ascontiguousarray(ground.mines, dtype=np.float64),
        "control": whole(ground.control),
        "sets": flags,
        "members": members,
        "bridge": np.array(states, np.int64),
    }


def whole(array: NDArray[np.integer]) -> Ints:
    """Return an array as the engine's integers."""
    return np.ascontiguousarray(array, dtype=np.int64)


def unit_rows(
    scenario: Scenario, entries: Entries, ground: Ground, groups: tuple[str, ...]
) -> Ints:
    """Return the rows of `System.unit`."""
    cells = start_cells(scenario, entries, ground)
    return np.array(
        [unit_row(unit, scenario, entries, cells, groups) for unit in scenario.units],
        dtype=np.int64,
    )


def unit_row(
    unit: Unit,
    scenario: Scenario,
    entries: Entries,
    cells: Mapping[str, int],
    groups: tuple[str, ...],
) -> list[int]:
    """Return side, arm, component, group, start, arrival, withdrawal, local."""
    side = side_of(unit, entries)
    if side is None:
        raise ScenarioError("an entry of the order of battle", unit.orbat, unit.id)
    arrival = 0 if unit.arrival is None else max(0, step_of(unit.arrival, scenario))
    leaving = sy.NOWHERE
    if unit.withdrawal is not None:
        leaving = step_of(unit.withdrawal, scenario)
    return [
        SIDES.index(side),
        ARMS.index(unit.arm),
        int(unit.component != "army"),
        groups.index(unit.group),
        cells[unit.id],
        arrival,
        leaving,
        int(unit.local),
    ]


def strengths(scenario: Scenario, entries: Entries, deck: Deck) -> tuple[Ints, Floats]:
    """Return the deck's columns and the shares of each unit's men and vehicles."""
    columns = np.zeros((len(scenario.units), 4), np.int64)
    shares = np.zeros((len(scenario.units), 4))
    for f, unit in enumerate(scenario.units):
        entry = entries[unit.orbat]
        for i, name in enumerate(FIELDS):
            if getattr(entry, name) is not None:
                columns[f, i] = deck.add(orbat_estimate(entry, name))
                shares[f, i] = unit.shares[i]
    return columns, shares


def parameter_columns(scenario: Scenario, deck: Deck) -> Ints:
    """Return the deck's column of each engine parameter and side.

    A side's own estimate `<name>.<side>` goes before the common one; the scenario
    may send either name to another estimate.
    """
    columns = np.zeros((len(PARAMETERS), 2), np.int64)
    for p, name in enumerate(PARAMETERS):
        for s, side in enumerate(SIDES):
            own = f"{name}.{side.value}"
            if own in scenario.parameters:
                chosen = scenario.parameters[own]
            elif name in scenario.parameters:
                chosen = scenario.parameters[name]
            else:
                chosen = own if own in deck.known else name
            columns[p, s] = deck.ask(chosen, f"{scenario.id}: parameters: {own}")
    return columns


def phase_names(scenario: Scenario, side: int) -> tuple[str, ...]:
    """Return the ids of a side's phases in order."""
    plan = scenario.plans[scenario.plan[SIDES[side]]]
    return tuple(phase.id for phase in plan.phases)


def plan_of(scenario: Scenario, side: int) -> tuple[Phase, ...]:
    """Return the phases of the plan that a side follows."""
    return scenario.plans[scenario.plan[SIDES[side]]].phases


def longest_plan(scenario: Scenario) -> int:
    """Return the greater number of phases of the two sides."""
    return max(len(plan_of(scenario, side)) for side in range(2))


def index_of(name: str | None, names: tuple[str, ...]) -> int:
    """Return the index of a name, or NOWHERE."""
    return names.index(name) if name in names and name is not None else sy.NOWHERE


def phases(
    scenario: Scenario, sets: tuple[str, ...], deck: Deck
) -> tuple[Ints, tuple[tuple[int, int, int, int], ...]]:
    """Return the rows of `System.phase` and the durations that a draw fills in."""
    rows = np.full((2, longest_plan(scenario), 7), sy.NOWHERE, np.int64)
    rows[:, :, sy.P_EXISTS] = 0
    durations = []
    for side in range(2):
        for p, phase in enumerate(plan_of(scenario, side)):
            begin = phase.start.not_before
            rows[side, p] = (
                1,
                0 if begin is None else max(0, step_of(begin, scenario)),
                AFTER[phase.start.after],
                index_of(phase.start.enemy_holds, sets),
                index_of(phase.objective, sets),
                sy.NOWHERE,
                0,
            )
            lasting = (
                (sy.P_LIMIT, phase.limit),
                (sy.P_PAUSE, phase.start.pause_after_failure),
            )
            for column, name in lasting:
                if name is not None:
                    durations.append((side, p, column, deck.ask(name, phase.id)))
    return rows, tuple(durations)


def order_row(order: Order, sets: tuple[str, ...]) -> tuple[int, int, int]:
    """Return stance, objective and release of an order."""
    return (
        STANCES.index(order.stance),
        index_of(order.objective, sets),
        index_of(order.released_to, sets),
    )


def orders(scenario: Scenario, sets: tuple[str, ...], groups: tuple[str, ...]) -> Ints:
    """Return `System.order`; a group without an order keeps its last one."""
    shape = (2, longest_plan(scenario), len(groups), 3)
    out = np.full(shape, sy.NOWHERE, np.int64)
    out[..., sy.O_STANCE] = sy.HOLD
    for side in range(2):
        for p, phase in enumerate(plan_of(scenario, side)):
            for g, group in enumerate(groups):
                if group in phase.orders:
                    out[side, p, g] = order_row(phase.orders[group], sets)
                elif p > 0:
                    out[side, p, g] = out[side, p - 1, g]
    return out


def works(scenario: Scenario, ground: Ground) -> Ints:
    """Return `System.work`: crossings to build or demolish in each phase."""
    ids = tuple(each.id for each in ground.crossings)
    most = max(
        [1]
        + [len(phase.works) for side in range(2) for phase in plan_of(scenario, side)]
    )
    out = np.full((2, longest_plan(scenario), most, 2), sy.NOWHERE, np.int64)
    for side in range(2):
        for p, phase in enumerate(plan_of(scenario, side)):
            for w, work in enumerate(phase.works):
                action = sy.BUILD if work.action == "build" else sy.DEMOLISH
                out[side, p, w] = (index_of(work.crossing, ids), action)
    return out


def depots(scenario: Scenario, ground: Ground) -> Ints:
    """Return `System.depot`: the cells from which each side is fed."""
    cells: list[list[int]] = [[], []]
    for depot in scenario.depots:
        side = SIDES.index(depot.side)
        if depot.place in ground.sets:
            found = [
                int(c) for c in ground.sets[depot.place] if ground.control[c] == side
            ]
        else:
            found = [int(ground.place_cell[depot.place])]
        cells[side] += found
    out = np.full((2, max(1, len(cells[0]), len(cells[1]))), sy.NOWHERE, np.int64)
    for side in range(2):
        out[side, : len(cells[side])] = cells[side]
    return out
