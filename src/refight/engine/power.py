"""Fighting power: what a unit is worth on a piece of ground, in fit riflemen.

Separate strengths are kept (men, tanks, carriers) and joined here by the ground and by
how well arms work together. Guns act through support and bombardment, not here.
"""

from refight.compiler import kernel
from refight.engine import at, rules
from refight.engine.system import (
    ARMOUR,
    ARTILLERY,
    CARRIERS,
    CULTIVATED,
    ENGINEER,
    MARSH,
    MILITIA,
    OPEN,
    PORT,
    STEPS_PER_DAY,
    SUBURB,
    TANKS,
    U_ARM,
    U_LOCAL,
    U_SIDE,
    URBAN,
    State,
    System,
)


@kernel
def built_up(terrain: int) -> bool:
    """Tell whether ground counts as town."""
    return terrain == SUBURB or terrain == URBAN or terrain == PORT


@kernel
def is_night(sys: System, step: int) -> bool:
    """Tell whether most of a step lies between 18 and 6 o'clock."""
    hour = (sys.clock[1] + step * 6) % 24
    return hour < 6 or hour >= 18


@kernel
def riflemen(sys: System, st: State, f: int) -> float:
    """Return the unit's men as riflemen: crews count for less, the unarmed for none."""
    side = sys.unit[f, U_SIDE]
    arm = sys.unit[f, U_ARM]
    men = float(st.men[f])
    if arm == ARMOUR or arm == ARTILLERY or arm == ENGINEER:
        return men * sys.param[at.WEIGHT_CREW, side]
    if arm == MILITIA:
        return men * sys.param[at.ARMS_POPULAR, side]
    return men


@kernel
def armour(sys: System, st: State, f: int, terrain: int, foot: float) -> float:
    """Return tanks and carriers as riflemen on this ground, given infantry beside.

    In a town tanks keep their worth only with infantry beside them (about ten
    riflemen a tank) and to the degree that the side's arms act together.
    """
    side = sys.unit[f, U_SIDE]
    tanks = float(st.vehicles[f, TANKS])
    carriers = float(st.vehicles[f, CARRIERS]) * sys.param[at.WEIGHT_CARRIER, side]
    if terrain == OPEN:
        return tanks * sys.param[at.WEIGHT_TANK, side] + carriers
    if not built_up(terrain):
        return rules.ARMOUR_CLOSE * (tanks * sys.param[at.WEIGHT_TANK, side] + carriers)
    beside = 1.0
    if tanks > 0.0:
        beside = min(1.0, foot / (rules.RIFLEMEN_A_TANK * tanks))
    together = sys.param[at.COMBINED_ARMS, side]
    alone = rules.ARMOUR_ALONE
    share = alone + (1.0 - alone) * together * beside
    carriers *= rules.CARRIERS_TOWN
    return share * (tanks * sys.param[at.WEIGHT_TANK_TOWN, side] + carriers)


@kernel
def fitness(sys: System, st: State, f: int) -> float:
    """Return the factor of quality, cohesion and supply on power."""
    factor = sys.quality[f] * (
        rules.COHESION_FLOOR + (1.0 - rules.COHESION_FLOOR) * st.cohesion[f]
    )
    if st.stock[f] <= 0.0:
        factor *= sys.param[at.SUPPLY_HUNGRY, sys.unit[f, U_SIDE]]
    return factor


@kernel
def power(
    sys: System, st: State, f: int, terrain: int, step: int, attacks: int
) -> float:
    """Return a unit's power in riflemen on this ground, attacking or defending."""
    side = sys.unit[f, U_SIDE]
    foot = riflemen(sys, st, f)
    tanks = armour(sys, st, f, terrain, foot)
    if attacks == 1 and is_night(sys, step):
        foot *= sys.param[at.NIGHT_ATTACK, side]
        tanks *= sys.param[at.NIGHT_ARMOUR, side]
    value = fitness(sys, st, f) * (foot + tanks)
    if sys.unit[f, U_LOCAL] == 1 and built_up(terrain):
        value *= sys.param[at.TOWN_LOCAL, side]
    return value


@kernel
def cover(sys: System, st: State, cell: int, defender: int, step: int) -> float:
    """Return the factor of ground, works and surprise on a defender's power."""
    terrain = sys.terrain[cell]
    factor = 1.0
    if terrain == CULTIVATED:
        factor = sys.param[at.COVER_CULTIVATED, defender]
    elif terrain == MARSH:
        factor = sys.param[at.COVER_MARSH, defender]
    elif terrain == SUBURB:
        factor = sys.param[at.COVER_SUBURB, defender]
    elif terrain == URBAN or terrain == PORT:
        factor = sys.param[at.COVER_TOWN, defender]
    factor *= 1.0 + sys.param[at.COVER_WORKS, defender] * st.works[cell]
    if step < STEPS_PER_DAY * sys.param[at.SURPRISE_DAYS, defender]:
        factor *= 1.0 - sys.param[at.SURPRISE, defender]
    return factor


@kernel
def span(sys: System, f: int, cell: int) -> float:
    """Return the distance in metres from a unit's cell to another cell, squared."""
    dx = sys.place[f, 0] - sys.place[cell, 0]
    dy = sys.place[f, 1] - sys.place[cell, 1]
    return dx * dx + dy * dy
