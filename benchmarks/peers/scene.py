"""Scene: a made-up campaign that every peer refights under the same rules.

160 units of two sides on 2,000 hexagons, 136 steps; terrain of five classes, rivers on
a tenth of the edges, three phases with an objective each. Nothing in it is history: it
is as large as a campaign and as branching, and small enough to be written again.
Axes: C cell, W way (six, in turn), S side, P phase, U unit. Costs are whole numbers.
"""

import heapq
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROWS, COLUMNS, UNITS, STEPS, PHASES = 40, 50, 160, 136, 3
WAYS = 6
NOWHERE = -1
FAR = 30_000  # no way leads there
SEED = 1982  # of the scene, not of the chance in it
RIVERS = 0.1  # share of edges
TERRAIN_COST = (1, 1, 2, 2, 3)
COVER = (1.0, 0.9, 0.7, 0.6, 0.4)  # of an open field's losses
RIVER_COST = 2

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]


class Scene(NamedTuple):
    """The campaign as it is declared; nothing in it changes."""

    neighbour: Whole  # (C, W), NOWHERE off the map
    cost: Whole  # (C, W), of leaving a cell this way
    cover: Floats  # (C,)
    field: Whole  # (S, P, C), cost from a cell to the objective
    home: Whole  # (S, C), columns from the own edge
    depot: Whole  # (S,), cell
    control: Whole  # (C,), side at the start
    side: Whole  # (U,)
    start: Whole  # (U,), cell
    arrival: Whole  # (U,), step
    men: Floats  # (U,)
    quality: Floats  # (U,)
    steps: Whole  # (1,)


def scene(
    rows: int = ROWS, columns: int = COLUMNS, units: int = UNITS, steps: int = STEPS
) -> Scene:
    """Make the campaign, or a larger or smaller one."""
    rng = np.random.default_rng(SEED)
    cells = rows * columns
    neighbour = neighbours(rows, columns)
    terrain = _terrain(rows, columns, rng)
    cost = _costs(neighbour, terrain, rng)
    column = np.arange(cells) % columns
    side = np.arange(units) % 2
    goals = _goals(rows, columns)
    return Scene(
        neighbour=neighbour,
        cost=cost,
        cover=np.array(COVER)[terrain],
        field=np.array([[reach(neighbour, cost, [c]) for c in own] for own in goals]),
        home=np.array([column, columns - 1 - column]),
        depot=np.array([rows // 2 * columns, (rows // 2 + 1) * columns - 1]),
        control=(column >= columns // 2).astype(np.int64),
        side=side,
        start=_starts(rows, columns, side, rng),
        arrival=rng.integers(0, steps // 2, units) * (rng.random(units) < 1 / 3),
        men=rng.uniform(400, 1_000, units).round(),
        quality=rng.uniform(0.7, 1.3, units),
        steps=np.array([steps]),
    )


def neighbours(rows: int, columns: int) -> Whole:
    """Give the six neighbours of each hexagon; opposite ways are three apart."""
    out = np.full((rows * columns, WAYS), NOWHERE)
    for row in range(rows):
        for column in range(columns):
            odd = row % 2
            steps = ((0, 1), (1, odd), (1, odd - 1), (0, -1), (-1, odd - 1), (-1, odd))
            for way, (down, right) in enumerate(steps):
                r, c = row + down, column + right
                if 0 <= r < rows and 0 <= c < columns:
                    out[row * columns + column, way] = r * columns + c
    return out


def reach(neighbour: Whole, cost: Whole, sources: Iterable[int]) -> Whole:
    """Give the cost from every cell to the nearest source."""
    out = np.full(len(neighbour), FAR)
    waiting = [(0, source) for source in sources]
    while waiting:
        paid, cell = heapq.heappop(waiting)
        if paid < out[cell]:
            out[cell] = paid
            for way in range(WAYS):
                near = int(neighbour[cell, way])
                if near != NOWHERE and out[near] == FAR:
                    back = int(cost[near, (way + 3) % WAYS])
                    heapq.heappush(waiting, (paid + back, near))
    return out


def _terrain(rows: int, columns: int, rng: np.random.Generator) -> Whole:
    """Draw terrain in patches: the class of the nearest of some seeds."""
    seeds = rng.uniform(0, 1, (rows * columns // 16, 2)) * (rows, columns)
    kinds = rng.choice(len(COVER), len(seeds), p=[0.45, 0.25, 0.15, 0.1, 0.05])
    cell = np.arange(rows * columns)
    place = np.stack([cell // columns, cell % columns], axis=1)
    apart = ((place[:, None] - seeds[None]) ** 2).sum(axis=2)
    found: Whole = kinds[apart.argmin(axis=1)]
    return found


def _costs(neighbour: Whole, terrain: Whole, rng: np.random.Generator) -> Whole:
    out = np.zeros(neighbour.shape, np.int64)
    for cell in range(len(neighbour)):
        for way in range(WAYS // 2):  # each edge once, from one of its two cells
            near = neighbour[cell, way]
            if near != NOWHERE:
                river = RIVER_COST * int(rng.random() < RIVERS)
                out[cell, way] = TERRAIN_COST[terrain[near]] + river
                out[near, way + 3] = TERRAIN_COST[terrain[cell]] + river
    return out


def _goals(rows: int, columns: int) -> list[list[int]]:
    """Place an objective for each side and phase: one attacks, the other holds."""

    def at(row: float, column: float) -> int:
        return int(row * (rows - 1)) * columns + int(column * (columns - 1))

    attack = [at(0.5, 0.55), at(0.4, 0.7), at(0.5, 0.9)]
    hold = [at(0.5, 0.5), at(0.5, 0.55), at(0.4, 0.6)]
    return [attack, hold]


def _starts(
    rows: int, columns: int, side: Whole, rng: np.random.Generator
) -> Whole:  # fmt: skip
    row = rng.integers(rows // 8, rows - rows // 8, side.size)
    behind = rng.integers(1, columns // 4, side.size)
    middle = columns // 2
    column = np.where(side == 0, middle - 1 - behind, middle + behind)
    return row * columns + column
