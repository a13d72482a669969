"""Rival priors move the estimates of a cause and nothing else."""

import numpy as np
import pytest

from refight.attribution.causes import causes_of
from refight.attribution.measures import measure_of
from refight.attribution.order import order_of, weigh
from refight.attribution.rivals import Rival, priors_of, rivals_of
from tests.ensemble.acts import ready
from tests.report import fake


def cause(act, name):
    causes = causes_of(ready(act).scenario)
    return causes.causes[causes.index(name)]


def test_a_sceptical_prior_lies_half_way_and_a_credulous_one_beyond():
    base = ready("liberation")
    priors = priors_of(base, [cause("liberation", "iraqi-cohesion")])
    assert list(priors) == ["as shipped", "sceptical", "credulous", "wide"]
    name, absent = "cohesion.start.iraq82", "cohesion.start.ordinary"
    was, gone = base.estimates[name], base.estimates[absent]
    best = {name_of: each.act.estimates[name].best for name_of, each in priors.items()}
    assert best["sceptical"] == pytest.approx((was.best + gone.best) / 2)
    assert abs(best["credulous"] - gone.best) > abs(was.best - gone.best)
    wide = priors["wide"].act.estimates[name]
    assert wide.best == was.best
    assert wide.high - wide.low > was.high - was.low
    level = cause("liberation", "iraqi-cohesion").lever.levels["ordinary"]
    others = set(base.estimates) - set(level.estimates)
    for each in priors.values():
        assert all(each.act.estimates[e] == base.estimates[e] for e in others)


def test_the_rivals_of_plans_doubt_what_calibration_leaves_free():
    priors = priors_of(ready("fall"), [cause("fall", "defence-policy")], pairs=200)
    assert list(priors) == ["as shipped", "lower", "higher", "wider"]
    means = {
        name: np.mean([*e.fixed.values()]) for name, e in priors.items() if e.fixed
    }
    assert means["lower"] < 0.35 < means["wider"] < 0.65 < means["higher"]
    spread = {n: np.std([*e.fixed.values()]) for n, e in priors.items() if e.fixed}
    assert spread["wider"] > 0.32  # a uniform one has 0.29
    assert all(each.act is ready("fall") for each in priors.values())


@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_every_cause_has_priors_that_can_be_laid_out(act):
    for each in causes_of(ready(act).scenario).causes:
        for prior in priors_of(ready(act), [each]).values():
            assert prior.act.compiled.deck.own


def write_down(worlds, *_):
    """Let the city fall on day 30 as it was and on day 36 without a cause."""
    days = np.array([[36.0 if each else 30.0] * 4 for each in worlds.choices])
    outcomes = worlds.base.scenario.outcomes
    columns = {f"outcome.{each.id}": np.zeros_like(days) for each in outcomes}
    return columns | {"outcome.fall-date": days}


def test_causes_share_the_act_as_it_was(monkeypatch):
    asked = []

    def noted(worlds, *given):
        asked.extend((worlds.digest, each) for each in worlds.choices)
        return write_down(worlds, *given)

    monkeypatch.setattr("refight.attribution.rivals.refight_worlds", noted)
    for name in ("iraqi-belief", "defence-policy"):
        rivals_of(ready("fall"), [[cause("fall", name)]], ["fall-date", "by-record"], 4)
    shipped, other = asked[0], asked[8]
    assert shipped == other and shipped[1] == {}
    assert asked[1] != asked[9]


def test_effects_are_with_minus_without(monkeypatch):
    monkeypatch.setattr("refight.attribution.rivals.refight_worlds", write_down)
    belief = cause("fall", "iraqi-belief")
    (shipped, *_) = rivals_of(ready("fall"), [[belief]], ["fall-date", "by-record"], 4)
    assert shipped.effect(["iraqi-belief"], "fall-date").value == -6
    assert shipped.effect(["iraqi-belief"], "by-record").value == 1  # day 34 on record


def test_an_order_is_the_share_of_refights_in_which_the_first_does_more():
    order = order_of("faith-over-skill")
    day = np.array([20.0, 20.0, 20.0, 20.0])
    known = {"day": fake_measure()}
    rival = Rival(
        "as shipped",
        known,
        {"day": day},
        {
            order.more: {"day": day + np.array([3, 1, 2, 0])},
            order.less: {"day": day + np.array([1, 2, 2, 0])},
        },
    )
    weighed = weigh(order, rival, "day", sign=-1)
    assert weighed.more.value == 1.5  # days that it takes off
    assert weighed.gap.value == pytest.approx(0.25)
    assert weighed.chance.value == pytest.approx((1 + 0 + 0.5 + 0.5) / 4)
    assert weighed.chance.low < 0.2 and weighed.chance.high > 0.8  # four refights
    assert weighed.ties == 0.5


def fake_measure():
    return measure_of(fake.scenario(), fake.archive(), "fall-date")
