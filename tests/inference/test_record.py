"""The record in the file is there, and each claim is an interval of its outcome."""

import math

import pytest

from refight.inference.record import cell, claims_of, outcomes_of, settings
from tests.ensemble.acts import ACTS, ready


@pytest.mark.parametrize("act", ACTS)
def test_claims_of_an_act_are_intervals(act):
    base = ready(act)
    claims = claims_of(base.scenario, base.archive)
    assert outcomes_of(claims).keys() == settings()["record"][act].keys()
    for each in claims:
        assert each.low < each.high, each
        assert each.kind == "count" or each.lean == 0


@pytest.mark.parametrize("act", ACTS)
def test_copies_of_one_claim_count_once(act):
    base = ready(act)
    claims = claims_of(base.scenario, base.archive)
    keys = [(each.family, each.outcome, each.low, each.high) for each in claims]
    assert len(keys) == len(set(keys))


def test_the_fall_of_the_city_is_dated_by_several_families():
    base = ready("fall")
    claims = [
        c for c in claims_of(base.scenario, base.archive) if c.outcome == "fall-date"
    ]
    assert {(32.0, 33.0), (34.0, 35.0)} <= {(each.low, each.high) for each in claims}
    assert any(each.doubtful for each in claims)  # one is recalled


def test_sources_lean_against_their_own_losses():
    base = ready("liberation")
    claims = claims_of(base.scenario, base.archive)
    lean = {each.family.rpartition("/")[2]: each.lean for each in claims}
    assert lean["official-prisoners"] == 1
    assert lean["official-iranian-dead"] == -1


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [(19000, 19000, (18500, 19500)), (19070, 19070, (19065, 19075)),
     (7, 7, (6.5, 7.5)), (200, 500, (200, 500)), (0, 0, (0, 0))],
)  # fmt: skip
def test_rounding_cells(low, high, ends):
    assert cell(low, high) == ends


def test_a_lone_count_is_its_cell_on_the_log_scale():
    base = ready("liberation")
    dead = [c for c in claims_of(base.scenario, base.archive)
            if c.outcome == "iranian-killed"]  # fmt: skip
    assert (math.log(5500), math.log(6500)) in [(c.low, c.high) for c in dead]
