"""Compiler: two decorators, and machine code that is kept on disk.

Engine functions are plain Python. `entry` marks those that Python calls: behind them
stands machine code, found on disk or made by Numba on the first call, with all
`kernel` functions that they call. Numba is imported only to make it. With
NUMBA_DISABLE_JIT=1 both decorators return the function untouched.
The folder of machine code is named after a hash of all that it was made from, and of
the processor that it was made for. What others could have written there is not run.
"""

import hashlib
import os
import platform
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from inspect import unwrap
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from refight import __version__, native
from refight.errors import RefightError
from refight.files import cache_folder, write_atomic
from refight.native import declared as declared  # the engine has it from here

F = TypeVar("F", bound=Callable[..., Any])

MARKER = "complete"  # written beside the code when every kernel has been compiled
SOURCES = ("compiler.py", "linking.py", "native.py")  # and the whole engine
SHORT = 16  # hexadecimal digits of a hash that stand in names
PACKAGES = ("numba", "llvmlite", "numpy")  # whose versions shape the code
# settings of Numba that leave the code as it is; every other one may shape it
IDLE = ("NUMBA_DISABLE_JIT", "NUMBA_CACHE_DIR", "NUMBA_NUM_THREADS")
NUMBA_FILE = ".numba_config.yaml"  # read by Numba from the folder it is started in
OWN_FILE, OWN_FOLDER = 0o644, 0o755  # nobody else may write what is run

KERNELS: list[Callable[..., Any]] = []  # what entries may call
LOCK = Lock()  # one function is compiled at a time


def interpreted() -> bool:
    """Tell whether everything runs as plain Python, by request of the environment."""
    return os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0")


def sources_digest(package: Path) -> str:
    """Hash the sources that machine code is made from."""
    state = hashlib.sha256()
    sources = [package / name for name in SOURCES if (package / name).is_file()]
    for source in [*sources, *sorted((package / "engine").rglob("*.py"))]:
        state.update(source.relative_to(package).as_posix().encode() + b"\0")
        state.update(source.read_bytes() + b"\0")
    return state.hexdigest()


IMPORTED = sources_digest(Path(__file__).parent)  # as they are when they are imported


def kernel_digest(sources: str = IMPORTED) -> str:
    """Hash what the machine code depends on: sources, versions, settings, processor."""
    parts = [sources, __version__, *surroundings()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:SHORT]


def surroundings() -> tuple[str, ...]:
    """Name what shapes machine code besides its sources."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()} {native.processor()}"
    return python, *map(_version, PACKAGES), *_settings(), system


def kernel_folder() -> Path:
    """Name the folder of machine code for these sources, versions and processor."""
    return cache_folder() / "code" / kernel_digest()


def is_warm() -> bool:
    """Tell whether a complete compile for these sources is on disk."""
    with suppress(OSError, native.NotLoadable):
        _read(kernel_folder() / MARKER)
        return True
    return False


def mark_warm() -> None:
    """Note that every kernel has been compiled; call after the first full run."""
    if not interpreted() and not is_warm():
        _write(kernel_folder() / MARKER, b"")


def _read(path: Path) -> bytes:
    return native.read_own(path, (path.parent.parent, path.parent))


def _write(path: Path, content: bytes) -> None:
    """Keep a file that nobody else may write; an unwritable home costs compile time."""
    with suppress(RefightError, OSError):
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
            if folder.stat().st_mode & native.OTHERS_WRITE:
                folder.chmod(OWN_FOLDER)
        write_atomic(path, content, mode=OWN_FILE)


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
        self.source = _file_digest(unwrap(function).__code__.co_filename)
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
            code = native.Code.from_bytes(_read(path))
            if code.kinds == kinds:
                return native.load(code)
        from refight import linking  # and Numba: only to compile

        records = tuple(
            type(each.record).__name__ if isinstance(each, native.Packed) else ""
            for each in given
        )
        code = linking.compiled(self.plain, kinds, records, KERNELS)
        if self.source:
            _write(path, code.to_bytes())
        return native.load(code)

    def _path(self, kinds: tuple[str, ...]) -> Path:
        """Name the file of machine code; an entry may stand outside the engine."""
        name = f"{self.plain.__module__}.{self.plain.__qualname__}"
        return kernel_folder() / f"{name}-{'-'.join(kinds)}-{self.source}.code"


@cache
def _file_digest(name: str) -> str:
    """Hash a source file as it is imported; empty for code that stands in no file."""
    with suppress(OSError):
        return hashlib.sha256(Path(name).read_bytes()).hexdigest()[:SHORT]
    return ""


@cache
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # pragma: no cover - all are dependencies
        return "none"


def _settings() -> list[str]:
    """List the settings of Numba that may shape the code."""
    said = [
        f"{name}={value}"
        for name, value in sorted(os.environ.items())
        if name.startswith("NUMBA_") and name not in IDLE
    ]
    with suppress(OSError):
        said.append(Path(NUMBA_FILE).read_text("utf-8", "replace"))
    return said
