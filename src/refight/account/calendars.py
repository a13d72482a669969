"""Calendars: one day in the Gregorian and the Solar Hijri calendar.

Dates travel as ISO strings (Gregorian). The conversion is persiantools', which
follows the published leap years of the Iranian calendar; months and days are
written in the usual Latin transcription.
"""

from datetime import date, timedelta

from persiantools.jdatetime import JalaliDate

from refight.errors import AccountError

GREGORIAN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SOLAR_HIJRI_MONTHS = (
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
)


def day(text: str) -> date:
    """Read an ISO date. Raises AccountError when it is not a day of the calendar.

    >>> day("1982-05-24")
    datetime.date(1982, 5, 24)
    """
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as cause:
        raise AccountError(
            "a date as YYYY-MM-DD",
            f'"{text}"',
            hint="write the day in the Gregorian calendar, such as 1982-05-24",
        ) from cause


def shift(text: str, days: int) -> str:
    """Move an ISO date by a number of days, forwards or (below zero) back.

    Raises AccountError when the answer lies outside the years 1 to 9999.
    """
    try:
        return (day(text) + timedelta(days=days)).isoformat()
    except OverflowError as cause:
        raise AccountError(
            "a day between the years 1 and 9999",
            f"{text} moved by {days} days",
            hint="check the number of days",
        ) from cause


def solar_hijri(text: str) -> str:
    """Convert an ISO date to year-month-day of the Solar Hijri calendar.

    >>> solar_hijri("1982-05-24")
    '1361-03-03'
    """
    try:
        return str(JalaliDate(day(text)).isoformat())
    except ValueError as cause:
        raise AccountError(
            "a day after 21 March 622, the first of the Solar Hijri calendar",
            f'"{text}"',
            hint="give a later date",
        ) from cause


def gregorian(text: str) -> str:
    """Convert a Solar Hijri year-month-day to an ISO date.

    >>> gregorian("1361-03-03")
    '1982-05-24'
    """
    try:
        year, month, number = (int(part) for part in text.split("-"))
        return str(JalaliDate(year, month, number).to_gregorian().isoformat())
    except ValueError as cause:
        raise AccountError(
            "a Solar Hijri date as YYYY-MM-DD", f'"{text}"', hint="such as 1361-03-03"
        ) from cause


def written(text: str) -> str:
    """Write an ISO date in words. A month alone (YYYY-MM) stays a month.

    >>> written("1980-10-26"), written("1982-04")
    ('26 October 1980', 'April 1982')
    """
    parts = text.split("-")
    if len(parts) == 2:
        return f"{GREGORIAN_MONTHS[int(parts[1]) - 1]} {int(parts[0])}"
    it = day(text)
    return f"{it.day} {GREGORIAN_MONTHS[it.month - 1]} {it.year}"


def written_solar(text: str) -> str:
    """Write an ISO date as a day of the Solar Hijri calendar, in words.

    >>> written_solar("1982-05-24")
    '3 Khordad 1361'
    """
    year, month, number = (int(part) for part in solar_hijri(text).split("-"))
    return f"{number} {SOLAR_HIJRI_MONTHS[month - 1]} {year}"


def both(text: str) -> str:
    """Write a day in both calendars; a month alone in one.

    >>> both("1980-10-26")
    '26 October 1980 (4 Aban 1359)'
    """
    if len(text.split("-")) == 2:
        return written(text)
    return f"{written(text)} ({written_solar(text)})"
