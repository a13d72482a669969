"""Paths over the ground: cost to go to a set, and supply distance from depots.

Integer costs in units of 100 m of open ground, bucket queue (Dial 1969). One routine
serves movement fields and supply, since only the question of passage differs.
"""

from refight.compiler import kernel
from refight.engine.system import (
    ACTIVE,
    BOATS,
    BRIDGE,
    FOOT,
    MOTOR,
    NOWHERE,
    U_SIDE,
    WATER,
    Ints,
    State,
    System,
)

TO_SET, SUPPLY, MARCH = range(3)  # what a flood asks


@kernel
def passable(sys: System, st: State, cell: int, way: int, kind: int) -> bool:
    """Tell whether movement class `kind` can go from a cell over that side of it.

    A gate needs boats for foot, a bridge for vehicles.
    """
    gate = sys.gate[kind, cell, way]
    if gate < 0:
        return gate == NOWHERE
    return st.bridge[gate] == BRIDGE or (st.bridge[gate] == BOATS and kind == FOOT)


@kernel
def closed_to(st: State, mode: int, side: int, cell: int) -> bool:
    """Tell whether a cell is closed to supply or to a march of one side.

    Supply passes own ground only; a march also empty ground with no enemy next to it.
    """
    if mode == TO_SET:
        return False
    if st.present[1 - side, cell] > 0:
        return True
    if st.control[cell] == side:
        return False
    return mode == SUPPLY or st.threat[1 - side, cell] > 0


@kernel
def flood(
    sys: System, st: State, mode: int, side: int, kind: int, cost: Ints, via: Ints,
    start: int, last: int,
) -> None:  # fmt: skip
    """Fill `cost` outward from the cells queued in bucket 0 (`start` entries).

    cost (C,) below `last`, NOWHERE where not reached; via (C,) last crossing used.
    """
    bucket, entry, ways = st.bucket, st.entry, st.ways  # read once: a store might
    neighbour, crossings = sys.neighbour, sys.crossing  # have changed the handle
    used = start
    queued = start
    level = 0
    while queued > 0:
        head = bucket[level]
        if head == NOWHERE:
            level += 1
            continue
        bucket[level] = entry[head, 1]
        queued -= 1
        cell = entry[head, 0]
        if cost[cell] != level:
            continue
        for way in range(6):
            arc = ways[kind, cell, way]
            step = level + arc
            if arc == 0 or step >= last:
                continue
            to = neighbour[cell, way]
            if cost[to] != NOWHERE and cost[to] <= step:
                continue  # most ways lead back: ask no more of them
            if closed_to(st, mode, side, to) or used >= entry.shape[0]:
                continue
            cost[to] = step
            if mode == SUPPLY:
                crossing = crossings[cell, way]
                via[to] = crossing if crossing != NOWHERE else via[cell]
            entry[used, 0] = to
            entry[used, 1] = bucket[step]
            bucket[step] = used
            used += 1
            queued += 1


@kernel
def open_ways(sys: System, st: State) -> None:
    """Write the cost of every way that is passable now; 0 where none is.

    Only when a crossing has changed since the table was written.
    """
    if st.note[4] == st.note[0]:
        return
    st.note[4] = st.note[0]
    for kind in range(2):
        for cell in range(st.control.shape[0]):
            for way in range(6):
                st.ways[kind, cell, way] = 0
                if passable(sys, st, cell, way, kind):
                    st.ways[kind, cell, way] = sys.arc[kind, cell, way]


@kernel
def make_ready(sys: System, st: State) -> None:
    """See that the table of ways is of this moment; a flood leaves the queue empty."""
    open_ways(sys, st)


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
    make_ready(sys, st)
    cost = st.field[named, kind]
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
    used = 0
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell != NOWHERE and sys.terrain[cell] != WATER:
            cost[cell] = 0
            used = push(st, cell, used)
    flood(sys, st, TO_SET, 0, kind, cost, cost, used, st.bucket.shape[0])
    st.fresh[named, kind] = st.note[0]


@kernel
def refresh(sys: System, st: State, named: int, kind: int) -> None:
    """Remake a set's cost-to-go field if crossings have changed since it was made."""
    if st.fresh[named, kind] != st.note[0]:
        make_field(sys, st, named, kind)


@kernel
def trace_supply(sys: System, st: State, side: int) -> None:
    """Work out the supply distance of every cell from the side's depots."""
    make_ready(sys, st)
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
        if not closed_to(st, SUPPLY, side, cell):
            cost[cell] = 0
            used = push(st, cell, used)
    flood(sys, st, SUPPLY, side, FOOT, cost, via, used, st.bucket.shape[0])


@kernel
def trace_march(
    sys: System, st: State, side: int, cost: Ints, only: int, last: int
) -> None:  # fmt: skip
    """Work out what a side's units can march to at a cost below `last`.

    only: the stance of the units that march, or NOWHERE for all.
    """
    make_ready(sys, st)
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
    used = 0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or sys.unit[f, U_SIDE] != side:
            continue
        if (only == NOWHERE or st.stance[f] == only) and cost[st.cell[f]] == NOWHERE:
            cost[st.cell[f]] = 0
            used = push(st, st.cell[f], used)
    flood(sys, st, MARCH, side, FOOT, cost, cost, used, last)


@kernel
def kind_of(arm: int) -> int:
    """Return the movement class of an arm: foot or motor."""
    if arm == 3 or arm == 4 or arm == 5:  # mechanised, armour, artillery
        return MOTOR
    return FOOT
