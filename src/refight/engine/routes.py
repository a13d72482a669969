"""Supply routes: what every cell is from its side's depots, over its side's own ground.

A label is twice the distance in grains, plus one where the way leads over a crossing;
the least label wins, so that of two ways of one length the one that needs no crossing
is used. Labels are mended where ground changed hands or a crossing changed since the
last call: that gives the same labels as to begin anew, since the least is unique
(dynamic shortest paths: Ramalingam and Reps 1996; bucket queue: Dial 1969).
"""

from refight.compiler import kernel
from refight.engine.geography import TO_BITS, TO_MASK, open_ways, push
from refight.engine.system import FOOT, NOWHERE, SIDES, State, System


@kernel
def distance(st: State, side: int, cell: int) -> int:
    """Return the grains from a side's depots to a cell, NOWHERE when cut off."""
    label = st.reach[side, cell]
    return label if label == NOWHERE else label >> 1


@kernel
def extended(sys: System, st: State, label: int, cell: int, way: int) -> int:
    """Return the label that a cell's label gives to its neighbour; 0 where no way."""
    arc = st.ways[FOOT, cell, way] >> TO_BITS
    if arc == 0:
        return 0
    return (label + 2 * arc) | int(sys.crossing[cell, way] != NOWHERE)


@kernel
def supported(sys: System, st: State, side: int, cell: int) -> bool:
    """Tell whether a cell is a depot, or a neighbour still gives it its label."""
    reach = st.reach[side]
    if reach[cell] <= 0:
        return True  # a depot, or nothing to lose
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near != NOWHERE and reach[near] != NOWHERE:
            back = (way + 3) % 6
            if extended(sys, st, reach[near], near, back) == reach[cell]:
                return True
    return False


@kernel
def turned(st: State) -> int:
    """List the cells that changed hands since the last call; return how many."""
    control, routed, turn = st.control, st.routed, st.turn
    count = 0
    for cell in range(control.shape[0]):
        if control[cell] != routed[cell]:
            turn[count] = cell
            count += 1
    return count


@kernel
def drop(st: State, side: int, cell: int, count: int) -> int:
    """Take a cell's label away, and add it to the `count` that stand in `stale`."""
    st.reach[side, cell] = NOWHERE
    st.stale[count] = cell
    return count + 1


@kernel
def forget(sys: System, st: State, side: int, turns: int) -> int:
    """Take the label from lost cells and from all whose every route led over them.

    Or over a crossing that is closed. Returns how many; they stand in `stale`.
    """
    reach, stale, neighbour = st.reach[side], st.stale, sys.neighbour
    count = 0
    for n in range(turns):
        cell = st.turn[n]
        if st.control[cell] != side and reach[cell] != NOWHERE:
            count = drop(st, side, cell, count)
    if st.note[2] != st.note[0]:
        for n in range(sys.ends.shape[0]):
            cell = sys.ends[n, 0]
            if not supported(sys, st, side, cell):
                count = drop(st, side, cell, count)
    done = 0
    while done < count:
        for way in range(6):
            near = neighbour[stale[done], way]
            if near != NOWHERE and not supported(sys, st, side, near):
                count = drop(st, side, near, count)
        done += 1
    return count


@kernel
def queue_around(sys: System, st: State, side: int, cell: int, used: int) -> int:
    """Queue the labelled neighbours of a cell that wants a label."""
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near != NOWHERE and st.reach[side, near] != NOWHERE:
            used = push(st, near, st.reach[side, near] >> 1, used)
    return used


@kernel
def ask_depots(sys: System, st: State, side: int, used: int) -> int:
    """Give the depots that a side holds their label."""
    for d in range(sys.depot.shape[1]):
        cell = sys.depot[side, d]
        if cell != NOWHERE and st.control[cell] == side and st.reach[side, cell] != 0:
            st.reach[side, cell] = 0
            used = push(st, cell, 0, used)
    return used


@kernel
def ask_around(sys: System, st: State, side: int, turns: int, count: int) -> int:
    """Queue what lies around gained and forgotten cells, and the ends of crossings.

    Returns the entries used.
    """
    used = ask_depots(sys, st, side, 0)
    if st.note[2] != st.note[0]:
        for n in range(sys.ends.shape[0]):
            cell = sys.ends[n, 0]
            if st.reach[side, cell] != NOWHERE:
                used = push(st, cell, st.reach[side, cell] >> 1, used)
    for n in range(turns):
        if st.control[st.turn[n]] == side:
            used = queue_around(sys, st, side, st.turn[n], used)
    for n in range(count):
        if st.control[st.stale[n]] == side:
            used = queue_around(sys, st, side, st.stale[n], used)
    return used


@kernel
def spread(sys: System, st: State, side: int, used: int) -> None:
    """Carry labels outward over the side's own ground until none gets less."""
    reach, bucket, entry, ways = st.reach[side], st.bucket, st.entry, st.ways
    crossing, control = sys.crossing, st.control
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
        label = reach[cell]
        if label >> 1 != level:
            continue
        for way in range(6):
            lead = ways[FOOT, cell, way]
            arc = lead >> TO_BITS
            if lead == 0 or level + arc >= bucket.shape[0]:
                continue
            to = lead & TO_MASK
            least = (label + 2 * arc) | int(crossing[cell, way] != NOWHERE)
            if control[to] != side or 0 <= reach[to] <= least:
                continue
            reach[to] = least
            entry[used, 0] = to
            entry[used, 1] = bucket[level + arc]
            bucket[level + arc] = used
            used += 1
            queued += 1


@kernel
def start_anew(sys: System, st: State) -> None:
    """Forget every label, and carry them out from the depots again."""
    open_ways(sys, st)
    for side in range(SIDES):
        reach = st.reach[side]
        for cell in range(reach.shape[0]):
            reach[cell] = NOWHERE
        spread(sys, st, side, ask_depots(sys, st, side, 0))
    control, routed = st.control, st.routed
    for cell in range(control.shape[0]):
        routed[cell] = control[cell]
    st.note[2] = st.note[0]
    st.note[5] = 0


@kernel
def mend_routes(sys: System, st: State) -> int:
    """Bring both sides' labels up to this moment; return how many cells had turned."""
    if st.note[2] == NOWHERE:
        start_anew(sys, st)
        return st.control.shape[0]
    if st.note[5] == 0 and st.note[2] == st.note[0]:
        return 0
    open_ways(sys, st)
    turns = turned(st)
    for side in range(SIDES):
        count = forget(sys, st, side, turns)
        spread(sys, st, side, ask_around(sys, st, side, turns, count))
    for n in range(turns):
        st.routed[st.turn[n]] = st.control[st.turn[n]]
    st.note[2] = st.note[0]
    st.note[5] = 0
    return turns
