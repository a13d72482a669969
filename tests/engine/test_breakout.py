"""Who breaks out, who stays, and how surrender spreads."""

import pytest

from tests.engine.game import KEY, alone, own, put, ring, setting, start
from tests.engine.plainly import (
    cohesion,
    control,
    geography,
    intelligence,
    ledger,
    movement,
    routes,
    toy,
)
from tests.engine.plainly import system as code

SPOT = toy.cell_at(6, 5)


def pocket(stance):
    """Leave unit 0 on one cell of its own in the enemy's ground, cut off for a day."""
    sys, st = start()
    alone(sys, st, 0, 1)
    own(sys, st, range(st.control.size), 1)
    own(sys, st, [c for c in range(st.control.size) if c % toy.WIDE < 4], 0)
    put(sys, st, 0, SPOT)
    put(sys, st, 1, toy.cell_at(12, 5))
    st.stance[0], st.objective[0] = stance, code.NOWHERE
    st.stance[1], st.objective[1] = code.HOLD, code.NOWHERE
    routes.mend_routes(sys, st)
    st.busy[0, 2] = code.STEPS_PER_DAY
    return sys, st


def columns(sys, st, steps=3):
    """Return the columns in which unit 0 stands, step by step."""
    seen = []
    for step in range(4, 4 + steps):
        intelligence.muster(sys, st, step)
        st.busy[0, 2] = code.STEPS_PER_DAY
        movement.movement(sys, st, step, KEY)
        seen.append(int(st.cell[0]) % toy.WIDE)
    return seen


@pytest.mark.parametrize(
    "stance", [code.ATTACK, code.DELAY, code.RESERVE, code.WITHDRAW]
)
def test_a_unit_cut_off_for_a_day_walks_back_to_supplied_ground(stance):
    sys, st = pocket(stance)
    assert columns(sys, st)[-1] < 5


def test_troops_told_to_hold_stay():
    sys, st = pocket(code.HOLD)
    assert columns(sys, st) == [6, 6, 6]


def test_nobody_walks_through_a_cell_on_which_the_enemy_stands():
    sys, st = pocket(code.WITHDRAW)
    geography.seek_home(sys, st, 0, code.FOOT, SPOT, 1)
    free = int(st.home[0, code.FOOT, SPOT])
    put(sys, st, 1, toy.cell_at(5, 5))
    geography.seek_home(sys, st, 0, code.FOOT, SPOT, 2)
    assert st.home[0, code.FOOT, toy.cell_at(5, 5)] == code.NOWHERE
    assert st.home[0, code.FOOT, SPOT] >= free


@pytest.mark.parametrize(
    ("stance", "status"), [("HOLD", "SURRENDERED"), ("ATTACK", "ACTIVE")]
)
def test_only_those_told_to_hold_give_up_while_there_is_a_way_out(stance, status):
    sys, st = pocket(getattr(code, stance))
    put(sys, st, 1, toy.cell_at(7, 5))
    intelligence.muster(sys, st, 4)
    st.mass[0, 1, toy.cell_at(7, 5)] = 1e6
    st.cohesion[0] = 0.0
    sys.param[cohesion.at.SURRENDER_RATE] = 1.0
    cohesion.give_up(sys, st, 0, 4, KEY, 0)
    assert st.status[0] == getattr(code, status)


def test_a_watch_row_can_ask_for_ground_regained_in_a_set():
    sys, st = start()
    cells = [int(c) for c in sys.members[0] if c >= 0]
    side = 1 - int(sys.control[cells[0]])
    before = control.regained(sys, st, 0, side)
    own(sys, st, cells[:1], side)
    after = control.regained(sys, st, 0, side)
    assert after - before == pytest.approx(sys.place[cells[0], 2], abs=1)


def test_surrender_spreads_to_those_who_see_it():
    taken = {}
    for apart in (1, 3):
        sys, st = pocket(code.HOLD)
        ledger.place(sys, st, 2, toy.cell_at(6 + apart, 5))
        st.status[2], st.stance[2], st.busy[2, 2] = code.ACTIVE, code.HOLD, 9
        put(sys, st, 1, toy.cell_at(6, 6))
        st.mass[0, 1] = 1e6
        st.present[1, ring(sys, st.cell[2])] = 1  # stronger enemies all around
        st.cohesion[[0, 2]] = 0.0
        setting(sys, "surrender.rate", 1.0)
        assert cohesion.give_up(sys, st, 0, 5, KEY, 0)
        cohesion.spread(sys, st, 5, KEY)
        taken[apart] = st.status[2] == code.SURRENDERED
    assert taken == {1: True, 3: False}
