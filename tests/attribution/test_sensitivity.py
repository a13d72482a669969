"""Shares of the variance are recovered where they are known."""

import numpy as np
import pytest

from refight.attribution.sensitivity import decided, decides, drawn_of, rule_of
from refight.errors import UsageError
from tests.ensemble.acts import ready

DRAWS = 2000


def drawn(count=6, draws=DRAWS, seed=1):
    chance = np.random.default_rng(seed)
    return {f"loss.{n}" if n < 3 else f"x/u{n}.personnel": chance.normal(size=draws)
            for n in range(count)}  # fmt: skip


def two(middle, noise, seed=2):
    chance = np.random.default_rng(seed)
    return middle + noise * chance.normal(size=(2, len(middle)))


def test_known_shares_of_a_sum_and_of_noise():
    x = list(drawn().values())
    found = decided("day", drawn(), two(3 * x[0] + 2 * x[3], noise=np.sqrt(12)))
    share = {each.name: each.share for each in found.indices}
    assert share["loss.0"] == pytest.approx(9 / 25, abs=0.04)
    assert share["x/u3.personnel"] == pytest.approx(4 / 25, abs=0.04)
    assert share.get("loss.1", 0) == pytest.approx(0, abs=0.02)
    assert found.noise == pytest.approx(12 / 25, abs=0.04)
    assert found.together == pytest.approx(0, abs=0.08)
    assert found.groups["loss"] == pytest.approx(9 / 25, abs=0.05)
    assert [each.name for each in found.indices[:2]] == ["loss.0", "x/u3.personnel"]


def test_curved_effects_count_and_products_act_through_each_other():
    x = list(drawn().values())
    curved = decided("day", drawn(), two(x[0] ** 2, noise=0.1))
    assert curved.indices[0].share > 0.6  # tenths miss the ends
    product = decided("day", drawn(), two(x[0] * x[1], noise=0.1))
    assert product.together > 0.85


def test_intervals_hold_the_share_and_nothing_is_rarely_clear():
    held, clear = [], []
    for seed in range(30):
        given = drawn(draws=400, seed=seed)
        x = list(given.values())
        found = decided("day", given, two(2 * x[0], noise=2.0, seed=1000 + seed))
        index = next(each for each in found.indices if each.name == "loss.0")
        held.append(index.low <= 0.5 <= index.high)
        clear.append(any(e.clear for e in found.indices if e.name != "loss.0"))
        assert index.clear
    assert np.mean(held) > 0.7
    assert np.mean(clear) < 0.15  # one in twenty, by luck


def test_luck_among_many_is_rarely_taken_for_more():
    numbers, rules = [], []
    for seed in range(8):
        many = drawn(count=60, draws=100, seed=seed)
        middle = np.random.default_rng(100 + seed).normal(size=100)
        found = decided("day", many, two(middle, noise=0.5, seed=200 + seed))
        assert found.indices[0].share > 0.05  # some look large
        numbers.append(any(each.clear for each in found.indices))
        rules.append(bool(found.groups))
    assert sum(numbers) <= 2 and sum(rules) <= 2


def test_a_result_that_never_varies_has_no_shares():
    found = decided("day", drawn(), np.full((2, DRAWS), 7.0))
    assert (found.sd, found.indices) == (0.0, ())


def test_what_does_not_apply_is_left_out():
    values = two(next(iter(drawn().values())), noise=0.1)
    values[0, :500] = np.nan
    assert decided("day", drawn(), values).indices[0].share > 0.9


def test_fixed_estimates_do_not_vary():
    names = set(drawn_of(ready("fall"), seed=1, draws=4))
    deck = ready("fall").compiled.deck.own
    assert names == {name for name, each in deck.items() if each.rule != "fixed"}
    assert {rule_of(name) for name in names} >= {"loss", "strength: personnel"}


def test_too_few_draws_are_refused():
    with pytest.raises(UsageError, match="at least 50 draws"):
        decides(ready("fall"), ("fall-date",), draws=20)
