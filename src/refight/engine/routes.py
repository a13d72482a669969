"""Supply routes: what every cell is from its side's depots, over its side's own ground.

A label is twice the distance in grains, plus one where the way leads over a crossing;
the least label wins, so that of two ways of one length the one that needs no crossing
is used. Labels are mended where ground changed hands or a crossing changed since the
last call: that gives the same labels as to begin anew, since the least is unique
(dynamic shortest paths: Ramalingam and Reps 1996; bucket queue: Dial 1969).
"""

from refight.compiler import kernel
from refight.engine.geography import FURTHEST, TO_BITS, TO_MASK, open_ways, push
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
    """Leave in `turn` the cells that have another holder than at the last call, once.

    Returns how many.
    """
    count = 0
    for n in range(st.note[5]):
        cell = st.turn[n]
        if st.control[cell] != st.routed[cell]:
            st.routed[cell] = st.control[cell]
            st.turn[count] = cell
            count += 1
    return count


@kernel
def drop(st: State, side: int, cell: int, count: int) -> int:
    """Take a cell's label away, and add both to the `count` that stand in `stale`."""
    st.stale[count, 0] = cell
    st.stale[count, 1] = st.reach[side, cell]
    st.reach[side, cell] = NOWHERE
    return count + 1


@kernel
def drop_led(sys: System, st: State, side: int, n: int, count: int) -> int:
    """Drop the cells that have their label from the n-th stale cell alone.

    Returns how many are stale now.
    """
    cell, label = st.stale[n, 0], st.stale[n, 1]
    for way in range(6):
        given = extended(sys, st, label, cell, way)
        near = st.ways[FOOT, cell, way] & TO_MASK
        if given != 0 and st.reach[side, near] == given:
            if not supported(sys, st, side, near):
                count = drop(st, side, near, count)
    return count


@kernel
def forget(sys: System, st: State, side: int, turns: int) -> int:
    """Take the label from lost cells and from all whose every route led over them.

    Or over a crossing that is closed. Returns how many; they stand in `stale`.
    """
    count = 0
    for n in range(turns):
        cell = st.turn[n]
        if st.control[cell] != side and st.reach[side, cell] != NOWHERE:
            count = drop(st, side, cell, count)
    if st.note[2] != st.note[0]:
        for n in range(sys.ends.shape[0]):
            cell = sys.ends[n, 0]
            if not supported(sys, st, side, cell):
                count = drop(st, side, cell, count)
    done = 0
    while done < count:
        count = drop_led(sys, st, side, done, count)
        done += 1
    return count


@kernel
def least_given(sys: System, st: State, side: int, cell: int) -> int:
    """Return the least label that a cell's neighbours give it, or NOWHERE."""
    least = NOWHERE
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near == NOWHERE or st.reach[side, near] == NOWHERE:
            continue
        given = extended(sys, st, st.reach[side, near], near, (way + 3) % 6)
        if given != 0 and (least == NOWHERE or given < least):
            least = given
    return least


@kernel
def ask(sys: System, st: State, side: int, cell: int, used: int) -> int:
    """Queue a cell that wants a label with what its neighbours give it now."""
    if st.control[cell] != side or st.reach[side, cell] != NOWHERE:
        return used
    label = least_given(sys, st, side, cell)
    if label == NOWHERE or label >> 1 >= st.bucket.shape[0]:
        return used
    st.reach[side, cell] = label
    return push(st, cell, label >> 1, used)


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
    """Queue gained and forgotten cells, and the ends of crossings that changed.

    Returns the entries used.
    """
    used = ask_depots(sys, st, side, 0)
    if st.note[2] != st.note[0]:
        for n in range(sys.ends.shape[0]):
            cell = sys.ends[n, 0]
            if st.reach[side, cell] != NOWHERE:
                used = push(st, cell, st.reach[side, cell] >> 1, used)
    for n in range(turns):
        used = ask(sys, st, side, st.turn[n], used)
    for n in range(count):
        used = ask(sys, st, side, st.stale[n, 0], used)
    return used


@kernel
def lowest(st: State, side: int, used: int) -> int:
    """Return the least cost at which one of the `used` entries is queued."""
    least = st.bucket.shape[0]
    for n in range(used):
        least = min(least, st.reach[side, st.entry[n, 0]] >> 1)
    return least


@kernel
def spread(sys: System, st: State, side: int, used: int) -> None:
    """Carry labels outward over the side's own ground until none gets less."""
    reach, bucket, entry, ways = st.reach[side], st.bucket, st.entry, st.ways
    crossing, control = sys.crossing, st.control
    queued = used
    level = lowest(st, side, used)
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
            least = label + 2 * arc
            if control[to] != side or reach[to] & FURTHEST <= least:
                continue  # most ways lead back: ask no more of them
            least |= int(crossing[cell, way] != NOWHERE)
            if reach[to] & FURTHEST <= least:
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
    if st.note[2] == NOWHERE or st.note[5] > st.turn.shape[0]:
        start_anew(sys, st)
        return st.control.shape[0]
    if st.note[5] == 0 and st.note[2] == st.note[0]:
        return 0
    open_ways(sys, st)
    turns = turned(st)
    for side in range(SIDES):
        count = forget(sys, st, side, turns)
        spread(sys, st, side, ask_around(sys, st, side, turns, count))
    st.note[2] = st.note[0]
    st.note[5] = 0
    return turns
