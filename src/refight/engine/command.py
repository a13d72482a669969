"""Command: what a side's phase asks of a unit, shared by the processes that order.

Read by orders, intelligence and control; writes stance and objective only.
"""

from refight.compiler import kernel
from refight.engine.ledger import tell
from refight.engine.system import (
    ATTACK,
    HOLD,
    NOWHERE,
    O_OBJECTIVE,
    O_RELEASED,
    O_STANCE,
    RESERVE,
    RESERVES_RELEASED,
    RUNNING,
    S_PHASE,
    S_RELEASED,
    S_STATE,
    U_GROUP,
    U_SIDE,
    State,
    System,
)


@kernel
def held_share(sys: System, st: State, named: int, side: int) -> float:
    """Return the share of a set's cells that a side controls."""
    held = st.held[named, side]
    total = held + st.held[named, 1 - side]
    if total == 0:
        return 0.0
    return held / total


@kernel
def brief(sys: System, st: State, f: int, step: int) -> None:
    """Give a unit the order of the phase that runs; a side without one holds."""
    side = sys.unit[f, U_SIDE]
    phase = st.plan[side, S_PHASE]
    st.stance[f] = HOLD
    st.objective[f] = NOWHERE
    if phase < 0:
        return
    row = sys.order[side, phase, sys.unit[f, U_GROUP]]
    st.stance[f] = row[O_STANCE]
    st.objective[f] = row[O_OBJECTIVE]
    if row[O_STANCE] == RESERVE and st.plan[side, S_RELEASED] == 1:
        if row[O_RELEASED] != NOWHERE:
            st.stance[f] = ATTACK
            st.objective[f] = row[O_RELEASED]
    if st.plan[side, S_STATE] != RUNNING and st.stance[f] == ATTACK:
        st.stance[f] = HOLD  # a phase that is over asks for no more assaults
        st.objective[f] = NOWHERE


@kernel
def release(sys: System, st: State, side: int, step: int) -> None:
    """Release the reserves of the present phase to their attack."""
    st.plan[side, S_RELEASED] = 1
    tell(st, step, RESERVES_RELEASED, NOWHERE, NOWHERE, side, 0)
    for f in range(st.cell.shape[0]):
        if sys.unit[f, U_SIDE] == side and st.stance[f] == RESERVE:
            brief(sys, st, f, step)
