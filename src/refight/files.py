"""Files: read YAML with its line numbers, write all or nothing, find folders.

The only place below the readers and stores that touches the disk.
"""

import errno
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from refight.documents import DIGITS, kept
from refight.documents import DocumentPath as DocumentPath  # known by this name too
from refight.documents import Lines as Lines
from refight.errors import RefightError, UsageError, nearest, suggest

LARGEST = 64 << 20  # bytes of a text: far above any campaign, far below any memory
UNREADABLE = {  # what the system refuses -> what was found, what to do
    errno.ENOENT: ("no such file", ""),
    errno.EISDIR: ("a folder", "name a file in it"),
    errno.ELOOP: (
        "a link that leads back to itself",
        "name the file it should lead to",
    ),
    errno.EACCES: ("a file that you may not read", "change its permissions"),
    errno.ENAMETOOLONG: ("a name too long for a file", "check the path"),
    errno.ENOTDIR: ("a file where its folder should be", "check the path"),
}


def write_atomic(
    path: Path,
    content: bytes,
    error: type[RefightError] = UsageError,
    mode: int = 0o666,
) -> None:
    """Write a file whole or not at all: to a temporary name, then renamed.

    Folders on the way are made. Raises `error` when the disk refuses.
    """
    with atomic(path, error, mode) as temporary:
        temporary.write_bytes(content)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


UMASK = _umask()  # read once: to ask is to change it, for every thread


@contextmanager
def atomic(
    path: Path, error: type[RefightError] = UsageError, mode: int = 0o666
) -> Iterator[Path]:
    """Hand out a temporary path beside `path`; rename it when the block ends well.

    mode  of the file, less what the user's umask takes away

    Whatever goes wrong, no partial file is left. Raises `error` for a full disk,
    an unwritable folder, or a name already taken by a folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as cause:
        raise _refused(path, cause, error) from cause
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(mode & ~UMASK)  # mkstemp makes it private
        _flush(temporary)
        temporary.replace(path)
        _flush_name(path.parent)
    except OSError as cause:
        raise _refused(path, cause, error) from cause
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def may_write(path: Path, error: type[RefightError] = UsageError) -> None:
    """Refuse a file that could not be written, before the work and not after it."""
    if path.is_dir():
        raise error("a file to write", "a folder", str(path), "name a file in it")
    may_write_in(path.parent, error)


def may_write_in(folder: Path, error: type[RefightError] = UsageError) -> None:
    """Refuse a folder that could not be written, or made, before the work.

    Only to try tells it: rights say little to an administrator, and nothing of a disk
    that is read-only.
    """
    try:
        place = next(p for p in (folder, *folder.absolute().parents) if p.exists())
        handle, name = tempfile.mkstemp(prefix=".refight.", dir=place)
        os.close(handle)
        Path(name).unlink()
    except OSError as cause:
        found = (cause.strerror or str(cause)).lower()
        hint = "choose another folder, or change its permissions"
        raise error("a folder that can be written", found, str(folder), hint) from cause


def cache_folder() -> Path:
    """Name the folder for things that can be made again: REFIGHT_CACHE or ~/.cache."""
    chosen = os.environ.get("REFIGHT_CACHE", "")
    return Path(chosen) if chosen else Path.home() / ".cache" / "refight"


def campaigns() -> tuple[str, ...]:
    """List the campaigns shipped with the package."""
    root = _campaigns_root()
    if not root.is_dir():
        return ()
    found = (each.name for each in root.iterdir() if each.is_dir())
    return tuple(sorted(name for name in found if not name.startswith("_")))


def campaign_path(name: str) -> Path:
    """Find the folder of a shipped campaign. Raises UsageError for an unknown one."""
    if name in campaigns():  # and no path that leads out of them
        return _campaigns_root() / name
    raise UsageError(
        "the name of a campaign", f'"{name}"', hint=suggest(name, campaigns())
    )


def load_yaml(path: Path, error: type[RefightError] = UsageError) -> tuple[Any, Lines]:
    """Read one YAML document and the line of every key and list item in it.

    Plain data only: no tags that build objects. Documents of shipped campaigns are
    kept in the cache folder. Raises `error` when the file is missing, not UTF-8, not
    YAML, empty, or says one key twice.
    """
    text = read_text(path, error)
    if not path.is_relative_to(_campaigns_root()):
        return _parsed(text, path, error)
    place = kept.place(cache_folder(), text)
    with suppress(RefightError):
        found = kept.loads(content_of(place))
        if found is not None:
            return found
    data, lines = _parsed(text, path, error)
    with suppress(RefightError, ValueError):  # not kept: read again next time
        write_atomic(place, kept.dumps(data, lines))
    return data, lines


def _parsed(text: str, path: Path, error: type[RefightError]) -> tuple[Any, Lines]:
    from refight.documents.parse import parse  # and yaml: only when it is not kept

    return parse(text, path, error)


def read_text(path: Path, error: type[RefightError] = UsageError) -> str:
    """Read a UTF-8 text file. Raises `error` when it is missing or not UTF-8."""
    try:
        return content_of(path, error).decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        found = "bytes that are not UTF-8"
        raise error(
            "UTF-8 text", found, f"{path}:{line}", "save the file as UTF-8"
        ) from cause


def content_of(
    path: Path, error: type[RefightError] = UsageError, largest: int = LARGEST
) -> bytes:
    """Read a file that ends. Raises `error` for a device, a pipe, or too many bytes."""
    try:
        kind = path.stat()
        if S_ISREG(kind.st_mode) and kind.st_size <= largest:
            return path.read_bytes()
        if S_ISDIR(kind.st_mode):
            return path.read_bytes()  # the system's own words for it
    except OSError as cause:
        raise unreadable(path, cause, error) from cause
    if S_ISREG(kind.st_mode):
        found = f"a file of {kind.st_size:,} bytes"
        raise error(f"at most {largest:,} bytes", found, str(path), "take a part of it")
    found = "a device or a pipe"
    raise error("a file", found, str(path), "save what it gives as a file")


def parse_json(
    text: str | bytes, where: str, error: type[RefightError], what: str, hint: str = ""
) -> Any:
    """Read JSON. Raises `error` for anything else, however deep, long or broken."""
    try:
        return json.loads(text, parse_int=_whole)
    except RecursionError as cause:
        raise error(what, "nesting too deep", where, hint) from cause
    except ValueError as cause:  # not only broken: numbers of thousands of digits
        line = getattr(cause, "lineno", None)
        place = where if line is None else f"{where}:{line}"
        raise error(what, getattr(cause, "msg", str(cause)), place, hint) from cause


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits")
    return int(digits)


def line_of(lines: Lines, where: DocumentPath) -> int:
    """Give the line of a place in a document, or of the nearest thing around it.

    >>> line_of({(): 1, ("claims",): 4}, ("claims", 0, "value"))
    4
    """
    while where not in lines and where:
        where = where[:-1]
    return lines.get(where, 1)


def _campaigns_root() -> Path:
    return Path(str(files("refight"))) / "campaigns"


def _flush(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())


def _flush_name(folder: Path) -> None:
    """See that a new name outlives a power cut, where folders can be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refused(path: Path, cause: OSError, error: type[RefightError]) -> RefightError:
    return error(
        "to write this file",
        (cause.strerror or str(cause)).lower(),
        str(path),
        "choose another folder, free some space, or change its permissions",
    )


def unreadable(path: Path, cause: OSError, error: type[RefightError]) -> RefightError:
    """Make the error for a file that cannot be read, with the nearest name."""
    found, hint = UNREADABLE.get(cause.errno or 0, ("", ""))
    close = near(path) if cause.errno == errno.ENOENT else None
    return error(
        "a file that can be read",
        found or (cause.strerror or str(cause)).lower(),
        str(path),
        f'did you mean "{close}"?' if close else hint or "check the path",
    )


def near(path: Path) -> str | None:
    """Find the file beside a path whose name is most like it: one of its kind."""
    if not path.parent.is_dir():
        return None
    beside = [each for each in path.parent.iterdir() if each.is_file()]
    alike = {each.stem: each.name for each in beside if each.suffix == path.suffix}
    close = nearest(path.stem, alike)
    same = (each.name for each in beside if each.stem == path.stem)
    return next(same, None) if close is None else alike[close]
