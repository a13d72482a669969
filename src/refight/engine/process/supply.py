"""Supply: routes from depots through own ground, crossings' capacity, stocks.

Routes are of the moment; issue is once a day. A unit off the net draws nothing; over
overloaded crossings all draw the same share. Stocks are days of supply; fighting uses
more. Once a day, empty ground that its holder can no longer supply, or no longer
reach, passes to the enemy.
Not modelled: foraging, separate kinds of supply.
"""

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.geography import trace_march
from refight.engine.ledger import hold, tell
from refight.engine.power import built_up
from refight.engine.routes import distance, mend_routes
from refight.engine.system import (
    ACTIVE,
    ATTACK,
    BRIDGE,
    CUT_OFF_NOW,
    GRAIN,
    LEVELS,
    MAJOR,
    NOWHERE,
    SIDES,
    STEPS_PER_DAY,
    U_SIDE,
    WATER,
    WENT_HUNGRY,
    State,
    System,
)


@kernel
def bridges(sys: System, st: State, side: int) -> int:
    """Count the open crossings with both ends in a side's hands."""
    held = 0
    for n in range(sys.ends.shape[0]):
        cell, way = sys.ends[n, 0], sys.ends[n, 1]
        if st.bridge[sys.crossing[cell, way]] == BRIDGE:
            if st.control[cell] == side:
                held += int(st.control[sys.neighbour[cell, way]] == side)
    return held // 2


@kernel
def over_water(st: State, side: int, cell: int) -> bool:
    """Tell whether a cell's supply route leads over a crossing."""
    label = st.reach[side, cell]
    return label != NOWHERE and label & 1 == 1


@kernel
def load_crossings(sys: System, st: State) -> None:
    """Work out the share of supply that each side's crossings can pass.

    Traffic spreads over all crossings that a side has: their capacity is pooled.
    """
    for side in range(SIDES):
        fed = 0.0
        for f in range(st.cell.shape[0]):
            if st.status[f] == ACTIVE and sys.unit[f, U_SIDE] == side:
                if over_water(st, side, st.cell[f]):
                    fed += st.men[f]
        room = sys.param[at.SUPPLY_CROSSING, side] * max(1, bridges(sys, st, side))
        st.passing[side] = min(1.0, room / max(1.0, fed))


@kernel
def issue_share(sys: System, st: State, f: int) -> float:
    """Return the share of a day's supply that reaches a unit, 0 when cut off."""
    side = sys.unit[f, U_SIDE]
    far = distance(st, side, st.cell[f])
    if far == NOWHERE:
        return 0.0
    share = min(1.0, sys.param[at.SUPPLY_RANGE, side] * 1000.0 / GRAIN / (far + 1))
    if over_water(st, side, st.cell[f]):
        share = min(share, st.passing[side])
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
def beside(sys: System, st: State, cell: int, side: int) -> bool:
    """Tell whether a neighbouring cell is supplied ground of `side`, river or not."""
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near != NOWHERE and st.reach[side, near] != NOWHERE:
            if sys.barrier[cell, way] != MAJOR:
                return True
    return False


@kernel
def pass_over(sys: System, st: State) -> None:
    """Pass empty ground that its holder can no longer supply to the enemy beside it."""
    control, reach = st.control, st.reach
    for cell in range(control.shape[0]):
        if reach[0, cell] & reach[1, cell] != NOWHERE:
            continue  # supplied: labels stand on their own side's ground only
        side = control[cell]
        if sys.terrain[cell] == WATER:
            continue
        if st.present[0, cell] + st.present[1, cell] == 0:
            if beside(sys, st, cell, 1 - side):
                hold(sys, st, cell, 1 - side)


@kernel
def look_out(sys: System, st: State, side: int) -> None:
    """Trace what a side's attackers reach in twelve hours, its enemy's troops in three.

    Writes bold[side] and, where attackers reach the enemy's ground, near[other].
    """
    bold, control = st.bold[side], st.control
    pace = sys.param[at.SPEED_FOOT, side] / GRAIN
    last = min(LEVELS, int(rules.CLAIM_STEPS * pace))
    if trace_march(sys, st, side, bold, ATTACK, rules.BATTALION, last) == 0:
        return
    for cell in range(control.shape[0]):
        if bold[cell] != NOWHERE and control[cell] != side:
            other = 1 - side
            pace = sys.param[at.SPEED_FOOT, other] / GRAIN
            last = min(LEVELS, int(rules.GUARD_STEPS * pace))
            trace_march(sys, st, other, st.near[other], NOWHERE, 0, last)
            return


@kernel
def claim(sys: System, st: State) -> None:
    """Pass empty ground that its holder has left to attackers twelve hours away.

    Left: no unit of the holder could be there within three hours. Troops told to hold
    do not go out to claim ground, nor does less than a battalion.
    """
    for side in range(SIDES):
        look_out(sys, st, side)
    control, bold, near = st.control, st.bold, st.near
    for cell in range(control.shape[0]):
        if bold[0, cell] & bold[1, cell] == NOWHERE:
            continue
        side = control[cell]
        if bold[1 - side, cell] == NOWHERE or near[side, cell] != NOWHERE:
            continue
        if not built_up(sys.terrain[cell]):
            hold(sys, st, cell, 1 - side)


@kernel
def supply(sys: System, st: State, step: int) -> None:
    """Process 3: routes of this moment; once a day ground left, and issue."""
    daily = step % STEPS_PER_DAY == 0
    mend_routes(sys, st)
    if daily:
        pass_over(sys, st)
        claim(sys, st)
        mend_routes(sys, st)
        load_crossings(sys, st)
    for f in range(st.cell.shape[0]):
        if st.status[f] == ACTIVE:
            note_cut(sys, st, f, step)
            if daily:
                feed(sys, st, f, step)
