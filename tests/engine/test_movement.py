import numpy as np
import pytest

from tests.engine.game import KEY, alone, put, setting, start
from tests.engine.plainly import (
    cohesion,
    combat,
    control,
    geography,
    intelligence,
    movement,
    orders,
    rollout,
    supply,
    toy,
)
from tests.engine.plainly import system as code

EAST = 6  # first column east of the river


def hexes(one, other):
    """Return the number of cells between two cells of the toy ground."""

    def cube(cell):
        row, col = divmod(int(cell), toy.WIDE)
        q = col - (row - (row & 1)) // 2
        return q, row

    (q, r), (s, t) = cube(one), cube(other)
    return max(abs(q - s), abs(r - t), abs(q + r - s - t))


def campaign(sys, days=6):
    """Step a campaign; yield the state before and after movement of each step."""
    st = rollout.workspace(sys)
    rollout.reset(sys, st)
    for step in range(4 * days):
        orders.take_orders(sys, st, step, KEY)
        intelligence.look(sys, st, step, KEY)
        supply.supply(sys, st, step)
        before = st.cell.copy()
        movement.movement(sys, st, step, KEY)
        yield step, st, before
        combat.combat(sys, st, step, KEY)
        cohesion.cohesion(sys, st, step, KEY)
        control.control(sys, st, step)


def test_no_unit_marches_faster_than_its_arm():
    sys = toy.build()
    gone = np.zeros(sys.men.size)
    for step, st, before in campaign(sys):
        for f in range(sys.men.size):
            kind = geography.kind_of(sys.unit[f, code.U_ARM])
            full = movement.pace(sys, f, kind, step)
            metres = 1000.0 * hexes(before[f], st.cell[f])
            assert metres <= 2.0 * full
            gone[f] += metres
            fastest = (5000.0, 12000.0)[kind]
            assert gone[f] <= (step + 2) * fastest
    assert gone.max() >= 5000.0


def test_assaults_are_on_cells_next_to_the_unit_that_it_can_enter():
    assaults = 0
    for river in (False, True):
        sys = toy.build(river=river)
        sys.bridge[:] = code.BOATS
        for _, st, _ in campaign(sys):
            for f in np.flatnonzero(st.target != code.NOWHERE):
                if st.status[f] != code.ACTIVE:
                    continue
                ways = list(sys.neighbour[st.cell[f]])
                assert st.target[f] in ways
                way = ways.index(st.target[f])
                kind = geography.kind_of(sys.unit[f, code.U_ARM])
                assert geography.passable(sys, st, st.cell[f], way, kind)
                assaults += 1
    assert assaults > 0


@pytest.mark.parametrize(
    ("state", "across"),
    [
        (code.CLOSED, set()),
        (code.BOATS, {geography.FOOT}),
        (code.BRIDGE, {geography.FOOT, geography.MOTOR}),
    ],
)
def test_a_river_is_crossed_only_where_and_by_whom_something_carries(state, across):
    sys = toy.build(river=True)
    sys.bridge[:] = state
    setting(sys, "assault.odds", 0.0)
    setting(sys, "push.odds", 0.01)
    crossed = set()
    for _, st, _ in campaign(sys):
        for f in np.flatnonzero(st.status == code.ACTIVE):
            west = st.cell[f] % toy.WIDE < EAST
            if west == (sys.unit[f, code.U_SIDE] == 1):
                crossed.add(geography.kind_of(sys.unit[f, code.U_ARM]))
    assert crossed == across


def test_a_unit_stops_next_to_the_enemy():
    sys, st = start()
    alone(sys, st, 4, 1)  # tanks, and infantry in the town
    put(sys, st, 4, toy.cell_at(3, 5))
    put(sys, st, 1, toy.cell_at(6, 5))
    movement.movement(sys, st, 1, KEY)
    assert hexes(st.cell[4], st.cell[1]) == 1


def test_a_unit_without_orders_or_before_they_take_effect_stays():
    sys, st = start()
    st.ready[0] = 9
    st.objective[4] = code.NOWHERE
    before = st.cell.copy()
    movement.movement(sys, st, 1, KEY)
    assert st.cell[0] == before[0]
    assert st.cell[4] == before[4]
    assert st.cell[2] != before[2]


def test_guns_declare_no_assault():
    sys, st = start()
    alone(sys, st, 6, 1)
    put(sys, st, 6, toy.cell_at(7, 5))
    put(sys, st, 1, toy.cell_at(8, 5))
    setting(sys, "assault.odds", 0.0)
    movement.movement(sys, st, 1, KEY)
    assert st.target[6] == code.NOWHERE


def test_a_side_that_thinks_the_enemy_too_strong_does_not_assault():
    sys, st = start()
    alone(sys, st, 0, 1)
    sys.members[0, 1:] = code.NOWHERE
    sys.members[0, 0] = toy.cell_at(8, 5)
    put(sys, st, 0, toy.cell_at(7, 5))
    put(sys, st, 1, toy.cell_at(8, 5))
    st.objective[1] = code.NOWHERE
    intelligence.look(sys, st, 1, KEY)
    targets = {}
    for belief in (0.01, 100.0):
        st.belief[0] = belief
        movement.movement(sys, st, 1, KEY)
        targets[belief] = st.target[0]
    assert targets == {0.01: toy.cell_at(8, 5), 100.0: code.NOWHERE}


def test_mines_cost_men_once_and_leave_a_lane():
    sys, st = start()
    cell = toy.cell_at(7, 5)
    st.mines[cell] = 0.8
    setting(sys, "mines.loss", 0.5)
    movement.cross_mines(sys, st, 0, cell, KEY, 1)
    lost = st.losses[0, code.MINES].sum()
    assert 200 < lost < 360  # 280 expected
    assert st.mines[cell] == 0.4
    assert st.losses[0].sum() == lost


@pytest.mark.parametrize("others", [0, 1])
def test_the_last_to_hold_a_threatened_cell_stays(others):
    sys, st = start()
    town = sys.members[0, :4]
    alone(sys, st, 0, 1, *(3,) * others)
    put(sys, st, 0, toy.cell_at(7, 5))
    for f in (1, *(3,) * others):
        put(sys, st, f, town[0])  # next to unit 0, as is another cell of the town
    intelligence.muster(sys, st, 1)
    st.threat[0, town] = 1
    way = movement.threatened_in_set(sys, st, 1, 0)
    assert (way == code.NOWHERE) == (others == 0)


def test_guns_stay_out_of_the_enemys_reach_of_hand():
    sys, st = start()
    alone(sys, st, 6, 1)
    put(sys, st, 6, toy.cell_at(3, 5))
    put(sys, st, 1, toy.cell_at(8, 5))
    for step in range(1, 9):
        movement.movement(sys, st, step, KEY)
        assert st.threat[1, st.cell[6]] == 0
    assert hexes(st.cell[6], st.cell[1]) == 2


def test_a_cell_dearer_than_two_steps_of_march_is_entered_once_enough_is_saved():
    sys, st = start()
    setting(sys, "speed.foot", 700.0)
    setting(sys, "speed.opposed", 3.0)
    alone(sys, st, 0)
    put(sys, st, 0, toy.cell_at(4, 5))
    st.threat[1, [toy.cell_at(5, row) for row in range(toy.HIGH)]] = 1
    st.stance[0], st.objective[0], st.ready[0] = code.ATTACK, 0, 0
    column = []
    for step in range(1, 6):
        movement.movement(sys, st, step, KEY)
        column.append(int(st.cell[0]) % toy.WIDE)
    assert column == [4, 4, 4, 4, 5]  # 3,000 m dear, 700 m a step


def test_what_was_saved_for_a_dear_cell_makes_no_rush_elsewhere():
    sys, st = start()
    setting(sys, "speed.foot", 700.0)
    alone(sys, st, 0)
    put(sys, st, 0, toy.cell_at(2, 5))
    st.stance[0], st.objective[0], st.ready[0] = code.ATTACK, 0, 0
    st.budget[0] = 9000.0
    movement.movement(sys, st, 1, KEY)
    assert st.cell[0] == toy.cell_at(3, 5)
