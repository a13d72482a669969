"""What is compared of a refight: never becomes the day after the last."""

import numpy as np
import pytest

from refight.attribution.measures import (
    BY_RECORD,
    WITHIN_ACT,
    horizon,
    measure_of,
    measures_of,
    values_of,
)
from refight.errors import UsageError
from tests.report import fake

SCENARIO, ARCHIVE = fake.scenario(), fake.archive()


def values(name, column, found):
    measure = measure_of(SCENARIO, ARCHIVE, name)
    return values_of(measure, {f"outcome.{column}": np.array(found)}).tolist()


def test_the_decision_by_the_day_on_record_and_within_the_act():
    # the record's best is 26 October, day 34: all of that day counts
    days = [33.0, 34.0, 35.0, np.inf]
    assert values(BY_RECORD, "fall-date", days) == [1, 1, 0, 0]
    assert values(WITHIN_ACT, "fall-date", days) == [1, 1, 1, 0]


def test_never_counts_as_the_day_after_the_last():
    assert horizon(SCENARIO) == 51  # 50 days from six in the morning of day 0
    assert values("fall-date", "fall-date", [12.0, np.inf]) == [12.0, 51.0]


def test_what_does_not_apply_stays_so():
    found = values("fall-date", "fall-date", [np.nan, -np.inf, 3.0])
    assert np.isnan(found[:2]).all() and found[2] == 3.0


def test_events_are_chances_and_numbers_are_counts():
    known = measures_of(SCENARIO, ARCHIVE)
    assert known["south-bank"].kind == "chance"
    assert known["iraqi-killed"].kind == "count"
    assert known["max-iraqi-tanks"].input and not known["max-iraqi-tanks"].scored
    assert list(known)[:2] == [BY_RECORD, WITHIN_ACT]


def test_an_unknown_measure_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="iraqi-killed"):
        measure_of(SCENARIO, ARCHIVE, "iraqi-kiled")
