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
Counts = NDArray[np.int16]
Flags = NDArray[np.uint8]
# behind the type of an array stand its axes: how long, or a letter where that varies;
# `bind` lays arrays out by it, and machine code knows the lengths as constants
Key = tuple[int, int]  # seed, replicate

NOWHERE = -1
SHUT = -2
GRAIN = 100.0  # metres of open ground per unit of path cost
LEVELS = 4096  # greatest path cost followed, in grains
SIDES = 2
CLASSES = 2  # of movement: FOOT, MOTOR
KINDS = 3  # of loss: KILLED, WOUNDED, CAPTURED
FOOTINGS = 32  # see passage
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

    neighbour: Annotated[Ints, "C", 6]
    barrier: Annotated[Ints, "C", 6]
    crossing: Annotated[Ints, "C", 6]  # index or NOWHERE
    ends: Annotated[Ints, "N", 2]  # cell and way of each way over a crossing
    footing: Annotated[Counts, "C", 6]  # which prices hold for the way (see passage)
    metres: Annotated[Floats, "C", 6]
    # crossing that must be open; NOWHERE free; SHUT never
    gate: Annotated[Ints, CLASSES, "C", 6]
    terrain: Annotated[Ints, "C"]
    place: Annotated[Floats, "C", 3]  # east m, north m, area km2
    works: Annotated[Floats, "C"]  # levels 0..3
    mines: Annotated[Floats, "C"]  # density 0..1
    control: Annotated[Ints, "C"]  # side
    unit: Annotated[Ints, "F", 8]
    men: Annotated[Ints, "F"]
    vehicles: Annotated[Ints, "F", 3]
    quality: Annotated[Floats, "F"]
    phase: Annotated[Ints, SIDES, "P", 7]
    order: Annotated[Ints, SIDES, "P", "G", 3]
    work: Annotated[Ints, SIDES, "P", "W", 2]
    sets: Annotated[Flags, "K", "C"]
    members: Annotated[Ints, "K", "M"]  # cells of each set, padded with NOWHERE
    depot: Annotated[Ints, SIDES, "D"]
    bridge: Annotated[Ints, "X"]  # state at the start
    watch: Annotated[Ints, "V", 5]
    watch_share: Annotated[Floats, "V"]
    param: Annotated[Floats, "Q", SIDES]
    clock: Annotated[Ints, 2]  # steps, hour of the day at step 0


class State(NamedTuple):
    """What changes; a workspace that is reset and reused."""

    cell: Annotated[Ints, "F"]
    status: Annotated[Ints, "F"]
    men: Annotated[Ints, "F"]
    vehicles: Annotated[Ints, "F", 3]
    cohesion: Annotated[Floats, "F"]
    stock: Annotated[Floats, "F"]  # days
    budget: Annotated[Floats, "F"]  # metres left over
    # last step fought, last step moved, steps cut off, pushed back
    busy: Annotated[Ints, "F", 4]
    held: Annotated[Ints, "K", SIDES]  # cells of each set that a side holds
    stance: Annotated[Ints, "F"]
    objective: Annotated[Ints, "F"]  # set or NOWHERE
    ready: Annotated[Ints, "F"]  # step from which the order is obeyed; -1 refuses
    target: Annotated[Ints, "F"]  # cell assaulted this step or NOWHERE
    control: Annotated[Counts, "C"]
    present: Annotated[Counts, SIDES, "C"]  # units in the cell
    threat: Annotated[Counts, SIDES, "C"]  # units of that side in adjacent cells
    mass: Annotated[Floats, 2, SIDES, "C"]  # power present; power that attacks
    weight: Annotated[Floats, "F", 2]  # the unit's part of both, as mustered
    works: Annotated[Floats, "C"]
    mines: Annotated[Floats, "C"]
    bridge: Annotated[Ints, "X"]
    bridge_due: Annotated[Ints, "X", 2]  # step boats ply, step bridge opens
    # metres of open ground that a metre costs
    price: Annotated[Floats, CLASSES, FOOTINGS]
    # each way that is passable now (see `leads`), or 0
    ways: Annotated[Costs, CLASSES, "C", 6]
    # cost to go to a set, as far as it is known
    field: Annotated[Costs, "K", CLASSES, "C"]
    # cost to which a field is known; NOWHERE if not begun
    known: Annotated[Ints, "K", CLASSES]
    widest: Annotated[Ints, CLASSES]  # greatest cost of one way
    # label of the supply route (see routes) or NOWHERE
    reach: Annotated[Costs, SIDES, "C"]
    routed: Annotated[Counts, "C"]  # control for which the labels hold
    turn: Annotated[Ints, "C"]  # cells that changed hands since
    # cells that lose their label, and that label; scratch
    stale: Annotated[Ints, "C", 2]
    # what is left of a way to supplied ground, or NOWHERE
    home: Annotated[Costs, SIDES, CLASSES, "C"]
    homed: Annotated[Ints, SIDES, CLASSES]  # day of which the ways home are
    away: Annotated[Costs, "C"]  # cost from a unit that looks for its way home; scratch
    # cost of a march from the side's nearest unit, if close
    near: Annotated[Costs, SIDES, "C"]
    bold: Annotated[Costs, SIDES, "C"]  # the same from its attackers, further out
    plan: Annotated[Ints, SIDES, 6]
    phases: Annotated[Ints, SIDES, "P", 3]  # step begun, step ended, how it ended
    belief: Annotated[Floats, SIDES]
    toll: Annotated[Ints, SIDES, KINDS]  # persons lost by each side so far
    losses: Annotated[Ints, "F", CAUSES, KINDS]
    wrecks: Annotated[Ints, "F", 6]  # vehicles destroyed, then captured
    seen: Annotated[Ints, "V"]  # first step the watched thing was true
    series: Annotated[Floats, "T", SIDES, SERIES]
    event: Annotated[Ints, "E", 6]
    trace: Annotated[Floats, "R", "F", TRACE]  # or empty
    # crossings' version, events, routes' version, recording, ways' version, how often
    # ground has turned
    note: Annotated[Ints, 6]
    bucket: Annotated[Costs, LEVELS]  # heads of the bucket queue
    entry: Annotated[Costs, "J", 2]  # cell, next
    fight: Annotated[Ints, "F", 2]  # list of target cells; scratch
    # scratch: engaged share, power, casualties fraction
    share: Annotated[Floats, "F", 3]
    barrage: Annotated[Floats, "F", SIDES]  # weight of guns in each engagement; scratch
    passing: Annotated[Floats, SIDES]  # share of supply that the crossings can pass
