"""Fields of cost to a set: as far as they are known, those of an ordinary search."""

import heapq

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.engine.game import start
from tests.engine.plainly import geography, passage, toy
from tests.engine.plainly import system as code

CELLS = toy.WIDE * toy.HIGH
BANK = 1  # the set on the far side of the toy river


def costs(sys, st, named, kind):
    """Search from the set outward, one cell at a time (Dijkstra 1959)."""
    found = {int(c): 0 for c in sys.members[named] if c != code.NOWHERE}
    queue = [(0, cell) for cell in found]
    heapq.heapify(queue)
    while queue:
        far, cell = heapq.heappop(queue)
        for way in range(6):
            lead = int(st.ways[kind, cell, way])
            to, further = lead & geography.TO_MASK, far + (lead >> geography.TO_BITS)
            if lead and further < found.get(to, 1 << 30):
                found[to] = further
                heapq.heappush(queue, (further, to))
    return np.array([found.get(cell, code.NOWHERE) for cell in range(CELLS)])


questions = some.lists(
    some.tuples(some.integers(0, 2), some.integers(0, CELLS - 1)), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(questions=questions, kind=some.integers(0, 1))
def test_what_is_known_of_a_field_is_what_a_search_finds(questions, kind):
    """Whoever asks, in whatever order, while the crossing opens and closes."""
    sys, st = start(river=True)
    for bridge, cell in questions:
        st.note[0] += int(bridge != st.bridge[0])
        st.bridge[:] = bridge
        geography.open_ways(sys, st)
        geography.refresh(sys, st, BANK, kind, cell)
        right, known = costs(sys, st, BANK, kind), st.known[BANK, kind]
        field = st.field[BANK, kind]
        assert field[cell] == right[cell]
        settled = (right != code.NOWHERE) & (right <= known)
        assert (field[settled] == right[settled]).all()
        rest = field[~settled]
        assert ((rest == code.NOWHERE) | (rest > known)).all()


def test_a_way_home_is_the_least_and_leads_to_supplied_ground():
    sys, st = start()
    st.reach[0] = code.NOWHERE
    home = toy.cell_at(2, 5)
    st.reach[0, home] = 0
    spot = toy.cell_at(6, 5)
    geography.seek_home(sys, st, 0, code.FOOT, spot, 1)
    assert st.home[0, code.FOOT, home] == 0
    way = np.flatnonzero(st.home[0, code.FOOT] >= 0)
    step = st.home[0, code.FOOT, spot] // 4
    assert sorted(st.home[0, code.FOOT, way]) == [n * step for n in range(5)]


def test_where_no_way_leads_home_none_is_looked_for_again():
    sys, st = start()
    st.reach[0] = code.NOWHERE
    spot = toy.cell_at(6, 5)
    geography.seek_home(sys, st, 0, code.FOOT, spot, 1)
    assert st.home[0, code.FOOT, spot] == code.LEVELS
    assert (st.bucket == code.NOWHERE).all()


def test_vehicles_find_their_way_home_over_the_bridge_and_foot_by_boat():
    found = {}
    for crossing in (code.BOATS, code.BRIDGE):
        sys, st = start(river=True)
        st.bridge[:] = crossing
        st.note[0] += 1
        geography.open_ways(sys, st)
        st.reach[0] = code.NOWHERE
        st.reach[0, toy.cell_at(2, 5)] = 0
        spot = toy.cell_at(7, 7)
        for kind in (code.FOOT, code.MOTOR):
            geography.seek_home(sys, st, 0, kind, spot, 1)
            found[crossing, kind] = st.home[0, kind, spot] < code.LEVELS
    assert found == {
        (code.BOATS, code.FOOT): True,
        (code.BOATS, code.MOTOR): False,
        (code.BRIDGE, code.FOOT): True,
        (code.BRIDGE, code.MOTOR): True,
    }


def test_neighbours_that_do_not_face_are_told():
    sys, _ = start()
    assert passage.facing(sys.neighbour)
    turned = sys.neighbour.copy()
    turned[7] = turned[7][[1, 0, 2, 3, 4, 5]]
    assert not passage.facing(turned)
