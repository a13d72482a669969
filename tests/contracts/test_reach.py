"""No combat out of reach, and no supply for those who are cut off."""

import numpy as np
import pytest

from refight.engine import at
from refight.engine import system as sy
from tests.contracts import tracks
from tests.ensemble.acts import ACTS, REPLICATES, replay

LEAVING = (sy.DRIVEN_BACK, sy.GAVE_WAY)  # events that name the cell that was left


def stood(found, step, side):
    """Give the cells where a side's units stood in a step, before and after combat."""
    own = found.system.unit[:, sy.U_SIDE] == side
    # a unit that gave up or dispersed in this step still names its cell
    status = found.trace[step, :, 1]
    before = found.trace[step - 1, :, 1] if step else np.full(own.size, sy.ACTIVE)
    there = own & ((status == sy.ACTIVE) | ((before == sy.ACTIVE) & (status > sy.LEFT)))
    spots = set(tracks.cells(found)[step, there])
    rows = found.events[found.events[:, sy.E_STEP] == step]
    for row in rows[np.isin(rows[:, sy.E_KIND], LEAVING)]:
        if own[row[sy.E_UNIT]]:
            spots.add(int(row[sy.E_CELL]))
    return spots


def test_assaults_come_from_the_next_cell(found):
    rows = tracks.told(found, sy.ASSAULTED)
    assert len(rows) > 10
    took = {(r[sy.E_STEP], r[sy.E_CELL]) for r in tracks.told(found, sy.TOOK)}
    for row in rows:
        step, side, cell = row[sy.E_STEP], row[sy.E_UNIT], row[sy.E_CELL]
        near = set(found.system.neighbour[cell]) - {sy.NOWHERE}
        # one that took the cell stands in it; movement (trace) put it next to it
        assert near & stood(found, step, side) or (step, cell) in took


def test_a_cell_is_taken_by_a_unit_that_ends_there_or_beside_it(found):
    where = tracks.cells(found)
    for row in tracks.told(found, sy.TOOK):
        cell, here = row[sy.E_CELL], where[row[sy.E_STEP], row[sy.E_UNIT]]
        assert here == cell or here in found.system.neighbour[cell]


def nearest_enemy(found):
    """Give the least metres from each unit to an enemy at the end of a step, (F,)."""
    apart, there, where = tracks.apart(found), tracks.active(found), tracks.cells(found)
    iraq = found.system.unit[:, sy.U_SIDE] == 0
    least = np.full(there.shape[1], np.inf)
    for step in range(there.shape[0]):
        one, other = (
            np.flatnonzero(there[step] & iraq),
            np.flatnonzero(there[step] & ~iraq),
        )
        if one.size and other.size:
            far = apart[np.ix_(where[step, one], where[step, other])]
            least[one] = np.minimum(least[one], far.min(axis=1))
            least[other] = np.minimum(least[other], far.min(axis=0))
    return least


def test_fire_of_every_kind_needs_an_enemy_within_its_reach(found):
    lost, least = found.losses.sum(axis=2), nearest_enemy(found)
    cell = found.system.metres[found.system.neighbour >= 0].max()
    # within a step a unit may be driven back a cell or two after it was hit
    beside = least <= 4 * cell
    assert beside[lost[:, sy.DIRECT] > 0].all()
    enemy = 1 - found.system.unit[:, sy.U_SIDE]
    reach = found.system.param[at.GUNS_RANGE, enemy] + 4 * cell
    assert (least <= reach)[lost[:, sy.GUNS] > 0].all()


def test_no_mines_where_none_were_laid(found):
    if not found.system.mines.any():
        assert not found.losses[:, sy.MINES].any()


def test_units_that_are_cut_off_draw_no_supply(found):
    """A day without a route holds one issue of supply: the stock falls by its use."""
    stock = found.trace[:, :, 4]
    side = found.system.unit[:, sy.U_SIDE]
    least = np.minimum(1.0, found.system.param[at.SUPPLY_FIGHT])[side]
    for row in tracks.told(found, sy.CUT_OFF_NOW):
        step, f = row[sy.E_STEP], row[sy.E_UNIT]
        issue = step - step % sy.STEPS_PER_DAY
        before = (
            stock[issue - 1, f]
            if issue
            else found.system.param[at.SUPPLY_DAYS, side[f]]
        )
        assert stock[issue, f] <= max(0.0, before - least[f]) + 1e-9


@pytest.mark.parametrize("act", ACTS)
def test_some_are_cut_off(act):
    """Otherwise the test above says nothing."""
    cut = [tracks.told(replay(act, each), sy.CUT_OFF_NOW) for each in REPLICATES]
    assert sum(len(rows) for rows in cut) > 0


def test_stocks_change_once_a_day_and_stay_within_what_is_carried(found):
    stock, there = found.trace[:, :, 4], tracks.active(found)
    most = found.system.param[at.SUPPLY_DAYS, found.system.unit[:, sy.U_SIDE]]
    assert (stock >= 0).all()
    assert (stock <= most + 1e-9).all()
    changed = np.diff(stock, axis=0) != 0
    assert not changed[np.arange(1, len(stock)) % sy.STEPS_PER_DAY != 0].any()
    assert not (changed & ~there[1:] & ~there[:-1]).any()
