"""Units: what the numbers inside are counted in, and conversion at the edge.

Inside the package every quantity is in a base unit: person, vehicle, gun, tonne,
km, km2, day, share. Anything else is converted once, where it is read. Dates
become day indices counted from the start of an act, whose first day is day 0.
"""

import math
import re
from datetime import date, timedelta

from refight.errors import RefightError, UsageError, suggest

# unit -> (base unit, how many base units it is)
UNITS: dict[str, tuple[str, float]] = {
    "person": ("person", 1.0),
    "persons": ("person", 1.0),
    "people": ("person", 1.0),
    "men": ("person", 1.0),
    "vehicle": ("vehicle", 1.0),
    "vehicles": ("vehicle", 1.0),
    "tank": ("vehicle", 1.0),
    "tanks": ("vehicle", 1.0),
    "aircraft": ("aircraft", 1.0),
    "gun": ("gun", 1.0),
    "guns": ("gun", 1.0),
    "tonne": ("tonne", 1.0),
    "tonnes": ("tonne", 1.0),
    "t": ("tonne", 1.0),
    "kg": ("tonne", 0.001),
    "km": ("km", 1.0),
    "m": ("km", 0.001),
    "metre": ("km", 0.001),
    "metres": ("km", 0.001),
    "mile": ("km", 1.609344),
    "miles": ("km", 1.609344),
    "km2": ("km2", 1.0),
    "hectare": ("km2", 0.01),
    "hectares": ("km2", 0.01),
    "day": ("day", 1.0),
    "days": ("day", 1.0),
    "hour": ("day", 1 / 24),
    "hours": ("day", 1 / 24),
    "week": ("day", 7.0),
    "weeks": ("day", 7.0),
    "share": ("share", 1.0),
    "percent": ("share", 0.01),
    "%": ("share", 0.01),
    "km/day": ("km/day", 1.0),
    "km/h": ("km/day", 24.0),
    "t/day": ("tonne/day", 1.0),
    "tonne/day": ("tonne/day", 1.0),
    "per day": ("per day", 1.0),
}

_MEASURE = re.compile(r"\s*([-+]?\d[\d,_ ]*(?:\.\d+)?|[-+]?\.\d+)\s*(.*?)\s*")


def to_base(
    value: float,
    unit: str,
    where: str = "",
    error: type[RefightError] = UsageError,
) -> tuple[float, str]:
    """Convert a value to its base unit.

    Raises `error` for an unknown unit, naming the nearest known one.

    >>> to_base(12, "hours")
    (0.5, 'day')
    """
    known = UNITS.get(unit)
    if known is None:
        raise error("a known unit", f'"{unit}"', where, suggest(unit, UNITS))
    return value * known[1], known[0]


def parse(text: str, where: str = "") -> tuple[float, str]:
    """Read a number with its unit, such as "12 km", into the base unit.

    Raises UsageError when there is no number or the unit is unknown.

    >>> parse("1,500 m")
    (1.5, 'km')
    """
    match = _MEASURE.fullmatch(text)
    if match is None:
        hint = 'write a number and a unit, such as "12 km"'
        raise UsageError("a number with a unit", f'"{text}"', where, hint)
    number = float(re.sub(r"[,_ ]", "", match[1]))
    return to_base(number, match[2], where)


def day_index(day: date, start: date) -> int:
    """Count the days since an act began: its first day is day 0.

    >>> day_index(date(1980, 10, 26), start=date(1980, 9, 22))
    34
    """
    return (day - start).days


def day_date(index: float, start: date) -> date:
    """Give the date on which a day of an act falls; the inverse of `day_index`.

    >>> day_date(34.75, start=date(1980, 9, 22)).isoformat()
    '1980-10-26'
    """
    return start + timedelta(days=math.floor(index))
