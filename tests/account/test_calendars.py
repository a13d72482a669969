"""Both calendars, with days whose Solar Hijri date is on record elsewhere."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.account.calendars import (
    both,
    day,
    gregorian,
    shift,
    solar_hijri,
    written,
    written_solar,
)
from refight.errors import AccountError


@pytest.mark.parametrize(
    ("iso", "solar", "words"),
    [
        ("1980-09-22", "1359-06-31", "31 Shahrivar 1359"),
        ("1980-09-23", "1359-07-01", "1 Mehr 1359"),
        ("1980-10-26", "1359-08-04", "4 Aban 1359"),
        ("1982-04-30", "1361-02-10", "10 Ordibehesht 1361"),
        ("1982-05-24", "1361-03-03", "3 Khordad 1361"),
        ("1980-03-20", "1358-12-30", "30 Esfand 1358"),
        ("1981-03-20", "1359-12-29", "29 Esfand 1359"),
        ("1981-03-21", "1360-01-01", "1 Farvardin 1360"),
    ],
)
def test_days_on_record_in_both_calendars(iso, solar, words):
    assert solar_hijri(iso) == solar
    assert written_solar(iso) == words
    assert gregorian(solar) == iso


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_there_and_back_again(it):
    assert gregorian(solar_hijri(it.isoformat())) == it.isoformat()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_next_day_is_the_next_day_in_both(it):
    one = solar_hijri(it.isoformat())
    other = solar_hijri((it + timedelta(days=1)).isoformat())
    assert one < other


def test_days_are_written_in_words():
    assert both("1980-10-26") == "26 October 1980 (4 Aban 1359)"
    assert written("1982-04") == both("1982-04") == "April 1982"


def test_shifting_counts_days():
    assert shift("1982-05-24", -575) == "1980-10-26"


@pytest.mark.parametrize("bad", ["1982-02-30", "24 May 1982", "", "1982-5-24"])
def test_what_is_no_day_is_refused(bad):
    with pytest.raises(AccountError, match="YYYY-MM-DD"):
        day(bad)


@pytest.mark.parametrize("bad", ["1361-13-01", "1360-12-30", "soon"])
def test_what_is_no_solar_day_is_refused(bad):
    with pytest.raises(AccountError, match="Solar Hijri"):
        gregorian(bad)


def test_a_shift_out_of_the_calendar_is_refused():
    with pytest.raises(AccountError, match="9999"):
        shift("1982-05-24", 10**9)


def test_before_the_solar_calendar_there_is_no_date():
    with pytest.raises(AccountError, match="622"):
        solar_hijri("0500-01-01")
