"""Kept: what a document says, as JSON under the digest of its text.

Reading YAML is some ten times slower than reading JSON, and a document is read many
times for once that it is written. Kept: the plain data and the line of every key and
item. Nothing is trusted but digests: a changed text has another name, and a file whose
own digest does not fit is passed over. Documents that JSON would not give back as
they were (keys that are no text, merged keys, tags) are not kept.
"""

import hashlib
import json
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from refight.documents import DocumentPath, Lines

FORMAT = 1  # rises when the form of what is kept changes
DATE, MOMENT = "\0date", "\0moment"  # the only key of a mapping that stands for one
MOST = 10  # times more places than lines: beyond it, aliases multiply the work
PLAIN = (str, int, float, bool, type(None))


class NotKept(ValueError):
    """This document would not come back from JSON as it was."""


def place(folder: Path, text: str) -> Path:
    """Name the file in which a document is kept."""
    return folder / "yaml" / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.json"


def dumps(data: Any, lines: Lines) -> bytes:
    """Write a document and its lines. Raises NotKept when that would lose something."""
    paths: list[DocumentPath] = []
    _walk(data, (), paths, MOST * len(lines))
    found = [lines.get(path) for path in paths]  # none within what an alias repeats
    if len(found) - found.count(None) != len(lines):
        raise NotKept("a document with merged keys")
    page = [FORMAT, _coded(data), found]
    return seal(json.dumps(page, ensure_ascii=False).encode())


def loads(content: bytes) -> tuple[Any, Lines] | None:
    """Read a document and its lines back; None when it is not what was written."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        version, coded, found = json.loads(unsealed(content))
        if version == FORMAT:
            paths: list[DocumentPath] = []
            data = _decoded(coded)
            _walk(data, (), paths, len(found))
            pairs = zip(paths, found, strict=True)
            return data, {path: line for path, line in pairs if line is not None}
    return None


def seal(content: bytes) -> bytes:
    """Put the digest of what is kept before it."""
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def unsealed(content: bytes) -> bytes:
    """Take the digest off. Raises ValueError where a bit was turned over since."""
    sum_, _, rest = content.partition(b"\n")
    if sum_ != hashlib.sha256(rest).hexdigest().encode():
        raise ValueError("not what was kept")
    return rest


def _walk(data: Any, at: DocumentPath, paths: list[DocumentPath], most: int) -> None:
    """List every place of a document in one order: itself, then its keys or items."""
    paths.append(at)
    if len(paths) > most:
        raise NotKept("a document in which aliases multiply")
    if isinstance(data, dict):
        for key, value in data.items():
            _walk(value, (*at, key), paths, most)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            _walk(value, (*at, index), paths, most)


def _coded(value: Any) -> Any:
    if isinstance(value, dict):
        if not all(isinstance(key, str) and key[:1] != "\0" for key in value):
            raise NotKept("keys that are no text")
        return {key: _coded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_coded(each) for each in value]
    if isinstance(value, datetime):
        return {MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    if isinstance(value, PLAIN):
        return value
    raise NotKept(type(value).__name__)


def _decoded(value: Any) -> Any:
    if isinstance(value, list):
        return [_decoded(each) for each in value]
    if not isinstance(value, dict):
        return value
    if MOMENT in value:
        return datetime.fromisoformat(value[MOMENT])
    if DATE in value:
        return date.fromisoformat(value[DATE])
    return {key: _decoded(each) for key, each in value.items()}
