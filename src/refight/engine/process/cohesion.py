"""Cohesion: the will and order of a unit, and what it does when they give out.

Falls with losses, when cut off and when hungry; recovers at rest towards what the
losses so far allow. Below one threshold a unit gives way; cut off and below another it
may give up, if told to hold or with no way out, and those who see it are asked again.
"""

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.ledger import book_surrender, remove, tell
from refight.engine.random import SURRENDER as DRAW_SURRENDER
from refight.engine.random import uniform
from refight.engine.retreat import fall_back
from refight.engine.system import (
    ACTIVE,
    ARTILLERY,
    DESTROYED,
    FOOT,
    GAVE_UP,
    GAVE_WAY,
    HOLD,
    STEPS_PER_DAY,
    SURRENDERED,
    U_ARM,
    U_SIDE,
    WAS_DESTROYED,
    Key,
    State,
    System,
)


@kernel
def mark(sys: System, name: int, side: int) -> float:
    """Return a threshold; thresholds are shares of the side's first cohesion."""
    return sys.param[name, side] * sys.param[at.COHESION_START, side]


@kernel
def limit_of(sys: System, st: State, f: int) -> float:
    """Return the cohesion that rest can restore, given the unit's losses."""
    lost = 1.0 - st.men[f] / max(1, sys.men[f])
    return sys.param[at.COHESION_START, sys.unit[f, U_SIDE]] * (
        1.0 - rules.LOSS_FELT * lost
    )


@kernel
def change(sys: System, st: State, f: int, step: int) -> None:
    """Book one step's change of a unit's cohesion."""
    side = sys.unit[f, U_SIDE]
    value = st.cohesion[f] - sys.param[at.COHESION_LOSS, side] * st.share[f, 2]
    if st.busy[f, 2] > rules.CUT_STEPS:
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
def penned(sys: System, st: State, f: int) -> bool:
    """Tell whether enemies stand on every cell that a unit's men could walk to."""
    side = sys.unit[f, U_SIDE]
    for way in range(6):
        if st.ways[FOOT, st.cell[f], way] != 0:
            if st.present[1 - side, sys.neighbour[st.cell[f], way]] == 0:
                return False
    return True


@kernel
def give_up(
    sys: System, st: State, f: int, step: int, key: Key, again: int
) -> bool:  # fmt: skip
    """Let a cut-off unit that has lost heart surrender; tell whether it did.

    again: how often it has been asked in this step.
    """
    side = sys.unit[f, U_SIDE]
    if st.busy[f, 2] < STEPS_PER_DAY or not overmatched(sys, st, f):
        return False
    if st.stance[f] != HOLD and not penned(sys, st, f):
        return False  # there is a way out, and no order to stay
    if st.cohesion[f] >= mark(sys, at.COHESION_SURRENDER, side):
        return False
    u = uniform(key[0], key[1], step, f, DRAW_SURRENDER, again)
    if u >= sys.param[at.SURRENDER_RATE, side]:
        return False
    tell(st, step, GAVE_UP, f, st.cell[f], int(st.men[f]), 0)
    book_surrender(sys, st, f)
    st.busy[f, 3] = step
    return True


@kernel
def sees_surrender(sys: System, st: State, f: int, step: int) -> bool:
    """Tell whether one of its side has given up in this step, here or next to it."""
    for g in range(st.cell.shape[0]):
        if st.status[g] != SURRENDERED or st.busy[g, 3] != step:
            continue
        if sys.unit[g, U_SIDE] == sys.unit[f, U_SIDE]:
            if st.cell[g] == st.cell[f] or next_to(sys, st.cell[g], st.cell[f]):
                return True
    return False


@kernel
def next_to(sys: System, one: int, other: int) -> bool:
    """Tell whether two cells are neighbours."""
    for way in range(6):
        if sys.neighbour[one, way] == other:
            return True
    return False


@kernel
def spread(sys: System, st: State, step: int, key: Key) -> None:
    """Ask those again who see others give up, until nobody more does."""
    for again in range(1, rules.ASKED):
        more = 0
        for f in range(st.cell.shape[0]):
            if st.status[f] == ACTIVE and st.busy[f, 2] >= STEPS_PER_DAY:
                if sees_surrender(sys, st, f, step):
                    more += int(give_up(sys, st, f, step, key, again))
        if more == 0:
            return


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
    gone = 0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE:
            continue
        change(sys, st, f, step)
        side = sys.unit[f, U_SIDE]
        if (
            st.men[f] <= rules.SPENT * sys.men[f]
            and st.threat[1 - side, st.cell[f]] > 0
        ):
            tell(st, step, WAS_DESTROYED, f, st.cell[f], int(st.men[f]), 0)
            remove(sys, st, f, DESTROYED)
        elif give_up(sys, st, f, step, key, 0):
            gone += 1
        elif sys.unit[f, U_ARM] == ARTILLERY and st.threat[1 - side, st.cell[f]] > 0:
            fall_back(sys, st, f)  # guns do not stay in the line
        elif st.cohesion[f] < mark(sys, at.COHESION_BREAK, side):
            give_way(sys, st, f, step)
    if gone > 0:
        spread(sys, st, step, key)
