"""Estimates: they rest on something, and their quantiles are what they say."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.evidence.estimate import (
    RULES,
    Estimate,
    assumptions,
    orbat_estimate,
    outcome_estimate,
    read_estimates,
)

MEN = Estimate("men", "persons", 100, 200, 500, "split-lognormal", ("f/c",))
AT = np.array([0.05, 0.5, 0.95])


@pytest.mark.parametrize("rule", ["split-lognormal", "split-normal"])
def test_three_points_are_three_quantiles(rule: str) -> None:
    found = replace(MEN, rule=rule).quantiles(AT)
    np.testing.assert_allclose(found, [100, 200, 500], rtol=1e-9)


def test_fixed_has_no_spread() -> None:
    one = Estimate("one", "1", 7, 7, 7, "fixed", ("f/c",))
    assert one.quantiles(np.array([[0.0, 1.0]])).tolist() == [[7, 7]]


def test_bounds_cut_off() -> None:
    shares = Estimate(
        "share", "1", 0, 0.1, 0.4, "split-normal", ("f/c",), bounds=(0, 0.5)
    )
    assert shares.quantiles(np.array([0.001, 0.9999])).tolist() == [0, 0.5]


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(sorted(RULES)))
def test_quantiles_rise_and_are_finite(a: float, b: float, rule: str) -> None:
    spread = (200, 200) if rule == "fixed" else (100, 500)
    each = replace(MEN, rule=rule, low=spread[0], high=spread[1])
    low, high = each.quantiles(np.array(sorted([a, b])))
    assert np.isfinite([low, high]).all()
    assert low <= high


def test_outside_0_to_1_is_refused() -> None:
    with pytest.raises(EvidenceError, match="probabilities"):
        MEN.quantiles(np.array([1.5]))


def test_neither_claims_nor_assumption_is_refused() -> None:
    with pytest.raises(EvidenceError, match="neither"):
        replace(MEN, claims=())


def test_both_claims_and_assumption_are_refused() -> None:
    with pytest.raises(EvidenceError, match="both"):
        replace(MEN, assumption="because")


@pytest.mark.parametrize(
    "fault",
    [
        {"low": 300.0},
        {"high": float("inf")},
        {"low": 0.0},
        {"rule": "lognormal"},
        {"rule": "fixed"},
        {"bounds": (0.0, 10.0)},
    ],
)
def test_impossible_points_are_refused(fault: dict[str, object]) -> None:
    with pytest.raises(EvidenceError):
        replace(MEN, **fault)


def test_assumptions_are_counted() -> None:
    guess = replace(MEN, claims=(), assumption="no source")
    assert assumptions([MEN, guess]) == (guess,)


def test_orbat_range(campaign: Path) -> None:
    entry = Archive.read(campaign).orbat_entry("guard")
    men = orbat_estimate(entry, "personnel")
    assert (men.low, men.best, men.high) == (100, 200, 400)
    assert men.claims == ("ford/c-1",)
    assert "derived: Split of the total" in men.note


def test_orbat_single_number(campaign: Path) -> None:
    entry = Archive.read(campaign).orbat_entry("guard")
    tanks = orbat_estimate(entry, "tanks")
    assert (tanks.low, tanks.best, tanks.high) == (9, 10, 11)
    stated = replace(entry, derived=False)
    assert orbat_estimate(stated, "tanks").rule == "fixed"


def test_orbat_without_claims_is_an_assumption_with_its_reason(campaign: Path) -> None:
    entry = replace(Archive.read(campaign).orbat_entry("guard"), claims=())
    assert orbat_estimate(entry, "personnel").assumption == entry.reasoning
    assert orbat_estimate(entry, "guns").assumption.startswith("no number of guns")


def test_orbat_field_must_exist(campaign: Path) -> None:
    entry = Archive.read(campaign).orbat_entry("guard")
    with pytest.raises(EvidenceError, match='did you mean "tanks"'):
        orbat_estimate(entry, "tank")


def test_every_number_of_the_order_of_battle_is_an_estimate(archive: Archive) -> None:
    for entry in archive.orbat.values():
        for field in ("personnel", "tanks", "apcs", "guns"):
            each = orbat_estimate(entry, field)
            assert bool(each.claims) != bool(each.assumption)


def test_outcome_dates_are_days(archive: Archive) -> None:
    each = outcome_estimate(archive.outcome("fall-date"), "1980-09-22")
    assert (each.low, each.best, each.high, each.unit) == (32, 34, 35, "days")


def test_every_outcome_is_an_estimate(archive: Archive) -> None:
    for each in archive.outcomes.values():
        assert outcome_estimate(each, "1980-09-22").claims


GOOD = """\
guard-strength:
  unit: persons
  low: 100
  best: 200
  high: 400
  claims: [c-1, ford/c-2]
order-delay:
  unit: hours
  low: 6
  best: 12
  high: 24
  rule: split-lognormal
  assumption: No source times the orders.
voices:
  rule: envelope
  claims: [c-1, c-2, c-3]
"""


def test_reading_a_file(campaign: Path) -> None:
    path = campaign / "estimates.yaml"
    path.write_text(GOOD)
    found = read_estimates(path, Archive.read(campaign))
    assert found["guard-strength"].claims == ("ford/c-1", "ford/c-2")
    assert found["guard-strength"].rule == "split-lognormal"
    assert found["order-delay"].is_assumption
    assert (found["voices"].low, found["voices"].high) == (300, 900)
    assert found["voices"].reconciled == "envelope"
    assert found["voices"].where.endswith("estimates.yaml:14")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  assumption: No source times the orders.\n", "", "neither"),
        ("c-1, ford/c-2", "c-9", "a claim"),
        ("unit: hours", "units: hours", 'did you mean "unit"?'),
        ("unit: hours", "unit: ''", "a unit of order-delay"),
        ("best: 12", "best: 40", "to rise"),
        ("best: 12", "best: twelve", "a number for best"),
        ("rule: split-lognormal", "rule: splitlognormal", "split-lognormal"),
        ("  rule: envelope\n", "", "a number for low of voices"),
    ],
)
def test_a_bad_file_is_refused(campaign: Path, old: str, new: str, said: str) -> None:
    path = campaign / "estimates.yaml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(EvidenceError) as caught:
        read_estimates(path, Archive.read(campaign))
    assert said in caught.value.message()
    assert "estimates.yaml:" in caught.value.where
