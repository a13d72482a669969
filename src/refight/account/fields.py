"""Fields: take typed values out of a YAML document, or say where it is wrong.

A `Fields` is one mapping of a document with its place in it; every getter either
gives a value of the asked type or raises AccountError with file and line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from refight.errors import AccountError, suggest
from refight.files import DocumentPath, Lines, line_of, load_yaml


@dataclass(frozen=True)
class Fields:
    """One mapping of a YAML document, with the path that leads to it."""

    data: Mapping[str, Any]
    path: Path
    trail: DocumentPath
    lines: Lines

    @property
    def where(self) -> str:
        """Give file:line of this mapping."""
        return self.at()

    def at(self, *more: str | int) -> str:
        """Give file:line of something inside this mapping."""
        return f"{self.path}:{line_of(self.lines, (*self.trail, *more))}"

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text; null counts as absent."""
        value = self._get(key, default)
        if isinstance(value, str):
            return value
        raise self.wrong(key, "a text", value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; absent is an empty list."""
        value = self.data.get(key) or []
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        raise self.wrong(key, "a list of texts", value)

    def whole(self, key: str) -> int:
        """Take a whole number."""
        value = self._get(key, None)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise self.wrong(key, "a whole number", value)

    def wholes(self, key: str) -> tuple[int, ...]:
        """Take a list of whole numbers; absent is an empty list."""
        value = self.data.get(key) or []
        if isinstance(value, list) and all(type(v) is int for v in value):
            return tuple(value)
        raise self.wrong(key, "a list of whole numbers", value)

    def number(self, key: str) -> float | None:
        """Take a number or null; absent is null."""
        value = self.data.get(key)
        if value is None or (type(value) in (int, float) and isfinite(value)):
            return value
        raise self.wrong(key, "a number or null", value)

    def word(self, key: str, words: tuple[str, ...]) -> str:
        """Take one of the given words."""
        value = self.text(key)
        if value in words:
            return value
        raise AccountError(
            f"one of {', '.join(words)} for {key}",
            f'"{value}"',
            self.at(key),
            suggest(value, words),
        )

    def part(self, key: str) -> "Fields":
        """Take a mapping; absent is an empty one."""
        value = self.data.get(key)
        if value is None:
            value = {}
        if not isinstance(value, dict):
            raise self.wrong(key, "a mapping", value)
        return Fields(value, self.path, (*self.trail, key), self.lines)

    def parts(self, key: str) -> Iterator["Fields"]:
        """Take a list of mappings, one after the other; absent is none."""
        value = self.data.get(key) or []
        if not isinstance(value, list):
            raise self.wrong(key, "a list", value)
        for index, each in enumerate(value):
            if not isinstance(each, dict):
                found, place = _kind(each), self.at(key, index)
                raise AccountError("a mapping", found, place, "mend this entry")
            yield Fields(each, self.path, (*self.trail, key, index), self.lines)

    def any(self, key: str) -> object:
        """Take whatever stands there. Raises AccountError when nothing does."""
        if key not in self.data:
            raise self._absent(key)
        value: object = self.data[key]
        return value

    def wrong(self, key: str, expected: str, found: object) -> AccountError:
        """Make the error for a value of the wrong kind."""
        return AccountError(
            f"{expected} for {key}", _kind(found), self.at(key), "mend this value"
        )

    def _get(self, key: str, default: object) -> object:
        value = self.data.get(key, default)
        value = default if value is None else value
        if value is None:
            raise self._absent(key)
        return value

    def _absent(self, key: str) -> AccountError:
        close = suggest(key, [str(each) for each in self.data]) if self.data else ""
        return AccountError(f"the field {key}", "nothing", self.where, close)


def open_document(path: Path) -> Fields:
    """Read a YAML file whose document is one mapping."""
    data, lines = load_yaml(path, AccountError)
    if isinstance(data, dict):
        return Fields(data, path, (), lines)
    raise AccountError("a mapping", _kind(data), f"{path}:1", "see the file shipped")


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    written = repr(value)
    short = written if len(written) < 60 else f"{written[:57]}..."
    return f"{type(value).__name__} {short}"
