"""Verdicts follow from thresholds."""

from dataclasses import replace

import numpy as np
import pytest

from refight.attribution.interval import Estimated
from refight.attribution.measures import decision_scale
from refight.attribution.verdict import entangled, verdict_of, verdict_without
from tests.attribution import planted


def around(value, half=0.02):
    return Estimated(value, half / 2, value - half, value + half)


def found(**worlds):
    """Give a planted factorial with other chances of the decision by world."""
    made = planted.factorial(seeds=100)
    values = np.zeros((16, 100))
    for world in range(16):
        share = sum(worlds[name] for bit, name in enumerate(planted.NAMES)
                    if name in worlds and world >> bit & 1)  # fmt: skip
        values[world] = np.arange(100) < 100 * (0.1 + share)
    return replace(made, values={**made.values, "by-record": values}, _shares={})


def test_a_share_that_is_clear_raises_the_chance():
    assert verdict_of(found(numbers=0.3), "numbers").word.startswith(
        "raises the chance"
    )
    assert verdict_of(found(numbers=0.3), "nothing").word == "no visible effect"


def test_priors_that_disagree_make_it_set_by_assumption():
    effects = [around(0.3), around(0.0), around(0.5)]
    assert (
        verdict_of(found(numbers=0.3), "numbers", effects).word == "set by assumption"
    )
    assert verdict_without("numbers", effects, "by-record").word == "set by assumption"
    assert "raises" in verdict_without("numbers", effects[:1], "by-record").word


def test_what_is_undecided_disagrees_with_nothing():
    effects = [around(0.3), around(0.1, half=0.3)]
    verdict = verdict_without("numbers", effects, "by-record")
    assert "raises" in verdict.word
    assert "undecided under 1 of 2 priors" in verdict.reason  # nor does it agree


def test_parts_that_hang_on_a_convention_are_not_separable():
    made = planted.factorial(seeds=100)
    # either of the two suffices: whoever comes first takes all
    bits = [[(world >> bit) & 1 for bit in range(2)] for world in range(16)]
    values = np.array([[float(any(each))] * 100 for each in bits])
    either = replace(made, values={**made.values, "by-record": values}, _shares={})
    assert entangled(either, "belief") == ("numbers",)
    assert verdict_of(either, "belief").word == "not separable from numbers"
    assert entangled(found(belief=0.2, numbers=0.3), "belief") == ()


@pytest.mark.parametrize(
    ("chances", "scale"),
    [((0.5, 0.0), "by-record"), ((1 / 24, 0.0), "within-act"),
     ((1.0, 0.99), "within-act"), ((1.0, 0.5), "by-record")],
)  # fmt: skip
def test_the_scale_of_the_decision_leaves_room_for_an_effect(chances, scale):
    assert decision_scale(chances) == scale
