import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st_

from tests.engine.game import alone, setting, start
from tests.engine.plainly import ledger, rollout, toy
from tests.engine.plainly import system as code


@settings(max_examples=12)
@given(
    seed=st_.integers(0, 2**32 - 1),
    units=st_.integers(2, 16),
    river=st_.booleans(),
    loss=st_.floats(0.0, 2.0),
    mines=st_.floats(0.0, 1.0),
    rate=st_.floats(0.0, 1.0),
)
def test_every_person_and_vehicle_is_accounted_for(
    seed, units, river, loss, mines, rate
):
    sys = toy.build(units=units, days=5, river=river)
    setting(sys, "loss.attacker", loss)
    setting(sys, "loss.defender", loss)
    setting(sys, "surrender.rate", rate)
    setting(sys, "cohesion.surrender", 0.9)
    sys.mines[:] = mines
    sys.bridge[:] = code.BRIDGE
    st = rollout.workspace(sys)
    assert rollout.refight(sys, st, seed, 0) == 0
    assert (st.men >= 0).all()
    assert (st.vehicles >= 0).all()
    assert (st.losses >= 0).all()


def test_losses_by_cause_add_up_to_the_totals():
    sys = toy.build()
    st = rollout.workspace(sys)
    rollout.refight(sys, st, 5, 0)
    assert st.losses.sum() > 0
    side = sys.unit[:, code.U_SIDE]
    for kind, column in enumerate((code.T_KILLED, code.T_WOUNDED, code.T_CAPTURED)):
        for who in range(2):
            booked = st.losses[side == who][:, :, kind].sum()
            assert booked == st.series[-1, who, column]


def test_losses_never_shrink():
    sys = toy.build()
    st = rollout.workspace(sys)
    rollout.refight(sys, st, 5, 1)
    columns = [code.T_KILLED, code.T_WOUNDED, code.T_CAPTURED]
    assert (np.diff(st.series[:, :, columns], axis=0) >= 0).all()


def test_a_missing_person_or_vehicle_is_noticed():
    sys, st = start()
    assert ledger.imbalance(sys, st) == 0
    st.men[0] -= 1
    st.vehicles[4, 0] += 2
    assert ledger.imbalance(sys, st) == 3


def test_no_more_are_lost_than_there_are():
    sys, st = start()
    assert ledger.book_casualties(sys, st, 0, 10_000, code.DIRECT, (1, 1), 0, 0) == 700
    assert st.men[0] == 0
    assert ledger.imbalance(sys, st) == 0


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_killed_and_wounded_follow_the_declared_share(share):
    sys, st = start()
    setting(sys, "killed.share", share)
    ledger.book_casualties(sys, st, 0, 100, code.MINES, (1, 1), 0, 0)
    assert st.losses[0, code.MINES, code.KILLED] == 100 * share
    assert st.losses[0, code.MINES, code.WOUNDED] == 100 * (1 - share)


def test_presence_and_threat_are_those_of_the_units_on_the_map():
    sys = toy.build()
    st = rollout.workspace(sys)
    rollout.refight(sys, st, 5, 2)
    present = np.zeros_like(st.present)
    threat = np.zeros_like(st.threat)
    for f in np.flatnonzero(st.status == code.ACTIVE):
        side, cell = sys.unit[f, code.U_SIDE], st.cell[f]
        present[side, cell] += 1
        for near in sys.neighbour[cell]:
            if near >= 0:
                threat[side, near] += 1
    assert (present == st.present).all()
    assert (threat == st.threat).all()
    assert not (present[0] * present[1]).any()  # never both sides in one cell


def test_what_befalls_a_unit_twice_in_a_step_is_drawn_twice():
    splits = set()
    for index in range(12):
        sys, st = start()
        ledger.book_casualties(sys, st, 0, 100, code.GUNS, (1, 1), 0, index)
        splits.add(int(st.losses[0, code.GUNS, code.KILLED]))
    assert len(splits) > 3


@pytest.mark.parametrize(("share", "fit"), [(0.0, 0), (0.4, 10), (1.0, 25)])
def test_vehicles_of_a_unit_that_gives_up_are_taken_or_wrecked(share, fit):
    sys, st = start()
    setting(sys, "surrender.vehicles", share)
    ledger.book_surrender(sys, st, 4)
    assert st.wrecks[4, [code.TANKS, 3 + code.TANKS]].tolist() == [25 - fit, fit]
    assert ledger.imbalance(sys, st) == 0


def test_a_bare_great_river_keeps_the_enemy_off():
    sys, st = start(river=True)
    alone(sys, st)
    row = 2  # the crossing is in row 5
    ledger.place(sys, st, 0, toy.cell_at(5, row))
    assert st.threat[0, toy.cell_at(4, row)] == 1
    assert st.threat[0, toy.cell_at(6, row)] == 0
    ledger.place(sys, st, 2, toy.cell_at(5, 5))
    assert st.threat[0, toy.cell_at(6, 5)] == 1
