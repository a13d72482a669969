"""Passage: what each way between cells needs, and what it costs.

What it needs is laid out with the `System`; what a metre costs on each footing is
worked out for each draw of the costs. Rules: no way into water;
a major river only over a crossing; vehicles over a minor obstacle only by a bridge,
foot soldiers may wade it. A paved road sets the cost of its way.
"""

import numpy as np
from numpy.typing import NDArray

from refight.compiler import kernel
from refight.engine import at
from refight.engine.system import (
    CULTIVATED,
    DIKE,
    FOOT,
    GRAIN,
    LEVELS,
    MAJOR,
    MARSH,
    MINOR,
    MOTOR,
    NOWHERE,
    OPEN,
    SHUT,
    WATER,
    State,
    System,
)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
PAVED = 2
# footings: the terrain, then ROAD; plus these
ROAD, OVER_DIKE, OVER_MINOR = 7, 8, 16


def gates(neighbour: Ints, barrier: Ints, crossing: Ints, terrain: Ints) -> Ints:
    """Return the crossing that each way needs, (class, C, 6)."""
    dry = (neighbour >= 0) & (terrain[neighbour] != WATER)
    out = np.full((2, *neighbour.shape), SHUT, np.int64)
    needs = np.where(crossing >= 0, crossing, SHUT)
    for kind, walls in ((FOOT, (MAJOR,)), (MOTOR, (MAJOR, MINOR))):
        walled = np.isin(barrier, walls)
        out[kind] = np.where(dry, np.where(walled, needs, NOWHERE), SHUT)
    return out


def facing(neighbour: Ints) -> bool:
    """Tell whether every way's neighbour has the cell on the opposite way.

    Floods walk back by it (`came_from`, `supported`).
    """
    cell, way = np.nonzero(neighbour >= 0)
    return bool((neighbour[neighbour[cell, way], (way + 3) % 6] == cell).all())


def ends(crossing: Ints) -> Ints:
    """Return cell and way of each way over a crossing, (N, 2)."""
    return np.ascontiguousarray(np.argwhere(crossing >= 0), dtype=np.int64)


def footing(
    neighbour: Ints, barrier: Ints, road: Ints, terrain: Ints
) -> NDArray[np.int16]:
    """Return which prices hold for each way, (C, 6): a row of `prices`.

    The ground that it leads to, or a paved road; whether a dike lies between; whether
    a minor obstacle does.
    """
    paved = road == PAVED
    ground = np.where(paved, ROAD, terrain[neighbour])
    dike = OVER_DIKE * ((barrier == DIKE) & ~paved)
    return np.asarray(ground + dike + OVER_MINOR * (barrier == MINOR), np.int16)


@kernel
def set_prices(sys: System, st: State) -> None:
    """Work out what a metre costs on each footing, by the costs of this draw."""
    for ground in range(OVER_DIKE):
        st.price[FOOT, ground] = sys.param[at.COST_TOWN, 0]
    st.price[FOOT, OPEN] = 1.0
    st.price[FOOT, WATER] = 1.0
    st.price[FOOT, CULTIVATED] = sys.param[at.COST_CULTIVATED, 0]
    st.price[FOOT, MARSH] = sys.param[at.COST_MARSH, 0]
    st.price[FOOT, ROAD] = sys.param[at.COST_ROAD, 0]
    for ground in range(OVER_DIKE):
        dry = st.price[FOOT, ground]
        st.price[FOOT, ground + OVER_DIKE] = dry + sys.param[at.COST_DIKE, 0]
    for dry in range(OVER_MINOR):
        cost = st.price[FOOT, dry]
        st.price[MOTOR, dry] = cost
        st.price[MOTOR, dry + OVER_MINOR] = cost
        st.price[FOOT, dry + OVER_MINOR] = cost + sys.param[at.COST_MINOR, 0]


@kernel
def stride(sys: System, st: State, kind: int, cell: int, way: int) -> float:
    """Return the metres of open ground that a way costs."""
    return sys.metres[cell, way] * st.price[kind, sys.footing[cell, way]]


@kernel
def grains(metres: float) -> int:
    """Return metres of open ground in grains, at least 1."""
    return min(LEVELS, max(1, int(metres / GRAIN)))
