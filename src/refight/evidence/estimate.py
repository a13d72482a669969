"""Estimate: the one door to numbers that shape a result.

`Estimate` is the distribution, `reconcile` makes one from claims, `orbat_estimate`
from a formation, `outcome_estimate` from what is on record, `read_estimates` from
a file; `assumptions` picks those that rest on no claim.
"""

from refight.evidence.distribution import RULES, Estimate, assumptions, rule_for
from refight.evidence.read_estimates import read_estimates
from refight.evidence.reconcile import (
    RECONCILING,
    orbat_estimate,
    outcome_estimate,
    reconcile,
)

__all__ = [
    "RECONCILING",
    "RULES",
    "Estimate",
    "assumptions",
    "orbat_estimate",
    "outcome_estimate",
    "read_estimates",
    "reconcile",
    "rule_for",
]
