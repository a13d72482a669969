import numpy as np
import pytest

from refight.compiler import pack
from refight.engine.rollout import refight
from tests.engine.plainly import rollout, toy

SEED = 7
RESULTS = ("men", "vehicles", "losses", "wrecks", "seen", "series", "cell", "phases")


def results(st):
    return {name: getattr(st, name).copy() for name in RESULTS}


def same(one, other):
    return all(np.array_equal(one[name], other[name]) for name in RESULTS)


def plainly(sys, replicate, st=None):
    st = st if st is not None else rollout.workspace(sys)
    assert rollout.refight(sys, st, SEED, replicate) == 0
    return results(st)


def test_a_reused_workspace_is_as_good_as_a_fresh_one():
    sys = toy.build(days=6, river=True)
    sys.work[0, 0, 0] = (0, 0)  # side 0 builds a bridge, so that fields change
    st = rollout.workspace(sys)
    used = [plainly(sys, r, st) for r in range(3)]
    fresh = [plainly(sys, r) for r in range(3)]
    assert all(same(a, b) for a, b in zip(used, fresh, strict=True))


def test_a_replicate_is_the_same_whatever_ran_before_and_differs_from_others():
    sys = toy.build(days=6)
    st = rollout.workspace(sys)
    first = [plainly(sys, r, st) for r in (0, 1, 2)]
    again = [plainly(sys, r, st) for r in (2, 0, 1)]
    assert same(first[0], again[1])
    assert same(first[2], again[0])
    assert not same(first[0], first[1])


def test_recording_changes_nothing():
    sys = toy.build(days=6)
    recorded = rollout.workspace(sys, recording=True)
    assert same(plainly(sys, 1), plainly(sys, 1, recorded))
    assert recorded.note[1] > 0
    assert np.array_equal(recorded.trace[-1, :, 2], recorded.men)


def test_stretches_are_the_whole_whatever_their_length():
    sys = toy.build(days=6)
    whole = plainly(sys, 1)
    st = rollout.workspace(sys)
    for first, last in ((0, 1), (1, 9), (9, 10), (10, 99)):
        assert rollout.stretch(sys, st, SEED, 1, first, last) == 0
    assert same(whole, results(st))


def test_a_draw_for_one_unit_leaves_the_others_alone():
    """A unit far from the battle is lost or not: nobody else draws other numbers."""
    sys = toy.build(units=13, days=3)
    sys.unit[12, :] = (0, 0, 0, 0, toy.cell_at(0, 11), 99, -1, 0)
    with_one = plainly(sys, 0)
    sys.men[12] += 1
    without = plainly(sys, 0)
    assert np.array_equal(with_one["losses"], without["losses"])
    assert np.array_equal(with_one["men"][:12], without["men"][:12])


@pytest.mark.slow
@pytest.mark.parametrize("river", [False, True])
def test_compiled_refights_are_the_plain_ones_bit_for_bit(river):
    sys = toy.build(days=8, river=river)
    sys.work[0, 0, 0] = (0, 0) if river else (-1, -1)
    sys.mines[:] = 0.3
    st = rollout.workspace(sys, recording=True)
    handles = pack(sys), pack(st)
    for replicate in range(4):
        expected = plainly(sys, replicate)
        assert refight(*handles, SEED, replicate) == 0
        assert same(expected, results(st))


class FromTheFront(np.ndarray):
    """An array that refuses to be read or written from its end."""

    def __getitem__(self, index):
        refuse(index)
        return super().__getitem__(index)

    def __setitem__(self, index, value):
        refuse(index)
        super().__setitem__(index, value)


def refuse(index):
    for each in index if isinstance(index, tuple) else (index,):
        if isinstance(each, (int, np.integer)) and each < 0:
            raise IndexError(f"{index} counts from the end")


def guarded(record):
    return type(record)._make(each.view(FromTheFront) for each in record)


@pytest.mark.parametrize("river", [False, True])
def test_no_kernel_counts_from_the_end_of_an_array(river):
    """Compiled code takes indices as they are (decision 27)."""
    sys = toy.build(days=8, river=river)
    sys.work[0, 0, 0] = (0, 0)
    st = rollout.workspace(sys, recording=True)
    for replicate in range(3):
        assert rollout.refight(guarded(sys), guarded(st), SEED, replicate) == 0
    with pytest.raises(IndexError):
        guarded(sys).men[-1]


def test_the_powers_on_a_cell_are_those_of_the_units_that_stand_there():
    """Units move, fight, fall back, give up and arrive; their powers go with them."""
    sys = toy.build(days=8)
    st = rollout.workspace(sys)
    for step in range(32):
        rollout.stretch(sys, st, SEED, 2, step, step + 1)
        there = st.status == 1
        for side in range(2):
            mine = there & (sys.unit[:, 0] == side)
            summed = np.zeros_like(st.mass[:, side])
            for k in range(2):
                np.add.at(summed[k], st.cell[mine], st.weight[mine, k])
            empty = st.present[side] == 0
            assert np.allclose(st.mass[:, side, ~empty], summed[:, ~empty])
            assert not summed[:, empty].any()
