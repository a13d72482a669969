"""Placement: the cell in which each unit starts.

Reads: a `Scenario`, its order of battle and the ground. Returns: unit id -> cell.
Units that start at one named set are spread evenly along it, in the order of the
scenario, over the cells of their own side; a place gives all its units one cell.
"""

from collections import defaultdict

import numpy as np

from refight.ground.grid import Ground, Ints, Terrain
from refight.scenario.forces import Entries, side_of
from refight.scenario.model import Scenario, SideId

SIDES = tuple(SideId)


def start_cells(scenario: Scenario, entries: Entries, ground: Ground) -> dict[str, int]:
    """Give the start cell of every unit. Call `check` first: names must be known."""
    together: dict[tuple[str, SideId], list[str]] = defaultdict(list)
    for unit in scenario.units:
        side = side_of(unit, entries)
        if side is not None:
            together[unit.start, side].append(unit.id)
    cells: dict[str, int] = {}
    for (start, side), names in together.items():
        along = line_of_cells(ground, start, side)
        for at, name in enumerate(names):
            cells[name] = int(along[spread(at, len(names), len(along))])
    return cells


def spread(at: int, count: int, places: int) -> int:
    """Give the place of one of several things put evenly in a row of places.

    >>> [spread(at, 2, 5) for at in range(2)]
    [1, 3]
    """
    return (2 * at + 1) * places // (2 * count)


def line_of_cells(ground: Ground, start: str, side: SideId) -> Ints:
    """Give a side's dry cells of a set, along its longer direction; or a place's cell.

    Cells run west to east or south to north. When the side holds none of them, all
    are given: a unit that arrives later may find them in its hands.
    """
    if start not in ground.sets:
        return np.array([ground.place_cell[start]], dtype=np.int32)
    cells = ground.sets[start]
    own = ground.control[cells] == SIDES.index(side)
    own &= ground.terrain[cells] != Terrain.WATER
    chosen = cells[own] if own.any() else cells
    lonlat = ground.lonlat[chosen]
    axis = int(np.argmax(np.ptp(lonlat, axis=0)))
    return chosen[np.lexsort((lonlat[:, 1 - axis], lonlat[:, axis]))]
