"""Arrivals and orders: who is there, which phase runs, what each unit is to do.

A phase begins when its conditions hold, and ends by success (its objective held), by
culmination (attackers' cohesion gone) or by its limit. Orders of a new phase reach a
group after a delay, and attack orders may be refused, as unity of command has it.
"""

import math

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.command import brief, held_share
from refight.engine.ledger import hold, place, remove, tell
from refight.engine.random import ORDER_DELAY, REFUSAL, uniform
from refight.engine.system import (
    ACTIVE,
    ARRIVED,
    ATTACK,
    BRIDGE,
    BUILD,
    CLOSED,
    CROSSING_CHANGED,
    FAILED,
    HOLD,
    HOURS_PER_STEP,
    LEFT,
    NOWHERE,
    OVERTAKEN,
    P_AFTER,
    P_ENEMY_SET,
    P_EXISTS,
    P_LIMIT,
    P_NOT_BEFORE,
    P_OBJECTIVE,
    P_PAUSE,
    PENDING,
    PHASE_BEGAN,
    PHASE_ENDED,
    REFUSED,
    RUNNING,
    S_PHASE,
    S_PROGRESS,
    S_RELEASED,
    S_SINCE,
    S_STATE,
    SIDES,
    STEPS_PER_DAY,
    SUCCEEDED,
    U_ARRIVAL,
    U_GROUP,
    U_SIDE,
    U_START,
    U_WITHDRAWAL,
    W_ACTION,
    W_CROSSING,
    WAITING,
    Key,
    State,
    System,
)


@kernel
def arrive(sys: System, st: State, step: int) -> None:
    """Bring units on at their start, when due and not overrun; take others off."""
    for f in range(st.cell.shape[0]):
        side = sys.unit[f, U_SIDE]
        if st.status[f] == WAITING and sys.unit[f, U_ARRIVAL] <= step:
            cell = sys.unit[f, U_START]
            if st.present[1 - side, cell] == 0 and st.men[f] > 0:
                st.status[f] = ACTIVE
                place(sys, st, f, cell)
                hold(sys, st, cell, side)
                brief(sys, st, f, step)
                if step > 0:
                    tell(st, step, ARRIVED, f, cell, 0, 0)
        elif st.status[f] == ACTIVE and 0 <= sys.unit[f, U_WITHDRAWAL] <= step:
            if st.threat[1 - side, st.cell[f]] == 0:
                remove(sys, st, f, LEFT)


@kernel
def next_phase(sys: System, st: State, side: int) -> int:
    """Return the next phase; one that asks for another end of this is left out."""
    phase = st.plan[side, S_PHASE] + 1
    ended = st.plan[side, S_STATE]
    if ended != SUCCEEDED and ended != FAILED:
        return phase
    other = SUCCEEDED + FAILED - ended
    while phase < sys.phase.shape[1] and sys.phase[side, phase, P_AFTER] == other:
        phase += 1
    return phase


@kernel
def may_begin(sys: System, st: State, side: int, phase: int, step: int) -> bool:
    """Tell whether the conditions of a phase hold."""
    row = sys.phase[side, phase]
    if row[P_EXISTS] == 0 or step < row[P_NOT_BEFORE]:
        return False
    before = st.plan[side, S_STATE]
    if phase > 0:
        if row[P_AFTER] == SUCCEEDED and before != SUCCEEDED:
            return False
        if row[P_AFTER] == FAILED and before != FAILED:
            return False
        if before == FAILED and step < st.plan[side, S_SINCE] + row[P_PAUSE]:
            return False
        if before == RUNNING and row[P_AFTER] != PENDING:
            return False
    enemy_set = row[P_ENEMY_SET]
    return (
        enemy_set == NOWHERE
        or held_share(sys, st, enemy_set, 1 - side) >= rules.HELD_HALF
    )


@kernel
def delay_of(sys: System, side: int, phase: int, group: int, key: Key) -> int:
    """Draw the steps until a group obeys a new phase (exponential, mean by command)."""
    mean = STEPS_PER_DAY * sys.param[at.COMMAND_DELAY, side]
    u = uniform(key[0], key[1], phase, 16 * group + side, ORDER_DELAY, 0)
    return int(-mean * math.log(u))


@kernel
def refuses(sys: System, side: int, phase: int, group: int, key: Key) -> bool:
    """Draw whether a group does not act on this phase's attack order."""
    u = uniform(key[0], key[1], phase, 16 * group + side, REFUSAL, 0)
    return u < sys.param[at.COMMAND_REFUSAL, side]


@kernel
def issue(sys: System, st: State, side: int, step: int, key: Key) -> None:
    """Send the orders of the side's present phase to all its units."""
    phase = st.plan[side, S_PHASE]
    for f in range(st.cell.shape[0]):
        if sys.unit[f, U_SIDE] != side:
            continue
        group = sys.unit[f, U_GROUP]
        brief(sys, st, f, step)
        st.ready[f] = step
        if phase > 0:
            st.ready[f] = step + delay_of(sys, side, phase, group, key)
        if st.stance[f] == ATTACK and refuses(sys, side, phase, group, key):
            st.stance[f] = HOLD
            st.objective[f] = NOWHERE
            if st.status[f] == ACTIVE:
                tell(st, step, REFUSED, f, st.cell[f], phase, 0)


@kernel
def conclude(st: State, side: int, step: int, state: int) -> None:
    """Write down how the present phase ended."""
    st.phases[side, st.plan[side, S_PHASE], 1] = step
    st.phases[side, st.plan[side, S_PHASE], 2] = state
    tell(st, step, PHASE_ENDED, NOWHERE, NOWHERE, side, state)


@kernel
def begin(sys: System, st: State, side: int, phase: int, step: int, key: Key) -> None:
    """Begin a phase: orders go out and its bridges are put in hand.

    A phase that still runs ends here: it is overtaken.
    """
    if st.plan[side, S_STATE] == RUNNING:
        conclude(st, side, step, OVERTAKEN)
    st.plan[side, S_PHASE] = phase
    st.plan[side, S_STATE] = RUNNING
    st.plan[side, S_SINCE] = step
    st.plan[side, S_PROGRESS] = step
    st.plan[side, S_RELEASED] = 0
    st.phases[side, phase, 0] = step
    tell(st, step, PHASE_BEGAN, NOWHERE, NOWHERE, side, phase)
    issue(sys, st, side, step, key)
    for w in range(sys.work.shape[2]):
        crossing = sys.work[side, phase, w, W_CROSSING]
        if crossing == NOWHERE:
            continue
        if sys.work[side, phase, w, W_ACTION] == BUILD:
            boats = math.ceil(sys.param[at.BRIDGE_BOATS, side] / HOURS_PER_STEP)
            hours = math.ceil(sys.param[at.BRIDGE_HOURS, side] / HOURS_PER_STEP)
            st.bridge_due[crossing, 0] = step + int(boats)
            st.bridge_due[crossing, 1] = step + int(hours)
        elif st.bridge[crossing] != CLOSED:
            st.bridge[crossing] = CLOSED
            st.bridge_due[crossing, 0] = NOWHERE  # what was built is gone for good
            st.bridge_due[crossing, 1] = NOWHERE
            st.note[0] += 1
            tell(st, step, CROSSING_CHANGED, crossing, NOWHERE, CLOSED, 0)


@kernel
def finish(sys: System, st: State, side: int, step: int, state: int, key: Key) -> None:
    """End the running phase; attackers halt where they stand."""
    st.plan[side, S_STATE] = state
    st.plan[side, S_SINCE] = step
    conclude(st, side, step, state)
    for f in range(st.cell.shape[0]):
        if sys.unit[f, U_SIDE] == side and st.stance[f] == ATTACK:
            st.stance[f] = HOLD
            st.objective[f] = NOWHERE


@kernel
def spirit(sys: System, st: State, side: int) -> float:
    """Return the mean cohesion, by men, of a side's attacking units."""
    men = 0.0
    total = 0.0
    for f in range(st.cell.shape[0]):
        if sys.unit[f, U_SIDE] == side and st.status[f] == ACTIVE:
            if st.stance[f] == ATTACK:
                men += st.men[f]
                total += st.men[f] * st.cohesion[f]
    if men == 0.0:
        return 1.0
    return total / men


@kernel
def follow_plan(sys: System, st: State, side: int, step: int, key: Key) -> None:
    """End the phase that is over, and begin the next when it may."""
    phase = st.plan[side, S_PHASE]
    if phase >= 0 and st.plan[side, S_STATE] == RUNNING:
        row = sys.phase[side, phase]
        age = step - st.plan[side, S_SINCE]
        named = row[P_OBJECTIVE]
        wanted = sys.param[at.PLAN_HELD, side]
        if named != NOWHERE and held_share(sys, st, named, side) >= wanted:
            finish(sys, st, side, step, SUCCEEDED, key)
        elif row[P_LIMIT] >= 0 and age >= row[P_LIMIT]:
            finish(sys, st, side, step, FAILED, key)
        elif named != NOWHERE and age > rules.HEARING_STEPS:
            wanted = sys.param[at.COHESION_HALT, side]
            if spirit(sys, st, side) < wanted * sys.param[at.COHESION_START, side]:
                finish(sys, st, side, step, FAILED, key)
    coming = next_phase(sys, st, side)
    if coming < sys.phase.shape[1] and may_begin(sys, st, side, coming, step):
        begin(sys, st, side, coming, step, key)


@kernel
def open_crossings(st: State, step: int) -> None:
    """Open the boats and bridges that are due."""
    for x in range(st.bridge.shape[0]):
        if 0 <= st.bridge_due[x, 1] <= step and st.bridge[x] != BRIDGE:
            st.bridge[x] = BRIDGE
            st.note[0] += 1
            tell(st, step, CROSSING_CHANGED, x, NOWHERE, BRIDGE, 0)
        elif 0 <= st.bridge_due[x, 0] <= step and st.bridge[x] == CLOSED:
            st.bridge[x] = 1
            st.note[0] += 1
            tell(st, step, CROSSING_CHANGED, x, NOWHERE, 1, 0)


@kernel
def take_orders(sys: System, st: State, step: int, key: Key) -> None:
    """Process 1: arrivals, phases, orders, crossings."""
    for side in range(SIDES):
        follow_plan(sys, st, side, step, key)
    arrive(sys, st, step)
    open_crossings(st, step)
