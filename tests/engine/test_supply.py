import pytest

from tests.engine.game import alone, own, put, ring, setting, start
from tests.engine.plainly import routes, supply, toy
from tests.engine.plainly import system as code

SPOT = toy.cell_at(3, 5)


def test_a_unit_on_its_route_keeps_its_stock():
    sys, st = start()
    for day in range(3):
        supply.supply(sys, st, 4 * day)
    assert st.stock[0] == 3.0


def surrounded():
    """Put unit 0 on a cell whose neighbours the enemy holds."""
    sys, st = start()
    put(sys, st, 0, SPOT)
    for near, f in zip(ring(sys, SPOT), (1, 3, 5, 7, 9, 11), strict=True):
        put(sys, st, f, near)
    return sys, st


def test_a_surrounded_unit_draws_no_supply_and_goes_hungry():
    sys, st = surrounded()
    stocks = []
    for step in range(16):
        supply.supply(sys, st, step)
        stocks.append(float(st.stock[0]))
    assert st.reach[0, SPOT] == code.NOWHERE
    assert stocks[::4] == [2.0, 1.0, 0.0, 0.0]
    assert st.busy[0, 2] == 16


def test_a_unit_that_is_relieved_draws_again():
    sys, st = surrounded()
    supply.supply(sys, st, 0)
    alone(sys, st, 0)
    own(sys, st, range(st.control.size), 0)
    supply.supply(sys, st, 4)
    assert st.busy[0, 2] == 0
    assert st.stock[0] == 3.0


def test_fighting_uses_more():
    sys, st = surrounded()
    st.busy[0, 0] = 0
    supply.supply(sys, st, 0)
    assert st.stock[0] == 1.5


def test_an_overloaded_crossing_gives_all_the_same_share():
    sys, st = start(river=True)
    st.bridge[:] = code.BRIDGE
    st.note[0] += 1
    for f in (0, 2, 4):
        put(sys, st, f, toy.cell_at(6 + f // 2, 5))
    own(sys, st, range(st.control.size), 0)
    alone(sys, st, 0, 2, 4)
    setting(sys, "supply.crossing", 1050.0)
    supply.supply(sys, st, 0)
    shares = {supply.issue_share(sys, st, f) for f in (0, 2, 4)}
    assert shares == {0.5}


def test_supply_thins_beyond_its_range():
    sys, st = start()
    supply.supply(sys, st, 0)
    setting(sys, "supply.range", 1.0)
    far = supply.issue_share(sys, st, 0)
    assert 0.0 < far < 1.0
    assert far == pytest.approx(10.0 / (routes.distance(st, 0, st.cell[0]) + 1))


@pytest.mark.parametrize(("men", "claims"), [(249, False), (250, True)])
def test_less_than_a_battalion_claims_no_ground(men, claims):
    sys, st = start()
    alone(sys, st, 0, 1)
    put(sys, st, 0, toy.cell_at(5, 5))
    put(sys, st, 1, toy.cell_at(13, 11))
    st.men[0] = men
    supply.claim(sys, st)
    assert (st.control[toy.cell_at(7, 3)] == 0) == claims
