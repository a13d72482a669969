"""What a recorded refight shows, worked out from the ground and not by the engine.

Steps T, units F, cells C. Ways are passed by rules written here once more: nobody
enters water; a major river needs a crossing; vehicles need one over a minor obstacle
too; boats carry foot soldiers only.
"""

import heapq
from collections import defaultdict
from functools import cache

import numpy as np

from refight.engine import at
from refight.engine import system as sy
from refight.engine.passage import set_prices
from refight.engine.rollout import workspace
from refight.ground.grid import Obstacle, Terrain
from tests.ensemble.acts import replay

MOTOR_ARMS = (sy.MECHANISED, sy.ARMOUR, sy.ARTILLERY)
STEPS_BACK = (sy.TOOK, sy.DRIVEN_BACK, sy.GAVE_WAY)  # one cell, whatever it costs


def told(found, kind):
    """Give the events of a kind."""
    return found.events[found.events[:, sy.E_KIND] == kind]


def is_motor(found):
    """Tell of each unit whether it moves on wheels or tracks, (F,)."""
    return np.isin(found.system.unit[:, sy.U_ARM], MOTOR_ARMS)


def active(found):
    """Tell when each unit is on the map, (T, F)."""
    return found.trace[:, :, 1] == sy.ACTIVE


def cells(found):
    """Give where each unit is, (T, F)."""
    return found.trace[:, :, 0].astype(int)


def bridges(found):
    """Give the state of every crossing during each step, (T, X)."""
    state = found.system.bridge.copy()
    changes = told(found, sy.CROSSING_CHANGED)
    out = []
    for step in range(found.trace.shape[0]):
        for row in changes[changes[:, sy.E_STEP] == step]:
            state[row[sy.E_UNIT]] = row[sy.E_A]
        out.append(tuple(state))
    return out


@cache
def ways(act, motor, bridge):
    """List for each cell the cells to which a unit can go, and the slot."""
    ground = replay(act, 0).ground
    out = defaultdict(list)
    for cell, slot in np.argwhere(ground.neighbours >= 0):
        to = ground.neighbours[cell, slot]
        wall, over = ground.obstacle[cell, slot], ground.crossing[cell, slot]
        needs = wall == Obstacle.MAJOR or (motor and wall == Obstacle.MINOR)
        enough = (sy.BRIDGE,) if motor else (sy.BRIDGE, sy.BOATS)
        if ground.terrain[to] == Terrain.WATER:
            continue
        if not needs or (over >= 0 and bridge[over] in enough):
            out[int(cell)].append((int(to), int(slot)))
    return dict(out)


def strides(system):
    """Give the metres of open ground that each way costs, (class, C, 6)."""
    state = workspace(system)
    set_prices(system, state)
    return state.price[:, system.footing] * system.metres


def cost(found, motor, bridge, start, goal):
    """Give the least metres of open ground from one cell to another, or infinity."""
    net = ways(found.scenario.act, bool(motor), bridge)
    stride = strides(found.system)[int(motor)]
    best, queue = {start: 0.0}, [(0.0, start)]
    while queue:
        far, cell = heapq.heappop(queue)
        if cell == goal:
            return far
        if far > best[cell] or far > 200_000.0:
            continue
        for to, slot in net.get(cell, ()):
            further = far + stride[cell, slot]
            if further < best.get(to, np.inf):
                best[to] = further
                heapq.heappush(queue, (further, to))
    return np.inf


def pace(found, motor):
    """Give the metres of open ground per step of each side by day: no less by night."""
    name = at.SPEED_MOTOR if motor else at.SPEED_FOOT
    night = np.maximum(1.0, found.system.param[at.SPEED_NIGHT])
    return found.system.param[name] * (night if motor else 1.0)


def moved(found):
    """List (step, unit, from, to) of all changes of cell on the map."""
    there, where = active(found), cells(found)
    both = there[1:] & there[:-1] & (where[1:] != where[:-1])
    for step, f in np.argwhere(both):
        yield int(step) + 1, int(f), int(where[step, f]), int(where[step + 1, f])


def pushed(found):
    """Count for each (step, unit) the cells gone without a march."""
    count = defaultdict(int)
    for row in found.events[np.isin(found.events[:, sy.E_KIND], STEPS_BACK)]:
        count[int(row[sy.E_STEP]), int(row[sy.E_UNIT])] += 1
    return count


def apart(found):
    """Give the metres between the middles of all cells, (C, C)."""
    east, north = found.system.place[:, 0], found.system.place[:, 1]
    return np.hypot(east[:, None] - east, north[:, None] - north)
