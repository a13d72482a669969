import tracemalloc

import numpy as np

from refight.engine import system as sy
from refight.ensemble.desk import BLOCK, HELD, Desk, Draws
from tests.engine import toy


def another(system):
    """Make what another draw would: other costs of movement, other strengths."""
    param = system.param * 1.5
    return system._replace(men=system.men + 7, param=param)


def test_a_desk_takes_over_another_draw_without_moving_its_arrays():
    base = toy.build()
    first = another(base)
    second = another(first)
    desk = Desk(base, first)
    places = [each.ctypes.data for each in desk.system]
    desk.fill(second)
    assert [each.ctypes.data for each in desk.system] == places
    for name, own in desk.system._asdict().items():
        assert np.array_equal(own, getattr(second, name)), name
    assert np.array_equal(base.men, toy.build().men)  # what is shared stays as it was


def test_what_no_draw_changes_is_shared_between_desks():
    base = toy.build()
    one, other = Desk(base, another(base)), Desk(base, another(base))
    assert one.system.neighbour is other.system.neighbour
    assert one.system.men is not other.system.men
    assert isinstance(one.system, sy.System)


def test_draws_are_those_of_one_sweep_in_any_order():
    whole = np.arange(3 * BLOCK * 2.0).reshape(-1, 2)
    draws = Draws(len(whole) - 5, lambda indices: whole[indices.start : indices.stop])
    for index in (0, 2 * BLOCK + 1, BLOCK - 1, BLOCK, 3 * BLOCK - 6, 1):
        assert np.array_equal(draws[index], whole[index])


def test_memory_does_not_grow_with_the_number_of_refights():
    def peak(blocks):
        draws = Draws(blocks * BLOCK, lambda indices: np.ones((len(indices), 30)))
        tracemalloc.start()
        for index in range(0, blocks * BLOCK, BLOCK):
            draws[index]
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(1)
    assert peak(40 * HELD) < 1.2 * peak(2 * HELD)
