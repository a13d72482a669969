"""No unit goes faster than its arm, and none crosses where nothing crosses."""

import numpy as np
import pytest

from refight.engine import system as sy
from tests.contracts import tracks
from tests.ensemble.acts import ACTS, replay

WINDOWS = (1, 4, 12)  # steps


def test_no_unit_is_faster_than_its_arm(found):
    """In a straight line, over any window; a unit may save up one step's march."""
    stride, metres = tracks.strides(found.system), found.system.metres
    apart, where = tracks.apart(found), tracks.cells(found)
    ways = found.system.neighbour >= 0
    cell = metres[ways].max()
    there, side = tracks.active(found), found.system.unit[:, sy.U_SIDE]
    steps_back = np.zeros(where.shape)
    for (step, f), count in tracks.pushed(found).items():
        steps_back[step, f] = count
    for motor in (0, 1):
        fastest = (stride[motor][ways] / metres[ways]).min()
        pace = tracks.pace(found, motor)[side] / fastest
        mine = tracks.is_motor(found) == motor
        for window in WINDOWS:
            gone = apart[where[:-window], where[window:]]
            free = sum(
                steps_back[k : len(where) - window + k] for k in range(1, window + 1)
            )
            allowed = (window + 1) * pace + cell * free
            both = there[:-window] & there[window:]
            assert not ((gone > 1.02 * allowed) & both & mine).any()


def test_every_move_has_a_way_that_was_open_and_short_enough(found):
    """Rivers, water and bridges; the march that is left over is carried one step."""
    motor, bridge = tracks.is_motor(found), tracks.bridges(found)
    side, pushed = found.system.unit[:, sy.U_SIDE], tracks.pushed(found)
    dearest = tracks.strides(found.system)[:, found.system.neighbour >= 0].max(axis=1)
    full = np.where(motor, tracks.pace(found, 1)[side], tracks.pace(found, 0)[side])
    last, spent = {}, {}
    count = 0
    for step, f, here, to in tracks.moved(found):
        need = tracks.cost(found, motor[f], bridge[step], here, to)
        free = pushed[step, f] * dearest[int(motor[f])]
        left = full[f]
        if last.get(f) == step - 1:
            left = min(full[f], max(0.0, 2 * full[f] - spent[f]))
        assert need <= full[f] + left + free + 1e-6, (step, f, here, to)
        last[f], spent[f] = step, max(0.0, need - free)
        count += 1
    assert count > 100


def test_units_start_and_stay_on_land(found):
    where = tracks.cells(found)[tracks.active(found)]
    assert (found.ground.terrain[where] != 6).all()


@pytest.mark.parametrize("act", ACTS)
def test_the_rivers_do_divide_the_ground(act):
    """Without crossings the units would be apart: the test above can fail."""
    found = replay(act, 0)
    shut = (sy.CLOSED,) * len(found.system.bridge)
    regions = {}
    for start in tracks.ways(act, True, shut):
        if start not in regions:
            queue = [start]
            regions[start] = start
            while queue:
                for to, _ in tracks.ways(act, True, shut).get(queue.pop(), ()):
                    if to not in regions:
                        regions[to] = start
                        queue.append(to)
    starts = found.system.unit[:, sy.U_START]
    assert len({regions[cell] for cell in starts if cell in regions}) > 1
