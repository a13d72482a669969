"""Days: moments of a refight as dates and day numbers, in few words.

A value counts days from midnight of the act's first day, which is day 0; infinity
means *not within the act*. The record gives whole days on the same count.
"""

import math
from datetime import date, datetime, timedelta

NEVER = "never"


def date_of(start: datetime, value: float) -> date:
    """Give the date of a day index.

    >>> date_of(datetime(1980, 9, 22, 6), 34.25).isoformat()
    '1980-10-26'
    """
    return start.date() + timedelta(days=math.floor(value))


def short_date(start: datetime, value: float) -> str:
    """Write a day index as a date without its year, or *never*.

    >>> first = datetime(1980, 9, 22)
    >>> short_date(first, 34), short_date(first, math.inf)
    ('26 Oct', 'never')
    """
    if not math.isfinite(value):
        return NEVER
    return f"{date_of(start, value):%-d %b}"


def long_date(start: datetime, value: float) -> str:
    """Write a day index as a whole date.

    >>> long_date(datetime(1980, 9, 22), 34)
    '26 October 1980'
    """
    return f"{date_of(start, value):%-d %B %Y}" if math.isfinite(value) else NEVER


def date_span(start: datetime, low: float, high: float) -> str:
    """Write two day indices as a span of dates; the month once where it is one.

    >>> first = datetime(1980, 9, 22)
    >>> date_span(first, 32, 35), date_span(first, 5, 12), date_span(first, 34, 34)
    ('24-27 Oct', '27 Sep-4 Oct', '26 Oct')
    """
    one, two = short_date(start, low), short_date(start, high)
    if one == two:
        return one
    first, last = one.split(), two.split()
    if len(first) == len(last) == 2 and first[1] == last[1]:
        return f"{first[0]}-{two}"
    return f"{one}-{two}"


def count(days: float) -> str:
    """Write a number of days, with a half where there is one.

    >>> count(1), count(1.5), count(-3)
    ('1 day', '1.5 days', '-3 days')
    """
    rounded = round(2 * days) / 2
    number = f"{rounded:g}"
    return f"{number} day" if abs(rounded) == 1 else f"{number} days"
