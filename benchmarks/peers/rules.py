"""Rules: what a step of the scene does, written for one replication at a time.

The way of working is Refight's: plain loops over flat arrays, compiled by Numba, each
draw keyed by (seed, replication; step, unit, purpose). With NUMBA_DISABLE_JIT=1 the
same source runs as plain Python. A step: arrivals; supply every fourth step; two rounds
of movement, sides in turn; combat at once for all; retreat; control; recovery; record.
Moves of a side are proposed on one state and admitted in the order of units.
Axes as in `scene`; of the record: T step, four numbers.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from benchmarks.peers.chance import normal, uniform
from benchmarks.peers.scene import FAR, NOWHERE, Scene, Whole

LIMIT = 3  # units of a side in a cell
RANGE = 40  # cost over which supply is carried
POINTS, HUNGRY_POINTS = 4, 2  # of movement in a step
FRICTION = 0.05
SUPPLY_EVERY = 4
LOSS, MOST_RATIO, MOST_LOSS = 0.02, 4.0, 0.5
SPREAD = 0.4  # of the logarithm of losses
HUNGRY, SHOCK, RALLY, TIRED = 0.02, 1.5, 0.02, 0.01
SHAKEN, BROKEN, RELIEF, PRESSED = 0.3, 0.05, 0.1, 0.9
LEAST = 150.0  # men
MOVE, FIRE = 1, 8  # purposes of draws; rounds of movement count on from the first

Floats = NDArray[np.float64]


class State(NamedTuple):
    """What changes, and room to work in."""

    cell: Whole  # (U,), NOWHERE before arrival and after removal
    gone: Whole  # (U,)
    men: Floats  # (U,)
    morale: Floats  # (U,)
    fed: Whole  # (U,)
    points: Whole  # (U,)
    wish: Whole  # (U,), cell proposed
    paid: Whole  # (U,), what it costs
    loss: Floats  # (U,)
    control: Whole  # (C,)
    held: Whole  # (S, C), units in the cell
    near: Whole  # (S, C), units in the cells around
    strength: Floats  # (S, C)
    asked: Whole  # (C,), proposals so far
    far: Whole  # (S, C), cost from the depot
    bucket: Whole  # (RANGE + 1, C)


def state(sc: Scene) -> State:
    """Make room for one replication."""
    units, cells = sc.side.size, sc.cover.size
    whole = [np.zeros(units, np.int64) for _ in range(6)]
    return State(
        cell=whole[0],
        gone=whole[1],
        men=np.zeros(units),
        morale=np.zeros(units),
        fed=whole[2],
        points=whole[3],
        wish=whole[4],
        paid=whole[5],
        loss=np.zeros(units),
        control=np.zeros(cells, np.int64),
        held=np.zeros((2, cells), np.int64),
        near=np.zeros((2, cells), np.int64),
        strength=np.zeros((2, cells)),
        asked=np.zeros(cells, np.int64),
        far=np.zeros((2, cells), np.int64),
        bucket=np.zeros((RANGE + 1, cells), np.int64),
    )


@njit(nogil=True)
def begin(sc: Scene, st: State) -> None:
    """Put everything as it is before the first step."""
    st.cell[:] = NOWHERE
    st.gone[:] = 0
    st.men[:] = sc.men
    st.morale[:] = 1.0
    st.fed[:] = 1
    st.control[:] = sc.control
    st.held[:] = 0
    st.near[:] = 0


@njit(nogil=True)
def place(sc: Scene, st: State, u: int, cell: int) -> None:
    """Move a unit to a cell, or off the map."""
    s, old = sc.side[u], st.cell[u]
    if old != NOWHERE:
        st.held[s, old] -= 1
        for way in range(6):
            near = sc.neighbour[old, way]
            if near != NOWHERE:
                st.near[s, near] -= 1
    if cell != NOWHERE:
        st.held[s, cell] += 1
        for way in range(6):
            near = sc.neighbour[cell, way]
            if near != NOWHERE:
                st.near[s, near] += 1
    st.cell[u] = cell


@njit(nogil=True)
def arrive(sc: Scene, st: State, t: int) -> None:
    """Bring on units whose time has come and whose place has room."""
    for u in range(sc.side.size):
        st.wish[u] = NOWHERE
        due = st.cell[u] == NOWHERE and st.gone[u] == 0 and t >= sc.arrival[u]
        if due and st.held[1 - sc.side[u], sc.start[u]] == 0:
            st.wish[u] = sc.start[u]
    for s in range(2):
        admit(sc, st, s)


@njit(nogil=True)
def admit(sc: Scene, st: State, s: int) -> None:
    """Let a side's units go where they wish, in order, while there is room.

    Room is counted before anybody moves; a refused wish is put back to NOWHERE.
    """
    for u in range(sc.side.size):
        goal = st.wish[u]
        if sc.side[u] == s and goal != NOWHERE:
            st.asked[goal] += 1
            if st.held[s, goal] + st.asked[goal] > LIMIT:
                st.wish[u] = NOWHERE
    st.asked[:] = 0
    for u in range(sc.side.size):
        if sc.side[u] == s and st.wish[u] != NOWHERE:
            place(sc, st, u, st.wish[u])


@njit(nogil=True)
def supply(sc: Scene, st: State) -> None:
    """Work out which ground each side's depot reaches, over its own ground."""
    for s in range(2):
        carry(sc, st, s)
    for u in range(sc.side.size):
        if st.cell[u] != NOWHERE:
            st.fed[u] = 1 if st.far[sc.side[u], st.cell[u]] <= RANGE else 0


@njit(nogil=True)
def carry(sc: Scene, st: State, s: int) -> None:
    """Spread from a depot in the order of cost (buckets: Dial 1969)."""
    far, held = st.far[s], np.zeros(RANGE + 1, np.int64)
    far[:] = FAR
    depot = sc.depot[s]
    if st.control[depot] != s:
        return
    far[depot] = 0
    st.bucket[0, 0], held[0] = depot, 1
    for paid in range(RANGE + 1):
        for i in range(held[paid]):
            cell = st.bucket[paid, i]
            if far[cell] != paid:
                continue
            for way in range(6):
                near = sc.neighbour[cell, way]
                if near != NOWHERE and st.control[near] == s:
                    total = paid + sc.cost[cell, way]
                    if total <= RANGE and total < far[near]:
                        far[near] = total
                        st.bucket[total, held[total]] = near
                        held[total] += 1


@njit(nogil=True)
def propose(
    sc: Scene, st: State, s: int, turn: int, t: int, seed: int, replicate: int
) -> None:
    """Let each unit of a side wish for the way that leads nearest to its objective."""
    field = sc.field[s, t * 3 // sc.steps[0]]
    for u in range(sc.side.size):
        if sc.side[u] != s:
            continue
        st.wish[u] = NOWHERE
        cell = st.cell[u]
        if cell == NOWHERE:
            continue
        watched = st.near[1 - s, cell] > 0
        least = field[cell]
        for way in range(6):
            near = sc.neighbour[cell, way]
            if near == NOWHERE or field[near] >= least:
                continue
            if sc.cost[cell, way] > st.points[u] or st.held[1 - s, near] > 0:
                continue
            if watched and st.near[1 - s, near] > 0:
                continue
            least = field[near]
            st.wish[u], st.paid[u] = near, sc.cost[cell, way]
        wishes = st.wish[u] != NOWHERE  # who wishes nothing draws nothing
        if wishes and uniform(seed, replicate, t, u, MOVE + turn) < FRICTION:
            st.wish[u] = NOWHERE


@njit(nogil=True)
def advance(sc: Scene, st: State, t: int, seed: int, replicate: int) -> None:
    """Move twice, sides in turn; who moves first changes with every step."""
    for u in range(sc.side.size):
        st.points[u] = POINTS if st.fed[u] else HUNGRY_POINTS
    for turn in range(2):
        for i in range(2):
            s = (t + i) % 2
            propose(sc, st, s, turn, t, seed, replicate)
            admit(sc, st, s)
            for u in range(sc.side.size):
                if sc.side[u] == s and st.wish[u] != NOWHERE:
                    st.points[u] -= st.paid[u]


@njit(nogil=True)
def fight(sc: Scene, st: State, t: int, seed: int, replicate: int) -> None:
    """Let all who stand beside an enemy lose men and heart, at once."""
    st.strength[:] = 0.0
    for u in range(sc.side.size):
        if st.cell[u] != NOWHERE:
            power = st.men[u] * sc.quality[u] * (0.5 + 0.5 * st.fed[u])
            st.strength[sc.side[u], st.cell[u]] += power
    for u in range(sc.side.size):
        s, cell = sc.side[u], st.cell[u]
        st.loss[u] = 0.0
        if cell == NOWHERE or st.near[1 - s, cell] == 0:
            continue
        against = 0.0
        for way in range(6):
            near = sc.neighbour[cell, way]
            if near != NOWHERE:
                against += st.strength[1 - s, near]
        ratio = min(against / st.strength[s, cell], MOST_RATIO)
        z = normal(seed, replicate, t, u, FIRE)
        noise = math.exp(SPREAD * z - 0.5 * SPREAD * SPREAD)
        st.loss[u] = min(LOSS * ratio * sc.cover[cell] * noise, MOST_LOSS)
    for u in range(sc.side.size):
        if st.loss[u] > 0.0:
            st.men[u] *= 1.0 - st.loss[u]
            st.morale[u] -= SHOCK * st.loss[u] + HUNGRY * (1 - st.fed[u])
            if st.men[u] < LEAST or st.morale[u] < BROKEN:
                place(sc, st, u, NOWHERE)
                st.gone[u] = 1


@njit(nogil=True)
def retreat(sc: Scene, st: State) -> None:
    """Take the shaken back over their own ground; who cannot go loses more men."""
    for u in range(sc.side.size):
        s, cell = sc.side[u], st.cell[u]
        st.wish[u] = NOWHERE
        shaken = cell != NOWHERE and st.loss[u] > 0.0 and st.morale[u] < SHAKEN
        st.paid[u] = 1 if shaken else 0
        if not shaken:
            continue
        least = sc.home[s, cell] + 1
        for way in range(6):
            near = sc.neighbour[cell, way]
            if near == NOWHERE or st.control[near] != s or sc.home[s, near] >= least:
                continue
            if st.held[1 - s, near] == 0 and st.near[1 - s, near] == 0:
                least = sc.home[s, near]
                st.wish[u] = near
    for s in range(2):
        admit(sc, st, s)
    for u in range(sc.side.size):
        if st.paid[u]:
            if st.wish[u] != NOWHERE:
                st.morale[u] += RELIEF
            else:
                st.men[u] *= PRESSED


@njit(nogil=True)
def settle(sc: Scene, st: State, out: Floats) -> None:
    """Take the ground stood on, rest who is out of contact, and record."""
    out[:] = 0.0
    for u in range(sc.side.size):
        s, cell = sc.side[u], st.cell[u]
        if cell == NOWHERE:
            continue
        st.control[cell] = s
        if st.near[1 - s, cell] == 0:
            rest = RALLY if st.fed[u] else -TIRED
            st.morale[u] = min(1.0, max(0.0, st.morale[u] + rest))
        out[s] += st.men[u]
        out[3] += 1.0
    for cell in range(st.control.size):
        if st.control[cell] == 0:
            out[2] += 1.0


@njit(nogil=True)
def refight(sc: Scene, st: State, seed: int, replicate: int, out: Floats) -> None:
    """Refight the scene once; `out` (T, 4): men of each side, cells of one, units."""
    begin(sc, st)
    for t in range(sc.steps[0]):
        arrive(sc, st, t)
        if t % SUPPLY_EVERY == 0:
            supply(sc, st)
        advance(sc, st, t, seed, replicate)
        fight(sc, st, t, seed, replicate)
        retreat(sc, st)
        settle(sc, st, out[t])


def many(sc: Scene, seed: int, first: int, count: int) -> Floats:
    """Refight replications `first` and on; returns the record, (R, T, 4)."""
    st, out = state(sc), np.empty((count, int(sc.steps[0]), 4))
    for i in range(count):
        refight(sc, st, seed, first + i, out[i])
    return out
