"""The words of the page of trials follow its numbers, whichever way they turn out."""

import math

import pytest

from refight.report.trialwords import said

NAMES = {"att_cas": "attacker's losses", "def_tanks": "defender's tanks lost"}


def page(away=(-0.02, -0.03, 0.06), part=-0.1, bias=0.2, mean=0.55):
    """Give a page with these numbers: rows' differences from the majority class."""
    own = {"crps": {"value": 0.5}, "nine": {"value": 0.9}, "bias": bias}
    nothing = {"value": math.nan}
    found = {
        key: {
            "differences": [
                {
                    "log_loss": {"value": value},
                    "parts": {"att_cas": {"value": part}, "def_tanks": nothing},
                }
            ],
            "scores": [{"parts": {"att_cas": own, "def_tanks": own}}],
        }
        for key, value in zip(("all", "taught", "apart"), away, strict=True)
    }
    one = {"low": 0.5, "high": 0.6, "count": 20, "won": 0.5, "interval": (0.3, 0.7)}
    return {**found, "bins": [{**one, "mean": mean}]}


def test_better_and_worse_follow_the_sign():
    one = "\n".join(said(page(), NAMES))
    assert "all rows -0.020, better" in one and "wars +0.060, worse" in one
    assert "quality" in one
    other = "\n".join(said(page(away=(0.02, 0.0, -0.06)), NAMES))
    assert "all rows +0.020, worse" in other and "fits +0.000, the same" in other
    assert "quality" not in other


def test_parts_are_told_with_their_bias_and_unknown_ones_not_at_all():
    better, worse = (said(page(part=x, bias=2 * x), NAMES)[2:] for x in (-0.1, 0.1))
    assert len(better) == len(worse) == 1
    assert "-0.100 from constant rates, better" in better[0]
    assert "below the foretold by 0.20" in better[0]
    assert "worse" in worse[0] and "above the foretold by 0.20" in worse[0]


@pytest.mark.parametrize(
    ("mean", "word"), [(0.55, "agree with"), (0.8, "do not agree")]
)
def test_chances_are_held_against_what_came(mean, word):
    assert word in said(page(mean=mean), NAMES)[1]


def test_a_page_without_the_wars_apart_is_told():
    assert "Arab" not in said({**page(), "apart": None}, NAMES)[0]
