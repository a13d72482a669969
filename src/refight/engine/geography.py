"""Paths over the ground: what it costs to go to a set, and how far units can march.

Integer costs in grains of 100 m of open ground, bucket queue (Dial 1969).
"""

from refight.compiler import kernel
from refight.engine.system import (
    ACTIVE,
    BOATS,
    BRIDGE,
    FOOT,
    MOTOR,
    NOWHERE,
    STEPS_PER_DAY,
    U_SIDE,
    WATER,
    Ints,
    State,
    System,
)

TO_SET, MARCH, ESCAPE = range(3)  # what a flood asks
NEAREST = 64  # grains to which a field is worked out at first


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
    """Tell whether a cell is closed to a march of one side.

    A march passes own ground, and other ground that no enemy stands on or next to; men
    who break out pass any ground on which no enemy stands.
    """
    if mode == TO_SET:
        return False
    if st.present[1 - side, cell] > 0:
        return True
    if mode == ESCAPE or st.control[cell] == side:
        return False
    return st.threat[1 - side, cell] > 0


@kernel
def flood(
    sys: System, st: State, mode: int, side: int, kind: int, cost: Ints, used: int,
    last: int,
) -> None:  # fmt: skip
    """Fill `cost` (C,) outward from the `used` cells that are queued.

    Costs stay below `last`; NOWHERE where not reached.
    """
    bucket, entry, ways = st.bucket, st.entry, st.ways  # read once: a store might
    neighbour = sys.neighbour  # have changed the handle
    queued = used
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
            if closed_to(st, mode, side, to):
                continue
            cost[to] = step
            entry[used, 0] = to
            entry[used, 1] = bucket[step]
            bucket[step] = used
            used += 1
            queued += 1


@kernel
def open_way(sys: System, st: State, kind: int, cell: int, way: int) -> None:
    """Write the cost of one way; 0 where it is not passable now."""
    arc = 0
    if passable(sys, st, cell, way, kind):
        arc = sys.arc[kind, cell, way]
    st.ways[kind, cell, way] = arc
    st.widest[kind] = max(st.widest[kind], arc)


@kernel
def open_ways(sys: System, st: State) -> None:
    """Write the cost of every way that may have changed since the last call."""
    if st.note[4] == st.note[0]:
        return
    for kind in range(2):
        if st.note[4] == NOWHERE:
            st.widest[kind] = 0
            for cell in range(st.control.shape[0]):
                for way in range(6):
                    open_way(sys, st, kind, cell, way)
        for n in range(sys.ends.shape[0]):
            open_way(sys, st, kind, sys.ends[n, 0], sys.ends[n, 1])
    st.note[4] = st.note[0]


@kernel
def push(st: State, cell: int, level: int, used: int) -> int:
    """Queue a cell at its cost; return the number of entries used."""
    st.entry[used, 0] = cell
    st.entry[used, 1] = st.bucket[level]
    st.bucket[level] = used
    return used + 1


@kernel
def begin_field(sys: System, st: State, named: int, kind: int) -> None:
    """Begin a set's field: its own cells cost nothing to reach, others are unknown."""
    cost = st.field[named, kind]
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell != NOWHERE and sys.terrain[cell] != WATER:
            cost[cell] = 0
    st.fresh[named, kind] = st.note[0]
    st.known[named, kind] = 0


@kernel
def extend(
    sys: System, st: State, mode: int, side: int, kind: int, cost: Ints, known: int
) -> int:  # fmt: skip
    """Carry costs outward to twice what they are known to; return the new limit."""
    edge = known - st.widest[kind]  # beyond it a way may lead out
    used = 0
    for cell in range(cost.shape[0]):
        if cost[cell] != NOWHERE and cost[cell] >= edge:
            used = push(st, cell, cost[cell], used)
    last = min(st.bucket.shape[0], max(NEAREST, 2 * known))
    flood(sys, st, mode, side, kind, cost, used, last)
    return last


@kernel
def refresh(sys: System, st: State, named: int, kind: int, cell: int) -> None:
    """See that a set's field is of this moment and known as far as a cell.

    Cells that cost less than the cell asked for are known too; all others may not be.
    """
    if st.fresh[named, kind] != st.note[0]:
        begin_field(sys, st, named, kind)
    cost = st.field[named, kind]
    while cost[cell] == NOWHERE and st.known[named, kind] < st.bucket.shape[0]:
        known = st.known[named, kind]
        st.known[named, kind] = extend(sys, st, TO_SET, 0, kind, cost, known)


@kernel
def trace_march(
    sys: System, st: State, side: int, cost: Ints, only: int, least: int, last: int
) -> int:  # fmt: skip
    """Work out what a side's units can march to at a cost below `last`.

    only: the stance of the units that march, or NOWHERE for all; least: the men that
    such a unit has at least. Returns how many cells they march from.
    """
    for cell in range(cost.shape[0]):
        cost[cell] = NOWHERE
    used = 0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or sys.unit[f, U_SIDE] != side:
            continue
        if st.men[f] < least or (only != NOWHERE and st.busy[f, 2] >= STEPS_PER_DAY):
            continue  # too few to claim ground, or cut off
        if (only == NOWHERE or st.stance[f] == only) and cost[st.cell[f]] == NOWHERE:
            cost[st.cell[f]] = 0
            used = push(st, st.cell[f], 0, used)
    flood(sys, st, MARCH, side, FOOT, cost, used, last)
    return used


@kernel
def begin_home(sys: System, st: State, side: int) -> None:
    """Begin a way home: supplied ground costs nothing, the rest is unknown."""
    home, reach = st.home[side], st.reach[side]
    used = 0
    for cell in range(home.shape[0]):
        home[cell] = NOWHERE
        if reach[cell] == NOWHERE:
            continue
        home[cell] = 0
        for way in range(6):  # inside supplied ground there is nothing to work out
            near = sys.neighbour[cell, way]
            if near != NOWHERE and reach[near] == NOWHERE:
                used = push(st, cell, 0, used)
                break
    flood(sys, st, ESCAPE, side, FOOT, home, used, NEAREST)


@kernel
def seek_home(sys: System, st: State, side: int, cell: int, day: int) -> None:
    """See that the way from a cell to supplied ground is known, as it was this day.

    It leads over any cell on which no enemy stands, and is worked out once a day.
    """
    if st.homed[side, 0] != day:
        begin_home(sys, st, side)
        st.homed[side, 0] = day
        st.homed[side, 1] = NEAREST
    while st.home[side, cell] == NOWHERE and st.homed[side, 1] < st.bucket.shape[0]:
        known = st.homed[side, 1]
        st.homed[side, 1] = extend(sys, st, ESCAPE, side, FOOT, st.home[side], known)


@kernel
def kind_of(arm: int) -> int:
    """Return the movement class of an arm: foot or motor."""
    if arm == 3 or arm == 4 or arm == 5:  # mechanised, armour, artillery
        return MOTOR
    return FOOT
