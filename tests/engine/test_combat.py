import math

import numpy as np
import pytest

from tests.engine.game import KEY, alone, put, setting, start, told
from tests.engine.plainly import combat, intelligence, rollout, routes, toy
from tests.engine.plainly import system as code

HERE, THERE = toy.cell_at(4, 5), toy.cell_at(5, 5)  # open ground
MEN = 2_000_000  # so many that counts are as good as shares


def duel(sys, st, attackers=MEN, defenders=MEN):
    """Set one infantry unit against another in the open, without noise or cover."""
    alone(sys, st, 0, 1)
    put(sys, st, 0, HERE)
    put(sys, st, 1, THERE)
    st.men[0], st.men[1] = attackers, defenders
    st.target[:] = code.NOWHERE
    st.target[0] = THERE
    for name in ("loss.noise", "loss.cover", "surprise"):
        setting(sys, name, 0.0)
    setting(sys, "frontage", 1e12)


def lost(st, f):
    return st.losses[f, code.DIRECT].sum()


@pytest.mark.parametrize("odds", [0.25, 0.8, 1.0, 3.0, 8.0])
@pytest.mark.parametrize("exponent", [0.0, 0.4, 1.0])
def test_losses_follow_the_odds_by_the_declared_exponent(odds, exponent):
    sys, st = start()
    duel(sys, st)
    setting(sys, "loss.exponent", exponent)
    combat.engagements(sys, st, 0)
    st.share[:2, 0] = 1.0
    combat.losses(sys, st, 0, odds, KEY, 0)
    own = 0.06 / 4 / odds**exponent
    other = 0.06 / 4 * odds**exponent
    assert lost(st, 0) == pytest.approx(
        min(combat.rules.LOSS_MOST, own) * MEN, rel=0.05
    )
    assert lost(st, 1) == pytest.approx(
        min(combat.rules.LOSS_MOST, other) * MEN, rel=0.05
    )
    if other < combat.rules.LOSS_MOST:
        ratio = lost(st, 1) / lost(st, 0)
        assert ratio == pytest.approx(odds ** (2 * exponent), rel=0.07)


def test_without_ground_or_noise_the_odds_are_those_of_the_men():
    sys, st = start()
    duel(sys, st, attackers=3 * MEN, defenders=MEN)
    combat.engagements(sys, st, 1)
    attack = combat.attack_power(sys, st, THERE, 0)
    defence = combat.defence_power(sys, st, THERE, 1, 1)
    assert attack / defence == pytest.approx(3.0)


def test_each_side_bleeds_at_its_own_rate_by_its_engaged_share():
    sys, st = start()
    duel(sys, st)
    setting(sys, "loss.attacker", 0.2, 0)
    setting(sys, "loss.defender", 0.1, 1)
    combat.engagements(sys, st, 0)
    st.share[0, 0], st.share[1, 0] = 0.5, 0.25
    combat.losses(sys, st, 0, 1.0, KEY, 0)
    assert lost(st, 0) == pytest.approx(0.05 * 0.5 * MEN, rel=0.05)
    assert lost(st, 1) == pytest.approx(0.025 * 0.25 * MEN, rel=0.05)


def test_frontage_limits_the_power_that_can_act():
    sys, st = start()
    duel(sys, st, attackers=100_000)
    setting(sys, "frontage", 1500.0)
    combat.engagements(sys, st, 1)
    room = 1500.0 * combat.EDGE
    assert combat.attack_power(sys, st, THERE, 0) == pytest.approx(room)
    assert st.share[0, 0] == pytest.approx(room / st.share[0, 1])


def test_defenders_at_the_edge_of_the_map_count():
    sys, st = start()
    duel(sys, st, defenders=600)
    edge = toy.cell_at(toy.WIDE - 1, 5)
    sys.metres[sys.neighbour == code.NOWHERE] = 0.0  # as compiled ground has it
    assert sys.metres[edge, 0] == 0.0
    put(sys, st, 1, edge)
    inside = combat.defence_power(sys, st, edge, 1, 1)
    assert inside > 100.0


def test_works_and_towns_help_the_defender():
    sys, st = start()
    duel(sys, st)
    combat.engagements(sys, st, 1)
    plain = combat.defence_power(sys, st, THERE, 1, 1)
    st.works[THERE] = 2.0
    dug = combat.defence_power(sys, st, THERE, 1, 1)
    sys.terrain[THERE] = code.URBAN
    setting(sys, "frontage.town", 1e12)
    town = combat.defence_power(sys, st, THERE, 1, 1)
    assert dug / plain == pytest.approx(1.0 + 2 * 0.25)
    assert town / dug == pytest.approx(2.2)


def test_the_chance_to_drive_back_is_one_half_at_the_declared_odds():
    sys, st = start()
    duel(sys, st)
    st.stance[1] = code.ATTACK
    assert combat.push_chance(sys, st, THERE, 0, 2.5) == pytest.approx(0.5)
    rising = [combat.push_chance(sys, st, THERE, 0, r) for r in (0.5, 1.0, 4.0, 20.0)]
    assert rising == sorted(rising)
    st.stance[1] = code.HOLD
    assert combat.push_chance(sys, st, THERE, 0, 2.5) == pytest.approx(0.35)


def test_a_cell_whose_defenders_are_driven_back_is_taken():
    sys, st = start()
    duel(sys, st, attackers=90_000, defenders=900)
    routes.mend_routes(sys, st)
    setting(sys, "push.odds", 1e-9)
    sys.param[combat.at.RETREAT_HOLD] = 1.0
    combat.combat(sys, st, 1, KEY)
    assert st.cell[0] == THERE
    assert st.control[THERE] == 0
    assert st.cell[1] in sys.neighbour[THERE]
    assert len(told(st, code.TOOK)) == len(told(st, code.DRIVEN_BACK)) == 1


def test_defenders_with_no_way_back_stay_and_lose_heart():
    sys, st = start()
    duel(sys, st, attackers=90_000, defenders=900)
    st.reach[:] = code.NOWHERE
    before = st.cohesion[1]
    combat.drive_back(sys, st, THERE, 0, 1)
    assert st.cell[1] == THERE
    assert st.cohesion[1] == pytest.approx((before - 0.05) * 0.7)


def test_guns_reach_no_farther_than_their_range():
    reached = {}
    for metres in (2000.0, 12000.0):
        sys, st = start()
        alone(sys, st, 6, 1)
        put(sys, st, 6, toy.cell_at(2, 5))
        put(sys, st, 1, toy.cell_at(6, 5))
        setting(sys, "guns.range", metres)
        setting(sys, "guns.rate", 20.0)
        combat.combat(sys, st, 1, KEY)
        reached[metres] = bool(st.losses[1, code.GUNS].sum())
    assert reached == {2000.0: False, 12000.0: True}


def test_guns_without_supply_are_silent():
    sys, st = start()
    setting(sys, "guns.rate", 20.0)
    st.stock[:] = 0.0
    combat.combat(sys, st, 1, KEY)
    assert st.losses[:, code.GUNS].sum() == 0


def test_aircraft_fly_by_day_only():
    flown = {}
    for step in (0, 2):  # 0-6 and 12-18 o'clock
        sys, st = start()
        put(sys, st, 0, toy.cell_at(7, 5))
        setting(sys, "air.losses", 30.0)
        combat.combat(sys, st, step, KEY)
        flown[step] = st.losses[:, code.AIR].sum() > 0
    assert flown == {0: False, 2: True}


def relabelled(sys, st):
    """Give side 0's part to side 1 and the reverse."""
    unit = sys.unit.copy()
    unit[:, code.U_SIDE] = 1 - unit[:, code.U_SIDE]
    other = rollout.workspace(sys)
    for name in code.State._fields:
        getattr(other, name)[...] = getattr(st, name)
    for name in ("present", "threat", "reach", "plan", "belief"):
        getattr(other, name)[...] = getattr(st, name)[::-1]
    other.mass[...] = st.mass[:, ::-1]
    other.control[...] = 1 - st.control
    return sys._replace(unit=unit, param=sys.param[:, ::-1].copy()), other


def test_combat_knows_the_sides_only_by_their_numbers():
    sys, st = start()
    st = st._replace(trace=st.trace[:0], event=st.event[:0])  # as an unrecorded one
    setting(sys, "air.sorties", 0.0)  # the weather over a side is drawn by side
    setting(sys, "night.attack", 0.7, 1)
    for f, cell in ((0, (7, 5)), (2, (7, 6)), (4, (7, 5))):
        put(sys, st, f, toy.cell_at(*cell))
        st.target[f] = toy.cell_at(8, 5) if f != 2 else toy.cell_at(8, 6)
    intelligence.muster(sys, st, 1)
    sys_too, too = relabelled(sys, st)
    combat.combat(sys, st, 1, KEY)
    combat.combat(sys_too, too, 1, KEY)
    assert st.losses.sum() > 0
    for name in ("men", "vehicles", "cell", "losses", "wrecks", "cohesion"):
        assert np.array_equal(getattr(st, name), getattr(too, name)), name


def test_losses_without_exponent_at_even_odds_are_lanchesters_square_law():
    """Two equal sides that strike at each other lose alike, step after step."""
    sys, st = start()
    duel(sys, st)
    sys.param[combat.at.PUSH_ODDS] = 1e9
    for step in range(1, 9):
        st.share[:2, 0] = 1.0
        combat.engagements(sys, st, step)
        st.share[:2, 0] = 1.0
        combat.losses(sys, st, 0, st.men[0] / st.men[1], KEY, step)
    expected = MEN * math.pow(1 - 0.06 / 4, 8)
    assert st.men[0] == pytest.approx(expected, rel=0.01)
    assert st.men[1] == pytest.approx(expected, rel=0.01)
