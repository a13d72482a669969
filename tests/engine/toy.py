"""A small made-up ground and two small forces, for tests of the engine alone.

Nothing here is historical: 14 x 12 hexagons of 1 km, a town in the middle, a river.
"""

import numpy as np

from refight.engine.parameters import INDEX, PARAMETERS
from refight.engine.passage import ends, footing, gates
from refight.engine.system import NOWHERE, System

WIDE, HIGH = 14, 12
DEFAULTS = {
    "speed.foot": 5000.0, "speed.motor": 12000.0, "speed.night": 0.6,
    "speed.opposed": 1.5, "cost.cultivated": 1.5, "cost.marsh": 3.0, "cost.town": 1.5,
    "cost.road": 0.6, "cost.dike": 0.5, "cost.minor": 2.0, "cost.mines": 2.0,
    "frontage": 1500.0, "frontage.town": 800.0, "weight.tank": 20.0,
    "weight.tank_town": 8.0, "weight.carrier": 4.0, "weight.gun": 6.0,
    "weight.crew": 0.3, "arms.popular": 0.7, "cover.cultivated": 1.3,
    "cover.suburb": 1.6, "cover.town": 2.2, "cover.marsh": 1.3, "cover.works": 0.25,
    "cover.river": 0.5, "combined.arms": 0.5, "night.attack": 0.9,
    "night.armour": 0.4, "surprise": 0.0, "surprise.days": 0.0,
    "loss.attacker": 0.06, "loss.defender": 0.06, "loss.exponent": 0.4,
    "loss.contact": 0.004,
    "loss.noise": 0.4, "loss.cover": 0.5, "loss.tanks": 2.0, "loss.tanks_town": 3.0,
    "killed.share": 0.27, "push.odds": 2.5, "push.slope": 2.0, "push.town": 0.5,
    "push.shock": 0.05, "assault.odds": 1.0, "cohesion.start": 0.9,
    "cohesion.loss": 1.2, "cohesion.rest": 0.05, "cohesion.break": 0.3,
    "cohesion.cut": 0.03, "cohesion.hunger": 0.03, "cohesion.surrender": 0.35,
    "cohesion.halt": 0.4, "surrender.rate": 0.3, "surrender.vehicles": 1.0,
    "supply.days": 3.0,
    "supply.fight": 1.5, "supply.range": 40.0, "supply.hungry": 0.5,
    "supply.crossing": 4000.0, "guns.range": 12000.0, "guns.rate": 0.5,
    "guns.ammunition": 0.6, "air.sorties": 4.0, "air.losses": 3.0,
    "mines.loss": 0.05, "works.rate": 0.25, "belief.start": 1.0, "belief.learn": 0.2,
    "belief.noise": 0.2, "reserve.odds": 3.0, "reserve.stall": 2.0,
    "command.delay": 0.25, "command.refusal": 0.0, "command.sharing": 0.7,
    "bridge.hours": 12.0, "bridge.boats": 6.0, "plan.held": 1.0, "retreat.hold": 0.7,
    "stacking": 3000.0, "town.local": 1.0,
}  # fmt: skip


def cell_at(col: int, row: int) -> int:
    """Return the index of a cell of the toy ground."""
    return row * WIDE + col


def neighbours() -> np.ndarray:
    """Return the (C, 6) neighbours of an even-row offset layout."""
    out = np.full((WIDE * HIGH, 6), NOWHERE, np.int64)
    even = [(1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1)]
    odd = [(1, 0), (1, 1), (0, 1), (-1, 0), (0, -1), (1, -1)]
    for row in range(HIGH):
        for col in range(WIDE):
            for way, (dx, dy) in enumerate(odd if row % 2 else even):
                c, r = col + dx, row + dy
                if 0 <= c < WIDE and 0 <= r < HIGH:
                    out[cell_at(col, row), way] = cell_at(c, r)
    return out


def build(units: int = 12, days: int = 12, river: bool = False) -> System:
    """Build a toy campaign: side 0 attacks from the left, side 1 holds the town."""
    near = neighbours()
    cells = near.shape[0]
    terrain = np.zeros(cells, np.int64)
    town = [cell_at(c, r) for c in (8, 9) for r in (5, 6)]
    terrain[town] = 4
    east = np.array([1000.0 * (c % WIDE) for c in range(cells)])
    north = np.array([866.0 * (c // WIDE) for c in range(cells)])
    barrier = np.zeros((cells, 6), np.int64)
    crossing = np.full((cells, 6), NOWHERE, np.int64)
    if river:
        for c in range(cells):
            for way in range(6):
                other = near[c, way]
                if other >= 0 and (c % WIDE < 6) != (other % WIDE < 6):
                    barrier[c, way] = 3
        a, b = cell_at(5, 5), cell_at(6, 5)
        for here, there in ((a, b), (b, a)):
            way = list(near[here]).index(there)
            crossing[here, way] = 0
    param = np.zeros((len(PARAMETERS), 2))
    for name, index in INDEX.items():
        param[index] = DEFAULTS[name]
    unit = np.zeros((units, 8), np.int64)
    men = np.zeros(units, np.int64)
    vehicles = np.zeros((units, 3), np.int64)
    for f in range(units):
        side = f % 2
        arm = (0, 0, 3, 2, 4, 1, 5, 0, 0, 0, 6, 0)[f % 12]
        start = cell_at(1, 2 + f % 8) if side == 0 else town[(f // 2) % 4]
        if arm == 5:
            start = cell_at(0, 5) if side == 0 else cell_at(13, 6)
        unit[f] = (side, arm, 0, 0, start, 0, NOWHERE, 0)
        men[f] = 700 if side == 0 else 450
        vehicles[f] = (25 if arm == 4 else 0, 10 if arm == 3 else 0, 12 * (arm == 5))
    sets = np.zeros((2, cells), np.uint8)
    sets[0, town] = 1
    sets[1, [cell_at(0, r) for r in range(HIGH)]] = 1
    members = np.full((2, HIGH), NOWHERE, np.int64)
    members[0, :4] = town
    members[1] = [cell_at(0, r) for r in range(HIGH)]
    phase = np.full((2, 1, 7), NOWHERE, np.int64)
    phase[:, 0, :] = (1, 0, 0, NOWHERE, NOWHERE, NOWHERE, 0)
    phase[0, 0, 4] = 0
    order = np.full((2, 1, 1, 3), NOWHERE, np.int64)
    order[0, 0, 0] = (1, 0, NOWHERE)
    order[1, 0, 0] = (0, 0, NOWHERE)
    return System(
        gate=gates(near, barrier, crossing, terrain),
        neighbour=near, barrier=barrier, crossing=crossing, ends=ends(crossing),
        footing=footing(near, barrier, np.zeros((cells, 6)), terrain),
        metres=np.full((cells, 6), 1000.0),
        terrain=terrain, place=np.stack([east, north, np.full(cells, 0.866)], 1),
        works=np.zeros(cells), mines=np.zeros(cells),
        control=(np.arange(cells) % WIDE >= 6).astype(np.int64), unit=unit, men=men,
        vehicles=vehicles, quality=np.ones(units), phase=phase, order=order,
        work=np.full((2, 1, 1, 2), NOWHERE, np.int64), sets=sets, members=members,
        depot=np.array([[cell_at(0, 5)], [cell_at(13, 5)]], np.int64),
        bridge=np.zeros(1, np.int64),
        watch=np.array(
            [(0, 0, 0, -1, 127), (1, 0, 0, 0, 127), (4, 1, 0, -1, 127)], np.int64
        ),
        watch_share=np.array([1.0, 1.0, 1.0]), param=param,
        clock=np.array([4 * days, 0], np.int64),
    )  # fmt: skip
