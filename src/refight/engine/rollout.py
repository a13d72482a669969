"""Rollout: from the start of a campaign to its horizon, for one replication.

`reset` puts a workspace back to the start; `refight` runs it whole, `stretch` a few
steps at a time, so that a caller can look in between. The workspace is made once
(`workspace`) and reused, so that stepping allocates nothing.
"""

from typing import Any

import numpy as np

from refight.compiler import declared, entry, kernel
from refight.engine import at
from refight.engine.bind import open_state, open_system
from refight.engine.ledger import imbalance
from refight.engine.passage import set_prices
from refight.engine.step import advance_step
from refight.engine.system import NOWHERE, U_SIDE, WAITING, State, System

EVENTS = 20000  # events kept of one recorded replication
HORIZON = 1 << 30  # beyond the last step of any campaign


def workspace(sys: System, recording: bool = False) -> State:
    """Make the arrays of one replication's state for this system."""
    lengths = lengths_of(sys, recording)
    arrays = {}
    for name, (dtype, axes) in declared(State).items():
        shape = [a if isinstance(a, int) else lengths[a] for a in axes]
        arrays[name] = np.zeros(shape, dtype)
    state = State(**arrays)
    for unknown in (state.home, state.bucket):
        unknown[:] = NOWHERE
    state.passing[:] = 1.0
    state.note[:] = (0, 0, NOWHERE, int(recording), NOWHERE, 0)
    return state


def lengths_of(sys: System, recording: bool) -> dict[str, int]:
    """Return how long the axes are whose length varies, by their letters."""
    cells, steps = sys.terrain.size, int(sys.clock[0])
    return {
        "F": sys.unit.shape[0],
        "C": cells,
        "K": sys.sets.shape[0],
        "X": sys.bridge.size,
        "V": sys.watch.shape[0],
        "P": sys.phase.shape[1],
        "T": steps,
        "R": steps if recording else 0,
        "E": EVENTS if recording else 0,
        # routes ask for 18 a cell at most, and for the ends of crossings
        "J": 20 * cells + sys.ends.shape[0],
    }


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
