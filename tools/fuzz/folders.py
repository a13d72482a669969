"""Folders: sound files on the disk, of which a case spoils one or two.

Files that are sound are parsed once: only what is spoilt is read anew, so that a
second holds dozens of cases and not two.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from refight.documents import Lines
from refight.documents import parse as parsing
from refight.errors import RefightError
from tools.fuzz.hunt import Target
from tools.fuzz.spoil import KINDS, OF_BYTES, OF_NODES, Spoiling, lay
from tools.fuzz.words import WORDS

MOST = 1 << 20
Files = Mapping[str, bytes]  # path within the folder -> sound content


@dataclass(frozen=True)
class Case:
    """Files of a folder, each with what is done to it."""

    file: str
    changes: tuple[Spoiling, ...]


def spoilings() -> st.SearchStrategy[tuple[Spoiling, ...]]:
    """Draw one to three changes; most of the time one, and most of them of nodes."""
    kinds = [*OF_NODES, *OF_NODES, *OF_NODES, *OF_BYTES, *KINDS]
    numbers = st.integers(0, MOST)
    one = st.builds(
        Spoiling, st.sampled_from(kinds), numbers, numbers, st.sampled_from(WORDS)
    )
    return st.lists(one, min_size=1, max_size=3).map(tuple)


def folder_target(name: str, files: Files, read: Callable[[Path], object]) -> Target:
    """Make a target of a reader of a whole folder."""
    return _target(name, files, lambda root, file: read(root))


def file_target(name: str, files: Files, read: Callable[[Path], object]) -> Target:
    """Make a target of a reader of one file."""
    return _target(name, files, lambda root, file: read(root / file))


def _target(name: str, files: Files, read: Callable[[Path, str], object]) -> Target:
    root = made(files)
    cases = st.builds(Case, st.sampled_from(sorted(files)), spoilings())

    def ask(case: Case) -> None:
        path, content = root / case.file, files[case.file]
        try:
            lay(path, content, case.changes)
            read(root, case.file)
        finally:
            lay(path, content, ())
        left_nothing(root, files)

    return Target(name, cases, ask)


def left_nothing(root: Path, files: Files) -> None:
    """Refuse what a reader has left behind, such as a file half written."""
    there = {
        each.relative_to(root).as_posix() for each in root.rglob("*") if each.is_file()
    }
    left = sorted(there - set(files))
    assert not left, f"left behind: {left}"


def made(files: Files) -> Path:
    """Write sound files into a new folder and remember what they say."""
    root = Path(tempfile.mkdtemp(prefix="refight-fuzz-"))
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    remember(content for name, content in files.items() if name.endswith(".yaml"))
    return root


def files_of(folder: Path, pattern: str = "**/*.yaml") -> dict[str, bytes]:
    """Read the files of a shipped folder, by their path within it."""
    found = sorted(each for each in folder.glob(pattern) if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


SOUND: set[str] = set()
_parse = parsing.parse


def remember(contents: Any) -> None:
    """Have sound texts parsed once; spoilt ones are parsed as ever."""
    SOUND.update(each.decode("utf-8-sig") for each in contents)
    parsing.parse = _remembering


def _remembering(
    text: str, path: object, error: type[RefightError]
) -> tuple[Any, Lines]:
    return _once(text) if text in SOUND else _parse(text, path, error)


@cache
def _once(text: str) -> tuple[Any, Lines]:
    return _parse(text, "sound", RefightError)
