"""Men and vehicles are conserved, and every loss has a cause."""

import numpy as np
import pytest

from refight.engine import system as sy
from tests.contracts.tracks import active, cells, told
from tests.ensemble.acts import ACTS, REPLICATES, ready, replay, results

SIDES = ("iraq", "iran")


def test_men_are_present_or_killed_or_wounded_or_captured(found):
    present = found.trace[-1, :, 2]
    assert np.array_equal(found.system.men, present + found.losses.sum(axis=(1, 2)))


def test_strength_only_falls_and_never_below_nothing(found):
    for column, start in ((2, found.system.men), (5, found.system.vehicles[:, 0])):
        course = np.vstack([start, found.trace[:, :, column]])
        assert (np.diff(course, axis=0) <= 0).all()
        assert (course >= 0).all()


def test_losses_are_booked_as_what_their_cause_can_do(found):
    assert (found.losses >= 0).all()
    assert found.losses[:, :, :2].sum() > 0
    assert not found.losses[:, : sy.SURRENDER, sy.CAPTURED].any()
    assert not found.losses[:, sy.SURRENDER, : sy.CAPTURED].any()


def test_only_units_that_gave_up_are_captured_and_with_all_their_men(found):
    gave_up = np.zeros(len(found.units))
    for row in told(found, sy.GAVE_UP):
        gave_up[row[sy.E_UNIT]] += row[sy.E_A]
        assert found.trace[-1, row[sy.E_UNIT], 1] == sy.SURRENDERED
        assert found.trace[-1, row[sy.E_UNIT], 2] == 0
    assert np.array_equal(gave_up, found.losses[:, sy.SURRENDER, sy.CAPTURED])


def test_nobody_is_there_before_arrival(found):
    arrival = found.system.unit[:, sy.U_ARRIVAL]
    early = np.arange(found.trace.shape[0])[:, None] < arrival
    assert not (active(found) & early).any()
    assert (found.trace[:, :, 1][early] == sy.WAITING).all()


def test_units_lose_nobody_while_they_are_not_on_the_map(found):
    men = np.vstack([found.system.men, found.trace[:, :, 2]])
    away = ~active(found)
    was_away = np.vstack([np.ones(away.shape[1], bool), away[:-1]])
    assert not (np.diff(men, axis=0) < 0)[away & was_away].any()


def test_two_sides_never_share_a_cell(found):
    there, where = active(found), cells(found)
    iraq = found.system.unit[:, sy.U_SIDE] == 0
    for step in range(there.shape[0]):
        one, other = there[step] & iraq, there[step] & ~iraq
        assert not set(where[step, one]) & set(where[step, other])


@pytest.mark.parametrize("act", ACTS)
def test_causes_sum_to_losses_and_fates_to_vehicles(act):
    columns = results(ready(act), len(REPLICATES))
    for row in REPLICATES:
        found = replay(act, row)
        for s, side in enumerate(SIDES):
            own = found.system.unit[:, sy.U_SIDE] == s
            for kind in ("killed", "wounded", "captured"):
                booked = sum(
                    columns[name][row]
                    for name in columns
                    if name.startswith(f"losses.{side}.") and name.endswith(kind)
                )
                assert booked == columns[f"daily.{side}.{kind}"][row, -1]
            lost = found.system.vehicles[own, 0] - found.trace[-1, own, 5]
            fates = ("destroyed", "captured")
            gone = sum(columns[f"wrecks.{side}.tanks.{fate}"][row] for fate in fates)
            assert gone == lost.sum()
