"""Item: one entry of an evidence file, and the checks on its fields.

Every fault is an EvidenceError that names file and line, what was expected, what
was found, and the nearest valid word. The file is read again only to find the line
of a faulty field: lines of all fields are not kept for sound ones.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path

from refight.errors import EvidenceError, suggest
from refight.evidence.records import DateSpan, Number, Quantity
from refight.files import DocumentPath, line_of, load_yaml

REQUIRED = "this field is required; add it"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a YAML list with the means to say where it stands."""

    fields: Mapping[str, object]
    folder: str
    file: Path
    path: DocumentPath
    line: int

    @property
    def where(self) -> str:
        """Name file and line in few words, for records."""
        return f"{self.folder}/{self.file.name}:{self.line}".lstrip("/")

    def at(self, key: str) -> str:
        """Name the full path and the line of a field, for errors."""
        _, lines = load_yaml(self.file, EvidenceError)
        return f"{self.file}:{line_of(lines, (*self.path, key))}"

    def fault(self, key: str, expected: str, hint: str = "") -> EvidenceError:
        """Build the error for a field that is not as expected."""
        found = repr(self.fields[key]) if key in self.fields else "nothing"
        return EvidenceError(expected, f"{key}: {found}", self.at(key), hint)

    def known(self, allowed: Collection[str]) -> None:
        """Refuse fields outside `allowed`."""
        for key in self.fields:
            if key not in allowed:
                hint = suggest(key, sorted(allowed))
                raise self.fault(key, "a field of this kind of record", hint)

    def text(self, key: str) -> str:
        """Read a text that must be there."""
        if key not in self.fields:
            raise self.fault(key, "a text", REQUIRED)
        return self.maybe(key)

    def maybe(self, key: str) -> str:
        """Read a text, or "" when the field is left out."""
        if key not in self.fields:
            return ""
        value = self.fields[key]
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, "a text", 'put it in "quotation marks"')
        return value

    def word(self, key: str, allowed: Collection[str], default: str = "") -> str:
        """Read one of a list of words."""
        value = self.maybe(key) if default or "" in allowed else self.text(key)
        value = value or default
        if value not in allowed:
            listed = sorted(each for each in allowed if each)
            raise self.fault(key, f"one of {listed}", suggest(value, listed))
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """Read true or false."""
        value = self.fields.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, "true or false")
        return value

    def whole(self, key: str) -> int | None:
        """Read a whole number, or None when the field is left out."""
        value = self.fields.get(key)
        if value is not None and (not isinstance(value, int) or value is True):
            raise self.fault(key, "a whole number")
        return value

    def number(self, key: str, low: float, high: float) -> float | None:
        """Read a number between two bounds, or None when it is left out."""
        value = self.fields.get(key)
        if value is None:
            return None
        if not is_number(value) or not low <= float(str(value)) <= high:
            raise self.fault(key, f"a number between {low:g} and {high:g}")
        return float(str(value))

    def names(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; empty when the field is left out."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fault(key, "a list of texts")
        return tuple(value)

    def keys(self, key: str) -> tuple[str, ...]:
        """Read a list of ids of this folder as keys."""
        return tuple(self.full(each) for each in self.names(key))

    def key(self, key: str, required: bool = False) -> str:
        """Read an id of this folder as a key; "" when it may be left out and is."""
        value = self.text(key) if required else self.maybe(key)
        return self.full(value) if value else ""

    def full(self, name: str) -> str:
        """Write an id of this folder as a key."""
        return name if "/" in name else f"{self.folder}/{name}"

    def day(self, key: str, required: bool = False) -> str:
        """Read an ISO date; "" when it may be left out and is."""
        value = self.text(key) if required else self.maybe(key)
        if value and not is_day(value):
            raise self.fault(key, "a date as 1980-09-22 in quotation marks")
        return value

    def span(self, key: str) -> DateSpan | None:
        """Read a date, or {from, to}; None when it is left out."""
        value = self.fields.get(key)
        if value is None:
            return None
        ends = value if isinstance(value, dict) else {"from": value, "to": value}
        first, last = ends.get("from"), ends.get("to")
        if set(ends) != {"from", "to"} or not (is_day(first) and is_day(last)):
            raise self.fault(key, "a date, or {from: date, to: date}")
        if str(first) > str(last):
            raise self.fault(key, "from no later than to", "swap the two dates")
        return DateSpan(str(first), str(last))

    def quantity(self, key: str) -> Quantity | None:
        """Read {low, high, unit}; None when it is left out."""
        value = self.fields.get(key)
        if value is None:
            return None
        shape = "{low, high, unit} with at least one number"
        if not isinstance(value, dict) or not set(value) <= {"low", "high", "unit"}:
            raise self.fault(key, shape)
        low, high, unit = value.get("low"), value.get("high"), value.get("unit")
        if not isinstance(unit, str) or (low is None and high is None):
            raise self.fault(key, shape)
        self._bounds(key, low, high)
        return Quantity(low, high, unit)

    def table(self, key: str) -> dict[str, object]:
        """Read a small mapping; empty when it is left out."""
        value = self.fields.get(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, "a mapping")
        return value

    def value(self, key: str, kind: str, required: bool) -> Number | str | None:
        """Read a number, or an ISO date when `kind` is "date"."""
        value = self.fields.get(key)
        if value is None and not required:
            return None
        if kind == "date":
            return self.day(key, required=True)
        if not is_number(value):
            raise self.fault(key, "a number")
        return float(str(value)) if isinstance(value, float) else int(str(value))

    def _bounds(self, key: str, low: object, high: object) -> None:
        for end in (low, high):
            if end is not None and (not is_number(end) or float(str(end)) < 0):
                raise self.fault(key, "numbers that are not below zero")
        if low is not None and high is not None and float(str(low)) > float(str(high)):
            raise self.fault(key, "low no higher than high", "swap the two numbers")


def is_number(value: object) -> bool:
    """Tell whether a value is a finite number (true and false are not)."""
    is_real = isinstance(value, int | float) and not isinstance(value, bool)
    return is_real and isfinite(float(str(value)))


def is_day(value: object) -> bool:
    """Tell whether a value is an ISO date in text form."""
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
