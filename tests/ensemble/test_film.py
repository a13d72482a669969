import numpy as np
import pytest

from refight.engine import system as sy
from refight.ensemble.design import fresh
from refight.ensemble.film import film, watched
from refight.ensemble.refight import prepare, refight, rerun


@pytest.fixture(scope="module")
def act():
    return prepare("fall")


@pytest.fixture(scope="module")
def found(act):
    return film(act, seed=1, replicate=2)


def test_a_film_is_the_refight_that_it_shows(act, found):
    once = rerun(act, seed=1, replicate=2)
    assert np.array_equal(found.replay.events, once.events)
    assert np.array_equal(found.replay.trace, once.trace)
    assert found.replay.outcomes == pytest.approx(once.outcomes, nan_ok=True)


def test_control_changes_where_ground_is_taken_and_nowhere_else(act, found):
    took = found.replay.events[found.replay.events[:, sy.E_KIND] == sy.TOOK]
    assert len(took) > 5
    for row in took:
        unit = row[sy.E_UNIT]
        side = found.replay.system.unit[unit, sy.U_SIDE]
        assert found.control[row[sy.E_STEP], row[sy.E_CELL]] == side
    changed = (found.control != act.ground.control).any(axis=0)
    assert 0 < changed.sum() < act.ground.size


def test_who_fights_and_moves_is_seen(found):
    assert found.fought.any() and found.moved.any()
    moved = found.moved[1:] & (found.replay.trace[1:, :, 1] == sy.ACTIVE)
    cells = found.replay.trace[:, :, 0]
    standing = ~found.moved[1:] & (found.replay.trace[1:, :, 1] == sy.ACTIVE)
    standing &= found.replay.trace[:-1, :, 1] == sy.ACTIVE
    assert (cells[1:] == cells[:-1])[standing].mean() > 0.99
    assert (cells[1:] != cells[:-1])[moved].mean() > 0.5


def test_a_watched_ensemble_has_the_numbers_of_any_other(act):
    seen, plain = watched(act, fresh(6, seed=1)), refight(act, 6, seed=1)
    assert seen.ensemble.manifest.digest == plain.manifest.digest
    for name, column in plain.columns.items():
        assert np.array_equal(seen.ensemble.columns[name], column, equal_nan=True), name


def test_held_is_the_share_of_refights_whatever_the_chunks(act, found):
    one, two = watched(act, fresh(3, seed=1)), watched(act, fresh(3, seed=1), threads=1)
    assert np.array_equal(one.held, two.held)
    alone = [film(act, 1, replicate).control[3::4] for replicate in range(3)]
    assert np.allclose(one.held, np.mean([each == 1 for each in alone], axis=0))
    assert np.array_equal(np.unique((one.held * 3).round(9)), [0, 1, 2, 3])
