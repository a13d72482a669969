"""Fire from afar: guns in support of engagements or harassing, and aircraft.

Casualties follow guns and sorties, less what cover spares. Called by combat, which
lists the engagements; writes losses, and the weight of guns in each engagement.
"""

import math

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.ledger import book_casualties, book_vehicles
from refight.engine.power import cover, is_night, span
from refight.engine.random import AIR as DRAW_AIR
from refight.engine.random import (
    BOMBARDMENT,
    CASUALTIES,
    WEATHER,
    binomial,
    normal,
    uniform,
)
from refight.engine.system import (
    ACTIVE,
    AIR,
    ARTILLERY,
    GUNS,
    MILITIA,
    NOWHERE,
    PIECES,
    SIDES,
    STEPS_PER_DAY,
    U_ARM,
    U_COMPONENT,
    U_SIDE,
    Key,
    State,
    System,
)


@kernel
def target_of_guns(sys: System, st: State, f: int, fights: int) -> int:
    """Return the engagement nearest to a gun unit within range, or NOWHERE."""
    reach = sys.param[at.GUNS_RANGE, sys.unit[f, U_SIDE]]
    best = reach * reach
    choice = NOWHERE
    for b in range(fights):
        d = span(sys, st.cell[f], st.fight[b, 0])
        if d <= best:
            best = d
            choice = b
    return choice


@kernel
def nearest_enemy(sys: System, st: State, f: int) -> int:
    """Return the nearest enemy unit within a gun unit's range, or NOWHERE."""
    side = sys.unit[f, U_SIDE]
    reach = sys.param[at.GUNS_RANGE, side]
    best = reach * reach
    choice = NOWHERE
    for e in range(st.cell.shape[0]):
        if sys.unit[e, U_SIDE] != side and st.status[e] == ACTIVE:
            d = span(sys, st.cell[f], st.cell[e])
            if d < best:
                best = d
                choice = e
    return choice


@kernel
def shell(
    sys: System, st: State, e: int, casualties: float, cause: int,
    key: Key, step: int, index: int, purpose: int,
) -> None:  # fmt: skip
    """Book the casualties of fire on one unit, less what cover spares."""
    if st.men[e] <= 0:
        return
    side = sys.unit[e, U_SIDE]
    spared = 1.0 + sys.param[at.LOSS_COVER, side] * (
        cover(sys, st, st.cell[e], side, 1 << 20) - 1.0
    )
    rate = min(rules.LOSS_MOST, casualties / max(1.0, spared) / st.men[e])
    n = binomial(st.men[e], rate, key[0], key[1], step, e, purpose, index)
    before = st.men[e]
    lost = book_casualties(sys, st, e, n, cause, key, step, index)
    st.share[e, 2] += lost / before
    book_vehicles(st, e, rules.VEHICLES_HIT * rate, cause, key, step, index)


@kernel
def gun_fire(sys: System, st: State, fights: int, key: Key, step: int) -> None:
    """Let every gun unit support an engagement in range, or else harass."""
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or sys.unit[f, U_ARM] != ARTILLERY:
            continue
        side = sys.unit[f, U_SIDE]
        fire = st.vehicles[f, PIECES] * sys.quality[f]
        if st.stock[f] <= 0.0 or fire <= 0.0:
            continue
        u = uniform(key[0], key[1], step, f, BOMBARDMENT, 0)
        if u > sys.param[at.GUNS_AMMUNITION, side]:
            fire *= rules.SHORT_OF_SHELLS
        casualties = fire * sys.param[at.GUNS_RATE, side] / STEPS_PER_DAY
        b = target_of_guns(sys, st, f, fights)
        if b == NOWHERE:
            e = nearest_enemy(sys, st, f)
            if e != NOWHERE:
                harassed = rules.HARASSING * casualties
                shell(sys, st, e, harassed, GUNS, key, step, f, CASUALTIES)
        else:
            support(sys, st, f, b, fire, casualties, key, step)


@kernel
def support(
    sys: System, st: State, f: int, b: int, fire: float, casualties: float,
    key: Key, step: int,
) -> None:  # fmt: skip
    """Add one gun unit's weight to an engagement, and its casualties to the enemy."""
    side = sys.unit[f, U_SIDE]
    cell = st.fight[b, 0]
    weight = fire * sys.param[at.WEIGHT_GUN, side]
    men = 0
    apart = 0
    enemies = 0
    for e in range(st.cell.shape[0]):
        if st.status[e] != ACTIVE or (st.target[e] != cell and st.cell[e] != cell):
            continue
        if sys.unit[e, U_SIDE] == side:
            men += st.men[e]
            if sys.unit[e, U_ARM] == MILITIA:
                apart += st.men[e]
        else:
            enemies += st.men[e]
    if men > 0 and sys.unit[f, U_COMPONENT] == 0:
        share = apart / men  # popular forces get fire only as far as guns are shared
        weight *= 1.0 - share * (1.0 - sys.param[at.COMMAND_SHARING, side])
    st.barrage[b, side] += weight
    for e in range(st.cell.shape[0]):
        if st.status[e] != ACTIVE or sys.unit[e, U_SIDE] == side or enemies == 0:
            continue
        if st.target[e] == cell or st.cell[e] == cell:
            part = casualties * st.men[e] / enemies
            shell(sys, st, e, part, GUNS, key, step, f, CASUALTIES)


@kernel
def air_strikes(sys: System, st: State, fights: int, key: Key, step: int) -> None:
    """Send each side's daylight sorties on the largest enemy unit in contact."""
    if is_night(sys, step):
        return
    for side in range(SIDES):
        sorties = sys.param[at.AIR_SORTIES, side] / rules.DAYLIGHT_STEPS
        best = 0
        choice = NOWHERE
        for e in range(st.cell.shape[0]):
            if st.status[e] != ACTIVE or sys.unit[e, U_SIDE] == side:
                continue
            close = st.target[e] != NOWHERE or st.threat[side, st.cell[e]] > 0
            if close and st.men[e] > best:
                best = st.men[e]
                choice = e
        if choice != NOWHERE and sorties > 0.0:
            z = normal(key[0], key[1], step, side, WEATHER, 0)
            casualties = sorties * sys.param[at.AIR_LOSSES, side]
            casualties *= math.exp(rules.AIR_SPREAD * z)
            shell(sys, st, choice, casualties, AIR, key, step, side, DRAW_AIR)
