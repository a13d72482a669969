"""Compiler: two decorators, and machine code that is kept on disk.

Engine functions are plain Python. `entry` marks those that Python calls: behind them
stands machine code, found on disk or made by Numba on the first call, with all
`kernel` functions that they call. Numba is imported only to make it. With
NUMBA_DISABLE_JIT=1 both decorators return the function untouched.
The folder of machine code is named after a hash of all that it was made from, and of
the processor that it was made for.
"""

import hashlib
import os
import platform
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from inspect import unwrap
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from refight import __version__, native
from refight.errors import RefightError
from refight.files import cache_folder, write_atomic

F = TypeVar("F", bound=Callable[..., Any])

MARKER = "complete"  # written beside the code when every kernel has been compiled
SOURCES = ("compiler.py", "linking.py", "native.py")  # and the whole engine
SHORT = 16  # hexadecimal digits of a hash that stand in names

KERNELS: list[Callable[..., Any]] = []  # what entries may call
LOCK = Lock()  # one function is compiled at a time


def interpreted() -> bool:
    """Tell whether everything runs as plain Python, by request of the environment."""
    return os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0")


def plain() -> bool:
    """Tell whether engine functions call each other as plain Python: always.

    Machine code stands behind entries only, which are handed records as they are.
    """
    return True


def kernel_digest(package: Path = Path(__file__).parent) -> str:
    """Hash what the machine code depends on: sources, versions, the processor."""
    state = hashlib.sha256()
    sources = [package / name for name in SOURCES if (package / name).is_file()]
    for source in [*sources, *sorted((package / "engine").rglob("*.py"))]:
        state.update(source.relative_to(package).as_posix().encode() + b"\0")
        state.update(source.read_bytes() + b"\0")
    for part in (_numba_version(), __version__, platform.python_version()):
        state.update(part.encode() + b"\0")
    state.update(f"{platform.machine()} {native.processor()}".encode())
    return state.hexdigest()[:SHORT]


def kernel_folder() -> Path:
    """Name the folder of machine code for these sources, versions and processor."""
    return cache_folder() / "code" / kernel_digest()


def is_warm() -> bool:
    """Tell whether a complete compile for these sources is on disk."""
    return (kernel_folder() / MARKER).is_file()


def mark_warm() -> None:
    """Note that every kernel has been compiled; call after the first full run."""
    if not interpreted() and not is_warm():
        with suppress(RefightError):  # an unwritable home costs the next start
            write_atomic(kernel_folder() / MARKER, b"")


def kernel(function: F) -> F:
    """Mark an engine function that compiled functions may call; leave it as it is."""
    if not interpreted():
        KERNELS.append(function)
    return function


def entry(function: F) -> F:
    """Put machine code behind an engine function that Python calls."""
    return function if interpreted() else cast(F, Entry(function))


def pack(record: Any) -> Any:
    """Lay out a named tuple of arrays once, for many calls of entries."""
    return record if interpreted() else native.pack(record)


class Entry:
    """A function with machine code behind it, one for each choice of arguments.

    Takes integers, floats, and named tuples of arrays (packed or not).
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        """Keep the plain function; nothing is loaded or compiled yet."""
        self.plain = function
        self.__doc__, self.__name__ = function.__doc__, function.__name__
        self.codes: dict[tuple[str, ...], Callable[..., Any]] = {}

    def __call__(self, *arguments: Any) -> Any:
        """Call the machine code; compile it when it is not on disk."""
        given = [native.pack(a) if isinstance(a, tuple) else a for a in arguments]
        kinds = tuple(map(native.kind_of, given))
        code = self.codes.get(kinds)
        if code is None:
            with LOCK:
                code = self.codes.get(kinds)  # another thread may have been first
                if code is None:
                    code = self.codes[kinds] = self._found(kinds, given)
        return code(*given)

    def _found(self, kinds: tuple[str, ...], given: list[Any]) -> Callable[..., Any]:
        path = self._path(kinds)
        with suppress(OSError, native.NotLoadable):
            return native.load(native.Code.from_bytes(path.read_bytes()))
        from refight import linking  # and Numba: only to compile

        records = tuple(
            type(each.record).__name__ if isinstance(each, native.Packed) else ""
            for each in given
        )
        code = linking.compiled(self.plain, kinds, records, KERNELS)
        with suppress(RefightError):  # an unwritable home costs compile time
            write_atomic(path, code.to_bytes())
        return native.load(code)

    def _path(self, kinds: tuple[str, ...]) -> Path:
        """Name the file of machine code; an entry may stand outside the engine."""
        source = Path(unwrap(self.plain).__code__.co_filename)
        state = hashlib.sha256(source.read_bytes()).hexdigest()[:SHORT]
        name = f"{self.plain.__module__}.{self.plain.__qualname__}"
        return kernel_folder() / f"{name}-{'-'.join(kinds)}-{state}.code"


def _numba_version() -> str:
    try:
        return version("numba")
    except PackageNotFoundError:  # pragma: no cover - numba is a dependency
        return "none"
