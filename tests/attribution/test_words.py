"""Words follow from where an interval lies, and from nothing else."""

import math

import pytest

from refight.attribution.interval import NONE, Estimated
from refight.attribution.words import effect_word, thresholds, visible


def around(value, half):
    return Estimated(value, half / 2, value - half, value + half)


@pytest.mark.parametrize(
    ("kind", "effect", "word"),
    [
        ("chance", around(0.2, 0.1), "raises the chance"),
        ("chance", around(-0.2, 0.1), "lowers the chance"),
        ("day", around(3, 1), "later"),
        ("count", around(-3, 1), "fewer"),
        ("chance", around(0.02, 0.01), "raises the chance, by less than a visible"),
        ("chance", around(0.0, 0.02), "no visible effect"),
        ("chance", around(0.04, 0.06), "undecided"),
        ("chance", NONE, "does not apply"),
    ],
)
def test_words_of_an_effect(kind, effect, word):
    assert effect_word(kind, effect, least=0.05 if kind == "chance" else 1.0) in (
        word,
        f"{word} amount",
        f"{word} with so few refights",
    )


def test_pairs_that_never_differ_are_identical():
    assert "identical" in effect_word("day", around(0, 0), 1.0, differing=0)


def test_the_threshold_of_a_count_is_a_share_of_what_was():
    assert visible("count", 2000) == 2000 * thresholds()["visible"]["count"]
    assert visible("day", math.nan) == thresholds()["visible"]["day"]
