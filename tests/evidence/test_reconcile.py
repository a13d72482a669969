"""Reconciling: copies count once, and each rule does what its words say."""

from dataclasses import replace
from pathlib import Path

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.evidence.reconcile import reconcile


def test_envelope_takes_outermost_ends_and_median_of_roots(campaign: Path) -> None:
    found = reconcile(Archive.read(campaign).on("strength"), "envelope")
    assert (found.low, found.high) == (300, 900)
    assert found.best == pytest.approx((600 + 350) / 2)  # official 600, pair 350


def test_copies_do_not_pull_the_median(campaign: Path) -> None:
    archive = Archive.read(campaign)
    claim = archive.claim("c-2")
    copies = [replace(claim, id=f"again-{n}") for n in range(9)]
    few = reconcile(archive.on("strength"), "median-of-roots")
    many = reconcile([*archive.on("strength"), *copies], "median-of-roots")
    assert (few.low, few.best, few.high) == (many.low, many.best, many.high)


def test_one_root_alone_is_trusted_to_a_quarter(campaign: Path) -> None:
    claim = Archive.read(campaign).claim("c-1")
    found = reconcile([claim], "median-of-roots")
    assert found.high / found.best == pytest.approx(1.25)
    assert found.best / found.low == pytest.approx(1.25)


def test_agreeing_roots_leave_no_spread(campaign: Path) -> None:
    claim = Archive.read(campaign).claim("c-1")
    other = replace(claim, id="c-8", root="another")
    assert reconcile([claim, other], "median-of-roots").rule == "fixed"


def test_single_range(campaign: Path) -> None:
    found = reconcile([Archive.read(campaign).claim("c-2")], "single-range")
    assert (found.low, found.high) == (300, 400)
    assert found.best == pytest.approx((300 * 400) ** 0.5)


def test_dates_are_days_after_the_start(campaign: Path) -> None:
    claim = Archive.read(campaign).claim("c-3")
    found = reconcile([claim], "envelope", start="1980-09-20")
    assert (found.low, found.best, found.high, found.unit) == (2, 3, 4, "days")


def test_mixed_units_are_refused(archive: Archive) -> None:
    mixed = archive.get_claims(["press-575", "press-attackers"])
    with pytest.raises(EvidenceError, match="claims in one unit"):
        reconcile(mixed, "envelope")


def test_unknown_rule_names_the_nearest(campaign: Path) -> None:
    with pytest.raises(EvidenceError, match='did you mean "envelope"'):
        reconcile(Archive.read(campaign).on("strength"), "envelop")


def test_a_claim_without_a_number_is_refused(archive: Archive) -> None:
    with pytest.raises(EvidenceError, match="a number in the claim"):
        reconcile([archive.claim("press-bonn")], "envelope")


def test_no_claims_are_refused() -> None:
    with pytest.raises(EvidenceError, match="at least one claim"):
        reconcile([], "envelope", "nothing")
