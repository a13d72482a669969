import pytest

from tests.engine.game import KEY, put, ring, setting, start, told
from tests.engine.plainly import cohesion, intelligence, retreat, supply, toy
from tests.engine.plainly import system as code

SPOT = toy.cell_at(3, 5)


def surrounded(steps=8):
    """Put unit 0 on a cell whose neighbours the enemy holds, for some steps."""
    sys, st = start()
    put(sys, st, 0, SPOT)
    for near, f in zip(ring(sys, SPOT), (1, 3, 5, 7, 9, 11), strict=True):
        put(sys, st, f, near)
    for step in range(steps):
        supply.supply(sys, st, step)
    intelligence.muster(sys, st, steps)
    return sys, st


def test_a_surrounded_unit_has_no_way_back():
    sys, st = surrounded()
    assert not retreat.fall_back(sys, st, 0)
    assert st.cell[0] == SPOT


def test_a_surrounded_unit_that_has_lost_heart_gives_up():
    sys, st = surrounded()
    st.cohesion[0] = 0.1
    setting(sys, "surrender.rate", 1.0)
    cohesion.cohesion(sys, st, 8, KEY)
    assert st.status[0] == code.SURRENDERED
    assert st.losses[0, code.SURRENDER, code.CAPTURED] == 700
    assert st.men[0] == 0
    assert st.present[0, SPOT] == 0
    assert told(st, code.GAVE_UP)[:, code.E_UNIT].tolist() == [0]


@pytest.mark.parametrize("heart", ["steady", "shaken but on its route", "no chance"])
def test_nobody_else_gives_up(heart):
    sys, st = surrounded()
    st.cohesion[0] = 0.9 if heart == "steady" else 0.1
    setting(sys, "surrender.rate", 0.0 if heart == "no chance" else 1.0)
    if heart == "shaken but on its route":
        st.busy[0, 2] = 0
    cohesion.cohesion(sys, st, 8, KEY)
    assert st.status[0] == code.ACTIVE


def test_a_captured_unit_loses_its_vehicles_to_the_enemy():
    sys, st = surrounded()
    put(sys, st, 4, toy.cell_at(0, 0))
    cohesion.book_surrender(sys, st, 4)
    assert st.wrecks[4, 3 + code.TANKS] == 25
    assert st.vehicles[4].sum() == 0


def test_losses_isolation_and_hunger_each_cost_cohesion():
    sys, st = surrounded()
    st.cohesion[:] = 0.8
    st.stock[:] = 1.0
    st.share[:, 2] = 0.0
    st.share[2, 2] = 0.1  # lost a tenth
    st.stock[8] = 0.0  # hungry
    for f in (0, 2, 8):
        st.busy[f, 0] = 8  # in action, so no rest
        cohesion.change(sys, st, f, 8)
    assert st.cohesion[0] == pytest.approx(0.8 - 0.03)  # cut off
    assert st.cohesion[2] == pytest.approx(0.8 - 1.2 * 0.1)
    assert st.cohesion[8] == pytest.approx(0.8 - 0.03)


def test_rest_restores_no_more_than_losses_allow():
    sys, st = start()
    st.men[0] = 350
    st.cohesion[0] = 0.1
    st.share[:, 2] = 0.0
    for step in range(400):
        cohesion.change(sys, st, 0, step)
    assert st.cohesion[0] == pytest.approx(0.9 * 0.75, abs=1e-3)


def test_a_broken_unit_in_contact_falls_back_along_its_route():
    sys, st = start()
    put(sys, st, 0, SPOT)
    put(sys, st, 1, toy.cell_at(4, 5))
    supply.supply(sys, st, 0)
    st.cohesion[0] = 0.2
    before = st.reach[0, SPOT]
    cohesion.cohesion(sys, st, 1, KEY)
    assert st.cell[0] != SPOT
    assert st.reach[0, st.cell[0]] < before
    assert st.busy[0, 3] == 1 + code.STEPS_PER_DAY


def test_a_remnant_in_contact_disperses():
    sys, st = start()
    put(sys, st, 0, SPOT)
    put(sys, st, 1, toy.cell_at(4, 5))
    st.men[0] = 60
    cohesion.cohesion(sys, st, 1, KEY)
    assert st.status[0] == code.DESTROYED
    assert st.men[0] == 60  # nobody vanishes from the strength
