"""Records: what was said, by whom, and what follows for the fight.

Frozen, and free of files. `id` is the short id of a record in its folder, `key`
is `<folder>/<id>`; every reference to another record is a key. Dates are ISO
strings. `where` is the file and line a record was read from.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Number = float  # whole numbers stay whole: an int is accepted wherever a float is


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated amount; an end that is None is open."""

    low: Number | None
    high: Number | None
    unit: str

    @property
    def single(self) -> bool:
        """Tell whether one number was stated rather than a range."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stated day, or the first and last day it can mean (ISO strings)."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Source:
    """One document, how it stands to the matter, and how it was seen."""

    folder: str
    id: str
    title: str
    author: str
    publisher: str
    year: int | None
    url: str
    kind: str
    stance: str
    access: str
    extent: str
    reliability: str
    root: str
    note: str
    cited_in: str
    where: str

    @property
    def key(self) -> str:
        """Name the source across folders."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one source.

    `root` names where it goes back to: a count handed on by several sources, or
    the root of its source. Claims of one root are one voice.
    """

    folder: str
    id: str
    source: str
    root: str
    about: str
    statement: str
    side: str
    value: Quantity | None
    date: DateSpan | None
    place: str
    locator: str
    note: str
    audited: bool
    audit_note: str
    where: str

    @property
    def key(self) -> str:
        """Name the claim across folders."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class OrbatEntry:
    """One formation: its numbers, place, times, and what they rest on.

    `counted_in` names the entry whose total already holds this one. `derived` says
    that the numbers were apportioned; `reasoning` says how.
    """

    folder: str
    id: str
    name: str
    side: str
    type: str
    echelon: str
    personnel: Quantity | None
    tanks: Quantity | None
    apcs: Quantity | None
    guns: Quantity | None
    helicopters: Quantity | None
    battalions: tuple[tuple[str, int], ...]
    quality: str
    quality_claims: tuple[str, ...]
    quality_sources: tuple[str, ...]
    start: str
    arrival: str
    withdrawal: str
    parent: str
    headquarters: str
    component: str
    counted_in: str
    derived: bool
    reasoning: str
    confidence: str
    role: str
    disputed: bool
    commanders: tuple[str, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    note: str
    where: str

    @property
    def key(self) -> str:
        """Name the entry across folders."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event of the record."""

    folder: str
    id: str
    date: str
    date_end: str
    place: str
    what: str
    front: str
    phase: str
    local_time: str
    confidence: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    note: str
    where: str

    @property
    def key(self) -> str:
        """Name the event across folders."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One observable, its interval on record, and the claims behind it.

    `low`, `high`, `best` and the span are numbers, or ISO dates when `kind` is
    "date". `excluded` are rival claims set aside, with the reason in `reasoning`.
    """

    folder: str
    id: str
    name: str
    kind: Literal["date", "number", "event"]
    unit: str
    low: Number | str
    high: Number | str
    best: Number | str | None
    span_low: Number | str | None
    span_high: Number | str | None
    score: bool
    weight: str
    confidence: str
    reasoning: str
    claims: tuple[str, ...]
    excluded: tuple[str, ...]
    basis: tuple[tuple[str, str], ...]
    where: str

    @property
    def key(self) -> str:
        """Name the outcome across folders."""
        return f"{self.folder}/{self.id}"

    def day_index(self, start: str) -> tuple[float, float, float | None]:
        """Give low, high and best as numbers; dates as days after `start` (day 0)."""
        best = None if self.best is None else as_number(self.best, start)
        return as_number(self.low, start), as_number(self.high, start), best


@dataclass(frozen=True, slots=True)
class Place:
    """One named spot; without a point when `geometry` is "none".

    `geometry` "centre" marks a representative point of a line or an area.
    """

    folder: str
    id: str
    name: str
    name_fa: str
    kind: str
    lon: float | None
    lat: float | None
    geometry: Literal["point", "centre", "none"]
    accuracy_m: float | None
    source: str
    access: str
    note: str
    where: str
    aliases: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """Name the place across folders."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class Root:
    """Sources, or claims, that go back to one origin, and why they are grouped."""

    id: str
    reason: str
    members: tuple[str, ...]


def as_number(value: Number | str, start: str) -> float:
    """Turn a number or an ISO date into a number; dates count days from `start`.

    >>> as_number("1980-10-26", "1980-09-22")
    34.0
    """
    if isinstance(value, str):
        return float((date.fromisoformat(value) - date.fromisoformat(start)).days)
    return float(value)


def short(key: str) -> str:
    """Take the folder off a key.

    >>> short("khorramshahr-1980/press-575")
    'press-575'
    """
    return key.rpartition("/")[2]
