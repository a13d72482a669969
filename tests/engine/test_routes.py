import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.engine.game import alone, own, start
from tests.engine.plainly import ledger, routes, toy
from tests.engine.plainly import system as code

EAST = np.arange(toy.WIDE * toy.HIGH) % toy.WIDE >= 6
CELLS = EAST.size


def anew(sys, st):
    """Return the labels as made from nothing."""
    kept = st.reach.copy()
    routes.start_anew(sys, st)
    found = st.reach.copy()
    st.reach[:] = kept
    return found


flips = some.lists(some.sets(some.integers(0, CELLS - 1), max_size=40), max_size=6)


@settings(max_examples=30, deadline=None)
@given(flips=flips, bridges=some.lists(some.integers(0, 2), min_size=6, max_size=6))
def test_mended_labels_are_those_made_anew(flips, bridges):
    sys, st = start(river=True)
    for cells, bridge in zip(flips, bridges, strict=False):
        if bridge != st.bridge[0]:
            st.bridge[:] = bridge
            st.note[0] += 1
        for cell in cells:
            ledger.hold(sys, st, cell, 1 - st.control[cell])
        routes.mend_routes(sys, st)
        assert (st.reach == anew(sys, st)).all()


def test_nothing_to_mend_is_said():
    sys, st = start()
    assert routes.mend_routes(sys, st)
    assert not routes.mend_routes(sys, st)


def test_a_lost_depot_feeds_nobody_and_a_regained_one_does_again():
    sys, st = start()
    routes.mend_routes(sys, st)
    depot = sys.depot[0, 0]
    ledger.hold(sys, st, depot, 1)
    routes.mend_routes(sys, st)
    assert (st.reach[0] == code.NOWHERE).all()
    ledger.hold(sys, st, depot, 0)
    routes.mend_routes(sys, st)
    assert st.reach[0, depot] == 0
    assert (st.reach[0][~EAST] != code.NOWHERE).all()


def test_no_route_leads_over_a_river_without_a_crossing():
    sys, st = start(river=True)
    alone(sys, st)
    own(sys, st, range(CELLS), 0)
    routes.mend_routes(sys, st)
    assert (st.reach[0][EAST] == code.NOWHERE).all()
    assert (st.reach[0][~EAST] != code.NOWHERE).all()
    st.bridge[:] = code.BOATS
    st.note[0] += 1  # as whoever changes a crossing must
    routes.mend_routes(sys, st)
    assert (st.reach[0] != code.NOWHERE).all()
    assert (st.reach[0][EAST] & 1 == 1).all()
    assert (st.reach[0][~EAST] & 1 == 0).all()


def test_a_label_tells_the_distance():
    sys, st = start()
    routes.mend_routes(sys, st)
    next_to = int(sys.neighbour[sys.depot[0, 0], 0])
    assert routes.distance(st, 0, next_to) == st.ways[0, sys.depot[0, 0], 0] >> 16
    assert routes.distance(st, 0, sys.depot[1, 0]) == code.NOWHERE


def test_ground_that_turned_more_often_than_is_listed_is_mended_too():
    sys, st = start()
    routes.mend_routes(sys, st)
    for turn in range(CELLS + 3):
        ledger.hold(sys, st, turn % 5, 1 - st.control[turn % 5])
    routes.mend_routes(sys, st)
    assert (st.reach == anew(sys, st)).all()
