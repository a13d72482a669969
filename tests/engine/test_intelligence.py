import math

import numpy as np
import pytest

from tests.engine.game import KEY, alone, put, setting, start, told
from tests.engine.plainly import intelligence, toy
from tests.engine.plainly import system as code


def stalled(belief):
    """Let an attack on twice its number stand still for three days, reserves behind."""
    sys, st = start()
    alone(sys, st, 0, 2, 4, 1, 3, 5, 7)
    put(sys, st, 0, toy.cell_at(7, 5))
    put(sys, st, 2, toy.cell_at(7, 6))
    sys.order[0, 0, 0] = (code.RESERVE, code.NOWHERE, 0)
    st.stance[4], st.objective[4] = code.RESERVE, code.NOWHERE
    st.men[:] = 500
    st.belief[0] = belief
    intelligence.judge(sys, st, 0, 12)
    return sys, st


def test_reserves_are_released_when_a_stalled_attack_knows_its_enemy():
    _, st = stalled(belief=1.0)
    assert st.stance[4] == code.ATTACK
    assert st.objective[4] == 0
    assert len(told(st, code.RESERVES_RELEASED)) == 1


def test_reserves_stay_when_the_enemy_is_underestimated():
    _, st = stalled(belief=0.1)
    assert st.stance[4] == code.RESERVE
    assert len(told(st, code.RESERVES_RELEASED)) == 0


def test_reserves_stay_while_there_is_progress():
    sys, st = stalled(belief=0.1)
    st.belief[0] = 1.0
    st.plan[0, code.S_PROGRESS] = 8
    intelligence.judge(sys, st, 0, 12)
    assert st.stance[4] == code.RESERVE


def test_reserves_are_released_once():
    sys, st = stalled(belief=1.0)
    intelligence.judge(sys, st, 0, 16)
    assert len(told(st, code.RESERVES_RELEASED)) == 1


@pytest.mark.parametrize("wrong", [0.3, 3.0])
def test_belief_closes_on_the_truth_by_contact(wrong):
    sys, st = start()
    setting(sys, "belief.noise", 0.0)
    st.belief[:] = wrong
    st.busy[:, 0] = 4
    for _ in range(5):
        intelligence.learn(sys, st, 0, 5, KEY)
    assert math.log(st.belief[0]) == pytest.approx(math.log(wrong) * 0.8**5)
    assert st.belief[1] == wrong


def test_without_contact_nothing_is_learned():
    sys, st = start()
    st.belief[:] = 0.3
    intelligence.learn(sys, st, 0, 5, KEY)
    assert st.belief[0] == 0.3


def test_muster_counts_every_unit_once():
    sys, st = start()
    intelligence.muster(sys, st, 2)
    for side in range(2):
        own = sys.unit[:, code.U_SIDE] == side
        cells = np.unique(st.cell[own])
        powers = [
            intelligence.power(sys, st, f, sys.terrain[st.cell[f]], 2, 0)
            for f in np.flatnonzero(own)
        ]
        assert st.mass[0, side, cells].sum() == pytest.approx(sum(powers))
    assert st.mass[1, 1].sum() == 0.0  # side 1 holds
