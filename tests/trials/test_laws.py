"""The engine at its limits is Lanchester's; the closed forms are right themselves."""

import math
from dataclasses import replace

import numpy as np
import pytest

from refight.trials import laws

DUEL = laws.Duel(2e6, 1.5e6, 0.02, 0.03, 12, 1.0)


@pytest.mark.parametrize("law", laws.CLOSED)
def test_the_engine_keeps_to_the_closed_form(law):
    exponent, closed = laws.CLOSED[law]
    assert laws.worst(replace(DUEL, exponent=exponent), closed) < 0.005


def test_another_law_is_seen_to_be_another():
    assert laws.worst(replace(DUEL, exponent=0.0), laws.square) > 0.02
    assert laws.worst(DUEL, laws.linear) > 0.02


def test_the_square_law_keeps_its_difference_of_squares():
    found = laws.square(DUEL)
    kept = 0.03 * found[:, 0] ** 2 - 0.02 * found[:, 1] ** 2
    assert kept == pytest.approx(0.03 * 4e12 - 0.02 * 2.25e12)


def test_the_linear_law_keeps_its_exchange():
    found = laws.linear(DUEL)
    lost = np.array([[2e6, 1.5e6]]) - found
    assert lost[:, 0] / lost[:, 1] == pytest.approx(0.02 / 0.03)


def test_landings_come_on_their_day_and_follow_engel():
    asked = replace(DUEL, landings=((3, 5e5),))
    law = laws.engel(1.5e6, (0.02, 0.03), [(0, 2e6), (3, 5e5)], 12)
    assert laws.duel(asked) == pytest.approx(law, rel=0.006)


def test_a_known_daily_law_is_found_again():
    chance = np.random.default_rng(2)
    strength = np.exp(chance.normal(12, 0.3, (60, 2)))
    attacks = np.zeros((60, 2), bool)
    attacks[:20, 1] = attacks[20:, 0] = True
    tilt = np.where(attacks, 0.8, 1 / 0.8)
    lost = 1e-4 * strength**0.7 * strength[:, ::-1] ** 0.4 * tilt
    found = laws.daily_law(strength, lost, attacks)
    assert (found.enemy, found.own) == pytest.approx((0.4, 0.7))
    assert found.attacker == pytest.approx(0.8)
    assert found.right == pytest.approx(1.0)


def test_without_a_change_of_attacker_d_is_not_known():
    strength = np.exp(np.random.default_rng(2).normal(12, 0.3, (30, 2)))
    attacks = np.tile([True, False], (30, 1))
    found = laws.daily_law(strength, strength * 0.01, attacks)
    assert math.isnan(found.attacker)
    assert found.own == pytest.approx(1.0)


def test_persistence_wins_where_losses_drift():
    drift = np.exp(np.linspace(5, 9, 40))[:, None] * np.ones(2)
    found = laws.one_day_ahead(drift)
    assert found["same as yesterday"] < found["constant rate"]
