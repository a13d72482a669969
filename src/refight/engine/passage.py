"""Passage: what each way between cells costs and needs, for one draw of the costs.

Made with the `System`, not stepped: kernels read the tables. Rules: no way into water;
a major river only over a crossing; vehicles over a minor obstacle only by a bridge,
foot soldiers may wade it. A paved road sets the cost of its way.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine import at
from refight.engine.system import (
    CULTIVATED,
    DIKE,
    FOOT,
    GRAIN,
    MAJOR,
    MARSH,
    MINOR,
    MOTOR,
    NOWHERE,
    OPEN,
    SHUT,
    WATER,
    System,
)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
PAVED = 2


def gates(neighbour: Ints, barrier: Ints, crossing: Ints, terrain: Ints) -> Ints:
    """Return the crossing that each way needs, (class, C, 6)."""
    dry = (neighbour >= 0) & (terrain[neighbour] != WATER)
    out = np.full((2, *neighbour.shape), SHUT, np.int64)
    needs = np.where(crossing >= 0, crossing, SHUT)
    for kind, walls in ((FOOT, (MAJOR,)), (MOTOR, (MAJOR, MINOR))):
        walled = np.isin(barrier, walls)
        out[kind] = np.where(dry, np.where(walled, needs, NOWHERE), SHUT)
    return out


def ends(crossing: Ints) -> Ints:
    """Return cell and way of each way over a crossing, (N, 2)."""
    return np.ascontiguousarray(np.argwhere(crossing >= 0), dtype=np.int64)


def strides(sys: System, param: Floats) -> Floats:
    """Return the metres of open ground that each way costs, (class, C, 6)."""
    ground = np.full(8, param[at.COST_TOWN, 0])
    ground[[OPEN, WATER]] = 1.0
    ground[CULTIVATED] = param[at.COST_CULTIVATED, 0]
    ground[MARSH] = param[at.COST_MARSH, 0]
    paved = sys.road == PAVED
    factor = np.where(paved, param[at.COST_ROAD, 0], ground[sys.terrain[sys.neighbour]])
    factor += np.where((sys.barrier == DIKE) & ~paved, param[at.COST_DIKE, 0], 0.0)
    wading = np.where(sys.barrier == MINOR, param[at.COST_MINOR, 0], 0.0)
    return np.stack([sys.metres * (factor + wading), sys.metres * factor])


def passage(sys: System, param: Floats) -> dict[str, Any]:
    """Return the tables that depend on a draw's costs, by field of `System`."""
    stride = strides(sys, param)
    arc = np.maximum(1, (stride / GRAIN).astype(np.int64))
    return {"stride": stride, "arc": arc}
