"""What tests of the engine do with the toy campaign, in plain Python."""

from tests.engine.plainly import at, geography, ledger, orders, rollout, toy
from tests.engine.plainly import system as code

KEY = (11, 3)


def start(**given):
    """Build a toy campaign and bring its units on to the map, without a step."""
    sys = toy.build(**given)
    st = rollout.workspace(sys, recording=True)
    rollout.reset(sys, st)
    orders.take_orders(sys, st, 0, KEY)
    geography.open_ways(sys, st)
    return sys, st


def setting(sys, name, value, side=None):
    """Set a parameter of one side or both."""
    index = getattr(at, name.upper().replace(".", "_"))
    sys.param[index, slice(None) if side is None else side] = value


def put(sys, st, f, cell):
    """Put a unit on a cell, wherever it was."""
    ledger.move(sys, st, f, cell)
    ledger.hold(sys, st, cell, sys.unit[f, code.U_SIDE])


def own(sys, st, cells, side):
    """Give cells to a side."""
    for cell in cells:
        ledger.hold(sys, st, cell, side)


def alone(sys, st, *kept):
    """Take every unit but these off the map."""
    for f in range(st.cell.size):
        if f not in kept and st.status[f] == code.ACTIVE:
            ledger.remove(sys, st, f, code.LEFT)


def ring(sys, cell):
    """Return the neighbours of a cell."""
    return [int(near) for near in sys.neighbour[cell] if near >= 0]


def told(st, kind):
    """Return the recorded events of a kind."""
    rows = st.event[: st.note[1]]
    return rows[rows[:, code.E_KIND] == kind]
