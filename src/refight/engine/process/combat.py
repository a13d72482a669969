"""Combat: assaults on enemy-held cells, guns, aircraft; losses booked by cause.

Each assaulted cell is one engagement. Power that can act is limited by frontage; the
odds r give losses by r to an exponent (Helmbold 1961; base daily rates from battle
data), with lognormal noise and binomial counts, and the chance that the defender is
driven back (logistic in ln r). Guns and aircraft add losses of their own.
Not modelled: single weapons, ammunition types, air combat.
"""

import math

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.fire import air_strikes, gun_fire
from refight.engine.ledger import book_casualties, book_vehicles, hold, move, tell
from refight.engine.power import built_up, cover, power, riflemen
from refight.engine.random import (
    ASSAULT_NOISE_ENEMY,
    ASSAULT_NOISE_OWN,
    CONTACT,
    ENGAGED,
    PUSH_BACK,
    binomial,
    normal,
    uniform,
)
from refight.engine.retreat import fall_back
from refight.engine.system import (
    ACTIVE,
    ASSAULTED,
    CLEAR,
    DELAY,
    DIRECT,
    DRIVEN_BACK,
    HOLD,
    NOWHERE,
    S_PROGRESS,
    STEPS_PER_DAY,
    TANKS,
    TOOK,
    U_SIDE,
    Key,
    State,
    System,
)

EDGE = 0.577350269  # side of a hexagon over the distance of centres


@kernel
def engagements(sys: System, st: State, step: int) -> int:
    """List the assaulted cells, work out units' powers; return how many cells.

    Writes fight (cell, attacking side) and share (engaged, power, lost).
    """
    n = 0
    for f in range(st.cell.shape[0]):
        st.share[f, 2] = 0.0
        cell = st.target[f]
        if st.status[f] != ACTIVE or cell == NOWHERE:
            continue
        side = sys.unit[f, U_SIDE]
        st.share[f, 1] = power(sys, st, f, sys.terrain[cell], step, 1)
        known = False
        for b in range(n):
            if st.fight[b, 0] == cell:
                known = True
        if not known:
            st.fight[n, 0] = cell
            st.fight[n, 1] = side
            n += 1
    return n


@kernel
def frontage(sys: System, cell: int, side: int, metres: float) -> float:
    """Return the power that can act over one side of a cell."""
    if built_up(sys.terrain[cell]):
        return sys.param[at.FRONTAGE_TOWN, side] * EDGE * metres / 1000.0
    return sys.param[at.FRONTAGE, side] * EDGE * metres / 1000.0


@kernel
def across(sys: System, cell: int) -> float:
    """Return the metres from a cell to its first neighbour on the map."""
    way = 0
    while sys.neighbour[cell, way] == NOWHERE:
        way += 1
    return sys.metres[cell, way]


@kernel
def attack_power(sys: System, st: State, cell: int, side: int) -> float:
    """Return the attackers' power that can act on a cell, and set engaged shares."""
    total = 0.0
    for way in range(6):
        near = sys.neighbour[cell, way]
        if near == NOWHERE or st.present[side, near] == 0:
            continue
        here = 0.0
        for f in range(st.cell.shape[0]):
            if st.target[f] == cell and st.cell[f] == near:
                here += st.share[f, 1]
        if here <= 0.0:
            continue
        share = min(1.0, frontage(sys, cell, side, sys.metres[cell, way]) / here)
        for f in range(st.cell.shape[0]):
            if st.target[f] == cell and st.cell[f] == near:
                st.share[f, 0] = share
        acting = here * share
        if sys.barrier[cell, way] != CLEAR:
            acting /= 1.0 + sys.param[at.COVER_RIVER, 1 - side]
        total += acting
    return total


@kernel
def defence_power(sys: System, st: State, cell: int, side: int, step: int) -> float:
    """Return the defenders' power that can act in a cell, with its cover."""
    total = 0.0
    for f in range(st.cell.shape[0]):
        if st.cell[f] == cell and st.status[f] == ACTIVE:
            st.share[f, 1] = power(sys, st, f, sys.terrain[cell], step, 0)
            total += st.share[f, 1]
    if total <= 0.0:
        return 1.0
    room = rules.SIDES_DEFENDED * frontage(sys, cell, side, across(sys, cell))
    share = min(1.0, room / total)
    for f in range(st.cell.shape[0]):
        if st.cell[f] == cell and st.status[f] == ACTIVE:
            st.share[f, 0] = share
    return max(1.0, total * share * cover(sys, st, cell, side, step))


@kernel
def bleed(
    sys: System, st: State, f: int, cell: int, rate: float, key: Key, step: int
) -> None:
    """Book one unit's direct losses in the engagement for a cell."""
    if st.men[f] <= 0:
        return
    rate = min(rules.LOSS_MOST, rate * st.share[f, 0])
    before = st.men[f]
    n = binomial(before, rate, key[0], key[1], step, f, ENGAGED, cell)
    lost = book_casualties(sys, st, f, n, DIRECT, key, step, cell)
    st.share[f, 2] += lost / before
    st.busy[f, 0] = step
    side = sys.unit[f, U_SIDE]
    wreck = rate * sys.param[at.LOSS_TANKS, side]
    if built_up(sys.terrain[cell]) and st.vehicles[f, TANKS] > 0:
        wanted = rules.RIFLEMEN_A_TANK * st.vehicles[f, TANKS]
        alone = 1.0 - min(1.0, riflemen(sys, st, f) / wanted)
        wreck += rate * sys.param[at.LOSS_TANKS_TOWN, side] * alone
    book_vehicles(st, f, min(rules.LOSS_MOST, wreck), DIRECT, key, step, cell)


@kernel
def losses(sys: System, st: State, b: int, odds: float, key: Key, step: int) -> None:
    """Book both sides' direct losses of one engagement at these odds."""
    cell = st.fight[b, 0]
    side = st.fight[b, 1]
    sigma = sys.param[at.LOSS_NOISE, side]
    own = math.exp(
        sigma * normal(key[0], key[1], step, cell, ASSAULT_NOISE_OWN, 0)
        - 0.5 * sigma * sigma
    )
    other = math.exp(
        sigma * normal(key[0], key[1], step, cell, ASSAULT_NOISE_ENEMY, 0)
        - 0.5 * sigma * sigma
    )
    tilt = math.exp(sys.param[at.LOSS_EXPONENT, side] * math.log(odds))
    attack = sys.param[at.LOSS_ATTACKER, side] / STEPS_PER_DAY * own / tilt
    defend = sys.param[at.LOSS_DEFENDER, 1 - side] / STEPS_PER_DAY * other * tilt
    spared = 1.0 + sys.param[at.LOSS_COVER, 1 - side] * (
        cover(sys, st, cell, 1 - side, 1 << 20) - 1.0
    )
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE:
            continue
        if st.target[f] == cell:
            bleed(sys, st, f, cell, attack, key, step)
        elif st.cell[f] == cell:
            bleed(sys, st, f, cell, defend / max(1.0, spared), key, step)


@kernel
def push_chance(sys: System, st: State, cell: int, side: int, odds: float) -> float:
    """Return the chance that the defenders of a cell are driven back in this step."""
    slope = sys.param[at.PUSH_SLOPE, side]
    middle = math.log(sys.param[at.PUSH_ODDS, side])
    chance = 1.0 / (1.0 + math.exp(-slope * (math.log(odds) - middle)))
    if built_up(sys.terrain[cell]):
        chance *= sys.param[at.PUSH_TOWN, side]
    for f in range(st.cell.shape[0]):
        if st.cell[f] == cell and st.status[f] == ACTIVE:
            if st.stance[f] == HOLD:
                return chance * sys.param[at.RETREAT_HOLD, 1 - side]
            if st.stance[f] == DELAY:
                return min(1.0, rules.DELAY_PUSHED * chance)
    return chance


@kernel
def drive_back(sys: System, st: State, cell: int, side: int, step: int) -> None:
    """Drive the defenders of a cell back; those with no way back lose heart."""
    for f in range(st.cell.shape[0]):
        if st.cell[f] != cell or st.status[f] != ACTIVE:
            continue
        st.cohesion[f] = max(0.0, st.cohesion[f] - sys.param[at.PUSH_SHOCK, 1 - side])
        st.target[f] = NOWHERE
        if fall_back(sys, st, f):
            st.busy[f, 3] = step + 1
            tell(st, step, DRIVEN_BACK, f, cell, 0, 0)
        else:
            st.cohesion[f] *= rules.TRAPPED_HEART


@kernel
def take(sys: System, st: State, cell: int, side: int, step: int) -> None:
    """Let the strongest attacker of an emptied cell move in."""
    best = 0.0
    choice = NOWHERE
    for f in range(st.cell.shape[0]):
        if st.target[f] == cell and st.status[f] == ACTIVE and st.share[f, 1] > best:
            best = st.share[f, 1]
            choice = f
    if choice == NOWHERE:
        return
    move(sys, st, choice, cell)
    st.target[choice] = NOWHERE
    st.busy[choice, 1] = step
    hold(sys, st, cell, side)
    st.works[cell] *= rules.WORKS_LEFT
    st.plan[side, S_PROGRESS] = step
    tell(st, step, TOOK, choice, cell, 0, 0)


@kernel
def resolve(sys: System, st: State, b: int, key: Key, step: int) -> None:
    """Fight one engagement: losses, then whether the defenders are driven back."""
    cell = st.fight[b, 0]
    side = st.fight[b, 1]
    attack = attack_power(sys, st, cell, side) + st.barrage[b, side]
    defence = defence_power(sys, st, cell, 1 - side, step) + st.barrage[b, 1 - side]
    if attack <= 0.0:
        return
    odds = min(rules.ODDS_MOST, max(rules.ODDS_LEAST, attack / defence))
    tell(st, step, ASSAULTED, side, cell, int(attack), int(defence))
    losses(sys, st, b, odds, key, step)
    u = uniform(key[0], key[1], step, cell, PUSH_BACK, 0)
    if u < push_chance(sys, st, cell, side, odds):
        drive_back(sys, st, cell, side, step)
        if st.present[1 - side, cell] == 0:
            take(sys, st, cell, side, step)


@kernel
def skirmish(sys: System, st: State, key: Key, step: int) -> None:
    """Book the daily losses of units next to the enemy that no assault has touched."""
    for f in range(st.cell.shape[0]):
        if st.status[f] != ACTIVE or st.busy[f, 0] == step or st.men[f] <= 0:
            continue
        side = sys.unit[f, U_SIDE]
        if st.threat[1 - side, st.cell[f]] == 0:
            continue
        rate = sys.param[at.LOSS_CONTACT, side] / STEPS_PER_DAY
        before = st.men[f]
        n = binomial(before, rate, key[0], key[1], step, f, CONTACT, 0)
        lost = book_casualties(sys, st, f, n, DIRECT, key, step, 0)
        st.share[f, 2] += lost / before


@kernel
def combat(sys: System, st: State, step: int, key: Key) -> None:
    """Process 5: guns and aircraft, then every engagement in turn."""
    fights = engagements(sys, st, step)
    for b in range(fights):
        st.barrage[b, 0] = 0.0
        st.barrage[b, 1] = 0.0
    gun_fire(sys, st, fights, key, step)
    air_strikes(sys, st, fights, key, step)
    for b in range(fights):
        resolve(sys, st, b, key, step)
    skirmish(sys, st, key, step)
