"""Control and recovery: who holds each cell, works dug, and what is observed.

A cell is held by whoever entered it last; see supply for ground that is cut off.
"""

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.command import held_share
from refight.engine.system import (
    ACTIVE,
    BRIDGE,
    CAPTURED,
    CARRIERS,
    HOLD,
    KILLED,
    NOWHERE,
    PIECES,
    SIDES,
    STEPS_PER_DAY,
    T_AREA,
    T_CAPTURED,
    T_CARRIERS,
    T_COHESION,
    T_CUT,
    T_KILLED,
    T_MEN,
    T_PIECES,
    T_TANKS,
    T_WOUNDED,
    TANKS,
    U_ARM,
    U_SIDE,
    V_CLEAR,
    V_EXTRA,
    V_KIND,
    V_SET,
    V_SIDE,
    WATCH_AREA,
    WATCH_CUT,
    WATCH_HELD,
    WATCH_LAST_MEN,
    WATCH_OPEN,
    WATCH_PEAK_MEN,
    WATCH_PEAK_TANKS,
    WATCH_REACHED,
    WOUNDED,
    Floats,
    State,
    System,
)


@kernel
def dig(sys: System, st: State, step: int) -> None:
    """Let troops that hold and are not engaged improve their works (daily)."""
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or st.stance[f] != HOLD:
            continue
        if (
            step - st.busy[f, 1] < STEPS_PER_DAY
            or st.works[st.cell[f]] >= rules.WORKS_DUG
        ):
            continue
        rate = sys.param[at.WORKS_RATE, sys.unit[f, U_SIDE]]
        st.works[st.cell[f]] = min(rules.WORKS_DUG, st.works[st.cell[f]] + rate)


@kernel
def men_in(sys: System, st: State, named: int, side: int, column: int) -> int:
    """Return a side's persons (column -1) or vehicles of a kind in a set."""
    total = 0
    for f in range(st.cell.shape[0]):
        if st.status[f] == ACTIVE and sys.unit[f, U_SIDE] == side:
            if named == NOWHERE or sys.sets[named, st.cell[f]] == 1:
                total += st.men[f] if column < 0 else st.vehicles[f, column]
    return total


@kernel
def reached(sys: System, st: State, named: int, side: int, arms: int) -> bool:
    """Tell whether a side stands in a set, or attacks a cell of it, with these arms.

    arms: one bit for each arm that counts.
    """
    for f in range(st.cell.shape[0]):
        if (arms >> sys.unit[f, U_ARM]) & 1 == 0:
            continue
        if st.status[f] == ACTIVE and sys.unit[f, U_SIDE] == side:
            if sys.sets[named, st.cell[f]] == 1:
                return True
            if st.target[f] != NOWHERE and sys.sets[named, st.target[f]] == 1:
                return True
    return False


@kernel
def regained(sys: System, st: State, named: int, side: int) -> int:
    """Return the ground (km2) of a set that a side holds and did not at the start."""
    total = 0.0
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell == NOWHERE:
            break
        if st.control[cell] == side and sys.control[cell] != side:
            total += sys.place[cell, 2]
    return int(total)


@kernel
def cut(sys: System, st: State, named: int, side: int) -> bool:
    """Tell whether no cell of a set has a supply route of a side that is there."""
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell == NOWHERE:
            break
        if st.reach[side, cell] != NOWHERE:
            return False
    return men_in(sys, st, named, side, -1) > 0


@kernel
def test(sys: System, st: State, v: int) -> bool:
    """Tell whether a watched event has come true."""
    kind = sys.watch[v, V_KIND]
    side = sys.watch[v, V_SIDE]
    named = sys.watch[v, V_SET]
    if kind == WATCH_REACHED:
        return reached(sys, st, named, side, sys.watch[v, V_EXTRA])
    if kind == WATCH_HELD:
        if held_share(sys, st, named, side) < sys.watch_share[v]:
            return False
        clear = sys.watch[v, V_CLEAR]
        return clear == NOWHERE or men_in(sys, st, clear, 1 - side, -1) == 0
    if kind == WATCH_OPEN:
        return st.bridge[named] == BRIDGE
    return kind == WATCH_CUT and cut(sys, st, named, side)


@kernel
def observe(sys: System, st: State, step: int) -> None:
    """Note the first step of each watched event, and peaks of strength."""
    for v in range(st.seen.shape[0]):
        kind = sys.watch[v, V_KIND]
        side = sys.watch[v, V_SIDE]
        named = sys.watch[v, V_SET]
        if kind == WATCH_PEAK_MEN:
            st.seen[v] = max(st.seen[v], men_in(sys, st, named, side, -1))
        elif kind == WATCH_PEAK_TANKS:
            st.seen[v] = max(st.seen[v], men_in(sys, st, named, side, TANKS))
        elif kind == WATCH_LAST_MEN:
            if st.seen[v] == NOWHERE:
                if held_share(sys, st, named, 1 - side) >= sys.watch_share[v]:
                    st.seen[v] = men_in(sys, st, named, side, -1)
        elif kind == WATCH_AREA:
            if step == sys.watch[v, V_EXTRA]:
                st.seen[v] = regained(sys, st, named, side)
        elif st.seen[v] == NOWHERE and test(sys, st, v):
            st.seen[v] = step


@kernel
def tally(sys: System, st: State, step: int) -> None:
    """Write the step's totals of each side."""
    for side in range(SIDES):
        row = st.series[step, side]
        row[T_KILLED] = st.toll[side, KILLED]
        row[T_WOUNDED] = st.toll[side, WOUNDED]
        row[T_CAPTURED] = st.toll[side, CAPTURED]
        count_up(sys, st, side, row)


@kernel
def count_up(sys: System, st: State, side: int, row: Floats) -> None:
    """Write what a side has on the map; sums that wait in registers cost little."""
    men, tanks, carriers, pieces, cut_off = 0, 0, 0, 0, 0
    spirit = 0.0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or sys.unit[f, U_SIDE] != side:
            continue
        men += st.men[f]
        tanks += st.vehicles[f, TANKS]
        carriers += st.vehicles[f, CARRIERS]
        pieces += st.vehicles[f, PIECES]
        spirit += st.men[f] * st.cohesion[f]
        if st.busy[f, 2] > 0:
            cut_off += st.men[f]
    row[T_MEN], row[T_TANKS], row[T_COHESION] = men, tanks, spirit
    row[T_CARRIERS], row[T_PIECES], row[T_CUT] = carriers, pieces, cut_off


@kernel
def area(sys: System, st: State, step: int) -> None:
    """Write the ground (km2) that each side holds beyond what it held at the start.

    Measured at the end of each day and carried through the next.
    """
    if step % STEPS_PER_DAY != STEPS_PER_DAY - 1:
        for side in range(SIDES):
            st.series[step, side, T_AREA] = st.series[max(0, step - 1), side, T_AREA]
        return
    control, before = st.control, sys.control
    first, second = 0.0, 0.0  # sums that wait in registers cost little
    for cell in range(control.shape[0]):
        if control[cell] == before[cell]:
            continue
        if control[cell] == 0:
            first += sys.place[cell, 2]
        else:
            second += sys.place[cell, 2]
    st.series[step, 0, T_AREA], st.series[step, 1, T_AREA] = first, second


@kernel
def record(sys: System, st: State, step: int) -> None:
    """Write the trace of every unit, when recording."""
    for f in range(st.trace.shape[1]):
        row = st.trace[step, f]
        row[0] = st.cell[f]
        row[1] = st.status[f]
        row[2] = st.men[f]
        row[3] = st.cohesion[f]
        row[4] = st.stock[f]
        row[5] = st.vehicles[f, TANKS]


@kernel
def control(sys: System, st: State, step: int) -> None:
    """Process 7: control, works, observation, record."""
    if step % STEPS_PER_DAY == STEPS_PER_DAY - 1:
        dig(sys, st, step)
    observe(sys, st, step)
    tally(sys, st, step)
    area(sys, st, step)
    if st.note[3] != 0:
        record(sys, st, step)
