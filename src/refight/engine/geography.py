"""Paths over the ground: what it costs to go to a set, and how far units can march.

Integer costs in grains of 100 m of open ground, bucket queue (Dial 1969). A field is
worked out no further than somebody asks, and carried on when somebody asks for more;
where a crossing opens or closes, what was learnt behind it is forgotten.
"""

from refight.compiler import kernel
from refight.engine.passage import grains, stride
from refight.engine.system import (
    ACTIVE,
    BOATS,
    BRIDGE,
    FOOT,
    LEVELS,
    MOTOR,
    NOWHERE,
    STEPS_PER_DAY,
    U_SIDE,
    WATER,
    Costs,
    Ints,
    State,
    System,
)

TO_SET, MARCH, ESCAPE = range(3)  # what a flood asks
# a way that is open is one number: what it costs, then the cell that it leads to
TO_BITS = 16
TO_MASK = (1 << TO_BITS) - 1
FURTHEST = (1 << 31) - 1  # masks a cost: NOWHERE becomes more than any


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
def closed_to(mode: int, side: int, present: int, threat: int, control: int) -> bool:
    """Tell whether a cell is closed to a march of one side.

    present, threat: the enemies on it and next to it; control: who holds it. A march
    passes own ground, and other ground that no enemy stands on or next to; men who
    break out pass any ground on which no enemy stands.
    """
    if mode == TO_SET:
        return False
    if present > 0:
        return True
    return mode != ESCAPE and control != side and threat > 0


@kernel
def stops(st: State, mode: int, side: int, goal: int, cell: int) -> bool:
    """Tell whether a flood need go no further than a cell."""
    if mode == ESCAPE:
        return st.reach[side, cell] != NOWHERE
    return cell == goal


@kernel
def flood(
    sys: System, st: State, mode: int, side: int, kind: int, cost: Costs, used: int,
    goal: int, last: int,
) -> int:  # fmt: skip
    """Carry `cost` (C,) outward from the `used` cells that are queued.

    Stops at the goal, if that is a cell, or at supplied ground for men who break out;
    returns the cell where it stopped, or NOWHERE. Costs up to that of this cell are
    settled, others may be too dear. Costs stay below `last`; NOWHERE if not reached.
    """
    bucket, entry, ways = st.bucket, st.entry, st.ways[kind]
    present, threat, control = st.present[1 - side], st.threat[1 - side], st.control
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
        if stops(st, mode, side, goal, cell):
            empty_queue(st, level, queued)
            return cell
        for way in range(6):
            lead = ways[cell, way]
            step = level + (lead >> TO_BITS)
            to = lead & TO_MASK
            if cost[to] & FURTHEST <= step:
                continue  # most ways lead back: ask no more of them
            if lead == 0 or step >= last:
                continue
            if closed_to(mode, side, present[to], threat[to], control[to]):
                continue
            cost[to] = step
            entry[used, 0] = to
            entry[used, 1] = bucket[step]
            bucket[step] = used
            used += 1
            queued += 1
    return NOWHERE


@kernel
def empty_queue(st: State, level: int, queued: int) -> None:
    """Leave the bucket queue empty, from a level on."""
    while queued > 0:
        head = st.bucket[level]
        while head != NOWHERE:
            head = st.entry[head, 1]
            queued -= 1
        st.bucket[level] = NOWHERE
        level += 1


@kernel
def open_way(sys: System, st: State, kind: int, cell: int, way: int) -> None:
    """Write the cost of one way; 0 where it is not passable now."""
    st.ways[kind, cell, way] = 0
    if passable(sys, st, cell, way, kind):
        arc = grains(stride(sys, st, kind, cell, way))
        st.ways[kind, cell, way] = arc << TO_BITS | sys.neighbour[cell, way]
        st.widest[kind] = max(st.widest[kind], arc)


@kernel
def open_free(sys: System, st: State, kind: int) -> int:
    """Write the cost of every way that needs no crossing; return the greatest.

    Ways over a crossing are shut, until `reopen`.
    """
    ways, price, gate = st.ways[kind], st.price[kind], sys.gate[kind]
    neighbour, footing, metres = sys.neighbour, sys.footing, sys.metres
    widest = 0
    for cell in range(ways.shape[0]):
        for way in range(6):
            ways[cell, way] = 0
            if gate[cell, way] == NOWHERE:
                arc = grains(metres[cell, way] * price[footing[cell, way]])
                ways[cell, way] = arc << TO_BITS | neighbour[cell, way]
                widest = max(widest, arc)
    return widest


@kernel
def open_all(sys: System, st: State) -> None:
    """Write the cost of every way but crossings; what fields there are hold no more."""
    for kind in range(2):
        st.widest[kind] = open_free(sys, st, kind)
    st.known[:] = NOWHERE


@kernel
def forget_beyond(cost: Costs, known: Ints, kind: int, level: int) -> None:
    """Forget what a field tells of cells that cost as much as `level`, or more."""
    for cell in range(cost.shape[0]):
        if cost[cell] >= level:
            cost[cell] = NOWHERE
    known[kind] = min(known[kind], level - 1)


@kernel
def reopen(sys: System, st: State, kind: int, cell: int, way: int) -> None:
    """Write anew what a way over a crossing costs, and mend the fields it bears on.

    A field is wrong from where the way closed led to, or the way opened leads.
    """
    before = st.ways[kind, cell, way] >> TO_BITS
    open_way(sys, st, kind, cell, way)
    now = st.ways[kind, cell, way] >> TO_BITS
    if now == before:
        return
    to = sys.neighbour[cell, way]
    for named in range(st.known.shape[0]):
        cost, known = st.field[named, kind], st.known[named, kind]
        here, there = cost[cell], cost[to]
        if known == NOWHERE or here == NOWHERE or here > known:
            continue
        if before != 0 and there == here + before:
            forget_beyond(cost, st.known[named], kind, there)
        elif now != 0 and (there == NOWHERE or here + now < there):
            forget_beyond(cost, st.known[named], kind, here + now)


@kernel
def open_ways(sys: System, st: State) -> None:
    """Write the cost of every way that may have changed since the last call."""
    if st.note[4] == st.note[0]:
        return
    if st.note[4] == NOWHERE:
        open_all(sys, st)
    for kind in range(2):
        for n in range(sys.ends.shape[0]):
            reopen(sys, st, kind, sys.ends[n, 0], sys.ends[n, 1])
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
    st.known[named, kind] = 0


@kernel
def extend(sys: System, st: State, named: int, kind: int, cell: int) -> None:
    """Carry a set's field on to a cell."""
    cost = st.field[named, kind]
    # beyond this edge a way may lead out; never below NOWHERE, which is no cost
    edge = max(NOWHERE, st.known[named, kind] - st.widest[kind])
    used = 0
    for near in range(cost.shape[0]):
        if cost[near] > edge:
            used = push(st, near, cost[near], used)
    last = st.bucket.shape[0]
    found = flood(sys, st, TO_SET, 0, kind, cost, used, cell, last)
    st.known[named, kind] = last if found == NOWHERE else cost[cell]


@kernel
def refresh(sys: System, st: State, named: int, kind: int, cell: int) -> None:
    """See that a set's field is known as far as a cell.

    Cells that cost less than the cell asked for are known too; all others may not be.
    """
    if st.known[named, kind] == NOWHERE:
        begin_field(sys, st, named, kind)
    known, cost = st.known[named, kind], st.field[named, kind, cell]
    if known < st.bucket.shape[0] and (cost == NOWHERE or cost > known):
        extend(sys, st, named, kind, cell)


@kernel
def trace_march(
    sys: System, st: State, side: int, cost: Costs, only: int, least: int, last: int
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
    flood(sys, st, MARCH, side, FOOT, cost, used, NOWHERE, last)
    return used


@kernel
def seek_home(
    sys: System, st: State, side: int, kind: int, cell: int, day: int
) -> None:  # fmt: skip
    """See that a class's way from a cell to supplied ground is known, as of this day.

    It leads over any cell on which no enemy stands, and is looked for once a day.
    Writes `home` along the way: what is left to go, or LEVELS where no way is found.
    """
    home, away = st.home[side, kind], st.away
    if st.homed[side, kind] != day:
        st.homed[side, kind] = day
        home[:] = NOWHERE
    if home[cell] != NOWHERE:
        return
    away[:] = NOWHERE
    away[cell] = 0
    used = push(st, cell, 0, 0)
    end = flood(sys, st, ESCAPE, side, kind, away, used, NOWHERE, st.bucket.shape[0])
    if end == NOWHERE:
        home[cell] = LEVELS
        return
    left = away[end]
    home[end] = 0
    while away[end] > 0:
        end = came_from(sys, st, away, kind, end)
        home[end] = left - away[end]


@kernel
def came_from(sys: System, st: State, away: Costs, kind: int, cell: int) -> int:
    """Return the cell from which a flood came to a cell, or the cell itself."""
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near == NOWHERE or away[near] == NOWHERE:
            continue
        lead = st.ways[kind, near, (way + 3) % 6]
        if lead != 0 and away[near] + (lead >> TO_BITS) == away[cell]:
            return near
    return cell


@kernel
def kind_of(arm: int) -> int:
    """Return the movement class of an arm: foot or motor."""
    if arm == 3 or arm == 4 or arm == 5:  # mechanised, armour, artillery
        return MOTOR
    return FOOT
