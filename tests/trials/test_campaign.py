"""A fit as priors of an act: its ranges are used, nothing else moves."""

import pytest

from refight.ensemble.refight import prepare
from refight.trials.campaign import priors, with_combat
from refight.trials.coefficients import Fit, shipped

RANGES = {"loss.attacker": (0.02, 0.05, 0.1), "trial.massing": (3.0, 3.0, 3.0)}


@pytest.fixture(scope="module")
def fit():
    other = {"loss.attacker": (0.04, 0.07, 0.12)}
    return Fit(tuple(shipped().with_ranges(each) for each in (RANGES, other)), {})


def test_priors_are_the_members_middle_and_the_engines_alone(fit):
    assert priors(fit) == {"loss.attacker": pytest.approx((0.03, 0.06, 0.11))}


def test_an_act_takes_the_ranges_and_says_that_they_are_assumed(fit):
    base = prepare("fall")
    changed = with_combat(base, fit)
    own = changed.compiled.deck.own["loss.attacker"]
    assert (own.low, own.best, own.high) == pytest.approx((0.03, 0.06, 0.11))
    assert own.is_assumption and "other battles" in own.assumption
    kept = base.compiled.deck.own
    moved = [n for n, e in changed.compiled.deck.own.items() if e != kept[n]]
    assert moved == ["loss.attacker"]
    assert changed.digest != base.digest
