from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.errors import EvidenceError, UsageError
from refight.units import UNITS, day_date, day_index, parse, to_base

START = date(1980, 9, 22)


def test_the_edge_converts_once():
    assert to_base(1500, "m") == (1.5, "km")
    assert to_base(6, "hours") == (0.25, "day")
    assert to_base(4, "km/h") == (96, "km/day")
    assert parse(" 1_000 men ") == (1000, "person")
    assert parse("-2.5%") == (-0.025, "share")


def test_every_base_unit_is_its_own_base():
    for base, _ in UNITS.values():
        if base in UNITS:
            assert UNITS[base] == (base, 1.0)


def test_an_unknown_unit_names_the_nearest_and_the_place():
    with pytest.raises(EvidenceError) as caught:
        to_base(3, "tonns", "orbat.yaml:4", EvidenceError)
    assert caught.value.where == "orbat.yaml:4"
    assert "tonnes" in caught.value.hint


@pytest.mark.parametrize("text", ["", "km", "12", "1.2.3 km", "12 parsecs"])
def test_what_is_not_a_measure_is_refused(text):
    with pytest.raises(UsageError):
        parse(text)


@given(st.integers(-1000, 1000), st.floats(0, 0.99))
def test_dates_and_day_indices_are_inverse(days, hour):
    day = START + timedelta(days=days)
    assert day_index(day, START) == days
    assert day_date(days + hour, START) == day
