"""Peers refight one scene to one result; else their times could not be compared."""

import numpy as np
import pytest

from benchmarks.peers import batched, chance, rules, scene
from refight.engine import random

SMALL = scene.scene(rows=12, columns=16, units=24, steps=40)
RUNS = 4
FEW, MANY = 16, 24


@pytest.fixture(scope="module")
def records():
    return rules.many(SMALL, 1, 0, RUNS)


def test_draws_are_those_of_the_engine():
    for key in ((1, 2, 3, 4, 5), (2**31, 0, 135, 159, 8), (0, 0, 0, 0, 0)):
        assert chance.uniform(*key) == random.uniform(*key, 0)
        assert chance.normal(*key) == pytest.approx(random.normal(*key, 0), rel=1e-12)


def test_something_happens(records):
    first, last = records[:, 0], records[:, -1]
    assert (last[:, :2] < 0.9 * records[:, :, :2].max(axis=1)).all()
    assert len(np.unique(last[:, 0])) == RUNS  # chance differs by replication
    assert (first[:, 2] != last[:, 2]).any()


def test_batches_give_the_result_of_loops(records):
    apart = np.abs(batched.many(SMALL, 1, 0, RUNS) - records).max()
    assert apart < 1e-6
    part = batched.many(SMALL, 1, 2, 2)
    assert np.abs(part - records[2:4]).max() < 1e-6


def test_agents_of_mesa_give_the_result_of_loops(records):
    agents = pytest.importorskip("benchmarks.peers.agents")
    apart = np.abs(agents.many(SMALL, 1, 0, 2, keyed=True) - records[:2]).max()
    assert apart < 1e-6


def test_agents_with_their_own_chance_have_the_same_distribution(records):
    """Means of men and ground at the end lie within four standard errors."""
    agents = pytest.importorskip("benchmarks.peers.agents")
    own = agents.many(SMALL, 1, 0, FEW)[:, -1]
    keyed = rules.many(SMALL, 1, 0, MANY)[:, -1]
    error = np.sqrt(own.var(0, ddof=1) / FEW + keyed.var(0, ddof=1) / MANY)
    assert (np.abs(own.mean(0) - keyed.mean(0)) < 4 * error + 1e-9).all()


def test_a_unit_stays_on_its_map_and_in_its_limits():
    st = rules.state(SMALL)
    rules.refight(SMALL, st, 1, 0, np.empty((40, 4)))
    assert st.held.sum() == (st.cell != scene.NOWHERE).sum()
    assert st.held.min() == 0 and st.held.max() <= rules.LIMIT
    assert not (st.held[0] * st.held[1]).any()
    around = np.where(SMALL.neighbour == scene.NOWHERE, 0, st.held[:, SMALL.neighbour])
    assert (around.sum(axis=2) == st.near).all()
