"""Faults in scenario files: where each value stands, and how a fault is said.

Reads: pydantic's error list and the lines kept by `files.load_yaml`. Returns:
`ScenarioError` with file and line, what was expected, what was found, what to do.
Leaves out: what makes a scenario wrong (see `consistency` and `check`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from refight.errors import ScenarioError, suggest
from refight.files import DocumentPath, Lines, line_of
from refight.scenario.model import Scenario

SHOWN = 60  # characters of a wrong value that are worth printing


@dataclass(frozen=True)
class Origin:
    """Where a scenario was read from: the file and lines of each top-level key."""

    scenario: str = "scenario"
    files: Mapping[str, Path] = field(default_factory=dict)
    lines: Mapping[str, Lines] = field(default_factory=dict)

    def where(self, place: DocumentPath) -> str:
        """Give file:line of a place, or its path when it was not read from a file."""
        key = str(place[0]) if place else ""
        if key in self.files:
            return f"{self.files[key]}:{line_of(self.lines[key], place)}"
        path = "/".join(str(part) for part in place)
        return f"{self.scenario}/{path}" if path else self.scenario


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a scenario, at a place inside it."""

    place: DocumentPath
    expected: str
    found: str
    hint: str = ""


def refuse(faults: Iterable[Fault], origin: Origin) -> None:
    """Raise ScenarioError for the first fault, counting the others; else return."""
    listed = list(faults)
    if not listed:
        return
    first = listed[0]
    more = len(listed) - 1
    hint = f"{first.hint}\n  {more} more like this or others" if more else first.hint
    raise ScenarioError(first.expected, first.found, origin.where(first.place), hint)


def unknown(place: DocumentPath, kind: str, word: str, words: Iterable[str]) -> Fault:
    """Say that a word is not one of the words known here, with the nearest one."""
    known = sorted(words)
    hint = suggest(word, known) if known else f"no {kind} is declared"
    return Fault(place, f"a known {kind}", f'"{word}"', hint)


def from_pydantic(error: ErrorDetails) -> Fault:
    """Turn one pydantic error into a fault in the words of this project."""
    say = _SAY.get(error["type"], _plain)
    return say(_place(error), error)


def _place(error: ErrorDetails) -> DocumentPath:
    return tuple(part for part in error["loc"] if part != "[key]")


def _found(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    text = text.replace("'", '"')
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _extra(place: DocumentPath, error: ErrorDetails) -> Fault:
    words = _fields_at(place[:-1])
    return unknown(place, "key", str(place[-1]), words)


def _missing(place: DocumentPath, error: ErrorDetails) -> Fault:
    name = str(place[-1])
    hint = f"add `{name}:` here; docs/reference/scenario.md says what it means"
    return Fault(place[:-1] or place, f'the key "{name}"', "nothing", hint)


def _choice(place: DocumentPath, error: ErrorDetails) -> Fault:
    words = [word.strip(" '") for word in _expected(error)]
    return Fault(
        place,
        f"one of: {', '.join(words)}",
        _found(error["input"]),
        suggest(str(error["input"]), words),
    )


def _expected(error: ErrorDetails) -> list[str]:
    text = str(error.get("ctx", {}).get("expected", ""))
    return text.replace(" or ", ", ").split(",")


def _bound(place: DocumentPath, error: ErrorDetails) -> Fault:
    expected = error["msg"].removeprefix("Input should be ")
    hint = "docs/reference/scenario.md says what it means"
    if "share" in str(place[-1]):
        hint = "a share lies above 0 and is at most 1"
        if place[0] == "units":
            hint += ", a part of one order-of-battle entry"
    return Fault(place, f"a value {expected}", _found(error["input"]), hint)


def _short(place: DocumentPath, error: ErrorDetails) -> Fault:
    least = error.get("ctx", {}).get("min_length", 1)
    hint = "docs/reference/scenario.md lists every key"
    return Fault(place, f"at least {least} of them", str(len(error["input"])), hint)


def _listed(place: DocumentPath, error: ErrorDetails) -> Fault:
    hint = "write [one, two], or one a line after a hyphen"
    return Fault(place, "a list", _found(error["input"]), hint)


def _date(place: DocumentPath, error: ErrorDetails) -> Fault:
    hint = 'write it as "1980-09-22T06:00:00", without a time zone'
    return Fault(place, "a date and time", _found(error["input"]), hint)


def _ours(place: DocumentPath, error: ErrorDetails) -> Fault:
    reason = error["msg"].removeprefix("Value error, ")
    return Fault(
        place, "names that are declared", reason, "mend the name or declare it"
    )


def _plain(place: DocumentPath, error: ErrorDetails) -> Fault:
    expected = error["msg"].removeprefix("Input should be ")
    return Fault(
        place,
        expected,
        _found(error["input"]),
        "docs/reference/scenario.md lists every key",
    )


def _of_type(expected: str) -> Callable[[DocumentPath, ErrorDetails], Fault]:
    """Say that a value of another type is wanted."""

    def _say(place: DocumentPath, error: ErrorDetails) -> Fault:
        hint = "docs/reference/scenario.md lists every key"
        return Fault(place, expected, _found(error["input"]), hint)

    return _say


_SAY: dict[str, Callable[[DocumentPath, ErrorDetails], Fault]] = {
    "extra_forbidden": _extra,
    "missing": _missing,
    "enum": _choice,
    "literal_error": _choice,
    "greater_than": _bound,
    "greater_than_equal": _bound,
    "less_than": _bound,
    "less_than_equal": _bound,
    "too_short": _short,
    "tuple_type": _listed,
    "list_type": _listed,
    "datetime_parsing": _date,
    "datetime_from_date_parsing": _date,
    "datetime_type": _date,
    "timezone_naive": _date,
    "value_error": _ours,
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_from_float"), _of_type("a whole number")
    ),
    **dict.fromkeys(("float_type", "float_parsing"), _of_type("a number")),
    **dict.fromkeys(("bool_type", "bool_parsing"), _of_type("true or false")),
    **dict.fromkeys(("model_type", "dict_type"), _of_type("keys with values")),
    "string_type": _of_type("a text; write a date or a number in quotation marks"),
}


def _fields_at(place: DocumentPath) -> list[str]:
    """List the keys that the model allows at a place in the document."""
    model: type[BaseModel] | None = Scenario
    for part in place:
        if model is not None and part in model.model_fields:
            model = _model_in(model.model_fields[str(part)].annotation)
    return [] if model is None else list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not issubclass(annotation, Enum):
        return annotation if issubclass(annotation, BaseModel) else None
    found = (_model_in(each) for each in get_args(annotation))
    return next((each for each in found if each is not None), None)
