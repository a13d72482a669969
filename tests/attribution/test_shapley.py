"""Shares are those of the definition, taken order by order."""

from itertools import permutations

import numpy as np
import pytest

from refight.attribution import shapley as sh
from refight.errors import UsageError

CAUSES = 4
VALUES = np.random.default_rng(3).normal(size=(2**CAUSES, 5))


def by_orders(values, count, merged=()):
    """Average each cause's gain over all orders; `merged` enter as one."""
    players = [(c,) for c in range(count) if c not in merged]
    players += [tuple(merged)] if merged else []
    gains = {player: [] for player in players}
    for order in permutations(players):
        world = 0
        for player in order:
            before = values[world]
            world += sum(2**c for c in player)
            gains[player].append(values[world] - before)
    return {player: np.mean(each, axis=0) for player, each in gains.items()}


def test_shares_are_means_over_all_orders():
    expected = by_orders(VALUES, CAUSES)
    for cause, share in enumerate(sh.shapley(VALUES)):
        np.testing.assert_allclose(share, expected[(cause,)])


def test_shares_sum_to_the_whole_in_every_refight():
    np.testing.assert_allclose(
        sh.shapley(VALUES).sum(axis=0), VALUES[-1] - VALUES[0], atol=1e-12
    )


def test_a_group_is_one_player():
    expected = by_orders(VALUES, CAUSES, merged=(1, 3))
    np.testing.assert_allclose(sh.joint(VALUES, (1, 3)), expected[(1, 3)])
    np.testing.assert_allclose(sh.joint(VALUES, (2,)), sh.shapley(VALUES)[2])


def test_first_and_last_of_a_group_make_its_whole():
    first, _ = sh.within(VALUES, (1, 3), 1)
    _, last = sh.within(VALUES, (1, 3), 3)
    np.testing.assert_allclose(first + last, sh.joint(VALUES, (1, 3)))


def test_a_cause_that_does_nothing_has_no_share():
    doubled = np.concatenate([VALUES, VALUES])  # a fifth cause changes nothing
    np.testing.assert_array_equal(sh.shapley(doubled)[CAUSES], 0)
    np.testing.assert_allclose(sh.shapley(doubled)[:CAUSES], sh.shapley(VALUES))


def test_interactions_are_none_of_sums_and_all_of_products():
    one, other = (np.arange(8) >> bit & 1 for bit in (0, 1))
    values = (2.0 * one + 3.0 * other + 7.0 * one * other)[:, None]
    assert sh.interaction(values, 0, 1) == pytest.approx(7.0)
    assert sh.interaction(values, 0, 2) == pytest.approx(0.0)


def test_alone_and_last():
    np.testing.assert_allclose(sh.alone(VALUES)[2], VALUES[4] - VALUES[0])
    np.testing.assert_allclose(sh.last(VALUES)[2], VALUES[15] - VALUES[11])


def test_half_a_factorial_is_refused():
    with pytest.raises(UsageError, match="all worlds"):
        sh.shapley(VALUES[:6])
