"""Supply: routes from depots through own ground, crossings' capacity, stocks.

Once a day. A unit off the net draws nothing; over an overloaded crossing all draw the
same share. Stocks are days of supply; fighting uses more.
Not modelled: foraging, separate kinds of supply.
"""

from refight.compiler import kernel
from refight.engine import at
from refight.engine.geography import GRAIN, trace_supply
from refight.engine.ledger import tell
from refight.engine.system import (
    ACTIVE,
    CUT_OFF_NOW,
    NOWHERE,
    SIDES,
    STEPS_PER_DAY,
    U_SIDE,
    WENT_HUNGRY,
    State,
    System,
)


@kernel
def load_crossings(sys: System, st: State) -> None:
    """Sum the persons to be fed over each crossing."""
    for x in range(st.demand.shape[0]):
        st.demand[x] = 0.0
    for f in range(st.cell.shape[0]):
        if st.status[f] == ACTIVE:
            x = st.via[sys.unit[f, U_SIDE], st.cell[f]]
            if x != NOWHERE:
                st.demand[x] += st.men[f]


@kernel
def issue_share(sys: System, st: State, f: int) -> float:
    """Return the share of a day's supply that reaches a unit, 0 when cut off."""
    side = sys.unit[f, U_SIDE]
    distance = st.reach[side, st.cell[f]]
    if distance == NOWHERE:
        return 0.0
    share = min(1.0, sys.param[at.SUPPLY_RANGE, side] * 1000.0 / GRAIN / (distance + 1))
    x = st.via[side, st.cell[f]]
    if x != NOWHERE and st.demand[x] > 0.0:
        share = min(share, sys.param[at.SUPPLY_CROSSING, side] / st.demand[x])
    return share


@kernel
def feed(sys: System, st: State, f: int, step: int) -> None:
    """Book one unit's day: use by what it did, issue by its route."""
    side = sys.unit[f, U_SIDE]
    most = sys.param[at.SUPPLY_DAYS, side]
    use = 1.0
    if step - st.busy[f, 0] < STEPS_PER_DAY:
        use = sys.param[at.SUPPLY_FIGHT, side]
    share = issue_share(sys, st, f)
    before = st.stock[f]
    st.stock[f] = min(most, max(0.0, before - use + share * (use + 1.0)))
    if before > 0.0 and st.stock[f] <= 0.0:
        tell(st, step, WENT_HUNGRY, f, st.cell[f], 0, 0)


@kernel
def note_cut(sys: System, st: State, f: int, step: int) -> None:
    """Count the steps for which a unit has had no supply route."""
    if st.reach[sys.unit[f, U_SIDE], st.cell[f]] == NOWHERE:
        st.busy[f, 2] += 1
        if st.busy[f, 2] == STEPS_PER_DAY:
            tell(st, step, CUT_OFF_NOW, f, st.cell[f], 0, 0)
    else:
        st.busy[f, 2] = 0


@kernel
def supply(sys: System, st: State, step: int) -> None:
    """Process 3: routes twice a day where control changed, issue once a day."""
    if step % 2 == 0 and st.note[2] != 0:
        for side in range(SIDES):
            trace_supply(sys, st, side)
        st.note[2] = 0
    if step % STEPS_PER_DAY == 0:
        load_crossings(sys, st)
    for f in range(st.cell.shape[0]):
        if st.status[f] == ACTIVE:
            note_cut(sys, st, f, step)
            if step % STEPS_PER_DAY == 0:
                feed(sys, st, f, step)
