"""Movement: every unit that has an order to move goes along its cost field.

Costs by class, ground, roads, dikes and the enemy's nearness; stacking limits; a unit
next to the enemy stops. A unit whose way is held by the enemy, and whose side believes
the odds good enough, declares an assault on that cell.
"""

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.geography import kind_of, open_ways, refresh, seek_home
from refight.engine.ledger import book_casualties, book_vehicles, hold, move
from refight.engine.passage import stride
from refight.engine.power import cover, is_night, span
from refight.engine.random import MINES as DRAW_MINES
from refight.engine.random import binomial
from refight.engine.system import (
    ACTIVE,
    ARTILLERY,
    ATTACK,
    DELAY,
    FOOT,
    HOLD,
    MINES,
    NOWHERE,
    RESERVE,
    STEPS_PER_DAY,
    U_ARM,
    U_SIDE,
    WITHDRAW,
    Ints,
    Key,
    State,
    System,
)

MOVES = 24  # cells a unit may enter in one step at most
FAR = 1 << 30


@kernel
def crowded(sys: System, st: State, side: int, cell: int) -> bool:
    """Tell whether a side's stacking limit is reached in a cell."""
    room = sys.param[at.STACKING, side] * sys.place[cell, 2]
    return st.mass[0, side, cell] >= room and st.present[side, cell] > 0


@kernel
def odds_good(sys: System, st: State, side: int, cell: int, step: int) -> bool:
    """Tell whether a side believes that it can assault a cell."""
    own = 0.0
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near != NOWHERE and st.present[side, near] > 0:
            own += st.mass[1, side, near]
    enemy = st.mass[0, 1 - side, cell] * cover(sys, st, cell, 1 - side, step)
    wanted = sys.param[at.ASSAULT_ODDS, side] * st.belief[side]
    return own >= wanted * enemy


@kernel
def next_in_set(sys: System, st: State, f: int, named: int) -> int:
    """Return the way towards the nearest cell of the set that the enemy still holds.

    For units already inside their objective; NOWHERE when nothing is left to take.
    """
    side = sys.unit[f, U_SIDE]
    if st.held[named, 1 - side] == 0:
        return NOWHERE
    here = st.cell[f]
    goal = NOWHERE
    best = 1e30
    for m in range(sys.members.shape[1]):
        cell = sys.members[named, m]
        if cell == NOWHERE:
            break
        if st.control[cell] != side:
            d = span(sys, here, cell)
            if d < best:
                best = d
                goal = cell
    if goal == NOWHERE:
        return NOWHERE
    kind = kind_of(sys.unit[f, U_ARM])
    way_best = NOWHERE
    for way in range(6):
        if st.ways[kind, here, way] != 0:
            d = span(sys, sys.neighbour[here, way], goal)
            if d < best:
                best = d
                way_best = way
    return way_best


@kernel
def threatened_in_set(sys: System, st: State, f: int, named: int) -> int:
    """Return the way to a neighbouring cell of the set that needs defenders more.

    More: the enemy stands next to it and fewer of ours hold it than here.
    """
    side = sys.unit[f, U_SIDE]
    here = st.cell[f]
    kind = kind_of(sys.unit[f, U_ARM])
    best = st.mass[0, side, here]
    if st.threat[1 - side, here] > 0:
        if st.present[side, here] < 2:
            return NOWHERE  # the last to hold a threatened cell stays
        best *= rules.OWN_THREAT
    choice = NOWHERE
    for way in range(6):
        to = sys.neighbour[here, way]
        if to == NOWHERE or sys.sets[named, to] == 0:
            continue
        if st.threat[1 - side, to] == 0 or st.present[1 - side, to] > 0:
            continue
        weight = st.mass[0, side, to] if st.present[side, to] > 0 else 0.0
        if weight < rules.GREATER_NEED * best and st.ways[kind, here, way] != 0:
            best = weight
            choice = way
    return choice


@kernel
def downhill(sys: System, st: State, f: int, field: Ints, kind: int) -> int:
    """Return the way that brings a unit nearest to its objective, or NOWHERE.

    Full cells are passed over; ways held by the enemy count as longer.
    """
    side = sys.unit[f, U_SIDE]
    here = st.cell[f]
    best = field[here] if field[here] != NOWHERE else FAR
    choice = NOWHERE
    for way in range(6):
        if st.ways[kind, here, way] == 0:
            continue
        to = sys.neighbour[here, way]
        cost = field[to]
        if cost == NOWHERE or cost >= best:
            continue  # most are: ask no more of them
        if st.present[1 - side, to] > 0:
            cost += rules.HELD_WAY
        if cost < best and not crowded(sys, st, side, to):
            best = cost
            choice = way
    return choice


@kernel
def strays(st: State, f: int) -> bool:
    """Tell whether a unit breaks out: cut off for a day and not told to hold."""
    return st.busy[f, 2] >= STEPS_PER_DAY and st.stance[f] != HOLD


@kernel
def choose(sys: System, st: State, f: int, kind: int, step: int) -> int:
    """Return the way a unit wants to go, or NOWHERE to stay."""
    if strays(st, f):
        side = sys.unit[f, U_SIDE]
        seek_home(sys, st, side, kind, st.cell[f], step // STEPS_PER_DAY)
        return downhill(sys, st, f, st.home[side, kind], kind)
    named = st.objective[f]
    stance = st.stance[f]
    if named == NOWHERE:
        return NOWHERE
    if sys.sets[named, st.cell[f]] == 1:
        if stance == ATTACK:
            return next_in_set(sys, st, f, named)
        if stance == HOLD or stance == DELAY:
            return threatened_in_set(sys, st, f, named)
        return NOWHERE
    refresh(sys, st, named, kind, st.cell[f])
    return downhill(sys, st, f, st.field[named, kind], kind)


@kernel
def cross_mines(sys: System, st: State, f: int, cell: int, key: Key, step: int) -> None:
    """Take the losses of entering a mined cell, and leave a lane behind."""
    density = st.mines[cell]
    if density <= 0.0 or sys.control[cell] == sys.unit[f, U_SIDE]:
        return
    rate = density * sys.param[at.MINES_LOSS, sys.unit[f, U_SIDE]]
    n = binomial(st.men[f], rate, key[0], key[1], step, f, DRAW_MINES, cell)
    book_casualties(sys, st, f, n, MINES, key, step, cell)
    book_vehicles(st, f, rate, MINES, key, step, cell)
    st.mines[cell] = rules.LANE_LEFT * density


@kernel
def pace(sys: System, f: int, kind: int, step: int) -> float:
    """Return the metres of open ground a unit covers in a step."""
    side = sys.unit[f, U_SIDE]
    if kind == FOOT:
        return sys.param[at.SPEED_FOOT, side]
    speed = sys.param[at.SPEED_MOTOR, side]
    if is_night(sys, step):
        speed *= sys.param[at.SPEED_NIGHT, side]
    return speed


@kernel
def price(sys: System, st: State, f: int, way: int, kind: int) -> float:
    """Return the cost of going one cell, dearer next to the enemy and in mines."""
    side = sys.unit[f, U_SIDE]
    here = st.cell[f]
    to = sys.neighbour[here, way]
    cost = stride(sys, st, kind, here, way)
    if st.threat[1 - side, to] > 0:
        cost *= sys.param[at.SPEED_OPPOSED, side]
    if sys.control[to] != side:
        cost *= 1.0 + sys.param[at.COST_MINES, side] * st.mines[to]
    return cost


@kernel
def meet(sys: System, st: State, f: int, cell: int, step: int) -> None:
    """Declare an assault on an enemy-held cell, if ordered and thought possible."""
    if st.stance[f] != ATTACK:
        return
    if odds_good(sys, st, sys.unit[f, U_SIDE], cell, step):
        st.target[f] = cell


@kernel
def keeps_off(sys: System, st: State, f: int, to: int) -> bool:
    """Tell whether a unit does not go next to the enemy: guns fire from behind."""
    if sys.unit[f, U_ARM] != ARTILLERY:
        return False
    return st.threat[1 - sys.unit[f, U_SIDE], to] > 0


@kernel
def advance(sys: System, st: State, f: int, key: Key, step: int) -> None:
    """Move one unit as far as its order, its legs and the enemy allow.

    It saves up a step's pace, or what the next cell asks where that is more.
    """
    side = sys.unit[f, U_SIDE]
    kind = kind_of(sys.unit[f, U_ARM])
    full = pace(sys, f, kind, step)
    st.budget[f] += full
    for _ in range(MOVES):
        way = choose(sys, st, f, kind, step)
        if way == NOWHERE:
            st.budget[f] = 0.0
            return
        to = sys.neighbour[st.cell[f], way]
        if keeps_off(sys, st, f, to):
            st.budget[f] = 0.0
            return
        if st.present[1 - side, to] > 0:
            meet(sys, st, f, to, step)
            st.budget[f] = 0.0
            return
        cost = price(sys, st, f, way, kind)
        st.budget[f] = min(st.budget[f], max(full + full, cost))
        if cost > st.budget[f]:
            return
        st.budget[f] -= cost
        move(sys, st, f, to)
        st.busy[f, 1] = step
        if not strays(st, f):  # men on their way out take no ground
            hold(sys, st, to, side)
        cross_mines(sys, st, f, to, key, step)
        if st.threat[1 - side, to] > 0 and st.stance[f] != WITHDRAW:
            return


@kernel
def moves(st: State, f: int, step: int) -> bool:
    """Tell whether a unit is on the map and free to move this step."""
    if st.status[f] != ACTIVE or st.busy[f, 3] >= step:
        return False
    if strays(st, f):
        return True
    if st.stance[f] == RESERVE and st.objective[f] == NOWHERE:
        return False
    return st.ready[f] <= step


@kernel
def movement(sys: System, st: State, step: int, key: Key) -> None:
    """Process 4: all units in turn; the side that goes first alternates."""
    open_ways(sys, st)
    for turn in range(2):
        side = (turn + step) % 2
        for f in range(st.cell.shape[0]):
            if sys.unit[f, U_SIDE] != side:
                continue
            st.target[f] = NOWHERE
            if moves(st, f, step):
                advance(sys, st, f, key, step)
