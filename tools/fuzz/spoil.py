"""Spoil: change one place of a document, as a slip, a tool, a disk or malice might.

A document is text with nodes (`nodes`): the value at every key and item of YAML, of
which JSON is a part. `Spoiling` names one change by numbers, so that a case can be
written down, made smaller and made again. Pure but for `lay`, which puts the spoilt
file on the disk.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

Span = tuple[int, int, int]  # characters: start of the key, start and end of the value
FIELD = re.compile(r"[^,\n]+")


@dataclass(frozen=True)
class Spoiling:
    """One change: what is done, where, and with which word.

    at, to  numbers of two nodes, or two places in the bytes (both wrap around)
    word    what is put there
    """

    how: str
    at: int = 0
    to: int = 0
    word: str = ""


def spoilt(content: bytes, changes: tuple[Spoiling, ...]) -> bytes:
    """Change a document, one change after the other."""
    for change in changes:
        if change.how in OF_NODES:
            text = content.decode("utf-8", "replace")
            spans = nodes(text)
            if spans:
                text = OF_NODES[change.how](text, spans, change)
            content = text.encode("utf-8", "surrogatepass")
        elif change.how in OF_BYTES:
            content = OF_BYTES[change.how](content, change)
    return content


@lru_cache(maxsize=64)
def nodes(text: str) -> tuple[Span, ...]:
    """List the values of a document of YAML, or the fields of any other text."""
    try:
        root = yaml.compose(text, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return fields(text)
    found: list[Span] = []
    waiting = [(root.start_mark.index, root)] if root is not None else []
    seen: set[int] = set()  # an earlier change may have made it hold itself
    while waiting:
        start, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        found.append((start, node.start_mark.index, node.end_mark.index))
        if isinstance(node, yaml.MappingNode):
            waiting += [(key.start_mark.index, value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(each.start_mark.index, each) for each in node.value]
    return tuple(found) if len(found) > 1 else fields(text)


def fields(text: str) -> tuple[Span, ...]:
    """List what stands between commas and line ends, as in a table.

    >>> fields("a,12\\n")
    ((0, 0, 1), (2, 2, 4))
    """
    return tuple((it.start(), *it.span()) for it in FIELD.finditer(text))


def _put(text: str, spans: tuple[Span, ...], it: Spoiling) -> str:
    _, start, end = spans[it.at % len(spans)]
    return f"{text[:start]}{it.word}{_end(text, start, end)}"


def _key(text: str, spans: tuple[Span, ...], it: Spoiling) -> str:
    start, value, _ = spans[it.at % len(spans)]
    return f"{text[:start]}{it.word}: {text[value:]}"


def _remove(text: str, spans: tuple[Span, ...], it: Spoiling) -> str:
    start, value, end = spans[it.at % len(spans)]
    return f"{text[:start]}{_end(text, value, end)}"


def _twice(text: str, spans: tuple[Span, ...], it: Spoiling) -> str:
    start, _, end = spans[it.at % len(spans)]
    line = text.rfind("\n", 0, start) + 1
    return f"{text[:end]}\n{text[line:end]}{text[end:]}"


def _swap(text: str, spans: tuple[Span, ...], it: Spoiling) -> str:
    """Put the value of one place in another: sound in itself, and wrong there."""
    _, start, end = spans[it.at % len(spans)]
    _, first, last = spans[it.to % len(spans)]
    return f"{text[:start]}{text[first:last].strip()}{_end(text, start, end)}"


def _end(text: str, start: int, end: int) -> str:
    """Give what follows a value; a block ends before the white space behind it."""
    held = text[start:end]
    return text[end - (len(held) - len(held.rstrip())) :]


def _bits(content: bytes, it: Spoiling) -> bytes:
    if not content:
        return content
    at = it.at % len(content)
    return content[:at] + bytes([content[at] ^ (1 << it.to % 8)]) + content[at + 1 :]


def _cut(content: bytes, it: Spoiling) -> bytes:
    first, last = sorted((it.at % (len(content) + 1), it.to % (len(content) + 1)))
    return content[:first] + content[last:]


def _insert(content: bytes, it: Spoiling) -> bytes:
    at = it.at % (len(content) + 1)
    word = it.word.encode("utf-8", "surrogatepass")
    return content[:at] + word + content[at:]


OF_NODES: dict[str, Callable[[str, tuple[Span, ...], Spoiling], str]] = {
    "put": _put,
    "key": _key,
    "remove": _remove,
    "twice": _twice,
    "swap": _swap,
}
OF_BYTES: dict[str, Callable[[bytes, Spoiling], bytes]] = {
    "bits": _bits,
    "cut": _cut,
    "insert": _insert,
    "short": lambda content, it: content[: it.at % (len(content) + 1)],
    "crlf": lambda content, it: content.replace(b"\n", b"\r\n"),
    "tabs": lambda content, it: content.replace(b"  ", b"\t"),
    "zero": lambda content, it: content.replace(b" ", b"\0", 1 + it.at % 9),
    "latin": lambda content, it: content.replace(b"e", b"\xe9", 1 + it.at % 9),
    "mark": lambda content, it: b"\xef\xbb\xbf" * (1 + it.at % 2) + content,
    "wide": lambda content, it: content.decode("utf-8", "replace").encode("utf-16"),
    "again": lambda content, it: content * (2 + it.at % 3),
    "empty": lambda content, it: b"",
}
PLACES = ("gone", "folder", "loop", "endless", "pipe", "private")


def lay(path: Path, content: bytes, changes: tuple[Spoiling, ...]) -> None:
    """Put a spoilt file in its place, or something that is no file."""
    clear(path)
    how = next((each.how for each in changes if each.how in PLACES), "")
    if how == "gone":
        return
    if how == "folder":
        path.mkdir()
    elif how == "loop":
        path.symlink_to(path.name)
    elif how == "endless":
        path.symlink_to("/dev/zero")
    elif how == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(spoilt(content, changes))
        if how == "private":
            path.chmod(0)


def clear(path: Path) -> None:
    """Take away whatever stands in a file's place."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


KINDS = (*OF_NODES, *OF_BYTES, *PLACES)
