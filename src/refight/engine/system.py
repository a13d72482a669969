"""`System` and `State`: the flat arrays of one replication.

Units: metre, person, day; shares 0..1. Cells `C` have at most six neighbours.
`NOWHERE` marks an absent index. Columns of packed arrays are named below.
"""

from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]  # one integer type: each kernel compiles once
Costs = NDArray[np.int32]  # what floods read and write stays small, and in the cache
Floats = NDArray[np.float64]
# the number says how many axes: `bind` lays the arrays out by it
Ints1 = Annotated[NDArray[np.int64], 1]
Ints2 = Annotated[NDArray[np.int64], 2]
Ints3 = Annotated[NDArray[np.int64], 3]
Ints4 = Annotated[NDArray[np.int64], 4]
Counts1 = Annotated[NDArray[np.int16], 1]
Counts2 = Annotated[NDArray[np.int16], 2]
Costs1 = Annotated[NDArray[np.int32], 1]
Costs2 = Annotated[NDArray[np.int32], 2]
Costs3 = Annotated[NDArray[np.int32], 3]
Floats1 = Annotated[NDArray[np.float64], 1]
Floats2 = Annotated[NDArray[np.float64], 2]
Floats3 = Annotated[NDArray[np.float64], 3]
Flags2 = Annotated[NDArray[np.uint8], 2]
Key = tuple[int, int]  # seed, replicate

NOWHERE = -1
SHUT = -2
GRAIN = 100.0  # metres of open ground per unit of path cost
LEVELS = 4096  # greatest path cost followed, in grains
SIDES = 2
STEPS_PER_DAY = 4
HOURS_PER_STEP = 6

# arms
INFANTRY, MILITIA, COMMANDO, MECHANISED, ARMOUR, ARTILLERY, ENGINEER = range(7)
# terrain (as in ground.grid)
OPEN, CULTIVATED, MARSH, SUBURB, URBAN, PORT, WATER = range(7)
# obstacle between two cells
CLEAR, DIKE, MINOR, MAJOR = range(4)
# status of a unit
WAITING, ACTIVE, LEFT, SURRENDERED, DESTROYED = range(5)
# stances
HOLD, ATTACK, RESERVE, WITHDRAW, DELAY = range(5)
# state of a crossing
CLOSED, BOATS, BRIDGE = range(3)
# state of a phase
PENDING, RUNNING, SUCCEEDED, FAILED, OVERTAKEN = range(5)
# causes of loss
DIRECT, GUNS, MINES, AIR, SURRENDER = range(5)
CAUSES = 5
# kinds of loss
KILLED, WOUNDED, CAPTURED = range(3)

# columns of System.unit
U_SIDE, U_ARM, U_COMPONENT, U_GROUP, U_START, U_ARRIVAL, U_WITHDRAWAL, U_LOCAL = range(
    8
)
# columns of vehicles
TANKS, CARRIERS, PIECES = range(3)
# columns of System.phase
(
    P_EXISTS,
    P_NOT_BEFORE,
    P_AFTER,
    P_ENEMY_SET,
    P_OBJECTIVE,
    P_LIMIT,
    P_PAUSE,
) = range(7)
# columns of System.order
O_STANCE, O_OBJECTIVE, O_RELEASED = range(3)
# columns of System.work
W_CROSSING, W_ACTION = range(2)
BUILD, DEMOLISH = range(2)
# columns of System.watch
V_KIND, V_SIDE, V_SET, V_CLEAR, V_EXTRA = range(5)  # extra: bits of arms, or a step
(
    WATCH_REACHED,
    WATCH_HELD,
    WATCH_OPEN,
    WATCH_CUT,
    WATCH_PEAK_MEN,
    WATCH_PEAK_TANKS,
    WATCH_LAST_MEN,
    WATCH_AREA,
) = range(8)
# columns of State.plan
S_PHASE, S_STATE, S_SINCE, S_PROGRESS, S_RELEASED, S_READY = range(6)
# columns of State.event and its kinds
E_STEP, E_KIND, E_UNIT, E_CELL, E_A, E_B = range(6)
(
    ARRIVED,
    PHASE_BEGAN,
    PHASE_ENDED,
    ASSAULTED,
    TOOK,
    DRIVEN_BACK,
    GAVE_WAY,
    GAVE_UP,
    WAS_DESTROYED,
    CROSSING_CHANGED,
    RESERVES_RELEASED,
    CUT_OFF_NOW,
    WENT_HUNGRY,
    REFUSED,
) = range(14)
# columns of State.series (per side)
(
    T_MEN,
    T_TANKS,
    T_KILLED,
    T_WOUNDED,
    T_CAPTURED,
    T_COHESION,
    T_AREA,
    T_CUT,
    T_CARRIERS,
    T_PIECES,
) = range(10)
SERIES = 10
# columns of State.trace: cell, status, men, cohesion, stock, tanks
TRACE = 6
FOOT, MOTOR = range(2)


class System(NamedTuple):
    """What does not change during one replication."""

    neighbour: Ints2  # (C, 6)
    barrier: Ints2  # (C, 6)
    crossing: Ints2  # (C, 6) index or NOWHERE
    ends: Ints2  # (N, 2) cell and way of each way over a crossing
    footing: Counts2  # (C, 6) which prices hold for the way (see passage)
    metres: Floats2  # (C, 6)
    gate: Ints3  # (class, C, 6) crossing that must be open; NOWHERE free; SHUT never
    terrain: Ints1  # (C,)
    place: Floats2  # (C, 3) east m, north m, area km2
    works: Floats1  # (C,) levels 0..3
    mines: Floats1  # (C,) density 0..1
    control: Ints1  # (C,) side
    unit: Ints2  # (F, 8)
    men: Ints1  # (F,)
    vehicles: Ints2  # (F, 3)
    quality: Floats1  # (F,)
    phase: Ints3  # (S, P, 7)
    order: Ints4  # (S, P, G, 3)
    work: Ints4  # (S, P, W, 2)
    sets: Flags2  # (K, C)
    members: Ints2  # (K, M) cells of each set, padded with NOWHERE
    depot: Ints2  # (S, D)
    bridge: Ints1  # (X,) state at the start
    watch: Ints2  # (V, 5)
    watch_share: Floats1  # (V,)
    param: Floats2  # (parameter, S)
    clock: Ints1  # (2,) steps, hour of the day at step 0


class State(NamedTuple):
    """What changes; a workspace that is reset and reused."""

    cell: Ints1  # (F,)
    status: Ints1  # (F,)
    men: Ints1  # (F,)
    vehicles: Ints2  # (F, 3)
    cohesion: Floats1  # (F,)
    stock: Floats1  # (F,) days
    budget: Floats1  # (F,) metres left over
    busy: Ints2  # (F, 4) last step fought, last step moved, steps cut off, pushed back
    held: Ints2  # (K, S) cells of each set that a side holds
    stance: Ints1  # (F,)
    objective: Ints1  # (F,) set or NOWHERE
    ready: Ints1  # (F,) step from which the order is obeyed; -1 refuses
    target: Ints1  # (F,) cell assaulted this step or NOWHERE
    control: Counts1  # (C,)
    present: Counts2  # (S, C) units in the cell
    threat: Counts2  # (S, C) units of that side in adjacent cells
    mass: Floats3  # (2, S, C) power present; power that attacks
    weight: Floats2  # (F, 2) the unit's part of both, as mustered
    works: Floats1  # (C,)
    mines: Floats1  # (C,)
    bridge: Ints1  # (X,)
    bridge_due: Ints2  # (X, 2) step boats ply, step bridge opens
    price: Floats2  # (class, footing) metres of open ground that a metre costs
    ways: Costs3  # (class, C, 6) each way that is passable now (see `leads`), or 0
    field: Costs3  # (K, class, C) cost to go to a set, as far as it is known
    known: Ints2  # (K, class) cost to which a field is known; NOWHERE if not begun
    widest: Ints1  # (class,) greatest cost of one way
    reach: Costs2  # (S, C) label of the supply route (see routes) or NOWHERE
    routed: Counts1  # (C,) control for which the labels hold
    turn: Ints1  # (C,) cells that changed hands since
    stale: Ints2  # (C, 2) cells that lose their label, and that label; scratch
    home: Costs3  # (S, class, C) what is left of a way to supplied ground, or NOWHERE
    homed: Ints2  # (S, class) day of which the ways home are
    away: Costs1  # (C,) cost from a unit that looks for its way home; scratch
    near: Costs2  # (S, C) cost of a march from the side's nearest unit, if close
    bold: Costs2  # (S, C) the same from its attackers, further out
    plan: Ints2  # (S, 6)
    phases: Ints3  # (S, P, 3) step begun, step ended, how it ended
    belief: Floats1  # (S,)
    toll: Ints2  # (S, kind) persons lost by each side so far
    losses: Ints3  # (F, cause, kind)
    wrecks: Ints2  # (F, 6) vehicles destroyed, then captured
    seen: Ints1  # (V,) first step the watched thing was true
    series: Floats3  # (T, S, SERIES)
    event: Ints2  # (E, 6)
    trace: Floats3  # (T, F, TRACE) or empty
    note: Ints1  # (6,) crossings' version, events, routes' version, recording, ways'
    # version, how often ground has turned
    bucket: Costs1  # (B,) heads of the bucket queue
    entry: Costs2  # (N, 2) cell, next
    fight: Ints2  # (F, 2) list of target cells; scratch
    share: Floats2  # (F, 3) scratch: engaged share, power, casualties fraction
    barrage: Floats2  # (F, S) weight of guns in each engagement; scratch
    passing: Floats1  # (S,) share of supply that the crossings can pass
