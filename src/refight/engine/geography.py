"""Paths over the ground: cost to go to a set, and supply distance from depots.

Integer costs in units of 100 m of open ground, bucket queue (Dial 1969). One routine
serves movement fields and supply, since only the question of passage differs.
"""

from refight.compiler import kernel
from refight.engine import at
from refight.engine.system import (
    BRIDGE,
    CLEAR,
    CLOSED,
    CULTIVATED,
    DIKE,
    FOOT,
    MAJOR,
    MARSH,
    MINOR,
    MOTOR,
    NOWHERE,
    OPEN,
    WATER,
    Ints,
    State,
    System,
)

GRAIN = 100.0  # metres of open ground per unit of cost


@kernel
def passable(sys: System, st: State, cell: int, way: int, kind: int) -> bool:
    """Tell whether movement class `kind` can go from a cell over that side of it.

    A major river is crossed only where something crosses; vehicles also need an open
    crossing over minor obstacles that have one, and may ford no other.
    """
    to = sys.neighbour[cell, way]
    if to == NOWHERE or sys.terrain[to] == WATER:
        return False
    barrier = sys.barrier[cell, way]
    if barrier == CLEAR or barrier == DIKE:
        return True
    crossing = sys.crossing[cell, way]
    state = CLOSED
    if crossing != NOWHERE:
        state = st.bridge[crossing]
    if barrier == MAJOR:
        return state == BRIDGE or (state != CLOSED and kind == FOOT)
    return kind == FOOT or state == BRIDGE


@kernel
def stride(sys: System, st: State, cell: int, way: int, kind: int) -> float:
    """Return the cost in metres of open ground to the neighbouring cell."""
    to = sys.neighbour[cell, way]
    terrain = sys.terrain[to]
    factor = 1.0
    if terrain == CULTIVATED:
        factor = sys.param[at.COST_CULTIVATED, 0]
    elif terrain == MARSH:
        factor = sys.param[at.COST_MARSH, 0]
    elif terrain != OPEN:
        factor = sys.param[at.COST_TOWN, 0]
    if sys.road[cell, way] == 2:
        factor = sys.param[at.COST_ROAD, 0]
    barrier = sys.barrier[cell, way]
    if barrier == DIKE and sys.road[cell, way] < 2:
        factor += sys.param[at.COST_DIKE, 0]
    if barrier == MINOR and kind == FOOT:
        factor += sys.param[at.COST_MINOR, 0]
    return sys.metres[cell, way] * factor


@kernel
def flood(
    sys: System, st: State, side: int, kind: int, cost: Ints, via: Ints, start: int
) -> None:
    """Fill `cost` outward from the cells queued in bucket 0 (`start` entries).

    cost (C,) int, NOWHERE where not reached; via (C,) last crossing used, for supply.
    side >= 0 asks for supply of that side (own, unoccupied ground); -1 for movement.
    """
    used = start
    level = 0
    last = st.bucket.shape[0]
    while level < last:
        head = st.bucket[level]
        if head == NOWHERE:
            level += 1
            continue
        st.bucket[level] = st.entry[head, 1]
        cell = st.entry[head, 0]
        if cost[cell] != level:
            continue
        for way in range(6):
            to = sys.neighbour[cell, way]
            if to == NOWHERE:
                continue
            if side >= 0 and (st.control[to] != side or st.present[1 - side, to] > 0):
                continue
            if not passable(sys, st, cell, way, kind):
                continue
            step = level + max(1, int(stride(sys, st, cell, way, kind) / GRAIN))
            if step >= last or used >= st.entry.shape[0]:
                continue
            if cost[to] == NOWHERE or step < cost[to]:
                cost[to] = step
                if side >= 0:
                    crossing = sys.crossing[cell, way]
                    via[to] = crossing if crossing != NOWHERE else via[cell]
                st.entry[used, 0] = to
                st.entry[used, 1] = st.bucket[step]
                st.bucket[step] = used
                used += 1


@kernel
def clear_queue(st: State) -> None:
    """Empty the bucket queue."""
    for level in range(st.bucket.shape[0]):
        st.bucket[level] = NOWHERE


@kernel
def push(st: State, cell: int, used: int) -> int:
    """Queue a cell at cost 0; return the number of entries used."""
    st.entry[used, 0] = cell
    st.entry[used, 1] = st.bucket[0]
    st.bucket[0] = used
    return used + 1


@kernel
def make_field(sys: System, st: State, named: int, kind: int) -> None:
    """Work out the cost to go from everywhere to a named set, for one class."""
    clear_queue(st)
    cost = st.field[named, kind]
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
    used = 0
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell != NOWHERE and sys.terrain[cell] != WATER:
            cost[cell] = 0
            used = push(st, cell, used)
    flood(sys, st, NOWHERE, kind, cost, cost, used)
    st.fresh[named, kind] = st.note[0]


@kernel
def refresh(sys: System, st: State, named: int, kind: int) -> None:
    """Remake a set's cost-to-go field if crossings have changed since it was made."""
    if st.fresh[named, kind] != st.note[0]:
        make_field(sys, st, named, kind)


@kernel
def trace_supply(sys: System, st: State, side: int) -> None:
    """Work out the supply distance of every cell from the side's depots."""
    clear_queue(st)
    cost = st.reach[side]
    via = st.via[side]
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
        via[cell] = NOWHERE
    used = 0
    for d in range(sys.depot.shape[1]):
        cell = sys.depot[side, d]
        if cell == NOWHERE or cost[cell] == 0:
            continue
        if st.control[cell] == side and st.present[1 - side, cell] == 0:
            cost[cell] = 0
            used = push(st, cell, used)
    flood(sys, st, side, FOOT, cost, via, used)


@kernel
def kind_of(arm: int) -> int:
    """Return the movement class of an arm: foot or motor."""
    if arm == 3 or arm == 4 or arm == 5:  # mechanised, armour, artillery
        return MOTOR
    return FOOT
