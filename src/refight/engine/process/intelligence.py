"""Intelligence: what each side believes of the other, and what it draws from it.

`belief` is the believed share of the enemy's true strength. It starts with an error,
closes on the truth by contact, and decides when stalled attacks release reserves.
"""

import math

from refight.compiler import kernel
from refight.engine import at
from refight.engine.command import release
from refight.engine.power import power
from refight.engine.random import INTELLIGENCE, normal
from refight.engine.system import (
    ACTIVE,
    ATTACK,
    RUNNING,
    S_PROGRESS,
    S_RELEASED,
    S_STATE,
    SIDES,
    STEPS_PER_DAY,
    U_SIDE,
    Key,
    State,
    System,
)


@kernel
def muster(sys: System, st: State, step: int) -> None:
    """Sum the power present in each cell, and the power there that attacks."""
    for f in range(st.cell.shape[0]):
        if st.status[f] == ACTIVE:
            for k in range(2):
                st.mass[k, sys.unit[f, U_SIDE], st.cell[f]] = 0.0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE:
            continue
        cell = st.cell[f]
        terrain = sys.terrain[cell]
        st.weight[f, 0] = power(sys, st, f, terrain, step, 0)
        st.weight[f, 1] = 0.0
        if st.stance[f] == ATTACK and st.ready[f] <= step:
            st.weight[f, 1] = power(sys, st, f, terrain, step, 1)
        for k in range(2):
            st.mass[k, sys.unit[f, U_SIDE], cell] += st.weight[f, k]


@kernel
def learn(sys: System, st: State, side: int, step: int, key: Key) -> None:
    """Let a side in contact close part of the gap between belief and truth (daily)."""
    touched = 0
    for f in range(st.cell.shape[0]):
        if sys.unit[f, U_SIDE] == side and st.status[f] == ACTIVE:
            if step - st.busy[f, 0] < STEPS_PER_DAY:
                touched += 1
    if touched == 0:
        return
    rate = sys.param[at.BELIEF_LEARN, side]
    noise = sys.param[at.BELIEF_NOISE, side] * normal(
        key[0], key[1], step, side, INTELLIGENCE, 0
    )
    error = math.log(st.belief[side]) * (1.0 - rate) + noise * rate
    st.belief[side] = math.exp(error)


@kernel
def believed_odds(sys: System, st: State, side: int) -> float:
    """Return the attackers' power over the believed power of the enemy they touch."""
    own = 0.0
    enemy = 0.0
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE:
            continue
        cell = st.cell[f]
        if sys.unit[f, U_SIDE] == side:
            if st.stance[f] == ATTACK:
                own += st.men[f]
        elif st.threat[side, cell] > 0:
            enemy += st.men[f]
    return own / max(1.0, enemy * st.belief[side])


@kernel
def judge(sys: System, st: State, side: int, step: int) -> None:
    """Release the reserves of a stalled attack whose believed odds are too low."""
    if st.plan[side, S_STATE] != RUNNING or st.plan[side, S_RELEASED] == 1:
        return
    stall = STEPS_PER_DAY * sys.param[at.RESERVE_STALL, side]
    if step - st.plan[side, S_PROGRESS] < stall:
        return
    if believed_odds(sys, st, side) < sys.param[at.RESERVE_ODDS, side]:
        release(sys, st, side, step)


@kernel
def look(sys: System, st: State, step: int, key: Key) -> None:
    """Process 2: beliefs and reserves (once a day), and the powers in each cell."""
    if step % STEPS_PER_DAY == 0:
        for side in range(SIDES):
            learn(sys, st, side, step, key)
            judge(sys, st, side, step)
    muster(sys, st, step)
