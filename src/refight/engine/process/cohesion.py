"""Cohesion: the will and order of a unit, and what it does when they give out.

Falls with losses, when cut off and when hungry; recovers at rest towards what the
losses so far allow. Below one threshold a unit gives way; cut off and below another it
may give up, and is taken prisoner with its vehicles.
"""

from refight.compiler import kernel
from refight.engine import at
from refight.engine.ledger import book_surrender, remove, tell
from refight.engine.random import SURRENDER as DRAW_SURRENDER
from refight.engine.random import uniform
from refight.engine.retreat import fall_back
from refight.engine.system import (
    ACTIVE,
    DESTROYED,
    GAVE_UP,
    GAVE_WAY,
    STEPS_PER_DAY,
    U_SIDE,
    WAS_DESTROYED,
    Key,
    State,
    System,
)

SPENT = 0.1  # a unit below this share of its strength disperses


@kernel
def mark(sys: System, name: int, side: int) -> float:
    """Return a threshold; thresholds are shares of the side's first cohesion."""
    return sys.param[name, side] * sys.param[at.COHESION_START, side]


@kernel
def limit_of(sys: System, st: State, f: int) -> float:
    """Return the cohesion that rest can restore, given the unit's losses."""
    lost = 1.0 - st.men[f] / max(1, sys.men[f])
    return sys.param[at.COHESION_START, sys.unit[f, U_SIDE]] * (1.0 - 0.5 * lost)


@kernel
def change(sys: System, st: State, f: int, step: int) -> None:
    """Book one step's change of a unit's cohesion."""
    side = sys.unit[f, U_SIDE]
    value = st.cohesion[f] - sys.param[at.COHESION_LOSS, side] * st.share[f, 2]
    if st.busy[f, 2] > STEPS_PER_DAY // 2:
        value -= sys.param[at.COHESION_CUT, side]
    if st.stock[f] <= 0.0:
        value -= sys.param[at.COHESION_HUNGER, side]
    elif step - st.busy[f, 0] > 1:
        gap = limit_of(sys, st, f) - value
        if gap > 0.0:
            value += sys.param[at.COHESION_REST, side] * gap
    st.cohesion[f] = min(1.0, max(0.0, value))


@kernel
def overmatched(sys: System, st: State, f: int) -> bool:
    """Tell whether enemies next to a unit are stronger than all who hold its cell."""
    side = sys.unit[f, U_SIDE]
    cell = st.cell[f]
    enemy = 0.0
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near >= 0 and st.present[1 - side, near] > 0:
            enemy += st.mass[0, 1 - side, near]
    return enemy > st.mass[0, side, cell]


@kernel
def give_up(sys: System, st: State, f: int, step: int, key: Key) -> bool:
    """Let a cut-off unit that has lost heart surrender; tell whether it did."""
    side = sys.unit[f, U_SIDE]
    if st.busy[f, 2] < STEPS_PER_DAY or not overmatched(sys, st, f):
        return False
    if st.cohesion[f] >= mark(sys, at.COHESION_SURRENDER, side):
        return False
    u = uniform(key[0], key[1], step, f, DRAW_SURRENDER, 0)
    if u >= sys.param[at.SURRENDER_RATE, side]:
        return False
    tell(st, step, GAVE_UP, f, st.cell[f], int(st.men[f]), 0)
    book_surrender(sys, st, f)
    return True


@kernel
def give_way(sys: System, st: State, f: int, step: int) -> None:
    """Let a broken unit in contact fall back and rest a day."""
    side = sys.unit[f, U_SIDE]
    if st.threat[1 - side, st.cell[f]] == 0 or st.busy[f, 3] >= step:
        return
    cell = st.cell[f]
    if fall_back(sys, st, f):
        st.busy[f, 3] = step + STEPS_PER_DAY
        tell(st, step, GAVE_WAY, f, cell, 0, 0)


@kernel
def cohesion(sys: System, st: State, step: int, key: Key) -> None:
    """Process 6: every unit's cohesion, and its consequences."""
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE:
            continue
        change(sys, st, f, step)
        if give_up(sys, st, f, step, key):
            continue
        side = sys.unit[f, U_SIDE]
        if st.men[f] <= SPENT * sys.men[f] and st.threat[1 - side, st.cell[f]] > 0:
            tell(st, step, WAS_DESTROYED, f, st.cell[f], int(st.men[f]), 0)
            remove(sys, st, f, DESTROYED)
        elif st.cohesion[f] < mark(sys, at.COHESION_BREAK, side):
            give_way(sys, st, f, step)
