"""Records of a reading: findings in a text, and what could not be read.

Offsets are characters of the sentence. Days are ISO dates, first and last the same
for one day; amounts have an end that is None where the text leaves it open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

DATE, DURATION, NUMBER = "date", "duration", "number"
QUOTE, PLACE, UNIT = "quote", "place", "unit"
KINDS = (DATE, DURATION, NUMBER, QUOTE, PLACE, UNIT)
# days that a unit of time can mean, fewest and most
DAYS_OF: Mapping[str, tuple[float, float]] = {
    "minutes": (1 / 1440, 1 / 1440),
    "hours": (1 / 24, 1 / 24),
    "nights": (1, 1),
    "days": (1, 1),
    "weeks": (7, 7),
    "fortnights": (14, 14),
    "months": (28, 31),
    "years": (365, 366),
    "decades": (3652, 3653),
    "centuries": (36524, 36525),
}


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a finding was read as; the fields of other kinds are empty.

    first, last  days, for a date        calendar  gregorian or solar-hijri
    low, high    for a duration or a number, in `unit`
    speaker      for a quote; "" where it was not read
    names        keys of the campaign's places or formations that the name may mean
    reading      how it was read: as written, or what was added to it
    """

    first: str = ""
    last: str = ""
    calendar: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    speaker: str = ""
    names: tuple[str, ...] = ()
    reading: str = "as written"

    @property
    def meaning(self) -> dict[str, Any]:
        """Give these fields alone, to make another record of them."""
        return {each.name: getattr(self, each.name) for each in fields(Meaning)}


@dataclass(frozen=True)
class Finding(Meaning):
    """One thing found in a sentence, and where."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Unread:
    """One piece of a sentence that was seen and not read, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Read:
    """One sentence with its line in the file, what was found, what was not read."""

    id: str
    line: int
    text: str
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
