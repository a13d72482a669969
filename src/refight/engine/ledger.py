"""The ledger: every loss is booked here by unit, cause and kind, or it does not happen.

Persons and vehicles are counted in whole numbers, so that conservation is exact:
strength at the start = present + killed + wounded + captured, for each unit. Ground
that changes hands is booked here too (`hold`).
"""

from refight.compiler import kernel
from refight.engine import at
from refight.engine.random import KILLED as DRAW_KILLED
from refight.engine.random import VEHICLES, binomial
from refight.engine.system import (
    CAPTURED,
    CAUSES,
    KILLED,
    MAJOR,
    NOWHERE,
    SURRENDER,
    SURRENDERED,
    U_SIDE,
    WOUNDED,
    Key,
    State,
    System,
)


@kernel
def book(sys: System, st: State, f: int, cause: int, kind: int, n: int) -> None:
    """Enter n persons of a unit as lost, and in its side's toll."""
    st.losses[f, cause, kind] += n
    st.toll[sys.unit[f, U_SIDE], kind] += n


@kernel
def book_casualties(
    sys: System, st: State, f: int, n: int, cause: int, key: Key, step: int, index: int
) -> int:  # fmt: skip
    """Take up to n persons from a unit as killed or wounded; return how many.

    index tells apart what befalls a unit by one cause within a step: the gun unit, the
    mined cell, the cell fought for.
    """
    lost = min(n, st.men[f])
    if lost <= 0:
        return 0
    share = sys.param[at.KILLED_SHARE, sys.unit[f, U_SIDE]]
    at_index = CAUSES * index + cause
    killed = binomial(lost, share, key[0], key[1], step, f, DRAW_KILLED, at_index)
    st.men[f] -= lost
    book(sys, st, f, cause, KILLED, killed)
    book(sys, st, f, cause, WOUNDED, lost - killed)
    return lost


@kernel
def book_vehicles(
    st: State, f: int, fraction: float, cause: int, key: Key, step: int, index: int
) -> None:  # fmt: skip
    """Take a fraction of a unit's vehicles as lost; index as for casualties."""
    first = 3 * (CAUSES * index + cause)
    for v in range(3):
        n = st.vehicles[f, v]
        lost = binomial(n, fraction, key[0], key[1], step, f, VEHICLES, first + v)
        st.vehicles[f, v] -= lost
        st.wrecks[f, v] += lost


@kernel
def book_surrender(sys: System, st: State, f: int) -> None:
    """Take the whole unit as captured; its vehicles as captured or wrecked by it."""
    taken = sys.param[at.SURRENDER_VEHICLES, sys.unit[f, U_SIDE]]
    book(sys, st, f, SURRENDER, CAPTURED, st.men[f])
    st.men[f] = 0
    for v in range(3):
        fit = int(taken * st.vehicles[f, v] + 0.5)
        st.wrecks[f, 3 + v] += fit
        st.wrecks[f, v] += st.vehicles[f, v] - fit
        st.vehicles[f, v] = 0
    remove(sys, st, f, SURRENDERED)


@kernel
def threaten(sys: System, st: State, cell: int, side: int, change: int) -> None:
    """Count a unit more or less beside the cells around; not over a great river."""
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near == NOWHERE:
            continue
        if sys.barrier[cell, way] != MAJOR or sys.crossing[cell, way] != NOWHERE:
            st.threat[side, near] += change


@kernel
def weigh(st: State, f: int, side: int, cell: int, sign: float) -> None:
    """Add a unit's powers to those of its side on a cell, or take them away."""
    for k in range(2):
        st.mass[k, side, cell] += sign * st.weight[f, k]
        if st.present[side, cell] == 0:
            st.mass[k, side, cell] = 0.0  # leave no trace of rounding


@kernel
def remove(sys: System, st: State, f: int, status: int) -> None:
    """Take a unit off the map; its remaining men stay on its strength."""
    side = sys.unit[f, U_SIDE]
    cell = st.cell[f]
    st.present[side, cell] -= 1
    weigh(st, f, side, cell, -1.0)
    threaten(sys, st, cell, side, -1)
    st.status[f] = status


@kernel
def place(sys: System, st: State, f: int, cell: int) -> None:
    """Put a unit on a cell and count it there."""
    side = sys.unit[f, U_SIDE]
    st.cell[f] = cell
    st.present[side, cell] += 1
    weigh(st, f, side, cell, 1.0)
    threaten(sys, st, cell, side, 1)


@kernel
def move(sys: System, st: State, f: int, cell: int) -> None:
    """Move a unit to a cell; control follows."""
    remove(sys, st, f, st.status[f])
    place(sys, st, f, cell)


@kernel
def hold(sys: System, st: State, cell: int, side: int) -> None:
    """Give a cell to a side, and count it in every named set that it belongs to."""
    if st.control[cell] == side:
        return
    st.control[cell] = side
    if st.note[5] < st.turn.shape[0]:
        st.turn[st.note[5]] = cell
    st.note[5] += 1
    for named in range(sys.sets.shape[0]):
        if sys.sets[named, cell] == 1:
            st.held[named, side] += 1
            st.held[named, 1 - side] -= 1


@kernel
def tell(st: State, step: int, kind: int, unit: int, cell: int, a: int, b: int) -> None:
    """Note an event for the chronicle, when recording."""
    if st.note[3] == 0:
        return
    n = st.note[1]
    if n < st.event.shape[0]:
        st.event[n, 0] = step
        st.event[n, 1] = kind
        st.event[n, 2] = unit
        st.event[n, 3] = cell
        st.event[n, 4] = a
        st.event[n, 5] = b
        st.note[1] = n + 1


@kernel
def imbalance(sys: System, st: State) -> int:
    """Count persons and vehicles that are missing from the ledger (0 if it holds)."""
    gap = 0
    for f in range(st.men.shape[0]):
        total = st.men[f]
        for cause in range(st.losses.shape[1]):
            for kind in range(3):
                total += st.losses[f, cause, kind]
        gap += abs(total - sys.men[f])
        for v in range(3):
            gone = st.wrecks[f, v] + st.wrecks[f, 3 + v]
            gap += abs(st.vehicles[f, v] + gone - sys.vehicles[f, v])
    return gap
