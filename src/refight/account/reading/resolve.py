"""Resolve: from dates as they stand in a text to days of the calendar.

What a mention leaves unsaid is taken from the dates around it: the year of a date
that follows in the same breath ("from 19 May to 3 June 1982"), else the year that
brings it nearest to the last day or month dated before. Both are said as such.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from persiantools.jdatetime import JalaliDate

from refight.account.calendars import GREGORIAN_MONTHS, written
from refight.account.reading.dates import GREGORIAN, SOLAR, Raw
from refight.account.reading.model import DATE, Finding
from refight.account.reading.tokens import words

BREATH = 24  # characters between two dates that share a year
LINKING = frozenset(words("and or to until till through from the on of a - \u2013 , "))
REFORM = date(1582, 10, 15)  # earlier days are days of the Julian calendar
Day = date | JalaliDate


def shared_years(raws: Sequence[Raw], text: str) -> list[Raw]:
    """Give a date without a year that of the next date of the same breath."""
    found = list(raws)
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        between = text[one.end : following.start].lower().replace(",", " ").split()
        near = following.start - one.end <= BREATH and {*between} <= LINKING
        if near and one.year is None and one.month and following.year:
            later = one.month > (following.month or 12)
            same = one.calendar == following.calendar
            if same:
                found[at] = replace(one, year=following.year - later)
    return found


def resolve(raw: Raw, text: str, last: date | None) -> Finding | str:
    """Make a date of a mention, or say why it is none.

    last  the day or month dated last before it, by its first day
    """
    if raw.fault:
        return raw.fault
    if raw.year is None and last is None:
        return "a date without a year, and none before it"
    try:
        whole, added = _filled(raw, last)
        first, end = _ends(whole)
    except (ValueError, OverflowError):
        return f"no such day in the {raw.calendar} calendar"
    notes = [each for each in (added, raw.note, _old_style(end)) if each]
    return Finding(
        DATE,
        raw.start,
        raw.end,
        text[raw.start : raw.end],
        first=first.isoformat(),
        last=end.isoformat(),
        calendar=raw.calendar,
        reading="; ".join(notes) or "as written",
    )


def anchors(finding: Finding) -> bool:
    """Tell whether dates that follow may be filled from this one: a day or a month."""
    first, last = date.fromisoformat(finding.first), date.fromisoformat(finding.last)
    return (last - first).days < 32


def weekday_of(raw: Raw, finding: Finding) -> bool | None:
    """Tell whether a day of the week fits the date; None where it cannot be told."""
    day = date.fromisoformat(finding.first)
    if raw.weekday is None or finding.first != finding.last or day < REFORM:
        return None
    return day.weekday() == raw.weekday


def _filled(raw: Raw, last: date | None) -> tuple[Raw, str]:
    if raw.year is not None or last is None:
        return raw, ""
    known = JalaliDate(last) if raw.calendar == SOLAR else last
    if raw.month is None:
        said = f"month and year not stated: those of {_spoken(last)}"
        return replace(raw, year=known.year, month=known.month), said
    near = [replace(raw, year=known.year + step) for step in (0, -1, 1)]
    if raw.past:
        before = [each for each in near if _ends(each)[0] < last]
        return max(before, key=lambda r: _ends(r)[0]), "the last before the date above"
    best = min(near, key=lambda r: abs((_ends(r)[0] - last).days))
    return best, f"year not stated: the nearest to {_spoken(last)}"


def _ends(raw: Raw) -> tuple[date, date]:
    """Give the first and the last day. Raises ValueError where there is none."""
    year = raw.year or 0
    if raw.month is None:
        return _day(raw, year, 1, 1), _before(raw, (raw.last_year or year) + 1, 1)
    if raw.day is None:
        later = (year + 1, 1) if raw.month == 12 else (year, raw.month + 1)
        return _day(raw, year, raw.month, 1), _before(raw, *later)
    first = _day(raw, year, raw.month, raw.day)
    last = _day(raw, year, raw.month, raw.last_day or raw.day)
    if last < first:
        raise ValueError("the last day before the first")
    return first, last


def _day(raw: Raw, year: int, month: int, day: int) -> date:
    if raw.calendar == GREGORIAN:
        return date(year, month, day)
    converted: date = JalaliDate(year, month, day).to_gregorian()
    return converted


def _before(raw: Raw, year: int, month: int) -> date:
    return _day(raw, year, month, 1) - timedelta(days=1)


def _old_style(day: date) -> str:
    return "as written; the days of its time were Julian" if day < REFORM else ""


def _spoken(day: date) -> str:
    return (
        f"{GREGORIAN_MONTHS[day.month - 1]} {day.year}"
        if day.day == 1
        else written(day.isoformat())
    )
