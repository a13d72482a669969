"""Batched: the rules of `rules` in NumPy, all replications of a batch at once.

Every step is done for R replications and all units together, as array programs are
written; rank among equals stands for the order of units. Sums are in NumPy's own order,
so results differ from `rules` in the last digits. Axes: R first, then as in `scene`.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from benchmarks.peers import rules as ru
from benchmarks.peers.scene import FAR, NOWHERE, Scene
from refight.engine.random import M0, M1, MASK, TO_UNIT, TWO_PI, W0, W1

Array = Any  # NumPy's types say less than the axes in the words


@dataclass
class Batch:
    """What changes in R replications."""

    sc: Scene
    first: int
    size: int
    seed: int
    cell: Array = field(init=False)  # (R, U)

    def __post_init__(self) -> None:
        """Put everything as it is before the first step."""
        r, units, cells = self.size, self.sc.side.size, self.sc.cover.size
        self.rows = np.arange(r)[:, None]
        self.cell = np.full((r, units), NOWHERE)
        self.gone = np.zeros((r, units), bool)
        self.men = np.tile(self.sc.men, (r, 1))
        self.morale = np.ones((r, units))
        self.fed = np.ones((r, units), bool)
        self.control = np.tile(self.sc.control, (r, 1))
        # one cell more than there is: what lies off the map, and holds nothing
        self.count = np.zeros((r, 2, cells + 1), np.int64)
        self.near = np.zeros((r, 2, cells + 1), np.int64)
        self.loss = np.zeros((r, units))
        self.around = np.where(self.sc.neighbour == NOWHERE, cells, self.sc.neighbour)

    @property
    def here(self) -> Array:
        """Where units are on the map, (R, U)."""
        return self.cell != NOWHERE

    def at(self, values: Array, side: Array | int, cell: Array) -> Array:
        """Take values of sides and cells, (R, S, C), at places, (R, U)."""
        return values[self.rows, side, cell]

    def place(self, moved: Array, goal: Array) -> None:
        """Put the units of a mask, (R, U), into other cells; NOWHERE takes them off."""
        row, unit = np.nonzero(moved)
        side = self.sc.side[unit]
        for cell, sign in ((self.cell[moved], -1), (goal[moved], 1)):
            there = cell != NOWHERE
            r, s, c = row[there], side[there], cell[there]
            np.add.at(self.count, (r, s, c), sign)
            np.add.at(self.near, (r[:, None], s[:, None], self.around[c]), sign)
        self.near[:, :, -1] = 0
        self.cell = np.where(moved, goal, self.cell)


def padded(values: Array, nothing: float = 0) -> Array:
    """Add one cell that stands for all that is off the map."""
    ends = [(0, 0)] * (values.ndim - 1) + [(0, 1)]
    return np.pad(values, ends, constant_values=nothing)


def philox(seed: int, replicates: Array, step: int, units: Array, purpose: int) -> Any:
    """Return two words for many keys and counters."""
    shape = np.broadcast_shapes(replicates.shape, units.shape)
    mask, shift = np.uint64(MASK), np.uint64(32)
    k0, k1 = seed & MASK, np.broadcast_to(replicates, shape).astype(np.uint64)
    c0 = np.full(shape, step, np.uint64)
    c1 = np.broadcast_to(units, shape).astype(np.uint64)
    c2, c3 = np.full(shape, purpose, np.uint64), np.zeros(shape, np.uint64)
    for _ in range(10):
        one, other = c0 * np.uint64(M0), c2 * np.uint64(M1)
        c0, c2 = (other >> shift) ^ c1 ^ np.uint64(k0), (one >> shift) ^ c3 ^ k1
        c1, c3 = other & mask, one & mask
        k0, k1 = (k0 + W0) & MASK, (k1 + np.uint64(W1)) & mask
    return c0, c1


def uniform(b: Batch, wanted: Array, t: int, purpose: int) -> Array:
    """Draw for the units that are wanted, (R, U) of truth; returns them in a row."""
    replicate, unit = np.nonzero(wanted)
    word, _ = philox(b.seed, replicate + b.first, t, unit, purpose)
    return (word + 0.5) * TO_UNIT


def normal(b: Batch, wanted: Array, t: int, purpose: int) -> Array:
    """Draw standard normal numbers for the units that are wanted."""
    replicate, unit = np.nonzero(wanted)
    one, other = philox(b.seed, replicate + b.first, t, unit, purpose)
    radius = np.sqrt(-2.0 * np.log((one + 0.5) * TO_UNIT))
    return radius * np.cos(TWO_PI * ((other + 0.5) * TO_UNIT))


def admit(b: Batch, wish: Array) -> Array:
    """Let units go where they wish while there is room; returns who went, (R, U)."""
    cells = b.sc.cover.size + 1
    asked = wish != NOWHERE
    key = ((b.rows * 2 + b.sc.side) * cells + wish)[asked]
    room = b.count.reshape(-1)[key] + ranks(key) < ru.LIMIT
    went = asked.copy()
    went[asked] = room
    b.place(went, wish)
    return went


def ranks(keys: Array) -> Array:
    """Give each key's place among its equals, in order.

    >>> ranks(np.array([7, 3, 7, 7])).tolist()
    [0, 0, 1, 2]
    """
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    new = np.ones(keys.size, bool)
    new[1:] = ordered[1:] != ordered[:-1]
    place = np.arange(keys.size)
    start = np.maximum.accumulate(np.where(new, place, 0))
    out = np.empty(keys.size, np.int64)
    out[order] = place - start
    return out


def arrive(b: Batch, t: int) -> None:
    """Bring on units whose time has come."""
    sc = b.sc
    free = b.at(b.count, 1 - sc.side, sc.start) == 0
    due = ~b.here & ~b.gone & (t >= sc.arrival) & free
    admit(b, np.where(due, sc.start, NOWHERE))


def supply(b: Batch) -> None:
    """Spread from both depots, a ring of cells at a time, until nothing is nearer."""
    sc, cells = b.sc, b.sc.cover.size + 1
    for s in range(2):
        own = padded(b.control == s).reshape(-1)
        far = np.full(b.size * cells, FAR)
        ring = b.rows[:, 0] * cells + sc.depot[s]
        ring = ring[own[ring]]
        far[ring] = 0
        while ring.size:
            cell = ring % cells
            near = b.around[cell] + (ring - cell)[:, None]
            total = far[ring][:, None] + sc.cost[cell]
            better = own[near] & (total <= ru.RANGE) & (total < far[near])
            np.minimum.at(far, near[better], total[better])
            ring = np.unique(near[better])
        mine = b.here & (sc.side == s)
        reached = far[b.rows * cells + np.where(b.here, b.cell, 0)] <= ru.RANGE
        b.fed = np.where(mine, reached, b.fed)


def propose(b: Batch, s: int, points: Array, t: int, turn: int) -> tuple[Array, Array]:
    """Choose each unit's way; returns cells and what they cost, (R, U)."""
    sc = b.sc
    own = b.here & (sc.side == s)
    cell = np.where(own, b.cell, 0)
    reach = sc.field[s, t * 3 // sc.steps[0]]
    near, cost = b.around[cell], sc.cost[cell]  # (R, U, W)
    enemy, around = b.count[:, 1 - s], b.near[:, 1 - s]
    rows = b.rows[:, :, None]
    watched = around[b.rows, cell] > 0
    barred = (enemy[rows, near] > 0) | (watched[:, :, None] & (around[rows, near] > 0))
    value = padded(reach, FAR)[near]
    open_ = (value < reach[cell][:, :, None]) & (cost <= points[:, :, None]) & ~barred
    value = np.where(open_, value, FAR)
    way = value.argmin(axis=2)[:, :, None]
    wishes = own & open_.any(axis=2)
    wishes[wishes] = uniform(b, wishes, t, ru.MOVE + turn) >= ru.FRICTION
    paid = np.take_along_axis(cost, way, 2)[:, :, 0]
    goal = np.take_along_axis(near, way, 2)[:, :, 0]
    return np.where(wishes, goal, NOWHERE), paid


def advance(b: Batch, t: int) -> None:
    """Move twice, sides in turn."""
    points = np.where(b.fed, ru.POINTS, ru.HUNGRY_POINTS)
    for turn in range(2):
        for i in range(2):
            wish, paid = propose(b, (t + i) % 2, points, t, turn)
            points = points - np.where(admit(b, wish), paid, 0)


def fight(b: Batch, t: int) -> None:
    """Let all who stand beside an enemy lose men and heart, at once."""
    sc, cells = b.sc, b.sc.cover.size
    here, cell = b.here, np.where(b.here, b.cell, 0)
    power = b.men * sc.quality * (0.5 + 0.5 * b.fed)
    place = (b.rows * 2 + sc.side) * cells + cell
    strength = np.bincount(place[here], power[here], b.size * 2 * cells)
    strength = strength.reshape(b.size, 2, cells)
    enemy = 1 - sc.side
    contact = here & (b.at(b.near, enemy, cell) > 0)
    rows = b.rows[:, :, None]
    around = padded(strength)[rows, enemy[:, None], b.around[cell]]
    against = around.sum(axis=2)[contact]
    own = b.at(strength, sc.side, cell)[contact]
    ratio = np.minimum(against / own, ru.MOST_RATIO)
    noise = np.exp(ru.SPREAD * normal(b, contact, t, ru.FIRE) - 0.5 * ru.SPREAD**2)
    loss = np.minimum(ru.LOSS * ratio * sc.cover[cell[contact]] * noise, ru.MOST_LOSS)
    b.loss = np.zeros_like(b.men)
    b.loss[contact] = loss
    b.men = b.men * (1.0 - b.loss)
    hunger = ru.HUNGRY * ~b.fed
    b.morale = np.where(contact, b.morale - ru.SHOCK * b.loss - hunger, b.morale)
    lost = contact & ((b.men < ru.LEAST) | (b.morale < ru.BROKEN))
    b.place(lost, np.full_like(b.cell, NOWHERE))
    b.gone |= lost


def retreat(b: Batch) -> None:
    """Take the shaken back over their own ground; who cannot go loses more men."""
    sc, enemy = b.sc, 1 - b.sc.side
    shaken = b.here & (b.loss > 0.0) & (b.morale < ru.SHAKEN)
    cell = np.where(shaken, b.cell, 0)
    near, rows = b.around[cell], b.rows[:, :, None]
    home = padded(sc.home, FAR)[sc.side[:, None], near]
    open_ = home <= sc.home[sc.side, cell][:, :, None]
    open_ &= padded(b.control, NOWHERE)[rows, near] == sc.side[:, None]
    open_ &= b.count[rows, enemy[:, None], near] == 0
    open_ &= b.near[rows, enemy[:, None], near] == 0
    home = np.where(open_, home, FAR)
    way = home.argmin(axis=2)[:, :, None]
    goal = np.take_along_axis(near, way, 2)[:, :, 0]
    went = admit(b, np.where(shaken & open_.any(axis=2), goal, NOWHERE))
    b.morale = np.where(went, b.morale + ru.RELIEF, b.morale)
    b.men = np.where(shaken & ~went, b.men * ru.PRESSED, b.men)


def settle(b: Batch, out: Array) -> None:
    """Take the ground stood on, rest who is out of contact, and record (R, 4)."""
    sc, here = b.sc, b.here
    cell = np.where(here, b.cell, 0)
    for s in range(2):
        b.control = np.where(b.count[:, s, :-1] > 0, s, b.control)
    calm = here & (b.at(b.near, 1 - sc.side, cell) == 0)
    rest = np.where(b.fed, ru.RALLY, -ru.TIRED)
    b.morale = np.where(calm, np.clip(b.morale + rest, 0.0, 1.0), b.morale)
    men = np.where(here, b.men, 0.0)
    for s in range(2):
        out[:, s] = men[:, sc.side == s].sum(axis=1)
    out[:, 2] = (b.control == 0).sum(axis=1)
    out[:, 3] = here.sum(axis=1)


def many(sc: Scene, seed: int, first: int, count: int) -> Array:
    """Refight replications `first` and on; returns the record, (R, T, 4)."""
    b = Batch(sc, first, count, seed)
    out = np.empty((count, int(sc.steps[0]), 4))
    for t in range(int(sc.steps[0])):
        arrive(b, t)
        if t % ru.SUPPLY_EVERY == 0:
            supply(b)
        advance(b, t)
        fight(b, t)
        retreat(b)
        settle(b, out[:, t])
    return out
