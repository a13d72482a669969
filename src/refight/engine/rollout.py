"""Rollout: from the start of a campaign to its horizon, for one replication.

`reset` puts a workspace back to the start; `refight` runs it whole, `stretch` a few
steps at a time, so that a caller can look in between. The workspace is made once
(`workspace`) and reused, so that stepping allocates nothing.
"""

from typing import Any

import numpy as np

from refight.compiler import entry, kernel
from refight.engine import at
from refight.engine.bind import open_state, open_system
from refight.engine.ledger import imbalance
from refight.engine.passage import FOOTINGS, set_prices
from refight.engine.step import advance_step
from refight.engine.system import (
    CAUSES,
    LEVELS,
    NOWHERE,
    SERIES,
    TRACE,
    U_SIDE,
    WAITING,
    State,
    System,
)

EVENTS = 20000  # events kept of one recorded replication
HORIZON = 1 << 30  # beyond the last step of any campaign


def workspace(sys: System, recording: bool = False) -> State:
    """Make the arrays of one replication's state for this system."""
    units, cells = sys.unit.shape[0], sys.terrain.size
    sets, crossings = sys.sets.shape[0], sys.bridge.size
    steps = int(sys.clock[0])
    ints, floats, costs, counts = np.int64, np.float64, np.int32, np.int16
    return State(
        cell=np.zeros(units, ints),
        status=np.zeros(units, ints),
        men=np.zeros(units, np.int64),
        vehicles=np.zeros((units, 3), np.int64),
        cohesion=np.zeros(units, floats),
        stock=np.zeros(units, floats),
        budget=np.zeros(units, floats),
        busy=np.zeros((units, 4), ints),
        stance=np.zeros(units, ints),
        objective=np.zeros(units, ints),
        held=np.zeros((sets, 2), ints),
        ready=np.zeros(units, ints),
        target=np.zeros(units, ints),
        control=np.zeros(cells, counts),
        present=np.zeros((2, cells), counts),
        threat=np.zeros((2, cells), counts),
        mass=np.zeros((2, 2, cells), floats),
        weight=np.zeros((units, 2), floats),
        works=np.zeros(cells, floats),
        mines=np.zeros(cells, floats),
        bridge=np.zeros(crossings, ints),
        bridge_due=np.zeros((crossings, 2), ints),
        price=np.zeros((2, FOOTINGS), floats),
        ways=np.zeros((2, cells, 6), costs),
        field=np.zeros((sets, 2, cells), costs),
        known=np.zeros((sets, 2), ints),
        widest=np.zeros(2, ints),
        reach=np.zeros((2, cells), costs),
        routed=np.zeros(cells, counts),
        turn=np.zeros(cells, ints),
        stale=np.zeros((cells, 2), ints),
        home=np.full((2, 2, cells), NOWHERE, costs),
        homed=np.zeros((2, 2), ints),
        away=np.zeros(cells, costs),
        near=np.zeros((2, cells), costs),
        bold=np.zeros((2, cells), costs),
        plan=np.zeros((2, 6), ints),
        phases=np.zeros((2, sys.phase.shape[1], 3), ints),
        belief=np.zeros(2, floats),
        toll=np.zeros((2, 3), ints),
        losses=np.zeros((units, CAUSES, 3), np.int64),
        wrecks=np.zeros((units, 6), np.int64),
        seen=np.zeros(sys.watch.shape[0], ints),
        series=np.zeros((steps, 2, SERIES), floats),
        event=np.zeros((EVENTS if recording else 0, 6), ints),
        trace=np.zeros((steps if recording else 0, units, TRACE), floats),
        note=np.array([0, 0, NOWHERE, int(recording), NOWHERE, 0], np.int64),
        bucket=np.full(LEVELS, NOWHERE, costs),
        # routes ask for 18 a cell at most, and for the ends of crossings
        entry=np.zeros((20 * cells + sys.ends.shape[0], 2), costs),
        fight=np.zeros((units, 2), ints),
        share=np.zeros((units, 3), floats),
        barrage=np.zeros((units, 2), floats),
        passing=np.ones(2, floats),
    )


@kernel
def copy(to: Any, source: Any) -> None:
    """Copy a row; a slice assignment would ask for memory of its own."""
    for i in range(source.shape[0]):
        to[i] = source[i]


@kernel
def reset_units(sys: System, st: State) -> None:
    """Put every unit back to its strength and place off the map."""
    for f in range(st.cell.shape[0]):
        side = sys.unit[f, U_SIDE]
        st.cell[f] = sys.unit[f, 4]
        st.status[f] = WAITING
        st.men[f] = sys.men[f]
        st.cohesion[f] = sys.param[at.COHESION_START, side]
        st.stock[f] = sys.param[at.SUPPLY_DAYS, side]
        st.budget[f] = 0.0
        st.ready[f] = 0
        st.target[f] = NOWHERE
        st.objective[f] = NOWHERE
        st.stance[f] = 0
        for i in range(4):
            st.busy[f, i] = -1000
        st.busy[f, 2] = 0
        for v in range(3):
            st.vehicles[f, v] = sys.vehicles[f, v]
    st.wrecks[:] = 0
    st.losses[:] = 0
    st.toll[:] = 0


@kernel
def reset_ground(sys: System, st: State) -> None:
    """Give every cell to the side that holds it at the start."""
    copy(st.control, sys.control)
    st.held[:] = 0
    for named in range(sys.members.shape[0]):
        for m in range(sys.members.shape[1]):
            cell = sys.members[named, m]
            if cell != NOWHERE:
                st.held[named, st.control[cell]] += 1


@kernel
def reset(sys: System, st: State) -> None:
    """Put a workspace back to the start of the campaign."""
    reset_units(sys, st)
    reset_ground(sys, st)
    set_prices(sys, st)
    st.present[:] = 0
    st.threat[:] = 0
    st.mass[:] = 0.0
    st.weight[:] = 0.0
    copy(st.works, sys.works)
    copy(st.mines, sys.mines)
    copy(st.bridge, sys.bridge)
    st.bridge_due[:] = NOWHERE
    st.plan[:] = 0
    st.phases[:] = NOWHERE
    st.seen[:] = NOWHERE
    st.series[:] = 0.0
    st.homed[:] = NOWHERE
    st.known[:] = NOWHERE  # fields hold for this draw's costs alone: made when needed
    for side in range(2):
        st.plan[side, 0] = NOWHERE
        st.belief[side] = sys.param[at.BELIEF_START, side]
    st.note[0] = 0
    st.note[1] = 0
    st.note[2] = NOWHERE
    st.note[4] = NOWHERE
    st.note[5] = 0


@entry
def stretch(
    system: Any, state: Any, seed: int, replicate: int, first: int, last: int
) -> int:
    """Refight steps `first` to `last` - 1 of one campaign, behind handles of `bind`.

    Step 0 begins from a reset; any other goes on from where `state` stands. A `last`
    beyond the horizon ends there. Returns what is missing from the ledger (0 if it
    holds). Results stand in `state`: seen, series, losses, wrecks, and if recorded
    event, trace.
    """
    sys, st = open_system(system), open_state(state)
    if first == 0:
        reset(sys, st)
    key = (seed, replicate)
    for step in range(first, min(last, sys.clock[0])):
        advance_step(sys, st, step, key)
    return imbalance(sys, st)


def refight(system: Any, state: Any, seed: int, replicate: int) -> int:
    """Refight one campaign from its start to its horizon; see `stretch`."""
    return int(stretch(system, state, seed, replicate, 0, HORIZON))
