"""Strip: a slice of a battle's front as a compiled ground for the ordinary engine.

The front runs across the columns; rows lie one behind another, the attacker's first. A
slice of at most four kilometres stands for the whole front: forces are scaled down with
it and losses up again. Cells of a kilometre, terrain from relief and cover, works from
posture. The engine is handed arrays of the same kind as for a campaign.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ground.grid import Ground, Terrain
from refight.scenario.compile import EARTH, lie_of_the_land

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CELL = 1.0  # km between centres: between the grids of the two acts (0.9 and 2.4)
ROW = math.sqrt(3) / 2  # km from row to row of hexagons
COLUMNS = 4  # km of front that are played at most
BEHIND = 3  # rows of the attacker's ground: two for the line, one for guns and depots
SHALLOW, DEEP = 8, 40  # rows of the defender's ground, at least and at most
A_DAY = 8  # rows that a day may need: faster advances are cut off at the deep end
FAR, ZONE = 0, 1  # named sets: the last row; all of the defender's ground
SETS = ("far", "zone")

# tenths of the cells that give cover, by relief and cover: none of a flat desert, all
# of woods; steep ground counts as broken
COVERED = {
    ("flat", "bare"): 1, ("flat", "desert"): 0, ("flat", "mixed"): 4,
    ("rolling", "bare"): 3, ("rolling", "desert"): 2, ("rolling", "mixed"): 6,
    ("rugged", "bare"): 8, ("rugged", "desert"): 8, ("rugged", "mixed"): 10,
}  # fmt: skip
WOODED, UNKNOWN = 10, 5
SPECIAL = {"urban": Terrain.SUBURB, "marsh": Terrain.MARSH}


def columns_of(width_km: float) -> int:
    """Count the columns played of a front.

    >>> columns_of(0.3), columns_of(2.4), columns_of(60.0)
    (1, 2, 4)
    """
    return max(1, min(COLUMNS, round(width_km / CELL)))


def depth_of(days: int) -> int:
    """Count the rows of the defender's ground for a battle of some days."""
    return max(SHALLOW, min(DEEP, A_DAY * days))


def lay_out(
    columns: int, depth: int, ground: tuple[str, str, str], works: float
) -> dict[str, Any]:
    """Return the ground's arrays; works stand in the defender's first three rows."""
    rows = BEHIND + depth
    cells = rows * columns
    row = np.arange(cells) // columns
    near = neighbours(columns, rows)
    made = Ground(
        act="trial",
        resolution=0,
        cells=tuple(map(str, range(cells))),
        lonlat=_lonlat(columns, rows),
        area_km2=np.full(cells, CELL * CELL * ROW),
        neighbours=near,
        distance_m=np.full((cells, 6), 1000.0 * CELL),
        terrain=_terrain(cells, ground),
        obstacle=np.zeros((cells, 6), np.int32),
        crossing=np.full((cells, 6), -1, np.int32),
        road=np.zeros((cells, 6), np.int32),
        works=np.where((row >= BEHIND) & (row < BEHIND + 3), works, 0.0),
        mines=np.zeros(cells),
        control=(row >= BEHIND).astype(np.int32),
        sets={
            SETS[FAR]: np.flatnonzero(row == rows - 1).astype(np.int32),
            SETS[ZONE]: np.flatnonzero(row >= BEHIND).astype(np.int32),
        },
        crossings=(),
        place_cell={},
    )
    return lie_of_the_land(made, SETS)


def neighbours(columns: int, rows: int) -> NDArray[np.int32]:
    """Return the six neighbours of each cell, rows shifted by half a cell in turn."""
    out = np.full((columns * rows, 6), -1, np.int32)
    even = ((1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1))
    odd = ((1, 0), (1, 1), (0, 1), (-1, 0), (0, -1), (1, -1))
    for r in range(rows):
        for c in range(columns):
            for way, (dx, dy) in enumerate(odd if r % 2 else even):
                if 0 <= c + dx < columns and 0 <= r + dy < rows:
                    out[r * columns + c, way] = (r + dy) * columns + c + dx
    return out


def _lonlat(columns: int, rows: int) -> Floats:
    """Return degrees about the equator: the engine asks for distances only."""
    row, column = np.divmod(np.arange(columns * rows), columns)
    east = CELL * (column + 0.5 * (row % 2))
    metres = 1000.0 * np.stack([east, CELL * ROW * row], axis=1)
    return np.asarray(np.degrees(metres / EARTH))


def _terrain(cells: int, ground: tuple[str, str, str]) -> NDArray[np.int32]:
    """Return the terrain of each cell: covered cells evenly strewn among open ones."""
    relief, cover, special = ground
    if special in SPECIAL:
        return np.full(cells, SPECIAL[special], np.int32)
    tenths = WOODED if cover == "wooded" else COVERED.get((relief, cover), UNKNOWN)
    place = (7 * np.arange(cells)) % 10  # 7 and 10 share no factor: even, not in lines
    return np.where(place < tenths, Terrain.CULTIVATED, Terrain.OPEN).astype(np.int32)
