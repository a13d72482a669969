import numpy as np
import pytest

from tests.engine.game import KEY, alone, own, put, setting, start, told
from tests.engine.plainly import movement, orders, rollout, toy
from tests.engine.plainly import system as code

TOWN = 0  # the set that side 0 attacks
FIRST, SECOND = 0, 1


def two_phases(**second):
    """Build a toy whose side 0 has a second phase, with these conditions."""
    sys = toy.build()
    phase = np.concatenate([sys.phase, sys.phase], axis=1)
    phase[0, SECOND, code.P_AFTER] = code.RUNNING  # however the first ends
    for column, value in second.items():
        phase[0, SECOND, getattr(code, column)] = value
    phase[1, SECOND, code.P_EXISTS] = 0
    order = np.concatenate([sys.order, sys.order], axis=1)
    work = np.concatenate([sys.work, sys.work], axis=1)
    sys = sys._replace(phase=phase, order=order, work=work)
    st = rollout.workspace(sys, recording=True)
    rollout.reset(sys, st)
    return sys, st


def run(sys, st, steps):
    """Take orders alone, with nothing moving or fighting, for these steps."""
    for step in range(steps):
        orders.take_orders(sys, st, step, KEY)


def test_a_phase_succeeds_when_enough_of_its_objective_is_held():
    sys, st = two_phases()
    setting(sys, "plan.held", 0.75)
    town = sys.members[TOWN, :4]
    run(sys, st, 1)
    alone(sys, st, 0)
    own(sys, st, town[:2], 0)
    orders.take_orders(sys, st, 1, KEY)
    assert st.plan[0, code.S_STATE] == code.RUNNING
    own(sys, st, town[2:3], 0)
    orders.follow_plan(sys, st, 0, 2, KEY)
    assert st.phases[0, FIRST].tolist() == [0, 2, code.SUCCEEDED]
    assert st.plan[0, code.S_PHASE] == SECOND  # its successor begins at once


def test_a_phase_fails_at_its_limit_and_attackers_halt():
    sys, st = two_phases(P_NOT_BEFORE=99)
    sys.phase[0, FIRST, code.P_LIMIT] = 6
    run(sys, st, 6)
    assert st.plan[0, code.S_STATE] == code.RUNNING
    assert st.stance[0] == code.ATTACK
    orders.take_orders(sys, st, 6, KEY)
    assert st.phases[0, FIRST].tolist() == [0, 6, code.FAILED]
    own = sys.unit[:, code.U_SIDE] == 0
    assert (st.stance[own] == code.HOLD).all()


def test_a_phase_fails_when_the_attackers_are_spent():
    sys, st = two_phases(P_NOT_BEFORE=99)
    run(sys, st, 8)
    assert st.plan[0, code.S_STATE] == code.RUNNING
    st.cohesion[:] = 0.3
    orders.take_orders(sys, st, 8, KEY)
    assert st.phases[0, FIRST, 2] == code.FAILED


def test_after_a_failure_the_pause_is_kept():
    sys, st = two_phases(P_PAUSE=5)
    sys.phase[0, FIRST, code.P_LIMIT] = 6
    run(sys, st, 11)
    assert st.plan[0, code.S_PHASE] == FIRST
    orders.take_orders(sys, st, 11, KEY)
    assert st.phases[0, SECOND, 0] == 11


@pytest.mark.parametrize(
    ("after", "begins"),
    [(code.RUNNING, True), (code.SUCCEEDED, False), (code.FAILED, True)],
)
def test_a_phase_may_ask_how_the_one_before_it_ended(after, begins):
    sys, st = two_phases(P_AFTER=after)
    sys.phase[0, FIRST, code.P_LIMIT] = 3
    run(sys, st, 5)
    assert (st.plan[0, code.S_PHASE] == SECOND) == begins


def test_a_phase_need_not_wait_for_the_one_before_it():
    sys, st = two_phases(P_AFTER=code.PENDING)
    run(sys, st, 2)
    assert st.phases[0, SECOND, 0] == 1


def test_a_phase_waits_while_the_enemy_does_not_hold_what_it_asks():
    sys, st = two_phases(P_ENEMY_SET=TOWN)
    sys.phase[0, FIRST, code.P_LIMIT] = 3
    run(sys, st, 1)
    alone(sys, st)
    own(sys, st, sys.members[TOWN, :3], 0)
    for step in range(1, 6):
        orders.take_orders(sys, st, step, KEY)
    assert st.plan[0, code.S_PHASE] == FIRST
    own(sys, st, sys.members[TOWN, :1], 1)  # half of the four cells
    orders.take_orders(sys, st, 6, KEY)
    assert st.phases[0, SECOND, 0] == 6


def test_orders_of_the_first_phase_are_obeyed_at_once_later_ones_after_a_delay():
    sys, st = two_phases(P_AFTER=code.PENDING, P_NOT_BEFORE=4)
    setting(sys, "command.delay", 5.0)
    run(sys, st, 4)
    assert (st.ready == 0).all()
    orders.take_orders(sys, st, 4, KEY)
    delay = orders.delay_of(sys, 0, SECOND, 0, KEY)
    own = sys.unit[:, code.U_SIDE] == 0
    assert delay > 0
    assert (st.ready[own] == 4 + delay).all()
    assert not movement.moves(st, 0, 3 + delay)
    assert movement.moves(st, 0, 4 + delay)


def test_delays_have_the_declared_mean():
    sys, _ = start()
    setting(sys, "command.delay", 2.0)
    drawn = [orders.delay_of(sys, 0, 1, 0, (7, r)) for r in range(4000)]
    # whole steps are cut off an exponential of mean 8 steps
    assert np.mean(drawn) == pytest.approx(1 / np.expm1(1 / 8), rel=0.06)
    assert min(drawn) == 0


def test_groups_that_refuse_hold():
    sys, st = start()
    setting(sys, "command.refusal", 1.0, 0)
    orders.issue(sys, st, 0, 1, KEY)
    own = sys.unit[:, code.U_SIDE] == 0
    assert (st.stance[own] == code.HOLD).all()
    assert len(told(st, code.REFUSED)) == own.sum()
    setting(sys, "command.refusal", 0.0)
    orders.issue(sys, st, 0, 1, KEY)
    assert (st.stance[own] == code.ATTACK).all()


def test_a_bridge_opens_first_to_boats_then_to_vehicles():
    sys = toy.build(river=True)
    sys.work[0, 0, 0] = (0, code.BUILD)
    setting(sys, "bridge.boats", 6.0)
    setting(sys, "bridge.hours", 20.0)
    st = rollout.workspace(sys, recording=True)
    rollout.reset(sys, st)
    states = []
    for step in range(6):
        orders.take_orders(sys, st, step, KEY)
        states.append(int(st.bridge[0]))
    assert (
        states == [code.CLOSED, code.BOATS, code.BOATS, code.BOATS] + [code.BRIDGE] * 2
    )
    assert st.note[0] == 2  # movement fields are remade


def test_a_bridge_is_demolished_when_its_phase_begins():
    sys = toy.build(river=True)
    sys.bridge[:] = code.BRIDGE
    sys.work[1, 0, 0] = (0, code.DEMOLISH)
    st = rollout.workspace(sys, recording=True)
    rollout.reset(sys, st)
    orders.take_orders(sys, st, 0, KEY)
    assert st.bridge[0] == code.CLOSED
    assert len(told(st, code.CROSSING_CHANGED)) == 1


def test_units_arrive_when_due_unless_the_enemy_stands_there():
    sys = toy.build()
    sys.unit[[0, 2], code.U_ARRIVAL] = 3
    st = rollout.workspace(sys)
    rollout.reset(sys, st)
    run(sys, st, 3)
    assert st.status[0] == st.status[2] == code.WAITING
    put(sys, st, 1, sys.unit[0, code.U_START])
    orders.take_orders(sys, st, 3, KEY)
    assert st.status[0] == code.WAITING
    assert st.status[2] == code.ACTIVE


def test_units_are_withdrawn_when_due_but_not_out_of_contact_with_the_enemy():
    sys, st = start()
    sys.unit[[0, 2], code.U_WITHDRAWAL] = 3
    put(sys, st, 1, sys.neighbour[st.cell[0]][0])
    put(sys, st, 2, toy.cell_at(0, 11))
    orders.take_orders(sys, st, 3, KEY)
    assert st.status[0] == code.ACTIVE
    assert st.status[2] == code.LEFT
    assert st.men[2] == 700


def test_a_phase_that_asks_for_another_end_is_left_out():
    sys, st = two_phases(P_AFTER=code.FAILED)
    st.plan[0, code.S_PHASE] = FIRST
    st.plan[0, code.S_STATE] = code.FAILED
    assert orders.next_phase(sys, st, 0) == SECOND
    st.plan[0, code.S_STATE] = code.SUCCEEDED
    assert orders.next_phase(sys, st, 0) == SECOND + 1


def test_a_phase_that_is_overtaken_ends_in_the_log():
    sys, st = two_phases(P_AFTER=code.PENDING, P_NOT_BEFORE=3)
    run(sys, st, 4)
    assert st.phases[0, FIRST].tolist() == [0, 3, code.OVERTAKEN]
    assert st.plan[0, code.S_PHASE] == SECOND
    ended = told(st, code.PHASE_ENDED)
    assert ended[:, [code.E_STEP, code.E_B]].tolist() == [[3, code.OVERTAKEN]]


def test_a_bridge_that_was_built_and_demolished_stays_closed():
    sys, st = start(river=True)
    st.bridge[0], st.bridge_due[0] = code.BRIDGE, 0  # built on the first day
    sys.work[1, 0, 0] = (0, code.DEMOLISH)
    orders.begin(sys, st, 1, 0, 4, KEY)
    orders.open_crossings(st, 8)
    assert st.bridge[0] == code.CLOSED
