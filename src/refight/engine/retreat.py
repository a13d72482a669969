"""Retreat: one cell back along the supply route, or nowhere when there is none."""

from refight.compiler import kernel
from refight.engine import rules
from refight.engine.geography import kind_of
from refight.engine.ledger import hold, move
from refight.engine.routes import distance
from refight.engine.system import NOWHERE, U_ARM, U_SIDE, State, System

FAR = 1 << 30


@kernel
def way_back(sys: System, st: State, f: int, kind: int) -> int:
    """Return the way to the free neighbouring cell nearest to a depot."""
    side = sys.unit[f, U_SIDE]
    here = st.cell[f]
    best = FAR
    choice = NOWHERE
    for way in range(6):
        if st.ways[kind, here, way] == 0:
            continue
        to = sys.neighbour[here, way]
        if st.present[1 - side, to] > 0 or st.reach[side, to] == NOWHERE:
            continue
        far = distance(st, side, to)
        if st.threat[1 - side, to] > 0:
            far += rules.FRONT_WAY  # rather not along the enemy's front
        if far < best:
            best = far
            choice = way
    return choice


@kernel
def fall_back(sys: System, st: State, f: int) -> bool:
    """Move a unit one cell back; tell whether it could.

    Men whose vehicles cannot follow stay with them: they have no way back.
    """
    kind = kind_of(sys.unit[f, U_ARM])
    way = way_back(sys, st, f, kind)
    if way == NOWHERE:
        return False
    to = sys.neighbour[st.cell[f], way]
    side = sys.unit[f, U_SIDE]
    move(sys, st, f, to)
    hold(sys, st, to, side)
    return True
